"""How different colours look."""

from __future__ import annotations

import numpy as np
import pytest

from neon_aop.core.image.colours import VISIONS, difference, from_lch, least_difference, to_lab

# Supplementary data of Sharma, Wu and Dalal 2005, doi:10.1002/col.20070: two colours in CIE Lab, their difference.
PUBLISHED = [
    (50.0000, 2.6772, -79.7751, 50.0000, 0.0000, -82.7485, 2.0425),
    (50.0000, 3.1571, -77.2803, 50.0000, 0.0000, -82.7485, 2.8615),
    (50.0000, 2.8361, -74.0200, 50.0000, 0.0000, -82.7485, 3.4412),
    (50.0000, -1.3802, -84.2814, 50.0000, 0.0000, -82.7485, 1.0000),
    (50.0000, -1.1848, -84.8006, 50.0000, 0.0000, -82.7485, 1.0000),
    (50.0000, -0.9009, -85.5211, 50.0000, 0.0000, -82.7485, 1.0000),
    (50.0000, 0.0000, 0.0000, 50.0000, -1.0000, 2.0000, 2.3669),
    (50.0000, -1.0000, 2.0000, 50.0000, 0.0000, 0.0000, 2.3669),
    (50.0000, 2.4900, -0.0010, 50.0000, -2.4900, 0.0009, 7.1792),
    (50.0000, 2.4900, -0.0010, 50.0000, -2.4900, 0.0010, 7.1792),
    (50.0000, 2.4900, -0.0010, 50.0000, -2.4900, 0.0011, 7.2195),
    (50.0000, 2.4900, -0.0010, 50.0000, -2.4900, 0.0012, 7.2195),
    (50.0000, -0.0010, 2.4900, 50.0000, 0.0009, -2.4900, 4.8045),
    (50.0000, -0.0010, 2.4900, 50.0000, 0.0010, -2.4900, 4.8045),
    (50.0000, -0.0010, 2.4900, 50.0000, 0.0011, -2.4900, 4.7461),
    (50.0000, 2.5000, 0.0000, 50.0000, 0.0000, -2.5000, 4.3065),
    (50.0000, 2.5000, 0.0000, 73.0000, 25.0000, -18.0000, 27.1492),
    (50.0000, 2.5000, 0.0000, 61.0000, -5.0000, 29.0000, 22.8977),
    (50.0000, 2.5000, 0.0000, 56.0000, -27.0000, -3.0000, 31.9030),
    (50.0000, 2.5000, 0.0000, 58.0000, 24.0000, 15.0000, 19.4535),
    (50.0000, 2.5000, 0.0000, 50.0000, 3.1736, 0.5854, 1.0000),
    (50.0000, 2.5000, 0.0000, 50.0000, 3.2972, 0.0000, 1.0000),
    (50.0000, 2.5000, 0.0000, 50.0000, 1.8634, 0.5757, 1.0000),
    (50.0000, 2.5000, 0.0000, 50.0000, 3.2592, 0.3350, 1.0000),
    (60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644),
    (63.0109, -31.0961, -5.8663, 62.8187, -29.7946, -4.0864, 1.2630),
    (61.2901, 3.7196, -5.3901, 61.4292, 2.2480, -4.9620, 1.8731),
    (35.0831, -44.1164, 3.7933, 35.0232, -40.0716, 1.5901, 1.8645),
    (22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373),
    (36.4612, 47.8580, 18.3852, 36.2715, 50.5065, 21.2231, 1.4146),
    (90.8027, -2.0831, 1.4410, 91.1528, -1.6435, 0.0447, 1.4441),
    (90.9257, -0.5406, -0.9208, 88.6381, -0.8985, -0.7239, 1.5381),
    (6.7747, -0.2908, -2.4247, 5.8714, -0.0985, -2.2286, 0.6377),
    (2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082),
]


def test_differences_are_those_published():
    pairs = np.array(PUBLISHED)
    found = difference(pairs[:, :3], pairs[:, 3:6])
    np.testing.assert_allclose(found, pairs[:, 6], atol=5e-5)


def test_difference_is_the_same_either_way():
    pairs = np.array(PUBLISHED)
    np.testing.assert_allclose(
        difference(pairs[:, :3], pairs[:, 3:6]), difference(pairs[:, 3:6], pairs[:, :3]), rtol=1e-9
    )


@pytest.mark.parametrize(
    ("colour", "lab"),
    [
        ((255, 255, 255), (100, 0, 0)),
        ((0, 0, 0), (0, 0, 0)),
        # As published for sRGB and D65.
        ((255, 0, 0), (53.24, 80.09, 67.20)),
        ((0, 255, 0), (87.73, -86.18, 83.18)),
        ((0, 0, 255), (32.30, 79.19, -107.86)),
    ],
)
def test_lab_of_known_colours(colour, lab):
    np.testing.assert_allclose(to_lab(colour), lab, atol=0.02)


@pytest.mark.parametrize("vision", VISIONS)
def test_greys_stay_grey(vision):
    greys = np.repeat(np.arange(0, 256, 15)[:, np.newaxis], 3, axis=1)
    np.testing.assert_allclose(to_lab(greys, vision), to_lab(greys), atol=0.05)


@pytest.mark.parametrize(
    ("vision", "alike", "distinct"),
    [
        ("protan", ((198, 60, 60), (115, 100, 60)), ((230, 60, 60), (60, 60, 230))),
        ("deutan", ((200, 80, 60), (130, 125, 62)), ((230, 60, 60), (60, 60, 230))),
        ("tritan", ((60, 150, 150), (65, 150, 190)), ((230, 60, 60), (60, 150, 150))),
    ],
)
def test_confused_colours_look_more_alike(vision, alike, distinct):
    one, other = to_lab(alike, vision)
    assert difference(one, other) < 0.6 * difference(*to_lab(alike))
    assert difference(*to_lab(distinct, vision)) > 20


def test_colours_come_back_from_lightness_chroma_and_hue():
    colours = np.random.default_rng(1).integers(0, 256, (200, 3))
    lab = to_lab(colours)
    hue = np.degrees(np.arctan2(lab[:, 2], lab[:, 1]))
    found, displayable = from_lch(lab[:, 0], np.hypot(lab[:, 1], lab[:, 2]), hue)
    np.testing.assert_array_equal(found, colours)
    assert displayable.all()


def test_what_a_screen_cannot_show_is_told():
    colours, displayable = from_lch([50, 50], [10, 150], [200, 200])
    assert displayable.tolist() == [True, False]
    assert colours.min() >= 0 and colours.max() <= 255


def test_least_difference_is_that_of_the_vision_that_sees_least():
    colours = np.array([(198, 60, 60), (115, 100, 60), (0, 0, 0)])
    expected = [[min(difference(to_lab(a, v), to_lab(b, v)) for v in VISIONS) for a in colours] for b in colours]
    np.testing.assert_allclose(least_difference(colours[:, np.newaxis], colours), expected)
