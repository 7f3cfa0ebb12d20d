# SPDX-License-Identifier: GPL-2.0-or-later
"""The layer of sampled places, with what was found of each."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsGeometry,
    QgsWkbTypes,
)

from .layerstyle import PlacesStyle
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
