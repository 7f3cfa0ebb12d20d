# SPDX-License-Identifier: GPL-2.0-or-later
"""Single pixels of images that are in memory."""

from __future__ import annotations

import numpy as np

from ..compute.imageset import ImageSet, ImageState
from ..compute.memory import PixelStore, release
from ..compute.threads import Pool
from ..image.cells import CellValues
from ..image.grid import Grid
from ..image.mosaic import Mosaic
from ..progress import Progress, Watch


class CellsInMemory:
    """Images of a mosaic, of which single pixels are taken; for `read_samples`.

    Parameters
    ----------
    images : ImageSet
    mosaic : Mosaic
    name : str
        What they are called in messages.
    """

    def __init__(self, images: ImageSet, mosaic: Mosaic, name: str):
        self._images = images
        self._mosaic = mosaic
        self.name = name
        self.bands = images.template.bands

    @property
    def grid(self) -> Grid:
        """That of the mosaic."""
        return self._mosaic.grid

    def read_cells(self, rows: np.ndarray, columns: np.ndarray, store: PixelStore, progress: Progress) -> CellValues:
        """Return single pixels; where images overlap, those of the first one that has data.

        Parameters
        ----------
        rows, columns : ndarray of int, shape (pixels,)
            Where they lie in the grid.
        store : PixelStore
            Where the values are kept.
        progress : Progress
        """
        template = self._images.template
        values = store.allocate((len(rows), len(self.bands)), template.values.dtype)
        valid = np.zeros(len(rows), bool)
        for image in self._images.filled:
            (top, left), (height, width) = self._mosaic.places[image], self._mosaic.sizes[image]
            is_inside = (rows >= top) & (rows < top + height) & (columns >= left) & (columns < left + width)
            wanted = np.flatnonzero(is_inside & ~valid)
            if len(wanted):
                valid[wanted], found = self._images.call(
                    image, values_at, rows[wanted] - top, columns[wanted] - left, progress=Watch(progress)
                )
                values[wanted[valid[wanted]]] = found
        progress.report(1)
        return CellValues(values, valid, self.bands, template.scale, template.offset, self.name)


def values_at(
    image: ImageState, rows: np.ndarray, columns: np.ndarray, *, pool: Pool, progress: Progress
) -> tuple[np.ndarray, np.ndarray]:
    """Return which of some pixels are valid, and the stored values of these."""
    pixels = image.pixels
    valid = pixels.valid[rows, columns]
    place_of = np.cumsum(pixels.valid).reshape(pixels.valid.shape) - 1
    values = pixels.values[place_of[rows[valid], columns[valid]]]
    release(pixels.values)
    return valid, values
