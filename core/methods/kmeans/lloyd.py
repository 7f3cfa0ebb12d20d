# SPDX-License-Identifier: GPL-2.0-or-later
"""K-means clustering by Lloyd's algorithm, with the labels of plain float64 arithmetic at a fraction of its cost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction

import numpy as np

from ...compute.exactsum import ExactSummer, typical_size
from ...compute.imageset import Call, ImageSet
from ...errors import ParameterError
from ...image.pixels import check_largest
from ...progress import Finishing, Progress, Watch
from ...wording import tr
from .nearest import Basis
from .shard import Farthest, Step, Summary, assign, count_nearer, farthest, prepare, summarize

SAMPLE_PIXELS = 20_000
# Bound on the relative rounding error of a mean: a pixel that is no farther from its class's mean equals it.
ROUNDING_OF_MEANS = 2.0**-44


class End(Enum):
    """Why there was no further iteration."""

    SETTLED = auto()  # it would change nothing
    FEW_MOVED = auto()  # the last one moved as few pixels as the caller wanted
    MOST_ITERATIONS = auto()
    CANCELLED = auto()


@dataclass(frozen=True)
class Iteration:
    """What one iteration did.

    Attributes
    ----------
    number : int
        Counted from 1.
    moved : int or None
        Pixels that changed class; None in the first iteration, which assigns them all.
    sse : float
        Sum of the squared distances of all pixels to the centres that this iteration assigned them to, in squared
        stored units. Of floating-point values it is right within 1e-7 of that to the mean of all pixels.
    examined, compared_in_full : int
        Pixels whose nearest centre was looked for, and those that needed all bands for it.
    centres : ndarray of float64, shape (classes, bands)
        Means of the classes after the assignment, in stored units.
    counts : ndarray of int64, shape (classes,)
        Pixels of each class.
    """

    number: int
    moved: int | None
    sse: float
    examined: int
    compared_in_full: int
    centres: np.ndarray
    counts: np.ndarray


@dataclass(frozen=True)
class Clustering:
    """The result of `cluster`; the labels are with the images.

    Attributes
    ----------
    iterations : tuple of Iteration
    pixels : int
        Pixels that were clustered.
    moved : int or None
        Pixels that changed class in the last iteration; None if not known after a single one.
    end : End
    min_moved : float
        At most this share of the pixels (%) changed class in the last iteration, if `end` is `FEW_MOVED`.
    """

    iterations: tuple[Iteration, ...]
    pixels: int
    moved: int | None
    end: End
    min_moved: float = 0.0

    @property
    def centres(self) -> np.ndarray:
        """Final centres, shape (classes, bands), in stored units."""
        return self.iterations[-1].centres

    @property
    def counts(self) -> np.ndarray:
        """Pixels of each class, shape (classes,)."""
        return self.iterations[-1].counts

    @property
    def converged(self) -> bool:
        """Whether the last iteration moved no pixel, or there is only one class."""
        return self.moved == 0 or len(self.counts) == 1


def cluster(
    images: ImageSet,
    start: Callable[[Summary], np.ndarray],
    max_iterations: int,
    *,
    reseed_empty: bool,
    count_after_first: bool = False,
    min_moved: float = 0.0,
    keep_partial: bool = False,
    progress: Progress | None = None,
    on_iteration: Callable[[Iteration], None] = lambda iteration: None,
    name: str = "The image",
) -> Clustering:
    """Cluster pixels into the classes whose centres are their means.

    Each label, and with it each centre, is what plain float64 arithmetic gives: the nearest centre by Euclidean
    distance, ties to the lowest class. The result does not depend on the number of threads or images. An iteration
    looks only at pixels whose label may have changed (Hamerly 2010, "Making k-means even faster"), finds their
    nearest centre from bounds (see `nearest`), and updates the exact class sums by the pixels that moved.

    K-means suits compact classes of similar spread; it splits elongated ones and merges small ones, and its result
    is a local optimum that depends on the start.

    Parameters
    ----------
    images : ImageSet
        Keeps the labels, see `shard.labels_of`.
    start : callable
        Returns the start centres, shape (classes, bands), in stored units; called with the `Summary` of the pixels.
    max_iterations : int
    reseed_empty : bool
        Whether a class without pixels starts anew at the pixel farthest from its own centre. Otherwise it keeps its
        centre, as in SPy; then, as there, a first assignment of all pixels to the first class ends the iteration.
    count_after_first : bool
        Whether to count the pixels that another iteration would move, when there is only one iteration.
    min_moved : float
        The iterations end when one has moved at most this share of the pixels (%), and no empty class starts anew.
    keep_partial : bool
        Whether to return what there is after the iteration in which the user cancels, instead of raising `Cancelled`.
    progress : Progress, optional
    on_iteration : callable, optional
        Called after each whole iteration.
    name : str
        What the images are called in messages.

    Returns
    -------
    Clustering

    Raises
    ------
    ParameterError
        If there are no pixels or no iterations, values are too large, or `min_moved` is no percentage.
    Cancelled
        If the user asked to stop; `on_iteration` has seen the last whole iteration. With `keep_partial`, only before
        the first iteration.
    """
    progress = progress or Progress()
    if not images.pixels:
        raise ParameterError(tr("There is no valid pixel to cluster."))
    if max_iterations < 1:
        raise ParameterError(
            tr("Maximum iterations is {iterations}; it must be 1 or more.").format(iterations=max_iterations)
        )
    if not 0 <= min_moved <= 100:
        raise ParameterError(
            tr("The share of pixels at which iterations end is {share:g} %; it must be from 0 to 100.").format(
                share=min_moved
            )
        )
    lloyd = _Lloyd(images, start, name, progress)
    progress.check()
    progress.begin(tr("Iterations of k-means"))
    # As the decimal number that was given: 0.29 % of 10,000 are 29.
    few = int(Fraction(repr(float(min_moved))) / 100 * lloyd.pixels)
    within = progress
    if keep_partial:
        within = Finishing(progress, tr("Cancelled: this iteration is finished, then its classes are written."))
    iterations: list[Iteration] = []
    end = End.MOST_ITERATIONS
    while len(iterations) < max_iterations:
        if iterations and keep_partial and progress.cancelled():
            end = End.CANCELLED
            break
        done = len(iterations) / max_iterations
        iterations.append(lloyd.iterate(reseed_empty, within.part(done, done + 1 / max_iterations)))
        on_iteration(iterations[-1])
        if lloyd.finished or (not reseed_empty and lloyd.all_in_first_class):
            end = End.SETTLED
            break
        if lloyd.moved_at_most(few):
            end = End.FEW_MOVED
            break
    moved = iterations[-1].moved
    if moved is None and count_after_first and end is not End.CANCELLED:
        moved = lloyd.count_nearer(Watch(within))
    progress.report(1)
    return Clustering(tuple(iterations), lloyd.pixels, moved, end, float(min_moved))


class _Lloyd:
    """The state between two iterations."""

    def __init__(self, images: ImageSet, start, name: str, progress: Progress):
        self._images = images
        samples = _regular_samples(images.lengths)
        summaries = [Call(image, summarize, (samples[image],)) for image in images.filled]
        summary = Summary.of_all(images.run(summaries, Watch(progress)))
        self.pixels = summary.pixels
        largest = max(np.abs(extreme.astype(np.float64)).max() for extreme in (summary.minimum, summary.maximum))
        check_largest(largest, name)
        self.centres = np.asarray(start(summary), dtype=np.float64)
        basis = Basis.of_sample(summary.sample, self.centres, largest)
        self._summer = ExactSummer(summary.sample.dtype, largest, typical_size(summary.sample))
        self._origin = basis.origin
        self._equal_squares = (largest * ROUNDING_OF_MEANS) ** 2 * len(summary.minimum)
        self._spread = sum(images.map(prepare, basis, self._summer, progress=Watch(progress)))
        self._sums = self._summer.zeros(*self.centres.shape)
        self._counts = np.zeros(len(self.centres), dtype=np.int64)
        self._drift = 0.0
        self._iterations = 0
        self._moved: int | None = None
        self._reseeded = 0

    @property
    def all_in_first_class(self) -> bool:
        return self._counts[0] == self.pixels

    @property
    def finished(self) -> bool:
        """Whether another iteration would change nothing."""
        return self.moved_at_most(0)

    def moved_at_most(self, few: int) -> bool:
        """Return whether the last iteration, not the first, moved at most a few pixels and started no class anew."""
        return self._moved is not None and self._moved <= few and not self._reseeded

    def iterate(self, reseed_empty: bool, progress: Progress) -> Iteration:
        step = Step.total(self._images.map(assign, self.centres, self._drift, progress=progress))
        self._iterations += 1
        moved = step.moved if self._iterations > 1 else None
        self._counts += step.counts
        self._sums += step.sums
        excess = self._summer.value_about(self._sums, self._counts, self._origin)
        sse = squared_error(self._spread, excess, self._counts, self.centres - self._origin)
        means = self._means()
        reseeded = 0
        if reseed_empty and not self._counts.all():
            reseeded = self._reseed(means, progress)
        self._moved, self._reseeded = moved, reseeded
        self._move_to(means)
        return Iteration(self._iterations, moved, sse, step.examined, step.full, means, self._counts.copy())

    def count_nearer(self, progress: Progress) -> int:
        """Return how many pixels are nearer to the centre of another class than their own."""
        return sum(self._images.map(count_nearer, self.centres, self._drift, progress=progress))

    def _means(self) -> np.ndarray:
        occupied = self._counts > 0
        means = self.centres.copy()
        means[occupied] = self._summer.value(self._sums)[occupied] / self._counts[occupied, np.newaxis]
        return means

    def _reseed(self, means: np.ndarray, progress: Progress) -> int:
        """Start empty classes anew at the pixels that fit their class least; return how many."""
        empty = np.flatnonzero(self._counts == 0)
        parts = self._images.map(farthest, means, len(empty), progress=Watch(progress))
        found = Farthest.of_all(parts, len(empty))
        apart = found.squares > self._equal_squares
        for index, values in zip(empty, found.values[apart]):
            means[index] = values
        reseeded = min(len(empty), int(apart.sum()))
        if reseeded:
            progress.info(
                tr(
                    "Iteration {iteration}: {count} empty class(es) start anew, each at a pixel far from its centre."
                ).format(iteration=self._iterations, count=reseeded)
            )
        return reseeded

    def _move_to(self, means: np.ndarray) -> None:
        """Take the means as centres, and add the two largest centre shifts to the drift bound (Hamerly 2010)."""
        moves = np.sort(np.sqrt(((means - self.centres) ** 2).sum(axis=1)))
        self._drift += float(moves[-2:].sum()) * (1 + 1e-9)
        self.centres = means


def squared_error(spread: float, excess: np.ndarray, counts: np.ndarray, offsets: np.ndarray) -> float:
    """Return the sum of the squared distances of pixels to the centres of their classes.

    All is counted from an origin among the pixels, so that the result is not a small difference of large numbers.

    Parameters
    ----------
    spread : float
        Sum of the squared distances of the pixels to the origin.
    excess : ndarray of float64, shape (classes, bands)
        Sum of what the pixels of each class exceed the origin by.
    counts : ndarray of int, shape (classes,)
        Pixels of each class.
    offsets : ndarray of float64, shape (classes, bands)
        What the centres exceed the origin by.
    """
    return max(float(spread - 2 * (offsets * excess).sum() + (counts * (offsets**2).sum(axis=1)).sum()), 0.0)


def _regular_samples(lengths: Sequence[int]) -> list[slice]:
    """Choose every n-th pixel of images of `lengths` pixels, as if they were one."""
    step = max(1, sum(lengths) // SAMPLE_PIXELS)
    return [slice(-sum(lengths[:image]) % step, None, step) for image in range(len(lengths))]
