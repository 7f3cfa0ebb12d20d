# SPDX-License-Identifier: GPL-2.0-or-later
"""Seams between flight lines: how much neighbouring pixels of two lines differ."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Seam:
    """Where the pixels of two flight lines lie side by side."""

    first: int  # number of one line
    second: int  # number of the other one, which is larger
    pairs: int  # how many pixels of the one have one of the other beside or below them
    across: float  # mean absolute difference of these pairs
    beside: float  # that of the next pairs on both sides, which lie in one line; NaN where there are none
    shift: float  # mean of the second line less the first one

    @property
    def ratio(self) -> float:
        """How many times as large the differences at the seam are as beside it; NaN where that is not known."""
        return self.across / self.beside if self.beside > 0 else float("nan")


def find_seams(lines: np.ndarray, values: np.ndarray, valid: np.ndarray) -> list[Seam]:
    """Compare neighbouring pixels of different flight lines with those next to them, which are of one line.

    It is not suitable to tell lines apart where the ground itself changes at the seam, as along a road.

    Parameters
    ----------
    lines : ndarray of int, shape (rows, columns)
        Number of the line that each pixel is from; negative where that is not known.
    values : ndarray, shape (rows, columns)
        Reflectance in one band.
    valid : ndarray of bool, shape (rows, columns)
        Where there is reflectance.

    Returns
    -------
    list of Seam
        The longest first.
    """
    known = valid & (lines >= 0)
    values = np.where(known, values, 0).astype(np.float64)
    both = [_along_rows(*arrays) for arrays in ((lines, values, known), (lines.T, values.T, known.T))]
    firsts, seconds, across, shift, beside, besides = map(np.concatenate, zip(*both))
    if not len(firsts):
        return []
    pairs, places = np.unique(np.stack([firsts, seconds]), axis=1, return_inverse=True)
    places = places.reshape(-1)
    counts = np.bincount(places)
    sums = [np.bincount(places, weights) for weights in (across, shift, beside, besides)]
    means = (sums[0] / counts, sums[1] / counts)
    with np.errstate(invalid="ignore", divide="ignore"):
        usual = sums[2] / sums[3]
    order = np.argsort(-counts, kind="stable")
    return [
        Seam(*map(int, pairs[:, one]), int(counts[one]), float(means[0][one]), float(usual[one]), float(means[1][one]))
        for one in order
    ]


def _along_rows(lines: np.ndarray, values: np.ndarray, known: np.ndarray) -> tuple[np.ndarray, ...]:
    """Return the pairs of neighbours in a row that are of two lines.

    Returns
    -------
    firsts, seconds : ndarray of int, shape (pairs,)
        The lines, the lower number first.
    across, shift : ndarray, shape (pairs,)
        Absolute difference, and the value in the second line less that in the first.
    beside, besides : ndarray, shape (pairs,)
        Sum and number of the absolute differences of the pairs next to them that are of one line.
    """
    left, right = lines[:, :-1], lines[:, 1:]
    are_known = known[:, :-1] & known[:, 1:]
    steps = np.diff(values, axis=1)
    within = np.pad(are_known & (left == right), ((0, 0), (1, 1)))
    sizes = np.pad(np.abs(steps), ((0, 0), (1, 1)))
    rows, columns = np.nonzero(are_known & (left != right))
    one, other, step = left[rows, columns], right[rows, columns], steps[rows, columns]
    # In the padded arrays, the pair itself is one column further on.
    is_before, is_after = within[rows, columns], within[rows, columns + 2]
    beside = np.where(is_before, sizes[rows, columns], 0) + np.where(is_after, sizes[rows, columns + 2], 0)
    besides = is_before.astype(np.float64) + is_after
    return (
        np.minimum(one, other),
        np.maximum(one, other),
        np.abs(step),
        np.where(one < other, step, -step),
        beside,
        besides,
    )
