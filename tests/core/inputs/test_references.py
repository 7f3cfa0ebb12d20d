"""Reference points and polygons give their class to the pixels that they claim."""

from __future__ import annotations

import math
import struct

import numpy as np
import pytest
from osgeo import ogr, osr

from neon_aop.core.errors import ParameterError, RasterError
from neon_aop.core.image.grid import Grid
from neon_aop.core.inputs.classrasters import NO_NUMBER
from neon_aop.core.inputs.references import ReferenceClasses, ReferenceFeatures
from neon_aop.core.progress import Progress
from neon_aop.tests.classrasters import wkt

pytestmark = pytest.mark.usefixtures("gdal_exceptions")

GRID = Grid(6, 4, 0.0, 4.0, 1.0, 1.0, wkt(), 1.0)
LEFT_HALF, RIGHT_HALF = "POLYGON((0 0, 3 0, 3 4, 0 4, 0 0))", "POLYGON((3 0, 6 0, 6 4, 3 4, 3 0))"


class Log(Progress):
    def __init__(self):
        self.lines = []

    def info(self, text):
        self.lines.append(text)

    warn = info


def features(*pairs, crs=None):
    """Make features of texts (WKT, None for no geometry) and classes."""
    geometries = [b"" if text is None else bytes(ogr.CreateGeometryFromWkt(text).ExportToWkb()) for text, _ in pairs]
    return ReferenceFeatures(geometries, [value for _, value in pairs], wkt() if crs is None else crs, "plots", "kind")


def numbers_of(*pairs, grid=GRID, crs=None, progress=None):
    progress = progress or Progress()
    return ReferenceClasses(features(*pairs, crs=crs), progress).numbers(grid, progress)


def marked(*places):
    """Return what the grid should hold: (row, column, class) each."""
    expected = np.full((GRID.height, GRID.width), NO_NUMBER)
    for row, column, number in places:
        expected[row, column] = number
    return expected


def test_points_mark_the_pixel_that_they_lie_in():
    found = numbers_of(("POINT(0.5 3.5)", 7), ("POINT Z(5.99 0.01 9)", -2), ("MULTIPOINT(2 2, 3.5 0.5)", 4))
    assert found.dtype == np.int32
    np.testing.assert_array_equal(found, marked((0, 0, 7), (3, 5, -2), (2, 2, 4), (3, 3, 4)))


def test_points_beyond_the_grid_mark_nothing():
    found = numbers_of(("POINT(6 1)", 1), ("POINT(-0.01 1)", 1), ("POINT(1 -0.01)", 1), ("POINT(1 3.99)", 1))
    np.testing.assert_array_equal(found, marked((0, 1, 1)))


def test_the_last_point_in_a_pixel_counts():
    np.testing.assert_array_equal(numbers_of(("POINT(0.2 3.2)", 1), ("POINT(0.8 3.8)", 2)), marked((0, 0, 2)))


def test_polygons_mark_the_pixels_whose_centre_lies_in_them():
    found = numbers_of((LEFT_HALF, 5), (RIGHT_HALF, 300))
    assert (found[:, :3] == 5).all()
    assert (found[:, 3:] == 300).all()


def test_the_last_polygon_counts_and_points_before_polygons():
    found = numbers_of((LEFT_HALF, 1), ("POLYGON((1 0, 6 0, 6 4, 1 4, 1 0))", 2), ("POINT(1.5 1.5)", 3))
    assert (found[:, 0] == 1).all()
    assert found[2, 1] == 3
    assert (found[:, 1:] == 2).sum() == 19


def test_parts_of_a_grid_get_the_same_as_the_whole():
    pairs = [("POINT(0.5 3.5)", 7), (RIGHT_HALF, 2), ("POINT(3.3 0.2)", 1)]
    whole = numbers_of(*pairs)
    for rows in (slice(0, 1), slice(1, 4)):
        for columns in (slice(0, 4), slice(4, 6)):
            found = numbers_of(*pairs, grid=GRID.window(rows, columns))
            np.testing.assert_array_equal(found, whole[rows, columns])


@pytest.mark.parametrize("size", [0.05, 0.1, 0.3, 0.7])
def test_points_on_edges_mark_one_pixel_each_wherever_a_grid_is_parted(size):
    grid = Grid(300, 300, 368000.0, 4307000.0, size, size, wkt(), 1.0)
    corners = np.arange(1, 300)
    texts = [f"POINT({368000 + corner * size:.2f} {4307000 - corner * size:.2f})" for corner in corners]
    found = np.concatenate(
        [
            np.concatenate(
                [
                    numbers_of(*((text, 1) for text in texts), grid=grid.window(rows, columns))
                    for columns in (slice(0, 128), slice(128, 300))
                ],
                axis=1,
            )
            for rows in (slice(0, 256), slice(256, 300))
        ]
    )
    np.testing.assert_array_equal(np.argwhere(found == 1), np.column_stack([corners, corners]))


@pytest.mark.parametrize("epsg", [4326, 3857])
def test_points_of_another_crs_are_projected(epsg):
    systems = []
    for code in (32618, epsg):
        systems.append(osr.SpatialReference())
        systems[-1].ImportFromEPSG(code)
        systems[-1].SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    grid = Grid(50, 40, 368000.0, 4307000.0, 1.0, 1.0, wkt(), 1.0)
    rng = np.random.default_rng(0)
    rows, columns = rng.integers(0, 40, 30), rng.integers(0, 50, 30)
    change = osr.CoordinateTransformation(*systems)
    places = zip((grid.left + columns + 0.5).tolist(), (grid.top - rows - 0.5).tolist())
    pairs = [
        (f"POINT({x:.12f} {y:.12f})", number)
        for number, (x, y, *_) in enumerate(change.TransformPoint(*place) for place in places)
    ]
    expected = np.full((40, 50), NO_NUMBER)
    expected[rows, columns] = np.arange(30)
    np.testing.assert_array_equal(numbers_of(*pairs, grid=grid, crs=wkt(epsg)), expected)


def test_missing_crs_is_said_once_and_that_of_the_image_assumed():
    log = Log()
    classes = ReferenceClasses(features(("POINT(0.5 3.5)", 7), crs=""), log)
    for _ in range(2):
        assert classes.numbers(GRID, log)[0, 0] == 7
    assert len([line for line in log.lines if "plots has no coordinate reference system" in line]) == 1


@pytest.mark.parametrize("values", [(2, 10), (2.0, 10.0), ("2", " 10 "), ("2", 10)])
def test_whole_numbers_are_class_numbers(values):
    found = numbers_of(("POINT(0.5 3.5)", values[0]), ("POINT(1.5 3.5)", values[1]))
    np.testing.assert_array_equal(found, marked((0, 0, 2), (0, 1, 10)))


def test_texts_are_names():
    places = [f"POINT({column}.5 3.5)" for column in range(4)]
    classes = ReferenceClasses(features(*zip(places, ("water", "3", "Grass", "water"))), Progress())
    assert classes.categories.names == {1: "3", 2: "Grass", 3: "water"}
    np.testing.assert_array_equal(classes.numbers(GRID, Progress())[0, :4], [3, 1, 2, 3])


@pytest.mark.parametrize("value", [2.5, float("nan"), float("inf"), 2**31, -(2**31), "3000000000"])
def test_other_values_are_no_classes(value):
    with pytest.raises(ParameterError, match="field kind of plots holds .*, which is no class"):
        numbers_of(("POINT(0.5 3.5)", value))


def test_features_without_class_or_geometry_are_left_out_and_counted():
    log = Log()
    left_out = ((RIGHT_HALF, None), (None, 2), (RIGHT_HALF, ""), (RIGHT_HALF, " "))
    found = numbers_of(*left_out, ("POINT(0.5 3.5)", 7), progress=log)
    np.testing.assert_array_equal(found, marked((0, 0, 7)))
    assert log.lines == ["4 features of plots have no geometry or no class and are left out."]


@pytest.mark.parametrize("pairs", [(), ((RIGHT_HALF, None),), (("LINESTRING(0 0, 1 1)", 2),)])
def test_nothing_to_compare_with_is_said(pairs):
    with pytest.raises(RasterError, match="plots holds no point or polygon with a class in the field kind"):
        numbers_of(*pairs)


def test_empty_points_are_left_out():
    """As QGIS writes them: at NaN."""
    empty = struct.pack("<bidd", 1, 1, math.nan, math.nan)
    found = ReferenceFeatures([empty, features((RIGHT_HALF, 2)).geometries[0]], [1, 2], wkt(), "plots", "kind")
    assert set(ReferenceClasses(found, Progress()).numbers(GRID, Progress()).ravel().tolist()) == {NO_NUMBER, 2}


def test_polygon_that_cannot_be_projected_is_named():
    with pytest.raises(RasterError, match="plots cannot be projected to the coordinate reference system"):
        numbers_of(("POLYGON((-77 0, -76 0, -76 95, -77 95, -77 0))", 1), crs=wkt(4326))
