"""Fixtures of the tests of the algorithms: a small tile of 426 bands and what cleaning makes of it."""

from __future__ import annotations

import h5py
import pytest
from qgis.core import QgsProject

from neon_aop.core.files.neon.demotile import write_demo_tile
from neon_aop.core.files.neon.tile import NeonTile
from neon_aop.tests.algorithms.checks import run


@pytest.fixture(scope="session", autouse=True)
def registered(provider):
    """All tests here call the algorithms by their ids."""


@pytest.fixture(autouse=True)
def empty_project(registered):
    """Layers that a test adds to the project are there for no other test."""
    yield
    project = QgsProject.instance()
    if project.mapLayers():
        project.clear()


@pytest.fixture(scope="session")
def tile(tmp_path_factory):
    """A tile of 40 x 40 pixels and 426 bands, with a corner without data."""
    path = tmp_path_factory.mktemp("tile") / "demo.h5"
    write_demo_tile(str(path), size=40)
    return path


@pytest.fixture(scope="session")
def tile_info(tile):
    with NeonTile(str(tile)) as opened:
        return opened.info


@pytest.fixture(scope="session")
def stored(tile, tile_info):
    """Stored values of the tile, shape (rows, columns, bands)."""
    with h5py.File(tile, "r") as file:
        return file[f"{tile_info.site}/Reflectance/Reflectance_Data"][()]


@pytest.fixture(scope="session")
def cleaned(tile, tmp_path_factory, registered):
    """The raster that cleaning makes of the tile with its defaults."""
    path = tmp_path_factory.mktemp("cleaned") / "cleaned.tif"
    run("cleanreflectance", INPUT=tile, OUTPUT=path)
    return path


@pytest.fixture
def no_main_window(monkeypatch):
    """The test's stand-in for the main window has no browser, which the dialog would ask for."""
    for name in ("AlgorithmDialog", "ParametersPanel", "wrappers"):
        module = pytest.importorskip(f"processing.gui.{name}", reason="QGIS 4.2 has another dialog")
        if hasattr(module, "iface"):
            monkeypatch.setattr(module, "iface", None)
