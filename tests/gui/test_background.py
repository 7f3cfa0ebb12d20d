"""Work in tasks of QGIS."""

import pytest
from qgis.core import QgsApplication

from neon_aop.core.errors import ParameterError
from neon_aop.gui.background import Background
from neon_aop.tests.gui.checks import wait_until


@pytest.fixture
def ended():
    """What the tasks of a test told at their end."""
    return []


def started(work, ended):
    task = Background("Work", work)
    task.done.connect(lambda result: ended.append(("done", result)))
    task.failed.connect(lambda problem: ended.append(("failed", problem)))
    return task.start()


def fail(progress):
    raise ParameterError("It does not fit.")


def wait_for_cancelling(progress):
    while True:
        progress.check()


def test_result_comes_back(provider, ended):
    started(lambda progress: 7, ended)
    wait_until(lambda: ended)
    assert ended == [("done", 7)]


def test_problem_comes_back(provider, ended):
    started(fail, ended)
    wait_until(lambda: ended)
    assert ended == [("failed", "It does not fit.")]


def test_cancelled_task_has_no_problem_to_tell(provider, ended):
    task = started(wait_for_cancelling, ended)
    task.cancel()
    wait_until(lambda: ended)
    assert ended == [("failed", "")]


def test_dropped_task_tells_nothing(provider, ended):
    started(lambda progress: 7, ended).drop()
    started(lambda progress: 8, ended)
    wait_until(lambda: ended)
    assert ended == [("done", 8)]


def test_end_is_told_when_qgis_has_forgotten_the_task(provider):
    """Else QGIS may take the next task for this one, and never start it."""
    manager, counts = QgsApplication.taskManager(), []
    task = Background("Work", lambda progress: None)
    number = len(manager.tasks())
    task.done.connect(lambda result: counts.append(len(manager.tasks())))
    task.start()
    wait_until(lambda: counts)
    assert counts == [number]


def test_task_that_has_ended_can_be_cancelled_and_dropped(provider, ended):
    task = started(lambda progress: 7, ended)
    wait_until(lambda: ended)
    task.cancel()
    task.drop()
