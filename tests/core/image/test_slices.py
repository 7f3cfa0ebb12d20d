"""Windows of whole blocks."""

from __future__ import annotations

import numpy as np
import pytest

from neon_aop.core.image.slices import block_windows, length, thinned, thinned_length


@pytest.mark.parametrize("rows", [slice(0, 50), slice(7, 43)])
@pytest.mark.parametrize("columns", [slice(0, 30), slice(11, 30)])
@pytest.mark.parametrize("block", [(1, 1), (8, 10), (50, 30), (64, 64)])
@pytest.mark.parametrize("pixels", [1, 60, 200, 700, 10_000])
def test_windows_cover_everything_once_and_share_no_block(rows, columns, block, pixels):
    seen, owner = np.zeros((50, 30), int), {}
    for number, window in enumerate(block_windows(rows, columns, block, pixels)):
        seen[window] += 1
        cells = np.argwhere(seen[window] > 0) + [window[0].start, window[1].start]
        for cell in {tuple(cell) for cell in (cells // block).tolist()}:
            assert owner.setdefault(cell, number) == number
        size = (window[0].stop - window[0].start) * (window[1].stop - window[1].start)
        assert size <= max(pixels, block[0] * block[1])
    expected = np.zeros_like(seen)
    expected[rows, columns] = 1
    np.testing.assert_array_equal(seen, expected)


def test_whole_rows_are_taken_where_they_fit():
    assert list(block_windows(slice(0, 20), slice(0, 30), (8, 8), 500)) == [
        (slice(0, 16), slice(0, 30)),
        (slice(16, 20), slice(0, 30)),
    ]


@pytest.mark.parametrize("whole", [slice(0, 40, 1), slice(3, 40, 7), slice(5, 38, 50)])
@pytest.mark.parametrize("part", [slice(5, 6), slice(5, 12), slice(10, 17), slice(11, 38)])
def test_part_of_what_is_taken(whole, part):
    taken = list(range(40))[whole]
    found = thinned(part, whole)
    expected = [number for number in taken if part.start <= number < part.stop]
    assert list(range(40))[part][found.chosen] == taken[found.place] == expected
    assert length(found.place) == len(expected)


@pytest.mark.parametrize("whole", [slice(0, 40, 1), slice(3, 40, 7), slice(5, 38, 50), slice(2, 10, 4)])
def test_length_of_what_is_taken(whole):
    assert thinned_length(whole) == len(list(range(40))[whole])
