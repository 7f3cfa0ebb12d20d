"""Rasters of which scatters are made."""

from __future__ import annotations

import numpy as np
from osgeo import gdal

from neon_aop.core.files.raster.choice import RasterChoice
from neon_aop.core.files.raster.writer import RasterWriter
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.inputs.imageinput import ImageInput

GRID = Grid(60, 40, 368000.0, 4306000.0, 1.0, 1.0)
NODATA = -9999


def written(path, values, wavelengths=None, dtype=np.float32):
    spectral = None if wavelengths is None else Bands.of(wavelengths)
    with RasterWriter(path, GRID, dtype, bands=len(values), nodata=NODATA, spectral=spectral) as writer:
        writer.write(values.astype(dtype))
    return ImageInput(raster=RasterChoice(str(path)))


def stored(path):
    return gdal.Open(str(path)).ReadAsArray()
