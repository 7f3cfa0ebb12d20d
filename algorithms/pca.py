"""Principal components of any raster."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterRasterLayer

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
from .parameters.inputs import INPUT
from .parameters.outputs import REPORT, add_report_output
from .parameters.rasters import MASK, add_mask_parameter, raster_source
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
        self.add(
            QgsProcessingParameterRasterLayer(name=INPUT, description=tr("Raster")),
            tr("A raster with several bands, such as cleaned reflectance."),
        )
        add_pca_parameters(self)
        add_mask_parameter(self)
        add_memory_parameter(self)
        add_component_outputs(self, self.OUTPUT)
        add_report_output(self)

    def check_packages(self):
        from ..core.methods.spy import spy_algorithms

        spy_algorithms()

    def compute(self, parameters, context, progress):
        from ..core.inputs.imagesets import raster_images
        from ..core.methods.products import ComponentFiles, make_components
        from ..core.report.making import write_run_report

        source, mask = (raster_source(self, parameters, name, context) for name in (INPUT, MASK))
        targets = self.targets(parameters, context, [source, mask])
        choice = component_choice(self, parameters, context)
        store = pixel_store(self, parameters, context)

        def check(bands, name):
            choice.check(len(bands))

        reading = progress.phase(tr("Reading the raster"), 0, 0.4)
        with raster_images(source, mask, store, reading, check) as (images, mosaic):
            components, moments = make_components(
                images,
                mosaic,
                choice,
                ComponentFiles(targets[self.OUTPUT], targets[EIGENVALUES], targets[LOADINGS], targets[MODEL]),
                progress.phase(tr("Principal components"), 0.4, 1),
            )
            if targets[REPORT]:
                progress.begin(tr("Writing the report"))
                run = self.described_run(parameters, [source])
                write_run_report(targets[REPORT], run, images, mosaic, components=components, moments=moments)
        self.name_layers(parameters, context, targets, {self.OUTPUT: component_layer_name(images.template.name)})
        return {**targets, **component_numbers(components)}
