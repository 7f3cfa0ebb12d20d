# SPDX-License-Identifier: GPL-2.0-or-later
"""What the scatter dock puts on the map: the tool that chooses pixels, and the pixels that were brushed."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsPointXY,
    QgsRectangle,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import QPoint, QRectF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage, QPolygonF, QTransform
from qgis.PyQt.QtWidgets import QApplication

from ...core.image.grid import Grid
from ...core.methods.scatter.picture import HIGHLIGHT
from ..mapcoordinates import transformed

_OPACITY = 190


class PixelTool(QgsMapTool):
    """Chooses a pixel by a click, or pixels by dragging a rectangle.

    Signals
    -------
    clicked(QgsPointXY)
    outlined(QgsGeometry)
        A rectangle on the map.
    """

    clicked = pyqtSignal(QgsPointXY)
    outlined = pyqtSignal(QgsGeometry)

    def __init__(self, canvas: QgsMapCanvas):
        super().__init__(canvas)
        self._start: QPoint | None = None
        self._band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        self._band.setColor(QColor(*HIGHLIGHT))
        self._band.setFillColor(QColor(0, 0, 0, 0))
        self._band.setWidth(2)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def remove(self) -> None:
        """Remove the tool and its rectangle from the map."""
        self.canvas().unsetMapTool(self)
        self.canvas().scene().removeItem(self._band)

    def hide_rectangle(self) -> None:
        self._band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)

    def canvasPressEvent(self, event):
        if event.button() == Qt.MouseButton.LeftButton:
            self._start = event.pos()
            self.hide_rectangle()

    def canvasMoveEvent(self, event):
        if self._is_dragged(event):
            self._band.setToGeometry(self._rectangle(event), None)

    def canvasReleaseEvent(self, event):
        if self._start is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self._is_dragged(event):
            self.outlined.emit(self._rectangle(event))
        else:
            self.clicked.emit(self.toMapCoordinates(self._start))
        self._start = None

    def _is_dragged(self, event) -> bool:
        return (
            self._start is not None
            and (event.pos() - self._start).manhattanLength() >= QApplication.startDragDistance()
        )

    def _rectangle(self, event) -> QgsGeometry:
        # The map may be rotated.
        a, b = self._start, event.pos()
        corners = (a, QPoint(b.x(), a.y()), b, QPoint(a.x(), b.y()))
        return QgsGeometry.fromPolygonXY([[self.toMapCoordinates(corner) for corner in corners]])


class ShownPixels(QgsMapCanvasItem):
    """Pixels of an image that are highlighted on the map."""

    def __init__(self, canvas: QgsMapCanvas):
        super().__init__(canvas)
        self._canvas = canvas
        self._image: QImage | None = None
        self._grid: Grid | None = None
        canvas.destinationCrsChanged.connect(self.update_position)

    def remove(self) -> None:
        """Remove the item from the map."""
        self._canvas.destinationCrsChanged.disconnect(self.update_position)
        self._canvas.scene().removeItem(self)

    def show_pixels(self, chosen: np.ndarray, grid: Grid) -> None:
        """Show chosen parts of an image: bool, shape (rows, columns), which may be fewer than those of the grid."""
        rows, columns = chosen.shape
        picture = np.zeros((rows, columns, 4), np.uint8)
        picture[chosen] = (*HIGHLIGHT, _OPACITY)
        self._image = QImage(picture.tobytes(), columns, rows, 4 * columns, QImage.Format.Format_RGBA8888).copy()
        self._grid = grid
        self.update_position()

    def hide_pixels(self) -> None:
        self._image = self._grid = None
        self.setRect(QgsRectangle())
        self.hide()

    def update_position(self) -> None:
        """Find the place on the map again."""
        corners = self._corners()
        if corners:
            self.setRect(QgsGeometry.fromPolygonXY([corners]).boundingBox())
            self.show()
            self.update()

    def updatePosition(self):
        # QGIS calls it when the map has moved.
        self.update_position()

    def paint(self, painter, option=None, widget=None):
        corners = self._corners()
        if not corners:
            return
        target = QPolygonF([self.toCanvasCoordinates(corner) - self.pos() for corner in corners])
        # The corners of a far part of the world may have no place on the map.
        transform = QTransform()
        if QTransform.quadToQuad(QPolygonF(QRectF(self._image.rect()))[:4], target, transform):
            painter.setTransform(transform, True)
            painter.drawImage(0, 0, self._image)

    def _corners(self) -> list[QgsPointXY]:
        """Return the corners of the grid on the map; none where nothing is shown."""
        if self._grid is None:
            return []
        grid = self._grid
        corners = ((grid.left, grid.top), (grid.right, grid.top), (grid.right, grid.bottom), (grid.left, grid.bottom))
        there = [on_map(self._canvas, grid, QgsPointXY(*corner)) for corner in corners]
        return [] if None in there else there


def on_map(canvas: QgsMapCanvas, grid: Grid, point: QgsPointXY) -> QgsPointXY | None:
    """Return where a point of a grid lies on the map; None where it has no place there."""
    return transformed(point, _crs(grid), canvas.mapSettings().destinationCrs())


def in_grid(canvas: QgsMapCanvas, grid: Grid, point: QgsPointXY) -> QgsPointXY | None:
    """Return a point of the map in the coordinate reference system of a grid; None where it has no place there."""
    return transformed(point, canvas.mapSettings().destinationCrs(), _crs(grid))


def _crs(grid: Grid) -> QgsCoordinateReferenceSystem:
    # Without a system, a transform leaves points as they are.
    return QgsCoordinateReferenceSystem.fromWkt(grid.crs) if grid.crs else QgsCoordinateReferenceSystem()
