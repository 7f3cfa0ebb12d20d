# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps and histograms of continuous values, such as distances and abundances."""

from __future__ import annotations

import numpy as np

from ..constants import NODATA
from ..files.raster.preview import as_png
from ..files.raster.ramp import in_ramp, ramp_colours, shown_range
from . import svg
from .parts import Picture, alike, escaped

_BINS = 60
# Of the histogram, in pixels.
_WIDTH, _HEIGHT, _LEFT, _TOP, _BOTTOM = 560, 240, 36, 10, 44
_TICKS = 6
# Significant digits of the largest value of a legend or an axis.
_DIGITS = 3
_FILL = "#3b82d6"


def value_picture(
    caption: str, values: np.ndarray, lowest: float | None = None, highest: float | None = None
) -> Picture:
    """Return a map of values in the colours of the ramp, with a legend.

    Parameters
    ----------
    caption : str
    values : ndarray, shape (rows, columns)
        `NODATA` where there is no data.
    lowest, highest : float, optional
        What is shown in the first and the last colour; by default percentiles of the values.
    """
    low, high = shown_range(values.ravel(), lowest)
    high = high if highest is None else highest
    colours = ramp_colours()
    steps = np.linspace(low, high, len(colours)).tolist()
    legend = list(zip(colours, alike(steps, _DIGITS)))
    return Picture(caption, as_png(in_ramp(values, low, high)), legend)


def histogram_svg(label: str, values: np.ndarray, title: str) -> str:
    """Draw how often values occur, without the highest 0.5 % of them.

    Parameters
    ----------
    label : str
        What it shows, for readers who cannot see it.
    values : ndarray
        Some may be `NODATA`.
    title : str
        Of the horizontal axis.

    Returns
    -------
    str
        An ``<svg>`` element.
    """
    values = values[values != NODATA].astype(np.float64)
    low, high = (float(edge) for edge in np.percentile(values, (0, 99.5))) if len(values) else (0.0, 1.0)
    if not high > low:
        low, high = low - 0.5 * (abs(low) or 1), low + 0.5 * (abs(low) or 1)
    counts, _ = np.histogram(values, _BINS, (low, high))
    width, height = (_WIDTH - 2 * _LEFT) / _BINS, _HEIGHT - _TOP - _BOTTOM
    parts = [f'<svg class="matrix" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escaped(label)}">']
    for index, count in enumerate(counts.tolist()):
        tall = height * count / max(int(counts.max()), 1)
        left, top = _LEFT + index * width, _TOP + height - tall
        parts.append(
            f'<rect x="{left:.1f}" y="{top:.1f}" width="{width - 0.5:.1f}" height="{tall:.1f}" fill="{_FILL}"/>'
        )
    below = _TOP + height
    parts.append(f'<path d="M{_LEFT} {below}h{_WIDTH - 2 * _LEFT}" stroke="#767676"/>')
    shares = np.linspace(0, 1, _TICKS).tolist()
    for share, text in zip(shares, alike([low + share * (high - low) for share in shares], _DIGITS)):
        along = _LEFT + share * (_WIDTH - 2 * _LEFT)
        parts.append(svg.text(along, below + 16, text, "middle"))
    parts.append(svg.text(_WIDTH / 2, _HEIGHT - 6, title, "middle"))
    return "".join([*parts, "</svg>"])
