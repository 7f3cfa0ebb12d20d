"""Images on a common grid: where they lie, what does not fit, and what overlaps."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest

from neon_aop.core.errors import ParameterError
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.mosaic import Mosaic

GRID = Grid(6, 4, 100.0, 200.0, 2.0, 2.0, "a crs", 1.0)


def test_mosaic_of_one_is_its_grid():
    assert Mosaic.of([GRID], ["one"]).grid == GRID


def test_mosaic_spans_all_images():
    mosaic = Mosaic.of([GRID, replace(GRID, left=112.0, top=206.0)], ["one", "other"])
    assert mosaic.grid == replace(GRID, left=100.0, top=206.0, width=12, height=7)
    assert mosaic.places == ((3, 0), (0, 6))


def test_neighbours_do_not_overlap():
    assert Mosaic.of([GRID, replace(GRID, left=112.0)], ["one", "other"]).overlap(0, 1) is None


def test_overlap_is_the_same_ground_in_both():
    mosaic = Mosaic.of([GRID, replace(GRID, left=108.0, top=198.0)], ["one", "other"])
    assert mosaic.overlap(0, 1) == ((slice(1, 4), slice(4, 6)), (slice(0, 3), slice(0, 2)))


@pytest.mark.parametrize("step", [1, 2, 3])
def test_parts_of_windows_cover_every_image_once(step):
    mosaic = Mosaic.of([GRID, replace(GRID, left=112.0, top=190.0)], ["one", "other"])
    numbers = [1 + np.arange(24).reshape(4, 6), 101 + np.arange(24).reshape(4, 6)]
    whole = np.zeros((mosaic.grid.height, mosaic.grid.width), int)
    whole[0:4, 0:6], whole[5:9, 6:12] = numbers
    seen = np.zeros_like(whole)
    for top, left in itertools.product(range(0, 9, 3), range(0, 12, 6)):
        rows, columns = slice(top, min(top + 3, 9)), slice(left, left + 6)
        window = np.zeros((-(-(rows.stop - top) // step), -(-6 // step)), int)
        for found in mosaic.parts(rows, columns):
            part = found.every(step)
            assert part.empty == (numbers[found.image][part.image_rows, part.image_columns].size == 0)
            if not part.empty:
                window[part.rows, part.columns] += numbers[found.image][part.image_rows, part.image_columns]
        seen[rows, columns][::step, ::step] = window
    expected = np.zeros_like(whole)
    for top, left in itertools.product(range(0, 9, 3), range(0, 12, 6)):
        expected[top : top + 3 : step, left : left + 6 : step] = whole[top : top + 3 : step, left : left + 6 : step]
    np.testing.assert_array_equal(seen, expected)


def test_pixels_need_not_be_square():
    grid = Grid(6, 4, 100.0, 200.0, 3.0, 5.0)
    mosaic = Mosaic.of([replace(grid, left=109.0, width=2), replace(grid, top=215.0, height=1)], ["one", "other"])
    assert mosaic.grid == Grid(6, 7, 100.0, 215.0, 3.0, 5.0)
    assert mosaic.places == ((3, 3), (0, 0))
    assert mosaic.sizes == ((4, 2), (1, 6))
    assert mosaic.names == ("one", "other")


def test_overlap_with_an_image_inside_of_another():
    inner = replace(GRID, left=104.0, top=196.0, width=3, height=1)
    mosaic = Mosaic.of([inner, GRID], ["inner", "outer"])
    assert mosaic.overlap(0, 1) == ((slice(0, 1), slice(0, 3)), (slice(2, 3), slice(2, 5)))


@pytest.mark.parametrize("change", [{"left": 112.0}, {"left": 88.0}, {"top": 208.0}, {"top": 192.0}])
def test_images_that_touch_do_not_overlap(change):
    assert Mosaic.of([GRID, replace(GRID, **change)], ["one", "other"]).overlap(0, 1) is None


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"crs": "another"}, "other has another coordinate reference system than one"),
        ({"pixel_width": 2.1}, "other has pixels of 2.1 x 2, but one of 2 x 2"),
        ({"pixel_height": 1.9}, "other has pixels of 2 x 1.9, but one of 2 x 2"),
        ({"left": 113.0}, "The pixels of other lie between those of one"),
        ({"top": 199.0}, "The pixels of other lie between those of one"),
        ({"left": 112.03}, "The pixels of other lie between those of one"),
    ],
)
def test_what_does_not_fit_is_named(change, words):
    with pytest.raises(ParameterError, match=words):
        Mosaic.of([GRID, replace(GRID, **change)], ["one", "other"])


def test_corners_are_told_with_all_digits_that_matter():
    grid = replace(GRID, left=368000.0, top=4307000.0)
    with pytest.raises(ParameterError, match=r"368000\.5, 4307000 and 368000, 4307000"):
        Mosaic.of([grid, replace(grid, left=368000.5)], ["one", "other"])


def test_rounded_coordinates_are_aligned():
    assert Mosaic.of([GRID, replace(GRID, left=112.0000001)], ["one", "other"]).places == ((0, 0), (0, 6))


def test_pixel_sizes_that_agree_within_a_thousandth_over_the_whole_image_are_the_same():
    assert Mosaic.of([GRID, replace(GRID, left=112.0, pixel_width=2.0003)], ["one", "other"]).places[1] == (0, 6)
    with pytest.raises(ParameterError, match="other has pixels of"):
        Mosaic.of([GRID, replace(GRID, left=112.0, pixel_width=2.0004)], ["one", "other"])


def test_images_far_apart_are_refused_by_name():
    """The two that are farthest apart are named, wherever they are in the list."""
    near, far = Grid(1000, 1000, 368000.0, 4307000.0), Grid(1000, 1000, 468000.0, 4407000.0)
    between = replace(near, left=370000.0)
    with pytest.raises(ParameterError, match="near and far lie so far apart .* 101,000 x 101,000 pixels"):
        Mosaic.of([between, far, near], ["between", "far", "near"])


@pytest.mark.parametrize("distance", [1000.0, 99_000.0])
def test_images_may_be_a_hundredth_of_their_mosaic(distance):
    """A small mosaic may be as empty as it is, and a large one has 100 times the pixels of its images at most."""
    grids = [Grid(1000, 10_000), Grid(1000, 10_000, left=distance)]
    assert Mosaic.of(grids, ["one", "other"]).grid.width == distance + 1000
