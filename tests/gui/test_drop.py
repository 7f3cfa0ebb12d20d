"""Dropping files on the window."""

import pytest
from qgis.core import QgsMimeDataUtils
from qgis.PyQt.QtCore import QMimeData

from neon_aop.gui.drop import TileDropHandler
from neon_aop.tests.gui.checks import layers, wait_until


@pytest.fixture
def handler(loader):
    return TileDropHandler(loader)


def dragged_from_browser(*paths):
    uris = []
    for path in paths:
        uri = QgsMimeDataUtils.Uri()
        uri.layerType, uri.providerKey, uri.uri = "raster", "gdal", path
        uris.append(uri)
    return QgsMimeDataUtils.encodeUriList(uris)


def wait_for_the_picture(message_bar):
    wait_until(lambda: layers() or message_bar.messages)
    assert message_bar.messages == []


def test_dropped_tile_is_taken(handler, message_bar, tile):
    assert handler.handleFileDrop(tile)
    wait_for_the_picture(message_bar)


def test_dropped_file_of_another_kind_is_left_to_qgis(handler, foreign):
    assert not handler.handleFileDrop(foreign)


def test_truncated_tile_is_explained(handler, message_bar, truncated):
    assert handler.handleFileDrop(truncated)
    ((title, text, _),) = message_bar.messages
    assert title == "The tile cannot be shown"
    assert text.startswith(truncated)
    assert "download it again" in text


def test_truncated_tile_from_the_browser_is_explained(handler, message_bar, truncated):
    assert handler.handleMimeDataV2(dragged_from_browser(truncated))
    assert len(message_bar.messages) == 1


def test_file_of_another_ending_is_left_to_qgis(handler, message_bar, tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("no tile")
    assert not handler.handleFileDrop(str(path))
    assert message_bar.messages == []


def test_tile_from_the_browser_is_taken(handler, message_bar, tile):
    assert handler.handleMimeDataV2(dragged_from_browser(tile))
    wait_for_the_picture(message_bar)


def test_selection_with_another_file_is_left_to_qgis(handler, loader, tile, foreign):
    assert not handler.handleMimeDataV2(dragged_from_browser(tile, foreign))
    assert not loader.is_running


def test_layer_inside_a_tile_is_left_to_qgis(handler, tile):
    assert not handler.handleMimeDataV2(dragged_from_browser(f'HDF5:"{tile}"://SERC/Reflectance/Reflectance_Data'))


def test_other_data_are_left_to_qgis(handler):
    data = QMimeData()
    data.setText("text")
    assert not handler.handleMimeDataV2(data)
