# SPDX-License-Identifier: GPL-2.0-or-later
"""Spectra of points, polygons or the classes of a raster."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
)

from .base import NeonAlgorithm
from .parameters.bands import add_band_parameters, band_choice
from .parameters.classes import CLASSES_FOUND
from .parameters.classmaps import problem_of_field
from .parameters.inputs import INPUT, add_extent_of_tiles, add_tiles_or_raster, image_input
from .parameters.outputs import (
    CSV_FILTER,
    LIBRARY_FILTER,
    REPORT,
    add_file_output,
    add_report_output,
    check_header_of,
)
from .parameters.rasters import add_mask_parameter
from .parameters.run import add_memory_parameter, pixel_store
from .parameters.samples import (
    CLASSES,
    LOCATIONS,
    add_location_parameters,
    find_places,
    limits,
    location_sources,
    read_locations,
)
from .parameters.tiles import (
    SKIPPED,
    TILES,
    add_clear_sky_parameter,
    add_skip_broken_parameter,
    add_skipped_output,
    skipped_tiles,
)
from .translation import tr


class SampleSpectra(NeonAlgorithm):
    PER_PIXEL = "PER_PIXEL"
    SPECTRA = "SPECTRA"
    TABLE = "TABLE"
    LIBRARY = "LIBRARY"
    LAYER = "LAYER"
    COUNT = "COUNT"
    EITHER = ((TILES, INPUT), (LOCATIONS, CLASSES))

    NAME = "samplespectra"
    ICON = "samples.svg"
    TAGS = NeonAlgorithm.TAGS + (
        ",training,samples,ground truth,region of interest,roi,spectral library,endmember,signature,crowns,plots,"
        "extract,zonal statistics"
    )

    def displayName(self):
        return tr("Sample spectra")

    def shortDescription(self):
        return tr("Read the spectra at points, in polygons or of the classes of a raster, with their statistics.")

    def shortHelpString(self):
        return tr(
            "Reads the spectra of places whose class is known, such as tree crowns or plots, and gives for each class "
            "and each feature the mean, standard deviation and range. Of the tiles, only the parts that hold places "
            "are read.\n"
            "K-means can start from the table of spectra, and Classify with saved centres and Spectral angle take it; "
            "the library is for other programs.\n"
            "Pixels that features of different classes claim are left out, and the features named. Shade and soil "
            "between crowns go with a least brightness and a least NDVI.\n"
            "It does not suit places that are known less exactly than a pixel, unless a buffer makes up for it: one "
            "step aside may be another species, or its shadow."
        )

    def initAlgorithm(self, configuration=None):
        add_tiles_or_raster(
            self,
            tr("In place of tiles, a raster such as cleaned reflectance; all of its bands are read."),
            tr(
                "Where tiles overlap, the one listed first counts. Tiles may be of several years and sensors: spectra "
                "are resampled to the bands of the first one."
            ),
        )
        add_location_parameters(self)
        add_extent_of_tiles(self)
        add_mask_parameter(self)
        add_band_parameters(self)
        add_clear_sky_parameter(self)
        add_skip_broken_parameter(self)
        add_memory_parameter(self)
        self.add(
            QgsProcessingParameterBoolean(
                name=self.PER_PIXEL, description=tr("Spectra of single pixels as well"), defaultValue=False
            ),
            tr("Add a row for each pixel to the statistics, and its spectrum to the library."),
        )
        add_file_output(
            self,
            self.SPECTRA,
            tr("Spectra of classes"),
            CSV_FILTER,
            tr("A table of the mean spectrum of each class with its pixels and name, as K-means writes its centres."),
        )
        add_file_output(
            self,
            self.TABLE,
            tr("Statistics"),
            CSV_FILTER,
            tr(
                "A table with mean, standard deviation, 5 and 95 % of each class and each feature; the number of a "
                "feature is the field id of the layer of places."
            ),
        )
        add_file_output(
            self,
            self.LIBRARY,
            tr("Spectral library"),
            LIBRARY_FILTER,
            tr(
                "The mean spectra of the classes as an ENVI spectral library (.sli with a header .hdr beside it), "
                "which SPy, ENVI and EnMAP-Box read."
            ),
            by_default=False,
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                name=self.LAYER,
                description=tr("Places"),
                type=QgsProcessing.SourceType.TypeVectorAnyGeometry,
                optional=True,
            ),
            tr(
                "The points or polygons with id, class, name, pixels, and of their mean spectrum ndvi and brightness; "
                "deviation is the mean of the standard deviations of all bands. Not for a class raster."
            ),
        )
        add_report_output(self)
        self.addOutput(QgsProcessingOutputNumber(self.COUNT, tr("Number of pixels")))
        self.addOutput(QgsProcessingOutputNumber(CLASSES_FOUND, tr("Classes with pixels")))
        add_skipped_output(self)

    def problem(self, parameters, context):
        return super().problem(parameters, context) or problem_of_field(
            self, parameters, context, of=LOCATIONS, instead=CLASSES, is_needed=False
        )

    def prepareAlgorithm(self, parameters, context, feedback):
        is_ready = super().prepareAlgorithm(parameters, context, feedback)
        if not self._problem:
            read_locations(self, parameters, context)
        return is_ready

    def compute(self, parameters, context, progress):
        from ..core.report.samples import in_words, lost_in_words, write_sample_report
        from ..core.spectra.samples import read_samples
        from ..core.spectra.sampletables import write_sample_library, write_statistics
        from ..core.spectra.sensors import open_sensors
        from .samplelayer import write_sample_layer

        chosen = image_input(self, parameters, context, progress)
        targets = self.targets(parameters, context, [*chosen.sources, *location_sources(self)])
        run = self.described_run(chosen.paths)
        features = self.layers.get(LOCATIONS)
        ids = getattr(features, "ids", ())
        per_pixel = self.parameterAsBool(parameters, self.PER_PIXEL, context)
        bands = band_choice(self, parameters, context) if chosen.raster is None else None
        with open_sensors(chosen, bands, progress) as source:
            finding = progress.phase(tr("Finding the pixels"), 0, 0.2)
            places = find_places(self, parameters, context, source.grid, finding)
            reading = progress.phase(tr("Reading spectra"), 0.2, 0.8)
            store = pixel_store(self, parameters, context)
            samples = read_samples(source, places, store, reading, limits(self, parameters, context))
            skipped = skipped_tiles(source, progress)
        progress.info(in_words(samples))
        for sentence in lost_in_words(samples):
            progress.warn(sentence)
        computing = progress.phase(tr("Statistics"), 0.8, 1)
        classes = samples.spectral_classes(progress=computing)
        spreads = samples.spreads(computing)
        if targets[self.SPECTRA]:
            classes.write(targets[self.SPECTRA])
        if targets[self.TABLE]:
            write_statistics(targets[self.TABLE], samples, spreads, ids, per_pixel, computing)
        if targets[self.LIBRARY]:
            write_sample_library(targets[self.LIBRARY], samples, spreads, per_pixel)
        layer = write_sample_layer(self, parameters, context, self.LAYER, features, samples, progress)
        if targets[REPORT]:
            write_sample_report(targets[REPORT], run, samples, classes, spreads)
        progress.report(1)
        return {
            **targets,
            self.LAYER: layer,
            self.COUNT: len(samples),
            CLASSES_FOUND: len(classes),
            SKIPPED: skipped,
        }

    def targets(self, parameters, context, inputs=()):
        inputs = list(inputs)
        targets = super().targets(parameters, context, inputs)
        check_header_of(self, self.LIBRARY, targets, inputs)
        return targets
