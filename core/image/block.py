# SPDX-License-Identifier: GPL-2.0-or-later
"""A part of an image in memory, and where it lies."""

from __future__ import annotations

from dataclasses import dataclass

from ..progress import Progress
from .pixels import Pixels


@dataclass(frozen=True)
class Block:
    """Valid pixels of a part of an image, and where the part lies.

    Attributes
    ----------
    pixels : Pixels
        Its `values` are overwritten by the next block.
    row, column : int
        Of its upper-left pixel, in the whole.
    progress : Progress
        For what is done with it.
    """

    pixels: Pixels
    row: int
    column: int
    progress: Progress
