# SPDX-License-Identifier: GPL-2.0-or-later
"""Sections of reports: classes, the convergence of k-means, components."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from ..image.areas import area_column, area_in_words
from ..methods.kmeans.classification import moved_in_words
from ..methods.kmeans.lloyd import End
from ..methods.transforms.linear import LinearTransform
from ..wording import counted, number, tr
from .charts import LINE_COLOURS, Curve, SpectralAxis, gaps, sequence_chart, spectra_chart
from .matrix import matrix_svg
from .parts import NOTHING, Column, alike, figure, folded, in_powers, note, section, side_by_side, signed, table

# Components in the charts and the table of variances, unless more are kept.
SCREE_COMPONENTS = 20
# Loadings that are visible at first.
FIRST_LOADINGS = 3
# Significant digits of sums of squared errors, which hardly change in the last iterations.
SUM_DIGITS = 10
SHARE_DIGITS = 6
EIGENVALUE_DIGITS = 4
# Eigenvalues that differ more are written in powers of ten.
MOST_TIMES_AS_LARGE = 100
SNR_DIGITS = 5


@dataclass(frozen=True)
class ClassSummary:
    """A class in a report."""

    number: int  # its value in the class raster
    colour: tuple[int, int, int]  # red, green and blue, 0 to 255
    pixels: int
    share: float  # share of all classified pixels, 0 to 1
    area_ha: float | None  # None when not known
    ndvi: float | None
    hint: str  # what the class may be; may be empty
    spectrum: np.ndarray  # the centre, shape (bands,)
    low: np.ndarray | None = None  # 5th and 95th percentile, in the unit of the centre
    high: np.ndarray | None = None


@dataclass(frozen=True)
class ClassSpectra:
    """The classes and the bands of their spectra."""

    wavelengths: np.ndarray | None  # in nm; None, or with NaN, when not known
    band_names: Sequence[str]
    classes: tuple[ClassSummary, ...]
    quantity: str = field(default_factory=lambda: tr("Reflectance"))  # what the spectra measure, such as reflectance


@dataclass(frozen=True)
class Convergence:
    """The iterations of k-means."""

    moved: Sequence[int | None]  # pixels that changed class in each iteration; None where that is not known
    sse: Sequence[float]  # sum of squared errors after each iteration's assignment
    pixels: int = 0  # that were clustered; 0 where that is not known
    end: End = End.MOST_ITERATIONS
    min_moved: float = 0.0  # share of the pixels (%) at which iterations end


def in_words(
    classes: ClassSpectra | None = None,
    convergence: Convergence | None = None,
    components: LinearTransform | None = None,
) -> str:
    """Summarise results, such as "5 classes over 96.9 ha; 50 iterations, 323 pixels still moved in the last."."""
    clauses = []
    if classes:
        clauses.append(_classes_in_words(classes))
    if convergence and len(convergence.moved):
        clauses.append(_convergence_in_words(convergence))
    if components:
        clauses.append(_components_in_words(components))
    return "; ".join(clauses) + "." if clauses else ""


def _components_in_words(components: LinearTransform) -> str:
    if components.snr is None:
        return counted(
            components.count,
            "{count} component keeps {share} % of the variance",
            "{count} components keep {share} % of the variance",
            share=number(100 * components.variance_kept, ".2f"),
        )
    return counted(
        components.count,
        "{count} component is kept; {signal} of {all} have more signal than noise",
        "{count} components are kept; {signal} of {all} have more signal than noise",
        signal=components.signal_components,
        all=len(components.snr),
    )


def _classes_in_words(classes: ClassSpectra) -> str:
    areas = [summary.area_ha for summary in classes.classes]
    if areas and None not in areas:
        extent = area_in_words(sum(areas))
    else:
        extent = _pixels(sum(summary.pixels for summary in classes.classes))
    empty = sum(not summary.pixels for summary in classes.classes)
    found = counted(len(classes.classes) - empty, "{count} class", "{count} classes")
    words = tr("{classes} over {extent}").format(classes=found, extent=extent)
    if not empty:
        return words
    without_pixels = counted(
        empty,
        "{count} of the {wanted} classes has no pixel",
        "{count} of the {wanted} classes have no pixel",
        wanted=number(len(classes.classes), ","),
    )
    return f"{words}; {without_pixels}"


def _convergence_in_words(convergence: Convergence) -> str:
    moved = convergence.moved[-1]
    iterations = counted(len(convergence.moved), "{count} iteration", "{count} iterations")
    is_cancelled = convergence.end is End.CANCELLED
    if moved is None:
        return tr("cancelled after {iterations}").format(iterations=iterations) if is_cancelled else iterations
    if moved == 0:
        return tr("no pixel moved any more after {iterations}").format(iterations=iterations)
    pixels = _pixels(moved)
    if convergence.pixels:
        pixels = moved_in_words(moved, convergence.pixels)
    if is_cancelled:
        words = tr("cancelled after {iterations}, {pixels} moved in the last")
    elif convergence.end is End.FEW_MOVED:
        words = tr("{iterations}, until at most {share} % of the pixels moved; in the last, {pixels}")
    else:
        words = tr("{iterations}, {pixels} still moved in the last")
    return words.format(iterations=iterations, pixels=pixels, share=number(convergence.min_moved, "g"))


def _pixels(count: int) -> str:
    return counted(count, "{count} pixel", "{count} pixels")


def classes_section(classes: ClassSpectra) -> str:
    """Return a chart of the spectra of the classes, and a table of their areas and hints."""
    caption = tr("Lines are class centres.")
    if any(summary.low is not None for summary in classes.classes):
        caption = tr(
            "Lines are class centres; the shading leaves out the lowest and the highest 5 % of the pixels of a class."
        )
    curves = [
        Curve(
            f"{one.number} {one.hint}" if one.hint else tr("Class {number}").format(number=one.number),
            one.spectrum,
            one.colour,
            one.low,
            one.high,
            # The centre of a class without pixels is a copy of another centre, which it would hide.
            shown=one.pixels > 0,
        )
        for one in classes.classes
    ]
    axis = SpectralAxis(classes.wavelengths, classes.band_names)
    chart = spectra_chart("spectra", tr("Class spectra"), axis, curves, classes.quantity, caption, from_zero=True)
    return section("classes", tr("Classes"), chart, _class_table(classes.classes), _class_note(classes.classes))


def _class_table(classes: Sequence[ClassSummary]) -> str:
    columns = [
        Column(
            tr("Class"),
            [str(one.number) for one in classes],
            tr("All") if len(classes) > 1 else "",
            is_text=True,
            colours=[one.colour for one in classes],
        ),
        _numbers(tr("Pixels"), [one.pixels for one in classes], ",", sum(one.pixels for one in classes)),
        _numbers(tr("Share (%)"), [100 * one.share for one in classes], ".2f", 100),
    ]
    areas = [one.area_ha for one in classes]
    if None not in areas:
        head, areas, spec = area_column(areas)
        columns.append(_numbers(head, areas, spec, sum(areas)))
    indices = [one.ndvi for one in classes]
    if any(index is not None for index in indices):
        columns.append(Column(tr("NDVI"), [signed(index, ".2f") for index in indices]))
    if any(one.hint for one in classes):
        columns.append(Column(tr("May be"), [one.hint for one in classes], is_text=True))
    return table(tr("Classes"), columns)


def _numbers(head: str, values: Sequence[float], spec: str, total: float | None = None) -> Column:
    """Return a column of numbers in one format."""
    return Column(head, [number(value, spec) for value in values], "" if total is None else number(total, spec))


def _class_note(classes: Sequence[ClassSummary]) -> str:
    notes = []
    if any(one.hint for one in classes):
        notes.append(tr("“May be” is a guess from the centre of a class alone; check it on the map."))
    if any(one.area_ha is None for one in classes):
        notes.append(
            tr(
                "Areas are not known: the coordinates are not in a unit of length, or the projection stretches some "
                "pixels more than others."
            )
        )
    return note(" ".join(notes)) if notes else ""


def convergence_section(convergence: Convergence) -> str:
    """Return charts and a table of the pixels that moved and the error in each iteration."""
    iterations = range(1, len(convergence.moved) + 1)
    counted_as = tr("Iteration")
    moved = sequence_chart(
        "moved", tr("Pixels that changed class (log scale)"), convergence.moved, counted_as, logarithmic=True
    )
    sse = sequence_chart("sse", tr("Sum of squared errors"), convergence.sse, counted_as, digits=SUM_DIGITS)
    columns = [
        Column(counted_as, [str(iteration) for iteration in iterations], is_text=True),
        Column(tr("Pixels moved"), [NOTHING if one is None else number(one, ",") for one in convergence.moved]),
        Column(tr("Sum of squared errors"), alike(convergence.sse, SUM_DIGITS)),
    ]
    values = folded(tr("Values of all iterations"), table(tr("Iterations"), columns))
    return section("convergence", tr("Convergence"), side_by_side(moved, sse), values)


def components_section(
    components: LinearTransform, covariance: np.ndarray | None, noise: np.ndarray | None = None
) -> str:
    """Return charts and a table of variances and loadings, the noise, and a picture of the covariance of the bands."""
    kept, counted_as = components.count, tr("Component")
    shown = min(len(components.eigenvalues), max(SCREE_COMPONENTS, kept))
    shares, cumulative_shares = 100 * components.shares[:shown], 100 * np.cumsum(components.shares)[:shown]
    caption = tr("Up to the dashed line: components that were kept.")
    if components.snr is None:
        title, values, unit = tr("Share of variance (%, log scale)"), shares, " %"
    else:
        title, values, unit = tr("Eigenvalue (log scale)"), components.eigenvalues[:shown], ""
        caption += " " + tr("An eigenvalue is the signal-to-noise ratio plus 1; about 1, a component is noise.")
    scree = sequence_chart("scree", title, values, counted_as, caption, logarithmic=True, unit=unit, kept=kept)
    cumulative = sequence_chart(
        "cumulative",
        tr("Cumulative variance (%)"),
        cumulative_shares,
        counted_as,
        unit=" %",
        digits=SHARE_DIGITS,
        kept=kept,
    )
    curves = [
        Curve(
            f"{counted_as} {index + 1}", loading, LINE_COLOURS[index % len(LINE_COLOURS)], shown=index < FIRST_LOADINGS
        )
        for index, loading in enumerate(components.vectors.T)
    ]
    axis = SpectralAxis(components.bands.wavelengths, components.bands.names)
    caption = tr("How much each band counts in a component.")
    return section(
        "components",
        components.title,
        side_by_side(scree, cumulative),
        _component_table(components, shares, cumulative_shares),
        spectra_chart("loadings", tr("Loadings"), axis, curves, tr("Loading"), caption),
        "" if noise is None else _noise(noise, axis),
        "" if covariance is None else _covariance(covariance, components.bands.wavelengths),
    )


def _noise(covariance: np.ndarray, axis: SpectralAxis) -> str:
    """Return a chart of the noise of each band."""
    curve = Curve(tr("Noise"), np.sqrt(np.diag(covariance)), LINE_COLOURS[0])
    caption = tr(
        "The standard deviation of the noise of each band, from differences of neighbouring pixels. Where these show "
        "different surfaces, it contains signal."
    )
    return spectra_chart("noise", tr("Noise of the bands"), axis, [curve], tr("Noise"), caption, from_zero=True)


def _component_table(components: LinearTransform, shares: np.ndarray, cumulative: np.ndarray) -> str:
    shown = len(shares)
    columns = [
        Column(tr("Component"), [str(component) for component in range(1, shown + 1)], is_text=True),
        Column(tr("Eigenvalue"), _eigenvalues(components.eigenvalues[:shown].tolist())),
        _numbers(tr("Variance (%)"), shares, ".3f"),
        _numbers(tr("Cumulative (%)"), cumulative, ".3f"),
    ]
    if components.snr is not None:
        columns.insert(2, Column(tr("Signal-to-noise ratio"), alike(components.snr[:shown].tolist(), SNR_DIGITS)))
    title = counted(shown, "Values of the first component", "Values of the first {count} components")
    return folded(title, table(tr("Components"), columns))


def _eigenvalues(values: Sequence[float]) -> list[str]:
    largest, smallest = max(values), min(values)
    if smallest > 0 and largest / smallest < MOST_TIMES_AS_LARGE:
        return alike(values, EIGENVALUE_DIGITS)
    return in_powers(values, EIGENVALUE_DIGITS)


def _covariance(covariance: np.ndarray, wavelengths: np.ndarray) -> str:
    caption = ""
    if len(gaps(wavelengths)):
        caption = tr(
            "Bands are drawn side by side; the ticks are uneven where some are left out, as in the water vapour "
            "windows."
        )
    return figure(matrix_svg(covariance, wavelengths), tr("Covariance of the bands"), caption)
