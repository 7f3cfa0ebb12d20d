# SPDX-License-Identifier: GPL-2.0-or-later
"""Results on the map in the style that lies beside their file."""

from __future__ import annotations

from typing import ClassVar

from qgis.core import QgsProcessingLayerPostProcessorInterface, QgsRasterLayer
from qgis.PyQt.QtXml import QDomDocument


class StyleBesideFile(QgsProcessingLayerPostProcessorInterface):
    """Shows a layer in the style beside its file, unless the user has chosen one for it.

    Processing does not look for such a style when it loads results. An `order` (see `LayerOrder`) is told of the layer.
    """

    # QGIS does not keep the Python half of a post-processor, and a model drops its steps before their layers load.
    _waiting: ClassVar[dict[str, StyleBesideFile]] = {}

    def __init__(self, path: str, order=None):
        super().__init__()
        self._path = path
        self._order = order

    @classmethod
    def load_for(cls, path: str, details, order=None) -> None:
        """Have the style loaded when the layer of a result is; `details` are those of the context."""
        cls._waiting[path] = cls(path, order)
        details.setPostProcessor(cls._waiting[path])

    def postProcessLayer(self, layer, context, feedback):
        if drawn_as(layer) == drawn_as(plain_layer(layer)):
            layer.loadDefaultStyle()
            layer.triggerRepaint()
        # Scripts may load layers with a context that has no project.
        if self._order is not None and context.project() is not None:
            self._order.loaded(self._path, layer, context.project().layerTreeRoot())
        self._waiting.pop(self._path, None)


def plain_layer(layer: QgsRasterLayer) -> QgsRasterLayer:
    """Return another layer of the same raster, as QGIS draws it when nothing says how."""
    options = QgsRasterLayer.LayerOptions()
    options.loadDefaultStyle = False
    return QgsRasterLayer(layer.source(), layer.name(), layer.providerType(), options)


def drawn_as(layer: QgsRasterLayer) -> str:
    """Return all that decides how a raster is drawn, as XML."""
    document = QDomDocument()
    root = document.createElement("style")
    document.appendChild(root)
    layer.renderer().writeXml(document, root)
    return document.toString()
