# SPDX-License-Identifier: GPL-2.0-or-later
"""A sample of the pixels of an image, and their values in bands or principal components."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ...compute.imageset import LocalImages
from ...compute.memory import PixelStore
from ...constants import RULE_WINDOWS
from ...errors import NeonAopError, ParameterError, TableError
from ...files.neon.cleaning import BandChoice
from ...files.raster.choice import RasterChoice
from ...image.bands import Bands, bands_at
from ...image.grid import Grid
from ...image.pixels import Pixels, no_valid_pixel
from ...inputs.classrasters import NO_NUMBER, RasterClasses, class_windows
from ...inputs.imageinput import ImageInput
from ...inputs.wanted import BandsToRead, WantedBands
from ...progress import Progress
from ...wording import tr
from ..transforms.components import ComponentChoice, Moments, principal_components
from ..transforms.linear import LinearTransform

SAMPLE_PIXELS = 100_000
# A second sample is drawn, of up to so many times the pixels, where fewer than this share of the first have data.
MOST_DRAWN, FEW = 6, 0.5
MOST_COMPONENTS = 10
# Of the choice of the pixels of a sample.
_SEED = 0
# Bands of a tile from which components are computed: as Classify tiles does by default.
COMPONENT_BANDS = BandChoice(subset_factor=2)
# Bands of a tile of which two can be chosen: all but those in the windows of water vapour.
SHOWN_BANDS = BandChoice(rule=RULE_WINDOWS)
# In nm; what vegetation absorbs and reflects.
RED_AND_INFRARED = (660.0, 860.0)


@dataclass(frozen=True)
class NumberedBands(BandsToRead):
    """Bands by their numbers."""

    numbers: tuple[int, ...]

    def among(self, bands: Bands, name: str) -> np.ndarray:
        """Return the indices of the bands with the numbers, of the image `name`.

        Raises
        ------
        TableError
            If it has no band of a number.
        """
        missing = sorted(set(self.numbers) - set(bands.numbers.tolist()))
        if missing:
            raise TableError(tr("{name} has no band {number}; choose another.").format(name=name, number=missing[0]))
        return np.array([np.flatnonzero(bands.numbers == number)[0] for number in self.numbers])


@dataclass(frozen=True)
class Axes:
    """What the axes of a scatter stand for: bands, or the principal components of a sample.

    Attributes
    ----------
    bands : Bands
        The bands that are read; those of the axes where there is no transform.
    transform : LinearTransform or None
    """

    bands: Bands
    transform: LinearTransform | None = None

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.bands) if self.transform is None else self.transform.count

    def wanted(self, name: str) -> BandsToRead:
        """Return which bands to read of the image `name`."""
        if self.transform is None:
            return NumberedBands(tuple(self.bands.numbers.tolist()))
        return WantedBands(self.bands, name)

    def of(self, values: np.ndarray, scale: float, offset: float) -> np.ndarray:
        """Return reflectance or scores, float64, shape (pixels, axes), of values as stored, shape (pixels, bands)."""
        if self.transform is None:
            return values * float(scale) + offset
        return self.transform.forward(values, scale, offset)


@dataclass(frozen=True)
class Sample:
    """Pixels of an image that are spread evenly, one drawn at random from each of many equal parts of it.

    Attributes
    ----------
    image : ImageInput
    name : str
        What the image is called.
    grid : Grid
    choosable : Bands
        The bands that the axes can stand for.
    axes : Axes
    values : ndarray of float64, shape (pixels, axes)
    rows, columns : ndarray of int, shape (pixels,)
        Where the pixels lie in the grid, row by row.
    parts : (int, int)
        Into how many rows and columns of equal parts the image was split.
    part : ndarray of int, shape (pixels,)
        From which part each pixel comes, counted row by row.
    """

    image: ImageInput
    name: str
    grid: Grid
    choosable: Bands
    axes: Axes
    values: np.ndarray
    rows: np.ndarray
    columns: np.ndarray
    parts: tuple[int, int]
    part: np.ndarray

    def __len__(self) -> int:
        return len(self.values)

    @property
    def places(self) -> np.ndarray:
        """The centres of the pixels in the coordinate reference system of the grid, shape (pixels, 2)."""
        return np.column_stack(self.grid.centres(self.rows, self.columns))

    def shown(self, chosen: np.ndarray) -> np.ndarray:
        """Return in which parts of the image chosen pixels lie, bool, shape `parts`; `chosen` has one bool a pixel."""
        shown = np.zeros(self.parts[0] * self.parts[1], bool)
        shown[self.part[chosen]] = True
        return shown.reshape(self.parts)


def first_sample(image: ImageInput, store: PixelStore, progress: Progress | None = None) -> Sample:
    """Read a sample of an image, in its components if its bands have wavelengths, else in its first two bands.

    Raises as `sample_components` and `sample_bands`.
    """
    bands = _choosable(image, progress or Progress())
    if bands.have_wavelengths and len(bands) > 2:
        return sample_components(image, store, progress)
    return sample_bands(image, store, (), progress)


def sample_components(image: ImageInput, store: PixelStore, progress: Progress | None = None) -> Sample:
    """Read a sample of an image and compute the principal components of the sample and their scores.

    The components differ a little from those of all pixels. They suit an overview of one image; for numbers to be
    compared between images, save a model.

    Raises
    ------
    ParameterError
        If no pixel has data, or all are equal.
    TileError, RasterError
        If the image cannot be read.
    Cancelled
        When the user asked to stop.
    """
    progress = progress or Progress()
    choosable = _choosable(image, progress)
    drawn = _draw(image, COMPONENT_BANDS, store, progress.part(0, 0.9))
    pixels = drawn.pixels
    with LocalImages([pixels]) as images:
        moments = Moments.of(images, progress.part(0.9, 1))
    count = min(MOST_COMPONENTS, len(pixels.bands))
    transform = principal_components(moments, pixels.bands, ComponentChoice(count=count))
    return drawn.sample(image, choosable, Axes(pixels.bands, transform))


def sample_bands(
    image: ImageInput,
    store: PixelStore,
    numbers: Sequence[int] = (),
    progress: Progress | None = None,
) -> Sample:
    """Read a sample of an image in some of its bands, given by their numbers; by default in red and near infrared.

    Where their wavelengths are not known or too far, as in a raster of components, the first two are the default.

    Raises
    ------
    ParameterError
        If no pixel has data, or there is only one band.
    TableError
        If the image has no band of a number.
    TileError, RasterError
        If the image cannot be read.
    Cancelled
        When the user asked to stop.
    """
    progress = progress or Progress()
    choosable = _choosable(image, progress)
    if len(choosable) < 2:
        raise ParameterError(
            tr("{name} has one band, and a scatter needs two; choose another layer.").format(name=image.paths[0])
        )
    wanted = NumberedBands(tuple(dict.fromkeys(numbers or _first_shown(choosable))))
    drawn = _draw(image, wanted, store, progress)
    return drawn.sample(image, choosable, Axes(drawn.pixels.bands))


def value_at(
    sample: Sample, row: int, column: int, store: PixelStore, progress: Progress | None = None
) -> np.ndarray | None:
    """Read a pixel, which need not be one of the sample, and return its values on the axes; None without data.

    Raises
    ------
    TileError, RasterError
        If the image cannot be read.
    Cancelled
        When the user asked to stop.
    """
    with sample.image.open(sample.axes.wanted(sample.name), progress) as opened:
        cell = np.array([row]), np.array([column])
        try:
            cells = opened.read_cells(*cell, store, progress or Progress())
        except ParameterError:
            return None
    return sample.axes.of(cells.values, cells.scale, cells.offset)[0] if cells.valid[0] else None


def classes_of(sample: Sample, choice: RasterChoice, progress: Progress | None = None) -> np.ndarray:
    """Return the class number of each pixel of a sample from a class raster, int32; `NO_NUMBER` without class.

    Raises
    ------
    RasterError
        If the raster cannot be read, or holds no class numbers.
    Cancelled
        When the user asked to stop.
    """
    progress = progress or Progress()
    classes = RasterClasses(choice)
    found = np.full(len(sample), NO_NUMBER, np.int32)
    for rows, columns in class_windows(sample.grid, progress):
        inside = (sample.rows >= rows.start) & (sample.rows < rows.stop)
        inside &= (sample.columns >= columns.start) & (sample.columns < columns.stop)
        if inside.any():
            numbers = classes.numbers(sample.grid.window(rows, columns), progress)
            found[inside] = numbers[sample.rows[inside] - rows.start, sample.columns[inside] - columns.start]
    return found


@dataclass(frozen=True)
class _Drawn:
    """Pixels that were drawn from an image."""

    pixels: Pixels
    grid: Grid
    rows: np.ndarray
    columns: np.ndarray
    parts: tuple[int, int]
    part: np.ndarray

    def sample(self, image: ImageInput, choosable: Bands, axes: Axes) -> Sample:
        values = axes.of(self.pixels.values, self.pixels.scale, self.pixels.offset)
        places = self.rows, self.columns, self.parts, self.part
        return Sample(image, self.pixels.name, self.grid, choosable, axes, values, *places)


def _choosable(image: ImageInput, progress: Progress) -> Bands:
    with image.open(SHOWN_BANDS if image.tiles else None, progress, keep_open=False) as opened:
        return opened.bands


def _first_shown(bands: Bands) -> list[int]:
    try:
        indices = bands_at(bands, RED_AND_INFRARED, "")
    except NeonAopError:
        indices = np.arange(2)
    return bands.numbers[indices].tolist()


def _draw(image: ImageInput, bands: BandChoice | BandsToRead, store: PixelStore, progress: Progress) -> _Drawn:
    """Draw pixels, more if few of them have data."""
    drawn = _draw_about(SAMPLE_PIXELS, image, bands, store, progress.part(0, 0.7))
    share = len(drawn.pixels) / (drawn.parts[0] * drawn.parts[1])
    if 0 < share < FEW and drawn.parts[0] * drawn.parts[1] < drawn.grid.height * drawn.grid.width:
        more = int(SAMPLE_PIXELS * min(1 / share, MOST_DRAWN))
        drawn = _draw_about(more, image, bands, store, progress.part(0.7, 1))
    if not len(drawn.pixels):
        raise no_valid_pixel(drawn.pixels.name)
    return drawn


def _draw_about(
    count: int, image: ImageInput, bands: BandChoice | BandsToRead, store: PixelStore, progress: Progress
) -> _Drawn:
    """Split an image into about so many parts of nearly equal size, and read a random pixel of each."""
    # A raster is read in the bands that are not marked as bad, unless some are chosen.
    wanted = bands if image.tiles or isinstance(bands, BandsToRead) else None
    with image.open(wanted, progress) as opened:
        grid = opened.grid
        rows_of_parts = min(grid.height, max(round(math.sqrt(count * grid.height / grid.width)), 1))
        parts = rows_of_parts, min(grid.width, max(count // rows_of_parts, 1))
        rng = np.random.default_rng(_SEED)
        rows, columns = (
            _drawn_within(size, number, rng, parts, axis)
            for axis, (size, number) in enumerate(zip((grid.height, grid.width), parts))
        )
        order = np.lexsort([columns, rows])
        cells = opened.read_cells(rows[order], columns[order], store, progress)
    used = order[cells.valid]
    # As an image of one row, whose statistics do not depend on where the pixels lie.
    pixels = Pixels(
        cells.values[cells.valid],
        np.ones((1, len(used)), bool),
        replace(grid, width=len(used), height=1),
        cells.bands,
        cells.scale,
        cells.offset,
        cells.name,
    )
    return _Drawn(pixels, grid, rows[used], columns[used], parts, used)


def _drawn_within(size: int, number: int, rng: np.random.Generator, parts: tuple[int, int], axis: int) -> np.ndarray:
    """Return for each part, row by row, a random row (axis 0) or column (axis 1) that lies in it."""
    edges = np.linspace(0, size, number + 1).astype(np.int64)
    within = np.arange(parts[0] * parts[1]) // parts[1] if axis == 0 else np.arange(parts[0] * parts[1]) % parts[1]
    return edges[within] + (rng.random(len(within)) * (edges[1:] - edges[:-1])[within]).astype(np.int64)
