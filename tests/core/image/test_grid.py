"""Which pixels lie in an extent or a window, and how a coordinate reference system is called."""

from __future__ import annotations

import numpy as np
import pytest

from neon_aop.core.errors import ParameterError
from neon_aop.core.image.grid import Grid, check_window, chosen_window, crs_in_words, window_in

GRID = Grid(10, 8, 100.0, 200.0, 2.0, 2.0)
WHOLE = Grid(24, 20)


def columns_in(xmin, xmax):
    return window_in(GRID, (xmin, 0, xmax, 1000), "grid")[1]


def rows_in(ymin, ymax):
    return window_in(GRID, (0, ymin, 1000, ymax), "grid")[0]


def test_centres_decide():
    assert window_in(GRID, (102.9, 190.9, 109.1, 197.1), "grid") == (slice(1, 5), slice(1, 5))
    assert window_in(GRID, (103.1, 191.1, 108.9, 196.9), "grid") == (slice(2, 4), slice(2, 4))


def test_extent_of_the_grid_and_beyond_holds_all():
    assert window_in(GRID, (100, 184, 120, 200), "grid") == (slice(0, 8), slice(0, 10))
    assert window_in(GRID, (-1e9, -1e9, 1e9, 1e9), "grid") == (slice(0, 8), slice(0, 10))


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
        window_in(GRID, extent, "grid")


def test_without_extent_all_is_chosen():
    assert chosen_window(GRID, None, "grid") == (slice(0, 8), slice(0, 10))


def test_extent_is_asked_for_in_the_crs_of_the_grid():
    asked = []

    def extent(crs):
        asked.append(crs)
        return 104, 190, 108, 196

    assert chosen_window(Grid(10, 8, 100.0, 200.0, 2.0, 2.0, "a crs"), extent, "grid") == (slice(2, 5), slice(2, 4))
    assert asked == ["a crs"]


def test_no_window_is_the_whole_grid():
    assert check_window(WHOLE, None, "image") == (slice(0, 20), slice(0, 24))


@pytest.mark.parametrize("window", [(slice(0, 20), slice(0, 24)), (slice(19, 20), slice(23, 24))])
def test_window_within_the_grid(window):
    assert check_window(WHOLE, window, "image") == window


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
        check_window(WHOLE, window, "image")


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
