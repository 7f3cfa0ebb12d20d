# SPDX-License-Identifier: GPL-2.0-or-later
"""Sums of spectra, or of differences of neighbouring ones, and of their products, for means and covariances."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from ..image.pixels import Pixels
from ..image.slices import aligned_slices
from ..progress import Progress
from .blas import gram
from .imageset import ImageState
from .memory import release
from .threads import Pool

# So few that a block with all bands in float64 stays in the processor's cache.
BLOCK_PIXELS = 1024
# Pixels of one task. The number of threads does not change it, so floating-point sums are added in the same order.
PART_PIXELS = 64 * BLOCK_PIXELS
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

    def blocks(part: slice) -> Iterator[np.ndarray]:
        for block in aligned_slices(part.start, part.stop, BLOCK_PIXELS):
            spectra = values[block].astype(np.float64)
            spectra -= shift
            yield spectra

    return _sum_parts(values, aligned_slices(0, len(values), PART_PIXELS), blocks, pool, progress)


def sum_differences(image: ImageState, down: int, right: int, *, pool: Pool, progress: Progress) -> MomentSums:
    """Add up the differences of pixels and their neighbours `down` rows below and `right` columns to the right.

    Both are 0 or 1. Only pairs of valid pixels count. As in `sum_moments`, the result does not depend on the number of
    threads.
    """
    pixels = image.pixels
    height, width = pixels.valid.shape

    def blocks(rows: slice) -> Iterator[np.ndarray]:
        first, second = _neighbours(pixels, rows, down, right)
        for block in aligned_slices(0, len(first), BLOCK_PIXELS):
            differences = np.take(pixels.values, first[block], axis=0).astype(np.float64)
            differences -= np.take(pixels.values, second[block], axis=0)
            yield differences

    parts = aligned_slices(0, max(height - down, 0), max(PART_PIXELS // width, 1))
    return _sum_parts(pixels.values, parts, blocks, pool, progress)


def _neighbours(pixels: Pixels, rows: slice, down: int, right: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the indices of the first and the second pixel of each pair of valid ones whose first is in `rows`."""
    valid = pixels.valid[rows.start : rows.stop + down]
    numbers = pixels.rows(rows.start, rows.start).start - 1 + np.cumsum(valid).reshape(valid.shape)
    above, left = slice(0, len(valid) - down), slice(0, valid.shape[1] - right)
    are_pairs = valid[above, left] & valid[down:, right:]
    return numbers[above, left][are_pairs], numbers[down:, right:][are_pairs]


def _sum_parts(
    values: np.ndarray,
    parts: Iterable[slice],
    blocks: Callable[[slice], Iterator[np.ndarray]],
    pool: Pool,
    progress: Progress,
) -> MomentSums:
    """Add up the blocks (float64) that `blocks` yields for each part; they are made of `values`."""
    kind = np.int64 if _is_summed_exactly(values.dtype) else np.float64
    bands = values.shape[1]

    def add_up(part: slice) -> MomentSums:
        pixels, sums, products = 0, np.zeros(bands, kind), np.zeros((bands, bands), kind)
        for block in blocks(part):
            progress.check()
            pixels += len(block)
            sums += block.sum(axis=0).astype(kind)
            products += gram(block).astype(kind)
        return MomentSums(pixels, sums, products)

    found = pool.map(add_up, list(parts), progress)
    release(values)
    return MomentSums.total([MomentSums(0, np.zeros(bands, kind), np.zeros((bands, bands), kind)), *found])
