"""What a worker of a Dask cluster does for a run: it keeps images and calls functions for them."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from ...errors import Cancelled
from ...progress import Progress
from ..imageset import Call, ImageState
from ..threads import Pool, pool, using_threads

SECONDS_BETWEEN_REPORTS = 0.5
SECONDS_BETWEEN_CHECKS = 0.05

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
        What to read the image from, should the worker not have it in this state; it has `read(progress)`, which
        returns `Pixels`.
    repeated : tuple of Call
        Calls that bring the image into this state once it has been read.
    """

    call: Call
    changes: int = 0
    source: object = None
    repeated: tuple[Call, ...] = ()


class WorkerImages:
    """The images that this worker keeps for one run."""

    def __init__(self):
        # Each with the number of state-changing calls that it has been through.
        self._images: dict[int, tuple[ImageState, int]] | None = {}

    def close(self) -> None:
        """Let go of all images, and stop what is being done with them."""
        self._images = None

    def run(self, job: Job, threads: int, report: Callable[[float], None] = lambda fraction: None) -> tuple:
        """Make a call.

        Parameters
        ----------
        job : Job
        threads : int
        report : callable, optional
            Told now and then which fraction of the work is done.

        Returns
        -------
        known : bool
            Whether the image was here in the state that the call is for, or could be brought there.
        result : object

        Raises
        ------
        TileError
            If the image is to be read and cannot be.
        Cancelled
            If the run has ended.
        """
        try:
            return self._run(job, threads, _JobProgress(self, report))
        except Cancelled:
            pass
        # Tracebacks of what was stopped refer to the pixels, in circles.
        gc.collect()
        raise Cancelled("Cancelled.")

    @property
    def closed(self) -> bool:
        """Whether the run has ended."""
        return self._images is None

    def _run(self, job: Job, threads: int, progress: Progress) -> tuple:
        with _my_turn(progress), using_threads(threads), pool() as opened:
            image = self._image(job, opened, progress)
            if image is None:
                return False, None
            if job.call.changes_image:
                # Not there until the call has succeeded.
                del self._images[job.call.image]
            result = job.call.run(image, opened, progress)
            self._keep(job.call.image, image, job.changes + job.call.changes_image, progress)
            return True, result

    def _image(self, job: Job, opened: Pool, progress: Progress) -> ImageState | None:
        """Return the image in the state of the call; None when that is not possible."""
        image, changes = self._images.get(job.call.image, (None, 0))
        if image is not None and changes == job.changes:
            return image
        if job.source is None:
            return None
        self._images.pop(job.call.image, None)
        image = ImageState(job.source.read(progress.part(0, 0.8)))
        for call in job.repeated:
            call.run(image, opened, progress)
        self._keep(job.call.image, image, job.changes, progress)
        return image

    def _keep(self, number: int, image: ImageState, changes: int, progress: Progress) -> None:
        progress.check()
        self._images[number] = (image, changes)


@contextmanager
def _my_turn(progress: Progress) -> Iterator[None]:
    while not _turn.acquire(timeout=SECONDS_BETWEEN_CHECKS):
        progress.check()
    try:
        progress.check()
        yield
    finally:
        _turn.release()


class _JobProgress(Progress):
    def __init__(self, images: WorkerImages, report: Callable[[float], None]):
        self._images = images
        self._report = report
        self._reported = time.monotonic()

    def report(self, fraction: float) -> None:
        now = time.monotonic()
        if now - self._reported > SECONDS_BETWEEN_REPORTS:
            self._reported = now
            self._report(fraction)

    def cancelled(self) -> bool:
        return self._images.closed
