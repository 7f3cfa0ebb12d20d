# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads a window of a raster into an array of pixels, each block of the file once."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ...compute.threads import pool
from ...errors import RasterError
from ...image.coverage import Coverage
from ...image.pixels import compact, compact_bands
from ...image.slices import aligned_slices, length, relative, thinned, thinned_length
from ...progress import Progress
from ...wording import tr
from ..gdalerrors import attempt
from .validity import Validity, ValueCheck
from .writer import stored_as_reflectance

# Bytes that a thread reads between two checks whether the user has cancelled.
_PIECE_BYTES = 16 << 20
# Bands that are transposed from planes to pixels together; their values fill a cache line of the processor.
_BANDS_TOGETHER = 32
# Values that are processed at a time, so that they stay in the processor's cache.
_VALUES_AT_ONCE = 1 << 16
# Padding (values) between planes: with power-of-two strides, planes would collide in the sets of the processor's cache.
_PADDING = 32
# Larger scales or offsets come from damaged metadata.
LARGEST_SCALE = 1e30


class AlteredError(Exception):
    """A raster marked `REFLECTANCE_SCALE_FACTOR` holds other values than integers divided by the factor."""


@dataclass(frozen=True)
class StoredBand:
    """Number (from 1), type, scale and offset of a band in a file; ``stored * scale + offset`` is the value."""

    number: int
    dtype: np.dtype
    scale: float
    offset: float

    @classmethod
    def of(cls, number: int, band, name: str) -> StoredBand:
        """Describe a band of GDAL.

        Raises
        ------
        RasterError
            When its values are complex, or its scale or offset is not a sensible number.
        """
        from osgeo import gdal, gdal_array

        dtype = gdal_array.GDALTypeCodeToNumericTypeCode(band.DataType)
        if dtype is None or np.dtype(dtype).kind not in "iuf":
            raise RasterError(
                tr(
                    "Band {number} of {name} holds {kind} values; only integers and real numbers can be used. Convert "
                    "it first."
                ).format(number=number, name=name, kind=gdal.GetDataTypeName(band.DataType))
            )
        # GDAL before 3.7 marks signed bytes in this way.
        if band.GetMetadataItem("PIXELTYPE", "IMAGE_STRUCTURE") == "SIGNEDBYTE":
            dtype = np.int8
        scale, offset = band.GetScale() or 1.0, band.GetOffset() or 0.0
        if not max(abs(scale), abs(offset)) <= LARGEST_SCALE:
            raise RasterError(
                tr(
                    "Band {number} of {name} has the scale {scale:g} and the offset {offset:g}, with which nothing can "
                    "be computed; correct them."
                ).format(number=number, name=name, scale=scale, offset=offset)
            )
        return cls(number, np.dtype(dtype), scale, offset)


class RestoreIntegers:
    """Restores integers that were divided by a factor and written as Float32."""

    def __init__(self, factor: float):
        self._factor = np.float32(factor)

    def __call__(self, planes: np.ndarray, valid: np.ndarray, is_data: np.ndarray, bands: slice) -> np.ndarray:
        """Convert values, shape (bands, pixels).

        Raises
        ------
        AlteredError
            When a value of a valid pixel is not such an integer.
        """
        integers = _padded_planes(planes.shape, np.int16)
        with np.errstate(invalid="ignore", over="ignore"):
            np.copyto(integers, np.rint(planes * self._factor), casting="unsafe")
        is_same = stored_as_reflectance(integers, self._factor) == planes
        if not is_same.all() and (is_data & ~is_same & valid).any():
            raise AlteredError
        return integers


class ApplyScales:
    """Applies the scale and offset of each band."""

    def __init__(self, bands: Sequence[StoredBand]):
        self._scales = np.array([band.scale for band in bands])[:, np.newaxis]
        self._offsets = np.array([band.offset for band in bands])[:, np.newaxis]

    def __call__(self, planes: np.ndarray, valid: np.ndarray, is_data: np.ndarray, bands: slice) -> np.ndarray:
        """Convert values, shape (bands, pixels)."""
        return planes * self._scales[bands] + self._offsets[bands]


@dataclass(frozen=True)
class WindowPixels:
    """The pixels of a window of a raster."""

    values: np.ndarray  # shape (valid pixels, bands)
    valid: np.ndarray  # shape (rows, columns)
    coverage: Coverage  # of the requested bands; with `leave_out_empty`, `values` has only those that have data


@dataclass
class WindowReader:
    """Reads a window of a raster in the block order of the file."""

    open_dataset: Callable  # opens the raster; called once in each thread, as GDAL requires
    source: str  # the name of the raster in messages
    bands: Sequence[StoredBand]
    validity: Validity
    rows: slice  # rows and columns with start, stop and step
    columns: slice
    keep: np.ndarray | None = None  # which pixels to read, shape (rows, columns)

    def __post_init__(self):
        self._dtype = np.result_type(*(band.dtype for band in self.bands))
        self._lock = threading.Lock()
        self._local = threading.local()

    def run(
        self, convert, dtype: np.dtype, allocate, progress: Progress, leave_out_empty: bool = False
    ) -> WindowPixels:
        """Read the valid pixels.

        `convert`, such as `RestoreIntegers`, converts values, shape (bands, pixels), to `dtype`;
        ``allocate(shape, dtype)`` returns an array. With `leave_out_empty`, bands without data in the window are left
        out; otherwise such a band makes all pixels invalid.
        """
        height, width, count = thinned_length(self.rows), thinned_length(self.columns), len(self.bands)
        values = (allocate or self._allocate)((height * width, count), dtype)
        cube = values.reshape(height, width, count)
        self._valid = np.ones((height, width), dtype=bool)
        self._has_some = np.zeros((height, width), dtype=bool)
        self._of_band = np.zeros(count, dtype=np.int64)
        self._empty_parts: list[tuple[slice, slice, np.ndarray]] = []

        def read(task: tuple[slice, slice, slice]) -> None:
            rows, columns, bands = task
            row_bytes = length(columns) * length(bands) * self._dtype.itemsize
            for part in aligned_slices(rows.start, rows.stop, max(_PIECE_BYTES // row_bytes, 1)):
                progress.check()
                self._read_piece(cube, convert, part, columns, bands, progress)
            # The blocks are not needed again, but GDAL would keep them until its cache is full.
            attempt(self._dataset().FlushCache)

        with pool() as workers:
            workers.map(read, list(self._tasks()), progress)
        has_data = self._of_band > 0
        for rows, columns, bands in self._empty_parts:
            if not leave_out_empty or has_data[bands].any():
                self._valid[rows, columns] = False
        self._valid &= has_data.any()
        values = compact(values, self._valid, progress)
        if leave_out_empty and has_data.any():
            values = compact_bands(values, has_data, progress)
        coverage = Coverage(self._of_band, int(self._has_some.sum()), len(values))
        return WindowPixels(values, self._valid, coverage)

    def _tasks(self) -> Iterator[tuple[slice, slice, slice]]:
        """Yield rows and columns of the file and positions of bands, such that no two tasks share a block."""
        dataset = self._dataset()
        block_width, block_height = dataset.GetRasterBand(self.bands[0].number).GetBlockSize()
        count = len(self.bands)
        keeps_bands_together = dataset.GetMetadataItem("INTERLEAVE", "IMAGE_STRUCTURE") == "PIXEL"
        together = count if keeps_bands_together else min(_BANDS_TOGETHER, count)
        pixels = _PIECE_BYTES // (self._dtype.itemsize * together)
        width = _in_blocks(pixels // block_height, block_width, length(self.columns))
        height = _in_blocks(pixels // width, block_height, length(self.rows))
        for rows in aligned_slices(self.rows.start, self.rows.stop, height):
            for columns in aligned_slices(self.columns.start, self.columns.stop, width):
                for first in range(0, count, together):
                    yield rows, columns, slice(first, min(first + together, count))

    def _read_piece(self, cube, convert, rows: slice, columns: slice, bands: slice, progress: Progress) -> None:
        stored = self.bands[bands]
        of_rows, of_columns = thinned(rows, self.rows), thinned(columns, self.columns)
        inside = (of_rows.place, of_columns.place)
        if not all(map(length, inside)):
            return
        chosen = (of_rows.chosen, of_columns.chosen)
        planes = self._read_planes(stored, rows, columns, progress)[:, chosen[0], chosen[1]]
        is_valid = np.ascontiguousarray(self._read_masks(stored, rows, columns)[chosen])
        if self.keep is not None:
            is_valid &= self.keep[inside]
        nodata = [self.validity.nodata[band.number] for band in stored]
        check = ValueCheck(nodata, [band.dtype for band in stored], planes.dtype)
        target = cube[inside]
        rows_at_once = max(_VALUES_AT_ONCE // (planes.shape[0] * planes.shape[2]), 1)
        has_some = is_valid.copy()
        of_band = np.zeros(len(stored), dtype=np.int64)
        empty_parts = []
        for start in range(0, planes.shape[1], rows_at_once):
            part = slice(start, min(start + rows_at_once, planes.shape[1]))
            some = planes[:, part].reshape(len(stored), -1)
            some_valid = is_valid[part].reshape(-1)
            is_data = check(some)
            is_filled = _bands_with_data(is_data, some_valid, len(stored))
            if not is_filled.all() and some_valid.any():
                # These bands may have data elsewhere, which is known when all has been read.
                empty = bands.start + np.flatnonzero(~is_filled)
                empty_parts.append((relative(part, -inside[0].start), inside[1], empty))
            if is_data is None:
                of_band += np.count_nonzero(some_valid)
            else:
                of_filled = is_data if is_filled.all() else is_data[is_filled]
                has_all = of_filled.all(axis=0)
                is_partial = some_valid & ~has_all & of_filled.any(axis=0)
                some_valid &= has_all
                has_some[part] = (some_valid | is_partial).reshape(has_some[part].shape) & is_filled.any()
                of_band[is_filled] += np.count_nonzero(some_valid) + of_filled[:, is_partial].sum(axis=1)
            if convert is not None:
                some = convert(some, some_valid, is_data, bands)
            target[part, :, bands] = some.T.reshape(*is_valid[part].shape, len(stored))
        with self._lock:
            self._valid[inside] &= is_valid
            self._has_some[inside] |= has_some
            self._of_band[bands] += of_band
            self._empty_parts += empty_parts

    def _read_planes(self, stored: Sequence[StoredBand], rows: slice, columns: slice, progress: Progress) -> np.ndarray:
        from osgeo import gdal

        size = (length(rows), length(columns))
        # GDAL before 3.7 reads signed bytes as bytes.
        as_bytes = self._dtype == np.int8 and not hasattr(gdal, "GDT_Int8")
        stored_type = np.dtype(np.uint8) if as_bytes else self._dtype
        planes = _padded_planes((len(stored), size[0] * size[1]), self._dtype)
        buffer = planes.view(stored_type).reshape(len(stored), *size)
        found, failure = attempt(
            self._dataset().ReadAsArray,
            columns.start,
            rows.start,
            size[1],
            size[0],
            buf_obj=buffer,
            band_list=[band.number for band in stored],
            # Checked after each block, as reading from a network drive may take long.
            callback=lambda done, message, data: int(not progress.cancelled()),
        )
        progress.check()
        if found is None or failure:
            raise self._unreadable(rows, failure)
        return planes.reshape(len(stored), *size)

    def _read_masks(self, stored: Sequence[StoredBand], rows: slice, columns: slice) -> np.ndarray:
        """Return the pixels that neither the user's nor the file's masks exclude, shape (rows, columns)."""
        try:
            return self.validity.read_masks(self._dataset(), [band.number for band in stored], rows, columns)
        except OSError as error:
            raise self._unreadable(rows, str(error)) from None

    def _dataset(self):
        """Return the dataset of this thread."""
        if not hasattr(self._local, "dataset"):
            self._local.dataset = self.open_dataset()
        return self._local.dataset

    def _allocate(self, shape: tuple[int, int], dtype: np.dtype) -> np.ndarray:
        from osgeo import gdal

        needed = shape[0] * shape[1] * dtype.itemsize
        memory = gdal.GetUsablePhysicalRAM()
        if 0 < memory < needed:
            raise RasterError(
                tr(
                    "{source} needs {needed:.1f} GB of memory but this computer has {memory:.1f} GB; take a "
                    "smaller part of it or fewer bands."
                ).format(source=self.source, needed=needed / 1e9, memory=memory / 1e9)
            )
        return np.empty(shape, dtype)

    def _unreadable(self, rows: slice, failure: str) -> RasterError:
        return RasterError(
            tr(
                "Rows {first_row} to {last_row} of {source} cannot be read ({reason}); the file is damaged "
                "or a file it refers to is missing, choose another raster."
            ).format(
                first_row=rows.start + 1,
                last_row=rows.stop,
                source=self.source,
                reason=failure.rstrip(".") or tr("GDAL gives no reason"),
            )
        )


def _bands_with_data(is_data: np.ndarray | None, valid: np.ndarray, count: int) -> np.ndarray:
    """Return which bands have data in a valid pixel; `is_data`, shape (bands, pixels), may be None if all are data."""
    if is_data is None:
        return np.full(count, valid.any())
    return (is_data if valid.all() else is_data & valid).any(axis=1)


def _padded_planes(shape: tuple[int, int], dtype) -> np.ndarray:
    bands, pixels = shape
    return np.empty((bands, pixels + _PADDING), dtype)[:, :pixels]


def _in_blocks(wanted: int, block: int, whole: int) -> int:
    """Return how many rows or columns to read at a time: whole blocks, about `wanted`, at most all."""
    blocks = math.ceil(whole / block) if wanted >= whole else max(wanted // block, 1)
    return blocks * block
