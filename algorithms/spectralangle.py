# SPDX-License-Identifier: GPL-2.0-or-later
"""Classes by the spectral angle to given spectra."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterString,
)

from .base import NeonAlgorithm
from .parameters.certainty import UNCLASSIFIED
from .parameters.classes import CLASSES_FOUND, COUNTS, add_counts_output
from .parameters.inputs import INPUT, add_image_parameters, image_input
from .parameters.run import add_memory_parameter, pixel_store
from .parameters.spectra import SPECTRA, add_spectra_parameter, spectra_sources
from .parameters.tiles import SKIPPED, TILES, add_skipped_output, skipped_tiles
from .translation import tr


class SpectralAngle(NeonAlgorithm):
    MAX_ANGLE = "MAX_ANGLE"
    ALL_ANGLES = "ALL_ANGLES"
    OUTPUT = "OUTPUT"
    ANGLES = "ANGLES"
    EITHER = ((TILES, INPUT),)

    NAME = "spectralangle"
    ICON = "angle.svg"
    TAGS = NeonAlgorithm.TAGS + (
        ",spectral angle mapper,sam,classification,supervised,spectral library,endmember,matching,similarity,asd,"
        "ecostress,predict"
    )

    def displayName(self):
        return tr("Spectral angle")

    def shortDescription(self):
        return tr("Give each pixel the class whose spectrum has the most similar shape (spectral angle mapper).")

    def shortHelpString(self):
        return tr(
            "Measures the angle between the spectrum of each pixel and given spectra, as vectors with a number for "
            "each band, and gives the pixel the class of the smallest one. The angle does not depend on brightness, so "
            "that a slope in the shade gets the class of a lit one.\n"
            "The spectra are those of Sample spectra, the centres of K-means, an ENVI spectral library, or text of an "
            "ASD spectrometer or of the ECOSTRESS library. Where their bands are not those of the image, they are "
            "resampled by FWHM, as the log says.\n"
            "Pixels without data have no class, nor those that are 0 in all bands. Of spectra at the same angle, the "
            "first one counts.\n"
            "It does not suit classes that differ in brightness only, such as asphalt and concrete. Spectra of a "
            "laboratory differ from those of an image by more than the angle between similar plants; those sampled in "
            "the image itself serve best."
        )

    def initAlgorithm(self, configuration=None):
        add_spectra_parameter(self)
        add_image_parameters(
            self,
            tr("In place of tiles, a raster with wavelengths, such as cleaned reflectance."),
        )
        self.add(
            QgsProcessingParameterString(name=self.MAX_ANGLE, description=tr("Largest angle (radians)"), optional=True),
            tr(
                "Pixels with no spectrum within this angle are unclassified: one number such as 0.1 (5.7 degrees), or "
                "one for each spectrum in their order, separated by commas. Unclassified pixels are 0, and no data has "
                "another number (255, or 65535 for many classes). Empty: every pixel gets a class."
            ),
        )
        self.add(
            QgsProcessingParameterBoolean(
                name=self.ALL_ANGLES, description=tr("Angle to each spectrum"), defaultValue=False
            ),
            tr("Write a band of angles for each spectrum, in place of one with the smallest angle."),
            advanced=True,
        )
        add_memory_parameter(self)
        self.add(
            QgsProcessingParameterRasterDestination(name=self.OUTPUT, description=tr("Classes")),
            tr(
                "The class raster to write (GeoTIFF). Classes have the numbers of the table, or the places of the "
                "spectra in the library from 1, and their names."
            ),
        )
        self.add(
            QgsProcessingParameterRasterDestination(
                name=self.ANGLES, description=tr("Angles"), optional=True, createByDefault=False
            ),
            tr("The angles in radians (GeoTIFF, Float32): the smaller, the more alike the shapes of the spectra are."),
        )
        add_counts_output(self)
        self.addOutput(QgsProcessingOutputNumber(CLASSES_FOUND, tr("Classes with pixels")))
        self.addOutput(QgsProcessingOutputNumber(UNCLASSIFIED, tr("Unclassified pixels")))
        add_skipped_output(self)

    def compute(self, parameters, context, progress):
        from ..core.methods.spectralangle import in_words, read_limits, write_spectral_angles
        from ..core.spectra.reading import LibraryBands, read_library

        path = self.parameterAsFile(parameters, SPECTRA, context)
        chosen = image_input(self, parameters, context, progress)
        targets = self.targets(parameters, context, [*chosen.sources, *spectra_sources(path)])
        bands = LibraryBands(read_library(path, progress), path, progress)
        store = pixel_store(self, parameters, context)
        with chosen.open(bands, progress) as source:
            text = self.parameterAsString(parameters, self.MAX_ANGLE, context)
            found = write_spectral_angles(
                targets[self.OUTPUT],
                bands.classes,
                source,
                store,
                progress.phase(tr("Classifying"), 0, 1),
                read_limits(text, bands.classes),
                targets[self.ANGLES],
                self.parameterAsBool(parameters, self.ALL_ANGLES, context),
            )
            if targets[COUNTS]:
                found.classes.write_counts(targets[COUNTS])
        if found.unclassified is not None:
            progress.info(in_words(found))
        names = {
            self.OUTPUT: tr("Spectral angle, {} classes - {}").format(len(found.classes), source.name),
            self.ANGLES: tr("Spectral angles - {}").format(source.name),
        }
        self.name_layers(parameters, context, targets, names)
        return {
            **targets,
            CLASSES_FOUND: found.classes.found,
            UNCLASSIFIED: found.unclassified or 0,
            SKIPPED: skipped_tiles(source, progress),
        }
