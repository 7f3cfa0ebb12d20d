from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from neon_aop.core.spectra.hints import (
    BARE,
    BRIGHT,
    DARK,
    DENSE_VEGETATION,
    MIXED,
    SHADED_VEGETATION,
    SPARSE_VEGETATION,
    UNLABELLED,
    WATER,
    distinct_hints,
    hint,
    ndvi,
)

WAVELENGTHS = np.linspace(383.884, 2512.18, 426)
MEASURED = Path(__file__).resolve().parents[4] / "shared" / "data"


def spectrum(green, red, near_infrared, shortwave):
    """Reflectance at 560, 668, 858 and 1650 nm, joined by straight lines."""
    return np.interp(WAVELENGTHS, [560, 668, 858, 1650], [green, red, near_infrared, shortwave])


def measured(site):
    gdal = pytest.importorskip("osgeo.gdal")
    path = MEASURED / f"neon_{site}_crop.tif"
    if not path.exists():
        pytest.skip(f"{path.name} is not there")
    cube = gdal.Open(str(path)).ReadAsArray()
    return cube.reshape(len(cube), -1).T / 10_000


def test_hint_is_in_the_language_that_is_spoken(disguised):
    assert hint(spectrum(0.02, 0.015, 0.01, 0.005), WAVELENGTHS) == "ж" * len(WATER)


def test_ndvi_is_the_normalised_difference():
    assert ndvi(spectrum(0.08, 0.1, 0.3, 0.2), WAVELENGTHS) == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize("missing", [668, 858])
def test_ndvi_needs_a_band_within_15_nm(missing):
    far = np.abs(WAVELENGTHS - missing) > 15
    assert ndvi(np.full(far.sum(), 0.2), WAVELENGTHS[far]) is None


def test_ndvi_needs_wavelengths():
    assert ndvi([0.1, 0.3], None) is None
    assert ndvi([0.1, 0.3], [np.nan, np.nan]) is None


@pytest.mark.parametrize("values", [(0.0, 0.0), (-0.01, 0.2), (np.nan, 0.3)])
def test_ndvi_is_not_defined_for_such_reflectance(values):
    assert ndvi(values, [668.0, 858.0]) is None


@pytest.mark.parametrize(
    ("reflectance", "expected"),
    [
        ((0.05, 0.03, 0.45, 0.2), DENSE_VEGETATION),
        ((0.08, 0.09, 0.25, 0.25), SPARSE_VEGETATION),
        ((0.12, 0.16, 0.19, 0.25), BARE),
        ((0.06, 0.03, 0.01, 0.005), WATER),
        ((0.02, 0.015, 0.03, 0.02), DARK),
        ((0.02, 0.01, 0.07, 0.03), SHADED_VEGETATION),
        ((0.7, 0.72, 0.74, 0.5), BRIGHT),
        ((0.1, 0.11, 0.18, 0.2), MIXED),
        ((0.1, 0.11, 0.18, 0.05), UNLABELLED),
    ],
)
def test_hint_of_typical_reflectance(reflectance, expected):
    assert hint(spectrum(*reflectance), WAVELENGTHS) == expected


@pytest.mark.parametrize(
    ("surface", "reflectance", "expected"),
    [
        ("clear lake", (0.03, 0.015, 0.005, 0.002), WATER),
        ("turbid river", (0.10, 0.12, 0.06, 0.005), WATER),
        ("very turbid estuary", (0.13, 0.15, 0.11, 0.01), WATER),
        ("fresh fine-grained snow", (0.97, 0.97, 0.90, 0.15), BRIGHT),
        ("coarse-grained snow", (0.93, 0.90, 0.75, 0.02), BRIGHT),
        ("firn", (0.62, 0.57, 0.42, 0.01), BRIGHT),
        ("glacier ice", (0.42, 0.36, 0.22, 0.01), UNLABELLED),
        ("dirty ice", (0.22, 0.21, 0.17, 0.02), UNLABELLED),
        ("cloud", (0.75, 0.76, 0.78, 0.65), BRIGHT),
        ("dry quartz sand", (0.42, 0.50, 0.56, 0.65), BRIGHT),
        ("fresh asphalt", (0.045, 0.05, 0.055, 0.07), UNLABELLED),
        ("worn asphalt", (0.11, 0.12, 0.135, 0.17), BARE),
        ("basalt", (0.05, 0.052, 0.058, 0.075), UNLABELLED),
        ("concrete", (0.26, 0.28, 0.32, 0.36), BARE),
        ("dry clay soil", (0.17, 0.24, 0.32, 0.42), BARE),
        ("shaded road", (0.025, 0.022, 0.021, 0.012), DARK),
        ("shaded soil", (0.02, 0.022, 0.025, 0.018), DARK),
        ("shaded conifers", (0.018, 0.012, 0.055, 0.02), SHADED_VEGETATION),
        ("conifers", (0.04, 0.025, 0.25, 0.10), DENSE_VEGETATION),
        ("grassland", (0.08, 0.07, 0.30, 0.22), DENSE_VEGETATION),
    ],
)
def test_hint_of_published_spectra(surface, reflectance, expected):
    assert hint(spectrum(*reflectance), WAVELENGTHS) == expected


def test_shaded_plants_are_not_called_water():
    assert hint(spectrum(0.012, 0.007, 0.011, 0.005), WAVELENGTHS) == DARK


def test_hint_of_modelled_water():
    water = 0.05 * np.exp(-(((WAVELENGTHS - 560) / 95) ** 2)) + 0.005
    assert hint(water, WAVELENGTHS) == WATER


def test_hint_of_modelled_road():
    assert hint(0.17 * (1 + 1.5e-4 * (WAVELENGTHS - 400)), WAVELENGTHS) == BARE


@pytest.mark.parametrize("slope", [250, 700])
def test_hint_of_modelled_soil(slope):
    soil = 0.3 * (0.25 + 0.75 * (1 - np.exp(-(WAVELENGTHS - 380) / slope)))
    assert hint(soil, WAVELENGTHS) == BARE


def test_hint_needs_wavelengths():
    assert hint(np.full(426, 0.2), None) == UNLABELLED


def test_hint_needs_a_shortwave_infrared_band():
    visible = WAVELENGTHS < 1000
    assert hint(np.full(visible.sum(), 0.2), WAVELENGTHS[visible]) == UNLABELLED


def test_values_that_are_no_reflectance_are_unlabelled():
    assert hint(spectrum(500, 300, 4500, 2000), WAVELENGTHS) == UNLABELLED


@pytest.mark.parametrize("site", ["harv", "osbs"])
def test_measured_forest_is_dense_vegetation(site):
    assert hint(measured(site).mean(axis=0), WAVELENGTHS) == DENSE_VEGETATION


@pytest.mark.parametrize("site", ["harv", "osbs"])
def test_measured_forest_holds_no_water_or_bare_ground(site):
    assert not {hint(pixel, WAVELENGTHS) for pixel in measured(site)} & {WATER, BARE, BRIGHT}


def test_classes_of_a_kind_are_told_apart_by_brightness():
    words = [DENSE_VEGETATION, WATER, DENSE_VEGETATION, DENSE_VEGETATION]
    assert distinct_hints(words, [0.3, 0.01, 0.1, 0.2], [""] * 4) == [
        "vegetation, dense, bright",
        "water",
        "vegetation, dense, dark",
        "vegetation, dense, medium",
    ]


@pytest.mark.parametrize("word", [UNLABELLED, DARK, BRIGHT, BARE])
@pytest.mark.parametrize("count", range(2, 9))
def test_no_two_classes_have_the_same_name(word, count):
    found = distinct_hints([*[word] * count, WATER], [0.1] * (count + 1), [""] * (count + 1))
    assert len(set(found)) == count + 1 and found[-1] == WATER


def test_names_that_users_gave_stay_and_are_not_taken_again():
    assert distinct_hints([BARE, WATER], [0.1, 0.2], [WATER, ""]) == ["water", "water, bright"]


def test_what_is_bright_by_name_is_not_called_dark():
    assert distinct_hints([BRIGHT, BRIGHT], [0.5, 0.4], ["", ""])[1] == "bright, brightness 1 of 2"


def test_classes_of_which_nothing_is_known_have_no_names():
    assert distinct_hints([UNLABELLED, UNLABELLED], [0.1, 0.2], ["", ""]) == ["", ""]
