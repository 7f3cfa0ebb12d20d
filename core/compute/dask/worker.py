# SPDX-License-Identifier: GPL-2.0-or-later
"""What a worker of a Dask cluster does for a run: it keeps images and calls functions for them."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from ...errors import Cancelled
from ...progress import Progress
from ..imageset import Call, ImageState
from ..threads import Pool, pool, using_threads

SECONDS_BETWEEN_REPORTS = 0.5

# Held while one image is worked on: all images of a worker, of all runs, share its memory and its processors.
_turn = threading.Lock()


@dataclass(frozen=True)
class Job:
    """A call for a worker.

    Attributes
    ----------
    call : Call
    changes : int
        How many state-changing calls the image has been through.
    source : object, optional
        What to read the image from; the worker is to have it if there is none.
    repeated : tuple of Call
        State-changing calls to repeat once it has been read.
    """

    call: Call
    changes: int = 0
    source: object = None
    repeated: tuple[Call, ...] = ()


class WorkerImages:
    """The images that this worker keeps for one run, each with the Dask key of the job that read it."""

    def __init__(self):
        # Each with the number of state-changing calls that it has been through.
        self._images: dict[int, tuple[ImageState, int]] = {}
        self._keys: dict[int, str] = {}
        self._closed = False

    @property
    def is_used(self) -> bool:
        """Whether there are images."""
        return bool(self._keys)

    def close(self) -> None:
        """Let go of all images, and stop what is being done with them."""
        self._closed = True
        self._keys.clear()
        self._images.clear()

    def release(self, key: str) -> None:
        """Let go of the image that the job of this key has read, and stop what is being done with it."""
        for image, own_key in list(self._keys.items()):
            if own_key == key:
                del self._keys[image]
                self._images.pop(image, None)

    def run(self, job: Job, key: str, threads: int, report: Callable[[float], None] = lambda fraction: None) -> tuple:
        """Make a call.

        Parameters
        ----------
        job : Job
        key : str
            Its Dask key.
        threads : int
        report : callable, optional
            Told now and then which fraction of the work is done.

        Returns
        -------
        known : bool
            Whether the image was here, or has been read; only then there is a result.
        result : object

        Raises
        ------
        TileError
            If the image is to be read and cannot be.
        Cancelled
            If the run has ended, or the image is to be let go of.
        """
        if job.source is not None and not self._closed:
            self._keys[job.call.image] = key
        own_key = self._keys.get(job.call.image)
        progress = _JobProgress(lambda: self._closed or self._keys.get(job.call.image) != own_key, report)
        try:
            with _turn, using_threads(threads), pool() as opened:
                return self._run(job, opened, progress)
        except Cancelled:
            pass
        # Tracebacks of what was stopped refer to the pixels, in circles.
        gc.collect()
        raise Cancelled("Cancelled.")

    def _run(self, job: Job, opened: Pool, progress: Progress) -> tuple:
        progress.check()
        # Not there again until the call has succeeded: it may fail half-way through a change.
        image, changes = self._images.pop(job.call.image, (None, 0))
        if image is None or changes != job.changes:
            if job.source is None:
                return False, None
            image = ImageState(job.source.read(progress.part(0, 0.8)))
            for call in job.repeated:
                call.run(image, opened, progress)
        result = job.call.run(image, opened, progress)
        progress.check()
        self._images[job.call.image] = (image, job.changes + job.call.changes_image)
        return True, result


class _JobProgress(Progress):
    def __init__(self, cancelled: Callable[[], bool], report: Callable[[float], None]):
        self._cancelled = cancelled
        self._report = report
        self._reported = time.monotonic()

    def report(self, fraction: float) -> None:
        now = time.monotonic()
        if now - self._reported > SECONDS_BETWEEN_REPORTS:
            self._reported = now
            self._report(fraction)

    def cancelled(self) -> bool:
        return self._cancelled()
