"""Sums of spectra and of their products, of which means and covariances are made."""

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
# The same for any number of threads, so that sums of floating-point numbers keep their order.
PART_PIXELS = 16 * BLOCK_PIXELS


@dataclass(frozen=True)
class MomentSums:
    """Sums over pixels, of what their values exceed a shift by; exact for integers of up to 16 bits.

    Attributes
    ----------
    pixels : int
    sums : ndarray of int64 or float64, shape (bands,)
    products : ndarray of int64 or float64, shape (bands, bands)
        Sum of the products of each two bands.
    """

    pixels: int
    sums: np.ndarray
    products: np.ndarray

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


def first_pixel(image: ImageState, *, pool: Pool, progress: Progress) -> np.ndarray:
    """Return the stored values of the first pixel."""
    return image.pixels.values[0].copy()


def sum_moments(image: ImageState, shift: np.ndarray, *, pool: Pool, progress: Progress) -> MomentSums:
    """Add up the pixels of an image.

    Sums of integers are exact. Those of floating-point numbers are taken in float64, block by block in a fixed order,
    so the result does not depend on the number of threads.

    Parameters
    ----------
    shift : ndarray of float64, shape (bands,)
        The values of any pixel.
    """
    values = image.pixels.values
    exact = np.issubdtype(values.dtype, np.integer) and values.dtype.itemsize <= 2
    kind = np.int64 if exact else np.float64

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
