# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of a suggested number of classes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..files.raster.preview import as_png
from ..image.grid import Grid
from ..image.pixels import Pixels
from ..methods.kmeans.suggestion import Trial, Trials, class_maps
from ..progress import Progress
from ..wording import counted, number, tr, translatable
from . import svg
from .charts import SpectralAxis, is_pale, sequence_chart
from .making import Run, Subject, write_run_page
from .parts import Column, alike, bullets, escaped, legend, paragraph, png_url, section, side_by_side, table

LONGEST_SIDE = 250
# Of the drawing of spectra, in its own units.
_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _TOP = 300, 170, 42, 18, 8


class _Measure(NamedTuple):
    """How a measure is shown: a column of the table, and a chart."""

    head: str
    digits: int  # significant ones of the largest value
    title: str
    caption: str


_SHOWN = {
    "sse": _Measure(
        translatable("Squared error"),
        6,
        translatable("Sum of squared errors"),
        translatable("It always falls; the elbow rule takes the number at the sharpest bend."),
    ),
    "gap": _Measure(
        translatable("Gap"),
        4,
        translatable("Gap to one normal distribution"),
        translatable("How much smaller the error is than for pixels without clusters. The suggestion follows it."),
    ),
    "silhouette": _Measure(
        translatable("Silhouette"),
        4,
        translatable("Silhouette"),
        translatable("How much nearer pixels are to their own class than to the next; large is good."),
    ),
    "silhouette_gain": _Measure(
        translatable("Silhouette gain"),
        4,
        translatable("Silhouette gain over one normal distribution"),
        translatable("Below 0.07, the pixels show no clusters."),
    ),
    "stability": _Measure(
        translatable("Stability"),
        4,
        translatable("Stability"),
        translatable("How alike the classes of half samples are (adjusted Rand index): 1 is the same, 0 is chance."),
    ),
    "calinski_harabasz": _Measure(
        translatable("Calinski-Harabasz"),
        4,
        translatable("Calinski-Harabasz index"),
        translatable("Variance between classes over that within; large is good."),
    ),
    "davies_bouldin": _Measure(
        translatable("Davies-Bouldin"),
        4,
        translatable("Davies-Bouldin index"),
        translatable("Spread of classes over their distance; small is good."),
    ),
}


def write_suggestion_report(path, run: Run, grid: Grid, pixels: Pixels, found: Trials, progress: Progress) -> None:
    """Write the report of a suggestion: why, the measures, and the classes of each number.

    Parameters
    ----------
    path : str or path
    run : Run
    grid : Grid
        Of the whole image.
    pixels : Pixels
        Those that were read.
    found : Trials
    progress : Progress

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    suggested = found.suggestion.classes
    sections = [section("why", tr("Why"), bullets(found.suggestion.reasons))]
    if found.trials:
        sections.append(_measures_section(found.trials, suggested))
        sections.append(_classes_section(pixels, found.trials, suggested, progress))
    details = [
        (tr("Pixels read"), number(len(pixels), ",")),
        (tr("Sample"), number(found.pixels, ",")),
        (tr("Bands used"), len(pixels.bands)),
    ]
    subject = Subject([pixels.name], grid, pixels.bands)
    write_run_page(path, run, subject, suggestion_in_words(found), sections, details)


def suggestion_in_words(found: Trials) -> str:
    """Return the suggestion in a sentence."""
    pixels = counted(found.pixels, "{count} pixel", "{count} pixels")
    if found.suggestion.classes == 1:
        return tr("No clusters were found in a sample of {pixels}.").format(pixels=pixels)
    return tr("{classes} classes are suggested, from a sample of {pixels}.").format(
        classes=found.suggestion.classes, pixels=pixels
    )


def _measures_section(trials: Sequence[Trial], suggested: int) -> str:
    counted_as = tr("Classes")
    first = trials[0].measures.classes
    marked = suggested if suggested > 1 else None
    charts, columns = [], [Column(counted_as, [str(trial.measures.classes) for trial in trials], is_text=True)]
    for name, shown in _SHOWN.items():
        values = [getattr(trial.measures, name) for trial in trials]
        charts.append(
            sequence_chart(name, tr(shown.title), values, counted_as, tr(shown.caption), first=first, marked=marked)
        )
        columns.append(Column(tr(shown.head), alike(values, shown.digits)))
    line = paragraph(tr("Dashed line: the suggested number of classes.")) if marked else ""
    return section("measures", tr("Measures"), line, side_by_side(*charts), table(tr("Measures"), columns))


def _classes_section(pixels: Pixels, trials: Sequence[Trial], suggested: int, progress: Progress) -> str:
    step = pixels.grid.step_for(LONGEST_SIDE)
    highest = max(float(trial.classes.centres.max()) for trial in trials)
    lowest = min(0.0, min(float(trial.classes.centres.min()) for trial in trials))
    axis = SpectralAxis(pixels.bands.wavelengths, pixels.bands.names)
    cards = []
    for trial, classes in zip(trials, class_maps(pixels, trials, progress)):
        progress.check()
        png = as_png(classes[::step, ::step], trial.classes.colours)
        cards.append(_card(trial, png, axis, (lowest, highest), suggested))
    caption = tr(
        "For each number of classes, a map and the mean spectra, with the share of each class in the sample. The names "
        "of classes are guesses from their spectra alone."
    )
    return section("classes", tr("Classes"), paragraph(caption), f'<div class="pictures small">{"".join(cards)}</div>')


def _card(trial: Trial, png: bytes, axis: SpectralAxis, limits: tuple[float, float], suggested: int) -> str:
    classes = trial.classes
    count = trial.measures.classes
    title = counted(count, "{count} class", "{count} classes")
    if count == suggested:
        title = tr("{classes} (suggested)").format(classes=title)
    shares = classes.counts / classes.counts.sum()
    entries = [
        (colour, f"{name} ({number(100 * share, '.0f')} %)")
        for colour, name, share in zip(classes.colours, classes.titles, shares)
    ]
    image = f'<img class="pixelated" alt="{escaped(title)}" src="{png_url(png)}">'
    return f"<figure><h3>{escaped(title)}</h3>{image}{_spectra_svg(trial, axis, limits)}{legend(entries)}</figure>"


def _spectra_svg(trial: Trial, axis: SpectralAxis, limits: tuple[float, float]) -> str:
    """Draw the mean spectra of classes in their colours; limits are the lowest and the highest value."""
    low, high = limits
    first, last = float(axis.positions[0]), float(axis.positions[-1])

    def x_of(position: float) -> float:
        return _LEFT + (_WIDTH - _LEFT - 4) * ((position - first) / (last - first) if last > first else 0.5)

    def y_of(value: float) -> float:
        return _TOP + (_HEIGHT - _TOP - _BOTTOM) * (1 - ((value - low) / (high - low) if high > low else 0.5))

    def path_of(values: Sequence[float | None]) -> str:
        steps, command = [], "M"
        for position, value in zip(axis.positions, values):
            if value is not None:
                # A line of no length makes a dot of a band that stands alone.
                dot = "h0" if command == "M" else ""
                steps.append(f"{command}{x_of(position):.1f} {y_of(value):.1f}{dot}")
            command = "M" if value is None else "L"
        return "".join(steps)

    lines = []
    for centre, colour in zip(trial.classes.centres, trial.classes.colours):
        path = path_of(axis.values(centre))
        if is_pale(colour):
            lines.append(f'<path d="{path}" stroke="#6b7480" stroke-width="3"/>')
        lines.append(f'<path d="{path}" stroke="rgb({colour[0]},{colour[1]},{colour[2]})"/>')
    base = _HEIGHT - _BOTTOM
    labels = [
        svg.text(_LEFT - 4, _TOP + 8, number(high, ".3g"), "end"),
        svg.text(_LEFT - 4, base, number(low, ".3g"), "end"),
        svg.text(_LEFT, _HEIGHT - 4, number(first, ".0f"), "start"),
        svg.text(_WIDTH - 4, _HEIGHT - 4, number(last, ".0f"), "end"),
        svg.text((_LEFT + _WIDTH) // 2, _HEIGHT - 4, axis.title, "middle"),
    ]
    frame = f'<path d="M{_LEFT} {_TOP}V{base}H{_WIDTH - 4}" stroke="#d9dee5"/>'
    return (
        f'<svg class="spectra" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escaped(tr("Class spectra"))}">'
        f'<g fill="none" stroke-width="1.6" stroke-linejoin="round" stroke-linecap="round">{frame}{"".join(lines)}</g>'
        f"{''.join(labels)}</svg>"
    )
