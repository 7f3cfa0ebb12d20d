# SPDX-License-Identifier: GPL-2.0-or-later
"""The values of single pixels of an image."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .bands import Bands


@dataclass(frozen=True)
class CellValues:
    """The values of single pixels of an image, as stored.

    Attributes
    ----------
    values : ndarray, shape (pixels, bands)
        ``values * scale + offset`` is reflectance; undefined where not valid.
    valid : ndarray of bool, shape (pixels,)
        Which pixels have a value in each band and are not left out.
    bands : Bands
    scale, offset : float
    name : str
        What the image is called in messages.
    """

    values: np.ndarray
    valid: np.ndarray
    bands: Bands
    scale: float = 1.0
    offset: float = 0.0
    name: str = "image"
