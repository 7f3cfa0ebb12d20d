import pytest

from neon_aop.core.image.areas import area_column, area_ha, area_in_words
from neon_aop.core.image.grid import Grid

osr = pytest.importorskip("osgeo.osr")


def grid(epsg, left, top, pixel=1.0, size=1000):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    unit = reference.GetLinearUnits()
    return Grid(size, size, left, top, pixel, pixel, reference.ExportToWkt(), unit)


def area_by_gdal(found):
    """Area of the middle pixel by GDAL's polygon in an equal-area projection of the same ellipsoid."""
    ogr = pytest.importorskip("osgeo.ogr")
    plane, equal = osr.SpatialReference(), osr.SpatialReference()
    plane.ImportFromWkt(found.crs)
    equal.ImportFromWkt(
        f'PROJCS["equal",{plane.CloneGeogCS().ExportToWkt()},PROJECTION["Lambert_Cylindrical_Equal_Area"],'
        'UNIT["metre",1]]'
    )
    plane.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    half = found.pixel_width * found.width / 20
    x, y = (found.left + found.right) / 2, (found.top + found.bottom) / 2
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for east, north in ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)):
        ring.AddPoint_2D(x + east * half, y + north * half)
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    polygon.Segmentize(half / 50)
    polygon.Transform(osr.CoordinateTransformation(plane, equal))
    return polygon.GetArea() / (found.width / 10) ** 2 / 10_000


@pytest.mark.parametrize(
    ("epsg", "left", "top"),
    [
        (3857, -8_519_000, 4_706_000),
        (3857, 0, 8_400_000),
        (3413, -500_000, -2_000_000),
        (3031, 100, 100),
        (2154, 700_000, 7_600_000),
        (32618, 1_400_000, 4_307_000),
    ],
)
def test_area_is_that_on_the_ellipsoid(epsg, left, top):
    found = grid(epsg, left, top)
    assert found.pixel_area_ha == pytest.approx(area_by_gdal(found), rel=1e-5)


def test_mercator_far_north_stretches_areas():
    assert grid(3857, -8_519_000, 4_706_000).pixel_area_ha == pytest.approx(0.605e-4, rel=1e-3)


@pytest.mark.parametrize(("epsg", "left", "top"), [(32618, 368_000, 4_307_000), (5070, 1_600_000, 1_950_000)])
def test_area_is_that_in_the_plane_where_the_projection_keeps_it(epsg, left, top):
    assert grid(epsg, left, top).pixel_area_ha == 1e-4


def test_feet_are_converted():
    assert grid(2248, 1_400_000, 500_000).pixel_area_ha == pytest.approx((1200 / 3937) ** 2 / 10_000, rel=1e-9)


def test_no_single_area_stands_for_pixels_that_differ():
    assert grid(3857, -8_519_000, 4_706_000, pixel=300.0).pixel_area_ha is None


def test_area_is_not_known_where_the_projection_has_no_inverse():
    assert grid(3857, 1e30, 1e30).pixel_area_ha is None


def test_area_needs_a_unit_of_length():
    assert Grid(10, 10, 5.0, 50.0, 0.1, 0.1).pixel_area_ha is None


def test_plane_without_projection_has_plane_areas():
    site = Grid(10, 10, crs='LOCAL_CS["site",UNIT["metre",1]]', metres_per_unit=1.0)
    assert site.pixel_area_ha == 1e-4


@pytest.mark.parametrize(
    ("pixels", "pixel_area", "expected"),
    [(3, 0.1, 0.3), (12345, 1e-4, 1.2345), (7, 1e-10, 7e-10), (1, 1.2345e-7, 1.23e-7), (0, 1e-4, 0), (5, None, None)],
)
def test_area_in_tables_is_rounded_beyond_what_a_pixel_tells(pixels, pixel_area, expected):
    assert area_ha(pixels, pixel_area) == expected


@pytest.mark.parametrize(
    ("hectares", "words"),
    [(96.94, "96.9 ha"), (1234.5, "1,234.5 ha"), (0.5, "0.5 ha"), (0.05, "500 m²"), (3e-3, "30.0 m²"), (0, "0 m²")],
)
def test_area_in_words_has_a_unit_that_suits_it(hectares, words):
    assert area_in_words(hectares) == words


def test_column_of_areas_has_a_unit_that_suits_their_sum():
    assert area_column([1.0, 0.25]) == ("Area (ha)", [1.0, 0.25], ",.2f")
    assert area_column([0.0001, 0.0004]) == ("Area (m²)", [1.0, 4.0], ",.2f")
    assert area_column([0.0, 0.0]) == ("Area (m²)", [0, 0], ",.0f")
