"""The plugin object that QGIS creates."""

from __future__ import annotations

from qgis.core import QgsApplication

from .algorithms.provider import NeonAopProvider


class NeonAopPlugin:
    """Puts the provider in the Processing registry; everything else happens in Processing."""

    def __init__(self):
        self.provider = None

    def initProcessing(self):
        self.provider = NeonAopProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self):
        self.initProcessing()

    def unload(self):
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
