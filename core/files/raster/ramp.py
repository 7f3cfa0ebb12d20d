# SPDX-License-Identifier: GPL-2.0-or-later
"""The colour ramp in which rasters of continuous values, such as distances and probabilities, are shown."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...constants import LITTLE_TO_MUCH, NODATA
from .style import stretch_of

# Pixels from which the stretch of the display is found.
SAMPLE_PIXELS = 50_000
# From low to high.
RAMP = LITTLE_TO_MUCH


def shown_range(sample: np.ndarray, lowest: float | None = None) -> tuple[float, float]:
    """Return the values that are shown in the first and the last colour of the ramp.

    Parameters
    ----------
    sample : ndarray
        Values, some of which may be no data.
    lowest : float, optional
        The first of the two, in place of a low value of the sample.
    """
    low, high = stretch_of(sample[sample != NODATA])
    low = low if lowest is None else lowest
    return low, high if high > low else low + 1.0


def in_ramp(values: np.ndarray, low: float, high: float) -> np.ndarray:
    """Return a picture of values in the colours of the ramp, transparent where there is no data.

    Parameters
    ----------
    values : ndarray, shape (rows, columns)
    low, high : float
        What is shown in the first and the last colour.

    Returns
    -------
    ndarray of uint8, shape (rows, columns, 4)
    """
    places = np.clip((values - low) / (high - low), 0, 1) * (len(RAMP) - 1)
    picture = np.empty((*values.shape, 4), np.uint8)
    for channel, shades in enumerate(np.transpose(ramp_colours())):
        picture[..., channel] = np.rint(np.interp(places, range(len(RAMP)), shades))
    picture[..., 3] = np.where(values == NODATA, 0, 255)
    return picture


def ramp_colours() -> Sequence[tuple[int, int, int]]:
    """Return the colours of the ramp as (red, green, blue)."""
    return [tuple(bytes.fromhex(colour[1:])) for colour in RAMP]
