# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers of training places, to which brushed pixels are added class by class."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer

from ...algorithms.translation import tr
from ...algorithms.vectorfields import layer_fields

FIELD = "class"
POINTS, POLYGONS = "Point", "Polygon"
# Property of a layer that takes further places.
_PROPERTY = "neon_aop/training"


def add_training(kind: str, crs: QgsCoordinateReferenceSystem, geometries: Iterable[QgsGeometry], name: str) -> int:
    """Add places of a class to the training layer of the project, which is made where there is none; return how many.

    Parameters
    ----------
    kind : str
        `POINTS` or `POLYGONS`.
    crs : QgsCoordinateReferenceSystem
        Of the places. A layer in another one stays as it is, and another layer is made.
    geometries : iterable of QgsGeometry
    name : str
        Of the class, for the field `FIELD`.
    """
    layer = next(
        (
            layer
            for layer in QgsProject.instance().mapLayers().values()
            if layer.customProperty(_PROPERTY) == kind and layer.crs() == crs
        ),
        None,
    )
    if layer is None:
        layer = _new_layer(kind, crs)
    features = []
    for geometry in geometries:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([name])
        feature.setGeometry(geometry)
        features.append(feature)
    # The provider, as the layer is not to be left in a state of editing.
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    layer.triggerRepaint()
    return len(features)


def _new_layer(kind: str, crs: QgsCoordinateReferenceSystem) -> QgsVectorLayer:
    name = tr("Training points") if kind == POINTS else tr("Training polygons")
    layer = QgsVectorLayer(kind, name, "memory")
    layer.setCrs(crs)
    layer.dataProvider().addAttributes(layer_fields([(FIELD, "QString")]))
    layer.updateFields()
    layer.setCustomProperty(_PROPERTY, kind)
    QgsProject.instance().addMapLayer(layer)
    return layer
