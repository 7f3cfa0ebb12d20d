# SPDX-License-Identifier: GPL-2.0-or-later
"""Buttons of the plugin in the window of QGIS, each with an entry in the menu Raster."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QAction

MENU = "NEON AOP"


def add_button(iface, action: QAction) -> None:
    """Add a button and its entry."""
    iface.addToolBarIcon(action)
    iface.addPluginToRasterMenu(MENU, action)


def remove_button(iface, action: QAction) -> None:
    """Remove a button and its entry, and delete the action."""
    iface.removeToolBarIcon(action)
    iface.removePluginRasterMenu(MENU, action)
    action.deleteLater()
