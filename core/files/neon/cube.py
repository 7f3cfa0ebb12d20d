"""Reading a data cube (rows, columns, bands) in the order of its chunks, in threads.

Compressed files are read fastest when each chunk is decompressed once, outside the lock of the HDF5 library. Files
keep either one band a chunk (read only the bands that are wanted) or small blocks of rows, columns and bands.
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
from ...image.nodata import as_dtype
from ...image.slices import relative
from ...progress import Progress, Watch
from ...wording import tr
from ..hdf5.inflate import DamagedError, inflate

# Cubes that are not chunked are read in boxes of about this size.
BOX_BYTES = 8 << 20
# Chunks of fewer values are left to the library, which takes less time for one than Python.
FEWEST_RAW_VALUES = 16
# Memory for bands that wait to be transposed.
TRANSPOSING_BYTES = 112 << 20
# Transposing fewer bands at a time would write to memory in too small pieces, even when a band is very large.
FEWEST_BANDS_TOGETHER = 8
# Memory for bands that are handed on together.
GROUP_BYTES = 64 << 20


def read_pixels(
    cube,
    bands: np.ndarray,
    rows: slice,
    columns: slice,
    out: np.ndarray,
    nodata: float | None,
    progress: Progress,
) -> np.ndarray:
    """Read the pixels of a window, one pixel after the other.

    Parameters
    ----------
    cube : H5pyCube or GdalCube
    bands : ndarray of int
        Indices of the bands to read.
    rows, columns : slice
        The window, with start and stop.
    out : ndarray, shape (pixels, bands), C-contiguous
        Where the stored values go.
    nodata : float or None
        Value that says that nothing was measured; NaN and infinity always do.
    progress : Progress

    Returns
    -------
    ndarray of bool, shape (rows, columns)
        Pixels with a value in all `bands`.

    Raises
    ------
    TileError
        When a chunk is damaged.
    Cancelled
        When the user cancels.
    """
    reader = _Reader(cube, rows, columns, progress)
    target = out.reshape(reader.height, reader.width, len(bands))
    gaps = _Gaps(reader.height, reader.width, nodata, out.dtype)
    with pool() as workers:
        if reader.step[2] == 1:
            _read_whole_bands(reader, bands, target, gaps, workers)
        else:
            _read_blocks(reader, bands, target, gaps, workers)
    return ~gaps.mask


def read_band_groups(
    cube, bands: np.ndarray, rows: slice, columns: slice, progress: Progress
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Read a window in groups of bands, each chunk of the file once.

    Yields
    ------
    positions : ndarray of int
        Positions in `bands` that the group holds.
    values : ndarray, shape (positions, rows, columns)
        Their stored values, to be used before the next group is asked for: the memory is used again. It holds about
        64 MB, or the bands of one layer of chunks where these are more.
    """
    reader = _Reader(cube, rows, columns, progress)
    groups = reader.layer_groups(bands)
    reader.expect(len(reader.units(bands, np.arange(len(bands)))))
    largest = max(len(positions) for positions in groups)
    memory = np.empty((largest, reader.height, reader.width), reader.dtype)
    with pool() as workers:
        for positions in groups:
            values = memory[: len(positions)]
            target = values.transpose(1, 2, 0)

            def copy(unit: _Unit, target: np.ndarray = target) -> None:
                target[(*reader.place(unit), unit.layer.places)] = reader.read(unit)[0]

            workers.map(copy, reader.units(bands, positions), reader.watch)
            yield positions, values


@dataclass(frozen=True)
class _Layer:
    """The wanted bands in one layer of chunks."""

    first: int  # band of the cube with which the layer starts
    stop: int  # after the last wanted band of the cube
    picks: slice | np.ndarray  # the wanted bands, counted from `first`
    places: slice | np.ndarray  # where these go in the result


@dataclass(frozen=True)
class _Unit:
    """A chunk, or a box of a cube that is not chunked, and what is wanted of it."""

    corner: tuple[int, int, int]
    rows: slice  # of the cube, within chunk and window
    columns: slice
    layer: _Layer


class _Reader:
    """Decodes the chunks that a window and some bands touch."""

    def __init__(self, cube, rows: slice, columns: slice, progress: Progress):
        self.cube = cube
        self.rows = rows
        self.columns = columns
        self.height = rows.stop - rows.start
        self.width = columns.stop - columns.start
        self.dtype = cube.stored_dtype.newbyteorder("=")
        self._reads_raw_chunks = cube.has_raw_chunks and np.prod(cube.chunks) >= FEWEST_RAW_VALUES
        self.step = self._unit_shape()
        self._progress = progress
        self.watch = Watch(progress)
        self._of_thread = threading.local()
        self._reading = threading.Lock()
        self._counting = threading.Lock()
        self._done = 0
        self._expected = 1

    def _unit_shape(self) -> tuple[int, int, int]:
        height, width, depth = self.cube.shape
        if self.cube.chunks is None:
            row_bytes = max(width * depth * self.cube.stored_dtype.itemsize, 1)
            return min(max(BOX_BYTES // row_bytes, 1), height), width, depth
        if self._reads_raw_chunks:
            return self.cube.chunks
        # The library reads a row of chunks at a time quicker than single ones.
        return self.cube.chunks[0], width, self.cube.chunks[2]

    def expect(self, units: int) -> None:
        """Tell how many units there are to read, for the progress."""
        self._expected = max(units, 1)

    def units(self, bands: np.ndarray, positions: np.ndarray) -> list[_Unit]:
        """Return what must be read for the bands at `positions`, placed one after the other in the result.

        What lies above each other follows each other.
        """
        layers = self._layers(bands[positions])
        units = []
        for row in _starts(self.rows, self.step[0]):
            rows = _overlap(self.rows, row, self.step[0])
            for column in _starts(self.columns, self.step[1]):
                columns = _overlap(self.columns, column, self.step[1])
                units += [_Unit((row, column, layer.first), rows, columns, layer) for layer in layers]
        return units

    def _layers(self, wanted: np.ndarray) -> list[_Layer]:
        numbers = wanted // self.step[2]
        layers = []
        for number in np.unique(numbers):
            places = np.flatnonzero(numbers == number)
            first = int(number) * self.step[2]
            picks = wanted[places] - first
            layers.append(_Layer(first, first + int(picks.max()) + 1, _as_slice(picks), _as_slice(places)))
        return layers

    def layer_groups(self, bands: np.ndarray) -> list[np.ndarray]:
        """Split the positions in `bands` into groups that share no chunk and fill about `GROUP_BYTES`."""
        most = max(GROUP_BYTES // (self.height * self.width * self.dtype.itemsize), 1)
        layers = bands // self.step[2]
        groups: list[np.ndarray] = []
        for layer in np.unique(layers):
            positions = np.flatnonzero(layers == layer)
            if groups and len(groups[-1]) + len(positions) <= most:
                groups[-1] = np.concatenate([groups[-1], positions])
            else:
                groups.append(positions)
        return groups

    def place(self, unit: _Unit) -> tuple[slice, slice]:
        """Return the rows and columns of the window that `unit` covers."""
        return relative(unit.rows, self.rows.start), relative(unit.columns, self.columns.start)

    def read(self, unit: _Unit) -> tuple[np.ndarray, np.ndarray]:
        """Return the wanted values of `unit`, shape (rows, columns, bands), and the chunk that they were found in."""
        chunk, row, column = self._load(unit)
        with self._counting:
            self._done += 1
            self._progress.report(min(self._done / self._expected, 1.0))
        return chunk[relative(unit.rows, row), relative(unit.columns, column), unit.layer.picks], chunk

    def _load(self, unit: _Unit) -> tuple[np.ndarray, int, int]:
        """Return values that hold those of `unit`, and with which row and column of the cube they start."""
        with self._reading:
            # Here, because a thread that had to wait for its turn must not begin another read of a slow network.
            self._progress.check()
            raw = self.cube.raw_chunk(unit.corner) if self._reads_raw_chunks else None
            if raw is None:
                box = self.cube.read(unit.rows, unit.columns, slice(unit.layer.first, unit.layer.stop))
                return box, unit.rows.start, unit.columns.start
        return self._decode(raw), unit.corner[0], unit.corner[1]

    def _decode(self, raw: bytes) -> np.ndarray:
        """Return the values of a chunk, in memory of this thread that the next chunk overwrites."""
        dtype = self.cube.stored_dtype
        if not hasattr(self._of_thread, "chunk"):
            # New memory for every chunk would cost about as much as decompressing it.
            self._of_thread.chunk = np.empty(int(np.prod(self.step)) * dtype.itemsize, np.uint8)
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
        return data.reshape(-1).view(dtype).reshape(self.step)


class _Gaps:
    """Collects where a band has no data; safe to use from several threads, because cells are only ever set."""

    def __init__(self, height: int, width: int, nodata: float | None, dtype: np.dtype):
        self.mask = np.zeros((height, width), bool)
        self._real = dtype.kind == "f"
        self._nodata = as_dtype(nodata, dtype)

    def any_in(self, values: np.ndarray) -> bool:
        """Tell whether anything in `values` is no data."""
        missing = self._missing(values)
        return missing is not None and bool(missing.any())

    def find(self, values: np.ndarray, rows: slice, columns: slice) -> None:
        """Mark the pixels of `values`, shape (rows, columns, bands), that have no data in one of the bands."""
        missing = self._missing(values)
        if missing is not None and missing.any():
            np.copyto(self.mask[rows, columns], True, where=missing.any(axis=2))

    def find_in_band(self, values: np.ndarray, rows: slice, columns: slice) -> None:
        """Mark the pixels where one band, shape (rows, columns), has no data."""
        missing = self._missing(values)
        if missing is not None and missing.any():
            np.copyto(self.mask[rows, columns], True, where=missing)

    def _missing(self, values: np.ndarray) -> np.ndarray | None:
        missing = None if self._nodata is None else values == self._nodata
        if self._real:
            unreal = ~np.isfinite(values)
            missing = unreal if missing is None else missing | unreal
        return missing


def _read_blocks(reader: _Reader, bands: np.ndarray, target: np.ndarray, gaps: _Gaps, workers: Pool) -> None:
    positions = np.arange(len(bands))
    units = reader.units(bands, positions)
    reader.expect(len(units))
    stacks = [list(stack) for _, stack in groupby(units, key=lambda unit: unit.corner[:2])]

    def copy_stack(stack: list[_Unit]) -> None:
        for unit in stack:
            rows, columns = reader.place(unit)
            values, chunk = reader.read(unit)
            target[rows, columns, unit.layer.places] = values
            # Whole chunks are searched much quicker than the wanted bands in them.
            if gaps.any_in(chunk):
                gaps.find(values, rows, columns)

    workers.map(copy_stack, stacks, reader.watch)


def _read_whole_bands(reader: _Reader, bands: np.ndarray, target: np.ndarray, gaps: _Gaps, workers: Pool) -> None:
    """Read a group of bands to a buffer, transpose it to the result, and so on."""
    plane_bytes = reader.height * reader.width * reader.dtype.itemsize
    together = max(TRANSPOSING_BYTES // plane_bytes, FEWEST_BANDS_TOGETHER)
    groups = np.array_split(np.arange(len(bands)), ceil(len(bands) / together))
    reader.expect(len(reader.units(bands, np.arange(len(bands)))))
    memory = np.empty((len(groups[0]), reader.height, reader.width), reader.dtype)
    strips = _strips(reader.height, 8 * workers.threads)
    for group in groups:
        planes = memory[: len(group)]
        places = slice(int(group[0]), int(group[-1]) + 1)

        def copy(unit: _Unit, planes: np.ndarray = planes) -> None:
            rows, columns = reader.place(unit)
            plane = reader.read(unit)[0][:, :, 0]
            planes[unit.layer.places, rows, columns] = plane
            gaps.find_in_band(plane, rows, columns)

        def transpose(rows: slice, planes: np.ndarray = planes, places: slice = places) -> None:
            # Row by row, so that what is read and written stays in the processor's cache.
            for row in range(rows.start, rows.stop):
                target[row, :, places] = planes[:, row].T

        workers.map(copy, reader.units(bands, group), reader.watch)
        # Memory that is written to for the first time can be slow.
        workers.map(transpose, strips, reader.watch)


def _strips(height: int, count: int) -> list[slice]:
    edges = np.linspace(0, height, min(count, height) + 1).astype(int).tolist()
    return [slice(start, stop) for start, stop in zip(edges, edges[1:])]


def _starts(wanted: slice, step: int) -> range:
    return range(wanted.start - wanted.start % step, wanted.stop, step)


def _overlap(wanted: slice, start: int, step: int) -> slice:
    return slice(max(wanted.start, start), min(wanted.stop, start + step))


def _as_slice(indices: np.ndarray) -> slice | np.ndarray:
    """Return evenly spaced ascending `indices` as a slice, which is much quicker to use; others unchanged."""
    if len(indices) == 1:
        return slice(int(indices[0]), int(indices[0]) + 1)
    steps = np.diff(indices)
    if steps[0] > 0 and (steps == steps[0]).all():
        return slice(int(indices[0]), int(indices[-1]) + 1, int(steps[0]))
    return indices
