# SPDX-License-Identifier: GPL-2.0-or-later
"""Linear unmixing: how much of each endmember is in a pixel, by least squares with constraints."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from ...compute.blas import product
from ...compute.imageset import ImageState
from ...compute.scratch import Float64Scratch
from ...constants import FULLY_CONSTRAINED, MOST_ENDMEMBERS, NON_NEGATIVE, SUM_TO_ONE
from ...errors import TableError
from ...image.pixels import LARGEST_VALUE
from ...image.slices import aligned_slices
from ...spectra.classes import SpectralClasses
from ...wording import tr

# Endmembers are dependent when the smallest singular value of their matrix is below this share of the largest.
_DEPENDENT = 1e-6
# Endmembers whose coefficient is below this share of the largest take no part in a dependency.
_TAKES_PART = 0.05
# What is above this is not negative but for rounding.
_TOLERANCE = 1e-10
# Rounds without fewer negative entries after which only one is exchanged at a time, which always comes to an end.
_PATIENCE = 3
# Far above what any pixel needs.
_MOST_ROUNDS = 1000
# So few pixels that all bands in float64 stay in the processor's cache.
_BLOCK_PIXELS = 2048
# Pixels of a call, by the number of endmembers up to which they hold. With more endmembers there are more supports,
# each of which should have many pixels; with very many, a call would take too long to be cancelled.
_CHUNK_PIXELS = {6: 16_384, 12: 65_536, MOST_ENDMEMBERS: 1024}
# Affine maps in memory, at most 4 KB each, and those that are made at a time.
_MOST_MAPS, _MAPS_AT_ONCE = 20_000, 1000
# `product` takes longer to call than to compute up to so many pixels; up to fewer, even a plain product does.
_FEW_IN_GROUP, _VERY_FEW_IN_GROUP = 64, 8


class Unmixing:
    """Finds the abundances of endmembers in pixels, as a function of a `blockmap`.

    A pixel is taken to be the sum of the endmembers times their abundances, where each covers a part of it (linear
    mixing). The abundances are those with the least sum of squared differences to the pixel. It does not suit pixels in
    which light passes several materials, as in canopies, nor endmembers that are mixtures of one another.

    The function returns the abundances and, in the last row, the root mean squared difference over all bands (RMSE) in
    reflectance, shape (endmembers + 1, pixels).

    With E the endmembers less the last one, and Q R their QR decomposition, the distance of a pixel z to a mixture is
    |z|^2 - |Q'z|^2 + |Q'z - R a|^2, so that after one product the problem has as many numbers as endmembers. For a
    support, the set of endmembers that may be in a pixel, abundances and Lagrange multipliers (negative where adding
    that endmember would lower the error) are an affine function of Q'z. Where no entry is negative, the abundances are
    those of the exact solution (Karush-Kuhn-Tucker conditions); else the negative entries are exchanged between the
    support and the others, for all pixels of the same support together (block principal pivoting; Kim and Park 2011,
    doi:10.1137/110821172).

    Parameters
    ----------
    classes : SpectralClasses
        The endmembers, at the bands of the image.
    method : int
        `FULLY_CONSTRAINED` (no abundance is negative and their sum is 1), `NON_NEGATIVE`, `SUM_TO_ONE` or
        `UNCONSTRAINED`.

    Raises
    ------
    TableError
        If there are too many endmembers, or some are mixtures of others, so that their abundances are not defined.

    Attributes
    ----------
    chunk_pixels : int
        Pixels of a call, see `blockmap.evaluate`.
    """

    def __init__(self, classes: SpectralClasses, method: int = FULLY_CONSTRAINED):
        count, bands = classes.centres.shape
        if count > MOST_ENDMEMBERS:
            raise TableError(
                tr("There are {count} endmembers; choose at most {most}, those that can occur in the image.").format(
                    count=count, most=MOST_ENDMEMBERS
                )
            )
        self._sums_to_one = method in (FULLY_CONSTRAINED, SUM_TO_ONE)
        self._is_non_negative = method in (FULLY_CONSTRAINED, NON_NEGATIVE)
        self._origin = classes.centres[-1] if self._sums_to_one else np.zeros(bands)
        directions = (classes.centres - self._origin)[: count - self._sums_to_one].T
        _check_independent(directions, classes, self._sums_to_one)
        # Numbers near 1, so that one tolerance suits abundances and multipliers.
        self._size = np.linalg.norm(directions, 2) if directions.size else 1.0
        self._basis, corners = np.linalg.qr(directions / self._size)
        # The corner of the last endmember, from which the others are counted, is zero.
        self._corners = np.hstack([corners, np.zeros((len(corners), 1))]) if self._sums_to_one else corners
        # Of up to 16 bits, supports are sorted several times as fast.
        self._bits = (1 << np.arange(count)).astype(np.min_scalar_type((1 << count) - 1))
        self._bit_counts = np.zeros(1, np.uint8)
        for _ in range(count):
            self._bit_counts = np.concatenate([self._bit_counts, self._bit_counts + 1])
        # By support. Threads may add the same map, which does no harm.
        self._maps: dict[int, np.ndarray] = {}
        self._scratch = Float64Scratch(_BLOCK_PIXELS)
        self.endmembers = count
        self.chunk_pixels = next(pixels for most, pixels in _CHUNK_PIXELS.items() if count <= most)

    def __call__(self, image: ImageState, chosen: slice | np.ndarray) -> np.ndarray:
        pixels = image.pixels
        values = pixels.values[chosen]
        coordinates = np.empty((len(values), self._basis.shape[1]))
        beyond = np.empty(len(values))
        shift = (self._origin - pixels.offset) / pixels.scale
        basis = self._basis * (pixels.scale / self._size)
        for part in aligned_slices(0, len(values), _BLOCK_PIXELS):
            spectra = self._scratch.copy(values[part])
            spectra -= shift
            coordinates[part] = product(spectra, basis)
            beyond[part] = np.einsum("ij,ij->i", spectra, spectra)
        beyond *= (pixels.scale / self._size) ** 2
        # What is too large to compute with becomes no data.
        with np.errstate(invalid="ignore"):
            is_wrong = ~(beyond < LARGEST_VALUE)
        coordinates[is_wrong] = 0
        abundances = self.solve(coordinates)
        misfit = coordinates - product(abundances[:, : self._corners.shape[1]], np.ascontiguousarray(self._corners.T))
        beyond -= np.einsum("ij,ij->i", coordinates, coordinates)
        squares = np.clip(beyond, 0, None) + np.einsum("ij,ij->i", misfit, misfit)
        results = np.empty((self.endmembers + 1, len(values)))
        results[:-1] = abundances.T
        results[-1] = np.sqrt(squares / values.shape[1]) * self._size
        results[:, is_wrong] = np.nan
        return results

    def solve(self, coordinates: np.ndarray) -> np.ndarray:
        """Return the abundances of pixels that are given by their coordinates Q'z, shape (pixels, endmembers)."""
        everything = (1 << self.endmembers) - 1
        # The last coordinate, which is 1, is for the constants of the maps.
        coordinates = np.hstack([coordinates, np.ones((len(coordinates), 1))])
        abundances = product(coordinates, self._maps_of([everything])[0])
        if not self._is_non_negative:
            return abundances
        tolerances = _TOLERANCE * (1 + np.abs(coordinates[:, :-1]).max(axis=1, initial=0, keepdims=True))
        wrong = self._negative(abundances, tolerances)
        # The pixels whose support is not found yet, with their negative entries and supports as bit masks, the fewest
        # negative entries so far, and the rounds since then.
        pixels = np.flatnonzero(wrong)
        wrong, supports = wrong[pixels], np.full(len(pixels), everything, self._bits.dtype)
        fewest, waited = np.full(len(pixels), self.endmembers + 1, np.uint8), np.zeros(len(pixels), np.uint8)
        for _ in range(_MOST_ROUNDS):
            if not len(pixels):
                break
            counts = self._bit_counts[wrong]
            waited = np.where(counts < fewest, 0, np.minimum(waited + 1, _PATIENCE)).astype(np.uint8)
            fewest = np.minimum(fewest, counts)
            only_one = np.flatnonzero(waited == _PATIENCE)
            wrong[only_one] = 1 << (np.frexp(wrong[only_one].astype(float))[1] - 1)
            supports ^= wrong
            order = np.argsort(supports, kind="stable")
            pixels, supports, fewest, waited = pixels[order], supports[order], fewest[order], waited[order]
            results = self._apply(supports, np.take(coordinates, pixels, axis=0))
            wrong = self._negative(results, np.take(tolerances, pixels, axis=0))
            done, left = np.flatnonzero(wrong == 0), np.flatnonzero(wrong)
            # Outside of their support, entries are multipliers.
            is_inside = (supports[done, np.newaxis] & self._bits) != 0
            abundances[pixels[done]] = np.where(is_inside, np.take(results, done, axis=0), 0)
            pixels, supports, wrong, fewest, waited = (
                of_each[left] for of_each in (pixels, supports, wrong, fewest, waited)
            )
        abundances[pixels] = np.nan
        np.clip(abundances, 0, None, out=abundances)
        if self._sums_to_one:
            abundances /= abundances.sum(axis=1, keepdims=True)
        return abundances

    def _apply(self, supports: np.ndarray, coordinates: np.ndarray) -> np.ndarray:
        """Apply to each pixel the map of its support; supports are in ascending order."""
        results = np.empty((len(supports), self.endmembers))
        starts = np.append(0, np.flatnonzero(np.diff(supports)) + 1)
        sizes = np.diff(starts, append=len(supports))
        small = []
        for start, size, matrix in zip(starts.tolist(), sizes.tolist(), self._maps_of(supports[starts].tolist())):
            group = slice(start, start + size)
            if size > _FEW_IN_GROUP:
                results[group] = product(coordinates[group], matrix)
            elif size > _VERY_FEW_IN_GROUP:
                np.matmul(coordinates[group], matrix, out=results[group])
            else:
                small.append(matrix)
        if small:
            # All together, as there are many of them.
            is_small = sizes <= _VERY_FEW_IN_GROUP
            pixels = np.flatnonzero(np.repeat(is_small, sizes))
            matrices = np.stack(small)[np.repeat(np.arange(len(small)), sizes[is_small])]
            results[pixels] = (coordinates[pixels, np.newaxis] @ matrices)[:, 0]
        return results

    def _negative(self, entries: np.ndarray, tolerances: np.ndarray) -> np.ndarray:
        """Return which entries of each pixel are negative, as bit masks."""
        # Exact in float32, as there are fewer bits than its 24 digits, and far faster than of integers.
        is_negative = (entries < -tolerances).astype(np.float32)
        return (is_negative @ self._bits.astype(np.float32)).astype(self._bits.dtype)

    def _maps_of(self, supports: Iterable[int]) -> list[np.ndarray]:
        """Return for each support a matrix, shape (coordinates + 1, endmembers), with constants in its last row.

        They give abundances in the support, and multipliers outside of it.
        """
        known = self._maps
        if len(known) > _MOST_MAPS:
            known = self._maps = {}
        missing = np.array([support for support in supports if support not in known], int)
        sizes = ((missing[:, np.newaxis] & self._bits) != 0).sum(axis=1)
        for size in np.unique(sizes):
            alike = missing[sizes == size]
            for part in aligned_slices(0, len(alike), _MAPS_AT_ONCE):
                known.update(zip(alike[part].tolist(), self._new_maps(alike[part], size)))
        return [known[support] for support in supports]

    def _new_maps(self, supports: np.ndarray, size: int) -> np.ndarray:
        """Return the maps of supports of the same number of endmembers."""
        corners, count = self._corners, len(supports)
        is_inside = (supports[:, np.newaxis] & self._bits) != 0
        members = np.nonzero(is_inside)[1].reshape(count, size)
        spanned, every = corners.T[members], np.arange(count)[:, np.newaxis]
        matrices, constants = np.zeros((count, self.endmembers, len(corners))), np.zeros((count, self.endmembers))
        if self._sums_to_one:
            # What is left for the last endmember of the support, from which the others are counted.
            last, origin = members[:, -1:], spanned[:, -1:]
            matrices[every, members[:, :-1]] = _left_inverses(spanned[:, :-1] - origin)
            matrices[every, last] = -matrices.sum(axis=1, keepdims=True)
            constants[every, last] = 1
            constants -= (matrices @ origin.swapaxes(1, 2))[..., 0]
        else:
            matrices[every, members] = _left_inverses(spanned)
        gradients = corners.T @ (corners @ matrices - np.eye(len(corners)))
        gradient_constants = constants @ (corners.T @ corners)
        if self._sums_to_one:
            gradients -= gradients[every, last]
            gradient_constants -= gradient_constants[every, last]
        maps = np.empty((count, len(corners) + 1, self.endmembers))
        maps[:, :-1] = np.where(is_inside[..., np.newaxis], matrices, gradients).swapaxes(1, 2)
        maps[:, -1] = np.where(is_inside, constants, gradient_constants)
        return maps


def _left_inverses(rows: np.ndarray) -> np.ndarray:
    """Return what gives the coefficients of independent vectors by least squares.

    Parameters
    ----------
    rows : ndarray, shape (sets, vectors, coordinates)

    Returns
    -------
    ndarray, shape (sets, vectors, coordinates)
    """
    if not rows.shape[1]:
        return rows
    orthonormal, triangles = np.linalg.qr(rows.swapaxes(1, 2))
    return np.linalg.solve(triangles, orthonormal.swapaxes(1, 2))


def _check_independent(directions: np.ndarray, classes: SpectralClasses, sums_to_one: bool) -> None:
    """Raise a `TableError` that names endmembers that are mixtures of one another.

    Parameters
    ----------
    directions : ndarray, shape (bands, directions)
        The endmembers, or their differences to the last one if abundances sum to one.
    """
    bands, count = directions.shape
    if count > bands:
        raise TableError(
            tr(
                "There are {count} endmembers but {bands} bands, so that many mixtures give the same spectrum; choose "
                "fewer endmembers."
            ).format(count=len(classes), bands=bands)
        )
    if not count:
        return
    _, singular, rows = np.linalg.svd(directions, full_matrices=False)
    if singular[-1] > _DEPENDENT * singular[0]:
        return
    shares = np.append(rows[-1], -rows[-1].sum()) if sums_to_one else rows[-1]
    involved = np.flatnonzero(np.abs(shares) > _TAKES_PART * np.abs(shares).max())
    names = [classes.called(place) for place in involved]
    if len(names) == 1:
        text = tr("The endmember {names} is zero in all bands, which only counts where abundances sum to one.")
    elif len(names) == 2 and not sums_to_one:
        text = tr("The endmembers {names} are multiples of each other, so that their abundances are not defined.")
    elif len(names) == 2:
        text = tr("The endmembers {names} are the same but for rounding, so that their abundances are not defined.")
    else:
        text = tr("The endmembers {names} are mixtures of one another, so that their abundances are not defined.")
    raise TableError(f"{text.format(names=', '.join(names))} {tr('Take one of them out.')}")
