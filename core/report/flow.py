# SPDX-License-Identifier: GPL-2.0-or-later
"""A flow diagram that needs no script: which class of one map became which of another, as bands between two columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..wording import counted, number, tr
from .parts import escaped

# Of further classes, the smallest share one place.
MOST_SHOWN = 20
_GREY = (140, 140, 140)
# In pixels: the height of all bars of a column together, and of the lowest bar; room for a label, and between classes.
_HEIGHT, _THINNEST, _LEAST, _GAP = 420.0, 1.0, 36.0, 8.0
# Longer titles take a second line on narrow screens, which is as high.
_ONE_LINE, _LINE = 12, 18.0


@dataclass(frozen=True)
class FlowEnd:
    """The classes on one side.

    Attributes
    ----------
    titles : sequence of str
    colours : sequence of (red, green, blue)
    """

    titles: Sequence[str]
    colours: Sequence[tuple[int, int, int]]


def flow_svg(counts: np.ndarray, left: FlowEnd, right: FlowEnd) -> str:
    """Draw which classes on the left became which on the right, in the order in which they are given.

    Bars are as high as their classes are large; around those of small classes, there is room for their label. The
    drawing is as wide as the page, and its labels keep their size.

    Parameters
    ----------
    counts : ndarray of int, shape (classes on the left, classes on the right)
        Pixels.
    left, right : FlowEnd

    Returns
    -------
    str
        An ``<svg>`` element.
    """
    counts, left = _largest(counts, left)
    counts, right = (found.T if isinstance(found, np.ndarray) else found for found in _largest(counts.T, right))
    whole = counts.sum()
    ends = [
        _Bars.of(sizes / whole, max(map(len, end.titles), default=0) > _ONE_LINE)
        for sizes, end in ((counts.sum(axis=1), left), (counts.sum(axis=0), right))
    ]
    height = max(bars.bottom for bars in ends)
    label = tr("Which class of the first map became which of the second")
    parts = [
        f'<svg class="flow" width="100%" height="{height:.0f}" role="img" aria-label="{escaped(label)}">',
        f'<svg x="31%" width="38%" height="{height:.0f}" viewBox="0 0 100 {height:.0f}" preserveAspectRatio="none">',
        *_bands(counts, ends, left, right),
        "</svg>",
    ]
    for end, bars, side, place in ((left, ends[0], "left", 30), (right, ends[1], "right", 69)):
        for title, colour, top, size, room, share in zip(
            end.titles, end.colours, bars.tops, bars.heights, bars.rooms, bars.shares
        ):
            parts.append(f'<rect x="{place}%" y="{top:.1f}" width="1%" height="{size:.1f}" fill="{_fill(colour)}"/>')
            x, y = 0 if side == "left" else 71, top - (room - size) / 2
            parts.append(
                f'<foreignObject x="{x}%" y="{y:.1f}" width="29%" height="{room:.1f}">'
                f'<div class="{side}"><span>{escaped(title)}</span><span>{_percent(share)}</span></div></foreignObject>'
            )
    return "".join([*parts, "</svg>"])


@dataclass(frozen=True)
class _Bars:
    """Where the classes of a side are drawn, from the top down, and their shares of all pixels.

    `rooms` are the heights of their labels, with the bar in the middle.
    """

    tops: np.ndarray
    heights: np.ndarray
    rooms: np.ndarray
    shares: np.ndarray

    @classmethod
    def of(cls, shares: np.ndarray, long_titles: bool) -> _Bars:
        heights = np.maximum(shares * _HEIGHT, _THINNEST)
        rooms = np.maximum(heights, _LEAST + _LINE * long_titles)
        return cls(np.cumsum(rooms + _GAP) - _GAP - (rooms + heights) / 2, heights, rooms, shares)

    @property
    def bottom(self) -> float:
        return float(self.tops[-1] + (self.heights[-1] + self.rooms[-1]) / 2)


def _largest(counts: np.ndarray, end: FlowEnd) -> tuple[np.ndarray, FlowEnd]:
    """Join the smallest of many classes, which are the rows of `counts`, to one."""
    if len(counts) <= MOST_SHOWN:
        return counts, end
    order = np.argsort(-counts.sum(axis=1), kind="stable")
    shown, others = np.sort(order[: MOST_SHOWN - 1]), order[MOST_SHOWN - 1 :]
    title = counted(len(others), "{count} other class", "{count} other classes")
    return (
        np.vstack([counts[shown], counts[others].sum(axis=0)]),
        FlowEnd([*(end.titles[place] for place in shown), title], [*(end.colours[place] for place in shown), _GREY]),
    )


def _bands(counts: np.ndarray, ends: Sequence[_Bars], left: FlowEnd, right: FlowEnd) -> list[str]:
    """Return a band for each pair of classes; those of a class lie one below the other, without crossing at it."""
    with np.errstate(invalid="ignore"):
        thick = [
            np.nan_to_num(counts / counts.sum(axis=1, keepdims=True)) * ends[0].heights[:, np.newaxis],
            np.nan_to_num(counts / counts.sum(axis=0)) * ends[1].heights,
        ]
    tops = [
        ends[0].tops[:, np.newaxis] + np.cumsum(thick[0], axis=1) - thick[0],
        ends[1].tops + np.cumsum(thick[1], axis=0) - thick[1],
    ]
    whole, bands = counts.sum(), []
    for row, column in np.argwhere(counts):
        start, end = tops[0][row, column], tops[1][row, column]
        below_start, below_end = start + thick[0][row, column], end + thick[1][row, column]
        told = counted(
            int(counts[row, column]),
            "{left} \N{RIGHTWARDS ARROW} {right}: {count} pixel ({share})",
            "{left} \N{RIGHTWARDS ARROW} {right}: {count} pixels ({share})",
            left=left.titles[row],
            right=right.titles[column],
            share=_percent(counts[row, column] / whole),
        )
        bands.append(
            f'<path d="M0 {start:.2f}C50 {start:.2f} 50 {end:.2f} 100 {end:.2f}V{below_end:.2f}'
            f'C50 {below_end:.2f} 50 {below_start:.2f} 0 {below_start:.2f}Z" fill="{_fill(left.colours[row])}">'
            f"<title>{escaped(told)}</title></path>"
        )
    return bands


def _fill(colour: tuple[int, int, int]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*map(int, colour))


def _percent(share: float) -> str:
    return f"{number(100 * float(share), '.1f')} %"
