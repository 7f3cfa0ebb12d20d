import numpy as np
import pytest

from neon_aop.core.compute.dask.worker import Job, WorkerImages
from neon_aop.core.compute.exactsum import ExactSummer
from neon_aop.core.compute.imageset import Call, coverage_of, leave_out
from neon_aop.core.errors import Cancelled, TileError
from neon_aop.core.files.neon.cleaning import BandChoice
from neon_aop.core.inputs.tileset import TileSet
from neon_aop.core.methods.kmeans.nearest import Basis
from neon_aop.core.methods.kmeans.shard import assign, prepare
from neon_aop.tests.tiles import random_cube, write_tile

LARGEST = 12_000
COUNT = Call(0, coverage_of)


@pytest.fixture
def images():
    return WorkerImages()


@pytest.fixture
def window(tmp_path):
    path = tmp_path / "tile.h5"
    write_tile(path, random_cube(30, 30, 40))
    return TileSet([str(path)], BandChoice(rule=1, subset_factor=1)).windows[0]


def steps(window):
    """The changes of a clustering: preparation, and three assignments."""
    values = window.read().values
    centres = [values[start : start + 4].astype(float) for start in (0, 100, 200)]
    basis = Basis.of_sample(values, centres[0], LARGEST)
    moves = [np.sort(np.linalg.norm(later - one, axis=1))[-2:].sum() for one, later in zip(centres, centres[1:])]
    drifts = np.cumsum([0.0, *moves])
    assignments = [Call(0, assign, pair) for pair in zip(centres, drifts)]
    return [Call(0, prepare, (basis, ExactSummer(values.dtype, LARGEST))), *assignments]


def results(window, changes, forget_before=()):
    """Make changes one after another; lose the image before some of them, as when a worker dies."""
    images, repeated, found = WorkerImages(), (), []
    images.run(Job(COUNT, source=window), "key", 1)
    for number, change in enumerate(changes):
        if number in forget_before:
            images = WorkerImages()
        known, result = images.run(Job(change, number), "key", 1)
        assert known is (number not in forget_before)
        if not known:
            known, result = images.run(Job(change, number, window, repeated), "key", 1)
        found.append(result)
        repeated = change.after(repeated)
    return found


@pytest.mark.parametrize("lost", [(1,), (2,), (3,), (1, 2, 3)])
def test_an_image_that_is_read_again_gives_the_same_results(window, lost):
    changes = steps(window)
    undisturbed, disturbed = results(window, changes), results(window, changes, lost)
    assert disturbed[0] == undisturbed[0]
    for one, other in zip(disturbed[1:], undisturbed[1:]):
        assert one.moved == other.moved
        np.testing.assert_array_equal(one.counts, other.counts)
        np.testing.assert_array_equal(one.sums, other.sums)


def test_a_change_that_was_made_already_is_not_made_twice(window, images):
    change = Call(0, leave_out, ([],))
    assert images.run(Job(change, source=window), "key", 1)[0]
    assert not images.run(Job(change), "key", 1)[0]


def test_only_what_still_matters_is_repeated(window):
    repeated = ()
    for change in (Call(0, leave_out, ([],)), *steps(window)):
        repeated = change.after(repeated)
    assert [call.function for call in repeated] == [leave_out, prepare, assign]


def test_a_failed_change_leaves_no_image(window, images):
    images.run(Job(COUNT, source=window), "key", 1)
    with pytest.raises(AttributeError):
        images.run(Job(Call(0, prepare, (None, None))), "key", 1)
    assert not images.run(Job(COUNT), "key", 1)[0]


def test_a_job_of_a_run_that_has_ended_is_cancelled(window, images):
    images.close()
    with pytest.raises(Cancelled):
        images.run(Job(COUNT, source=window), "key", 1)


def test_a_run_ends_without_the_other(window, images):
    other = WorkerImages()
    known, coverage = other.run(Job(COUNT, source=window), "key", 1)
    images.close()
    known_again, again = other.run(Job(COUNT), "key", 1)
    assert (known, known_again) == (True, True)
    assert again.in_all == coverage.in_all == len(window.read())


def test_a_file_that_has_changed_is_reported(window, images, tmp_path):
    write_tile(tmp_path / "tile.h5", random_cube(20, 30, 40))
    with pytest.raises(TileError, match="changed"):
        images.run(Job(COUNT, source=window), "key", 1)


def test_an_image_is_let_go_of_with_the_key_that_read_it(window, images):
    images.run(Job(COUNT, source=window), "first", 1)
    images.run(Job(Call(1, coverage_of), source=window), "second", 1)
    images.release("first")
    assert not images.run(Job(COUNT), "third", 1)[0]
    assert images.run(Job(Call(1, coverage_of)), "fourth", 1)[0]


def test_what_is_being_read_is_stopped_when_its_key_is_released(window, images):
    class ReleasedMeanwhile:
        def read(self, progress):
            images.release("key")
            return window.read(progress)

    with pytest.raises(Cancelled):
        images.run(Job(COUNT, source=ReleasedMeanwhile()), "key", 1)
    assert not images.is_used
