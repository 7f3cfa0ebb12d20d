# SPDX-License-Identifier: GPL-2.0-or-later
"""Which layer gives the spectrum of a place, and which its class."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtGui import QColor

from ...algorithms.layerstyle import CENTRES_PROPERTY
from ...algorithms.parameters.rasters import raster_choice
from ...core.errors import NeonAopError
from ...core.files.raster.choice import RasterChoice
from ...core.files.raster.image import RasterImage
from ..mapcoordinates import transformed
from ..remembered import TILE_PROPERTY, remembered


def source_of(layer: QgsMapLayer | None):
    """Return what the spectra of a layer are read from: the path of a tile or a `RasterChoice`; None if it has none."""
    if not isinstance(layer, QgsRasterLayer):
        return None
    tile = remembered(layer, TILE_PROPERTY)
    if tile:
        return tile
    if not layer.isValid() or layer.providerType() != "gdal" or layer.bandCount() < 2:
        return None
    choice = raster_choice(layer)
    changed = os.path.getmtime(choice.source) if os.path.exists(choice.source) else 0.0
    return choice if _has_wavelengths(choice.source, choice.options, changed) else None


@lru_cache(maxsize=64)
def _has_wavelengths(source: str, options: tuple[str, ...], changed: float) -> bool:
    """Tell whether a raster says at which wavelengths its bands lie; not read again unless the file has changed."""
    try:
        with RasterImage(RasterChoice(source, options)) as raster:
            return raster.bands.have_wavelengths
    except NeonAopError:
        return False


def layer_with_spectra(point: QgsPointXY, crs: QgsCoordinateReferenceSystem, active, visible) -> QgsRasterLayer | None:
    """Return the layer that gives the spectrum of a place.

    It is the active layer if it has spectra there; else the uppermost visible one that has, or any other.

    Parameters
    ----------
    point : QgsPointXY
    crs : QgsCoordinateReferenceSystem
        Of the point.
    active : QgsMapLayer or None
    visible : list of QgsMapLayer
        Those on the map, from top to bottom.
    """
    others = QgsProject.instance().mapLayers().values()
    for layer in dict.fromkeys([active, *visible, *others]):
        if isinstance(layer, QgsRasterLayer) and contains(layer, point, crs) and source_of(layer) is not None:
            return layer
    return None


def contains(layer: QgsRasterLayer, point: QgsPointXY, crs: QgsCoordinateReferenceSystem) -> bool:
    """Tell whether a place lies in the extent of a layer."""
    there = transformed(point, crs, layer.crs())
    return there is not None and layer.extent().contains(there)


def pixel_size(layer: QgsRasterLayer) -> tuple[float, float]:
    return layer.rasterUnitsPerPixelX(), layer.rasterUnitsPerPixelY()


def pixel_centre(layer: QgsRasterLayer, point: QgsPointXY) -> QgsPointXY:
    """Return the centre of the pixel of a layer in which a point, in the system of the layer, lies."""
    extent, (width, height) = layer.extent(), pixel_size(layer)
    column = (point.x() - extent.xMinimum()) // width
    row = (extent.yMaximum() - point.y()) // height
    return QgsPointXY(extent.xMinimum() + (column + 0.5) * width, extent.yMaximum() - (row + 0.5) * height)


@dataclass(frozen=True)
class MapClass:
    """The class of a place on a map.

    Attributes
    ----------
    number : int
    label : str
        As in the legend.
    colour : QColor
    layer : QgsRasterLayer
    """

    number: int
    label: str
    colour: QColor
    layer: QgsRasterLayer


def class_layers(visible) -> Iterator[QgsRasterLayer]:
    """Yield the layers of classes among the visible ones and then among the others."""
    for layer in dict.fromkeys([*visible, *QgsProject.instance().mapLayers().values()]):
        is_raster = isinstance(layer, QgsRasterLayer) and layer.isValid()
        if is_raster and isinstance(layer.renderer(), QgsPalettedRasterRenderer):
            yield layer


def class_at(point: QgsPointXY, crs: QgsCoordinateReferenceSystem, layers) -> MapClass | None:
    """Return the class of a place on the first of `layers` that has one there."""
    for layer in layers:
        there = transformed(point, crs, layer.crs())
        value, is_value = (0.0, False) if there is None else layer.dataProvider().sample(there, 1)
        if not is_value:
            continue
        for entry in legend_of(layer).values():
            if entry.number == int(value):
                return entry
    return None


def legend_of(layer: QgsRasterLayer) -> dict[int, MapClass]:
    """Return the classes in the legend of a layer of classes, by their numbers."""
    entries = layer.renderer().classes()
    return {int(entry.value): MapClass(int(entry.value), entry.label, QColor(entry.color), layer) for entry in entries}


def centres_of(layer: QgsRasterLayer) -> str:
    """Return the path of the table of centres that a layer of classes remembers; empty when there is none."""
    return remembered(layer, CENTRES_PROPERTY)
