# SPDX-License-Identifier: GPL-2.0-or-later
"""Dropping a tile on the window, from a file manager or from the Browser."""

from __future__ import annotations

from qgis.core import QgsMimeDataUtils
from qgis.gui import QgsCustomDropHandler

from .truecolour import TrueColourLoader


class TileDropHandler(QgsCustomDropHandler):
    """Shows dropped NEON tiles in true colour, or what is wrong with them; anything else is left to QGIS."""

    def __init__(self, loader: TrueColourLoader):
        super().__init__()
        self._loader = loader

    def handleFileDrop(self, file):
        return self._loader.load(file)

    def handleMimeDataV2(self, data):
        """Handle items dragged from the Browser, which QGIS does not pass as files."""
        if not QgsMimeDataUtils.isUriList(data):
            return False
        paths = [uri.uri for uri in QgsMimeDataUtils.decodeUriList(data)]
        if not all(map(self._loader.takes, paths)):
            return False
        for path in paths:
            self._loader.load(path)
        return bool(paths)
