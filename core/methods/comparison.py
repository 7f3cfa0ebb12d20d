# SPDX-License-Identifier: GPL-2.0-or-later
"""How far two classifications of the same pixels agree: which classes correspond, and measures of agreement.

Everything is computed from a cross table of pixel counts, which adds up over blocks of any size. Counts are integers,
and products of them that do not fit in 64 bits are computed with Python's, so that no measure loses digits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np

NO_PARTNER = -1


def cross_table(first: np.ndarray, second: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """Count how many pixels have each pair of classes.

    Parameters
    ----------
    first, second : ndarray of integers, same shape
        Classes of the same pixels, counted from 0, without the pixels that lack a class in either.
    shape : (int, int)
        How many classes there are in each.

    Returns
    -------
    ndarray of int64, shape `shape`
    """
    pairs = first.astype(np.int64).ravel() * shape[1] + second.ravel()
    return np.bincount(pairs, minlength=shape[0] * shape[1]).reshape(shape)


def match_classes(table: np.ndarray) -> np.ndarray:
    """Match each class of the first classification with at most one of the second, so that most pixels agree.

    This is the assignment problem, solved in integers by shortest augmenting paths (Jonker and Volgenant 1987,
    doi:10.1007/BF02278710; Crouse 2016, doi:10.1109/TAES.2016.140952). SciPy's `linear_sum_assignment` is not used: it
    may be missing, and which of several best matchings it finds depends on its version. Classes that share no pixel are
    not matched. Time grows with the third power of the number of classes at worst: half a second for 300.

    Parameters
    ----------
    table : ndarray of int64, shape (classes of the first, classes of the second)
        Pixels of each pair of classes.

    Returns
    -------
    ndarray of int, shape (classes of the first,)
        The class of the second that corresponds to each, counted from 0; `NO_PARTNER` where none does.
    """
    rows, columns = table.shape
    partners = _assign(table)[0] if rows <= columns else _assign(table.T)[1]
    share_pixels = table[np.arange(rows), partners] > 0
    return np.where(share_pixels, partners, NO_PARTNER)


def match_labels(first: Sequence[Hashable], second: Sequence[Hashable]) -> np.ndarray:
    """Match classes by their labels, such as numbers or names; the result has the form of that of `match_classes`.

    Parameters
    ----------
    first, second : sequence
        The label of each class; no two classes of the same classification have the same.
    """
    places = {label: place for place, label in enumerate(second)}
    return np.array([places.get(label, NO_PARTNER) for label in first], dtype=int)


def spelt_alike(first: Sequence[str], second: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return names so that those are equal which differ only in case and surrounding spaces, where that is unambiguous.

    Names that one of the sequences has in several spellings stay as they are.
    """
    counts = [Counter(map(_folded, names)) for names in (first, second)]

    def spelling(name: str) -> str:
        folded = _folded(name)
        return folded if all(count[folded] <= 1 for count in counts) else name

    return list(map(spelling, first)), list(map(spelling, second))


def _folded(name: str) -> str:
    return name.strip().casefold()


def adjusted_rand(table: np.ndarray) -> float:
    """Return the adjusted Rand index of two classifications, which needs no matching of their classes.

    It is 1 when they are the same but for the numbers of the classes, and 0 on average for chance (Hubert and Arabie
    1985, doi:10.1007/BF01908075). It weighs large classes more than small ones.

    Parameters
    ----------
    table : ndarray of int64, shape (classes of the first, classes of the second)
        Pixels of each pair of classes.
    """
    pixels = int(table.sum())
    both, in_first, in_second = (
        _sum_of_squares(counts) - pixels for counts in (table, table.sum(axis=1), table.sum(axis=0))
    )
    neither = pixels**2 - pixels - in_first - in_second + both
    only_first, only_second = in_first - both, in_second - both
    if not (only_first or only_second):
        return 1.0
    return (
        2
        * (both * neither - only_first * only_second)
        / ((both + only_first) * (only_first + neither) + (both + only_second) * (only_second + neither))
    )


@dataclass(frozen=True)
class Comparison:
    """How far two classifications of the same pixels agree once their classes are matched.

    Precision, recall and F1 take the second one for the truth. They are the user's accuracy, the producer's accuracy
    and the harmonic mean of both. The measures are estimates for the pixels that were compared; for reference samples,
    they are those of the map only where the samples were drawn at random.

    Attributes
    ----------
    table : ndarray of int64, shape (classes of the first, classes of the second)
        Pixels of each pair of classes.
    partners : ndarray of int, shape (classes of the first,)
        The class of the second that each corresponds to, as `match_classes` and `match_labels` return it.
    """

    table: np.ndarray
    partners: np.ndarray

    @classmethod
    def of(cls, table: np.ndarray) -> Comparison:
        """Compare by overlap (see `match_classes`)."""
        return cls(table, match_classes(table))

    @property
    def pixels(self) -> int:
        """How many pixels were compared."""
        return int(self.table.sum())

    @property
    def is_same(self) -> np.ndarray:
        """Which pairs of classes correspond, bool, in the shape of the table."""
        return self.partners[:, np.newaxis] == np.arange(self.table.shape[1])

    @property
    def agreeing(self) -> np.ndarray:
        """Pixels of each class of the first that have the corresponding class in the second, int64."""
        return (self.table * self.is_same).sum(axis=1)

    @property
    def overall(self) -> float:
        """Share of the pixels whose classes correspond; NaN without pixels."""
        return _ratio(int(self.agreeing.sum()), self.pixels)

    @property
    def adjusted_rand(self) -> float:
        """See `adjusted_rand`."""
        return adjusted_rand(self.table)

    @property
    def kappa(self) -> float:
        """Cohen's kappa: how much better than chance the classifications agree (doi:10.1177/001316446002000104).

        NaN where chance alone makes all pixels agree, as both have the same single class.
        """
        rows, columns = self.table.sum(axis=1).tolist(), self.table.sum(axis=0).tolist()
        by_chance = sum(rows[row] * columns[column] for row, column in np.argwhere(self.is_same).tolist())
        pixels = self.pixels
        return _ratio(int(self.agreeing.sum()) * pixels - by_chance, pixels**2 - by_chance)

    @property
    def precision(self) -> np.ndarray:
        """Share of the pixels of each class of the first that have the corresponding class in the second."""
        return _ratios(self.agreeing, self.table.sum(axis=1))

    @property
    def recall(self) -> np.ndarray:
        """Share of the pixels of each class of the second that have the corresponding class in the first."""
        return _ratios((self.table * self.is_same).sum(axis=0), self.table.sum(axis=0))

    @property
    def f1(self) -> np.ndarray:
        """F1 of each class of the first; that of a class of the second without partner is 0."""
        of_partners = np.where(self.partners == NO_PARTNER, 0, self.table.sum(axis=0)[self.partners])
        return _ratios(2 * self.agreeing, self.table.sum(axis=1) + of_partners)


def _assign(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Assign each row a column of its own, so that the sum of the weights is largest; no more rows than columns.

    Return the column of each row, and the row of each column, `NO_PARTNER` where it has none. The potentials keep the
    reduced costs ``-weights[row, column] - of_rows[row] - of_columns[column]`` from being negative.
    """
    rows, columns = weights.shape
    row_of, column_of = np.full(columns, NO_PARTNER), np.full(rows, NO_PARTNER)
    of_rows, of_columns = np.zeros(rows, np.int64), np.zeros(columns, np.int64)
    far = np.iinfo(np.int64).max
    for start in range(rows):
        costs, before = np.full(columns, far), np.full(columns, start)
        is_open = np.ones(columns, dtype=bool)
        row, lowest = start, 0
        while row != NO_PARTNER:
            through_row = lowest - weights[row] - of_rows[row] - of_columns
            is_better = is_open & (through_row < costs)
            costs[is_better], before[is_better] = through_row[is_better], row
            column = int(np.argmin(np.where(is_open, costs, far)))
            lowest, row = costs[column], row_of[column]
            is_open[column] = False
        reached = ~is_open
        of_columns[reached] -= lowest - costs[reached]
        reached[column] = False
        of_rows[row_of[reached]] += lowest - costs[reached]
        of_rows[start] += lowest
        while column != NO_PARTNER:
            row = before[column]
            row_of[column], column_of[row], column = row, column, column_of[row]
    return column_of, row_of


def _sum_of_squares(counts: np.ndarray) -> int:
    return sum(count * count for count in counts[counts > 0].tolist())


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")


def _ratios(parts: np.ndarray, wholes: np.ndarray) -> np.ndarray:
    return np.array([_ratio(part, whole) for part, whole in zip(parts.tolist(), wholes.tolist())])
