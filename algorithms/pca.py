"""Principal components of any raster."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterRasterLayer

from .base import NeonAlgorithm
from .parameters import (
    EIGENVALUES,
    LOADINGS,
    MODEL,
    REPORT,
    add_component_outputs,
    add_mask_parameter,
    add_memory_parameter,
    add_pca_parameters,
    add_report_output,
    component_choice,
    component_layer_name,
    component_numbers,
    file_outputs,
    mask_source,
    pixel_store,
    raster_source,
    wanted,
)
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
        from ..core.files.raster.choice import RasterChoice
        from ..core.files.raster.image import RasterImage
        from ..core.files.targets import check_targets
        from ..core.image.mosaic import Mosaic
        from ..core.inputs.masks import open_mask
        from ..core.methods.imagework import local_crew
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
        check_targets({self.OUTPUT: output}, files, [RasterChoice.of(one) for one in (source, mask) if one])
        store = pixel_store(self, parameters, context)
        with RasterImage(source) as raster:
            choice.check(len(raster.bands))
            keep = open_mask(RasterChoice.of(mask), progress).kept(raster.grid) if mask else None
            progress.info(store.plan([raster.shape], raster.dtype))
            image = raster.read_pixels(progress.part(0, 0.4), allocate=store.allocate, keep=keep)
        mosaic = Mosaic.of([image.grid], [image.name])
        with local_crew([image]) as crew:
            components, moments = make_components(
                crew,
                mosaic,
                choice,
                ComponentFiles(output, files[EIGENVALUES], files[LOADINGS], files[MODEL]),
                progress.part(0.4, 1),
            )
            if files[REPORT]:
                write_run_report(files[REPORT], run, crew, mosaic, components=components, moments=moments)
        self.name_layer(parameters, context, self.OUTPUT, output, component_layer_name(image.name))
        return wanted({self.OUTPUT: output, **files, **component_numbers(components)})
