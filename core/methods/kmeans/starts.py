# SPDX-License-Identifier: GPL-2.0-or-later
"""Start centres of k-means."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ...progress import Progress
from .nearest import leading_directions
from .sampled import start_of, whole_points
from .shard import Summary

PLUS_PLUS_DIRECTIONS = 10
# Few classes are tried several times, as one try may miss one of them; for many, further tries bring nothing certain.
TRIES, MANY_CLASSES = 10, 20
PLUS_PLUS_ITERATIONS = 3


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
    the nearest centre so far. This is tried several times for few classes and once for many, in the leading principal
    components of the sample, each time followed by some iterations of k-means; the try with the least squared error
    wins. The result is the same on every machine.

    Source: D. Arthur and S. Vassilvitskii, "k-means++: the advantages of careful seeding", SODA 2007.
    """
    progress = progress or Progress()

    def start(summary: Summary) -> np.ndarray:
        sample = summary.sample
        origin, directions = leading_directions(sample, PLUS_PLUS_DIRECTIONS)
        points = whole_points((sample - origin) @ directions)
        tries = TRIES if classes < MANY_CLASSES else 1
        rng = np.random.default_rng(seed)
        labels, seeds = start_of(points, classes, rng, tries, PLUS_PLUS_ITERATIONS, progress)
        centres = sample[seeds].astype(np.float64)
        order = np.argsort(labels, kind="stable")
        found, first, counts = np.unique(labels[order], return_index=True, return_counts=True)
        centres[found] = np.add.reduceat(sample[order], first, axis=0, dtype=np.float64) / counts[:, np.newaxis]
        return centres

    return start
