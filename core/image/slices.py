# SPDX-License-Identifier: GPL-2.0-or-later
"""Ranges of rows, columns or pixels, as slices with start and stop."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


def aligned_slices(start: int, stop: int, step: int, origin: int = 0) -> Iterator[slice]:
    """Split the range from `start` to `stop` at multiples of `step` from `origin`."""
    while start < stop:
        end = min(start + step - (start - origin) % step, stop)
        yield slice(start, end)
        start = end


def relative(part: slice, origin: int) -> slice:
    """Return `part` counted from `origin`."""
    return slice(part.start - origin, part.stop - origin)


def length(part: slice) -> int:
    """Return how many rows, columns or pixels are in `part`."""
    return part.stop - part.start


def block_windows(rows: slice, columns: slice, block: tuple[int, int], pixels: int) -> Iterator[tuple[slice, slice]]:
    """Split rows and columns into windows of about `pixels` pixels: whole blocks, and all columns if they fit.

    Parameters
    ----------
    block : (rows, columns)
        Size of the blocks of the file, which start at row and column 0. A window has at least one block.
    """
    width = length(columns)
    height = max(pixels // width // block[0], 1) * block[0]
    if height * width > pixels:
        width = max(pixels // height // block[1], 1) * block[1]
    for of_rows in aligned_slices(rows.start, rows.stop, height):
        # A window of all columns need not begin at a block.
        origin = columns.start if width == length(columns) else 0
        for of_columns in aligned_slices(columns.start, columns.stop, width, origin):
            yield of_rows, of_columns


class Thinned(NamedTuple):
    """Which of every n-th row, column or pixel of a range lie in a part of it.

    Attributes
    ----------
    chosen : slice
        Which these are, counted from the start of the part.
    place : slice
        Where they lie among all that are taken.
    """

    chosen: slice
    place: slice


def thinned(part: slice, whole: slice) -> Thinned:
    """Return which of the rows, columns or pixels that `whole`, a slice with a step, takes lie in `part`."""
    first, stop = (-((whole.start - edge) // whole.step) for edge in (part.start, part.stop))
    return Thinned(slice(whole.start + first * whole.step - part.start, length(part), whole.step), slice(first, stop))


def thinned_length(whole: slice) -> int:
    """Return how many rows, columns or pixels a slice with a step takes."""
    return -((whole.start - whole.stop) // whole.step)
