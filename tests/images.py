"""Pixels without a place, and what a clustering keeps of them."""

from __future__ import annotations

import numpy as np

from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.methods.kmeans.shard import labels_of


def image_of(values):
    """Return an image of one row with pixels of these values, shape (pixels, bands)."""
    valid = np.ones((1, len(values)), dtype=bool)
    return Pixels(values, valid, Grid(len(values), 1), Bands.of(np.arange(values.shape[1])))


def labels_in(image, *, pool, progress):
    """Return the class of each pixel after a clustering; to be called by an `ImageSet`."""
    return labels_of(image).copy()
