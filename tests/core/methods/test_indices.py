import math

import numpy as np
import pytest

from neon_aop.core.compute.imageset import ImageState
from neon_aop.core.constants import INDICES, NODATA
from neon_aop.core.errors import ParameterError, RasterError
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.methods.indices import ChosenIndices
from neon_aop.tests.tiles import wavelengths

ALL = range(len(INDICES))
BANDS = Bands.of(wavelengths(426), np.full(426, 5.8))


def values_of(chosen, reflectance, bands=BANDS):
    """Return the indices of spectra, shape (pixels, bands)."""
    read = chosen.among(bands, "image")
    values = np.rint(np.asarray(reflectance)[:, read] * 10_000).astype(np.int16)
    pixels = Pixels(values, np.ones((1, len(values)), bool), Grid(len(values), 1), bands.take(read), 1e-4)
    return chosen(ImageState(pixels), slice(0, len(values)))


def spectra(pixels=200):
    return np.random.default_rng(0).integers(50, 6000, (pixels, len(BANDS))) / 10_000


def at(reflectance, wavelength):
    return reflectance[:, np.abs(BANDS.wavelengths - wavelength).argmin()]


def lg(values):
    return np.array([math.log10(1 / value) for value in values])


def in_plain_numpy(s):
    """The indices as their sources define them, written out."""
    red, nir, blue = at(s, 668), at(s, 858), at(s, 470)
    red_blue = red - 1 * (blue - red)
    nitrogen, lignin, reference = lg(at(s, 1510)), lg(at(s, 1754)), lg(at(s, 1680))
    return {
        "NDVI": (nir - red) / (nir + red),
        "EVI": 2.5 * (nir - red) / (nir + 6 * red - 7.5 * blue + 1),
        "NDWI": (at(s, 857) - at(s, 1241)) / (at(s, 857) + at(s, 1241)),
        "NDNI": (nitrogen - reference) / (nitrogen + reference),
        "NDLI": (lignin - reference) / (lignin + reference),
        "PRI": (at(s, 531) - at(s, 570)) / (at(s, 531) + at(s, 570)),
        "SAVI": (1 + 0.5) * (nir - red) / (nir + red + 0.5),
        "ARVI": (nir - red_blue) / (nir + red_blue),
        "CAI": (at(s, 2031) + at(s, 2211)) / 2 - at(s, 2101),
    }


def test_indices_are_those_of_their_sources():
    chosen = ChosenIndices.of(ALL)
    expected = in_plain_numpy(spectra())
    assert list(chosen.names) == list(expected)
    np.testing.assert_allclose(values_of(chosen, spectra()), list(expected.values()), rtol=1e-9, atol=1e-12)


def test_expression_comes_last_and_is_called_as_it_was_written():
    chosen = ChosenIndices.of([1], " (r827-r667)/(r827+r667) ")
    assert chosen.names == ("EVI", "(r827-r667)/(r827+r667)")
    a, b = at(spectra(), 827), at(spectra(), 667)
    np.testing.assert_allclose(values_of(chosen, spectra())[1], (a - b) / (a + b), rtol=1e-12)


@pytest.mark.parametrize("number", ALL)
def test_green_plants_have_the_values_of_plants(number):
    """Of a leaf's spectrum by hand, each index lies within the range of its colours."""
    wavelength = [400, 470, 531, 570, 668, 750, 858, 1241, 1510, 1680, 1754, 2031, 2101, 2211, 2500]
    leaf = [0.03, 0.03, 0.06, 0.065, 0.035, 0.4, 0.48, 0.43, 0.19, 0.25, 0.23, 0.1, 0.11, 0.13, 0.08]
    spectrum = np.interp(BANDS.wavelengths, wavelength, leaf)[np.newaxis]
    index = INDICES[number]
    value = values_of(ChosenIndices.of([number]), spectrum)[0, 0]
    assert index.limits[0] <= value <= index.limits[1]


def test_only_the_bands_that_are_needed_are_read():
    read = ChosenIndices.of([0, 1]).among(BANDS, "image")
    np.testing.assert_allclose(BANDS.wavelengths[read], [470, 668, 858], atol=2.6)


def test_missing_wavelength_is_named():
    with pytest.raises(ParameterError, match="image has no band at 1241 nm; the nearest lies at"):
        ChosenIndices.of([2]).among(BANDS.take(BANDS.wavelengths < 1000), "image")


def test_two_wavelengths_in_one_band_are_refused():
    coarse = Bands.of([550.0, 660.0, 860.0], [100.0, 100.0, 100.0])
    with pytest.raises(ParameterError, match=r"one band, band 1 \(550.0 nm\), for 531 and 570 nm, so that PRI"):
        ChosenIndices.of([5]).among(coarse, "image")


def test_bands_without_wavelengths_are_refused():
    with pytest.raises(RasterError, match="does not say at which wavelengths"):
        ChosenIndices.of([0]).among(Bands.of([np.nan, np.nan]), "image")


@pytest.mark.parametrize(("places", "expression", "names"), [([], " ", ("NDVI",)), ([], "r500", ("r500",))])
def test_ndvi_is_what_is_chosen_where_nothing_is(places, expression, names):
    assert ChosenIndices.of(places, expression).names == names


def test_long_expression_has_a_short_name():
    chosen = ChosenIndices.of([], "r500" + "+r500" * 100)
    assert len(chosen.names[0]) < 90


def test_no_index_gives_the_value_of_no_data():
    assert all(index.limits[0] > NODATA for index in INDICES)
