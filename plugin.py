# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin object that QGIS creates."""

from __future__ import annotations

from qgis.core import QgsApplication

from .algorithms.provider import NeonAopProvider
from .algorithms.translation import install_translator, remove_translator


class NeonAopPlugin:
    """Puts the provider in the Processing registry and, where there is a window, tiles within reach of the mouse."""

    def __init__(self, iface=None):
        self.iface = iface
        self.translator = None
        self.provider = None
        self.desktop = None

    def initProcessing(self):
        self.translator = install_translator()
        self.provider = NeonAopProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self):
        from .gui.desktop import Desktop

        self.initProcessing()
        self.desktop = Desktop(self.iface)

    def unload(self):
        if self.desktop is not None:
            self.desktop.remove()
            self.desktop = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        remove_translator(self.translator)
        self.translator = None
