# SPDX-License-Identifier: GPL-2.0-or-later
"""The layer of tiles that exist: its fields, what it looks like, and how it is read again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsFeatureSink,
    QgsFillSymbol,
    QgsGeometry,
    QgsPalLayerSettings,
    QgsProcessingLayerPostProcessorInterface,
    QgsRectangle,
    QgsRendererCategory,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ...core.errors import ParameterError
from ...core.files.download.meter import MEGABYTE
from ...core.files.download.records import Product, RemoteFile
from ...core.files.download.tilegrid import TILE_SIZE
from ..translation import tr

TILE_FIELDS = (
    ("tile", "QString"),
    ("easting", "Int"),
    ("northing", "Int"),
    ("month", "QString"),
    ("year", "Int"),
    ("release", "QString"),
    ("size_mb", "Double"),
    ("site", "QString"),
    ("product", "QString"),
    ("file", "QString"),
)
MONTH_FIELDS = (
    ("site", "QString"),
    ("product", "QString"),
    ("month", "QString"),
    ("release", "QString"),
    ("doi", "QString"),
)
# Without these, a layer is none that lists tiles.
_NEEDED = ("site", "product", "month", "file")
# Colours that colour-blind readers can tell apart (Okabe and Ito, without yellow); a year has the same in all layers.
_COLOURS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00")
_OPACITY = 0.35
_BUFFER_MM, _TEXT_POINTS = 0.7, 7.0


def write_tiles(sink: QgsFeatureSink, files: Iterable[RemoteFile]) -> None:
    """Write the square of each tile with what NEON lists of its file."""
    for file in files:
        easting, northing = file.tile
        feature = QgsFeature()
        feature.setGeometry(
            QgsGeometry.fromRect(QgsRectangle(easting, northing, easting + TILE_SIZE, northing + TILE_SIZE))
        )
        size = None if file.size is None else round(file.size / MEGABYTE, 3)
        place = [str(file.tile), easting, northing]
        time = [file.month, int(file.month[:4]), file.release]
        feature.setAttributes([*place, *time, size, file.site, file.product, file.name])
        sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)


def write_months(sink: QgsFeatureSink, product: Product, site: str, months: Iterable[str]) -> None:
    """Write a row for each month in which a site was flown."""
    for month in months:
        release = product.months[site][month]
        feature = QgsFeature()
        feature.setAttributes([site, product.code, month, release, product.dois.get(release)])
        sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)


def listed_files(source, year: int | None) -> dict[tuple[str, str], set[tuple[str, str]]]:
    """Return month and name of each file of a layer of tiles, by product and site.

    Parameters
    ----------
    source : QgsFeatureSource
    year : int or None
        Only files of this year; None: of all.

    Raises
    ------
    ParameterError
        When the layer does not list tiles, or has none of the year.
    """
    fields = source.fields()
    if any(fields.lookupField(field) < 0 for field in _NEEDED):
        text = tr("{name} is not a layer that List tiles made, as it lacks some of its fields ({fields}).")
        raise ParameterError(text.format(name=source.sourceName(), fields=", ".join(_NEEDED)))
    found: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for feature in source.getFeatures():
        site, product, month, file = (str(feature[field]) for field in _NEEDED)
        if year is None or month.startswith(f"{year:04d}-"):
            found.setdefault((product, site), set()).add((month, file))
    if not found:
        text = tr("{name} has no tiles, or none of the year; select some, or choose another layer.")
        raise ParameterError(text.format(name=source.sourceName()))
    return found


class TileLayerStyle(QgsProcessingLayerPostProcessorInterface):
    """Shows tiles in a colour for each year, with the numbers of the tiles as labels."""

    # QGIS does not keep the Python half of a post-processor.
    _waiting: ClassVar[dict[str, TileLayerStyle]] = {}

    def __init__(self, path: str):
        super().__init__()
        self._path = path

    @classmethod
    def load_for(cls, path: str, details) -> None:
        """Have a layer shown so when it is loaded; `details` are those of the context."""
        cls._waiting[path] = cls(path)
        details.setPostProcessor(cls._waiting[path])

    def postProcessLayer(self, layer, context, feedback):
        years = sorted(layer.uniqueValues(layer.fields().lookupField("year")))
        layer.setRenderer(
            QgsCategorizedSymbolRenderer(
                "year", [QgsRendererCategory(year, _symbol(year), str(year)) for year in years]
            )
        )
        layer.setLabeling(QgsVectorLayerSimpleLabeling(_labels()))
        layer.setLabelsEnabled(True)
        layer.triggerRepaint()
        self._waiting.pop(self._path, None)


def _symbol(year: int) -> QgsFillSymbol:
    colour = QColor(_COLOURS[year % len(_COLOURS)])
    fill = QColor(colour)
    fill.setAlphaF(_OPACITY)
    return QgsFillSymbol.createSimple(
        {
            "color": f"{fill.red()},{fill.green()},{fill.blue()},{fill.alpha()}",
            "outline_color": colour.name(),
            "outline_width": "0.4",
        }
    )


def _labels() -> QgsPalLayerSettings:
    around = QgsTextBufferSettings()
    around.setEnabled(True)
    around.setSize(_BUFFER_MM)
    text = QgsTextFormat()
    text.setSize(_TEXT_POINTS)
    text.setBuffer(around)
    settings = QgsPalLayerSettings()
    settings.fieldName = '"easting" || \'\\n\' || "northing"'
    settings.isExpression = True
    settings.placement = QgsPalLayerSettings.Placement.OverPoint
    settings.setFormat(text)
    return settings
