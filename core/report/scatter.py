# SPDX-License-Identifier: GPL-2.0-or-later
"""Scatter plots of many points, of which some are marked, as SVG around a small PNG, without script."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..files.raster.preview import as_png
from . import svg
from .parts import escaped, png_url, signed

_CELLS = 150
_SIDE, _LEFT, _TOP = 420, 90, 12
_WIDTH, _HEIGHT = _LEFT + _SIDE + 20, _TOP + _SIDE + 50
_TICKS = 5
# Of the points, from few to many.
_FEW, _MANY = np.array((205, 214, 224)), np.array((28, 36, 48))
# Of the range of the points, that is left free at each side.
_MARGIN = 0.04


def scatter_svg(
    label: str,
    points: np.ndarray,
    marked: np.ndarray,
    names: Sequence[str],
    colours: Sequence[tuple[int, int, int]],
    titles: tuple[str, str],
) -> str:
    """Draw points, the darker the more there are, and some marks in colours.

    Parameters
    ----------
    label : str
        What it shows, for readers who cannot see it.
    points : ndarray, shape (points, 2)
    marked : ndarray, shape (marks, 2)
    names : sequence of str
        Written beside the marks.
    colours : sequence of (red, green, blue)
        Of the marks.
    titles : tuple of str
        Of the horizontal and the vertical axis.

    Returns
    -------
    str
        An ``<svg>`` element.
    """
    every = np.concatenate([points, marked])
    low, high = every.min(axis=0).astype(float), every.max(axis=0).astype(float)
    margin = _MARGIN * np.where(high > low, high - low, 1.0)
    low, high = low - margin, high + margin
    counts, _, _ = np.histogram2d(points[:, 1], points[:, 0], _CELLS, ((low[1], high[1]), (low[0], high[0])))
    share = np.log1p(counts) / max(np.log1p(counts.max()), 1e-9)
    picture = np.empty((_CELLS, _CELLS, 4), np.uint8)
    picture[..., :3] = np.rint(_FEW + share[..., np.newaxis] * (_MANY - _FEW))
    picture[..., 3] = np.where(counts > 0, 255, 0)
    address = png_url(as_png(picture[::-1]))
    place_and_size = f'x="{_LEFT}" y="{_TOP}" width="{_SIDE}" height="{_SIDE}"'
    parts = [
        f'<svg class="matrix" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escaped(label)}">',
        f'<image {place_and_size} image-rendering="pixelated" href="{address}"/>',
        f'<rect {place_and_size} fill="none" stroke="#767676"/>',
    ]
    for place in np.linspace(_MARGIN, 1 - _MARGIN, _TICKS).tolist():
        across, up = (signed(value, ".2g") for value in (low + place * (high - low)).tolist())
        parts.append(svg.text(_LEFT + place * _SIDE, _TOP + _SIDE + 18, across, "middle"))
        parts.append(svg.text(_LEFT - 8, _TOP + (1 - place) * _SIDE + 4, up, "end"))
    parts.append(svg.text(_LEFT + _SIDE / 2, _HEIGHT - 8, titles[0], "middle"))
    upright = f' transform="rotate(-90 16 {_TOP + _SIDE / 2})"'
    parts.append(svg.text(16, _TOP + _SIDE / 2, titles[1], "middle", upright))
    for place, name, colour in zip((marked - low) / (high - low), names, colours):
        left, top = _LEFT + place[0] * _SIDE, _TOP + (1 - place[1]) * _SIDE
        red, green, blue = (int(part) for part in colour)
        parts.append(
            f'<circle cx="{left:.1f}" cy="{top:.1f}" r="6" fill="rgb({red},{green},{blue})" stroke="#1c2430" '
            'stroke-width="1.5"/>'
        )
        beside, anchor = (9, "start") if place[0] < 0.85 else (-9, "end")
        outline = ' stroke="#fff" stroke-width="3" paint-order="stroke"'
        parts.append(svg.text(left + beside, top + 5, name, anchor, outline))
    return "".join([*parts, "</svg>"])
