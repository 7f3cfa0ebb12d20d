"""Continua are those of SPy; depth, position and area of features are those of a spectrum that is known."""

from __future__ import annotations

import numpy as np
import pytest
from spectral.algorithms.continuum import remove_continuum, spectral_continuum

from neon_aop.core.compute.imageset import ImageState
from neon_aop.core.errors import ParameterError, RasterError, TableError
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.methods.continuum import ContinuumRemoval, FeatureBands, continua, features_of

WAVELENGTHS = np.cumsum(np.random.default_rng(0).uniform(2, 30, 120)) + 400


def spectra_of(kind):
    rng, shape = np.random.default_rng(1), (400, len(WAVELENGTHS))
    if kind == "noise":
        return rng.uniform(0.05, 0.6, shape)
    if kind == "smooth":
        walks = np.cumsum(np.cumsum(rng.normal(size=shape), axis=1), axis=1)
        return walks - walks.min(axis=1, keepdims=True) + 1
    if kind == "concave":
        return 0.5 - ((WAVELENGTHS - rng.uniform(600, 1500, (400, 1))) / 3000) ** 2
    if kind == "hollow":
        return 0.1 + ((WAVELENGTHS - rng.uniform(600, 1500, (400, 1))) / 3000) ** 2
    if kind == "flat":
        return np.full(shape, 0.3)
    # Few different values, so that many points lie on the lines between others.
    return rng.integers(1, 4, shape).astype(float)


@pytest.mark.parametrize("kind", ["noise", "smooth", "concave", "hollow", "flat", "steps"])
def test_continua_are_those_of_spy(kind):
    spectra = spectra_of(kind)
    found = continua(spectra, WAVELENGTHS)
    np.testing.assert_allclose(found, spectral_continuum(spectra, WAVELENGTHS), rtol=1e-9, atol=0)
    assert (found >= spectra - 1e-12).all()


@pytest.mark.parametrize("bands", [2, 3, 4])
def test_continua_of_few_bands_are_those_of_spy(bands):
    spectra = np.ascontiguousarray(spectra_of("noise")[:, :bands])
    expected = spectral_continuum(spectra, WAVELENGTHS[:bands])
    np.testing.assert_allclose(continua(spectra, WAVELENGTHS[:bands]), expected, rtol=1e-12)


def removal_of(stored, places, **what):
    bands = Bands.of(WAVELENGTHS)
    image = Pixels(stored, np.ones((1, len(stored)), bool), Grid(len(stored), 1), bands, 1e-4)
    return ContinuumRemoval(places, WAVELENGTHS, **what)(ImageState(image), slice(0, len(stored)))


def test_each_range_has_a_continuum_of_its_own():
    stored = np.rint(spectra_of("noise") * 10_000).astype(np.int16)
    places = [np.arange(10, 40), np.arange(30, 120)]
    found = removal_of(stored, places, with_features=False)
    start = 0
    for some in places:
        expected = remove_continuum(np.ascontiguousarray(stored[:, some] * 1e-4), WAVELENGTHS[some])
        np.testing.assert_allclose(found[start : start + len(some)].T, expected, rtol=0, atol=1e-6)
        start += len(some)
    assert start == len(found)


def test_features_come_before_the_spectra_and_may_be_all():
    stored = np.rint(spectra_of("noise") * 10_000).astype(np.int16)
    both = removal_of(stored, [np.arange(120)])
    np.testing.assert_array_equal(both[:3], removal_of(stored, [np.arange(120)], with_spectra=False))
    np.testing.assert_array_equal(both[3:], removal_of(stored, [np.arange(120)], with_features=False))


def test_depth_position_and_area_of_a_triangle():
    wavelengths = np.array([2100.0, 2150.0, 2200.0, 2300.0])
    # A line from 0.4 to 0.6, of which a quarter is missing at 2200 nm and an eighth at 2150 nm.
    line = 0.4 + 0.2 * (wavelengths - 2100) / 200
    spectrum = line * np.array([1, 1 - 0.125, 1 - 0.25, 1])
    removed = spectrum[np.newaxis] / continua(spectrum[np.newaxis], wavelengths)
    depth, position, area = features_of(removed, wavelengths)[:, 0]
    assert depth == pytest.approx(0.25) and position == 2200
    assert area == pytest.approx(0.5 * 0.125 * 50 + 0.5 * (0.125 + 0.25) * 50 + 0.5 * 0.25 * 100)


def test_without_absorption_depth_and_area_are_zero():
    assert features_of(np.ones((1, 5)), np.arange(7.0, 12.0))[:, 0].tolist() == [0, 7, 0]


def test_zero_spectra_have_no_features():
    found = removal_of(np.zeros((2, 120), np.int16), [np.arange(120)])
    assert np.isnan(found).all()


@pytest.mark.parametrize("end", [0, -1])
@pytest.mark.parametrize("value", [0, -50])
def test_spectra_that_are_not_positive_at_an_end_have_no_features(end, value):
    stored = np.full((2, 120), 3000, np.int16)
    stored[0, end] = value
    features = removal_of(stored, [np.arange(120)], with_spectra=False)
    assert np.isnan(features).tolist() == [[True, False]] * 3


def test_bands_are_those_of_the_ranges_by_wavelength():
    bands = Bands.of([700.0, 500.0, 600.0, 800.0, 550.0, 900.0])
    chosen = FeatureBands(((490, 610), (600, 800)))
    assert bands.wavelengths[chosen.among(bands, "a")].tolist() == [500, 550, 600, 700, 800]
    assert [places.tolist() for places in chosen.places()] == [[0, 1, 2], [2, 3, 4]]
    assert chosen.titles() == ["490-610 nm", "600-800 nm"]


@pytest.mark.parametrize("shift", [-2.0, 0.0, 2.0])
def test_further_images_have_the_bands_of_the_first_one(shift):
    wavelengths = 400 + 10.0 * np.arange(30)
    chosen = FeatureBands(((449, 501),))
    assert chosen.among(Bands.of(wavelengths), "first").tolist() == [5, 6, 7, 8, 9, 10]
    for image in (wavelengths, np.append(wavelengths[::-1], 900.0)):
        other = Bands.of(image + shift, np.full(len(image), 10.0))
        found = chosen.among(other, "other")
        np.testing.assert_allclose(other.wavelengths[found], chosen.bands.wavelengths + shift)
    with pytest.raises(TableError, match="other has no band for 2 of the 6 bands of first: 490.0 nm, 500.0 nm"):
        chosen.among(Bands.of(wavelengths[:9]), "other")


def test_without_ranges_all_bands_are_one():
    chosen = FeatureBands()
    chosen.among(Bands.of([500.0, 600.0, 700.4]), "a")
    assert chosen.titles() == ["500-700 nm"] and chosen.places()[0].tolist() == [0, 1, 2]


@pytest.mark.parametrize(
    ("wavelengths", "error", "message"),
    [
        ([500.0, 600.0], ParameterError, "a has 2 good bands in 400-650 nm, and .* at least 3; widen the range"),
        ([500.0, 550.0, 550.0, 600.0], RasterError, "a has several bands at 550 nm, as images of several dates have"),
        ([500.0, np.nan, 600.0], RasterError, "a does not say at which wavelengths its bands lie"),
    ],
)
def test_bands_that_show_no_feature_are_refused(wavelengths, error, message):
    with pytest.raises(error, match=message):
        FeatureBands(((400, 650),)).among(Bands.of(wavelengths), "a")


def test_images_of_too_few_bands_are_refused():
    with pytest.raises(ParameterError, match="a has 1 good band, and an absorption feature needs at least 3; choose"):
        FeatureBands().among(Bands.of([500.0]), "a")
