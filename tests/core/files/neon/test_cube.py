from __future__ import annotations

import threading
import zlib

import numpy as np
import pytest

from neon_aop.core.compute.threads import using_threads
from neon_aop.core.errors import Cancelled, TileError
from neon_aop.core.files.neon import cube as cubes
from neon_aop.core.progress import Progress

SHAPE = (10, 12, 14)
VALUES = np.random.default_rng(0).integers(0, 5000, SHAPE).astype(np.int16)
ALL_ROWS, ALL_COLUMNS = slice(0, 10), slice(0, 12)


class Cube:
    """A cube in memory that notes which chunks and boxes are read."""

    path, name = "cube.h5", "data"
    shape = SHAPE
    shuffled = False

    def __init__(self, chunks, has_raw_chunks=True, values=VALUES):
        self.chunks = chunks
        self.has_raw_chunks = has_raw_chunks
        self.values = values
        self.stored_dtype = values.dtype
        self.read_chunks = []
        self.read_boxes = []

    def raw_chunk(self, corner):
        self.read_chunks.append(corner)
        chunk = np.zeros(self.chunks, self.values.dtype)
        part = self.values[tuple(slice(start, start + size) for start, size in zip(corner, self.chunks))]
        chunk[tuple(slice(0, size) for size in part.shape)] = part
        return zlib.compress(chunk.tobytes())

    def read(self, rows, columns, bands):
        self.read_boxes.append((rows, columns, bands))
        return self.values[rows, columns, bands]


@pytest.fixture(params=[(10, 12, 1), (4, 5, 1), (3, 5, 4), (10, 12, 14)], ids=str)
def chunks(request):
    return request.param


def read(cube, bands, rows=ALL_ROWS, columns=ALL_COLUMNS, nodata=-9999.0, progress=None, threads=2):
    bands = np.asarray(bands)
    pixels = (rows.stop - rows.start) * (columns.stop - columns.start)
    out = np.zeros((pixels, len(bands)), cube.stored_dtype)
    with using_threads(threads):
        valid, _ = cubes.read_pixels(cube, bands, rows, columns, out, nodata, progress or Progress())
    return out, valid


def test_each_chunk_is_decompressed_once(chunks):
    cube = Cube(chunks)
    read(cube, [1, 3, 5, 12])
    assert len(cube.read_chunks) == len(set(cube.read_chunks))


def test_band_groups_decompress_each_chunk_once(chunks, monkeypatch):
    monkeypatch.setattr(cubes, "GROUP_BYTES", 600)
    cube = Cube(chunks)
    list(cubes.read_band_groups(cube, np.arange(0, 14, 2), ALL_ROWS, ALL_COLUMNS, Progress()))
    assert len(cube.read_chunks) == len(set(cube.read_chunks))


def test_only_chunks_with_wanted_bands_are_read():
    cube = Cube((10, 12, 4))
    read(cube, [1, 3, 12])
    assert {corner[2] for corner in cube.read_chunks} == {0, 12}


def test_only_chunks_in_the_window_are_read():
    cube = Cube((5, 4, 14))
    read(cube, [0], slice(6, 8), slice(3, 5))
    assert set(cube.read_chunks) == {(5, 0, 0), (5, 4, 0)}


def test_plain_reads_go_along_the_chunks():
    cube = Cube((3, 5, 4), has_raw_chunks=False)
    read(cube, [1, 3, 5, 12])
    assert not cube.read_chunks
    for rows, _, bands in cube.read_boxes:
        assert rows.start // 3 == (rows.stop - 1) // 3
        assert bands.start // 4 == (bands.stop - 1) // 4


def test_few_bands_at_a_time_give_the_same(monkeypatch):
    monkeypatch.setattr(cubes, "TRANSPOSING_BYTES", 1)
    monkeypatch.setattr(cubes, "FEWEST_BANDS_TOGETHER", 5)
    out, _ = read(Cube((10, 12, 1)), np.arange(1, 13))
    np.testing.assert_array_equal(out, VALUES[:, :, 1:13].reshape(120, 12))


@pytest.mark.parametrize("threads", [1, 2, 7])
def test_threads_do_not_change_the_result(chunks, threads):
    out, valid = read(Cube(chunks), [2, 9, 13], threads=threads)
    np.testing.assert_array_equal(out, VALUES[:, :, [2, 9, 13]].reshape(120, 3))
    assert valid.all()


def test_no_data_in_one_wanted_band_makes_a_pixel_invalid(chunks):
    values = VALUES.copy()
    values[4, 5, 9] = -9999
    values[6, 7, 10] = -9999
    _, valid = read(Cube(chunks, values=values), [2, 9, 13])
    np.testing.assert_array_equal(np.argwhere(~valid), [[4, 5]])


@pytest.mark.parametrize("nodata", [-9999.5, 1e9, float("nan"), float("inf"), None])
def test_no_data_value_that_the_type_cannot_hold_hides_nothing(chunks, nodata):
    _, valid = read(Cube(chunks), [2, 9], nodata=nodata)
    assert valid.all()


def test_cancel_while_reading(chunks):
    class CancelsLate(Progress):
        calls = 0

        def cancelled(self):
            self.calls += 1
            return self.calls > 1

    with pytest.raises(Cancelled):
        read(Cube(chunks), [0], progress=CancelsLate(), threads=1)


def test_the_thread_that_waits_for_others_asks_whether_to_stop(chunks):
    asked, progress = set(), Progress()
    progress.cancelled = lambda: asked.add(threading.current_thread())
    read(Cube(chunks), [0], progress=progress)
    assert threading.current_thread() in asked


class SlowCube(Cube):
    """A cube on a slow network: one read at a time, and the user cancels during the first one."""

    def __init__(self, has_raw_chunks):
        super().__init__((4, 5, 1), has_raw_chunks)
        self.cancelled = False
        self.begun_later = 0
        self._lock = threading.Lock()
        self._waiting = threading.Semaphore(0)

    def _wait(self):
        self._waiting.release()
        with self._lock:
            self.begun_later += self.cancelled
            # Long enough for other threads to come here and wait for their turn, if they do.
            self._waiting.acquire(timeout=0.1)
            self._waiting.acquire(timeout=0.1)
            self.cancelled = True

    def raw_chunk(self, corner):
        self._wait()
        return super().raw_chunk(corner)

    def read(self, *box):
        self._wait()
        return super().read(*box)


@pytest.mark.parametrize("has_raw_chunks", [True, False])
def test_no_further_read_begins_once_cancelled(has_raw_chunks):
    cube, progress = SlowCube(has_raw_chunks), Progress()
    progress.cancelled = lambda: cube.cancelled
    with pytest.raises(Cancelled):
        read(cube, [0, 1, 2, 3], progress=progress, threads=4)
    assert cube.begun_later == 0


def test_damaged_chunk_names_the_file(chunks):
    cube = Cube(chunks)
    cube.raw_chunk = lambda corner: b"not zlib"
    with pytest.raises(TileError, match=r"cube\.h5"):
        read(cube, [0, 1])


def read_cells(cube, bands, rows, columns, nodata=-9999.0, threads=2):
    rows, columns, bands = (np.asarray(of) for of in (rows, columns, bands))
    out = np.zeros((len(rows) + 3, len(bands)), cube.stored_dtype)
    places = np.arange(len(rows))[::-1] + 2
    with using_threads(threads):
        valid, coverage = cubes.read_cells(cube, bands, rows, columns, out, places, nodata, Progress())
    return out[places], valid, coverage


@pytest.mark.parametrize("bands", [[1, 3, 5, 12], [7], [13, 2, 2]], ids=str)
def test_cells_are_read_wherever_they_lie(chunks, bands):
    rows, columns = [0, 9, 4, 4, 3], [11, 0, 5, 4, 5]
    values, valid, _ = read_cells(Cube(chunks), bands, rows, columns)
    np.testing.assert_array_equal(values, VALUES[rows, columns][:, bands])
    assert valid.all()


def test_cells_of_a_cube_without_chunks_are_read():
    rows, columns = [8, 1], [2, 3]
    values, _, _ = read_cells(Cube(None, has_raw_chunks=False), [0, 9], rows, columns)
    np.testing.assert_array_equal(values, VALUES[rows, columns][:, [0, 9]])


def test_cells_decompress_only_the_chunks_that_they_lie_in_each_once():
    cube = Cube((3, 5, 4))
    read_cells(cube, [0, 1, 13], [0, 2, 9, 9], [0, 4, 11, 10])
    assert sorted(cube.read_chunks) == [(0, 0, 0), (0, 0, 12), (9, 10, 0), (9, 10, 12)]


def test_cells_of_whole_bands_decompress_each_wanted_band_once():
    cube = Cube((10, 12, 1))
    read_cells(cube, [2, 5], [0, 9, 5], [0, 11, 5])
    assert sorted(cube.read_chunks) == [(0, 0, 2), (0, 0, 5)]


@pytest.mark.parametrize("dtype, fill", [("int16", -9999), ("float32", np.nan)])
def test_cells_without_a_value_in_a_wanted_band_are_not_valid(chunks, dtype, fill):
    values = VALUES.astype(dtype)
    values[4, 5, 3] = values[0, 0, 6] = fill
    _, valid, coverage = read_cells(Cube(chunks, values=values), [3, 4], [0, 4, 9], [0, 5, 9])
    assert valid.tolist() == [True, False, True]
    assert (coverage.of_band.tolist(), coverage.in_some, coverage.in_all) == ([2, 3], 3, 2)


@pytest.mark.parametrize("dtype", ["int16", "float32"])
@pytest.mark.parametrize("is_masked", [False, True])
def test_coverage_tells_in_how_many_wanted_pixels_each_band_has_data(chunks, dtype, is_masked):
    rng = np.random.default_rng(2)
    is_data = rng.random(SHAPE) < 0.7
    is_data[:, :, 3] = is_data[0] = False
    is_data[:, :, 4] = True
    values = np.where(is_data, VALUES, -9999).astype(dtype)
    if dtype == "float32":
        values[values == VALUES.max()] = np.nan
        is_data &= np.isfinite(values)
    bands, rows, columns = np.array([1, 3, 4, 6, 13]), slice(0, 9), slice(2, 12)
    keep = rng.random((9, 10)) < 0.8 if is_masked else np.ones((9, 10), bool)
    out = np.zeros((90, len(bands)), dtype)
    with using_threads(2):
        valid, coverage = cubes.read_pixels(
            Cube(chunks, values=values), bands, rows, columns, out, -9999.0, Progress(), keep if is_masked else None
        )
    expected = is_data[rows, columns][:, :, bands] & keep[..., np.newaxis]
    assert coverage.of_band.tolist() == expected.sum(axis=(0, 1)).tolist()
    assert coverage.in_some == expected.any(axis=2).sum()
    assert coverage.in_all == valid.sum() == expected.all(axis=2).sum()
