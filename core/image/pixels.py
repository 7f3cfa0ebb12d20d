# SPDX-License-Identifier: GPL-2.0-or-later
"""The valid pixels of an image in memory, ready for statistics."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from ..errors import ParameterError
from ..progress import Progress
from ..wording import tr
from .bands import Bands
from .grid import Grid

# Sums of squares of larger values would have no place in float64.
LARGEST_VALUE = 1e100
# Pixels that are moved at a time.
_ROWS_AT_ONCE = 4096


@dataclass
class Pixels:
    """The valid pixels of one image, as stored.

    A pixel is valid when each of its bands is. Values stay in the type of the file, so that sums of integers
    are exact; ``values * scale + offset`` is reflectance.

    Attributes
    ----------
    values : ndarray, shape (pixels, bands), C-contiguous
        Stored values of the valid pixels, in the order of `valid`.
    valid : ndarray of bool, shape (grid.height, grid.width)
        Where the pixels lie.
    grid : Grid
    bands : Bands
    scale, offset : float
        From stored values to reflectance.
    name : str
        What the image is called in messages.
    """

    values: np.ndarray
    valid: np.ndarray
    grid: Grid
    bands: Bands
    scale: float = 1.0
    offset: float = 0.0
    name: str = "image"

    def __len__(self) -> int:
        return len(self.values)

    def to_reflectance(self, spectra: np.ndarray) -> np.ndarray:
        """Convert spectra in stored units, shape (..., bands), to reflectance (float64)."""
        return np.asarray(spectra, dtype=float) * self.scale + self.offset

    def from_reflectance(self, spectra: np.ndarray) -> np.ndarray:
        """Convert spectra in reflectance, shape (..., bands), to stored units (float64)."""
        return (np.asarray(spectra, dtype=float) - self.offset) / self.scale

    def brightness(self, spectra: np.ndarray) -> np.ndarray:
        """Return numbers by which spectra in stored units, shape (spectra, bands), sort from dark to bright."""
        # With a negative scale, what is stored as more is darker.
        return np.sign(self.scale) * spectra.mean(axis=1)

    def without(self, excluded: np.ndarray) -> Pixels:
        """Return the image without the pixels where `excluded`, shape of `valid`, is true.

        This image is used up: its values are overwritten, as there may be no memory for two.
        """
        if not (excluded & self.valid).any():
            return self
        values = compact(self.values, ~excluded[self.valid], Progress())
        return replace(self, values=values, valid=self.valid & ~excluded)

    def rows(self, start: int, stop: int) -> slice:
        """Return which of the valid pixels lie in the image rows from `start` to `stop`."""
        return slice(int(self._pixels_above[start]), int(self._pixels_above[stop]))

    @cached_property
    def _pixels_above(self) -> np.ndarray:
        return np.concatenate([[0], np.cumsum(self.valid.sum(axis=1))])


def compact(values: np.ndarray, valid: np.ndarray, progress: Progress) -> np.ndarray:
    """Move the rows of `values` where `valid` to the front, in place, and return these.

    Parameters
    ----------
    values : ndarray, shape (pixels, bands)
        Overwritten.
    valid : ndarray of bool
        As many cells as pixels, in any shape.
    progress : Progress
    """
    valid = valid.reshape(-1)
    if valid.all():
        return values
    kept = int(valid.argmin())
    for number, start in enumerate(range(kept, len(values), _ROWS_AT_ONCE)):
        if number % 64 == 0:
            progress.check()
        block = values[start : start + _ROWS_AT_ONCE][valid[start : start + _ROWS_AT_ONCE]]
        values[kept : kept + len(block)] = block
        kept += len(block)
    return values[:kept]


def compact_bands(values: np.ndarray, kept: np.ndarray, progress: Progress) -> np.ndarray:
    """Move the columns of `values` where `kept` together, in place, and return these.

    Parameters
    ----------
    values : ndarray, shape (pixels, bands), C-contiguous
        Overwritten.
    kept : ndarray of bool, shape (bands,)
    progress : Progress

    Returns
    -------
    ndarray, shape (pixels, kept bands), C-contiguous
    """
    if kept.all():
        return values
    count = int(kept.sum())
    result = values.reshape(-1)[: len(values) * count].reshape(len(values), count)
    for number, start in enumerate(range(0, len(values), _ROWS_AT_ONCE)):
        if number % 64 == 0:
            progress.check()
        # A copy: the rows before it, and its own, are written to.
        result[start : start + _ROWS_AT_ONCE] = values[start : start + _ROWS_AT_ONCE][:, kept]
    return result


def check_largest(largest: float, name: str) -> None:
    """Check that one can compute with the values of an image.

    Parameters
    ----------
    largest : float
        Largest absolute value.
    name : str
        What the image is called in the message.

    Raises
    ------
    ParameterError
        If its square is too large.
    """
    if not largest <= LARGEST_VALUE:
        raise ParameterError(
            tr(
                "{name} holds values that are too large to compute with (up to {largest:g}); check its no data value."
            ).format(name=name, largest=largest)
        )


def no_valid_pixel(name: str) -> ParameterError:
    """Return the error that an image has nothing to work on."""
    return ParameterError(
        tr("{name} has no valid pixel: each has no data in some band; check its no data value.").format(name=name)
    )
