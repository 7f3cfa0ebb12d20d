import numpy as np
import pytest

from neon_aop.core.compute.crew import Question
from neon_aop.core.compute.dask import work as daskwork
from neon_aop.core.compute.dask.work import Errand, Recovery, perform
from neon_aop.core.compute.exactsum import ExactSummer
from neon_aop.core.errors import Cancelled, TileError
from neon_aop.core.files.neon.cleaning import BandChoice
from neon_aop.core.inputs.tileset import TileSet
from neon_aop.core.methods.kmeans.nearest import Basis
from neon_aop.tests.tiles import random_cube, write_tile

RUN = "run"
LARGEST = 12_000


@pytest.fixture(autouse=True)
def begun():
    daskwork.begin(RUN)
    yield
    daskwork.end(RUN)


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
    assignments = [Question(0, "assign", pair) for pair in zip(centres, drifts)]
    return [Question(0, "prepare", (basis, ExactSummer(values.dtype, LARGEST))), *assignments]


def answers(window, changes, forget_before=()):
    """Ask for changes one after another; lose the image before some of them, as when a worker dies."""
    recovery, found = Recovery(window), []
    perform(Errand(RUN, Question(0, "pixels"), 0, recovery), 1)
    for state, change in enumerate(changes):
        if state in forget_before:
            daskwork.end(RUN)
            daskwork.begin(RUN)
        reply = perform(Errand(RUN, change, state), 1)
        assert reply.known is (state not in forget_before)
        if not reply.known:
            reply = perform(Errand(RUN, change, state, recovery), 1)
        found.append(reply.answer)
        recovery = recovery.after(change)
    return found


@pytest.mark.parametrize("lost", [(1,), (2,), (3,), (1, 2, 3)])
def test_an_image_that_is_read_again_gives_the_same_answers(window, lost):
    changes = steps(window)
    undisturbed = answers(window, changes)
    daskwork.end(RUN)
    daskwork.begin(RUN)
    disturbed = answers(window, changes, lost)
    assert disturbed[0] == undisturbed[0]
    for one, other in zip(disturbed[1:], undisturbed[1:]):
        assert one.moved == other.moved
        np.testing.assert_array_equal(one.counts, other.counts)
        np.testing.assert_array_equal(one.sums, other.sums)


def test_a_change_that_was_done_already_is_not_done_twice(window):
    changes = steps(window)
    answers(window, changes)
    assert not perform(Errand(RUN, changes[-1], len(changes) - 1), 1).known


def test_only_what_still_matters_is_repeated(window):
    recovery = Recovery(window)
    left_out = Question(0, "leave_out", ([],))
    for change in (left_out, *steps(window)):
        recovery = recovery.after(change)
    assert [change.method for change in recovery.changes] == ["leave_out", "prepare", "assign"]


def test_a_failed_change_leaves_no_state(window):
    perform(Errand(RUN, Question(0, "pixels"), 0, Recovery(window)), 1)
    with pytest.raises(AttributeError):
        perform(Errand(RUN, Question(0, "prepare", (None, None)), 0), 1)
    assert not perform(Errand(RUN, Question(0, "pixels"), 0), 1).known


def test_the_errand_of_a_run_that_has_ended_is_cancelled(window):
    daskwork.end(RUN)
    with pytest.raises(Cancelled):
        perform(Errand(RUN, Question(0, "pixels"), 0, Recovery(window)), 1)


def test_a_run_ends_without_the_other(window):
    daskwork.begin("other")
    perform(Errand("other", Question(0, "pixels"), 0, Recovery(window)), 1)
    assert daskwork.end(RUN)
    assert perform(Errand("other", Question(0, "pixels"), 0), 1).known
    assert not daskwork.end("other")


def test_a_file_that_has_changed_is_reported(window, tmp_path):
    write_tile(tmp_path / "tile.h5", random_cube(20, 30, 40))
    with pytest.raises(TileError, match="changed"):
        perform(Errand(RUN, Question(0, "pixels"), 0, Recovery(window)), 1)
