"""What a worker of a Dask cluster does: it keeps images, and answers questions about them.

A question comes with how many changes the image has been through. Where the worker has not got the image in that
state, because it is new or the image was with a worker that died, it says so, and is asked again with all it takes to
get there: what to read, and the changes to repeat. So a question can be asked twice, or of anybody, and the answer is
the same.
"""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from ...errors import Cancelled
from ...inputs.tileset import TileWindow
from ...methods.imagework import ImageWork
from ...progress import Progress
from ..crew import Question
from ..threads import Pool, pool

# Topic of the events that tell how far a long answer is.
PROGRESS_TOPIC = "neon-aop-progress"
SECONDS_BETWEEN_EVENTS = 0.5
SECONDS_BETWEEN_CHECKS = 0.05

# Questions after which an image is in another state, and the earlier ones of which nothing is left then.
CHANGES = {"leave_out": (), "prepare": ("prepare", "assign"), "assign": ("assign",)}


@dataclass(frozen=True)
class Recovery:
    """How to bring an image into the state that a question is about.

    Attributes
    ----------
    window : TileWindow
    changes : tuple of Question
        To be asked in this order.
    """

    window: TileWindow
    changes: tuple[Question, ...] = ()

    def after(self, change: Question) -> Recovery:
        """Return how to get to the state after one more change."""
        obsolete = CHANGES[change.method]
        kept = tuple(earlier for earlier in self.changes if earlier.method not in obsolete)
        return Recovery(self.window, (*kept, change))


@dataclass(frozen=True)
class Errand:
    """A question for a worker.

    Attributes
    ----------
    run : str
        Which run asks.
    question : Question
    state : int
        How many changes the image has been through.
    recovery : Recovery, optional
    """

    run: str
    question: Question
    state: int
    recovery: Recovery | None = None


@dataclass(frozen=True)
class Reply:
    """What a worker answers.

    Attributes
    ----------
    known : bool
        Whether it had, or could get, the image in the state of the question.
    answer : object
    """

    known: bool
    answer: object = None


@dataclass
class _Kept:
    work: ImageWork
    state: int | None = 0

    def ask(self, question: Question, workers: Pool, progress: Progress):
        method = getattr(self.work, question.method)
        if question.method not in CHANGES:
            return method(*question.arguments, workers, progress)
        state, self.state = self.state, None
        answer = method(*question.arguments, workers, progress)
        self.state = state + 1
        return answer


_runs: dict[str, dict[int, _Kept]] = {}
# Memory and processors are those of one worker; with one image at a time its threads do not compete.
_turn = threading.Lock()


def begin(run: str) -> None:
    """Be ready for the questions of a run."""
    _runs.setdefault(run, {})


def end(run: str) -> bool:
    """Let go of all images of a run, and stop what is being done for it; tell whether there are other runs."""
    _runs.pop(run, None)
    return bool(_runs)


def perform(errand: Errand, threads: int, tell=lambda fraction: None) -> Reply:
    """Answer a question.

    Parameters
    ----------
    errand : Errand
    threads : int
    tell : callable, optional
        Told now and then which fraction of the work is done.

    Raises
    ------
    TileError
        If the image is to be read and cannot be.
    Cancelled
        If the run has ended.
    """
    try:
        return _perform(errand, threads, _ErrandProgress(errand.run, tell))
    except Cancelled:
        pass
    # What was stopped holds on to the pixels, in circles of errors and what they were raised in.
    gc.collect()
    raise Cancelled("Cancelled.")


def _perform(errand: Errand, threads: int, progress: Progress) -> Reply:
    with _my_turn(progress), pool(threads) as workers:
        kept = _kept(errand, workers, progress)
        if kept is None:
            return Reply(False)
        return Reply(True, kept.ask(errand.question, workers, progress))


def _kept(errand: Errand, workers: Pool, progress: Progress) -> _Kept | None:
    """Return the image in the state of the question; None when that is not possible."""
    images = _runs.get(errand.run)
    if images is None:
        raise Cancelled("Cancelled.")
    kept = images.get(errand.question.image)
    if kept is not None and kept.state == errand.state:
        return kept
    if errand.recovery is None:
        return None
    images.pop(errand.question.image, None)
    kept = _Kept(ImageWork(errand.recovery.window.read(progress.part(0, 0.8), workers.threads)))
    for change in errand.recovery.changes:
        kept.ask(change, workers, progress)
    # Changes of which nothing is left were not repeated.
    kept.state = errand.state
    progress.check()
    images[errand.question.image] = kept
    return kept


@contextmanager
def _my_turn(progress: Progress) -> Iterator[None]:
    while not _turn.acquire(timeout=SECONDS_BETWEEN_CHECKS):
        progress.check()
    try:
        progress.check()
        yield
    finally:
        _turn.release()


class _ErrandProgress(Progress):
    def __init__(self, run: str, tell):
        self._run = run
        self._tell = tell
        self._told = time.monotonic()

    def report(self, fraction: float) -> None:
        now = time.monotonic()
        if now - self._told > SECONDS_BETWEEN_EVENTS:
            self._told = now
            self._tell(fraction)

    def cancelled(self) -> bool:
        return self._run not in _runs
