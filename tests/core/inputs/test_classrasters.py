"""Class numbers at the pixels of a grid, whatever raster they come from."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from osgeo import osr

from neon_aop.core.errors import RasterError
from neon_aop.core.files.raster.choice import RasterChoice
from neon_aop.core.image.grid import Grid
from neon_aop.core.inputs import classrasters
from neon_aop.core.inputs.classrasters import MOST_COMPARED, NO_NUMBER, ClassNumbering, RasterClasses, open_classes
from neon_aop.core.progress import Progress
from neon_aop.tests.classrasters import grid_of, with_names, wkt, write_class_raster
from neon_aop.tests.tiles import LEFT, TOP

pytestmark = pytest.mark.usefixtures("gdal_exceptions")

SHAPE = (5, 7)


def numbers_of(path, grid=None):
    grid = grid or grid_of(SHAPE)
    return RasterClasses(RasterChoice.of(path)).numbers(grid, Progress())


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint16", "int32", "uint32", "float32", "float64"])
def test_values_of_any_type_are_class_numbers(tmp_path, dtype):
    values = np.random.default_rng(1).integers(0, 200, SHAPE).astype(dtype)
    found = numbers_of(write_class_raster(tmp_path / "a.tif", values, nodata=17))
    assert found.dtype == np.int32
    np.testing.assert_array_equal(found, np.where(values == 17, NO_NUMBER, values.astype(np.int32)))


def test_class_0_and_negative_classes_are_classes_where_they_are_no_nodata(tmp_path):
    values = np.random.default_rng(1).integers(-3, 3, SHAPE).astype(np.int16)
    np.testing.assert_array_equal(numbers_of(write_class_raster(tmp_path / "a.tif", values, nodata=None)), values)


def test_nan_is_no_class(tmp_path):
    values = np.full(SHAPE, 3.0, np.float32)
    values[1, 2] = np.nan
    found = numbers_of(write_class_raster(tmp_path / "a.tif", values, nodata=None))
    np.testing.assert_array_equal(found, np.where(np.isnan(values), NO_NUMBER, 3))


@pytest.mark.parametrize("value", [0.25, 3e9, -np.inf])
def test_measurements_are_no_classes(tmp_path, value):
    values = np.full(SHAPE, 3.0)
    values[4, 4] = value
    path = write_class_raster(tmp_path / "a.tif", values, nodata=None)
    if np.isfinite(value):
        with pytest.raises(RasterError, match=r"a\.tif holds the value .*, which is no class number"):
            numbers_of(path)
    else:
        assert (numbers_of(path) == NO_NUMBER).sum() == 1


def test_pixels_beyond_the_raster_have_no_class(tmp_path):
    path = write_class_raster(tmp_path / "a.tif", np.ones(SHAPE, np.uint8))
    grid = Grid(9, 9, LEFT - 1, TOP + 1, 1.0, 1.0, wkt(), 1.0)
    expected = np.full((9, 9), NO_NUMBER)
    expected[1:6, 1:8] = 1
    np.testing.assert_array_equal(numbers_of(path, grid), expected)


@pytest.mark.parametrize(
    ("epsg", "transform"),
    [
        (4326, (-76.5222, 3.7e-6, 0, 38.9019, 0, -2.9e-6)),
        (32618, (368013.317, 0.8273, 0.3119, 4306990.913, 0.2717, -0.7731)),
    ],
    ids=["degrees", "rotated"],
)
def test_pixels_take_the_class_that_their_centre_lies_in(tmp_path, epsg, transform):
    """The reference projects each centre with PROJ and solves for row and column."""
    grid = Grid(120, 90, 368000.0, 4307000.0, 1.0, 1.0, wkt(), 1.0)
    values = np.random.default_rng(2).integers(1, 400, (300, 400)).astype(np.uint16)
    xs, ys = np.meshgrid(grid.left + np.arange(grid.width) + 0.5, grid.top - np.arange(grid.height) - 0.5)
    systems = []
    for code in (32618, epsg):
        systems.append(osr.SpatialReference())
        systems[-1].ImportFromEPSG(code)
        systems[-1].SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    change = osr.CoordinateTransformation(*systems)
    there = np.array(change.TransformPoints(np.column_stack([xs.ravel(), ys.ravel()]).tolist()))[:, :2]
    matrix = np.array([[transform[1], transform[2]], [transform[4], transform[5]]])
    columns, rows = np.floor(np.linalg.solve(matrix, (there - [transform[0], transform[3]]).T)).astype(int)
    inside = (rows >= 0) & (rows < 300) & (columns >= 0) & (columns < 400)
    assert inside.mean() > 0.2
    expected = np.full(len(there), NO_NUMBER)
    expected[inside] = values[rows[inside], columns[inside]]
    path = write_class_raster(tmp_path / "a.tif", values, transform=transform, crs=wkt(epsg))
    np.testing.assert_array_equal(numbers_of(path, grid), expected.reshape(xs.shape))


def test_first_map_gives_its_grid_and_names(tmp_path):
    path = write_class_raster(tmp_path / "landcover.tif", np.ones(SHAPE, np.uint8), describe=with_names("water"))
    grid, classes = open_classes(RasterChoice.of(path), Progress())
    assert replace(grid, crs="") == replace(grid_of(SHAPE), crs="")
    assert (classes.name, classes.categories.names) == ("landcover", {1: "water"})
    assert (classes.numbers(grid, Progress()) == 1).all()


def test_numbering_counts_classes_as_they_occur():
    numbering = ClassNumbering("map")
    assert numbering.places(np.array([7, 3, 7], np.int32)).tolist() == [1, 0, 1]
    assert numbering.places(np.array([], np.int32)).tolist() == []
    assert numbering.places(np.array([-2, 7, 3], np.int32)).tolist() == [2, 1, 0]
    assert numbering.numbers == [3, 7, -2]


@pytest.mark.parametrize("lookup", [1, classrasters._LOOKUP])
def test_numbering_of_numbers_far_apart_is_the_same(monkeypatch, lookup):
    monkeypatch.setattr(classrasters, "_LOOKUP", lookup)
    numbers = np.random.default_rng(0).choice(np.array([-(2**31) + 1, -5, 0, 8, 2**31 - 1], np.int32), 200)
    numbering = ClassNumbering("map")
    places = numbering.places(numbers)
    np.testing.assert_array_equal(np.array(numbering.numbers)[places], numbers)
    assert numbering.numbers == sorted(set(numbers.tolist()))


@pytest.mark.parametrize("blocks", [1, 2])
def test_too_many_classes_are_none(blocks):
    numbering = ClassNumbering("elevation")
    with pytest.raises(RasterError, match="elevation has more than 1,000 different values"):
        for part in np.array_split(np.arange(MOST_COMPARED + 1, dtype=np.int32), blocks):
            numbering.places(part)
