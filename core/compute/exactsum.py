"""Sums of spectra that do not depend on the order of adding.

Integers are summed as they are. Floating-point values are first written as fixed-point numbers of two integer
parts, fine enough that the rounding is far below that of the measurement; their sums are exact as well. So the
same pixels give the same sums for any block size, any number of threads and any order of adding and taking away.
"""

from __future__ import annotations

import numpy as np

from .blas import product
from .rows import rows_at

# Rows added up in one matrix product, at most: few, so that they stay in the processor's cache.
SLAB_ROWS = 2048
# Integers up to this are exact in float32.
EXACT_IN_FLOAT32 = 2**24
# Bits of a part of a fixed-point number: a slab's sum of them fits the 53 bits that float64 holds exactly.
PART_BITS = 24


class ExactSummer:
    """Adds up rows of pixel values, by class, exactly.

    Parameters
    ----------
    dtype : dtype of the pixel values
    largest : float
        Largest absolute value of any pixel; sets the fixed-point step of floating-point values.
    """

    def __init__(self, dtype, largest: float):
        dtype = np.dtype(dtype)
        self._integer = dtype.kind in "iub"
        small = self._integer and dtype.itemsize <= 2
        self._arithmetic = np.float32 if small else np.float64
        self._rows = min(SLAB_ROWS, int(EXACT_IN_FLOAT32 // max(largest, 1))) if small else SLAB_ROWS
        exponent = np.frexp(max(float(largest), np.finfo(np.float32).tiny))[1]
        self._steps = (1.0,) if self._integer else (2.0 ** (exponent - PART_BITS), 2.0 ** (exponent - 2 * PART_BITS))

    def zeros(self, classes: int, bands: int) -> np.ndarray:
        """Return empty sums, shape (parts, classes, bands), int64."""
        return np.zeros((len(self._steps), classes, bands), dtype=np.int64)

    def add(self, sums: np.ndarray, values: np.ndarray, pixels, to, away=None) -> None:
        """Add pixels to the sums of their classes, and take them away from those they leave.

        Parameters
        ----------
        sums : ndarray of int64, shape (parts, classes, bands)
            Changed in place.
        values : ndarray, shape (all pixels, bands)
        pixels : range or ndarray of int, shape (pixels,)
            Which rows of `values`.
        to, away : ndarray of int, shape (pixels,)
            The class that each pixel joins, and the one it leaves, if any.
        """
        classes = np.arange(sums.shape[1])[:, np.newaxis]
        for start in range(0, len(pixels), self._rows):
            slab = slice(start, start + self._rows)
            rows = rows_at(values, pixels[slab]).astype(self._arithmetic)
            weights = (classes == to[slab]).astype(self._arithmetic)
            if away is not None:
                weights -= classes == away[slab]
            for part, step in zip(sums, self._steps):
                whole = rows if self._integer else np.rint(rows / step)
                part += product(weights, whole).astype(np.int64)
                if not self._integer:
                    rows -= whole * step

    def value(self, sums: np.ndarray) -> np.ndarray:
        """Convert sums from parts to float64, shape (classes, bands)."""
        return sum(part.astype(np.float64) * step for part, step in zip(sums[::-1], self._steps[::-1]))
