"""How many classes to look for: measures of clusterings with different numbers of classes, and what follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ...compute.blas import product
from ...compute.threads import Pool
from ...progress import Progress
from .sampled import SampledClasses, best_of, nearest

DIRECTIONS = 10
RESTARTS = 10
# Half samples that are clustered anew to see whether the classes stay the same.
HALVES = 8
# Draws from a normal distribution with the covariance of the pixels, and points of each.
NULL_DRAWS, NULL_POINTS, NULL_RESTARTS = 4, 5000, 3
# A silhouette that exceeds that of one normal distribution by less is no sign of clusters.
LEAST_SILHOUETTE_GAIN = 0.07
# Classes that stay the same in half samples have at least this adjusted Rand index.
STABLE = 0.9
BLOCK_POINTS = 2000


@dataclass(frozen=True)
class Measures:
    """Measures of the clustering of a sample into some number of classes.

    Attributes
    ----------
    classes : int
    labels : ndarray of int, shape (pixels,)
        From 0.
    sse : float
        Sum of squared distances to the centres.
    silhouette : float
        Rousseeuw 1987, doi:10.1016/0377-0427(87)90125-7; mean over the pixels, -1 to 1.
    calinski_harabasz : float
        Calinski and Harabasz 1974, doi:10.1080/03610927408827101; larger is better.
    davies_bouldin : float
        Davies and Bouldin 1979, doi:10.1109/TPAMI.1979.4766909; smaller is better.
    stability : float
        Mean adjusted Rand index of clusterings of half samples with each other.
    gap, gap_error : float
        How much the logarithm of the squared error lies below that of one normal distribution (Tibshirani et al. 2001,
        doi:10.1111/1467-9868.00293, with a normal distribution in place of the uniform one), and its standard error.
    silhouette_gain : float
        Silhouette less that of one normal distribution.
    """

    classes: int
    labels: np.ndarray
    sse: float
    silhouette: float
    calinski_harabasz: float
    davies_bouldin: float
    stability: float
    gap: float
    gap_error: float
    silhouette_gain: float


def measure(
    sample: np.ndarray, smallest: int, largest: int, seed: int, pool: Pool, progress: Progress
) -> list[Measures]:
    """Cluster a sample into `smallest` to `largest` classes, and measure each clustering.

    Clusterings are found on the leading ten principal components; the measures are of their labels on all bands.

    Parameters
    ----------
    sample : ndarray, shape (pixels, bands)
        More pixels than classes.
    smallest, largest : int
        At least 2.
    seed : int
        Of all random choices.
    pool : Pool
    progress : Progress
    """
    numbers = range(smallest, largest + 1)
    centred = sample - sample.mean(axis=0, dtype=np.float64)
    eigenvalues, directions = _leading(centred)
    points = np.ascontiguousarray(product(centred, directions), dtype=np.float32)
    # The gap of the smallest number is compared with that of one class fewer.
    below = [smallest - 1] if smallest > 1 else []

    found = pool.map(lambda k: _cluster(points, k, seed), [*below, *numbers], progress.part(0, 0.3))
    null = _null(eigenvalues, [*below, *numbers], seed, pool, progress.part(0.3, 0.5))
    stability = pool.map(lambda k: _stability(points, k, seed), numbers, progress.part(0.5, 0.75))
    labellings = [one.labels for one in found[len(below) :]]
    silhouettes = silhouette_scores(centred, labellings, pool, progress.part(0.75, 1))
    gaps, errors = _gaps([one.sse / len(points) for one in found], null)
    return [
        Measures(
            classes=k,
            labels=labels,
            sse=within_squares(centred, labels),
            silhouette=silhouette,
            calinski_harabasz=calinski_harabasz_score(centred, labels),
            davies_bouldin=davies_bouldin_score(centred, labels),
            stability=stable,
            gap=float(gap),
            gap_error=float(error),
            silhouette_gain=silhouette - null_silhouette,
        )
        for k, labels, silhouette, stable, gap, error, null_silhouette in zip(
            numbers,
            labellings,
            silhouettes,
            stability,
            gaps[len(below) :],
            errors[len(below) :],
            null.silhouettes[len(below) :],
        )
    ]


def silhouette_scores(points: np.ndarray, labellings: Sequence[np.ndarray], pool: Pool, progress: Progress) -> list:
    """Return the mean silhouette of each of several labellings, whose distances are computed once for all.

    Source: P. J. Rousseeuw, "Silhouettes: a graphical aid to the interpretation and validation of cluster analysis",
    Journal of Computational and Applied Mathematics 20, 1987, doi:10.1016/0377-0427(87)90125-7. Memory grows with the
    points and the number of classes, time with the square of the points: a sample of some 20 000 is enough.

    Parameters
    ----------
    points : ndarray of float64, shape (points, dimensions)
        Centred, so that little is lost in the differences of squares.
    labellings : sequence of ndarray of int, shape (points,)
        From 0, each with at least two classes.
    """
    memberships = [np.equal.outer(labels, np.arange(labels.max() + 1)).astype(np.float64) for labels in labellings]
    joined = np.concatenate(memberships, axis=1)
    squares = np.einsum("ij,ij->i", points, points)
    blocks = [slice(start, min(start + BLOCK_POINTS, len(points))) for start in range(0, len(points), BLOCK_POINTS)]

    def sums_between(pair: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
        progress.check()
        one, other = blocks[pair[0]], blocks[pair[1]]
        distances = product(points[one], points[other].T)
        distances *= -2
        distances += squares[one, np.newaxis]
        distances += squares[other]
        np.sqrt(np.maximum(distances, 0, out=distances), out=distances)
        if pair[0] == pair[1]:
            np.fill_diagonal(distances, 0)
        return product(distances, joined[other]), product(distances.T, joined[one])

    pairs = [(one, other) for one in range(len(blocks)) for other in range(one, len(blocks))]
    sums = np.zeros_like(joined)
    # Added up in the order of the pairs, so that the result is the same with any number of threads.
    for (one, other), (of_one, of_other) in zip(pairs, pool.map(sums_between, pairs, progress)):
        sums[blocks[one]] += of_one
        if one != other:
            sums[blocks[other]] += of_other
    first = np.cumsum([0, *(one.shape[1] for one in memberships)])
    return [_silhouette(sums[:, start:stop], labels) for start, stop, labels in zip(first[:-1], first[1:], labellings)]


def _silhouette(sums: np.ndarray, labels: np.ndarray) -> float:
    counts = np.bincount(labels, minlength=sums.shape[1])
    every = np.arange(len(labels))
    own_count = counts[labels]
    with np.errstate(divide="ignore", invalid="ignore"):
        inside = sums[every, labels] / (own_count - 1)
        means = np.where(counts > 0, sums / counts, np.inf)
        means[every, labels] = np.inf
        outside = means.min(axis=1)
        scores = (outside - inside) / np.maximum(inside, outside)
    # By definition: a class of a single point has no distances inside it.
    scores[own_count == 1] = 0
    return float(np.nan_to_num(scores).mean())


def within_squares(points: np.ndarray, labels: np.ndarray) -> float:
    """Return the sum of the squared distances of points to the means of their classes."""
    differences = points - _means(points, labels)[labels]
    return float(np.einsum("ij,ij->", differences, differences))


def calinski_harabasz_score(points: np.ndarray, labels: np.ndarray) -> float:
    """Return the ratio of the variance between classes to that within; see `Measures`."""
    counts = np.bincount(labels)
    means = _means(points, labels)
    between = float((counts[:, np.newaxis] * (means - points.mean(axis=0)) ** 2)[counts > 0].sum())
    within, classes = within_squares(points, labels), int((counts > 0).sum())
    return 1.0 if within == 0 else between * (len(points) - classes) / (within * (classes - 1))


def davies_bouldin_score(points: np.ndarray, labels: np.ndarray) -> float:
    """Return the mean over the classes of the worst ratio of spread to separation; see `Measures`."""
    counts = np.bincount(labels)
    filled = np.flatnonzero(counts)
    means = _means(points, labels)
    differences = points - means[labels]
    lengths = np.sqrt(np.einsum("ij,ij->i", differences, differences))
    spread = np.bincount(labels, lengths)[filled] / counts[filled]
    means = means[filled]
    apart = np.sqrt(((means[:, np.newaxis] - means) ** 2).sum(axis=2))
    if np.allclose(spread, 0) or np.allclose(apart, 0):
        return 0.0
    np.fill_diagonal(apart, np.inf)
    apart[apart == 0] = np.inf
    return float(((spread[:, np.newaxis] + spread) / apart).max(axis=1).mean())


def adjusted_rand(table: np.ndarray) -> float:
    """Return how alike two classifications are, from their cross table: 1 the same, about 0 by chance.

    Source: L. Hubert and P. Arabie, "Comparing partitions", Journal of Classification 2, 1985, doi:10.1007/BF01908075.
    """
    table = np.asarray(table, dtype=np.float64)
    pixels = table.sum()

    def pairs(counts):
        return (counts * (counts - 1) / 2).sum()

    both, first, second = pairs(table), pairs(table.sum(axis=1)), pairs(table.sum(axis=0))
    every = pixels * (pixels - 1) / 2
    expected = first * second / every if every else 0.0
    most = (first + second) / 2
    return 1.0 if most == expected else float((both - expected) / (most - expected))


class _Null(NamedTuple):
    """What clusterings of one normal distribution give, for each number of classes."""

    log_errors: np.ndarray  # (draws, numbers)
    silhouettes: np.ndarray  # (numbers,)


def _null(eigenvalues: np.ndarray, numbers: Sequence[int], seed: int, pool: Pool, progress: Progress) -> _Null:
    logs, silhouettes = [], []
    for draw in range(NULL_DRAWS):
        rng = np.random.default_rng([seed, draw, 1])
        points = rng.standard_normal((NULL_POINTS, len(eigenvalues))) * np.sqrt(eigenvalues)
        points -= points.mean(axis=0)
        single = points.astype(np.float32)

        def cluster(k, single=single, draw=draw) -> SampledClasses:
            return best_of(single, k, np.random.default_rng([seed, draw, k, 2]), NULL_RESTARTS)

        found = pool.map(cluster, numbers, Progress())
        logs.append([np.log(one.sse / len(points)) for one in found])
        several = [one.labels for k, one in zip(numbers, found) if k > 1]
        scores = silhouette_scores(points, several, pool, Progress())
        silhouettes.append([*([0.0] * (len(numbers) - len(several))), *scores])
        progress.report((draw + 1) / NULL_DRAWS)
        progress.check()
    return _Null(np.array(logs), np.mean(silhouettes, axis=0))


def _gaps(errors: Sequence[float], null: _Null) -> tuple[np.ndarray, np.ndarray]:
    gaps = null.log_errors.mean(axis=0) - np.log(errors)
    return gaps, null.log_errors.std(axis=0) * np.sqrt(1 + 1 / len(null.log_errors))


def _cluster(points: np.ndarray, classes: int, seed: int) -> SampledClasses:
    return best_of(points, classes, np.random.default_rng([seed, classes]), RESTARTS)


def _stability(points: np.ndarray, classes: int, seed: int) -> float:
    """Cluster half samples, and return the mean adjusted Rand index of the classes they give to all points."""
    labellings = []
    for half in range(HALVES):
        rng = np.random.default_rng([seed, classes, half, 3])
        chosen = np.sort(rng.choice(len(points), max(len(points) // 2, classes), replace=False))
        found = best_of(points[chosen], classes, rng, 1)
        labellings.append(nearest(points, found.centres).astype(np.int64))
    scores = [
        adjusted_rand(np.bincount(one * classes + other, minlength=classes**2).reshape(classes, classes))
        for index, one in enumerate(labellings)
        for other in labellings[:index]
    ]
    return float(np.mean(scores))


def _leading(centred: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    eigenvalues, vectors = np.linalg.eigh(product(centred.T, centred) / (len(centred) - 1))
    count = min(DIRECTIONS, len(eigenvalues))
    return np.maximum(eigenvalues[::-1][:count], 0), np.ascontiguousarray(vectors[:, ::-1][:, :count])


def _means(points: np.ndarray, labels: np.ndarray) -> np.ndarray:
    counts = np.bincount(labels)
    order = np.argsort(labels, kind="stable")
    filled = np.flatnonzero(counts)
    means = np.zeros((len(counts), points.shape[1]))
    means[filled] = np.add.reduceat(points[order], (np.cumsum(counts) - counts)[filled], axis=0)
    return means / np.maximum(counts, 1)[:, np.newaxis]
