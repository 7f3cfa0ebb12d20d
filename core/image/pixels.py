# SPDX-License-Identifier: GPL-2.0-or-later
"""The valid pixels of an image in memory, ready for statistics."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from ..errors import ParameterError
from ..progress import Progress
from ..wording import tr
from .bands import Bands
from .coverage import Coverage
from .grid import Grid

# Sums of squares of larger values overflow float64.
LARGEST_VALUE = 1e100
# Rows that are copied at a time.
_ROWS_AT_ONCE = 4096


@dataclass
class Pixels:
    """The valid pixels of one image, as stored in the file.

    A pixel is valid when it has data in every band. Values keep the type of the file, so that sums of integers are
    exact; ``values * scale + offset`` is reflectance.
    """

    values: np.ndarray  # shape (pixels, bands); stored values of the valid pixels, row by row of the image
    valid: np.ndarray  # shape (grid.height, grid.width); the mask of the valid pixels
    grid: Grid
    bands: Bands
    scale: float = 1.0
    offset: float = 0.0
    name: str = "image"  # the name of the image in messages
    coverage: Coverage | None = None  # in how many pixels each band has data; by default in the valid ones

    def __post_init__(self):
        if self.coverage is None:
            self.coverage = Coverage.full(*self.values.shape)

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

        To save memory, the values of this image are overwritten, so it cannot be used any more.
        """
        if not (excluded & self.valid).any():
            return self
        values = compact(self.values, ~excluded[self.valid], Progress())
        return replace(self, values=values, valid=self.valid & ~excluded)

    def rows(self, start: int, stop: int) -> slice:
        """Return the range of the valid pixels in the image rows `start` to `stop`."""
        return slice(int(self._pixels_above[start]), int(self._pixels_above[stop]))

    @cached_property
    def _pixels_above(self) -> np.ndarray:
        return np.concatenate([[0], np.cumsum(self.valid.sum(axis=1))])


def compact(values: np.ndarray, valid: np.ndarray, progress: Progress) -> np.ndarray:
    """Return ``values[valid]``, shape (valid pixels, bands), moved to the front of `values` in place.

    `valid` is an array of bool with a cell for each pixel, in any shape.
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
    """Return ``values[:, kept]``, C-contiguous, computed in place.

    Parameters
    ----------
    values : ndarray, shape (pixels, bands), C-contiguous
        Overwritten.
    kept : ndarray of bool, shape (bands,)
    """
    if kept.all():
        return values
    count = int(kept.sum())
    result = values.reshape(-1)[: len(values) * count].reshape(len(values), count)
    for number, start in enumerate(range(0, len(values), _ROWS_AT_ONCE)):
        if number % 64 == 0:
            progress.check()
        # Indexing by an array of bool copies, as source and target overlap.
        result[start : start + _ROWS_AT_ONCE] = values[start : start + _ROWS_AT_ONCE][:, kept]
    return result


def check_largest(largest: float, name: str) -> None:
    """Raise a `ParameterError` if the largest absolute value of an image is too large to be squared."""
    if not largest <= LARGEST_VALUE:
        raise ParameterError(
            tr(
                "{name} holds values that are too large to compute with (up to {largest:g}); check its no data value."
            ).format(name=name, largest=largest)
        )


def no_valid_pixel(name: str) -> ParameterError:
    """Return the error for an image without valid pixels."""
    return ParameterError(
        tr("{name} has no valid pixel: each has no data in some band; check its no data value.").format(name=name)
    )


def nodata_as(nodata: float | None, dtype: np.dtype):
    """Convert a no data value to an integer or floating-point type, to compare stored values with it.

    Returns
    -------
    scalar of `dtype` or None
        None when no value of that type equals it, and for NaN and infinity, which are never data anyway.
    """
    if nodata is None or not math.isfinite(nodata):
        return None
    if dtype.kind == "f":
        with np.errstate(over="ignore"):
            stored = dtype.type(nodata)
        return stored if np.isfinite(stored) else None
    limits = np.iinfo(dtype)
    return dtype.type(int(nodata)) if nodata == int(nodata) and limits.min <= nodata <= limits.max else None
