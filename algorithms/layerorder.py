# SPDX-License-Identifier: GPL-2.0-or-later
"""Results of one run, one above the other on the map."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsLayerTree, QgsMapLayer, QgsProcessingContext

from .layerstyle import StyleBesideFile


def put_in_order(context: QgsProcessingContext, paths: Sequence[str]) -> None:
    """Have the layers of results lie one above the other, the first of `paths` on top; not all need be loaded.

    QGIS sorts results by a key since 3.32. Before, they lie as the names of their files sort, which is at random for
    temporary files.
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
    """Layers that are moved to their places as they are loaded, the first of `paths` on top."""

    def __init__(self, paths: Sequence[str]):
        self._ids = dict.fromkeys(paths, "")

    def loaded(self, path: str, layer: QgsMapLayer, tree: QgsLayerTree) -> None:
        """Lay a layer that has just been loaded between those that were before."""
        self._ids[path] = layer.id()
        ids = [found for found in self._ids.values() if found]
        for upper, lower in zip(ids, ids[1:]):
            lay_below(tree, lower, upper)
        # QGIS 3.22 folds up the legends of all but the last layer.
        top = tree.findLayer(ids[0])
        if top is not None:
            top.setExpanded(True)


def lay_below(tree: QgsLayerTree, lower: str, upper: str) -> None:
    """Move a layer to below another one of its group, if it lies above; both by their ids."""
    below, above = tree.findLayer(lower), tree.findLayer(upper)
    if below is None or above is None or below.parent() != above.parent():
        return
    group = above.parent()
    nodes = group.children()
    if nodes.index(below) < nodes.index(above):
        # The copy comes first: a layer that is nowhere in the tree leaves the project.
        group.insertChildNode(nodes.index(above) + 1, below.clone())
        group.removeChildNode(below)
