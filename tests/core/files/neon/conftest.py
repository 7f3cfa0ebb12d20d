"""Small tiles with variations."""

from __future__ import annotations

import os

import pytest

from neon_aop.core.errors import TileError
from neon_aop.core.files.neon.tile import NeonTile
from neon_aop.tests.tiles import write_tile


@pytest.fixture(params=["h5py", "gdal"])
def backend(request):
    return request.param


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "NEON_D02_SERC_DP3_368000_4306000_bidirectional_reflectance.h5")


@pytest.fixture
def info_of(path, backend):
    """Write a tile with variations and return what is read of it."""

    def read(**variations):
        write_tile(path, **variations)
        with NeonTile(path, backend) as tile:
            return tile.info

    return read


@pytest.fixture
def refusal_of(path, backend):
    """Write a tile with variations and return the message with which it is refused."""

    def read(**variations):
        write_tile(path, **variations)
        with pytest.raises(TileError) as refused:
            NeonTile(path, backend)
        message = str(refused.value)
        assert os.path.basename(path) in message
        return message

    return read
