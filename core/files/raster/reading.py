"""Reading the blocks of a raster, each once, into one array of pixels."""

from __future__ import annotations

import math
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ...compute.threads import pool
from ...errors import RasterError
from ...image.pixels import compact
from ...image.slices import aligned_slices, length, relative
from ...progress import Progress
from ...wording import tr
from ..gdalerrors import attempt
from .writer import stored_as_reflectance

# What one thread reads between two looks at whether the user asked to stop.
_PIECE_BYTES = 16 << 20
# Bands that are turned from planes into pixels together; their values fill a line of the processor's cache.
_BANDS_TOGETHER = 32
# Values that are worked on at a time, so that they stay in the processor's cache.
_VALUES_AT_ONCE = 1 << 16
# Planes at a distance of a power of two push each other out of the processor's cache; so many values break that.
_SPACING = 32
# A scale or offset that is larger comes from nowhere.
LARGEST_SCALE = 1e30


class AlteredError(Exception):
    """A raster that says to hold integers divided by a factor holds other values."""


@dataclass(frozen=True)
class Layer:
    """What is needed to read a band of a raster."""

    number: int
    dtype: np.dtype
    nodata: float | None
    scale: float
    offset: float
    has_mask: bool
    shares_mask: bool

    @classmethod
    def of(cls, number: int, band, name: str) -> Layer:
        """Describe a band of GDAL.

        Raises
        ------
        RasterError
            When its values are no real numbers, or its scale or offset is none.
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
        # How GDAL before 3.7 tells signed bytes.
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
        flags = band.GetMaskFlags()
        return cls(
            number=number,
            dtype=np.dtype(dtype),
            nodata=band.GetNoDataValue(),
            scale=scale,
            offset=offset,
            has_mask=not flags & (gdal.GMF_ALL_VALID | gdal.GMF_NODATA),
            shares_mask=bool(flags & gdal.GMF_PER_DATASET),
        )

    def nodata_as(self, dtype: np.dtype):
        """Return the no data value as it is stored in values of `dtype`; None when it cannot occur there."""
        if self.nodata is None or not math.isfinite(self.nodata):
            return None
        if dtype.kind == "f":
            with np.errstate(over="ignore"):
                return dtype.type(self.nodata)
        limits = np.iinfo(dtype)
        fits = limits.min <= self.nodata <= limits.max and self.nodata == int(self.nodata)
        return dtype.type(int(self.nodata)) if fits else None


class ToStored:
    """Get the integers back that were divided by a factor."""

    def __init__(self, factor: float):
        self._factor = np.float32(factor)

    def __call__(self, planes: np.ndarray, valid: np.ndarray, bands: slice) -> np.ndarray:
        """Convert values, shape (bands, pixels); raise `AlteredError` when a valid one is no such integer."""
        integers = _spaced_planes(planes.shape, np.int16)
        with np.errstate(invalid="ignore", over="ignore"):
            np.copyto(integers, np.rint(planes * self._factor), casting="unsafe")
        is_same = (stored_as_reflectance(integers, self._factor) == planes).all(axis=0)
        if not (is_same | ~valid).all():
            raise AlteredError
        return integers


class ToMeaning:
    """Apply the scale and offset of each band."""

    def __init__(self, layers: Sequence[Layer]):
        self._scales = np.array([layer.scale for layer in layers])[:, np.newaxis]
        self._offsets = np.array([layer.offset for layer in layers])[:, np.newaxis]

    def __call__(self, planes: np.ndarray, valid: np.ndarray, bands: slice) -> np.ndarray:
        """Convert values, shape (bands, pixels)."""
        return planes * self._scales[bands] + self._offsets[bands]


class Reading:
    """One run through a part of a raster, in the order in which the file keeps its blocks.

    Parameters
    ----------
    open_dataset : callable
        Opens the raster; called once in each thread, as GDAL requires.
    source : str
        What the raster is called in messages.
    layers : sequence of Layer
        The bands to read.
    rows, columns : slice
        The part to read.
    """

    def __init__(self, open_dataset, source: str, layers: Sequence[Layer], rows: slice, columns: slice):
        self._open_dataset = open_dataset
        self._source = source
        self._layers = layers
        self._rows = rows
        self._columns = columns
        self._dtype = np.result_type(*(layer.dtype for layer in layers))
        self._lock = threading.Lock()
        self._local = threading.local()

    def run(
        self, convert, dtype: np.dtype, out: np.ndarray | None, progress: Progress
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return the values of valid pixels, shape (pixels, bands), and where they are, shape (rows, columns).

        Parameters
        ----------
        convert : callable or None
            Converts values, shape (bands, pixels), such as `ToStored`.
        dtype : dtype
            Type of the result.
        out : ndarray or None
            Memory for the result; other memory is taken when its shape or type does not fit.
        progress : Progress
        """
        height, width, count = length(self._rows), length(self._columns), len(self._layers)
        shape = (height * width, count)
        fits = out is not None and out.shape == shape and out.dtype == dtype
        values = out if fits else _allocate(shape, dtype, self._source)
        cube = values.reshape(height, width, count)
        valid = np.ones((height, width), dtype=bool)

        def read(task: tuple[slice, slice, slice]) -> None:
            for rows, columns, bands in self._pieces(*task):
                progress.check()
                self._read_piece(cube, valid, convert, rows, columns, bands, progress)
            # The blocks are not needed again; GDAL would keep them until its cache is full.
            attempt(self._dataset().FlushCache)

        with pool() as workers:
            workers.map(read, list(self._tasks()), progress)
        return compact(values, valid, progress), valid

    def _tasks(self) -> Iterator[tuple[slice, slice, slice]]:
        """Yield rows, columns (both of the file) and positions of bands; no two tasks touch the same block."""
        dataset = self._dataset()
        block_width, block_height = dataset.GetRasterBand(self._layers[0].number).GetBlockSize()
        count = len(self._layers)
        keeps_bands_together = dataset.GetMetadataItem("INTERLEAVE", "IMAGE_STRUCTURE") == "PIXEL"
        together = count if keeps_bands_together else min(_BANDS_TOGETHER, count)
        pixels = _PIECE_BYTES // (self._dtype.itemsize * together)
        width = _in_blocks(pixels // block_height, block_width, length(self._columns))
        height = _in_blocks(pixels // width, block_height, length(self._rows))
        for rows in aligned_slices(self._rows.start, self._rows.stop, height):
            for columns in aligned_slices(self._columns.start, self._columns.stop, width):
                for first in range(0, count, together):
                    yield rows, columns, slice(first, min(first + together, count))

    def _pieces(self, rows: slice, columns: slice, bands: slice) -> Iterator[tuple[slice, slice, slice]]:
        row_bytes = length(columns) * length(bands) * self._dtype.itemsize
        for part in aligned_slices(rows.start, rows.stop, max(_PIECE_BYTES // row_bytes, 1)):
            yield part, columns, bands

    def _read_piece(self, cube, valid, convert, rows: slice, columns: slice, bands: slice, progress: Progress) -> None:
        layers = self._layers[bands]
        planes = self._read_planes(layers, rows, columns, progress)
        is_valid = self._read_masks(layers, rows, columns)
        nodata = _NoData(layers, planes.dtype)
        inside = (relative(rows, self._rows.start), relative(columns, self._columns.start))
        target = cube[inside]
        rows_at_once = max(_VALUES_AT_ONCE // (planes.shape[0] * planes.shape[2]), 1)
        for start in range(0, planes.shape[1], rows_at_once):
            part = slice(start, start + rows_at_once)
            some = planes[:, part].reshape(len(layers), -1)
            some_valid = is_valid[part].reshape(-1)
            some_valid &= ~nodata.found(some)
            if convert is not None:
                some = convert(some, some_valid, bands)
            target[part, :, bands] = some.T.reshape(*is_valid[part].shape, len(layers))
        with self._lock:
            valid[inside] &= is_valid

    def _read_planes(self, layers: Sequence[Layer], rows: slice, columns: slice, progress: Progress) -> np.ndarray:
        from osgeo import gdal

        size = (length(rows), length(columns))
        # GDAL before 3.7 reads signed bytes as bytes.
        as_bytes = self._dtype == np.int8 and not hasattr(gdal, "GDT_Int8")
        stored_type = np.dtype(np.uint8) if as_bytes else self._dtype
        planes = _spaced_planes((len(layers), size[0] * size[1]), self._dtype)
        buffer = planes.view(stored_type).reshape(len(layers), *size)
        found, failure = attempt(
            self._dataset().ReadAsArray,
            columns.start,
            rows.start,
            size[1],
            size[0],
            buf_obj=buffer,
            band_list=[layer.number for layer in layers],
            # Asked block by block: on a slow network, a piece takes its time.
            callback=lambda done, message, data: int(not progress.cancelled()),
        )
        progress.check()
        if found is None or failure:
            raise self._unreadable(rows, failure)
        return planes.reshape(len(layers), *size)

    def _read_masks(self, layers: Sequence[Layer], rows: slice, columns: slice) -> np.ndarray:
        """Return where masks and opacity leave pixels valid, shape (rows, columns)."""
        is_valid = np.ones((length(rows), length(columns)), dtype=bool)
        is_read = False
        for layer in layers:
            if layer.has_mask and not (layer.shares_mask and is_read):
                is_valid &= self._read_mask(layer, rows, columns) != 0
                is_read = True
        return is_valid

    def _read_mask(self, layer: Layer, rows: slice, columns: slice) -> np.ndarray:
        band = self._dataset().GetRasterBand(layer.number)
        size = (length(columns), length(rows))
        mask, failure = attempt(band.GetMaskBand().ReadAsArray, columns.start, rows.start, *size)
        if mask is None or failure:
            raise self._unreadable(rows, failure)
        return mask

    def _dataset(self):
        """Return this thread's own way into the file."""
        if not hasattr(self._local, "dataset"):
            self._local.dataset = self._open_dataset()
        return self._local.dataset

    def _unreadable(self, rows: slice, failure: str) -> RasterError:
        return RasterError(
            tr(
                "Rows {first_row} to {last_row} of {source} cannot be read ({reason}); the file is damaged "
                "or a file it refers to is missing, choose another raster."
            ).format(
                first_row=rows.start + 1,
                last_row=rows.stop,
                source=self._source,
                reason=failure.rstrip(".") or tr("GDAL gives no reason"),
            )
        )


class _NoData:
    """The no data values of some bands."""

    def __init__(self, layers: Sequence[Layer], dtype: np.dtype):
        values = [layer.nodata_as(dtype) for layer in layers]
        self._has_value = np.array([value is not None for value in values])[:, np.newaxis]
        self._values = np.array([0 if value is None else value for value in values], dtype=dtype)[:, np.newaxis]

    def found(self, planes: np.ndarray) -> np.ndarray:
        """Tell for pixels, shape (bands, pixels), whether a band has no data."""
        found = np.zeros(planes.shape[1], dtype=bool)
        if self._has_value.any():
            found |= ((planes == self._values) & self._has_value).any(axis=0)
        if planes.dtype.kind == "f":
            found |= ~np.isfinite(planes).all(axis=0)
        return found


def _allocate(shape: tuple[int, int], dtype: np.dtype, source: str) -> np.ndarray:
    from osgeo import gdal

    needed = shape[0] * shape[1] * dtype.itemsize
    memory = gdal.GetUsablePhysicalRAM()
    if 0 < memory < needed:
        raise RasterError(
            tr(
                "{source} needs {needed:.1f} GB of memory but this computer has {memory:.1f} GB; take a "
                "smaller part of it or fewer bands."
            ).format(source=source, needed=needed / 1e9, memory=memory / 1e9)
        )
    return np.empty(shape, dtype)


def _spaced_planes(shape: tuple[int, int], dtype) -> np.ndarray:
    bands, pixels = shape
    return np.empty((bands, pixels + _SPACING), dtype)[:, :pixels]


def _in_blocks(wanted: int, block: int, whole: int) -> int:
    """Return how many rows or columns to take at a time: about `wanted`, in whole blocks, or all if that is enough."""
    blocks = math.ceil(whole / block) if wanted >= whole else max(wanted // block, 1)
    return blocks * block
