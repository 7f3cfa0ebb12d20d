# SPDX-License-Identifier: GPL-2.0-or-later
"""Charts: places in the page, each with the values that the script of the page draws there."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..wording import current_language, tr
from .parts import escaped

# Neighbouring bands are drawn with a gap between them from this multiple of their usual distance on.
GAP_FACTOR = 1.5
# Where a larger share of the distances would be gaps, the bands are scattered and have no usual distance.
MOST_GAPS = 0.25

CURVE_DIGITS = 5
# Of values that may hardly differ from one to the next.
SEQUENCE_DIGITS = 12
# For curves without a colour of their own: colours that colour-blind readers can tell apart.
LINE_COLOURS = (
    (0, 114, 178),
    (213, 94, 0),
    (0, 158, 115),
    (170, 51, 119),
    (230, 159, 0),
    (86, 180, 233),
    (102, 17, 0),
    (40, 40, 40),
)

CHART_START = '<figure class="chart"'


@dataclass(frozen=True)
class Curve:
    """A spectrum in a chart.

    Attributes
    ----------
    label : str
    values : array_like, shape (bands,)
    colour : (int, int, int)
        Red, green and blue, 0 to 255.
    low, high : array_like, shape (bands,), or None
        Range around the values, drawn as a shade.
    shown : bool
        Whether it is drawn before the reader switches it on.
    """

    label: str
    values: Sequence[float]
    colour: tuple[int, int, int]
    low: Sequence[float] | None = None
    high: Sequence[float] | None = None
    shown: bool = True


class SpectralAxis:
    """The order in which values of bands are drawn, with gaps where bands are missing.

    Parameters
    ----------
    wavelengths : array_like, shape (bands,), or None
        In nm. Without them, or when some are not known, bands are drawn by number.
    names : sequence of str
        One for each band.
    """

    def __init__(self, wavelengths, names: Sequence[str]):
        known = wavelengths is not None and np.isfinite(np.asarray(wavelengths, dtype=float)).all()
        positions = np.asarray(wavelengths, dtype=float) if known else np.arange(1.0, len(names) + 1)
        self._order = np.argsort(positions, kind="stable")
        ascending = positions[self._order]
        self._gaps = gaps(ascending) if known else np.zeros(0, dtype=int)
        middles = (ascending[self._gaps] + ascending[self._gaps + 1]) / 2
        self.title = tr("Wavelength (nm)") if known else tr("Band")
        self.positions = np.insert(ascending, self._gaps + 1, middles)
        self.names = self._with_gaps([str(names[band]) for band in self._order])

    def values(self, spectrum) -> list[float | None]:
        """Return the values of a spectrum along the axis, None in gaps and where they are not finite."""
        return self._with_gaps(rounded(np.asarray(spectrum, dtype=float)[self._order], CURVE_DIGITS))

    def as_dict(self) -> dict:
        """Return what the script needs to draw the axis."""
        return {"title": self.title, "positions": rounded(self.positions, CURVE_DIGITS), "names": self.names}

    def _with_gaps(self, items: list) -> list:
        items = list(items)
        for gap in self._gaps[::-1]:
            items.insert(gap + 1, None)
        return items


def gaps(wavelengths: np.ndarray) -> np.ndarray:
    """Return the indices of the bands after which bands are missing.

    Parameters
    ----------
    wavelengths : ndarray, shape (bands,)
        In nm, ascending.

    Returns
    -------
    ndarray of int
        Empty for sensors with scattered bands, where a long distance is no sign of missing ones.
    """
    steps = np.diff(wavelengths)
    if len(steps) < 3:
        return np.zeros(0, dtype=int)
    found = np.flatnonzero(steps > GAP_FACTOR * np.median(steps))
    return found if len(found) <= MOST_GAPS * len(steps) else found[:0]


def spectra_chart(
    name: str,
    title: str,
    axis: SpectralAxis,
    curves: Sequence[Curve],
    quantity: str,
    note: str = "",
    from_zero: bool = False,
) -> str:
    """Return a chart of curves over the bands; the reader can switch each curve on and off.

    Parameters
    ----------
    name : str
        Unique in the page.
    title, note : str
        Heading above and caption below.
    axis : SpectralAxis
    curves : sequence of Curve
    quantity : str
        What the values are, for the vertical axis.
    from_zero : bool
        Whether the vertical axis includes zero.
    """
    data = {
        "kind": "spectra",
        "axis": axis.as_dict(),
        "quantity": quantity,
        "fromZero": from_zero,
        "curves": [
            {
                "label": curve.label,
                "colour": list(curve.colour),
                "shown": curve.shown,
                "values": axis.values(curve.values),
                "low": None if curve.low is None else axis.values(curve.low),
                "high": None if curve.high is None else axis.values(curve.high),
            }
            for curve in curves
        ],
    }
    return _chart(name, title, note, data)


def sequence_chart(
    name: str,
    title: str,
    values,
    counted_as: str,
    note: str = "",
    logarithmic: bool = False,
    unit: str = "",
    digits: int = 4,
    kept: int | None = None,
    first: int = 1,
    marked: int | None = None,
) -> str:
    """Return a chart of values that are counted, such as one for each iteration.

    Parameters
    ----------
    name : str
        Unique in the page.
    title, note : str
        Heading above and caption below.
    values : array_like, shape (n,)
    counted_as : str
        What is counted, such as "Iteration".
    logarithmic : bool
        Whether the vertical axis is; zeros are drawn below all other values.
    unit : str
        What follows a value where the pointer reads it, such as " %".
    digits : int
        Significant digits of the values that the pointer reads.
    kept : int, optional
        Draw a dashed line after the first `kept` values.
    first : int
        From where they are counted.
    marked : int, optional
        Draw a dashed line at the value that is counted so.
    """
    data = {
        "kind": "sequence",
        "values": rounded(values, SEQUENCE_DIGITS),
        "countedAs": counted_as,
        "logarithmic": logarithmic,
        "unit": unit,
        "digits": digits,
        "kept": kept,
        "first": first,
        "marked": marked,
    }
    return _chart(name, title, note, data)


def _chart(name: str, title: str, note: str, data: dict) -> str:
    title = escaped(title)
    caption = f"<figcaption>{escaped(note)}</figcaption>" if note else ""
    return (
        f'{CHART_START} id="{name}"><h3>{title}</h3><div class="plot" role="img" aria-label="{title}"></div>'
        f'<div class="legend"></div>{caption}<script type="application/json">{embeddable_json(data)}</script></figure>'
    )


def chart_texts() -> dict[str, str]:
    """Return the words and signs that the script uses itself."""
    language = current_language()
    return {
        "hint": tr("Point at the chart to read values, drag to zoom in, double-click to zoom out."),
        "showAll": tr("Show all"),
        "hideAll": tr("Hide all"),
        "ranges": tr("5 to 95 % of pixels"),
        "notKnown": tr("not known"),
        "decimalPoint": language.decimal_point,
        "thousandsSeparator": language.thousands_separator,
    }


def is_pale(colour: tuple[int, int, int]) -> bool:
    """Tell whether a line of a colour needs a dark border on white, as the script does."""
    red, green, blue = colour
    return 0.299 * red + 0.587 * green + 0.114 * blue > 175


def rounded(values, digits: int) -> list[float | None]:
    """Return values with so many significant digits, and None for those that are not finite, which JSON lacks."""
    return [
        float(f"{value:.{digits}g}") if math.isfinite(value) else None
        for value in np.asarray(values, dtype=float).ravel().tolist()
    ]


def embeddable_json(data) -> str:
    """Write JSON that cannot end the script element around it."""
    text = json.dumps(data, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
