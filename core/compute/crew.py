"""Who works on the images of a run: this machine, or others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from ..image.pixels import Pixels
from ..progress import Progress
from .threads import pool

# Answers that are in memory at the same time, where each may have some MB.
ANSWERS_AT_ONCE = 64


@dataclass(frozen=True)
class Question:
    """A method of `ImageWork` that is to be called for one image.

    Attributes
    ----------
    image : int
        Which of the crew's images.
    method : str
    arguments : tuple
        What the method takes before `workers` and `progress`.
    """

    image: int
    method: str
    arguments: tuple = ()


class Crew:
    """Images that are worked on together, wherever their pixels are; a context manager.

    A computation asks questions and gets the answers in their order, so that it comes to the same result whoever
    works for it.

    Attributes
    ----------
    lengths : list of int
        Valid pixels of each image.
    template : Pixels
        An image with the bands, scale and offset of all.
    """

    lengths: list[int]
    template: Pixels

    def ask(self, questions: Sequence[Question], progress: Progress | None = None) -> list:
        """Return the answers to questions, at most one for each image."""
        raise NotImplementedError

    def each(self, method: str, *arguments, progress: Progress | None = None) -> list:
        """Ask all images that have pixels the same."""
        return self.ask([Question(image, method, arguments) for image in self.filled], progress)

    def each_in_groups(self, method: str, *arguments, progress: Progress | None = None) -> Iterator:
        """Ask all images that have pixels the same, and give the answers in order, not all in memory at once."""
        progress = progress or Progress()
        count = len(self.filled)
        for start in range(0, count, ANSWERS_AT_ONCE):
            images = self.filled[start : start + ANSWERS_AT_ONCE]
            part = progress.part(start / count, (start + len(images)) / count)
            yield from self.ask([Question(image, method, arguments) for image in images], part)

    @property
    def filled(self) -> list[int]:
        """The images that have pixels."""
        return [image for image, length in enumerate(self.lengths) if length]

    @property
    def pixels(self) -> int:
        """Valid pixels of all images."""
        return sum(self.lengths)


class LocalCrew(Crew):
    """Images in the memory of this process, worked on one after another by all threads.

    Parameters
    ----------
    works : sequence of ImageWork
    template : Pixels, optional
    threads : int, optional
        See `threads.pool`.
    """

    def __init__(self, works: Sequence, template: Pixels | None = None, threads: int | None = None):
        self._works = works
        self._threads = threads
        self._open = ExitStack()
        self.lengths = [len(work) for work in works]
        if template is not None:
            self.template = template

    def __enter__(self) -> LocalCrew:
        self._workers = self._open.enter_context(pool(self._threads))
        return self

    def __exit__(self, *exception) -> None:
        self._open.close()

    def ask(self, questions: Sequence[Question], progress: Progress | None = None) -> list:
        """Return the answers to questions, one after another."""
        progress = progress or Progress()
        count = len(questions)
        return [
            getattr(self._works[question.image], question.method)(
                *question.arguments, self._workers, progress.part(number / count, (number + 1) / count)
            )
            for number, question in enumerate(questions)
        ]
