"""Where the pixels of a grid lie, which of them lie in an extent, and what the CRS is called."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from neon_aop.core.errors import ParameterError
from neon_aop.core.image.grid import Grid, check_window, chosen_window, crs_in_words, window_in

# Columns and rows of another number and size, a corner away from the origin, and feet for metres.
GRID = Grid(7, 5, 100.0, 2000.0, 3.0, 4.0, "a crs", 0.3048)
PLAIN = Grid(24, 20)
SQUARES = Grid(10, 8, 100.0, 200.0, 2.0, 2.0)


def centres_in(grid, extent):
    """Return the rows and columns of the pixels whose centre lies within an extent, one by one."""
    xmin, ymin, xmax, ymax = extent
    columns = [c for c in range(grid.width) if xmin < grid.left + (c + 0.5) * grid.pixel_width < xmax]
    rows = [r for r in range(grid.height) if ymin < grid.top - (r + 0.5) * grid.pixel_height < ymax]
    return slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)


def test_edges_are_as_far_away_as_there_are_pixels():
    assert (GRID.right, GRID.bottom) == (121.0, 1980.0)


def test_centres_are_half_a_pixel_from_the_corners():
    assert GRID.centres(0, 0) == (101.5, 1998.0)
    eastings, northings = GRID.centres(np.array([0, 4]), np.array([0, 6]))
    assert (eastings.tolist(), northings.tolist()) == ([101.5, 119.5], [1998.0, 1982.0])


def test_pixel_at_a_place_may_lie_outside():
    assert GRID.pixel_at(120.9, 1999.9) == (0, 6)
    assert GRID.pixel_at(*GRID.centres(3, 4)) == (3, 4)
    assert GRID.pixel_at(99.9, 2000.1) == (-1, -1)


def test_geotransform_is_that_of_gdal():
    assert GRID.geotransform == (100.0, 3.0, 0.0, 2000.0, 0.0, -4.0)


def test_grid_without_place_counts_pixels_from_its_corner():
    grid = Grid(7, 5)
    assert grid.geotransform == (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)
    assert (grid.right, grid.bottom, grid.crs) == (7.0, -5.0, "")


def test_area_of_a_pixel_is_in_hectares():
    assert replace(GRID, crs="").pixel_area_ha == pytest.approx(3 * 4 * 0.3048**2 / 10_000, rel=1e-12)


def test_area_is_not_known_where_the_unit_has_no_length():
    assert Grid(7, 5).pixel_area_ha is None


def test_window_keeps_its_pixels_where_they_are():
    assert GRID.window(slice(1, 5), slice(2, 4)) == Grid(2, 4, 106.0, 1996.0, 3.0, 4.0, "a crs", 0.3048)


@pytest.mark.parametrize(
    "extent",
    [
        (104.0, 1983.0, 117.0, 1995.0),
        # Its edges are just inside and just outside of centres.
        (104.49, 1985.99, 110.51, 1994.01),
        (104.51, 1986.01, 110.49, 1993.99),
        # A single pixel.
        (107.0, 1985.0, 108.0, 1987.0),
        # It goes beyond the grid on one side, and on the others.
        (90.0, 1985.0, 108.0, 1999.0),
        (104.0, 1900.0, 999.0, 1991.0),
        (-1e9, -1e9, 1e9, 1e9),
    ],
)
def test_pixels_whose_centre_lies_in_the_extent(extent):
    assert window_in(GRID, extent, "image") == centres_in(GRID, extent)


def test_centre_on_the_left_or_upper_edge_is_in():
    rows, columns = window_in(GRID, (104.5, 1985.0, 112.0, 1994.0), "image")
    assert (rows.start, columns.start) == (1, 1)


@pytest.mark.parametrize(
    "extent",
    [
        (90.0, 1985.0, 99.0, 1999.0),
        (122.0, 1985.0, 130.0, 1999.0),
        (104.0, 2001.0, 110.0, 2010.0),
        (104.0, 1970.0, 110.0, 1979.0),
        # Between centres, in one direction only.
        (104.6, 1985.0, 107.4, 1999.0),
        (104.0, 1990.1, 110.0, 1993.9),
        (104.0, 1985.0, math.inf, 1999.0),
        (-math.inf, 1985.0, 110.0, 1999.0),
        (104.0, math.nan, 110.0, 1999.0),
    ],
)
def test_extent_without_pixels_is_told_with_what_there_is(extent):
    with pytest.raises(ParameterError, match="no pixel of image, which covers x 100 to 121, y 1980 to 2000;"):
        window_in(GRID, extent, "image")


def test_no_window_is_the_whole_grid():
    assert check_window(PLAIN, None, "image") == (slice(0, 20), slice(0, 24))


@pytest.mark.parametrize("window", [(slice(0, 20), slice(0, 24)), (slice(19, 20), slice(23, 24))])
def test_window_within_the_grid(window):
    assert check_window(PLAIN, window, "image") == window


@pytest.mark.parametrize(
    "window",
    [
        (slice(-1, 5), slice(0, 5)),
        (slice(0, 21), slice(0, 5)),
        (slice(5, 5), slice(0, 5)),
        (slice(0, 5), slice(-1, 5)),
        (slice(0, 5), slice(0, 25)),
        (slice(0, 5), slice(6, 5)),
    ],
)
def test_window_that_is_empty_or_beyond_the_grid(window):
    with pytest.raises(ParameterError, match="not within image, which has 20 rows and 24 columns"):
        check_window(PLAIN, window, "image")


@pytest.mark.parametrize(
    ("wkt", "words"),
    [
        ('PROJCS["UTM",GEOGCS["WGS 84",AUTHORITY["EPSG","4326"]],AUTHORITY["EPSG","32613"]]', "UTM (EPSG:32613)"),
        ('PROJCRS["UTM",BASEGEOGCRS["WGS 84",ID["EPSG",4326]],ID["EPSG",32613]]', "UTM (EPSG:32613)"),
        ('LOCAL_CS["Site",UNIT["metre",1,AUTHORITY["EPSG","9001"]]]', "Site"),
        ("", ""),
    ],
)
def test_crs_in_words(wkt, words):
    assert crs_in_words(wkt) == words


def columns_in(xmin, xmax):
    return window_in(SQUARES, (xmin, 0, xmax, 1000), "grid")[1]


def rows_in(ymin, ymax):
    return window_in(SQUARES, (0, ymin, 1000, ymax), "grid")[0]


def test_centres_decide():
    assert window_in(SQUARES, (102.9, 190.9, 109.1, 197.1), "grid") == (slice(1, 5), slice(1, 5))
    assert window_in(SQUARES, (103.1, 191.1, 108.9, 196.9), "grid") == (slice(2, 4), slice(2, 4))


def test_extent_of_the_grid_and_beyond_holds_all():
    assert window_in(SQUARES, (100, 184, 120, 200), "grid") == (slice(0, 8), slice(0, 10))
    assert window_in(SQUARES, (-1e9, -1e9, 1e9, 1e9), "grid") == (slice(0, 8), slice(0, 10))


@pytest.mark.parametrize("edge", [105.0, 105.0 + 1e-9, 105.0 - 1e-9, 105.0 + 1.9e-3, 105.0 - 1.9e-3, 104.3, 106.0])
def test_extents_that_meet_share_no_column_and_leave_none_out(edge):
    left, right = columns_in(100, edge), columns_in(edge, 120)
    assert (left.start, left.stop, right.stop) == (0, right.start, 10)


@pytest.mark.parametrize("edge", [195.0, 195.0 + 1e-9, 195.0 - 1e-9, 195.0 + 1.9e-3, 195.0 - 1.9e-3, 194.3, 196.0])
def test_extents_that_meet_share_no_row_and_leave_none_out(edge):
    upper, lower = rows_in(edge, 200), rows_in(184, edge)
    assert (upper.start, upper.stop, lower.stop) == (0, lower.start, 8)


def test_many_extents_side_by_side_hold_each_column_once():
    edges = np.linspace(100, 120, 41)
    found = []
    for xmin, xmax in zip(edges[:-1].tolist(), edges[1:].tolist()):
        try:
            part = columns_in(xmin, xmax)
        except ParameterError:
            continue
        found += range(part.start, part.stop)
    assert found == list(range(10))


@pytest.mark.parametrize("off", [1.9e-3, -1.9e-3])
def test_centre_within_a_thousandth_of_a_pixel_of_the_edge_is_on_it(off):
    assert columns_in(105 + off, 111 + off) == slice(2, 5)
    assert rows_in(189 + off, 195 + off) == slice(2, 5)


@pytest.mark.parametrize("extent", [(0, 0, 50, 50), (104.1, 190, 104.9, 195), (np.nan, 0, 1, 1), (0, 0, np.inf, 1)])
def test_extent_without_pixels_is_refused(extent):
    with pytest.raises(ParameterError, match="holds no pixel of grid"):
        window_in(SQUARES, extent, "grid")


def test_without_extent_all_is_chosen():
    assert chosen_window(SQUARES, None, "grid") == (slice(0, 8), slice(0, 10))


def test_extent_is_asked_for_in_the_crs_of_the_grid():
    asked = []

    def extent(crs):
        asked.append(crs)
        return 104, 190, 108, 196

    assert chosen_window(Grid(10, 8, 100.0, 200.0, 2.0, 2.0, "a crs"), extent, "grid") == (slice(2, 5), slice(2, 4))
    assert asked == ["a crs"]
