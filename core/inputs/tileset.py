"""Several tiles that are read as one image."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ..compute.memory import release
from ..constants import TILE_ENDINGS
from ..errors import ParameterError, TableError, TileError, in_one_line
from ..files.hdf5.opening import open_hdf5
from ..files.neon.cleaning import BandChoice
from ..files.neon.cube import read_pixels
from ..files.neon.metadata import TileInfo
from ..files.neon.tile import NeonTile
from ..image.bands import Bands, match
from ..image.grid import Grid
from ..image.mosaic import Mosaic
from ..image.pixels import Pixels, compact
from ..progress import Progress
from ..wording import tr

OVERLAPS_NAMED = 5


def find_tiles(paths: Sequence[str]) -> list[str]:
    """List tiles: files as they are, of folders the HDF5 files in them by name; each file once.

    Raises
    ------
    ParameterError
        If there is none, or a path is impossible.
    """
    files = []
    for path in filter(None, paths):
        if os.path.isdir(path):
            files += sorted(str(file) for file in Path(path).iterdir() if file.suffix.lower() in TILE_ENDINGS)
        else:
            files.append(path)
    unique: dict[str, str] = {}
    for file in files:
        try:
            unique.setdefault(os.path.realpath(file), file)
        except ValueError:
            raise ParameterError(
                tr('"{file}" cannot be the path of a file; correct it.').format(file=in_one_line(file))
            ) from None
    if not unique:
        raise ParameterError(
            tr("There is no tile (*.h5) in {paths}; add some.").format(
                paths=", ".join(filter(None, paths)) or tr("the list")
            )
        )
    return list(unique.values())


@dataclass(frozen=True)
class TileWindow:
    """What to read of a tile; all that another machine, which may have no GDAL, needs to know for it.

    Attributes
    ----------
    path, dataset : str
        The file, and where the reflectance is in it.
    name : str
        What the tile is called in messages.
    kept : ndarray of int, shape (bands,)
        Indices of the bands to read.
    bands : Bands
        What these are called.
    rows, columns : slice
        The window.
    grid : Grid
        Of the window.
    shape : (rows, columns, bands)
        Of the reflectance in the file.
    dtype : str
        Type of the stored values.
    nodata : float or None
    scale : float
        From stored values to reflectance.
    excluded : ndarray of uint8 or None
        Pixels to leave out, as bits; None: none.
    """

    path: str
    dataset: str
    name: str
    kept: np.ndarray
    bands: Bands
    rows: slice
    columns: slice
    grid: Grid
    shape: tuple[int, int, int]
    dtype: str
    nodata: float | None
    scale: float
    excluded: np.ndarray | None = None

    @property
    def pixels(self) -> int:
        """How many pixels there are to read, valid or not."""
        return self.grid.height * self.grid.width

    @property
    def keeps_nothing(self) -> bool:
        """Whether all pixels are left out."""
        return self.excluded is not None and np.unpackbits(self.excluded, count=self.pixels).all()

    @property
    def bytes(self) -> int:
        """How much memory the values of all pixels take."""
        return self.pixels * len(self.kept) * np.dtype(self.dtype).itemsize

    def read(self, progress: Progress | None = None, out: np.ndarray | None = None) -> Pixels:
        """Read the valid pixels.

        Parameters
        ----------
        progress : Progress, optional
        out : ndarray, shape (pixels, bands), optional
            Memory for the values.

        Raises
        ------
        TileError
            If the file cannot be read, or has changed.
        """
        progress = progress or Progress()
        if out is None:
            out = np.empty((self.pixels, len(self.kept)), self.dtype)
        with closing(open_hdf5(self.path)) as file:
            cube = file.cube(self.dataset)
            if tuple(cube.shape) != self.shape or cube.stored_dtype.newbyteorder("=") != np.dtype(self.dtype):
                raise TileError(tr("{path} has changed since it was looked at; run again.").format(path=self.path))
            valid = read_pixels(cube, self.kept, self.rows, self.columns, out, self.nodata, progress)
        if self.excluded is not None:
            valid &= ~np.unpackbits(self.excluded, count=valid.size).reshape(valid.shape).astype(bool)
        return replace(self.without_pixels(), values=compact(out, valid, progress), valid=valid)

    def without_pixels(self) -> Pixels:
        """Return an image of the window in which no pixel is valid."""
        nothing = np.broadcast_to(False, (self.grid.height, self.grid.width))
        values = np.empty((0, len(self.kept)), self.dtype)
        return Pixels(values, nothing, self.grid, self.bands, self.scale, name=self.name)


class TileSet:
    """Tiles with the same bands on a common grid.

    Where tiles overlap, a pixel is taken from the first tile in the list that has it.

    Parameters
    ----------
    paths : sequence of str
        Files, as `find_tiles` lists them.
    choice : BandChoice
        Applied to the first tile; the bands of the others are matched to its by wavelength.
    extent_in : callable, optional
        Gives the extent to read, (xmin, ymin, xmax, ymax), in the coordinate reference system whose WKT it is told.
    skip_broken : bool
        Leave out files that cannot be read, and list them in `skipped`, instead of raising.
    left_out : callable, optional
        Tells which pixels of a window of a tile to leave out, ndarray of bool, shape (rows, columns); None: none.
    progress : Progress, optional

    Attributes
    ----------
    tiles : list of TileInfo
    bands : Bands
        The kept bands.
    mosaic : Mosaic
    windows : list of TileWindow
        What is read of each tile.
    skipped : list of str
        One sentence for each file that was left out because it is broken.

    Raises
    ------
    TileError
        If a file is not a NEON reflectance file.
    ParameterError
        If a tile does not fit the first one, or none lies in the extent.
    """

    def __init__(
        self,
        paths: Sequence[str],
        choice: BandChoice,
        extent_in: Callable[[str], tuple[float, float, float, float]] | None = None,
        skip_broken: bool = False,
        left_out: Callable[[NeonTile, tuple[slice, slice]], np.ndarray | None] = lambda tile, window: None,
        progress: Progress | None = None,
    ):
        progress = progress or Progress()
        self._left_out = left_out
        self.skipped: list[str] = []
        self._skip_broken = skip_broken
        self.tiles: list[TileInfo] = []
        self.windows: list[TileWindow] = []
        for path in paths:
            progress.check()
            self._add(path, choice, extent_in, progress)
        if not self.tiles:
            raise ParameterError(
                "\n".join(self.skipped) or tr("No tile lies in the extent; choose one that overlaps the tiles.")
            )
        if all(window.keeps_nothing for window in self.windows):
            raise ParameterError(
                tr(
                    "Mask or weather quality leave no pixel of {name}; choose a mask that keeps some of its pixels."
                ).format(name=self.name)
            )
        self.mosaic = Mosaic.of([window.grid for window in self.windows], [window.name for window in self.windows])
        self._warn_of_overlaps(progress)

    def _add(self, path: str, choice: BandChoice, extent_in, progress: Progress) -> None:
        try:
            with NeonTile(path) as tile:
                window = (slice(0, tile.info.grid.height), slice(0, tile.info.grid.width))
                if extent_in is not None:
                    try:
                        window = tile.window_of(extent_in(tile.info.grid.crs))
                    except ParameterError:
                        progress.info(tr("{name} lies outside the extent and is left out.").format(name=tile.info.name))
                        return
                dataset = tile.dataset
                excluded = self._left_out(tile, window)
        except TileError as error:
            self.skip(error)
            return
        for note in tile.info.notes:
            progress.warn(f"{tile.info.name}: {note}")
        if not self.tiles:
            kept = choice.kept(tile.info)
            # One name for one band: wavelengths differ a little between years.
            self.bands: Bands = tile.info.bands.take(kept)
            progress.info(choice.describe(tile.info))
        else:
            kept = self._kept_of(tile.info)
        self.tiles.append(tile.info)
        self.windows.append(self._window(tile.info, dataset, kept, window, excluded))

    def _warn_of_overlaps(self, progress: Progress) -> None:
        overlaps = [
            (earlier, later)
            for later in range(len(self.windows))
            for earlier in range(later)
            if self.mosaic.overlap(earlier, later) is not None
        ]
        for earlier, later in overlaps[:OVERLAPS_NAMED]:
            progress.warn(
                tr(
                    "{later} overlaps {earlier} ({later_path} and {earlier_path}); where both have data, the "
                    "latter, which is listed first, counts."
                ).format(
                    later=self.windows[later].name,
                    earlier=self.windows[earlier].name,
                    later_path=self.tiles[later].path,
                    earlier_path=self.tiles[earlier].path,
                )
            )
        if len(overlaps) > OVERLAPS_NAMED:
            progress.warn(tr("{count} more pairs of tiles overlap.").format(count=len(overlaps) - OVERLAPS_NAMED))

    def _window(self, tile: TileInfo, dataset: str, kept: np.ndarray, window, excluded) -> TileWindow:
        rows, columns = window
        return TileWindow(
            path=os.path.abspath(tile.path),
            dataset=dataset,
            name=tile.name,
            kept=kept,
            bands=self.bands,
            rows=rows,
            columns=columns,
            grid=tile.grid.window(rows, columns),
            shape=(tile.grid.height, tile.grid.width, len(tile.bands)),
            dtype=tile.dtype,
            nodata=tile.nodata,
            scale=1.0 / tile.scale_factor,
            excluded=None if excluded is None else np.packbits(excluded),
        )

    def _kept_of(self, tile: TileInfo) -> np.ndarray:
        first = self.tiles[0]
        if (tile.scale_factor, tile.dtype) != (first.scale_factor, first.dtype):
            raise ParameterError(
                tr(
                    "{name} stores reflectance as {type} times {factor:g}, but {first} as {first_type} times "
                    "{first_factor:g}; run them apart."
                ).format(
                    name=tile.name,
                    type=tile.dtype,
                    factor=tile.scale_factor,
                    first=first.name,
                    first_type=first.dtype,
                    first_factor=first.scale_factor,
                )
            )
        try:
            return match(self.bands, tile.bands, first.name, tile.name)
        except TableError as error:
            raise ParameterError(str(error)) from None

    def skip(self, error: TileError) -> None:
        """Take note of a broken tile when it is to be left out; raise `error` otherwise."""
        if self._skip_broken:
            self.skipped.append(str(error))
            return
        try:
            raise error
        finally:
            # An error whose own traceback refers to it would keep files open.
            del error

    @property
    def name(self) -> str:
        """What the tiles are called together: the name of the only one, or the site and how many there are."""
        if len(self.tiles) == 1:
            return self.tiles[0].name
        sites = sorted({tile.site for tile in self.tiles if tile.site})
        return " ".join([*sites, tr("{count} tiles").format(count=len(self.tiles))])

    @property
    def pixels(self) -> int:
        """How many pixels there are to read, valid or not."""
        return sum(window.pixels for window in self.windows)

    @property
    def dtype(self) -> np.dtype:
        """Type of the stored values."""
        return np.dtype(self.tiles[0].dtype)

    def read(self, progress: Progress | None = None, allocate=None) -> list[Pixels]:
        """Read the valid pixels of each tile.

        Parameters
        ----------
        progress : Progress, optional
        allocate : callable, optional
            Gives the memory for an array of some shape and dtype.

        Returns
        -------
        list of Pixels
            One for each tile, without the pixels that an earlier tile has as well.

        Raises
        ------
        TileError
            If a file turns out to be damaged.
        """
        progress = progress or Progress()
        images: list[Pixels] = []
        done = 0
        for index, window in enumerate(self.windows):
            part = progress.part(done / self.pixels, (done + window.pixels) / self.pixels)
            images.append(self._read_tile(index, part, allocate))
            self._leave_out_repeated(images)
            release(images[-1].values)
            done += window.pixels
        return images

    def _read_tile(self, index: int, progress: Progress, allocate) -> Pixels:
        window = self.windows[index]
        out = None if allocate is None else allocate((window.pixels, len(window.kept)), self.dtype)
        try:
            return window.read(progress, out)
        except TileError as error:
            self.skip(error)
            return window.without_pixels()

    def _leave_out_repeated(self, images: list[Pixels]) -> None:
        """Take from the last image the pixels that earlier ones have."""
        last = len(images) - 1
        repeated = np.zeros_like(images[last].valid)
        for earlier in range(last):
            overlap = self.mosaic.overlap(earlier, last)
            if overlap is not None:
                repeated[overlap[1]] |= images[earlier].valid[overlap[0]]
        images[last] = images[last].without(repeated)
