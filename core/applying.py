"""Saved centres and component models applied to further images, with one of these in memory at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from .bands import Bands, match
from .centres import CentresTable
from .choices import MOST_CLASSES
from .componentmap import DISPLAYED, component_options
from .errors import ParameterError, TableError
from .exactsum import ExactSummer
from .grid import Grid, area_ha
from .hints import hint
from .memory import PixelStore, release
from .nearest import Basis
from .neon import TileInfo, window_in
from .palette import class_colours
from .pca import Components
from .pixels import Pixels, check_largest
from .progress import Progress, Watch
from .raster import CREATION_OPTIONS, IMAGE_NAME, NO_CLASS, NODATA, RasterWriter, write_classes
from .rasterimage import RasterImage
from .shard import Shard
from .style import colour_style
from .tables import number_in, read_table, write_table
from .threads import Pool, pool
from .tileset import TileSet
from .wording import tr

# Beyond this, squares of distances have no place in float32.
LARGEST_REFLECTANCE = 1e15
# Pixels that are assigned together, and those of them from which their leading directions are found.
PART_PIXELS = 1 << 19
SAMPLE_PIXELS = 5000
# Pixels whose scores are computed together: few, so that their values in float64 stay in the processor's cache.
BLOCK_PIXELS = 8192
# What is read of a raster at a time: about as much as a tile.
WINDOW_BYTES = 350_000_000
# The display goes so many standard deviations to both sides, where a normal distribution has all but 2 % each.
DISPLAYED_DEVIATIONS = 2.05

_WRITTEN_BLOCK = int(CREATION_OPTIONS["BLOCKYSIZE"])


@dataclass(frozen=True)
class WantedBands:
    """The bands that a saved table or model needs of each image; for a `TileSet`, its choice of bands.

    Attributes
    ----------
    bands : Bands
    owner : str
        What they belong to, for messages.
    """

    bands: Bands
    owner: str

    def among(self, bands: Bands, name: str) -> np.ndarray:
        """Return which of `bands`, those of the image `name`, are the wanted ones, in the order of these.

        Raises
        ------
        TableError
            If some are missing, or two would be the same one.
        """
        indices = match(self.bands, bands, self.owner, name)
        taken, times = np.unique(indices, return_counts=True)
        if (times > 1).any():
            same = taken[times > 1][0]
            one, other = (self.bands.names[band] for band in np.flatnonzero(indices == same)[:2])
            raise TableError(
                tr(
                    "{one} and {other} of {wanted_in} are both {same} of {found_in}; give each wavelength once, "
                    "or choose an image of the same sensor."
                ).format(one=one, other=other, wanted_in=self.owner, same=bands.names[same], found_in=name)
            )
        return indices

    def kept(self, info: TileInfo) -> np.ndarray:
        """Return the indices of the wanted bands of a tile."""
        return self.among(info.bands, info.name)

    def describe(self, info: TileInfo) -> str:
        """Say in words what is read of a tile."""
        return tr("{read} of {bands} bands are read, those of {owner}.").format(
            read=len(self.bands), bands=len(info.bands), owner=self.owner
        )


@dataclass(frozen=True)
class Placed:
    """An image in memory, and where it lies in the result.

    Attributes
    ----------
    image : Pixels
    row, column : int
        Of its upper-left pixel.
    progress : Progress
        For what is done with it.
    """

    image: Pixels
    row: int
    column: int
    progress: Progress


class TileSource:
    """Tiles on a common grid, read one after the other.

    Parameters
    ----------
    paths : sequence of str
        Files, as `tileset.find_tiles` lists them.
    wanted : WantedBands
    extent_in, skip_broken, progress
        As for a `TileSet`.

    Attributes
    ----------
    grid : Grid
        That of the result.
    name : str
    shape : (int, int)
        Pixels of the largest image, valid or not, and bands.
    dtype : dtype
        Type of the stored values.
    skipped : list of str
        One sentence for each file that was left out because it is broken.

    Raises
    ------
    TileError
        If a file is not a NEON reflectance file.
    ParameterError
        If a tile does not fit the first one, or none lies in the extent.
    TableError
        If the first tile lacks a wanted band.
    """

    def __init__(
        self,
        paths: Sequence[str],
        wanted: WantedBands,
        extent_in: Callable[[str], tuple[float, float, float, float]] | None = None,
        skip_broken: bool = False,
        progress: Progress | None = None,
    ):
        self._options = (wanted, extent_in, skip_broken)
        self._tiles = TileSet(paths, *self._options, progress=progress)
        self.grid = self._tiles.mosaic.grid
        self.name = self._tiles.name
        self.shape = (max(height * width for height, width in self._tiles.mosaic.sizes), len(wanted.bands))
        self.dtype = self._tiles.dtype
        self.skipped = self._tiles.skipped

    def images(self, memory: np.ndarray, progress: Progress) -> Iterator[Placed]:
        """Read the tiles in the order of the list into `memory`, of `shape` and `dtype`; each only until the next."""
        count = len(self._tiles.tiles)
        for index, (tile, (row, column)) in enumerate(zip(self._tiles.tiles, self._tiles.mosaic.places)):
            if count > 1:
                progress.info(tr("{name} ({number} of {count})").format(name=tile.name, number=index + 1, count=count))
            part = progress.part(index / count, (index + 1) / count)
            # A set of this tile alone: its bands are matched to the wanted ones, not to those of the first tile.
            alone = TileSet([tile.path], *self._options, progress=Watch(progress))
            (image,) = alone.read(part.part(0, 0.7), allocate=lambda shape, dtype: memory[: shape[0]])
            self.skipped += alone.skipped
            yield Placed(image, row, column, part.part(0.7, 1))


class RasterSource:
    """A raster that is read in windows of whole blocks of the result; the attributes are those of `TileSource`.

    Parameters
    ----------
    raster : RasterImage
        Open as long as this is used.
    wanted : WantedBands
    extent_in : callable, optional
        Gives the extent to read, (xmin, ymin, xmax, ymax), in the coordinate reference system whose WKT it is told.

    Raises
    ------
    TableError
        If the raster lacks a wanted band.
    ParameterError
        If no pixel lies in the extent.
    """

    def __init__(
        self,
        raster: RasterImage,
        wanted: WantedBands,
        extent_in: Callable[[str], tuple[float, float, float, float]] | None = None,
    ):
        self._raster = raster
        self._indices = wanted.among(raster.bands, raster.name)
        rows, columns = slice(0, raster.grid.height), slice(0, raster.grid.width)
        if extent_in is not None:
            rows, columns = window_in(raster.grid, extent_in(raster.grid.crs), raster.name)
        self._corner = (rows.start, columns.start)
        self.grid: Grid = raster.grid.window(rows, columns)
        self.name = raster.name
        self.dtype = raster.dtype
        self.skipped: list[str] = []
        self._windows = list(_windows(self.grid, len(wanted.bands) * raster.dtype.itemsize))
        self.shape = (max(_size(rows) * _size(columns) for rows, columns in self._windows), len(wanted.bands))

    def images(self, memory: np.ndarray, progress: Progress) -> Iterator[Placed]:
        """Read the windows into `memory`, of `shape` and `dtype`; each only until the next."""
        top, left = self._corner
        for index, (rows, columns) in enumerate(self._windows):
            part = progress.part(index / len(self._windows), (index + 1) / len(self._windows))
            image = self._raster.read_pixels(
                part.part(0, 0.7),
                out=memory[: _size(rows) * _size(columns)],
                indices=self._indices,
                window=(_shifted(rows, top), _shifted(columns, left)),
            )
            yield Placed(image, rows.start, columns.start, part.part(0.7, 1))


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
    threads: int | None = None,
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
    threads : int, optional

    Raises
    ------
    ParameterError
        If no pixel is valid.
    OutputError
        If the raster cannot be written; nothing is left of it.
    """
    progress = progress or Progress()
    memory = _memory(source, store, progress)
    highest = int(saved.numbers[-1])
    numbers = saved.numbers.astype(np.uint8 if highest <= np.iinfo(np.uint8).max else np.uint16)
    classes = store.allocate((source.grid.height, source.grid.width), numbers.dtype)
    classes[:] = NO_CLASS
    counts, sse = np.zeros(len(numbers), np.int64), 0.0
    with pool(threads) as workers:
        for placed in source.images(memory, progress.part(0, 0.95)):
            image = placed.image
            centres = image.from_reflectance(saved.centres)
            for rows in _slices(0, image.grid.height, max(PART_PIXELS // image.grid.width, 1)):
                target = classes[_shifted(rows, placed.row), placed.column : placed.column + image.grid.width]
                values = image.values[image.rows(rows.start, rows.stop)]
                free = image.valid[rows] & (target == NO_CLASS)
                if free.sum() < len(values):
                    values = values[free[image.valid[rows]]]
                if len(values):
                    labels, part_counts, part_sse = _assign(values, centres, image.name, workers, Watch(progress))
                    target[free] = numbers[labels]
                    counts += part_counts
                    sse += part_sse * image.scale**2
                placed.progress.report(rows.stop / image.grid.height)
            release(image.values)
            release(classes)
    if not counts.any():
        raise ParameterError(
            tr("{name} has no valid pixel: each has no data in some band; check its no data value.").format(
                name=source.name
            )
        )
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


def read_components(path) -> Components:
    """Read a saved component model.

    Raises
    ------
    TableError
        If the file is anything else, or has more components than bands.
    """
    components = Components.read(path)
    if components.count > len(components.bands):
        raise TableError(
            tr("{path} is a damaged model: it has {count} components of {bands} bands; write it again.").format(
                path=path, count=components.count, bands=len(components.bands)
            )
        )
    return components


def apply_components(
    components: Components,
    source: TileSource | RasterSource,
    path,
    store: PixelStore,
    progress: Progress | None = None,
    threads: int | None = None,
) -> None:
    """Write the scores of further images, a band for each component (Float32, no data -9999).

    Scores are centred by the mean of the pixels that the model was made from. The display depends on the model only,
    so that neighbouring rasters look alike.

    Parameters
    ----------
    components : Components
    source : TileSource or RasterSource
        Opened with the bands of the model. Where images overlap, a pixel is taken from the first one that has it.
    path : str or path
        The raster to write.
    store : PixelStore
    progress : Progress, optional
    threads : int, optional

    Raises
    ------
    TableError
        If scores are too large for Float32.
    OutputError
        If the raster cannot be written; nothing is left of it.
    """
    progress = progress or Progress()
    memory = _memory(source, store, progress)
    with (
        pool(threads) as workers,
        RasterWriter(
            path,
            source.grid,
            np.float32,
            bands=components.count,
            nodata=NODATA,
            names=components.names,
            metadata={IMAGE_NAME: source.name},
            # GDAL 3.6 may wait for ever when it reads what its threads have not yet compressed.
            options={**component_options(components), "NUM_THREADS": "1"},
            overviews="AVERAGE",
            progress=progress,
        ) as writer,
    ):
        writer.style = _style(components)
        for placed in source.images(memory, progress):
            image = placed.image
            columns = slice(placed.column, placed.column + image.grid.width)
            for rows in _slices(placed.row, placed.row + image.grid.height, writer.block_rows):
                inside = _shifted(rows, -placed.row)
                scores = _scores(image, image.rows(inside.start, inside.stop), components, workers, progress)
                # What an earlier image has written there stays.
                block = writer.read(rows, columns)
                free = image.valid[inside] & (block[0] == NODATA)
                block[:, free] = scores[:, free[image.valid[inside]]]
                writer.write(block, row=rows.start, column=columns.start)
                placed.progress.report(inside.stop / image.grid.height)
            release(image.values)


def _memory(source: TileSource | RasterSource, store: PixelStore, progress: Progress) -> np.ndarray:
    """Return memory for one image after the other."""
    progress.info(store.plan([source.shape], source.dtype))
    return store.allocate(source.shape, source.dtype)


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
    values: np.ndarray, centres: np.ndarray, name: str, workers: Pool, progress: Progress
) -> tuple[np.ndarray, np.ndarray, float]:
    """Assign pixels of the image `name` to their nearest centres as the first iteration of k-means does.

    Parameters
    ----------
    values : ndarray, shape (pixels, bands)
        Stored values of at least one pixel.
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
    shard = Shard(values)
    summary = shard.summary(slice(None, None, len(values) // SAMPLE_PIXELS + 1), workers, progress)
    largest = max(np.abs(extreme.astype(np.float64)).max() for extreme in (summary.minimum, summary.maximum))
    check_largest(largest, name)
    basis, summer = Basis.of_sample(summary.sample, centres, largest), ExactSummer(values.dtype, largest)
    spread = shard.prepare(basis, summer, workers, progress)
    step = shard.assign(centres, 0.0, workers, progress)
    sums = summer.value(step.sums) - step.counts[:, np.newaxis] * basis.origin
    offsets = centres - basis.origin
    sse = spread - 2 * (offsets * sums).sum() + (step.counts * (offsets**2).sum(axis=1)).sum()
    return shard.labels, step.counts, max(float(sse), 0.0)


def _scores(image: Pixels, pixels: slice, components: Components, workers: Pool, progress: Progress) -> np.ndarray:
    """Compute the scores of some pixels of an image, float32, shape (components, pixels)."""
    scores = np.empty((components.count, _size(pixels)), dtype=np.float32)

    def compute(block: slice) -> None:
        with np.errstate(over="ignore", invalid="ignore"):
            scores[:, _shifted(block, -pixels.start)] = components.scores(image, block).T

    workers.map(compute, list(_slices(pixels.start, pixels.stop, BLOCK_PIXELS, pixels.start)), Watch(progress))
    if not np.isfinite(scores).all():
        raise TableError(
            tr(
                "The scores of {name} are too large for Float32, so the model holds numbers that no image "
                "has; choose a model that this plugin wrote."
            ).format(name=image.name)
        )
    return scores


def _style(components: Components) -> str:
    """Show the first three components as red, green and blue; the first one as grey when there are fewer."""
    shown = DISPLAYED if components.count >= DISPLAYED else 1
    spread = DISPLAYED_DEVIATIONS * np.sqrt(np.clip(components.eigenvalues[:shown], 0, None))
    return colour_style(range(1, shown + 1), [(-float(limit), float(limit)) for limit in spread])


def _windows(grid: Grid, pixel_bytes: int) -> Iterator[tuple[slice, slice]]:
    """Cut a grid into windows of about `WINDOW_BYTES`: whole blocks of the result, and whole rows if they fit."""
    pixels = WINDOW_BYTES // pixel_bytes
    height = max(pixels // grid.width // _WRITTEN_BLOCK, 1) * _WRITTEN_BLOCK
    width = max(pixels // height // _WRITTEN_BLOCK, 1) * _WRITTEN_BLOCK if height * grid.width > pixels else grid.width
    for rows in _slices(0, grid.height, height):
        for columns in _slices(0, grid.width, width):
            yield rows, columns


def _slices(start: int, stop: int, step: int, origin: int = 0) -> Iterator[slice]:
    """Cut the range from `start` to `stop` at multiples of `step` from `origin`."""
    while start < stop:
        end = min(start + step - (start - origin) % step, stop)
        yield slice(start, end)
        start = end


def _shifted(part: slice, by: int) -> slice:
    return slice(part.start + by, part.stop + by)


def _size(part: slice) -> int:
    return part.stop - part.start
