# SPDX-License-Identifier: GPL-2.0-or-later
"""Map over pixels: apply a function to all pixels of images of any size, and write its results as a raster.

A method is a function ``function(image, chosen)``. `image` is an `ImageState`; `chosen` is a slice or an array of
indices of valid pixels, to index ``image.pixels.values`` with. The function returns an array of shape (bands, pixels),
or (pixels,) for one band; NaN means no data. It is called in several threads at once, each time for a few pixels, so
that intermediate results stay in the processor's cache. A slow function has an attribute `chunk_pixels`, the most
pixels of a call, as a run can be cancelled between calls only.

`map_blocks` is for images that are read block by block (source -> function -> target), `map_images` for images in
memory, here or on a cluster. Where images overlap, the first one counts. Beside the pixels, a window of results is in
memory, of at most `WINDOW_BYTES` or one block of the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from ..image.block import Block
from ..image.mosaic import Mosaic
from ..image.pixels import Pixels
from ..image.slices import aligned_slices, length, relative
from ..progress import Progress, Watch
from .imageset import Call, ImageSet, ImageState
from .memory import release
from .threads import Pool, pool

# Results in memory at a time, unless one block of the file has more.
WINDOW_BYTES = 64_000_000
# Pixels per call of a function: so few that their values in float64 stay in the processor's cache.
CHUNK_PIXELS = 8192


@dataclass(frozen=True)
class Output:
    """The results of a map for each pixel."""

    bands: int
    dtype: np.dtype
    # The no data value. A floating-point result that happens to equal it is data, and becomes the next number towards
    # 0. NaN and infinite results become no data.
    nodata: float

    def empty(self, rows: slice, columns: slice) -> np.ndarray:
        """Return a window without data, shape (bands, rows, columns)."""
        return np.full((self.bands, length(rows), length(columns)), self.nodata, dtype=self.dtype)

    def windows(self, rows: slice, columns: slice, block: tuple[int, int]) -> Iterator[tuple[slice, slice]]:
        """Split rows and columns into windows of one row of blocks, with all columns that `WINDOW_BYTES` allow.

        `block` is the size (rows, columns) of a block. Blocks start at multiples of their height.
        """
        for part in aligned_slices(rows.start, rows.stop, block[0]):
            most = WINDOW_BYTES // (length(part) * self.bands * np.dtype(self.dtype).itemsize)
            if length(columns) <= most:
                yield part, columns
            else:
                width = max(most // block[1], 1) * block[1]
                yield from ((part, some) for some in aligned_slices(columns.start, columns.stop, width))

    def store(self, results: np.ndarray, values: np.ndarray) -> None:
        """Convert results of any type to the type of the output, into `values`."""
        with np.errstate(over="ignore", invalid="ignore"):
            values[...] = results
        if values.dtype.kind == "f":
            values[values == self.nodata] = np.nextafter(values.dtype.type(self.nodata), values.dtype.type(0))
            values[~np.isfinite(values)] = self.nodata


class Target(Protocol):
    """What results are written to, such as a `RasterWriter`."""

    output: Output
    block: tuple[int, int]  # rows and columns of the blocks in which it is best written

    def read(self, rows: slice, columns: slice) -> np.ndarray:
        """Return the results written so far to a window, shape (bands, rows, columns)."""

    def write(self, array: np.ndarray, row: int = 0, column: int = 0) -> None:
        """Write an array, shape (bands, rows, columns), whose upper-left pixel is at `row` and `column`."""


class ArrayTarget:
    """A `Target` that writes to `array`, shape (bands, rows, columns), or (rows, columns) for one band."""

    block = (256, 256)

    def __init__(self, array: np.ndarray, nodata):
        array[:] = nodata
        self._array = array if array.ndim == 3 else array[np.newaxis]
        self.output = Output(len(self._array), array.dtype, nodata)

    def read(self, rows: slice, columns: slice) -> np.ndarray:
        return self._array[:, rows, columns]

    def write(self, array: np.ndarray, row: int = 0, column: int = 0) -> None:
        self._array[:, row : row + array.shape[1], column : column + array.shape[2]] = array


def map_blocks(blocks: Iterable[Block], function: Callable, target: Target) -> int:
    """Apply a function to blocks of pixels, one after the other, and write its results to a target without data.

    Returns the number of pixels that the function was applied to.
    """
    done = 0
    earlier: list[tuple[slice, slice]] = []
    with pool() as threads:
        for block in blocks:
            rows = slice(block.row, block.row + block.pixels.grid.height)
            columns = slice(block.column, block.column + block.pixels.grid.width)
            image = ImageState(block.pixels)
            for window in target.output.windows(rows, columns, target.block):
                is_empty = not any(_overlap(window, other) for other in earlier)
                done += _map_window(block, image, window, is_empty, function, target, threads)
                block.progress.report((window[0].stop - rows.start) / length(rows))
            release(block.pixels.values)
            earlier.append((rows, columns))
    return done


def _map_window(
    block: Block,
    image: ImageState,
    window: tuple[slice, slice],
    is_empty: bool,
    function,
    target: Target,
    threads: Pool,
) -> int:
    """Write the results of a window, into which no earlier block has written if `is_empty`; return their number."""
    rows, columns = window
    inside = relative(rows, block.row), relative(columns, block.column)
    values = target.output.empty(rows, columns) if is_empty else target.read(rows, columns)
    # Results of an earlier image stay.
    wanted = image.pixels.valid[inside] & (values[0] == target.output.nodata)
    chosen = chosen_pixels(image.pixels, *inside, wanted)
    values[:, wanted] = evaluate(image, chosen, function, target.output, threads, Watch(block.progress))
    target.write(values, row=rows.start, column=columns.start)
    return int(wanted.sum())


def _overlap(one: tuple[slice, slice], other: tuple[slice, slice]) -> bool:
    return all(a.start < b.stop and b.start < a.stop for a, b in zip(one, other))


@dataclass(frozen=True)
class Window:
    """Results for a part of a mosaic."""

    rows: slice  # position in the mosaic
    columns: slice
    values: np.ndarray  # shape (bands, rows, columns); perhaps of every n-th row and column only
    # The results for the pixels of each image, shape (bands, pixels).
    parts: list[np.ndarray] = field(default_factory=list)


def map_images(
    images: ImageSet,
    mosaic: Mosaic,
    function: Callable,
    output: Output,
    block: tuple[int, int] = (256, 256),
    step: int = 1,
    progress: Progress | None = None,
) -> Iterator[Window]:
    """Apply a function to images in memory, here or on a cluster, and yield the results in windows of their mosaic.

    The function must be picklable, as it may be called on another machine. `block` is that of a `Target`. Only every
    n-th row and column is computed, with `step` for n.
    """
    progress = progress or Progress()
    grid = mosaic.grid
    block = tuple(-(-size // step) * step for size in block)
    for rows, columns in output.windows(slice(0, grid.height), slice(0, grid.width), block):
        image_parts = [part.every(step) for part in mosaic.parts(rows, columns) if images.lengths[part.image]]
        image_parts = [part for part in image_parts if not part.empty]
        calls = [
            Call(part.image, _values_in_window, (function, output, part.image_rows, part.image_columns))
            for part in image_parts
        ]
        found = images.run(calls, Watch(progress))
        values = output.empty(slice(0, -(-length(rows) // step)), slice(0, -(-length(columns) // step)))
        # In reverse, as the first image counts where images overlap.
        for part, (results, bits) in zip(reversed(image_parts), reversed(found)):
            area = values[:, part.rows, part.columns]
            area[:, np.unpackbits(bits, count=area[0].size).reshape(area.shape[1:]).astype(bool)] = results
        yield Window(rows, columns, values, [results for results, _ in found])
        progress.report((rows.start * grid.width + length(rows) * columns.stop) / (grid.height * grid.width))


def whole_map(
    images: ImageSet,
    mosaic: Mosaic,
    function: Callable,
    output: Output,
    step: int = 1,
    progress: Progress | None = None,
) -> np.ndarray:
    """Return all results of `map_images` as one array, shape (bands, rows, columns)."""
    height, width = (-(-size // step) for size in (mosaic.grid.height, mosaic.grid.width))
    whole = output.empty(slice(0, height), slice(0, width))
    for window in map_images(images, mosaic, function, output, step=step, progress=progress):
        row, column = window.rows.start // step, window.columns.start // step
        rows, columns = window.values.shape[1:]
        whole[:, row : row + rows, column : column + columns] = window.values
    return whole


def _values_in_window(
    image: ImageState,
    function: Callable,
    output: Output,
    rows: slice,
    columns: slice,
    *,
    pool: Pool,
    progress: Progress,
) -> tuple[np.ndarray, np.ndarray]:
    """Return the results for the valid pixels of a window of an image, and the mask of these pixels, as packed bits."""
    valid = image.pixels.valid[rows, columns]
    chosen = chosen_pixels(image.pixels, rows, columns, valid)
    results = evaluate(image, chosen, function, output, pool, progress)
    release(image.pixels.values)
    return results, np.packbits(valid)


def chosen_pixels(pixels: Pixels, rows: slice, columns: slice, wanted: np.ndarray) -> slice | np.ndarray:
    """Return the indices of some valid pixels of a window of an image; as a slice where they are consecutive.

    The slices of the window may have steps. `wanted`, shape of the window, must be True for valid pixels only.
    """
    in_rows = pixels.rows(rows.start, rows.stop)
    if np.count_nonzero(wanted) == length(in_rows):
        return in_rows
    valid = pixels.valid[rows.start : rows.stop]
    is_wanted = np.zeros_like(valid)
    is_wanted[:: rows.step, columns] = wanted
    return in_rows.start + np.flatnonzero(is_wanted[valid])


def evaluate(
    image: ImageState, chosen: slice | np.ndarray, function: Callable, output: Output, threads: Pool, progress: Progress
) -> np.ndarray:
    """Apply a function to some pixels of an image, chunk by chunk in threads; return an array (bands, pixels)."""
    is_slice = isinstance(chosen, slice)
    count = length(chosen) if is_slice else len(chosen)
    values = np.empty((output.bands, count), dtype=output.dtype)

    def compute(chunk: slice) -> None:
        some = relative(chunk, -chosen.start) if is_slice else chosen[chunk]
        output.store(function(image, some), values[:, chunk])

    size = getattr(function, "chunk_pixels", CHUNK_PIXELS)
    threads.map(compute, list(aligned_slices(0, count, size)), progress)
    return values
