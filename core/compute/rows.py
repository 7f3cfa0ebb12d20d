# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows of large arrays, without a copy where they are consecutive.

`pixels` is an array of indices, or a `range` of step 1 for consecutive rows.
"""

from __future__ import annotations

import numpy as np


def rows_at(array: np.ndarray, pixels) -> np.ndarray:
    """Return rows of `array`: a view for a range, else a copy."""
    if isinstance(pixels, range):
        return array[pixels.start : pixels.stop]
    return np.take(array, pixels, axis=0)


def put_rows(array: np.ndarray, pixels, values: np.ndarray) -> None:
    """Set rows of `array`."""
    if isinstance(pixels, range):
        array[pixels.start : pixels.stop] = values
    else:
        array[pixels] = values


def chosen(pixels, indices: np.ndarray) -> np.ndarray:
    """Return the elements of `pixels` at `indices`."""
    return indices + pixels.start if isinstance(pixels, range) else pixels[indices]
