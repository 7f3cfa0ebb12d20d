# SPDX-License-Identifier: GPL-2.0-or-later
"""What k-means computes for the pixels of one image: functions that an `ImageSet` calls.

Between the calls, a `Shard` keeps the label of each pixel and a lower bound of how far its label is from changing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...compute.exactsum import ExactSummer
from ...compute.imageset import ImageState, changes_image
from ...compute.memory import release
from ...compute.rows import chosen, put_rows, rows_at
from ...compute.threads import Pool
from ...progress import Progress
from .nearest import Basis, Centres, Nearest

# Few enough that a block with all bands in float32 stays in the processor's cache.
BLOCK_PIXELS = 2048
# The same for reduced coordinates.
SCAN_PIXELS = 16_384
# Largest part of an image that a thread works on between two reports of progress.
MOST_PART_PIXELS = 1_048_576
# Where reduced coordinates decide a smaller share of the pixels, comparing them costs more than it saves.
WORTHWHILE = 0.5

_SHARD = "k-means"


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
        Pixels that changed class; in the first assignment, all pixels.
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
    """The pixels farthest from the centres of their classes.

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
        """Choose the `count` farthest of all `parts`; among equally far pixels, the earliest."""
        squares = np.concatenate([part.squares for part in parts])
        values = np.concatenate([part.values for part in parts])
        first = np.argsort(-squares, kind="stable")[:count]
        return cls(squares[first], values[first])


@dataclass(frozen=True)
class Summary:
    """What the start of a clustering is chosen from.

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
        """Combine the summaries of several images."""
        return cls(
            sum(summary.pixels for summary in summaries),
            np.min([summary.minimum for summary in summaries], axis=0),
            np.max([summary.maximum for summary in summaries], axis=0),
            np.concatenate([summary.sample for summary in summaries]),
        )


def summarize(image: ImageState, sampled: slice, *, pool: Pool, progress: Progress) -> Summary:
    """Return the extremes of each band, and the `sampled` pixels."""
    values = image.pixels.values

    def extremes_of(part):
        lows, highs = [], []
        for block in _blocks_in(part):
            progress.check()
            lows.append(values[block].min(axis=0))
            highs.append(values[block].max(axis=0))
        return np.min(lows, axis=0), np.max(highs, axis=0)

    extremes = pool.map(extremes_of, _parts(len(values), pool), progress)
    sample = np.array(values[sampled])
    release(values)
    return Summary(
        len(values),
        np.min([low for low, _ in extremes], axis=0),
        np.max([high for _, high in extremes], axis=0),
        sample,
    )


@changes_image(obsolete=lambda: (prepare, assign))
def prepare(image: ImageState, basis: Basis, summer: ExactSummer, *, pool: Pool, progress: Progress) -> float:
    """Compute the reduced coordinates of all pixels; comes before the first `assign`.

    Returns
    -------
    float
        Sum of the squared distances of the pixels to the origin of the basis.
    """
    values = image.pixels.values
    shard = image.kept[_SHARD] = Shard(values, basis, summer)

    def reduce(part):
        squares = []
        for block in _blocks_in(part):
            progress.check()
            shard.reduced[block], square = basis.reduce(values[block])
            squares.append(square)
        return squares

    squares = sum(pool.map(reduce, _parts(len(values), pool), progress), [])
    release(values)
    return float(sum(squares))


@changes_image(obsolete=lambda: (assign,))
def assign(image: ImageState, centres: np.ndarray, drift: float, *, pool: Pool, progress: Progress) -> Step:
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
    shard = image.kept[_SHARD]
    prepared = Centres(centres, shard.basis)
    drift /= shard.basis.unit
    if len(centres) > 256 and shard.labels.dtype == np.uint8:
        shard.labels = shard.labels.astype(np.uint16)
    parts = _parts(len(shard.values), pool)
    steps = pool.map(lambda part: shard.assign(prepared, drift, part, progress), parts, progress)
    shard.started = True
    release(shard.values)
    return Step.total(steps)


def count_nearer(image: ImageState, centres: np.ndarray, drift: float, *, pool: Pool, progress: Progress) -> int:
    """Return how many pixels the next `assign`, to these centres, would move to another class."""
    shard = image.kept[_SHARD]
    prepared = Centres(centres, shard.basis)

    def count(part):
        pixels = shard.undecided(drift / shard.basis.unit, part)
        if not len(pixels):
            return 0
        labels = shard.nearest(prepared, pixels, shard.no_change(len(centres)), progress).labels
        return int((labels != rows_at(shard.labels, pixels)).sum())

    counts = pool.map(count, _parts(len(shard.values), pool), progress)
    release(shard.values)
    return sum(counts)


def farthest(image: ImageState, centres: np.ndarray, count: int, *, pool: Pool, progress: Progress) -> Farthest:
    """Return the `count` pixels farthest from the centres of their classes, farthest first.

    Parameters
    ----------
    centres : ndarray of float64, shape (classes, bands)
        In stored units.
    """
    values, labels = image.pixels.values, labels_of(image)

    def farthest_of(block):
        progress.check()
        differences = values[block] - centres[labels[block]]
        squares = np.einsum("ij,ij->i", differences, differences)
        first = np.argsort(-squares, kind="stable")[:count]
        return Farthest(squares[first], values[block][first].astype(np.float64))

    return Farthest.of_all(pool.map(farthest_of, _blocks_in(slice(0, len(values))), progress), count)


def labels_of(image: ImageState) -> np.ndarray:
    """Return the class of each pixel of an image by the last `assign`, counted from 0."""
    return image.kept[_SHARD].labels


def reduced_of(image: ImageState) -> tuple[Basis, np.ndarray]:
    """Return the basis of a clustering, and the coordinates of the pixels of an image in it, see `Basis.reduce`."""
    shard = image.kept[_SHARD]
    return shard.basis, shard.reduced


class Shard:
    """What k-means keeps of the pixels of one image.

    Parameters
    ----------
    values : ndarray, shape (pixels, bands)
        Stored values; integers or finite floating-point numbers. At least one pixel.
    basis : Basis
    summer : ExactSummer

    Attributes
    ----------
    labels : ndarray of uint8 or uint16, shape (pixels,)
    reduced : ndarray of float32, shape (pixels, coordinates)
        See `Basis.reduce`.
    started : bool
        Whether the pixels have been assigned.
    """

    def __init__(self, values: np.ndarray, basis: Basis, summer: ExactSummer):
        self.values = values
        self.basis = basis
        self.labels = np.zeros(len(values), dtype=np.uint8)
        self.reduced = np.empty((len(values), basis.coordinates), dtype=np.float32)
        self.started = False
        self._summer = summer
        # Margin at the assignment plus the drift by then: a label is certain as long as that exceeds the drift.
        self._margins = np.zeros(len(values), dtype=np.float32)

    def no_change(self, classes: int) -> Step:
        """Return the `Step` of an assignment that changes nothing."""
        return Step(np.zeros(classes, np.int64), self._summer.zeros(classes, self.values.shape[1]))

    def assign(self, centres: Centres, drift: float, part: slice, progress: Progress) -> Step:
        """Assign the pixels of a part; the drift is in units of the basis."""
        step = self.no_change(len(centres))
        pixels = self.undecided(drift, part)
        if not len(pixels):
            return step
        nearest = self.nearest(centres, pixels, step, progress)
        # Store margin + drift, so that later passes compare with the drift alone.
        margins = nearest.margins + np.float32(drift)
        margins -= np.abs(margins) * np.float32(2.0**-22)
        put_rows(self._margins, pixels, margins)
        self._move(pixels, nearest.labels, step)
        return step

    def undecided(self, drift: float, part: slice):
        """Return the pixels of a part whose label may change, as `rows_at` takes them."""
        if not self.started:
            return range(part.start, part.stop)
        pixels = np.flatnonzero(self._margins[part] <= np.float32(drift * (1 + 1e-6)))
        pixels += part.start
        return pixels

    def nearest(self, centres: Centres, pixels, step: Step, progress: Progress) -> Nearest:
        """Find the nearest centres, by reduced coordinates as long as they decide most pixels."""
        found, worthwhile = [], True
        for block in _slices(len(pixels), SCAN_PIXELS):
            progress.check()
            if worthwhile:
                found.append(centres.nearest_by_directions(rows_at(self.reduced, pixels[block])))
                worthwhile = found[-1].certain.mean() >= WORTHWHILE
            else:
                found.append(Nearest.unknown(block.stop - block.start))
        nearest = Nearest.joined(found)
        uncertain = np.flatnonzero(~nearest.certain)
        step.examined += len(pixels)
        step.full += len(uncertain)
        for block in _slices(len(uncertain), BLOCK_PIXELS):
            progress.check()
            by_bands = centres.nearest_certainly(rows_at(self.values, chosen(pixels, uncertain[block])))
            nearest.labels[uncertain[block]] = by_bands.labels
            nearest.margins[uncertain[block]] = by_bands.margins
        return nearest

    def _move(self, pixels, labels: np.ndarray, step: Step) -> None:
        old = None
        if self.started:
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


def _blocks_in(part: slice) -> list[slice]:
    return [slice(start, min(start + BLOCK_PIXELS, part.stop)) for start in range(part.start, part.stop, BLOCK_PIXELS)]


def _parts(pixels: int, pool: Pool) -> list[slice]:
    """Split pixels into one part for each thread, as handing out more costs more than waiting for the slowest."""
    share = -(-pixels // pool.threads)
    # Whole blocks, so that sums over blocks are the same with any number of threads.
    blocks = -(-share // BLOCK_PIXELS)
    return _slices(pixels, min(blocks * BLOCK_PIXELS, MOST_PART_PIXELS))
