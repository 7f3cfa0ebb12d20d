# SPDX-License-Identifier: GPL-2.0-or-later
"""How layers of results are shown: rasters in the style beside their file, places in the colours of their classes."""

from __future__ import annotations

from typing import ClassVar

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterLayer,
    QgsRendererCategory,
    QgsSymbol,
)
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from .translation import tr

# Property of a layer of classes: the table of their centres.
CENTRES_PROPERTY = "neon_aop/centres"
# Layers of places with more classes are shown in one colour.
_MOST_COLOURS = 100
_WITHOUT_PIXELS = (160, 160, 160)


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


class PlacesStyle(QgsProcessingLayerPostProcessorInterface):
    """Shows places in the colours of their classes."""

    # QGIS does not keep the Python half of a post-processor.
    _waiting: ClassVar[dict[str, PlacesStyle]] = {}

    def __init__(self, path: str, colours: dict[str, tuple[int, int, int]]):
        super().__init__()
        self._path = path
        self._colours = colours

    @classmethod
    def load_for(cls, path: str, details, colours: dict[str, tuple[int, int, int]]) -> None:
        """Have a layer shown so when it is loaded; `details` are those of the context, `colours` by class name."""
        cls._waiting[path] = cls(path, colours)
        details.setPostProcessor(cls._waiting[path])

    def postProcessLayer(self, layer, context, feedback):
        if len(self._colours) <= _MOST_COLOURS:
            categories = []
            names = layer.uniqueValues(layer.fields().lookupField("name"))
            # An empty value stands for all others.
            others = {"": _WITHOUT_PIXELS} if names - self._colours.keys() else {}
            for name, colour in {**self._colours, **others}.items():
                symbol = QgsSymbol.defaultSymbol(layer.geometryType())
                symbol.setColor(QColor(*colour))
                categories.append(QgsRendererCategory(name, symbol, name or tr("without pixels")))
            layer.setRenderer(QgsCategorizedSymbolRenderer("name", categories))
            layer.triggerRepaint()
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
