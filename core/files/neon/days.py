# SPDX-License-Identifier: GPL-2.0-or-later
"""The days on which a file was recorded."""

from __future__ import annotations

import os
import re
from datetime import datetime

import numpy as np

from .ancillary import find_layer
from .layers import ACQUISITION_DATE
from .tile import NeonTile

DATE_OF_LINE = re.compile(r"_(\d{8})(?:_|$)")


def acquisition_days(tile: NeonTile) -> tuple[str, ...]:
    """Return the days, such as "2025-06-12", in order; empty where they are not known.

    They are those of the layer of dates, else of the names of flight lines, else of the name of the file.

    Raises
    ------
    TileError
        If the layer of dates is damaged.
    """
    found: list[str] = []
    layer = find_layer(tile, ACQUISITION_DATE)
    if layer is not None:
        found = [f"{value:.0f}" for value in np.unique(tile.read_layer(layer))]
    found = found or [match[1] for line in tile.flight_lines for match in DATE_OF_LINE.finditer(line)]
    found = found or DATE_OF_LINE.findall(os.path.splitext(os.path.basename(tile.info.path))[0])
    return tuple(sorted({day for day in map(day_of, found) if day}))


def day_of(text: str) -> str:
    """Return YYYYMMDD as YYYY-MM-DD; an empty text when it is not a day since 2001."""
    try:
        day = datetime.strptime(text, "%Y%m%d").date()
    except ValueError:
        return ""
    return day.isoformat() if day.year > 2000 else ""
