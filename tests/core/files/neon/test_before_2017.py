"""Files of 2013 to 2016, such as NIS1_20130614_100459_atmcor.h5."""

from __future__ import annotations

import h5py
import numpy as np
import pytest

from neon_aop.core.errors import TileError
from neon_aop.core.files.neon.cleaning import BandChoice
from neon_aop.core.files.neon.inspection import inspect
from neon_aop.core.files.neon.tile import NeonTile
from neon_aop.core.inputs.tileset import TileSet
from neon_aop.tests.tiles import LEFT, TOP, map_info, random_cube, wavelengths, write_tile_before_2017

# Those files say that 15000 is no data.
NODATA = 15000
KEPT = np.array([3, 4, 7, 20])
CHUNKS = {"bands": (1, 20, 24), "blocks": (7, 6, 5), "contiguous": None}


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "NIS1_20130614_100459_atmcor.h5")


@pytest.fixture
def cube():
    cube = random_cube()
    return np.where(cube == -9999, np.int16(NODATA), cube)


def test_metadata(path, cube, backend):
    write_tile_before_2017(path, cube)
    with NeonTile(path, backend) as tile:
        info = tile.info
        assert (tile.layers(), tile.flight_lines, tile.dataset) == ([], [], "/Reflectance")
    assert (info.grid.height, info.grid.width, info.grid.left, info.grid.top) == (20, 24, LEFT, TOP)
    assert info.epsg == 32618
    assert (info.scale_factor, info.nodata, info.dtype) == (10000.0, 15000.0, "int16")
    np.testing.assert_allclose(info.bands.wavelengths, wavelengths(), rtol=1e-6)
    np.testing.assert_allclose(info.bands.fwhm, 5.8, rtol=1e-6)
    assert (info.site, info.product, info.name) == ("", "", "NIS1_20130614_100459_atmcor")
    assert "NEON's format from before 2017" in info.notes[0]


@pytest.mark.parametrize("chunks", CHUNKS.values(), ids=CHUNKS)
def test_pixels(path, cube, backend, chunks):
    write_tile_before_2017(path, cube, chunks)
    rows, columns = slice(4, 15), slice(3, 17)
    with NeonTile(path, backend) as tile:
        pixels = tile.read_pixels(KEPT, (rows, columns))
    part = cube[rows, columns][:, :, KEPT]
    valid = (part != NODATA).all(axis=2)
    np.testing.assert_array_equal(pixels.valid, valid)
    np.testing.assert_array_equal(pixels.values, part[valid])


@pytest.mark.parametrize("chunks", CHUNKS.values(), ids=CHUNKS)
def test_bands_one_by_one(path, cube, backend, chunks):
    write_tile_before_2017(path, cube, chunks)
    with NeonTile(path, backend) as tile:
        for positions, values in tile.band_groups(KEPT):
            np.testing.assert_array_equal(values, cube[:, :, KEPT[positions]].transpose(2, 0, 1))


def test_as_one_of_several_tiles(path, cube):
    write_tile_before_2017(path, cube)
    pixels = TileSet([path], BandChoice(rule=1)).windows[0].read()
    np.testing.assert_array_equal(pixels.valid, (cube[:, :, pixels.bands.numbers - 1] != NODATA).all(axis=2))
    np.testing.assert_array_equal(pixels.values, cube[pixels.valid][:, pixels.bands.numbers - 1])


def test_inspection(path, cube, backend):
    write_tile_before_2017(path, cube, CHUNKS["bands"])
    with NeonTile(path, backend) as tile:
        found = inspect(tile)
    assert (found.dates, found.layout, found.weather) == (("2013-06-14",), "bands (20 x 24 x 1)", None)


def test_damaged_position_is_refused(path, cube, backend):
    write_tile_before_2017(path, cube, texts={"map info": map_info(end=", units=Meters, rotation=30")})
    with pytest.raises(TileError, match="rotation of 30 degrees"):
        NeonTile(path, backend)


def test_other_file_with_reflectance_at_its_root_is_refused(path, backend):
    with h5py.File(path, "w") as file:
        file["Reflectance"] = np.zeros((3, 4, 5), "i2")
    with pytest.raises(TileError, match="not a NEON reflectance file"):
        NeonTile(path, backend)
