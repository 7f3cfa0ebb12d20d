"""Sums of spectra and of their products, of which means and covariances are made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from ..progress import Progress
from .blas import gram
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
    def of(cls, values: np.ndarray, shift: np.ndarray, workers: Pool, progress: Progress) -> MomentSums:
        """Add up pixels.

        Sums of integers are exact. Those of floating-point numbers are taken in float64, block by block in a fixed
        order. So the result does not depend on the number of threads.

        Parameters
        ----------
        values : ndarray, shape (pixels, bands)
        shift : ndarray of float64, shape (bands,)
            The values of any pixel.
        """
        exact = np.issubdtype(values.dtype, np.integer) and values.dtype.itemsize <= 2
        kind = np.int64 if exact else np.float64

        def add_up(start):
            stop = min(start + PART_PIXELS, len(values))
            part = cls._zero(len(shift), kind)
            for begin in range(start, stop, BLOCK_PIXELS):
                progress.check()
                block = values[begin : min(begin + BLOCK_PIXELS, stop)] - shift
                part.sums[:] += block.sum(axis=0).astype(kind)
                part.products[:] += gram(block).astype(kind)
            return part

        parts = workers.map(add_up, range(0, len(values), PART_PIXELS), progress)
        release(values)
        total = cls.total(parts)
        return cls(len(values), total.sums, total.products)

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

    @classmethod
    def _zero(cls, bands: int, kind) -> MomentSums:
        return cls(0, np.zeros(bands, kind), np.zeros((bands, bands), kind))
