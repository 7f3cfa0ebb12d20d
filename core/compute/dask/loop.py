# SPDX-License-Identifier: GPL-2.0-or-later
"""An event loop in a thread of its own, for the client of a Dask cluster."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import wait
from contextlib import contextmanager, suppress

from ...progress import Progress
from ..threads import Shared

SECONDS_BETWEEN_CHECKS = 0.1
SECONDS_TO_CANCEL = 1


class LoopThread:
    """Runs coroutines one calling thread waits for."""

    def __init__(self):
        self._loop = asyncio.new_event_loop()
        # What fails when connections break is told by the calls that needed them.
        self._loop.set_exception_handler(lambda loop, context: None)
        self._thread = threading.Thread(target=self._run, name="Dask client", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        self._loop.run_forever()
        # What is under way, such as connecting anew to a scheduler that has stopped, closes its streams when cancelled.
        tasks = asyncio.all_tasks(self._loop)
        for task in tasks:
            task.cancel()
        if tasks:
            self._loop.run_until_complete(asyncio.wait(tasks, timeout=SECONDS_TO_CANCEL))
        self._loop.close()

    def run(self, coroutine: Coroutine, progress: Progress, fraction: Callable[[], float] | None = None):
        """Return the result of a coroutine; cancel it when the user asks to stop.

        Parameters
        ----------
        coroutine : coroutine
        progress : Progress
        fraction : callable, optional
            Returns which fraction is done.
        """
        future = asyncio.run_coroutine_threadsafe(coroutine, self._loop)
        try:
            while not wait([future], SECONDS_BETWEEN_CHECKS).done:
                if fraction is not None:
                    progress.report(fraction())
                progress.check()
            return future.result()
        finally:
            future.cancel()

    def close(self, seconds: float, last: Coroutine) -> None:
        """End the thread after a last coroutine, for which so many seconds are left."""
        wait([asyncio.run_coroutine_threadsafe(last, self._loop)], seconds)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(seconds)


@contextmanager
def _quiet_loggers() -> Iterator[None]:
    with suppress(ImportError):
        import distributed  # noqa: F401  (makes its loggers)
    names = [name for name in logging.root.manager.loggerDict if name.partition(".")[0] in ("distributed", "tornado")]
    loggers = [logging.getLogger(name) for name in names]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels):
            logger.setLevel(level)


# Keeps the library's tracebacks out of the log: what they are about is said in a sentence.
quiet_loggers = Shared(_quiet_loggers)
