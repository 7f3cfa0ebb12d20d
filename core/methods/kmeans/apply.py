"""Saved centres applied to further images."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ...compute.exactsum import ExactSummer, typical_size
from ...compute.imageset import ImageState
from ...compute.memory import PixelStore, release
from ...compute.threads import Pool, pool
from ...constants import NO_CLASS
from ...files.raster.classes import write_classes
from ...image.pixels import Pixels, check_largest, no_valid_pixel
from ...image.slices import aligned_slices, relative
from ...inputs.sources import RasterSource, TileSource, memory_for
from ...progress import Progress, Watch
from ...spectra.classes import SpectralClasses
from .lloyd import squared_error
from .nearest import Basis
from .shard import assign, labels_of, prepare, summarize

# Pixels that are assigned together, and those of them from which their leading directions are found.
PART_PIXELS = 1 << 19
SAMPLE_PIXELS = 5000


@dataclass(frozen=True)
class AppliedClasses:
    """What was found of saved classes in further images.

    Attributes
    ----------
    classes : SpectralClasses
        With the counts and areas of these images.
    sse : float
        Sum of squared distances of the pixels to their centres, in squared reflectance.
    """

    classes: SpectralClasses
    sse: float


def apply_centres(
    saved: SpectralClasses,
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
    saved : SpectralClasses
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
    found = replace(saved, counts=counts, pixel_area_ha=source.grid.pixel_area_ha)
    write_classes(
        path,
        source.grid,
        classes,
        found.counts_by_number,
        found.colours,
        found.names,
        found.pixel_area_ha,
        progress.part(0.95, 1),
    )
    return AppliedClasses(found, sse)


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
    basis = Basis.of_sample(summary.sample, centres, largest)
    summer = ExactSummer(pixels.values.dtype, largest, typical_size(summary.sample))
    spread = prepare(image, basis, summer, **opened)
    step = assign(image, centres, 0.0, **opened)
    excess = summer.value_about(step.sums, step.counts, basis.origin)
    sse = squared_error(spread, excess, step.counts, centres - basis.origin)
    return labels_of(image), step.counts, sse
