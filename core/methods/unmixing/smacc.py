# SPDX-License-Identifier: GPL-2.0-or-later
"""Endmembers as the edges of a convex cone: the sequential maximum angle convex cone (SMACC)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...compute.blas import product
from ...compute.imageset import ImageSet, ImageState
from ...compute.memory import PixelStore, release
from ...compute.threads import Pool
from ...image.slices import aligned_slices
from ...progress import Progress

# So few pixels that all bands in float64 stay in the processor's cache.
_BLOCK_PIXELS = 2048
# In place of 0 in divisions, as SPy has it; what comes of it is not used.
_NOT_ZERO = 1e-10


@dataclass
class _State:
    """What is kept of the pixels of an image.

    Attributes
    ----------
    squares : ndarray, shape (pixels,)
        Squared lengths of the residuals.
    taken : ndarray, shape (endmembers, pixels)
        What was taken away of each extreme vector when it was found.
    shares : ndarray, shape (endmembers, pixels)
        Abundances, which shrink when further vectors are found.
    """

    squares: np.ndarray
    taken: np.ndarray
    shares: np.ndarray


def smacc(images: ImageSet, count: int, store: PixelStore, progress: Progress) -> list[tuple[int, int]]:
    """Find endmembers: the longest spectrum, then again and again the one with the longest residual.

    From the residual of each pixel, the new vector is taken away as far as no abundance becomes negative. The pixels
    are those of SPy's `smacc`; residuals are not kept, but computed from the pixels when they are needed. It suits
    endmembers of different brightness; a bright outlier is always the first one. Source: Gruninger, Ratkowski and
    Hoke 2004, doi:10.1117/12.543794.

    Parameters
    ----------
    images : ImageSet
        In this process.
    count : int
    store : PixelStore
        Where 16 bytes a pixel and endmember are kept.
    progress : Progress

    Returns
    -------
    list of (int, int)
        Image and index of each pixel.
    """
    states = {
        image: _State(
            store.allocate((images.lengths[image],), np.float64),
            store.allocate((count, images.lengths[image]), np.float64),
            store.allocate((count, images.lengths[image]), np.float64),
        )
        for image in images.filled
    }
    vectors = np.empty((0, len(images.template.bands)))
    longest = [images.call(image, _begin, state, progress=progress) for image, state in states.items()]
    found: list[tuple[int, int]] = []
    for number in range(count):
        best = max(range(len(longest)), key=lambda place: longest[place][0])
        image, index = images.filled[best], longest[best][1]
        found.append((image, index))
        state = states[image]
        spectrum = images.call(image, spectrum_at, index)
        vectors = np.vstack([vectors, spectrum - state.taken[:number, index] @ vectors])
        shares = state.shares[:number, index].copy()
        part = progress.part((number + 1) / (count + 1), (number + 2) / (count + 1))
        longest = [
            images.call(one, _take_away, of_one, vectors, shares, index if one == image else -1, progress=part)
            for one, of_one in states.items()
        ]
    return found


def spectrum_at(image: ImageState, index: int, *, pool: Pool, progress: Progress) -> np.ndarray:
    """Return the reflectance of a pixel."""
    return image.pixels.to_reflectance(image.pixels.values[index])


def _begin(image: ImageState, state: _State, *, pool: Pool, progress: Progress) -> tuple[float, int]:
    """Compute the squared lengths of all pixels; return the largest one and its index."""

    def in_block(block: slice) -> None:
        spectra = image.pixels.to_reflectance(image.pixels.values[block])
        state.squares[block] = np.einsum("ij,ij->i", spectra, spectra)

    return _in_blocks(in_block, image, state, pool, progress)


def _take_away(
    image: ImageState,
    state: _State,
    vectors: np.ndarray,
    shares: np.ndarray,
    chosen: int,
    *,
    pool: Pool,
    progress: Progress,
) -> tuple[float, int]:
    """Take the last of the vectors away from residuals; return the largest squared length and its index.

    `shares` are the abundances, so far, of the pixel that is this vector, and `chosen` is its index, or -1.
    """
    number, vector = len(vectors) - 1, vectors[-1]
    square = vector @ vector
    products = vectors[:-1] @ vector

    def in_block(block: slice) -> None:
        spectra = image.pixels.to_reflectance(image.pixels.values[block])
        along = product(spectra, vector[:, np.newaxis])[:, 0] - products @ state.taken[:number, block]
        along /= square or 1
        allowed = np.ones(len(along))
        for share, of_chosen in zip(state.shares[:number, block], shares):
            most = along * of_chosen
            most[most == 0] = _NOT_ZERO
            np.minimum(share / most, allowed, out=allowed)
        allowed[along <= 0] = 0
        is_here = block.start <= chosen < block.stop
        if is_here:
            allowed[chosen - block.start] = 1
        taken = np.clip(allowed * along, 0, None)
        squares = state.squares[block]
        squares += taken * (taken - 2 * along) * square
        if is_here:
            squares[chosen - block.start] = 0
        for share, of_chosen in zip(state.shares[:number, block], shares):
            share -= of_chosen * taken
            np.clip(share, 0, None, out=share)
        state.taken[number, block] = state.shares[number, block] = taken

    return _in_blocks(in_block, image, state, pool, progress)


def _in_blocks(function, image: ImageState, state: _State, pool: Pool, progress: Progress) -> tuple[float, int]:
    pool.map(function, list(aligned_slices(0, len(state.squares), _BLOCK_PIXELS)), progress)
    index = int(state.squares.argmax())
    largest = float(state.squares[index])
    for array in (image.pixels.values, state.squares, state.taken, state.shares):
        release(array)
    return largest, index
