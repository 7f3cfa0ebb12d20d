"""The scatter dock, used with the mouse and the keyboard."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.gui import QgsMapToolPan
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QColor, QMouseEvent, QPalette
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QFileDialog

from neon_aop.core.files.provenance import DOMAIN
from neon_aop.core.methods.scatter.picture import HIGHLIGHT
from neon_aop.gui.scatter.action import ScatterAction
from neon_aop.tests.algorithms.checks import run
from neon_aop.tests.gui.checks import wait_until
from neon_aop.tests.gui.window import Window

LEFT, NO_KEY, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def show_layer(window, layer):
    """Add a layer to the project and show it on the map, one pixel of it as 4 x 4 of the screen."""
    QgsProject.instance().addMapLayer(layer)
    window.active = layer
    canvas = window.canvas
    canvas.setDestinationCrs(layer.crs())
    canvas.setLayers([layer])
    centre = layer.extent().center()
    canvas.setExtent(QgsRectangle.fromCenterAndSize(centre, canvas.width() / 4, canvas.height() / 4))


@pytest.fixture
def window(provider, qgis_new_project, message_bar):
    window = Window(message_bar)
    window.window.show()
    yield window
    window.close()


@pytest.fixture
def button(window):
    button = ScatterAction(window)
    yield button
    dock = button.dock
    button.remove()
    assert window.docks == window.buttons == window.menu == []
    if dock is not None:
        wait_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0)


@pytest.fixture(scope="session")
def components(provider, tile, tmp_path_factory):
    """The path of components of a tile, and of its classes."""
    folder = tmp_path_factory.mktemp("components")
    results = {"CLASS_RASTER": str(folder / "classes.tif"), "PC_RASTER": str(folder / "components.tif")}
    run("classifytiles", TILES=[tile], CLUSTERS=3, **results)
    return results


@pytest.fixture
def open_dock(window, button):
    """Open the dock for a layer, by its button, and wait until the scatter is there."""

    def open_dock(path, tile=""):
        layer = QgsRasterLayer(str(path), "layer")
        assert layer.isValid()
        if tile:
            layer.setCustomProperty("neon_aop/tile", tile)
        show_layer(window, layer)
        button.action.trigger()
        finish(button.dock)
        return button.dock

    return open_dock


@pytest.fixture
def dock(open_dock, components):
    """The dock with the components of a tile, in bands 1 and 2."""
    dock = open_dock(components["PC_RASTER"])
    show_bands(dock)
    return dock


def finish(dock):
    wait_until(lambda: not dock.is_running)


def show_bands(dock):
    dock.kind.setCurrentIndex(1)
    finish(dock)


def stored(path):
    return gdal.Open(str(path)).ReadAsArray()


def at(dock, x, y):
    """Return where a place of the scatter is on the viewport."""
    view = dock.plot.plot.getPlotItem().getViewBox()
    return dock.plot.plot.mapFromScene(view.mapViewToScene(QPointF(x, y)))


def drag(widget, start, end, modifiers=NO_KEY):
    QTest.mousePress(widget, LEFT, modifiers, start)
    # QTest moves the pointer, but with no button pressed.
    place = QPointF(end)
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, QPointF(widget.mapToGlobal(end)), Qt.MouseButton.NoButton, LEFT, modifiers
    )
    QCoreApplication.sendEvent(widget, event)
    QTest.mouseRelease(widget, LEFT, modifiers, end)


def brush(dock, x0, x1, y0, y1, modifiers=NO_KEY):
    drag(dock.plot.plot.viewport(), at(dock, x0, y0), at(dock, x1, y1), modifiers)


def brush_lower_left(dock, components, modifiers=NO_KEY):
    """Brush the pixels in which both components are below 0; return where these are."""
    bands = stored(components["PC_RASTER"])[:2]
    low = bands[:, bands[0] > -9999].min(axis=1) - 0.02
    dock.plot.plot.getPlotItem().getViewBox().setRange(xRange=(low[0] - 1, 4), yRange=(low[1] - 1, 4))
    QCoreApplication.processEvents()
    brush(dock, low[0] - 0.5, 0, low[1] - 0.5, 0, modifiers)
    (polygon,) = dock.plot.polygons[-1:]
    edge = polygon.max(axis=0)
    return (bands[0] > -9999) & (bands[0] < edge[0]) & (bands[1] < edge[1])


def on_canvas(window, row, column):
    """Return where a pixel of the layer is on the canvas."""
    extent = window.active.extent()
    point = QgsPointXY(extent.xMinimum() + column + 0.5, extent.yMaximum() - row - 0.5)
    return window.canvas.getCoordinateTransform().transform(point).toQPointF().toPoint()


def highlighted(window):
    """Return how many pixels of the canvas have the colour of brushed pixels."""
    QCoreApplication.processEvents()
    image = window.canvas.grab().toImage()
    colours = [
        image.pixelColor(x, y).getRgb()[:3] for y in range(0, image.height(), 4) for x in range(0, image.width(), 4)
    ]
    return sum(np.abs(np.subtract(colour, HIGHLIGHT)).max() < 70 for colour in colours)


def click_on_map(dock, window, row, column):
    if not dock.from_map.isChecked():
        dock.from_map.trigger()
    QTest.mouseClick(window.canvas.viewport(), LEFT, NO_KEY, on_canvas(window, row, column))
    finish(dock)


def test_nothing_is_loaded_before_the_button_is_pressed(pytestconfig):
    program = (
        "import conftest, sys, neon_aop.gui.desktop;"
        "sys.exit(any(name in sys.modules for name in ('pyqtgraph', 'neon_aop.gui.scatter.dock', 'h5py', 'scipy')))"
    )
    process = subprocess.run([sys.executable, "-c", program], cwd=pytestconfig.rootpath, capture_output=True, text=True)
    assert process.returncode == 0, process.stderr


def test_missing_pyqtgraph_is_told(window, button, message_bar, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyqtgraph", None)
    button.action.trigger()
    assert "pyqtgraph" in message_bar.messages[0][1]
    assert window.docks == []
    assert not button.action.isChecked()


def test_button_hides_the_dock_and_shows_it_again(dock, button):
    for is_shown in (False, True):
        button.action.trigger()
        assert dock.isVisible() is is_shown


def test_components_raster_is_shown_in_its_bands(open_dock, components):
    dock = open_dock(components["PC_RASTER"])
    assert dock.kind.currentText() == "Bands"
    assert [axis.currentText()[:12] for axis in dock.axes] == ["Band 1: PC 1", "Band 2: PC 2"]


def test_picture_shows_the_tile_that_it_remembers(open_dock, components, tile):
    dock = open_dock(components["CLASS_RASTER"], tile)
    assert dock.kind.currentText() == "Principal components"
    assert dock.axes[0].count() == 10
    show_bands(dock)
    assert [axis.currentText() for axis in dock.axes] == ["662.0 nm (band 57)", "862.3 nm (band 97)"]


def test_other_axis_is_shown(dock):
    dock.axes[1].setCurrentIndex(2)
    finish(dock)
    assert dock.plot.plot.getAxis("left").labelText.startswith("Band 3: PC 3")


def test_layer_with_two_bands_is_shown_when_the_active_one_has_one(window, open_dock, components):
    show_layer(window, QgsRasterLayer(components["PC_RASTER"], "components"))
    dock = open_dock(components["CLASS_RASTER"])
    assert dock.layer.currentLayer().name() == "components"


def test_raster_of_one_band_is_refused(open_dock, components):
    dock = open_dock(components["CLASS_RASTER"])
    assert "one band, and a scatter needs two" in dock.status.text()


def test_project_without_rasters_has_nothing_to_show(button):
    button.action.trigger()
    assert not button.dock.is_running
    button.dock.plot.setFocus()
    QTest.keyClick(button.dock.plot.plot, Qt.Key.Key_Delete)


def test_class_raster_of_the_same_grid_gives_the_colours(dock, components):
    assert dock.colours.currentText() == "Density"
    classes = QgsRasterLayer(components["CLASS_RASTER"], "my classes")
    classes.loadDefaultStyle()
    QgsProject.instance().addMapLayer(classes)
    finish(dock)
    assert dock.colours.currentText() == "Classes of my classes"
    shown = {colour[:3] for colour in picture_colours(dock)}
    assert shown == {one.color.getRgb()[:3] for one in classes.renderer().classes() if one.value > 0}
    QgsProject.instance().removeMapLayer(classes.id())
    finish(dock)
    assert dock.colours.currentText() == "Density"


def test_density_that_was_chosen_stays(dock, components):
    choose(dock.colours, 0)
    classes = QgsRasterLayer(components["CLASS_RASTER"], "my classes")
    classes.loadDefaultStyle()
    QgsProject.instance().addMapLayer(classes)
    finish(dock)
    assert dock.colours.currentText() == "Density"


def test_brushed_pixels_are_highlighted_on_the_map(dock, window, components):
    assert highlighted(window) == 0
    inside = brush_lower_left(dock, components)
    cells = inside.sum() / (4 * window.canvas.mapUnitsPerPixel()) ** 2
    assert highlighted(window) == pytest.approx(cells, rel=0.2)
    assert f"{inside.sum()} of " in dock.status.text()


def test_map_in_another_system_is_highlighted_as_well(dock, window, components):
    window.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    window.canvas.zoomToFullExtent()
    brush_lower_left(dock, components)
    assert highlighted(window) > 0


def test_shift_adds_a_region(dock, components):
    brush_lower_left(dock, components)
    brush(dock, 0, 1, 0, 1, SHIFT)
    assert len(dock.plot.polygons) == 2
    brush(dock, 0, 1, 0, 1)
    assert len(dock.plot.polygons) == 1


def test_clicks_draw_a_polygon_that_a_double_click_ends(dock):
    dock.brush_polygon.trigger()
    corners = [at(dock, *place) for place in ((-1, 0), (1, 0), (0, 1))]
    viewport = dock.plot.plot.viewport()
    for corner in corners[:2]:
        QTest.mouseClick(viewport, LEFT, NO_KEY, corner)
    QTest.mouseClick(viewport, LEFT, NO_KEY, corners[2])
    assert dock.plot.polygons == []
    QTest.mouseDClick(viewport, LEFT, NO_KEY, corners[2])
    (polygon,) = dock.plot.polygons
    np.testing.assert_allclose(polygon[:3], [[-1, 0], [1, 0], [0, 1]], atol=0.05)
    np.testing.assert_allclose(polygon[3:], np.tile(polygon[2], (len(polygon) - 3, 1)))


def test_keys_brush_a_rectangle_and_delete_it(dock):
    keys = Qt.Key
    for key, modifiers in (
        (keys.Key_Right, NO_KEY),
        (keys.Key_Space, NO_KEY),
        (keys.Key_Right, SHIFT),
        (keys.Key_Up, SHIFT),
        (keys.Key_Space, NO_KEY),
    ):
        QTest.keyClick(dock.plot.plot, key, modifiers)
    ((low, high),) = [(one.min(axis=0), one.max(axis=0)) for one in dock.plot.polygons]
    seen = dock.plot.plot.getPlotItem().getViewBox().viewRect()
    np.testing.assert_allclose(high - low, [0.1 * seen.width(), 0.1 * seen.height()])
    QTest.keyClick(dock.plot.plot, keys.Key_Delete)
    assert dock.plot.polygons == []


def test_escape_gives_up_a_polygon(dock):
    dock.brush_polygon.trigger()
    for place in ((-1, 0), (1, 0), (0, 1)):
        QTest.mouseClick(dock.plot.plot.viewport(), LEFT, NO_KEY, at(dock, *place))
    QTest.keyClick(dock.plot.plot, Qt.Key.Key_Escape)
    QTest.keyClick(dock.plot.plot, Qt.Key.Key_Return)
    assert dock.plot.polygons == []


def test_keys_zoom(dock):
    view = dock.plot.plot.getPlotItem().getViewBox()
    whole = view.viewRect()
    QTest.keyClick(dock.plot.plot, Qt.Key.Key_Plus)
    assert view.viewRect().width() < whole.width()
    QTest.keyClick(dock.plot.plot, Qt.Key.Key_Home)
    assert view.viewRect() == whole


def mark_of(dock):
    """Return x and y of the mark in the scatter, empty without one."""
    return dock.plot._mark.getData()


def test_pixel_clicked_on_the_map_is_marked_in_the_scatter(dock, window, components):
    click_on_map(dock, window, 20, 7)
    bands = stored(components["PC_RASTER"])
    assert np.ravel(mark_of(dock)) == pytest.approx(bands[:2, 20, 7])


def test_click_beside_the_image_is_told(dock, window):
    click_on_map(dock, window, 20, -5)
    assert "does not reach there" in dock.status.text()


def test_pixel_without_data_is_told(dock, window, components):
    (row, *_), (column, *_) = np.nonzero(stored(components["PC_RASTER"])[0] == -9999)
    click_on_map(dock, window, int(row), int(column))
    assert "has no data there" in dock.status.text()
    assert not np.size(mark_of(dock))


def test_rectangle_on_the_map_is_highlighted_in_the_scatter(dock, window):
    dock.from_map.trigger()
    drag(window.canvas.viewport(), on_canvas(window, 4.5, 4.5), on_canvas(window, 9.5, 14.5))
    assert "50 pixels of the sample" in dock.status.text()
    assert HIGHLIGHT in {colour[:3] for colour in picture_colours(dock)}


def test_other_tool_releases_the_button(dock, window):
    dock.from_map.trigger()
    window.canvas.setMapTool(QgsMapToolPan(window.canvas))
    assert not dock.from_map.isChecked()


def test_mask_is_written_loaded_and_accepted(dock, components, tmp_path, monkeypatch):
    inside = brush_lower_left(dock, components)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mask"), ""))
    dock.mask.trigger()
    finish(dock)
    np.testing.assert_array_equal(stored(tmp_path / "mask.tif"), inside)
    made = gdal.Open(str(tmp_path / "mask.tif")).GetMetadata(DOMAIN)
    assert made["ALGORITHM"] == "NEON scatter" and made["SOFTWARE"].startswith("NEON AOP hyperspectral ")
    assert len(json.loads(made["PARAMETERS"])["AXES"]) == 2
    (layer,) = QgsProject.instance().mapLayersByName("Brushed pixels - components")
    assert dock.colours.currentText() == "Density"
    result = run("kmeans", INPUT=components["PC_RASTER"], MASK=layer, CLUSTERS=2, OUTPUT=tmp_path / "classes.tif")
    np.testing.assert_array_equal(stored(result["OUTPUT"]) > 0, inside)


def test_mask_that_cannot_be_written_is_told(dock, components, tmp_path, monkeypatch):
    brush_lower_left(dock, components)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "none" / "mask.tif"), ""))
    dock.mask.trigger()
    finish(dock)
    assert "mask.tif" in dock.status.text()


def test_results_need_something_brushed(dock, components):
    actions = (dock.mask, dock.points, dock.polygons)
    assert not any(action.isEnabled() for action in actions)
    brush_lower_left(dock, components)
    assert all(action.isEnabled() for action in actions)
    dock.clear.trigger()
    assert not any(action.isEnabled() for action in actions)


@pytest.mark.parametrize("kind", ["points", "polygons"])
def test_training_layer_is_accepted(dock, components, tile, tmp_path, kind):
    inside = brush_lower_left(dock, components)
    for name, is_brushed in (("dark", inside), ("bright", None)):
        dock.class_name.setText(name)
        if is_brushed is None:
            brush(dock, 0.5, 3, 0.5, 3)
        getattr(dock, kind).trigger()
        finish(dock)
    (layer,) = QgsProject.instance().mapLayersByName(f"Training {kind}")
    assert {feature["class"] for feature in layer.getFeatures()} == {"dark", "bright"}
    if kind == "polygons":
        area = sum(feature.geometry().area() for feature in layer.getFeatures() if feature["class"] == "dark")
        assert area == inside.sum()
    result = run("samplespectra", TILES=[tile], LOCATIONS=layer, FIELD="class", SPECTRA=tmp_path / "spectra.csv")
    assert result["COUNT"] > inside.sum()
    result = run("gaussianclassifier", TILES=[tile], TRAINING=layer, FIELD="class", OUTPUT=tmp_path / "classes.tif")
    assert set(np.unique(stored(result["OUTPUT"]))) >= {1, 2}


def test_reading_is_cancelled(open_dock, components, monkeypatch):
    dock = open_dock(components["PC_RASTER"])
    started = threading.Event()

    def read(*arguments, progress, **options):
        started.set()
        while True:
            progress.check()
            time.sleep(0.01)

    monkeypatch.setattr("neon_aop.gui.scatter.dock.sample_components", read)
    dock.kind.setCurrentIndex(0)
    wait_until(started.is_set)
    assert dock.bar.isVisible()
    dock.cancel.click()
    finish(dock)
    assert not dock.bar.isVisible()


def test_progress_of_a_dock_that_is_deleted_is_not_shown(window, components, monkeypatch):
    started, is_deleted = threading.Event(), threading.Event()

    def read(*arguments, progress, **options):
        started.set()
        is_deleted.wait()
        progress.report(0.5)

    monkeypatch.setattr("neon_aop.gui.scatter.dock.first_sample", read)
    errors = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: errors.append(error))
    button = ScatterAction(window)
    show_layer(window, QgsRasterLayer(components["PC_RASTER"], "layer"))
    button.action.trigger()
    wait_until(started.is_set)
    dock = button.dock
    button.remove()
    QCoreApplication.sendPostedEvents(dock, QEvent.Type.DeferredDelete)
    is_deleted.set()
    wait_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    assert errors == []


def test_error_that_nobody_expects_is_told(open_dock, components, monkeypatch):
    dock = open_dock(components["PC_RASTER"])

    def read(*arguments, progress):
        raise ZeroDivisionError("of a test")

    monkeypatch.setattr("neon_aop.gui.scatter.dock.sample_components", read)
    dock.kind.setCurrentIndex(0)
    finish(dock)
    assert "of a test" in dock.status.text()


def test_layer_that_goes_takes_its_scatter_along(dock, window, components):
    brush_lower_left(dock, components)
    QgsProject.instance().removeAllMapLayers()
    assert dock.plot.polygons == []
    assert highlighted(window) == 0
    click_on_map_without_layer(dock, window)


def test_dark_theme_has_a_dark_plot(dock):
    palette = dock.palette()
    palette.setColor(QPalette.ColorRole.Base, QColor("#222222"))
    dock.setPalette(palette)
    QTest.qWait(50)
    plot = dock.plot.plot
    assert plot.grab().toImage().pixelColor(2, 2) == QColor("#222222")
    assert plot.getAxis("left").textPen().color() == QColor("white")


def test_nothing_is_left_on_the_map(window, components, provider):
    button = ScatterAction(window)
    show_layer(window, QgsRasterLayer(components["PC_RASTER"], "layer"))
    before = len(window.canvas.scene().items())
    button.action.trigger()
    finish(button.dock)
    button.dock.from_map.trigger()
    button.remove()
    assert len(window.canvas.scene().items()) == before
    assert window.canvas.mapTool() is None


def click_on_map_without_layer(dock, window):
    dock.from_map.trigger()
    QTest.mouseClick(window.canvas.viewport(), LEFT, NO_KEY, QPoint(100, 100))
    assert not dock.is_running


def choose(combo, index):
    """Choose an entry as the user does."""
    combo.setCurrentIndex(index)
    combo.activated.emit(index)


def picture_colours(dock):
    """Return the colours of the cells of the scatter that hold a pixel."""
    QTest.qWait(50)
    picture = dock.plot.picture()
    return {tuple(colour) for colour in picture[picture[..., 3] > 0].tolist()}
