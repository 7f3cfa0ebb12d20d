# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of anomalies: maps, how many pixels exceed which score, the strongest ones with their spectra."""

from __future__ import annotations

import numpy as np

from ..compute.imageset import ImageSet
from ..constants import NODATA
from ..files.raster.preview import as_png
from ..image.mosaic import Mosaic
from ..methods.anomalies import Anomalies, in_words
from ..methods.chisquare import chi_square_quantile
from ..wording import number, tr
from .charts import LINE_COLOURS, Curve, SpectralAxis, spectra_chart
from .making import THUMBNAIL_SIDE, Run, Subject, coordinates, image_facts, true_colour_thumbnail, write_run_page
from .parts import Column, Picture, note, paragraph, pictures, section, table
from .values import value_picture

# Of pixels of a normal distribution, this share stays below the scores in the table.
_PROBABILITIES = (0.9, 0.99, 0.999, 0.9999)
_BACKGROUND, _ANOMALY = (221, 221, 221), (0, 158, 115)
# Spectra that are visible at first.
_FIRST_SPECTRA = 5


def write_anomaly_report(path, run: Run, found: Anomalies, images: ImageSet, mosaic: Mosaic) -> None:
    """Write the report of anomalies.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    sections = [
        section("map", tr("Map"), pictures(_maps(found, images, mosaic))),
        section("scores", tr("Scores"), *_scores(found, images)),
    ]
    if found.count:
        sections.append(section("strongest", tr("Strongest anomalies"), *_strongest(found, images, mosaic)))
    summary = in_words(found, images.pixels)
    write_run_page(path, run, Subject.of(images, mosaic), summary, sections, image_facts(images))


def _maps(found: Anomalies, images: ImageSet, mosaic: Mosaic) -> list[Picture]:
    scores = found.scores
    step = mosaic.grid.step_for(THUMBNAIL_SIDE)
    # A thumbnail of every n-th pixel would miss most anomalies: it shows the highest score around each.
    rows, columns = (np.arange(0, size, step) for size in scores.shape)
    small = np.maximum.reduceat(np.maximum.reduceat(scores, rows, axis=0), columns, axis=1)
    classes = np.where(small == NODATA, 0, np.where(small >= np.float32(found.limit), 2, 1))
    legend = [(_ANOMALY, tr("anomaly")), (_BACKGROUND, tr("background"))]
    shown = [
        Picture(tr("Anomalies"), as_png(classes, [_BACKGROUND, _ANOMALY]), legend),
        value_picture(tr("RX score"), small),
    ]
    natural = true_colour_thumbnail(images)
    return shown if natural is None else [*shown, Picture(tr("True colour"), as_png(natural))]


def _scores(found: Anomalies, images: ImageSet) -> list[str]:
    bands = len(images.template.bands)
    limits = [chi_square_quantile(probability, bands) for probability in _PROBABILITIES]
    counts = [found.above(limit) for limit in limits]
    columns = [
        Column(tr("Probability"), [number(probability) for probability in _PROBABILITIES], is_text=True),
        Column(tr("Score"), [number(limit, ".1f") for limit in limits]),
        Column(
            tr("Pixels above it, normal distribution"),
            [number((1 - probability) * images.pixels, ",.0f") for probability in _PROBABILITIES],
        ),
        Column(tr("Pixels above it, this image"), [number(count, ",") for count in counts]),
        Column(tr("Share (%)"), [number(100 * count / images.pixels, ".3f") for count in counts]),
    ]
    return [
        table(tr("How many pixels exceed which score"), columns),
        note(
            tr(
                "The score is the squared distance of a spectrum to the mean of the image, in units of the spread of "
                "all pixels in that direction (Mahalanobis); of a normal distribution, it follows a chi-square "
                "distribution with as many degrees of freedom as bands. An image of several surfaces is no normal "
                "distribution, so that more pixels exceed a score: where there are too many, set a share."
            )
        ),
    ]


def _strongest(found: Anomalies, images: ImageSet, mosaic: Mosaic) -> list[str]:
    bands = images.template.bands
    numbers = [str(place + 1) for place in range(len(found.rows))]
    colours = [LINE_COLOURS[place % len(LINE_COLOURS)] for place in range(len(found.rows))]
    scores = found.scores[found.rows, found.columns]
    xs, ys = mosaic.grid.centres(found.rows, found.columns)
    columns = [
        Column(tr("Rank"), numbers, is_text=True, colours=colours),
        Column(tr("RX score"), [number(score, ",.1f") for score in scores]),
        Column("x", coordinates(mosaic.grid, xs)),
        Column("y", coordinates(mosaic.grid, ys)),
    ]
    curves = [
        Curve(tr("Mean of the image"), found.moments.mean, (0, 0, 0)),
        *(
            Curve(tr("Anomaly {rank}").format(rank=text), spectrum, colour, shown=place < _FIRST_SPECTRA)
            for place, (text, spectrum, colour) in enumerate(zip(numbers, found.spectra, colours))
        ),
    ]
    axis = SpectralAxis(bands.wavelengths, bands.names)
    return [
        paragraph(tr("The pixels with the highest scores, at the coordinates of their centres.")),
        table(tr("Strongest anomalies"), columns),
        spectra_chart("spectra", tr("Spectra of the strongest anomalies"), axis, curves, tr("Reflectance")),
    ]
