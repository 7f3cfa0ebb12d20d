"""A window with a map, and tiles on it, for the tests of the dock of spectra."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from neon_aop.gui.remembered import TILE_PROPERTY, remember
from neon_aop.gui.spectrum.action import SpectrumAction
from neon_aop.tests.gui.checks import wait_until
from neon_aop.tests.gui.window import Window
from neon_aop.tests.tiles import LEFT, NODATA, TOP, write_tile

LEFT_BUTTON, RIGHT_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NOTHING, CONTROL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
ROWS, COLUMNS, BANDS = 20, 24, 30


@pytest.fixture
def window(provider, qgis_new_project, message_bar):
    window = Window(message_bar, 900, 700)
    window.window.show()
    yield window
    window.close()
    QgsProject.instance().clear()


@pytest.fixture
def action(window):
    action = SpectrumAction(window)
    yield action
    if action.dock is not None:
        reader = action.dock.collection.reader
        reader.cancel()
        wait_until(lambda: not reader.is_running)
    action.remove()


@pytest.fixture
def cube():
    """Stored values with a different spectrum at each pixel, and one pixel without data."""
    rows, columns, bands = np.mgrid[:ROWS, :COLUMNS, :BANDS]
    cube = (1000 + 100 * rows + 10 * columns + bands).astype(np.int16)
    cube[19, 23] = NODATA
    return cube


@pytest.fixture
def tile_path(tmp_path, cube):
    path = tmp_path / "tile.h5"
    write_tile(path, cube, chunks=(ROWS, COLUMNS, 1), compression="gzip")
    return str(path)


@pytest.fixture
def picture(tmp_path, tile_path, window):
    """A layer on the map that remembers the tile."""
    layer = write_layer(tmp_path / "picture.tif", np.ones((3, ROWS, COLUMNS), np.uint8), "picture")
    remember(layer, TILE_PROPERTY, tile_path)
    return on_map(window, layer)


def write_layer(path, values, name, spectral=None, nodata=None):
    from neon_aop.core.files.raster.writer import RasterWriter
    from neon_aop.core.image.grid import Grid
    from neon_aop.tests.classrasters import wkt

    grid = Grid(width=values.shape[2], height=values.shape[1], left=LEFT, top=TOP, crs=wkt())
    with RasterWriter(path, grid, values.dtype, len(values), nodata=nodata, spectral=spectral) as writer:
        for band, of_band in enumerate(values):
            writer.write(of_band, band=band)
    return QgsRasterLayer(str(path), name)


def on_map(window, layer):
    QgsProject.instance().addMapLayer(layer)
    canvas = window.mapCanvas()
    canvas.setDestinationCrs(layer.crs())
    canvas.setLayers([layer, *canvas.layers()])
    canvas.setExtent(layer.extent())
    window.active = layer
    return layer


def move(widget, position, buttons=Qt.MouseButton.NoButton):
    """Move the mouse; `QTest.mouseMove` forgets the pressed button."""
    there = QPointF(position)
    kind = QEvent.Type.MouseMove
    on_screen = QPointF(widget.mapToGlobal(position))
    QApplication.sendEvent(widget, QMouseEvent(kind, there, on_screen, Qt.MouseButton.NoButton, buttons, NOTHING))


class Hand:
    """Works with mouse and keyboard on the map, and waits until everything is read."""

    def __init__(self, window, action):
        self.canvas = window.mapCanvas()
        self._action = action

    @property
    def collection(self):
        return self._action.dock.collection

    def position(self, row, column):
        """Where the centre of a pixel of the tile is on the screen."""
        point = self.canvas.getCoordinateTransform().transform(LEFT + column + 0.5, TOP - row - 0.5)
        return QPoint(round(point.x()), round(point.y()))

    def start_click(self, row, column, modifier=NOTHING, button=LEFT_BUTTON):
        """Click, and do not wait for what is read."""
        QTest.mouseClick(self.canvas.viewport(), button, modifier, self.position(row, column))

    def click(self, row, column, modifier=NOTHING, button=LEFT_BUTTON):
        self.start_click(row, column, modifier, button)
        self.wait()

    def press(self, key, modifier=NOTHING):
        QTest.keyClick(self.canvas, key, modifier)
        self.wait()

    def drag(self, start, *stops):
        viewport = self.canvas.viewport()
        QTest.mousePress(viewport, LEFT_BUTTON, NOTHING, start)
        for stop in stops:
            move(viewport, stop, LEFT_BUTTON)
        QTest.mouseRelease(viewport, LEFT_BUTTON, NOTHING, stops[-1])
        self.wait()

    def wait(self):
        wait_until(lambda: not self.collection.reader.is_running)


@pytest.fixture
def hand(window, action, picture):
    """The dock is open, and its tool is chosen for the map."""
    action.open()
    return Hand(window, action)


def reflectance(cube, row, column):
    return cube[row, column] / 10_000
