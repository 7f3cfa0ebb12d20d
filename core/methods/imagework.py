"""What can be asked of the pixels of one image, on whatever machine they are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..compute.crew import LocalCrew
from ..compute.exactsum import ExactSummer
from ..compute.momentsums import MomentSums
from ..compute.threads import Pool
from ..constants import NO_CLASS
from ..image.pixels import Pixels
from ..progress import Progress
from .composite import true_colour
from .kmeans.nearest import Basis
from .kmeans.ranges import ClassSamples, class_counts, class_samples
from .kmeans.shard import Farthest, Shard, Step, Summary
from .transforms.linear import LinearTransform
from .transforms.scores import ScoreRows, score_rows


def local_crew(images: Sequence[Pixels], threads: int | None = None) -> LocalCrew:
    """Make a crew of images in the memory of this process."""
    return LocalCrew([ImageWork(image) for image in images], images[0], threads)


class ImageWork:
    """The pixels of one image, and what a computation knows of them.

    Every method ends with the parameters `workers`, a `Pool`, and `progress`. What methods take and return is small
    beside the pixels, so that it can travel.

    Parameters
    ----------
    image : Pixels
    """

    def __init__(self, image: Pixels):
        self._take(image)

    def _take(self, image: Pixels) -> None:
        self._image = image
        self._shard = Shard(image.values)

    def __len__(self) -> int:
        return len(self._image)

    def pixels(self, workers: Pool, progress: Progress) -> int:
        """Return how many valid pixels the image has."""
        return len(self)

    def first_pixel(self, workers: Pool, progress: Progress) -> np.ndarray:
        """Return the stored values of the first pixel."""
        return self._image.values[0].copy()

    def valid_in(self, rows: slice, columns: slice, workers: Pool, progress: Progress) -> np.ndarray:
        """Return which pixels of a window are valid, as bits."""
        return np.packbits(self._image.valid[rows, columns])

    def leave_out(self, windows: Sequence[tuple], workers: Pool, progress: Progress) -> int:
        """Take away pixels, given by rows, columns and bits as of `valid_in`; return how many are left."""
        excluded = np.zeros_like(self._image.valid)
        for rows, columns, bits in windows:
            part = excluded[rows, columns]
            part |= np.unpackbits(bits, count=part.size).reshape(part.shape).astype(bool)
        self._take(self._image.without(excluded))
        return len(self)

    def summary(self, sampled: slice, workers: Pool, progress: Progress) -> Summary:
        """See `Shard.summary`."""
        return self._shard.summary(sampled, workers, progress)

    def prepare(self, basis: Basis, summer: ExactSummer, workers: Pool, progress: Progress) -> float:
        """See `Shard.prepare`."""
        return self._shard.prepare(basis, summer, workers, progress)

    def assign(self, centres: np.ndarray, drift: float, workers: Pool, progress: Progress) -> Step:
        """See `Shard.assign`."""
        return self._shard.assign(centres, drift, workers, progress)

    def farthest(self, centres: np.ndarray, count: int, workers: Pool, progress: Progress) -> Farthest:
        """See `Shard.farthest`."""
        return self._shard.farthest(centres, count, workers, progress)

    def class_counts(self, numbers: np.ndarray, workers: Pool, progress: Progress) -> np.ndarray:
        """Return how many pixels each class has, the classes in the order of their numbers.

        Parameters
        ----------
        numbers : ndarray of int, shape (classes,)
            The number, from 1, of each class of the clustering.
        """
        return class_counts(np.take(numbers, self._shard.labels) - 1, len(numbers))

    def class_samples(
        self, numbers: np.ndarray, firsts: np.ndarray, steps: np.ndarray, workers: Pool, progress: Progress
    ) -> ClassSamples:
        """Return the values of some pixels of each class, see `ranges.class_samples`."""
        return class_samples(self._image.values, np.take(numbers, self._shard.labels) - 1, firsts, steps)

    def class_rows(
        self, numbers: np.ndarray, rows: slice, columns: slice, workers: Pool, progress: Progress
    ) -> np.ndarray:
        """Return the class map of some rows and columns, `NO_CLASS` where there is no data; slices may have steps."""
        image = self._image
        valid = image.valid[rows.start : rows.stop]
        classes = np.full(valid.shape, NO_CLASS, dtype=numbers.dtype)
        classes[valid] = np.take(numbers, self._shard.labels[image.rows(rows.start, rows.stop)])
        return np.ascontiguousarray(classes[:: rows.step, columns])

    def moment_sums(self, shift: np.ndarray, workers: Pool, progress: Progress) -> MomentSums:
        """See `MomentSums.of`."""
        return MomentSums.of(self._image.values, shift, workers, progress)

    def score_rows(
        self, components: LinearTransform, rows: slice, step: int, workers: Pool, progress: Progress
    ) -> ScoreRows:
        """See `scores.score_rows`."""
        return score_rows(self._image, components, rows, step, workers, progress)

    def true_colour(self, longest_side: int, workers: Pool, progress: Progress) -> np.ndarray | None:
        """See `composite.true_colour`."""
        return true_colour(self._image, longest_side)
