# SPDX-License-Identifier: GPL-2.0-or-later
"""The flight lines of a tile: where the sun stood, and which pixels come from which line."""

from __future__ import annotations

import os
from dataclasses import dataclass

import numpy as np

from ...errors import in_one_line
from ...wording import tr
from .ancillary import find_layer
from .layers import DATA_SELECTION
from .tile import NeonTile

# Ranges of the angles of the sun (degrees).
_ZENITH, _AZIMUTH = (0.0, 90.0), (0.0, 360.0)
# Numbers of lines from here on are damage.
_MOST_LINES = 1 << 31


@dataclass(frozen=True)
class SunAngles:
    """Where the sun stood while a line was flown."""

    line: str  # its name in the logs; empty in files of a single line, which do not name it
    zenith: float | None  # degrees from straight above; None when not known
    azimuth: float | None  # degrees from north over east; None when not known


@dataclass(frozen=True)
class LineIndex:
    """Which pixels come from which line."""

    numbers: np.ndarray  # shape (rows, columns), int64; -1 where it is not known
    files: tuple[str, ...]  # the files of the lines in the order of their numbers; empty where they are not told

    def name(self, number: int) -> str:
        """Return what a line is called, such as "20190613_170112", or "line 3" where the file does not name it."""
        if not 0 <= number < len(self.files):
            return tr("line {number}").format(number=number)
        return name_of_line(self.files[number])


def sun_angles(tile: NeonTile) -> list[SunAngles]:
    """Return where the sun stood, of each line that has logs; empty where the file has no logs."""
    lines = tile.flight_lines or ([""] if tile.has_log("Solar_Zenith_Angle") else [])
    return [
        SunAngles(
            line,
            _within(tile.logged_number("Solar_Zenith_Angle", line), _ZENITH),
            _within(tile.logged_number("Solar_Azimuth_Angle", line), _AZIMUTH),
        )
        for line in lines
    ]


def line_index(tile: NeonTile) -> LineIndex | None:
    """Read which pixels come from which line; None when the file has no such layer.

    Raises
    ------
    TileError
        When the layer is damaged.
    """
    layer = find_layer(tile, DATA_SELECTION)
    if layer is None or len(layer.shape) != 2:
        return None
    stored = tile.read_layer(layer)
    # All no data values of NEON's are negative.
    is_known = np.isfinite(stored) & (stored >= 0) & (stored < _MOST_LINES)
    if layer.nodata is not None:
        is_known &= stored != layer.nodata
    listed = tile.attribute(layer, "Data_Files")
    files = listed.split(",") if isinstance(listed, str) else []
    return LineIndex(
        np.where(is_known, stored, -1).astype(np.int64), tuple(in_one_line(file.strip()) for file in files)
    )


def name_of_line(file: str) -> str:
    """Return what distinguishes the file of a line, such as "20190613_170112" or "L003-1_20250612"."""
    stem = os.path.splitext(os.path.basename(file.replace("\\", "/")))[0]
    name = stem.partition("_DP1_")[2] or stem
    for ending in ("_bidirectional_reflectance", "_directional_reflectance", "_reflectance"):
        name = name[: -len(ending)] if name.endswith(ending) else name
    return name


def _within(value: float | None, limits: tuple[float, float]) -> float | None:
    return value if value is not None and limits[0] <= value <= limits[1] else None
