"""Abundances are those of quadratic programs, of SciPy's nnls and of all supports tried one by one."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from scipy.optimize import minimize, nnls

from neon_aop.core.compute.imageset import ImageState
from neon_aop.core.constants import FULLY_CONSTRAINED, MOST_ENDMEMBERS, NON_NEGATIVE, SUM_TO_ONE, UNCONSTRAINED
from neon_aop.core.errors import TableError
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.methods.unmixing.mixtures import Unmixing
from neon_aop.core.spectra.classes import SpectralClasses

BANDS = 40


def classes_of(spectra, names=None):
    bands = Bands.of(np.linspace(400, 2400, spectra.shape[1]))
    count = len(spectra)
    return SpectralClasses(np.arange(1, count + 1), spectra, bands, np.zeros(count, np.int64), given_names=names or {})


def unmixed(spectra, stored, method=FULLY_CONSTRAINED, scale=1.0, offset=0.0):
    """Return abundances, shape (pixels, endmembers), and residuals of stored pixels."""
    image = Pixels(
        stored, np.ones((1, len(stored)), bool), Grid(len(stored), 1), Bands.of(np.arange(BANDS)), scale, offset
    )
    found = Unmixing(classes_of(spectra), method)(ImageState(image), slice(0, len(stored)))
    return found[:-1].T, found[-1]


def made(endmembers, pixels=2000, noise=0.05, seed=0):
    """Return endmembers and noisy mixtures of them, of which many lie outside of the simplex."""
    rng = np.random.default_rng(seed)
    spectra = rng.uniform(0.02, 0.6, (endmembers, BANDS))
    return spectra, rng.dirichlet([0.3] * endmembers, pixels) @ spectra + rng.normal(0, noise, (pixels, BANDS))


def by_nnls(spectra, pixels):
    """SciPy's non-negative least squares with a heavy row for the sum, which leaves an error of about 1e-8."""
    weight = 1e4 * np.abs(spectra).max()
    matrix = np.vstack([spectra.T, np.full(len(spectra), weight)])
    return np.array([nnls(matrix, np.append(pixel, weight))[0] for pixel in pixels])


def by_all_supports(spectra, pixels):
    """The best of the mixtures that sum to one for each set of endmembers, of those without negative abundances."""
    count = len(spectra)
    best, abundances = np.full(len(pixels), np.inf), np.empty((len(pixels), count))
    for size in range(1, count + 1):
        for members in map(list, combinations(range(count), size)):
            directions = (spectra[members[:-1]] - spectra[members[-1]]).T
            shares = np.zeros((len(pixels), count))
            if size > 1:
                shares[:, members[:-1]] = np.linalg.lstsq(directions, (pixels - spectra[members[-1]]).T, rcond=None)[
                    0
                ].T
            shares[:, members[-1]] = 1 - shares.sum(axis=1)
            errors = ((pixels - shares @ spectra) ** 2).sum(axis=1)
            is_better = (shares >= -1e-12).all(axis=1) & (errors < best)
            best[is_better], abundances[is_better] = errors[is_better], shares[is_better]
    return abundances


@pytest.mark.parametrize("endmembers", [2, 3, 4, 8, 9, 12, 16, 17, MOST_ENDMEMBERS])
def test_fully_constrained_abundances_are_those_of_nnls(endmembers):
    spectra, pixels = made(endmembers)
    abundances, _ = unmixed(spectra, pixels)
    np.testing.assert_allclose(abundances, by_nnls(spectra, pixels), rtol=0, atol=1e-6)
    np.testing.assert_allclose(abundances.sum(axis=1), 1, rtol=0, atol=1e-12)
    assert abundances.min() == 0


@pytest.mark.parametrize("endmembers", [1, 2, 3, 4])
def test_fully_constrained_abundances_are_the_best_of_all_supports(endmembers):
    spectra, pixels = made(endmembers, noise=0.2)
    np.testing.assert_allclose(unmixed(spectra, pixels)[0], by_all_supports(spectra, pixels), rtol=0, atol=1e-9)


def test_fully_constrained_abundances_solve_the_quadratic_program():
    spectra, pixels = made(6, pixels=25)
    abundances, _ = unmixed(spectra, pixels)
    for pixel, found in zip(pixels, abundances):
        solved = minimize(
            lambda shares, pixel=pixel: ((pixel - shares @ spectra) ** 2).sum(),
            np.full(6, 1 / 6),
            jac=lambda shares, pixel=pixel: -2 * spectra @ (pixel - shares @ spectra),
            bounds=[(0, 1)] * 6,
            constraints={"type": "eq", "fun": lambda shares: shares.sum() - 1, "jac": np.ones_like},
            method="SLSQP",
            options={"ftol": 1e-15, "maxiter": 500},
        )
        np.testing.assert_allclose(found, solved.x, rtol=0, atol=1e-6)


@pytest.mark.parametrize("endmembers", [1, 4, 12])
def test_non_negative_abundances_are_those_of_nnls(endmembers):
    spectra, pixels = made(endmembers)
    expected = np.array([nnls(spectra.T, pixel)[0] for pixel in pixels])
    np.testing.assert_allclose(unmixed(spectra, pixels, NON_NEGATIVE)[0], expected, rtol=0, atol=1e-9)


def test_unconstrained_abundances_are_those_of_least_squares():
    spectra, pixels = made(5)
    expected = np.linalg.lstsq(spectra.T, pixels.T, rcond=None)[0].T
    np.testing.assert_allclose(unmixed(spectra, pixels, UNCONSTRAINED)[0], expected, rtol=0, atol=1e-10)


def test_abundances_that_sum_to_one_may_be_negative():
    spectra, pixels = made(4, noise=0.2)
    gram = np.block([[2 * spectra @ spectra.T, np.ones((4, 1))], [np.ones((1, 4)), np.zeros((1, 1))]])
    right = np.vstack([2 * spectra @ pixels.T, np.ones((1, len(pixels)))])
    expected = np.linalg.solve(gram, right)[:-1].T
    abundances, _ = unmixed(spectra, pixels, SUM_TO_ONE)
    np.testing.assert_allclose(abundances, expected, rtol=0, atol=1e-9)
    assert abundances.min() < 0


@pytest.mark.parametrize("method", [FULLY_CONSTRAINED, NON_NEGATIVE, SUM_TO_ONE, UNCONSTRAINED])
def test_the_residual_is_the_root_mean_squared_difference(method):
    spectra, pixels = made(5)
    abundances, residuals = unmixed(spectra, pixels, method)
    expected = np.sqrt(((pixels - abundances @ spectra) ** 2).mean(axis=1))
    np.testing.assert_allclose(residuals, expected, rtol=0, atol=1e-8)


@pytest.mark.parametrize("method", [FULLY_CONSTRAINED, NON_NEGATIVE])
def test_stored_integers_with_scale_and_offset_are_unmixed_as_reflectance(method):
    spectra, pixels = made(4)
    stored = np.rint((pixels - 0.1) / 1e-4).astype(np.int16)
    plain = unmixed(spectra, stored * 1e-4 + 0.1, method)
    for found, expected in zip(unmixed(spectra, stored, method, 1e-4, 0.1), plain):
        np.testing.assert_allclose(found, expected, rtol=0, atol=1e-9)


def test_mixtures_without_noise_are_found_again():
    rng = np.random.default_rng(2)
    spectra, shares = rng.uniform(0.02, 0.6, (9, BANDS)), rng.dirichlet([0.3] * 9, 500)
    abundances, residuals = unmixed(spectra, shares @ spectra)
    np.testing.assert_allclose(abundances, shares, rtol=0, atol=1e-9)
    assert residuals.max() < 1e-7


def test_shade_takes_up_brightness():
    rng = np.random.default_rng(3)
    spectra = np.vstack([rng.uniform(0.1, 0.6, (2, BANDS)), np.zeros(BANDS)])
    abundances, _ = unmixed(spectra, 0.4 * spectra[:1] + 0.1 * spectra[1:2])
    np.testing.assert_allclose(abundances, [[0.4, 0.1, 0.5]], rtol=0, atol=1e-12)


def test_nearly_equal_endmembers_leave_the_least_residual():
    spectra, pixels = made(5, pixels=300)
    spectra[3] = spectra[1] + 1e-5 * spectra[2]
    _, residuals = unmixed(spectra, pixels)
    expected = np.sqrt(((pixels - by_nnls(spectra, pixels) @ spectra) ** 2).mean(axis=1))
    np.testing.assert_allclose(residuals, expected, rtol=0, atol=1e-7)


def test_pixels_that_are_too_large_have_no_data_and_others_are_not_affected():
    spectra, pixels = made(4, pixels=10)
    expected = unmixed(spectra, pixels)[0]
    pixels[[2, 5]] = [[1e200], [np.finfo(float).max]]
    abundances, residuals = unmixed(spectra, pixels)
    is_wrong = np.isin(np.arange(10), [2, 5])
    assert np.isnan(abundances[is_wrong]).all() and np.isnan(residuals[is_wrong]).all()
    np.testing.assert_array_equal(abundances[~is_wrong], expected[~is_wrong])


def degenerate(kind):
    spectra = made(4)[0]
    if kind == "equal":
        spectra[3] = spectra[1]
    elif kind == "dependent":
        spectra[3] = 0.3 * spectra[0] + 0.7 * spectra[2]
    else:
        spectra[2] = 0
        spectra[3] = 0
    return spectra


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("equal", "The endmembers 2 elm, 4 are the same but for rounding"),
        ("dependent", "The endmembers 1 oak, 3, 4 are mixtures of one another"),
        ("zero", "The endmembers 3, 4 are the same but for rounding"),
    ],
)
def test_endmembers_without_defined_abundances_are_named(kind, message):
    with pytest.raises(TableError, match=message):
        Unmixing(classes_of(degenerate(kind), {1: "oak", 2: "elm"}))


def test_multiples_of_an_endmember_are_refused_where_abundances_do_not_sum_to_one():
    spectra = made(3)[0]
    spectra[2] = 2 * spectra[0]
    Unmixing(classes_of(spectra), FULLY_CONSTRAINED)
    with pytest.raises(TableError, match="The endmembers 1, 3 are multiples of each other"):
        Unmixing(classes_of(spectra), NON_NEGATIVE)


def test_a_zero_endmember_is_refused_where_abundances_do_not_sum_to_one():
    spectra = made(3)[0]
    spectra[1] = 0
    Unmixing(classes_of(spectra), FULLY_CONSTRAINED)
    with pytest.raises(TableError, match="The endmember 2 is zero in all bands, which only counts where abundances"):
        Unmixing(classes_of(spectra), NON_NEGATIVE)


def test_too_many_endmembers_are_refused():
    with pytest.raises(TableError, match="There are 21 endmembers; choose at most 20"):
        Unmixing(classes_of(np.random.default_rng(0).uniform(0, 1, (MOST_ENDMEMBERS + 1, BANDS))))
    with pytest.raises(TableError, match="There are 5 endmembers but 3 bands"):
        Unmixing(classes_of(np.random.default_rng(0).uniform(0, 1, (5, 3))))
