# SPDX-License-Identifier: GPL-2.0-or-later
"""The report on a tile."""

from __future__ import annotations

import numpy as np

from ..files.neon.ancillary import WEATHER_COLOURS
from ..files.neon.inspection import KEPT, Inspection, removed_runs, weather_shares
from ..files.neon.inspection import facts as facts_of
from ..image.areas import area_in_words
from ..wording import counted, number, tr
from .page import write_page
from .parts import NOTHING, Column, bullets, facts, folded, note, paragraph, section, table

# Longer units and descriptions of layers are truncated; they come from damaged files.
LONGEST_TEXT = 300


def write_inspection(path, found: Inspection) -> None:
    """Write the summary of a file as an HTML page; raises an `OutputError` when it cannot be written."""
    sections = [section("facts", tr("What the file says"), facts(facts_of(found)))]
    if found.info.notes:
        sections.append(section("notes", tr("What it does not say"), bullets(found.info.notes)))
    sections += [_weather(found), _layers(found), _bands(found)]
    write_page(path, found.info.name, _summary(found), sections)


def _summary(found: Inspection) -> str:
    info, grid = found.info, found.info.grid
    area = grid.pixel_area_ha
    extent = "" if area is None else tr(" over {area}").format(area=area_in_words(area * grid.width * grid.height))
    return tr(
        "{bands} of {width} x {height} pixels{extent}; {kept} bands are kept by the rule of NEON's tutorial, and "
        "{nodata} % of the pixels have no data."
    ).format(
        bands=counted(len(info.bands), "{count} band", "{count} bands"),
        width=grid.width,
        height=grid.height,
        extent=extent,
        kept=found.verdicts.count(KEPT),
        nodata=number(100 * found.nodata_share, ".2f"),
    )


def _weather(found: Inspection) -> str:
    title, shares = tr("Weather quality"), weather_shares(found)
    if not shares:
        return section("weather", title, paragraph(tr("This file does not say how cloudy the sky was.")))
    columns = [
        Column(tr("Cloud"), [label for label, _, _ in shares], is_text=True, colours=WEATHER_COLOURS),
        Column(tr("Pixels"), [number(pixels, ",") for _, pixels, _ in shares]),
        Column(tr("Share (%)"), [number(100 * share, ".2f") for _, _, share in shares]),
    ]
    return section(
        "weather", title, table(title, columns), note(tr("Shares are of the pixels whose weather is known."))
    )


def _layers(found: Inspection) -> str:
    title, layers = tr("Ancillary layers"), found.layers
    if not layers:
        return section("layers", title, paragraph(tr("None.")))
    columns = [
        Column(tr("Layer"), [layer.name for layer in layers], is_text=True),
        Column(tr("Type"), [layer.dtype for layer in layers]),
        # No line break inside "1000 x 1000".
        Column(tr("Shape"), ["\N{NO-BREAK SPACE}x\N{NO-BREAK SPACE}".join(map(str, layer.shape)) for layer in layers]),
        Column(tr("Unit"), [layer.unit[:LONGEST_TEXT] or NOTHING for layer in layers]),
        Column(tr("Description"), [layer.description[:LONGEST_TEXT] or NOTHING for layer in layers], is_text=True),
    ]
    warning = note(tr("Units and descriptions are those of the file, which are wrong for some layers."))
    return section("layers", title, table(title, columns), warning)


def _bands(found: Inspection) -> str:
    bands = found.info.bands
    columns = [
        Column(tr("Band"), [str(band) for band in bands.numbers]),
        Column(tr("Wavelength (nm)"), [number(wavelength, ".2f") for wavelength in bands.wavelengths]),
        Column(tr("Width (nm)"), [number(width, ".2f") if np.isfinite(width) else NOTHING for width in bands.fwhm]),
        Column(
            tr("By the rule of NEON's tutorial"),
            [tr("kept") if verdict == KEPT else verdict for verdict in found.verdicts],
            is_text=True,
        ),
    ]
    left_out = removed_runs(found)
    rule = paragraph(tr("The rule of NEON's tutorial leaves out:")) + bullets(left_out) if left_out else ""
    every = folded(counted(len(bands), "The only band", "All {count} bands"), table(tr("Bands"), columns))
    return section("bands", tr("Bands"), rule, every)
