from dataclasses import dataclass

import numpy as np
import pytest

from neon_aop.core.compute import blockmap
from neon_aop.core.compute.blockmap import ArrayTarget, Output, evaluate, map_blocks, map_images, whole_map
from neon_aop.core.compute.imageset import ImageState, LocalImages
from neon_aop.core.compute.threads import pool
from neon_aop.core.errors import Cancelled
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.block import Block
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.mosaic import Mosaic
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.progress import Progress

NODATA = -9999
OUTPUT = Output(2, np.dtype(np.float32), NODATA)


def image(rows, columns, left=0.0, top=0.0, seed=0, share=0.8):
    """An image some of whose pixels are valid."""
    rng = np.random.default_rng(seed)
    valid = rng.random((rows, columns)) < share
    values = rng.integers(1, 1000, (int(valid.sum()), 3)).astype(np.int16)
    return Pixels(values, valid, Grid(columns, rows, left, top), Bands.of([500.0, 600.0, 700.0]), name=f"image {seed}")


def sum_and_first(image, chosen):
    values = image.pixels.values[chosen]
    return np.stack([values.sum(axis=1) + 0.5, values[:, 0]])


def expected(images, mosaic):
    """What `sum_and_first` gives where the first image that has a pixel counts."""
    whole = np.full((2, mosaic.grid.height, mosaic.grid.width), NODATA, np.float32)
    for part, (row, column) in reversed(list(zip(images, mosaic.places))):
        area = whole[:, row : row + part.grid.height, column : column + part.grid.width]
        area[:, part.valid] = np.stack([part.values.sum(axis=1) + 0.5, part.values[:, 0]])
    return whole


@dataclass
class Canvas:
    """A target in memory that counts what is asked of it."""

    array: np.ndarray
    block: tuple
    output: Output = OUTPUT

    def __post_init__(self):
        self.array[:] = self.output.nodata
        self.reads, self.writes = 0, 0

    def read(self, rows, columns):
        self.reads += 1
        return self.array[:, rows, columns].copy()

    def write(self, array, row=0, column=0):
        self.writes += 1
        self.array[:, row : row + array.shape[1], column : column + array.shape[2]] = array


@pytest.fixture
def apart():
    return [image(30, 40), image(25, 20, 50.0, -3.0, seed=1)]


@pytest.fixture
def overlapping():
    return [image(30, 40), image(35, 20, 15.0, 7.0, seed=1), image(10, 60, -5.0, -20.0, seed=2)]


def laid_out(images):
    return Mosaic.of([part.grid for part in images], [part.name for part in images])


def blocks_of(images, mosaic, progress=None):
    return [Block(part, row, column, progress or Progress()) for part, (row, column) in zip(images, mosaic.places)]


@pytest.mark.parametrize("case", ["apart", "overlapping"])
@pytest.mark.parametrize("size", [(8, 16), (256, 256)])
@pytest.mark.parametrize("window", [1, 3000, 10**9])
def test_blocks_are_mapped_to_a_target(request, monkeypatch, case, size, window):
    monkeypatch.setattr(blockmap, "WINDOW_BYTES", window)
    monkeypatch.setattr(blockmap, "CHUNK_PIXELS", 50)
    images = request.getfixturevalue(case)
    mosaic = laid_out(images)
    canvas = Canvas(np.empty((2, mosaic.grid.height, mosaic.grid.width), np.float32), size)
    done = map_blocks(blocks_of(images, mosaic), sum_and_first, canvas)
    np.testing.assert_array_equal(canvas.array, expected(images, mosaic))
    assert done == (canvas.array[0] != NODATA).sum()


@pytest.mark.parametrize("case", ["apart", "overlapping"])
@pytest.mark.parametrize("size", [(8, 16), (256, 256)])
@pytest.mark.parametrize("window", [1, 3000, 10**9])
def test_images_in_memory_are_mapped_to_windows(request, monkeypatch, case, size, window):
    monkeypatch.setattr(blockmap, "WINDOW_BYTES", window)
    images = request.getfixturevalue(case)
    mosaic = laid_out(images)
    whole = np.full((2, mosaic.grid.height, mosaic.grid.width), np.nan)
    with LocalImages(images) as opened:
        for found in map_images(opened, mosaic, sum_and_first, OUTPUT, size):
            assert np.isnan(whole[:, found.rows, found.columns]).all()
            whole[:, found.rows, found.columns] = found.values
            assert sum(part.shape[1] for part in found.parts) >= (found.values[0] != NODATA).sum()
    np.testing.assert_array_equal(whole, expected(images, mosaic))


@pytest.mark.parametrize("step", [1, 2, 3, 7])
@pytest.mark.parametrize("window", [1, 3000, 10**9])
def test_thinned_map_is_every_nth_pixel_of_the_whole(overlapping, monkeypatch, step, window):
    monkeypatch.setattr(blockmap, "WINDOW_BYTES", window)
    mosaic = laid_out(overlapping)
    with LocalImages(overlapping) as opened:
        thinned = whole_map(opened, mosaic, sum_and_first, OUTPUT, step)
    np.testing.assert_array_equal(thinned, expected(overlapping, mosaic)[:, ::step, ::step])


def test_windows_are_whole_blocks_within_the_bound(monkeypatch):
    monkeypatch.setattr(blockmap, "WINDOW_BYTES", 2 * 4 * 16 * 100)
    windows = list(OUTPUT.windows(slice(5, 40), slice(0, 300), (16, 32)))
    assert {(rows.start, rows.stop) for rows, _ in windows} == {(5, 16), (16, 32), (32, 40)}
    assert [(columns.start, columns.stop) for rows, columns in windows if rows.start == 16] == [
        (0, 96),
        (96, 192),
        (192, 288),
        (288, 300),
    ]
    assert all((rows.stop - rows.start) * (columns.stop - columns.start) <= 1600 for rows, columns in windows)


@pytest.mark.parametrize(("case", "reads"), [("apart", 0), ("overlapping", 2)])
def test_only_windows_that_an_earlier_image_reaches_are_read_back(request, case, reads):
    images = request.getfixturevalue(case)
    mosaic = laid_out(images)
    canvas = Canvas(np.empty((2, mosaic.grid.height, mosaic.grid.width), np.float32), (256, 256))
    map_blocks(blocks_of(images, mosaic), sum_and_first, canvas)
    assert canvas.reads == reads


def values_of(results, output=OUTPUT):
    """Return what becomes of one result for each pixel."""
    results = np.asarray(results)
    part = image(1, len(results), share=1.0)
    with pool() as threads:
        found = evaluate(
            ImageState(part), slice(0, len(results)), lambda image, chosen: results[chosen], output, threads, Progress()
        )
    return found[0].tolist()


def test_slow_functions_get_as_few_pixels_at_a_time_as_they_want():
    class Slow:
        chunk_pixels = 7

        def __init__(self):
            self.sizes = []

        def __call__(self, image, chosen):
            self.sizes.append(chosen.stop - chosen.start)
            return np.zeros(self.sizes[-1])

    function = Slow()
    with pool() as threads:
        evaluate(None, slice(0, 20), function, Output(1, np.dtype(np.float32), -1.0), threads, Progress())
    assert sorted(function.sizes) == [6, 7, 7]


def test_result_that_equals_no_data_stays_data():
    (found,) = values_of([-9999.0])
    assert found == np.nextafter(np.float32(-9999), np.float32(0))


def test_results_that_are_no_numbers_are_no_data():
    with np.errstate(all="raise"):
        assert values_of([np.nan, np.inf, -np.inf, 1e300, 5.0]) == [NODATA] * 4 + [5.0]


def test_integers_are_kept_as_they_are():
    assert values_of([0, 7, 255], Output(1, np.dtype(np.uint8), 0)) == [0, 7, 255]


def test_target_in_memory_holds_what_is_written():
    images = [image(30, 40)]
    mosaic = laid_out(images)
    array = np.ones((30, 40), np.uint16)
    map_blocks(blocks_of(images, mosaic), lambda image, chosen: image.pixels.values[chosen, 0], ArrayTarget(array, 0))
    np.testing.assert_array_equal(array[images[0].valid], images[0].values[:, 0])
    assert not array[~images[0].valid].any()


def test_images_without_pixels_give_no_data():
    images = [image(5, 6, share=0.0), image(5, 6, 6.0, seed=1)]
    mosaic = laid_out(images)
    with LocalImages(images) as opened:
        np.testing.assert_array_equal(whole_map(opened, mosaic, sum_and_first, OUTPUT), expected(images, mosaic))


class Steps(Progress):
    def __init__(self, cancel_after=None):
        self.fractions = []
        self._cancel_after = cancel_after

    def report(self, fraction):
        self.fractions.append(fraction)

    def cancelled(self):
        return self._cancel_after is not None and len(self.fractions) >= self._cancel_after


def test_progress_reaches_the_end(apart):
    steps, mosaic = Steps(), laid_out(apart)
    with LocalImages(apart) as opened:
        list(map_images(opened, mosaic, sum_and_first, OUTPUT, (8, 16), progress=steps))
    assert steps.fractions == sorted(steps.fractions)
    assert steps.fractions[-1] == 1


def test_maps_can_be_cancelled(apart):
    mosaic = laid_out(apart)
    with LocalImages(apart) as opened, pytest.raises(Cancelled):
        list(map_images(opened, mosaic, sum_and_first, OUTPUT, (8, 16), progress=Steps(2)))
    canvas = Canvas(np.empty((2, mosaic.grid.height, mosaic.grid.width), np.float32), (8, 16))
    with pytest.raises(Cancelled):
        map_blocks(blocks_of(apart, mosaic, Steps(2)), sum_and_first, canvas)
    assert canvas.writes == 2
