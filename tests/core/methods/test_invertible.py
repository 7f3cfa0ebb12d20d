import numpy as np
import pytest

from neon_aop.core.errors import ParameterError
from neon_aop.core.image.bands import Bands
from neon_aop.core.methods.invertible import check_invertible, dependent_bands

BANDS = 30


def spectra(seed=0):
    """Neighbouring bands that are much alike, in very different units."""
    rng = np.random.default_rng(seed)
    alike = np.cumsum(rng.normal(0, 1e-3, (500, BANDS)), axis=1) + rng.normal(0, 1, (500, 1))
    return alike * np.logspace(-6, 4, BANDS)


def covariance(values):
    return np.cov(values.T)


def test_bands_that_are_much_alike_are_no_copies():
    assert len(dependent_bands(covariance(spectra()))) == 0


@pytest.mark.parametrize("kind", [np.float64, np.float32])
def test_one_of_two_copies_is_found(kind):
    values = spectra()
    values[:, 20] = (values[:, 4] * 3).astype(kind)
    found = dependent_bands(covariance(values))
    assert len(found) == 1 and found[0] in (4, 20)


def test_sum_of_bands_is_found():
    values = spectra()
    values[:, 9] = values[:, 7] / values[:, 7].std() - values[:, 8] / values[:, 8].std()
    assert len(dependent_bands(covariance(values))) == 1


def test_constant_bands_are_found():
    values = spectra()
    values[:, [3, 17]] = 5
    assert dependent_bands(covariance(values)).tolist() == [3, 17]


def test_spectra_of_few_materials_leave_as_many_bands_over():
    values = np.random.default_rng(1).random((500, 4)) @ np.random.default_rng(2).random((4, BANDS))
    assert len(dependent_bands(covariance(values))) == BANDS - 4


def test_bands_are_named_and_long_lists_are_cut():
    bands = Bands.of(500.0 + np.arange(BANDS))
    matrix = covariance(spectra())
    check_invertible(matrix, bands, "scene")
    matrix[:, 2] = matrix[2] = 0
    with pytest.raises(ParameterError, match=r"^band 3 \(502\.0 nm\) of scene is constant, or a copy"):
        check_invertible(matrix, bands, "scene")
    with pytest.raises(ParameterError, match=r"band 8 \(507\.0 nm\) and 22 more of scene are constant, or copies"):
        check_invertible(np.zeros_like(matrix), bands, "scene")
