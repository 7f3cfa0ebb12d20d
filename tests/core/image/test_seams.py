from __future__ import annotations

import math
from itertools import product

import numpy as np
import pytest

from neon_aop.core.image.seams import find_seams

ROWS, COLUMNS = 17, 23


def pairs_one_by_one(lines, values, valid):
    """Return what `find_seams` finds, pair by pair: {(line, line): (across, beside, shift)}, each a list."""
    height, width = lines.shape

    def known(row, column):
        return 0 <= row < height and 0 <= column < width and valid[row, column] and lines[row, column] >= 0

    found = {}
    for row, column, (down, right) in product(range(height), range(width), ((0, 1), (1, 0))):
        other = row + down, column + right
        if not (known(row, column) and known(*other)) or lines[row, column] == lines[other]:
            continue
        key = tuple(sorted((int(lines[row, column]), int(lines[other]))))
        across, beside, shift = found.setdefault(key, ([], [], []))
        step = values[other] - values[row, column]
        across.append(abs(step))
        shift.append(step if lines[row, column] == key[0] else -step)
        for start in ((row - down, column - right), other):
            end = start[0] + down, start[1] + right
            if known(*start) and known(*end) and lines[start] == lines[end]:
                beside.append(abs(values[end] - values[start]))
    return found


@pytest.mark.parametrize("seed", range(4))
def test_seams_are_those_found_pair_by_pair(seed):
    rng = np.random.default_rng(seed)
    lines = np.sort(rng.integers(0, 4, (ROWS, COLUMNS)), axis=seed % 2)
    lines[rng.random(lines.shape) < 0.05] = -1
    values, valid = rng.random(lines.shape), rng.random(lines.shape) > 0.1
    expected = pairs_one_by_one(lines, values, valid)
    found = find_seams(lines, values, valid)
    assert {(seam.first, seam.second) for seam in found} == set(expected) and len(found) == len(expected)
    assert [seam.pairs for seam in found] == sorted((len(one[0]) for one in expected.values()), reverse=True)
    for seam in found:
        across, beside, shift = expected[seam.first, seam.second]
        assert seam.pairs == len(across)
        assert seam.across == pytest.approx(np.mean(across))
        assert seam.shift == pytest.approx(np.mean(shift))
        assert seam.beside == pytest.approx(np.mean(beside) if beside else math.nan, nan_ok=True)


def test_a_step_between_two_lines_is_found_with_its_sign():
    lines = np.repeat([[3, 3, 3, 5, 5, 5]], 4, axis=0)
    values = np.where(lines == 3, 0.3, 0.2) + [0.0, 0.01, 0.02, 0.03, 0.04, 0.05]
    (seam,) = find_seams(lines, values, np.ones(lines.shape, bool))
    assert (seam.first, seam.second, seam.pairs) == (3, 5, 4)
    assert seam.shift == pytest.approx(-0.09)
    assert (seam.across, seam.beside, seam.ratio) == pytest.approx((0.09, 0.01, 9.0))


def test_one_line_has_no_seam():
    assert find_seams(np.full((5, 6), 2), np.zeros((5, 6)), np.ones((5, 6), bool)) == []
    assert find_seams(np.zeros((1, 1), int), np.zeros((1, 1)), np.ones((1, 1), bool)) == []


def test_without_neighbours_of_one_line_the_ratio_is_not_known():
    (seam,) = find_seams(np.array([[0, 1]]), np.array([[0.1, 0.4]]), np.ones((1, 2), bool))
    assert math.isnan(seam.beside) and math.isnan(seam.ratio)


def test_pixels_without_data_count_nothing():
    lines = np.array([[0, 0, 1, 1]])
    assert find_seams(lines, np.array([[0.1, 9.0, 0.2, 0.3]]), np.array([[True, False, True, True]])) == []
