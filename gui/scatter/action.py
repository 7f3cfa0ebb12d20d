# SPDX-License-Identifier: GPL-2.0-or-later
"""The button that opens the scatter dock; what the dock needs is loaded when it is opened."""

from __future__ import annotations

from qgis.core import Qgis
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from ...algorithms.base import ICONS
from ...algorithms.translation import tr
from ...core.errors import MissingPackageError
from ..buttons import add_button, remove_button


class ScatterAction:
    """A button and an entry in the menu Raster, and the dock once it has been opened."""

    def __init__(self, iface):
        self._iface = iface
        self.dock = None
        self.action = QAction(QIcon(str(ICONS / "scatter.svg")), tr("NEON scatter"), iface.mainWindow())
        self.action.setObjectName("NeonAopScatterAction")
        self.action.setCheckable(True)
        self.action.triggered.connect(self._open)
        add_button(iface, self.action)

    def remove(self) -> None:
        """Leave nothing in the window of QGIS."""
        if self.dock is not None:
            self.dock.remove()
            self.dock = None
        remove_button(self._iface, self.action)

    def _open(self) -> None:
        """Make the dock; from then on, the button shows and hides it."""
        from .dock import ScatterDock

        try:
            self.dock = ScatterDock(self._iface)
        except MissingPackageError as error:
            self.action.setChecked(False)
            self._iface.messageBar().pushMessage(tr("NEON scatter"), str(error), Qgis.MessageLevel.Critical)
            return
        self.action.triggered.disconnect(self._open)
        self.dock.setToggleVisibilityAction(self.action)
        self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
