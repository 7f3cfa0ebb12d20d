"""Threads for NumPy work: one pool per computation, BLAS held to one thread meanwhile."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from contextvars import ContextVar

from ..progress import Progress

MOST_THREADS = 8
SECONDS_BETWEEN_CHECKS = 0.1

_chosen_threads: ContextVar[int | None] = ContextVar("threads", default=None)


def default_threads() -> int:
    """Return how many threads to use: one a processor, as far as memory bandwidth can feed them, unless chosen."""
    return _chosen_threads.get() or max(1, min(os.cpu_count() or 1, MOST_THREADS))


@contextmanager
def using_threads(threads: int) -> Iterator[None]:
    """Choose how many threads the pools use that the calling thread opens meanwhile."""
    token = _chosen_threads.set(threads)
    try:
        yield
    finally:
        _chosen_threads.reset(token)


class Pool:
    """Runs tasks in threads and stops between tasks when the user cancels."""

    def __init__(self, executor: ThreadPoolExecutor, threads: int):
        self._executor = executor
        self.threads = threads

    def map(self, function, items, progress: Progress | None = None) -> list:
        """Return ``[function(item) for item in items]``, computed in the threads, reporting each finished item."""
        progress = progress or Progress()
        futures = [self._executor.submit(function, item) for item in items]
        results = []
        try:
            while len(results) < len(futures):
                # Waits for one after the other: to wait for any of them costs more than small tasks do.
                future = futures[len(results)]
                wait([future], SECONDS_BETWEEN_CHECKS)
                if future.done():
                    results.append(future.result())
                    progress.report(len(results) / len(futures))
                progress.check()
        finally:
            for future in futures[len(results) :]:
                future.cancel()
        return results


@contextmanager
def pool() -> Iterator[Pool]:
    """Open a `Pool` of `default_threads` threads."""
    threads = default_threads()
    with single_threaded_blas, ThreadPoolExecutor(threads) as executor:
        yield Pool(executor, threads)


class _SingleThreadedBlas:
    """Context manager that holds BLAS to one thread.

    So our threads do not compete with those of BLAS, and sums keep their order. The limit holds for the whole process;
    it is set by the first of those that are inside at the same time and taken back by the last, in any thread.
    """

    def __init__(self):
        self._lock = threading.Lock()
        self._inside = 0
        self._limits: list = []

    def __enter__(self) -> None:
        with self._lock:
            self._limit()
            self._inside += 1

    def __exit__(self, *exception) -> None:
        with self._lock:
            self._inside -= 1
            while self._limits and not self._inside:
                self._limits.pop().restore_original_limits()

    def _limit(self) -> None:
        try:
            from threadpoolctl import ThreadpoolController
        except ImportError:
            return
        # Looked at each time, as a library may have been loaded since.
        controller = ThreadpoolController().select(user_api="blas")
        if any(library["num_threads"] != 1 for library in controller.info()):
            self._limits.append(controller.limit(limits=1))


single_threaded_blas = _SingleThreadedBlas()
