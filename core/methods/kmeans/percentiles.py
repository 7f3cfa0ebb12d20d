# SPDX-License-Identifier: GPL-2.0-or-later
"""Percentiles of the pixels of each class, estimated from every n-th pixel.

About 20,000 pixels are taken, the same number from each class as far as it has them, so the cost does not grow with
the images. The percentiles are for charts: they are exact only for classes of which all pixels are taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...compute.imageset import ImageState
from ...compute.threads import Pool
from ...progress import Progress
from .shard import labels_of

SAMPLE_PIXELS = 20_000
PERCENTILES = (5.0, 95.0)


@dataclass(frozen=True)
class ClassSamples:
    """Pixels taken from each class of an image.

    Attributes
    ----------
    counts : ndarray of int, shape (classes,)
        How many pixels were taken from each class.
    values : ndarray, shape (pixels, bands)
        Stored values, class by class.
    """

    counts: np.ndarray
    values: np.ndarray

    def of_class(self, number: int) -> np.ndarray:
        """Return the values of a class, counted from 0."""
        start = int(self.counts[:number].sum())
        return self.values[start : start + int(self.counts[number])]


def class_counts(image: ImageState, numbers: np.ndarray, *, pool: Pool, progress: Progress) -> np.ndarray:
    """Return how many pixels of an image each class has, in the order of the class numbers.

    Parameters
    ----------
    numbers : ndarray of int, shape (classes,)
        The number, from 1, of each class of the clustering.
    """
    return np.bincount(np.take(numbers, labels_of(image)) - 1, minlength=len(numbers))


def regular_samples(counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Choose every n-th pixel of each class, counted through all images.

    Parameters
    ----------
    counts : ndarray of int, shape (images, classes)
        Pixels of each class in each image.

    Returns
    -------
    firsts : ndarray of int, shape (images, classes)
        The first pixel to take of each class in each image.
    steps : ndarray of int, shape (classes,)
        Every how many pixels of a class one is taken.
    """
    wanted = SAMPLE_PIXELS // counts.shape[1] + 1
    steps = np.maximum(-(-counts.sum(axis=0) // wanted), 1)
    before = np.cumsum(counts, axis=0) - counts
    return -before % steps, steps


def class_samples(
    image: ImageState, numbers: np.ndarray, firsts: np.ndarray, steps: np.ndarray, *, pool: Pool, progress: Progress
) -> ClassSamples:
    """Take pixels of each class of an image, as `regular_samples` chose.

    Parameters
    ----------
    numbers : ndarray of int, shape (classes,)
        As for `class_counts`.
    firsts, steps : ndarray of int, shape (classes,)
        In the order of the class numbers.
    """
    labels = np.take(numbers, labels_of(image)) - 1
    # NumPy's stable sort of 8 and 16-bit integers is a radix sort, faster than a comparison for each class.
    order = np.argsort(labels.astype(np.min_scalar_type(len(steps)), copy=False), kind="stable")
    ends = np.cumsum(np.bincount(labels, minlength=len(steps)))
    starts = np.concatenate([[0], ends[:-1]])
    chosen = [order[start:end][first::step] for start, end, first, step in zip(starts, ends, firsts, steps)]
    return ClassSamples(np.array([len(pixels) for pixels in chosen]), image.pixels.values[np.concatenate(chosen)])


def class_ranges(samples: Sequence[ClassSamples]) -> tuple[np.ndarray, np.ndarray]:
    """Estimate the 5th and 95th percentile of each class and band from the samples of all images.

    Returns
    -------
    low, high : ndarray of float64, shape (classes, bands)
        In stored units; NaN for classes without pixels.
    """
    classes, bands = len(samples[0].counts), samples[0].values.shape[1]
    low = np.full((classes, bands), np.nan)
    high = np.full((classes, bands), np.nan)
    for number in range(classes):
        sample = np.concatenate([image.of_class(number) for image in samples])
        if len(sample):
            # Sorting is several times faster along contiguous bands.
            low[number], high[number] = np.percentile(np.ascontiguousarray(sample.T), PERCENTILES, axis=1)
    return low, high
