"""K-means of a sample of pixels in few dimensions: fast enough to be run hundreds of times.

Distances are |x|^2 - 2 x.c + |c|^2 by matrix products in float32, so labels near a boundary may differ from those of
float64 arithmetic. It serves to choose where to start and how many classes to look for; `lloyd` makes the classes.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ...compute.blas import product

# Points compared with all centres together; few, so that the distances stay in the processor's cache.
BLOCK_POINTS = 4096
MOST_ITERATIONS = 60
# Iterations after which the restarts that are behind are given up, and how many go on.
FIRST_ITERATIONS, FINALISTS = 6, 3


class SampledClasses(NamedTuple):
    """Classes of sample points.

    Attributes
    ----------
    labels : ndarray of int, shape (points,)
        From 0.
    centres : ndarray of float32, shape (classes, dimensions)
    sse : float
        Sum of the squared distances of the points to their centres.
    """

    labels: np.ndarray
    centres: np.ndarray
    sse: float


def best_of(points: np.ndarray, classes: int, rng: np.random.Generator, restarts: int) -> SampledClasses:
    """Return the best by squared error of several runs, each from another k-means++ start.

    All runs go through a few iterations; the best of them go on until nothing changes.

    Parameters
    ----------
    points : ndarray of float32, shape (points, dimensions)
    classes : int
    rng : Generator
    restarts : int
    """
    squares = np.einsum("ij,ij->i", points, points)
    runs = [_iterate(points, squares, points[seeds(points, classes, rng)], FIRST_ITERATIONS) for _ in range(restarts)]
    runs.sort(key=lambda run: run.sse)
    finished = [_iterate(points, squares, run.centres, MOST_ITERATIONS) for run in runs[:FINALISTS]]
    return min(finished, key=lambda run: run.sse)


def nearest(points: np.ndarray, centres: np.ndarray) -> np.ndarray:
    """Return the index of the nearest centre of each point, ties to the lowest."""
    labels, _ = _assign(points, np.einsum("ij,ij->i", points, points), centres)
    return labels


def seeds(points: np.ndarray, classes: int, rng: np.random.Generator) -> np.ndarray:
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
        sums = np.cumsum(nearest_square, dtype=np.float64)
        if sums[-1] > 0:
            drawn = np.searchsorted(sums, rng.random(candidates) * sums[-1]).clip(max=len(points) - 1)
        else:
            drawn = rng.integers(len(points), size=1)
        reduced = _scores(points, points[drawn])
        reduced += squares
        np.clip(reduced, 0, nearest_square, out=reduced)
        best = int(reduced.sum(axis=1, dtype=np.float64).argmin())
        nearest_square = reduced[best]
        chosen.append(int(drawn[best]))
    return np.array(chosen)


def _iterate(points: np.ndarray, squares: np.ndarray, centres: np.ndarray, most: int) -> SampledClasses:
    """Run Lloyd's iteration; a class that becomes empty keeps its centre."""
    labels = None
    for _ in range(most):
        previous, (labels, sse) = labels, _assign(points, squares, centres)
        if previous is not None and np.array_equal(labels, previous):
            break
        counts = np.bincount(labels, minlength=len(centres))
        order = np.argsort(labels, kind="stable")
        filled = np.flatnonzero(counts)
        starts = (np.cumsum(counts) - counts)[filled]
        centres = centres.copy()
        centres[filled] = np.add.reduceat(points[order], starts, axis=0, dtype=np.float64) / counts[filled, np.newaxis]
    return SampledClasses(labels, centres, sse)


def _assign(points: np.ndarray, squares: np.ndarray, centres: np.ndarray) -> tuple[np.ndarray, float]:
    labels = np.empty(len(points), dtype=np.uint16)
    sse = float(squares.sum(dtype=np.float64))
    for start in range(0, len(points), BLOCK_POINTS):
        block = slice(start, start + BLOCK_POINTS)
        scores = _scores(points[block], centres)
        # A pass for each centre: argmin along the short axis is several times slower.
        best, label = scores[0].copy(), np.zeros(scores.shape[1], dtype=np.uint16)
        for number in range(1, len(scores)):
            np.copyto(label, number, where=scores[number] < best)
            np.minimum(best, scores[number], out=best)
        labels[block] = label
        sse += float(best.sum(dtype=np.float64))
    return labels, max(sse, 0.0)


def _scores(points: np.ndarray, centres: np.ndarray) -> np.ndarray:
    """Return what squared distances exceed the points' squares by, shape (centres, points)."""
    scores = product(centres * np.float32(-2), points.T)
    scores += np.einsum("ij,ij->i", centres, centres)[:, np.newaxis]
    return scores
