# SPDX-License-Identifier: GPL-2.0-or-later
"""Means and covariances of classes from few samples: shrinkage whose amount held-out samples choose."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...compute.blas import gram, product
from ...errors import ParameterError
from ...progress import Progress
from ...wording import tr
from .fdistribution import f_quantile
from .holdout import FOLDS, folds
from .training import TrainingSamples

# Shares that are tried: of the diagonal in the pooled covariance, and of the pooled in that of each class.
_DIAGONAL_SHARES = (0.0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 0.5, 1.0)
_POOLED_SHARES = np.array([0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1])
# Held-out samples of a class and a fold by which shares are chosen.
_MOST_HELD_OUT = 2000
# Variances below this share of the largest one are rounding.
_NO_VARIANCE = 1e-14
# Whole numbers that differ by less are the same.
_ROUNDING = 1e-9


@dataclass(frozen=True)
class GaussianFit:
    """Means and covariances of classes.

    The covariance of a class is ``(1 - pooled_share) S + pooled_share P``: S is that of its samples, with n - 1, and P
    the pooled one, ``(1 - diagonal_share) S_pooled + diagonal_share diag(S_pooled)`` in the principal axes (regularized
    discriminant analysis, Friedman 1989, doi:10.1080/01621459.1989.10478752, with the diagonal in place of the
    identity: spectra have a few large and many small variances, which the identity would drown).

    Attributes
    ----------
    means : ndarray, shape (classes, features)
    covariances : ndarray, shape (classes, features, features)
    pooled_shares : ndarray, shape (classes,)
    diagonal_share : float
    limits : ndarray, shape (classes,), or None
        See `GaussianClasses.limits`.
    """

    means: np.ndarray
    covariances: np.ndarray
    pooled_shares: np.ndarray
    diagonal_share: float
    limits: np.ndarray | None


def fit_gaussian(
    samples: TrainingSamples,
    axes: np.ndarray | None = None,
    pooled_share: float | None = None,
    reject: float = 0.0,
    seed: int = 0,
    progress: Progress | None = None,
) -> GaussianFit:
    """Fit normal distributions to classes.

    Parameters
    ----------
    samples : TrainingSamples
    axes : ndarray, shape (features, features), optional
        Principal axes, an orthonormal column for each; by default the features themselves, as scores of components are.
    pooled_share : float, optional
        Share of the pooled covariance, for all classes; by default held-out likelihood chooses one for each class. 0:
        each class has the covariance of its samples.
    reject : float
        Share of the pixels of a class that its limit is to reject; 0: no limits. Where the share of the pooled
        covariance is 0, the limit is that of the F distribution, which allows for few samples but not for spectra that
        are not normally distributed; otherwise it is the distance that so many held-out samples exceed, or, where they
        are too few for this share, that of an F distribution with their median.
    seed : int
        For which samples are held out.
    progress : Progress, optional

    Raises
    ------
    ParameterError
        If there are too few samples for the share, or a feature does not vary within classes.
    """
    progress = progress or Progress()
    rotated = samples if axes is None else _rotated(samples, axes)
    _check_variances(rotated)
    if pooled_share == 0:
        _check_counts(samples)
        diagonal_share, pooled_shares = 0.0, np.zeros(len(samples.names))
        held_out = None
    else:
        held_out = _HeldOut.of(rotated, seed, progress)
        diagonal_share = held_out.best_diagonal_share(progress)
        if pooled_share is None:
            pooled_shares = held_out.best_pooled_shares(diagonal_share, progress)
        else:
            pooled_shares = np.full(len(samples.names), float(pooled_share))
    statistics = _Statistics.of(rotated)
    pooled = statistics.pooled(diagonal_share)
    covariances = np.stack([(1 - one) * own + one * pooled for one, own in zip(pooled_shares, statistics.covariances)])
    limits = None
    if reject:
        limits = _limits(statistics, pooled_shares, diagonal_share, held_out, reject, progress)
    means = statistics.means
    if axes is not None:
        means = product(means, axes.T)
        covariances = np.stack([product(product(axes, one), axes.T) for one in covariances])
    # Exactly symmetric, as files of models have it.
    covariances = (covariances + covariances.transpose(0, 2, 1)) / 2
    return GaussianFit(means, covariances, pooled_shares, diagonal_share, limits)


def _rotated(samples: TrainingSamples, axes: np.ndarray) -> TrainingSamples:
    return TrainingSamples(product(samples.features, axes), samples.classes, samples.units, samples.names)


def _check_variances(samples: TrainingSamples) -> None:
    counts = samples.counts
    if counts.max() < 2:
        raise ParameterError(
            tr("Each class has only one training sample, so that their spread is not known; give more samples.")
        )
    variances = np.diag(_Statistics.of(samples).pooled(1.0))
    if not (variances > _NO_VARIANCE * max(variances.max(), np.finfo(float).tiny)).all():
        raise ParameterError(
            tr(
                "The training samples of each class are the same in some band or component, so that their spread is "
                "not known; give more samples, or use fewer components."
            )
        )


def _check_counts(samples: TrainingSamples) -> None:
    needed = samples.features.shape[1] + 1
    few = [
        tr("{name}: {count}").format(name=name, count=count)
        for name, count in zip(samples.names, samples.counts.tolist())
        if count < needed
    ]
    if few:
        raise ParameterError(
            tr(
                "Without the pooled covariance, each class needs at least {needed} training samples, one more than "
                "there are bands or components ({few}); leave its share empty, or use fewer components."
            ).format(needed=needed, few=", ".join(few))
        )


@dataclass(frozen=True)
class _Statistics:
    """Counts, means and covariances of the samples of each class."""

    counts: np.ndarray
    means: np.ndarray
    covariances: list[np.ndarray]

    @classmethod
    def of(cls, samples: TrainingSamples) -> _Statistics:
        means, covariances = [], []
        for index in range(len(samples.names)):
            features = samples.features[samples.classes == index]
            means.append(features.mean(axis=0) if len(features) else np.full(features.shape[1], np.nan))
            covariances.append(gram(features - means[-1]) / max(len(features) - 1, 1))
        return cls(samples.counts, np.stack(means), covariances)

    @property
    def degrees(self) -> int:
        """Samples less means that were computed of them."""
        return int(np.maximum(self.counts - 1, 0).sum())

    def pooled(self, diagonal_share: float) -> np.ndarray:
        """Return the pooled covariance, of which so much is diagonal."""
        weights = np.maximum(self.counts - 1, 0) / self.degrees
        pooled = sum(weight * own for weight, own in zip(weights, self.covariances))
        return (1 - diagonal_share) * pooled + diagonal_share * np.diag(np.diag(pooled))

    def is_invertible(self, diagonal_share: float) -> bool:
        """Tell whether there are enough samples for the pooled covariance."""
        return diagonal_share > 0 or self.degrees > self.means.shape[1]


@dataclass(frozen=True)
class _Part:
    """Statistics without some samples, and these by class."""

    statistics: _Statistics
    held_out: dict[int, np.ndarray]


@dataclass(frozen=True)
class _HeldOut:
    """Parts of the samples that are held out in turn."""

    parts: list[_Part]
    features: int

    @classmethod
    def of(cls, samples: TrainingSamples, seed: int, progress: Progress) -> _HeldOut:
        parts = []
        # Classes with one polygon or group are held out pixel by pixel, which is better than not at all.
        for chosen in folds(samples.classes, samples.units, FOLDS, seed, single_by_pixel=True):
            progress.check()
            statistics = _Statistics.of(samples.take(~chosen))
            if not statistics.degrees:
                continue
            held_out = {}
            for index in np.unique(samples.classes[chosen]).tolist():
                members = np.flatnonzero(chosen & (samples.classes == index))
                if statistics.counts[index]:
                    held_out[index] = samples.features[members[:: len(members) // _MOST_HELD_OUT + 1]]
            parts.append(_Part(statistics, held_out))
        return cls(parts, samples.features.shape[1])

    def best_diagonal_share(self, progress: Progress) -> float:
        """Return the share of the diagonal with which held-out samples most probably get their class; 1 without any.

        Not that with which the samples themselves are most likely: for spectra, which are not quite normally
        distributed, this is nearly always 1, which loses what tells classes apart.
        """
        found = np.array([self._mean_log_posterior(share, progress) for share in _DIAGONAL_SHARES])
        return _DIAGONAL_SHARES[int(np.argmax(found))] if np.isfinite(found).any() else 1.0

    def best_pooled_shares(self, diagonal_share: float, progress: Progress) -> np.ndarray:
        """Return the share of the pooled covariance for each class; 1 where no sample can be held out."""
        found: dict[int, list[tuple[np.ndarray, int]]] = {}
        for part in self.parts:
            whitening = _whitening(part.statistics, diagonal_share)
            if whitening is None:
                continue
            for index, held_out in part.held_out.items():
                progress.check()
                values = self._likelihoods_and_distances(part.statistics, index, held_out, whitening, _POOLED_SHARES)[0]
                found.setdefault(index, []).append((values, len(held_out)))
        pooled_shares = np.ones(len(self.parts[0].statistics.counts) if self.parts else 0)
        for index, parts in found.items():
            total = sum(values * count for values, count in parts)
            pooled_shares[index] = _POOLED_SHARES[int(np.argmax(total))]
        return pooled_shares

    def distances(self, index: int, pooled_share: float, diagonal_share: float, progress: Progress) -> np.ndarray:
        """Return the squared distances of the held-out samples of a class."""
        found, shares = [], np.array([pooled_share])
        for part in self.parts:
            whitening = _whitening(part.statistics, diagonal_share)
            if whitening is None or index not in part.held_out:
                continue
            progress.check()
            held_out = part.held_out[index]
            found.append(self._likelihoods_and_distances(part.statistics, index, held_out, whitening, shares)[1])
        return np.concatenate(found) if found else np.empty(0)

    def _mean_log_posterior(self, diagonal_share: float, progress: Progress) -> float:
        """Return the mean log posterior of the true class of held-out samples; all have the pooled covariance.

        The mean is that of the means of all classes, so that each counts alike.
        """
        sums, counts = {}, {}
        for part in self.parts:
            progress.check()
            whitening = _whitening(part.statistics, diagonal_share)
            if whitening is None:
                return -np.inf
            known = np.flatnonzero(part.statistics.counts)
            means = product(part.statistics.means[known], whitening)
            for index, held_out in part.held_out.items():
                features = product(held_out, whitening)
                # Without what is the same for all classes.
                scores = product(features, means.T) - (means**2).sum(axis=1) / 2
                scores -= scores.max(axis=1, keepdims=True)
                posteriors = scores[:, np.searchsorted(known, index)] - np.log(np.exp(scores).sum(axis=1))
                sums[index] = sums.get(index, 0.0) + posteriors.sum()
                counts[index] = counts.get(index, 0) + len(held_out)
        return float(np.mean([sums[index] / counts[index] for index in sums])) if sums else -np.inf

    def _likelihoods_and_distances(
        self,
        statistics: _Statistics,
        index: int,
        held_out: np.ndarray,
        whitening: np.ndarray,
        pooled_shares: np.ndarray,
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return the mean log-likelihood of samples for each share, and their squared distances for the last one.

        In the axes in which the pooled covariance is the identity and that of the class is diagonal, the covariance is
        diagonal for every share.
        """
        centred = product(held_out - statistics.means[index], whitening)
        log_determinant = -np.log(np.diag(whitening)).sum()
        count = statistics.counts[index]
        if len(pooled_shares) == 1 and pooled_shares[0] == 1:
            squares, variances = centred**2, np.ones((1, centred.shape[1]))
        else:
            own, vectors = np.linalg.eigh(product(product(whitening.T, statistics.covariances[index]), whitening))
            squares = product(centred, vectors) ** 2
            variances = np.outer(1 - pooled_shares, np.maximum(own, 0)) + pooled_shares[:, np.newaxis]
        values = np.full(len(pooled_shares), -np.inf)
        for place, (pooled_share, of_share) in enumerate(zip(pooled_shares, variances)):
            if pooled_share == 0 and count <= self.features or count < 2 and pooled_share < 1:
                continue
            values[place] = -(squares.mean(axis=0) / of_share).sum() / 2 - np.log(of_share).sum() / 2 - log_determinant
        return values, (squares / variances[-1]).sum(axis=1)


def _whitening(statistics: _Statistics, diagonal_share: float) -> np.ndarray | None:
    """Return the matrix that makes the pooled covariance the identity, upper triangular; None where it is singular."""
    if not statistics.is_invertible(diagonal_share):
        return None
    try:
        factor = np.linalg.cholesky(statistics.pooled(diagonal_share))
    except np.linalg.LinAlgError:
        return None
    return np.triu(np.linalg.inv(factor).T)


def _limits(
    statistics: _Statistics,
    pooled_shares: np.ndarray,
    diagonal_share: float,
    held_out: _HeldOut | None,
    reject: float,
    progress: Progress,
) -> np.ndarray:
    features = statistics.means.shape[1]
    limits = np.full(len(pooled_shares), np.inf)
    for index, (pooled_share, count) in enumerate(zip(pooled_shares, statistics.counts.tolist())):
        if pooled_share == 0:
            quantile = f_quantile(1 - reject, features, count - features)
            limits[index] = features * (count - 1) * (count + 1) / (count * (count - features)) * quantile
        elif held_out is not None:
            distances = np.sort(held_out.distances(index, pooled_share, diagonal_share, progress))
            if len(distances):
                limits[index] = _limit_by_held_out(distances, features, statistics.degrees, reject)
    return limits


def _limit_by_held_out(distances: np.ndarray, features: int, degrees: int, reject: float) -> float:
    """Return the distance beyond which a share of a class is expected, from those of held-out samples, ascending.

    A further sample exceeds the k-th of n with probability ``1 - k / (n + 1)`` (split conformal prediction, Vovk et al.
    2005). Where n is too small for the share, the F distribution leads from the median to the limit, unless the
    largest distance is above it.
    """
    place = int(np.ceil((1 - reject) * (len(distances) + 1) - _ROUNDING))
    if place <= len(distances):
        return float(distances[place - 1])
    tail, middle = (f_quantile(share, features, degrees) for share in (1 - reject, 0.5))
    return max(float(distances[-1]), float(np.median(distances)) * tail / middle)
