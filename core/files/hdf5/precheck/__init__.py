# SPDX-License-Identifier: GPL-2.0-or-later
"""The check of an HDF5 file's structure before the HDF5 library opens it: `check_structure` is the only way in.

What it is for
    The structures of HDF5's original format (superblock 0 and 1, object headers of version 1, symbol tables, B-trees of
    version 1, heaps), which NEON's files have, carry no checksums, and the library trusts them. Over a damaged one it
    may crash or hang QGIS, or give zeros for chunks that it does not find. Here they are read without the library, and
    a file that is cut off or damaged is refused in one sentence.

When it is skipped
    What an object header of the newer format (HDF5 1.8 and later) leads to is not looked at: most structures of that
    format have checksums, which the library verifies. Neither is what a link to another file leads to.

How to switch it off
    Set the environment variable NEON_AOP_HDF5_CHECK to "off" before QGIS starts, for instance to read a file that is
    refused although another program reads it.
"""

from __future__ import annotations

import os

from ..faults import not_openable
from .messages import StructureError
from .structure import Structure

SWITCH = "NEON_AOP_HDF5_CHECK"


def check_structure(path: str, offset: int = 0) -> Structure:
    """Check the structure of an HDF5 file, except for the indices of chunks.

    Parameters
    ----------
    path : str
    offset : int
        Where the file's signature is: after a user block, if there is one.

    Returns
    -------
    Structure
        Its `check_dataset` is to be called before the values of a dataset are read; it knows no dataset when the check
        is switched off.

    Raises
    ------
    TileError
        When the file is cut off or damaged.
    """
    structure = Structure(path, offset)
    if os.environ.get(SWITCH, "").lower() != "off":
        try:
            structure.check()
        except (StructureError, OSError) as error:
            raise not_openable(path, error) from None
    return structure
