# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock with the scatter of an image, linked with the map."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsMapLayer,
    QgsMapLayerProxyModel,
    QgsPalettedRasterRenderer,
    QgsPointXY,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
)
from qgis.gui import QgsDockWidget, QgsMapLayerComboBox, QgsVertexMarker
from qgis.PyQt.QtCore import QSignalBlocker, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import (
    QAction,
    QActionGroup,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...algorithms.parameters.rasters import raster_choice
from ...algorithms.translation import tr
from ...algorithms.version import software
from ...core.compute.memory import PixelStore
from ...core.inputs.imageinput import ImageInput
from ...core.methods.scatter.brushing import Brushed, in_polygon, outlines, write_mask
from ...core.methods.scatter.picture import HIGHLIGHT
from ...core.methods.scatter.sample import (
    SAMPLE_PIXELS,
    Sample,
    classes_of,
    first_sample,
    sample_bands,
    sample_components,
    value_at,
)
from ...core.progress import Progress
from ...core.wording import number
from ..background import Background
from ..remembered import TILE_PROPERTY, remembered
from .ontomap import PixelTool, ShownPixels, in_grid, on_map
from .plot import ScatterPlot
from .training import POINTS, POLYGONS, add_training

# Points of a class that are added to a training layer, evenly taken from those that are brushed.
MOST_POINTS = 1000
COMPONENTS, BANDS = range(2)


class ScatterDock(QgsDockWidget):
    """Shows a sample of the pixels of a raster, or of the tile that a picture remembers, in two axes.

    What is brushed in the scatter is highlighted on the map, and what is clicked on the map in the scatter.
    """

    def __init__(self, iface):
        super().__init__(tr("NEON scatter"), iface.mainWindow())
        self.setObjectName("NeonAopScatter")
        self._iface = iface
        self._canvas = iface.mapCanvas()
        self._tasks: dict[str, Background] = {}
        self._image: ImageInput | None = None
        self._sample: Sample | None = None
        self._has_chosen_colours = False
        self._shown = ShownPixels(self._canvas)
        self._marker = QgsVertexMarker(self._canvas)
        self._marker.setIconType(QgsVertexMarker.IconType.ICON_CIRCLE)
        self._marker.setColor(QColor(*HIGHLIGHT))
        self._marker.setIconSize(12)
        self._marker.setPenWidth(2)
        self._marker.hide()
        self._build()
        self._tool = PixelTool(self._canvas)
        self._tool.setAction(self.from_map)
        self._tool.clicked.connect(self._take_pixel)
        self._tool.outlined.connect(self._take_rectangle)
        listed = [self.layer.layer(index) for index in range(self.layer.count())]
        fitting = [layer for layer in (iface.activeLayer(), *listed) if _has_axes(layer)]
        if fitting:
            with QSignalBlocker(self.layer):
                self.layer.setLayer(fitting[0])
        self._change_layer()
        self._fill_colours()
        QgsProject.instance().layersAdded.connect(self._fill_colours)
        QgsProject.instance().layersRemoved.connect(self._fill_colours)

    def remove(self) -> None:
        """Stop what is running, and leave nothing in the window of QGIS."""
        for task in self._tasks.values():
            task.drop()
        self._tasks.clear()
        QgsProject.instance().layersAdded.disconnect(self._fill_colours)
        QgsProject.instance().layersRemoved.disconnect(self._fill_colours)
        self._tool.remove()
        self._shown.remove()
        self._canvas.scene().removeItem(self._marker)
        self._iface.removeDockWidget(self)
        self.deleteLater()

    @property
    def is_running(self) -> bool:
        """Whether something is being read or written."""
        return bool(self._tasks)

    # Building

    def _build(self) -> None:
        self.layer = QgsMapLayerComboBox()
        self.layer.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        self.layer.layerChanged.connect(self._change_layer)
        self.kind = QComboBox()
        self.kind.addItems([tr("Principal components"), tr("Bands")])
        self.kind.currentIndexChanged.connect(self._read)
        self.axes = QComboBox(), QComboBox()
        for axis, name in zip(self.axes, (tr("Horizontal axis"), tr("Vertical axis"))):
            axis.setAccessibleName(name)
            axis.setToolTip(name)
            axis.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            axis.currentIndexChanged.connect(self._change_axes)
        self.colours = QComboBox()
        self.colours.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.colours.activated.connect(self._take_colours)
        form = QFormLayout()
        form.addRow(tr("Layer"), self.layer)
        form.addRow(tr("Show"), self.kind)
        form.addRow(tr("Axes"), _side_by_side(*self.axes))
        form.addRow(tr("Colours"), self.colours)

        self.plot = ScatterPlot()
        # QGIS puts docks above each other; the plot is to stay readable.
        self.plot.setMinimumHeight(12 * self.fontMetrics().height())
        self.plot.brushed.connect(self._show_brushed)
        self.plot.pointed.connect(self._show_values)
        self.status = QLabel()
        self.status.setWordWrap(True)
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.values = QLabel()
        self.running = QLabel()
        self.bar = QProgressBar()
        self.cancel = QToolButton()
        self.cancel.setText(tr("Cancel"))
        self.cancel.clicked.connect(self._cancel)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.addLayout(form)
        layout.addWidget(self._toolbar())
        layout.addWidget(self.plot, 1)
        layout.addWidget(self.values)
        layout.addWidget(self.status)
        layout.addWidget(self.running)
        layout.addWidget(_side_by_side(self.bar, self.cancel))
        self.setWidget(content)
        self._show_running()

    def _toolbar(self) -> QToolBar:
        bar = QToolBar()
        bar.setIconSize(self._iface.iconSize(True))
        rectangle = _action(
            bar, tr("Brush a rectangle in the scatter"), "mActionSelectRectangle", partial(self._choose_brush, False)
        )
        self.brush_polygon = _action(
            bar,
            tr("Brush a polygon in the scatter (double click: last corner)"),
            "mActionSelectPolygon",
            partial(self._choose_brush, True),
        )
        brushes = QActionGroup(bar)
        for action in (rectangle, self.brush_polygon):
            action.setCheckable(True)
            brushes.addAction(action)
        rectangle.setChecked(True)
        self.clear = _action(bar, tr("Clear what is brushed and marked"), "mActionDeselectAll", self._clear)
        _action(bar, tr("Show the whole scatter"), "mActionZoomFullExtent", self.plot.show_all)
        bar.addSeparator()
        self.from_map = _action(
            bar, tr("Mark a pixel or a rectangle of the map in the scatter"), "mActionIdentify", self._choose_tool
        )
        self.from_map.setCheckable(True)
        bar.addSeparator()
        self.mask = _action(bar, tr("Save the brushed pixels as a mask"), "mActionFileSaveAs", self._save_mask)
        self.class_name = QLineEdit()
        self.class_name.setPlaceholderText(tr("class"))
        self.class_name.setToolTip(tr("Name of the class of the brushed pixels, for a training layer"))
        self.class_name.setMaximumWidth(self.fontMetrics().averageCharWidth() * 16)
        bar.addWidget(self.class_name)
        self.points = _action(
            bar, tr("Add brushed pixels to a training layer as points"), "mActionCapturePoint", self._add_points
        )
        self.polygons = _action(
            bar, tr("Add brushed pixels to a training layer as polygons"), "mActionCapturePolygon", self._add_polygons
        )
        return bar

    # Reading

    def _change_layer(self, layer: QgsMapLayer | None = None) -> None:
        layer = self.layer.currentLayer()
        self._forget()
        if layer is None:
            self._image = None
            return
        tile = remembered(layer, TILE_PROPERTY)
        if tile:
            self._image = ImageInput(tiles=(tile,), folders=False)
        else:
            self._image = ImageInput(raster=raster_choice(layer))
        self._run_sample(partial(first_sample, self._image, _store()))

    def _forget(self) -> None:
        """Show nothing any more."""
        for task in self._tasks.values():
            task.drop()
        self._tasks.clear()
        self._sample = None
        self.plot.show_points(np.empty((0, 2)), ("", ""))
        self._clear()
        self.status.clear()
        self._show_running()

    def _read(self, index: int = 0, numbers: tuple[int, ...] = ()) -> None:
        """Read a sample of what the user chose; of bands, those with the numbers or the default ones."""
        if self._image is None:
            return
        if self.kind.currentIndex() == COMPONENTS:
            self._run_sample(partial(sample_components, self._image, _store()))
        else:
            self._run_sample(partial(sample_bands, self._image, _store(), numbers))

    def _run_sample(self, work: Callable) -> None:
        title = tr("Reading a sample of {pixels} pixels").format(pixels=number(SAMPLE_PIXELS, ","))
        self._run("sample", title, work, self._take)

    def _take(self, sample: Sample) -> None:
        self._sample = sample
        self._fill_axes()
        self._show_points()
        self.status.setText(tr("{name}: {pixels} pixels").format(name=sample.name, pixels=number(len(sample), ",")))
        self._fill_colours()
        self._read_classes()

    def _fill_axes(self) -> None:
        """List what the axes can stand for, and choose what they do."""
        sample = self._sample
        with QSignalBlocker(self.kind):
            self.kind.setCurrentIndex(BANDS if sample.axes.transform is None else COMPONENTS)
        if sample.axes.transform is not None:
            items = [(name, place) for place, name in enumerate(sample.axes.transform.names)]
            chosen = 0, min(1, len(items) - 1)
        else:
            numbers = sample.choosable.numbers.tolist()
            items = list(zip(self._band_names(), numbers))
            shown = sample.axes.bands.numbers.tolist()
            chosen = numbers.index(shown[0]), numbers.index(shown[-1])
        for axis, index in zip(self.axes, chosen):
            with QSignalBlocker(axis):
                axis.clear()
                for text, data in items:
                    axis.addItem(text, data)
                axis.setCurrentIndex(index)

    def _band_names(self) -> list[str]:
        """Return the names of the bands of the image, which begin with the wavelength where that is known."""
        bands, layer = self._sample.choosable, self.layer.currentLayer()
        return [
            tr("{wavelength} nm (band {number})").format(wavelength=number(wavelength, ".1f"), number=band)
            if np.isfinite(wavelength)
            else layer.bandName(band)
            for band, wavelength in zip(bands.numbers.tolist(), bands.wavelengths)
        ]

    def _change_axes(self) -> None:
        if self._sample is None:
            return
        if self._sample.axes.transform is None:
            self._read(numbers=tuple(axis.currentData() for axis in self.axes))
        else:
            self._show_points()

    def _columns(self) -> tuple[int, int]:
        """Return which two axes of the sample are shown."""
        if self._sample.axes.transform is None:
            return 0, self._sample.axes.count - 1
        return tuple(axis.currentData() for axis in self.axes)

    def _show_points(self) -> None:
        points = self._sample.values[:, list(self._columns())]
        self.plot.show_points(points, tuple(axis.currentText() for axis in self.axes))
        self._clear()

    # Classes

    def _fill_colours(self, *layers) -> None:
        """List the class rasters of the project, and show the classes that were shown, if they are still there."""
        shown = self.colours.currentData()
        with QSignalBlocker(self.colours):
            self.colours.clear()
            self.colours.addItem(tr("Density"))
            for layer in QgsProject.instance().mapLayers().values():
                if _has_classes(layer):
                    self.colours.addItem(tr("Classes of {layer}").format(layer=layer.name()), layer.id())
            self.colours.setCurrentIndex(max(self.colours.findData(shown), 0))
        self._choose_colours(shown)

    def _choose_colours(self, shown: str | None) -> None:
        """Show the classes of a raster that has the grid of the image, unless the user has chosen; read other ones."""
        if self._sample is not None and not self._has_chosen_colours:
            fitting = [index for index in range(1, self.colours.count()) if self._has_same_grid(index)]
            with QSignalBlocker(self.colours):
                self.colours.setCurrentIndex(fitting[0] if fitting else 0)
        if self.colours.currentData() != shown:
            self._read_classes()

    def _has_same_grid(self, index: int) -> bool:
        grid, layer = self._sample.grid, QgsProject.instance().mapLayer(self.colours.itemData(index))
        extent = layer.extent()
        here = np.array([extent.xMinimum(), extent.xMaximum(), extent.yMinimum(), extent.yMaximum()])
        wanted = np.array([grid.left, grid.right, grid.bottom, grid.top])
        is_near = np.abs(here - wanted).max() < min(grid.pixel_width, grid.pixel_height) / 2
        return is_near and (layer.width(), layer.height()) == (grid.width, grid.height)

    def _take_colours(self) -> None:
        self._has_chosen_colours = True
        self._read_classes()

    def _read_classes(self) -> None:
        layer = QgsProject.instance().mapLayer(self.colours.currentData() or "")
        if self._sample is None:
            return
        self._drop("classes")
        if layer is None:
            self.plot.colour(None, {})
            return
        colours = {int(one.value): one.color.getRgb()[:3] for one in layer.renderer().classes()}
        work = partial(classes_of, self._sample, raster_choice(layer))
        self._run("classes", tr("Reading classes"), work, lambda classes: self.plot.colour(classes, colours))

    # From the scatter to the map

    def _choose_brush(self, is_polygon: bool, is_chosen: bool) -> None:
        if is_chosen:
            self.plot.draws_polygons = is_polygon
            self.plot.cancel_drawing()

    def _brushed(self) -> Brushed:
        return Brushed(self._sample.axes, self._columns(), tuple(self.plot.polygons))

    def _show_brushed(self) -> None:
        has_some = self._sample is not None and bool(self.plot.polygons)
        if has_some:
            inside = self._brushed().holds(self._sample.values)
            self._shown.show_pixels(self._sample.shown(inside), self._sample.grid)
            self.status.setText(
                tr("{name}: {brushed} of {pixels} pixels are brushed ({share} %)").format(
                    name=self._sample.name,
                    brushed=number(int(inside.sum()), ","),
                    pixels=number(len(inside), ","),
                    share=number(100 * inside.mean(), ".1f"),
                )
            )
        else:
            self._shown.hide_pixels()
        for action in (self.mask, self.points, self.polygons):
            action.setEnabled(has_some)

    def _show_values(self, x: float, y: float) -> None:
        self.values.setText(f"{number(x, '.4g')}   {number(y, '.4g')}")

    def _clear(self) -> None:
        self.plot.clear()
        self.plot.mark(None)
        self.plot.highlight(None)
        self._show_brushed()
        self._marker.hide()
        self._tool.hide_rectangle()

    # From the map to the scatter

    def _choose_tool(self, is_chosen: bool) -> None:
        if is_chosen:
            self._canvas.setMapTool(self._tool)
        else:
            self._canvas.unsetMapTool(self._tool)

    def _take_pixel(self, point: QgsPointXY) -> None:
        """Mark the pixel at a point of the map in the scatter; it need not be one of the sample."""
        if self._sample is None:
            return
        grid = self._sample.grid
        place = in_grid(self._canvas, grid, point)
        row, column = (-1, -1) if place is None else grid.pixel_at(place.x(), place.y())
        if not (0 <= row < grid.height and 0 <= column < grid.width):
            self.status.setText(tr("{name} does not reach there.").format(name=self._sample.name))
            return
        centre = QgsPointXY(*grid.centres(row, column))
        self._marker.setCenter(on_map(self._canvas, grid, centre))
        self._marker.show()
        self.plot.highlight(None)
        work = partial(value_at, self._sample, row, column, _store())
        self._run("pixel", tr("Reading a pixel"), work, self._mark)

    def _mark(self, values: np.ndarray | None) -> None:
        if values is None:
            self.plot.mark(None)
            self.status.setText(tr("{name} has no data there.").format(name=self._sample.name))
            return
        point = tuple(values[list(self._columns())].tolist())
        self.plot.mark(point)
        self._show_values(*point)

    def _take_rectangle(self, rectangle: QgsGeometry) -> None:
        """Highlight the pixels of the sample that lie in a rectangle of the map."""
        if self._sample is None:
            return
        corners = [in_grid(self._canvas, self._sample.grid, corner) for corner in rectangle.asPolygon()[0]]
        if None in corners:
            return
        inside = in_polygon(self._sample.places, np.array([(corner.x(), corner.y()) for corner in corners]))
        self._marker.hide()
        self.plot.mark(None)
        self.plot.highlight(inside)
        self.status.setText(
            tr("{count} pixels of the sample lie in the rectangle.").format(count=number(int(inside.sum()), ","))
        )

    # Results

    def _save_mask(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Save the brushed pixels as a mask"), "", tr("GeoTIFF (*.tif)"))
        if not path:
            return
        path = path if path.lower().endswith((".tif", ".tiff")) else f"{path}.tif"
        name = tr("Brushed pixels - {name}").format(name=self._sample.name)
        work = partial(write_mask, self._sample, self._brushed(), path, _store(), software=software())
        self._run("mask", tr("Writing a mask"), work, lambda _: _load(path, name))

    def _add_points(self) -> None:
        sample = self._sample
        inside = np.flatnonzero(self._brushed().holds(sample.values))
        chosen = inside[:: len(inside) // MOST_POINTS + 1]
        self._add(POINTS, (QgsGeometry.fromPointXY(QgsPointXY(*place)) for place in sample.places[chosen].tolist()))

    def _add_polygons(self) -> None:
        sample, brushed = self._sample, self._brushed()
        path = QgsProcessingUtils.generateTempFilename("brushed.tif")

        def work(progress: Progress) -> list[bytes]:
            write_mask(sample, brushed, path, _store(), progress)
            return outlines(path)

        self._run("polygons", tr("Outlining the brushed pixels"), work, self._take_outlines)

    def _take_outlines(self, found: list[bytes]) -> None:
        geometries = [QgsGeometry() for _ in found]
        for geometry, wkb in zip(geometries, found):
            geometry.fromWkb(wkb)
        self._add(POLYGONS, geometries)

    def _add(self, kind: str, geometries) -> None:
        name = self.class_name.text().strip() or tr("brushed")
        crs = QgsCoordinateReferenceSystem.fromWkt(self._sample.grid.crs)
        count = add_training(kind, crs, geometries, name)
        self.status.setText(
            tr("{count} places of the class {name} are added to the training layer.").format(
                count=number(count, ","), name=name
            )
        )

    # Tasks

    def _run(self, key: str, title: str, work: Callable, done: Callable) -> None:
        """Do something in the background, in place of what runs under the same key."""
        self._drop(key)
        task = Background(title, lambda progress: work(progress=progress))
        task.done.connect(partial(self._finish, key, done))
        task.failed.connect(partial(self._finish, key, self.status.setText))
        # A method of the dock, as it is not called any more once the dock is deleted.
        task.progressChanged.connect(self._show_progress)
        self._tasks[key] = task
        self.bar.setValue(0)
        self.running.setText(title)
        self._show_running()
        task.start()

    def _show_progress(self, percent: float) -> None:
        self.bar.setValue(int(percent))

    def _finish(self, key: str, done: Callable, result) -> None:
        self._tasks.pop(key)
        self._show_running()
        done(result)

    def _drop(self, key: str) -> None:
        task = self._tasks.pop(key, None)
        if task is not None:
            task.drop()

    def _cancel(self) -> None:
        for task in self._tasks.values():
            task.cancel()

    def _show_running(self) -> None:
        for widget in (self.running, self.bar, self.cancel):
            widget.setVisible(bool(self._tasks))


def _has_axes(layer: QgsMapLayer | None) -> bool:
    """Tell whether a layer, or the tile that it remembers, has two bands."""
    return isinstance(layer, QgsRasterLayer) and (layer.bandCount() > 1 or bool(remembered(layer, TILE_PROPERTY)))


def _has_classes(layer: QgsMapLayer) -> bool:
    """Tell whether a layer shows classes; a mask has one value."""
    return (
        isinstance(layer, QgsRasterLayer)
        and isinstance(layer.renderer(), QgsPalettedRasterRenderer)
        and len(layer.renderer().classes()) > 1
    )


def _load(path: str, name: str) -> None:
    QgsProject.instance().addMapLayer(QgsRasterLayer(path, name))


def _store() -> PixelStore:
    return PixelStore(QgsProcessingUtils.tempFolder())


def _side_by_side(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget)
    return row


def _action(bar: QToolBar, text: str, icon: str, run: Callable) -> QAction:
    action = QAction(QgsApplication.getThemeIcon(f"/{icon}.svg"), text, bar)
    action.triggered.connect(run)
    bar.addAction(action)
    return action
