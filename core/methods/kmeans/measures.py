# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures of clusterings of a sample of pixels into different numbers of classes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import numpy as np

from ...compute.blas import gram, product
from ...compute.threads import Pool
from ...image.slices import aligned_slices
from ...progress import Progress, Watch
from ..comparison import adjusted_rand, cross_table
from .sampled import SampledClasses, best_of, nearest

# Principal components in which clusterings are found.
DIRECTIONS = 10
RESTARTS = 10
# Half samples that are clustered anew to see whether the classes stay the same, and restarts for each: with one, the
# result would rather show how often k-means ends in a worse minimum.
HALVES, HALF_RESTARTS = 4, 3
# Draws from a normal distribution with the covariance of the pixels, and points of each.
NULL_DRAWS, NULL_POINTS, NULL_RESTARTS = 4, 5000, 2
# Pixels of which silhouettes are computed, whose time grows with the square of their number.
SILHOUETTE_PIXELS = 4000
# Of each draw from the normal distribution, as the mean of the draws counts.
NULL_SILHOUETTE_POINTS = 2500
BLOCK_POINTS = 1000
# Mean squared error, as a share of the largest variance, that float32 cannot tell from none.
LEAST_ERROR = 1e-14


@dataclass(frozen=True)
class Measures:
    """Measures of the clustering of a sample into some number of classes.

    Attributes
    ----------
    classes : int
    labels : ndarray of int, shape (pixels,)
        Class of each pixel of the sample, from 0.
    centres : ndarray of float64, shape (classes, bands)
        Mean of the pixels of each class; of a class without pixels, zeros.
    sse : float
        Sum of squared distances to the centres.
    silhouette : float
        Rousseeuw 1987, doi:10.1016/0377-0427(87)90125-7; mean over `SILHOUETTE_PIXELS` pixels, -1 to 1.
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
    centres: np.ndarray
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

    Clusterings are found in the leading ten principal components; the measures are of their labels on all bands. The
    result does not depend on the number of threads.

    Parameters
    ----------
    sample : ndarray of float64, shape (pixels, bands)
        More pixels than classes, and as many different ones.
    smallest, largest : int
        At least 2.
    seed : int
        Of all random choices.
    pool : Pool
    progress : Progress
    """
    numbers = range(smallest, largest + 1)
    # The gap of the smallest number is compared with that of one class fewer.
    with_one_fewer = range(smallest - 1, largest + 1)
    centred = sample - sample.mean(axis=0)
    variances, directions = _leading(centred)
    # Scaled, so that no square overflows float32.
    points = (product(centred, directions) / np.sqrt(variances[0])).astype(np.float32)
    nulls = [_null_points(variances / variances[0], seed, draw) for draw in range(NULL_DRAWS)]

    watch = Watch(progress)
    tasks = {("sample", k): partial(_cluster, points, k, [seed, k], RESTARTS, watch) for k in with_one_fewer}
    tasks.update({("stability", k): partial(_stability, points, k, seed, watch) for k in numbers})
    for draw, null in enumerate(nulls):
        for k in with_one_fewer:
            tasks[draw, k] = partial(_cluster, null, k, [seed, draw, k, 2], NULL_RESTARTS, watch)
    # The longest first, so that no thread works alone at the end.
    order = list(tasks)[::-1]
    results = dict(zip(order, pool.map(lambda key: tasks[key](), order, progress.part(0, 0.7))))
    found = [results["sample", k] for k in with_one_fewer]
    of_draws = [[results[draw, k] for k in with_one_fewer] for draw in range(NULL_DRAWS)]

    spreads = pool.map(lambda one: class_spread(centred, one.labels), found[1:], progress.part(0.7, 0.8))
    shown = slice(None, None, -(-len(centred) // SILHOUETTE_PIXELS))
    silhouettes = silhouette_scores(centred[shown], [one.labels[shown] for one in found[1:]], pool, watch)
    progress.report(0.9)
    shown = slice(None, None, -(-NULL_POINTS // NULL_SILHOUETTE_POINTS))
    null_silhouettes = [
        silhouette_scores(null[shown], [one.labels[shown] for one in draw[1:]], pool, watch)
        for null, draw in zip(nulls, of_draws)
    ]
    progress.report(1)
    log_errors = np.log([[one.sse / NULL_POINTS + LEAST_ERROR for one in draw] for draw in of_draws])
    gaps = log_errors.mean(axis=0) - np.log([one.sse / len(points) + LEAST_ERROR for one in found])
    gap_errors = log_errors.std(axis=0) * np.sqrt(1 + 1 / NULL_DRAWS)
    gains = np.subtract(silhouettes, np.mean(null_silhouettes, axis=0))
    return [
        Measures(
            classes=k,
            labels=found[place].labels,
            centres=np.where(spread.counts[:, np.newaxis] > 0, spread.means + sample.mean(axis=0), 0.0),
            sse=float(spread.squares.sum()),
            silhouette=silhouettes[place - 1],
            calinski_harabasz=calinski_harabasz_score(spread),
            davies_bouldin=davies_bouldin_score(spread),
            stability=results["stability", k],
            gap=float(gaps[place]),
            gap_error=float(gap_errors[place]),
            silhouette_gain=float(gains[place - 1]),
        )
        for place, (k, spread) in enumerate(zip(numbers, spreads), start=1)
    ]


def silhouette_scores(
    points: np.ndarray, labellings: Sequence[np.ndarray], pool: Pool, progress: Progress
) -> list[float]:
    """Return the mean silhouette of each of several labellings, whose distances are computed once for all.

    Source: P. J. Rousseeuw, "Silhouettes: a graphical aid to the interpretation and validation of cluster analysis",
    Journal of Computational and Applied Mathematics 20, 1987, doi:10.1016/0377-0427(87)90125-7. Time grows with the
    square of the number of points: it suits samples of some thousand.

    Parameters
    ----------
    points : ndarray of float64 or float32, shape (points, dimensions)
        Centred, so that little is lost in the differences of squares. In float32 scores are off by some 1e-6.
    labellings : sequence of ndarray of int, shape (points,)
        From 0, each with at least two classes.
    pool : Pool
    progress : Progress
        Asked whether to stop, and told how much is done.
    """
    dtype = points.dtype
    memberships = [np.equal.outer(labels, np.arange(labels.max() + 1)).astype(dtype) for labels in labellings]
    joined = np.concatenate(memberships, axis=1)
    squares = np.einsum("ij,ij->i", points, points)
    blocks = list(aligned_slices(0, len(points), BLOCK_POINTS))

    def sums_between(pair: tuple[slice, slice]) -> tuple[np.ndarray, np.ndarray]:
        one, other = pair
        distances = product(points[one] * dtype.type(-2), points[other].T)
        distances += squares[one, np.newaxis]
        distances += squares[other]
        np.sqrt(np.maximum(distances, 0, out=distances), out=distances)
        if one == other:
            np.fill_diagonal(distances, 0)
        return product(distances, joined[other]), product(distances.T, joined[one])

    pairs = [(one, other) for place, one in enumerate(blocks) for other in blocks[place:]]
    sums = np.zeros(joined.shape)
    # Added up in the order of the pairs, so that the result is the same with any number of threads.
    for (one, other), (of_one, of_other) in zip(pairs, pool.map(sums_between, pairs, progress)):
        sums[one] += of_one
        if one != other:
            sums[other] += of_other
    edges = np.cumsum([0, *(one.shape[1] for one in memberships)])
    return [_silhouette(sums[:, start:stop], labels) for start, stop, labels in zip(edges, edges[1:], labellings)]


def _silhouette(sums: np.ndarray, labels: np.ndarray) -> float:
    """Return the mean silhouette, given the summed distances of each point to the points of each class."""
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


class ClassSpread(NamedTuple):
    """Means and spread of classes of points.

    Attributes
    ----------
    labels : ndarray of int, shape (points,)
        From 0.
    counts : ndarray of int, shape (classes,)
        Points of each class.
    means : ndarray of float64, shape (classes, dimensions)
    squares : ndarray of float64, shape (points,)
        Squared distance of each point to the mean of its class.
    """

    labels: np.ndarray
    counts: np.ndarray
    means: np.ndarray
    squares: np.ndarray


def class_spread(points: np.ndarray, labels: np.ndarray) -> ClassSpread:
    """Return means and spread of the classes of points, shape (points, dimensions); `labels` are from 0."""
    counts = np.bincount(labels)
    blocks = list(aligned_slices(0, len(points), BLOCK_POINTS))
    classes = np.arange(len(counts))[:, np.newaxis]
    means = sum(product((classes == labels[block]).astype(points.dtype), points[block]) for block in blocks)
    means /= np.maximum(counts, 1)[:, np.newaxis]
    squares = np.empty(len(points))
    for block in blocks:
        differences = points[block] - means[labels[block]]
        squares[block] = np.einsum("ij,ij->i", differences, differences)
    return ClassSpread(labels, counts, means, squares)


def calinski_harabasz_score(spread: ClassSpread) -> float:
    """Return the ratio of the variance between classes to that within; see `Measures`."""
    counts, means = spread.counts, spread.means
    pixels, classes = counts.sum(), int((counts > 0).sum())
    overall = counts @ means / pixels
    between = float((counts[:, np.newaxis] * (means - overall) ** 2).sum())
    within = float(spread.squares.sum())
    return 1.0 if within == 0 else between * (pixels - classes) / (within * (classes - 1))


def davies_bouldin_score(spread: ClassSpread) -> float:
    """Return the mean over the classes of the worst ratio of spread to separation; see `Measures`."""
    filled = np.flatnonzero(spread.counts)
    lengths = np.bincount(spread.labels, np.sqrt(spread.squares))[filled] / spread.counts[filled]
    means = spread.means[filled]
    apart = np.sqrt(((means[:, np.newaxis] - means) ** 2).sum(axis=2))
    if np.allclose(lengths, 0) or np.allclose(apart, 0):
        return 0.0
    apart[apart == 0] = np.inf
    return float(((lengths[:, np.newaxis] + lengths) / apart).max(axis=1).mean())


def _leading(centred: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the leading variances, largest first, and their directions, shape (bands, directions)."""
    variances, vectors = np.linalg.eigh(gram(centred) / (len(centred) - 1))
    count = min(DIRECTIONS, len(variances))
    return np.maximum(variances[::-1][:count], 0), np.ascontiguousarray(vectors[:, ::-1][:, :count])


def _null_points(variances: np.ndarray, seed: int, draw: int) -> np.ndarray:
    """Draw points from one normal distribution, centred, as float32."""
    points = np.random.default_rng([seed, draw, 1]).standard_normal((NULL_POINTS, len(variances))) * np.sqrt(variances)
    return (points - points.mean(axis=0)).astype(np.float32)


def _cluster(points: np.ndarray, classes: int, seed: list[int], restarts: int, progress: Progress) -> SampledClasses:
    return best_of(points, classes, np.random.default_rng(seed), restarts, progress)


def _stability(points: np.ndarray, classes: int, seed: int, progress: Progress) -> float:
    """Cluster half samples, and return the mean adjusted Rand index of the classes they give to all points."""
    labellings = []
    for half in range(HALVES):
        rng = np.random.default_rng([seed, classes, half, 3])
        chosen = np.sort(rng.choice(len(points), max(len(points) // 2, classes), replace=False))
        labellings.append(nearest(points, best_of(points[chosen], classes, rng, HALF_RESTARTS, progress).centres))
    scores = [
        adjusted_rand(cross_table(one, other, (classes, classes)))
        for index, one in enumerate(labellings)
        for other in labellings[:index]
    ]
    return float(np.mean(scores))
