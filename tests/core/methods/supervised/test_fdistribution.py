"""Quantiles of the F distribution are those of SciPy."""

from __future__ import annotations

import pytest
from scipy.special import betainc
from scipy.stats import f

from neon_aop.core.methods.supervised.fdistribution import f_quantile, incomplete_beta

QUANTILES = [(400, 1, 0.9999), (400, 1, 0.999), (173, 2, 0.9999), (1, 5, 0.001)]


@pytest.mark.parametrize("share", [0.5, 0.95, 0.999])
@pytest.mark.parametrize("numerator, denominator", [(1, 1), (9, 51), (173, 27), (173, 5000), (2, 100000)])
def test_quantiles_are_those_of_scipy(share, numerator, denominator):
    assert f_quantile(share, numerator, denominator) == pytest.approx(f.ppf(share, numerator, denominator), rel=1e-10)


@pytest.mark.parametrize("numerator, denominator, share", QUANTILES)
def test_large_and_small_quantiles_lose_no_digits(numerator, denominator, share):
    assert f_quantile(share, numerator, denominator) == pytest.approx(f.ppf(share, numerator, denominator), rel=1e-11)


@pytest.mark.parametrize("a, b, x", [(0.5, 0.5, 0.1), (30, 2, 0.99), (500, 700, 0.41), (3, 4, 0.0), (3, 4, 1.0)])
def test_incomplete_beta_is_that_of_scipy(a, b, x):
    assert incomplete_beta(a, b, x) == pytest.approx(betainc(a, b, x), rel=1e-10)
