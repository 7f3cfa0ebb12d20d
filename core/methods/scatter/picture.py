# SPDX-License-Identifier: GPL-2.0-or-later
"""The picture of a scatter: how densely its points lie, in the colours of a ramp or of classes."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ...files.raster.ramp import in_ramp

# The colour of brushed pixels, on the map and in the scatter.
HIGHLIGHT = (255, 0, 255)
# Opacity of the colour of a class where it has one pixel; the densest place of the scatter is opaque.
_FAINTEST = 0.45


@dataclass(frozen=True)
class DensityPicture:
    """How a scatter is drawn: how many pixels fall into each cell, in the colours of a ramp or of classes.

    Attributes
    ----------
    colours : dict of int to (red, green, blue)
        Of the classes; without them, of the ramp.
    other : (red, green, blue)
        Of pixels whose class has no colour.
    first : float
        Where the ramp begins, from 0 to 1; dark backgrounds hide its dark end.
    """

    other: tuple[int, int, int]
    colours: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    first: float = 0.0

    def draw(
        self,
        points: np.ndarray,
        view: tuple[float, float, float, float],
        shape: tuple[int, int],
        classes: np.ndarray | None = None,
        marked: np.ndarray | None = None,
    ) -> np.ndarray:
        """Return the picture of a part of the scatter.

        Parameters
        ----------
        points : ndarray, shape (points, 2)
        view : (xmin, xmax, ymin, ymax)
        shape : (rows, columns)
            Of the picture.
        classes : ndarray of int, shape (points,), optional
            Class of each point. A cell has the colour of the class that most of its points have, of several the one
            with the smallest number.
        marked : ndarray of bool, shape (points,), optional
            Points whose cells are highlighted.

        Returns
        -------
        ndarray of uint8, shape (rows, columns, 4)
            Red, green, blue and opacity; the first row is that of ymin.
        """
        xmin, xmax, ymin, ymax = view
        size = np.array([(xmax - xmin) / shape[1], (ymax - ymin) / shape[0]])
        with np.errstate(invalid="ignore", over="ignore"):
            columns, rows = np.floor((points - (xmin, ymin)) / size).T
        seen = np.flatnonzero((columns >= 0) & (columns < shape[1]) & (rows >= 0) & (rows < shape[0]))
        cells = (rows[seen] * shape[1] + columns[seen]).astype(np.int64)
        counts = np.bincount(cells, minlength=shape[0] * shape[1])
        # The eye tells ratios of densities.
        levels = np.log1p(counts) / np.log1p(max(int(counts.max()), 1))
        if classes is None:
            picture = in_ramp(self.first + (1 - self.first) * levels.reshape(shape), 0, 1)
            picture[..., 3] = np.where(counts.reshape(shape), 255, 0)
        else:
            picture = self._in_class_colours(cells, classes[seen], levels).reshape(*shape, 4)
        if marked is not None:
            picture.reshape(-1, 4)[cells[marked[seen]]] = (*HIGHLIGHT, 255)
        return picture

    def _in_class_colours(self, cells: np.ndarray, classes: np.ndarray, levels: np.ndarray) -> np.ndarray:
        picture = np.zeros((len(levels), 4), np.uint8)
        if not len(cells):
            return picture
        lowest, span = int(classes.min()), int(classes.max()) - int(classes.min()) + 1
        pairs, counts = np.unique(cells * span + (classes.astype(np.int64) - lowest), return_counts=True)
        cells, numbers = pairs // span, pairs % span + lowest
        # The last class of each cell has the most points, or of several the smallest number.
        order = np.lexsort([-numbers, counts, cells])
        last = order[np.append(np.diff(cells[order]) > 0, True)]
        for number in np.unique(numbers[last]).tolist():
            picture[cells[last][numbers[last] == number], :3] = self.colours.get(number, self.other)
        picture[cells, 3] = np.rint(255 * (_FAINTEST + (1 - _FAINTEST) * levels[cells]))
        return picture
