# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads a data cube (rows, columns, bands) chunk by chunk, in threads.

Each chunk is decompressed once, and outside of the HDF5 library, which lets only one thread in at a time. A chunk of
NEON's files has one whole band (since 2022) or a small block of rows, columns and bands.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from math import ceil

import numpy as np

from ...compute.threads import Pool, pool
from ...errors import TileError
from ...image.coverage import Coverage
from ...image.pixels import nodata_as
from ...image.slices import Thinned, aligned_slices, length, relative, thinned, thinned_length
from ...progress import Progress, Watch
from ...wording import tr
from ..hdf5.gdalfile import GdalCube
from ..hdf5.h5pyfile import H5pyCube
from ..hdf5.inflate import DamagedError, inflate

# Where NEON kept the reflectance before 2017.
DATASET_BEFORE_2017 = "/Reflectance"
# A cube without chunks is read in boxes of about this size.
BOX_BYTES = 8 << 20
# Smaller chunks are read faster by the library than one by one from Python.
FEWEST_RAW_VALUES = 16
# Memory for whole bands before they are transposed.
TRANSPOSING_BYTES = 112 << 20
# The fewest bands to transpose together: their values are contiguous in the result, and short runs are slow to write.
FEWEST_BANDS_TOGETHER = 8
# Pixels whose values are transposed at a time, so that they stay in the processor's cache.
CELLS_TOGETHER = 1024
# Memory for the bands that `read_band_groups` yields together.
GROUP_BYTES = 64 << 20


class BandsFirstCube:
    """A cube that is stored as (bands, rows, columns), as before 2017, presented as (rows, columns, bands)."""

    has_raw_chunks = False

    def __init__(self, cube):
        self.path, self.name, self.stored_dtype = cube.path, cube.name, cube.stored_dtype
        self.shape, self.chunks = (axes and (*axes[1:], axes[0]) for axes in (cube.shape, cube.chunks))
        self.compression = cube.compression
        self._cube = cube

    def read(self, rows: slice, columns: slice, bands: slice) -> np.ndarray:
        """Read stored values."""
        return self._cube.read(bands, rows, columns).transpose(1, 2, 0)


def open_reflectance(file, dataset: str) -> H5pyCube | GdalCube | BandsFirstCube:
    """Open the reflectance of a file, with axes (rows, columns, bands)."""
    cube = file.cube(dataset)
    return BandsFirstCube(cube) if dataset == DATASET_BEFORE_2017 and len(cube.shape) == 3 else cube


def read_pixels(
    cube,
    bands: np.ndarray,
    rows: slice,
    columns: slice,
    out: np.ndarray,
    nodata: float | None,
    progress: Progress,
    keep: np.ndarray | None = None,
) -> tuple[np.ndarray, Coverage]:
    """Read the spectra of the pixels of a window.

    Parameters
    ----------
    bands : ndarray of int
        Indices of the bands to read.
    rows, columns : slice
        The window, with start and stop.
    out : ndarray, shape (pixels, bands), C-contiguous
        Memory for the stored values.
    nodata : float or None
        The no data value; NaN and infinity are always no data.
    keep : ndarray of bool, shape (rows, columns), optional
        Which pixels are wanted; all unless given.

    Returns
    -------
    valid : ndarray of bool, shape (rows, columns)
        The wanted pixels that have data in all `bands`.
    coverage : Coverage
        In how many wanted pixels each of the `bands` has data.

    Raises
    ------
    TileError
        When a chunk is damaged.
    Cancelled
        When the user cancels.
    """
    reader = _Reader(cube, rows, columns, progress)
    target = out.reshape(reader.height, reader.width, len(bands))
    missing = _MissingData(target.shape, nodata, out.dtype, keep)
    with pool() as workers:
        if reader.chunk_shape[2] == 1:
            _read_whole_bands(reader, bands, target, missing, workers)
        else:
            _read_blocks(reader, bands, target, missing, workers)
    return missing.valid(), missing.coverage()


def read_cells(
    cube,
    bands: np.ndarray,
    rows: np.ndarray,
    columns: np.ndarray,
    out: np.ndarray,
    places: np.ndarray,
    nodata: float | None,
    progress: Progress,
) -> tuple[np.ndarray, Coverage]:
    """Read the spectra of single pixels; of the file, only the chunks in which they lie, each once.

    Parameters
    ----------
    cube : H5pyCube, GdalCube or BandsFirstCube
    bands : ndarray of int
        Indices of the bands to read.
    rows, columns : ndarray of int, shape (pixels,)
        Where the pixels lie, at least one.
    out : ndarray, shape (any, bands)
        Where to put the stored values.
    places : ndarray of int, shape (pixels,)
        The row of `out` for each pixel.
    nodata : float or None
        The no data value; NaN and infinity are always no data.
    progress : Progress

    Returns
    -------
    valid : ndarray of bool, shape (pixels,)
        Pixels with a value in all `bands`.
    coverage : Coverage

    Raises
    ------
    TileError
        When a chunk is damaged.
    Cancelled
        When the user cancels.
    """
    window = (slice(int(of.min()), int(of.max()) + 1) for of in (rows, columns))
    reader = _Reader(cube, *window, progress)
    cells = _Cells(reader, rows, columns)
    missing = _MissingData((1, len(rows), len(bands)), nodata, out.dtype)
    reader.expect(len(cells.parts(bands, np.arange(len(bands)))))
    with pool() as workers:
        if reader.chunk_shape[2] == 1:
            _read_cells_of_bands(reader, bands, cells, out, places, missing, workers)
        else:
            _read_cells_of_blocks(reader, bands, cells, out, places, missing, workers)
    return missing.valid()[0], missing.coverage()


def read_band_groups(
    cube, bands: np.ndarray, rows: slice, columns: slice, progress: Progress
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Read a window in groups of bands; each chunk of the file is read once.

    Yields
    ------
    positions : ndarray of int
        Positions in `bands` of the bands in the group.
    values : ndarray, shape (positions, rows, columns)
        Their stored values, about 64 MB, or more where the bands of one chunk take more. The next group overwrites
        them.
    """
    reader = _Reader(cube, rows, columns, progress)
    groups = reader.band_groups(bands)
    reader.expect(len(reader.parts(bands, np.arange(len(bands)))))
    largest = max(len(positions) for positions in groups)
    memory = np.empty((largest, reader.height, reader.width), reader.dtype)
    with pool() as workers:
        for positions in groups:
            values = memory[: len(positions)]
            _copy_parts(reader, reader.parts(bands, positions), values.transpose(1, 2, 0), workers)
            yield positions, values


def read_lines(cube, out: np.ndarray, progress: Progress) -> None:
    """Read a whole cube to a copy in which the values of a pixel lie near each other; each chunk is read once.

    Rows follow each other, in each row its bands, in each band its columns. This takes less time than an order in which
    the values of a pixel are contiguous, and the spectrum of a pixel is found as fast.

    Parameters
    ----------
    cube : H5pyCube, GdalCube or BandsFirstCube
    out : ndarray, shape (rows, bands, columns)
        Memory for the stored values.
    progress : Progress

    Raises
    ------
    TileError
        When a chunk is damaged.
    Cancelled
        When the user cancels.
    """
    height, width, depth = cube.shape
    reader = _Reader(cube, slice(0, height), slice(0, width), progress)
    bands = np.arange(depth)
    parts = reader.parts(bands, bands)
    reader.expect(len(parts))
    with pool() as workers:
        _copy_parts(reader, parts, out.transpose(0, 2, 1), workers)


def read_thinned(
    cube, bands: np.ndarray, rows: slice, columns: slice, nodata: float | None, progress: Progress
) -> tuple[np.ndarray, np.ndarray]:
    """Read the spectra of the pixels in every n-th row and column of a window; chunks without any are not read.

    Parameters
    ----------
    cube : H5pyCube, GdalCube or BandsFirstCube
    bands : ndarray of int
        Indices of the bands to read.
    rows, columns : slice
        The window, with start, stop and step.
    nodata : float or None
        The no data value; NaN and infinity are always no data.
    progress : Progress

    Returns
    -------
    values : ndarray, shape (rows, columns, bands)
    valid : ndarray of bool, shape (rows, columns)
        Pixels with a value in all `bands`.
    """
    reader = _Reader(cube, slice(rows.start, rows.stop), slice(columns.start, columns.stop), progress)
    target = np.empty((thinned_length(rows), thinned_length(columns), len(bands)), reader.dtype)
    missing = _MissingData(target.shape, nodata, reader.dtype)
    parts = []
    # The parts of one chunk column have the same rows and columns.
    for _, column in groupby(reader.parts(bands, np.arange(len(bands))), lambda part: part.corner[:2]):
        of_column = list(column)
        of_rows, of_columns = thinned(of_column[0].rows, rows), thinned(of_column[0].columns, columns)
        if length(of_rows.place) and length(of_columns.place):
            parts += [(part, of_rows, of_columns) for part in of_column]
    reader.expect(len(parts))

    def copy(one: tuple[_ChunkPart, Thinned, Thinned]) -> None:
        part, of_rows, of_columns = one
        values = reader.read(part)[0][of_rows.chosen, of_columns.chosen]
        target[of_rows.place, of_columns.place, part.bands.places] = values
        missing.mark(values, of_rows.place, of_columns.place, part.bands.places)

    with pool() as workers:
        workers.map(copy, parts, reader.watch)
    return target, missing.valid()


def _copy_parts(reader: _Reader, parts: list[_ChunkPart], target: np.ndarray, workers: Pool) -> None:
    """Read parts of chunks to their places in a target, shape (rows, columns, bands)."""

    def copy(part: _ChunkPart) -> None:
        target[(*reader.place(part), part.bands.places)] = reader.read(part)[0]

    workers.map(copy, parts, reader.watch)


@dataclass(frozen=True)
class _ChunkBands:
    """The bands to read of chunks that have the same range of bands."""

    first: int  # the first band of these chunks
    stop: int  # after the last band to read
    picks: slice | np.ndarray  # the bands to read, counted from `first`
    places: slice | np.ndarray  # their positions in the result


@dataclass(frozen=True)
class _ChunkPart:
    """The part to read of a chunk, or of a box of a cube without chunks."""

    corner: tuple[int, int, int]  # first row, column and band of the chunk
    rows: slice  # rows of the cube in both the chunk and the window
    columns: slice
    bands: _ChunkBands


class _Reader:
    """Reads and decompresses the chunks that overlap a window and have bands to read."""

    def __init__(self, cube, rows: slice, columns: slice, progress: Progress):
        self.cube = cube
        self.rows = rows
        self.columns = columns
        self.height = rows.stop - rows.start
        self.width = columns.stop - columns.start
        self.dtype = cube.stored_dtype.newbyteorder("=")
        self._reads_raw_chunks = cube.has_raw_chunks and np.prod(cube.chunks) >= FEWEST_RAW_VALUES
        self.chunk_shape = self._chunk_shape()
        self._progress = progress
        self.watch = Watch(progress)
        self._of_thread = threading.local()
        self._reading = threading.Lock()
        self._counting = threading.Lock()
        self._done = 0
        self._expected = 1

    def _chunk_shape(self) -> tuple[int, int, int]:
        """Return how many rows, columns and bands are read at a time."""
        height, width, depth = self.cube.shape
        if self.cube.chunks is None:
            row_bytes = max(width * depth * self.cube.stored_dtype.itemsize, 1)
            return min(max(BOX_BYTES // row_bytes, 1), height), width, depth
        if self._reads_raw_chunks:
            return self.cube.chunks
        # The library reads a whole row of chunks faster than one by one.
        return self.cube.chunks[0], width, self.cube.chunks[2]

    def expect(self, parts: int) -> None:
        """Set the total number of parts to read, for the progress."""
        self._expected = max(parts, 1)

    def parts(self, bands: np.ndarray, positions: np.ndarray) -> list[_ChunkPart]:
        """Return the parts of chunks to read for the bands at `positions` in `bands`.

        The parts of one chunk column (chunks of the same rows and columns) are consecutive.
        """
        height, width, _ = self.chunk_shape
        chunk_bands = self._chunk_bands(bands[positions])
        parts = []
        for rows in aligned_slices(self.rows.start, self.rows.stop, height):
            for columns in aligned_slices(self.columns.start, self.columns.stop, width):
                row, column = rows.start - rows.start % height, columns.start - columns.start % width
                parts += [_ChunkPart((row, column, one.first), rows, columns, one) for one in chunk_bands]
        return parts

    def _chunk_bands(self, wanted: np.ndarray) -> list[_ChunkBands]:
        depth = self.chunk_shape[2]
        numbers = wanted // depth
        found = []
        for number in np.unique(numbers):
            places = np.flatnonzero(numbers == number)
            first = int(number) * depth
            picks = wanted[places] - first
            found.append(_ChunkBands(first, first + int(picks.max()) + 1, _as_slice(picks), _as_slice(places)))
        return found

    def band_groups(self, bands: np.ndarray) -> list[np.ndarray]:
        """Split the positions in `bands` into groups that share no chunk and take about `GROUP_BYTES`."""
        most = max(GROUP_BYTES // (self.height * self.width * self.dtype.itemsize), 1)
        numbers = bands // self.chunk_shape[2]
        groups: list[np.ndarray] = []
        for number in np.unique(numbers):
            positions = np.flatnonzero(numbers == number)
            if groups and len(groups[-1]) + len(positions) <= most:
                groups[-1] = np.concatenate([groups[-1], positions])
            else:
                groups.append(positions)
        return groups

    def place(self, part: _ChunkPart) -> tuple[slice, slice]:
        """Return the rows and columns of the window that `part` covers."""
        return relative(part.rows, self.rows.start), relative(part.columns, self.columns.start)

    def read(self, part: _ChunkPart) -> tuple[np.ndarray, np.ndarray]:
        """Return the values of a part, shape (rows, columns, bands), and all values that were read with them."""
        values, row, column = self._load(part)
        with self._counting:
            self._done += 1
            self._progress.report(min(self._done / self._expected, 1.0))
        return values[relative(part.rows, row), relative(part.columns, column), part.bands.picks], values

    def _load(self, part: _ChunkPart) -> tuple[np.ndarray, int, int]:
        """Return values that include those of `part`, and the row and column of the cube at which they start."""
        with self._reading:
            # Checked with the lock held, so that waiting threads start no further read from a slow network drive.
            self._progress.check()
            raw = self.cube.raw_chunk(part.corner) if self._reads_raw_chunks else None
            if raw is None:
                box = self.cube.read(part.rows, part.columns, slice(part.bands.first, part.bands.stop))
                return box, part.rows.start, part.columns.start
        return self._decode(raw), part.corner[0], part.corner[1]

    def _decode(self, raw: bytes) -> np.ndarray:
        """Decompress a chunk into a buffer of this thread, which its next chunk overwrites."""
        dtype = self.cube.stored_dtype
        if not hasattr(self._of_thread, "chunk"):
            # Allocating memory for every chunk would take about as long as decompressing it.
            self._of_thread.chunk = np.empty(int(np.prod(self.chunk_shape)) * dtype.itemsize, np.uint8)
        data = self._of_thread.chunk
        try:
            inflate(raw, data, self._progress.check)
        except DamagedError as error:
            raise TileError(
                tr("{path}: {name} holds damaged data (a chunk: {error}); download the file again.").format(
                    path=self.cube.path, name=self.cube.name, error=error
                )
            ) from None
        if self.cube.shuffled:
            data = np.ascontiguousarray(data.reshape(dtype.itemsize, -1).T)
        return data.reshape(-1).view(dtype).reshape(self.chunk_shape)


class _MissingData:
    """The pixels without data in some band. Threads may share it, as pixels are only ever added.

    Parameters
    ----------
    shape : (rows, columns, bands)
    nodata : float or None
    dtype : dtype
    keep : ndarray of bool, shape (rows, columns), optional
        The pixels that are wanted; all unless given.
    """

    def __init__(
        self, shape: tuple[int, int, int], nodata: float | None, dtype: np.dtype, keep: np.ndarray | None = None
    ):
        self._is_real = dtype.kind == "f"
        self._nodata = nodata_as(nodata, dtype)
        self._keep = np.ones(shape[:2], bool) if keep is None else keep
        self._in_some, self._lacks = np.zeros((2, *shape[:2]), bool)
        self._lacking = np.zeros(shape[2], np.int64)
        self._counting = threading.Lock()

    def valid(self) -> np.ndarray:
        """Return which wanted pixels have data in all bands."""
        return self._keep & ~self._lacks

    def coverage(self) -> Coverage:
        """Return in how many wanted pixels each band has data."""
        wanted, in_some = (int(pixels.sum()) for pixels in (self._keep, self._keep & self._in_some))
        return Coverage(wanted - self._lacking, in_some, int(self.valid().sum()))

    def any_in(self, values: np.ndarray) -> bool:
        """Tell whether any value is no data."""
        missing = self._missing(values)
        return missing is not None and bool(missing.any())

    def mark(
        self,
        values: np.ndarray,
        rows: slice,
        columns: slice,
        bands: slice | np.ndarray,
        are_complete: bool = False,
    ) -> None:
        """Take note of which values are data: those of one band (rows, columns) or of several (rows, columns, bands).

        It is known before that they all are where they `are_complete`.
        """
        missing = None if are_complete else self._missing(values)
        if missing is None or not missing.any():
            self._in_some[rows, columns] = True
            return
        keep = self._keep[rows, columns]
        if missing.ndim == 2:
            lacks_some = lacks_all = missing
            lacking = np.count_nonzero(missing & keep)
        else:
            lacks_some, lacks_all = missing.any(axis=2), missing.all(axis=2)
            lacking = np.count_nonzero(missing & keep[..., np.newaxis], axis=(0, 1))
        np.copyto(self._in_some[rows, columns], True, where=~lacks_all)
        np.copyto(self._lacks[rows, columns], True, where=lacks_some)
        with self._counting:
            self._lacking[bands] += lacking

    def mark_cells(self, values: np.ndarray, cells: np.ndarray, bands: np.ndarray) -> None:
        """Take note of which cells, in the only row, have no data in `values`, shape (cells, bands)."""
        missing = self._missing(values)
        if missing is None or not missing.any():
            self._in_some[0, cells] = True
            return
        self._in_some[0, cells[~missing.all(axis=1)]] = True
        self._lacks[0, cells[missing.any(axis=1)]] = True
        with self._counting:
            self._lacking[bands] += np.count_nonzero(missing, axis=0)

    def _missing(self, values: np.ndarray) -> np.ndarray | None:
        missing = None if self._nodata is None else values == self._nodata
        if self._is_real:
            not_finite = ~np.isfinite(values)
            missing = not_finite if missing is None else missing | not_finite
        return missing


def _read_blocks(reader: _Reader, bands: np.ndarray, target: np.ndarray, missing: _MissingData, workers: Pool) -> None:
    """Read chunks of several bands, each directly into the result."""
    parts = reader.parts(bands, np.arange(len(bands)))
    reader.expect(len(parts))
    # One task for each chunk column, so that no two threads write to the same pixels.
    chunk_columns = [list(column) for _, column in groupby(parts, key=lambda part: part.corner[:2])]

    def copy(chunk_column: list[_ChunkPart]) -> None:
        for part in chunk_column:
            rows, columns = reader.place(part)
            values, chunk = reader.read(part)
            target[rows, columns, part.bands.places] = values
            # Searching the whole chunk, which is contiguous, is much faster than searching some of its bands.
            missing.mark(values, rows, columns, part.bands.places, are_complete=not missing.any_in(chunk))

    workers.map(copy, chunk_columns, reader.watch)


def _read_whole_bands(
    reader: _Reader, bands: np.ndarray, target: np.ndarray, missing: _MissingData, workers: Pool
) -> None:
    """Read chunks of one band: fill a buffer with bands, transpose it into the result, and so on."""
    plane_bytes = reader.height * reader.width * reader.dtype.itemsize
    together = max(TRANSPOSING_BYTES // plane_bytes, FEWEST_BANDS_TOGETHER)
    groups = np.array_split(np.arange(len(bands)), ceil(len(bands) / together))
    reader.expect(len(reader.parts(bands, np.arange(len(bands)))))
    memory = np.empty((len(groups[0]), reader.height, reader.width), reader.dtype)
    # Strips of rows to transpose, of about the same height.
    edges = np.linspace(0, reader.height, min(8 * workers.threads, reader.height) + 1).astype(int).tolist()
    strips = [slice(start, stop) for start, stop in zip(edges, edges[1:])]
    for group in groups:
        planes = memory[: len(group)]
        places = slice(int(group[0]), int(group[-1]) + 1)

        def copy(part: _ChunkPart, planes: np.ndarray = planes, group: np.ndarray = group) -> None:
            rows, columns = reader.place(part)
            plane = reader.read(part)[0][:, :, 0]
            planes[part.bands.places, rows, columns] = plane
            missing.mark(plane, rows, columns, group[part.bands.places])

        def transpose(rows: slice, planes: np.ndarray = planes, places: slice = places) -> None:
            # Row by row, so that source and target stay in the processor's cache.
            for row in range(rows.start, rows.stop):
                target[row, :, places] = planes[:, row].T

        workers.map(copy, reader.parts(bands, group), reader.watch)
        # This may be cancelled, too, as writing to new memory can be slow.
        workers.map(transpose, strips, reader.watch)


class _Cells:
    """Single pixels, grouped by the chunks in which they lie."""

    def __init__(self, reader: _Reader, rows: np.ndarray, columns: np.ndarray):
        self._reader = reader
        height, width = reader.chunk_shape[:2]
        self._across = ceil(reader.cube.shape[1] / width)
        numbers = rows // height * self._across + columns // width
        order = np.argsort(numbers, kind="stable")
        first = np.flatnonzero(np.diff(numbers[order], prepend=-1))
        self._cells = dict(zip(numbers[order[first]].tolist(), np.split(order, first[1:])))
        self._rows, self._columns = rows, columns
        # The same for all bands.
        self._inside: dict[int, np.ndarray] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def parts(self, bands: np.ndarray, positions: np.ndarray) -> list[_ChunkPart]:
        """Return what to read of the chunks that hold pixels, as `_Reader.parts`."""
        return [part for part in self._reader.parts(bands, positions) if self._number(part) in self._cells]

    def inside(self, part: _ChunkPart) -> tuple[np.ndarray, np.ndarray]:
        """Return which pixels lie in the chunk of a part, and their places in the part, counted row by row."""
        number = self._number(part)
        cells = self._cells[number]
        if number not in self._inside:
            width = part.columns.stop - part.columns.start
            rows, columns = self._rows[cells] - part.rows.start, self._columns[cells] - part.columns.start
            self._inside[number] = rows * width + columns
        return cells, self._inside[number]

    def _number(self, part: _ChunkPart) -> int:
        height, width = self._reader.chunk_shape[:2]
        return part.corner[0] // height * self._across + part.corner[1] // width


def _read_cells_of_blocks(reader: _Reader, bands, cells: _Cells, out, places, missing: _MissingData, workers: Pool):
    """Read pixels of chunks of several bands, each chunk straight to its place in the result."""
    positions = np.arange(len(bands))

    def copy(part: _ChunkPart) -> None:
        some, inside = cells.inside(part)
        values = reader.read(part)[0]
        values = values.reshape(-1, values.shape[2])[inside]
        out[places[some, np.newaxis], positions[part.bands.places]] = values
        missing.mark_cells(values, some, positions[part.bands.places])

    workers.map(copy, cells.parts(bands, positions), reader.watch)


def _read_cells_of_bands(reader: _Reader, bands, cells: _Cells, out, places, missing: _MissingData, workers: Pool):
    """Read pixels of chunks of one band: as many bands as fit in a buffer, which is then transposed to the result."""
    together = max(TRANSPOSING_BYTES // (len(cells) * reader.dtype.itemsize), FEWEST_BANDS_TOGETHER)
    groups = np.array_split(np.arange(len(bands)), ceil(len(bands) / together))
    memory = np.empty((len(groups[0]), len(cells)), reader.dtype)
    strips = list(aligned_slices(0, len(cells), 16 * CELLS_TOGETHER))
    for group in groups:
        lines = memory[: len(group)]

        def copy(part: _ChunkPart, lines: np.ndarray = lines, bands: np.ndarray = group) -> None:
            some, inside = cells.inside(part)
            line = reader.read(part)[0][:, :, 0].reshape(-1).take(inside)
            for place in np.arange(len(lines))[part.bands.places]:
                lines[place, some] = line
                missing.mark_cells(line[:, np.newaxis], some, bands[place : place + 1])

        def transpose(strip: slice, lines: np.ndarray = lines, bands: np.ndarray = group) -> None:
            for block in aligned_slices(strip.start, strip.stop, CELLS_TOGETHER):
                out[places[block], int(bands[0]) : int(bands[-1]) + 1] = lines[:, block].T

        workers.map(copy, cells.parts(bands, group), reader.watch)
        workers.map(transpose, strips, reader.watch)


def _as_slice(indices: np.ndarray) -> slice | np.ndarray:
    """Return evenly spaced ascending `indices` as a slice, which NumPy indexes much faster; others unchanged."""
    if len(indices) == 1:
        return slice(int(indices[0]), int(indices[0]) + 1)
    steps = np.diff(indices)
    if steps[0] > 0 and (steps == steps[0]).all():
        return slice(int(indices[0]), int(indices[-1]) + 1, int(steps[0]))
    return indices
