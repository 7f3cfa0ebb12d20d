# SPDX-License-Identifier: GPL-2.0-or-later
"""What the drawings of a report have in common."""

from __future__ import annotations

from .parts import escaped


def text(left: float, top: float, content: str, anchor: str, attributes: str = "") -> str:
    """Return a ``<text>`` element.

    Parameters
    ----------
    left, top : float
        Where the line of the text stands, in units of the drawing.
    content : str
        It is escaped here.
    anchor : str
        Which part of the text is at `left`: "start", "middle" or "end".
    attributes : str, optional
        Further attributes, as they stand in the element.
    """
    return f'<text x="{left:.1f}" y="{top:.1f}" text-anchor="{anchor}"{attributes}>{escaped(content)}</text>'
