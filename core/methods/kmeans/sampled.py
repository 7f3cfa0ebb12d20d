# SPDX-License-Identifier: GPL-2.0-or-later
"""K-means of a sample of pixels in few dimensions: fast enough to be run hundreds of times.

Squared distances are |x|^2 - 2 x.c + |c|^2 by matrix products. In float32, labels near a boundary may differ from those
of float64 arithmetic, and from one machine to another; that serves to choose how many classes to look for. Points in
float64 are whole numbers (see `whole_points`), of which all products are exact, so that `lloyd` starts alike on every
machine.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ...compute.blas import product
from ...image.slices import aligned_slices
from ...progress import Progress, Watch

# Points compared with all centres together: so many that threads spend little time on waiting for Python.
BLOCK_POINTS = 20_480
# Of very many centres, fewer points: so many distances are in memory at once, 32 MB in float64.
MOST_DISTANCES = 1 << 22
# Whole numbers up to this have squared distances whose sum over 32,768 points float64 holds exactly.
LARGEST_WHOLE = float(1 << 18)
MOST_ITERATIONS = 60
# A run ends when an iteration lowers the squared error by a smaller share; runs that are only compared, by the first.
ROUGH_GAIN, LEAST_GAIN = 1e-4, 1e-5
# Iterations after which the restarts that are behind are given up; one in three goes on.
FIRST_ITERATIONS = 6
# Points that are enough to tell good starts from bad ones.
FEW_POINTS = 5000


class SampledClasses(NamedTuple):
    """Classes of sample points.

    Attributes
    ----------
    labels : ndarray of int, shape (points,)
        From 0.
    centres : ndarray, shape (classes, dimensions)
        Of the type of the points.
    sse : float
        Sum of the squared distances of the points to their centres.
    """

    labels: np.ndarray
    centres: np.ndarray
    sse: float


def best_of(
    points: np.ndarray, classes: int, rng: np.random.Generator, restarts: int, progress: Progress
) -> SampledClasses:
    """Return the best by squared error of several runs, each from another k-means++ start.

    All runs go through a few iterations on some of the points, and the best of them go on with these until the error
    hardly falls any more. The best of all does so with all points.

    Parameters
    ----------
    points : ndarray of float32, shape (points, dimensions)
        Centred, as coordinates far from 0 lose digits.
    classes : int
    rng : Generator
    restarts : int
    progress : Progress
        Asked whether to stop.
    """
    watch = Watch(progress)
    extended = _extended(points)
    few = slice(None, None, -(-len(points) // max(FEW_POINTS, classes)))
    runs = []
    for _ in range(restarts):
        start = points[few][seeds(points[few], classes, rng, watch)]
        runs.append(_iterate(extended[few], start, FIRST_ITERATIONS, ROUGH_GAIN, watch))
    runs.sort(key=lambda run: run[1])
    finished = [
        _iterate(extended[few], centres, MOST_ITERATIONS, ROUGH_GAIN, watch)
        for centres, _ in runs[: max(restarts // 3, 1)]
    ]
    best, _ = min(finished, key=lambda run: run[1])
    centres, _ = _iterate(extended, best, MOST_ITERATIONS, LEAST_GAIN, watch)
    labels = nearest(points, centres)
    differences = points - centres[labels]
    return SampledClasses(labels, centres, float(np.einsum("ij,ij->", differences, differences, dtype=np.float64)))


def start_of(
    points: np.ndarray, classes: int, rng: np.random.Generator, tries: int, iterations: int, progress: Progress
) -> tuple[np.ndarray, np.ndarray]:
    """Return the best by squared error of a few k-means++ starts, each after some iterations.

    Parameters
    ----------
    points : ndarray of float64, shape (points, dimensions)
        See `whole_points`.
    classes : int
    rng : Generator
    tries, iterations : int
    progress : Progress

    Returns
    -------
    labels : ndarray of int, shape (points,)
        From 0.
    seeds : ndarray of int, shape (classes,)
        The points that were the centres at first.
    """
    extended, found = _extended(points), []
    for attempt in range(tries):
        part = progress.part(attempt / tries, (attempt + 1) / tries)
        chosen = seeds(points, classes, rng, part)
        found.append((*_iterate(extended, points[chosen], iterations, LEAST_GAIN, Watch(progress)), chosen))
    centres, _, chosen = min(found, key=lambda run: run[1])
    return nearest(points, centres), chosen


def whole_points(points: np.ndarray) -> np.ndarray:
    """Scale centred points, shape (points, dimensions), to a farthest distance of `LARGEST_WHOLE`, and round them."""
    farthest = np.sqrt(np.einsum("ij,ij->i", points, points).max())
    return np.rint(points * (LARGEST_WHOLE / farthest)) if farthest > 0 else np.zeros_like(points)


def nearest(points: np.ndarray, centres: np.ndarray) -> np.ndarray:
    """Return the index of the nearest centre of each point, ties to the lowest."""
    labels = np.empty(len(points), dtype=np.intp)
    for block in _blocks(points, centres):
        labels[block] = _scores(points[block], centres).argmin(axis=0)
    return labels


def seeds(points: np.ndarray, classes: int, rng: np.random.Generator, progress: Progress) -> np.ndarray:
    """Choose points that lie well apart, by greedy k-means++; return their indices.

    Each is the best, by the squared error that is left, of 2 + log(classes) candidates drawn with the probability of
    their squared distance to the nearest point chosen so far.

    Source: D. Arthur and S. Vassilvitskii, "k-means++: the advantages of careful seeding", SODA 2007.
    """
    candidates = 2 + int(np.log(classes))
    squares = np.einsum("ij,ij->i", points, points)
    chosen = [int(rng.integers(len(points)))]
    nearest_square = np.maximum(_scores(points, points[chosen])[0] + squares, 0)
    while len(chosen) < classes:
        progress.check()
        progress.report(len(chosen) / classes)
        sums = np.cumsum(nearest_square, dtype=np.float64)
        if sums[-1] > 0:
            drawn = np.searchsorted(sums, rng.random(candidates) * sums[-1]).clip(max=len(points) - 1)
        else:
            drawn = rng.integers(len(points), size=1)
        reduced = _scores(points, points[drawn])
        reduced += squares
        # Two passes, which are several times faster than a clip.
        np.minimum(np.maximum(reduced, 0, out=reduced), nearest_square, out=reduced)
        best = int(reduced.sum(axis=1, dtype=np.float64).argmin())
        nearest_square = reduced[best]
        chosen.append(int(drawn[best]))
    return np.array(chosen)


def _extended(points: np.ndarray) -> np.ndarray:
    """Add a column of ones, by which one product adds the squares of centres, and another one counts members."""
    return np.column_stack([points, np.ones(len(points), dtype=points.dtype)])


def _blocks(points: np.ndarray, centres: np.ndarray) -> list[slice]:
    return list(aligned_slices(0, len(points), max(min(BLOCK_POINTS, MOST_DISTANCES // len(centres)), 1)))


def _iterate(
    extended: np.ndarray, centres: np.ndarray, most: int, least_gain: float, progress: Progress
) -> tuple[np.ndarray, float]:
    """Run Lloyd's algorithm; return the centres, and the squared error before they moved for the last time.

    The error lacks the sum of the points' squares, which is the same for all centres. A class that becomes empty keeps
    its centre.
    """
    squares = float(np.einsum("ij,ij->", extended[:, :-1], extended[:, :-1], dtype=np.float64))
    error = np.inf
    for _ in range(most):
        previous, (totals, error) = error, _totals(extended, centres, progress)
        counts = totals[:, -1:]
        centres = np.where(counts > 0, totals[:, :-1] / np.maximum(counts, 1), centres)
        centres = np.rint(centres) if extended.dtype == np.float64 else centres.astype(np.float32)
        if previous - error <= least_gain * max(squares + error, 0):
            break
    return centres, error


def _totals(extended: np.ndarray, centres: np.ndarray, progress: Progress) -> tuple[np.ndarray, float]:
    """Return the sum and, in the last column, the number of the points of each centre; and the squared error."""
    weights = np.column_stack([centres * np.float32(-2), np.einsum("ij,ij->i", centres, centres)])
    totals, error = np.zeros(weights.shape), 0.0
    for block in _blocks(extended, centres):
        progress.check()
        points = extended[block]
        scores = product(weights, points.T)
        best = scores.min(axis=0)
        is_member = scores == best
        found = product(is_member.astype(points.dtype), points)
        if found[:, -1].sum() > len(points):
            # Centres at the same distance: the first one counts.
            is_member &= np.cumsum(is_member, axis=0) == 1
            found = product(is_member.astype(points.dtype), points)
        totals += found
        error += float(best.sum(dtype=np.float64))
    return totals, error


def _scores(points: np.ndarray, centres: np.ndarray) -> np.ndarray:
    """Return squared distances less the squares of the points, which order the centres of a point alike.

    The shape is (centres, points).
    """
    scores = product(centres * np.float32(-2), points.T)
    scores += np.einsum("ij,ij->i", centres, centres)[:, np.newaxis]
    return scores
