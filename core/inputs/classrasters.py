# SPDX-License-Identifier: GPL-2.0-or-later
"""Class rasters of any program, read as class numbers at the pixels of a grid, and the names of their classes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import numpy as np

from ..errors import RasterError
from ..files.raster.categories import Categories
from ..files.raster.choice import RasterChoice
from ..files.raster.image import RasterImage
from ..image.grid import Grid
from ..image.slices import block_windows, length
from ..progress import Progress
from ..wording import number as in_words
from ..wording import tr
from .overlay import OverlaidRaster

# Stands for a pixel without class; no class can have it.
NO_NUMBER = np.iinfo(np.int32).min
# Rasters with more different values hold measurements, not classes.
MOST_COMPARED = 1000
# Blocks of the files that this plugin writes, and pixels of a class raster that are read at a time.
WINDOW_BLOCK, WINDOW_PIXELS = (256, 256), 1 << 20
# Numbers that lie within such a range are looked up in a table.
_LOOKUP = 1 << 22


class ClassSource(Protocol):
    """Where classes come from: a raster, or reference features.

    Attributes
    ----------
    name : str
    path : str
        Where they come from; empty where that is no file.
    files : list
        What is read: files and `RasterChoice`.
    categories : Categories
    is_sparse : bool
        Whether only few pixels have a class.
    """

    name: str
    path: str
    files: list
    categories: Categories
    is_sparse: bool

    def numbers(self, grid: Grid, progress: Progress) -> np.ndarray:
        """Return the class numbers at the pixels of a grid, int32, shape (rows, columns); `NO_NUMBER` without class."""


class RasterClasses:
    """A raster whose first band holds class numbers, looked up at the pixels of any grid.

    Each pixel takes the class of the pixel that its centre lies in. Numbers are taken as they are stored.

    Parameters
    ----------
    choice : RasterChoice
    grid : Grid, optional
        That of the raster itself, where it is known already.

    Raises
    ------
    RasterError
        If it cannot be opened, or does not say where it lies.
    """

    is_sparse = False

    def __init__(self, choice: RasterChoice, grid: Grid | None = None):
        is_file = os.path.exists(choice.source)
        self.name = Path(choice.source).stem if is_file else choice.name or choice.source
        self.path = choice.source
        self.files = [choice]
        self._raster = OverlaidRaster(choice, choice.source, None if grid is None else grid.geotransform)
        self.categories = Categories.of(self._raster.gdal_band)

    def numbers(self, grid: Grid, progress: Progress) -> np.ndarray:
        """See `ClassSource`.

        Raises
        ------
        RasterError
            If the raster cannot be read or projected, or holds values that are no class numbers.
        """
        found = np.full((grid.height, grid.width), NO_NUMBER, np.int32)
        self._raster.look_up(grid, found, self._as_numbers, progress)
        return found

    def _as_numbers(self, values: np.ndarray, is_valid: np.ndarray) -> np.ndarray:
        limits = np.iinfo(np.int32)
        if not np.can_cast(values.dtype, np.int32):
            with np.errstate(invalid="ignore"):
                is_number = (values == np.rint(values)) & (values > limits.min) & (values <= limits.max)
            wrong = values[is_valid & ~is_number]
            if len(wrong):
                raise RasterError(
                    tr(
                        "{name} holds the value {value}, which is no class number; choose a class raster, such as "
                        "K-means writes."
                    ).format(name=self._raster.name, value=in_words(wrong[0], ".6g"))
                )
            values = np.where(is_valid, values, 0)
        return np.where(is_valid, values.astype(np.int32), np.int32(NO_NUMBER))


def open_classes(choice: RasterChoice, progress: Progress) -> tuple[Grid, RasterClasses]:
    """Open a class raster to be read on its own grid, and return both.

    Raises
    ------
    RasterError
        If it cannot be opened, or is rotated.
    """
    with RasterImage(choice) as image:
        for note in image.notes:
            progress.info(note)
        return image.grid, RasterClasses(choice, image.grid)


def class_windows(grid: Grid, progress: Progress) -> Iterator[tuple[slice, slice]]:
    """Yield the windows (rows and columns) of a grid in which classes are read, and report how much is done."""
    done, pixels = 0, grid.height * grid.width
    for rows, columns in block_windows(slice(0, grid.height), slice(0, grid.width), WINDOW_BLOCK, WINDOW_PIXELS):
        progress.check()
        yield rows, columns
        done += length(rows) * length(columns)
        progress.report(done / pixels)


class ClassNumbering:
    """Gives class numbers places from 0 on, in the order in which they occur.

    Parameters
    ----------
    name : str
        What holds the classes, for messages.

    Attributes
    ----------
    numbers : list of int
        The number of each class.
    """

    def __init__(self, name: str):
        self._name = name
        self.numbers: list[int] = []
        self._places: dict[int, int] = {}

    def places(self, numbers: np.ndarray) -> np.ndarray:
        """Return the place of the class of each pixel, int32; new classes get the next ones.

        Parameters
        ----------
        numbers : ndarray of int32, shape (pixels,)

        Raises
        ------
        RasterError
            If there are more than `MOST_COMPARED` classes.
        """
        if not len(numbers):
            return numbers
        low, high = int(numbers.min()), int(numbers.max())
        if high - low < _LOOKUP:
            offsets = numbers - np.int32(low)
            occurring = np.flatnonzero(np.bincount(offsets))
            table = np.zeros(high - low + 1, np.int32)
            table[occurring] = self._places_of(occurring + low)
            return table[offsets]
        occurring, inverse = np.unique(numbers, return_inverse=True)
        return self._places_of(occurring)[inverse.ravel()]

    def _places_of(self, occurring: np.ndarray) -> np.ndarray:
        if len(occurring) <= MOST_COMPARED:
            places = [self._places.setdefault(number, len(self._places)) for number in occurring.tolist()]
        if len(occurring) > MOST_COMPARED or len(self._places) > MOST_COMPARED:
            raise RasterError(
                tr(
                    "{name} has more than {most} different values, so it holds no classes; choose a class raster, such "
                    "as K-means writes."
                ).format(name=self._name, most=in_words(MOST_COMPARED, ","))
            )
        self.numbers = list(self._places)
        return np.array(places, np.int32)
