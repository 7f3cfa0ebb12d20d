# SPDX-License-Identifier: GPL-2.0-or-later
"""Abundances of endmembers by linear unmixing."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterRasterDestination,
)

from ..core.constants import FULLY_CONSTRAINED, SUM_TO_ONE
from .base import NeonAlgorithm
from .parameters.definitions import add_choice
from .parameters.inputs import INPUT, add_image_parameters, image_input
from .parameters.outputs import REPORT, add_report_output
from .parameters.rasters import add_mask_parameter
from .parameters.run import add_memory_parameter, pixel_store
from .parameters.spectra import SPECTRA, add_spectra_parameter, spectra_sources
from .parameters.tiles import SKIPPED, TILES, add_skipped_output, skipped_tiles
from .parameters.values import called
from .translation import tr


class Unmix(NeonAlgorithm):
    METHOD = "METHOD"
    SHADE = "SHADE"
    ABUNDANCES = "ABUNDANCES"
    RESIDUAL = "RESIDUAL"
    DOMINANT = "DOMINANT"
    RMSE = "RMSE"
    EITHER = ((TILES, INPUT),)

    NAME = "unmix"
    ICON = "unmix.svg"
    TAGS = NeonAlgorithm.TAGS + (
        ",unmixing,spectral mixture analysis,sma,fcls,nnls,least squares,abundance,fraction,endmember,subpixel,"
        "shade,residual,cover"
    )

    def displayName(self):
        return tr("Unmixing")

    def shortDescription(self):
        return tr("Find how much of each endmember is in each pixel (linear spectral unmixing).")

    def shortHelpString(self):
        return tr(
            "Takes each pixel to be a mixture of given spectra, the endmembers, such as leaves, soil and shade, and "
            "finds their abundances: the shares that explain its spectrum best (least squares).\n"
            "Fully constrained abundances are not negative and sum to one, so that they are shares of the pixel. The "
            "solution is exact, as that of a solver of quadratic programs.\n"
            "Endmembers are those of Endmembers or Sample spectra, the centres of K-means, or of a spectral library. "
            "The residual (RMSE) shows where one is missing.\n"
            "It does not suit pixels in which light passes several materials, as leaves above leaves, nor many "
            "endmembers that are alike: little noise then moves abundance from one to another, and a warning names "
            "such pairs. Endmembers that are mixtures of others are refused."
        )

    def initAlgorithm(self, configuration=None):
        add_spectra_parameter(self)
        add_image_parameters(
            self, tr("In place of tiles, a raster with the bands of the spectra, such as cleaned reflectance.")
        )
        add_choice(
            self,
            self.METHOD,
            tr("Constraints"),
            tr(
                "0: shares of the pixel. 1: for endmembers whose brightness varies, or where some are missing; the sum "
                "tells how bright the pixel is. 2 and 3 are quick, and negative abundances tell that endmembers do "
                "not fit."
            ),
            options=[
                tr("Not negative, sum to one (fully constrained)"),
                tr("Not negative"),
                tr("Sum to one"),
                tr("None"),
            ],
            default=FULLY_CONSTRAINED,
        )
        self.add(
            QgsProcessingParameterBoolean(name=self.SHADE, description=tr("Add shade"), defaultValue=False),
            tr(
                "Add an endmember that is zero in all bands, the last one. It takes up what differs in brightness "
                "only; the others are then less than one together in the shade."
            ),
        )
        add_mask_parameter(self)
        add_memory_parameter(self)
        self.add(
            QgsProcessingParameterRasterDestination(name=self.ABUNDANCES, description=tr("Abundances")),
            tr("The raster to write (GeoTIFF, Float32): a band for each endmember, in the order of the file, named."),
        )
        for name, description, help in (
            (
                self.RESIDUAL,
                tr("Residual"),
                tr("The root of the mean squared difference to the mixture, in reflectance (GeoTIFF, Float32)."),
            ),
            (
                self.DOMINANT,
                tr("Dominant endmember"),
                tr("A class raster (GeoTIFF) of the endmember with the largest abundance."),
            ),
        ):
            self.add(
                QgsProcessingParameterRasterDestination(
                    name=name, description=description, optional=True, createByDefault=False
                ),
                help,
            )
        add_report_output(self)
        self.addOutput(QgsProcessingOutputNumber(self.RMSE, tr("RMSE of all pixels (reflectance)")))
        add_skipped_output(self)

    def problem(self, parameters, context):
        problem = super().problem(parameters, context)
        if problem or not self.parameterAsBool(parameters, self.SHADE, context):
            return problem
        if self.parameterAsEnum(parameters, self.METHOD, context) in (FULLY_CONSTRAINED, SUM_TO_ONE):
            return ""
        return tr("{shade} only counts where abundances sum to one; leave it out, or choose such {method}.").format(
            shade=called(self.parameterDefinition(self.SHADE)), method=called(self.parameterDefinition(self.METHOD))
        )

    def compute(self, parameters, context, progress):
        from ..core.methods.unmixing.abundances import AbundanceFiles, with_shade, write_abundances
        from ..core.report.unmixing import in_words, write_unmixing_report
        from ..core.spectra.reading import LibraryBands, read_library

        path = self.parameterAsFile(parameters, SPECTRA, context)
        chosen = image_input(self, parameters, context, progress)
        targets = self.targets(parameters, context, [*chosen.sources, *spectra_sources(path)])
        run = self.described_run(chosen.paths)
        method = self.parameterAsEnum(parameters, self.METHOD, context)
        bands = LibraryBands(read_library(path, progress), path, progress)
        store = pixel_store(self, parameters, context)
        with chosen.open(bands, progress) as source:
            has_shade = self.parameterAsBool(parameters, self.SHADE, context)
            classes = with_shade(bands.classes) if has_shade else bands.classes
            files = AbundanceFiles(targets[self.ABUNDANCES], targets[self.RESIDUAL], targets[self.DOMINANT])
            found = write_abundances(files, classes, method, source, store, progress.phase(tr("Unmixing"), 0, 0.97))
            progress.info(in_words(found))
            if targets[REPORT]:
                progress.begin(tr("Writing the report"))
                write_unmixing_report(targets[REPORT], run, found, method, source.grid, source.name)
        names = {
            self.DOMINANT: tr("Dominant endmember - {}").format(source.name),
            self.ABUNDANCES: tr("Abundances - {}").format(source.name),
            self.RESIDUAL: tr("Residual - {}").format(source.name),
        }
        self.name_layers(parameters, context, targets, names)
        return {**targets, self.RMSE: found.rmse, SKIPPED: skipped_tiles(source, progress)}
