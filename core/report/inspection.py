# SPDX-License-Identifier: GPL-2.0-or-later
"""The report on a tile."""

from __future__ import annotations

import numpy as np

from ..files.neon.ancillary import WEATHER_COLOURS
from ..files.neon.inspection import (
    KEPT,
    MOST_SEAMS,
    Inspection,
    good_band,
    removed_runs,
    seams_in_words,
    sun_in_words,
    weather_shares,
)
from ..files.neon.inspection import facts as facts_of
from ..files.neon.look import MeanSpectrum
from ..files.raster.preview import as_png
from ..image.areas import area_in_words
from ..image.pixels import Pixels
from ..methods.composite import composite_image
from ..wording import counted, number, tr
from .charts import LINE_COLOURS, Curve, SpectralAxis, spectra_chart
from .making import Run, Subject, write_run_page
from .parts import (
    NOTHING,
    Column,
    Picture,
    bullets,
    facts,
    folded,
    note,
    paragraph,
    pictures,
    section,
    signed,
    table,
)

# Longer units and descriptions of layers are truncated; they come from damaged files.
LONGEST_TEXT = 300


def write_inspection(path, run: Run, found: Inspection, picture: Pixels | None, spectrum: MeanSpectrum | None) -> None:
    """Write the summary of a file as an HTML page.

    Parameters
    ----------
    path : str or path
    run : Run
    found : Inspection
    picture : Pixels or None
        Red, green and blue, see `look.read_picture`.
    spectrum : MeanSpectrum or None

    Raises
    ------
    OutputError
        If the page cannot be written.
    """
    info = found.info
    sections = [
        _picture(picture),
        section("facts", tr("What the file says"), facts(facts_of(found))),
        section("notes", tr("What it does not say"), bullets(info.notes)) if info.notes else "",
        _spectrum(spectrum),
        section("sun", tr("Sun"), bullets(sun_in_words(found)), note(_about_angles())) if found.sun else _no_sun(found),
        _seams(found),
        _weather(found),
        _layers(found),
        _bands(found),
    ]
    write_run_page(path, run, Subject([info.name], info.grid, info.bands), _summary(found), sections, [])


def _picture(pixels: Pixels | None) -> str:
    if pixels is None:
        return ""
    return section("picture", tr("Picture"), pictures([Picture(tr("True colour"), as_png(composite_image(pixels)))]))


def _spectrum(spectrum: MeanSpectrum | None) -> str:
    title = tr("Mean spectrum")
    if spectrum is None:
        return section(
            "spectrum", title, paragraph(tr("It is not known: no pixel that was read has data, or they are damaged."))
        )
    axis = SpectralAxis(spectrum.bands.wavelengths, spectrum.bands.names)
    curve = Curve(tr("Mean"), spectrum.mean, LINE_COLOURS[0], spectrum.low, spectrum.high)
    caption = counted(
        spectrum.pixels,
        "The line is the mean of {count} pixel; bands in windows of water vapour are left out.",
        "The line is the mean of {count} pixels that are spread over the tile, the shading leaves out the lowest and "
        "the highest 5 % of them; bands in windows of water vapour are left out.",
    )
    if spectrum.step > 1:
        caption += " " + tr("Every {step}th band was read.").format(step=spectrum.step)
    chart = spectra_chart("spectrum", title, axis, [curve], tr("Reflectance"), caption, from_zero=True)
    return section("spectra", title, chart)


def _no_sun(found: Inspection) -> str:
    return section("sun", tr("Sun"), paragraph(sun_in_words(found)[0]))


def _about_angles() -> str:
    return tr("The zenith angle is that between sun and straight above; the azimuth is counted from north over east.")


def _seams(found: Inspection) -> str:
    title, seams = tr("Seams between flight lines"), found.seams[:MOST_SEAMS]
    if not seams:
        return section("seams", title, paragraph(seams_in_words(found)[0]))
    columns = [
        Column(tr("Lines"), [_pair(found, seam) for seam in seams], is_text=True),
        Column(tr("Neighbouring pixels"), [number(seam.pairs, ",") for seam in seams]),
        Column(tr("Difference across"), [number(seam.across, ".4f") for seam in seams]),
        Column(tr("Beside"), [signed(seam.beside, ".4f") for seam in seams]),
        Column(tr("Ratio"), [signed(seam.ratio, ".2f") for seam in seams]),
        Column(tr("Second less first"), [signed(seam.shift, ".4f") for seam in seams]),
    ]
    text = tr(
        "Mean absolute differences of reflectance in {band}: of neighbouring pixels of two lines, and of the "
        "neighbours next to them that are of one line. A ratio near 1 is no seam; where it is larger, lines differ in "
        "light, view or correction, and classes may follow the seam."
    ).format(band=good_band(found))
    return section("seams", title, bullets(seams_in_words(found)[:MOST_SEAMS]), table(title, columns), note(text))


def _pair(found: Inspection, seam) -> str:
    return tr("{first}, {second}").format(first=found.lines.name(seam.first), second=found.lines.name(seam.second))


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
