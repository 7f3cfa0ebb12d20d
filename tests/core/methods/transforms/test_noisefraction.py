import numpy as np
import pytest
import spectral

from neon_aop.core.compute.imageset import LocalImages
from neon_aop.core.errors import ParameterError
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.methods.transforms.components import Moments
from neon_aop.core.methods.transforms.noisefraction import (
    DIRECTIONS,
    LOWER,
    LOWER_RIGHT,
    RIGHT,
    NoiseFractionChoice,
    noise_fraction,
    noise_moments,
)
from neon_aop.core.progress import Progress

NAMES = {LOWER_RIGHT: "lowerright", RIGHT: "right", LOWER: "lower"}
ROWS, COLUMNS, BANDS = 60, 50, 12
SCALE = 1e-4


@pytest.fixture(scope="module")
def cube():
    """A smooth scene of three materials with noise of its own in each band, as stored integers."""
    rng = np.random.default_rng(3)
    rows, columns = np.mgrid[:ROWS, :COLUMNS]
    maps = np.stack([np.sin(rows / 9), np.cos(columns / 7), np.sin((rows + columns) / 11)], axis=-1)
    spectra = rng.uniform(200, 900, (3, BANDS))
    noise = rng.normal(0, rng.uniform(20, 90, BANDS), (ROWS, COLUMNS, BANDS))
    return np.rint(3000 + maps @ spectra + noise).astype(np.int16)


def image_of(cube, valid=None, scale=SCALE, offset=0.0, name="scene"):
    height, width, bands = cube.shape
    valid = np.ones((height, width), bool) if valid is None else valid
    return Pixels(cube[valid], valid, Grid(width, height), Bands.of(500.0 + 5 * np.arange(bands)), scale, offset, name)


def moments_of(*images, direction=LOWER_RIGHT):
    with LocalImages(images) as opened:
        return Moments.of(opened), noise_moments(opened, direction)


def transform_of(*images, choice=None, direction=LOWER_RIGHT):
    choice = choice or NoiseFractionChoice(count=len(images[0].bands))
    return noise_fraction(*moments_of(*images, direction=direction), images[0].bands, choice)


def differences(cube, valid, direction):
    """Return the differences of valid pairs, one after the other."""
    down, right = direction
    found = []
    for row in range(len(cube) - down):
        for column in range(cube.shape[1] - right):
            if valid[row, column] and valid[row + down, column + right]:
                found.append(cube[row, column].astype(float) - cube[row + down, column + right])
    return np.array(found)


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_components_are_those_of_spy_up_to_sign(cube, direction):
    reflectance = cube * SCALE
    expected = spectral.mnf(spectral.calc_stats(reflectance), spectral.noise_from_diffs(reflectance, NAMES[direction]))
    found = transform_of(image_of(cube), direction=direction)
    np.testing.assert_allclose(found.eigenvalues, expected.napc.eigenvalues, rtol=1e-9)
    scores = found.forward(reflectance.reshape(-1, BANDS))
    of_spy = expected.reduce(reflectance, num=BANDS).reshape(-1, BANDS)
    signs = np.sign((scores * of_spy).sum(axis=0))
    np.testing.assert_allclose(scores, of_spy * signs, rtol=0, atol=1e-6)


@pytest.mark.parametrize("kept", [1, 4, BANDS])
def test_way_there_and_back_denoises_as_spy_does(cube, kept):
    reflectance = cube * SCALE
    expected = spectral.mnf(spectral.calc_stats(reflectance), spectral.noise_from_diffs(reflectance))
    found = transform_of(image_of(cube), choice=NoiseFractionChoice(count=kept))
    denoised = found.inverse(found.forward(cube.reshape(-1, BANDS), SCALE))
    np.testing.assert_allclose(denoised, expected.denoise(reflectance, num=kept).reshape(-1, BANDS), atol=1e-10)


def test_noise_of_the_scores_has_variance_1_and_is_uncorrelated(cube):
    moments, noise = moments_of(image_of(cube))
    found = noise_fraction(moments, noise, image_of(cube).bands, NoiseFractionChoice(count=BANDS))
    np.testing.assert_allclose(found.vectors.T @ noise.covariance @ found.vectors, np.eye(BANDS), atol=1e-9)


@pytest.mark.parametrize("dtype", [np.int16, np.float32])
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_only_pairs_of_valid_pixels_of_one_image_count(cube, direction, dtype):
    valid = np.random.default_rng(0).random((2, ROWS, COLUMNS)) < 0.7
    valid[0, 10:13] = valid[1, :, :2] = valid[1, 5] = False
    cubes = cube.astype(dtype), cube[::-1].astype(dtype)
    pairs = np.concatenate([differences(one, keep, direction) for one, keep in zip(cubes, valid)])
    _, noise = moments_of(*map(image_of, cubes, valid), direction=direction)
    assert noise.pixels == len(pairs)
    np.testing.assert_allclose(noise.covariance, np.cov(pairs.T) / 2 * SCALE**2, rtol=1e-10)
    np.testing.assert_allclose(noise.mean, pairs.mean(axis=0) * SCALE, rtol=0, atol=1e-15)


def test_scale_and_offset_do_not_change_the_scores(cube):
    scaled = transform_of(image_of(cube, scale=-2e-4, offset=0.3))
    plain = transform_of(image_of(cube, scale=1.0))
    np.testing.assert_allclose(scaled.eigenvalues, plain.eigenvalues, rtol=1e-9)
    scores = [
        np.abs(found.forward(cube.reshape(-1, BANDS), *units))
        for found, units in ((scaled, (-2e-4, 0.3)), (plain, (1.0, 0.0)))
    ]
    np.testing.assert_allclose(*scores, atol=1e-7)


class Log(Progress):
    def __init__(self):
        self.warnings = []

    def warn(self, text):
        self.warnings.append(text)


EIGENVALUES = np.array([50.0, 3.0, 2.0, 1.9, 0.9])


@pytest.mark.parametrize(
    ("settings", "kept"),
    [
        ({}, 3),
        ({"snr": 2.0}, 2),
        ({"fraction": 0.86}, 1),
        ({"fraction": 0.9}, 2),
        ({"fraction": 1.0}, 5),
        ({"fraction": 0.9, "count": 4}, 4),
    ],
)
def test_components_are_kept_by_number_or_share_or_ratio(settings, kept):
    log = Log()
    assert NoiseFractionChoice(**settings).kept(EIGENVALUES, log) == kept
    assert log.warnings == []


@pytest.mark.parametrize("fraction", [0.0, 1.1, float("nan")])
def test_a_share_that_is_none_is_refused(fraction):
    with pytest.raises(ParameterError, match="Fraction of variance is .*; it must be above 0 and at most 1"):
        NoiseFractionChoice(fraction=fraction)


def test_where_no_component_has_the_ratio_the_first_is_kept_with_a_warning():
    log = Log()
    assert NoiseFractionChoice(snr=100.0).kept(EIGENVALUES, log) == 1
    assert log.warnings == ["No component has a signal-to-noise ratio of 100 or more; the first one, with 49, is kept."]


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda cube: cube[..., 3].fill(700), ["band 4"]),
        (lambda cube: np.copyto(cube[..., 7], cube[..., 2]), ["band 3", "band 8"]),
        (lambda cube: np.copyto(cube[..., 5], cube[..., 1] + cube[..., 9]), ["band 2", "band 6", "band 10"]),
    ],
)
def test_band_without_noise_of_its_own_is_named(cube, change, named):
    changed = cube.copy()
    change(changed)
    with pytest.raises(ParameterError, match="is constant, or a copy or sum of other bands") as raised:
        moments_of(image_of(changed))
    assert any(str(raised.value).startswith(f"{name} (") for name in named)
    assert "of scene" in str(raised.value)


def test_too_few_pairs_are_told(cube):
    with pytest.raises(ParameterError, match="scene has 12 pairs of neighbouring valid pixels, and the noise of 12"):
        moments_of(image_of(cube[:4, :5]))


@pytest.mark.parametrize("shape", [(1, 50), (50, 1)])
def test_image_of_one_row_or_column_has_no_diagonal_pairs(cube, shape):
    line = cube[0].reshape(*shape, BANDS)
    with pytest.raises(ParameterError, match="has 0 pairs"):
        moments_of(image_of(line))
