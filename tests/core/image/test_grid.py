import pytest

from neon_aop.core.errors import ParameterError
from neon_aop.core.image.grid import Grid, check_window, crs_in_words

GRID = Grid(24, 20)


def test_no_window_is_the_whole_grid():
    assert check_window(GRID, None, "image") == (slice(0, 20), slice(0, 24))


@pytest.mark.parametrize("window", [(slice(0, 20), slice(0, 24)), (slice(19, 20), slice(23, 24))])
def test_window_within_the_grid(window):
    assert check_window(GRID, window, "image") == window


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
        check_window(GRID, window, "image")


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
