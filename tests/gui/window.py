"""A window with a map, which stands for QGIS's."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtWidgets import QMainWindow


class Window:
    """The part of QGIS's interface that the plugin uses."""

    def __init__(self, message_bar=None, width=1200, height=800):
        self.window = QMainWindow()
        self.window.resize(width, height)
        self.canvas = QgsMapCanvas(self.window)
        self.window.setCentralWidget(self.canvas)
        self._message_bar = message_bar
        self.active = None
        self.buttons, self.menu, self.docks, self.drop_handlers = [], [], [], []

    def close(self):
        self.canvas.stopRendering()
        self.window.close()
        self.window.deleteLater()

    def mainWindow(self):
        return self.window

    def mapCanvas(self):
        return self.canvas

    def messageBar(self):
        return self._message_bar

    def activeLayer(self):
        return self.active

    def iconSize(self, is_docked=False):
        return QSize(16, 16)

    def addToolBarIcon(self, action):
        self.buttons.append(action)

    def removeToolBarIcon(self, action):
        self.buttons.remove(action)

    def addPluginToRasterMenu(self, name, action):
        self.menu.append((name, action))

    def removePluginRasterMenu(self, name, action):
        self.menu.remove((name, action))

    def addDockWidget(self, area, dock):
        self.docks.append(dock)
        self.window.addDockWidget(area, dock)

    def removeDockWidget(self, dock):
        self.docks.remove(dock)
        self.window.removeDockWidget(dock)

    def registerCustomDropHandler(self, handler):
        self.drop_handlers.append(handler)

    def unregisterCustomDropHandler(self, handler):
        self.drop_handlers.remove(handler)
