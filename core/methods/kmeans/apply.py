"""Saved centres applied to further images."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ...compute.exactsum import ExactSummer
from ...compute.imageset import ImageState
from ...compute.memory import PixelStore, release
from ...compute.threads import Pool, pool
from ...constants import MOST_CLASSES, NO_CLASS
from ...errors import TableError
from ...files.raster.classes import write_classes
from ...files.raster.palette import class_colours
from ...files.tables import number_in, read_table, write_table
from ...image.bands import Bands
from ...image.grid import area_ha
from ...image.pixels import Pixels, check_largest, no_valid_pixel
from ...image.slices import aligned_slices, relative
from ...inputs.sources import RasterSource, TileSource, memory_for
from ...progress import Progress, Watch
from ...spectra.centres import CentresTable
from ...spectra.hints import hint
from ...wording import tr
from .lloyd import squared_error
from .nearest import Basis
from .shard import assign, labels_of, prepare, summarize

# Beyond this, squares of distances have no place in float32.
LARGEST_REFLECTANCE = 1e15
# Pixels that are assigned together, and those of them from which their leading directions are found.
PART_PIXELS = 1 << 19
SAMPLE_PIXELS = 5000


@dataclass(frozen=True)
class SavedClasses:
    """Classes that an earlier run found.

    Attributes
    ----------
    numbers : ndarray of int, shape (classes,)
        From 1, ascending; some may be missing.
    centres : ndarray of float64, shape (classes, bands)
        In reflectance.
    bands : Bands
    """

    numbers: np.ndarray
    centres: np.ndarray
    bands: Bands

    @classmethod
    def read(cls, path) -> SavedClasses:
        """Read a table of cluster centres, of which rows may have been taken out or put in another order.

        Raises
        ------
        TableError
            If the file is no such table, a class has no number of its own, or a centre is far from any reflectance.
        """
        table = CentresTable.read(path)
        if np.abs(table.centres).max() > LARGEST_REFLECTANCE:
            raise TableError(
                tr("{path} holds a centre with the value {value:g}, which is no reflectance; correct it.").format(
                    path=path, value=np.abs(table.centres).max()
                )
            )
        numbers = _class_numbers(path)
        order = np.argsort(numbers)
        return cls(numbers[order], table.centres[order], table.bands)


@dataclass(frozen=True)
class AppliedClasses:
    """What was found of saved classes in further images.

    Attributes
    ----------
    saved : SavedClasses
    counts : ndarray of int64, shape (classes,)
        Pixels of each class.
    sse : float
        Sum of squared distances of the pixels to their centres, in squared reflectance.
    """

    saved: SavedClasses
    counts: np.ndarray
    sse: float

    @property
    def classes_found(self) -> int:
        """How many classes have pixels."""
        return int((self.counts > 0).sum())

    @property
    def labels(self) -> list[str]:
        """Names of the classes from 1 on, such as "1 - water (31.2 %)"; empty where a number is missing."""
        names = [""] * int(self.saved.numbers[-1])
        shares = 100 * self.counts / self.counts.sum()
        for number, centre, share in zip(self.saved.numbers, self.saved.centres, shares):
            names[number - 1] = f"{number} - {hint(centre, self.saved.bands.wavelengths)} ({share:.1f} %)"
        return names

    def write_counts(self, path, pixel_area_ha: float | None) -> None:
        """Write a CSV file: class, pixels, area in hectares where the area of a pixel is known.

        Raises
        ------
        OutputError
            If the file cannot be written.
        """
        rows = (
            [int(number), int(count), area_ha(count, pixel_area_ha)]
            for number, count in zip(self.saved.numbers, self.counts)
        )
        write_table(path, ["class", "pixels", "area_ha"], rows)


def apply_centres(
    saved: SavedClasses,
    source: TileSource | RasterSource,
    path,
    store: PixelStore,
    progress: Progress | None = None,
) -> AppliedClasses:
    """Give each pixel the class whose centre is nearest to it, and write the class raster.

    Distances are those of float64 arithmetic, ties go to the lowest class. The map waits in the store until it is
    complete, a byte or two a pixel, as the names of its classes tell their shares.

    Parameters
    ----------
    saved : SavedClasses
    source : TileSource or RasterSource
        Opened with the bands of `saved`. Where images overlap, a pixel is taken from the first one that has it.
    path : str or path
        The raster to write.
    store : PixelStore
    progress : Progress, optional

    Raises
    ------
    ParameterError
        If no pixel is valid.
    OutputError
        If the raster cannot be written; nothing is left of it.
    """
    progress = progress or Progress()
    memory = memory_for(source, store, progress)
    highest = int(saved.numbers[-1])
    numbers = saved.numbers.astype(np.uint8 if highest <= np.iinfo(np.uint8).max else np.uint16)
    classes = store.allocate((source.grid.height, source.grid.width), numbers.dtype)
    classes[:] = NO_CLASS
    counts, sse = np.zeros(len(numbers), np.int64), 0.0
    with pool() as workers:
        for placed in source.images(memory, progress.part(0, 0.95)):
            image = placed.image
            centres = image.from_reflectance(saved.centres)
            for rows in aligned_slices(0, image.grid.height, max(PART_PIXELS // image.grid.width, 1)):
                target = classes[relative(rows, -placed.row), placed.column : placed.column + image.grid.width]
                values = image.values[image.rows(rows.start, rows.stop)]
                free = image.valid[rows] & (target == NO_CLASS)
                if free.sum() < len(values):
                    values = values[free[image.valid[rows]]]
                if len(values):
                    part = replace(image, values=values)
                    labels, part_counts, part_sse = _assign(part, centres, workers, Watch(progress))
                    target[free] = numbers[labels]
                    counts += part_counts
                    sse += part_sse * image.scale**2
                placed.progress.report(rows.stop / image.grid.height)
            release(image.values)
            release(classes)
    if not counts.any():
        raise no_valid_pixel(source.name)
    applied = AppliedClasses(saved, counts, sse)
    of_each = np.zeros(highest, np.int64)
    of_each[saved.numbers - 1] = counts
    write_classes(
        path,
        source.grid,
        classes,
        of_each,
        class_colours(highest),
        applied.labels,
        source.grid.pixel_area_ha,
        progress.part(0.95, 1),
    )
    return applied


def _class_numbers(path) -> np.ndarray:
    header, rows = read_table(path)
    numbers = np.array([number_in(path, row[0], header[0], line) for line, row in enumerate(rows, start=2)])
    wrong = numbers[(numbers != np.rint(numbers)) | (numbers < 1) | (numbers > MOST_CLASSES)]
    if len(wrong):
        raise TableError(
            tr("{path} has a class {number:g}; classes must be whole numbers from 1 to {most}.").format(
                path=path, number=wrong[0], most=MOST_CLASSES
            )
        )
    unique, times = np.unique(numbers, return_counts=True)
    if (times > 1).any():
        raise TableError(
            tr("{path} has the class {number:g} more than once; give each its own number.").format(
                path=path, number=unique[times > 1][0]
            )
        )
    return numbers.astype(int)


def _assign(
    pixels: Pixels, centres: np.ndarray, pool: Pool, progress: Progress
) -> tuple[np.ndarray, np.ndarray, float]:
    """Assign pixels, at least one, to their nearest centres as the first iteration of k-means does.

    Parameters
    ----------
    pixels : Pixels
    centres : ndarray of float64, shape (classes, bands)
        In stored units.

    Returns
    -------
    labels : ndarray of int, shape (pixels,)
        Index of the nearest centre.
    counts : ndarray of int64, shape (classes,)
        Pixels of each centre.
    sse : float
        Sum of the squared distances, in squared stored units.
    """
    image, opened = ImageState(pixels), {"pool": pool, "progress": progress}
    summary = summarize(image, slice(None, None, len(pixels) // SAMPLE_PIXELS + 1), **opened)
    largest = max(np.abs(extreme.astype(np.float64)).max() for extreme in (summary.minimum, summary.maximum))
    check_largest(largest, pixels.name)
    basis, summer = Basis.of_sample(summary.sample, centres, largest), ExactSummer(pixels.values.dtype, largest)
    spread = prepare(image, basis, summer, **opened)
    step = assign(image, centres, 0.0, **opened)
    sse = squared_error(spread, summer.value(step.sums), step.counts, centres, basis.origin)
    return labels_of(image), step.counts, sse
