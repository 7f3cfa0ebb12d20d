# SPDX-License-Identifier: GPL-2.0-or-later
"""The button that opens the dock of spectra. It imports nothing of the dock before, so that QGIS starts fast."""

from __future__ import annotations

import json

from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from ...algorithms.base import ICONS
from ...algorithms.translation import tr
from ...core.errors import MissingPackageError
from ..buttons import add_button, remove_button

# Where the dock is in a project.
_SCOPE, _KEY = "neon_aop", "/spectra"
_OPEN = "open"


class SpectrumAction:
    """A button and an entry in the menu Raster, and the dock once it has been opened.

    Parameters
    ----------
    iface : QgisInterface
    """

    def __init__(self, iface):
        self._iface = iface
        self.dock = None
        self.action = QAction(QIcon(str(ICONS / "spectrumdock.svg")), tr("NEON spectrum"), iface.mainWindow())
        self.action.setToolTip(tr("Show the spectrum of places that are clicked on the map"))
        self.action.setCheckable(True)
        self.action.triggered.connect(self.open)
        add_button(iface, self.action)
        project = QgsProject.instance()
        project.readProject.connect(self._read_project)
        project.writeProject.connect(self._write_project)

    def open(self) -> None:
        """Open the dock, and choose its tool for the map."""
        if self._ensure_dock():
            self.dock.setUserVisible(True)
            self._choose_tool()
        else:
            self.action.setChecked(False)

    def remove(self) -> None:
        """Leave nothing in the window of QGIS."""
        project = QgsProject.instance()
        project.readProject.disconnect(self._read_project)
        project.writeProject.disconnect(self._write_project)
        if self.dock is not None:
            self.dock.remove()
            self.dock = None
        remove_button(self._iface, self.action)

    def _ensure_dock(self) -> bool:
        """Make the dock unless it is there; tell whether that was possible."""
        if self.dock is None:
            from .dock import SpectrumDock

            try:
                self.dock = SpectrumDock(self._iface)
            except MissingPackageError as error:
                self._iface.messageBar().pushMessage(tr("NEON spectrum"), str(error), Qgis.MessageLevel.Critical)
                return False
            self.dock.tool.setAction(self.action)
            self.dock.tool_wanted.connect(self._choose_tool)
            self._iface.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.dock)
            self.dock.collection.restore(_saved())
        return True

    def _choose_tool(self) -> None:
        self._iface.mapCanvas().setMapTool(self.dock.tool)

    def _read_project(self) -> None:
        state = _saved()
        if self.dock is not None:
            self.dock.collection.restore(state)
        if state.get(_OPEN) and self._ensure_dock():
            self.dock.setUserVisible(True)

    def _write_project(self) -> None:
        if self.dock is None:
            # What was read is still there.
            return
        state = self.dock.collection.state()
        if any(state.values()):
            state[_OPEN] = self.dock.isUserVisible()
            QgsProject.instance().writeEntry(_SCOPE, _KEY, json.dumps(state))
        else:
            QgsProject.instance().removeEntry(_SCOPE, _KEY)


def _saved() -> dict:
    """Return what the project says of the dock; empty when it says nothing that makes sense."""
    text, _ = QgsProject.instance().readEntry(_SCOPE, _KEY, "")
    try:
        state = json.loads(text) if text else {}
    except ValueError:
        state = {}
    return state if isinstance(state, dict) else {}
