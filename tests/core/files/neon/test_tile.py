from __future__ import annotations

import os
import tracemalloc
import zlib

import h5py
import numpy as np
import pytest

from neon_aop.core.compute.threads import using_threads
from neon_aop.core.errors import Cancelled, ParameterError, TileError
from neon_aop.core.files.neon.tile import NeonTile
from neon_aop.core.progress import Progress
from neon_aop.tests.tiles import LEFT, NODATA, TOP, random_cube, write_tile

LAYOUTS = {
    "bands": {"chunks": (20, 24, 1)},
    "parts of bands": {"chunks": (7, 9, 1)},
    "blocks": {"chunks": (6, 5, 7)},
    "shuffled bands": {"chunks": (20, 24, 1), "filters": {"shuffle": True}},
    "shuffled blocks": {"chunks": (6, 5, 7), "filters": {"shuffle": True}},
    "checksummed": {"chunks": (6, 5, 7), "filters": {"fletcher32": True}},
    "uncompressed chunks": {"chunks": (6, 5, 7), "compression": None},
    "contiguous": {"compression": None},
}


KEPT = {
    "every second": np.arange(2, 27, 2),
    "with gaps": np.array([0, 1, 2, 9, 10, 20, 29]),
    "not in order": np.array([19, 11, 6]),
    "one": np.array([15]),
}


@pytest.mark.parametrize("kept", KEPT.values(), ids=KEPT)
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_pixels_are_those_stored(path, backend, layout, kept):
    cube = write_tile(path, **layout)
    with NeonTile(path, backend) as tile, using_threads(3):
        pixels = tile.read_pixels(kept)
    valid = (cube[:, :, kept] != NODATA).all(axis=2)
    np.testing.assert_array_equal(pixels.valid, valid)
    np.testing.assert_array_equal(pixels.values, cube[valid][:, kept])
    assert pixels.values.dtype == np.int16
    assert pixels.values.flags.c_contiguous


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_pixels_of_window(path, backend, layout):
    cube = write_tile(path, **layout)
    rows, columns = slice(4, 15), slice(3, 17)
    kept = np.arange(1, 29, 3)
    with NeonTile(path, backend) as tile:
        pixels = tile.read_pixels(kept, (rows, columns))
    part = cube[rows, columns][:, :, kept]
    valid = (part != NODATA).all(axis=2)
    np.testing.assert_array_equal(pixels.valid, valid)
    np.testing.assert_array_equal(pixels.values, part[valid])
    assert (pixels.grid.left, pixels.grid.top) == (LEFT + 3, TOP - 4)
    assert (pixels.grid.height, pixels.grid.width) == (11, 14)


@pytest.mark.parametrize("kept", KEPT.values(), ids=KEPT)
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_band_groups_hold_each_band_once(path, backend, layout, kept):
    cube = write_tile(path, **layout)
    rows, columns = slice(4, 15), slice(3, 17)
    found = np.zeros((len(kept), 11, 14), np.int16)
    seen = []
    with NeonTile(path, backend) as tile:
        for positions, values in tile.band_groups(kept, (rows, columns)):
            found[positions] = values
            seen.extend(positions)
    assert sorted(seen) == list(range(len(kept)))
    np.testing.assert_array_equal(found, cube[rows, columns][:, :, kept].transpose(2, 0, 1))


@pytest.mark.parametrize("dtype", ["int16", ">i2", "int32", "uint16", "float32"])
def test_types_stay(path, backend, dtype):
    cube = random_cube(nodata_pixels=0)
    cube[cube == NODATA] = 0
    nodata = 65535.0 if dtype == "uint16" else -9999.0
    cube = write_tile(path, cube.astype(dtype), chunks=(20, 24, 1), attributes={"Data_Ignore_Value": nodata})
    with NeonTile(path, backend) as tile:
        pixels = tile.read_pixels([3, 4])
    assert pixels.values.dtype == np.dtype(dtype).newbyteorder("=")
    np.testing.assert_array_equal(pixels.values, cube.reshape(-1, 30)[:, 3:5])


@pytest.mark.parametrize("chunks", [(20, 24, 1), (6, 5, 7)])
def test_nan_and_infinity_are_no_data(path, backend, chunks):
    cube = random_cube(nodata_pixels=0).astype("float32")
    cube[cube == NODATA] = 0
    cube[2, 3, 4] = np.nan
    cube[5, 6, 4] = np.inf
    write_tile(path, cube, chunks=chunks)
    with NeonTile(path, backend) as tile:
        valid = tile.read_pixels([4]).valid
    np.testing.assert_array_equal(np.argwhere(~valid), [[2, 3], [5, 6]])


def test_no_data_outside_the_kept_bands_does_not_count(path, backend):
    cube = random_cube(nodata_pixels=0)
    write_tile(path, cube)
    with NeonTile(path, backend) as tile:
        assert tile.read_pixels([0, 1]).valid.all()
        assert not tile.read_pixels([15]).valid.all()


def test_tile_without_any_valid_pixel(path, backend):
    write_tile(path, np.full((20, 24, 30), NODATA, "int16"))
    with NeonTile(path, backend) as tile:
        pixels = tile.read_pixels([1, 2])
    assert pixels.values.shape == (0, 2)
    assert not pixels.valid.any()


def test_pixels_describe_themselves(path, backend):
    write_tile(path, attributes={"Scale_Factor": 5000.0})
    with NeonTile(path, backend) as tile:
        pixels = tile.read_pixels([3, 7])
    assert pixels.scale == 1 / 5000
    assert pixels.name == "SERC 368000_4306000"
    np.testing.assert_array_equal(pixels.bands.numbers, [4, 8])


def test_pixels_in_given_memory(path, tmp_path, backend):
    cube = write_tile(path)
    memory = np.memmap(tmp_path / "scratch", "int16", "w+", shape=(480, 2))
    with NeonTile(path, backend) as tile:
        pixels = tile.read_pixels([3, 7], out=memory)
    assert np.shares_memory(pixels.values, memory)
    np.testing.assert_array_equal(pixels.values, cube[pixels.valid][:, [3, 7]])


def test_memory_of_another_shape_is_refused(path, backend):
    write_tile(path)
    with NeonTile(path, backend) as tile, pytest.raises(ParameterError, match=r"\(480, 2\)"):
        tile.read_pixels([3, 7], out=np.empty((480, 3), "int16"))


@pytest.mark.parametrize("kept", [[], [-1], [30], [1.5]])
def test_bands_that_are_not_there(path, backend, kept):
    write_tile(path)
    with NeonTile(path, backend) as tile, pytest.raises(ParameterError, match="bands 1 to 30"):
        tile.read_pixels(kept)


def test_window_that_is_not_there(path, backend):
    write_tile(path)
    with NeonTile(path, backend) as tile, pytest.raises(ParameterError, match="20 rows and 24 columns"):
        tile.read_pixels([1], (slice(0, 21), slice(0, 24)))


def _write_part(path, bands=15, libver="earliest", **storage):
    """Write a tile of which only the first bands are there."""
    whole = path + ".whole"
    write_tile(whole, layers=("Slope",))
    with h5py.File(whole) as source, h5py.File(path, "w", libver=libver) as file:
        source.copy("SERC", file)
        attributes = dict(source["SERC/Reflectance/Reflectance_Data"].attrs)
        del file["SERC/Reflectance/Reflectance_Data"]
        new = file["SERC/Reflectance"].create_dataset("Reflectance_Data", (20, 24, 30), "i2", **storage)
        new.attrs.update(attributes)
        if bands:
            new[:, :, :bands] = 7
        # Nobody asks for this one.
        file["SERC/Reflectance/Metadata"].create_dataset("other", (20, 24), "i2")


@pytest.mark.parametrize("bands", [15, 0])
@pytest.mark.parametrize("maxshape", [None, (None, None, None)], ids=["fixed", "growing"])
@pytest.mark.parametrize("compression", ["gzip", None])
@pytest.mark.parametrize("chunks", [(20, 24, 1), (6, 5, 7)])
def test_missing_chunk_without_a_fill_value_is_damage(path, backend, chunks, compression, maxshape, bands):
    _write_part(path, bands, chunks=chunks, compression=compression, maxshape=maxshape)
    with NeonTile(path, backend) as tile:
        assert len(tile.read_layer(next(layer for layer in tile.layers() if layer.name == "Slope"))) == 20
        for _ in range(2):
            with pytest.raises(TileError, match="(lacks .*|never written).* download it again"):
                tile.read_pixels([28])


def test_values_that_were_never_written_are_damage(path, backend):
    _write_part(path, 0)
    with NeonTile(path, backend) as tile, pytest.raises(TileError, match="never written"):
        tile.read_pixels([28])


@pytest.mark.parametrize("bands", [15, 0])
@pytest.mark.parametrize("compression", ["gzip", None])
def test_missing_chunk_in_the_newer_format_is_damage(path, backend, compression, bands):
    _write_part(path, bands, libver="latest", chunks=(20, 24, 1), compression=compression)
    with NeonTile(path, backend) as tile, pytest.raises(TileError, match=r"Reflectance_Data .*from \(0, 0, 28\) on"):
        tile.read_pixels([28])


def test_layer_that_was_never_written_is_damage(path, backend):
    _write_part(path)
    with NeonTile(path, backend) as tile, pytest.raises(TileError, match="other .*never written"):
        tile.read_layer(next(layer for layer in tile.layers() if layer.name == "other"))


@pytest.mark.parametrize("dtype", [[("a", "i2")], bool], ids=["records", "truth values"])
def test_layers_are_those_of_numbers(path, backend, dtype):
    write_tile(path, layers=("Slope",))
    with h5py.File(path, "a") as file:
        file["SERC/Reflectance/Metadata/Mask"] = np.zeros((20, 24), dtype)
    with NeonTile(path, backend) as tile:
        names = [layer.name for layer in tile.layers()]
    # Newer versions of GDAL take truth values for numbers.
    assert names == ["Slope"] or (dtype is bool and backend == "gdal" and names == ["Mask", "Slope"])


def test_reflectance_in_another_file(path, tmp_path):
    values = write_tile(path)
    with h5py.File(path, "a") as file, h5py.File(tmp_path / "data.h5", "w") as other:
        group = file["SERC/Reflectance"]
        group.copy("Reflectance_Data", other, "values")
        del group["Reflectance_Data"]
        group["Reflectance_Data"] = h5py.ExternalLink("data.h5", "/values")
    with NeonTile(path, "h5py") as tile:
        pixels = tile.read_pixels([3])
        np.testing.assert_array_equal(pixels.values[:, 0], values[..., 3][pixels.valid])
        assert (tile.dataset, tile.layers()) == ("/SERC/Reflectance/Reflectance_Data", [])


@pytest.mark.parametrize("chunks", [(20, 24, 1), (6, 5, 7)])
def test_chunk_that_was_never_written_holds_the_fill_value(path, backend, chunks):
    _write_part(path, chunks=chunks, compression="gzip", fillvalue=NODATA)
    with NeonTile(path, backend) as tile:
        assert tile.read_pixels([3]).valid.all()
        assert not tile.read_pixels([28]).valid.any()


def _damage_chunks(path, replacement):
    """Overwrite what is stored of band 3 with `replacement`."""
    with h5py.File(path, "a") as file:
        data = file["SERC/Reflectance/Reflectance_Data"]
        data.id.write_direct_chunk((0, 0, 3), replacement)


@pytest.mark.parametrize("damage", ["garbage", "too short", "too long", "cut off"])
def test_damaged_chunk(path, damage):
    write_tile(path, chunks=(20, 24, 1))
    full = zlib.compress(bytes(960))
    replacements = {
        "garbage": b"\x00\x01garbage" * 20,
        "too short": zlib.compress(bytes(950)),
        "too long": zlib.compress(bytes(1000)),
        "cut off": full[:-6],
    }
    _damage_chunks(path, replacements[damage])
    with NeonTile(path, "h5py") as tile, pytest.raises(TileError, match="Reflectance_Data.*download"):
        tile.read_pixels([2, 3, 4])


def test_decompression_bomb_is_not_unpacked(path):
    write_tile(path, chunks=(20, 24, 1))
    _damage_chunks(path, zlib.compress(bytes(200_000_000)))
    with NeonTile(path, "h5py") as tile:
        tracemalloc.start()
        with pytest.raises(TileError, match="wrong length"):
            tile.read_pixels([3])
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 20_000_000


def test_garbage_chunk_is_refused_by_gdal_too(path):
    write_tile(path, chunks=(20, 24, 1))
    _damage_chunks(path, b"\x00\x01garbage" * 20)
    with NeonTile(path, "gdal") as tile, pytest.raises(TileError, match="Reflectance_Data"):
        tile.read_pixels([2, 3, 4])


def test_truncated_tile(path, backend, capfd):
    write_tile(path)
    os.truncate(path, os.path.getsize(path) // 2)
    with pytest.raises(TileError, match="damaged or not complete"):
        NeonTile(path, backend)
    assert capfd.readouterr().err == ""


class _Cancelling(Progress):
    def __init__(self, after: int):
        self.calls_left = after

    def cancelled(self) -> bool:
        self.calls_left -= 1
        return self.calls_left < 0


@pytest.mark.parametrize("chunks", [(20, 24, 1), (6, 5, 7)])
@pytest.mark.parametrize("after", [0, 5])
def test_cancel_stops_reading(path, backend, chunks, after):
    write_tile(path, chunks=chunks)
    with NeonTile(path, backend) as tile:
        with pytest.raises(Cancelled):
            tile.read_pixels(np.arange(30), progress=_Cancelling(after))
        with pytest.raises(Cancelled):
            list(tile.band_groups(np.arange(30), progress=_Cancelling(after)))


class _Recording(Progress):
    def __init__(self):
        self.fractions = []

    def report(self, fraction: float) -> None:
        self.fractions.append(fraction)


@pytest.mark.parametrize("chunks", [(20, 24, 1), (6, 5, 7)])
def test_progress_moves_to_the_end(path, backend, chunks):
    write_tile(path, chunks=chunks)
    progress = _Recording()
    with NeonTile(path, backend) as tile:
        tile.read_pixels(np.arange(30), progress=progress)
    assert len(progress.fractions) > 10
    assert progress.fractions[-1] == 1.0
    assert progress.fractions == sorted(progress.fractions)
