# SPDX-License-Identifier: GPL-2.0-or-later
"""The section of reports on how sure classes are."""

from __future__ import annotations

import numpy as np

from ..compute.blockmap import Output, whole_map
from ..compute.imageset import ImageSet
from ..constants import NODATA
from ..image.mosaic import Mosaic
from ..methods.kmeans.certainty import Certainty, describe_unclassified
from ..methods.kmeans.certaintymaps import pixel_distances, pixel_margins
from ..methods.kmeans.classification import Classification
from ..wording import number, tr
from .parts import NOTHING, Column, note, paragraph, pictures, section, table
from .values import value_picture

_AMOUNTS = Output(1, np.dtype(np.float32), NODATA)


def certainty_section(images: ImageSet, mosaic: Mosaic, classification: Classification, longest_side: int) -> str:
    """Return maps of margin and distance, and a table of the classes.

    Parameters
    ----------
    images : ImageSet
    mosaic : Mosaic
    classification : Classification
        With its certainty.
    longest_side : int
        Of the maps, in pixels.
    """
    certainty, step = classification.certainty, mosaic.grid.step_for(longest_side)
    shown = []
    if len(classification.numbers) > 1:
        margins = whole_map(images, mosaic, pixel_margins, _AMOUNTS, step)[0]
        shown.append(value_picture(tr("Margin to the second class (reflectance)"), margins, 0.0))
    distances = whole_map(images, mosaic, pixel_distances, _AMOUNTS, step)[0]
    shown.append(value_picture(tr("Distance to the centre of the class (reflectance)"), distances))
    content = [pictures(shown), _table(classification, certainty)]
    content.append(
        note(
            tr(
                "The margin is the distance to the nearest other centre less that to the centre of the class: where it "
                "is near 0, two classes fit equally well. Distances are the root of the sum of squared differences "
                "over all bands or components; the standard deviation is the root of the mean squared distance of the "
                "pixels of a class."
            )
        )
    )
    if certainty.unclassified is not None:
        content.append(paragraph(describe_unclassified(certainty.unclassified, int(certainty.sums.counts.sum()))))
        content.append(
            note(tr("Pixels, shares and spectra of the other tables count unclassified pixels with their class."))
        )
    return section("certainty", tr("How sure the classes are"), *content)


def _table(classification: Classification, certainty: Certainty) -> str:
    sums, colours = certainty.sums, classification.classes.colours

    def numbers(values) -> list[str]:
        return [number(value, ".4f") if count else NOTHING for value, count in zip(values, sums.counts)]

    columns = [
        Column(tr("Class"), [str(one) for one in classification.classes.numbers], is_text=True, colours=colours),
        Column(tr("Standard deviation"), numbers(sums.deviations)),
    ]
    if len(colours) > 1:
        columns.append(Column(tr("Mean margin"), numbers(sums.mean_margins)))
    if sums.pairs is not None:
        columns.append(Column(tr("Most often second"), [_most_often(row) for row in sums.pairs], is_text=True))
    if certainty.limits is not None:
        columns.append(Column(tr("Largest distance"), numbers(certainty.limits)))
        columns.append(Column(tr("Unclassified pixels"), [number(count, ",") for count in certainty.beyond]))
    return table(tr("Certainty of the classes"), columns)


def _most_often(counts: np.ndarray) -> str:
    """Return which class is most often second, given how often each one is."""
    total = counts.sum()
    if not total:
        return NOTHING
    first = int(counts.argmax())
    return tr("{number} ({share} % of the pixels)").format(
        number=first + 1, share=number(100 * counts[first] / total, ".0f")
    )
