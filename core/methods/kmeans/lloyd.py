"""K-means clustering (Lloyd's iteration) with the result of plain float64 arithmetic at a fraction of its work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from ...compute.crew import Crew, LocalCrew, Question
from ...compute.exactsum import ExactSummer, typical_size
from ...errors import ParameterError
from ...image.pixels import check_largest
from ...progress import Progress, Watch
from ...wording import tr
from .nearest import Basis
from .shard import Farthest, Shard, Step, Summary

SAMPLE_PIXELS = 20_000
# More than the relative rounding error of a mean: a pixel no farther from its class's mean is equal to it.
ROUNDING_OF_MEANS = 2.0**-44


@dataclass(frozen=True)
class Iteration:
    """What one iteration did.

    Attributes
    ----------
    number : int
        Counted from 1.
    moved : int
        Pixels that changed class; in the first iteration all pixels, as none had one.
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
    moved: int
    sse: float
    examined: int
    compared_in_full: int
    centres: np.ndarray
    counts: np.ndarray


@dataclass(frozen=True)
class Clustering:
    """The result of `cluster`; the labels are with the shards.

    Attributes
    ----------
    iterations : tuple of Iteration
    pixels : int
        Pixels that were clustered.
    """

    iterations: tuple[Iteration, ...]
    pixels: int

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
        """Whether the last iteration moved no pixel."""
        return self.iterations[-1].moved == 0


def fit(
    shards: Sequence[Shard],
    start: Callable[[Summary], np.ndarray],
    max_iterations: int,
    *,
    reseed_empty: bool,
    progress: Progress | None = None,
    on_iteration: Callable[[Iteration], None] = lambda iteration: None,
    threads: int | None = None,
) -> Clustering:
    """Cluster the pixels of shards in this process, see `cluster`.

    Parameters
    ----------
    shards : sequence of Shard
        All with the same bands and stored units. Their `labels` are set.
    start, max_iterations, reseed_empty, progress, on_iteration
        As for `cluster`.
    threads : int, optional

    Raises
    ------
    ParameterError, Cancelled
        As `cluster`.
    """
    with LocalCrew(shards, threads=threads) as crew:
        return cluster(
            crew, start, max_iterations, reseed_empty=reseed_empty, progress=progress, on_iteration=on_iteration
        )


def cluster(
    crew: Crew,
    start: Callable[[Summary], np.ndarray],
    max_iterations: int,
    *,
    reseed_empty: bool,
    progress: Progress | None = None,
    on_iteration: Callable[[Iteration], None] = lambda iteration: None,
    name: str = "The image",
) -> Clustering:
    """Cluster pixels into the classes whose centres are their means.

    Each label, and with it each centre, is what plain float64 arithmetic gives: the nearest centre by Euclidean
    distance, ties to the lowest class. The result does not depend on the number of threads or shards. An iteration
    looks only at pixels whose label may have changed (Hamerly 2010, "Making k-means even faster"), finds their
    nearest centre from bounds (see `nearest`), and updates the exact class sums by the pixels that moved.

    K-means suits compact classes of similar spread; it splits elongated ones and merges small ones, and its result
    is a local optimum that depends on the start.

    Parameters
    ----------
    crew : Crew
        Of images with the same bands and stored units. It keeps the labels.
    start : callable
        Gives the centres to start from, shape (classes, bands), in stored units, when told the pixels' `Summary`.
    max_iterations : int
    reseed_empty : bool
        Whether a class without pixels starts anew at the pixel farthest from its own centre. Otherwise it keeps its
        centre, as in SPy; then, as there, a first assignment of all pixels to the first class ends the iteration.
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
        If there are no pixels or no iterations, or values are too large.
    Cancelled
        If the user asked to stop; `on_iteration` has seen the last whole iteration.
    """
    progress = progress or Progress()
    if not crew.pixels:
        raise ParameterError(tr("There is no valid pixel to cluster."))
    if max_iterations < 1:
        raise ParameterError(
            tr("Maximum iterations is {iterations}; it must be 1 or more.").format(iterations=max_iterations)
        )
    lloyd = _Lloyd(crew, start, name, progress)
    iterations = []
    while len(iterations) < max_iterations:
        done = len(iterations) / max_iterations
        iterations.append(lloyd.iterate(reseed_empty, progress.part(done, done + 1 / max_iterations)))
        on_iteration(iterations[-1])
        if lloyd.finished or (not reseed_empty and lloyd.all_in_first_class):
            break
    progress.report(1)
    return Clustering(tuple(iterations), lloyd.pixels)


class _Lloyd:
    """The state between two iterations."""

    def __init__(self, crew: Crew, start, name: str, progress: Progress):
        self._crew = crew
        samples = _regular_samples(crew.lengths)
        summary = Summary.of_all(
            crew.ask([Question(image, "summary", (samples[image],)) for image in crew.filled], Watch(progress))
        )
        self.pixels = summary.pixels
        largest = max(np.abs(extreme.astype(np.float64)).max() for extreme in (summary.minimum, summary.maximum))
        check_largest(largest, name)
        self.centres = np.asarray(start(summary), dtype=np.float64)
        basis = Basis.of_sample(summary.sample, self.centres, largest)
        self._summer = ExactSummer(summary.sample.dtype, largest, typical_size(summary.sample))
        self._origin = basis.origin
        self._equal_squares = (largest * ROUNDING_OF_MEANS) ** 2 * len(summary.minimum)
        self._spread = sum(crew.each("prepare", basis, self._summer, progress=Watch(progress)))
        self._sums = self._summer.zeros(*self.centres.shape)
        self._counts = np.zeros(len(self.centres), dtype=np.int64)
        self._drift = 0.0
        self._iterations = 0
        self.finished = False

    @property
    def all_in_first_class(self) -> bool:
        return self._counts[0] == self.pixels

    def iterate(self, reseed_empty: bool, progress: Progress) -> Iteration:
        step = Step.total(self._crew.each("assign", self.centres, self._drift, progress=progress))
        self._iterations += 1
        self._counts += step.counts
        self._sums += step.sums
        sse = self._sse()
        means = self._means()
        reseeded = 0
        if reseed_empty and not self._counts.all():
            reseeded = self._reseed(means, progress)
        self.finished = step.moved == 0 and not reseeded
        self._move_to(means)
        return Iteration(self._iterations, step.moved, sse, step.examined, step.full, means, self._counts.copy())

    def _means(self) -> np.ndarray:
        occupied = self._counts > 0
        means = self.centres.copy()
        means[occupied] = self._summer.value(self._sums)[occupied] / self._counts[occupied, np.newaxis]
        return means

    def _sse(self) -> float:
        sums = self._summer.value_about(self._sums, self._counts, self._origin)
        centres = self.centres - self._origin
        squares = (centres**2).sum(axis=1)
        return max(float(self._spread - 2 * (centres * sums).sum() + (self._counts * squares).sum()), 0.0)

    def _reseed(self, means: np.ndarray, progress: Progress) -> int:
        """Start empty classes anew at the pixels that fit their class least; return how many."""
        empty = np.flatnonzero(self._counts == 0)
        farthest = Farthest.of_all(self._crew.each("farthest", means, len(empty), progress=Watch(progress)), len(empty))
        apart = farthest.squares > self._equal_squares
        for index, values in zip(empty, farthest.values[apart]):
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
        """Take the means as centres, and note how far that can have changed differences of distances."""
        moves = np.sort(np.sqrt(((means - self.centres) ** 2).sum(axis=1)))
        self._drift += float(moves[-2:].sum()) * (1 + 1e-9)
        self.centres = means


def _regular_samples(lengths: Sequence[int]) -> list[slice]:
    """Choose every n-th pixel of images of `lengths` pixels, as if they were one."""
    step = max(1, sum(lengths) // SAMPLE_PIXELS)
    return [slice(-sum(lengths[:image]) % step, None, step) for image in range(len(lengths))]
