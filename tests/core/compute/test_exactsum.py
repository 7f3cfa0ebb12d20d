import math

import numpy as np
import pytest

from neon_aop.core.compute import exactsum
from neon_aop.core.compute.exactsum import ExactSummer, typical_size

INTEGERS = [np.uint8, np.int8, np.int16, np.uint16, np.int32, np.uint32]
FLOATS = [np.float32, np.float64]


def extreme_integers(dtype, rng, pixels=3000, bands=4):
    """Pixels near the limits of the type, whose sums need the most digits."""
    limits = np.iinfo(dtype)
    near = rng.integers(0, 3, (pixels, bands))
    low = rng.random((pixels, bands)) < (0.1 if limits.min else 0)
    return np.where(low, limits.min + near, limits.max - near).astype(dtype)


def summed(values, classes, labels, order=None):
    order = np.arange(len(values)) if order is None else order
    summer = ExactSummer(values.dtype, np.abs(values.astype(float)).max())
    sums = summer.zeros(classes, values.shape[1])
    summer.add(sums, values, order, labels[order])
    return summer, sums


@pytest.mark.parametrize("dtype", INTEGERS)
def test_sums_of_integers_are_exact(dtype):
    rng = np.random.default_rng(0)
    values, labels = extreme_integers(dtype, rng), rng.integers(0, 3, 3000)
    summer, sums = summed(values, 3, labels)
    expected = [[sum(band.tolist()) for band in values[labels == label].T] for label in range(3)]
    assert summer.value(sums).tolist() == expected


@pytest.mark.parametrize("value", [-32768, 32767, 65535])
def test_sums_of_one_value_over_a_whole_slab_are_exact(value):
    values = np.full((exactsum.SLAB_ROWS + 1, 1), value, dtype=np.int16 if value < 32768 else np.uint16)
    summer, sums = summed(values, 1, np.zeros(len(values), int))
    assert summer.value(sums).item() == value * len(values)


@pytest.mark.parametrize("dtype", FLOATS)
@pytest.mark.parametrize("scale", [1e-30, 1e-4, 1.0, 1e30])
def test_sums_of_floats_are_those_of_fsum(dtype, scale):
    rng = np.random.default_rng(1)
    values = (rng.normal(0.3, 1, (2500, 3)) * scale).astype(dtype)
    summer, sums = summed(values, 1, np.zeros(2500, int))
    expected = [math.fsum(band.tolist()) for band in values.T]
    rounding = float(np.abs(values).max()) * 2.0**-48
    assert summer.value(sums)[0] == pytest.approx(np.array(expected), rel=1e-15, abs=2500 * rounding)


@pytest.mark.parametrize("dtype", [np.float16, np.float32])
def test_sums_of_small_floats_of_like_size_are_exact(dtype):
    rng = np.random.default_rng(2)
    values = rng.uniform(0.25, 1, (2500, 3)).astype(dtype)
    summer, sums = summed(values, 1, np.zeros(2500, int))
    assert summer.value(sums)[0].tolist() == [math.fsum(band.tolist()) for band in values.T]


@pytest.mark.parametrize("dtype", [*INTEGERS, *FLOATS])
def test_sums_do_not_depend_on_the_order(dtype):
    rng = np.random.default_rng(3)
    if dtype in FLOATS:
        values = (rng.normal(0, 1, (2500, 3)) * 10.0 ** rng.uniform(-6, 6, (2500, 1))).astype(dtype)
    else:
        values = extreme_integers(dtype, rng, 2500, 3)
    labels = rng.integers(0, 4, 2500)
    _, sums = summed(values, 4, labels)
    for _ in range(3):
        _, others = summed(values, 4, labels, rng.permutation(2500))
        assert (others == sums).all()


@pytest.mark.parametrize("dtype", [*INTEGERS, *FLOATS])
def test_sums_do_not_depend_on_the_size_of_slabs(dtype, monkeypatch):
    rng = np.random.default_rng(4)
    values = rng.integers(0, 120, (1000, 3)).astype(dtype) / (dtype(7) if dtype in FLOATS else 1)
    values, labels = values.astype(dtype), rng.integers(0, 2, 1000)
    _, sums = summed(values, 2, labels)
    monkeypatch.setattr(exactsum, "SLAB_ROWS", 77)
    assert (summed(values, 2, labels)[1] == sums).all()


@pytest.mark.parametrize("dtype", [*INTEGERS, *FLOATS])
def test_what_is_taken_away_again_leaves_nothing(dtype):
    rng = np.random.default_rng(5)
    values = rng.normal(0, 100, (1500, 3)).astype(dtype) if dtype in FLOATS else extreme_integers(dtype, rng, 1500, 3)
    labels, others = rng.integers(0, 3, 1500), rng.integers(3, 5, 1500)
    summer, sums = summed(values, 5, labels)
    order = rng.permutation(1500)
    summer.add(sums, values, order, others[order], labels[order])
    assert not sums[:, :3].any()
    assert (sums.sum(axis=1) == summed(values, 1, np.zeros(1500, int))[1][:, 0]).all()


def test_a_pixel_that_stays_in_its_class_changes_nothing():
    values = np.full((10, 2), 7, np.int16)
    summer, sums = summed(values, 2, np.zeros(10, int))
    summer.add(sums, values, np.arange(10), np.zeros(10, int), np.zeros(10, int))
    assert sums.tolist() == [[[70, 70], [0, 0]]]


def test_only_the_named_pixels_are_added():
    values = np.arange(20, dtype=np.int16).reshape(10, 2)
    summer = ExactSummer(np.int16, 19)
    sums = summer.zeros(2, 2)
    summer.add(sums, values, np.array([9, 0]), np.array([1, 1]))
    assert summer.value(sums).tolist() == [[0, 0], [18, 20]]


def test_sums_of_nothing_are_zero():
    summer = ExactSummer(np.float32, 0.0)
    sums = summer.zeros(2, 3)
    summer.add(sums, np.zeros((4, 3), np.float32), np.arange(4), np.zeros(4, int))
    assert not summer.value(sums).any()


@pytest.mark.parametrize("dtype", FLOATS)
@pytest.mark.parametrize("absurd", [1e15, -3.4e38])
def test_one_absurd_value_takes_no_digit_from_the_sums_of_other_classes(dtype, absurd):
    rng = np.random.default_rng(6)
    values = rng.uniform(0.01, 0.6, (3000, 4)).astype(dtype)
    values[17, 2] = absurd
    labels = np.zeros(3000, int)
    labels[17] = 1
    summer = ExactSummer(dtype, np.abs(values.astype(float)).max(), typical_size(values))
    sums = summer.zeros(2, 4)
    summer.add(sums, values, np.arange(3000), labels)
    others = np.delete(values, 17, axis=0)
    np.testing.assert_allclose(summer.value(sums)[0], [math.fsum(band.tolist()) for band in others.T], rtol=1e-11)
    np.testing.assert_allclose(summer.value(sums)[1], values[17], rtol=1e-11, atol=1e-15)


def test_a_band_of_small_values_keeps_its_digits_beside_one_of_large_values():
    rng = np.random.default_rng(7)
    values = rng.uniform(0.5, 1, (3000, 2)) * [1e-9, 1e9]
    summer = ExactSummer(values.dtype, values.max(), typical_size(values))
    sums = summer.zeros(1, 2)
    summer.add(sums, values, np.arange(3000), np.zeros(3000, int))
    np.testing.assert_allclose(summer.value(sums)[0], [math.fsum(band.tolist()) for band in values.T], rtol=1e-15)


def test_sane_floats_need_two_parts():
    values = np.random.default_rng(8).uniform(0.001, 1.5, (3000, 4)).astype(np.float32)
    assert len(ExactSummer(np.float32, values.max(), typical_size(values)).zeros(1, 4)) == 2


@pytest.mark.parametrize("dtype", [np.int16, np.float32, np.float64])
def test_sums_about_an_origin_are_right_where_it_is_large(dtype):
    rng = np.random.default_rng(9)
    offset = 30_000 if dtype == np.int16 else 2.0**20 if dtype == np.float32 else 1e12
    values = (offset + rng.uniform(-1, 1, (3000, 3)) * (1 if dtype == np.float64 else 100)).astype(dtype)
    origin = values.mean(axis=0, dtype=np.float64)
    summer = ExactSummer(dtype, np.abs(values.astype(float)).max(), typical_size(values))
    sums = summer.zeros(2, 3)
    labels = np.arange(3000) % 2
    summer.add(sums, values, np.arange(3000), labels)
    found = summer.value_about(sums, np.array([1500, 1500]), origin)
    expected = [
        [math.fsum([*map(float, band[labels == label]), *[-middle] * 1500]) for band, middle in zip(values.T, origin)]
        for label in (0, 1)
    ]
    np.testing.assert_allclose(found, expected, rtol=1e-12)


def test_typical_size_is_that_of_the_band_of_smallest_values():
    sample = np.array([[1.0, -0.02, 0], [3.0, 0.04, 0], [2.0, 0.0, 0], [1e30, -0.03, 0]])
    assert typical_size(sample) == 0.03


def test_typical_size_of_zeros_is_zero():
    assert typical_size(np.zeros((5, 2))) == 0
