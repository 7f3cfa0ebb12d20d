# SPDX-License-Identifier: GPL-2.0-or-later
"""The plot of a scatter, in which regions are drawn with the mouse or the keyboard."""

from __future__ import annotations

import math
from html import escape

import numpy as np
from qgis.PyQt.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ...core.methods.scatter.picture import HIGHLIGHT, DensityPicture
from ..plots import DARK, colour_plot, load_pyqtgraph, new_plot, theme_colours

# Pixels of the screen that a cell of the picture is wide, where a pixel is a point.
CELL = 2
# Percent of the values beyond either end of what is shown at first, and the margin around it.
BEYOND, MARGIN = 0.05, 0.05
# Where the ramp begins on a dark background.
FIRST_IF_DARK = 0.35
ZOOM = 0.8
# How far an arrow key moves the cursor, as a share of what is shown; with Shift, it moves further.
STEP, FAR = 0.01, 10
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class ScatterPlot(QWidget):
    """A density picture of points, with polygons that the user draws.

    The left button draws: a rectangle by dragging, or the corners of a polygon, of which a double click is the last.
    With Shift, a polygon is added to those that are there. The wheel zooms, and the middle button moves the plot. With
    the keyboard, arrows move a cursor, Space is a click there, Enter ends a polygon, and Escape gives it up.

    Signals
    -------
    brushed()
        `polygons` have changed.
    pointed(float, float)
        The place under the mouse or the cursor.
    """

    brushed = pyqtSignal()
    pointed = pyqtSignal(float, float)

    def __init__(self, parent=None):
        super().__init__(parent)
        pg = load_pyqtgraph()
        self.polygons: list[np.ndarray] = []
        self.draws_polygons = False
        self._points = np.empty((0, 2))
        self._classes: np.ndarray | None = None
        self._colours: dict[int, tuple[int, int, int]] = {}
        self._marked: np.ndarray | None = None
        # Corners of what is being drawn; the last one follows the mouse.
        self._corners: list[tuple[float, float]] = []
        self._adds = False
        self._cursor: tuple[float, float] | None = None

        self.plot = new_plot(self)
        self._view = self.plot.getPlotItem().getViewBox()
        self._view.setDefaultPadding(0)
        for name in ("left", "bottom"):
            self.plot.getAxis(name).enableAutoSIPrefix(False)
        self._picture = pg.ImageItem(axisOrder="row-major")
        pen = pg.mkPen(QColor(*HIGHLIGHT), width=2)
        self._outlines = pg.PlotCurveItem(pen=pen, connect="finite")
        self._drawn = pg.PlotCurveItem(pen=pg.mkPen(QColor(*HIGHLIGHT), width=2, style=Qt.PenStyle.DashLine))
        self._crosshair = pg.ScatterPlotItem(symbol="+", size=16, pen=pen, brush=None)
        self._mark = pg.ScatterPlotItem(symbol="o", size=14, pen=pen, brush=None)
        for item in (self._picture, self._outlines, self._drawn, self._crosshair, self._mark):
            self._view.addItem(item, ignoreBounds=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot)
        self.setFocusProxy(self.plot)
        self.plot.installEventFilter(self)
        self.plot.viewport().installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._draw)
        self._view.sigRangeChanged.connect(lambda *_: self._timer.start(0))
        self._view.sigResized.connect(lambda *_: self._timer.start(0))

    def show_points(self, points: np.ndarray, names: tuple[str, str]) -> None:
        """Show other points, shape (points, 2), with the names of the axes; what was drawn goes."""
        self._points = points
        self._classes = self._marked = None
        for axis, name in zip(("bottom", "left"), names):
            self.plot.setLabel(axis, escape(name))
        self.mark(None)
        self.clear()
        self.show_all()
        self._timer.start(0)

    def colour(self, classes: np.ndarray | None, colours: dict[int, tuple[int, int, int]]) -> None:
        """Show the points in the colours of their classes; without classes, by their density only."""
        self._classes, self._colours = classes, colours
        self._timer.start(0)

    def highlight(self, marked: np.ndarray | None) -> None:
        """Highlight points, of which `marked` has a bool each."""
        self._marked = marked
        self._timer.start(0)

    def mark(self, point: tuple[float, float] | None) -> None:
        """Mark a place, in view of which the plot is moved."""
        self._mark.setData(*([] if point is None else [[value] for value in point]))
        if point is not None and not self._view.viewRect().contains(QPointF(*point)):
            (xmin, xmax), (ymin, ymax) = self._view.viewRange()
            self._view.setRange(
                xRange=(min(xmin, point[0]), max(xmax, point[0])), yRange=(min(ymin, point[1]), max(ymax, point[1]))
            )

    def picture(self) -> np.ndarray:
        """Return the picture that is shown; see `DensityPicture`."""
        return self._picture.image

    def clear(self) -> None:
        """Remove what was drawn."""
        self.cancel_drawing()
        if self.polygons:
            self.polygons = []
            self._show_drawing()
            self.brushed.emit()

    def cancel_drawing(self) -> None:
        """Remove what is being drawn."""
        self._corners = []
        self._show_drawing()

    def show_all(self) -> None:
        """Show nearly all points; a few outliers would leave no room for the others."""
        if len(self._points):
            low, high = np.percentile(self._points, [BEYOND, 100 - BEYOND], axis=0)
            margin = np.where(high > low, (high - low) * MARGIN, 1)
            (xmin, ymin), (xmax, ymax) = low - margin, high + margin
            self._view.setRange(xRange=(xmin, xmax), yRange=(ymin, ymax))

    def eventFilter(self, watched, event):
        kind = event.type()
        if kind == QEvent.Type.KeyPress and watched is self.plot:
            return self._handle_key(event)
        if kind == QEvent.Type.PaletteChange and watched is self.plot:
            colour_plot(self.plot)
            self._timer.start(0)
        if watched is not self.plot.viewport():
            return False
        if kind == QEvent.Type.MouseMove:
            self._move(self._place_of(event))
            return bool(self._corners)
        if kind not in _BUTTON_EVENTS or event.button() != Qt.MouseButton.LeftButton:
            return False
        if kind == QEvent.Type.MouseButtonPress:
            self.plot.setFocus()
            self._cursor = None
            self._press(self._place_of(event), event.modifiers())
        elif self.draws_polygons == (kind == QEvent.Type.MouseButtonDblClick):
            self._move(self._place_of(event))
            self._finish()
        return True

    def _place_of(self, event) -> tuple[float, float]:
        place = self._view.mapSceneToView(self.plot.mapToScene(event.pos()))
        return place.x(), place.y()

    def _handle_key(self, event) -> bool:
        """Do what a key means, and tell whether it means something."""
        key = event.key()
        if key in ARROWS:
            self._move_cursor(*ARROWS[key], FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key == Qt.Key.Key_Space and self._cursor is not None:
            if self._corners and not self.draws_polygons:
                self._finish()
            else:
                self._press(self._cursor, event.modifiers())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._corners:
            self._finish()
        elif key == Qt.Key.Key_Escape and self._corners:
            self.cancel_drawing()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._view.scaleBy((ZOOM, ZOOM))
        elif key == Qt.Key.Key_Minus:
            self._view.scaleBy((1 / ZOOM, 1 / ZOOM))
        elif key == Qt.Key.Key_Home:
            self.show_all()
        else:
            return False
        return True

    def _move_cursor(self, x: int, y: int, times: int) -> None:
        seen = self._view.viewRect()
        if self._cursor is None:
            self._cursor = seen.center().x(), seen.center().y()
        left, bottom = self._cursor
        self._cursor = left + x * times * STEP * seen.width(), bottom + y * times * STEP * abs(seen.height())
        self._move(self._cursor)

    def _move(self, place: tuple[float, float]) -> None:
        if self._corners:
            self._corners[-1] = place
        self._show_drawing()
        self.pointed.emit(*place)

    def _press(self, place: tuple[float, float], modifiers) -> None:
        """Set a corner; a further one, which follows the mouse, is that of the other end."""
        if not self._corners:
            self._adds = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            self._corners = [place]
        self._corners[-1] = place
        self._corners.append(place)
        self._show_drawing()

    def _finish(self) -> None:
        """Take what is being drawn, if it has an area."""
        # The last corner of a polygon is where the mouse is, but was not set.
        polygon = np.array(self._corners[:-1] if self.draws_polygons else self._outline())
        self._corners = []
        if len(polygon) > 2 and (np.ptp(polygon, axis=0) > 0).all():
            self.polygons = [*(self.polygons if self._adds else []), polygon]
            self.brushed.emit()
        self._show_drawing()

    def _outline(self) -> list[tuple[float, float]]:
        if self.draws_polygons or len(self._corners) < 2:
            return self._corners
        (x0, y0), (x1, y1) = self._corners
        return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]

    def _show_drawing(self) -> None:
        drawn = np.array([*self._outline(), *self._outline()[:1]]).reshape(-1, 2)
        self._drawn.setData(*drawn.T)
        parts = [part for polygon in self.polygons for part in (polygon, polygon[:1], [[np.nan, np.nan]])]
        self._outlines.setData(*(np.concatenate(parts) if parts else np.empty((0, 2))).T)
        self._crosshair.setData(*([] if self._cursor is None else [[value] for value in self._cursor]))

    def _draw(self) -> None:
        """Draw the picture of what is in view, in cells of the size that the screen can show."""
        cell = CELL / math.sqrt(self.devicePixelRatioF())
        shape = tuple(max(int(size / cell), 1) for size in (self._view.height(), self._view.width()))
        (xmin, xmax), (ymin, ymax) = self._view.viewRange()
        background, foreground = theme_colours(self.plot.palette())
        style = DensityPicture(
            foreground.getRgb()[:3], self._colours, FIRST_IF_DARK if background.lightnessF() < DARK else 0
        )
        picture = style.draw(self._points, (xmin, xmax, ymin, ymax), shape, self._classes, self._marked)
        self._picture.setImage(picture, autoLevels=False, levels=(0, 255))
        self._picture.setRect(QRectF(xmin, ymin, xmax - xmin, ymax - ymin))


_BUTTON_EVENTS = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
)
