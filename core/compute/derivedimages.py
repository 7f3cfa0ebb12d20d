# SPDX-License-Identifier: GPL-2.0-or-later
"""Other values of the pixels of images, such as component scores or fewer bands, as an `ImageSet` of their own.

They are computed and kept where the images are, in this process or on a cluster, so that whatever works on images
works on them as well.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..image.pixels import Pixels
from ..progress import Progress
from .imageset import Call, ImageSet, ImageState, changes_image
from .threads import Pool

_DERIVED = "derived"


class DerivedImages(ImageSet):
    """Images that have the pixels of other images, with other values.

    Only one set of derived images of the same images can be used at a time: the next one takes its place.

    Parameters
    ----------
    images : ImageSet
    values : callable
        ``values(pixels, pool, progress)`` returns the `Pixels` of an image, with the same ones valid; picklable.
    template : Pixels
        An image of the new kind.
    progress : Progress, optional
    """

    def __init__(self, images: ImageSet, values: Callable, template: Pixels, progress: Progress | None = None):
        self._images = images
        self.lengths = images.lengths
        self.template = template
        images.map(derive, values, progress=progress)

    def run(self, calls: Sequence[Call], progress: Progress | None = None) -> list:
        """Return the results of calls, at most one for each image."""
        return self._images.run([Call(call.image, _on(call.function), call.arguments) for call in calls], progress)

    def hand_over(self) -> None:
        """Move what functions have kept of these images to the images that they are derived from."""
        self._images.map(hand_over)


@dataclass(frozen=True)
class _OnDerived:
    """A function that is called for the derived image in place of the image."""

    function: Callable

    @property
    def __name__(self) -> str:
        return self.function.__name__

    def __call__(self, image: ImageState, *arguments, pool: Pool, progress: Progress):
        return self.function(derived_of(image), *arguments, pool=pool, progress=progress)


class _ChangesDerived(_OnDerived):
    """A function that changes the state of the derived image, see `imageset.changes_image`."""

    def obsolete(self) -> Sequence[Callable]:
        """Return the functions whose earlier calls need not be repeated once this one has been called."""
        return [_on(function) for function in self.function.obsolete()]


def _on(function: Callable) -> _OnDerived:
    return _ChangesDerived(function) if hasattr(function, "obsolete") else _OnDerived(function)


def derived_of(image: ImageState) -> ImageState:
    """Return the derived image of an image."""
    return image.kept[_DERIVED]


@changes_image()
def derive(image: ImageState, values: Callable, *, pool: Pool, progress: Progress) -> int:
    """Keep a derived image; return how many pixels it has."""
    image.kept.pop(_DERIVED, None)
    image.kept[_DERIVED] = ImageState(values(image.pixels, pool, progress))
    return len(image.pixels)


@changes_image()
def hand_over(image: ImageState, *, pool: Pool, progress: Progress) -> None:
    """Move what was kept of the derived image to the image itself, and drop the derived one."""
    image.kept.update(image.kept.pop(_DERIVED).kept)
