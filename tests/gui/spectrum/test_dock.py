"""Spectra of places that are clicked on the map."""

import os
import threading

import numpy as np
import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLineEdit

from neon_aop.core.errors import OutputError
from neon_aop.core.image.bands import Bands
from neon_aop.core.spectra.pixelspectra import _TileSpectra
from neon_aop.gui.remembered import TILE_PROPERTY, remember
from neon_aop.tests.gui.checks import wait_until
from neon_aop.tests.gui.spectrum.conftest import (
    CONTROL,
    LEFT_BUTTON,
    NOTHING,
    RIGHT_BUTTON,
    SHIFT,
    move,
    on_map,
    reflectance,
    write_layer,
)
from neon_aop.tests.tiles import write_tile


def test_click_shows_the_spectrum_of_the_tile_of_a_picture(hand, cube):
    hand.click(3, 5)
    (marker,) = hand.collection.markers
    np.testing.assert_allclose(marker.found.spread.mean, reflectance(cube, 3, 5))
    assert marker.found.spread.count == 1
    assert marker.found.windows == ((1340.0, 1445.0), (1790.0, 1955.0))


def test_click_shows_the_spectrum_of_a_raster_with_wavelengths(hand, window, tmp_path):
    values = np.random.default_rng(3).random((4, 20, 24)).astype(np.float32)
    spectral = Bands.of([500.0, 600.0, 700.0, 1800.0])
    on_map(window, write_layer(tmp_path / "image.tif", values, "image", spectral, nodata=-9999.0))
    hand.click(7, 9)
    np.testing.assert_allclose(hand.collection.markers[0].found.spread.mean, values[:, 7, 9])


def test_raster_that_a_run_has_replaced_is_read_anew(hand, window, tmp_path):
    values, spectral = np.ones((4, 20, 24), np.float32), Bands.of([500.0, 600.0, 700.0, 1800.0])
    path = tmp_path / "image.tif"
    on_map(window, write_layer(path, values, "image", spectral, nodata=-9999.0))
    hand.click(7, 9)
    write_layer(path, 3 * values, "image", spectral, nodata=-9999.0)
    os.utime(path, (1, 1))
    hand.collection.step_current(1, 0)
    hand.wait()
    np.testing.assert_allclose(hand.collection.current.found.spread.mean, 3)


def test_chosen_spectrum_is_removed_from_the_list_with_a_key(hand, action):
    hand.click(3, 5)
    hand.click(9, 8)
    action.dock.list.setFocus()
    action.dock.list.setCurrentItem(action.dock.list.topLevelItem(0))
    QTest.keyClick(action.dock.list, Qt.Key.Key_Delete)
    assert [marker.number for marker in hand.collection.markers] == [2]


def test_layer_without_spectra_leaves_the_click_to_the_one_below(hand, window, picture, tmp_path):
    on_map(window, write_layer(tmp_path / "plain.tif", np.ones((2, 20, 24), np.uint8), "plain"))
    hand.click(3, 5)
    assert hand.collection.markers[0].layer_id == picture.id()


def test_click_without_any_spectra_says_what_to_do(hand, action, picture):
    picture.removeCustomProperty(TILE_PROPERTY)
    hand.click(3, 5)
    assert hand.collection.markers == []
    assert "No layer has spectra" in action.dock.message.text()


def test_click_on_no_data_says_so_in_the_list(hand, action):
    hand.click(19, 23)
    item = action.dock.list.topLevelItem(0)
    assert "has no data there" in item.child(0).text(0)


def test_markers_are_numbered_in_colours_of_their_own(hand):
    for place in ((3, 5), (4, 9), (9, 2)):
        hand.click(*place)
    markers = hand.collection.markers
    assert [marker.number for marker in markers] == [1, 2, 3]
    assert len({marker.colour.name() for marker in markers}) == 3


def test_number_of_a_removed_marker_is_given_again(hand):
    for place in ((3, 5), (4, 9)):
        hand.click(*place)
    hand.collection.choose(1)
    hand.press(Qt.Key.Key_Delete)
    assert [marker.number for marker in hand.collection.markers] == [2]
    hand.click(9, 2)
    assert [marker.number for marker in hand.collection.markers] == [2, 1]


def test_click_with_control_moves_the_marker(hand, cube):
    hand.click(3, 5)
    hand.click(9, 2, CONTROL)
    (marker,) = hand.collection.markers
    np.testing.assert_allclose(marker.found.spread.mean, reflectance(cube, 9, 2))


@pytest.mark.parametrize(
    "key, modifier, place",
    [
        (Qt.Key.Key_Left, None, (12, 11)),
        (Qt.Key.Key_Right, None, (12, 13)),
        (Qt.Key.Key_Up, None, (11, 12)),
        (Qt.Key.Key_Down, None, (13, 12)),
        (Qt.Key.Key_Right, SHIFT, (12, 22)),
    ],
)
def test_arrow_key_moves_the_marker_and_not_the_map(hand, cube, key, modifier, place):
    hand.click(12, 12)
    centre = hand.canvas.extent().center()
    hand.press(key, *filter(None, [modifier]))
    np.testing.assert_allclose(hand.collection.current.found.spread.mean, reflectance(cube, *place))
    assert hand.canvas.extent().center() == centre


def test_marker_stays_in_the_image(hand, cube):
    hand.click(0, 5)
    hand.press(Qt.Key.Key_Up)
    np.testing.assert_allclose(hand.collection.current.found.spread.mean, reflectance(cube, 0, 5))


def test_marker_is_dragged_by_its_number(hand, action, cube):
    hand.click(3, 5)
    hand.click(12, 12)
    disc = action.dock._items[0]._disc().center().toPoint()
    hand.drag(disc, hand.position(5, 7), hand.position(9, 2))
    first, second = hand.collection.markers
    assert hand.collection.current is first
    np.testing.assert_allclose(first.found.spread.mean, reflectance(cube, 9, 2))
    np.testing.assert_allclose(second.found.spread.mean, reflectance(cube, 12, 12))


@pytest.mark.parametrize("choice, reach", [(1, 1), (2, 2)])
def test_box_is_averaged(hand, action, cube, choice, reach):
    action.dock.size.setCurrentIndex(choice)
    hand.click(9, 8)
    found = hand.collection.current.found.spread
    box = cube[9 - reach : 10 + reach, 8 - reach : 9 + reach] / 10_000
    assert found.count == (2 * reach + 1) ** 2
    np.testing.assert_allclose(found.mean, box.mean(axis=(0, 1)))


def test_another_size_is_read_at_the_same_place(hand, action):
    hand.click(9, 8)
    action.dock.size.setCurrentIndex(1)
    hand.wait()
    assert hand.collection.current.found.spread.count == 9


def draw_polygon(hand, *corners):
    for row, column in corners:
        hand.click(row, column)
    hand.click(*corners[-1], button=RIGHT_BUTTON)


def test_polygon_is_averaged(hand, action, cube):
    action.dock.size.setCurrentIndex(3)
    draw_polygon(hand, (2, 2), (2, 9), (7, 9), (7, 2))
    found = hand.collection.current.found.spread
    assert 20 < found.count < 60
    assert cube[2, 2, 0] < 10_000 * found.mean[0] < cube[7, 9, 0]


def test_polygon_is_given_up_with_escape(hand, action):
    action.dock.size.setCurrentIndex(3)
    hand.click(2, 2)
    hand.click(2, 9)
    hand.press(Qt.Key.Key_Escape)
    hand.click(7, 9, button=RIGHT_BUTTON)
    assert hand.collection.markers == []


def test_polygon_is_moved_as_a_whole(hand, action):
    action.dock.size.setCurrentIndex(3)
    draw_polygon(hand, (2, 2), (2, 9), (7, 9), (7, 2))
    before = hand.collection.current.found.spread
    hand.press(Qt.Key.Key_Down)
    after = hand.collection.current.found.spread
    assert after.count == before.count
    np.testing.assert_allclose(after.mean - before.mean, 0.01)


def test_curves_have_the_colours_of_the_markers(hand, action):
    hand.click(3, 5)
    hand.click(4, 9)
    marker_colours = {marker.title: marker.colour.name() for marker in hand.collection.markers}
    assert {curve.name: curve.colour.name() for curve in action.dock.plot._curves} == marker_colours


def test_values_under_the_cursor_are_told(hand, action):
    hand.click(3, 5)
    text = action.dock.plot.text_at(390.0)
    assert "384.0 nm" in text and "0.1350" in text
    box = action.dock.plot.plot.getPlotItem().vb
    centre = action.dock.plot.plot.mapFromScene(box.sceneBoundingRect().center())
    move(action.dock.plot.plot.viewport(), centre)
    assert "nm" in action.dock.message.text()


def test_name_with_tags_is_shown_as_it_is(hand, action):
    hand.click(3, 5)
    hand.collection.rename(hand.collection.current, "<i>oak</i>", True)
    assert "&lt;i&gt;oak&lt;/i&gt;" in action.dock.plot.text_at(390.0)
    hand.collection.message_changed.emit("no <b>")
    assert action.dock.message.text() == "<b>no &lt;b&gt;</b>"


def test_hidden_spectrum_is_not_on_the_plot(hand, action):
    hand.click(3, 5)
    action.dock.list.topLevelItem(0).setCheckState(0, Qt.CheckState.Unchecked)
    assert list(action.dock.plot._curves) == []
    assert not hand.collection.markers[0].is_shown


def test_spectrum_is_renamed_in_the_list(hand, action):
    hand.click(3, 5)
    action.dock.list.topLevelItem(0).setText(0, "oak")
    assert hand.collection.markers[0].title == "oak"
    assert [curve.name for curve in action.dock.plot._curves] == ["oak"]


def test_item_stays_while_the_user_changes_it(hand, action):
    hand.click(3, 5)
    hand.click(9, 8)
    item = action.dock.list.topLevelItem(0)
    item.setText(0, "oak")
    item.setCheckState(0, Qt.CheckState.Unchecked)
    assert action.dock.list.topLevelItem(0) is item
    assert (hand.collection.markers[0].title, hand.collection.markers[0].is_shown) == ("oak", False)


def double_click(shown, row, column):
    """Double-click in the list of spectra; return the editor that opens."""
    place = shown.visualRect(shown.indexFromItem(shown.topLevelItem(row), column)).center()
    for press in (QTest.mouseClick, QTest.mouseDClick):
        press(shown.viewport(), LEFT_BUTTON, NOTHING, place)
    return shown.findChild(QLineEdit)


def test_spectrum_that_is_not_the_current_one_is_renamed_after_a_double_click(hand, action):
    hand.click(3, 5)
    hand.click(9, 8)
    editor = double_click(action.dock.list, 0, 0)
    assert editor is not None and hand.collection.current.number == 1
    editor.selectAll()
    QTest.keyClicks(editor, "oak")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    wait_until(lambda: hand.collection.markers[0].title == "oak")


def test_only_names_are_changed_in_the_list(hand, action):
    hand.click(3, 5)
    assert double_click(action.dock.list, 0, 4) is None


def test_range_is_fixed(hand, action):
    action.dock.low.setValue(0.05)
    action.dock.high.setValue(0.4)
    action.dock.is_fixed.setChecked(True)
    hand.click(3, 5)
    low, high = action.dock.plot.plot.getPlotItem().vb.viewRange()[1]
    assert (low, high) == pytest.approx((0.05, 0.4))


def test_markers_leave_the_map_with_the_dock_and_come_back(hand, action):
    hand.click(3, 5)
    assert len(action.dock._items) == 1
    action.dock.setUserVisible(False)
    assert action.dock._items == []
    action.open()
    assert len(action.dock._items) == 1


def test_window_is_free_while_a_tile_is_read(hand):
    hand.start_click(9, 8)
    assert hand.collection.reader.is_running
    hand.wait()


def test_cancelled_spectrum_leaves_no_marker(hand):
    hand.start_click(9, 8)
    hand.collection.reader.cancel()
    hand.wait()
    assert hand.collection.markers == []


@pytest.fixture
def held(monkeypatch):
    """Lets the copy of a tile begin when this event is set, or when it is cancelled."""
    held, copy = threading.Event(), _TileSpectra.copy

    def wait_and_copy(spectra, progress):
        while not held.wait(0.01):
            progress.check()
        copy(spectra, progress)

    monkeypatch.setattr(_TileSpectra, "copy", wait_and_copy)
    return held


def found_of(hand):
    return [marker.found for marker in hand.collection.markers]


def test_first_spectrum_is_there_before_the_tile_is_copied_and_the_next_one_waits(hand, held, cube):
    hand.start_click(3, 5)
    wait_until(lambda: found_of(hand)[0] is not None)
    reader = hand.collection.reader
    assert reader.is_running and reader._spectra.is_slow
    hand.start_click(9, 8)
    assert reader.waits_for(2)
    held.set()
    hand.wait()
    assert not reader._spectra.is_slow
    np.testing.assert_allclose(found_of(hand)[1].spread.mean, reflectance(cube, 9, 8))


def test_progress_of_the_copy_is_shown_and_cancelled(hand, action, held, cube):
    hand.start_click(3, 5)
    wait_until(lambda: found_of(hand)[0] is not None)
    hand.collection.reader.progressed.emit(50.0)
    assert action.dock.progress.isVisible()
    hand.start_click(9, 8)
    action.dock.cancel_button.click()
    hand.wait()
    assert not action.dock.progress.isVisible()
    assert [marker.number for marker in hand.collection.markers] == [1]
    held.set()
    hand.click(9, 8)
    np.testing.assert_allclose(found_of(hand)[1].spread.mean, reflectance(cube, 9, 8))


def test_copy_ends_when_another_tile_is_looked_at(hand, held, window, tmp_path, cube):
    hand.start_click(3, 5)
    wait_until(lambda: found_of(hand)[0] is not None)
    write_tile(tmp_path / "other.h5", cube + 100, chunks=(2, 2, 5), compression="gzip")
    layer = write_layer(tmp_path / "other.tif", np.ones((3, 20, 24), np.uint8), "other")
    remember(layer, TILE_PROPERTY, str(tmp_path / "other.h5"))
    on_map(window, layer)
    hand.click(9, 8)
    np.testing.assert_allclose(found_of(hand)[1].spread.mean, reflectance(cube + 100, 9, 8))


def test_tile_without_room_for_its_copy_is_read_all_the_same(hand, action, monkeypatch, cube):
    def fail(spectra, progress):
        raise OutputError("There is no room.")

    monkeypatch.setattr(_TileSpectra, "copy", fail)
    for place in ((3, 5), (9, 8)):
        hand.click(*place)
        assert "as long as the first one. There is no room." in action.dock.message.text()
    np.testing.assert_allclose(found_of(hand)[1].spread.mean, reflectance(cube, 9, 8))


def test_copy_of_the_tile_goes_when_the_dock_is_deleted_while_it_is_read(hand, action):
    hand.start_click(9, 8)
    dock, reader = action.dock, hand.collection.reader
    action.dock = None
    dock.remove()
    QCoreApplication.sendPostedEvents(dock, QEvent.Type.DeferredDelete)
    wait_until(lambda: not reader.is_running)
    assert reader._spectra is None


def test_copy_of_the_tile_goes_with_the_dock_and_is_made_again(hand, action):
    hand.click(3, 5)
    reader = hand.collection.reader
    spectra = reader._spectra
    assert spectra._lines is not None
    action.dock.close()
    assert reader._spectra is None and spectra._lines is None
    action.open()
    hand.click(9, 8)
    assert hand.collection.markers[1].found is not None


def test_copy_of_the_tile_goes_with_the_project(hand):
    hand.click(3, 5)
    QgsProject.instance().clear()
    assert hand.collection.reader._spectra is None


def test_layer_that_is_gone_is_told(hand, picture):
    hand.click(3, 5)
    QgsProject.instance().removeMapLayer(picture.id())
    hand.collection.resize_current(3)
    assert "layer of this spectrum is gone" in hand.collection.current.problem
