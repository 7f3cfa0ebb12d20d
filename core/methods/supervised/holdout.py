# SPDX-License-Identifier: GPL-2.0-or-later
"""Which samples are held out to test a classifier that is trained with the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

# With fewer polygons, groups or pixels in a class, each is held out in turn.
FEW_UNITS = 10
FOLDS = 5


@dataclass(frozen=True)
class HoldOut:
    """How samples are held out.

    Attributes
    ----------
    parts : tuple of ndarray of bool, shape (samples,)
        The samples that are tested together: one part, or several, which have each sample once at most.
    by_units : bool
        Whether polygons or groups are held out as a whole; otherwise pixels are.
    untested : ndarray of int
        Classes, counted from 0, of which no sample is held out, because they have one polygon or group only, or only
        ones that are held out together for other classes.
    """

    parts: tuple[np.ndarray, ...]
    by_units: bool
    untested: np.ndarray

    @property
    def is_in_turn(self) -> bool:
        """Whether the samples are tested in turn, so that the final classifier can be trained with all."""
        return len(self.parts) > 1


def hold_out(classes: np.ndarray, units: np.ndarray, share: float, seed: int) -> HoldOut | None:
    """Choose samples to test with.

    Whole units are held out, as pixels of the same crown or plot are so alike that they would make a classifier look
    better than it is. Where a class has few of them, all are held out in turn (k-fold cross-validation).

    Parameters
    ----------
    classes : ndarray of int, shape (samples,)
        Counted from 0.
    units : ndarray of int, shape (samples,)
        The polygon or group of each sample; below 0 where pixels belong to none.
    share : float
        Of the units of each class, 0 to 1. 0: none.
    seed : int

    Returns
    -------
    HoldOut or None
        None where nothing can be held out.
    """
    if not share:
        return None
    by_units = bool((units >= 0).all()) and _most_units(classes, units) > 1
    if not by_units:
        units = np.arange(len(classes))
    counts = _unit_counts(classes, units)
    if counts.max() < 2:
        return None
    least = int(counts[counts >= 2].min())
    if least < FEW_UNITS:
        parts = tuple(folds(classes, units, FOLDS, seed))
    else:
        parts = (_drawn(classes, units, share, seed),)
    is_tested = np.isin(np.arange(len(counts)), classes[np.any(parts, axis=0)])
    return HoldOut(parts, by_units, np.flatnonzero(~is_tested))


def folds(
    classes: np.ndarray, units: np.ndarray, most: int, seed: int, single_by_pixel: bool = False
) -> Iterator[np.ndarray]:
    """Yield the samples of each of several folds, as masks; the units of each class are dealt to the folds in turn.

    A unit with samples of several classes is in one fold with all of them. A class whose units are all in the same fold
    because of this is in no fold, as nothing would be left to train it with.

    Parameters
    ----------
    classes, units : ndarray of int, shape (samples,)
    most : int
        How many folds there are, unless no class has so many units.
    seed : int
    single_by_pixel : bool
        Whether the pixels of classes with one unit are dealt; otherwise these classes are in no fold.
    """
    generator = np.random.default_rng(seed)
    fold_of = np.full(len(classes), -1)
    fold_of_unit: dict[int, int] = {}
    for index in range(int(classes.max()) + 1):
        members = np.flatnonzero(classes == index)
        distinct, places = np.unique(units[members], return_inverse=True)
        if len(distinct) == 1:
            if single_by_pixel and len(members) > 1:
                fold_of[members] = generator.permutation(len(members)) % most
            continue
        new = [unit for unit in distinct.tolist() if unit not in fold_of_unit]
        fold_of_unit.update(zip(new, (generator.permutation(len(new)) % most).tolist()))
        of_units = np.array([fold_of_unit[unit] for unit in distinct.tolist()])
        if len(np.unique(of_units)) > 1:
            fold_of[members] = of_units[places.reshape(-1)]
    for number in range(fold_of.max() + 1):
        yield fold_of == number


def _drawn(classes: np.ndarray, units: np.ndarray, share: float, seed: int) -> np.ndarray:
    """Return the samples of a share of the units of each class; units are held out with all of their classes."""
    generator = np.random.default_rng(seed)
    of_classes = [np.unique(units[classes == index]) for index in range(int(classes.max()) + 1)]
    held_out = np.empty(0, units.dtype)
    for distinct in of_classes:
        if len(distinct) < 2:
            continue
        count = min(max(round(share * len(distinct)), 1), len(distinct) - 1)
        left = np.setdiff1d(distinct, held_out)
        drawn = generator.choice(left, max(count - len(distinct) + len(left), 0), replace=False)
        held_out = np.append(held_out, drawn)
    # A class has to keep a unit to be trained with.
    untrained = [index for index, distinct in enumerate(of_classes) if np.isin(distinct, held_out).all()]
    return np.isin(units, held_out) & ~np.isin(classes, untrained)


def _unit_counts(classes: np.ndarray, units: np.ndarray) -> np.ndarray:
    return np.array([len(np.unique(units[classes == index])) for index in range(int(classes.max()) + 1)])


def _most_units(classes: np.ndarray, units: np.ndarray) -> int:
    return int(_unit_counts(classes, units).max())
