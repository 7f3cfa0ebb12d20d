import pickle
from dataclasses import dataclass, replace

import numpy as np
import pytest

from neon_aop.core.compute.derivedimages import DerivedImages, derive
from neon_aop.core.compute.imageset import Call, LocalImages, changes_image, leave_out
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.pixels import Pixels

GRID = Grid(4, 3)


@dataclass(frozen=True)
class Times:
    factor: int

    def __call__(self, pixels, pool, progress):
        return replace(pixels, values=pixels.values * self.factor)


def total(image, *, pool, progress):
    return int(image.pixels.values.sum())


@changes_image(obsolete=lambda: (keep,))
def keep(image, number, *, pool, progress):
    image.kept["number"] = number


def kept(image, *, pool, progress):
    return image.kept.get("number")


@pytest.fixture
def images():
    values = np.arange(12, dtype=np.int16).reshape(12, 1)
    pixels = Pixels(values, np.ones((3, 4), bool), GRID, Bands.of([500.0]))
    with LocalImages([pixels, pixels]) as opened:
        yield opened


def derived(images, factor):
    return DerivedImages(images, Times(factor), images.template)


def test_functions_get_the_derived_values(images):
    assert derived(images, 3).map(total) == [198, 198]
    assert images.map(total) == [66, 66]


def test_may_be_derived_from_derived_ones(images):
    assert derived(derived(images, 3), 2).map(total) == [396, 396]


def test_what_is_kept_is_apart_until_it_is_handed_over(images):
    of_them = derived(images, 3)
    of_them.map(keep, 7)
    assert (images.map(kept), of_them.map(kept)) == ([None, None], [7, 7])
    of_them.hand_over()
    assert images.map(kept) == [7, 7]


def test_calls_are_repeated_for_a_lost_image_as_those_of_the_image_itself(images):
    calls = []
    run = images.run
    images.run = lambda given, progress=None: calls.extend(given) or run(given, progress)
    of_them = derived(images, 3)
    of_them.map(keep, 1)
    of_them.map(total)
    of_them.map(keep, 2)
    repeated = (Call(0, leave_out, ([],)),)
    for call in [call for call in calls if call.image == 0 and call.changes_image]:
        repeated = call.after(repeated)
    assert [call.function.__name__ for call in repeated] == ["leave_out", "derive", "keep"]
    assert repeated[1].function is derive and repeated[2].arguments == (2,)
    assert all(pickle.loads(pickle.dumps(call)) == call for call in repeated)  # noqa: S301 - our own bytes
