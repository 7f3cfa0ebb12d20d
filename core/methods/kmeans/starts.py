# SPDX-License-Identifier: GPL-2.0-or-later
"""Start centres of k-means."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ...progress import Progress
from .nearest import leading_directions
from .shard import Summary

PLUS_PLUS_DIRECTIONS = 10
PLUS_PLUS_TRIES = 4
PLUS_PLUS_ITERATIONS = 10
# Squared distances that are in memory at once: 128 MB.
MOST_SQUARES = 1 << 24


def diagonal(classes: int) -> Callable[[Summary], np.ndarray]:
    """Start as SPy does, with centres evenly spaced on the diagonal of the bounding box of the pixels.

    A single class, for which SPy divides by zero, starts in the middle of the box. Not suitable for data with outliers:
    they determine the box, and classes that start far from all pixels stay empty.
    """

    def start(summary: Summary) -> np.ndarray:
        low, high = summary.minimum.astype(np.float64), summary.maximum.astype(np.float64)
        if classes == 1:
            return (low + high)[np.newaxis] / 2
        step = (high - low) / (classes - 1)
        return np.stack([low + i * step for i in range(classes)])

    return start


def given(centres: np.ndarray) -> Callable[[Summary], np.ndarray]:
    """Start from `centres`, shape (classes, bands), in stored units."""
    return lambda summary: centres


def plus_plus(classes: int, seed: int, progress: Progress | None = None) -> Callable[[Summary], np.ndarray]:
    """Start from pixels of a sample that lie well apart (greedy k-means++).

    Each centre is the best of a few pixels that are drawn with a probability proportional to the squared distance to
    the nearest centre so far. This is tried a few times in the leading principal components of the sample, each time
    followed by some iterations of k-means; the try with the least squared error wins. `progress` is asked whether to
    stop.

    Source: D. Arthur and S. Vassilvitskii, "k-means++: the advantages of careful seeding", SODA 2007.
    """

    progress = progress or Progress()

    def start(summary: Summary) -> np.ndarray:
        rng = np.random.default_rng(seed)
        origin, directions = leading_directions(summary.sample, PLUS_PLUS_DIRECTIONS)
        points = (summary.sample - origin) @ directions
        tries = [_refined(points, _seeds(points, classes, rng, progress), progress) for _ in range(PLUS_PLUS_TRIES)]
        labels, seeds, _ = min(tries, key=lambda result: result[2])
        centres = summary.sample[seeds].astype(np.float64)
        for label in np.unique(labels):
            centres[label] = summary.sample[labels == label].mean(axis=0, dtype=np.float64)
        return centres

    return start


def _squares(points: np.ndarray, centres: np.ndarray, progress: Progress) -> np.ndarray:
    """Return squared distances, shape (centres, points)."""
    squares = np.empty((len(centres), len(points)))
    for square, centre in zip(squares, centres):
        progress.check()
        square[:] = ((points - centre) ** 2).sum(axis=1)
    return squares


def _seeds(points: np.ndarray, classes: int, rng: np.random.Generator, progress: Progress) -> np.ndarray:
    """Choose `classes` of `points`, shape (points, directions); return their indices."""
    candidates = 2 + int(np.log(classes))
    seeds = [int(rng.integers(len(points)))]
    nearest = _squares(points, points[seeds], progress)[0]
    while len(seeds) < classes:
        total = nearest.sum()
        if total > 0:
            drawn = np.searchsorted(np.cumsum(nearest), rng.random(candidates) * total).clip(max=len(points) - 1)
        else:
            drawn = rng.integers(len(points), size=1)
        reduced = np.minimum(nearest, _squares(points, points[drawn], progress))
        best = int(reduced.sum(axis=1).argmin())
        nearest = reduced[best]
        seeds.append(int(drawn[best]))
    return np.array(seeds)


def _nearest(points: np.ndarray, centres: np.ndarray, progress: Progress) -> tuple[np.ndarray, np.ndarray]:
    """Return which centre is nearest to each point, and its squared distance."""
    labels, least = np.empty(len(points), np.intp), np.empty(len(points))
    size = max(MOST_SQUARES // len(centres), 1)
    for first in range(0, len(points), size):
        part = slice(first, first + size)
        squares = _squares(points[part], centres, progress)
        labels[part], least[part] = squares.argmin(axis=0), squares.min(axis=0)
    return labels, least


def _refined(points: np.ndarray, seeds: np.ndarray, progress: Progress) -> tuple[np.ndarray, np.ndarray, float]:
    """Run a few iterations from `seeds`; return the labels of the points, the seeds and the squared error."""
    centres = points[seeds]
    for _ in range(PLUS_PLUS_ITERATIONS):
        labels, _ = _nearest(points, centres, progress)
        for label in np.unique(labels):
            centres[label] = points[labels == label].mean(axis=0)
    labels, squares = _nearest(points, centres, progress)
    return labels, seeds, float(squares.sum())
