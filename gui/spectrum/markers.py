# SPDX-License-Identifier: GPL-2.0-or-later
"""What the dock shows: numbered markers with their spectra, which are drawn on the map, and spectra of libraries."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from ...algorithms.translation import tr
from ...core.image.bands import Bands
from ..mapcoordinates import transformed
from .reading import Found, Place

# Told apart on light and dark backgrounds, and most also by people who do not see all colours (Okabe and Ito).
COLOURS = ("#d55e00", "#0072b2", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8c564b", "#7f3c8d", "#a5aa20", "#6e7b8b")
_RADIUS = 9
_HALO = 2
# Around what is drawn, for the width of its lines.
_MARGIN = 4


@dataclass
class Marker:
    """A place whose spectrum is shown.

    Attributes
    ----------
    number : int
        From 1; the key of its spectrum.
    geometry : QgsGeometry
        A point, the centre of a pixel, or a polygon.
    crs : QgsCoordinateReferenceSystem
        Of the geometry: that of the layer.
    layer_id : str
        Of the layer that the spectrum is read from.
    pixel : (width, height)
        Size of a pixel of the layer.
    size : int
        How many pixels the box is high and wide; 0 for a polygon.
    found : Found or None
        None until it is read.
    problem : str
        Why nothing could be read.
    """

    number: int
    geometry: QgsGeometry
    crs: QgsCoordinateReferenceSystem
    layer_id: str
    pixel: tuple[float, float]
    size: int = 1
    found: Found | None = None
    problem: str = ""
    is_shown: bool = True
    name: str = ""

    @property
    def colour(self) -> QColor:
        return QColor(COLOURS[(self.number - 1) % len(COLOURS)])

    @property
    def title(self) -> str:
        return self.name or tr("spectrum {number}").format(number=self.number)

    @property
    def point(self) -> QgsPointXY:
        """Where the number is: the centre of the box, or a point in the polygon."""
        return self.geometry.asPoint() if self.size else self.geometry.pointOnSurface().asPoint()

    @property
    def outline(self) -> list[QgsPointXY]:
        """The corners of the box or of the polygon."""
        if not self.size:
            return self.geometry.asPolygon()[0]
        centre, (width, height) = self.point, (self.size * length / 2 for length in self.pixel)
        signs = ((-1, -1), (1, -1), (1, 1), (-1, 1))
        return [QgsPointXY(centre.x() + x * width, centre.y() + y * height) for x, y in signs]

    def place(self, source) -> Place:
        """Return what to read of the source of its layer."""
        point = self.point
        return Place(source, point.x(), point.y(), self.size or 1, b"" if self.size else bytes(self.geometry.asWkb()))

    def move_by(self, columns: float, rows: float) -> None:
        """Move by pixels, to the right and downwards."""
        self.geometry.translate(columns * self.pixel[0], -rows * self.pixel[1])


@dataclass
class LibrarySpectrum:
    """A spectrum of a library.

    Attributes
    ----------
    name : str
    bands : Bands
    values : ndarray of float64, shape (bands,)
        Reflectance; NaN where there is none.
    """

    name: str
    bands: Bands
    values: np.ndarray
    colour: QColor
    is_shown: bool = True


class MarkerItem(QgsMapCanvasItem):
    """Draws a marker on the map: its outline, and its number in a disc in its colour."""

    def __init__(self, canvas: QgsMapCanvas, marker: Marker):
        super().__init__(canvas)
        self._canvas = canvas
        self.marker = marker
        self.is_current = False
        self._bounds = QRectF()
        self.setZValue(100)
        self.updatePosition()

    def updatePosition(self):
        # The scene finds an item by its bounds, so that these must not change without notice, as the extent does.
        self.prepareGeometryChange()
        bounds = self._corners().boundingRect().united(self._disc())
        self._bounds = bounds.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        self.update()

    def boundingRect(self):
        return self._bounds

    def paint(self, painter, *_):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in (("white", 4.0), (self.marker.colour, 2.0)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawPolygon(self._corners())
        painter.setPen(QPen(QColor("black" if self.is_current else "white"), _HALO))
        paint_number(painter, self._disc(), self.marker)

    def disc_contains(self, position) -> bool:
        """Tell whether a position on the canvas is on the disc."""
        return self._disc().contains(QPointF(position))

    def _disc(self) -> QRectF:
        # Beside the pixel, so that this stays visible.
        corner = (
            self._on_canvas(self.marker.point) if not self.marker.size else self._corners().boundingRect().topRight()
        )
        centre = corner if not self.marker.size else corner + QPointF(_RADIUS, -_RADIUS)
        return QRectF(centre.x() - _RADIUS, centre.y() - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)

    def _corners(self) -> QPolygonF:
        return QPolygonF([self._on_canvas(point) for point in self.marker.outline])

    def _on_canvas(self, point: QgsPointXY) -> QPointF:
        there = transformed(point, self.marker.crs, self._canvas.mapSettings().destinationCrs())
        return QPointF(-1e4, -1e4) if there is None else self.toCanvasCoordinates(there)


def paint_number(painter: QPainter, disc: QRectF, marker: Marker) -> None:
    """Draw the number of a marker in a disc in its colour, with the pen of the painter around."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(marker.colour)
    painter.drawEllipse(disc)
    font = QFont(painter.font())
    font.setBold(True)
    font.setPixelSize(round(0.65 * disc.height()))
    painter.setFont(font)
    painter.setPen(QColor("white"))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(marker.number))
