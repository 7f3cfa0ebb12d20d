# SPDX-License-Identifier: GPL-2.0-or-later
"""A block of an image that is read block by block."""

from __future__ import annotations

from dataclasses import dataclass

from ..progress import Progress
from .pixels import Pixels


@dataclass(frozen=True)
class Block:
    """The valid pixels of a block."""

    pixels: Pixels  # its `values` are overwritten when the next block is read
    row: int  # position of its upper-left pixel in the whole image
    column: int
    progress: Progress  # listener for the work on this block
