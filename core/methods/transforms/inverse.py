# SPDX-License-Identifier: GPL-2.0-or-later
"""Inverse transforms: denoised images, reflectance from component rasters, and how far it differs from the original."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from ...compute.blockmap import map_blocks, map_images
from ...compute.imageset import ImageSet, ImageState
from ...compute.memory import PixelStore
from ...errors import ParameterError, TableError, in_one_line
from ...files.raster.ramp import RAMP, shown_range
from ...files.raster.sampling import SampledRaster
from ...files.raster.style import ramp_style
from ...files.raster.writer import ONE_THREAD, RasterWriter, value_writer
from ...image.bands import Bands, true_colour_bands
from ...image.block import Block
from ...image.grid import Grid
from ...image.mosaic import Mosaic
from ...image.pixels import Pixels, no_valid_pixel
from ...image.slices import relative
from ...inputs.openedraster import OpenedRaster
from ...inputs.overlay import crs_differ
from ...inputs.tileset import TileSet
from ...inputs.wanted import BandsToRead
from ...progress import Progress
from ...wording import tr
from .linear import LinearTransform


def chosen_components(text: str, count: int) -> np.ndarray:
    """Read components such as "1-5, 8", counted from 1 to `count`; all for an empty text.

    Returns
    -------
    ndarray of int
        Their indices, ascending.

    Raises
    ------
    ParameterError
        If the text is anything else.
    """
    chosen = np.zeros(count, bool)
    items = [item.strip() for item in text.replace(";", ",").split(",") if item.strip()]
    for item in items:
        ends = [part.strip() for part in item.split("-")]
        are_numbers = all(part.isascii() and part.isdigit() and len(part) < 10 for part in ends) and len(ends) <= 2
        first, last = (int(ends[0]), int(ends[-1])) if are_numbers else (0, 0)
        if not 1 <= first <= last <= count:
            raise ParameterError(
                tr('"{item}" gives no components from 1 to {count}; write for instance "1-3" or "1, 2, 5".').format(
                    item=in_one_line(item), count=count
                )
            )
        chosen[first - 1 : last] = True
    return np.flatnonzero(chosen) if items else np.arange(count)


@dataclass(frozen=True)
class ComponentBands(BandsToRead):
    """All bands of a component raster, which must be those of a model."""

    transform: LinearTransform
    model: str  # the file of the model, for messages

    def among(self, bands: Bands, name: str) -> np.ndarray:
        """Return the indices of `bands`, those of the image `name`.

        Raises
        ------
        TableError
            If there are not as many as the model has components.
        """
        if len(bands) != self.transform.count:
            raise TableError(
                tr(
                    "{name} has {bands} bands, but {model} has {components} components; choose the raster of "
                    "components that was written with this model."
                ).format(name=name, bands=len(bands), model=self.model, components=self.transform.count)
            )
        return np.arange(len(bands))


@dataclass(frozen=True)
class Denoised:
    """The function of a `blockmap` that returns spectra without what the components of a transform do not hold."""

    transform: LinearTransform

    def __call__(self, image: ImageState, chosen: slice | np.ndarray) -> np.ndarray:
        pixels = image.pixels
        scores = self.transform.forward(pixels.values[chosen], pixels.scale, pixels.offset)
        return self.transform.inverse(scores).T


class InverseScores:
    """The function of a `blockmap` that returns the spectra that have the scores of pixels.

    Parameters
    ----------
    transform : LinearTransform
    components : ndarray of int
        Indices of the components that count; the others are taken for 0.
    """

    def __init__(self, transform: LinearTransform, components: np.ndarray):
        self._selected = transform.selected(components)
        self._components = components

    def __call__(self, image: ImageState, chosen: slice | np.ndarray) -> np.ndarray:
        return self.spectra(image.pixels, chosen).T

    def spectra(self, scores: Pixels, chosen: slice | np.ndarray) -> np.ndarray:
        """Return reflectance, shape (pixels, bands), of some pixels of an image of scores."""
        values = scores.to_reflectance(scores.values[chosen])
        with np.errstate(over="ignore", invalid="ignore"):
            return self._selected.inverse(values[:, self._components])


class _ResidualRaster(SampledRaster):
    """The target of a `blockmap` of a part of a raster, at `place` (row, column), that also adds up squared values."""

    def __init__(self, writer: RasterWriter, place: tuple[int, int]):
        super().__init__(writer)
        self._place = place
        self.pixels, self.squares = 0, 0.0

    def read(self, rows: slice, columns: slice) -> np.ndarray:
        return self._writer.read(*(relative(part, -start) for part, start in zip((rows, columns), self._place)))

    def write(self, array: np.ndarray, row: int = 0, column: int = 0) -> None:
        # Where tiles overlap, results of an earlier one come again.
        height, width = array.shape[1:]
        earlier = self.read(slice(row, row + height), slice(column, column + width))
        super().write(array, row + self._place[0], column + self._place[1])
        values = array[(array != self.output.nodata) & (earlier == self.output.nodata)].astype(np.float64)
        self.pixels += len(values)
        self.squares += float(values @ values)


class Residuals:
    """The function of a `blockmap` of an original image that returns by how much spectra from scores differ from it.

    This is the root mean squared difference over all bands, NaN where there are no scores.

    Parameters
    ----------
    scores : Pixels
    inverse : InverseScores
    """

    def __init__(self, scores: Pixels, inverse: InverseScores):
        self._scores, self._inverse = scores, inverse
        self._indices = np.where(scores.valid, np.cumsum(scores.valid).reshape(scores.valid.shape) - 1, -1)

    def __call__(self, image: ImageState, chosen: slice | np.ndarray) -> np.ndarray:
        pixels = image.pixels
        if "scores" not in image.kept:
            # Where the block lies in the raster of scores, of which it is a part.
            place = _place_of(pixels.grid, pixels.name, self._scores)
            rows, columns = (slice(start, start + size) for start, size in zip(place, pixels.valid.shape))
            image.kept["scores"] = self._indices[rows, columns][pixels.valid]
        indices = image.kept["scores"][chosen]
        residuals = np.full(len(indices), np.nan)
        found = indices >= 0
        original = pixels.to_reflectance(pixels.values[chosen][found])
        differences = self._inverse.spectra(self._scores, indices[found]) - original
        residuals[found] = np.sqrt(np.einsum("ij,ij->i", differences, differences) / original.shape[1])
        return residuals


def extent_of(scores: Pixels) -> Callable[[str], tuple[float, float, float, float]]:
    """Return the function that gives the extent of an image of scores, for an `ImageInput`.

    It raises a `ParameterError` when it is asked in another coordinate reference system.
    """
    grid = scores.grid

    def extent_in(crs: str) -> tuple[float, float, float, float]:
        if crs_differ(crs, grid.crs):
            raise ParameterError(
                tr(
                    "The original has another coordinate reference system than {name}; choose the image that was "
                    "transformed."
                ).format(name=scores.name)
            )
        return grid.left, grid.bottom, grid.right, grid.top

    return extent_in


def _place_of(grid: Grid, name: str, scores: Pixels) -> tuple[int, int]:
    """Return row and column of the upper-left pixel of a grid, that of the image `name`, in an image of scores.

    Raises
    ------
    ParameterError
        If the pixels of both do not lie on each other.
    """
    # The same system may be written in several ways.
    return Mosaic.of([scores.grid, replace(grid, crs=scores.grid.crs)], [scores.name, name]).places[1]


def write_denoised(
    path, mosaic: Mosaic, images: ImageSet, transform: LinearTransform, progress: Progress | None = None
) -> None:
    """Write the spectra of images without what the kept components do not hold (Float32, no data -9999).

    Raises
    ------
    OutputError
        If the raster cannot be written; nothing is left of it.
    """
    progress = progress or Progress()
    bands = images.template.bands
    name = images.template.name if len(images.lengths) == 1 else ""
    with value_writer(path, mosaic.grid, name, progress, overviews=None, bands=len(bands), spectral=bands) as writer:
        target = SampledRaster(writer, true_colour_bands(bands) or [0])
        for window in map_images(images, mosaic, Denoised(transform), writer.output, writer.block, progress=progress):
            target.write(window.values, window.rows.start, window.columns.start)
        target.show_as_image()


def write_inverse(
    path, transform: LinearTransform, components: np.ndarray, scores: Pixels, progress: Progress | None = None
) -> None:
    """Write the reflectance that has the scores of a component raster (Float32, no data -9999), with wavelengths.

    Parameters
    ----------
    path : str or path
    transform : LinearTransform
    components : ndarray of int
        Indices of the components that count, such as those that are not noise.
    scores : Pixels
        Those of the component raster, read with `ComponentBands`.
    progress : Progress, optional

    Raises
    ------
    ParameterError
        If no pixel is valid.
    OutputError
        If the raster cannot be written; nothing is left of it.
    """
    progress = progress or Progress()
    if not len(scores):
        raise no_valid_pixel(scores.name)
    bands = transform.bands
    with value_writer(
        path, scores.grid, scores.name, progress, overviews=None, bands=len(bands), spectral=bands
    ) as writer:
        target = SampledRaster(writer, true_colour_bands(bands) or [0])
        map_blocks([Block(scores, 0, 0, progress)], InverseScores(transform, components), target)
        target.show_as_image()


def write_residuals(
    path,
    transform: LinearTransform,
    components: np.ndarray,
    scores: Pixels,
    original: TileSet | OpenedRaster,
    store: PixelStore,
    progress: Progress | None = None,
) -> float:
    """Write the root mean squared difference of each pixel between the reflectance of scores and the original.

    The raster (Float32, no data -9999) lies where the scores lie.

    Parameters
    ----------
    original : TileSet or OpenedRaster
        Opened with the bands of the transform and the extent of the scores. Other parameters are those of
        `write_inverse`.

    Returns
    -------
    float
        The root mean squared difference of all pixels and bands.

    Raises
    ------
    ParameterError
        If the pixels of both do not lie on each other, or no pixel has data in both.
    OutputError
        If the raster cannot be written; nothing is left of it.
    """
    progress = progress or Progress()
    place = _place_of(original.grid, original.name, scores)
    names = [tr("Root mean squared difference")]
    with value_writer(
        path, scores.grid, scores.name, progress, overviews=None, names=names, options=ONE_THREAD
    ) as writer:
        target = _ResidualRaster(writer, place)
        map_blocks(original.blocks(store, progress), Residuals(scores, InverseScores(transform, components)), target)
        if not target.pixels:
            raise ParameterError(
                tr("{name} has no valid pixel where {scores} has data; choose the image that was transformed.").format(
                    name=original.name, scores=scores.name
                )
            )
        writer.style = ramp_style(*shown_range(target.sample, 0.0), RAMP)
    return float(np.sqrt(target.squares / target.pixels))
