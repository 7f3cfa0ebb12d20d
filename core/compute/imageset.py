# SPDX-License-Identifier: GPL-2.0-or-later
"""The images of a run, and functions that are called where their pixels are: in this process or on a cluster.

These functions have the form ``function(image, *arguments, pool, progress)``: `image` is an `ImageState`, `pool` a
`threads.Pool` and `progress` a `Progress`. They are picklable, that is, defined at the top level of a module. Arguments
and results are small compared with the pixels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field

import numpy as np

from ..image.coverage import Coverage
from ..image.pixels import Pixels
from ..progress import Progress
from .threads import Pool, pool

# Results of `imap` in memory at the same time; each may have some MB.
RESULTS_AT_ONCE = 64


@dataclass(eq=False)
class ImageState:
    """An image in memory, and in `kept` what functions keep between calls, such as the labels of a clustering."""

    pixels: Pixels
    kept: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Call:
    """A function to call for one image."""

    image: int  # its index in an `ImageSet`
    function: Callable
    arguments: tuple = ()  # the positional arguments after the image

    def run(self, image: ImageState, pool: Pool, progress: Progress):
        """Return what the function returns for an image."""
        return self.function(image, *self.arguments, pool=pool, progress=progress)

    @property
    def changes_image(self) -> bool:
        """Whether the call changes the state of the image."""
        return hasattr(self.function, "obsolete")

    def after(self, earlier: Sequence[Call]) -> tuple[Call, ...]:
        """Return the state-changing calls that restore the state after this call, which came after `earlier`."""
        obsolete = self.function.obsolete()
        return (*(call for call in earlier if call.function not in obsolete), self)


def changes_image(obsolete: Callable[[], Sequence[Callable]] = tuple):
    """Mark a function that changes the state of its image.

    When an image is lost with its machine, it is read again and its state-changing calls are repeated, except those of
    the functions that `obsolete` returns when this function was called after them.
    """

    def mark(function: Callable) -> Callable:
        function.obsolete = obsolete
        return function

    return mark


class ImageSet:
    """Images with the same bands, scale and offset, for which functions are called; a context manager.

    Results come in the order of the calls, so that what is computed from them is the same wherever the images are.
    """

    lengths: list[int]  # valid pixels of each image
    template: Pixels  # an image with the bands, scale and offset of all
    coverages: list[Coverage]  # of each image, in how many pixels its bands have data

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
        """Yield the results of a function for each image that has pixels, without all of them in memory at once."""
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
    """Images in the memory of this process, at least one. Calls are made one after another; each uses all threads."""

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
    """Return the mask of the valid pixels of a window, as packed bits."""
    return np.packbits(image.pixels.valid[rows, columns])


@changes_image()
def leave_out(image: ImageState, windows: Sequence[tuple], *, pool: Pool, progress: Progress) -> int:
    """Exclude pixels, given as (rows, columns, packed mask) of windows; return how many are left."""
    excluded = np.zeros_like(image.pixels.valid)
    for rows, columns, bits in windows:
        part = excluded[rows, columns]
        part |= np.unpackbits(bits, count=part.size).reshape(part.shape).astype(bool)
    image.pixels = image.pixels.without(excluded)
    image.kept.clear()
    return len(image.pixels)
