# SPDX-License-Identifier: GPL-2.0-or-later
"""Sums of spectra and of their products, for means and covariances."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from ..progress import Progress
from .blas import gram
from .imageset import ImageState
from .memory import release
from .threads import Pool

BLOCK_PIXELS = 4096
# Pixels of one task. The number of threads does not change it, so floating-point sums are added in the same order.
PART_PIXELS = 16 * BLOCK_PIXELS
SAMPLE_PIXELS = 5000


def shift_for(sample: np.ndarray) -> np.ndarray:
    """Choose what to subtract from pixels before their products are summed.

    The closer the shift is to the mean, the fewer digits a covariance loses to cancellation.

    Parameters
    ----------
    sample : ndarray, shape (pixels, bands)
        At least one pixel.

    Returns
    -------
    ndarray of float64, shape (bands,)
        The first pixel for integers of up to 16 bits, whose sums are exact with any integer shift. For other types the
        median of each band, which a few absurd values do not change.
    """
    if _is_summed_exactly(sample.dtype):
        return sample[0].astype(np.float64)
    return np.median(sample.astype(np.float64), axis=0)


def _is_summed_exactly(dtype: np.dtype) -> bool:
    return np.issubdtype(dtype, np.integer) and dtype.itemsize <= 2


@dataclass(frozen=True)
class MomentSums:
    """Sums over pixels of ``values - shift``, and of the products of each two bands; exact for 16-bit integers."""

    pixels: int
    sums: np.ndarray  # int64 or float64, shape (bands,)
    products: np.ndarray  # int64 or float64, shape (bands, bands)

    @classmethod
    def total(cls, parts: Iterable[MomentSums]) -> MomentSums:
        """Add up parts, at least one, in their order."""
        parts = iter(parts)
        first = next(parts)
        pixels, sums, products = first.pixels, first.sums.copy(), first.products.copy()
        for part in parts:
            pixels += part.pixels
            sums += part.sums
            products += part.products
        return cls(pixels, sums, products)


def sample_pixels(image: ImageState, *, pool: Pool, progress: Progress) -> np.ndarray:
    """Return the stored values of about 5000 pixels at regular steps, for `shift_for`."""
    values = image.pixels.values
    return values[:: len(values) // SAMPLE_PIXELS + 1].copy()


def sum_moments(image: ImageState, shift: np.ndarray, *, pool: Pool, progress: Progress) -> MomentSums:
    """Add up the pixels of an image, with the `shift` that `shift_for` chose.

    The result does not depend on the number of threads: sums of integers of up to 16 bits are exact, and those of other
    numbers are computed in float64 in a fixed order.
    """
    values = image.pixels.values
    kind = np.int64 if _is_summed_exactly(values.dtype) else np.float64

    def add_up(start: int) -> MomentSums:
        stop = min(start + PART_PIXELS, len(values))
        sums, products = np.zeros(len(shift), kind), np.zeros((len(shift), len(shift)), kind)
        for begin in range(start, stop, BLOCK_PIXELS):
            progress.check()
            block = values[begin : min(begin + BLOCK_PIXELS, stop)] - shift
            sums += block.sum(axis=0).astype(kind)
            products += gram(block).astype(kind)
        return MomentSums(stop - start, sums, products)

    parts = pool.map(add_up, range(0, len(values), PART_PIXELS), progress)
    release(values)
    return MomentSums.total(parts)
