import numpy as np
import pytest

from neon_aop.core.compute import imageset
from neon_aop.core.compute.imageset import Call, ImageState, LocalImages, changes_image, coverage_of, leave_out
from neon_aop.core.compute.momentsums import sum_moments
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.progress import Progress

BANDS = 4


def image(valid, left=0.0, seed=0):
    valid = np.asarray(valid, bool)
    values = np.random.default_rng(seed).integers(0, 10_000, (int(valid.sum()), BANDS)).astype(np.int16)
    bands = Bands.of(np.linspace(400, 700, BANDS))
    return Pixels(values, valid, Grid(valid.shape[1], valid.shape[0], left=left), bands, scale=1e-4)


@pytest.fixture
def images():
    """Three images side by side, the second without pixels."""
    rng = np.random.default_rng(1)
    return [image(rng.random((5, 6)) < 0.8), image(np.zeros((5, 6)), 6.0), image(np.ones((5, 6)), 12.0, seed=2)]


def test_results_come_in_the_order_of_the_calls(images):
    with LocalImages(images) as opened:
        results = opened.run([Call(2, coverage_of), Call(0, coverage_of), Call(1, coverage_of)])
    assert [coverage.in_all for coverage in results] == [30, len(images[0]), 0]


def test_functions_are_mapped_to_images_with_pixels(images):
    with LocalImages(images) as opened:
        assert [coverage.in_all for coverage in opened.map(coverage_of)] == [len(images[0]), 30]


def test_results_in_groups_are_the_same(images, monkeypatch):
    monkeypatch.setattr(imageset, "RESULTS_AT_ONCE", 1)
    with LocalImages(images) as opened:
        grouped = list(opened.imap(sum_moments, np.zeros(BANDS)))
        together = opened.map(sum_moments, np.zeros(BANDS))
    for one, other in zip(grouped, together):
        np.testing.assert_array_equal(one.products, other.products)
    assert len(grouped) == len(together)


def test_progress_goes_through_the_images(images):
    class Steps(Progress):
        def __init__(self):
            self.fractions = []

        def report(self, fraction):
            self.fractions.append(fraction)

    steps = Steps()
    with LocalImages(images) as opened:
        opened.map(sum_moments, np.zeros(BANDS), progress=steps)
    assert steps.fractions == sorted(steps.fractions)
    assert steps.fractions[-1] == 1


def test_moment_sums_are_exact(images):
    values = np.concatenate([part.values for part in images]).astype(np.int64)
    with LocalImages(images) as opened:
        parts = opened.map(sum_moments, np.zeros(BANDS))
    np.testing.assert_array_equal(sum(part.products for part in parts), values.T @ values)
    np.testing.assert_array_equal(sum(part.sums for part in parts), values.sum(axis=0))
    assert sum(part.pixels for part in parts) == len(values)


def test_left_out_pixels_are_those_whose_bits_are_set(images):
    excluded = np.zeros((5, 6), bool)
    excluded[1:4, 2:5] = np.random.default_rng(3).random((3, 3)) < 0.5
    kept = images[2].values[~excluded.ravel()].copy()
    windows = [(slice(1, 4), slice(2, 5), np.packbits(excluded[1:4, 2:5]))]
    with LocalImages(images) as opened:
        assert opened.call(2, leave_out, windows) == len(kept)
        total = opened.call(2, sum_moments, np.zeros(BANDS))
    np.testing.assert_array_equal(total.sums, kept.sum(axis=0, dtype=np.int64))


def test_what_was_kept_of_pixels_goes_with_them(images):
    state = ImageState(images[0])
    state.kept["labels"] = np.zeros(len(images[0]))
    leave_out(state, [], pool=None, progress=None)
    assert not state.kept


@changes_image()
def add(image, number, *, pool, progress):
    pass


@changes_image(obsolete=lambda: (replace_all, add))
def replace_all(image, *, pool, progress):
    pass


def test_obsolete_calls_are_not_repeated():
    calls = [Call(0, add, (1,)), Call(0, replace_all), Call(0, add, (2,)), Call(0, replace_all), Call(0, add, (3,))]
    repeated = ()
    for call in calls:
        repeated = call.after(repeated)
    assert repeated == tuple(calls[-2:])


def test_calls_that_change_nothing_are_told_from_those_that_do():
    assert Call(0, add).changes_image
    assert not Call(0, coverage_of).changes_image
