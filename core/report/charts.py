"""What the charts of the report show, as JSON for the script in the page."""

from __future__ import annotations

import json
import math

import numpy as np

from ..wording import tr

# A distance between neighbouring bands is a gap from this multiple of the usual one on.
GAP_FACTOR = 1.5
# Sensors with more gaps than this share have no usual distance.
MOST_GAPS = 0.25

SCREE_COMPONENTS = 20
SIGNIFICANT_DIGITS = 5
# Of sums and shares that hardly change from one to the next.
MORE_DIGITS = 12


def gaps(wavelengths: np.ndarray) -> np.ndarray:
    """Return the indices after which the spectrum is interrupted.

    Parameters
    ----------
    wavelengths : ndarray, shape (bands,)
        In nm, ascending.

    Returns
    -------
    ndarray of int
        Empty for sensors whose bands are scattered, where nothing tells a gap from a step.
    """
    steps = np.diff(wavelengths)
    if len(steps) < 3:
        return np.zeros(0, dtype=int)
    found = np.flatnonzero(steps > GAP_FACTOR * np.median(steps))
    return found if len(found) <= MOST_GAPS * len(steps) else found[:0]


class SpectralAxis:
    """The order and the gaps in which values of bands are drawn.

    Parameters
    ----------
    wavelengths : array_like, shape (bands,), or None
        In nm. Without them, or when some are not known, bands are drawn by number.
    names : sequence of str
        One for each band.
    """

    def __init__(self, wavelengths, names):
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
        return self._with_gaps(numbers(np.asarray(spectrum, dtype=float)[self._order]))

    def as_dict(self) -> dict:
        """Return what the script needs to draw the axis."""
        return {"title": self.title, "positions": numbers(self.positions), "names": self.names}

    def _with_gaps(self, items: list) -> list:
        items = list(items)
        for gap in self._gaps[::-1]:
            items.insert(gap + 1, None)
        return items


def numbers(values, digits: int = SIGNIFICANT_DIGITS) -> list[float | None]:
    """Return values as JSON can hold them, rounded to what a chart can show."""
    return [
        float(f"{value:.{digits}g}") if math.isfinite(value) else None
        for value in np.asarray(values, dtype=float).ravel().tolist()
    ]


def chart_data(report) -> dict:
    """Collect what the charts of a `Report` show; parts that it lacks are None."""
    return {
        "texts": _texts(),
        "spectra": report.classes and _spectra(report.classes),
        "convergence": report.convergence and _convergence(report.convergence),
        "components": report.components and _components(report.components),
    }


def embeddable_json(data) -> str:
    """Write JSON that cannot end the script element around it, nor break on what old JavaScript calls a line end."""
    text = json.dumps(data, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _texts() -> dict[str, str]:
    """Return what the script says itself."""
    return {
        "hint": tr("Point at the chart to read values, drag to zoom in, double-click to zoom out."),
        "showAll": tr("Show all"),
        "hideAll": tr("Hide all"),
        "ranges": tr("5 to 95 % of pixels"),
        "notKnown": tr("not known"),
        "iteration": tr("Iteration"),
        "component": tr("Component"),
        "loading": tr("Loading"),
    }


def _spectra(classes) -> dict:
    axis = SpectralAxis(classes.wavelengths, classes.band_names)
    return {
        "axis": axis.as_dict(),
        "quantity": classes.quantity,
        "curves": [
            {
                "label": f"{summary.number} {summary.label}"
                if summary.label
                else tr("Class {number}").format(number=summary.number),
                "colour": list(summary.colour),
                # A class without pixels has the centre of another one, which it would hide.
                "on": summary.pixels > 0,
                "middle": axis.values(summary.spectrum),
                "low": None if summary.low is None else axis.values(summary.low),
                "high": None if summary.high is None else axis.values(summary.high),
            }
            for summary in classes.classes
        ],
    }


def _convergence(convergence) -> dict:
    return {"moved": numbers(convergence.moved, MORE_DIGITS), "sse": numbers(convergence.sse, MORE_DIGITS)}


def _components(components) -> dict:
    axis = SpectralAxis(components.wavelengths, components.band_names)
    shown = max(SCREE_COMPONENTS, len(components.loadings))
    return {
        "axis": axis.as_dict(),
        "kept": len(components.loadings),
        "shares": numbers(100 * np.asarray(components.shares[:shown], dtype=float)),
        "cumulative": numbers(100 * np.asarray(components.cumulative[:shown], dtype=float), MORE_DIGITS),
        "loadings": [axis.values(loading) for loading in components.loadings],
    }
