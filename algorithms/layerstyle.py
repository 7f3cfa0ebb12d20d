# SPDX-License-Identifier: GPL-2.0-or-later
"""Loads the style beside the file of a result."""

from __future__ import annotations

from typing import ClassVar

from qgis.core import QgsProcessingLayerPostProcessorInterface, QgsRasterLayer
from qgis.PyQt.QtXml import QDomDocument

# Property of a layer of classes: the table of their centres.
CENTRES_PROPERTY = "neon_aop/centres"


class StyleBesideFile(QgsProcessingLayerPostProcessorInterface):
    """Post-processor that loads the style beside the file of a layer, unless the user has chosen one.

    Processing does not load such a style by itself. An `order` (see `LayerOrder`) is notified of the layer, and a layer
    of classes remembers the table of their `centres`.
    """

    # QGIS does not keep the Python object of a post-processor, and a model drops its steps before their layers load.
    _waiting: ClassVar[dict[str, StyleBesideFile]] = {}

    def __init__(self, path: str, centres: str = ""):
        super().__init__()
        self._path = path
        self._order = None
        self._centres = centres

    @classmethod
    def load_for(cls, path: str, details, order=None, centres: str = "") -> None:
        """Load the style together with the layer of a result, whose `LayerDetails` are given."""
        # Put in order, which is done after layers are named, it stays the same.
        waiting = cls._waiting.get(path) if order is not None else None
        waiting = waiting or cls(path, centres)
        waiting._order = order
        cls._waiting[path] = waiting
        details.setPostProcessor(waiting)

    def postProcessLayer(self, layer, context, feedback):
        if drawn_as(layer) == drawn_as(plain_layer(layer)):
            layer.loadDefaultStyle()
            layer.triggerRepaint()
        if self._centres:
            layer.setCustomProperty(CENTRES_PROPERTY, self._centres)
        # Scripts may load layers with a context that has no project.
        if self._order is not None and context.project() is not None:
            self._order.loaded(self._path, layer, context.project().layerTreeRoot())
        self._waiting.pop(self._path, None)


def plain_layer(layer: QgsRasterLayer) -> QgsRasterLayer:
    """Return a layer of the same raster in QGIS's default style."""
    options = QgsRasterLayer.LayerOptions()
    options.loadDefaultStyle = False
    return QgsRasterLayer(layer.source(), layer.name(), layer.providerType(), options)


def drawn_as(layer: QgsRasterLayer) -> str:
    """Return the renderer of a layer as XML."""
    document = QDomDocument()
    root = document.createElement("style")
    document.appendChild(root)
    layer.renderer().writeXml(document, root)
    return document.toString()
