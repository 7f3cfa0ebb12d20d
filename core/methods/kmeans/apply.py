# SPDX-License-Identifier: GPL-2.0-or-later
"""Saved classes given to the pixels of further images."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from ...compute.blockmap import ArrayTarget, map_blocks
from ...compute.imageset import ImageState
from ...compute.memory import PixelStore, release
from ...constants import NO_CLASS
from ...files.raster.classes import write_classes
from ...image.block import Block
from ...image.pixels import Pixels, check_largest, no_valid_pixel
from ...image.slices import aligned_slices
from ...inputs.openedraster import OpenedRaster
from ...inputs.tileset import TileSet
from ...progress import Progress
from ...spectra.classes import SpectralClasses
from .nearest import Basis, Centres

# Pixels from which the leading directions of an image are found.
SAMPLE_PIXELS = 5000
# So few that a block with all bands in float64 stays in the processor's cache.
BLOCK_PIXELS = 2048
# More than the relative error of a centre that was written as reflectance and is converted to stored units.
ROUNDING_OF_CENTRES = 2.0**-48


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
    source: TileSet | OpenedRaster,
    path,
    store: PixelStore,
    progress: Progress | None = None,
) -> AppliedClasses:
    """Give each pixel the class whose centre is nearest to it, and write the class raster.

    Distances are those of float64 arithmetic; of centres at the same distance, the one with the lowest class number
    counts. The map is kept in the store until it is complete, a byte or two a pixel, because the names of its classes
    tell their shares. Every pixel gets a class, however far its centre is, so the method does not suit images of
    another kind than the one that the classes come from.

    Parameters
    ----------
    saved : SpectralClasses
    source : TileSet or OpenedRaster
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
    saved.check_palette(progress)
    blocks = source.blocks(store, progress.part(0, 0.95))
    dtype = np.min_scalar_type(int(saved.numbers[-1]))
    classes = store.allocate((source.grid.height, source.grid.width), dtype)
    nearest = _NearestClass(saved, progress)
    if not map_blocks(nearest.prepared(blocks, classes), nearest, ArrayTarget(classes, NO_CLASS)):
        raise no_valid_pixel(source.name)
    found = replace(saved, counts=_counts(classes, saved.numbers), pixel_area_ha=source.grid.pixel_area_ha)
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
    return AppliedClasses(found, nearest.sse)


class _NearestClass:
    """Gives pixels the number of the class whose centre is nearest, and adds up the squared distances."""

    def __init__(self, saved: SpectralClasses, progress: Progress):
        self._saved = saved
        self._progress = progress
        self._errors: list[float] = []

    @property
    def sse(self) -> float:
        """Sum of the squared distances in squared reflectance, the same in whatever order they were found."""
        return math.fsum(self._errors)

    def prepared(self, blocks: Iterable[Block], classes: np.ndarray) -> Iterator[Block]:
        """Yield blocks, each once all is prepared to compare its pixels with the centres."""
        is_first = True
        for block in blocks:
            pixels = block.pixels
            if len(pixels):
                sample = pixels.values[:: len(pixels) // SAMPLE_PIXELS + 1]
                if is_first:
                    self._saved.check_scale(pixels.to_reflectance(sample), pixels.name, self._progress)
                is_first = False
                centres = pixels.from_reflectance(self._saved.centres)
                basis = Basis.of_sample(sample, centres, _largest(pixels))
                self._centres = Centres(centres, basis, ROUNDING_OF_CENTRES)
            yield block
            release(classes)

    def __call__(self, image: ImageState, chosen: slice | np.ndarray) -> np.ndarray:
        values = image.pixels.values[chosen]
        labels = np.empty(len(values), dtype=np.intp)
        for part in aligned_slices(0, len(values), BLOCK_PIXELS):
            labels[part] = self._centres.nearest(values[part])
            distances = values[part] - self._centres.centres[labels[part]]
            self._errors.append(float(np.vdot(distances, distances)) * image.pixels.scale**2)
        return self._saved.numbers[labels]


def _largest(pixels: Pixels) -> float:
    """Return a bound of the absolute values of an image."""
    values = pixels.values
    if values.dtype.kind != "f":
        limits = np.iinfo(values.dtype)
        return float(max(limits.max, -limits.min))
    largest = float(max(values.max(), -values.min()))
    check_largest(largest, pixels.name)
    return largest


def _counts(classes: np.ndarray, numbers: np.ndarray) -> np.ndarray:
    """Return how many pixels of a class map each class has."""
    counts = np.zeros(int(numbers[-1]) + 1, dtype=np.int64)
    for rows in aligned_slices(0, len(classes), 256):
        counts += np.bincount(classes[rows].ravel(), minlength=len(counts))
    return counts[numbers]
