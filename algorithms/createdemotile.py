# SPDX-License-Identifier: GPL-2.0-or-later
"""Create a demo tile."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterEnum, QgsProcessingParameterFileDestination, QgsProcessingParameterNumber

from .base import NeonAlgorithm
from .parameters.classes import SEED
from .parameters.tiles import tile_filter
from .translation import tr

LAYOUTS = ("bands", "blocks")


class CreateDemoTile(NeonAlgorithm):
    SIZE = "SIZE"
    LAYOUT = "LAYOUT"
    OUTPUT = "OUTPUT"

    NAME = "createdemotile"
    ICON = "newtile.svg"
    TAGS = NeonAlgorithm.TAGS + ",example,sample,synthetic"

    def displayName(self):
        return tr("Create a demo tile")

    def shortDescription(self):
        return tr("Write a small synthetic reflectance tile in NEON's format, to try the other algorithms with.")

    def shortHelpString(self):
        return tr(
            "Writes a synthetic landscape as a NEON reflectance tile: woodland, fields, bare soil, a river, a road and "
            "shadow, with sensor noise, spoilt water-vapour bands and a corner that was not flown.\n"
            "The spectra are modelled. The file has the structure of a real tile, so that what works with it works "
            "with real ones."
        )

    def initAlgorithm(self, configuration=None):
        self.add(
            QgsProcessingParameterNumber(
                name=self.SIZE,
                description=tr("Size (pixels)"),
                type=QgsProcessingParameterNumber.Type.Integer,
                defaultValue=300,
                minValue=30,
                maxValue=1000,
            ),
            tr("Width and height of the tile; a pixel is 1 m wide. Real tiles have 1000 by 1000 pixels."),
        )
        self.add(
            QgsProcessingParameterEnum(
                name=self.LAYOUT,
                description=tr("Storage layout"),
                options=[tr("Whole bands (files since 2022)"), tr("Small blocks (files to 2021)")],
                defaultValue=0,
            ),
            tr("How the values are divided into compressed chunks. The values are the same."),
        )
        self.add(
            QgsProcessingParameterNumber(
                name=SEED,
                description=tr("Random seed"),
                type=QgsProcessingParameterNumber.Type.Integer,
                defaultValue=0,
                minValue=0,
            ),
            tr("Another seed gives another landscape."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFileDestination(
                name=self.OUTPUT, description=tr("Demo tile"), fileFilter=tile_filter()
            ),
            tr("The HDF5 file to write."),
        )

    def check_packages(self):
        from ..core.files.neon.demotile import h5py_to_write

        h5py_to_write()

    def compute(self, parameters, context, progress):
        from ..core.files.neon.demotile import write_demo_tile

        targets = self.targets(parameters, context)
        write_demo_tile(
            targets[self.OUTPUT],
            size=self.parameterAsInt(parameters, self.SIZE, context),
            layout=LAYOUTS[self.parameterAsEnum(parameters, self.LAYOUT, context)],
            seed=self.parameterAsInt(parameters, SEED, context),
            progress=progress.phase(tr("Writing the tile"), 0, 1),
        )
        return targets
