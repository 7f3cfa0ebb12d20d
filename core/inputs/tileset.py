# SPDX-License-Identifier: GPL-2.0-or-later
"""Several tiles that are read as one image."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from functools import reduce
from operator import add

import numpy as np

from ..compute.memory import PixelStore, release
from ..constants import TILE_ENDINGS
from ..errors import ParameterError, TableError, TileError, in_one_line
from ..files.hdf5.opening import open_hdf5
from ..files.neon.cleaning import BandChoice
from ..files.neon.cube import open_reflectance, read_cells, read_pixels, read_thinned
from ..files.neon.metadata import TileInfo
from ..files.neon.tile import NeonTile
from ..image.bands import SAME_SPACING, Bands, match
from ..image.block import Block
from ..image.cells import CellValues
from ..image.coverage import Coverage, check_coverage, tell_of_empty
from ..image.grid import Grid, chosen_window
from ..image.mosaic import Mosaic
from ..image.pixels import Pixels, compact
from ..image.slices import block_windows, relative
from ..progress import Progress
from ..wording import called, tr
from .thinning import read_every_nth
from .wanted import BandsToRead

OVERLAPS_NAMED = 5
# Files that are open at the same time; systems allow no more than some hundred.
MOST_OPEN = 64
# What is read at a time of an image that is worked on in blocks: about as much as a tile.
BLOCK_BYTES = 350_000_000


def find_tiles(paths: Sequence[str | os.PathLike], progress: Progress | None = None) -> list[str]:
    """List tiles: files as they are, of folders the HDF5 files in and below them, sorted; each file once.

    Hidden files are none, such as the "._NAME.h5" that macOS puts beside files on other disks.

    Raises
    ------
    ParameterError
        If there is none, or a path is impossible.
    """
    paths = [os.fspath(path) for path in paths if path]
    files = []
    for path in paths:
        files += _tiles_below(path, progress or Progress()) if os.path.isdir(path) else [path]
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
            tr("There is no tile (*.h5) in {paths} or in a folder below; add some.").format(
                paths=", ".join(paths) or tr("the list")
            )
        )
    return list(unique.values())


def _tiles_below(folder: str, progress: Progress) -> list[str]:
    found, seen = [], set()
    for place, folders, names in os.walk(folder, followlinks=True):
        progress.check()
        # A link can lead back to a folder above.
        if os.path.realpath(place) in seen:
            folders.clear()
            continue
        seen.add(os.path.realpath(place))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [
            os.path.join(place, name)
            for name in sorted(names)
            if name.lower().endswith(TILE_ENDINGS) and not name.startswith(".")
        ]
    return found


def no_pixel_left(name: str) -> str:
    """Return the message that nothing is left of tiles."""
    return tr(
        "Mask or weather quality leave no pixel of {name}; choose a mask that lies on it and keeps some of its pixels."
    ).format(name=name)


def name_together(tiles: Sequence[TileInfo]) -> str:
    """Return what tiles are called together: the name of the only one, or the site and how many there are."""
    if len(tiles) == 1:
        return tiles[0].name
    sites = sorted({tile.site for tile in tiles if tile.site})
    return " ".join([*sites, tr("{count} tiles").format(count=len(tiles))])


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
    chunks : (rows, columns)
        Of the file, which are decompressed together; (1, 1) where it has none.
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
    chunks: tuple[int, int] = (1, 1)

    @property
    def pixels(self) -> int:
        """How many pixels there are to read, valid or not."""
        return self.grid.height * self.grid.width

    @property
    def kept_pixels(self) -> int:
        """How many of them are not left out."""
        return self.pixels if self.excluded is None else self.pixels - int(self._excluded_pixels().sum())

    @property
    def bytes(self) -> int:
        """How much memory the values of all pixels take."""
        return self.pixels * len(self.kept) * np.dtype(self.dtype).itemsize

    def read(self, progress: Progress | None = None, out: np.ndarray | None = None, file=None) -> Pixels:
        """Read the valid pixels.

        Parameters
        ----------
        progress : Progress, optional
        out : ndarray, shape (pixels, bands), optional
            Memory for the values.
        file : NeonTile or a file of `open_hdf5`, optional
            The file, where it is open.

        Raises
        ------
        TileError
            If the file cannot be read, or has changed.
        """
        if file is None:
            with closing(open_hdf5(self.path)) as opened:
                return self.read(progress, out, opened)
        progress = progress or Progress()
        if out is None:
            out = np.empty((self.pixels, len(self.kept)), self.dtype)
        keep = None if self.excluded is None else ~self._excluded_pixels()
        cube = self._cube(file)
        valid, coverage = read_pixels(cube, self.kept, self.rows, self.columns, out, self.nodata, progress, keep)
        values = compact(out, valid, progress)
        return replace(self.without_pixels(), values=values, valid=valid, coverage=coverage)

    def read_thinned(self, rows: slice, columns: slice, progress: Progress, file) -> tuple[np.ndarray, np.ndarray]:
        """Read every n-th row and column of an open file.

        Parameters
        ----------
        rows, columns : slice
            Of the window, with start, stop and step.
        progress : Progress
        file : NeonTile or a file of `open_hdf5`

        Returns
        -------
        values : ndarray, shape (rows, columns, bands)
        valid : ndarray of bool, shape (rows, columns)
        """
        in_file = (
            slice(part.start + of.start, part.stop + of.start, part.step)
            for part, of in ((rows, self.rows), (columns, self.columns))
        )
        values, valid = read_thinned(open_reflectance(file, self.dataset), self.kept, *in_file, self.nodata, progress)
        if self.excluded is not None:
            valid &= ~self._excluded_pixels()[rows, columns]
        return values, valid

    def read_cells(
        self, rows: np.ndarray, columns: np.ndarray, out: np.ndarray, places: np.ndarray, progress: Progress, file
    ) -> tuple[np.ndarray, Coverage]:
        """Read single pixels of the window; of the file, only the chunks in which they lie.

        Parameters
        ----------
        rows, columns : ndarray of int, shape (pixels,)
            Counted from the corner of the window.
        out : ndarray, shape (any, bands)
            Memory for the values.
        places : ndarray of int, shape (pixels,)
            The row of `out` for each pixel.
        progress : Progress
        file : NeonTile or a file of `open_hdf5`

        Returns
        -------
        valid : ndarray of bool, shape (pixels,)
            Which of them are valid.
        coverage : Coverage

        Raises
        ------
        TileError
            If the file cannot be read, or has changed.
        """
        valid = np.ones(len(rows), bool) if self.excluded is None else ~self._excluded_pixels()[rows, columns]
        used, coverage = np.flatnonzero(valid), Coverage.full(0, len(self.kept))
        if len(used):
            valid[used], coverage = read_cells(
                self._cube(file),
                self.kept,
                self.rows.start + rows[used],
                self.columns.start + columns[used],
                out,
                places[used],
                self.nodata,
                progress,
            )
        return valid, coverage

    def _cube(self, file):
        cube = open_reflectance(file, self.dataset)
        if tuple(cube.shape) != self.shape or cube.stored_dtype.newbyteorder("=") != np.dtype(self.dtype):
            raise TileError(tr("{path} has changed since it was looked at; run again.").format(path=self.path))
        return cube

    def parts(self, pixels: int) -> list[TileWindow]:
        """Cut the window into parts of about so many pixels, which share no chunk of the file."""
        return [
            self._part(rows, columns) for rows, columns in block_windows(self.rows, self.columns, self.chunks, pixels)
        ]

    def _part(self, rows: slice, columns: slice) -> TileWindow:
        inside = (relative(rows, self.rows.start), relative(columns, self.columns.start))
        excluded = None if self.excluded is None else np.packbits(self._excluded_pixels()[inside])
        return replace(self, rows=rows, columns=columns, grid=self.grid.window(*inside), excluded=excluded)

    def _excluded_pixels(self) -> np.ndarray:
        return np.unpackbits(self.excluded, count=self.pixels).reshape(self.grid.height, self.grid.width).astype(bool)

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
    choice : BandChoice or BandsToRead
        A `BandChoice` is applied to the first tile, and the bands of the others are matched to its by wavelength;
        `BandsToRead` are found in each tile.
    extent_in : callable, optional
        Gives the extent to read, (xmin, ymin, xmax, ymax), in the coordinate reference system whose WKT it is told.
    skip_broken : bool or None
        Leave out files that cannot be read, and list them in `skipped`, instead of raising. None: the user has no
        choice to do so, of which errors tell otherwise.
    left_out : callable, optional
        Tells which pixels of a window of a tile to leave out, ndarray of bool, shape (rows, columns); None: none.
    progress : Progress, optional
    keep_open : bool
        Keep up to `MOST_OPEN` files open from the look at them until they are read; to be closed by `close`.
    others : list of str, optional
        The paths of tiles whose bands, their spacing or stored values are not those of the first one are added to it,
        instead of raising.

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
        choice: BandChoice | BandsToRead,
        extent_in: Callable[[str], tuple[float, float, float, float]] | None = None,
        skip_broken: bool | None = None,
        left_out: Callable[[NeonTile, tuple[slice, slice]], np.ndarray | None] = lambda tile, window: None,
        progress: Progress | None = None,
        keep_open: bool = False,
        others: list[str] | None = None,
    ):
        progress = progress or Progress()
        self._choice = choice
        self._left_out = left_out
        self._is_alone = len(paths) == 1
        self._most_open = MOST_OPEN if keep_open else 0
        self._open: dict[int, NeonTile] = {}
        self.skipped: list[str] = []
        self._skip_broken = skip_broken
        self._others = others
        self.tiles: list[TileInfo] = []
        self.windows: list[TileWindow] = []
        try:
            for path in paths:
                progress.check()
                self._add(path, extent_in, progress)
            self._check_not_empty()
            self.mosaic = Mosaic.of([window.grid for window in self.windows], [window.name for window in self.windows])
        except BaseException:
            self.close()
            raise
        self._warn_of_overlaps(progress)

    def __enter__(self) -> TileSet:
        return self

    def __exit__(self, *exception) -> None:
        self.close()

    def close(self) -> None:
        """Close the files that are still open."""
        while self._open:
            self._open.popitem()[1].close()

    def _add(self, path: str, extent_in, progress: Progress) -> None:
        with ExitStack() as opened:
            try:
                tile = opened.enter_context(NeonTile(path))
                try:
                    window = chosen_window(tile.info.grid, extent_in, tile.info.name)
                except ParameterError:
                    if self._is_alone:
                        raise
                    progress.info(tr("{name} lies outside the extent and is left out.").format(name=tile.info.name))
                    return
                excluded = self._left_out(tile, window)
                chunks = tile.cube(tile.dataset).chunks
            except TileError as error:
                self.skip(error)
                return
            kept = self._kept_or_none(tile.info)
            if kept is None:
                self._others.append(path)
                return
            for note in tile.info.notes:
                progress.warn(f"{tile.info.name}: {note}")
            if not self.tiles:
                # One name for one band: wavelengths differ a little between years.
                self.bands: Bands = tile.info.bands.take(kept)
                progress.info(self._choice.describe(tile.info))
            self.tiles.append(tile.info)
            self.windows.append(self._window(tile, kept, window, excluded, tuple(chunks or (1, 1))[:2]))
            if len(self._open) < self._most_open:
                self._open[len(self.tiles) - 1] = tile
                opened.pop_all()

    def _check_not_empty(self) -> None:
        if not self.tiles:
            raise ParameterError(
                "\n".join(self.skipped) or tr("No tile lies in the extent; choose one that overlaps the tiles.")
            )
        if not any(window.kept_pixels for window in self.windows):
            raise ParameterError(no_pixel_left(self.name))

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

    def _window(self, opened: NeonTile, kept: np.ndarray, window, excluded, chunks: tuple[int, int]) -> TileWindow:
        tile = opened.info
        rows, columns = window
        return TileWindow(
            path=os.path.abspath(tile.path),
            dataset=opened.dataset,
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
            chunks=chunks,
        )

    def _kept_or_none(self, tile: TileInfo) -> np.ndarray | None:
        """Return the indices of the bands of a tile to read; None for a tile that is one of the others."""
        if self._others is None or not self.tiles:
            return self._kept_of(tile)
        # Where spacing differs, bands within half a width may still be found, but stand for other ranges.
        ratio = self.tiles[0].bands.spacing / tile.bands.spacing
        if abs(ratio - 1) > SAME_SPACING:
            return None
        try:
            return self._kept_of(tile)
        except ParameterError:
            return None

    def _kept_of(self, tile: TileInfo) -> np.ndarray:
        """Return the indices of the bands of a tile to read."""
        first = self.tiles[0] if self.tiles else tile
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
        if first is tile or isinstance(self._choice, BandsToRead):
            return self._choice.kept(tile)
        try:
            return match(self.bands, tile.bands, first.name, tile.name)
        except TableError as error:
            raise ParameterError(str(error)) from None

    def skip(self, error: TileError) -> None:
        """Take note of a broken tile when it is to be left out; raise `error` otherwise."""
        if self._skip_broken:
            if str(error) not in self.skipped:
                self.skipped.append(str(error))
            return
        if self._skip_broken is not None and not self._is_alone:
            error = TileError(
                tr("{error} To go on without it, switch on {parameter}.").format(
                    error=error, parameter=called(tr("Leave out broken tiles"), "SKIP_BROKEN")
                )
            )
        try:
            raise error
        finally:
            # An error whose own traceback refers to it would keep files open.
            del error

    @property
    def name(self) -> str:
        """What the tiles are called together."""
        return name_together(self.tiles)

    @property
    def grid(self) -> Grid:
        """The grid that holds all tiles."""
        return self.mosaic.grid

    @property
    def pixels(self) -> int:
        """How many pixels there are to read, valid or not."""
        return sum(window.pixels for window in self.windows)

    @property
    def dtype(self) -> np.dtype:
        """Type of the stored values."""
        return np.dtype(self.tiles[0].dtype)

    def read(
        self,
        store: PixelStore | None = None,
        progress: Progress | None = None,
        check: Callable[[Bands, str], None] = lambda bands, name: None,
    ) -> list[Pixels]:
        """Read the valid pixels of each tile.

        Parameters
        ----------
        store : PixelStore, optional
            Where they are kept.
        progress : Progress, optional
        check : callable
            Told of the bands and the name of the tiles before pixels are read, to raise an error if they do not suit.

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
        check(self.bands, self.name)
        allocate = np.empty
        if store is not None:
            progress.info(store.plan([(window.pixels, len(window.kept)) for window in self.windows], self.dtype))
            allocate = store.allocate
        images: list[Pixels] = []
        done = 0
        for index, window in enumerate(self.windows):
            part = progress.part(done / self.pixels, (done + window.pixels) / self.pixels)
            images.append(self._read_tile(index, part, allocate((window.pixels, len(window.kept)), self.dtype)))
            self._leave_out_repeated(images)
            release(images[-1].values)
            done += window.pixels
        return images

    def leave_out_empty(self, coverages: Sequence[Coverage], progress: Progress) -> bool:
        """Leave out the bands that have no data in any tile, and say which; wanted bands always stay.

        Returns
        -------
        bool
            Whether there were such bands, so that the tiles are to be read again without them.
        """
        is_empty = reduce(add, coverages).of_band == 0
        if not is_empty.any() or is_empty.all() or not isinstance(self._choice, BandChoice):
            return False
        tell_of_empty(self.bands.take(is_empty), self.name, progress)
        self.bands = self.bands.take(~is_empty)
        self.windows = [replace(window, kept=window.kept[~is_empty], bands=self.bands) for window in self.windows]
        return True

    def read_sample(self, wanted: int, enough: int, progress: Progress) -> Pixels:
        """Read every n-th row and column of the tiles, as one image; see `read_every_nth`."""
        kept = sum(window.kept_pixels for window in self.windows)
        return read_every_nth(self._read_thinned, wanted, enough, kept, self.pixels, progress)

    def _read_thinned(self, step: int, progress: Progress) -> Pixels:
        grid = self.grid.every(step)
        valid = np.zeros((grid.height, grid.width), dtype=bool)
        places, values = [], []
        parts = [part.every(step) for part in self.mosaic.parts(slice(0, self.grid.height), slice(0, self.grid.width))]
        for number, part in enumerate(parts):
            if part.empty:
                continue
            own = progress.part(number / len(parts), (number + 1) / len(parts))
            try:
                with closing(self._file(part.image)) as file:
                    found, is_valid = self.windows[part.image].read_thinned(
                        part.image_rows, part.image_columns, own, file
                    )
            except TileError as error:
                self.skip(error)
                continue
            # Where tiles overlap, the first one counts.
            area = valid[part.rows, part.columns]
            rows, columns = np.nonzero(is_valid & ~area)
            area |= is_valid
            places.append((rows + part.rows.start) * grid.width + columns + part.columns.start)
            values.append(found[rows, columns])
        if not values:
            return replace(self.windows[0].without_pixels(), valid=valid, grid=grid, name=self.name)
        order = np.argsort(np.concatenate(places))
        return replace(
            self.windows[0].without_pixels(),
            values=np.concatenate(values)[order],
            valid=valid,
            grid=grid,
            name=self.name,
        )

    def _read_tile(self, index: int, progress: Progress, out: np.ndarray) -> Pixels:
        window = self.windows[index]
        try:
            with closing(self._file(index)) as file:
                return window.read(progress, out=out, file=file)
        except TileError as error:
            self.skip(error)
            return window.without_pixels()

    def _file(self, index: int):
        """Return the file of a tile, open for reading; the caller closes it."""
        tile = self._open.pop(index, None)
        return open_hdf5(self.windows[index].path) if tile is None else tile

    def blocks(self, store: PixelStore, progress: Progress) -> Iterator[Block]:
        """Read the valid pixels in blocks, tile after tile in the order of the list; each only until the next.

        The memory for a block is taken from the store at once. Where tiles overlap, both have the pixels.
        """
        most = BLOCK_BYTES // (len(self.bands) * self.dtype.itemsize)
        parts = [window.parts(most) for window in self.windows]
        shape = (max(part.pixels for of_tile in parts for part in of_tile), len(self.bands))
        progress.info(store.plan([shape], self.dtype))
        return self._blocks(parts, store.allocate(shape, self.dtype), progress)

    def _blocks(self, parts: Sequence[Sequence[TileWindow]], memory: np.ndarray, progress: Progress) -> Iterator[Block]:
        count = len(self.tiles)
        coverages = [Coverage.full(0, len(self.bands))] * count
        for index, of_tile in enumerate(parts):
            if count > 1:
                progress.info(
                    tr("{name} ({number} of {count})").format(
                        name=self.tiles[index].name, number=index + 1, count=count
                    )
                )
            of_image = progress.part(index / count, (index + 1) / count)
            row, column = self.mosaic.places[index]
            window = self.windows[index]
            try:
                with closing(self._file(index)) as file:
                    for number, part in enumerate(of_tile):
                        own = of_image.part(number / len(of_tile), (number + 1) / len(of_tile))
                        pixels = part.read(own.part(0, 0.7), out=memory[: part.pixels], file=file)
                        coverages[index] += pixels.coverage
                        place = (
                            row + part.rows.start - window.rows.start,
                            column + part.columns.start - window.columns.start,
                        )
                        yield Block(pixels, *place, own.part(0.7, 1))
            except TileError as error:
                self.skip(error)
        names = [window.name for window in self.windows]
        check_coverage(coverages, self.bands, names, progress, are_needed=True)

    def read_cells(self, rows: np.ndarray, columns: np.ndarray, store: PixelStore, progress: Progress) -> CellValues:
        """Read single pixels; of the files, only the chunks in which they lie, each once.

        Parameters
        ----------
        rows, columns : ndarray of int, shape (pixels,)
            Where they lie in the grid of all tiles, row by row; each once.
        store : PixelStore
            Where the values are kept.
        progress : Progress

        Raises
        ------
        TileError
            If a file turns out to be damaged.
        ParameterError
            If no pixel has data in all bands although some have data.
        """
        shape = (len(rows), len(self.bands))
        progress.info(store.plan([shape], self.dtype))
        values, valid = store.allocate(shape, self.dtype), np.zeros(len(rows), bool)
        coverages = [Coverage.full(0, len(self.bands))] * len(self.windows)
        for index, (window, (top, left)) in enumerate(zip(self.windows, self.mosaic.places)):
            part = progress.part(index / len(self.windows), (index + 1) / len(self.windows))
            part.check()
            height, width = window.grid.height, window.grid.width
            is_inside = (rows >= top) & (rows < top + height) & (columns >= left) & (columns < left + width)
            # Where tiles overlap, the first one counts.
            wanted = np.flatnonzero(is_inside & ~valid)
            if not len(wanted):
                continue
            try:
                with closing(self._file(index)) as file:
                    valid[wanted], coverages[index] = window.read_cells(
                        rows[wanted] - top, columns[wanted] - left, values, wanted, part, file
                    )
            except TileError as error:
                self.skip(error)
            release(values)
        check_coverage(coverages, self.bands, [window.name for window in self.windows], progress)
        return CellValues(values, valid, self.bands, self.windows[0].scale, name=self.name)

    def _leave_out_repeated(self, images: list[Pixels]) -> None:
        """Take from the last image the pixels that earlier ones have."""
        last = len(images) - 1
        repeated = np.zeros_like(images[last].valid)
        for earlier in range(last):
            overlap = self.mosaic.overlap(earlier, last)
            if overlap is not None:
                repeated[overlap[1]] |= images[earlier].valid[overlap[0]]
        images[last] = images[last].without(repeated)
