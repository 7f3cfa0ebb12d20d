# SPDX-License-Identifier: GPL-2.0-or-later
"""No data values in the data type of an image."""

from __future__ import annotations

import math

import numpy as np


def as_dtype(nodata: float | None, dtype: np.dtype):
    """Convert a no data value to an integer or floating-point type, to compare stored values with it.

    Returns
    -------
    scalar of `dtype` or None
        None when no value of that type equals it, and for NaN and infinity, which are never data anyway.
    """
    if nodata is None or not math.isfinite(nodata):
        return None
    if dtype.kind == "f":
        with np.errstate(over="ignore"):
            stored = dtype.type(nodata)
        return stored if np.isfinite(stored) else None
    limits = np.iinfo(dtype)
    return dtype.type(int(nodata)) if nodata == int(nodata) and limits.min <= nodata <= limits.max else None
