# SPDX-License-Identifier: GPL-2.0-or-later
"""Files that a layer remembers, such as the tile of a picture; also found when a project has moved with them."""

from __future__ import annotations

import os

from qgis.core import QgsMapLayer, QgsProject

from ..algorithms.layerstyle import CENTRES_PROPERTY

TILE_PROPERTY = "neon_aop/tile"
PROPERTIES = (TILE_PROPERTY, CENTRES_PROPERTY)
# Ending of the property with the same path as the project writes it: relative, unless the user wants absolute paths.
_IN_PROJECT = "_in_project"


def remember(layer: QgsMapLayer, key: str, path: str) -> None:
    """Keep the path of a file as a property of a layer."""
    layer.setCustomProperty(key, os.path.abspath(path))


def remembered(layer: QgsMapLayer, key: str) -> str:
    """Return the path of a file that a layer remembers and that is still there; empty when there is none."""
    in_project = layer.customProperty(f"{key}{_IN_PROJECT}", "")
    paths = [layer.customProperty(key, ""), in_project and QgsProject.instance().readPath(in_project)]
    return next((path for path in paths if path and os.path.exists(path)), "")


class PathsInProject:
    """Writes the paths that layers remember a second time, as paths from the project, whenever that is saved."""

    def __init__(self):
        QgsProject.instance().writeProject.connect(self._write)

    def remove(self) -> None:
        """Stop doing so."""
        QgsProject.instance().writeProject.disconnect(self._write)

    def _write(self) -> None:
        project = QgsProject.instance()
        for layer in project.mapLayers().values():
            for key in PROPERTIES:
                path = remembered(layer, key)
                if path:
                    layer.setCustomProperty(f"{key}{_IN_PROJECT}", project.writePath(path))
