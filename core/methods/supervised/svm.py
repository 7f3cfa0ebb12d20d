# SPDX-License-Identifier: GPL-2.0-or-later
"""Linear support vector machines: trained by scikit-learn, and applied without it."""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np

from ...compute.blas import product
from ...compute.imageset import ImageState
from ...image.slices import aligned_slices
from ...progress import Progress
from ...spectra.classes import SpectralClasses
from ...wording import tr
from ..transforms.linear import LinearTransform
from .holdout import FOLDS, folds
from .model import ClassModel, PixelFunction
from .scikitlearn import in_background, scikit_learn
from .training import TrainingSamples

_PIXELS_AT_ONCE = 2048
# Of which one turns scores into probabilities.
_SLOPES = 2.0 ** np.arange(-6, 6.25, 0.25)


@dataclass(frozen=True)
class LinearClasses(ClassModel):
    """Classes by linear scores: a linear support vector machine for each class against all others.

    Attributes
    ----------
    weights : ndarray of float64, shape (classes, features)
    constants : ndarray of float64, shape (classes,)
        The score of a class is ``weights . features + constant``.
    slope : float
        Probabilities are the softmax of this times the scores.
    deviations : ndarray of float64, shape (features,)
        Standard deviation of the features of the training samples.
    """

    weights: np.ndarray
    constants: np.ndarray
    slope: float
    deviations: np.ndarray

    @property
    def title(self) -> str:
        return tr("Linear SVM")

    @property
    def importance(self) -> np.ndarray:
        """Mean over the classes of the absolute weights of standardized bands."""
        weights, deviations = self.weights, self.deviations
        if self.transform is not None:
            vectors = self.transform.vectors
            weights = product(weights, np.ascontiguousarray(vectors.T))
            deviations = np.sqrt(((vectors * deviations) ** 2).sum(axis=1))
        found = np.abs(weights).mean(axis=0) * deviations
        return found / max(found.sum(), np.finfo(float).tiny)

    def function(self, with_confidence: bool = True) -> PixelFunction:
        return LinearScores(self, with_confidence)


class LinearScores(PixelFunction):
    """Gives pixels the class of the highest linear score, in float64."""

    def __init__(self, model: LinearClasses, with_confidence: bool = True):
        super().__init__(model, with_confidence)
        self._slope = model.slope
        self._matrix, self._constants = model.weights.T, model.constants
        if model.transform is not None:
            self._matrix = product(model.transform.vectors, np.ascontiguousarray(self._matrix))
            self._constants = self._constants - model.transform.mean @ self._matrix

    def __call__(self, image: ImageState, chosen: slice | np.ndarray) -> np.ndarray:
        pixels = image.pixels
        stored = pixels.values[chosen]
        matrix = np.ascontiguousarray(self._matrix * pixels.scale)
        constants = self._constants + pixels.offset * self._matrix.sum(axis=0)
        scores = np.empty((len(stored), len(constants)))
        for part in aligned_slices(0, len(stored), _PIXELS_AT_ONCE):
            np.add(product(stored[part].astype(np.float64), matrix), constants, out=scores[part])
        places = scores.argmax(axis=1)
        return self._results(places, _probabilities(scores, self._slope).max(axis=1) if self._with_confidence else None)


def _probabilities(scores: np.ndarray, slope: float) -> np.ndarray:
    found = np.exp(slope * (scores - scores.max(axis=1, keepdims=True)))
    return found / found.sum(axis=1, keepdims=True)


def fit_svm(
    samples: TrainingSamples,
    classes: SpectralClasses,
    transform: LinearTransform | None,
    priors: np.ndarray,
    seed: int,
    progress: Progress,
) -> LinearClasses:
    """Train a linear support vector machine with scikit-learn (`LinearSVC`, C = 1, on standardized features).

    Its scores are no probabilities: these are the softmax of the scores times a slope, with which held-out samples most
    probably get their class (temperature scaling, Guo et al. 2017, arXiv:1706.04599).

    Parameters
    ----------
    samples : TrainingSamples
    classes : SpectralClasses
        Those of the samples.
    transform : LinearTransform or None
        What computed the features.
    priors : ndarray, shape (classes,)
        Samples are weighted so that classes have these shares.
    seed : int
        For which samples are held out.
    progress : Progress

    Raises
    ------
    Cancelled
        When the user asked to stop.
    MissingPackageError
        If scikit-learn does not import.
    """
    weights = samples.class_weights(priors)
    held_out, truth = [], []
    for chosen in folds(samples.classes, samples.units, FOLDS, seed, single_by_pixel=True):
        part = samples.take(~chosen)
        if part.counts.all():
            found, constants, _ = _fit(part, weights, progress)
            held_out.append(product(samples.features[chosen], np.ascontiguousarray(found.T)) + constants)
            truth.append(samples.classes[chosen])
    slope = _best_slope(np.concatenate(held_out), np.concatenate(truth), weights) if held_out else 1.0
    found, constants, deviations = _fit(samples, weights, progress)
    progress.report(1)
    return LinearClasses(classes, transform, found, constants, slope, deviations)


def _fit(
    samples: TrainingSamples, weights: dict[int, float], progress: Progress
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return weights and constants of features that are not standardized, and the deviations of these."""
    means, deviations = samples.features.mean(axis=0), samples.features.std(axis=0)
    deviations[deviations == 0] = 1
    svm = scikit_learn("svm").LinearSVC(dual=False, class_weight=weights, max_iter=5000, random_state=0)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        in_background(lambda: svm.fit((samples.features - means) / deviations, samples.classes), progress)
    if any("converge" in str(warning.message) for warning in caught):
        progress.warn(tr("The linear SVM did not converge; it may be less accurate than it could be."))
    found, constants = svm.coef_ / deviations, svm.intercept_
    if len(found) == 1:
        # Of two classes, scikit-learn has the scores of the second one only.
        found, constants = np.concatenate([-found, found]), np.concatenate([-constants, constants])
    return found, constants - product(found, means[:, np.newaxis])[:, 0], deviations


def _best_slope(scores: np.ndarray, truth: np.ndarray, weights: dict[int, float]) -> float:
    of_samples = np.array([weights[index] for index in range(len(weights))])[truth]
    rows = np.arange(len(truth))
    tiny = np.finfo(float).tiny
    likelihoods = [
        float(of_samples @ np.log(np.maximum(_probabilities(scores, slope)[rows, truth], tiny))) for slope in _SLOPES
    ]
    return float(_SLOPES[int(np.argmax(likelihoods))])
