"""Spectra that are kept in the project."""

import shutil

import numpy as np
import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtGui import QColor

from neon_aop.core.image.bands import Bands
from neon_aop.gui.remembered import TILE_PROPERTY, PathsInProject, remembered
from neon_aop.gui.spectrum.markers import Marker
from neon_aop.gui.spectrum.saving import marker_of, marker_state, readable
from neon_aop.tests.gui.spectrum.conftest import reflectance
from neon_aop.tests.gui.spectrum.test_dock import draw_polygon


@pytest.fixture
def paths(qgis_new_project):
    paths = PathsInProject()
    yield paths
    paths.remove()


def save_and_read(path):
    project = QgsProject.instance()
    assert project.write(str(path))
    project.clear()
    assert project.read(str(path))


def test_markers_are_restored_with_their_spectra(hand, action, cube, tmp_path):
    hand.click(3, 5)
    action.dock.size.setCurrentIndex(1)
    hand.click(9, 8)
    action.dock.size.setCurrentIndex(3)
    draw_polygon(hand, (2, 2), (2, 9), (7, 9), (7, 2))
    hand.collection.rename(hand.collection.markers[0], "oak", False)
    hand.collection.choose(2)
    before = hand.collection.markers
    save_and_read(tmp_path / "project.qgz")
    after = hand.collection.markers
    assert after is not before and len(after) == 3
    for old, new in zip(before, after):
        assert (old.number, old.title, old.size, old.is_shown) == (new.number, new.title, new.size, new.is_shown)
        assert new.geometry.equals(old.geometry) and new.crs == old.crs
        np.testing.assert_array_equal(new.found.spread.mean, old.found.spread.mean)
        np.testing.assert_array_equal(new.found.spread.low, old.found.spread.low)
        assert new.found.bands.names == old.found.bands.names and new.found.windows == old.found.windows
    assert hand.collection.current.number == 2


def test_restored_marker_can_be_moved(hand, action, picture, window, cube, tmp_path):
    hand.click(3, 5)
    save_and_read(tmp_path / "project.qgz")
    (layer,) = QgsProject.instance().mapLayers().values()
    hand.canvas.setLayers([layer])
    hand.collection.step_current(0, 1)
    hand.wait()
    np.testing.assert_allclose(hand.collection.current.found.spread.mean, reflectance(cube, 4, 5))


def test_library_and_table_of_classes_are_restored(hand, tmp_path):
    table = tmp_path / "centres.csv"
    table.write_text("")
    hand.collection.use_class_table(str(table))
    hand.collection.add_library(["pine"], Bands.of([500.0, 600.0]), np.array([[0.1, np.nan]]))
    save_and_read(tmp_path / "project.qgz")
    (pine,) = hand.collection.library
    assert pine.name == "pine"
    np.testing.assert_array_equal(pine.values, [0.1, np.nan])
    assert hand.collection.class_table == str(table)


def test_dock_that_was_open_is_opened_with_the_project(hand, action, window, tmp_path):
    hand.click(3, 5)
    action.dock.setUserVisible(True)
    QgsProject.instance().write(str(tmp_path / "project.qgz"))
    action.dock.remove()
    action.dock = None
    QgsProject.instance().read(str(tmp_path / "project.qgz"))
    assert action.dock is not None and len(action.dock.collection.markers) == 1


def test_dock_stays_closed_with_a_project_without_spectra(action, tmp_path):
    save_and_read(tmp_path / "project.qgz")
    assert action.dock is None


def test_new_project_has_no_markers(hand, action):
    hand.click(3, 5)
    QgsProject.instance().clear()
    assert hand.collection.markers == [] and action.dock._items == []


def test_tile_is_found_in_a_project_that_has_moved_with_it(paths, window, picture, tile_path, tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    shutil.move(tile_path, old / "tile.h5")
    picture.setCustomProperty(TILE_PROPERTY, str(old / "tile.h5"))
    QgsProject.instance().write(str(old / "project.qgz"))
    QgsProject.instance().clear()
    old.rename(new)
    QgsProject.instance().read(str(new / "project.qgz"))
    (layer,) = QgsProject.instance().mapLayers().values()
    assert remembered(layer, TILE_PROPERTY) == str(new / "tile.h5")


def test_tile_that_is_gone_is_not_remembered(picture, tmp_path):
    picture.setCustomProperty(TILE_PROPERTY, str(tmp_path / "gone.h5"))
    assert remembered(picture, TILE_PROPERTY) == ""


def test_what_makes_no_sense_in_a_project_is_left_out(hand):
    hand.click(3, 5)
    state = marker_state(hand.collection.markers[0])
    wrong = [
        None,
        {},
        {**state, "geometry": "Point (nothing)"},
        {**state, "size": 0},
        {**state, "spectrum": {**state["spectrum"], "mean": [1.0]}},
        {**state, "pixel": [0, 1]},
    ]
    assert readable(marker_of, [*wrong, state, *wrong])[0].number == 1
    assert len(readable(marker_of, [*wrong, state])) == 1
    assert readable(marker_of, "text") == []


def test_numbers_of_many_markers_have_colours():
    colours = {Marker(number, None, None, "", (1, 1)).colour.name() for number in range(1, 11)}
    assert len(colours) == 10
    assert QColor(Marker(11, None, None, "", (1, 1)).colour).isValid()
