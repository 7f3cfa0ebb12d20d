# SPDX-License-Identifier: GPL-2.0-or-later
"""Values that can hardly be meant: no data that no file and no user calls so, and numbers that are no reflectance."""

from __future__ import annotations

import numpy as np

from ..image.pixels import Pixels
from ..wording import called, tr

# Values that are looked at, of all bands together.
_SAMPLE_VALUES = 4_000_000
# Numbers that programs write for no data.
_USUAL_NODATA = (-9999.0, -99999.0, -999.0, -32768.0, -32767.0, 32767.0, 65535.0, 1e20, 9.969209968386869e36)
# Shares of the values of a band above which a number is no chance: a usual one, one far from all others, and one that
# all bands of a pixel have, in a corner of the image or anywhere.
_USUAL_SHARE, _FAR_SHARE, _CORNER_SHARE, _LARGE_SHARE = 1e-3, 1e-2, 1e-2, 0.2
# Of fewer pixels, these shares tell nothing but of usual numbers.
_FEWEST_PIXELS = 100
# How many times the range of all others a value is away that is far from them.
_FAR = 2
# Reflectance may be a little below 0 by noise and above 1 by glint and slopes.
_LEAST_REFLECTANCE, _MOST_REFLECTANCE, _BEYOND_SHARE = -0.2, 1.6, 1e-2


def doubts_about(pixels: Pixels) -> list[str]:
    """Return a sentence for each thing about the values of an image that a user should check.

    A sample of the pixels is looked at: for a number that stands for no data without being marked so, and, where the
    bands have wavelengths, for values that cannot be reflectance.
    """
    step = max(len(pixels) * len(pixels.bands) // _SAMPLE_VALUES, 1)
    sample = pixels.values[::step]
    if not sample.size:
        return []
    fill = _fill_value(pixels, sample)
    if fill is not None:
        return [_says_fill(pixels, sample, fill)]
    return _says_beyond(pixels, sample)


def _fill_value(pixels: Pixels, sample: np.ndarray) -> float | None:
    """Return the number that stands for no data; None when there seems to be none."""
    low, high = sample.min(), sample.max()
    in_corners = _values_in_corners(pixels) if sample.shape[1] > 1 else []
    for value in dict.fromkeys([low, high, *in_corners]) if low < high else ():
        share = _share(sample, value)
        is_usual = bool(np.isclose(float(value), _USUAL_NODATA, rtol=1e-6, atol=0).any())
        if is_usual and share >= _USUAL_SHARE:
            return float(value)
        if len(sample) < _FEWEST_PIXELS:
            continue
        if share >= _FAR_SHARE and _is_far(sample, value):
            return float(value)
        if sample.shape[1] > 1:
            everywhere = float((sample == value).all(axis=1).mean())
            if everywhere >= (_CORNER_SHARE if value in in_corners else _LARGE_SHARE):
                return float(value)
    return None


def _share(sample: np.ndarray, value) -> float:
    """Return the share of a value in the band that has most of it."""
    return float((sample == value).mean(axis=0).max())


def _is_far(sample: np.ndarray, value) -> bool:
    others = sample[sample != value]
    low, high = float(others.min()), float(others.max())
    return low < high and min(abs(float(value) - low), abs(float(value) - high)) > _FAR * (high - low)


def _values_in_corners(pixels: Pixels) -> list:
    """Return the values that all bands have in pixels at the corners of the image."""
    number = np.cumsum(pixels.valid, axis=None).reshape(pixels.valid.shape) - 1
    corners = [number[row, column] for row in (0, -1) for column in (0, -1) if pixels.valid[row, column]]
    return [spectrum[0] for spectrum in pixels.values[corners] if (spectrum == spectrum[0]).all()]


def _says_fill(pixels: Pixels, sample: np.ndarray, value: float) -> str:
    has_it = (sample == value).any(axis=0)
    return tr(
        "{name}: up to {share:.1%} of the values of a band are {value:g} ({bands} of {all} bands have it), which looks "
        "like no data but is not marked as such. If it stands for no data, give it as {parameter} or as additional no "
        "data value of the layer (Layer Properties > Transparency), and run again."
    ).format(
        name=pixels.name,
        share=_share(sample, value),
        value=value,
        bands=int(has_it.sum()),
        all=len(pixels.bands),
        parameter=called(tr("No data value"), "NODATA"),
    )


def _says_beyond(pixels: Pixels, sample: np.ndarray) -> list[str]:
    if not np.isfinite(pixels.bands.wavelengths).any():
        return []
    low, high = ((edge - pixels.offset) / pixels.scale for edge in (_LEAST_REFLECTANCE, _MOST_REFLECTANCE))
    share = float(((sample < min(low, high)) | (sample > max(low, high))).mean())
    if share < _BEYOND_SHARE:
        return []
    least, most = (float(edge) * pixels.scale + pixels.offset for edge in (sample.min(), sample.max()))
    return [
        tr(
            "{name}: its bands have wavelengths, but {share:.0%} of the values, which go from {least:g} to {most:g}, "
            "are no reflectance (0 to 1.6). If they are reflectance times a factor, give the bands a scale (such as "
            "0.0001 for 10000), or the words in class names and saved centres will not fit."
        ).format(name=pixels.name, share=share, least=min(least, most), most=max(least, most))
    ]
