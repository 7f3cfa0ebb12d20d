import numpy as np
import pytest
import spectral
from osgeo import gdal

from neon_aop.core.compute.imageset import LocalImages
from neon_aop.core.compute.memory import PixelStore
from neon_aop.core.compute.threads import using_threads
from neon_aop.core.errors import ParameterError
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.mosaic import Mosaic
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.methods import anomalies
from neon_aop.core.methods.anomalies import AnomalyRule, RxScores, find_anomalies, kth_largest, strongest
from neon_aop.core.methods.transforms.components import Moments

ROWS, COLUMNS, BANDS = 40, 30, 10
NODATA = -9999
ODD = (17, 23)


@pytest.fixture(scope="module")
def cube():
    """Reflectance times 10,000 of a scene with one pixel of another material, no brighter than the others."""
    rng = np.random.default_rng(0)
    cube = 2000 + rng.normal(0, 400, (ROWS, COLUMNS, 1)) + rng.normal(0, 30, (ROWS, COLUMNS, BANDS))
    cube[ODD] += np.resize([300, -300], BANDS)
    return np.rint(cube).astype(np.int16)


def image_of(cube, valid=None, left=0, scale=1e-4, offset=0.0):
    height, width, bands = cube.shape
    valid = np.ones((height, width), bool) if valid is None else valid
    bands = Bands.of(500.0 + 5 * np.arange(bands))
    return Pixels(cube[valid], valid, Grid(width, height, left=left), bands, scale, offset, "scene")


def find(folder, *images, rule=None, mask=True):
    mosaic = Mosaic.of([image.grid for image in images], [f"part {number}" for number in range(len(images))])
    path, mask_path = folder / "scores.tif", folder / "mask.tif" if mask else ""
    with LocalImages(images) as opened:
        found = find_anomalies(opened, mosaic, rule or AnomalyRule(), path, mask_path, PixelStore(str(folder)))
    return found, gdal.Open(str(path)).ReadAsArray(), gdal.Open(str(mask_path)).ReadAsArray() if mask else None


def scores_of_spy(cube, valid=None):
    reflectance = cube * 1e-4
    background = spectral.calc_stats(reflectance, mask=valid)
    return spectral.rx(reflectance, background=background)


def test_scores_are_those_of_spy(cube, tmp_path):
    found, scores, _ = find(tmp_path, image_of(cube))
    np.testing.assert_allclose(scores, scores_of_spy(cube), rtol=1e-6)
    np.testing.assert_array_equal(found.scores, scores)


def test_scores_before_they_are_stored_are_those_of_spy(cube):
    image = image_of(cube)
    with LocalImages([image]) as images:
        function = RxScores(Moments.of(images))
        scores = function(images._images[0], slice(0, len(image)))
    np.testing.assert_allclose(scores, scores_of_spy(cube).ravel(), rtol=1e-9)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_scale_and_offset_do_not_change_scores(cube, dtype, tmp_path):
    changed = image_of((cube * 0.5 + 7).astype(dtype), scale=-3e-4, offset=0.2)
    np.testing.assert_allclose(find(tmp_path, changed)[1], scores_of_spy(cube), rtol=2e-5)


def test_pixels_without_data_neither_count_nor_have_a_score(cube, tmp_path):
    valid = np.random.default_rng(1).random((ROWS, COLUMNS)) < 0.8
    strange = cube.copy()
    strange[~valid] = 30_000
    _, scores, mask = find(tmp_path, image_of(strange, valid))
    np.testing.assert_allclose(scores[valid], scores_of_spy(strange, valid)[valid], rtol=1e-6)
    assert (scores[~valid] == NODATA).all()
    assert (mask[~valid] == 255).all() and (mask[valid] < 2).all()


def test_limit_by_probability_is_that_of_chi_square(cube, tmp_path):
    stats = pytest.importorskip("scipy.stats", reason="SciPy is not installed")
    found, scores, mask = find(tmp_path, image_of(cube), rule=AnomalyRule(0.99))
    assert found.limit == pytest.approx(stats.chi2.ppf(0.99, BANDS), rel=1e-9)
    np.testing.assert_array_equal(mask, scores >= found.limit)
    assert found.count == mask.sum() == found.above(found.limit)


@pytest.mark.parametrize(("share", "count"), [(1e-9, 1), (0.01, 12), (0.5, 600), (1.0, 1200)])
def test_limit_by_share_finds_that_share(cube, tmp_path, share, count):
    found, scores, mask = find(tmp_path, image_of(cube), rule=AnomalyRule(share=share))
    assert found.count == mask.sum() == count
    assert found.limit == np.sort(scores.ravel())[-count]


def test_one_pixel_of_another_material_comes_first(cube, tmp_path):
    found, scores, _ = find(tmp_path, image_of(cube), rule=AnomalyRule(share=0.005))
    assert (found.rows[0], found.columns[0]) == ODD
    assert (np.diff(scores[found.rows, found.columns]) <= 0).all()
    np.testing.assert_allclose(found.spectra, cube[found.rows, found.columns] * 1e-4, atol=1e-12)


def test_images_share_one_background(cube, tmp_path):
    parts = image_of(cube[:, :11]), image_of(cube[:, 11:], left=11)
    found, scores, mask = find(tmp_path, *parts)
    whole, expected, whole_mask = find(tmp_path, image_of(cube))
    np.testing.assert_array_equal(scores, expected)
    np.testing.assert_array_equal(mask, whole_mask)
    np.testing.assert_array_equal(found.spectra, whole.spectra)


def test_number_of_threads_does_not_change_the_bytes(cube, tmp_path):
    files = []
    for threads in (1, 3):
        with using_threads(threads):
            find(tmp_path, image_of(cube.astype(np.float32)))
        files.append((tmp_path / "scores.tif").read_bytes())
    assert files[0] == files[1]


def test_no_mask_where_none_is_wanted(cube, tmp_path):
    found, _, _ = find(tmp_path, image_of(cube), mask=False)
    assert found.count == find(tmp_path, image_of(cube))[0].count
    assert not (tmp_path / "scores.tif.aux.xml").exists()


def test_copy_of_a_band_is_named(cube, tmp_path):
    copied = cube.copy()
    copied[..., 6] = copied[..., 2]
    with pytest.raises(ParameterError, match=r"band [37] \(.*\) of scene is constant, or a copy"):
        find(tmp_path, image_of(copied))
    assert not list(tmp_path.iterdir())


def test_fewer_pixels_than_bands_are_told(cube, tmp_path):
    with pytest.raises(ParameterError, match="scene has 10 valid pixels, and RX scores of 10 bands need more than 10"):
        find(tmp_path, image_of(cube[:2, :5]))


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"probability": 1.0}, "The probability is 1; it must be above 0 and below 1"),
        ({"probability": 0.0}, "The probability is 0;"),
        ({"share": 0.0}, "The share of anomalies is 0 %; it must be above 0"),
        ({"share": 1.01}, "The share of anomalies is 101 %;"),
    ],
)
def test_rules_that_make_no_sense_are_refused(settings, sentence):
    with pytest.raises(ParameterError, match=sentence):
        AnomalyRule(**settings)


@pytest.fixture
def scores(monkeypatch):
    monkeypatch.setattr(anomalies, "ROWS_AT_ONCE", 7)
    rng = np.random.default_rng(4)
    scores = rng.exponential(100, (50, 40)).astype(np.float32)
    scores[rng.random(scores.shape) < 0.2] = NODATA
    scores[rng.random(scores.shape) < 0.1] = 42.0
    scores[3, 3] = scores[30, 1] = 1e30
    scores[4, 4] = 0
    return scores


def test_kth_largest_is_that_of_a_sort(scores):
    ascending = np.sort(scores[scores != NODATA])
    for k in (1, 2, 3, 50, 400, len(ascending)):
        assert kth_largest(scores, k) == ascending[-k]


def test_strongest_are_in_order_and_ties_go_from_the_upper_left(scores):
    rows, columns = strongest(scores, 3)
    assert (rows[:2].tolist(), columns[:2].tolist()) == ([3, 30], [3, 1])
    assert scores[rows[2], columns[2]] == np.sort(scores.ravel())[-3]
    assert [len(part) for part in strongest(scores, 0)] == [0, 0]
    rows, columns = strongest(np.full((4, 5), np.float32(2)), 6)
    assert (rows * 5 + columns).tolist() == [0, 1, 2, 3, 4, 5]
