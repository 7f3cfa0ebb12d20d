"""Which files are tiles, and how several are read as one image, at once or in blocks."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from neon_aop.core.compute.memory import PixelStore
from neon_aop.core.errors import Cancelled, ParameterError, TableError, TileError
from neon_aop.core.files.hdf5 import opening
from neon_aop.core.files.neon import tile as tiles
from neon_aop.core.files.neon.cleaning import BandChoice
from neon_aop.core.image.bands import Bands
from neon_aop.core.inputs import tileset
from neon_aop.core.inputs.tileset import TileSet, find_tiles
from neon_aop.core.inputs.wanted import WantedBands
from neon_aop.core.progress import Progress
from neon_aop.tests.tiles import LEFT, TOP, map_info, wavelengths, write_tile

BANDS = 30
EVERY_BAND = BandChoice(rule=1, windows=())


@pytest.fixture
def store(tmp_path):
    return PixelStore(str(tmp_path), 500)


def touched(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return [str(folder / name) for name in names]


def tile_at(path, left=LEFT, top=TOP, rows=20, columns=24, seed=0, attributes=None, **settings):
    cube = np.random.default_rng(seed).integers(0, 12000, (rows, columns, BANDS)).astype(np.int16)
    cube[seed % rows, 1] = -9999
    extent = np.array([left, left + columns, top - rows, top])
    texts, attributes = {"Map_Info": map_info(left, top)}, {"Spatial_Extent_meters": extent, **(attributes or {})}
    write_tile(path, cube, texts=texts, attributes=attributes, **settings)
    return str(path), cube


@pytest.fixture
def neighbours(tmp_path):
    """Three tiles side by side: (paths, cubes)."""
    return zip(*(tile_at(tmp_path / f"{number}.h5", LEFT + 24 * number, seed=number) for number in range(3)))


def whole(mosaic, blocks):
    """Put blocks together: values with 0 for no data, and how often each pixel came."""
    values = np.zeros((mosaic.grid.height, mosaic.grid.width, BANDS), np.int16)
    times = np.zeros(values.shape[:2], int)
    for block in blocks:
        place = (
            slice(block.row, block.row + block.pixels.grid.height),
            slice(block.column, block.column + block.pixels.grid.width),
        )
        values[place][block.pixels.valid] = block.pixels.values
        times[place] += 1
    return values, times


def test_tiles_are_found_at_any_depth_in_order(tmp_path):
    expected = touched(
        tmp_path, "b.h5", "c.HDF5", "DP3.30006.001/neon-aop-products/2021/FullSite/D02/2021_SERC_5/L3/Spectrometer/a.h5"
    )
    touched(tmp_path, "a.csv", "DP3.30006.001/a.h5.xml", "metadata/readme.txt")
    assert find_tiles([str(tmp_path)]) == expected


def test_hidden_files_and_folders_hold_no_tiles(tmp_path):
    expected = touched(tmp_path, "a.h5", "deep/b.h5")
    touched(tmp_path, "._a.h5", ".b.h5", "deep/._b.h5", ".trash/c.h5")
    assert find_tiles([str(tmp_path)]) == expected


def test_file_that_is_named_is_a_tile_whatever_its_name(tmp_path):
    (named,) = touched(tmp_path, "._a.h5")
    assert find_tiles([named]) == [named]


def test_each_file_is_listed_once(tmp_path):
    one, other = touched(tmp_path, "a.h5", "deep/b.h5")
    (tmp_path / "link.h5").symlink_to(one)
    assert find_tiles([other, str(tmp_path), one]) == [other, one]


def test_paths_may_be_objects(tmp_path):
    (path,) = touched(tmp_path, "a.h5")
    assert find_tiles([Path(path)]) == [path]


def test_links_to_folders_are_followed_once(tmp_path):
    touched(tmp_path, "data/a.h5", "elsewhere/b.h5")
    (tmp_path / "data" / "up").symlink_to(tmp_path / "data")
    (tmp_path / "data" / "more").symlink_to(tmp_path / "elsewhere")
    assert [os.path.basename(path) for path in find_tiles([str(tmp_path / "data")])] == ["a.h5", "b.h5"]


def test_folder_without_tiles_is_named(tmp_path):
    with pytest.raises(ParameterError, match=r"no tile \(\*\.h5\) in .* or in a folder below"):
        find_tiles([str(tmp_path)])


def test_looking_through_folders_can_be_cancelled(tmp_path):
    class CancelAtOnce(Progress):
        def cancelled(self):
            return True

    with pytest.raises(Cancelled):
        find_tiles([str(tmp_path)], CancelAtOnce())


@pytest.mark.parametrize("chunks", [None, (5, 6, BANDS), (20, 24, 1)])
@pytest.mark.parametrize("most", [10**9, 100 * BANDS * 2, BANDS * 2])
def test_blocks_hold_every_pixel_once(tmp_path, store, monkeypatch, chunks, most):
    monkeypatch.setattr(tileset, "BLOCK_BYTES", most)
    paths, cubes = zip(
        *(tile_at(tmp_path / f"{n}.h5", LEFT + 24 * n, TOP - 3 * n, seed=n, chunks=chunks) for n in range(2))
    )
    with TileSet(paths, EVERY_BAND) as tile_set:
        values, times = whole(tile_set.mosaic, tile_set.blocks(store, Progress()))
    expected = np.zeros_like(values)
    expected[0:20, 0:24], expected[3:23, 24:48] = cubes
    expected[expected == -9999] = 0
    np.testing.assert_array_equal(values, expected)
    assert times.sum() == 2 * 20 * 24 and times.max() == 1


@pytest.mark.parametrize("most", [10**9, 100 * BANDS * 2])
def test_blocks_of_an_extent_and_a_mask(tmp_path, store, monkeypatch, most):
    monkeypatch.setattr(tileset, "BLOCK_BYTES", most)
    path, cube = tile_at(tmp_path / "a.h5", chunks=(5, 6, BANDS))
    excluded = np.random.default_rng(1).random((15, 20)) < 0.3

    def extent(crs):
        return LEFT + 2, TOP - 18, LEFT + 22, TOP - 3

    with TileSet([path], EVERY_BAND, extent, left_out=lambda tile, window: excluded) as tile_set:
        values, times = whole(tile_set.mosaic, tile_set.blocks(store, Progress()))
    expected = np.where(excluded[:, :, np.newaxis] | (cube[3:18, 2:22] == -9999), 0, cube[3:18, 2:22])
    np.testing.assert_array_equal(values, expected)
    assert (times == 1).all()


def test_memory_for_blocks_is_that_of_the_largest(neighbours, tmp_path, monkeypatch):
    monkeypatch.setattr(tileset, "BLOCK_BYTES", 8 * 24 * BANDS * 2)
    paths, _ = neighbours
    asked = []

    class Watched(PixelStore):
        def allocate(self, shape, dtype):
            asked.append(shape)
            return super().allocate(shape, dtype)

    with TileSet(list(paths), EVERY_BAND) as tile_set:
        tile_set.blocks(Watched(str(tmp_path), 500), Progress())
    ((pixels, bands),) = asked
    assert 0 < pixels <= 8 * 24 and bands == BANDS


@pytest.fixture
def opened(monkeypatch):
    """Count how often each file is opened."""
    counts = Counter()

    def counted(path, backend=None):
        counts[os.path.basename(path)] += 1
        return opening.open_hdf5(path, backend)

    monkeypatch.setattr(tiles, "open_hdf5", counted)
    monkeypatch.setattr(tileset, "open_hdf5", counted)
    return counts


@pytest.mark.parametrize("read", ["read", "blocks"])
def test_each_tile_is_opened_once(neighbours, store, opened, read):
    paths, _ = neighbours
    with TileSet(list(paths), EVERY_BAND, keep_open=True) as tile_set:
        list(tile_set.read() if read == "read" else tile_set.blocks(store, Progress()))
    assert opened == {"0.h5": 1, "1.h5": 1, "2.h5": 1}


def test_no_more_files_are_open_than_systems_allow(neighbours, opened, monkeypatch):
    monkeypatch.setattr(tileset, "MOST_OPEN", 2)
    paths, cubes = neighbours
    with TileSet(list(paths), EVERY_BAND, keep_open=True) as tile_set:
        assert len(tile_set.read()) == 3
    assert opened == {"0.h5": 1, "1.h5": 1, "2.h5": 2}


def test_files_are_closed_when_nothing_is_read(neighbours, monkeypatch):
    closed = []
    monkeypatch.setattr(tiles.NeonTile, "close", lambda tile: closed.append(tile.info.name))
    with TileSet(next(iter(neighbours)), EVERY_BAND, keep_open=True):
        assert not closed
    assert sorted(closed) == ["0", "1", "2"]


def test_files_are_closed_when_tiles_do_not_fit(tmp_path, monkeypatch):
    one, other = tile_at(tmp_path / "a.h5")[0], tile_at(tmp_path / "b.h5", LEFT + 24.5)[0]
    closed = []
    monkeypatch.setattr(tiles.NeonTile, "close", lambda tile: closed.append(tile.info.name))
    with pytest.raises(ParameterError, match="lie between"):
        TileSet([one, other], EVERY_BAND, keep_open=True)
    assert sorted(closed) == ["a", "b"]


@pytest.mark.parametrize("keep_open", [False, True])
def test_tile_that_breaks_after_the_look_at_it_is_left_out_of_the_blocks(neighbours, store, keep_open, monkeypatch):
    paths, cubes = neighbours

    def broken(cube, *arguments):
        if cube.path.endswith("1.h5"):
            raise TileError("1.h5 is damaged.")
        return read_pixels(cube, *arguments)

    read_pixels = tileset.read_pixels
    with TileSet(list(paths), EVERY_BAND, skip_broken=True, keep_open=keep_open) as tile_set:
        monkeypatch.setattr(tileset, "read_pixels", broken)
        values, times = whole(tile_set.mosaic, tile_set.blocks(store, Progress()))
    assert tile_set.skipped == ["1.h5 is damaged."]
    assert (times[:, 24:48] == 0).all()
    np.testing.assert_array_equal(values[:, 48:], np.where(cubes[2] == -9999, 0, cubes[2]))


def test_tile_that_vanishes_after_the_look_at_it_is_left_out(neighbours, store):
    paths, _ = neighbours
    with TileSet(list(paths), EVERY_BAND, skip_broken=True) as tile_set:
        os.unlink(paths[0])
        _, times = whole(tile_set.mosaic, tile_set.blocks(store, Progress()))
    assert len(tile_set.skipped) == 1 and "0.h5 does not exist" in tile_set.skipped[0]
    assert (times[:, :24] == 0).all() and (times[:, 24:] == 1).all()


def test_broken_tile_stops_unless_it_is_to_be_left_out(neighbours, store):
    paths, _ = neighbours
    with TileSet(list(paths), EVERY_BAND) as tile_set:
        os.unlink(paths[0])
        with pytest.raises(TileError, match="0.h5 does not exist"):
            list(tile_set.blocks(store, Progress()))


def test_wanted_bands_are_found_in_each_tile(tmp_path):
    """The wavelengths of tiles may drift from the first to the last further than a band is wide."""
    drift = [0.0, 2.0, -2.0]
    paths = [
        tile_at(
            tmp_path / f"{n}.h5", LEFT + 24 * n, seed=n, wavelength=wavelengths(BANDS) + off, fwhm=np.full(BANDS, 6.0)
        )[0]
        for n, off in enumerate(drift)
    ]
    wanted = WantedBands(Bands.of(wavelengths(BANDS)[[3, 8]], [6.0, 6.0]), "saved.csv")
    with TileSet(paths, wanted) as tile_set:
        assert [window.kept.tolist() for window in tile_set.windows] == [[3, 8]] * 3


@pytest.mark.parametrize("factors", [(10_000.0, 1_000.0), (1_000.0, 10_000.0)])
def test_tiles_that_store_reflectance_differently_are_not_joined(tmp_path, factors):
    paths = [
        tile_at(tmp_path / f"{number}.h5", LEFT + 24 * number, attributes={"Scale_Factor": factor})[0]
        for number, factor in enumerate(factors)
    ]
    with pytest.raises(ParameterError, match="1 stores reflectance as int16 times"):
        TileSet(paths, EVERY_BAND)


def test_tiles_without_a_band_of_the_first_are_not_joined(tmp_path):
    paths = [
        tile_at(tmp_path / f"{number}.h5", LEFT + 24 * number, wavelength=wavelengths(BANDS) + off)[0]
        for number, off in enumerate((0.0, 500.0))
    ]
    with pytest.raises(ParameterError, match="1 has no band for"):
        TileSet(paths, EVERY_BAND)


def test_wanted_band_that_a_tile_lacks_is_an_error(neighbours):
    wanted = WantedBands(Bands.of([3000.0], [6.0]), "saved.csv")
    with pytest.raises(TableError, match="has no band for 1 of the 1 bands of saved.csv"):
        TileSet(next(iter(neighbours)), wanted)


def test_demo_tiles_overlap_with_a_warning_only_once(tmp_path):
    warnings = []

    class Listener(Progress):
        def warn(self, text):
            warnings.append(text)

    paths = [tile_at(tmp_path / f"{n}.h5", LEFT + 12 * n, seed=n)[0] for n in range(2)]
    with TileSet(paths, EVERY_BAND, progress=Listener()) as tile_set:
        list(tile_set.blocks(PixelStore(str(tmp_path), 500), Listener()))
    assert len([text for text in warnings if "overlaps" in text]) == 1
