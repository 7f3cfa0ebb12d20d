# SPDX-License-Identifier: GPL-2.0-or-later
"""Colours of classes."""

from __future__ import annotations

import colorsys
from collections.abc import Sequence

from ...image.colours import least_difference

# The colours of Okabe and Ito (https://jfly.uni-koeln.de/color/) with black last, extended to twelve by four of
# Paul Tol's (https://personal.sron.nl/~pault/). These four have the largest distances from the others in CIE Lab, both
# in normal vision and in simulated protanopia, deuteranopia and tritanopia; no two of the twelve are closer than 16.
DISTINCT_COLOURS = (
    (230, 159, 0),
    (86, 180, 233),
    (0, 158, 115),
    (240, 228, 66),
    (0, 114, 178),
    (213, 94, 0),
    (204, 121, 167),
    (51, 34, 136),
    (102, 17, 0),
    (136, 34, 85),
    (221, 221, 221),
    (0, 0, 0),
)

# For pixels in no class: grey, then black, white, yellow and light grey.
UNCLASSIFIED_COLOURS = ((112, 112, 112), (0, 0, 0), (255, 255, 255), (255, 255, 0), (192, 192, 192))
# In CIE 2000, where about 1 is just noticeable side by side.
CLEAR_DIFFERENCE = 10.0

# Steps of an additive recurrence, which fills a cube evenly (powers of the root of x**4 = x + 1).
_HUE_STEP, _LIGHTNESS_STEP, _SATURATION_STEP = 0.8191725133961645, 0.6710436067037893, 0.5497004779019703
_LIGHTNESS = (0.25, 0.85)
_SATURATION = (0.4, 1.0)


def class_colours(count: int) -> list[tuple[int, int, int]]:
    """Return `count` different colours as (red, green, blue) from 0 to 255.

    The first twelve, which extend the palette of Okabe and Ito, are safe for colour-blind readers. Further ones are
    spread evenly over hue, lightness and saturation; nobody can tell very many classes apart by colour. The colour of a
    class does not depend on `count`.
    """
    colours = dict.fromkeys(DISTINCT_COLOURS[:count])
    step = 0
    while len(colours) < count:
        step += 1
        colours.setdefault(_spread_colour(step))
    return list(colours)


def unclassified_colour(colours: Sequence[tuple[int, int, int]]) -> tuple[int, int, int]:
    """Return a colour for pixels in no class: the first of a few that differs clearly from those of all classes.

    Where none does, it is the one that differs most in the vision that sees least of it.
    """
    if not colours:
        return UNCLASSIFIED_COLOURS[0]
    least = {colour: float(least_difference(colour, colours).min(initial=100.0)) for colour in UNCLASSIFIED_COLOURS}
    clear = (colour for colour, apart in least.items() if apart >= CLEAR_DIFFERENCE)
    return next(clear, max(least, key=least.get))


def _spread_colour(step: int) -> tuple[int, int, int]:
    hue = step * _HUE_STEP % 1.0
    lightness = _LIGHTNESS[0] + (_LIGHTNESS[1] - _LIGHTNESS[0]) * (step * _LIGHTNESS_STEP % 1.0)
    saturation = _SATURATION[0] + (_SATURATION[1] - _SATURATION[0]) * (step * _SATURATION_STEP % 1.0)
    red, green, blue = (round(255 * part) for part in colorsys.hls_to_rgb(hue, lightness, saturation))
    return red, green, blue
