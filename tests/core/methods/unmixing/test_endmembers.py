"""Endmembers are found again in made scenes, SMACC's are those of SPy, and their number is estimated."""

from __future__ import annotations

import numpy as np
import pytest
from spectral import smacc as spy_smacc

from neon_aop.core.compute.imageset import LocalImages
from neon_aop.core.compute.memory import PixelStore
from neon_aop.core.constants import N_FINDR, PPI, SMACC, VCA
from neon_aop.core.errors import ParameterError
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.mosaic import Mosaic
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.methods.unmixing.endmembers import EndmemberSearch, find_endmembers
from neon_aop.core.methods.unmixing.hysime import signal_dimensions
from neon_aop.core.methods.unmixing.smacc import smacc
from neon_aop.core.progress import Progress

BANDS = 60
METHODS = [N_FINDR, VCA, SMACC, PPI]


def smooth_spectra(count, seed=0):
    knots = np.random.default_rng(seed).uniform(0.03, 0.6, (count, 12))
    return np.stack([np.interp(np.linspace(0, 11, BANDS), range(12), one) for one in knots])


def scene(count, noise=0.0, shape=(60, 50), seed=0):
    """Return endmembers and the reflectance of a scene that has a few pure pixels of each, shape (*shape, bands)."""
    rng = np.random.default_rng(seed)
    spectra = smooth_spectra(count, seed)
    shares = rng.dirichlet([0.8] * count, shape)
    pure = rng.choice(shape[0] * shape[1], 3 * count, replace=False)
    shares.reshape(-1, count)[pure] = np.tile(np.eye(count), (3, 1))
    return spectra, shares @ spectra + rng.normal(0, noise, (*shape, BANDS))


def images_of(*cubes, left=0.0):
    """Return images side by side, without data in the first row of each, and their mosaic."""
    images = []
    for number, cube in enumerate(cubes):
        rows, columns = cube.shape[:2]
        valid = np.ones((rows, columns), bool)
        valid[0] = False
        stored = np.rint(cube[1:].reshape(-1, BANDS) * 10_000).astype(np.int16)
        grid = Grid(columns, rows, left=left + number * columns, top=100.0)
        images.append(
            Pixels(stored, valid, grid, Bands.of(np.linspace(400, 2400, BANDS)), 1e-4, name=f"image {number}")
        )
    return LocalImages(images), Mosaic.of([one.grid for one in images], [one.name for one in images])


def found_in(cubes, search, folder):
    images, mosaic = images_of(*cubes)
    with images:
        return find_endmembers(images, mosaic, search, PixelStore(str(folder)), Progress())


def angles(found, truth):
    """Return the angle of each true endmember to the nearest one that was found, in degrees."""
    units = [one / np.linalg.norm(one, axis=1, keepdims=True) for one in (truth, found)]
    return np.degrees(np.arccos(np.clip(units[0] @ units[1].T, -1, 1))).min(axis=1)


@pytest.mark.parametrize("method", METHODS)
def test_pure_pixels_are_found(method, tmp_path):
    spectra, cube = scene(4)
    found = found_in([cube], EndmemberSearch(method, 4), tmp_path)
    assert angles(found.classes.centres, spectra).max() < 0.05
    np.testing.assert_allclose(cube[found.rows, found.columns], found.classes.centres, rtol=0, atol=1e-3)


@pytest.mark.parametrize("method", [N_FINDR, VCA])
def test_endmembers_have_less_noise_than_their_pixels(method, tmp_path):
    spectra, cube = scene(5, noise=0.02, seed=1)
    found = found_in([cube], EndmemberSearch(method, 5), tmp_path)
    pixels = cube[found.rows, found.columns]
    assert angles(found.classes.centres, spectra).mean() < 0.7 * angles(pixels, spectra).mean()


def test_endmembers_are_dark_to_bright_and_lie_where_they_are_said_to(tmp_path):
    first, second = scene(3, seed=2)[1], scene(3, seed=3)[1]
    found = found_in([first, second], EndmemberSearch(SMACC, 5), tmp_path)
    assert (np.diff(found.classes.centres.mean(axis=1)) >= 0).all()
    both = np.hstack([first, second])
    np.testing.assert_allclose(both[found.rows, found.columns], found.classes.centres, rtol=0, atol=1e-4)
    assert [int(column >= first.shape[1]) for column in found.columns] == list(found.images)
    assert set(found.images) == {0, 1}


def test_the_same_seed_gives_the_same_endmembers(tmp_path):
    cube = scene(4, noise=0.02)[1]
    for method in (VCA, PPI):
        places = [found_in([cube], EndmemberSearch(method, 4, seed=5), tmp_path).rows.tolist() for _ in range(2)]
        assert places[0] == places[1]


def test_other_seeds_draw_other_directions_of_vca(tmp_path):
    cube = scene(4, noise=0.02)[1]
    places = {
        tuple(found_in([cube], EndmemberSearch(VCA, 4, restarts=0, seed=seed), tmp_path).rows.tolist())
        for seed in range(3)
    }
    assert len(places) > 1


def test_smacc_finds_the_pixels_of_spy(tmp_path, capsys):
    rng = np.random.default_rng(6)
    cubes = [rng.dirichlet([0.3] * 8, (30, 40)) @ rng.uniform(0.02, 0.6, (8, BANDS)) for _ in range(2)]
    images, _ = images_of(*cubes)
    with images:
        found = smacc(images, 9, PixelStore(str(tmp_path)), Progress())
        pixels = np.concatenate([one.pixels.values for one in images._images]) * 1e-4
        starts = np.concatenate([[0], np.cumsum(images.lengths)])
        spectra, _, _ = spy_smacc(pixels, 9)
        np.testing.assert_array_equal(pixels[[starts[image] + index for image, index in found]], spectra)
    capsys.readouterr()


@pytest.mark.parametrize("count", [3, 6, 9])
def test_the_number_of_endmembers_is_estimated(count, tmp_path):
    cube = scene(count, noise=0.003, shape=(90, 90), seed=count)[1]
    found = found_in([cube], EndmemberSearch(N_FINDR, 0), tmp_path)
    assert found.suggested == len(found.classes) == count


def test_signal_dimensions_are_those_of_hysime_for_each_pixel():
    pixels = scene(5, noise=0.01, seed=4)[1].reshape(-1, BANDS)
    # The noise as the paper estimates it, by the regression of each band on the others.
    noise = np.empty_like(pixels)
    for band in range(BANDS):
        others = np.delete(pixels, band, axis=1)
        noise[:, band] = pixels[:, band] - others @ np.linalg.lstsq(others, pixels[:, band], rcond=None)[0]
    count, signal = len(pixels), pixels - noise
    of_noise = np.diag((noise**2).mean(axis=0)) + (signal**2).sum() / count / BANDS / 1e5 * np.eye(BANDS)
    _, vectors = np.linalg.eigh(signal.T @ signal / count)
    cost = -np.diag(vectors.T @ (pixels.T @ pixels / count) @ vectors) + 2 * np.diag(vectors.T @ of_noise @ vectors)
    assert signal_dimensions(pixels.mean(axis=0), np.cov(pixels.T, ddof=0)) == np.count_nonzero(cost < 0)


def test_too_many_endmembers_for_what_varies_are_refused(tmp_path):
    cube = np.zeros((10, 10, BANDS))
    cube[..., :2] = np.random.default_rng(0).uniform(0, 1, (10, 10, 2))
    with pytest.raises(ParameterError, match="image 0 vary in 2 directions only, too few for 4 endmembers"):
        found_in([cube], EndmemberSearch(N_FINDR, 4), tmp_path)
