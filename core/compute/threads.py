"""Threads for NumPy work: one pool per computation, BLAS held to one thread inside it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager

from ..progress import Progress

MOST_THREADS = 8
SECONDS_BETWEEN_CHECKS = 0.1


def default_threads() -> int:
    """Return how many threads to use: one a processor, but no more than memory bandwidth can feed."""
    return max(1, min(os.cpu_count() or 1, MOST_THREADS))


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
                # In order: looking at all that wait, each time one is done, would cost more than small tasks do.
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
def pool(threads: int | None = None) -> Iterator[Pool]:
    """Open a `Pool` of `threads` threads (default: `default_threads`)."""
    threads = threads or default_threads()
    with single_threaded_blas(), ThreadPoolExecutor(threads) as executor:
        yield Pool(executor, threads)


@contextmanager
def single_threaded_blas() -> Iterator[None]:
    """Hold BLAS to one thread, so that our threads do not compete with its own and sums keep their order."""
    try:
        from threadpoolctl import threadpool_limits
    except ImportError:
        yield
        return
    with threadpool_limits(limits=1, user_api="blas"):
        yield
