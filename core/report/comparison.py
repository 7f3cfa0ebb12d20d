# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of a comparison of two class maps."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..files.raster.preview import as_png
from ..image.areas import area_column
from ..methods.comparison import NO_PARTNER
from ..methods.mapcomparison import SAME_COLOUR, ComparedMaps, MapClasses
from ..wording import counted, number, tr
from .flow import FlowEnd, flow_svg
from .making import Run, Subject, write_run_page
from .parts import NOTHING, Column, Picture, facts, figure, note, pictures, section, signed, table

# Cross tables with more classes are left to the CSV file.
MOST_IN_TABLE = 30
# Characters of a class in the head of a column.
LONGEST_HEAD = 16


def write_comparison_report(path, run: Run, compared: ComparedMaps) -> None:
    """Write the report of a comparison as an HTML page.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    order = _partners_first(compared)
    sections = [_maps(compared), _flow(compared, order), _measures(compared), _cross_table(compared, order)]
    details = [
        (tr("Pixels compared"), number(compared.comparison.pixels, ",")),
        (tr("With a class in the first map only"), number(compared.only_first, ",")),
        (tr("With a class in the second map only"), number(compared.only_second, ",")),
    ]
    names = tr("{first} and {second}").format(first=compared.first.map_name, second=compared.second.map_name)
    write_run_page(path, run, Subject([names], compared.grid), in_words(compared), sections, details)


def in_words(compared: ComparedMaps) -> str:
    """Sum up a comparison, such as "93.1 % of 979,919 pixels agree; adjusted Rand index 0.871, kappa 0.903."."""
    comparison = compared.comparison
    agreeing = tr("{share} % of {pixels} agree").format(
        share=number(100 * comparison.overall, ".1f"),
        pixels=counted(comparison.pixels, "{count} pixel", "{count} pixels"),
    )
    return tr("{agreeing}; adjusted Rand index {rand}, kappa {kappa}.").format(
        agreeing=agreeing, rand=signed(comparison.adjusted_rand, ".3f"), kappa=signed(comparison.kappa, ".3f")
    )


def _partners_first(compared: ComparedMaps) -> list[int]:
    """Return the places of the second map's classes: partners of the first map's, in its order, then the others."""
    partners = [column for column in compared.comparison.partners.tolist() if column != NO_PARTNER]
    return [*partners, *(column for column in range(len(compared.second.numbers)) if column not in partners)]


def _maps(compared: ComparedMaps) -> str:
    is_compared = compared.small_pairs[0] > 0
    is_same = compared.comparison.partners[compared.small_pairs[0] - 1] == compared.small_pairs[1] - 1
    agreement = np.where(is_compared, np.where(is_same, 1, 1 + compared.small_pairs[1]), 0)
    second = compared.second
    agreement_legend = [(SAME_COLOUR, tr("corresponding classes")), *_legend(second)]
    shown = [
        Picture(compared.first.map_name, as_png(compared.small_first, compared.first.colours), _legend(compared.first)),
        Picture(second.map_name, as_png(compared.small_pairs[1], second.colours), _legend(second)),
        Picture(
            tr("Where they differ, in the colours of {second}").format(second=second.map_name),
            as_png(agreement, [SAME_COLOUR, *second.colours]),
            agreement_legend,
        ),
    ]
    text = tr("Corresponding classes have the same colour.")
    return section("maps", tr("Maps"), pictures(shown), note(text))


def _legend(classes: MapClasses) -> list[tuple[tuple[int, int, int], str]]:
    return list(zip(classes.colours, classes.titles))[:MOST_IN_TABLE]


def _flow(compared: ComparedMaps, order: Sequence[int]) -> str:
    first, second = compared.first, compared.second
    right = FlowEnd([second.titles[place] for place in order], [second.colours[place] for place in order])
    drawing = flow_svg(compared.comparison.table[:, order], FlowEnd(first.titles, first.colours), right)
    caption = tr(
        "On the left the classes of {first}, on the right those of {second}, with their shares of the pixels that were "
        "compared; the bands between them are the pixels that they have in common."
    ).format(first=first.map_name, second=second.map_name)
    return section("flow", tr("Which class became which"), figure(drawing, caption=caption))


def _measures(compared: ComparedMaps) -> str:
    first, second, comparison = compared.first, compared.second, compared.comparison
    partners = comparison.partners.tolist()
    rows = [*enumerate(partners), *((None, column) for column in _partners_first(compared) if column not in partners)]
    pixels = comparison.table.sum(axis=1)
    counts = [0 if row is None else int(pixels[row]) for row, _ in rows]
    columns = [
        Column(
            tr("Class"),
            [NOTHING if row is None else first.titles[row] for row, _ in rows],
            tr("All"),
            is_text=True,
            colours=[second.colours[column] if row is None else first.colours[row] for row, column in rows],
        ),
        Column(
            tr("Corresponds to"),
            [NOTHING if column == NO_PARTNER else second.titles[column] for _, column in rows],
            is_text=True,
        ),
        Column(tr("Pixels"), [number(count, ",") for count in counts], number(sum(counts), ",")),
    ]
    area = compared.grid.pixel_area_ha
    if area is not None:
        head, areas, spec = area_column([count * area for count in counts])
        columns.append(Column(head, [number(one, spec) for one in areas], number(sum(areas), spec)))
    measures = {
        tr("Precision"): [None if row is None else comparison.precision[row] for row, _ in rows],
        tr("Recall"): [None if column == NO_PARTNER else comparison.recall[column] for _, column in rows],
        tr("F1"): [0.0 if row is None else comparison.f1[row] for row, _ in rows],
    }
    columns += [Column(head, [signed(value, ".3f") for value in values]) for head, values in measures.items()]
    text = tr(
        "Precision is the share of the pixels of a class in {first} that have the corresponding class in {second}; "
        "recall is the share of those in {second} that have it in {first}; F1 is the harmonic mean of both. Where "
        "{second} is the truth, precision is the user's and recall the producer's accuracy."
    ).format(first=first.map_name, second=second.map_name)
    overall = [
        (tr("Overall agreement"), signed(comparison.overall, ".3f")),
        (tr("Adjusted Rand index"), signed(comparison.adjusted_rand, ".3f")),
        (tr("Cohen's kappa"), signed(comparison.kappa, ".3f")),
    ]
    shown = facts([(tr("All classes"), overall)])
    return section("measures", tr("Agreement"), shown, table(tr("Measures of the classes"), columns), note(text))


def _cross_table(compared: ComparedMaps, order: Sequence[int]) -> str:
    first, second, counts = compared.first, compared.second, compared.comparison.table
    title = tr("Cross table")
    if max(counts.shape) > MOST_IN_TABLE:
        text = tr("There are too many classes to show them here; the table that the run can write (CSV) has them all.")
        return section("cross", title, note(text))
    columns = [Column(tr("Pixels"), first.titles, tr("All"), is_text=True, colours=first.colours)]
    # Long names would make the table far wider than a page; the legends above tell what numbers mean.
    is_short = max(map(len, second.titles)) <= LONGEST_HEAD
    heads = second.titles if is_short else list(map(str, second.numbers))
    for place in order:
        of_class = counts[:, place].tolist()
        columns.append(Column(heads[place], [number(one, ",") for one in of_class], number(sum(of_class), ",")))
    sums = counts.sum(axis=1).tolist()
    columns.append(Column(tr("All"), [number(one, ",") for one in sums], number(sum(sums), ",")))
    text = tr(
        "Rows are classes of {first}, columns those of {second}, in such an order that corresponding classes lie on "
        "the diagonal as far as each class has one."
    ).format(first=first.map_name, second=second.map_name)
    return section("cross", title, table(title, columns), note(text))
