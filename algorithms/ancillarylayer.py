# SPDX-License-Identifier: GPL-2.0-or-later
"""An ancillary layer of a tile as a raster."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputString, QgsProcessingParameterEnum, QgsProcessingParameterRasterDestination

from ..core.files.neon.layers import LAYERS
from .base import NeonAlgorithm
from .parameters.inputs import image_input
from .parameters.rasters import add_extent_parameter
from .parameters.tiles import add_tile_input, opened_tile
from .translation import tr


class AncillaryLayer(NeonAlgorithm):
    INPUT = "INPUT"
    LAYER = "LAYER"
    OUTPUT = "OUTPUT"
    LAYER_NAME = "LAYER_NAME"

    NAME = "ancillarylayer"
    ICON = "layers.svg"
    TAGS = NeonAlgorithm.TAGS + (
        ",hdf5,h5,weather quality,cloud,acquisition date,slope,aspect,elevation,shadow,water vapour,aerosol"
    )

    def displayName(self):
        return tr("Extract an ancillary layer")

    def shortDescription(self):
        return tr("Turn a layer that a NEON tile holds beside its reflectance into a georeferenced raster.")

    def shortHelpString(self):
        return tr(
            "Reads one of the images that come with the reflectance in a NEON tile (HDF5): weather quality, day of "
            "acquisition, terrain, angles to the sensor, shadow, aerosol, water vapour and others. A layer is found "
            "under each of the names that it has had in NEON's files.\n"
            "Weather quality becomes classes 1 to 3 with colours, from the codes of newer files as well as from the "
            "colours of older ones. The other layers keep their values. What files mark as no data in different ways "
            "(-9999, 241, -1) becomes no data.\n"
            "The log tells what the file says of the layer, and where that is known to be wrong."
        )

    def initAlgorithm(self, configuration=None):
        add_tile_input(self, self.INPUT)
        self.add(
            QgsProcessingParameterEnum(
                name=self.LAYER, description=tr("Layer"), options=[tr(layer.title) for layer in LAYERS], defaultValue=0
            ),
            tr("The layer to read. Not every file has all of them; a message lists those that it has."),
        )
        add_extent_parameter(self, tr("Read only the pixels whose centre lies in this extent. Empty: the whole tile."))
        self.add(
            QgsProcessingParameterRasterDestination(name=self.OUTPUT, description=tr("Ancillary layer")),
            tr("The raster to write (GeoTIFF)."),
        )
        self.addOutput(QgsProcessingOutputString(self.LAYER_NAME, tr("Name of the layer in the file")))

    def compute(self, parameters, context, progress):
        from ..core.files.neon.ancillary import describe, write_layer

        source = self.parameterAsFile(parameters, self.INPUT, context)
        known = LAYERS[self.parameterAsEnum(parameters, self.LAYER, context)]
        chosen = image_input(self, parameters, context, progress, tile=source)
        targets = self.targets(parameters, context, chosen.sources)
        with opened_tile(source, progress) as tile:
            window, _ = chosen.part_of(tile, progress)
            layer = write_layer(
                tile, known, targets[self.OUTPUT], window, progress.phase(tr("Reading the layer"), 0, 1)
            )
            name = tile.info.name
        progress.info(describe(known, layer))
        self.name_layers(parameters, context, targets, {self.OUTPUT: f"{tr(known.title)} - {name}"})
        return {**targets, self.LAYER_NAME: layer.name}
