import math

import numpy as np
import pytest

from neon_aop.core.compute import exactsum
from neon_aop.core.compute.exactsum import ExactSummer

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


def test_sums_of_float32_of_like_size_are_exact():
    rng = np.random.default_rng(2)
    values = rng.uniform(0.25, 1, (2500, 3)).astype(np.float32)
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
