"""Single pixels of tiles and rasters are those of the whole image."""

from __future__ import annotations

import numpy as np
import pytest

from neon_aop.core.compute.memory import PixelStore
from neon_aop.core.errors import ParameterError
from neon_aop.core.files.neon.cleaning import BandChoice
from neon_aop.core.files.raster.choice import RasterChoice
from neon_aop.core.files.raster.writer import REFLECTANCE_SCALE_FACTOR, RasterWriter, stored_as_reflectance
from neon_aop.core.image.grid import Grid
from neon_aop.core.inputs.imageinput import ImageInput
from neon_aop.core.inputs.masks import PolygonMask
from neon_aop.core.progress import Progress
from neon_aop.tests.classrasters import wkt, write_class_raster
from neon_aop.tests.tiles import LEFT, NODATA, TOP, map_info, random_cube, write_tile

EVERY_BAND = BandChoice(rule=1, windows=())


@pytest.fixture
def store(tmp_path):
    return PixelStore(str(tmp_path), 500)


def cells_of(opened, rows, columns, store):
    return opened.read_cells(np.array(rows), np.array(columns), store, Progress())


@pytest.mark.parametrize("chunks", [None, (20, 24, 1), (7, 9, 4)], ids=str)
def test_cells_of_a_tile(tmp_path, store, chunks):
    cube = write_tile(tmp_path / "a.h5", random_cube(), chunks=chunks)
    rows, columns = np.nonzero(np.random.default_rng(3).random(cube.shape[:2]) < 0.3)
    with ImageInput(tiles=(str(tmp_path / "a.h5"),)).open(EVERY_BAND) as opened:
        found = cells_of(opened, rows, columns, store)
    is_valid = (cube[rows, columns] != NODATA).all(axis=1)
    np.testing.assert_array_equal(found.valid, is_valid)
    np.testing.assert_array_equal(found.values[is_valid], cube[rows, columns][is_valid])
    assert found.scale == 1 / 10_000
    assert 0 < is_valid.sum() < len(is_valid)


def test_of_overlapping_tiles_the_first_one_with_data_counts(tmp_path, store):
    first, second = random_cube(nodata_pixels=0), random_cube(nodata_pixels=0) // 2
    first[:, 20:] = NODATA
    write_tile(tmp_path / "a.h5", first)
    extent = np.array([LEFT + 18, LEFT + 42, TOP - 20, TOP])
    place = {"texts": {"Map_Info": map_info(left=LEFT + 18)}, "attributes": {"Spatial_Extent_meters": extent}}
    write_tile(tmp_path / "b.h5", second, **place)
    tiles = (str(tmp_path / "a.h5"), str(tmp_path / "b.h5"))
    with ImageInput(tiles=tiles).open(EVERY_BAND) as opened:
        found = cells_of(opened, [3, 3, 3, 3, 10], [0, 19, 20, 41, 12], store)
    expected = [first[3, 0], first[3, 19], second[3, 2], second[3, 23]]
    assert found.valid.tolist() == [True, True, True, True, False]
    np.testing.assert_array_equal(found.values[:4], expected)


def test_cells_count_from_the_corner_of_an_extent_and_a_mask_leaves_some_out(tmp_path, store):
    cube = write_tile(tmp_path / "a.h5", random_cube(nodata_pixels=0))
    mask = np.ones((20, 24), np.uint8)
    mask[6, 8] = 0
    chosen = ImageInput(
        tiles=(str(tmp_path / "a.h5"),),
        extent_in=lambda crs: (LEFT + 5, TOP - 15, LEFT + 20, TOP - 4),
        mask=RasterChoice(write_class_raster(tmp_path / "mask.tif", mask)),
    )
    with chosen.open(EVERY_BAND) as opened:
        found = cells_of(opened, [2, 2, 8], [3, 4, 0], store)
    assert found.valid.tolist() == [False, True, True]
    np.testing.assert_array_equal(found.values[1:], [cube[6, 9], cube[12, 5]])


def write_raster(path, values, **settings):
    grid = Grid(values.shape[2], values.shape[1], LEFT, TOP, 1.0, 1.0, wkt(), 1.0)
    with RasterWriter(path, grid, values.dtype, len(values), -9999, **settings) as writer:
        writer.write(values)
    return RasterChoice(str(path))


@pytest.mark.parametrize("size", [(30, 40), (300, 520)], ids=str)
def test_cells_of_a_raster(tmp_path, store, size):
    values = np.random.default_rng(1).integers(0, 9, (3, *size)).astype(np.int16)
    values[1, 5, :] = -9999
    choice = write_raster(tmp_path / "a.tif", values)
    rows, columns = np.nonzero(np.random.default_rng(2).random(size) < 0.2)
    with ImageInput(raster=choice).open() as opened:
        found = cells_of(opened, rows, columns, store)
    np.testing.assert_array_equal(found.valid, rows != 5)
    np.testing.assert_array_equal(found.values[rows != 5], values[:, rows, columns].T[rows != 5])


def test_polygons_as_a_mask_leave_out_cells_of_a_raster(tmp_path, store):
    from osgeo import ogr

    values = np.ones((2, 30, 40), np.int16)
    square = f"POLYGON(({LEFT} {TOP}, {LEFT + 10} {TOP}, {LEFT + 10} {TOP - 10}, {LEFT} {TOP - 10}, {LEFT} {TOP}))"
    mask = PolygonMask((bytes(ogr.CreateGeometryFromWkt(square).ExportToWkb()),), wkt(), "plots")
    with ImageInput(raster=write_raster(tmp_path / "a.tif", values), mask=mask).open() as opened:
        assert cells_of(opened, [2, 9, 10], [3, 9, 9], store).valid.tolist() == [True, True, False]


def test_a_raster_that_was_changed_after_cleaning_is_read_as_real_numbers(tmp_path, store):
    stored = np.random.default_rng(1).integers(0, 9000, (2, 300, 400)).astype(np.int16)
    values = stored_as_reflectance(stored, 10_000)
    values[0, 280, 390] = 0.123456
    choice = write_raster(tmp_path / "a.tif", values, metadata={REFLECTANCE_SCALE_FACTOR: "10000"})
    with ImageInput(raster=choice).open() as opened:
        found = cells_of(opened, [0, 280], [0, 390], store)
    assert found.scale == 1.0
    np.testing.assert_array_equal(found.values, values[:, [0, 280], [0, 390]].T)


def test_bands_without_any_data_are_named(tmp_path, store):
    values = np.ones((2, 5, 5), np.int16)
    values[1] = -9999
    chosen = ImageInput(raster=write_raster(tmp_path / "a.tif", values))
    message = "a has no valid pixel: .* band 2: 100.0 %"
    with chosen.open() as opened, pytest.raises(ParameterError, match=message):
        cells_of(opened, [0, 1], [0, 1], store)
