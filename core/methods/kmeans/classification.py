# SPDX-License-Identifier: GPL-2.0-or-later
"""From the pixels of images to numbered classes, and the maps of them."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from ...compute.blockmap import Output, map_images, whole_map
from ...compute.imageset import ImageSet, ImageState
from ...compute.momentsums import sample_pixels
from ...constants import MOST_CLASSES, NO_CLASS, START_FILE, START_PLUS_PLUS, START_TUTORIAL
from ...errors import ParameterError, TableError
from ...files.raster.classes import class_output, write_classes
from ...image.bands import Bands, match
from ...image.mosaic import Mosaic
from ...image.pixels import Pixels, no_valid_pixel
from ...progress import Progress, Watch
from ...spectra.classes import SpectralClasses
from ...wording import called, counted, number, tr
from .certainty import Certainty
from .certaintymaps import ClassesWithin
from .lloyd import Clustering, End, Iteration, cluster
from .shard import labels_of
from .starts import diagonal, given, plus_plus

# The item of the metadata of a class raster that tells why k-means was stopped.
STOPPED = "KMEANS_STOPPED"
# What choosing the start takes of the progress of a clustering.
_SHARE_OF_START = 0.05


@dataclass(frozen=True)
class Start:
    """Where k-means starts from.

    Attributes
    ----------
    kind : int
        `START_PLUS_PLUS`, `START_TUTORIAL` or `START_FILE`.
    classes : int
        How many; `START_FILE` takes as many as the file has.
    seed : int
        Of the random choices of `START_PLUS_PLUS`.
    file : str
        A table of centres, for `START_FILE`.

    Raises
    ------
    ParameterError
        If there are too few or too many classes, or the file is not given.
    """

    kind: int = START_PLUS_PLUS
    classes: int = 5
    seed: int = 0
    file: str = ""

    def __post_init__(self):
        if self.kind == START_FILE:
            if not self.file:
                raise ParameterError(
                    tr("{start} is the centres of an earlier run, but no file is given; choose one as {file}.").format(
                        start=called(tr("Start from"), "START"),
                        file=called(tr("Centres file to start from"), "START_CENTRES"),
                    )
                )
        elif not 1 <= self.classes <= MOST_CLASSES:
            raise ParameterError(
                tr("{parameter} is {classes}; it must be from 1 to {most}.").format(
                    parameter=called(tr("Clusters"), "CLUSTERS"), classes=self.classes, most=MOST_CLASSES
                )
            )

    def check(self, bands: Bands, name: str, progress: Progress) -> None:
        """Look at the file before the pixels of the image `name` are read, and say whether it is used.

        Raises
        ------
        TableError
            If the file is not a table of centres or lacks some of the `bands`.
        """
        if self.kind == START_FILE:
            count = len(classes_for(bands, self.file, name))
            progress.info(
                counted(
                    count,
                    "K-means starts from the {count} centre of {path}.",
                    "K-means starts from the {count} centres of {path}.",
                    path=self.file,
                )
            )
        elif self.file:
            progress.warn(
                tr("The start centres {path} are not used: they count only when k-means starts from a file.").format(
                    path=self.file
                )
            )

    def check_pixels(self, pixels: int, name: str) -> None:
        """Raise a `ParameterError` if the image `name` has fewer valid pixels than there are classes to look for."""
        if self.kind != START_FILE and self.classes > pixels:
            raise ParameterError(
                counted(
                    pixels,
                    "{parameter} is {classes}, but {name} has only {count} valid pixel; choose 1, or use more of it.",
                    "{parameter} is {classes}, but {name} has only {count} valid pixels; choose so many at most, or "
                    "use more of it.",
                    name=name,
                    parameter=called(tr("Clusters"), "CLUSTERS"),
                    classes=self.classes,
                )
            )

    def centres(self, image: Pixels, sample: np.ndarray, progress: Progress) -> Callable:
        """Return the function that `lloyd.cluster` asks for centres.

        Parameters
        ----------
        image : Pixels
            With the bands, scale and offset of the images.
        sample : ndarray, shape (pixels, bands)
            Stored values of some pixels.
        progress : Progress
            Warned when the centres of a file are in other units.

        Raises
        ------
        TableError
            If the file is not a table of centres or lacks bands of the image.
        """
        if self.kind == START_FILE:
            classes = classes_for(image.bands, self.file, image.name)
            classes.check_scale(image.to_reflectance(sample), image.name, progress)
            return given(image.from_reflectance(classes.centres))
        return diagonal(self.classes) if self.kind == START_TUTORIAL else plus_plus(self.classes, self.seed, progress)


def classes_for(bands: Bands, path: str, name: str) -> SpectralClasses:
    """Read a table of classes for the `bands` of the image `name`.

    Raises
    ------
    TableError
        If the file is no such table, or has no column for some of the bands.
    """
    classes = SpectralClasses.read(path)
    try:
        centres = classes.centres[:, match(bands, classes.bands, name, str(path))]
    except TableError as error:
        raise TableError(
            tr("{error} Or classify with saved centres, which takes the bands of the table.").format(error=error)
        ) from None
    return replace(classes, centres=centres, bands=bands)


@dataclass(frozen=True)
class Classification:
    """Classes of the pixels of images, numbered from 1, dark to bright by the mean of their centres.

    Attributes
    ----------
    numbers : ndarray of int, shape (classes,)
        The number of each class of the clustering.
    classes : SpectralClasses
    clustering : Clustering
    sse : float
        Sum of squared distances of the pixels to the centres, in squared reflectance.
    scale : float
        From stored units to reflectance.
    seconds : float
        What the clustering took.
    certainty : Certainty or None
        How sure the classes are, where that was found.
    certainty_is_written : bool
        Whether all rasters of certainty that were wanted are written.
    """

    numbers: np.ndarray
    classes: SpectralClasses
    clustering: Clustering
    sse: float
    scale: float = 1.0
    seconds: float = 0.0
    certainty: Certainty | None = None
    certainty_is_written: bool = False

    @property
    def centres_by_number(self) -> np.ndarray:
        """Centres in the order of the class numbers, shape (classes, bands), in stored units."""
        return self.clustering.centres[np.argsort(self.numbers)]

    @property
    def is_cut_short(self) -> bool:
        """Whether these are the classes of the iteration in which the user cancelled."""
        return self.clustering.end is End.CANCELLED

    @property
    def limits(self) -> np.ndarray | None:
        """The largest distance of each class, beyond which pixels are unclassified; None when none is."""
        return None if self.certainty is None else self.certainty.limits


def classify(
    images: ImageSet,
    start: Start,
    max_iterations: int,
    progress: Progress | None = None,
    on_centres: Callable[[SpectralClasses], None] = lambda classes: None,
    *,
    min_moved: float = 0.0,
    keep_partial: bool = False,
) -> Classification:
    """Cluster the pixels of all images together.

    Parameters
    ----------
    images : ImageSet
    start : Start
    max_iterations : int
    progress : Progress, optional
        Its log gets a line for each iteration.
    on_centres : callable, optional
        Called with the centres after each iteration, to keep them.
    min_moved, keep_partial
        See `lloyd.cluster`.

    Raises
    ------
    ParameterError
        If there is no valid pixel, fewer of them than classes, or no iteration, or `min_moved` is no percentage.
    TableError
        If the start centres do not fit.
    """
    progress = progress or Progress()
    started = time.monotonic()
    first, pixels = images.template, images.pixels
    if not pixels:
        raise no_valid_pixel(first.name)
    start.check_pixels(pixels, first.name)

    def dark_to_bright(centres: np.ndarray) -> np.ndarray:
        # Equal ones keep their order.
        return np.argsort(first.brightness(centres), kind="stable")

    def classes_of(centres: np.ndarray, counts: np.ndarray) -> SpectralClasses:
        order = dark_to_bright(centres)
        numbers = np.arange(1, len(order) + 1)
        reflectance = first.to_reflectance(centres[order])
        return SpectralClasses(numbers, reflectance, first.bands, counts[order], first.grid.pixel_area_ha)

    def on_iteration(iteration: Iteration) -> None:
        on_centres(classes_of(iteration.centres, iteration.counts))
        progress.info(_describe(iteration, pixels, first.scale))

    starting = progress.phase(tr("Choosing start centres"), 0, _SHARE_OF_START)
    clustering = cluster(
        images,
        start.centres(first, images.call(images.filled[0], sample_pixels), starting),
        max_iterations,
        reseed_empty=start.kind == START_PLUS_PLUS,
        count_after_first=start.kind == START_FILE,
        min_moved=min_moved,
        keep_partial=keep_partial,
        progress=progress.part(_SHARE_OF_START, 1),
        on_iteration=on_iteration,
        name=first.name,
    )
    numbers = np.empty(len(clustering.centres), dtype=np.uint8 if len(clustering.centres) <= 255 else np.uint16)
    numbers[dark_to_bright(clustering.centres)] = np.arange(1, len(numbers) + 1)
    last = clustering.iterations[-1]
    stop = describe_stop(clustering)
    if stop:
        progress.info(stop)
    empty = int((clustering.counts == 0).sum())
    if empty:
        progress.warn(
            counted(
                empty,
                "{count} of {classes} classes has no pixel.",
                "{count} of {classes} classes have no pixel.",
                classes=len(clustering.counts),
            )
        )
    sse = last.sse * first.scale**2
    classes = classes_of(clustering.centres, clustering.counts)
    return Classification(numbers, classes, clustering, sse, first.scale, time.monotonic() - started)


def write_class_map(
    path, mosaic: Mosaic, images: ImageSet, classification: Classification, progress: Progress | None = None
) -> None:
    """Write the class raster of all images, with colours, names, pixel counts and areas.

    Raises
    ------
    OutputError
        If the raster cannot be written; nothing is left of it.
    """
    classes, certainty = classification.classes, classification.certainty
    function, output = _class_function(classification.numbers)
    unclassified = None
    if classification.limits is not None:
        function, output = ClassesWithin(classification.limits), class_output(len(classes), True)
        classes = replace(classes, counts=classes.counts - certainty.beyond)
        unclassified = certainty.unclassified
    write_classes(
        path,
        mosaic.grid,
        map_images(images, mosaic, function, output, progress=Watch(progress or Progress())),
        classes.counts,
        classes.colours,
        classes.names,
        mosaic.grid.pixel_area_ha,
        progress,
        unclassified=unclassified,
        metadata={STOPPED: describe_stop(classification.clustering)} if classification.is_cut_short else None,
    )


def small_class_map(
    mosaic: Mosaic, images: ImageSet, numbers: np.ndarray, longest_side: int, limits: np.ndarray | None = None
) -> np.ndarray:
    """Return the class map of every n-th row and column, for a picture.

    Parameters
    ----------
    mosaic : Mosaic
    images : ImageSet
    numbers : ndarray of int, shape (classes,)
        The number of each class of the clustering.
    longest_side : int
        Its longer side has at most so many pixels.
    limits : ndarray of float32, shape (classes,), optional
        Largest distances; pixels beyond get the number after the last class.
    """
    function, output = _class_function(numbers)
    if limits is not None:
        function, output = ClassesWithin(limits, beyond=len(limits) + 1), Output(1, np.int32, NO_CLASS)
    return whole_map(images, mosaic, function, output, mosaic.grid.step_for(longest_side))[0]


def _class_function(numbers: np.ndarray) -> tuple[ClassNumbers, Output]:
    return ClassNumbers(numbers), Output(1, numbers.dtype, NO_CLASS)


@dataclass(frozen=True)
class ClassNumbers:
    """Returns the class of pixels after a clustering, as a function of a `blockmap`.

    Attributes
    ----------
    numbers : ndarray of int, shape (classes,)
        The number of each class of the clustering.
    """

    numbers: np.ndarray

    def __call__(self, image: ImageState, chosen: slice | np.ndarray) -> np.ndarray:
        return np.take(self.numbers, labels_of(image)[chosen])


def _describe(iteration: Iteration, pixels: int, scale: float) -> str:
    error = iteration.sse * scale**2
    if iteration.moved is None:
        return tr("Iteration 1: {pixels:,} pixels assigned, squared error {error:.10g}.").format(
            pixels=pixels, error=error
        )
    return counted(
        iteration.moved,
        "Iteration {number}: {count} pixel moved ({share:.3%}), squared error {error:.10g}.",
        "Iteration {number}: {count} pixels moved ({share:.3%}), squared error {error:.10g}.",
        number=iteration.number,
        share=iteration.moved / pixels,
        error=error,
    )


def describe_stop(clustering: Clustering) -> str:
    """Return a sentence that says why the iterations ended before the classes settled; empty if they have settled."""
    if clustering.converged or clustering.end is End.SETTLED:
        return ""
    iterations, moved = len(clustering.iterations), clustering.moved
    if clustering.end is End.CANCELLED:
        if moved is None:
            return tr("Cancelled after the first iteration.")
        return tr("Cancelled after {iterations} iterations; the last one moved {moved}.").format(
            iterations=iterations, moved=moved_in_words(moved, clustering.pixels)
        )
    if clustering.end is End.FEW_MOVED:
        return tr(
            "Stopped after {iterations} iterations, as the last one moved only {moved}; iterations end when at most "
            "{share} % move."
        ).format(
            iterations=iterations,
            moved=moved_in_words(moved, clustering.pixels),
            share=number(clustering.min_moved, "g"),
        )
    if moved is None:
        return tr(
            "Stopped after the first iteration; allow more, or go on from the centres, to let the classes settle."
        )
    if iterations == 1:
        return counted(
            moved,
            (
                "Stopped after the first iteration; {count} pixel is now nearer to the centre of another class. "
                "Allow more iterations, or go on from the centres, to let the classes settle."
            ),
            (
                "Stopped after the first iteration; {count} pixels are now nearer to the centre of another class. "
                "Allow more iterations, or go on from the centres, to let the classes settle."
            ),
        )
    return tr(
        "Stopped after {iterations} iterations, as many as are allowed; the last one moved {moved}. Allow more, or go "
        "on from the centres, to let the classes settle."
    ).format(iterations=iterations, moved=moved_in_words(moved, clustering.pixels))


def moved_in_words(moved: int, pixels: int) -> str:
    """Return how many of all pixels moved, such as "12 of 900,000 pixels (0.001 %)"."""
    return tr("{moved} of {pixels} pixels ({share} %)").format(
        moved=number(moved, ","), pixels=number(pixels, ","), share=number(100 * moved / pixels, ".3f")
    )
