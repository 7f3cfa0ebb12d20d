# SPDX-License-Identifier: GPL-2.0-or-later
"""The dialog of algorithms that read several tiles."""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from .parameters.tiles import TilesParameter, paths_in


def tiles_dialog(algorithm, parent):
    """Return QGIS's dialog of an algorithm, in which a run that is opened from the history has its tiles.

    None when this QGIS has another kind of dialog (from 4.2), or when the algorithm does not take several tiles.
    """
    names = [one.name() for one in algorithm.parameterDefinitions() if isinstance(one, TilesParameter)]
    if not names:
        return None
    try:
        from processing.gui.AlgorithmDialog import AlgorithmDialog
    except ImportError:
        return None

    class TilesDialog(AlgorithmDialog):
        def setParameters(self, parameters):
            shown = {name: as_layers(value) if name in names else value for name, value in parameters.items()}
            super().setParameters(shown)

    return TilesDialog(algorithm, parent=parent)


def as_layers(value):
    """Return layers that stand for files and are never opened; other values stay.

    The list in the dialog shows the sources of layers. Of plain paths it tries to open each as a layer, and shows none
    when that fails (https://github.com/qgis/QGIS/issues/66029).
    """
    paths = paths_in(value)
    return value if paths is None else [QgsVectorLayer(path, path, "none") for path in paths]
