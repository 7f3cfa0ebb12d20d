# SPDX-License-Identifier: GPL-2.0-or-later
"""Turn a tile into a raster of reflectance without bad bands."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterRasterDestination,
)

from .base import NeonAlgorithm
from .parameters.bands import add_band_parameters, band_choice
from .parameters.inputs import add_extent_of_tiles, image_input
from .parameters.rasters import add_mask_parameter
from .parameters.tiles import add_clear_sky_parameter, add_tile_input, opened_tile
from .translation import tr


class CleanReflectance(NeonAlgorithm):
    INPUT = "INPUT"
    DATA_TYPE = "DATA_TYPE"
    OUTPUT = "OUTPUT"
    BANDS = "BANDS"
    CRS = "CRS"

    NAME = "cleanreflectance"
    ICON = "spectrum.svg"
    TAGS = NeonAlgorithm.TAGS + ",hdf5,h5,bad bands,water vapour,import,convert"

    def displayName(self):
        return tr("Clean reflectance")

    def shortDescription(self):
        return tr("Turn a NEON reflectance tile into a georeferenced raster of reflectance without bad bands.")

    def shortHelpString(self):
        return tr(
            "Reads a NEON reflectance tile or flight line (HDF5), leaves out the bands that water vapour and noise "
            "spoil, and writes reflectance as a GeoTIFF with coordinate system, no data, band names and wavelengths.\n"
            "Pixels without data stay without data. The result serves as the input of k-means clustering and principal "
            "components, or of any other raster tool."
        )

    def initAlgorithm(self, configuration=None):
        add_tile_input(self, self.INPUT)
        add_band_parameters(self, advanced=False)
        add_extent_of_tiles(self)
        add_mask_parameter(self)
        add_clear_sky_parameter(self)
        self.add(
            QgsProcessingParameterEnum(
                name=self.DATA_TYPE,
                description=tr("Data type"),
                options=[tr("Float32 reflectance"), tr("Int16 with a scale of 0.0001")],
                defaultValue=0,
            ),
            tr("Integers take less space; QGIS shows them as reflectance, other programs may need to apply the scale."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterRasterDestination(name=self.OUTPUT, description=tr("Reflectance")),
            tr("The raster to write (GeoTIFF)."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.BANDS, tr("Bands")))
        self.addOutput(QgsProcessingOutputString(self.CRS, tr("Coordinate reference system")))

    def compute(self, parameters, context, progress):
        from ..core.files.neon.cleaning import write_reflectance

        source = self.parameterAsFile(parameters, self.INPUT, context)
        chosen = image_input(self, parameters, context, progress, tile=source)
        targets = self.targets(parameters, context, chosen.sources)
        choice = band_choice(self, parameters, context)
        with opened_tile(source, progress) as tile:
            kept = choice.kept(tile.info)
            window, excluded = chosen.part_of(tile, progress)
            progress.info(choice.describe(tile.info))
            write_reflectance(
                tile,
                kept,
                targets[self.OUTPUT],
                window,
                excluded,
                as_integers=self.parameterAsEnum(parameters, self.DATA_TYPE, context) == 1,
                progress=progress.phase(tr("Writing reflectance"), 0, 1),
            )
            crs = f"EPSG:{tile.info.epsg}" if tile.info.epsg else tile.info.grid.crs
            name = tile.info.name
        self.name_layers(parameters, context, targets, {self.OUTPUT: tr("Reflectance - {}").format(name)})
        return {**targets, self.BANDS: len(kept), self.CRS: crs}
