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
from .parameters.outputs import REPORT, add_report_output, file_outputs, wanted
from .parameters.rasters import add_mask_parameter, mask_source, raster_source
from .parameters.run import add_memory_parameter, pixel_store
from .translation import tr


class PrincipalComponents(NeonAlgorithm):
    INPUT = "INPUT"
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
            QgsProcessingParameterRasterLayer(name=self.INPUT, description=tr("Raster")),
            tr("A raster with several bands, such as cleaned reflectance."),
        )
        add_pca_parameters(self)
        add_mask_parameter(self)
        add_memory_parameter(self)
        add_component_outputs(self, self.OUTPUT)
        add_report_output(self)

    def compute(self, parameters, context, progress):
        from ..core.files.targets import check_targets
        from ..core.inputs.imagesets import raster_images
        from ..core.methods.products import ComponentFiles, make_components
        from ..core.methods.spy import spy_algorithms
        from ..core.report.making import write_run_report

        spy_algorithms()
        source = raster_source(self, parameters, self.INPUT, context)
        output = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        files = file_outputs(self, parameters, context, EIGENVALUES, LOADINGS, MODEL, REPORT)
        choice = component_choice(self, parameters, context)
        mask = mask_source(self, parameters, context)
        run = self.described_run(parameters, [source])
        check_targets({self.OUTPUT: output}, files, [source, mask])
        store = pixel_store(self, parameters, context)

        def check(bands, name):
            choice.check(len(bands))

        with raster_images(source, mask, store, progress.part(0, 0.4), check) as (images, mosaic):
            components, moments = make_components(
                images,
                mosaic,
                choice,
                ComponentFiles(output, files[EIGENVALUES], files[LOADINGS], files[MODEL]),
                progress.part(0.4, 1),
            )
            if files[REPORT]:
                write_run_report(files[REPORT], run, images, mosaic, components=components, moments=moments)
        self.name_layer(parameters, context, self.OUTPUT, output, component_layer_name(images.template.name))
        return wanted({self.OUTPUT: output, **files, **component_numbers(components)})
