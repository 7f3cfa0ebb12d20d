"""Masks: 0, no data and what is not covered are left out, whatever the mask's grid."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal, osr

from neon_aop.core.errors import RasterError
from neon_aop.core.image.grid import Grid
from neon_aop.core.inputs.masks import kept_by_mask
from neon_aop.core.progress import Progress


def wkt(epsg):
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(epsg)
    return srs.ExportToWkt()


GRID = Grid(6, 4, 368000.0, 4307000.0, 1.0, 1.0, wkt(32618), 1.0)


def write_mask(path, values, transform, epsg=32618, nodata=None):
    values = np.asarray(values)
    kind = gdal.GDT_Float32 if values.dtype.kind == "f" else gdal.GDT_Byte
    raster = gdal.GetDriverByName("GTiff").Create(str(path), values.shape[1], values.shape[0], 1, kind)
    raster.SetGeoTransform(transform)
    raster.SetProjection(wkt(epsg))
    if nodata is not None:
        raster.GetRasterBand(1).SetNoDataValue(nodata)
    raster.GetRasterBand(1).WriteArray(values)
    raster = None
    return str(path)


def test_zero_is_left_out(tmp_path):
    values = np.ones((4, 6), np.uint8)
    values[1, 2] = 0
    mask = write_mask(tmp_path / "mask.tif", values, GRID.geotransform)
    np.testing.assert_array_equal(kept_by_mask(mask, GRID, Progress()), values == 1)


def test_no_data_is_left_out(tmp_path):
    values = np.ones((4, 6), np.uint8)
    values[0, 5] = 9
    mask = write_mask(tmp_path / "mask.tif", values, GRID.geotransform, nodata=9)
    np.testing.assert_array_equal(kept_by_mask(mask, GRID, Progress()), values == 1)


def test_nan_is_left_out(tmp_path):
    values = np.full((4, 6), 0.5, np.float32)
    values[3, 3] = np.nan
    mask = write_mask(tmp_path / "mask.tif", values, GRID.geotransform)
    np.testing.assert_array_equal(kept_by_mask(mask, GRID, Progress()), np.isfinite(values))


def test_coarser_mask_that_covers_a_part(tmp_path):
    mask = write_mask(tmp_path / "mask.tif", np.array([[1, 0]], np.uint8), (368000, 2, 0, 4307000, 0, -2))
    expected = np.zeros((4, 6), bool)
    expected[:2, :2] = True
    np.testing.assert_array_equal(kept_by_mask(mask, GRID, Progress()), expected)


def test_mask_in_another_crs_lands_on_the_same_ground(tmp_path):
    values = np.zeros((400, 400), np.uint8)
    values[:, 200:] = 1
    utm = write_mask(tmp_path / "utm.tif", values, (367803.0, 1, 0, 4307200.0, 0, -1))
    gdal.Warp(str(tmp_path / "degrees.tif"), utm, dstSRS="EPSG:4326", resampleAlg="near", xRes=2e-6, yRes=2e-6)
    expected = np.zeros((4, 6), bool)
    expected[:, 3:] = True
    np.testing.assert_array_equal(kept_by_mask(str(tmp_path / "degrees.tif"), GRID, Progress()), expected)


def test_mask_elsewhere_is_an_error(tmp_path):
    mask = write_mask(tmp_path / "mask.tif", np.ones((4, 6), np.uint8), (500000, 1, 0, 4307000, 0, -1))
    with pytest.raises(RasterError, match="leaves no pixel"):
        kept_by_mask(mask, GRID, Progress())


def test_mask_without_place_is_an_error(tmp_path):
    gdal.GetDriverByName("GTiff").Create(str(tmp_path / "mask.tif"), 6, 4, 1)
    with pytest.raises(RasterError, match="does not say where it lies"):
        kept_by_mask(str(tmp_path / "mask.tif"), GRID, Progress())


def test_mask_without_crs_is_taken_for_one_in_that_of_the_image(tmp_path, monkeypatch):
    warnings = []
    monkeypatch.setattr(Progress, "warn", lambda self, text: warnings.append(text))
    mask = gdal.GetDriverByName("GTiff").Create(str(tmp_path / "mask.tif"), 6, 4, 1)
    mask.SetGeoTransform(GRID.geotransform)
    mask.GetRasterBand(1).Fill(1)
    mask = None
    assert kept_by_mask(str(tmp_path / "mask.tif"), GRID, Progress()).all()
    assert [warning for warning in warnings if "no coordinate reference system" in warning]


def test_file_that_is_no_raster_is_an_error(tmp_path):
    (tmp_path / "mask.tif").write_text("nothing")
    with pytest.raises(RasterError, match="cannot be opened"):
        kept_by_mask(str(tmp_path / "mask.tif"), GRID, Progress())
