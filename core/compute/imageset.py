# SPDX-License-Identifier: GPL-2.0-or-later
"""The images of a run, and functions called for them wherever their pixels are: in this process or on a cluster.

What is called are functions of modules, so that they can be sent to another machine, of the form
``function(image, *arguments, pool, progress)``: `image` is an `ImageState`, `pool` a `threads.Pool` and `progress` a
`Progress`. Arguments and results are small beside the pixels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

import numpy as np

from ..image.coverage import Coverage
from ..image.pixels import Pixels
from ..progress import Progress
from .threads import Pool, pool

# Results that are in memory at the same time, where each may have some MB.
RESULTS_AT_ONCE = 64


class ImageState:
    """An image in memory.

    Parameters
    ----------
    pixels : Pixels

    Attributes
    ----------
    pixels : Pixels
    kept : dict
        What functions keep between calls, such as the labels of a clustering, each by a key of its own.
    """

    def __init__(self, pixels: Pixels):
        self.pixels = pixels
        self.kept: dict[str, object] = {}


@dataclass(frozen=True)
class Call:
    """A function to call for one image.

    Attributes
    ----------
    image : int
        Which one of an `ImageSet`.
    function : callable
    arguments : tuple
        Those between the image and the keywords `pool` and `progress`.
    """

    image: int
    function: Callable
    arguments: tuple = ()

    def run(self, image: ImageState, pool: Pool, progress: Progress):
        """Return what the function returns for an image."""
        return self.function(image, *self.arguments, pool=pool, progress=progress)

    @property
    def changes_image(self) -> bool:
        """Whether the image is in another state afterwards."""
        return hasattr(self.function, "obsolete")

    def after(self, earlier: Sequence[Call]) -> tuple[Call, ...]:
        """Return the state-changing calls to repeat for the state after this one, when it came after `earlier`."""
        obsolete = self.function.obsolete()
        return (*(call for call in earlier if call.function not in obsolete), self)


def changes_image(obsolete: Callable[[], Sequence[Callable]] = tuple):
    """Mark a function that changes the state of its image.

    When an image is lost with its machine, it is read again and its state-changing calls are repeated.

    Parameters
    ----------
    obsolete : callable
        Returns the functions whose earlier calls need not be repeated once this one has been called.
    """

    def mark(function: Callable) -> Callable:
        function.obsolete = obsolete
        return function

    return mark


class ImageSet:
    """Images with the same bands, scale and offset, for which functions are called; a context manager.

    Results come in the order of the calls, so that what is computed from them is the same wherever the images are.

    Attributes
    ----------
    lengths : list of int
        Valid pixels of each image.
    template : Pixels
        An image with the bands, scale and offset of all.
    coverages : list of Coverage
        Of each image, in how many pixels its bands have data.
    """

    lengths: list[int]
    template: Pixels
    coverages: list[Coverage]

    def run(self, calls: Sequence[Call], progress: Progress | None = None) -> list:
        """Return the results of calls, at most one for each image."""
        raise NotImplementedError

    def call(self, image: int, function: Callable, *arguments, progress: Progress | None = None):
        """Return the result of a function for one image."""
        return self.run([Call(image, function, arguments)], progress)[0]

    def map(self, function: Callable, *arguments, progress: Progress | None = None) -> list:
        """Return the results of a function for each image that has pixels."""
        return self.run([Call(image, function, arguments) for image in self.filled], progress)

    def imap(self, function: Callable, *arguments, progress: Progress | None = None) -> Iterator:
        """Yield the results of a function for each image that has pixels; not all are in memory at once."""
        progress = progress or Progress()
        count = len(self.filled)
        for start in range(0, count, RESULTS_AT_ONCE):
            images = self.filled[start : start + RESULTS_AT_ONCE]
            part = progress.part(start / count, (start + len(images)) / count)
            yield from self.run([Call(image, function, arguments) for image in images], part)

    @property
    def filled(self) -> list[int]:
        """The images that have pixels."""
        return [image for image, length in enumerate(self.lengths) if length]

    @property
    def pixels(self) -> int:
        """Valid pixels of all images."""
        return sum(self.lengths)


class LocalImages(ImageSet):
    """Images in the memory of this process, worked on one after another by all threads.

    Parameters
    ----------
    images : sequence of Pixels
        At least one.
    """

    def __init__(self, images: Sequence[Pixels]):
        self._images = [ImageState(pixels) for pixels in images]
        self._open = ExitStack()
        self.lengths = [len(pixels) for pixels in images]
        self.template = images[0]
        self.coverages = [pixels.coverage for pixels in images]

    def __enter__(self) -> LocalImages:
        self._pool = self._open.enter_context(pool())
        return self

    def __exit__(self, *exception) -> None:
        self._open.close()

    def run(self, calls: Sequence[Call], progress: Progress | None = None) -> list:
        """Return the results of calls, made one after another."""
        progress = progress or Progress()
        return [
            call.run(
                self._images[call.image], self._pool, progress.part(number / len(calls), (number + 1) / len(calls))
            )
            for number, call in enumerate(calls)
        ]


def coverage_of(image: ImageState, *, pool: Pool, progress: Progress) -> Coverage:
    """Return in how many pixels the bands of an image have data."""
    return image.pixels.coverage


def valid_in(image: ImageState, rows: slice, columns: slice, *, pool: Pool, progress: Progress) -> np.ndarray:
    """Return which pixels of a window are valid, as bits."""
    return np.packbits(image.pixels.valid[rows, columns])


@changes_image()
def leave_out(image: ImageState, windows: Sequence[tuple], *, pool: Pool, progress: Progress) -> int:
    """Take away pixels, given as (rows, columns, bits of `valid_in`) each; return how many are left."""
    excluded = np.zeros_like(image.pixels.valid)
    for rows, columns, bits in windows:
        part = excluded[rows, columns]
        part |= np.unpackbits(bits, count=part.size).reshape(part.shape).astype(bool)
    image.pixels = image.pixels.without(excluded)
    image.kept.clear()
    return len(image.pixels)
