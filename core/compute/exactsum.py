# SPDX-License-Identifier: GPL-2.0-or-later
"""Sums of spectra that do not depend on the order of summation.

Sums of integers are exact. A floating-point value is split into a few fixed-point numbers (integers times a power of
two), whose sums are exact, too; the error of the split is below the rounding error of a mean in float64. So the same
pixels give the same sums for any block size, any number of threads and any order of adding and subtracting.
"""

from __future__ import annotations

import numpy as np

from .blas import product
from .rows import rows_at

# The most rows in one matrix product; few enough to stay in the processor's cache.
SLAB_ROWS = 2048
# Integers up to this value are exact in float32.
EXACT_IN_FLOAT32 = 2**24
# Bits of each fixed-point number: 2048 x 2**24 < 2**53, so the sum over one matrix product is exact in float64.
PART_BITS = 24
# Bits kept of a typical value, by the size of the type in bytes.
TYPICAL_BITS = {2: 36, 4: 36, 8: 60}
# Products with smaller powers of two would underflow in float64.
SMALLEST_EXPONENT = -960


class ExactSummer:
    """Adds up the pixel values of each class exactly.

    Parameters
    ----------
    dtype : dtype of the pixel values
    largest : float
        Largest absolute value of any pixel.
    typical : float, optional
        Typical absolute value, see `typical_size`; by default the largest one. The number of fixed-point parts of a
        floating-point value depends on the ratio of both, so that a single absurd value does not cost the means of
        other classes any digit.
    """

    def __init__(self, dtype, largest: float, typical: float | None = None):
        dtype = np.dtype(dtype)
        self._integer = dtype.kind in "iub"
        small = self._integer and dtype.itemsize <= 2
        self._arithmetic = np.float32 if small else np.float64
        self._rows = min(SLAB_ROWS, int(EXACT_IN_FLOAT32 // max(largest, 1))) if small else SLAB_ROWS
        self._steps = (1.0,) if self._integer else _steps(float(largest), typical, TYPICAL_BITS[dtype.itemsize])

    def zeros(self, classes: int, bands: int) -> np.ndarray:
        """Return sums of no pixels: zeros, int64, shape (parts, classes, bands)."""
        return np.zeros((len(self._steps), classes, bands), dtype=np.int64)

    def add(self, sums: np.ndarray, values: np.ndarray, pixels, to, away=None) -> None:
        """Add pixels to the sums of their classes, and subtract them from those of the classes that they leave.

        Parameters
        ----------
        sums : ndarray of int64, shape (parts, classes, bands)
            Changed in place.
        values : ndarray, shape (all pixels, bands)
        pixels : range or ndarray of int, shape (pixels,)
            Indices of rows of `values`.
        to, away : ndarray of int, shape (pixels,)
            The class that each pixel joins, and the one it leaves, if any.
        """
        classes = np.arange(sums.shape[1])[:, np.newaxis]
        for start in range(0, len(pixels), self._rows):
            block = slice(start, start + self._rows)
            rows = rows_at(values, pixels[block]).astype(self._arithmetic)
            weights = (classes == to[block]).astype(self._arithmetic)
            if away is not None:
                weights -= classes == away[block]
            for part, step in zip(sums, self._steps):
                whole = rows if self._integer else np.rint(rows / step)
                part += product(weights, whole).astype(np.int64)
                if not self._integer:
                    rows -= whole * step

    def value(self, sums: np.ndarray) -> np.ndarray:
        """Convert sums, shape (parts, classes, bands), to float64, shape (classes, bands)."""
        return sum(part.astype(np.float64) * step for part, step in zip(sums[::-1], self._steps[::-1]))

    def value_about(self, sums: np.ndarray, counts: np.ndarray, origin: np.ndarray) -> np.ndarray:
        """Return the sums of ``values - origin``, shape (classes, bands), precise also for values close to the origin.

        Parameters
        ----------
        sums : ndarray of int64, shape (parts, classes, bands)
        counts : ndarray of int64, shape (classes,)
            Pixels of each class.
        origin : ndarray of float64, shape (bands,)
        """
        counts = counts[:, np.newaxis].astype(np.float64)
        whole = counts * origin
        # The two largest terms first, as they nearly cancel.
        total = sums[0] * self._steps[0] - whole
        for part, step in zip(sums[1:], self._steps[1:]):
            total += part * step
        return total + _rounding_of_product(counts, origin, whole)


def typical_size(sample: np.ndarray) -> float:
    """Return the median absolute value, without zeros, of the band where it is smallest; 0 when all are 0.

    `sample` has the shape (pixels, bands).
    """
    sizes = [np.abs(band[band != 0].astype(np.float64)) for band in sample.T]
    return min((float(np.median(band)) for band in sizes if len(band)), default=0.0)


def _steps(largest: float, typical: float | None, bits: int) -> tuple[float, ...]:
    """Return the unit of each fixed-point part, a power of two, largest first."""
    top = int(np.frexp(max(largest, float(np.finfo(np.float32).tiny)))[1])
    first_bit = int(np.frexp(min(typical, largest))[1]) if typical else top
    parts = max(-(-(top - first_bit + bits) // PART_BITS), 1)
    exponents = (top - PART_BITS * part for part in range(1, parts + 1))
    return tuple(2.0**exponent for exponent in exponents if exponent >= SMALLEST_EXPONENT)


def _rounding_of_product(left: np.ndarray, right: np.ndarray, rounded: np.ndarray) -> np.ndarray:
    """Return `rounded`, which is ``left * right`` in float64, minus the exact product (Dekker 1971)."""
    left_high, right_high = (_upper_half(values) for values in (left, right))
    left_low, right_low = left - left_high, right - right_high
    return ((rounded - left_high * right_high) - left_low * right_high) - left_high * right_low - left_low * right_low


def _upper_half(values: np.ndarray) -> np.ndarray:
    """Return float64 values rounded to 26 bits."""
    large = values * (2.0**27 + 1)
    return large - (large - values)
