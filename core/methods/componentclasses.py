# SPDX-License-Identifier: GPL-2.0-or-later
"""K-means on principal components in place of bands, and how far its classes agree with those of all bands."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

import numpy as np

from ..compute.blas import product
from ..compute.derivedimages import derived_of
from ..compute.imageset import ImageSet, ImageState
from ..compute.memory import release
from ..compute.threads import Pool
from ..image.mosaic import Mosaic
from ..image.slices import aligned_slices
from ..progress import Progress, Quiet
from ..spectra.classes import SpectralClasses
from ..wording import counted, number, tr
from .comparison import Comparison, cross_table
from .kmeans.classification import Classification, classify
from .kmeans.shard import labels_of
from .products import ClassFiles, ClassSettings, make_classes
from .transforms.linear import LinearTransform
from .transforms.scores import score_images

BLOCK_PIXELS = 2048
# Fixed, so that sums of floating-point numbers are added in the same order with any number of threads.
PART_PIXELS = 8 * BLOCK_PIXELS


@dataclass(frozen=True)
class BandComparison:
    """How far classes of components agree with those that the same settings give on all bands.

    Attributes
    ----------
    comparison : Comparison
        The first classification is that of the components, the second that of the bands; both by class number.
    bands : Classification
        That of all bands.
    components : int
    seconds, seconds_of_bands : float
        Time of computing and clustering the scores, and of clustering the bands.
    """

    comparison: Comparison
    bands: Classification
    components: int
    seconds: float
    seconds_of_bands: float


def make_component_classes(
    images: ImageSet,
    mosaic: Mosaic,
    components: LinearTransform,
    settings: ClassSettings,
    files: ClassFiles,
    progress: Progress,
    compare: bool = False,
) -> tuple[Classification, BandComparison | None]:
    """Cluster the component scores of all images, and write what `make_classes` does.

    The classes are those of k-means on a component raster, which holds the same scores (float32). Their numbers and
    centres are those of their mean spectra in all bands; distances are those of scores. Not suitable where the
    components that are kept leave out much of the variance that tells classes apart.

    Parameters
    ----------
    images : ImageSet
        Keep the classes, as after `make_classes`.
    mosaic : Mosaic
    components : LinearTransform
    settings : ClassSettings
        A centres file to start from has spectra, not scores.
    files : ClassFiles
    progress : Progress
    compare : bool
        Whether to classify all bands as well, and compare; not done if the user has cancelled and partial results are
        to be kept.

    Raises
    ------
    OutputError
        If a file cannot be written; those before it are there.
    """
    until = 0.6 if compare else 1
    started = time.monotonic()
    scores = score_images(images, components, progress.phase(tr("Computing scores"), 0, 0.1))
    seconds = time.monotonic() - started

    def with_mean_spectra(found: Classification) -> SpectralClasses:
        sums = sum(images.map(sum_spectra, found.numbers))
        centres, filled = found.classes.centres.copy(), found.classes.counts > 0
        means = sums[filled] / found.classes.counts[filled, np.newaxis]
        centres[filled] = images.template.to_reflectance(means)
        return replace(found.classes, centres=centres)

    classification = make_classes(scores, mosaic, settings, files, progress.part(0.1, until), with_mean_spectra)
    comparison = None
    if compare and not (settings.keep_partial and progress.cancelled()):
        with settings.dispensable():
            comparison = _compare(images, settings, classification, components, seconds, progress.part(until, 1))
            progress.info(describe(comparison))
    scores.hand_over()
    return classification, comparison


def _compare(
    images: ImageSet,
    settings: ClassSettings,
    classification: Classification,
    components: LinearTransform,
    seconds: float,
    progress: Progress,
) -> BandComparison:
    """Classify all bands as well, and compare; the scores took so many `seconds`."""
    clustering = Quiet(progress.phase(tr("Clustering all bands, to compare"), 0, 1))
    of_bands = classify(images, settings.start, settings.max_iterations, clustering, min_moved=settings.min_moved)
    table = sum(images.map(count_pairs, classification.numbers, of_bands.numbers))
    return BandComparison(
        Comparison.of(table), of_bands, components.count, seconds + classification.seconds, of_bands.seconds
    )


def describe(comparison: BandComparison) -> str:
    """Return a sentence on how far the classifications of components and of bands agree, and how long both took."""
    return tr(
        "{share} % of the pixels have the corresponding class in a clustering of all bands (adjusted Rand index "
        "{rand}); clustering took {seconds} s on {components} and {seconds_of_bands} s on {bands}."
    ).format(
        share=number(100 * comparison.comparison.overall, ".3f"),
        rand=number(comparison.comparison.adjusted_rand, ".4f"),
        seconds=number(comparison.seconds, ".1f"),
        components=counted(comparison.components, "{count} component", "{count} components"),
        seconds_of_bands=number(comparison.seconds_of_bands, ".1f"),
        bands=counted(len(comparison.bands.classes.bands), "{count} band", "{count} bands"),
    )


def count_pairs(
    image: ImageState, numbers: np.ndarray, others: np.ndarray, *, pool: Pool, progress: Progress
) -> np.ndarray:
    """Return the cross table of the classes of the derived image and of the image itself, both by class number.

    Parameters
    ----------
    numbers, others : ndarray of int, shape (classes,)
        The number, from 1, of each class of the two clusterings.
    """
    first, second = numbers[labels_of(derived_of(image))], others[labels_of(image)]
    return cross_table(first - 1, second - 1, (len(numbers), len(others)))


def sum_spectra(image: ImageState, numbers: np.ndarray, *, pool: Pool, progress: Progress) -> np.ndarray:
    """Return the sums of an image's pixels in each class of the derived image, shape (classes, bands), by class number.

    Exact for integers whose sums float64 can hold.

    Parameters
    ----------
    numbers : ndarray of int, shape (classes,)
        The number, from 1, of each class of the clustering.
    """
    values, labels = image.pixels.values, labels_of(derived_of(image))
    classes = np.arange(1, len(numbers) + 1)[:, np.newaxis]

    def add_up(part: slice) -> np.ndarray:
        sums = np.zeros((len(numbers), values.shape[1]))
        for block in aligned_slices(part.start, part.stop, BLOCK_PIXELS):
            progress.check()
            weights = (classes == numbers[labels[block]]).astype(np.float64)
            sums += product(weights, values[block].astype(np.float64))
        return sums

    parts = pool.map(add_up, list(aligned_slices(0, len(values), PART_PIXELS)), progress)
    release(values)
    return sum(parts)
