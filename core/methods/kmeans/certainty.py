# SPDX-License-Identifier: GPL-2.0-or-later
"""How sure the class of each pixel is: distance to the centre of its class, second nearest class, and margin.

The margin of a pixel is its distance to the nearest other centre less that to the centre of its own class. It is 0
halfway between two centres. After a k-means run that stopped before no pixel moved any more it can be negative, because
the centres moved once more after the pixels were assigned; such a pixel is one that a further iteration would move.

All distances are Euclidean over all bands, from differences in float64, so small ones are exact as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...compute.imageset import ImageSet, ImageState, changes_image
from ...compute.memory import release
from ...compute.threads import Pool
from ...errors import ParameterError, RasterError
from ...image.slices import aligned_slices
from ...progress import Progress
from ...wording import counted, tr
from .nearest import Centres
from .shard import labels_of, reduced_of

# So few that their differences from centres in float64 stay in the processor's cache.
BLOCK_PIXELS = 512
# Fixed, so that sums of floating-point numbers are added in the same order with any number of threads.
PART_PIXELS = 8192
# How often each class is second is counted for at most so many classes.
MOST_COUNTED_CLASSES = 1000

_KEPT = "certainty"


@dataclass(frozen=True)
class MostDistance:
    """How far a pixel may lie from the centre of its class.

    Attributes
    ----------
    value : float
    in_deviations : bool
        Whether the value is a multiple of the standard deviation of the class: the root of the mean squared distance of
        its pixels to its centre. Otherwise it is a distance in reflectance.

    Raises
    ------
    ParameterError
        If the value is negative or not finite.
    """

    value: float
    in_deviations: bool = False

    def __post_init__(self):
        if not 0 <= self.value < np.inf:
            raise ParameterError(tr("Largest distance is {value:g}; it must be 0 or more.").format(value=self.value))

    def limits(self, deviations: np.ndarray) -> np.ndarray:
        """Return the largest distance of each class, float32, given the standard deviation of each in reflectance."""
        limits = self.value * deviations if self.in_deviations else np.full(len(deviations), self.value)
        with np.errstate(over="ignore"):
            return limits.astype(np.float32)


@dataclass(frozen=True)
class ClassSums:
    """Sums over the pixels of each class.

    Attributes
    ----------
    counts : ndarray of int64, shape (classes,)
    squares, margins : ndarray of float64, shape (classes,)
        Of the squared distances to the centre, and of the margins.
    second_counts : ndarray of int64, shape (classes,)
        How many pixels have each class second; zeros when there is only one class.
    pairs : ndarray of int64, shape (classes, classes), or None
        How many pixels of each class have which class second; None when there are more than `MOST_COUNTED_CLASSES`.
    """

    counts: np.ndarray
    squares: np.ndarray
    margins: np.ndarray
    second_counts: np.ndarray
    pairs: np.ndarray | None

    @classmethod
    def of(cls, labels: np.ndarray, distances: np.ndarray, margins: np.ndarray, seconds: np.ndarray, classes: int):
        """Add up pixels; labels and seconds are counted from 0."""
        exact = distances.astype(np.float64)
        squares = np.bincount(labels, exact * exact, minlength=classes)
        counts = np.bincount(labels, minlength=classes)
        if classes == 1:
            return cls(counts, squares, np.zeros(1), np.zeros(1, np.int64), None)
        pairs = None
        if classes <= MOST_COUNTED_CLASSES:
            pairs = np.bincount(labels.astype(np.intp) * classes + seconds, minlength=classes**2)
            pairs = pairs.reshape(classes, classes)
        margins = np.bincount(labels, margins, minlength=classes)
        return cls(counts, squares, margins, np.bincount(seconds, minlength=classes), pairs)

    @classmethod
    def total(cls, parts: Sequence[ClassSums]) -> ClassSums:
        """Add up the sums of parts, at least one, in their order."""
        return cls(
            sum(part.counts for part in parts),
            sum(part.squares for part in parts),
            sum(part.margins for part in parts),
            sum(part.second_counts for part in parts),
            None if parts[0].pairs is None else sum(part.pairs for part in parts),
        )

    @property
    def deviations(self) -> np.ndarray:
        """Root of the mean squared distance of each class, 0 for classes without pixels."""
        return np.sqrt(self.squares / np.maximum(self.counts, 1))

    @property
    def mean_margins(self) -> np.ndarray:
        """Mean margin of each class, 0 for classes without pixels."""
        return self.margins / np.maximum(self.counts, 1)


@dataclass(frozen=True)
class Certainty:
    """How sure the classes of pixels are.

    Attributes
    ----------
    sums : ClassSums
        In the order of the class numbers.
    limits : ndarray of float32, shape (classes,), or None
        Largest distance of a pixel of each class; farther pixels are unclassified. None: no pixel is too far.
    beyond : ndarray of int64, shape (classes,)
        Pixels of each class that are farther.
    """

    sums: ClassSums
    limits: np.ndarray | None
    beyond: np.ndarray

    @property
    def unclassified(self) -> int | None:
        """How many pixels are unclassified; None when no pixel can be."""
        return None if self.limits is None else int(self.beyond.sum())


def distances(values: np.ndarray, centres: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Return the distance of each pixel to the centre of its class, in stored units.

    Parameters
    ----------
    values : ndarray, shape (pixels, bands)
        Stored values.
    centres : ndarray of float64, shape (classes, bands)
        In stored units.
    labels : ndarray of int, shape (pixels,)

    Returns
    -------
    ndarray of float64, shape (pixels,)
    """
    squares = np.empty(len(values))
    for block in aligned_slices(0, len(values), BLOCK_PIXELS):
        differences = np.take(centres, labels[block], axis=0)
        np.subtract(values[block], differences, out=differences)
        np.einsum("ij,ij->i", differences, differences, out=squares[block])
    return np.sqrt(squares, out=squares)


def as_float32(values: np.ndarray, name: str) -> np.ndarray:
    """Return distances or margins of the image `name` as float32.

    Raises
    ------
    RasterError
        If some are too large; NaN stays.
    """
    with np.errstate(over="ignore"):
        small = values.astype(np.float32)
    if np.isinf(small).any():
        raise RasterError(
            tr(
                "The distances of {name} are too large for Float32, so the image or the centres hold numbers that are "
                "no reflectance; check both."
            ).format(name=name)
        )
    return small


@dataclass(frozen=True)
class PixelCertainty:
    """What is kept of the pixels of one image.

    Attributes
    ----------
    labels, seconds : ndarray of uint8 or uint16, shape (pixels,)
        Own and second class, counted from 0 in the order of the class numbers.
    distances, margins : ndarray of float32, shape (pixels,)
        In reflectance; margins are NaN when there is only one class.
    """

    labels: np.ndarray
    seconds: np.ndarray
    distances: np.ndarray
    margins: np.ndarray


@changes_image(obsolete=lambda: (measure_certainty,))
def measure_certainty(
    image: ImageState, numbers: np.ndarray, centres: np.ndarray, *, pool: Pool, progress: Progress
) -> ClassSums:
    """Find and keep the distances and the second class of all pixels after a clustering; see `certainty_of`.

    Of centres at the same distance, the one with the lowest class number is second.

    Parameters
    ----------
    numbers : ndarray of int, shape (classes,)
        The number, from 1, of each class of the clustering.
    centres : ndarray of float64, shape (classes, bands)
        In stored units, in the order of the class numbers.
    """
    pixels, classes = image.pixels, len(centres)
    dtype = np.uint8 if classes <= 256 else np.uint16
    labels = np.take((numbers - 1).astype(dtype), labels_of(image))
    seconds = np.zeros(len(labels), dtype)
    lengths, margins = np.full((2, len(labels)), np.nan, np.float32)
    basis, reduced = reduced_of(image)
    prepared = Centres(centres, basis)
    scale = abs(pixels.scale)

    def measure_part(part: slice) -> ClassSums:
        values = pixels.values[part]
        own = distances(values, prepared.centres, labels[part]) * scale
        lengths[part] = as_float32(own, pixels.name)
        if classes > 1:
            seconds[part] = prepared.nearest_other(values, labels[part], reduced[part])
            other = distances(values, prepared.centres, seconds[part]) * scale
            margins[part] = as_float32(other - own, pixels.name)
        return ClassSums.of(labels[part], lengths[part], margins[part], seconds[part], classes)

    parts = pool.map(measure_part, list(aligned_slices(0, len(labels), PART_PIXELS)), progress)
    release(pixels.values)
    image.kept[_KEPT] = PixelCertainty(labels, seconds, lengths, margins)
    return ClassSums.total(parts)


def count_beyond(image: ImageState, limits: np.ndarray, *, pool: Pool, progress: Progress) -> np.ndarray:
    """Return how many pixels of each class are farther from its centre than the limit of the class."""
    kept = certainty_of(image)
    return np.bincount(kept.labels[kept.distances > limits[kept.labels]], minlength=len(limits))


def certainty_of(image: ImageState) -> PixelCertainty:
    """Return what `measure_certainty` found of the pixels of an image."""
    return image.kept[_KEPT]


def find_certainty(
    images: ImageSet,
    numbers: np.ndarray,
    centres: np.ndarray,
    most_distance: MostDistance | None,
    progress: Progress | None = None,
) -> Certainty:
    """Find how sure the classes of all images are, after a clustering of them.

    The images keep the distances, 10 to 12 bytes a pixel. Suits classes that were found by the nearest centre; the
    distances of other classifiers mean something else.

    Parameters
    ----------
    images : ImageSet
        After `lloyd.cluster`.
    numbers, centres : ndarray
        As for `measure_certainty`.
    most_distance : MostDistance or None
        From where on pixels are unclassified.
    progress : Progress, optional

    Raises
    ------
    RasterError
        If distances are too large for Float32.
    """
    sums = ClassSums.total(images.map(measure_certainty, numbers, centres, progress=progress))
    if most_distance is None:
        return Certainty(sums, None, np.zeros(len(centres), np.int64))
    limits = most_distance.limits(sums.deviations)
    return Certainty(sums, limits, sum(images.map(count_beyond, limits)))


def describe_unclassified(unclassified: int, pixels: int) -> str:
    """Return a sentence that says how many of all pixels are unclassified."""
    return counted(
        unclassified,
        "{count} pixel ({share:.2%}) is farther from the centre of its class than allowed and is unclassified.",
        "{count} pixels ({share:.2%}) are farther from the centre of their class than allowed and are unclassified.",
        share=unclassified / pixels,
    )
