# SPDX-License-Identifier: GPL-2.0-or-later
"""The scatter of an image in two bands or principal components: a sample of its pixels, and regions drawn in it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from ..compute.blockmap import map_blocks
from ..compute.imageset import ImageState, LocalImages
from ..compute.memory import PixelStore
from ..constants import RULE_WINDOWS
from ..errors import NeonAopError, ParameterError, RasterError, TableError
from ..files.gdalerrors import attempt
from ..files.neon.cleaning import BandChoice
from ..files.provenance import Provenance, record, run_recorded
from ..files.raster.choice import RasterChoice
from ..files.raster.ramp import in_ramp
from ..files.raster.style import palette_style
from ..files.raster.writer import FEW_VALUES_OPTIONS, RasterWriter
from ..image.bands import Bands, bands_at
from ..image.grid import Grid
from ..image.pixels import Pixels, no_valid_pixel
from ..inputs.classrasters import NO_NUMBER, RasterClasses, class_windows
from ..inputs.imageinput import ImageInput
from ..inputs.wanted import BandsToRead, WantedBands
from ..progress import Progress
from ..wording import tr
from .transforms.components import ComponentChoice, Moments, principal_components
from .transforms.linear import LinearTransform

SAMPLE_PIXELS = 100_000
# A second sample is drawn, of up to so many times the pixels, where fewer than this share of the first have data.
MOST_DRAWN, FEW = 6, 0.5
MOST_COMPONENTS = 10
# Bands of a tile from which components are computed: as Classify tiles does by default.
COMPONENT_BANDS = BandChoice(subset_factor=2)
# Bands of a tile of which two can be chosen: all but those in the windows of water vapour.
SHOWN_BANDS = BandChoice(rule=RULE_WINDOWS)
# In nm; what vegetation absorbs and reflects.
RED_AND_INFRARED = (660.0, 860.0)
BRUSHED, NOT_BRUSHED = 1, 0
# Outlines of a mask that are kept; a scattered one has tens of thousands.
MOST_OUTLINES = 500
# The colour of brushed pixels, on the map and in the scatter.
HIGHLIGHT = (255, 0, 255)
# Opacity of the colour of a class where it has one pixel; the densest place of the scatter is opaque.
_FAINTEST = 0.45


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


def first_sample(image: ImageInput, store: PixelStore, seed: int = 0, progress: Progress | None = None) -> Sample:
    """Read a sample of an image, in its components if its bands have wavelengths, else in its first two bands.

    Raises as `sample_components` and `sample_bands`.
    """
    bands = _choosable(image, progress or Progress())
    if bands.have_wavelengths and len(bands) > 2:
        return sample_components(image, store, seed, progress)
    return sample_bands(image, store, (), seed, progress)


def sample_components(image: ImageInput, store: PixelStore, seed: int = 0, progress: Progress | None = None) -> Sample:
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
    drawn = _draw(image, COMPONENT_BANDS, store, seed, progress.part(0, 0.9))
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
    seed: int = 0,
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
    drawn = _draw(image, wanted, store, seed, progress)
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
class Brushed:
    """Polygons that were drawn in a scatter, as the function of a `blockmap`: `BRUSHED` for pixels in one of them.

    Attributes
    ----------
    axes : Axes
    shown : (int, int)
        Which two of the axes the scatter shows.
    polygons : tuple of ndarray, shape (corners, 2)
    """

    axes: Axes
    shown: tuple[int, int]
    polygons: tuple[np.ndarray, ...]

    def holds(self, values: np.ndarray) -> np.ndarray:
        """Tell which values on all axes, shape (pixels, axes), lie in a polygon."""
        points = values[:, list(self.shown)]
        inside = np.zeros(len(points), bool)
        for polygon in self.polygons:
            inside |= in_polygon(points, polygon)
        return inside

    def __call__(self, image: ImageState, chosen: slice | np.ndarray) -> np.ndarray:
        pixels = image.pixels
        return np.where(
            self.holds(self.axes.of(pixels.values[chosen], pixels.scale, pixels.offset)), BRUSHED, NOT_BRUSHED
        )


def write_mask(
    sample: Sample, brushed: Brushed, path, store: PixelStore, progress: Progress | None = None, software: str = ""
) -> None:
    """Write which pixels of the image lie in polygons drawn in its scatter: Byte, 1 there, else 0, which is no data.

    All pixels are read, not only those of the sample. `software` is what the provenance of the mask names.

    Raises
    ------
    TileError, RasterError
        If the image cannot be read.
    OutputError
        If the mask cannot be written; nothing is left of it.
    Cancelled
        When the user asked to stop.
    """
    progress = progress or Progress()
    names = sample.axes.bands.names if sample.axes.transform is None else sample.axes.transform.names
    parameters = {
        "AXES": [names[axis] for axis in brushed.shown],
        "POLYGONS": [polygon.tolist() for polygon in brushed.polygons],
    }
    with run_recorded(), sample.image.open(sample.axes.wanted(sample.name), progress) as opened:
        record(Provenance.of("NEON scatter", software, sample.image.sources, parameters))
        blocks = opened.blocks(store, progress)
        with RasterWriter(
            path,
            opened.grid,
            np.uint8,
            nodata=NOT_BRUSHED,
            names=[tr("brushed")],
            options=FEW_VALUES_OPTIONS,
            overviews="NEAREST",
            progress=progress,
            style=palette_style([(BRUSHED, HIGHLIGHT, tr("brushed"))]),
        ) as writer:
            map_blocks(blocks, brushed, writer)


def outlines(mask) -> list[bytes]:
    """Return the outlines of the pixels of a mask that lie side by side, as well-known binary, the largest first.

    Parameters
    ----------
    mask : str or path
        What `write_mask` wrote.

    Raises
    ------
    RasterError
        If it cannot be read.
    """
    from osgeo import gdal, ogr

    raster = RasterChoice(str(mask)).open()
    band = raster.GetRasterBand(1)
    # Since GDAL 3.11, vectors in memory belong to the driver of rasters in memory.
    driver = next(filter(None, map(ogr.GetDriverByName, ("Memory", "MEM"))))
    vectors = driver.CreateDataSource("outlines")
    layer = vectors.CreateLayer("outlines", geom_type=ogr.wkbPolygon)
    _, failure = attempt(gdal.Polygonize, band, band, layer, -1)
    if failure:
        raise RasterError(tr("{path} cannot be read ({reason}).").format(path=mask, reason=failure))
    found = [feature.GetGeometryRef().Clone() for feature in layer]
    found.sort(key=lambda polygon: -polygon.Area())
    return [bytes(polygon.ExportToIsoWkb()) for polygon in found[:MOST_OUTLINES]]


def in_polygon(points: np.ndarray, polygon: np.ndarray) -> np.ndarray:
    """Tell which points, shape (points, 2), lie in a polygon, shape (corners, 2), by the even-odd rule.

    The polygon is closed from its last corner to its first. Points on a left or lower edge are inside, those on a right
    or upper edge are not, so that adjacent polygons share no point.
    """
    low, high = polygon.min(axis=0), polygon.max(axis=0)
    inside = np.zeros(len(points), bool)
    near = np.flatnonzero(((points >= low) & (points <= high)).all(axis=1))
    x, y = points[near].T
    odd = np.zeros(len(near), bool)
    for (x0, y0), (x1, y1) in zip(polygon, np.roll(polygon, -1, axis=0)):
        if y0 != y1:
            crosses = (y0 <= y) != (y1 <= y)
            odd ^= crosses & (x < x0 + (y - y0) * ((x1 - x0) / (y1 - y0)))
    inside[near] = odd
    return inside


@dataclass(frozen=True)
class DensityPicture:
    """How a scatter is drawn: how many pixels fall into each cell, in the colours of a ramp or of classes.

    Attributes
    ----------
    colours : dict of int to (red, green, blue)
        Of the classes; without them, of the ramp.
    other : (red, green, blue)
        Of pixels whose class has no colour.
    first : float
        Where the ramp begins, from 0 to 1; dark backgrounds hide its dark end.
    """

    other: tuple[int, int, int]
    colours: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    first: float = 0.0

    def draw(
        self,
        points: np.ndarray,
        view: tuple[float, float, float, float],
        shape: tuple[int, int],
        classes: np.ndarray | None = None,
        marked: np.ndarray | None = None,
    ) -> np.ndarray:
        """Return the picture of a part of the scatter.

        Parameters
        ----------
        points : ndarray, shape (points, 2)
        view : (xmin, xmax, ymin, ymax)
        shape : (rows, columns)
            Of the picture.
        classes : ndarray of int, shape (points,), optional
            Class of each point. A cell has the colour of the class that most of its points have, of several the one
            with the smallest number.
        marked : ndarray of bool, shape (points,), optional
            Points whose cells are highlighted.

        Returns
        -------
        ndarray of uint8, shape (rows, columns, 4)
            Red, green, blue and opacity; the first row is that of ymin.
        """
        xmin, xmax, ymin, ymax = view
        size = np.array([(xmax - xmin) / shape[1], (ymax - ymin) / shape[0]])
        with np.errstate(invalid="ignore", over="ignore"):
            columns, rows = np.floor((points - (xmin, ymin)) / size).T
        seen = np.flatnonzero((columns >= 0) & (columns < shape[1]) & (rows >= 0) & (rows < shape[0]))
        cells = (rows[seen] * shape[1] + columns[seen]).astype(np.int64)
        counts = np.bincount(cells, minlength=shape[0] * shape[1])
        # The eye tells ratios of densities.
        levels = np.log1p(counts) / np.log1p(max(int(counts.max()), 1))
        if classes is None:
            picture = in_ramp(self.first + (1 - self.first) * levels.reshape(shape), 0, 1)
            picture[..., 3] = np.where(counts.reshape(shape), 255, 0)
        else:
            picture = self._in_class_colours(cells, classes[seen], levels).reshape(*shape, 4)
        if marked is not None:
            picture.reshape(-1, 4)[cells[marked[seen]]] = (*HIGHLIGHT, 255)
        return picture

    def _in_class_colours(self, cells: np.ndarray, classes: np.ndarray, levels: np.ndarray) -> np.ndarray:
        picture = np.zeros((len(levels), 4), np.uint8)
        if not len(cells):
            return picture
        lowest, span = int(classes.min()), int(classes.max()) - int(classes.min()) + 1
        pairs, counts = np.unique(cells * span + (classes.astype(np.int64) - lowest), return_counts=True)
        cells, numbers = pairs // span, pairs % span + lowest
        # The last class of each cell has the most points, or of several the smallest number.
        order = np.lexsort([-numbers, counts, cells])
        last = order[np.append(np.diff(cells[order]) > 0, True)]
        for number in np.unique(numbers[last]).tolist():
            picture[cells[last][numbers[last] == number], :3] = self.colours.get(number, self.other)
        picture[cells, 3] = np.rint(255 * (_FAINTEST + (1 - _FAINTEST) * levels[cells]))
        return picture


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


def _draw(
    image: ImageInput, bands: BandChoice | BandsToRead, store: PixelStore, seed: int, progress: Progress
) -> _Drawn:
    """Draw pixels, more if few of them have data."""
    drawn = _draw_about(SAMPLE_PIXELS, image, bands, store, seed, progress.part(0, 0.7))
    share = len(drawn.pixels) / (drawn.parts[0] * drawn.parts[1])
    if 0 < share < FEW and drawn.parts[0] * drawn.parts[1] < drawn.grid.height * drawn.grid.width:
        more = int(SAMPLE_PIXELS * min(1 / share, MOST_DRAWN))
        drawn = _draw_about(more, image, bands, store, seed, progress.part(0.7, 1))
    if not len(drawn.pixels):
        raise no_valid_pixel(drawn.pixels.name)
    return drawn


def _draw_about(
    count: int, image: ImageInput, bands: BandChoice | BandsToRead, store: PixelStore, seed: int, progress: Progress
) -> _Drawn:
    """Split an image into about so many parts of nearly equal size, and read a random pixel of each."""
    # A raster is read in the bands that are not marked as bad, unless some are chosen.
    wanted = bands if image.tiles or isinstance(bands, BandsToRead) else None
    with image.open(wanted, progress) as opened:
        grid = opened.grid
        rows_of_parts = min(grid.height, max(round(math.sqrt(count * grid.height / grid.width)), 1))
        parts = rows_of_parts, min(grid.width, max(count // rows_of_parts, 1))
        rng = np.random.default_rng(seed)
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
