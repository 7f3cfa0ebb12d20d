import numpy as np
import pytest

from neon_aop.core.compute.imageset import LocalImages
from neon_aop.core.compute.threads import using_threads
from neon_aop.core.errors import ParameterError, RasterError
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.methods.kmeans.certainty import MostDistance, certainty_of, find_certainty
from neon_aop.core.methods.kmeans.lloyd import cluster
from neon_aop.core.methods.kmeans.shard import labels_of
from neon_aop.core.methods.kmeans.starts import given
from neon_aop.tests.core.methods.kmeans.test_nearest import hard_pixels, smooth_pixels


def image_of(values, scale=1.0):
    grid = Grid((0.0, 1.0, 0.0, 0.0, 0.0, -1.0), len(values), 1)
    valid = np.ones((1, len(values)), bool)
    return Pixels(np.ascontiguousarray(values), valid, grid, Bands.of(np.full(values.shape[1], np.nan)), scale)


def measured(values, centres, iterations=3, most_distance=None, scale=1.0, numbers=None):
    """Cluster pixels, and return their certainty with the labels and centres it is of, by class number."""
    with LocalImages([image_of(values, scale)]) as images:
        found = cluster(images, given(np.asarray(centres, float)), iterations, reseed_empty=False)
        numbers = np.arange(1, len(centres) + 1) if numbers is None else np.asarray(numbers)
        by_number = found.centres[np.argsort(numbers)]
        certainty = find_certainty(images, numbers, by_number, most_distance)
        image = images._images[0]
        return certainty, certainty_of(image), numbers[labels_of(image)] - 1, by_number


def reference(values, labels, centres, scale=1.0):
    """Return distances, margins and second classes in float64, from the whole array at once."""
    differences = values[:, np.newaxis].astype(np.float64) - centres
    lengths = np.sqrt((differences**2).sum(axis=2)) * abs(scale)
    pixels = np.arange(len(values))
    own = lengths[pixels, labels]
    lengths[pixels, labels] = np.inf
    second = lengths.argmin(axis=1)
    return own, lengths[pixels, second] - own, second


def assert_are_those_of_the_reference(kept, values, labels, centres, scale=1.0):
    own, margins, second = reference(values, labels, centres, scale)
    np.testing.assert_array_equal(kept.labels, labels)
    np.testing.assert_array_equal(kept.seconds, second)
    np.testing.assert_allclose(kept.distances, own, rtol=1e-7, atol=0)
    np.testing.assert_allclose(kept.margins, margins, rtol=2e-7, atol=1e-12 * own.max())


@pytest.mark.parametrize("kind", ["smooth", "noise", "one band", "offset", "float32 offset", "1e-21", "1e19"])
@pytest.mark.parametrize("iterations", [1, 4])
def test_all_are_those_of_float64(kind, iterations):
    rng = np.random.default_rng(1)
    values = hard_pixels(kind, rng)
    _, kept, labels, centres = measured(values, values[:6].astype(float), iterations)
    assert_are_those_of_the_reference(kept, values, labels, centres)


@pytest.mark.parametrize("scale", [1e-4, -1e-4])
def test_numbers_need_not_be_in_the_order_of_the_clustering(scale):
    values = smooth_pixels(np.random.default_rng(2))
    _, kept, labels, centres = measured(values, values[:4].astype(float), numbers=[3, 1, 4, 2], scale=scale)
    assert_are_those_of_the_reference(kept, values, labels, centres, scale)


def test_lowest_number_is_second_where_others_are_equally_near():
    values = np.array([[0, 0]] * 4 + [[10, 0]] * 4 + [[0, 10]] * 4 + [[-10, 0]] * 4, np.int16)
    centres = [[0, 0], [10, 0], [0, 10], [-10, 0]]
    _, kept, _, _ = measured(values, centres, numbers=[4, 3, 2, 1])
    assert set(kept.seconds[:4]) == {0}
    assert set(kept.margins[:4]) == {10.0}


def test_equal_centres_leave_no_margin():
    values = smooth_pixels(np.random.default_rng(3), pixels=300)
    centres = np.stack([values[0], values[1], values[1], values[0]]).astype(float)
    _, kept, labels, centres = measured(values, centres, iterations=1)
    assert_are_those_of_the_reference(kept, values, labels, centres)


def test_integers_at_their_limits():
    rng = np.random.default_rng(4)
    values = rng.choice(np.array([-32768, 32767], np.int16), (500, 40))
    _, kept, labels, centres = measured(values, values[:3].astype(float))
    assert_are_those_of_the_reference(kept, values, labels, centres)


def test_small_distances_are_exact():
    values = np.full((50, 30), 9000, np.int16)
    values[:, 0] += np.arange(50, dtype=np.int16) % 2
    _, kept, labels, centres = measured(values, [values[0].astype(float), np.zeros(30)])
    assert kept.distances.tolist() == [0.5] * 50


def test_one_class_has_no_margin():
    values = smooth_pixels(np.random.default_rng(5), pixels=100)
    certainty, kept, labels, centres = measured(values, values[:1].astype(float))
    np.testing.assert_allclose(kept.distances, reference(values, labels, centres)[0], rtol=1e-7)
    assert np.isnan(kept.margins).all()
    assert certainty.sums.second_counts.tolist() == [0]


def test_sums_are_those_of_each_class():
    values = smooth_pixels(np.random.default_rng(6))
    certainty, _, labels, centres = measured(values, values[:5].astype(float))
    own, margins, second = reference(values, labels, centres)
    for number in range(5):
        inside = labels == number
        assert certainty.sums.counts[number] == inside.sum()
        assert certainty.sums.deviations[number] == pytest.approx(np.sqrt((own[inside] ** 2).mean()), rel=1e-6)
        assert certainty.sums.mean_margins[number] == pytest.approx(margins[inside].mean(), rel=1e-6)
        assert certainty.sums.pairs[number].tolist() == np.bincount(second[inside], minlength=5).tolist()
    assert certainty.sums.second_counts.tolist() == np.bincount(second, minlength=5).tolist()


@pytest.mark.parametrize("in_deviations", [False, True])
def test_farther_pixels_are_beyond(in_deviations):
    values = smooth_pixels(np.random.default_rng(7))
    most = MostDistance(1.2 if in_deviations else 0.05, in_deviations)
    certainty, kept, labels, _ = measured(values, values[:4].astype(float), most_distance=most, scale=1e-4)
    limits = 1.2 * certainty.sums.deviations if in_deviations else np.full(4, 0.05)
    beyond = kept.distances > limits.astype(np.float32)[labels]
    assert 0 < beyond.sum() < len(values)
    assert certainty.beyond.tolist() == np.bincount(labels[beyond], minlength=4).tolist()
    assert certainty.unclassified == beyond.sum()


def test_threads_do_not_change_a_bit():
    values = hard_pixels("offset", np.random.default_rng(8))
    values = np.tile(values, (30, 1))
    found = []
    for threads in (1, 3):
        with using_threads(threads):
            certainty, kept, _, _ = measured(values, values[:4])
        found.append([kept.distances.tobytes(), kept.margins.tobytes(), certainty.sums.squares.tobytes()])
    assert found[0] == found[1]


@pytest.mark.parametrize("value", [-1.0, np.inf, np.nan])
def test_impossible_distance_is_refused(value):
    with pytest.raises(ParameterError, match="Largest distance"):
        MostDistance(value)


def test_distances_too_large_for_float32_are_told():
    values = np.array([[1e60, 0.0], [0.0, 1e60], [1e60, 1e60]])
    with pytest.raises(RasterError, match="too large for Float32"):
        measured(values, values[:2])
