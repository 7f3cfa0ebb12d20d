# SPDX-License-Identifier: GPL-2.0-or-later
"""Class rasters of a function of a block that returns class numbers and, beside them, values such as angles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace

import numpy as np

from ..compute.blockmap import Output
from ..compute.memory import PixelStore, release
from ..constants import NO_CLASS, NODATA
from ..files.raster.classes import class_output, write_classes
from ..files.raster.ramp import RAMP, SAMPLE_PIXELS, shown_range
from ..files.raster.style import ramp_style
from ..files.raster.writer import ONE_THREAD, RasterWriter, value_writer
from ..image.grid import Grid
from ..image.pixels import no_valid_pixel
from ..image.slices import aligned_slices
from ..image.smallmap import SmallMap
from ..progress import Progress
from ..spectra.classes import SpectralClasses

# Of the small maps, in pixels.
SMALL_MAP_SIDE = 600


@dataclass(frozen=True)
class ValueRaster:
    """A raster of the values that are returned beside class numbers (Float32, no data -9999).

    Attributes
    ----------
    path : str or path
    names : sequence of str
        Of its bands.
    lowest : float
        The value that is shown in the first colour of the ramp.
    """

    path: str
    names: Sequence[str]
    lowest: float = 0.0


@dataclass(frozen=True)
class Labelled:
    """What was found of classes in an image.

    Attributes
    ----------
    classes : SpectralClasses
        With the counts and areas of the image.
    unclassified : int or None
        Pixels that no class suits; None when no pixel can be.
    small_numbers : ndarray, shape (rows, columns)
        Class numbers of every n-th row and column; 0 where there is none, and one above the highest number where a
        pixel is unclassified.
    small_values : ndarray of float32, shape (rows, columns)
        The first of the values beside them, `NODATA` where there is none.
    """

    classes: SpectralClasses
    unclassified: int | None
    small_numbers: np.ndarray
    small_values: np.ndarray


@dataclass(frozen=True)
class LabelledOutput:
    """What is written of classes in an image.

    Attributes
    ----------
    path : str or path
        Of the class raster; empty where none is wanted.
    classes : SpectralClasses
    values : int
        How many values come with each class number.
    with_unclassified : bool
        Whether there can be unclassified pixels.
    value_raster : ValueRaster or None
        Where the values are written; None where they are not wanted.
    """

    path: str
    classes: SpectralClasses
    values: int
    with_unclassified: bool = False
    value_raster: ValueRaster | None = None


def write_labelled(
    output: LabelledOutput,
    grid: Grid,
    name: str,
    label: Callable[[LabelTarget], int],
    store: PixelStore,
    progress: Progress,
) -> Labelled:
    """Write a class raster, and a raster of the values that come with the class numbers.

    The class map is kept in the store until it is complete, a byte or two a pixel, because the names of its classes
    tell their shares.

    Parameters
    ----------
    output : LabelledOutput
    grid : Grid
    name : str
        Of the image.
    label : callable
        Writes class numbers (0: unclassified), and as many values as `output` says, to a target; returns how many
        pixels have some.
    store : PixelStore
    progress : Progress

    Raises
    ------
    ParameterError
        If no pixel is valid.
    OutputError
        If a raster cannot be written; nothing is left of it.
    """
    classes, raster, with_unclassified = output.classes, output.value_raster, output.with_unclassified
    highest = int(classes.numbers[-1])
    stored = class_output(highest, with_unclassified)
    numbers = store.allocate((grid.height, grid.width), stored.dtype)
    numbers[:] = stored.nodata
    small_values = SmallMap(grid, SMALL_MAP_SIDE, 1)
    with ExitStack() as opened:
        writer = None
        if raster is not None:
            writer = opened.enter_context(
                value_writer(
                    raster.path,
                    grid,
                    name,
                    progress,
                    bands=output.values,
                    names=raster.names,
                    options=ONE_THREAD,
                )
            )
        target = LabelTarget(numbers, stored.nodata, output.values, writer, small_values)
        if not label(target):
            raise no_valid_pixel(name)
        if writer is not None:
            writer.style = ramp_style(*shown_range(target.sample, raster.lowest), RAMP)
    counts = np.zeros(int(np.iinfo(stored.dtype).max) + 1, np.int64)
    for rows in aligned_slices(0, len(numbers), 256):
        counts += np.bincount(numbers[rows].ravel(), minlength=len(counts))
    unclassified = int(counts[NO_CLASS]) if with_unclassified else None
    found = replace(classes, counts=counts[classes.numbers], pixel_area_ha=grid.pixel_area_ha)
    if output.path:
        write_classes(
            output.path,
            grid,
            numbers,
            found.counts_by_number,
            found.colours,
            found.names,
            found.pixel_area_ha,
            progress,
            unclassified=unclassified,
        )
    small = numbers[:: small_values.step, :: small_values.step].astype(np.int32)
    if with_unclassified:
        small = np.where(small == NO_CLASS, highest + 1, np.where(small == stored.nodata, NO_CLASS, small))
    return Labelled(found, unclassified, small, small_values.values[0])


class LabelTarget:
    """A `Target` that keeps class numbers in an array, and passes values on to a raster if there is one."""

    def __init__(
        self, numbers: np.ndarray, nodata: int, values: int, writer: RasterWriter | None, small_values: SmallMap
    ):
        self._numbers = numbers
        self._nodata = nodata
        self._writer = writer
        self._sample_step = numbers.size // SAMPLE_PIXELS + 1
        self._samples: list[np.ndarray] = []
        self._small_values = small_values
        self.output = Output(1 + values, np.dtype(np.float32), NODATA)
        self.block = (256, 256) if writer is None else writer.block

    def read(self, rows: slice, columns: slice) -> np.ndarray:
        """See `Target`."""
        numbers = self._numbers[rows, columns]
        values = self.output.empty(rows, columns)
        values[0] = np.where(numbers == self._nodata, NODATA, numbers)
        if self._writer is not None:
            values[1:] = self._writer.read(rows, columns)
        return values

    def write(self, array: np.ndarray, row: int = 0, column: int = 0) -> None:
        """See `Target`."""
        has_class = array[0] != NODATA
        part = self._numbers[row : row + array.shape[1], column : column + array.shape[2]]
        part[...] = np.where(has_class, array[0], self._nodata)
        release(self._numbers)
        if self._writer is not None:
            self._writer.write(array[1:], row, column)
            self._samples.append(array[1][has_class][:: self._sample_step])
        if len(array) > 1:
            self._small_values.add(array[1:2], row, column)

    @property
    def sample(self) -> np.ndarray:
        """Some of the values of the first raster band."""
        return np.concatenate(self._samples)


def first_equal(values: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Return for each pixel the first class whose value, shape (classes, pixels), is the wanted one.

    Class by class, which is several times as fast as NumPy's argmax and argmin along the first axis.
    """
    places = np.zeros(len(wanted), np.uint16)
    is_later = np.ones(len(wanted), bool)
    for of_class in values[:-1]:
        is_later &= of_class != wanted
        places += is_later
    return places
