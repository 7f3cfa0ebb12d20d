# SPDX-License-Identifier: GPL-2.0-or-later
"""A raster that the user chose, with extent and mask, opened to be read at once or in blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from ..compute.memory import PixelStore
from ..errors import TableError
from ..files.raster.image import RasterImage
from ..files.raster.writer import LARGEST_BLOCK
from ..image.bands import Bands
from ..image.block import Block
from ..image.cells import CellValues
from ..image.coverage import Coverage, check_coverage
from ..image.grid import Grid, chosen_window
from ..image.mosaic import Mosaic
from ..image.pixels import Pixels
from ..image.slices import block_windows, length, relative
from ..progress import Progress
from .masks import PolygonMaskReader, RasterMaskReader, check_keeps_some, tell_left_out
from .suspectvalues import doubts_about
from .thinning import read_every_nth
from .tileset import BLOCK_BYTES
from .wanted import BandsToRead


class OpenedRaster:
    """The part of a raster that lies in an extent.

    Parameters
    ----------
    raster : RasterImage
        Open as long as this is used.
    wanted : BandsToRead, optional
        The bands to read; by default those that the header does not mark as bad.
    extent_in : callable, optional
        Gives the extent to read, (xmin, ymin, xmax, ymax), in the coordinate reference system whose WKT it is told.
    mask : RasterMaskReader or PolygonMaskReader, optional
    progress : Progress, optional
        Told what a user should know about the bands.

    Attributes
    ----------
    name : str
    bands : Bands
        Those to read.
    mosaic : Mosaic
        Of the one image.
    dtype : dtype
        Type of the stored values.
    skipped : list of str
        Empty; of tiles, those that were left out.

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
        wanted: BandsToRead | None = None,
        extent_in: Callable[[str], tuple[float, float, float, float]] | None = None,
        mask: RasterMaskReader | PolygonMaskReader | None = None,
        progress: Progress | None = None,
    ):
        progress = progress or Progress()
        self._raster = raster
        self._mask = mask
        self._may_lose_bands = wanted is None
        for warning in raster.warnings:
            progress.warn(warning)
        for note in raster.notes:
            progress.info(note)
        if wanted is None:
            if raster.why_no_image:
                progress.warn(raster.why_no_image)
            self._indices = raster.good
            if raster.note_of_bad_bands:
                progress.info(raster.note_of_bad_bands)
        else:
            self._indices = _indices_of(wanted, raster)
        self._window = chosen_window(raster.grid, extent_in, raster.name)
        self.name = raster.name
        self.bands = raster.bands.take(self._indices)
        doubt = wanted.doubt(self.bands, raster.name) if wanted is not None else ""
        if doubt:
            progress.warn(doubt)
        self.mosaic = Mosaic.of([raster.grid.window(*self._window)], [raster.name])
        self.skipped: list[str] = []

    @property
    def grid(self) -> Grid:
        """That of the part."""
        return self.mosaic.grid

    @property
    def dtype(self) -> np.dtype:
        """Type of the stored values."""
        return self._raster.dtype

    def read(
        self,
        store: PixelStore | None = None,
        progress: Progress | None = None,
        check: Callable[[Bands, str], None] = lambda bands, name: None,
    ) -> list[Pixels]:
        """Read the valid pixels, without the bands that have no data in any; wanted bands always stay.

        Parameters
        ----------
        store : PixelStore, optional
            Where they are kept.
        progress : Progress, optional
        check : callable
            Raises `TableError` when the bands do not suit, of which it is told with the name of the raster; before
            pixels are read, unless it may find the bands right once the empty ones are left out.
        """
        progress = progress or Progress()
        refused = _refusal(check, self.bands, self.name)
        if refused is not None and not (self._may_lose_bands and self._raster.may_have_empty_bands):
            raise refused
        keep = self._kept_of_all(progress)
        if store is not None:
            progress.info(store.plan([(self.grid.width * self.grid.height, len(self.bands))], self.dtype))
        pixels = self._raster.read_pixels(
            progress,
            allocate=None if store is None else store.allocate,
            indices=self._indices,
            window=self._window,
            keep=keep,
            leave_out_empty=self._may_lose_bands,
        )
        if refused is not None:
            check(pixels.bands, self.name)
        return [pixels]

    def read_sample(self, wanted: int, enough: int, progress: Progress) -> Pixels:
        """Read every n-th row and column, without the bands that have no data; see `read_every_nth`."""
        keep = self._kept_of_all(progress)

        def read(step: int, part: Progress) -> Pixels:
            return self._raster.read_pixels(
                part,
                indices=self._indices,
                window=self._window,
                keep=None if keep is None else keep[::step, ::step],
                leave_out_empty=self._may_lose_bands,
                step=step,
            )

        size = self.grid.width * self.grid.height
        pixels = read_every_nth(read, wanted, enough, size if keep is None else int(keep.sum()), size, progress)
        for doubt in doubts_about(pixels):
            progress.warn(doubt)
        return pixels

    def blocks(self, store: PixelStore, progress: Progress) -> Iterator[Block]:
        """Read the valid pixels in blocks of whole blocks of the result; each only until the next.

        The memory for a block is taken from the store at once.
        """
        whole = (slice(0, self.grid.height), slice(0, self.grid.width))
        most = BLOCK_BYTES // (len(self.bands) * self.dtype.itemsize)
        windows = list(block_windows(*whole, (LARGEST_BLOCK, LARGEST_BLOCK), most))
        largest = max(length(rows) * length(columns) for rows, columns in windows)
        memory = _OneBlock(store, (largest, len(self.bands)), self.dtype, progress)
        return self._blocks(windows, memory, progress)

    def _blocks(self, windows, memory: _OneBlock, progress: Progress) -> Iterator[Block]:
        first_row, first_column = (part.start for part in self._window)
        coverage, doubts = Coverage.full(0, len(self.bands)), []
        for index, (rows, columns) in enumerate(windows):
            part = progress.part(index / len(windows), (index + 1) / len(windows))
            pixels = self._raster.read_pixels(
                part.part(0, 0.7),
                allocate=memory.allocate,
                indices=self._indices,
                window=(relative(rows, -first_row), relative(columns, -first_column)),
                keep=self._kept(self.grid.window(rows, columns)),
            )
            coverage += pixels.coverage
            if not doubts:
                doubts = doubts_about(pixels)
                for doubt in doubts:
                    progress.warn(doubt)
            yield Block(pixels, rows.start, columns.start, part.part(0.7, 1))
        check_coverage([coverage], self.bands, [self.name], progress, are_needed=True)

    def _kept_of_all(self, progress: Progress) -> np.ndarray | None:
        """Return which pixels the mask keeps, None without a mask, and tell the user."""
        keep = self._kept(self.grid)
        if keep is not None:
            check_keeps_some(keep, self._mask.name)
            tell_left_out(self.name, ~keep, progress)
        return keep

    def read_cells(self, rows: np.ndarray, columns: np.ndarray, store: PixelStore, progress: Progress) -> CellValues:
        """Read single pixels; of the file, only the blocks in which they lie.

        Parameters
        ----------
        rows, columns : ndarray of int, shape (pixels,)
            Where they lie in the grid, row by row; each once.
        store : PixelStore
            Where the values are kept.
        progress : Progress

        Raises
        ------
        RasterError
            If a part of the file cannot be read.
        ParameterError
            If no pixel has data in all bands although some have data.
        """
        shape = (len(rows), len(self.bands))
        progress.info(store.plan([shape], self.dtype))
        parts = self._cells_by_block(rows, columns)
        is_complete = False
        coverage = Coverage.full(0, len(self.bands))
        # A raster that turns out to need another type is read anew.
        while not is_complete:
            dtype = self.dtype
            values, valid = store.allocate(shape, dtype), np.zeros(len(rows), bool)
            coverage = Coverage.full(0, len(self.bands))
            for number, cells in enumerate(parts):
                part = progress.part(number / len(parts), (number + 1) / len(parts))
                pixels, found = self._read_block(rows[cells], columns[cells], part)
                is_complete = pixels.values.dtype == dtype
                if not is_complete:
                    break
                values[cells[found]], valid[cells] = pixels.values, found
                coverage += pixels.coverage
        check_coverage([coverage], self.bands, [self.name], progress)
        for doubt in doubts_about(pixels):
            progress.warn(doubt)
        return CellValues(values, valid, self.bands, pixels.scale, pixels.offset, self.name)

    def _cells_by_block(self, rows: np.ndarray, columns: np.ndarray) -> list[np.ndarray]:
        """Group pixels by the blocks of the file, and by windows of several of these where they are small."""
        (top, left), block = (part.start for part in self._window), self._raster.block
        height, width = (-(-LARGEST_BLOCK // size) * size for size in block)
        numbers = (rows + top) // height * (1 + (left + self.grid.width) // width) + (columns + left) // width
        order = np.argsort(numbers, kind="stable")
        return np.split(order, np.flatnonzero(np.diff(numbers[order])) + 1)

    def _read_block(self, rows: np.ndarray, columns: np.ndarray, progress: Progress) -> tuple[Pixels, np.ndarray]:
        """Read pixels that lie near each other; return the valid ones, and which these are."""
        window = tuple(slice(int(of.min()), int(of.max()) + 1) for of in (rows, columns))
        inside = rows - window[0].start, columns - window[1].start
        keep = np.zeros(tuple(map(length, window)), bool)
        keep[inside] = True
        kept = self._kept(self.grid.window(*window))
        if kept is not None:
            keep &= kept
        pixels = self._raster.read_pixels(
            progress,
            indices=self._indices,
            window=tuple(relative(part, -of.start) for part, of in zip(window, self._window)),
            keep=keep,
        )
        return pixels, pixels.valid[inside]

    def _kept(self, grid: Grid) -> np.ndarray | None:
        return None if self._mask is None else self._mask.kept(grid)


class _OneBlock:
    """Memory for one block after the other."""

    def __init__(self, store: PixelStore, shape: tuple[int, int], dtype: np.dtype, progress: Progress):
        self._store = store
        self._shape = shape
        progress.info(store.plan([shape], dtype))
        self._memory = store.allocate(shape, dtype)

    def allocate(self, shape: tuple[int, int], dtype: np.dtype) -> np.ndarray:
        """Return the memory as an array of up to the shape of the largest block."""
        if dtype != self._memory.dtype:
            self._memory = None
            self._memory = self._store.allocate(self._shape, dtype)
        return self._memory[: shape[0]]


def _indices_of(wanted: BandsToRead, raster: RasterImage) -> np.ndarray:
    """Find the wanted bands, among those that are marked as bad only if they are not among the others."""
    try:
        return raster.good[wanted.among(raster.bands.take(raster.good), raster.name)]
    except TableError:
        if len(raster.good) == len(raster.bands):
            raise
        return wanted.among(raster.bands, raster.name)


def _refusal(check: Callable[[Bands, str], None], bands: Bands, name: str) -> TableError | None:
    try:
        check(bands, name)
    except TableError as error:
        return error
    return None
