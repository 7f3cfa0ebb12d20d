# SPDX-License-Identifier: GPL-2.0-or-later
"""Merge the classes of class rasters and of cluster centres, and remove small patches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from ..compute.blockmap import Window
from ..compute.memory import PixelStore, release
from ..constants import MOST_CLASSES, NO_CLASS
from ..errors import OutputError
from ..files.gdalerrors import attempt
from ..files.raster.categories import class_label
from ..files.raster.classes import class_output, write_classes
from ..files.raster.palette import class_colours
from ..image.grid import Grid
from ..image.pixels import no_valid_pixel
from ..inputs.classrasters import NO_NUMBER, ClassNumbering, RasterClasses, class_windows
from ..progress import Progress
from ..spectra.classes import SpectralClasses
from ..wording import tr
from .mergerules import KnownClasses, MergedClasses


@dataclass(frozen=True)
class StoredClasses:
    """The classes of a raster, in memory or a scratch file.

    Attributes
    ----------
    grid : Grid
    places : ndarray of uint16, shape (rows, columns)
        The class of each pixel, as its place in `numbers`, counted from 1; 0 without class.
    numbers : list of int
    """

    grid: Grid
    places: np.ndarray
    numbers: list[int]


def read_classes(source: RasterClasses, grid: Grid, store: PixelStore, progress: Progress) -> StoredClasses:
    """Read a class raster into a store, two bytes a pixel.

    Raises
    ------
    ParameterError
        If no pixel is valid.
    RasterError
        If the raster cannot be read, or holds no classes.
    """
    numbering = ClassNumbering(source.name)
    places = store.allocate((grid.height, grid.width), np.uint16)
    for rows, columns in class_windows(grid, progress):
        numbers = source.numbers(grid.window(rows, columns), progress)
        is_valid = numbers != NO_NUMBER
        part = np.zeros(numbers.shape, np.uint16)
        part[is_valid] = numbering.places(numbers[is_valid]) + 1
        places[rows, columns] = part
    release(places)
    if not numbering.numbers:
        raise no_valid_pixel(source.name)
    return StoredClasses(grid, places, numbering.numbers)


def write_merged(
    path, stored: StoredClasses, merged: MergedClasses, smallest: int, diagonal: bool, progress: Progress
) -> np.ndarray:
    """Write a class raster with merged classes, and without small patches; the stored classes are overwritten.

    Parameters
    ----------
    path : str or path
    stored : StoredClasses
    merged : MergedClasses
    smallest : int
        GDAL's sieve filter makes patches of fewer pixels part of the largest patch beside them. Patches with no data
        all around stay. Below 2, all stay.
    diagonal : bool
        Whether pixels that touch at a corner belong to the same patch.
    progress : Progress

    Returns
    -------
    ndarray of int64
        Pixels of each class of the result, from class 1 to the highest one.

    Raises
    ------
    OutputError
        If the raster cannot be written.
    """
    grid, classes = stored.grid, stored.places
    # Unclassified pixels have the number 0, which stands for no data until the end, so all numbers are 1 higher.
    shift = int(merged.has_unclassified)
    becomes = np.array([NO_CLASS, *(merged.targets[number] + shift for number in stored.numbers)], np.uint16)
    for rows, columns in class_windows(grid, progress.part(0, 0.2)):
        classes[rows, columns] = becomes[classes[rows, columns]]
    if smallest > 1:
        _sieve(classes, smallest, diagonal, progress.part(0.2, 0.7))
    counts = np.zeros(int(becomes.max()) + 1, np.int64)
    for rows, columns in class_windows(grid, progress.part(0.7, 0.75)):
        counts += np.bincount(classes[rows, columns].ravel(), minlength=len(counts))
    unclassified, counts = counts[shift] if shift else None, counts[1 + shift :]
    colours = class_colours(len(counts))
    labels = [""] * len(counts)
    for number in set(merged.targets.values()) - {NO_CLASS}:
        if number <= len(counts):
            colours[number - 1] = merged.colours.get(number, colours[number - 1])
            labels[number - 1] = class_label(number, merged.names[number])
    nodata = class_output(len(counts), merged.has_unclassified).nodata
    written = np.array([nodata, *range(1 - shift, len(counts) + 1)], np.uint16)
    write_classes(
        path,
        grid,
        (Window(*window, written[classes[window]][np.newaxis]) for window in class_windows(grid, Progress())),
        counts,
        colours,
        labels,
        grid.pixel_area_ha,
        progress.part(0.75, 1),
        unclassified=unclassified,
    )
    return counts


def classes_with_pixels(counts: np.ndarray) -> int:
    """Return how many classes have pixels."""
    return int(np.count_nonzero(counts))


def merging_in_words(stored: StoredClasses, merged: MergedClasses, found: int) -> str:
    """Say from how many classes how many have become."""
    return tr("{before} classes became {after}.").format(
        before=len(stored.numbers) - merged.has_unclassified, after=found
    )


def merge_centres(saved: SpectralClasses, merged: MergedClasses, pixel_area_ha: float | None) -> SpectralClasses:
    """Merge the mean spectra of classes, each weighted with its pixels.

    The mean of classes that have no pixel at all is that of their spectra. What becomes unclassified has no centre.

    Parameters
    ----------
    saved : SpectralClasses
        With counts.
    merged : MergedClasses
    pixel_area_ha : float or None
    """
    targets = np.array([merged.targets[number] for number in saved.numbers.tolist()])
    numbers = np.unique(targets[targets != NO_CLASS])
    counts = np.array([saved.counts[targets == number].sum() for number in numbers])
    centres = [
        np.average(saved.centres[targets == number], axis=0, weights=saved.counts[targets == number] if count else None)
        for number, count in zip(numbers, counts)
    ]
    return replace(saved, numbers=numbers, centres=np.array(centres), counts=counts, pixel_area_ha=pixel_area_ha)


def known_classes(source: RasterClasses, numbers: Iterable[int], saved: SpectralClasses | None) -> KnownClasses:
    """Return the classes that rules may name: those that pixels have, that the file names, or that have centres."""
    named = [number for number in source.categories.names if 1 <= number <= MOST_CLASSES]
    of_table = [] if saved is None else saved.numbers.tolist()
    return KnownClasses({*numbers, *named, *of_table}, source.categories)


def _sieve(classes: np.ndarray, smallest: int, diagonal: bool, progress: Progress) -> None:
    from osgeo import gdal, gdal_array

    dataset = gdal_array.OpenArray(classes)
    band = dataset.GetRasterBand(1)
    # What has no data is neither changed nor merged with.
    band.SetNoDataValue(NO_CLASS)

    def tell(done: float, message: str, data) -> int:
        progress.report(done)
        return int(not progress.cancelled())

    _, failure = attempt(
        gdal.SieveFilter, band, band.GetMaskBand(), band, smallest, 8 if diagonal else 4, callback=tell
    )
    progress.check()
    if failure:
        raise OutputError(tr("Small patches cannot be removed ({reason}).").format(reason=failure))
