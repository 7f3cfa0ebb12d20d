import numpy as np
import pytest

from neon_aop.core.errors import Cancelled
from neon_aop.core.methods.kmeans import sampled, starts
from neon_aop.core.methods.kmeans.shard import Summary
from neon_aop.core.progress import Progress


def summary_of(values):
    return Summary(len(values), values.min(axis=0), values.max(axis=0), values)


def pixels(seed=0, count=800, bands=12):
    return np.random.default_rng(seed).integers(0, 10_000, (count, bands)).astype(np.int16)


def test_diagonal_is_evenly_spaced_in_the_bounding_box():
    values = np.array([[0, 100], [10, -100]], np.int16)
    assert starts.diagonal(3)(summary_of(values)).tolist() == [[0, -100], [5, 0], [10, 100]]


@pytest.mark.parametrize("dtype", [np.uint8, np.int16])
def test_diagonal_of_the_whole_range_of_a_type_does_not_overflow(dtype):
    limits = np.iinfo(dtype)
    values = np.array([[limits.min], [limits.max]], dtype)
    middle = (int(limits.min) + int(limits.max)) / 2
    assert starts.diagonal(3)(summary_of(values)).ravel().tolist() == [limits.min, middle, limits.max]


def test_diagonal_of_one_class_is_the_middle_of_the_box():
    values = np.array([[0, 1], [10, 1], [2, 1]], np.uint8)
    assert starts.diagonal(1)(summary_of(values)).tolist() == [[5, 1]]


def test_given_centres_are_taken_as_they_are():
    centres = np.array([[1.5, 2.5]])
    assert starts.given(centres)(summary_of(pixels(bands=2))).tolist() == centres.tolist()


@pytest.mark.parametrize("classes", [1, 2, 5, 40])
def test_plus_plus_gives_a_spectrum_for_each_class(classes):
    values = pixels()
    centres = starts.plus_plus(classes, seed=0)(summary_of(values))
    assert centres.shape == (classes, 12)
    assert centres.dtype == np.float64
    assert ((values.min(axis=0) <= centres) & (centres <= values.max(axis=0))).all()


def test_plus_plus_centres_differ():
    assert len(np.unique(starts.plus_plus(20, seed=0)(summary_of(pixels())), axis=0)) == 20


def test_plus_plus_of_a_seed_is_always_the_same():
    start = starts.plus_plus(5, seed=4)
    assert (start(summary_of(pixels())) == start(summary_of(pixels()))).all()


def test_plus_plus_in_little_memory_is_the_same(monkeypatch):
    expected = starts.plus_plus(20, seed=0)(summary_of(pixels()))
    monkeypatch.setattr(sampled, "MOST_DISTANCES", 20 * 7)
    assert (starts.plus_plus(20, seed=0)(summary_of(pixels())) == expected).all()


def test_plus_plus_is_the_same_when_products_are_summed_in_another_order(monkeypatch):
    expected = starts.plus_plus(20, seed=0)(summary_of(pixels()))
    monkeypatch.setattr(sampled, "product", lambda left, right: left[:, ::-1] @ right[::-1])
    assert (starts.plus_plus(20, seed=0)(summary_of(pixels())) == expected).all()


def test_plus_plus_tells_its_progress():
    fractions = []
    progress = Progress()
    progress.report = fractions.append
    starts.plus_plus(50, 0, progress)(summary_of(pixels()))
    assert len(fractions) > 40 and fractions == sorted(fractions) and fractions[-1] <= 1


def test_plus_plus_of_another_seed_is_another_start():
    summary = summary_of(pixels())
    assert (starts.plus_plus(5, seed=4)(summary) != starts.plus_plus(5, seed=5)(summary)).any()


@pytest.mark.parametrize("values", [np.full((9, 4), 7, np.int16), np.full((1, 4), 0.1), np.zeros((9, 1), np.float32)])
def test_plus_plus_of_equal_pixels_is_that_pixel(values):
    centres = starts.plus_plus(3, seed=0)(summary_of(values))
    assert centres == pytest.approx(np.repeat(values[:1].astype(np.float64), 3, axis=0))


@pytest.mark.parametrize("seed", range(10))
def test_plus_plus_finds_groups_of_very_different_size(seed):
    rng = np.random.default_rng(seed)
    middles = np.array([[0, 0, 0], [5000, 0, 0], [0, 5000, 0], [0, 0, 5000]])
    group = np.repeat(np.arange(4), [960, 20, 10, 10])
    values = (middles[group] + rng.integers(-50, 51, (1000, 3))).astype(np.int16)
    centres = starts.plus_plus(4, seed)(summary_of(values))
    nearest = ((middles[:, np.newaxis] - centres) ** 2).sum(axis=2).min(axis=1)
    assert (nearest < 100**2).all()


def test_plus_plus_can_be_cancelled():
    class Stopped(Progress):
        def cancelled(self):
            return True

    with pytest.raises(Cancelled):
        starts.plus_plus(5, 4, Stopped())(summary_of(pixels()))
