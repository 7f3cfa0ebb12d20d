"""The pixels of one image during a clustering, and what is known of each one's place among the centres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...compute.exactsum import ExactSummer
from ...compute.memory import release
from ...compute.rows import chosen, put_rows, rows_at
from ...compute.threads import Pool
from ...progress import Progress
from .nearest import Basis, Centres, Nearest

# Few enough that a block with all bands in float32 stays in the processor's cache.
BLOCK_PIXELS = 2048
# The same for reduced coordinates.
SCAN_PIXELS = 16_384
# So few that the progress moves.
MOST_PART_PIXELS = 1_048_576
# Below this share of certain pixels the reduced coordinates cost more than they save.
WORTHWHILE = 0.5


@dataclass
class Step:
    """What one assignment of pixels to centres changed.

    Attributes
    ----------
    counts : ndarray of int64, shape (classes,)
        Change of the number of pixels of each class.
    sums : ndarray of int64, shape (parts, classes, bands)
        Change of the class sums, see `ExactSummer`.
    moved : int
        Pixels that changed class; in the first assignment all.
    examined : int
        Pixels whose nearest centre was looked for.
    full : int
        Of these, pixels compared with all bands.
    """

    counts: np.ndarray
    sums: np.ndarray
    moved: int = 0
    examined: int = 0
    full: int = 0

    @classmethod
    def total(cls, steps: Sequence[Step]) -> Step:
        """Add up what the assignments of several parts changed."""
        return cls(
            sum(step.counts for step in steps),
            sum(step.sums for step in steps),
            sum(step.moved for step in steps),
            sum(step.examined for step in steps),
            sum(step.full for step in steps),
        )


@dataclass(frozen=True)
class Farthest:
    """Pixels that fit their class least.

    Attributes
    ----------
    squares : ndarray of float64, shape (pixels,)
        Squared distances to the centres of their classes, largest first.
    values : ndarray of float64, shape (pixels, bands)
    """

    squares: np.ndarray
    values: np.ndarray

    @classmethod
    def of_all(cls, parts: Sequence[Farthest], count: int) -> Farthest:
        """Choose the `count` farthest of all `parts`; of equals the earliest."""
        squares = np.concatenate([part.squares for part in parts])
        values = np.concatenate([part.values for part in parts])
        first = np.argsort(-squares, kind="stable")[:count]
        return cls(squares[first], values[first])


@dataclass(frozen=True)
class Summary:
    """What is known of pixels before clustering.

    Attributes
    ----------
    pixels : int
    minimum, maximum : ndarray, shape (bands,)
    sample : ndarray, shape (sampled pixels, bands)
        Every n-th pixel.
    """

    pixels: int
    minimum: np.ndarray
    maximum: np.ndarray
    sample: np.ndarray

    @classmethod
    def of_all(cls, summaries: Sequence[Summary]) -> Summary:
        """Combine the summaries of several shards."""
        return cls(
            sum(summary.pixels for summary in summaries),
            np.min([summary.minimum for summary in summaries], axis=0),
            np.max([summary.maximum for summary in summaries], axis=0),
            np.concatenate([summary.sample for summary in summaries]),
        )


class Shard:
    """The pixels of one image and what an iteration knows of them.

    Parameters
    ----------
    values : ndarray, shape (pixels, bands)
        Stored values; integers or finite floating-point numbers. At least one pixel.
    """

    def __init__(self, values: np.ndarray):
        self.values = values
        self.labels = np.zeros(len(values), dtype=np.uint8)
        self._margins = np.zeros(len(values), dtype=np.float32)
        self._reduced: np.ndarray | None = None

    def __len__(self) -> int:
        return len(self.values)

    def summary(self, sampled: slice, workers: Pool, progress: Progress) -> Summary:
        """Return the extremes of each band, and the `sampled` pixels."""

        def extremes_of(part):
            lows, highs = [], []
            for block in self._blocks_in(part):
                progress.check()
                lows.append(self.values[block].min(axis=0))
                highs.append(self.values[block].max(axis=0))
            return np.min(lows, axis=0), np.max(highs, axis=0)

        extremes = workers.map(extremes_of, self._parts(workers), progress)
        sample = np.array(self.values[sampled])
        release(self.values)
        return Summary(
            len(self.values),
            np.min([low for low, _ in extremes], axis=0),
            np.max([high for _, high in extremes], axis=0),
            sample,
        )

    def prepare(self, basis: Basis, summer: ExactSummer, workers: Pool, progress: Progress) -> float:
        """Compute the reduced coordinates; to be called before the first `assign`.

        Returns
        -------
        float
            Sum of the squared distances of the pixels to the basis' origin.
        """
        self._basis = basis
        self._summer = summer
        self._started = False
        self._reduced = np.empty((len(self.values), basis.coordinates), dtype=np.float32)

        def reduce(part):
            squares = []
            for block in self._blocks_in(part):
                progress.check()
                self._reduced[block], square = basis.reduce(self.values[block])
                squares.append(square)
            return squares

        squares = sum(workers.map(reduce, self._parts(workers), progress), [])
        release(self.values)
        return float(sum(squares))

    def assign(self, centres: np.ndarray, drift: float, workers: Pool, progress: Progress) -> Step:
        """Assign each pixel to its nearest centre.

        Parameters
        ----------
        centres : ndarray of float64, shape (classes, bands)
            In stored units.
        drift : float
            Upper bound of how much the difference of a pixel's distances to two centres can have changed since the
            first assignment, in stored units. Never decreases.

        Returns
        -------
        Step
        """
        prepared = Centres(centres, self._basis)
        drift /= self._basis.unit
        if len(centres) > 256 and self.labels.dtype == np.uint8:
            self.labels = self.labels.astype(np.uint16)
        steps = workers.map(
            lambda part: self._assign_part(prepared, drift, part, progress), self._parts(workers), progress
        )
        self._started = True
        release(self.values)
        return Step.total(steps)

    def farthest(self, centres: np.ndarray, count: int, workers: Pool, progress: Progress) -> Farthest:
        """Return the `count` pixels farthest from the centres of their classes, farthest first.

        Parameters
        ----------
        centres : ndarray of float64, shape (classes, bands)
            In stored units.
        """

        def farthest_of(block):
            progress.check()
            differences = self.values[block] - centres[self.labels[block]]
            squares = np.einsum("ij,ij->i", differences, differences)
            first = np.argsort(-squares, kind="stable")[:count]
            return Farthest(squares[first], self.values[block][first].astype(np.float64))

        return Farthest.of_all(workers.map(farthest_of, self._blocks_in(slice(0, len(self.values))), progress), count)

    def _blocks_in(self, part: slice) -> list[slice]:
        return [
            slice(start, min(start + BLOCK_PIXELS, part.stop)) for start in range(part.start, part.stop, BLOCK_PIXELS)
        ]

    def _parts(self, workers: Pool) -> list[slice]:
        """Split the pixels into a part for each thread: to hand out more costs more than to wait for the slowest."""
        share = -(-len(self.values) // workers.threads)
        # Whole blocks, so that sums over blocks are the same with any number of threads.
        blocks = -(-share // BLOCK_PIXELS)
        return _slices(len(self.values), min(blocks * BLOCK_PIXELS, MOST_PART_PIXELS))

    def _assign_part(self, centres: Centres, drift: float, part: slice, progress: Progress) -> Step:
        step = Step(np.zeros(len(centres), np.int64), self._summer.zeros(len(centres), self.values.shape[1]))
        if self._started:
            pixels = np.flatnonzero(self._margins[part] <= np.float32(drift * (1 + 1e-6)))
            pixels += part.start
        else:
            pixels = range(part.start, part.stop)
        if not len(pixels):
            return step
        nearest = self._nearest(centres, pixels, step, progress)
        # Margins are kept against the drift at which they will be used up.
        margins = nearest.margins + np.float32(drift)
        margins -= np.abs(margins) * np.float32(2.0**-22)
        put_rows(self._margins, pixels, margins)
        self._move(pixels, nearest.labels, step)
        return step

    def _nearest(self, centres: Centres, pixels, step: Step, progress: Progress) -> Nearest:
        """Find the nearest centres, by reduced coordinates as long as they decide most pixels."""
        found, worthwhile = [], True
        for block in _slices(len(pixels), SCAN_PIXELS):
            progress.check()
            if worthwhile:
                found.append(centres.nearest_by_directions(rows_at(self._reduced, pixels[block])))
                worthwhile = found[-1].certain.mean() >= WORTHWHILE
            else:
                found.append(Nearest.unknown(block.stop - block.start))
        nearest = Nearest.joined(found)
        uncertain = np.flatnonzero(~nearest.certain)
        step.examined += len(pixels)
        step.full += len(uncertain)
        for block in _slices(len(uncertain), BLOCK_PIXELS):
            progress.check()
            by_bands = _nearest_by_all_bands(centres, rows_at(self.values, chosen(pixels, uncertain[block])))
            nearest.labels[uncertain[block]] = by_bands.labels
            nearest.margins[uncertain[block]] = by_bands.margins
        return nearest

    def _move(self, pixels, labels: np.ndarray, step: Step) -> None:
        old = None
        if self._started:
            old = rows_at(self.labels, pixels)
            changed = np.flatnonzero(labels != old)
            pixels, labels, old = chosen(pixels, changed), labels[changed], old[changed]
            step.counts -= np.bincount(old, minlength=len(step.counts))
        put_rows(self.labels, pixels, labels)
        step.moved += len(pixels)
        step.counts += np.bincount(labels, minlength=len(step.counts))
        self._summer.add(step.sums, self.values, pixels, labels, old)


def _slices(length: int, size: int) -> list[slice]:
    return [slice(start, min(start + size, length)) for start in range(0, length, size)]


def _nearest_by_all_bands(centres: Centres, rows: np.ndarray) -> Nearest:
    nearest = centres.nearest_by_bands(rows)
    uncertain = np.flatnonzero(~nearest.certain)
    if len(uncertain):
        exact = centres.nearest_exactly(rows[uncertain])
        nearest.labels[uncertain] = exact.labels
        nearest.margins[uncertain] = exact.margins
    return nearest
