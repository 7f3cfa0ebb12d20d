# SPDX-License-Identifier: GPL-2.0-or-later
"""The errors of reading NEON files."""

from __future__ import annotations

from ...errors import TileError, in_one_line
from ...wording import tr

# The longest text from a file that a message quotes.
LONGEST_FINDING = 400


def not_neon(path: str, found: str) -> TileError:
    """Return the error for a file that is not a NEON reflectance file; `found` says why."""
    return TileError(
        tr(
            "{path} is not a NEON reflectance file: {found}. Choose a file of the product DP3.30006.001, "
            "DP3.30006.002 or DP1.30006.001."
        ).format(path=path, found=in_one_line(found, LONGEST_FINDING))
    )


def damaged(path: str, found: str) -> TileError:
    """Return the error for a damaged reflectance file; `found` says what is wrong."""
    return TileError(
        tr("{path}: {found}; the file is damaged, download it again.").format(
            path=path, found=in_one_line(found, LONGEST_FINDING)
        )
    )
