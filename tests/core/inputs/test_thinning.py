"""Every n-th row and column of tiles and rasters."""

from __future__ import annotations

import numpy as np
import pytest

from neon_aop.core.errors import RasterError, TileError
from neon_aop.core.files.hdf5 import h5pyfile
from neon_aop.core.files.neon.cleaning import BandChoice
from neon_aop.core.files.raster.choice import RasterChoice
from neon_aop.core.files.raster.writer import RasterWriter
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.inputs.imageinput import ImageInput
from neon_aop.core.inputs.thinning import read_every_nth
from neon_aop.core.inputs.tileset import TileSet
from neon_aop.core.progress import Progress
from neon_aop.tests.tiles import LEFT, NODATA, TOP, map_info, write_tile

EVERY_BAND = BandChoice(rule=1, windows=())
ROWS, COLUMNS, BANDS = 43, 57, 12


def cube_of(seed, rows=ROWS, columns=COLUMNS):
    rng = np.random.default_rng(seed)
    cube = rng.integers(0, 12000, (rows, columns, BANDS)).astype(np.int16)
    cube[rng.random((rows, columns)) < 0.2] = NODATA
    cube[5, 6, 3] = NODATA
    return cube


def tile_at(path, cube, left=LEFT, top=TOP, **settings):
    rows, columns = cube.shape[:2]
    extent = np.array([left, left + columns, top - rows, top])
    attributes = {"Spatial_Extent_meters": extent}
    write_tile(path, cube, texts={"Map_Info": map_info(left, top)}, attributes=attributes, **settings)
    return str(path)


def assert_is_every_nth(pixels, cube, step, valid=True):
    """Check that pixels are every n-th row and column of a cube, without those that lack data."""
    valid = (cube != NODATA).all(axis=2) & valid
    np.testing.assert_array_equal(pixels.valid, valid[::step, ::step])
    np.testing.assert_array_equal(pixels.values, cube[::step, ::step][valid[::step, ::step]])
    grid = pixels.grid
    assert (grid.height, grid.width) == pixels.valid.shape
    assert (grid.left, grid.top, grid.pixel_width, grid.pixel_height) == (LEFT, TOP, step, step)


def wanted(cube, step):
    """Return how many pixels to ask for so that every n-th row and column is read."""
    return cube.shape[0] * cube.shape[1] // step**2


@pytest.mark.parametrize("chunks", [None, (ROWS, COLUMNS, 1), (8, 9, 5), (ROWS, 3, 1), (1, 1, BANDS)])
@pytest.mark.parametrize("step", [1, 3, 20])
def test_tile(tmp_path, chunks, step):
    cube = cube_of(1)
    compression = None if chunks is None else "gzip"
    path = tile_at(tmp_path / "a.h5", cube, chunks=chunks, compression=compression)
    with TileSet([path], EVERY_BAND) as tiles:
        assert_is_every_nth(tiles.read_sample(wanted(cube, step), 0, Progress()), cube, step)


def test_only_some_bands(tmp_path):
    cube = cube_of(2)
    path = tile_at(tmp_path / "a.h5", cube, chunks=(8, 9, 5))
    with TileSet([path], BandChoice(rule=1, windows=(), first=1, subset_factor=3)) as tiles:
        assert_is_every_nth(tiles.read_sample(wanted(cube, 4), 0, Progress()), cube[:, :, 1::3], 4)


def test_chunks_without_such_a_pixel_are_not_read(tmp_path, monkeypatch):
    asked = []
    read = h5pyfile.H5pyCube.raw_chunk
    monkeypatch.setattr(h5pyfile.H5pyCube, "raw_chunk", lambda self, corner: asked.append(corner) or read(self, corner))
    cube = cube_of(3, 40, 40)
    path = tile_at(tmp_path / "a.h5", cube, chunks=(5, 5, BANDS))
    with TileSet([path], EVERY_BAND) as tiles:
        assert_is_every_nth(tiles.read_sample(wanted(cube, 20), 0, Progress()), cube, 20)
    assert sorted(asked) == [(row, column, 0) for row in (0, 20) for column in (0, 20)]


@pytest.mark.parametrize("step", [1, 3, 7])
def test_tiles_make_one_image_in_which_the_first_counts(tmp_path, step):
    first, second = cube_of(4), cube_of(5)
    paths = [
        tile_at(tmp_path / "a.h5", first, chunks=(8, 9, 5)),
        tile_at(tmp_path / "b.h5", second, LEFT + 40, TOP - 10, chunks=(8, 9, 5)),
    ]
    whole = np.full((ROWS + 10, COLUMNS + 40, BANDS), NODATA, np.int16)
    whole[10:, 40:] = second
    has_data = (first != NODATA).all(axis=2)
    whole[:ROWS, :COLUMNS][has_data] = first[has_data]
    with TileSet(paths, EVERY_BAND) as tiles:
        assert_is_every_nth(tiles.read_sample(2 * wanted(first, step), 0, Progress()), whole, step)


def test_broken_tiles_are_left_out_when_asked_for(tmp_path):
    cube = cube_of(6)
    good, bad = (tile_at(tmp_path / name, cube, chunks=(ROWS, COLUMNS, 1)) for name in ("a.h5", "b.h5"))
    with open(bad, "r+b") as file:
        file.seek(20_000)
        file.write(bytes(20_000))
    with TileSet([good, bad], EVERY_BAND, skip_broken=True) as tiles:
        assert_is_every_nth(tiles.read_sample(2 * wanted(cube, 2), 0, Progress()), cube, 2)
        assert len(tiles.skipped) == 1
    with TileSet([bad], EVERY_BAND) as tiles, pytest.raises(TileError):
        tiles.read_sample(wanted(cube, 2), 0, Progress())


def raster_of(path, cube, dtype=np.int16, **settings):
    grid = Grid(cube.shape[1], cube.shape[0], LEFT, TOP, 1.0, 1.0)
    with RasterWriter(path, grid, dtype, BANDS, NODATA, **settings) as writer:
        writer.write(np.moveaxis(cube, 2, 0).astype(dtype))
    return RasterChoice(str(path))


@pytest.mark.parametrize("dtype", [np.int16, np.float32])
@pytest.mark.parametrize("step", [1, 4, 30])
def test_raster(tmp_path, dtype, step):
    cube = cube_of(7, 300, 57)
    with ImageInput(raster=raster_of(tmp_path / "a.tif", cube, dtype)).open() as opened:
        assert_is_every_nth(opened.read_sample(wanted(cube, step), 0, Progress()), cube, step)


def test_mask_of_a_raster_and_of_tiles(tmp_path):
    cube, kept = cube_of(8), np.zeros((ROWS, COLUMNS), bool)
    kept[3:30, 11:50] = True
    with RasterWriter(tmp_path / "m.tif", Grid(COLUMNS, ROWS, LEFT, TOP), np.uint8) as writer:
        writer.write(kept.astype(np.uint8))
    mask = RasterChoice(str(tmp_path / "m.tif"))
    raster, tile = raster_of(tmp_path / "a.tif", cube), tile_at(tmp_path / "a.h5", cube)
    for chosen in (ImageInput(raster=raster, mask=mask), ImageInput(tiles=(tile,), mask=mask)):
        with chosen.open(None if chosen.raster else EVERY_BAND) as opened:
            pixels = opened.read_sample(int(kept.sum()) // 9, 0, Progress())
            assert_is_every_nth(pixels, cube, 3, kept)


def test_extent(tmp_path):
    cube = cube_of(9)
    tile, raster = tile_at(tmp_path / "a.h5", cube, chunks=(8, 9, 5)), raster_of(tmp_path / "a.tif", cube)
    inside = cube[4:40, 7:50]
    for settings in ({"tiles": (tile,)}, {"raster": raster}):
        chosen = ImageInput(extent_in=lambda wkt: (LEFT + 7, TOP - 40, LEFT + 50, TOP - 4), **settings)
        with chosen.open(EVERY_BAND if chosen.tiles else None) as opened:
            pixels = opened.read_sample(wanted(inside, 5), 0, Progress())
        valid = (inside != NODATA).all(axis=2)[::5, ::5]
        np.testing.assert_array_equal(pixels.values, inside[::5, ::5][valid])
        assert (pixels.grid.left, pixels.grid.top) == (LEFT + 7, TOP - 4)


def test_bands_without_data_are_left_out_of_a_raster(tmp_path):
    cube = cube_of(10)
    cube[:, :, 4] = NODATA
    with ImageInput(raster=raster_of(tmp_path / "a.tif", cube, np.float32)).open() as opened:
        pixels = opened.read_sample(wanted(cube, 3), 0, Progress())
    assert len(pixels.bands) == BANDS - 1
    assert_is_every_nth(pixels, np.delete(cube, 4, axis=2), 3)


def test_rasters_without_data_give_no_pixel(tmp_path):
    with ImageInput(raster=raster_of(tmp_path / "a.tif", np.full((30, 20, BANDS), NODATA, np.int16))).open() as opened:
        assert not len(opened.read_sample(50, 10, Progress()))


def test_mask_that_keeps_nothing_is_told(tmp_path):
    cube = cube_of(11)
    with RasterWriter(tmp_path / "m.tif", Grid(COLUMNS, ROWS, LEFT, TOP), np.uint8) as writer:
        writer.write(np.zeros((ROWS, COLUMNS), np.uint8))
    chosen = ImageInput(raster=raster_of(tmp_path / "a.tif", cube), mask=RasterChoice(str(tmp_path / "m.tif")))
    with chosen.open() as opened, pytest.raises(RasterError, match="leaves no pixel"):
        opened.read_sample(100, 10, Progress())


def steps_of(share, wanted, enough, size=1_000_000):
    """Return the steps with which an image is read of which a share of the pixels is valid."""
    steps = []

    def read(step, progress):
        steps.append(step)
        return Pixels(np.empty((int(share * size / step**2), 1)), None, None, None)

    read_every_nth(read, wanted, enough, size, size, Progress())
    return steps


def test_step_gives_the_wanted_pixels():
    assert steps_of(1, 10_000, 5_000) == [10]
    assert steps_of(1, 2_000_000, 5_000) == [1]


def test_image_with_little_data_is_read_more_densely():
    assert steps_of(0.25, 10_000, 5_000) == [10, 5]


def test_memory_is_bounded_where_hardly_anything_is_valid():
    # Six times the wanted pixels, at most.
    assert steps_of(0.001, 10_000, 5_000) == [10, 5]


def test_image_is_read_once_if_that_is_enough():
    assert steps_of(0.6, 10_000, 5_000) == [10]
