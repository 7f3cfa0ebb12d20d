# SPDX-License-Identifier: GPL-2.0-or-later
"""The days on which images were recorded."""

from __future__ import annotations

import os
from collections.abc import Sequence

from ..constants import TILE_ENDINGS
from ..errors import NeonAopError
from ..files.neon.days import acquisition_days, day_of
from ..files.neon.metadata import short_name
from ..files.neon.tile import NeonTile
from ..files.raster.choice import RasterChoice
from ..files.raster.writer import ACQUISITION_DAYS
from ..wording import tr

# Files that are asked; each takes some hundredths of a second, and titles of more tiles tell no day.
MOST_FILES = 100


def flight_days(sources: Sequence[str], names: Sequence[str]) -> list[str]:
    """Return the days of images, such as "2019-06-13", in order.

    Parameters
    ----------
    sources : sequence of str
        Tiles (.h5), and rasters as GDAL opens them. Those that cannot be read are left out.
    names : sequence of str
        What those that are used are called, as `short_name` calls tiles; where they are called otherwise, all count.

    Returns
    -------
    list of str
        Empty where no source tells its days, or there are more than `MOST_FILES`.
    """
    used = [source for source in sources if short_name(source) in names] or sources
    if len(used) > MOST_FILES:
        return []
    return sorted({day for source in used for day in _days(source)})


def days_in_words(days: Sequence[str]) -> str:
    """Return a day, or the first and the last of several; an empty text for none."""
    if len(days) > 1:
        return tr("{first} to {last}").format(first=days[0], last=days[-1])
    return "".join(days)


def _days(source: str) -> Sequence[str]:
    try:
        if os.fspath(source).lower().endswith(TILE_ENDINGS):
            with NeonTile(source) as tile:
                return acquisition_days(tile)
        text = RasterChoice.of(source).open().GetMetadataItem(ACQUISITION_DAYS) or ""
    except (NeonAopError, OSError):
        return ()
    return [day for day in map(day_of, text.replace("-", "").split(",")) if day]
