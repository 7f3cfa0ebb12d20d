# SPDX-License-Identifier: GPL-2.0-or-later
"""The tool with which places are chosen on the map."""

from __future__ import annotations

from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import QEvent, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
# Arrow keys go further with Shift.
_FAR = 10
_FEWEST_CORNERS = 3


class SpectrumTool(QgsMapTool):
    """Chooses pixels and polygons, and moves markers.

    A click chooses a pixel, or with Ctrl moves the current marker there. Markers are dragged by their numbers. Of
    polygons, left clicks set the corners, and a right click the last one. All points are in the system of the map.

    Signals
    -------
    clicked(QgsPointXY), move_requested(QgsPointXY)
        A place was chosen for a new marker; for the current one.
    outlined(QgsGeometry)
        A polygon was chosen.
    number_pressed(int), dragged(QgsPointXY)
        The mouse was pressed on a marker, which has this number; the current marker was dragged to a place.
    stepped(int, int)
        The current marker is to move by pixels, to the right and downwards.
    removed()
        The current marker is to go.
    """

    clicked = pyqtSignal(QgsPointXY)
    move_requested = pyqtSignal(QgsPointXY)
    outlined = pyqtSignal(QgsGeometry)
    number_pressed = pyqtSignal(int)
    dragged = pyqtSignal(QgsPointXY)
    stepped = pyqtSignal(int, int)
    removed = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, number_at):
        """`number_at` returns the number of the marker at a position on the canvas, or None."""
        super().__init__(canvas)
        self._number_at = number_at
        self._is_dragging = False
        self._draws_polygons = False
        self._corners: list[QgsPointXY] = []
        self._band: QgsRubberBand | None = None
        self.setCursor(Qt.CursorShape.CrossCursor)

    def draw_polygons(self, are_drawn: bool) -> None:
        """Choose polygons in place of pixels, or pixels again."""
        self._draws_polygons = are_drawn
        self._forget_corners()

    def activate(self):
        super().activate()
        # The canvas keeps the arrow keys to itself.
        self.canvas().installEventFilter(self)
        self.canvas().setFocus()

    def deactivate(self):
        self.canvas().removeEventFilter(self)
        self._is_dragging = False
        self._forget_corners()
        super().deactivate()

    def eventFilter(self, watched, event):
        return event.type() == QEvent.Type.KeyPress and self._handle_key(event)

    def _handle_key(self, event) -> bool:
        """Do what a key means, and tell whether it means something."""
        key = event.key()
        if key in _STEPS:
            far = _FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            columns, rows = _STEPS[key]
            self.stepped.emit(far * columns, far * rows)
        elif self._corners and key == Qt.Key.Key_Escape:
            self._forget_corners()
        elif self._corners and key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._corners.pop()
            self._draw(self._corners)
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            return False
        return True

    def canvasPressEvent(self, event):
        number = None if self._corners else self._number_at(event.pos())
        if event.button() == Qt.MouseButton.LeftButton and number is not None:
            self._is_dragging = True
            self.number_pressed.emit(number)

    def canvasMoveEvent(self, event):
        if self._is_dragging:
            self.dragged.emit(event.mapPoint())
        elif self._corners:
            self._draw([*self._corners, event.mapPoint()])
        else:
            is_on_marker = self._number_at(event.pos()) is not None
            self.setCursor(Qt.CursorShape.OpenHandCursor if is_on_marker else Qt.CursorShape.CrossCursor)

    def canvasReleaseEvent(self, event):
        if self._is_dragging:
            self._is_dragging = False
        elif self._draws_polygons:
            self._add_corner(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            is_for_current = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.move_requested if is_for_current else self.clicked).emit(event.mapPoint())

    def _add_corner(self, event) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._corners.append(event.mapPoint())
            self._draw(self._corners)
        elif event.button() == Qt.MouseButton.RightButton:
            corners = self._corners
            self._forget_corners()
            polygon = QgsGeometry.fromPolygonXY([corners])
            if len(corners) >= _FEWEST_CORNERS and polygon.area() > 0:
                self.outlined.emit(polygon)

    def _draw(self, corners: list[QgsPointXY]) -> None:
        if self._band is None:
            self._band = QgsRubberBand(self.canvas(), QgsWkbTypes.GeometryType.PolygonGeometry)
            self._band.setColor(QColor(255, 0, 0, 60))
            self._band.setStrokeColor(QColor("red"))
            self._band.setWidth(2)
        self._band.setToGeometry(QgsGeometry.fromPolygonXY([corners]), None)

    def _forget_corners(self) -> None:
        self._corners = []
        if self._band is not None:
            self.canvas().scene().removeItem(self._band)
            self._band = None
