import numpy as np
import pytest

from neon_aop.core.methods.chisquare import chi_square_probability, chi_square_quantile

stats = pytest.importorskip("scipy.stats", reason="SciPy is not installed")


@pytest.mark.parametrize("freedom", [1, 2, 9, 87, 173, 426])
@pytest.mark.parametrize("share", [1e-6, 0.05, 0.5, 0.999, 0.999999])
def test_quantiles_are_those_of_scipy(share, freedom):
    assert chi_square_quantile(share, freedom) == pytest.approx(stats.chi2.ppf(share, freedom), rel=1e-9)


@pytest.mark.parametrize("freedom", [1, 12, 426])
def test_probabilities_are_those_of_scipy(freedom):
    values = np.array([0.0, 0.1, 1.0, freedom / 2, freedom, 2.0 * freedom, 1000.0, 5000.0])
    found = [chi_square_probability(value, freedom) for value in values]
    np.testing.assert_allclose(found, stats.chi2.cdf(values, freedom), rtol=1e-10, atol=1e-300)
