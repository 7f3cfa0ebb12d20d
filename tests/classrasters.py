"""Small class rasters for tests, as other programs write them."""

from __future__ import annotations

import numpy as np
from osgeo import gdal, gdal_array, osr

from neon_aop.core.image.grid import Grid
from neon_aop.tests.tiles import LEFT, TOP


def wkt(epsg: int = 32618) -> str:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    return reference.ExportToWkt()


def grid_of(shape: tuple[int, int]) -> Grid:
    """Return the grid that `write_class_raster` uses unless told otherwise."""
    return Grid(shape[1], shape[0], LEFT, TOP, 1.0, 1.0, wkt(), 1.0)


def write_class_raster(path, values, nodata=0, transform=None, crs=None, describe=lambda band: None) -> str:
    """Write class numbers, shape (rows, columns), as a GeoTIFF; `describe` may change its band of GDAL."""
    values = np.asarray(values)
    kind = gdal_array.NumericTypeCodeToGDALTypeCode(values.dtype.type)
    raster = gdal.GetDriverByName("GTiff").Create(str(path), *values.shape[::-1], 1, kind)
    raster.SetGeoTransform(transform or grid_of(values.shape).geotransform)
    raster.SetProjection(wkt() if crs is None else crs)
    band = raster.GetRasterBand(1)
    if nodata is not None:
        band.SetNoDataValue(nodata)
    describe(band)
    band.WriteArray(values)
    raster.FlushCache()
    return str(path)


def with_names(*names: str):
    """Return what gives a band category names from class 1 on."""
    return lambda band: band.SetCategoryNames(["", *names])
