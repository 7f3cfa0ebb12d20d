"""Pixels of points, polygons and class rasters, with their class."""

from __future__ import annotations

import struct
from dataclasses import replace

import numpy as np
import pytest
from osgeo import gdal, ogr, osr

from neon_aop.core.errors import ParameterError, RasterError
from neon_aop.core.files.raster.choice import RasterChoice
from neon_aop.core.image.grid import Grid
from neon_aop.core.inputs import places as module
from neon_aop.core.inputs.places import NO_FEATURE, places_of_features, places_of_raster
from neon_aop.core.inputs.references import ReferenceFeatures
from neon_aop.core.progress import Progress
from neon_aop.tests.classrasters import with_names, wkt, write_class_raster

pytestmark = pytest.mark.usefixtures("gdal_exceptions")

GRID = Grid(60, 40, 1000.0, 2040.0, 1.0, 1.0, wkt(), 1.0)


class Log(Progress):
    def __init__(self):
        self.infos, self.warnings = [], []

    def info(self, text):
        self.infos.append(text)

    def warn(self, text):
        self.warnings.append(text)


def features(*pairs, crs=None, **settings):
    """Make features of texts (WKT, None for no geometry) and classes."""
    geometries = [b"" if text is None else bytes(ogr.CreateGeometryFromWkt(text).ExportToWkb()) for text, _ in pairs]
    values = [value for _, value in pairs]
    return ReferenceFeatures(geometries, values, wkt() if crs is None else crs, "plots", "kind", **settings)


def places_of(*pairs, buffer=0.0, progress=None, grid=GRID, **settings):
    return places_of_features(features(*pairs, **settings), grid, progress or Progress(), buffer)


def box(left, bottom, right, top):
    return f"POLYGON(({left} {bottom}, {right} {bottom}, {right} {top}, {left} {top}, {left} {bottom}))"


def cells(places):
    return list(zip(places.rows.tolist(), places.columns.tolist(), places.classes.tolist()))


def rasterised(geometry, grid=GRID):
    """Return the pixels whose centre lies in a polygon, by testing each centre."""
    shape = ogr.CreateGeometryFromWkt(geometry) if isinstance(geometry, str) else geometry
    inside = np.zeros((grid.height, grid.width), bool)
    for row, column in np.ndindex(inside.shape):
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(grid.left + (column + 0.5) * grid.pixel_width, grid.top - (row + 0.5) * grid.pixel_height)
        inside[row, column] = shape.Contains(point)
    return inside


def test_a_point_stands_for_the_pixel_that_it_lies_in():
    found = places_of(("POINT(1000.5 2039.5)", "oak"), ("POINT Z(1059.99 2000.01 3)", "ash"))
    assert cells(found) == [(0, 0, 2), (39, 59, 1)]
    assert found.names == {1: "ash", 2: "oak"}


def test_polygons_have_the_pixels_whose_centre_they_hold():
    star = "POLYGON((1003.3 2001.2, 1010.7 2033.1, 1019.2 2002.7, 1001.1 2022.4, 1021.9 2021.3, 1003.3 2001.2))"
    hole = (
        "POLYGON((1030 2005, 1050 2005, 1050 2030, 1030 2030, 1030 2005),"
        "(1035.2 2010, 1044.3 2010, 1040.1 2021, 1035.2 2010))"
    )
    found = places_of((star, 4), (hole, 9))
    marks = np.zeros((40, 60), int)
    marks[found.rows, found.columns] = found.classes
    np.testing.assert_array_equal(marks == 9, rasterised(hole))
    source = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = source.CreateLayer("one")
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkt(star))
    layer.CreateFeature(feature)
    image = gdal.GetDriverByName("MEM").Create("", 60, 40, 1)
    image.SetGeoTransform(GRID.geotransform)
    gdal.RasterizeLayer(image, [1], layer, burn_values=[1])
    np.testing.assert_array_equal(marks == 4, image.ReadAsArray() == 1)


def test_overlapping_features_of_a_class_have_each_pixel_once_and_each_feature_all_of_its_own():
    found = places_of((box(1000, 2036, 1004, 2040), "oak"), (box(1002, 2036, 1006, 2040), "oak"))
    assert len(found) == 24
    assert np.bincount(found.features).tolist() == [16, 8]
    pixels, of_features = found.members
    assert np.bincount(of_features).tolist() == [16, 16]
    assert sorted(found.columns[pixels[of_features == 1]].tolist()) == sorted([2, 3, 4, 5] * 4)


def test_pixels_of_overlapping_classes_are_left_out_and_the_features_named():
    log = Log()
    oak, pine = (box(1000, 2036, 1004, 2040), "oak"), (box(1003, 2036, 1006, 2040), "pine")
    found = places_of(oak, pine, progress=log, ids=[17, 23])
    assert sorted(set(found.columns.tolist())) == [0, 1, 2, 4, 5]
    assert log.warnings == [
        "4 pixels of plots are left out, because features of different classes overlap there "
        "(17 (oak) and 23 (pine): 4)."
    ]
    assert found.shared == {1: 4, 2: 4}
    assert found.members.max(axis=1).tolist() == [len(found) - 1, 1]


def test_points_of_different_classes_in_a_pixel_are_left_out():
    found = places_of(("POINT(1000.2 2039.5)", "oak"), ("POINT(1000.8 2039.5)", "ash"), ("POINT(1001 2038)", "ash"))
    assert cells(found) == [(2, 1, 1)]


def test_a_polygon_smaller_than_a_pixel_has_the_pixel_under_its_centroid():
    log = Log()
    found = places_of((box(1005.6, 2030.6, 1005.8, 2030.9), "oak"), (box(1005, 2020, 1006, 2021), 2), progress=log)
    assert cells(found)[0] == (9, 5, found.classes[0])
    assert "1 feature of plots is smaller than a pixel; the pixel under its centroid stands for it." in log.infos


def test_a_large_polygon_that_only_its_edge_brings_to_the_image_has_no_pixel():
    ring = (
        "POLYGON((900 1900, 1200 1900, 1200 2200, 900 2200, 900 1900),"
        "(1000.2 2000.2, 1059.8 2000.2, 1059.8 2039.8, 1000.2 2039.8, 1000.2 2000.2))"
    )
    found = places_of((ring, "ring"), ("POINT(1001 2001)", "oak"))
    assert cells(found) == [(39, 1, 1)]
    assert found.outside == {2: 1}


def test_parts_of_a_feature_may_overlap():
    both = f"MULTIPOLYGON({box(1000, 2036, 1004, 2040)[7:]}, {box(1002, 2036, 1006, 2040)[7:]})"
    assert len(places_of((both, 1))) == 24


@pytest.mark.parametrize("buffer", [0.3, 1.0, 2.5, 7.9])
def test_a_buffer_around_a_point_has_the_pixels_whose_centre_is_near(buffer):
    x, y = 1010.3, 2020.8
    found = places_of((f"POINT({x} {y})", 1), buffer=buffer)
    rows, columns = np.mgrid[:40, :60]
    distance = np.hypot(1000.5 + columns - x, 2039.5 - rows - y)
    expected = np.argwhere(distance <= buffer).tolist() or [[19, 10]]
    assert np.stack([found.rows, found.columns], 1).tolist() == expected


@pytest.mark.parametrize("size", [1.0, 0.1, 0.3, 1 / 3])
def test_centres_at_just_the_distance_count_wherever_the_grid_lies(size):
    grid = Grid(60, 40, 368000.3, 4307000.7, size, size, wkt(), 1.0)
    for row, column in ((7, 11), (20, 33), (31, 48)):
        x, y = grid.left + (column + 0.5) * size, grid.top - (row + 0.5) * size
        found = places_of((f"POINT({x!r} {y!r})", 1), grid=grid, buffer=2 * size)
        off = np.abs(found.rows - row) + np.abs(found.columns - column)
        assert sorted(off.tolist()) == [0, *[1] * 4, *[2] * 8]


def polygon_of(*rings):
    """Make a polygon (WKB) of rings as they are, which OGR would not."""
    parts = [struct.pack("<I", len(ring)) + np.array(ring, "<f8").tobytes() for ring in rings]
    return struct.pack("<BII", 1, 3, len(rings)) + b"".join(parts)


SQUARE = [(1001, 2001), (1009, 2001), (1009, 2009), (1001, 2009), (1001, 2001)]


@pytest.mark.parametrize("epsg", [32618, 32617])
@pytest.mark.parametrize("buffer", [0.0, 1.0, -1.0])
@pytest.mark.parametrize(
    ("rings", "is_sound"),
    [
        ((SQUARE, []), True),
        ((SQUARE[:-1],), True),
        ((SQUARE, SQUARE[:1], SQUARE[:2]), True),
        (([], SQUARE), False),
        ((SQUARE[:1],), False),
        ((SQUARE[:2],), False),
        (([*SQUARE[:2], (np.inf, 2009), SQUARE[0]],), False),
        (([*SQUARE[:2], (1005, np.nan), SQUARE[0]],), False),
    ],
)
def test_rings_that_enclose_nothing_do_no_harm(rings, is_sound, buffer, epsg):
    sound = polygon_of([(x + 20, y) for x, y in SQUARE])
    layer = ReferenceFeatures([polygon_of(*rings), sound], ["odd", "sound"], wkt(epsg), "plots", "kind")
    grid = replace(GRID, crs=wkt(epsg if buffer else 32618))
    found = places_of_features(layer, grid, Progress(), buffer)
    assert list(found.names.values()) == (["odd", "sound"] if is_sound else ["sound"])
    if grid.crs == layer.crs:
        counts = np.bincount(found.classes)[1:].tolist()
        assert counts == [int((8 + 2 * buffer) ** 2) if buffer <= 0 else counts[-1]] * len(found.names)


def test_a_buffer_makes_polygons_larger_or_smaller():
    assert len(places_of((box(1010, 2010, 1020, 2020), 1), buffer=-2)) == 36
    assert len(places_of((box(1010, 2010, 1020, 2020), 1), buffer=1)) == 144
    gone = places_of((box(1010, 2010, 1012, 2012), 1), (box(1010, 2020, 1020, 2030), 2), buffer=-2)
    assert (gone.outside, gone.narrow) == ({}, {1: 1})


def test_geometries_that_hold_nothing_are_not_outside():
    log = Log()
    line = "LINESTRING(1001 2001, 1005 2005)"
    found = places_of(("POINT(1001 2001)", "oak"), ("POLYGON EMPTY", "ash"), (line, "fir"), progress=log)
    assert (found.names, found.outside) == ({1: "oak"}, {})
    assert log.infos == ["2 features of plots have no geometry or no class and are left out."]


def test_points_cannot_be_made_smaller():
    with pytest.raises(ParameterError, match="plots holds points, which cannot be made smaller; choose a buffer of 0"):
        places_of(("POINT(1001 2001)", 1), buffer=-1)


def test_features_in_another_crs_lie_where_they_are_on_the_ground():
    utm, degrees = (osr.SpatialReference() for _ in range(2))
    utm.ImportFromEPSG(32618)
    degrees.ImportFromEPSG(4326)
    for reference in (utm, degrees):
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    there = osr.CoordinateTransformation(utm, degrees)
    grid = Grid(60, 40, 368000.0, 4307000.0, 1.0, 1.0, wkt(), 1.0)
    x, y, _ = there.TransformPoint(368030.5, 4306980.5)
    square = ogr.CreateGeometryFromWkt(box(368010, 4306970, 368015, 4306980))
    square.Transform(there)
    found = places_of((f"POINT({x:.9f} {y:.9f})", 1), (square.ExportToWkt(), 2), grid=grid, crs=wkt(4326))
    assert (19, 30, 1) in cells(found)
    assert np.count_nonzero(found.classes == 2) == 50


@pytest.mark.parametrize(("first", "second"), [(3_000_000_000, 20_240_101_001), ("3000000000", "9240101001")])
def test_numbers_too_large_for_a_class_are_names(first, second):
    found = places_of(("POINT(1001 2001)", second), ("POINT(1002 2001)", first), ("POINT(1003 2001)", second))
    assert found.names == {1: str(first), 2: str(second)}
    assert found.classes.tolist() == [2, 1, 2]


def test_features_outside_are_counted_by_class():
    found = places_of(
        ("POINT(0 0)", "oak"), ("POINT(1001 2001)", "oak"), (box(0, 0, 9, 9), "ash"), ("POINT(9 9)", "ash")
    )
    assert found.outside == {1: 2, 2: 1}


def test_features_that_lose_their_pixels_are_not_outside():
    square = box(1000, 2036, 1004, 2040)
    found = places_of(
        (square, "oak"), (square, "ash"), ("POINT(1010.5 2030.5)", "oak"), ("POINT(1011.5 2030.5)", "oak")
    )
    assert found.outside == found.drawn(1, 0).outside == {}
    assert found.shared == {1: 16, 2: 16}


def test_features_without_class_are_left_out_and_said():
    log = Log()
    found = places_of(("POINT(1001 2001)", "oak"), ("POINT(1002 2001)", ""), (None, "oak"), progress=log)
    assert len(found) == 1
    assert log.infos == ["2 features of plots have no geometry or no class and are left out."]


def test_a_layer_without_any_class_is_refused():
    with pytest.raises(RasterError, match="plots holds no point or polygon with a class in the field kind"):
        places_of(("POINT(1001 2001)", None))


def test_numbers_that_no_class_raster_can_have_become_names():
    found = places_of(("POINT(1001 2001)", -7), ("POINT(1002 2001)", 100_000), ("POINT(1003 2001)", 5))
    assert found.names == {1: "-7", 2: "5", 3: "100000"}
    assert found.classes.tolist() == [1, 3, 2]


def test_groups_are_those_of_a_field_or_each_feature():
    points = [(f"POINT({1001 + place} 2001)", "oak") for place in range(4)]
    assert places_of(*points).groups.tolist() == [0, 1, 2, 3]
    assert places_of(*points, groups=["plot 2", "plot 1", "plot 2", None]).groups.tolist() == [0, 1, 0, 2]


def test_thinning_draws_pixels_of_each_class_and_again_the_same():
    whole = places_of((box(1000, 2000, 1020, 2020), "oak"), (box(1030, 2000, 1032, 2002), "ash"))
    thin = whole.drawn(50, 7)
    assert np.bincount(thin.classes).tolist() == [0, 4, 50]
    np.testing.assert_array_equal(thin.rows, whole.drawn(50, 7).rows)
    assert thin.rows.tolist() != whole.drawn(50, 8).rows.tolist()
    pixels, of_features = thin.members
    np.testing.assert_array_equal(thin.features[pixels], of_features)


def test_a_class_raster_tells_the_class_of_each_pixel(tmp_path):
    numbers = np.random.default_rng(1).integers(0, 4, (40, 60)).astype(np.uint8)
    path = write_class_raster(
        tmp_path / "c.tif", numbers, transform=GRID.geotransform, describe=with_names("water", "", "oak")
    )
    found = places_of_raster(RasterChoice(path), GRID, Progress())
    marks = np.zeros((40, 60), int)
    marks[found.rows, found.columns] = found.classes
    np.testing.assert_array_equal(marks, numbers)
    assert set(found.features.tolist()) == {NO_FEATURE}
    assert (found.name(1), found.name(2), found.name(3)) == ("water", "2", "oak")


def test_numbers_of_a_class_raster_below_1_are_left_out_and_said(tmp_path):
    numbers = np.full((40, 60), 2, np.int16)
    numbers[0, :3] = -5
    path = write_class_raster(tmp_path / "c.tif", numbers, nodata=None, transform=GRID.geotransform)
    log = Log()
    assert len(places_of_raster(RasterChoice(path), GRID, log)) == 40 * 60 - 3
    assert log.warnings == ["3 pixels of c are left out, because their class is not from 1 to 65,535."]


def test_drawing_from_a_class_raster_is_that_of_all_of_its_pixels(tmp_path, monkeypatch):
    numbers = np.random.default_rng(1).integers(0, 4, (40, 60)).astype(np.uint8)
    choice = RasterChoice(write_class_raster(tmp_path / "c.tif", numbers, transform=GRID.geotransform))
    whole = places_of_raster(choice, GRID, Progress()).drawn(100, 3)
    monkeypatch.setattr(module, "_PIXELS_AT_ONCE", 7 * 60)
    drawn = places_of_raster(choice, GRID, Progress(), 100, 3)
    assert np.bincount(drawn.classes).tolist() == [0, 100, 100, 100]
    for part in ("rows", "columns", "classes"):
        np.testing.assert_array_equal(getattr(drawn, part), getattr(whole, part))


def test_odd_shapes_do_no_harm():
    bow = "POLYGON((1010 2010, 1020 2020, 1020 2010, 1010 2020, 1010 2010))"
    line = "POLYGON((1030 2010, 1040 2010, 1030 2010, 1030 2010))"
    far = "POLYGON((1e30 0, 1e30 1, -1e30 1, 1e30 0))"
    # POINT EMPTY is not a number in well-known binary.
    points = ("POINT EMPTY", 4), ("POINT(1e300 2)", 5)
    for buffer in (0.0, 1.5):
        found = places_of((bow, 1), (line, 2), (far, 3), *points, buffer=buffer)
        assert 1 in found.classes.tolist() and not {4, 5} & set(found.classes.tolist())


def test_a_layer_without_a_place_is_refused():
    nothing = ReferenceFeatures([b"", b""], [1, 2], wkt(), "plots", "")
    with pytest.raises(RasterError, match="plots holds no point or polygon; choose another layer"):
        places_of_features(nothing, GRID, Progress())
