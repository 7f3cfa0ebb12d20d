import numpy as np
import pytest

from neon_aop.core.errors import Cancelled, ParameterError
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.pixels import LARGEST_VALUE, Pixels, check_largest, compact, compact_bands, nodata_as
from neon_aop.core.progress import Progress

VALID = np.array([[True, False, True], [False, False, False], [True, True, False], [False, True, True]])
VALUES = np.arange(12, dtype=np.int16).reshape(6, 2)


@pytest.fixture
def image():
    return Pixels(VALUES.copy(), VALID, Grid(width=3, height=4), Bands.of([500, 600]), scale=1e-4, offset=-0.1)


def test_length_is_the_number_of_valid_pixels(image):
    assert len(image) == 6


def test_reflectance_is_scaled_stored_values(image):
    assert image.to_reflectance(np.array([[0, 5000]])) == pytest.approx(np.array([[-0.1, 0.4]]))


def test_spectra_return_from_reflectance(image):
    spectra = np.array([[-3.0, 0.0, 4321.25]])
    assert image.from_reflectance(image.to_reflectance(spectra)) == pytest.approx(spectra, abs=1e-9)


@pytest.mark.parametrize("rows", [(0, 1), (0, 4), (1, 2), (1, 3), (2, 4), (4, 4)])
def test_rows_are_those_of_their_valid_pixels(image, rows):
    numbers = np.full(VALID.shape, -1)
    numbers[VALID] = np.arange(6)
    wanted = numbers[slice(*rows)]
    assert np.arange(6)[image.rows(*rows)].tolist() == wanted[wanted >= 0].tolist()


def test_excluded_pixels_leave_values_and_mask(image):
    excluded = np.zeros_like(VALID)
    excluded[0, :2] = excluded[3, 1] = True
    left = image.without(excluded)
    assert left.values.tolist() == VALUES[[1, 2, 3, 5]].tolist()
    assert (left.valid == (VALID & ~excluded)).all()


def test_rows_are_right_after_excluding(image):
    image.rows(0, 4)
    excluded = np.zeros_like(VALID)
    excluded[0, 0] = True
    assert image.without(excluded).rows(2, 4) == slice(1, 5)


def test_excluding_only_pixels_without_data_changes_nothing(image):
    assert image.without(~VALID) is image


def test_compact_moves_valid_pixels_to_the_front():
    values = np.arange(30_000).reshape(10_000, 3)
    valid = np.random.default_rng(1).random(10_000) < 0.8
    expected = values[valid]
    front = compact(values, valid, Progress())
    np.testing.assert_array_equal(front, expected)
    assert np.shares_memory(front, values)


def test_compact_leaves_valid_pixels_alone():
    values = np.arange(30).reshape(10, 3)
    assert compact(values, np.ones((2, 5), bool), Progress()) is values


@pytest.mark.parametrize("count", [4095, 4096, 4097, 3 * 4096 + 5])
def test_compact_of_pixels_in_rows_keeps_their_order(count):
    """The number of pixels that are moved at a time makes no difference, nor does the shape of the mask."""
    values = np.arange(3 * count).reshape(-1, 1)
    valid = (np.random.default_rng(count).random((3, count)) < 0.5) & (np.arange(count) != 0)
    expected = values[valid.ravel()]
    np.testing.assert_array_equal(compact(values, valid, Progress()), expected)


def test_compact_of_no_valid_pixel_is_empty():
    assert compact(np.ones((10, 3)), np.zeros(10, bool), Progress()).shape == (0, 3)


def test_compact_can_be_cancelled():
    class CancelAtOnce(Progress):
        def cancelled(self):
            return True

    with pytest.raises(Cancelled):
        compact(np.ones((10, 3)), np.arange(10) > 4, CancelAtOnce())


def test_values_up_to_the_largest_are_accepted():
    check_largest(LARGEST_VALUE, "image")


@pytest.mark.parametrize("largest", [1.01 * LARGEST_VALUE, np.inf, np.nan])
def test_values_whose_squares_are_too_large_are_refused(largest):
    with pytest.raises(ParameterError, match=r"image holds values that are too large to compute with \(up to "):
        check_largest(largest, "image")


@pytest.mark.parametrize("kept", [[True, False, True], [False, False, True], [True, True, True], [False] * 3])
def test_compacting_bands_keeps_the_wanted_ones_in_place(kept):
    values = np.arange(30_000, dtype=np.int32).reshape(-1, 3)
    expected = values[:, kept].copy()
    found = compact_bands(values, np.array(kept), Progress())
    np.testing.assert_array_equal(found, expected)
    assert found.flags.c_contiguous
    assert not found.size or np.shares_memory(found, values)


@pytest.mark.parametrize(
    ("nodata", "dtype"), [(-9999.0, "int16"), (255.0, "uint8"), (-9999.5, "float32"), (2.0**63, "uint64")]
)
def test_no_data_value_that_the_type_has(nodata, dtype):
    found = nodata_as(nodata, np.dtype(dtype))
    assert found == nodata
    assert found.dtype == dtype


def test_no_data_value_is_rounded_as_the_stored_ones_are():
    assert nodata_as(-3.4028234663852886e38, np.dtype("float32")) == np.finfo("float32").min
    assert nodata_as(0.1, np.dtype("float32")) == np.float32(0.1)


@pytest.mark.parametrize(
    ("nodata", "dtype"),
    [
        (None, "int16"),
        (np.nan, "float32"),
        (np.inf, "float64"),
        (-9999.5, "int16"),
        (40000.0, "int16"),
        (-1.0, "uint16"),
        (2.0**63, "int64"),
        (1e300, "float32"),
    ],
)
def test_no_data_value_that_the_type_does_not_have(nodata, dtype):
    assert nodata_as(nodata, np.dtype(dtype)) is None
