# SPDX-License-Identifier: GPL-2.0-or-later
"""The section of reports on how far classes of components agree with those of all bands."""

from __future__ import annotations

from ..methods.comparison import NO_PARTNER
from ..methods.componentclasses import BandComparison, describe
from ..wording import number, tr
from .parts import NOTHING, Column, note, paragraph, section, table


def band_comparison_section(found: BandComparison, colours) -> str:
    """Return how far the classes agree, class by class; `colours` are those of the classes of components."""
    comparison = found.comparison
    partners = comparison.partners.tolist()

    def percent(shares) -> list[str]:
        return [NOTHING if share != share else number(100 * share, ".2f") for share in shares]

    columns = [
        Column(
            tr("Class"), [str(one) for one in range(1, len(partners) + 1)], tr("All"), is_text=True, colours=colours
        ),
        Column(tr("Corresponds to"), [NOTHING if one == NO_PARTNER else str(one + 1) for one in partners], ""),
        Column(
            tr("Pixels"), [number(count, ",") for count in comparison.table.sum(axis=1)], number(comparison.pixels, ",")
        ),
        Column(
            tr("In the corresponding class (%)"), percent(comparison.precision), number(100 * comparison.overall, ".2f")
        ),
        Column(tr("F1 (%)"), percent(comparison.f1), ""),
    ]
    return section(
        "bands",
        tr("Compared with all bands"),
        paragraph(describe(found)),
        table(tr("Classes of components and of bands"), columns),
        note(
            tr(
                "Both clusterings have the same settings and seed. Classes correspond so that most pixels agree. Where "
                "k-means has several solutions, the two may end in different ones, whatever the components hold: try "
                "another seed. Times are those of clustering, on the components with computing the scores."
            )
        ),
    )
