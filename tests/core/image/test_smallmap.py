"""Small maps are the same, whatever the parts in which images come."""

from __future__ import annotations

import numpy as np
import pytest

from neon_aop.core.constants import NODATA
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.smallmap import SmallMap

HEIGHT, WIDTH = 23, 17


@pytest.fixture
def image():
    return np.random.default_rng(0).normal(size=(2, HEIGHT, WIDTH)).astype(np.float32)


@pytest.mark.parametrize("side", [5, 8, 23, 100])
@pytest.mark.parametrize("part", [(23, 17), (4, 5), (1, 17), (7, 2)])
def test_a_small_map_has_every_nth_row_and_column(image, side, part):
    small = SmallMap(Grid(WIDTH, HEIGHT), side, 2)
    for row in range(0, HEIGHT, part[0]):
        for column in range(0, WIDTH, part[1]):
            small.add(image[:, row : row + part[0], column : column + part[1]], row, column)
    np.testing.assert_array_equal(small.values, image[:, :: small.step, :: small.step])
    assert max(small.values.shape[1:]) <= side


def test_values_without_data_leave_those_that_are_there(image):
    small = SmallMap(Grid(WIDTH, HEIGHT), 8, 2)
    small.add(image, 0, 0)
    later = np.full_like(image, NODATA)
    later[0, 0, 0] = 5
    small.add(later, 0, 0)
    expected = image[:, ::3, ::3].copy()
    expected[0, 0, 0] = 5
    np.testing.assert_array_equal(small.values, expected)


def test_only_chosen_pixels_are_taken_over(image):
    small = SmallMap(Grid(WIDTH, HEIGHT), 8, 2)
    chosen = np.random.default_rng(1).random((HEIGHT, WIDTH)) < 0.5
    small.add(image, 0, 0, chosen)
    np.testing.assert_array_equal(small.values, np.where(chosen, image, np.float32(NODATA))[:, ::3, ::3])
