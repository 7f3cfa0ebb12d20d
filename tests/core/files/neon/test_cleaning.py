import numpy as np
import pytest
from osgeo import gdal

from neon_aop.core.files.neon.cleaning import write_reflectance
from neon_aop.core.files.neon.tile import NeonTile
from neon_aop.core.files.raster.image import RasterImage
from neon_aop.tests.tiles import random_cube, write_tile

KEPT = np.array([3, 9, 12])
NODATA = {"uint8": 255, "uint16": 65535, "int64": -9999, "int32": -99990, "float32": -3.402823e38}


def write(tmp_path, cube, nodata=-9999.0, scale_factor=10000.0, as_integers=False):
    """Write a tile and clean it; return the path of the raster."""
    tile_path, path = str(tmp_path / "tile.h5"), str(tmp_path / "out.tif")
    write_tile(tile_path, cube, attributes={"Data_Ignore_Value": nodata, "Scale_Factor": scale_factor})
    with NeonTile(tile_path) as tile:
        write_reflectance(tile, KEPT, path, as_integers=as_integers)
    return path


@pytest.mark.parametrize("as_integers", [False, True])
@pytest.mark.parametrize("dtype", list(NODATA))
def test_no_data_and_reflectance_of_any_type(tmp_path, dtype, as_integers):
    stored = random_cube()
    missing = stored == -9999
    cube = np.where(missing, np.array(NODATA[dtype], dtype), (stored // 50).astype(dtype))
    path = write(tmp_path, cube, NODATA[dtype], 250.0, as_integers)
    with RasterImage(path) as raster:
        found = raster.read_pixels()
    valid = ~missing[:, :, KEPT].any(axis=2)
    np.testing.assert_array_equal(found.valid, valid)
    np.testing.assert_allclose(found.to_reflectance(found.values), cube[:, :, KEPT][valid] / 250.0, rtol=1e-6)


@pytest.mark.parametrize("scale_factor", [10000.0, 1000.0, 12345.678, 1234567.5])
def test_readers_get_the_stored_integers_back(tmp_path, scale_factor):
    cube = random_cube()
    with RasterImage(write(tmp_path, cube, scale_factor=scale_factor)) as raster:
        found = raster.read_pixels()
    assert found.values.dtype == np.int16
    np.testing.assert_array_equal(found.values, cube[:, :, KEPT][found.valid])


def test_only_integers_of_16_bits_are_promised_to_readers(tmp_path):
    path = write(tmp_path, random_cube().astype(np.int32) * 10, nodata=-99990.0)
    assert gdal.Open(path).GetMetadataItem("REFLECTANCE_SCALE_FACTOR") is None
