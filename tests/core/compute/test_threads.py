import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from neon_aop.core.compute import threads
from neon_aop.core.compute.threads import (
    MOST_SUBMITTED,
    MOST_THREADS,
    default_threads,
    pool,
    single_threaded_blas,
    using_threads,
)
from neon_aop.core.errors import Cancelled
from neon_aop.core.progress import Progress


class Recorder(Progress):
    def __init__(self):
        self.fractions = []

    def report(self, fraction):
        self.fractions.append(fraction)


class CancelledOnceStarted(Progress):
    def __init__(self, started):
        self.started = started

    def cancelled(self):
        return self.started.is_set()


def test_default_number_of_threads_is_bounded(monkeypatch):
    monkeypatch.setattr("os.cpu_count", lambda: 1000)
    assert default_threads() == MOST_THREADS


def test_unknown_number_of_processors_is_one_thread(monkeypatch):
    monkeypatch.setattr("os.cpu_count", lambda: None)
    assert default_threads() == 1


@pytest.mark.parametrize("threads", [1, 2, 5])
def test_results_keep_the_order_of_the_items(threads):
    with using_threads(threads), pool() as workers:
        # Later items finish first.
        assert workers.map(lambda item: time.sleep(0.002 * (5 - item)) or item**2, range(5)) == [0, 1, 4, 9, 16]


def test_tasks_run_at_the_same_time():
    both = threading.Barrier(2, timeout=10)
    with using_threads(2), pool() as workers:
        assert sorted(workers.map(lambda item: both.wait(), range(2))) == [0, 1]


def test_an_error_keeps_most_of_many_tasks_from_being_submitted():
    begun = []
    with using_threads(1), pool() as workers, pytest.raises(ZeroDivisionError):
        workers.map(lambda item: begun.append(item) or 1 // item, range(10 * MOST_SUBMITTED))
    assert len(begun) <= MOST_SUBMITTED


def test_more_items_than_are_submitted_at_once_keep_their_order():
    with using_threads(2), pool() as workers:
        assert workers.map(abs, range(3 * MOST_SUBMITTED)) == list(range(3 * MOST_SUBMITTED))


def test_no_items_give_no_results():
    with using_threads(2), pool() as workers:
        assert workers.map(str, []) == []


def test_pool_tells_its_number_of_threads():
    with using_threads(3), pool() as workers:
        assert workers.threads == 3


def test_progress_rises_to_one():
    recorder = Recorder()
    with using_threads(2), pool() as workers:
        workers.map(str, range(20), recorder)
    assert recorder.fractions == sorted(recorder.fractions)
    assert recorder.fractions[-1] == 1


def test_error_of_a_task_is_raised():
    with using_threads(2), pool() as workers, pytest.raises(ZeroDivisionError):
        workers.map(lambda item: 1 // item, [1, 0, 1])


def test_tasks_that_wait_are_not_run_after_an_error():
    run = []

    def task(item):
        if item == 0:
            raise KeyError(item)
        time.sleep(0.01)
        run.append(item)

    with using_threads(1), pool() as workers, pytest.raises(KeyError):
        workers.map(task, range(200))
    assert len(run) < 199


def test_cancelling_stops_before_the_tasks_that_wait():
    started = threading.Event()
    run = []

    def task(item):
        run.append(item)
        started.set()
        time.sleep(0.01)

    with using_threads(1), pool() as workers, pytest.raises(Cancelled):
        workers.map(task, range(200), CancelledOnceStarted(started))
    assert 1 <= len(run) < 200


def test_cancelling_is_seen_while_a_task_runs(monkeypatch):
    monkeypatch.setattr("neon_aop.core.compute.threads.SECONDS_BETWEEN_CHECKS", 0.01)
    started, seen = threading.Event(), threading.Event()

    class Told(CancelledOnceStarted):
        def cancelled(self):
            if self.started.is_set():
                seen.set()
            return super().cancelled()

    def task(item):
        started.set()
        # Ends only because the cancelling was looked for meanwhile.
        assert seen.wait(10)

    with using_threads(1), pool() as workers, pytest.raises(Cancelled):
        workers.map(task, [0], Told(started))


def test_the_chosen_number_of_threads_ends_with_its_block():
    before = default_threads()
    with using_threads(3):
        with using_threads(5):
            assert default_threads() == 5
        assert default_threads() == 3
    assert default_threads() == before


def test_the_number_of_threads_is_chosen_for_the_calling_thread_only():
    found = []
    with using_threads(13):
        other = threading.Thread(target=lambda: found.append(default_threads()))
        other.start()
        other.join()
    assert found == [default_threads()]


@pytest.fixture
def blas_threads():
    """A function that returns the thread count of each BLAS library, all of which have several threads."""
    threadpoolctl = pytest.importorskip("threadpoolctl")

    def found():
        return [library["num_threads"] for library in threadpoolctl.threadpool_info() if library["user_api"] == "blas"]

    with threadpoolctl.threadpool_limits(2, "blas"):
        if set(found()) != {2}:
            pytest.skip("this BLAS has no threads")
        yield found


def test_blas_has_one_thread_inside_and_its_own_again_after(blas_threads):
    before = blas_threads()
    with single_threaded_blas:
        assert set(blas_threads()) == {1}
    assert blas_threads() == before


def test_blas_keeps_one_thread_until_the_outer_block_ends(blas_threads):
    with single_threaded_blas:
        with single_threaded_blas:
            pass
        assert set(blas_threads()) == {1}
    assert set(blas_threads()) == {2}


def test_blas_has_its_own_threads_again_when_another_thread_leaves_last(blas_threads):
    """The thread that has entered first is still there then."""
    before = blas_threads()
    with ThreadPoolExecutor(1) as executor:
        executor.submit(single_threaded_blas.__enter__).result()
        assert set(blas_threads()) == {1}
        single_threaded_blas.__exit__()
        assert blas_threads() == before


def test_blas_keeps_one_thread_until_the_last_of_overlapping_runs_ends(blas_threads):
    first_may_end, first_has_ended = threading.Event(), threading.Event()
    entered = threading.Event()

    def first():
        with single_threaded_blas:
            entered.set()
            first_may_end.wait(10)
        first_has_ended.set()

    thread = threading.Thread(target=first)
    thread.start()
    assert entered.wait(10)
    with single_threaded_blas:
        first_may_end.set()
        assert first_has_ended.wait(10)
        assert set(blas_threads()) == {1}
    thread.join()
    assert set(blas_threads()) == {2}


def test_blas_has_its_threads_again_after_an_error(blas_threads):
    with pytest.raises(ZeroDivisionError), single_threaded_blas, single_threaded_blas:
        raise ZeroDivisionError
    assert set(blas_threads()) == {2}


def test_a_pool_holds_blas_to_one_thread(blas_threads):
    with pool():
        assert set(blas_threads()) == {1}
    assert set(blas_threads()) == {2}


def test_pools_open_without_threadpoolctl(monkeypatch):
    monkeypatch.setitem(sys.modules, "threadpoolctl", None)
    with using_threads(2), pool() as workers:
        assert workers.map(abs, [-1, -2]) == [1, 2]


@pytest.fixture
def threads_at_most(monkeypatch):
    """Have the system refuse to start more threads than so many."""

    def limit(most):
        start, started = threading.Thread.start, []

        def start_or_fail(thread):
            if len(started) >= most:
                raise RuntimeError("can't start new thread")
            started.append(thread)
            start(thread)

        class Executor(threads.ThreadPoolExecutor):
            def shutdown(self, *arguments, **options):
                super().shutdown(*arguments, **options)
                started.clear()

        monkeypatch.setattr(threading.Thread, "start", start_or_fail)
        monkeypatch.setattr(threads, "ThreadPoolExecutor", Executor)

    return limit


def test_a_pool_has_fewer_threads_where_no_more_can_be_started(threads_at_most):
    threads_at_most(2)
    with using_threads(4), pool() as workers:
        assert workers.threads == 2
        assert workers.map(abs, [-1, -2, -3]) == [1, 2, 3]


def test_no_thread_at_all_is_a_lack_of_memory(threads_at_most):
    threads_at_most(0)
    with pytest.raises(MemoryError), pool():
        pass


@pytest.mark.parametrize(("room_for", "expected"), [(8, 8), (5, 4), (1, 1)])
def test_a_pool_has_as_many_threads_as_there_is_room_for(monkeypatch, room_for, expected):
    monkeypatch.setattr(threads, "has_room", lambda size: size <= room_for * threads.THREAD_BYTES)
    with using_threads(8), pool() as workers:
        assert workers.threads == expected


def test_no_room_for_a_thread_is_a_lack_of_memory(monkeypatch):
    monkeypatch.setattr(threads, "has_room", lambda size: False)
    with pytest.raises(MemoryError), pool():
        pass
