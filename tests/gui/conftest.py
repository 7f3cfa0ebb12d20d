"""Fixtures of the tests of what the plugin adds to the window."""

from __future__ import annotations

import sys
from pathlib import Path

import h5py
import pytest

from neon_aop.core.files.neon.demotile import write_demo_tile
from neon_aop.gui.truecolour import TrueColourLoader
from neon_aop.tests.gui.checks import wait_until
from neon_aop.tests.tiles import write_tile


class MessageBar:
    """Keeps the messages that the user would see."""

    def __init__(self):
        self.messages = []

    def pushMessage(self, title, text, level):
        self.messages.append((title, text, level))


@pytest.fixture(autouse=True)
def errors_in_slots(monkeypatch):
    """Fail for errors in slots. PyQt5 ends the process at one unless something else, such as QGIS, handles it."""
    errors = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, traceback: errors.append(error))
    yield
    # PyQt 5.15 raises this in pyqtgraph's items when QGIS has set another API of QVariant; nothing comes of it.
    assert [error for error in errors if "unable to convert a QVariant" not in str(error)] == []


@pytest.fixture
def message_bar():
    return MessageBar()


@pytest.fixture
def loader(provider, qgis_new_project, message_bar):
    loader = TrueColourLoader(message_bar)
    yield loader
    loader.cancel()
    wait_until(lambda: not loader.is_running)


@pytest.fixture(scope="session")
def tile(tmp_path_factory):
    path = tmp_path_factory.mktemp("tile") / "NEON_D02_SERC_DP3_368000_4306000_bidirectional_reflectance.h5"
    write_demo_tile(str(path), size=40)
    return str(path)


@pytest.fixture(scope="session")
def infrared_tile(tmp_path_factory):
    """A tile that is recognised but has no bands of visible light."""
    path = tmp_path_factory.mktemp("infrared") / "infrared.h5"
    write_tile(path, wavelength=[1000.0 + 50 * band for band in range(30)])
    return str(path)


@pytest.fixture
def foreign(tmp_path):
    """An HDF5 file that is not NEON's."""
    path = tmp_path / "foreign.h5"
    with h5py.File(path, "w") as file:
        file["values"] = [1, 2, 3]
    return str(path)


@pytest.fixture
def truncated(tile, tmp_path):
    """A tile whose second half is missing."""
    path = tmp_path / "truncated.h5"
    whole = Path(tile).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return str(path)
