# SPDX-License-Identifier: GPL-2.0-or-later
"""Colour composites of tiles or a raster."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterString,
)

from ..core.constants import COMPOSITES, HIGH_PERCENTILE, LOW_PERCENTILE
from .base import NeonAlgorithm
from .parameters.inputs import INPUT, image_input
from .parameters.rasters import add_extent_parameter, add_raster_parameter, picture_layer_name
from .parameters.run import temporary_folder
from .parameters.tiles import tile_filter
from .translation import tr


class ColourComposite(NeonAlgorithm):
    TILE = "TILE"
    COMPOSITE = "COMPOSITE"
    WAVELENGTHS = "WAVELENGTHS"
    LOW = "LOW"
    HIGH = "HIGH"
    OUTPUT = "OUTPUT"
    BANDS_USED = "BANDS_USED"
    EITHER = ((TILE, INPUT),)

    NAME = "colourcomposite"
    ICON = "composite.svg"
    TAGS = NeonAlgorithm.TAGS + ",rgb,true colour,false colour,infrared,cir,swir,picture,stretch,color"

    def displayName(self):
        return tr("Colour composite")

    def shortDescription(self):
        return tr("Make a picture of three bands of a tile or raster: true colour, infrared or any wavelengths.")

    def shortHelpString(self):
        return tr(
            "Finds the bands nearest to three wavelengths, stretches them between two percentiles of their values, and "
            "writes them as red, green and blue. Pixels without data are transparent. Only these bands are read.\n"
            "In true colour the three bands are stretched alike, as NEON's lessons do, so that grey stays grey; in "
            "other composites each is stretched by itself.\n"
            "Give either a tile (HDF5) or a raster whose bands have wavelengths, such as cleaned reflectance. In "
            "colour infrared, as in aerial photographs, plants are red; that of NEON's lessons has green and blue in "
            "place of red and green.\n"
            "The picture is for looking at: brightness does not compare between pictures."
        )

    def initAlgorithm(self, configuration=None):
        self.add(
            QgsProcessingParameterFile(
                name=self.TILE,
                description=tr("Reflectance tile"),
                behavior=QgsProcessingParameterFile.Behavior.File,
                fileFilter=tile_filter(),
                optional=True,
            ),
            tr("A NEON reflectance file: a tile or a flight line (HDF5). Give this or a raster."),
        )
        add_raster_parameter(
            self,
            INPUT,
            tr("A raster whose bands have wavelengths, such as cleaned reflectance. Give this or a tile."),
            optional=True,
        )
        self.add(
            QgsProcessingParameterEnum(
                name=self.COMPOSITE,
                description=tr("Composite"),
                options=[
                    tr("{} ({:.0f}, {:.0f}, {:.0f} nm)").format(tr(composite.title), *composite.wavelengths)
                    for composite in COMPOSITES
                ],
                defaultValue=0,
            ),
            tr("Which wavelengths become red, green and blue."),
        )
        add_extent_parameter(self, tr("Show only the pixels whose centre lies in this extent. Empty: the whole image."))
        self.add(
            QgsProcessingParameterString(name=self.WAVELENGTHS, description=tr("Wavelengths (nm)"), optional=True),
            tr('Three wavelengths for red, green and blue in place of the composite, such as "670, 550, 470".'),
            advanced=True,
        )
        for name, description, default, help in (
            (self.LOW, tr("Lower percentile"), LOW_PERCENTILE, tr("Values below it become darkest.")),
            (self.HIGH, tr("Upper percentile"), HIGH_PERCENTILE, tr("Values above it become brightest.")),
        ):
            self.add(
                QgsProcessingParameterNumber(
                    name=name,
                    description=description,
                    type=QgsProcessingParameterNumber.Type.Double,
                    defaultValue=default,
                    minValue=0.0,
                    maxValue=100.0,
                ),
                help,
                advanced=True,
            )
        self.add(
            QgsProcessingParameterRasterDestination(name=self.OUTPUT, description=tr("Colour composite")),
            tr("The picture to write (GeoTIFF): red, green, blue and opacity, as Byte."),
        )
        self.addOutput(QgsProcessingOutputString(self.BANDS_USED, tr("Bands used")))

    def compute(self, parameters, context, progress):
        from ..core.compute.memory import PixelStore
        from ..core.methods.composite import ColourBands, parse_wavelengths, write_composite

        tile = self.parameterAsFile(parameters, self.TILE, context)
        chosen = image_input(self, parameters, context, progress, tile=tile)
        targets = self.targets(parameters, context, chosen.sources)
        composite = COMPOSITES[self.parameterAsEnum(parameters, self.COMPOSITE, context)]
        title, wavelengths = tr(composite.title), composite.wavelengths
        text = self.parameterAsString(parameters, self.WAVELENGTHS, context)
        if text.strip():
            title, wavelengths = text.strip(), parse_wavelengths(text)
        with chosen.open(ColourBands(wavelengths), progress) as source:
            used = write_composite(
                targets[self.OUTPUT],
                source,
                wavelengths,
                self.parameterAsDouble(parameters, self.LOW, context),
                self.parameterAsDouble(parameters, self.HIGH, context),
                PixelStore(temporary_folder(context)),
                progress.phase(tr("Writing the picture"), 0, 1),
            )
        bands_used = ", ".join(used.names)
        progress.info(tr("Red, green, blue: {}").format(bands_used))
        self.name_layers(parameters, context, targets, {self.OUTPUT: picture_layer_name(title, source.name)})
        return {**targets, self.BANDS_USED: bands_used}
