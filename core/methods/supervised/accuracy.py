# SPDX-License-Identifier: GPL-2.0-or-later
"""Accuracy of a classifier from held-out samples, with confidence intervals."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from ..comparison import NO_PARTNER, Comparison, cross_table
from .fdistribution import f_quantile

LEVEL = 0.95
_Z = NormalDist().inv_cdf(0.5 + LEVEL / 2)


@dataclass(frozen=True)
class Interval:
    """A share with its confidence interval; all NaN where nothing was tested."""

    share: float
    low: float
    high: float


@dataclass(frozen=True)
class Accuracy:
    """How well held-out samples were classified.

    Attributes
    ----------
    comparison : Comparison
        Rows are the classes that samples got, the last one for unclassified samples; columns are their true classes.
    overall : Interval
    users, producers : list of Interval
        User's accuracy of each class (share of the samples classified as it that belong to it) and producer's accuracy
        (share of its samples that were classified as it).
    units : int
        How many polygons, groups or pixels were held out.
    by_units : bool
        Whether polygons or groups were held out as a whole.
    in_turn : bool
        Whether all were held out in turn.
    """

    comparison: Comparison
    overall: Interval
    users: list[Interval]
    producers: list[Interval]
    units: int
    by_units: bool
    in_turn: bool

    @classmethod
    def of(
        cls, found: np.ndarray, truth: np.ndarray, units: np.ndarray, classes: int, by_units: bool, in_turn: bool
    ) -> Accuracy:
        """Compare the classes that samples got with the true ones.

        Parameters
        ----------
        found, truth : ndarray of int, shape (samples,)
            Counted from 0; `classes` in `found` means unclassified.
        units : ndarray of int, shape (samples,)
            The polygon or group of each sample.
        classes : int
        by_units, in_turn : bool
            See the attributes.
        """
        table = cross_table(found, truth, (classes + 1, classes))
        is_right = found == truth
        return cls(
            comparison=Comparison(table, np.append(np.arange(classes), NO_PARTNER)),
            overall=interval(is_right, units),
            users=[interval(is_right[found == index], units[found == index]) for index in range(classes)],
            producers=[interval(is_right[truth == index], units[truth == index]) for index in range(classes)],
            units=len(np.unique(units)),
            by_units=by_units,
            in_turn=in_turn,
        )


def interval(is_right: np.ndarray, units: np.ndarray) -> Interval:
    """Return a share with its 95 % confidence interval, by Wilson's formula (doi:10.1080/01621459.1927.10502953).

    Samples of the same unit are alike, so that they tell less than so many independent ones: the formula gets the
    number of independent samples with the same variance, fewer where few units tell this variance (Korn and Graubard
    1998, Survey Methodology 24-2).

    Parameters
    ----------
    is_right : ndarray of bool, shape (samples,)
    units : ndarray of int, shape (samples,)
    """
    count = len(is_right)
    if not count:
        return Interval(np.nan, np.nan, np.nan)
    share = float(is_right.mean())
    effective = _independent_samples(is_right, units, share)
    middle = (share + _Z**2 / (2 * effective)) / (1 + _Z**2 / effective)
    half = _Z / (1 + _Z**2 / effective) * np.sqrt(share * (1 - share) / effective + _Z**2 / (4 * effective**2))
    return Interval(share, max(float(middle - half), 0.0), min(float(middle + half), 1.0))


def _independent_samples(is_right: np.ndarray, units: np.ndarray, share: float) -> float:
    _, places = np.unique(units, return_inverse=True)
    of_unit, sizes = np.bincount(places.reshape(-1), is_right), np.bincount(places.reshape(-1))
    count, number = len(is_right), len(sizes)
    if number == count:
        return count
    if number == 1 or share in (0.0, 1.0):
        return number
    variance = number / (number - 1) * ((of_unit - share * sizes) ** 2).sum() / count**2
    effective = min(share * (1 - share) / variance, count) if variance else count
    # The square of Student's t is F with 1 degree of freedom.
    return max(effective * _Z**2 / f_quantile(LEVEL, 1, number - 1), 1.0)
