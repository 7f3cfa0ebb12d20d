import numpy as np
import pytest

from neon_aop.core.compute import momentsums
from neon_aop.core.compute.imageset import LocalImages
from neon_aop.core.compute.momentsums import MomentSums, shift_for, sum_moments
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.pixels import Pixels


def sums_of(values, shift):
    pixels, bands = values.shape
    image = Pixels(values, np.ones((1, pixels), bool), Grid(pixels, 1), Bands.of(np.full(bands, np.nan)))
    with LocalImages([image]) as images:
        return images.call(0, sum_moments, shift)


def covariance(values, shift):
    total = sums_of(values, shift)
    return (total.products - np.outer(total.sums / len(values), total.sums)) / (len(values) - 1)


@pytest.mark.parametrize("dtype", [np.uint8, np.int16, np.uint16])
def test_sums_of_integers_are_exact_with_any_integer_shift(dtype, monkeypatch):
    monkeypatch.setattr(momentsums, "BLOCK_PIXELS", 100)
    limits = np.iinfo(dtype)
    values = np.random.default_rng(0).integers(limits.min, limits.max + 1, (1000, 3)).astype(dtype)
    for shift in (values[0], np.array([limits.max, limits.min, 0])):
        total = sums_of(values, shift.astype(float))
        exact = values.astype(object) - shift.astype(object)
        assert total.sums.tolist() == exact.sum(axis=0).tolist()
        assert total.products.tolist() == (exact.T @ exact).tolist()


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_covariance_does_not_suffer_from_an_unusual_first_pixel(dtype):
    values = (300 + np.random.default_rng(1).normal(0, 1e-2, (20_000, 4))).astype(dtype)
    values[0] = 1e7
    found = covariance(values[1:], shift_for(values))
    np.testing.assert_allclose(found, np.cov(values[1:].T.astype(np.float64)), rtol=1e-9, atol=1e-13)


def test_large_offset_leaves_the_covariance_its_digits():
    values = 1e9 + np.random.default_rng(2).normal(0, 1, (20_000, 3))
    np.testing.assert_allclose(covariance(values, shift_for(values)), np.cov(values.T), rtol=1e-9, atol=1e-9)


def test_integers_are_shifted_by_the_first_pixel():
    assert shift_for(np.array([[3, 4], [100, 200], [5, 6]], np.int16)).tolist() == [3, 4]


def test_total_adds_parts():
    parts = [MomentSums(n, np.array([n]), np.array([[10 * n]])) for n in (1, 2, 3)]
    total = MomentSums.total(parts)
    assert (total.pixels, total.sums.tolist(), total.products.tolist()) == (6, [6], [[60]])
    assert parts[0].sums.tolist() == [1]
