"""Fixtures of the tests of faults: what the algorithms read, and a folder in which nothing can be written."""

from __future__ import annotations

import os

import pytest

from neon_aop.core.files.neon.demotile import write_demo_tile
from neon_aop.tests.algorithms.calls import TILE, make_inputs, serve_tile


@pytest.fixture(scope="session")
def read_only_folder(mounted, tmp_path_factory):
    """A folder in which nothing can be written, not even by root."""
    if not os.geteuid():
        return mounted("read-only", "size=1m,ro")
    folder = tmp_path_factory.mktemp("read-only")
    folder.chmod(0o555)
    return folder


@pytest.fixture(scope="session")
def inputs(provider, tmp_path_factory):
    """A folder with a demo tile of 60 x 60 pixels, its reflectance, centres and a component model."""
    folder = tmp_path_factory.mktemp("inputs")
    write_demo_tile(str(folder / TILE), size=60)
    with serve_tile(folder):
        yield make_inputs(folder)
