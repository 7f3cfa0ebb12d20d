# SPDX-License-Identifier: GPL-2.0-or-later
"""The layer of sampled places, with what was found of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsGeometry,
    QgsProcessingLayerPostProcessorInterface,
    QgsRendererCategory,
    QgsSymbol,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor

from .translation import tr
from .vectorfields import layer_fields

FIELDS = (
    ("id", "LongLong"),
    ("class", "Int"),
    ("name", "QString"),
    ("pixels", "Int"),
    ("ndvi", "Double"),
    ("brightness", "Double"),
    ("deviation", "Double"),
)
# Layers with more classes are shown in one colour.
_MOST_COLOURS = 100
_WITHOUT_PIXELS = (160, 160, 160)


def write_sample_layer(algorithm, parameters, context, output: str, features, samples, progress) -> str:
    """Write the features with what was found of each, and return the layer; empty where none is wanted or possible.

    Parameters
    ----------
    algorithm : NeonAlgorithm
    parameters : dict
    context : QgsProcessingContext
    output : str
        The parameter of the layer.
    features : ReferenceFeatures or None
        None where a raster tells the places.
    samples : Samples
    progress : Progress
    """
    if features is None:
        if parameters.get(output):
            progress.info(tr("The places are a raster, so that no layer of them is made."))
        return ""
    geometries = [_flat(wkb) for wkb in features.geometries if wkb]
    summaries = samples.feature_summaries(progress)
    sink, path = algorithm.parameterAsSink(
        parameters,
        output,
        context,
        layer_fields(FIELDS),
        _common_type(geometries),
        QgsCoordinateReferenceSystem.fromWkt(features.crs),
    )
    if sink is None:
        return ""
    for feature in _features(features, samples, summaries):
        sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
    details = algorithm.named_details(parameters, context, output, path, tr("Sampled places - {}").format(samples.name))
    if details is not None:
        numbers = samples.numbers.tolist()
        colours = samples.spectral_classes().colours
        PlacesStyle.load_for(path, details, {samples.places.name(one): colours[one - 1] for one in numbers})
    return path


def _features(features, samples, summaries: dict) -> Iterator[QgsFeature]:
    for index, wkb in enumerate(features.geometries):
        if not wkb:
            continue
        number = int(samples.places.feature_classes[index])
        name = samples.places.name(number) if number else None
        summary = summaries.get(index)
        values = [0, None, None, None]
        if summary is not None:
            values = [summary.pixels, summary.ndvi, summary.brightness, summary.deviation]
        feature = QgsFeature(layer_fields(FIELDS))
        geometry = _flat(wkb)
        if geometry.type() != QgsWkbTypes.GeometryType.PointGeometry:
            geometry.convertToMultiType()
        feature.setGeometry(geometry)
        feature.setAttributes([features.ids[index], number or None, name, *values])
        yield feature


def _flat(wkb: bytes) -> QgsGeometry:
    """Return a geometry without heights and measures."""
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    if not geometry.isNull():
        geometry.get().dropZValue()
        geometry.get().dropMValue()
    return geometry


def _common_type(geometries: list[QgsGeometry]):
    """Return the type of a layer that can hold all geometries."""
    kinds = {geometry.wkbType() for geometry in geometries}
    if kinds == {QgsWkbTypes.Type.Point}:
        return QgsWkbTypes.Type.Point
    return QgsWkbTypes.multiType(geometries[0].wkbType())


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
            # An empty value stands for all others.
            others = {"": _WITHOUT_PIXELS}
            for name, colour in {**self._colours, **others}.items():
                symbol = QgsSymbol.defaultSymbol(layer.geometryType())
                symbol.setColor(QColor(*colour))
                categories.append(QgsRendererCategory(name, symbol, name or tr("without pixels")))
            layer.setRenderer(QgsCategorizedSymbolRenderer("name", categories))
            layer.triggerRepaint()
        self._waiting.pop(self._path, None)
