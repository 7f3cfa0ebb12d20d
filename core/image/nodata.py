# SPDX-License-Identifier: GPL-2.0-or-later
"""The value that stands for "nothing was measured" in the numbers of an image."""

from __future__ import annotations

import math

import numpy as np


def as_dtype(nodata: float | None, dtype: np.dtype):
    """Return a no data value as a number of the type of an image, to compare its values with.

    Parameters
    ----------
    nodata : float or None
    dtype : dtype
        Integers or real numbers.

    Returns
    -------
    scalar of `dtype` or None
        None when no value of that type equals it; also for NaN and infinity, which never are data.
    """
    if nodata is None or not math.isfinite(nodata):
        return None
    if dtype.kind == "f":
        with np.errstate(over="ignore"):
            stored = dtype.type(nodata)
        return stored if np.isfinite(stored) else None
    limits = np.iinfo(dtype)
    return dtype.type(int(nodata)) if nodata == int(nodata) and limits.min <= nodata <= limits.max else None
