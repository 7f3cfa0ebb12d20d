# SPDX-License-Identifier: GPL-2.0-or-later
"""Which pixels of a raster are valid: the one place that decides it, for images and masks alike.

A pixel of a band has no data where

- its value is the no data value of the band in the file, unless the user chose to take that for data;
- its value is one that the user named, on the layer or as a parameter;
- its value is NaN or infinite;
- a mask says so: one of the whole file (inside it or in a .msk file) or one of the band;
- a band of opacity (alpha) is 0, whatever its type and the number of the bands, which GDAL's own masks do not know;
- all bands have the values that the metadata item NODATA_VALUES lists (GDAL's RFC 15).

GDAL's mask bands are read only where they are masks. No data values are compared here: to read the mask band of each of
many bands decodes a pixel-interleaved file once a band.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, isinf

import numpy as np

from ..gdalerrors import attempt
from .choice import RasterChoice, ValueRange
from .wavelengths import number_or_nan

# Such values are no measurements, and headers round them: "-3.4e+38" stands for the lowest Float32, -3.4028235e+38.
_ROUNDED_FROM, _ROUNDING = 1e15, 1e-3
# By what share a Float32 may differ from the number that it stands for.
_FLOAT32_ROUNDING = 2.0**-22


@dataclass(frozen=True)
class Validity:
    """How to tell which pixels of a raster are valid.

    Attributes
    ----------
    opacity : tuple of int
        Numbers of the bands that are opacity, not values.
    nodata : mapping of int to sequence of ValueRange
        Values of each other band that are no data.
    masked : frozenset of int
        Numbers of the bands that have a mask.
    shared_mask : frozenset of int
        Those of them whose mask is that of the whole file.
    nodata_of_all : tuple of float
        Values that are no data where all bands have theirs; empty when there are none.
    """

    opacity: tuple[int, ...]
    nodata: Mapping[int, Sequence[ValueRange]]
    masked: frozenset[int]
    shared_mask: frozenset[int]
    nodata_of_all: tuple[float, ...]

    @classmethod
    def of(cls, dataset, choice: RasterChoice) -> Validity:
        """Find out for a dataset of GDAL that was opened for a choice."""
        from osgeo import gdal

        bands = {number: dataset.GetRasterBand(number) for number in range(1, dataset.RasterCount + 1)}
        opacity = tuple(number for number, band in bands.items() if band.GetColorInterpretation() == gdal.GCI_AlphaBand)
        flags = {number: band.GetMaskFlags() for number, band in bands.items() if number not in opacity}
        no_mask = gdal.GMF_ALL_VALID | gdal.GMF_NODATA | gdal.GMF_ALPHA
        masked = frozenset(number for number, flag in flags.items() if not flag & no_mask)
        return cls(
            opacity=opacity,
            nodata={number: tuple(_nodata_of(number, bands[number], choice)) for number in flags},
            masked=masked,
            shared_mask=frozenset(number for number in masked if flags[number] & gdal.GMF_PER_DATASET),
            nodata_of_all=_nodata_of_all(dataset, choice),
        )

    def read_masks(self, dataset, numbers: Sequence[int], rows: slice, columns: slice) -> np.ndarray:
        """Return where masks, opacity and NODATA_VALUES leave pixels of some bands valid.

        Parameters
        ----------
        dataset
            Of GDAL.
        numbers : sequence of int
            Of the bands.
        rows, columns : slice

        Returns
        -------
        ndarray of bool, shape (rows, columns)

        Raises
        ------
        OSError
            When the file cannot be read; the message is GDAL's reason.
        """
        window = (columns.start, rows.start, columns.stop - columns.start, rows.stop - rows.start)
        is_valid = np.ones((window[3], window[2]), dtype=bool)
        for number in self._masks_of(numbers):
            is_valid &= _read(dataset.GetRasterBand(number).GetMaskBand(), window) != 0
        for number in self.opacity:
            # NaN is no opacity either.
            is_valid &= np.nan_to_num(_read(dataset.GetRasterBand(number), window)) != 0
        if self.nodata_of_all:
            is_valid &= ~self._is_nodata_in_all(dataset, window)
        return is_valid

    def _masks_of(self, numbers: Sequence[int]) -> Iterator[int]:
        """Yield the bands whose masks to read: of those that share one, the first."""
        yield from [number for number in numbers if number in self.shared_mask][:1]
        yield from (number for number in numbers if number in self.masked - self.shared_mask)

    def _is_nodata_in_all(self, dataset, window: tuple[int, int, int, int]) -> np.ndarray:
        found = np.ones((window[3], window[2]), dtype=bool)
        for number, value in enumerate(self.nodata_of_all, start=1):
            plane = _read(dataset.GetRasterBand(number), window)
            low, high = range_in(plane.dtype, ValueRange(value, value)) or (1, 0)
            found &= (plane >= low) & (plane <= high)
            if not found.any():
                break
        return found


class ValueCheck:
    """Tells which values of some bands are data.

    Parameters
    ----------
    ranges : sequence of sequence of ValueRange
        No data values of each band.
    dtypes : sequence of dtype
        Type of each band in the file, in which its values are compared.
    dtype : dtype
        Type in which values of all bands are given.
    """

    def __init__(self, ranges: Sequence[Sequence[ValueRange]], dtypes: Sequence[np.dtype], dtype: np.dtype):
        self._is_real = dtype.kind == "f"
        self._narrower = np.array([of_type.kind == "f" and of_type != dtype for of_type in dtypes])
        stored = [
            [found for one in of_band if (found := range_in(of_type, one)) is not None]
            for of_band, of_type in zip(ranges, dtypes)
        ]
        self._ranges = [_OneRangeEach(row, dtype) for row in _transposed(stored)]

    def __call__(self, planes: np.ndarray) -> np.ndarray | None:
        """Return which values, shape (bands, pixels), are data; None when all of them must be."""
        if self._narrower.any():
            # GDAL writes no data of virtual rasters with other digits than a Float32 has.
            planes = planes.copy()
            with np.errstate(over="ignore"):
                planes[self._narrower] = planes[self._narrower].astype(np.float32)
        is_data = np.isfinite(planes) if self._is_real else None
        for one in self._ranges:
            found = one.is_other(planes)
            is_data = found if is_data is None else np.logical_and(is_data, found, out=is_data)
        return is_data


class _OneRangeEach:
    """At most one no data range of each band."""

    def __init__(self, ranges: Sequence[tuple | None], dtype: np.dtype):
        self._low, self._high = np.zeros((2, len(ranges), 1), dtype)
        for band, one in enumerate(ranges):
            self._low[band], self._high[band] = one or (0, 0)
        self._are_values = bool((self._low == self._high).all())
        self._lacks = None if None not in ranges else np.array([[one is None] for one in ranges])

    def is_other(self, planes: np.ndarray) -> np.ndarray:
        """Return which values lie outside of the range of their band."""
        if self._are_values:
            other = planes != self._low
        else:
            other = (planes < self._low) | (planes > self._high)
        return other if self._lacks is None else np.logical_or(other, self._lacks, out=other)


def range_in(dtype: np.dtype, one: ValueRange) -> tuple | None:
    """Return the lowest and the highest value of a type that lie in a range; None when there are none.

    The end of a range stands for the nearest value of a type of real numbers, as 0.1 does for that of Float32; a very
    large number for all that it may have been rounded from.
    """
    if np.isnan([one.low, one.high]).any():
        return None
    return _reals_in(dtype.type, one) if dtype.kind == "f" else _integers_in(dtype, one)


def _integers_in(dtype: np.dtype, one: ValueRange) -> tuple | None:
    limits = np.iinfo(dtype)
    low, high = max(one.low, limits.min), min(one.high, limits.max)
    if low > limits.max or high < limits.min:
        return None
    lowest = floor(low) + 1 if low == one.low and not one.with_low else ceil(low)
    highest = ceil(high) - 1 if high == one.high and not one.with_high else floor(high)
    return (dtype.type(lowest), dtype.type(highest)) if lowest <= highest else None


def _reals_in(kind: type, one: ValueRange) -> tuple | None:
    limits = np.finfo(kind)
    low, high = one.low, one.high
    if low == high and abs(low) >= _ROUNDED_FROM:
        low, high = sorted((low * (1 - _ROUNDING), low * (1 + _ROUNDING)))
    # As floats of Python: NumPy would compare them as numbers of its own type.
    low, high = max(low, float(limits.min)), min(high, float(limits.max))
    if low > high:
        return None
    lowest = kind(low) if one.with_low else np.nextafter(kind(low), kind(np.inf))
    highest = kind(high) if one.with_high else np.nextafter(kind(high), kind(-np.inf))
    return (lowest, highest) if lowest <= highest else None


def _nodata_of(number: int, band, choice: RasterChoice) -> Iterator[ValueRange]:
    value = band.GetNoDataValue()
    if value is not None and number not in choice.ignored_nodata:
        yield ValueRange(value, value)
    scale, offset = band.GetScale() or 1.0, band.GetOffset() or 0.0
    yield from (_as_stored(one, scale, offset) for one in choice.nodata_ranges.get(number, ()))
    if choice.nodata is not None:
        yield ValueRange(choice.nodata, choice.nodata)


def _as_stored(one: ValueRange, scale: float, offset: float) -> ValueRange:
    """Return the stored values of a range of values as QGIS shows them: Float32, after scale and offset."""
    if (scale, offset) == (1.0, 0.0):
        return one
    # Rounding must neither leave out an end that is included nor let in one that is not.
    low, high = (
        end if isinf(end) else end + _FLOAT32_ROUNDING * max(abs(end), abs(offset)) * outward
        for end, outward in ((one.low, -1 if one.with_low else 1), (one.high, 1 if one.with_high else -1))
    )
    low, high = (low - offset) / scale, (high - offset) / scale
    if scale < 0:
        return ValueRange(high, low, one.with_high, one.with_low)
    return ValueRange(low, high, one.with_low, one.with_high)


def _nodata_of_all(dataset, choice: RasterChoice) -> tuple[float, ...]:
    """Return the values of NODATA_VALUES; none unless it has one for each band, or if the user takes them for data."""
    values = tuple(number_or_nan(text) for text in (dataset.GetMetadataItem("NODATA_VALUES") or "").split())
    is_usable = len(values) == dataset.RasterCount and np.isfinite(values).all()
    return values if is_usable and len(choice.ignored_nodata) < dataset.RasterCount else ()


def _transposed(rows: Sequence[Sequence[tuple]]) -> list[list[tuple | None]]:
    longest = max(map(len, rows), default=0)
    return [[row[place] if place < len(row) else None for row in rows] for place in range(longest)]


def _read(band, window: tuple[int, int, int, int]) -> np.ndarray:
    plane, failure = attempt(band.ReadAsArray, *window)
    if plane is None or failure:
        raise OSError(failure)
    return plane
