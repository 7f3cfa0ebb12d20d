"""Values that cannot be meant are told once, with what to do; sane ones are not."""

from __future__ import annotations

import numpy as np
import pytest

from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.inputs.suspectvalues import doubts_about

ROWS, COLUMNS, BANDS = 20, 24, 4


def scene(dtype=np.int16, low=1000, high=3500):
    """Values of all bands, shape (rows, columns, bands)."""
    return np.random.default_rng(5).integers(low, high, (ROWS, COLUMNS, BANDS)).astype(dtype)


def doubts(cube, valid=None, wavelengths=None, scale=1.0, offset=0.0):
    valid = np.ones(cube.shape[:2], bool) if valid is None else valid
    bands = Bands.of(np.full(cube.shape[2], np.nan) if wavelengths is None else wavelengths)
    return doubts_about(Pixels(cube[valid], valid, Grid(*cube.shape[1::-1]), bands, scale, offset, "scene"))


@pytest.mark.parametrize(
    ("dtype", "value"),
    [
        (np.int16, -9999),
        (np.int16, -32768),
        (np.int32, -99999),
        (np.uint16, 65535),
        (np.float32, -9999),
        (np.float32, -3.4e38),
        (np.float64, 1e20),
        (np.int32, 123456),
        (np.int16, 0),
    ],
)
def test_number_that_fills_a_side_of_all_bands_is_told(dtype, value):
    cube = scene(dtype)
    cube[:, :5] = value
    (doubt,) = doubts(cube)
    assert doubt.startswith(f"scene: up to 20.8 % of the values of a band are {value:g} (4 of 4 bands have it)")
    assert "NODATA" in doubt and "Layer Properties > Transparency" in doubt


def test_number_in_one_band_only_is_told():
    cube = scene()
    cube[:, :5, 2] = -9999
    assert "1 of 4 bands have it" in doubts(cube)[0]


def test_a_few_usual_numbers_are_enough():
    cube = scene()
    cube[0, 0, 0] = -9999
    assert len(doubts(cube)) == 1


def test_of_a_few_pixels_only_usual_numbers_are_told():
    assert doubts(np.array([[[5883, 1210, 1200, 1190]]], np.int16)) == []
    assert len(doubts(np.array([[[-9999, 1210, 1200, 1190]]], np.int16))) == 1


def test_dark_corner_of_a_picture_is_told():
    cube = scene(np.uint8, 1, 255)
    cube[-4:, -4:] = 0
    assert "are 0 (4 of 4 bands have it)" in doubts(cube)[0]


def test_number_in_a_corner_that_is_neither_the_smallest_nor_the_largest_is_told():
    cube = scene(np.float32) / 10_000 - 0.15
    cube[:5, :5] = 0
    assert "are 0 (4 of 4 bands have it)" in doubts(cube)[0]


@pytest.mark.parametrize("value", [0, 255])
def test_bright_and_dark_spots_within_a_picture_are_not(value):
    cube = scene(np.uint8, 1, 255)
    cube[8:11, 8:11] = value
    assert doubts(cube) == []


@pytest.mark.parametrize(
    "cube",
    [
        scene(),
        scene(np.float32) / 10_000,
        scene(np.uint8, 0, 256),
        scene(np.int16, 1, 6)[:, :, :1],
        np.full((ROWS, COLUMNS, BANDS), 7, np.int16),
        np.random.default_rng(0).standard_normal((ROWS, COLUMNS, BANDS)),
    ],
    ids=["integers", "reflectance", "bytes", "classes", "one value", "scores"],
)
def test_sane_values_are_not_told(cube):
    assert doubts(cube) == []


def test_pixels_without_data_do_not_count():
    cube = scene()
    cube[:, :5] = -9999
    assert doubts(cube, valid=(cube != -9999).all(axis=2)) == []


def test_nothing_is_said_of_no_pixels():
    assert doubts(scene(), valid=np.zeros((ROWS, COLUMNS), bool)) == []


@pytest.mark.parametrize(("scale", "is_told"), [(1.0, True), (1e-4, False), (1e-3, True)])
def test_values_with_wavelengths_are_told_when_they_are_no_reflectance(scale, is_told):
    found = doubts(scene(), wavelengths=[450, 550, 650, 850], scale=scale)
    assert bool(found) == is_told
    if is_told:
        assert f"which go from {1000 * scale:g} to " in found[0] and "give the bands a scale" in found[0]


def test_negative_values_with_wavelengths_are_told():
    cube = scene(np.float32) / 10_000 - 1
    assert len(doubts(cube, wavelengths=[450, 550, 650, 850])) == 1


def test_noise_and_glint_are_reflectance():
    cube = scene(np.float32) / 10_000
    cube[0, 0], cube[1, 1:20] = 3.0, -0.05
    assert doubts(cube, wavelengths=[450, 550, 650, 850]) == []


def test_large_images_are_looked_at_in_part(monkeypatch):
    monkeypatch.setattr("neon_aop.core.inputs.suspectvalues._SAMPLE_VALUES", 400)
    cube = scene()
    cube[:, :12] = -9999
    assert len(doubts(cube)) == 1
