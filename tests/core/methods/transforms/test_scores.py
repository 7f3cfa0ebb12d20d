from __future__ import annotations

import numpy as np
import pytest

from neon_aop.core.compute.imageset import LocalImages
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.mosaic import Mosaic
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.methods.transforms.components import ComponentChoice, Moments, principal_components
from neon_aop.core.methods.transforms.scores import component_picture

ROWS, COLUMNS, BANDS = 12, 9, 5


def picture_of(kept, longest_side=100):
    rng = np.random.default_rng(4)
    valid = np.ones((ROWS, COLUMNS), bool)
    valid[:2, :3] = False
    values = (rng.normal(size=(int(valid.sum()), BANDS)) @ rng.normal(size=(BANDS, BANDS))).round(3)
    grid, bands = Grid(COLUMNS, ROWS), Bands.of(np.arange(500.0, 500 + BANDS))
    with LocalImages([Pixels(values, valid, grid, bands, name="image")]) as images:
        components = principal_components(Moments.of(images), bands, ComponentChoice(count=kept))
        picture = component_picture(images, Mosaic.of([grid], ["image"]), components, longest_side)
    return picture, values, valid


def scores_by_svd(values, components):
    """Return principal component scores, computed another way; the largest loading of each is positive."""
    centred = values - values.mean(axis=0)
    loadings = np.linalg.svd(centred, full_matrices=False)[2][:components]
    largest = np.abs(loadings).argmax(axis=1)
    return centred @ (loadings * np.sign(loadings[range(components), largest])[:, np.newaxis]).T


def shades_of(scores):
    low, high = np.percentile(scores, (2, 98), axis=0)
    return 255 * np.clip((scores - low) / (high - low), 0, 1)


def test_three_components_are_red_green_and_blue():
    picture, values, valid = picture_of(4)
    np.testing.assert_allclose(picture[valid][:, :3], shades_of(scores_by_svd(values, 3)), atol=0.51)
    np.testing.assert_array_equal(picture[:, :, 3], np.where(valid, 255, 0))


@pytest.mark.parametrize("kept", [1, 2])
def test_fewer_components_are_one_in_grey(kept):
    picture, values, valid = picture_of(kept)
    grey = np.repeat(shades_of(scores_by_svd(values, 1)), 3, axis=1)
    np.testing.assert_allclose(picture[valid][:, :3], grey, atol=0.51)


def test_large_images_are_shown_by_every_nth_pixel():
    picture, _, valid = picture_of(3, longest_side=6)
    np.testing.assert_array_equal(picture[:, :, 3] > 0, valid[::2, ::2])
