"""The HTML report: what it holds, and how it is written as one file that needs no network."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from string import Template

import numpy as np

from ..files.replacement import write_whole
from ..image.areas import area_in_words
from ..wording import counted, language_code, tr
from .charts import chart_data, embeddable_json
from .parts import escaped, sections

_RESOURCES = Path(__file__).resolve().parents[2] / "resources" / "report"
_SCRIPTS = {"sharp": "sharp.js", "library": "uPlot.iife.min.js", "charts": "charts.js"}


@dataclass(frozen=True)
class ClassSummary:
    """What the report says of one class.

    Attributes
    ----------
    number : int
        As in the class raster.
    label : str
        Name given by the user; may be empty.
    colour : (int, int, int)
        Red, green and blue, 0 to 255.
    pixels : int
    share : float
        Of all classified pixels, 0 to 1.
    area_ha : float or None
        None when it is not known.
    ndvi : float or None
    hint : str
    spectrum : ndarray, shape (bands,)
        The centre.
    low, high : ndarray, shape (bands,), or None
        5th and 95th percentile, in the unit of the centre.
    """

    number: int
    label: str
    colour: tuple[int, int, int]
    pixels: int
    share: float
    area_ha: float | None
    ndvi: float | None
    hint: str
    spectrum: np.ndarray
    low: np.ndarray | None = None
    high: np.ndarray | None = None


@dataclass(frozen=True)
class ClassSpectra:
    """The classes and the bands of their spectra.

    Attributes
    ----------
    wavelengths : ndarray, shape (bands,), or None
        In nm; None, or with NaN, when they are not known.
    band_names : sequence of str
    classes : tuple of ClassSummary
    quantity : str
        What the spectra measure, for the axis.
    """

    wavelengths: np.ndarray | None
    band_names: Sequence[str]
    classes: tuple[ClassSummary, ...]
    quantity: str = field(default_factory=lambda: tr("Reflectance"))


@dataclass(frozen=True)
class Convergence:
    """The course of the iterations.

    Attributes
    ----------
    moved : sequence of int
        Pixels that changed class in each iteration.
    sse : sequence of float
        Sum of squared errors after each iteration's assignment.
    """

    moved: Sequence[int]
    sse: Sequence[float]


@dataclass(frozen=True)
class ComponentSummary:
    """Principal components.

    Attributes
    ----------
    wavelengths : ndarray, shape (bands,), or None
        In nm; None, or with NaN, when they are not known.
    band_names : sequence of str
    eigenvalues, shares, cumulative : ndarray, shape (bands,)
        Of all components, largest first; shares and their running sum from 0 to 1.
    loadings : ndarray, shape (components, bands)
        Eigenvectors of the components that were kept.
    covariance : ndarray, shape (bands, bands), or None
    """

    wavelengths: np.ndarray | None
    band_names: Sequence[str]
    eigenvalues: np.ndarray
    shares: np.ndarray
    cumulative: np.ndarray
    loadings: np.ndarray
    covariance: np.ndarray | None = None


@dataclass(frozen=True)
class Picture:
    """A small picture with its caption.

    Attributes
    ----------
    caption : str
    png : bytes
        A whole PNG file.
    legend : sequence of ((red, green, blue), text)
        What its colours mean.
    """

    caption: str
    png: bytes
    legend: Sequence[tuple[tuple[int, int, int], str]] = ()


@dataclass(frozen=True)
class Report:
    """All that a report holds; parts that are None or empty are left out.

    Attributes
    ----------
    title : str
    summary : str
        One line in words; see `in_words`.
    classes : ClassSpectra, optional
    convergence : Convergence, optional
    components : ComponentSummary, optional
    pictures : sequence of Picture
    facts : sequence of (group, sequence of (name, value))
        Parameters, inputs, versions, run time; names and values are shown as `str` gives them.
    subject : str
        One line that says which images the report is about.
    """

    title: str
    summary: str
    classes: ClassSpectra | None = None
    convergence: Convergence | None = None
    components: ComponentSummary | None = None
    pictures: Sequence[Picture] = ()
    facts: Sequence[tuple[str, Sequence[tuple[str, object]]]] = ()
    subject: str = ""


def in_words(
    classes: ClassSpectra | None = None,
    convergence: Convergence | None = None,
    components: ComponentSummary | None = None,
) -> str:
    """Sum up results, such as "5 classes over 96.9 ha; 50 iterations, 323 pixels still moved in the last."."""
    clauses = []
    if classes:
        clauses.append(_classes_in_words(classes))
    if convergence and len(convergence.moved):
        clauses.append(_convergence_in_words(convergence))
    if components and len(components.loadings):
        kept = len(components.loadings)
        clauses.append(
            counted(
                kept,
                tr("{count} component keeps {share:.2f} % of the variance"),
                tr("{count} components keep {share:.2f} % of the variance"),
                share=100 * float(components.cumulative[kept - 1]),
            )
        )
    return "; ".join(clauses) + "." if clauses else ""


def write_report(path, report: Report) -> None:
    """Write a report as one HTML file.

    Text is escaped, and the page forbids itself the network and any script but its own.

    Parameters
    ----------
    path : str or path
        An existing file is replaced once the new one is complete.
    report : Report

    Raises
    ------
    OutputError
        When the file cannot be written.
    """
    write_whole(path, _page(report).encode("utf-8", "replace"))


def _classes_in_words(classes: ClassSpectra) -> str:
    areas = [summary.area_ha for summary in classes.classes]
    if areas and None not in areas:
        extent = area_in_words(sum(areas))
    else:
        extent = _pixels(sum(summary.pixels for summary in classes.classes))
    empty = sum(not summary.pixels for summary in classes.classes)
    found = counted(len(classes.classes) - empty, tr("{count} class"), tr("{count} classes"))
    words = tr("{classes} over {extent}").format(classes=found, extent=extent)
    return f"{words}; {_empty_in_words(empty, len(classes.classes))}" if empty else words


def _empty_in_words(empty: int, wanted: int) -> str:
    return counted(
        empty,
        tr("{count} of the {wanted} classes has no pixel"),
        tr("{count} of the {wanted} classes have no pixel"),
        wanted=wanted,
    )


def _convergence_in_words(convergence: Convergence) -> str:
    moved = int(convergence.moved[-1])
    iterations = counted(len(convergence.moved), tr("{count} iteration"), tr("{count} iterations"))
    if moved == 0:
        return tr("no pixel moved any more after {iterations}").format(iterations=iterations)
    return tr("{iterations}, {pixels} still moved in the last").format(iterations=iterations, pixels=_pixels(moved))


def _pixels(count: int) -> str:
    return counted(count, tr("{count} pixel"), tr("{count} pixels"))


def _page(report: Report) -> str:
    style = _resource("uPlot.min.css") + _resource("style.css")
    scripts = {name: _resource(file) for name, file in _SCRIPTS.items()}
    return Template(_resource("template.html")).substitute(
        policy=f"default-src 'none'; img-src data:; style-src {_source(style)}; "
        f"script-src {' '.join(map(_source, scripts.values()))}; base-uri 'none'; form-action 'none'",
        language=escaped(language_code()),
        title=escaped(report.title),
        subject=f'<p class="subject">{escaped(report.subject)}</p>\n' if report.subject else "",
        summary=escaped(report.summary),
        without_script=escaped(tr("The charts need JavaScript; all tables show without it.")),
        style=style,
        sections=sections(report),
        data=embeddable_json(chart_data(report)),
        licence=_resource("uPlot-LICENSE.txt"),
        **scripts,
    )


def _resource(name: str) -> str:
    # Universal newlines: the browser hashes what it parsed, in which every line ends in \n.
    return (_RESOURCES / name).read_text(encoding="utf-8")


def _source(text: str) -> str:
    """Return what allows exactly this inline style or script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
