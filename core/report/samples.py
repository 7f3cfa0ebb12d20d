# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of spectra that were sampled at places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from ..files.raster.preview import as_png
from ..image.areas import area_column
from ..spectra.classes import SpectralClasses
from ..spectra.hints import ndvi
from ..spectra.samples import Samples, Spread, Tally
from ..wording import counted, number, tr
from .charts import Curve, SpectralAxis, spectra_chart
from .making import THUMBNAIL_SIDE, Run, Subject, write_run_page
from .parts import NOTHING, Column, Picture, bullets, pictures, section, signed, table

# Of the map, where no place is.
BACKGROUND = (235, 238, 241)
# From this size of the map on, places are drawn larger than a pixel of it.
_LARGE_MAP = 150
MOST_IN_LEGEND = 30
# A class with fewer pixels tells little of its spread.
FEW_PIXELS = 10


def write_sample_report(
    path, run: Run, samples: Samples, classes: SpectralClasses, spreads: Mapping[int, Spread]
) -> None:
    """Write the report of samples as an HTML page.

    Parameters
    ----------
    path : str or path
    run : Run
    samples : Samples
    classes : SpectralClasses
        Those of the samples.
    spreads : mapping of int to Spread
        Of each class, by its number.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    sections = [
        spectra_section(samples, classes, spreads),
        places_section(samples, classes),
        section("map", tr("Map"), pictures([_map(samples, classes)])),
    ]
    subject, details = Subject([samples.name], samples.grid, samples.bands), [(tr("Bands used"), len(samples.bands))]
    write_run_page(path, run, subject, in_words(samples), sections, details)


def in_words(samples: Samples) -> str:
    """Sum up samples, such as "312 pixels of 5 classes, from 40 features."."""
    words = tr("{pixels} of {classes}").format(
        pixels=counted(len(samples), "{count} pixel", "{count} pixels"),
        classes=counted(len(samples.numbers), "{count} class", "{count} classes"),
    )
    features = len(np.unique(samples.places.members[1]))
    if not features:
        return f"{words}."
    return tr("{words}, from {features}.").format(
        words=words, features=counted(features, "{count} feature", "{count} features")
    )


def lost_in_words(samples: Samples, with_single: bool = True) -> list[str]:
    """Return a sentence for each class of which something is not used or, with `with_single`, one pixel is left."""
    sentences = []
    for index, tally in samples.tallies.items():
        name = samples.places.name(index)
        reasons = []
        if tally.outside:
            reasons.append(counted(tally.outside, "{count} feature lies outside", "{count} features lie outside"))
        if tally.narrow:
            reasons.append(
                counted(
                    tally.narrow,
                    "of {count} feature the buffer leaves nothing",
                    "of {count} features the buffer leaves nothing",
                )
            )
        if tally.no_data:
            reasons.append(counted(tally.no_data, "{count} pixel has no data", "{count} pixels have no data"))
        if tally.below_limits:
            reasons.append(
                counted(
                    tally.below_limits,
                    "{count} pixel is not green or bright enough",
                    "{count} pixels are not green or bright enough",
                )
            )
        if not tally.pixels:
            reasons.insert(0, tr("no pixel is left"))
            if tally.shared:
                reasons.append(
                    counted(
                        tally.shared,
                        "{count} pixel is claimed by another class too",
                        "{count} pixels are claimed by other classes too",
                    )
                )
        elif tally.pixels == 1 and with_single:
            reasons.insert(0, tr("there is one pixel, so that its spread is not known"))
        if reasons:
            sentences.append(tr("{name}: {reasons}.").format(name=name, reasons=", ".join(reasons)))
    return sentences


def spectra_section(samples: Samples, classes: SpectralClasses, spreads: Mapping[int, Spread]) -> str:
    """Return a chart and a table of the classes of samples; see `write_sample_report`."""
    bands = samples.bands
    curves = [
        Curve(_title(samples, index), spread.mean, classes.colours[index - 1], spread.low, spread.high)
        for index, spread in spreads.items()
    ]
    caption = tr("Lines are means; the shading leaves out the lowest and the highest 5 % of the pixels of a class.")
    axis = SpectralAxis(bands.wavelengths, bands.names)
    chart = spectra_chart("spectra", tr("Class spectra"), axis, curves, tr("Reflectance"), caption, from_zero=True)
    counts = [spread.count for spread in spreads.values()]
    columns = [
        Column(
            tr("Class"),
            [_title(samples, index) for index in spreads],
            tr("All"),
            is_text=True,
            colours=[classes.colours[index - 1] for index in spreads],
        ),
        Column(tr("Pixels"), [number(count, ",") for count in counts], number(sum(counts), ",")),
    ]
    if None not in classes.areas_ha:
        head, areas, spec = area_column(classes.areas_ha)
        columns.append(Column(head, [number(area, spec) for area in areas], number(sum(areas), spec)))
    indices = [ndvi(spread.mean, bands.wavelengths) for spread in spreads.values()]
    if any(index is not None for index in indices):
        columns.append(Column(tr("NDVI of the mean"), [signed(index, ".2f") for index in indices]))
    return section("classes", tr("Classes"), chart, table(tr("Classes"), columns))


def _title(samples: Samples, index: int) -> str:
    return f"{index} {samples.places.names.get(index, '')}".strip()


def places_section(samples: Samples, classes: SpectralClasses) -> str:
    """Return a table of what became of the places of each class."""
    tallies = samples.tallies
    names = [_title(samples, index) for index in tallies]
    colours = [classes.colours[index - 1] if index <= len(classes.colours) else BACKGROUND for index in tallies]
    rows = list(tallies.values())
    columns = [
        Column(tr("Class"), names, tr("All"), is_text=True, colours=colours),
        *(
            _tally_column(head, [getattr(tally, part) for tally in rows])
            for head, part in (
                (tr("Features"), "features"),
                (tr("Outside"), "outside"),
                (tr("Nothing left by the buffer"), "narrow"),
                (tr("Pixels used"), "pixels"),
                (tr("Without data"), "no_data"),
                (tr("Not green or bright enough"), "below_limits"),
                (tr("Claimed by several classes"), "shared"),
            )
            if part == "pixels" or any(getattr(tally, part) for tally in rows)
        ),
    ]
    return section("places", tr("Places"), table(tr("What became of the places"), columns), *_notes(samples, rows))


def _tally_column(head: str, counts: Sequence[int]) -> Column:
    return Column(head, [number(count, ",") if count else NOTHING for count in counts], number(sum(counts), ","))


def _notes(samples: Samples, rows: Sequence[Tally]) -> list[str]:
    notes = []
    few = [samples.places.name(index) for index, tally in samples.tallies.items() if 0 < tally.pixels < FEW_PIXELS]
    if few:
        text = tr("Classes with fewer than {few} pixels, whose spread is hardly known: {names}.")
        notes.append(bullets([text.format(few=FEW_PIXELS, names=", ".join(few))]))
    return notes


def _map(samples: Samples, classes: SpectralClasses) -> Picture:
    grid, places = samples.grid, samples.places
    step = grid.step_for(THUMBNAIL_SIDE)
    height, width = -(-grid.height // step), -(-grid.width // step)
    picture = np.full((height, width, 3), BACKGROUND, np.uint8)
    colours = np.array(classes.colours, np.uint8)[places.classes - 1]
    rows, columns = places.rows // step, places.columns // step
    reach = 1 if max(height, width) >= _LARGE_MAP else 0
    for down in range(-reach, reach + 1):
        for right in range(-reach, reach + 1):
            picture[np.clip(rows + down, 0, height - 1), np.clip(columns + right, 0, width - 1)] = colours
    legend = [
        (classes.colours[index - 1], _title(samples, index)) for index in classes.numbers.tolist()[:MOST_IN_LEGEND]
    ]
    return Picture(tr("Places in the image"), as_png(picture), legend)
