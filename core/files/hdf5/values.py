# SPDX-License-Identifier: GPL-2.0-or-later
"""Helpers of `h5pyfile` and `gdalfile`: plain values of attributes and small datasets, and chunks."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import numpy as np


def simple(value):
    """Return an attribute as str, float or float array; None when it is neither text nor real numbers.

    In files, a scalar may be an array of one value, and text may have a fixed or variable length.
    """
    try:
        array = np.asarray(value)
    except UnicodeDecodeError:
        return None  # GDAL gives several texts, some of them as bytes.
    if array.dtype.kind in "iufb":
        return float(array.reshape(-1)[0]) if array.size == 1 else array.astype(float)
    if array.dtype.kind in "OSU" and array.size == 1:
        text = array.reshape(-1)[0]
        text = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
        return str(text).split("\0")[0].strip() if isinstance(text, str) else None
    return None


def text_of(value) -> str:
    """Return text or a number as text, 32618.0 as "32618"; an empty text for anything else."""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:g}"
    return value if isinstance(value, str) else ""


def corners_in(box: Sequence[slice], chunks: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield the first indices of the chunks that a box (a slice for each axis) touches."""
    return itertools.product(
        *(range(part.start - part.start % step, part.stop, step) for part, step in zip(box, chunks))
    )
