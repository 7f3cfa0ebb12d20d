# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of shares as coloured cells with their numbers, as SVG that needs no script."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from . import svg
from .parts import escaped

# From low to high: ColorBrewer's blues, of which the first is pale enough for dark and the last dark enough for white
# text.
_LOW, _HIGH = (247, 251, 255), (8, 69, 148)
_DARK_TEXT, _LIGHT_TEXT = "#1c2430", "#fff"
# Share of the ramp from which on text is light.
_LIGHT_FROM = 0.55

_EMPTY = "#eceff3"

_TOP, _CELL_WIDTH, _CELL_HEIGHT, _BOTTOM = 10, 78, 40, 54
# Room for the names of rows: at least, and for a letter in the largest size that the style sheet has (17 px).
_LEAST_LEFT, _LETTER, _GAP = 210, 10.5, 8
# From the top of a row of cells to the line of text in its middle.
_LINE = _CELL_HEIGHT / 2 + 5


def heat_map_svg(
    label: str, rows: Sequence[str], columns: Sequence[str], columns_title: str, values: np.ndarray, texts
) -> str:
    """Draw a table whose cells are the darker, the larger their values are.

    Parameters
    ----------
    label : str
        What it shows, for readers who cannot see it.
    rows, columns : sequence of str
    columns_title : str
    values : ndarray, shape (rows, columns)
        The least is pale and the largest dark; NaN is grey.
    texts : sequence of sequence of str
        What stands in the cells.

    Returns
    -------
    str
        An ``<svg>`` element.
    """
    names_width = max(_LEAST_LEFT, _GAP + math.ceil(_LETTER * max(map(len, rows), default=0)))
    width, height = names_width + _CELL_WIDTH * len(columns) + 10, _TOP + _CELL_HEIGHT * len(rows) + _BOTTOM
    known = values[np.isfinite(values)]
    low, high = (float(known.min()), float(known.max())) if len(known) else (0.0, 0.0)
    places = (values - low) / (high - low) if high > low else np.where(np.isnan(values), np.nan, 1.0)
    parts = [f'<svg class="matrix" viewBox="0 0 {width} {height}" role="img" aria-label="{escaped(label)}">']
    for row, name in enumerate(rows):
        top = _TOP + row * _CELL_HEIGHT
        parts.append(svg.text(names_width - _GAP, top + _LINE, name, "end"))
        for column in range(len(columns)):
            left, place = names_width + column * _CELL_WIDTH, float(places[row, column])
            colour = _EMPTY if math.isnan(place) else _in_ramp(place)
            parts.append(
                f'<rect x="{left}" y="{top}" width="{_CELL_WIDTH}" height="{_CELL_HEIGHT}" fill="{colour}" '
                'stroke="#fff"/>'
            )
            shade = _LIGHT_TEXT if place > _LIGHT_FROM else _DARK_TEXT
            centre = left + _CELL_WIDTH / 2
            parts.append(svg.text(centre, top + _LINE, texts[row][column], "middle", f' fill="{shade}"'))
    below = _TOP + _CELL_HEIGHT * len(rows) + _LINE
    for column, name in enumerate(columns):
        parts.append(svg.text(names_width + (column + 0.5) * _CELL_WIDTH, below - 6, name, "middle"))
    parts.append(svg.text(names_width + _CELL_WIDTH * len(columns) / 2, below + 16, columns_title, "middle"))
    return "".join([*parts, "</svg>"])


def _in_ramp(place: float) -> str:
    return f"rgb({','.join(str(round(a + place * (b - a))) for a, b in zip(_LOW, _HIGH))})"
