"""Colours of classes that tell what the classes may show."""

from __future__ import annotations

import colorsys

import numpy as np
import pytest

from neon_aop.core.files.raster.palette import class_colours
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.colours import VISIONS, difference, to_lab
from neon_aop.core.spectra.classcolours import (
    BARE,
    BRIGHT,
    LEAST_DIFFERENCE,
    UNLABELLED,
    VEGETATION,
    WATER_OR_SHADOW,
    colours_by_meaning,
    colours_of_spectra,
    true_colours,
)

KINDS = (VEGETATION, WATER_OR_SHADOW, BARE, BRIGHT, UNLABELLED)
WAVELENGTHS = np.array([474.0, 560.0, 668.0, 858.0, 1650.0])
WATER, FOREST, SOIL = (0.04, 0.06, 0.03, 0.01, 0.005), (0.02, 0.05, 0.03, 0.45, 0.2), (0.1, 0.15, 0.2, 0.25, 0.35)


def mixtures(count):
    """Return kinds for some classes: one kind only, as many of each as there can be, and drawn ones."""
    rng = np.random.default_rng(count)
    even = [KINDS[index % len(KINDS)] for index in range(count)]
    drawn = [[KINDS[index] for index in rng.choice(5, count, p=rng.dirichlet([0.5] * 5))] for _ in range(5)]
    return [*([kind] * count for kind in KINDS), even, *drawn]


def least_difference(colours, vision):
    lab = to_lab(colours, vision)
    differences = difference(lab[:, np.newaxis], lab)
    return differences[~np.eye(len(lab), dtype=bool)].min(initial=np.inf)


@pytest.mark.parametrize("count", range(1, 13))
def test_up_to_twelve_colours_can_be_told_apart(count):
    for kinds in mixtures(count):
        colours = colours_by_meaning(kinds, np.random.default_rng(3).random(count))
        assert min(least_difference(colours, vision) for vision in VISIONS) >= LEAST_DIFFERENCE


@pytest.mark.parametrize("vision", VISIONS)
def test_fixed_colours_can_be_told_apart_too(vision):
    assert least_difference(class_colours(12), vision) >= LEAST_DIFFERENCE


def hue_of(colour):
    return 360 * colorsys.rgb_to_hsv(*(part / 255 for part in colour))[0]


def test_each_kind_has_its_hues():
    kinds = [VEGETATION, WATER_OR_SHADOW, BARE, BRIGHT, UNLABELLED]
    green, blue, brown, white, pink = colours_by_meaning(kinds, [0.3, 0.05, 0.2, 0.6, 0.2])
    assert 70 <= hue_of(green) <= 170
    assert 180 <= hue_of(blue) <= 250
    assert 5 <= hue_of(brown) <= 50
    assert min(white) > 225
    assert hue_of(pink) >= 280 or hue_of(pink) <= 15


def test_brighter_classes_of_a_kind_are_lighter():
    brightness = np.array([0.3, 0.1, 0.4, 0.2, 0.5])
    lightness = to_lab(colours_by_meaning([VEGETATION] * 5, brightness))[:, 0]
    assert np.argsort(lightness).tolist() == np.argsort(brightness).tolist()


def test_classes_of_the_same_brightness_have_different_colours():
    assert len(set(colours_by_meaning([BARE] * 6, [0.2] * 6))) == 6


def test_the_same_classes_always_have_the_same_colours():
    kinds, brightness = [KINDS[index % 5] for index in range(12)], np.linspace(0, 1, 12)
    assert colours_by_meaning(kinds, brightness) == colours_by_meaning(kinds, brightness)


def test_very_many_classes_have_no_colours_by_meaning():
    assert len(set(colours_of_spectra(np.array([FOREST] * 20), WAVELENGTHS))) == 20
    assert colours_of_spectra(np.array([FOREST] * 21), WAVELENGTHS) is None


def test_spectra_are_coloured_by_what_they_show():
    water, forest, soil = colours_of_spectra(np.array([WATER, FOREST, SOIL]), WAVELENGTHS)
    assert (water[2] > water[0], forest[1] > max(forest[0], forest[2]), soil[0] > soil[2]) == (True, True, True)


@pytest.mark.parametrize("wavelengths", [np.full(5, np.nan), np.arange(5.0)])
def test_spectra_of_which_nothing_is_known_have_no_colours_by_meaning(wavelengths):
    assert colours_of_spectra(np.array([WATER, FOREST, SOIL]), wavelengths) is None


def test_true_colours_are_encoded_light():
    spectra = np.array([[0.1, 0.2, 0.4, 0.9], [-0.1, 0.0, 0.2, 0.9]])
    found = true_colours(spectra, Bands.of([474.0, 549.0, 669.0, 858.0]))
    # Red, green, blue over the largest of them, 0.4; sRGB of 0.5 and 0.25 is 188 and 137.
    assert found == [(255, 188, 137), (188, 0, 0)]


def test_dark_spectra_have_a_true_colour():
    assert true_colours(np.zeros((1, 3)), Bands.of([474.0, 549.0, 669.0])) == [(0, 0, 0)]


def test_bands_without_red_green_and_blue_have_no_true_colours():
    assert true_colours(np.ones((2, 2)), Bands.of([858.0, 1650.0])) is None
