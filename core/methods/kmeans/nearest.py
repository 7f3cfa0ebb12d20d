# SPDX-License-Identifier: GPL-2.0-or-later
"""The nearest centre of each pixel, without computing most of the distances.

Neighbouring bands are highly correlated, so a few directions hold almost all of a distance, and the rest can be
bounded. For a pixel x and a centre c, both counted from an origin m, with V the leading directions,

    |x - c|^2 = |x - m|^2 + s,    s = |c - m|^2 - 2 (V'(x - m)) . (V'(c - m)) - 2 t,    |t| <= r(x) r(c),

where r is the length of the part of a vector that is orthogonal to V. The nearest centre is the one with the smallest
s. It is computed in float32, with an upper bound of the error from float32 and from t: where the two smallest s differ
by more than twice the bound, the label is certain. The other pixels are compared again with all bands in float32, and
those that are still uncertain in float64, with ties going to the lowest class. So each label is that of float64
distances, whatever V is; a good V only saves work.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ...compute.blas import gram, product

# Relative rounding error of float32, with a little for products of such errors.
ROUNDING = 2.0**-24 * 1.05
# Bound on the relative rounding error of a squared distance in float64; closer ones are compared in float64.
ROUNDING_OF_FLOAT64 = 2.0**-42
# Bound on the float32 underflow of one product, where distances are about 1.
UNDERFLOW = 2.0**-120
# Pixels from which the leading directions are computed; labels do not depend on these.
BASIS_PIXELS = 5000
PIXEL_DIRECTIONS = 8
CENTRE_DIRECTIONS = 2


def leading_directions(sample: np.ndarray, most: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the mean of `sample` and the directions of its largest variances.

    Parameters
    ----------
    sample : ndarray, shape (pixels, bands)
    most : int
        How many directions to return, at most as many as there are bands.

    Returns
    -------
    origin : ndarray of float64, shape (bands,)
        The mean; for integers, rounded to integers, so that differences from it are exact in float32.
    directions : ndarray of float64, shape (bands, directions)
        Orthonormal eigenvectors of the covariance, largest variance first.
    """
    origin = sample.mean(axis=0, dtype=np.float64)
    if np.issubdtype(sample.dtype, np.integer):
        origin = np.rint(origin)
    centred = sample - origin
    return origin, np.linalg.eigh(gram(centred))[1][:, ::-1][:, :most]


@dataclass(frozen=True)
class Basis:
    """An origin and orthonormal directions that hold most of the pixels' variation.

    Attributes
    ----------
    origin : ndarray of float64, shape (bands,)
        In stored units. For values of up to 16 bits and float32, float32 holds ``origin / unit``, so that differences
        from it can be taken in float32.
    directions : ndarray of float32, shape (bands, directions)
        Orthonormal up to rounding.
    unit : float
        A power of two in stored units, about as large as the pixels' values. Reduced coordinates and margins are
        multiples of it, as squares of very large or very small values overflow or underflow float32.
    """

    origin: np.ndarray
    directions: np.ndarray
    unit: float = 1.0

    @classmethod
    def of_sample(cls, sample: np.ndarray, centres: np.ndarray, largest: float) -> Basis:
        """Choose the directions in which pixels vary most, and then those in which the start centres vary most.

        Parameters
        ----------
        sample : ndarray, shape (pixels, bands)
        centres : ndarray, shape (classes, bands)
            Those of classes that stay empty never move, and may lie far from all pixels.
        largest : float
            Largest absolute value of any pixel.
        """
        unit = 2.0 ** float(np.frexp(largest)[1])
        origin, leading = leading_directions(sample[:: max(1, len(sample) // BASIS_PIXELS)], PIXEL_DIRECTIONS)
        if _is_exact_in_float32(sample.dtype):
            origin = (origin / unit).astype(np.float32).astype(np.float64) * unit
        offsets = centres - origin
        missed = offsets - (offsets @ leading) @ leading.T
        centre_directions = np.linalg.svd(missed, full_matrices=False)[2][:CENTRE_DIRECTIONS].T
        directions = np.linalg.qr(np.hstack([leading, centre_directions]))[0]
        return cls(origin, np.ascontiguousarray(directions, dtype=np.float32), unit)

    @cached_property
    def orthonormal_directions(self) -> np.ndarray:
        """The directions, made orthonormal in float64; the rounding of float32 would exceed a small missed length."""
        return np.linalg.qr(self.directions.astype(np.float64))[0]

    def centred(self, values: np.ndarray) -> np.ndarray:
        """Return ``(values - origin) / unit`` in float32, rounded once."""
        if _is_exact_in_float32(values.dtype):
            centred = values.astype(np.float32)
            centred *= np.float32(1 / self.unit)
            centred -= (self.origin / self.unit).astype(np.float32)
            return centred
        return ((values - self.origin) / self.unit).astype(np.float32)

    @property
    def coordinates(self) -> int:
        """How many reduced coordinates a pixel has."""
        return self.directions.shape[1] + 2

    def reduce(self, values: np.ndarray) -> tuple[np.ndarray, float]:
        """Return the reduced coordinates of pixels.

        Parameters
        ----------
        values : ndarray, shape (pixels, bands)

        Returns
        -------
        reduced : ndarray of float32, shape (pixels, directions + 2)
            Coordinates along the directions; an upper bound of the length of the part orthogonal to them; an upper
            bound of the length of ``values - origin``. All in units.
        square : float
            Sum of the squared lengths of ``values - origin`` over the pixels, in squared stored units.
        """
        bands, directions = self.directions.shape
        centred = self.centred(values)
        reduced = np.empty((len(values), directions + 2), dtype=np.float32)
        coordinates = product(centred, self.directions)
        reduced[:, :directions] = coordinates
        square = np.einsum("ij,ij->i", centred, centred)
        square += np.float32(UNDERFLOW * bands)
        found = np.einsum("ij,ij->i", coordinates, coordinates)
        error = ROUNDING * (2 * bands + 2 * np.sqrt(directions) * (bands + 3) + directions)
        reduced[:, -2] = np.sqrt(np.maximum(square - found, 0) + np.float32(error) * square)
        reduced[:, -1] = np.sqrt(square * np.float32(1 + 2 * bands * ROUNDING))
        # In float64: the sum of squared errors is a small difference of this and others.
        exact = centred.ravel().astype(np.float64)
        return reduced, float(exact @ exact) * self.unit**2


def _is_exact_in_float32(dtype: np.dtype) -> bool:
    return dtype.itemsize <= 2 or dtype == np.float32


@dataclass(frozen=True)
class Nearest:
    """The nearest centre of some pixels, as far as it is certain.

    Attributes
    ----------
    labels : ndarray of int, shape (pixels,)
    certain : ndarray of bool, shape (pixels,)
    margins : ndarray of float32, shape (pixels,)
        Lower bound of the distance to any other centre less that to the nearest, in the basis' units, where certain.
    """

    labels: np.ndarray
    certain: np.ndarray
    margins: np.ndarray

    @classmethod
    def unknown(cls, pixels: int) -> Nearest:
        """Return an entry for pixels that have not been compared yet."""
        return cls(np.zeros(pixels, np.uint16), np.zeros(pixels, bool), np.zeros(pixels, np.float32))

    @classmethod
    def joined(cls, parts: Iterable[Nearest]) -> Nearest:
        """Concatenate parts."""
        parts = list(parts)
        return cls(
            np.concatenate([part.labels for part in parts]),
            np.concatenate([part.certain for part in parts]),
            np.concatenate([part.margins for part in parts]),
        )


class Centres:
    """Cluster centres, prepared for comparison with pixels.

    Parameters
    ----------
    centres : ndarray of float64, shape (classes, bands)
        In stored units.
    basis : Basis
    rounding : float
        Relative error of the centres, such as that of converting them from reflectance; distances that differ by no
        more than it may explain are ties.
    """

    def __init__(self, centres: np.ndarray, basis: Basis, rounding: float = 0.0):
        self.centres = np.ascontiguousarray(centres, dtype=np.float64)
        self._basis = basis
        self._rounding = rounding
        self._largest = np.sqrt((self.centres**2).sum(axis=1)).max()
        bands, directions = basis.directions.shape
        offsets = (self.centres - basis.origin) / basis.unit
        exact_directions = basis.directions.astype(np.float64)
        reduced = offsets @ exact_directions
        lengths = np.sqrt((offsets**2).sum(axis=1))
        orthonormal = basis.orthonormal_directions
        missed = np.sqrt(((offsets - (offsets @ orthonormal) @ orthonormal.T) ** 2).sum(axis=1)) + 1e-12 * lengths
        projection_error = np.sqrt(directions) * (bands + 3)
        self._by_directions = _Bounds(-2 * reduced, lengths, directions + 6, projection_error, missed)
        self._by_bands = _Bounds(-2 * offsets, lengths, bands + 6, 0, np.zeros_like(missed))
        self._repeated, self._has_twin = _equal_rows(self.centres)

    def __len__(self) -> int:
        return len(self.centres)

    def nearest_by_directions(self, reduced: np.ndarray) -> Nearest:
        """Compare pixels by their reduced coordinates, shape (pixels, directions + 2)."""
        return self._decide(self._by_directions, reduced[:, :-2], reduced[:, -2], reduced[:, -1])

    def nearest_by_bands(self, values: np.ndarray) -> Nearest:
        """Compare pixels by all bands in float32, shape (pixels, bands)."""
        centred = self._basis.centred(values)
        bands = values.shape[1]
        square = np.einsum("ij,ij->i", centred, centred) + np.float32(UNDERFLOW * bands)
        lengths = np.sqrt(square) * np.float32(1 + bands * ROUNDING)
        return self._decide(self._by_bands, centred, np.zeros_like(lengths), lengths)

    def nearest(self, values: np.ndarray, reduced: np.ndarray | None = None) -> np.ndarray:
        """Return the labels of pixels, compared by as much as each of them needs.

        Parameters
        ----------
        values : ndarray, shape (pixels, bands)
        reduced : ndarray of float32, shape (pixels, directions + 2), optional
            Their reduced coordinates, where they are known.
        """
        found = self.nearest_by_directions(self._basis.reduce(values)[0] if reduced is None else reduced)
        uncertain = np.flatnonzero(~found.certain)
        if len(uncertain):
            found.labels[uncertain] = self.nearest_certainly(values[uncertain]).labels
        return found.labels

    def nearest_other(self, values: np.ndarray, labels: np.ndarray, reduced: np.ndarray) -> np.ndarray:
        """Return the nearest of the centres of the other classes, of which there is one at least; ties as everywhere.

        Parameters
        ----------
        values : ndarray, shape (pixels, bands)
        labels : ndarray of int, shape (pixels,)
            The class of each pixel, which need not be the nearest one.
        reduced : ndarray of float32, shape (pixels, directions + 2)
            Reduced coordinates of the pixels.

        Returns
        -------
        ndarray of int, shape (pixels,)
        """
        bounds, missed, lengths = self._by_directions, reduced[:, -2], reduced[:, -1]
        scores = bounds.lower(reduced[:, :-2], missed, lengths)
        scores[self._repeated] = np.inf
        scores[labels, np.arange(len(labels))] = np.inf
        others, first, second = _two_smallest(scores)
        first += bounds.width(others, missed, lengths)
        certain = first + np.float32(ROUNDING_OF_FLOAT64) * lengths * lengths < second
        # A centre that equals the own one is as near, and may be left out as a repeated one.
        certain &= ~np.take(self._has_twin, labels)
        uncertain = np.flatnonzero(~certain)
        if len(uncertain):
            squares = self._squares(values[uncertain])
            squares[labels[uncertain], np.arange(len(uncertain))] = np.inf
            others[uncertain] = self._first_of_least(squares)
        return others

    def nearest_certainly(self, values: np.ndarray) -> Nearest:
        """Compare pixels by all bands, in float64 where float32 leaves the label uncertain."""
        found = self.nearest_by_bands(values)
        uncertain = np.flatnonzero(~found.certain)
        if len(uncertain):
            exact = self.nearest_exactly(values[uncertain])
            found.labels[uncertain] = exact.labels
            found.margins[uncertain] = exact.margins
        return found

    def nearest_exactly(self, values: np.ndarray) -> Nearest:
        """Compare pixels by all bands in float64; ties go to the lowest class."""
        squares = self._squares(values)
        labels = self._first_of_least(squares)
        pixels = np.arange(len(values))
        nearest = np.sqrt(squares[labels, pixels])
        squares[labels, pixels] = np.inf
        second = np.sqrt(squares.min(axis=0))
        margins = (second * (1 - 1e-12) - nearest * (1 + 1e-12)) / self._basis.unit
        margins = np.minimum(margins, np.finfo(np.float32).max)
        margins = margins.astype(np.float32) * np.float32(1 - 4 * ROUNDING)
        return Nearest(labels, np.ones(len(values), dtype=bool), margins)

    def _squares(self, values: np.ndarray) -> np.ndarray:
        """Return squared distances in float64, shape (classes, pixels)."""
        squares = np.empty((len(self), len(values)))
        differences = np.empty(values.shape)
        for square, centre in zip(squares, self.centres):
            np.subtract(values, centre, out=differences)
            np.einsum("ij,ij->i", differences, differences, out=square)
        return squares

    def _first_of_least(self, squares: np.ndarray) -> np.ndarray:
        """Return the first class of those with the least squared distance, shape (classes, pixels)."""
        if not self._rounding:
            return squares.argmin(axis=0)
        least = squares.min(axis=0)
        return (squares <= least + self._rounding * (least + np.sqrt(least) * self._largest)).argmax(axis=0)

    def _decide(self, bounds: _Bounds, coordinates: np.ndarray, missed: np.ndarray, lengths: np.ndarray) -> Nearest:
        scores = bounds.lower(coordinates, missed, lengths)
        scores[self._repeated] = np.inf
        labels, first, second = _two_smallest(scores)
        first += bounds.width(labels, missed, lengths)
        square = lengths * lengths
        certain = first + np.float32(ROUNDING_OF_FLOAT64) * square < second
        # Distances are the roots of s + |x - m|^2. Their difference decreases with |x - m|, so an upper bound of that
        # gives a lower bound of the margin.
        second += square
        first += square
        farther = np.sqrt(np.maximum(second, 0, out=second), out=second)
        nearer = np.sqrt(np.maximum(first, 0, out=first), out=first)
        margins = farther * np.float32(1 - 8 * ROUNDING)
        margins -= nearer
        np.minimum(margins, np.finfo(np.float32).max, out=margins)
        if len(self._repeated):
            margins[np.take(self._has_twin, labels)] = 0
        return Nearest(labels, certain, margins)


class _Bounds:
    """Lower and upper bounds of s (see above), which are linear in a pixel's coordinates.

    Parameters
    ----------
    weights : ndarray, shape (classes, coordinates)
    lengths : ndarray, shape (classes,)
        Distance of each centre from the origin.
    terms, projection_error : float
        Rounding error of the sum, and of the coordinates themselves, in units of `ROUNDING`.
    missed : ndarray, shape (classes,)
        Length of the part of each centre that is orthogonal to the directions.
    """

    def __init__(self, weights, lengths, terms: float, projection_error: float, missed):
        of_length = 2 * ROUNDING * lengths * (terms + projection_error)
        constant = ROUNDING * lengths**2 * terms + UNDERFLOW * (1 + lengths) * (terms + projection_error)
        self._weights = weights.astype(np.float32)
        self._residual_weights = -np.column_stack([2 * missed, of_length]).astype(np.float32)
        self._constants = (lengths**2 - constant).astype(np.float32)[:, np.newaxis]
        self._width_of_missed = (4 * missed).astype(np.float32)
        self._width_of_length = (2 * of_length).astype(np.float32)
        self._width = (2 * constant).astype(np.float32)

    def lower(self, coordinates: np.ndarray, missed: np.ndarray, lengths: np.ndarray) -> np.ndarray:
        """Return lower bounds of s, shape (classes, pixels)."""
        scores = product(self._weights, coordinates.T)
        scores += product(self._residual_weights, np.stack([missed, lengths]))
        scores += self._constants
        return scores

    def width(self, labels: np.ndarray, missed: np.ndarray, lengths: np.ndarray) -> np.ndarray:
        """Return upper less lower bound of s for the class of each pixel in `labels`, shape (pixels,)."""
        width = missed * np.take(self._width_of_missed, labels)
        width += lengths * np.take(self._width_of_length, labels)
        width += np.take(self._width, labels)
        return width


def _two_smallest(scores: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the row of the smallest value of each column, that value, and the second smallest."""
    first = scores[0].copy()
    second = np.full_like(first, np.inf)
    labels = np.zeros(len(first), dtype=np.uint8 if len(scores) <= 256 else np.uint16)
    for row in range(1, len(scores)):
        score = scores[row]
        np.copyto(labels, row, where=score < first)
        np.minimum(second, np.maximum(first, score), out=second)
        np.minimum(first, score, out=first)
    return labels, first, second


def _equal_rows(centres: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the indices of centres equal to an earlier one, and for each centre whether another equals it.

    A repeated centre wins no pixel, as ties go to the lowest class, and would leave all of them uncertain.
    """
    classes_at: dict[bytes, list[int]] = {}
    for index, centre in enumerate(centres + 0.0):  # turns -0.0 into 0.0, so that equal rows have equal bytes
        classes_at.setdefault(centre.tobytes(), []).append(index)
    repeated = [index for classes in classes_at.values() for index in classes[1:]]
    has_twin = np.zeros(len(centres), dtype=bool)
    for classes in classes_at.values():
        has_twin[classes] = len(classes) > 1
    return np.array(repeated, dtype=np.intp), has_twin
