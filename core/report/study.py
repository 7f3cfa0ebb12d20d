# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of a study of clusters, subsets of the bands, and components."""

from __future__ import annotations

import numpy as np

from ..compute.imageset import ImageSet
from ..constants import ON_COMPONENTS
from ..image.mosaic import Mosaic
from ..methods.study import MEGABYTE, Study, clustered_in_words, similar_in_words
from ..wording import counted, number, tr
from .charts import LINE_COLOURS, Curve, rounded, spectra_chart
from .heatmap import heat_map_svg
from .making import Run, Subject, image_facts, write_run_page
from .parts import Column, figure, note, section, table

_DIGITS = 5


def write_study_report(path, run: Run, study: Study, images: ImageSet, mosaic: Mosaic) -> None:
    """Write the report of a study of images.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    sections = [
        section("agreement", tr("Agreement with the reference"), *_agreement(study)),
        section("combinations", tr("All combinations"), _table(study), note(_what_is_measured())),
    ]
    write_run_page(path, run, Subject.of(images, mosaic), similar_in_words(study), sections, image_facts(images))


def _what_is_measured() -> str:
    return tr(
        "Time is that of components, scores and clustering, without reading. Memory is what the values and k-means "
        "take if only this combination is run. *: stopped before the classes settled."
    )


def _agreement(study: Study) -> list[str]:
    factors = study.plan.factors
    series = [(clusters, space) for space in study.plan.spaces for clusters in study.plan.clusters]
    found = {(one.clusters, one.space, one.factor): one for one in study.combinations}
    shares = np.array(
        [[100 * found[(*one, factor)].comparison.overall for factor in factors] for one in series], dtype=float
    )
    texts = [[number(share, ".1f") for share in row] for row in shares]
    heat = heat_map_svg(
        tr("Share of the pixels that have the class of the reference, in per cent"),
        [_series_name(*one) for one in series],
        [f"{factor} ({study.bands_of(factor)})" for factor in factors],
        tr("Every n-th band (number of bands)"),
        shares,
        texts,
    )
    # From few bands to many. Curves of components, which would hide those of bands, are shown when the reader asks.
    curves = [
        Curve(_series_name(*one), row[::-1], LINE_COLOURS[index % len(LINE_COLOURS)], one[1] == study.plan.spaces[0])
        for index, (one, row) in enumerate(zip(series, shares))
    ]
    content = [figure(heat, tr("Pixels with the class of the reference (%)"))]
    if len(factors) > 1:
        content.append(
            spectra_chart(
                "curve",
                tr("Agreement against bands kept"),
                _BandsKept(study),
                curves,
                tr("Agreement (%)"),
            )
        )
    content.append(
        note(
            tr(
                "The reference has the same number of clusters and {bands}. Classes correspond so that most pixels "
                "agree. All combinations with the same number of clusters start from the same spectra."
            ).format(bands=clustered_in_words(study.combinations[0]))
        )
    )
    return content


def _series_name(clusters: int, space: int) -> str:
    return (
        counted(clusters, "{count} cluster, components", "{count} clusters, components")
        if space == ON_COMPONENTS
        else counted(clusters, "{count} cluster, bands", "{count} clusters, bands")
    )


class _BandsKept:
    """The axis of the chart, see `charts.SpectralAxis`: how many bands are kept, ascending."""

    def __init__(self, study: Study):
        self._bands = [study.bands_of(factor) for factor in study.plan.factors[::-1]]
        self._names = [
            counted(bands, "{count} band (one in {factor})", "{count} bands (one in {factor})", factor=factor)
            for bands, factor in zip(self._bands, study.plan.factors[::-1])
        ]

    def values(self, curve) -> list[float | None]:
        """Return the values of a curve."""
        return rounded(curve, _DIGITS)

    def as_dict(self) -> dict:
        """Return what the script needs to draw the axis."""
        return {"title": tr("Bands kept"), "positions": [float(one) for one in self._bands], "names": self._names}


def _table(study: Study) -> str:
    found = study.combinations

    def column(head: str, text, is_text: bool = False) -> Column:
        return Column(head, [text(one) for one in found], is_text=is_text)

    return table(
        tr("All combinations"),
        [
            column(tr("Clusters"), lambda one: str(one.clusters), is_text=True),
            column(tr("Every n-th band"), lambda one: str(one.factor)),
            column(tr("Clustered"), clustered_in_words, is_text=True),
            column(tr("Agreement (%)"), lambda one: number(100 * one.comparison.overall, ".2f")),
            column(tr("Adjusted Rand"), lambda one: number(one.comparison.adjusted_rand, ".4f")),
            column(tr("Iterations"), lambda one: f"{one.iterations}{'' if one.converged else '*'}"),
            column(tr("Time (s)"), lambda one: number(one.seconds, ".2f")),
            column(tr("Memory (MB)"), lambda one: number(one.memory / MEGABYTE, ",.0f")),
        ],
    )
