# SPDX-License-Identifier: GPL-2.0-or-later
"""The dialog of algorithms that read several tiles."""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from .parameters.tiles import TilesParameter, paths_in


def tiles_dialog(algorithm, parent):
    """Return QGIS's dialog of an algorithm, changed so that runs opened from the history show their list of tiles.

    None when the algorithm does not take several tiles, or QGIS has another kind of dialog (from 4.2).
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
    """Return layers with the paths as sources, which are never opened; other values are returned unchanged.

    The dialog lists the sources of layers. It tries to open plain paths as layers, and lists none when that fails
    (https://github.com/qgis/QGIS/issues/66029).
    """
    paths = paths_in(value)
    return value if paths is None else [QgsVectorLayer(path, path, "none") for path in paths]
