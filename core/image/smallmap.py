# SPDX-License-Identifier: GPL-2.0-or-later
"""Small maps of images that come part by part."""

from __future__ import annotations

import numpy as np

from ..constants import NODATA
from .grid import Grid


class SmallMap:
    """Every n-th row and column of an image whose parts are added one by one.

    Parameters
    ----------
    grid : Grid
        Of the image.
    longest_side : int
        The most pixels of the longer side of the map.
    bands : int

    Attributes
    ----------
    step : int
        Every how many rows and columns the map has.
    values : ndarray of float32, shape (bands, rows, columns)
        `NODATA` where nothing was added.
    """

    def __init__(self, grid: Grid, longest_side: int, bands: int):
        self.step = grid.step_for(longest_side)
        every = grid.every(self.step)
        self.values = np.full((bands, every.height, every.width), NODATA, np.float32)

    def add(self, array: np.ndarray, row: int, column: int, where: np.ndarray | None = None) -> None:
        """Take over a part of the image, shape (bands, rows, columns), whose upper-left pixel is given.

        Parameters
        ----------
        array : ndarray
        row, column : int
        where : ndarray of bool, shape (rows, columns), optional
            The pixels that are taken over; by default the values that are not `NODATA`. Where the images of a set
            overlap, a part may know only its own pixels.
        """
        step = self.step
        first, left = -row % step, -column % step
        values = array[:, first::step, left::step]
        chosen = values != NODATA if where is None else where[first::step, left::step]
        top, start = (row + first) // step, (column + left) // step
        place = self.values[:, top : top + values.shape[1], start : start + values.shape[2]]
        np.copyto(place, values, where=chosen)
