"""Which tiles points, squares and areas touch."""

import math
import struct

import pytest
from osgeo import ogr

from neon_aop.core.errors import ParameterError
from neon_aop.core.files.download.tilegrid import Tile, tiles_of_square, tiles_touched

# Five by five tiles.
GRID = [Tile(easting, northing) for easting in range(0, 5000, 1000) for northing in range(0, 5000, 1000)]


def wkb(text: str) -> bytes:
    return bytes(ogr.CreateGeometryFromWkt(text).ExportToWkb())


def touched(*texts: str, buffer: float = 0.0) -> set:
    return tiles_touched(GRID, map(wkb, texts), buffer)


def rectangle(left, bottom, right, top) -> str:
    return f"POLYGON(({left} {bottom},{right} {bottom},{right} {top},{left} {top},{left} {bottom}))"


@pytest.mark.parametrize(
    ("place", "tile"),
    [
        ((368005.5, 4306999.9), (368000, 4306000)),
        ((368000, 4306000), (368000, 4306000)),
        ((367999.99, 4306000), (367000, 4306000)),
    ],
)
def test_point_lies_in_one_tile(place, tile):
    assert tiles_of_square(*place) == [tile]


def test_square_over_a_border_touches_both_tiles():
    assert tiles_of_square(1010, 500, 20) == [(0, 0), (1000, 0)]


def test_square_touches_the_tiles_between_its_corners():
    """Tiles in the middle hold no corner of a square that is wider than a tile; NEON's package leaves them out."""
    tiles = tiles_of_square(2500, 2500, 1100)
    assert len(tiles) == 9
    assert (2000, 2000) in tiles


def test_square_that_ends_on_a_border_touches_the_next_tile():
    assert tiles_of_square(500, 500, 500) == [(0, 0), (1000, 0), (0, 1000), (1000, 1000)]


def test_outline_of_a_tile_touches_only_that_tile():
    assert touched(rectangle(1000, 1000, 2000, 2000)) == {(1000, 1000)}


@pytest.mark.parametrize(("over", "count"), [(0.05, 1), (0.5, 2)])
def test_polygon_must_reach_into_a_tile(over, count):
    assert len(touched(rectangle(1000, 1000, 2000 + over, 2000))) == count


def test_polygon_is_not_its_envelope():
    triangle = "POLYGON((100 100,2900 100,100 2900,100 100))"
    found = touched(triangle)
    assert (2000, 2000) not in found
    assert {(0, 0), (1000, 1000), (2000, 0), (0, 2000)} <= found


def test_hole_is_left_out():
    ring = "POLYGON((500 500,3500 500,3500 3500,500 3500,500 500),(900 900,900 3100,3100 3100,3100 900,900 900))"
    assert (2000, 2000) not in touched(ring)
    assert (3000, 2000) in touched(ring)


def test_point_of_a_layer_touches_one_tile_even_on_a_border():
    assert touched("POINT(1000 1500)") == {(1000, 1000)}


def test_line_along_a_border_touches_both_sides():
    assert touched("LINESTRING(1000 100,1000 900)") == {(0, 0), (1000, 0)}


def test_buffer_is_a_square_around_each_point_of_a_geometry():
    point = touched("POINT(2500 2500)", buffer=1100)
    assert point == set(tiles_of_square(2500, 2500, 1100))
    assert touched(rectangle(2400, 2400, 2600, 2600), buffer=500) == {
        tile for tile in GRID if tile.easting in (1000, 2000, 3000) and tile.northing in (1000, 2000, 3000)
    }


@pytest.mark.parametrize(
    "text",
    [
        "MULTIPOINT((500 500),(4500 4500))",
        "GEOMETRYCOLLECTION(POINT(500 500),POLYGON((4100 4100,4200 4100,4200 4200,4100 4100)))",
        "MULTIPOLYGON Z(((100 100 1,200 100 1,200 200 1,100 100 1)),((4100 4100 1,4200 4100 1,4200 4200 1,4100 4100 "
        "1)))",
        "MULTILINESTRING((100 100,200 200),(4100 4100,4200 4200))",
    ],
)
def test_parts_of_geometries_count_each(text):
    assert touched(text) == {(0, 0), (4000, 4000)}


def test_curves_are_taken():
    assert (1000, 1000) in touched("CURVEPOLYGON(CIRCULARSTRING(1100 1500,1500 1900,1900 1500,1500 1100,1100 1500))")


def test_empty_geometry_touches_nothing():
    assert touched("POLYGON EMPTY") == set()


def test_damaged_geometry_is_told():
    with pytest.raises(ParameterError, match="damaged"):
        tiles_touched(GRID, [b"\x01\x03"])


def test_geometry_without_place_is_told():
    nowhere = struct.pack("<BIdd", 1, 1, math.inf, math.inf)
    with pytest.raises(ParameterError, match="no place"):
        tiles_touched(GRID, [nowhere])
