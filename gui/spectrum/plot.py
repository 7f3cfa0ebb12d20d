# SPDX-License-Identifier: GPL-2.0-or-later
"""The plot of spectra against wavelength."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from html import escape

import numpy as np
from qgis.PyQt.QtCore import QEvent, QPoint, QRect, QRectF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage, QPainter
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ...algorithms.translation import tr
from ...core.errors import OutputError
from ...core.wording import number
from ..plots import colour_plot, load_pyqtgraph, new_plot, theme_colours

_GREY = QColor(128, 128, 128)
_WINDOW_ALPHA, _RANGE_ALPHA, _NOISE_ALPHA, _LEGEND_ALPHA = 45, 60, 110, 190
# Pixels of a picture for one of the screen, so that it can be printed.
_PICTURE_SCALE = 2
MARKED, DASHED, DOTTED = Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine
OF_LIBRARY = Qt.PenStyle.DashDotLine


@dataclass(frozen=True)
class Curve:
    """A spectrum on the plot.

    Attributes
    ----------
    name : str
    colour : QColor
    wavelengths : ndarray, shape (bands,)
        In nm.
    values : ndarray, shape (bands,)
        Reflectance; NaN where there is none.
    style : Qt.PenStyle
    windows : sequence of (low, high)
        Wavelengths at which the values are noise: of the current curve they are grey there, of others not shown, and
        they do not count for the range of the plot.
    limits : (low, high) or None
        Reflectance, shape (bands,), between which an area is filled.
    is_current : bool
        Whether the line is thicker than those of others.
    """

    name: str
    colour: QColor
    wavelengths: np.ndarray
    values: np.ndarray
    style: Qt.PenStyle = MARKED
    windows: Sequence[tuple[float, float]] = field(default=())
    limits: tuple[np.ndarray, np.ndarray] | None = None
    is_current: bool = False

    def at(self, wavelength: float) -> tuple[float, float]:
        """Return wavelength and value of the nearest band."""
        nearest = int(np.argmin(np.abs(self.wavelengths - wavelength)))
        return float(self.wavelengths[nearest]), float(self.values[nearest])

    @property
    def is_noise(self) -> np.ndarray:
        """Which bands lie in the windows, shape (bands,)."""
        inside = np.zeros(len(self.wavelengths), bool)
        for low, high in self.windows:
            inside |= (self.wavelengths >= low) & (self.wavelengths <= high)
        return inside

    @property
    def key(self) -> tuple:
        """What is equal for curves that look alike."""
        data = self.values.__array_interface__["data"]
        return (
            self.name,
            self.colour.name(),
            data,
            self.style,
            tuple(self.windows),
            self.limits is None,
            self.is_current,
        )

    def broken(self) -> tuple[np.ndarray, np.ndarray]:
        """Return wavelengths and values between the windows, with NaN where the line is to be broken."""
        runs, gap = self.runs(), [np.nan]
        wavelengths = [part for run in runs for part in (self.wavelengths[run], self.wavelengths[run][-1:])]
        values = [part for run in runs for part in (self.values[run], gap)]
        return np.concatenate(wavelengths or [gap]), np.concatenate(values or [gap])

    def runs(self) -> list[slice]:
        """Return the bands between the windows, also where a raster has none in a window."""
        edges = [edge for window in self.windows for edge in window]
        stops = [0, *np.searchsorted(self.wavelengths, sorted(edges)).tolist(), len(self.wavelengths)]
        return [slice(start, stop) for start, stop in zip(stops[::2], stops[1::2]) if start < stop]


class SpectrumPlot(QWidget):
    """Spectra with a legend, in a plot that is zoomed with the wheel and moved with the mouse.

    Signals
    -------
    pointed(object)
        The wavelength under the mouse; None when it has left the plot.
    """

    pointed = pyqtSignal(object)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._graph = load_pyqtgraph()
        self._curves: Sequence[Curve] = ()
        self._windows: Sequence[tuple[float, float]] = ()
        self._range: tuple[float, float] | None = None
        self.plot = new_plot(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot)
        for side, text in (("bottom", tr("Wavelength (nm)")), ("left", tr("Reflectance"))):
            self.plot.getAxis(side).enableAutoSIPrefix(False)
            self.plot.setLabel(side, text)
        self.plot.showGrid(x=True, y=True, alpha=0.2)
        self._legend = self.plot.addLegend(offset=(-8, 8), verSpacing=-6, labelTextSize="8pt")
        self._has_legend = False
        # The lines that the legend names, each with its name.
        self._lines: list[tuple] = []
        self._cursor = self._graph.InfiniteLine(angle=90, movable=False, pen=self._graph.mkPen(_GREY))
        self._cursor.setZValue(50)
        self.plot.scene().sigMouseMoved.connect(self._point)
        self.setMinimumSize(160, 120)
        self._show((), ())

    def draw(self, curves: Sequence[Curve], windows: Sequence[tuple[float, float]]) -> None:
        """Show curves in place of those before, the first on top, and grey over some ranges of wavelengths (nm)."""
        is_same = [curve.key for curve in curves] == [curve.key for curve in self._curves]
        if is_same and windows == self._windows:
            return
        self._curves, self._windows = curves, windows
        self._show(curves, windows)

    def _show(self, curves: Sequence[Curve], windows: Sequence[tuple[float, float]]) -> None:
        box = self.plot.getPlotItem().vb
        is_automatic = box.autoRangeEnabled()
        # Else the range would be found again for each item.
        box.disableAutoRange()
        background, foreground = theme_colours(self.plot.palette())
        self._legend.clear()
        self.plot.clear()
        self._lines = []
        self._legend.setLabelTextColor(foreground)
        self._legend.setBrush(_faint(background, _LEGEND_ALPHA))
        for window in windows:
            area = self._graph.LinearRegionItem(window, movable=False, brush=_faint(_GREY, _WINDOW_ALPHA), pen=None)
            for line in area.lines:
                line.setPen(None)
            area.setZValue(-50)
            self.plot.addItem(area, ignoreBounds=True)
        for place, curve in enumerate(curves):
            self._draw_curve(curve, -place)
        self._fill_legend(self._has_legend)
        self._cursor.hide()
        self.plot.addItem(self._cursor, ignoreBounds=True)
        box.enableAutoRange(x=is_automatic[0], y=is_automatic[1])

    def _draw_curve(self, curve: Curve, height: int) -> None:
        # Wider lines are slow to draw where spectra are rough, as those of single pixels, but dashes are faint without.
        width = 2 if curve.is_current or curve.style != MARKED else 1
        pen = self._graph.mkPen(curve.colour, width=width, style=curve.style)
        self._add(curve, *curve.broken(), pen, height)
        if curve.is_current and curve.is_noise.any():
            noise = np.where(curve.is_noise, curve.values, np.nan)
            self._add(None, curve.wavelengths, noise, self._graph.mkPen(_faint(_GREY, _NOISE_ALPHA)), height - 40)
        if curve.limits is not None:
            for run in curve.runs():
                edges = [self._graph.PlotCurveItem(curve.wavelengths[run], limit[run]) for limit in curve.limits]
                area = self._graph.FillBetweenItem(*edges, brush=_faint(curve.colour, _RANGE_ALPHA))
                area.setZValue(height - 20)
                self.plot.addItem(area)

    def _add(self, curve: Curve | None, wavelengths: np.ndarray, values: np.ndarray, pen, height: int) -> None:
        """Add a line; that of a curve is in the legend and counts for the range of the plot."""
        line = self._graph.PlotCurveItem(wavelengths, values, pen=pen, connect="finite", antialias=curve is not None)
        line.setZValue(height)
        self.plot.addItem(line, ignoreBounds=curve is None)
        if curve is not None:
            self._lines.append((line, escape(curve.name)))

    def show_legend(self, is_shown: bool) -> None:
        """Show the legend on the plot or hide it; it is in pictures in any case."""
        self._has_legend = is_shown
        self._fill_legend(is_shown)

    def _fill_legend(self, is_shown: bool) -> None:
        """Show or hide the legend. Naming lines takes longer than drawing them, so a hidden one names none."""
        self._legend.clear()
        for line, name in self._lines if is_shown else ():
            self._legend.addItem(line, name)
        self._legend.setVisible(is_shown)

    def set_range(self, limits: tuple[float, float] | None) -> None:
        """Show reflectance from one value to another whatever the spectra are; None: what the spectra need."""
        self._range = limits
        self._apply_range()

    def zoom_to_all(self) -> None:
        """Show all wavelengths, and the reflectance that was set or that the spectra need."""
        self.plot.enableAutoRange()
        self._apply_range()

    def _apply_range(self) -> None:
        if self._range is None:
            self.plot.enableAutoRange(axis="y")
        else:
            self.plot.setYRange(*self._range, padding=0)

    def text_at(self, wavelength: float) -> str:
        """Return the values of all curves near a wavelength (nm), as HTML in their colours."""
        found = [(curve, *curve.at(wavelength)) for curve in self._curves if len(curve.wavelengths)]
        if not found:
            return ""
        texts = [f"<b>{number(found[0][1], '.1f')} nm</b>"]
        for curve, _, value in found:
            shown = number(value, ".4f") if np.isfinite(value) else tr("no data")
            texts.append(f'<span style="color:{curve.colour.name()}">&#9632;</span> {escape(curve.name)}: {shown}')
        return " &nbsp; ".join(texts)

    def _point(self, position) -> None:
        box = self.plot.getPlotItem().vb
        if not box.sceneBoundingRect().contains(position) or not self._curves:
            self._leave()
            return
        wavelength = self._curves[0].at(box.mapSceneToView(position).x())[0]
        self._cursor.setPos(wavelength)
        self._cursor.show()
        self.pointed.emit(wavelength)

    def _leave(self) -> None:
        self._cursor.hide()
        self.pointed.emit(None)

    def leaveEvent(self, event):
        self._leave()
        super().leaveEvent(event)

    def changeEvent(self, event):
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_legend"):
            colour_plot(self.plot)
            self._show(self._curves, self._windows)

    def remove(self) -> None:
        """Let go of the items of the plot; pyqtgraph reports an error where Qt deletes them first."""
        scene = self.plot.scene()
        scene.sigMouseMoved.disconnect(self._point)
        # Else the items under the mouse would be told that it leaves them.
        scene.hoverItems.clear()
        self._show((), ())
        self.plot.close()

    def picture(self) -> QImage:
        """Return a picture of the plot, with twice as many pixels as on the screen."""
        image = QImage(self.plot.size() * _PICTURE_SCALE, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_PICTURE_SCALE)
        self._render(image)
        return image

    def write_svg(self, path: str) -> None:
        """Write the plot as SVG.

        Raises
        ------
        OutputError
            If the file cannot be written.
        """
        from qgis.PyQt.QtSvg import QSvgGenerator

        generator = QSvgGenerator()
        generator.setFileName(path)
        # The axes are recordings, which Qt scales by the ratio of the resolutions.
        generator.setResolution(self.plot.logicalDpiX())
        generator.setSize(self.plot.size())
        generator.setViewBox(QRect(QPoint(0, 0), self.plot.size()))
        generator.setTitle(tr("Spectra"))
        # Qt does not cut off in SVG what lies beyond the axes.
        box = self.plot.getPlotItem().vb
        # Else the range would be found when the plot is painted next.
        box.updateAutoRange()
        view, is_automatic = box.viewRange(), box.autoRangeEnabled()
        box.disableAutoRange()
        self._show([_within(curve, *view) for curve in self._curves], _overlaps(self._windows, view[0]))
        try:
            if not self._render(generator):
                raise OutputError(tr("{path} cannot be written; choose another place.").format(path=path))
        finally:
            self._show(self._curves, self._windows)
            box.enableAutoRange(x=is_automatic[0], y=is_automatic[1])

    def _render(self, device) -> bool:
        """Paint the plot on a device, in the size that it has on the screen, and tell whether that was possible."""
        painter = QPainter()
        if not painter.begin(device):
            return False
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        target = QRectF(self.plot.rect())
        painter.fillRect(target, theme_colours(self.plot.palette())[0])
        self._fill_legend(True)
        # Not by `viewRect`, which pyqtgraph answers in nm and reflectance.
        self.plot.scene().render(painter, target, target)
        self._fill_legend(self._has_legend)
        return painter.end()


def _faint(colour: QColor, alpha: int) -> QColor:
    return QColor(colour.red(), colour.green(), colour.blue(), alpha)


def _within(curve: Curve, of_wavelengths: tuple[float, float], of_values: tuple[float, float]) -> Curve:
    """Return the part of a curve that lies within the axes."""
    is_shown = (curve.wavelengths >= of_wavelengths[0]) & (curve.wavelengths <= of_wavelengths[1])
    values = curve.values[is_shown]
    with np.errstate(invalid="ignore"):
        values = np.where((values >= of_values[0]) & (values <= of_values[1]), values, np.nan)
    limits = curve.limits and tuple(np.clip(limit[is_shown], *of_values) for limit in curve.limits)
    return replace(curve, wavelengths=curve.wavelengths[is_shown], values=values, limits=limits)


def _overlaps(windows: Sequence[tuple[float, float]], limits: tuple[float, float]) -> list[tuple[float, float]]:
    """Return the parts of windows that lie within limits."""
    parts = [(max(low, limits[0]), min(high, limits[1])) for low, high in windows]
    return [(low, high) for low, high in parts if low < high]
