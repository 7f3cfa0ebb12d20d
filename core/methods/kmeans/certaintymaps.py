# SPDX-License-Identifier: GPL-2.0-or-later
"""Write rasters of how sure classes are: distance to the centre of the class, margin, second class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, replace

import numpy as np

from ...compute.blockmap import Output, Window, map_images
from ...compute.imageset import ImageSet, ImageState
from ...constants import NO_CLASS, NODATA
from ...files.raster.classes import write_classes
from ...files.raster.ramp import RAMP, SAMPLE_PIXELS, shown_range
from ...files.raster.style import ramp_style
from ...files.raster.writer import value_writer
from ...image.grid import Grid
from ...image.mosaic import Mosaic
from ...progress import Progress, Watch
from ...spectra.classes import SpectralClasses
from ...wording import tr
from .certainty import Certainty, certainty_of


@dataclass(frozen=True)
class CertaintyFiles:
    """Where the rasters of certainty go; an empty path is not wanted."""

    distance: str = ""
    margin: str = ""
    second: str = ""

    @property
    def wanted(self) -> bool:
        """Whether any of them is wanted."""
        return any(astuple(self))

    def parts(self, progress: Progress) -> list[Progress]:
        """Split the progress of writing into equal parts for the rasters that are wanted."""
        done = np.cumsum([0, *map(bool, astuple(self))])
        done = (done / max(done[-1], 1)).tolist()
        return [progress.part(start, stop) for start, stop in zip(done, done[1:])]


@dataclass(frozen=True)
class ClassesWithin:
    """Returns the class number of pixels that are near enough to the centre of their class, for a `blockmap`.

    Attributes
    ----------
    limits : ndarray of float32, shape (classes,)
        Largest distance of each class, in reflectance.
    beyond : int
        The number that farther pixels get.
    """

    limits: np.ndarray
    beyond: int = NO_CLASS

    def __call__(self, image: ImageState, chosen: slice | np.ndarray) -> np.ndarray:
        kept = certainty_of(image)
        labels = kept.labels[chosen]
        return np.where(kept.distances[chosen] > self.limits[labels], self.beyond, labels.astype(np.int32) + 1)


def pixel_distances(image: ImageState, chosen: slice | np.ndarray) -> np.ndarray:
    """Return the distances of pixels to the centres of their classes, in reflectance, for a `blockmap`."""
    return certainty_of(image).distances[chosen]


def pixel_margins(image: ImageState, chosen: slice | np.ndarray) -> np.ndarray:
    """Return the margins of pixels, in reflectance, for a `blockmap`."""
    return certainty_of(image).margins[chosen]


def second_classes(image: ImageState, chosen: slice | np.ndarray) -> np.ndarray:
    """Return the numbers of the second classes of pixels, 0 where there is only one class, for a `blockmap`."""
    kept = certainty_of(image)
    numbers = kept.seconds[chosen].astype(np.int32) + 1
    numbers[np.isnan(kept.margins[chosen])] = NO_CLASS
    return numbers


def write_certainty(
    files: CertaintyFiles,
    mosaic: Mosaic,
    images: ImageSet,
    classes: SpectralClasses,
    certainty: Certainty,
    progress: Progress,
) -> None:
    """Write the rasters that are wanted of images whose certainty was found.

    Raises
    ------
    OutputError
        If a raster cannot be written; nothing is left of it.
    """

    def windows(function, dtype, nodata) -> Iterator[Window]:
        return map_images(images, mosaic, function, Output(1, np.dtype(dtype), nodata), progress=Watch(progress))

    name = images.template.name if len(images.lengths) == 1 else ""
    distance, margin, second = files.parts(progress)
    if files.distance:
        write_distances(files.distance, mosaic.grid, windows(pixel_distances, np.float32, NODATA), name, distance)
    if files.margin:
        write_margins(files.margin, mosaic.grid, windows(pixel_margins, np.float32, NODATA), name, margin)
    if files.second:
        numbers = windows(second_classes, np.min_scalar_type(len(classes)), NO_CLASS)
        write_second(files.second, mosaic.grid, numbers, classes, certainty.sums.second_counts, second)


def write_distances(path, grid: Grid, windows: Iterable[Window], name: str, progress: Progress) -> None:
    """Write a raster of distances (Float32, no data -9999); `name` is that of the image, empty for several."""
    _write_amounts(path, grid, windows, tr("Distance to the centre"), name, progress)


def write_margins(path, grid: Grid, windows: Iterable[Window], name: str, progress: Progress) -> None:
    """Write a raster of margins (Float32, no data -9999); `name` is that of the image, empty for several."""
    _write_amounts(path, grid, windows, tr("Margin to the second class"), name, progress, 0.0)


def write_second(
    path, grid: Grid, windows: Iterable[Window], classes: SpectralClasses, counts: np.ndarray, progress: Progress
) -> None:
    """Write a class raster of second classes; `counts` are the pixels of each class."""
    second = replace(classes, counts=counts)
    write_classes(
        path,
        grid,
        windows,
        second.counts_by_number,
        classes.colours,
        second.names,
        grid.pixel_area_ha,
        progress,
        band_name="Second class",
    )


def _write_amounts(
    path,
    grid: Grid,
    windows: Iterable[Window],
    band_name: str,
    name: str,
    progress: Progress,
    lowest: float | None = None,
) -> None:
    step = max(grid.width * grid.height // SAMPLE_PIXELS, 1)
    sample: list[np.ndarray] = []
    with value_writer(path, grid, name, progress, names=[band_name]) as writer:
        for window in windows:
            writer.write(window.values, window.rows.start, window.columns.start)
            progress.report(window.rows.stop / grid.height)
            sample.append(window.values[0].ravel()[::step].copy())
        writer.style = ramp_style(*shown_range(np.concatenate(sample), lowest), RAMP)
