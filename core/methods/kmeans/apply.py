# SPDX-License-Identifier: GPL-2.0-or-later
"""Give the pixels of further images the classes that an earlier run saved."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

import numpy as np

from ...compute.blockmap import ArrayTarget, Output, Window, map_blocks
from ...compute.imageset import ImageState
from ...compute.memory import PixelStore, release
from ...constants import NO_CLASS, NODATA
from ...files.raster.classes import class_output, write_classes
from ...image.block import Block
from ...image.grid import Grid
from ...image.pixels import Pixels, check_largest, no_valid_pixel
from ...image.slices import aligned_slices
from ...inputs.openedraster import OpenedRaster
from ...inputs.tileset import TileSet
from ...progress import Progress
from ...spectra.classes import SpectralClasses
from .certainty import MostDistance, as_float32, describe_unclassified, distances
from .certaintymaps import CertaintyFiles, write_distances, write_margins, write_second
from .nearest import Basis, Centres

# Pixels from which the leading directions of an image are found.
SAMPLE_PIXELS = 5000
# So few that a block with all bands in float64 stays in the processor's cache.
BLOCK_PIXELS = 2048
# More than the relative error of a centre that was written as reflectance and is converted to stored units.
ROUNDING_OF_CENTRES = 2.0**-48


@dataclass(frozen=True)
class AppliedClasses:
    """The saved classes as further images have them.

    Attributes
    ----------
    classes : SpectralClasses
        With the counts and areas of these images.
    sse : float
        Sum of squared distances of the pixels to their centres, in squared reflectance.
    unclassified : int or None
        Pixels that are too far from every centre; None when no pixel can be.
    """

    classes: SpectralClasses
    sse: float
    unclassified: int | None = None


def apply_centres(
    saved: SpectralClasses,
    source: TileSet | OpenedRaster,
    path,
    store: PixelStore,
    progress: Progress | None = None,
    certainty: CertaintyFiles | None = None,
    most_distance: MostDistance | None = None,
) -> AppliedClasses:
    """Give each pixel the class whose centre is nearest to it, and write the class raster.

    Distances are those of float64 arithmetic; of centres at the same distance, the one with the lowest class number
    counts. The map is kept in the store until it is complete, a byte or two a pixel, because the names of its classes
    tell their shares. Without a largest distance every pixel gets a class, however far its centre is, so the method
    does not suit images of another kind than the one that the classes come from.

    Parameters
    ----------
    saved : SpectralClasses
    source : TileSet or OpenedRaster
        Opened with the bands of `saved`. Where images overlap, a pixel is taken from the first one that has it.
    path : str or path
        The raster to write.
    store : PixelStore
    progress : Progress, optional
    certainty : CertaintyFiles, optional
        Rasters of distance, margin and second class to write as well; these keep 16 bytes a pixel in the store.
    most_distance : MostDistance, optional
        From where on pixels are unclassified. Standard deviations are those of the pixels of this image.

    Raises
    ------
    ParameterError
        If no pixel is valid.
    OutputError
        If the raster cannot be written; nothing is left of it.
    """
    progress = progress or Progress()
    saved.check_palette(progress)
    certainty = certainty or CertaintyFiles()
    if certainty.wanted or most_distance is not None:
        return _apply_with_certainty(saved, source, path, store, progress, certainty, most_distance)
    blocks = source.blocks(store, progress.part(0, 0.95))
    dtype = np.min_scalar_type(int(saved.numbers[-1]))
    classes = store.allocate((source.grid.height, source.grid.width), dtype)
    nearest = _NearestClass(saved, progress)
    if not map_blocks(nearest.prepared(blocks, classes), nearest, ArrayTarget(classes, NO_CLASS)):
        raise no_valid_pixel(source.name)
    found = replace(saved, counts=_counts(classes, saved.numbers), pixel_area_ha=source.grid.pixel_area_ha)
    _write(path, source.grid, classes, found, progress.part(0.95, 1))
    return AppliedClasses(found, nearest.sse)


def _write(path, grid: Grid, classes, found: SpectralClasses, progress: Progress, unclassified: int | None = None):
    write_classes(
        path,
        grid,
        classes,
        found.counts_by_number,
        found.colours,
        found.names,
        found.pixel_area_ha,
        progress,
        unclassified=unclassified,
    )


def _apply_with_certainty(
    saved: SpectralClasses,
    source: TileSet | OpenedRaster,
    path,
    store: PixelStore,
    progress: Progress,
    files: CertaintyFiles,
    most_distance: MostDistance | None,
) -> AppliedClasses:
    highest, grid = int(saved.numbers[-1]), source.grid
    output = class_output(highest, most_distance is not None)
    blocks = source.blocks(store, progress.part(0, 0.8))
    maps = store.allocate((len(_Layers), grid.height, grid.width), np.float32)
    nearest = _NearestClass(saved, progress, with_certainty=True)
    if not map_blocks(nearest.prepared(blocks, maps), nearest, ArrayTarget(maps, NODATA)):
        raise no_valid_pixel(source.name)
    totals = _Totals.of(maps, highest, progress)
    limits, counts, unclassified = None, totals.counts, None
    if most_distance is not None:
        limits = most_distance.limits(totals.deviations)
        beyond = _beyond(maps, limits, progress)
        counts, unclassified = counts - beyond, int(beyond.sum())
        progress.info(describe_unclassified(unclassified, int(totals.counts.sum())))
    found = replace(saved, counts=counts[saved.numbers], pixel_area_ha=grid.pixel_area_ha)

    def windows(layer: int, of_layer: Output, limits: np.ndarray | None = None) -> Iterator[Window]:
        for rows in aligned_slices(0, grid.height, ArrayTarget.block[0]):
            values = of_layer.empty(rows, slice(0, grid.width))
            is_there = maps[_Layers.CLASS, rows] != NODATA
            chosen = maps[layer, rows][is_there]
            if limits is not None:
                too_far = maps[_Layers.DISTANCE, rows][is_there] > limits[chosen.astype(np.intp)]
                chosen[too_far] = NO_CLASS
            values[0, is_there] = chosen
            yield Window(rows, slice(0, grid.width), values)
            release(maps)

    written = 0.85 if files.wanted else 1
    _write(path, grid, windows(_Layers.CLASS, output, limits), found, progress.part(0.8, written), unclassified)
    distance, margin, second = files.parts(progress.part(written, 1))
    amounts = Output(1, np.dtype(np.float32), NODATA)
    if files.distance:
        write_distances(files.distance, grid, windows(_Layers.DISTANCE, amounts), source.name, distance)
    if files.margin:
        write_margins(files.margin, grid, windows(_Layers.MARGIN, amounts), source.name, margin)
    if files.second:
        numbers = windows(_Layers.SECOND, class_output(highest))
        write_second(files.second, grid, numbers, found, totals.second_counts[saved.numbers], second)
    return AppliedClasses(found, nearest.sse, unclassified)


class _Layers(IntEnum):
    """What is kept of each pixel, as float32; `NODATA` where there is none."""

    CLASS = 0
    DISTANCE = 1
    MARGIN = 2
    SECOND = 3


@dataclass(frozen=True)
class _Totals:
    """Sums over the pixels of each class, shape (highest class number + 1,)."""

    counts: np.ndarray
    second_counts: np.ndarray
    squares: np.ndarray

    @classmethod
    def of(cls, maps: np.ndarray, highest: int, progress: Progress) -> _Totals:
        counts, second_counts = np.zeros((2, highest + 1), np.int64)
        squares = np.zeros(highest + 1)
        for numbers, lengths, _, seconds in _valid_pixels(maps, progress):
            numbers, lengths = numbers.astype(np.intp), lengths.astype(np.float64)
            counts += np.bincount(numbers, minlength=highest + 1)
            second_counts += np.bincount(seconds.astype(np.intp), minlength=highest + 1)
            squares += np.bincount(numbers, lengths * lengths, minlength=highest + 1)
        return cls(counts, second_counts, squares)

    @property
    def deviations(self) -> np.ndarray:
        return np.sqrt(self.squares / np.maximum(self.counts, 1))


def _beyond(maps: np.ndarray, limits: np.ndarray, progress: Progress) -> np.ndarray:
    """Return how many pixels of each class are beyond its limit, shape (highest class number + 1,)."""
    counts = np.zeros(len(limits), np.int64)
    for numbers, lengths in _valid_pixels(maps[:2], progress):
        numbers = numbers.astype(np.intp)
        counts += np.bincount(numbers[lengths > limits[numbers]], minlength=len(limits))
    return counts


def _valid_pixels(maps: np.ndarray, progress: Progress) -> Iterator[np.ndarray]:
    """Yield what is kept of the valid pixels of some rows at a time, shape (layers, pixels)."""
    for rows in aligned_slices(0, maps.shape[1], 256):
        progress.check()
        yield maps[:, rows][:, maps[_Layers.CLASS, rows] != NODATA]
        release(maps)


class _NearestClass:
    """Gives pixels the number of the class whose centre is nearest, and adds up the squared distances.

    With certainty, what `_Layers` lists.
    """

    def __init__(self, saved: SpectralClasses, progress: Progress, with_certainty: bool = False):
        self._saved = saved
        self._progress = progress
        self._with_certainty = with_certainty
        self._errors: list[float] = []

    @property
    def sse(self) -> float:
        """Sum of the squared distances in squared reflectance, the same in whatever order they were found."""
        return math.fsum(self._errors)

    def prepared(self, blocks: Iterable[Block], kept: np.ndarray) -> Iterator[Block]:
        """Yield blocks, with the centres ready in the units of each block when it is yielded."""
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
                self._basis, self._centres = basis, Centres(centres, basis, ROUNDING_OF_CENTRES)
            yield block
            release(kept)

    def __call__(self, image: ImageState, chosen: slice | np.ndarray) -> np.ndarray:
        values = image.pixels.values[chosen]
        labels = np.empty(len(values), dtype=np.intp)
        layers = np.empty((len(_Layers), len(values)), np.float32) if self._with_certainty else None
        for part in aligned_slices(0, len(values), BLOCK_PIXELS):
            reduced = self._basis.reduce(values[part])[0]
            labels[part] = self._centres.nearest(values[part], reduced)
            differences = values[part] - self._centres.centres[labels[part]]
            self._errors.append(float(np.vdot(differences, differences)) * image.pixels.scale**2)
            if layers is not None:
                layers[1:, part] = self._certainty(image.pixels, values[part], labels[part], reduced, differences)
        if layers is None:
            return self._saved.numbers[labels]
        layers[_Layers.CLASS] = self._saved.numbers[labels]
        return layers

    def _certainty(self, image: Pixels, values, labels, reduced, differences) -> tuple[np.ndarray, ...]:
        """Return distances, margins and second classes of pixels; with one class, margins are NaN, seconds 0."""
        scale = abs(image.scale)
        own = np.sqrt(np.einsum("ij,ij->i", differences, differences)) * scale
        if len(self._centres) == 1:
            return as_float32(own, image.name), np.full(len(own), np.nan), np.zeros(len(own))
        seconds = self._centres.nearest_other(values, labels, reduced)
        other = distances(values, self._centres.centres, seconds) * scale
        # The own centre is the nearest; of equally near ones, the other may be less far by rounding.
        margins = np.maximum(other - own, 0)
        return as_float32(own, image.name), as_float32(margins, image.name), self._saved.numbers[seconds]


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
