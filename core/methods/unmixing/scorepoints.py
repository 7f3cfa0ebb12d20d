# SPDX-License-Identifier: GPL-2.0-or-later
"""Pixels as points in a few components: which are the most extreme ones."""

from __future__ import annotations

import numpy as np

from ...compute.blas import product
from ...compute.memory import release
from ...compute.threads import Pool
from ...image.slices import aligned_slices
from ...progress import Progress, Watch

# Points of one task, so that its products stay in the processor's cache.
_BLOCK_POINTS = 16_384
# Projections of a block are computed for so many directions at a time.
_DIRECTIONS_AT_ONCE = 32


class ScorePoints:
    """Points of which extreme ones are searched, in threads; results do not depend on their number.

    Parameters
    ----------
    points : ndarray, shape (points, dimensions)
    pool : Pool
    progress : Progress
        Asked whether the user has cancelled.
    """

    def __init__(self, points: np.ndarray, pool: Pool, progress: Progress):
        self._points = points
        self._pool, self._progress = pool, Watch(progress)
        self.dimensions = points.shape[1]

    def __len__(self) -> int:
        return len(self._points)

    def at(self, indices) -> np.ndarray:
        """Return some points in float64."""
        return self._points[indices].astype(np.float64)

    def furthest(self, directions: np.ndarray, constants: np.ndarray) -> int:
        """Return the index of the point with the longest vector ``point @ directions + constants``.

        Parameters
        ----------
        directions : ndarray, shape (dimensions, directions)
        constants : ndarray, shape (directions,)
        """

        def in_block(block: slice) -> tuple[float, int]:
            found = product(self.at(block), directions) + constants
            lengths = np.einsum("ij,ij->i", found, found)
            index = int(lengths.argmax())
            return float(lengths[index]), block.start + index

        # Of equal ones, `max` returns the first.
        return max(self._map(in_block), key=lambda found: found[0])[1]

    def extremes(self, directions: np.ndarray) -> np.ndarray:
        """Return the indices of the points that lie lowest and highest in each direction, shape (2, directions)."""

        def in_block(block: slice) -> tuple[np.ndarray, np.ndarray]:
            points, places, values = np.ascontiguousarray(self.at(block).T), [], []
            for some in aligned_slices(0, directions.shape[1], _DIRECTIONS_AT_ONCE):
                along = product(np.ascontiguousarray(directions[:, some].T), points)
                found = np.stack([along.argmin(axis=1), along.argmax(axis=1)])
                places.append(found + block.start)
                values.append(np.take_along_axis(along, found.T, axis=1).T)
            return np.concatenate(places, axis=1), np.concatenate(values, axis=1)

        blocks = self._map(in_block)
        places, values = (np.stack(parts) for parts in zip(*blocks))
        lowest, highest = values[:, 0].argmin(axis=0), values[:, 1].argmax(axis=0)
        every = np.arange(directions.shape[1])
        return np.stack([places[lowest, 0, every], places[highest, 1, every]])

    def _map(self, function) -> list:
        found = self._pool.map(function, list(aligned_slices(0, len(self), _BLOCK_POINTS)), self._progress)
        release(self._points)
        return found
