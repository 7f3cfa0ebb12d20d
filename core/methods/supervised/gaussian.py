# SPDX-License-Identifier: GPL-2.0-or-later
"""Gaussian maximum likelihood: classes as normal distributions, and the scores of pixels as a function of a block."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...compute.blas import product
from ...compute.imageset import ImageState
from ...compute.scratch import Float64Scratch
from ...constants import NO_CLASS
from ...image.slices import aligned_slices, length
from ...wording import tr
from ..labelling import first_equal
from ..mahalanobis import PANELS, inverse_cholesky
from .model import ClassModel, PixelFunction

# Up to so many features, scores are one matrix product over the monomials of the features; it has
# (features + 1) (features + 2) / 2 of them, so that beyond, a product for each class is faster.
MOST_MONOMIAL_FEATURES = 15
# Pixels of few features in a call, so many that threads seldom wait for each other.
_CHUNK_PIXELS = 65_536
# Pixels whose scores are computed in one step, so that monomials stay in the processor's cache.
_STEP_PIXELS = 8192
# Pixels whose spectra are converted to float64 at a time, for the same reason.
_PIXELS_AT_ONCE = 2048
# Pixels and classes whose scores are computed at a time, for the same reason.
_SCORED_AT_ONCE, _CLASSES_AT_ONCE = 1024, 10
# Scores that differ by a smaller share are equal but for rounding.
_ROUNDING = 1e-9
# Scores in float32 that differ by less than this, or by less than this share of the squared distance, are computed
# again in float64. The errors found are below a tenth of it.
_UNSURE, _UNSURE_SHARE = 0.05, 2e-5


@dataclass(frozen=True)
class GaussianClasses(ClassModel):
    """Classes as normal distributions of features: bands in reflectance, or scores of a linear transform.

    Attributes
    ----------
    means : ndarray of float64, shape (classes, features)
    covariances : ndarray of float64, shape (classes, features, features)
        Positive definite.
    priors : ndarray of float64, shape (classes,)
        Their sum is 1.
    pooled_shares : ndarray of float64, shape (classes,)
        To which share each covariance is that of all classes together, see `gaussianfit.GaussianFit`.
    diagonal_share : float
        To which share the covariance of all classes together is diagonal.
    limits : ndarray of float64, shape (classes,), or None
        Largest squared Mahalanobis distance of a pixel to its class; None where every pixel gets a class.
    """

    means: np.ndarray
    covariances: np.ndarray
    priors: np.ndarray
    pooled_shares: np.ndarray
    diagonal_share: float
    limits: np.ndarray | None = None

    @property
    def title(self) -> str:
        return tr("Gaussian classifier")

    @property
    def can_reject(self) -> bool:
        return self.limits is not None

    def function(self, with_confidence: bool = True) -> PixelFunction:
        return GaussianScores(self, with_confidence)


class GaussianScores(PixelFunction):
    """Gives pixels the class of the highest probability, as a function of a `blockmap`.

    The score of a class is ``log prior - log det(L) - |W (x - mean)|^2 / 2`` with L the Cholesky factor of its
    covariance and W the inverse of L, so that no determinant overflows (Richards 2013, Remote Sensing Digital Image
    Analysis, ch. 8). Classes are those of float64 arithmetic; of classes with the same score, the first one counts.

    It does not suit classes whose spectra form several groups, such as roofs of all kinds; make each a class.

    The function returns the class number (0: unclassified) and, if wanted, the posterior probability of the best class
    among all classes, shape (1 or 2, pixels), float32. Where many features are used, that probability has errors of up
    to 0.002.

    Parameters
    ----------
    model : GaussianClasses
    with_confidence : bool
    """

    def __init__(self, model: GaussianClasses, with_confidence: bool = True):
        super().__init__(model, with_confidence)
        self._limits = model.limits
        # Of whitened features, all numbers are about as large as 1, and float32 suffices to tell most classes apart.
        origin = model.means.mean(axis=0)
        whitening = inverse_cholesky(model.covariances.mean(axis=0))[0].T
        shift = origin @ whitening
        if model.transform is not None:
            self._matrix = model.transform.vectors @ whitening
            shift = shift + model.transform.mean @ self._matrix
        else:
            self._matrix = whitening
        self._shift = shift
        means = (model.means - origin) @ whitening
        inverses, log_determinants = [], []
        for covariance in model.covariances:
            inverse, log_determinant = inverse_cholesky(whitening.T @ covariance @ whitening)
            inverses.append(inverse)
            log_determinants.append(log_determinant)
        self._constants = np.log(model.priors) - log_determinants
        if model.features <= MOST_MONOMIAL_FEATURES:
            self._scores = _MonomialScores(means, inverses, self._constants)
            self.chunk_pixels = _CHUNK_PIXELS
        else:
            self._scores = _ClassScores(means, inverses, self._constants, self._limits)
        self._scratch = Float64Scratch(_PIXELS_AT_ONCE)

    def __call__(self, image: ImageState, chosen: slice | np.ndarray) -> np.ndarray:
        pixels = image.pixels
        values = pixels.values[chosen]
        matrix = np.ascontiguousarray(self._matrix * pixels.scale)
        shift = self._shift - pixels.offset * self._matrix.sum(axis=0)
        results = np.empty((self.bands, len(values)), np.float32)
        for step in aligned_slices(0, len(values), _STEP_PIXELS):
            results[:, step] = self._results_of(values[step], matrix, shift)
        return results

    def _results_of(self, values: np.ndarray, matrix: np.ndarray, shift: np.ndarray) -> np.ndarray:
        features = np.empty((len(values), matrix.shape[1]))
        for part in aligned_slices(0, len(values), _PIXELS_AT_ONCE):
            np.subtract(product(self._scratch.copy(values[part]), matrix), shift, out=features[part])
        places, best, confidence = self._scores.best(features, self._with_confidence)
        results = self._results(places, confidence)
        if self._limits is not None:
            results[0, 2 * (self._constants[places] - best) > self._limits[places]] = NO_CLASS
        # Of numbers that overflow, nothing is known.
        results[:, ~np.isfinite(best)] = np.nan
        return results


class _MonomialScores:
    """Scores of few features: quadratic polynomials of these, all in one matrix product."""

    def __init__(self, means: np.ndarray, inverses: list[np.ndarray], constants: np.ndarray):
        features = means.shape[1]
        rows, columns = np.triu_indices(features)
        factors = np.where(rows == columns, 0.5, 1.0)
        coefficients = []
        for mean, inverse, constant in zip(means, inverses, constants):
            precision = inverse.T @ inverse
            linear = precision @ mean
            coefficients.append([*(-factors * precision[rows, columns]), *linear, constant - mean @ linear / 2])
        self._coefficients = np.array(coefficients)

    def best(self, features: np.ndarray, with_confidence: bool) -> tuple[np.ndarray, np.ndarray, np.ndarray | None]:
        """Return the places of the best classes, their scores, and the probabilities if wanted."""
        monomials = np.empty((self._coefficients.shape[1], len(features)))
        count = features.shape[1]
        single = monomials[-1 - count : -1]
        single[...] = features.T
        monomials[-1] = 1
        place = 0
        with np.errstate(over="ignore", invalid="ignore"):
            for row in range(count):
                np.multiply(single[row], single[row:], out=monomials[place : place + count - row])
                place += count - row
            return _best(product(self._coefficients, monomials), with_confidence)


class _ClassScores:
    """Scores of many features: a matrix product for each class in float32, and in float64 for the doubtful pixels."""

    def __init__(self, means: np.ndarray, inverses: list[np.ndarray], constants: np.ndarray, limits: np.ndarray | None):
        features = means.shape[1]
        # The first column is for a feature that is 1 everywhere: ``inverse @ (x - mean)`` is then one product.
        matrices = [np.column_stack([-inverse @ mean, inverse]) for mean, inverse in zip(means, inverses)]
        self._groups = list(aligned_slices(0, len(matrices), _CLASSES_AT_ONCE))
        # Classes side by side: one wide product is faster than several narrow ones.
        self._panels = {
            dtype: [
                [
                    np.ascontiguousarray(np.hstack([one[part, : part.stop + 1].T for one in matrices[group]]), dtype)
                    for part in aligned_slices(0, features, -(-features // PANELS))
                ]
                for group in self._groups
            ]
            for dtype in (np.float32, np.float64)
        }
        self._constants = constants
        self._limits = limits

    def best(self, features: np.ndarray, with_confidence: bool) -> tuple[np.ndarray, np.ndarray, np.ndarray | None]:
        """Return the places of the best classes, their scores, and the probabilities if wanted."""
        with np.errstate(over="ignore", invalid="ignore"):
            scores = self._scores(features, np.float32)
            unsure = np.flatnonzero(self._are_unsure(scores))
            if len(unsure):
                scores[:, unsure] = self._scores(features[unsure], np.float64)
            return _best(scores, with_confidence)

    def _are_unsure(self, scores: np.ndarray) -> np.ndarray:
        """Tell for which pixels errors of float32 may matter."""
        places, best, _ = _best(scores, False)
        others = scores.copy()
        others[places, np.arange(len(places))] = -np.inf
        distances = 2 * (self._constants[places] - best)
        tolerance = _UNSURE + _UNSURE_SHARE * distances
        # Not "<", for the sake of NaN.
        are_unsure = ~(best - others.max(axis=0) >= tolerance) if len(scores) > 1 else ~np.isfinite(best)
        if self._limits is not None:
            are_unsure |= np.abs(distances - self._limits[places]) < 2 * tolerance
        return are_unsure

    def _scores(self, features: np.ndarray, dtype) -> np.ndarray:
        with_one = np.empty((len(features), features.shape[1] + 1), dtype)
        with_one[:, 0] = 1
        with_one[:, 1:] = features
        distances = np.zeros((len(self._constants), len(features)), dtype)
        for pixels in aligned_slices(0, len(features), _SCORED_AT_ONCE):
            for group, panels in zip(self._groups, self._panels[dtype]):
                for panel in panels:
                    standardized = product(with_one[pixels, : len(panel)], panel)
                    standardized = standardized.reshape(len(standardized), length(group), -1)
                    distances[group, pixels] += np.einsum("pcf,pcf->cp", standardized, standardized)
        scores = -0.5 * distances.astype(np.float64)
        scores += self._constants[:, np.newaxis]
        return scores


def _best(scores: np.ndarray, with_confidence: bool) -> tuple[np.ndarray, np.ndarray, np.ndarray | None]:
    """Return the place of the highest score, shape (classes, pixels), the score, and its probability if wanted."""
    best = scores.max(axis=0)
    # Scores of equal classes may differ by rounding, as they stand at different places of a matrix product.
    with np.errstate(invalid="ignore"):
        near = best - _ROUNDING * (1 + np.abs(best))
    places = first_equal(np.minimum(scores, near), near)
    if not with_confidence:
        return places, best, None
    return places, best, 1 / np.exp(scores - best).sum(axis=0)
