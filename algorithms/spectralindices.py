# SPDX-License-Identifier: GPL-2.0-or-later
"""Spectral indices of tiles or a raster."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterString,
)

from ..core.constants import INDICES
from .base import NeonAlgorithm
from .parameters.inputs import INPUT, add_image_parameters, image_input
from .parameters.run import add_memory_parameter, pixel_store
from .parameters.tiles import SKIPPED, TILES, add_skipped_output, skipped_tiles
from .parameters.values import is_given
from .translation import tr


class SpectralIndices(NeonAlgorithm):
    INDICES = "INDICES"
    EXPRESSION = "EXPRESSION"
    THRESHOLD = "THRESHOLD"
    OUTPUT = "OUTPUT"
    MASK = "MASK"
    EITHER = ((TILES, INPUT),)

    NAME = "spectralindices"
    ICON = "indices.svg"
    TAGS = NeonAlgorithm.TAGS + ",ndvi,evi,ndwi,pri,savi,vegetation index,band math,raster calculator,ratio,threshold"

    def displayName(self):
        return tr("Spectral indices")

    def shortDescription(self):
        return tr("Compute NDVI and other indices of tiles or a raster, or any expression of wavelengths.")

    def shortHelpString(self):
        return tr(
            "Computes indices from the reflectance at a few wavelengths; only these bands are read. The bands nearest "
            "to the wavelengths are taken; where an image has none near enough, the message names the wavelength.\n"
            "An expression may use any wavelength: r827 is the reflectance at 827 nm, so that NDVI is "
            "(r858-r668)/(r858+r668). It may have + - * / **, brackets, abs, exp, log, log10 and sqrt.\n"
            "Each index is a band of the result. Where it is not defined, as after a division by zero, there is no "
            "data. With a threshold, a mask tells where the first index is at least as large, for instance to cluster "
            "vegetation only.\n"
            "Tiles, or one raster: give one of the two. Indices need surface reflectance from 0 to 1; of raw counts, "
            "or of integers without scale, those with constants such as EVI and SAVI are wrong."
        )

    def initAlgorithm(self, configuration=None):
        add_image_parameters(
            self, tr("In place of tiles, a raster whose bands have wavelengths, such as cleaned reflectance.")
        )
        self.add(
            QgsProcessingParameterEnum(
                name=self.INDICES,
                description=tr("Indices"),
                options=[f"{index.name}: {tr(index.title)}" for index in INDICES],
                allowMultiple=True,
                optional=True,
            ),
            tr(
                "Which indices to compute, a band each, in the order of this list. None: the expression only, or NDVI "
                "where there is none."
            ),
        )
        self.add(
            QgsProcessingParameterString(name=self.EXPRESSION, description=tr("Expression"), optional=True),
            tr(
                'A further index of your own, such as "(r827-r667)/(r827+r667)", in which r827 is the reflectance at '
                "827 nm; the last band."
            ),
        )
        self.add(
            QgsProcessingParameterNumber(
                name=self.THRESHOLD,
                description=tr("Threshold of the first index, for the mask"),
                type=QgsProcessingParameterNumber.Type.Double,
                optional=True,
            ),
            tr("The mask is 1 where the first band of the result is at least as large, and 0 where it is smaller."),
        )
        add_memory_parameter(self)
        self.add(
            QgsProcessingParameterRasterDestination(name=self.OUTPUT, description=tr("Indices")),
            tr("The raster to write (GeoTIFF, Float32): a band for each index, no data where it is not defined."),
        )
        self.add(
            QgsProcessingParameterRasterDestination(
                name=self.MASK, description=tr("Mask"), optional=True, createByDefault=False
            ),
            tr("The mask to write (GeoTIFF, Byte), which K-means and others take as their mask. It needs a threshold."),
        )
        add_skipped_output(self)

    def compute(self, parameters, context, progress):
        from ..core.methods.indices import ChosenIndices, write_indices

        # QGIS reads the first choice where none is given.
        is_chosen = is_given(parameters.get(self.INDICES))
        places = self.parameterAsEnums(parameters, self.INDICES, context) if is_chosen else []
        chosen = ChosenIndices.of(places, self.parameterAsString(parameters, self.EXPRESSION, context))
        has_threshold = is_given(parameters.get(self.THRESHOLD))
        threshold = self.parameterAsDouble(parameters, self.THRESHOLD, context) if has_threshold else None
        images = image_input(self, parameters, context, progress)
        targets = self.targets(parameters, context, images.sources)
        store = pixel_store(self, parameters, context)
        with images.open(chosen, progress) as source:
            write_indices(
                targets[self.OUTPUT],
                chosen,
                source,
                store,
                progress.phase(tr("Computing indices"), 0, 1),
                targets[self.MASK],
                threshold,
            )
        name = f"{', '.join(chosen.names)} - {source.name}"
        mask_name = tr("{} at least {:g} - {}").format(chosen.names[0], threshold or 0, source.name)
        self.name_layers(parameters, context, targets, {self.OUTPUT: name, self.MASK: mask_name})
        return {**targets, SKIPPED: skipped_tiles(source, progress)}
