"""K-means clustering of any raster."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterRasterLayer

from .base import NeonAlgorithm
from .parameters import (
    CENTRES,
    MAX_ITERATIONS,
    REPORT,
    add_class_outputs,
    add_kmeans_parameters,
    add_mask_parameter,
    add_memory_parameter,
    add_report_output,
    class_layer_name,
    class_numbers,
    file_outputs,
    kmeans_start,
    mask_source,
    pixel_store,
    raster_source,
    wanted,
)
from .translation import tr


class KMeans(NeonAlgorithm):
    INPUT = "INPUT"
    OUTPUT = "OUTPUT"

    NAME = "kmeans"
    ICON = "clusters.svg"
    TAGS = NeonAlgorithm.TAGS + ",k-means,clustering,cluster,unsupervised,classification,classes"

    def displayName(self):
        return tr("K-means clustering")

    def shortDescription(self):
        return tr("Classify the pixels of a raster into classes of similar spectra.")

    def shortHelpString(self):
        return tr(
            "Groups the pixels of a raster with several bands into classes: each pixel belongs to the class whose mean "
            "spectrum (centre) is nearest, and each centre is the mean of its pixels.\n"
            "Pixels without data in any band stay without class. Classes are numbered from 1, dark to bright.\n"
            "The centres are a table that another run can start from, on this or on another image. A cancelled run "
            "leaves the centres of its last iteration there.\n"
            "K-means suits classes of similar spread; the result depends on the start."
        )

    def initAlgorithm(self, configuration=None):
        self.add(
            QgsProcessingParameterRasterLayer(name=self.INPUT, description=tr("Raster")),
            tr("A raster with one or more bands, such as cleaned reflectance or principal components."),
        )
        add_kmeans_parameters(self)
        add_mask_parameter(self)
        add_memory_parameter(self)
        add_class_outputs(self, self.OUTPUT)
        add_report_output(self)

    def compute(self, parameters, context, progress):
        from ..core.files.raster.choice import RasterChoice
        from ..core.files.raster.image import RasterImage
        from ..core.files.targets import check_targets
        from ..core.image.mosaic import Mosaic
        from ..core.inputs.masks import open_mask
        from ..core.methods.imagework import local_crew
        from ..core.methods.products import ClassFiles, make_classes
        from ..core.report.making import write_run_report

        source = raster_source(self, parameters, self.INPUT, context)
        output = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        files = file_outputs(self, parameters, context, CENTRES, REPORT)
        start = kmeans_start(self, parameters, context)
        mask = mask_source(self, parameters, context)
        run = self.described_run(parameters, [source])
        check_targets({self.OUTPUT: output}, files, [RasterChoice.of(one) for one in (source, mask) if one])
        store = pixel_store(self, parameters, context)
        with RasterImage(source) as raster:
            start.check(raster.bands, raster.name, progress)
            keep = open_mask(RasterChoice.of(mask), progress).kept(raster.grid) if mask else None
            progress.info(store.plan([raster.shape], raster.dtype))
            image = raster.read_pixels(progress.part(0, 0.2), allocate=store.allocate, keep=keep)
        mosaic = Mosaic.of([image.grid], [image.name])
        with local_crew([image]) as crew:
            classification = make_classes(
                crew,
                mosaic,
                start,
                self.parameterAsInt(parameters, MAX_ITERATIONS, context),
                ClassFiles(output, files[CENTRES]),
                progress.part(0.2, 1),
            )
            if files[REPORT]:
                write_run_report(files[REPORT], run, crew, mosaic, classification)
        self.name_layer(parameters, context, self.OUTPUT, output, class_layer_name(classification, image.name))
        return wanted({self.OUTPUT: output, **files, **class_numbers(classification)})
