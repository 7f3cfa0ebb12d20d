# SPDX-License-Identifier: GPL-2.0-or-later
"""How much of an image to read for a sample: every n-th row and column."""

from __future__ import annotations

import math
from collections.abc import Callable

from ..image.pixels import Pixels
from ..progress import Progress

# Read at most so many times the wanted pixels where most of them turn out to have no data.
MOST_READ = 6


def read_every_nth(
    read: Callable[[int, Progress], Pixels], wanted: int, enough: int, kept: int, size: int, progress: Progress
) -> Pixels:
    """Read about as many pixels as are wanted, evenly spread; more densely if too few of them have data.

    Parameters
    ----------
    read : callable
        ``read(step, progress)`` returns the valid pixels of every n-th row and column.
    wanted : int
        Pixels to read.
    enough : int
        Valid pixels with which to be content.
    kept : int
        Pixels that no mask leaves out.
    size : int
        Pixels of the whole image.
    progress : Progress
    """
    coarsest = math.ceil(math.sqrt(size / (MOST_READ * wanted)))
    step = max(math.isqrt(kept // wanted), coarsest, 1)
    pixels = read(step, progress.part(0, 0.7))
    finer = max(math.isqrt(len(pixels) * step**2 // wanted), coarsest, 1)
    if len(pixels) < enough and finer < step:
        pixels = read(finer, progress.part(0.7, 1))
    return pixels
