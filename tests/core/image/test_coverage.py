import numpy as np
import pytest

from neon_aop.core.errors import ParameterError
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.coverage import Coverage, check_coverage
from neon_aop.core.progress import Progress

BANDS = Bands.of([450.0, 550.0, 650.0, 850.0])


class Log(Progress):
    def __init__(self):
        self.warnings = []

    def warn(self, text):
        self.warnings.append(text)


def coverage_of(is_data):
    """Return the coverage of bands, bool, shape (bands, pixels)."""
    return Coverage(is_data.sum(axis=1), int(is_data.any(axis=0).sum()), int(is_data.all(axis=0).sum()))


def warnings_of(is_data):
    log = Log()
    check_coverage([coverage_of(is_data)], BANDS, ["scene"], log)
    return log.warnings


@pytest.fixture
def is_data():
    return np.ones((4, 100), bool)


def test_nothing_is_said_while_half_of_the_pixels_are_valid(is_data):
    is_data[2, :50] = False
    assert warnings_of(is_data) == []
    assert warnings_of(np.zeros_like(is_data)) == []


def test_band_that_takes_away_most_pixels_is_named(is_data):
    is_data[2, :51] = False
    is_data[1, :10] = False
    (warning,) = warnings_of(is_data)
    assert warning.startswith("scene: 49.0 % of the pixels with data are used")
    assert "band 3 (650.0 nm): 51.0 %. To use more pixels, leave these bands out: " in warning


def test_pixels_without_data_in_any_band_do_not_count(is_data):
    is_data[2, :40] = False
    is_data[:, 60:] = False
    assert "33.3 % of the pixels with data are used" in warnings_of(is_data)[0]


def test_bands_that_leave_no_pixel_together_are_named_the_emptiest_first(is_data):
    is_data[0, 60:] = False
    is_data[3, :60] = False
    with pytest.raises(ParameterError, match=r"scene has no valid pixel.*band 4 .*: 60.0 %, band 1 .*: 40.0 %\."):
        warnings_of(is_data)


def test_halves_without_overlap_name_all_bands(is_data):
    is_data[:2, :50] = is_data[2:, 50:] = False
    with pytest.raises(ParameterError, match=", ".join(f"band {band} .*: 50.0 %" for band in (1, 2, 3, 4))):
        warnings_of(is_data)


def test_no_more_than_eight_bands_are_named():
    is_data = np.ones((20, 10), bool)
    is_data[:, 1:] = np.eye(20, 9, dtype=bool)
    log = Log()
    check_coverage([coverage_of(is_data)], Bands.of(np.arange(20) + 400.0), ["scene"], log)
    assert log.warnings[0].count(" nm): ") == 8 and " and 12 more." in log.warnings[0]


def test_coverage_of_two_images_is_their_sum(is_data):
    other = is_data.copy()
    other[2] = False
    both = coverage_of(is_data) + coverage_of(other)
    assert both.of_band.tolist() == [200, 200, 100, 200]
    assert (both.in_some, both.in_all) == (200, 100)


def test_each_image_that_loses_most_pixels_is_named(is_data):
    empty = is_data.copy()
    empty[1] = False
    log = Log()
    check_coverage(list(map(coverage_of, (is_data, empty, is_data))), BANDS, ["west", "middle", "east"], log)
    (warning,) = log.warnings
    assert warning.startswith("middle: 0.0 % of the pixels") and "band 2 (550.0 nm): 100.0 %" in warning


def test_no_more_than_five_images_are_named(is_data):
    empty = is_data.copy()
    empty[1] = False
    log = Log()
    check_coverage([coverage_of(is_data)] + [coverage_of(empty)] * 7, BANDS, list("abcdefgh"), log)
    assert len(log.warnings) == 6 and log.warnings[-1].startswith("In 2 more images, most of the pixels")
