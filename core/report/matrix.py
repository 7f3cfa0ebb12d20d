# SPDX-License-Identifier: GPL-2.0-or-later
"""Picture of a covariance matrix: SVG around a small PNG, without script."""

from __future__ import annotations

import numpy as np

from ..files.raster.preview import as_png
from ..wording import number, tr
from . import svg
from .parts import escaped, png_url

# ColorBrewer's blue - white - red, which is safe for colour-blind readers.
_NEGATIVE, _ZERO, _POSITIVE = (33, 102, 172), (247, 247, 247), (178, 24, 43)
_LEVELS = 255
MOST_CELLS = 600

_SIDE = 360
_LEFT, _TOP = 80, 10
_BAR_LEFT, _BAR_WIDTH = _LEFT + _SIDE + 20, 16
_WIDTH, _HEIGHT = 569, _TOP + _SIDE + 50


def matrix_svg(matrix: np.ndarray, wavelengths) -> str:
    """Return an ``<svg>`` element of a symmetric matrix, shape (bands, bands), with a colour scale centred on zero.

    Bands are drawn side by side, without gaps. Cells that are not finite are white. The axes count bands where
    `wavelengths` (nm) is None or not ascending.
    """
    matrix = np.asarray(matrix, dtype=float)
    bands = len(matrix)
    step = -(-bands // MOST_CELLS)
    shown = matrix[::step, ::step]
    largest = float(np.max(np.abs(shown), initial=0.0, where=np.isfinite(shown)))
    relative = np.nan_to_num(shown, nan=0.0, posinf=0.0, neginf=0.0) / (largest or 1.0)
    levels = np.rint((relative + 1) / 2 * (_LEVELS - 1)).astype(int)
    title, ticks = _ticks(bands, wavelengths)
    lowest, highest = f"\N{MINUS SIGN}{number(largest, '.3g')}", number(largest, ".3g")
    label = tr("Covariance of each band with each other band, from {lowest} to {largest}").format(
        lowest=lowest, largest=highest
    )
    parts = [
        f'<svg class="matrix" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escaped(label)}">',
        _image(_LEFT, _TOP, _SIDE, _SIDE, levels),
        _image(_BAR_LEFT, _TOP, _BAR_WIDTH, _SIDE, np.arange(_LEVELS)[::-1, None]),
    ]
    for place, text in ticks:
        along = place * _SIDE
        parts.append(_line(_LEFT + along, _TOP + _SIDE, 0, 5) + _line(_LEFT - 5, _TOP + along, 5, 0))
        parts.append(svg.text(_LEFT + along, _TOP + _SIDE + 19, text, "middle"))
        parts.append(svg.text(_LEFT - 9, _TOP + along + 4, text, "end"))
    for share, text in ((0.0, highest), (0.5, "0"), (1.0, lowest)):
        down = _TOP + share * _SIDE
        parts.append(_line(_BAR_LEFT + _BAR_WIDTH, down, 4, 0))
        parts.append(svg.text(_BAR_LEFT + _BAR_WIDTH + 8, down + (4 if share else 9), text, "start"))
    parts.append(svg.text(_LEFT + _SIDE / 2, _HEIGHT - 8, title, "middle"))
    upright = f' transform="rotate(-90 16 {_TOP + _SIDE / 2})"'
    parts.append(svg.text(16, _TOP + _SIDE / 2, title, "middle", upright))
    parts.append("</svg>")
    return "".join(parts)


def _ticks(bands: int, wavelengths) -> tuple[str, list[tuple[float, str]]]:
    """Return the title of the axes, and position (0 to 1) and text of their ticks."""
    if wavelengths is not None:
        wavelengths = np.asarray(wavelengths, dtype=float)
        if np.isfinite(wavelengths).all() and (np.diff(wavelengths) > 0).all() and np.ptp(wavelengths) > 0:
            return tr("Wavelength (nm)"), _round_ticks(wavelengths)
    return tr("Band"), _round_ticks(np.arange(1.0, bands + 1))


def _round_ticks(positions: np.ndarray) -> list[tuple[float, str]]:
    first, last = positions[0], positions[-1]
    interval = _round_interval((last - first) / 5)
    values = np.arange(np.ceil(first / interval), np.floor(last / interval) + 1) * interval
    # No tick where there is no band nearby.
    values = [value for value in values if np.abs(positions - value).min() <= max(interval / 10, 0.5)]
    centres = (np.interp(values, positions, np.arange(len(positions))) + 0.5) / len(positions)
    return [(float(place), number(value, "g")) for place, value in zip(centres, values)]


def _round_interval(interval: float) -> float:
    if interval <= 1:
        return 1.0
    power = 10.0 ** np.floor(np.log10(interval))
    return float(next(power * step for step in (1, 2, 5, 10) if power * step >= interval))


def _image(left: float, top: float, width: float, height: float, levels: np.ndarray) -> str:
    """Return an image of levels of the colour scale, shape (rows, columns), from 0 to `_LEVELS` - 1."""
    places, stops = np.linspace(0, 2, _LEVELS), np.array([_NEGATIVE, _ZERO, _POSITIVE], dtype=float)
    palette = np.rint(np.stack([np.interp(places, range(3), channel) for channel in stops.T], axis=1)).astype(np.uint8)
    address = png_url(as_png(palette[levels]))
    return (
        f'<image x="{left}" y="{top}" width="{width}" height="{height}" preserveAspectRatio="none" '
        f'image-rendering="pixelated" href="{address}"/>'
        f'<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="none" stroke="#767676"/>'
    )


def _line(left: float, top: float, right: float, down: float) -> str:
    return f'<path d="M{left:.1f} {top:.1f}l{right} {down}" stroke="#767676"/>'
