# SPDX-License-Identifier: GPL-2.0-or-later
"""Charts: elements of a page with the values that the page's script draws."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..wording import current_language, tr
from .parts import escaped

# Curves have a gap between two bands whose distance is larger than this multiple of the median distance.
GAP_FACTOR = 1.5
# Sensors with a larger share of such distances have irregular bands, and no gaps.
MOST_GAPS = 0.25

# Significant digits of curves, and of sequences, whose values may hardly differ.
CURVE_DIGITS, SEQUENCE_DIGITS = 5, 12
# Colours of the loadings, safe for colour-blind readers.
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
    """A spectrum in a chart, shape (bands,)."""

    label: str
    values: Sequence[float]
    colour: tuple[int, int, int]  # red, green and blue, 0 to 255
    low: Sequence[float] | None = None  # range around the values, drawn shaded
    high: Sequence[float] | None = None
    shown: bool = True  # whether it is visible at first; the reader can switch it


class SpectralAxis:
    """The horizontal axis of spectra, with gaps where bands are missing.

    Parameters
    ----------
    wavelengths : array_like, shape (bands,), or None
        In nm. When some are not known, the axis counts bands.
    names : sequence of str
        Names of the bands.
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
        """Return the values of a spectrum in the order of the axis; None in gaps and for values that are not finite."""
        return self._with_gaps(rounded(np.asarray(spectrum, dtype=float)[self._order], CURVE_DIGITS))

    def as_dict(self) -> dict:
        """Return the axis for the page's script."""
        return {"title": self.title, "positions": rounded(self.positions, CURVE_DIGITS), "names": self.names}

    def _with_gaps(self, items: list) -> list:
        items = list(items)
        for gap in self._gaps[::-1]:
            items.insert(gap + 1, None)
        return items


def gaps(wavelengths: np.ndarray) -> np.ndarray:
    """Return the indices of the bands after which bands are missing, from ascending wavelengths.

    There are none for sensors with irregular bands, where a long distance does not mean that bands are missing.
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
    """Return a chart of curves over the bands, which the reader can switch on and off.

    `name` is unique in the page, `quantity` is the title of the vertical axis, and `note` the caption.
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
    counted_as : str
        Title of the horizontal axis, such as "Iteration".
    logarithmic : bool
        Whether the vertical axis is logarithmic; zeros are drawn below all other values.
    unit, digits : str, int
        Unit and significant digits of the value under the pointer.
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
    """Return the texts and number signs of the page's script."""
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
    """Round values to significant digits; None replaces values that are not finite, which JSON does not have."""
    return [
        float(f"{value:.{digits}g}") if math.isfinite(value) else None
        for value in np.asarray(values, dtype=float).ravel().tolist()
    ]


def embeddable_json(data) -> str:
    """Return JSON that is safe inside a script element."""
    text = json.dumps(data, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
