# SPDX-License-Identifier: GPL-2.0-or-later
"""A block of an image that is read block by block."""

from __future__ import annotations

from dataclasses import dataclass

from ..progress import Progress
from .pixels import Pixels


@dataclass(frozen=True)
class Block:
    """The valid pixels of a block.

    Attributes
    ----------
    pixels : Pixels
        Its `values` are overwritten when the next block is read.
    row, column : int
        Position of its upper-left pixel in the whole image.
    progress : Progress
        Listener for the work on this block.
    """

    pixels: Pixels
    row: int
    column: int
    progress: Progress
