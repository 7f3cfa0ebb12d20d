# SPDX-License-Identifier: GPL-2.0-or-later
"""Opening a tile from the Browser."""

from __future__ import annotations

from qgis.gui import QgsDataItemGuiProvider

from ..algorithms.translation import tr
from ..core.constants import TILE_ENDINGS
from .truecolour import TrueColourLoader


class TileBrowser(QgsDataItemGuiProvider):
    """Shows a NEON tile in true colour, from its context menu or by a double click.

    QGIS calls its own providers first; in 3.22, one of them handles the double click.
    """

    def __init__(self, loader: TrueColourLoader):
        super().__init__()
        self._loader = loader

    def name(self):
        return "neonaop"

    def handleDoubleClick(self, item, context):
        return is_hdf5(item) and self._loader.load(item.path())

    def populateContextMenu(self, item, menu, selected_items, context):
        if is_hdf5(item) and self._loader.tile_name(item.path()) is not None:
            path = item.path()
            menu.addAction(tr("Add NEON Tile in True Colour"), lambda: self._loader.load(path))


def is_hdf5(item) -> bool:
    """Tell by the name, without opening the file, as the Browser asks this for every item."""
    return item.path().lower().endswith(TILE_ENDINGS)
