import numpy as np
import pytest

from neon_aop.core.compute import crew as crew_module
from neon_aop.core.compute.crew import Question
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.mosaic import Mosaic
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.methods.imagework import local_crew
from neon_aop.core.methods.kmeans.classification import class_rows
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


def test_answers_come_in_the_order_of_the_questions(images):
    with local_crew(images) as crew:
        answers = crew.ask([Question(2, "pixels"), Question(0, "pixels"), Question(1, "pixels")])
    assert answers == [30, len(images[0]), 0]


def test_images_without_pixels_are_not_asked(images):
    with local_crew(images) as crew:
        assert crew.each("pixels") == [len(images[0]), 30]


def test_asking_in_groups_gives_the_same(images, monkeypatch):
    monkeypatch.setattr(crew_module, "ANSWERS_AT_ONCE", 1)
    with local_crew(images) as crew:
        grouped = list(crew.each_in_groups("moment_sums", np.zeros(BANDS)))
        together = crew.each("moment_sums", np.zeros(BANDS))
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
    with local_crew(images) as crew:
        crew.each("moment_sums", np.zeros(BANDS), progress=steps)
    assert steps.fractions == sorted(steps.fractions)
    assert steps.fractions[-1] == 1


def test_moment_sums_are_exact(images):
    values = np.concatenate([part.values for part in images]).astype(np.int64)
    with local_crew(images) as crew:
        parts = crew.each("moment_sums", np.zeros(BANDS))
    np.testing.assert_array_equal(sum(part.products for part in parts), values.T @ values)
    np.testing.assert_array_equal(sum(part.sums for part in parts), values.sum(axis=0))


def test_left_out_pixels_are_those_whose_bits_are_set(images):
    excluded = np.zeros((5, 6), bool)
    excluded[1:4, 2:5] = np.random.default_rng(3).random((3, 3)) < 0.5
    kept = images[2].values[~excluded.ravel()].copy()
    windows = [(slice(1, 4), slice(2, 5), np.packbits(excluded[1:4, 2:5]))]
    with local_crew(images) as crew:
        assert crew.ask([Question(2, "leave_out", (windows,))]) == [len(kept)]
        (total,) = crew.ask([Question(2, "moment_sums", (np.zeros(BANDS),))])
    np.testing.assert_array_equal(total.sums, kept.sum(axis=0, dtype=np.int64))


@pytest.mark.parametrize("step", [1, 2, 3, 7])
@pytest.mark.parametrize("rows", [1, 4, 256])
def test_a_thinned_class_map_is_every_nth_pixel_of_the_whole(images, step, rows):
    images[2].grid = Grid(6, 5, left=11.0, top=-3.0)
    mosaic = Mosaic.of([part.grid for part in images], ["west", "middle", "east"])
    with local_crew(images) as crew:
        whole = np.concatenate(list(class_rows(mosaic, crew, np.array([1], np.uint8))))
        thinned = np.concatenate(list(class_rows(mosaic, crew, np.array([1], np.uint8), step=step, rows=rows)))
    assert whole.sum() == len(images[0]) + 30
    np.testing.assert_array_equal(thinned, whole[::step, ::step])
