# SPDX-License-Identifier: GPL-2.0-or-later
"""Decides which pixels of a raster are valid, for images and masks alike.

A pixel of a band has no data where

- its value is the no data value of the band in the file, unless the user has switched that off;
- its value is an additional no data value, from the settings of the layer or a parameter;
- its value is NaN or infinite;
- it is masked by the file (inside it or in a .msk file) or by the mask of the band;
- an opacity (alpha) band is 0; GDAL's own masks use such a band only for some types and numbers of bands;
- all bands have the values that the metadata item NODATA_VALUES lists (GDAL's RFC 15).

Of GDAL's mask bands, only real masks are read. No data values are compared here, because reading the mask bands of many
bands would decode a pixel-interleaved file once for each band.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from math import ceil, floor, isinf

import numpy as np

from ..gdalerrors import attempt
from .choice import RasterChoice, ValueRange
from .wavelengths import number_or_nan

# No data values this large may be rounded in headers: "-3.4e+38" stands for the lowest Float32, -3.4028235e+38.
_ROUNDED_FROM, _ROUNDING = 1e15, 1e-3
# Relative rounding error of Float32, with some reserve.
_FLOAT32_ROUNDING = 2.0**-22


@dataclass(frozen=True)
class Validity:
    """The rules by which pixels of a raster are valid."""

    opacity: tuple[int, ...]  # numbers of the opacity (alpha) bands
    nodata: Mapping[int, Sequence[ValueRange]]  # no data values of each other band, by its number
    masked: frozenset[int]  # numbers of the bands that have a mask
    shared_mask: frozenset[int]  # numbers of the bands whose mask is that of the whole file
    nodata_of_all: tuple[float, ...]  # the values of NODATA_VALUES, one for each band; may be empty

    @classmethod
    def of(cls, dataset, choice: RasterChoice) -> Validity:
        """Return the rules for a GDAL dataset and the settings of its layer."""
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
        """Return the pixels that masks, opacity and NODATA_VALUES leave valid in all bands of the given numbers.

        Raises
        ------
        OSError
            When the file cannot be read; the message is GDAL's.
        """
        window = (columns.start, rows.start, columns.stop - columns.start, rows.stop - rows.start)
        is_valid = np.ones((window[3], window[2]), dtype=bool)
        shared = [number for number in numbers if number in self.shared_mask][:1]
        own = [number for number in numbers if number in self.masked - self.shared_mask]
        for number in shared + own:
            is_valid &= _read(dataset.GetRasterBand(number).GetMaskBand(), window) != 0
        for number in self.opacity:
            # NaN is transparent, too.
            is_valid &= np.nan_to_num(_read(dataset.GetRasterBand(number), window)) != 0
        if self.nodata_of_all:
            is_valid &= ~self._is_nodata_in_all(dataset, window)
        return is_valid

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

    Values of a band are compared with its no data ranges in its type in the file, one of `dtypes`. `dtype` is the type
    of the array that holds the values of all bands.
    """

    def __init__(self, ranges: Sequence[Sequence[ValueRange]], dtypes: Sequence[np.dtype], dtype: np.dtype):
        self._is_real = dtype.kind == "f"
        self._narrower = np.array([of_type.kind == "f" and of_type != dtype for of_type in dtypes])
        stored = [
            [found for one in of_band if (found := range_in(of_type, one)) is not None]
            for of_band, of_type in zip(ranges, dtypes)
        ]
        # One range of each band at a time; None for bands that have fewer.
        self._ranges = [_RangePerBand(ranges_of_bands, dtype) for ranges_of_bands in zip_longest(*stored)]

    def __call__(self, planes: np.ndarray) -> np.ndarray | None:
        """Return which values, shape (bands, pixels), are data; None when all are, as there are no rules."""
        if self._narrower.any():
            # The no data value of a virtual raster may have more digits than Float32.
            planes = planes.copy()
            with np.errstate(over="ignore"):
                planes[self._narrower] = planes[self._narrower].astype(np.float32)
        is_data = np.isfinite(planes) if self._is_real else None
        for one in self._ranges:
            found = one.is_other(planes)
            is_data = found if is_data is None else np.logical_and(is_data, found, out=is_data)
        return is_data


class _RangePerBand:
    """At most one no data range for each band."""

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

    For floating-point types, the ends of a range are rounded to the nearest value of the type (0.1 to Float32), and a
    single very large number is extended to the numbers that may have been rounded to it.
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
    # As Python floats: NumPy would compare them in its narrower type.
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
    """Convert a range of values as QGIS shows them (Float32, after scale and offset) to stored values."""
    if (scale, offset) == (1.0, 0.0):
        return one
    # Widened or narrowed, so that rounding neither excludes a closed end nor includes an open one.
    low, high = (
        end if isinf(end) else end + _FLOAT32_ROUNDING * max(abs(end), abs(offset)) * outward
        for end, outward in ((one.low, -1 if one.with_low else 1), (one.high, 1 if one.with_high else -1))
    )
    low, high = (low - offset) / scale, (high - offset) / scale
    if scale < 0:
        return ValueRange(high, low, one.with_high, one.with_low)
    return ValueRange(low, high, one.with_low, one.with_high)


def _nodata_of_all(dataset, choice: RasterChoice) -> tuple[float, ...]:
    """Return NODATA_VALUES; empty without a value for each band, or if the user has switched off all no data."""
    values = tuple(number_or_nan(text) for text in (dataset.GetMetadataItem("NODATA_VALUES") or "").split())
    is_usable = len(values) == dataset.RasterCount and np.isfinite(values).all()
    return values if is_usable and len(choice.ignored_nodata) < dataset.RasterCount else ()


def _read(band, window: tuple[int, int, int, int]) -> np.ndarray:
    plane, failure = attempt(band.ReadAsArray, *window)
    if plane is None or failure:
        raise OSError(failure)
    return plane
