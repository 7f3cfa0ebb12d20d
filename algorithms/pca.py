# SPDX-License-Identifier: GPL-2.0-or-later
"""Principal components of any raster."""

from __future__ import annotations

from .base import NeonAlgorithm
from .parameters.components import (
    EIGENVALUES,
    LOADINGS,
    MODEL,
    add_component_outputs,
    add_pca_parameters,
    component_choice,
    component_layer_name,
    component_numbers,
)
from .parameters.inputs import INPUT, image_input
from .parameters.outputs import REPORT, add_report_output
from .parameters.rasters import add_mask_parameter, add_raster_parameter
from .parameters.run import add_memory_parameter, pixel_store
from .translation import tr


class PrincipalComponents(NeonAlgorithm):
    OUTPUT = "OUTPUT"

    NAME = "pca"
    ICON = "components.svg"
    TAGS = NeonAlgorithm.TAGS + ",pca,principal components,dimension reduction,eigenvalues,eigenvectors"

    def displayName(self):
        return tr("Principal components")

    def shortDescription(self):
        return tr("Reduce the bands of a raster to the few principal components that hold most of its variance.")

    def shortHelpString(self):
        return tr(
            "Computes the principal components of a raster with several bands: uncorrelated combinations of bands, the "
            "one with the largest variance first.\n"
            "Scores are centred and not whitened. The largest loading of each component is positive. Pixels without "
            "data in any band stay without data.\n"
            "The model keeps all that is needed to compute the same components of another image."
        )

    def initAlgorithm(self, configuration=None):
        add_raster_parameter(self, INPUT, tr("A raster with several bands, such as cleaned reflectance."))
        add_pca_parameters(self)
        add_mask_parameter(self)
        add_memory_parameter(self)
        add_component_outputs(self, self.OUTPUT)
        add_report_output(self)

    def check_packages(self):
        from ..core.methods.spy import spy_algorithms

        spy_algorithms()

    def compute(self, parameters, context, progress):
        from ..core.inputs.imagesets import image_set
        from ..core.methods.products import ComponentFiles, make_components
        from ..core.report.making import write_run_report

        chosen = image_input(self, parameters, context, progress)
        targets = self.targets(parameters, context, chosen.sources)
        choice = component_choice(self, parameters, context)
        store = pixel_store(self, parameters, context)

        def check(bands, name):
            choice.check(len(bands))

        reading = progress.phase(tr("Reading the raster"), 0, 0.4)
        with chosen.open(progress=reading) as opened, image_set(opened, store, reading, check) as images:
            components, moments = make_components(
                images,
                opened.mosaic,
                choice,
                ComponentFiles(targets[self.OUTPUT], targets[EIGENVALUES], targets[LOADINGS], targets[MODEL]),
                progress.phase(tr("Principal components"), 0.4, 0.97),
            )
            if targets[REPORT]:
                progress.begin(tr("Writing the report"))
                run = self.described_run(chosen.paths)
                write_run_report(targets[REPORT], run, images, opened.mosaic, components=components, moments=moments)
        self.name_layers(parameters, context, targets, {self.OUTPUT: component_layer_name(images.template.name)})
        return {**targets, **component_numbers(components)}
