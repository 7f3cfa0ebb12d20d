# SPDX-License-Identifier: GPL-2.0-or-later
"""The check of an HDF5 file's structure before the HDF5 library opens it: `check_structure` is the only way in.

What it is for
    NEON's files have HDF5's original format (superblock 0 and 1, object headers of version 1, symbol tables, B-trees of
    version 1, heaps). Its structures have no checksums, and the library trusts them. When one is damaged, the library
    may crash or hang QGIS, or return zeros for chunks that it does not find. Here the structures are read without the
    library, and a truncated or damaged file is refused with a message.

When it is skipped
    Objects of the newer format (HDF5 1.8 and later) are not checked: most of its structures have checksums, which the
    library verifies. Neither are other files that a file links to.

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
    offset : int
        Offset of HDF5's signature: the length of the user block, if there is one.

    Returns
    -------
    Structure
        Call its `check_dataset` before reading the values of a dataset. It knows no dataset when the check is switched
        off.

    Raises
    ------
    TileError
        When the file is truncated or damaged.
    """
    structure = Structure(path, offset)
    if os.environ.get(SWITCH, "").lower() != "off":
        try:
            structure.check()
        except (StructureError, OSError) as error:
            raise not_openable(path, error) from None
    return structure
