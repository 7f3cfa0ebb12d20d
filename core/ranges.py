"""How widely the pixels of each class spread around its centre."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

SAMPLE_PIXELS = 20_000
PERCENTILES = (5.0, 95.0)


def class_ranges(
    values: Sequence[np.ndarray], labels: Sequence[np.ndarray], classes: int
) -> tuple[np.ndarray, np.ndarray]:
    """Estimate the 5th and 95th percentile of each class and band from pixels taken at regular steps.

    Every class gives the same number of pixels as far as it has them, some 20 000 in all, so that the cost does not
    grow with the image. The result is for drawing; it is not exact for classes larger than their share of the sample.

    Parameters
    ----------
    values : sequence of ndarray, each of shape (pixels, bands)
        Stored values of the valid pixels of each image.
    labels : sequence of ndarray of int, each of shape (pixels,)
        Class of each of these pixels, counted from 0.
    classes : int

    Returns
    -------
    low, high : ndarray of float64, shape (classes, bands)
        In stored units; NaN for classes without pixels.
    """
    bands = values[0].shape[1]
    low = np.full((classes, bands), np.nan)
    high = np.full((classes, bands), np.nan)
    for number, parts in enumerate(_pixels_of_classes(labels, classes)):
        chosen = _regular_sample(parts, SAMPLE_PIXELS // classes + 1)
        sample = np.concatenate([image[pixels] for image, pixels in zip(values, chosen)])
        if len(sample):
            # Sorting is several times faster along contiguous bands.
            low[number], high[number] = np.percentile(np.ascontiguousarray(sample.T), PERCENTILES, axis=1)
    return low, high


def _pixels_of_classes(labels: Sequence[np.ndarray], classes: int):
    """Yield for each class its pixels in each image, as indices in ascending order."""
    # A stable sort of the smallest integer type is a radix sort, faster than a comparison for every class.
    small = [image.astype(np.min_scalar_type(classes), copy=False) for image in labels]
    orders = [np.argsort(image, kind="stable") for image in small]
    ends = [np.cumsum(np.bincount(image, minlength=classes)) for image in small]
    for number in range(classes):
        yield [order[end[number - 1] if number else 0 : end[number]] for order, end in zip(orders, ends)]


def _regular_sample(parts: list[np.ndarray], wanted: int) -> list[np.ndarray]:
    """Take every n-th pixel of a class, counted through all images."""
    step = max(1, -(-sum(len(part) for part in parts) // wanted))
    chosen, first = [], 0
    for part in parts:
        chosen.append(part[first::step])
        first = (first - len(part)) % step
    return chosen
