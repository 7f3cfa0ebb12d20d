# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of unmixing: abundance maps, mean shares, what is not explained, and how alike endmembers are."""

from __future__ import annotations

from ..constants import NODATA, UNCONSTRAINED
from ..files.raster.preview import as_png
from ..image.areas import area_column
from ..image.grid import Grid
from ..methods.unmixing.abundances import Unmixed, alike_in_words, correlations
from ..spectra.classes import SpectralClasses
from ..wording import counted, number, tr
from .charts import Curve, SpectralAxis, spectra_chart
from .heatmap import heat_map_svg
from .making import Run, Subject, write_run_page
from .parts import Column, Picture, bullets, figure, note, pictures, section, side_by_side, signed, table
from .values import histogram_svg, value_picture

# Pixels whose abundance is above this consist almost of one endmember.
_NEARLY_PURE = 0.9
_SHORT_TITLE = 24


def write_unmixing_report(path, run: Run, found: Unmixed, method: int, grid: Grid, name: str) -> None:
    """Write the report of unmixing.

    Parameters
    ----------
    path : str or path
    run : Run
    found : Unmixed
    method : int
        See `Unmixing`.
    grid : Grid
    name : str
        Of the image.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    classes = found.classes
    sections = [
        _maps(found, method),
        _shares(found),
        _residual(found),
        _endmembers(classes),
    ]
    details = [(tr("Bands used"), len(classes.bands))]
    write_run_page(path, run, Subject([name], grid, classes.bands), in_words(found), sections, details)


def in_words(found: Unmixed) -> str:
    """Sum up, such as "4 endmembers explain 969,032 pixels with an RMSE of 0.0123 (reflectance)."."""
    return tr("{endmembers} explain {pixels} with an RMSE of {rmse} (reflectance).").format(
        endmembers=counted(len(found.classes), "{count} endmember", "{count} endmembers"),
        pixels=counted(int(found.classes.counts.sum()), "{count} pixel", "{count} pixels"),
        rmse=number(found.rmse, ".3g"),
    )


def _maps(found: Unmixed, method: int) -> str:
    titles = found.classes.titles
    # Without constraints, abundances may be anything.
    limits = (None, None) if method == UNCONSTRAINED else (0.0, 1.0)
    shown = [value_picture(text, values, *limits) for text, values in zip(titles, found.maps)]
    dominant = Picture(
        tr("Endmember with most of the pixel"),
        as_png(found.dominant, found.classes.colours),
        list(zip(found.classes.own_colours, titles)),
    )
    return section("maps", tr("Abundances"), pictures([*shown, dominant]))


def _shares(found: Unmixed) -> str:
    classes, counts = found.classes, found.classes.counts
    has_data = found.maps[-1] != NODATA
    pixels = max(int(has_data.sum()), 1)
    pure = [(values[has_data] > _NEARLY_PURE).sum() / pixels for values in found.maps[:-1]]
    columns = [
        Column(tr("Endmember"), classes.titles, is_text=True, colours=classes.own_colours),
        Column(tr("Mean abundance"), [signed(one, ".4f") for one in found.means]),
        Column(tr("Pixels of which it is most"), [number(one, ",") for one in counts.tolist()]),
    ]
    if None not in classes.areas_ha:
        whole = counts.sum() * classes.pixel_area_ha
        head, areas, spec = area_column([mean * whole for mean in found.means])
        columns.append(Column(head, [signed(area, spec) for area in areas]))
    columns.append(
        Column(
            tr("Pixels above {share} (%)").format(share=number(_NEARLY_PURE, "g")),
            [number(100 * one, ".1f") for one in pure],
        )
    )
    text = tr(
        "The area is that of all pixels times the mean abundance; pixels above a share are counted in the pictures, "
        "which have evenly spaced pixels of large images."
    )
    return section("shares", tr("Mean shares"), table(tr("Mean shares"), columns), note(text))


def _residual(found: Unmixed) -> str:
    values = found.maps[-1]
    picture = pictures([value_picture(tr("RMSE (reflectance)"), values, 0.0)])
    bars = figure(histogram_svg(tr("How often residuals occur"), values, tr("RMSE (reflectance)")))
    text = tr(
        "The residual is what no mixture of the endmembers explains. Where it is large and forms patches, an endmember "
        "is missing: sample it there. A small residual does not prove that the endmembers are the right ones."
    )
    return section("residual", tr("Residual"), side_by_side(picture, bars), note(text))


def _endmembers(classes: SpectralClasses) -> str:
    titles = classes.titles
    curves = [
        Curve(text, spectrum, colour) for text, spectrum, colour in zip(titles, classes.centres, classes.own_colours)
    ]
    axis = SpectralAxis(classes.bands.wavelengths, classes.bands.names)
    content = [spectra_chart("spectra", tr("Endmembers"), axis, curves, tr("Reflectance"), from_zero=True)]
    found = correlations(classes)
    if len(classes) > 1:
        texts = [[signed(one, ".3f") for one in row] for row in found]
        heads = [text if len(text) <= _SHORT_TITLE else f"{text[: _SHORT_TITLE - 1]}…" for text in titles]
        numbers = [str(one) for one in classes.numbers]
        label = tr("Correlation of each two endmembers")
        heat = heat_map_svg(label, heads, numbers, tr("Endmember"), found, texts)
        content.append(figure(heat, tr("Correlation of endmembers")))
        content.append(bullets(alike_in_words(classes)))
    return section("endmembers", tr("Endmembers"), *content)
