"""Tiles in the Browser."""

import pytest
from qgis.core import QgsLayerItem
from qgis.gui import QgsDataItemGuiContext
from qgis.PyQt.QtWidgets import QMenu

from neon_aop.gui.browser import TileBrowser
from neon_aop.tests.gui.checks import layers, wait_until


@pytest.fixture
def browser(loader):
    return TileBrowser(loader)


def item_of(path):
    return QgsLayerItem(None, "item", path, path, QgsLayerItem.LayerType.Raster, "gdal")


def entries(browser, path):
    menu = QMenu()
    item = item_of(path)
    browser.populateContextMenu(item, menu, [item], QgsDataItemGuiContext())
    return menu, menu.actions()


def test_double_click_opens_a_tile(browser, tile):
    assert browser.handleDoubleClick(item_of(tile), QgsDataItemGuiContext())
    wait_until(layers)


def test_double_click_on_another_file_is_left_to_qgis(browser, foreign):
    assert not browser.handleDoubleClick(item_of(foreign), QgsDataItemGuiContext())


def test_menu_of_a_tile_opens_it(browser, tile):
    menu, (entry,) = entries(browser, tile)
    entry.trigger()
    wait_until(layers)


def test_menu_of_another_file_is_unchanged(browser, foreign, tmp_path):
    for path in (foreign, str(tmp_path / "image.tif")):
        menu, actions = entries(browser, path)
        assert actions == []
