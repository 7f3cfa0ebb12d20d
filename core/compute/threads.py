# SPDX-License-Identifier: GPL-2.0-or-later
"""Threads for NumPy work: one pool per computation, during which BLAS is limited to one thread."""

from __future__ import annotations

import mmap
import os
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import AbstractContextManager, ExitStack, contextmanager
from contextvars import ContextVar
from itertools import islice

from ..progress import Progress

MOST_THREADS = 8
SECONDS_BETWEEN_CHECKS = 0.1
# Tasks that are submitted ahead: enough to keep all threads busy, and few enough to begin, and to stop, at once where
# there are ten thousands of them.
MOST_SUBMITTED = 256
# Address space of a thread: buffers of OpenBLAS (128 MB), an arena of malloc (128 MB at first) and a stack.
THREAD_BYTES = 280_000_000

_chosen_threads: ContextVar[int | None] = ContextVar("threads", default=None)


def default_threads() -> int:
    """Return how many threads to use: as set by `using_threads`, else one per processor, at most 8.

    The work is limited by memory bandwidth, so more than 8 bring nothing.
    """
    return _chosen_threads.get() or max(1, min(os.cpu_count() or 1, MOST_THREADS))


@contextmanager
def using_threads(threads: int) -> Iterator[None]:
    """Set the number of threads of all pools that the calling thread opens in a ``with`` block."""
    token = _chosen_threads.set(threads)
    try:
        yield
    finally:
        _chosen_threads.reset(token)


class Pool:
    """Runs tasks in threads, and stops between tasks when the user cancels."""

    def __init__(self, executor: ThreadPoolExecutor, threads: int):
        self._executor = executor
        self.threads = threads

    def map(self, function, items, progress: Progress | None = None) -> list:
        """Return ``[function(item) for item in items]``, computed in threads, and report progress item by item."""
        progress = progress or Progress()
        items = list(items)
        not_submitted = iter(items)
        futures: deque[Future] = deque()
        results = []
        try:
            while len(results) < len(items):
                futures.extend(
                    self._executor.submit(function, item)
                    for item in islice(not_submitted, MOST_SUBMITTED - len(futures))
                )
                # In order: waiting for whichever ends first costs more than a small task.
                wait([futures[0]], SECONDS_BETWEEN_CHECKS)
                if futures[0].done():
                    results.append(futures.popleft().result())
                    progress.report(len(results) / len(items))
                progress.check()
        finally:
            for future in futures:
                future.cancel()
        return results


@contextmanager
def pool() -> Iterator[Pool]:
    """Open a `Pool` of `default_threads` threads, or of fewer where the system allows no more.

    Raises
    ------
    MemoryError
        If there is not enough address space for a single thread; OpenBLAS would hang without memory for its buffers.
    """
    threads = default_threads()
    while threads and not has_room(threads * THREAD_BYTES):
        threads //= 2
    if not threads:
        raise MemoryError("There is no room for a thread.")
    with single_threaded_blas:
        executor, threads = _started(threads)
        with executor:
            yield Pool(executor, threads)


def _started(threads: int) -> tuple[ThreadPoolExecutor, int]:
    """Start threads, fewer where the system allows no more; return their executor and their number."""
    executor = ThreadPoolExecutor(threads)
    # Each task waits, so that the next one starts another thread.
    all_started = threading.Event()
    started = 0
    try:
        while started < threads:
            executor.submit(all_started.wait)
            started += 1
    except RuntimeError:
        all_started.set()
        executor.shutdown()
        if not started:
            raise MemoryError("No thread can be started.") from None
        return _started(started)
    finally:
        all_started.set()
    return executor, threads


def has_room(size: int) -> bool:
    """Tell whether the process can get `size` bytes more of address space."""
    try:
        mmap.mmap(-1, size).close()
    except (OSError, MemoryError):
        return False
    return True


class Shared:
    """Context manager for process-wide settings, which may be entered by several threads at once.

    Each enters a context manager that `context` returns; all of these are left when the last thread leaves.
    """

    def __init__(self, context: Callable[[], AbstractContextManager]):
        self._context = context
        self._lock = threading.Lock()
        self._users = 0
        self._entered = ExitStack()

    def __enter__(self) -> None:
        with self._lock:
            self._entered.enter_context(self._context())
            self._users += 1

    def __exit__(self, *exception) -> None:
        with self._lock:
            self._users -= 1
            if not self._users:
                self._entered.close()


@contextmanager
def _one_thread_for_blas() -> Iterator[None]:
    try:
        from threadpoolctl import ThreadpoolController
    except ImportError:
        yield
        return
    # Looked up each time, as another BLAS may have been loaded since.
    libraries = ThreadpoolController().select(user_api="blas").lib_controllers
    counts = [(library, library.get_num_threads()) for library in libraries]
    counts = [(library, count) for library, count in counts if count not in (None, 1)]
    for library, _ in counts:
        _set_threads_of_blas(library, 1)
    try:
        yield
    finally:
        for library, count in counts:
            _set_threads_of_blas(library, count)


def _set_threads_of_blas(library, count: int) -> None:
    """Set the number of threads of a BLAS, which another thread may have set before.

    From version 3.8 on, threadpoolctl ignores all threads but the one that set it first, until that one is released.
    """
    release = getattr(library, "clear_controlling_thread", lambda force: None)
    release(force=True)
    library.set_num_threads(count)
    release(force=True)


# Limits BLAS to one thread: its threads would compete with ours, and the order of its sums depends on their number.
single_threaded_blas = Shared(_one_thread_for_blas)
