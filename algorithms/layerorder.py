# SPDX-License-Identifier: GPL-2.0-or-later
"""The order of the layers of a run on the map."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsLayerTree, QgsMapLayer, QgsProcessingContext

from .layerstyle import StyleBesideFile


def put_in_order(context: QgsProcessingContext, paths: Sequence[str]) -> None:
    """Order the layers of results, the first of `paths` on top; some may not be loaded.

    QGIS sorts results by a key since 3.32, and by their file names before, which are random for temporary files.
    """
    paths = [path for path in paths if path and context.willLoadLayerOnCompletion(path)]
    order = LayerOrder(paths)
    for key, path in enumerate(reversed(paths)):
        details = context.layerToLoadOnCompletionDetails(path)
        if hasattr(details, "layerSortKey"):
            details.layerSortKey = key
        else:
            StyleBesideFile.load_for(path, details, order)


class LayerOrder:
    """Moves layers to their places as they are loaded, the first of `paths` on top."""

    def __init__(self, paths: Sequence[str]):
        self._ids = dict.fromkeys(paths, "")

    def loaded(self, path: str, layer: QgsMapLayer, tree: QgsLayerTree) -> None:
        """Move a layer that has just been loaded to its place among the others."""
        self._ids[path] = layer.id()
        ids = [found for found in self._ids.values() if found]
        for upper, lower in zip(ids, ids[1:]):
            lay_below(tree, lower, upper)
        # QGIS 3.22 collapses the legends of all but the last layer.
        top = tree.findLayer(ids[0])
        if top is not None:
            top.setExpanded(True)


def lay_below(tree: QgsLayerTree, lower: str, upper: str) -> None:
    """Move a layer below another one of the same group, unless it is there already; both by their ids."""
    below, above = tree.findLayer(lower), tree.findLayer(upper)
    if below is None or above is None or below.parent() != above.parent():
        return
    group = above.parent()
    nodes = group.children()
    if nodes.index(below) < nodes.index(above):
        # The copy is inserted first, as a layer that is removed from the tree is removed from the project.
        group.insertChildNode(nodes.index(above) + 1, below.clone())
        group.removeChildNode(below)
