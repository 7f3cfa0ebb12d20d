"""The images that saved centres or components are applied to: tiles or a raster, one in memory at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ..compute.memory import PixelStore
from ..files.neon.metadata import TileInfo
from ..files.raster.image import RasterImage
from ..files.raster.writer import LARGEST_BLOCK
from ..image.bands import Bands, match
from ..image.block import Block
from ..image.grid import Grid, window_in
from ..image.slices import aligned_slices, length, relative
from ..progress import Progress, Watch
from ..wording import tr
from .tileset import TileSet

# What is read of a raster at a time: about as much as a tile.
WINDOW_BYTES = 350_000_000


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
        return match(self.bands, bands, self.owner, name)

    def kept(self, info: TileInfo) -> np.ndarray:
        """Return the indices of the wanted bands of a tile."""
        return self.among(info.bands, info.name)

    def describe(self, info: TileInfo) -> str:
        """Say in words what is read of a tile."""
        return tr("{read} of {bands} bands are read, those of {owner}.").format(
            read=len(self.bands), bands=len(info.bands), owner=self.owner
        )


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
        self.shape = (max(height * width for height, width in self._tiles.mosaic.sizes), len(self._tiles.bands))
        self.dtype = self._tiles.dtype
        self.skipped = self._tiles.skipped

    def blocks(self, store: PixelStore, progress: Progress) -> Iterator[Block]:
        """Read the tiles in the order of the list; each only until the next. Memory is taken from the store at once."""
        return self._blocks(_memory_for(self, store, progress), progress)

    def _blocks(self, memory: np.ndarray, progress: Progress) -> Iterator[Block]:
        count = len(self._tiles.tiles)
        for index, (tile, (row, column)) in enumerate(zip(self._tiles.tiles, self._tiles.mosaic.places)):
            if count > 1:
                progress.info(tr("{name} ({number} of {count})").format(name=tile.name, number=index + 1, count=count))
            part = progress.part(index / count, (index + 1) / count)
            # A set of this tile alone: its bands are matched to the wanted ones, not to those of the first tile.
            alone = TileSet([tile.path], *self._options, progress=Watch(progress))
            (image,) = alone.read(part.part(0, 0.7), allocate=lambda shape, dtype: memory[: shape[0]])
            self.skipped += alone.skipped
            yield Block(image, row, column, part.part(0.7, 1))


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
        self._windows = list(_windows(self.grid, len(self._indices) * raster.dtype.itemsize))
        self.shape = (max(length(rows) * length(columns) for rows, columns in self._windows), len(self._indices))

    def blocks(self, store: PixelStore, progress: Progress) -> Iterator[Block]:
        """Read the windows; each only until the next. Memory is taken from the store at once."""
        return self._blocks(_memory_for(self, store, progress), progress)

    def _blocks(self, memory: np.ndarray, progress: Progress) -> Iterator[Block]:
        top, left = self._corner
        for index, (rows, columns) in enumerate(self._windows):
            part = progress.part(index / len(self._windows), (index + 1) / len(self._windows))
            image = self._raster.read_pixels(
                part.part(0, 0.7),
                out=memory[: length(rows) * length(columns)],
                indices=self._indices,
                window=(relative(rows, -top), relative(columns, -left)),
            )
            yield Block(image, rows.start, columns.start, part.part(0.7, 1))


def _memory_for(source: TileSource | RasterSource, store: PixelStore, progress: Progress) -> np.ndarray:
    """Return memory for one block after the other."""
    progress.info(store.plan([source.shape], source.dtype))
    return store.allocate(source.shape, source.dtype)


def _windows(grid: Grid, pixel_bytes: int) -> Iterator[tuple[slice, slice]]:
    """Cut a grid into windows of about `WINDOW_BYTES`: whole blocks of the result, and whole rows if they fit."""
    pixels = WINDOW_BYTES // pixel_bytes
    height = max(pixels // grid.width // LARGEST_BLOCK, 1) * LARGEST_BLOCK
    width = max(pixels // height // LARGEST_BLOCK, 1) * LARGEST_BLOCK if height * grid.width > pixels else grid.width
    for rows in aligned_slices(0, grid.height, height):
        for columns in aligned_slices(0, grid.width, width):
            yield rows, columns
