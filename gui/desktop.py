# SPDX-License-Identifier: GPL-2.0-or-later
"""Adds the plugin's handlers and buttons to the window of QGIS, and removes them."""

from __future__ import annotations

from qgis.gui import QgsGui

from .browser import TileBrowser
from .drop import TileDropHandler
from .remembered import PathsInProject
from .results import BatchReports
from .scatter.action import ScatterAction
from .spectrum.action import SpectrumAction
from .truecolour import TrueColourLoader


class Desktop:
    """Lets the user open a NEON tile by dropping it on the window or from the Browser, and open docks by buttons."""

    def __init__(self, iface):
        self._iface = iface
        self._loader = TrueColourLoader(iface.messageBar())
        self._drop_handler = TileDropHandler(self._loader)
        self._browser = TileBrowser(self._loader)
        self._paths = PathsInProject()
        self._reports = BatchReports()
        self.spectrum = SpectrumAction(iface)
        self._scatter = ScatterAction(iface)
        iface.registerCustomDropHandler(self._drop_handler)
        QgsGui.dataItemGuiProviderRegistry().addProvider(self._browser)

    def remove(self) -> None:
        """Remove all that was added, and cancel loading."""
        self.spectrum.remove()
        self._paths.remove()
        self._scatter.remove()
        self._iface.unregisterCustomDropHandler(self._drop_handler)
        # The registry deletes what it removes.
        QgsGui.dataItemGuiProviderRegistry().removeProvider(self._browser)
        self._browser = None
        self._reports.remove()
        self._loader.cancel()
