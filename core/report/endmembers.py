# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of a search for endmembers."""

from __future__ import annotations

import numpy as np

from ..compute.imageset import ImageSet
from ..files.raster.preview import as_png
from ..image.mosaic import Mosaic
from ..methods.unmixing.endmembers import Endmembers
from ..wording import counted, number, tr
from .charts import Curve, SpectralAxis, sequence_chart, spectra_chart
from .making import THUMBNAIL_SIDE, Run, Subject, coordinates, image_facts, true_colour_thumbnail, write_run_page
from .parts import Column, Picture, figure, note, paragraph, pictures, section, side_by_side, table
from .results import SCREE_COMPONENTS
from .scatter import scatter_svg


def write_endmember_report(path, run: Run, found: Endmembers, images: ImageSet, mosaic: Mosaic) -> None:
    """Write the report of a search for endmembers.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    sections = [
        _spectra(found, mosaic),
        _scatter(found),
        _number(found),
        _map(found, images, mosaic),
    ]
    write_run_page(path, run, Subject.of(images, mosaic), in_words(found), sections, image_facts(images))


def in_words(found: Endmembers) -> str:
    """Sum up, such as "5 endmembers; the volume of their simplex is 1.1 in 4 components."."""
    return tr("{endmembers}; the volume of their simplex is {volume} in {components}.").format(
        endmembers=counted(len(found.classes), "{count} endmember", "{count} endmembers"),
        volume=number(found.volume, ".4g"),
        components=counted(len(found.classes) - 1, "{count} component", "{count} components"),
    )


def suggestion_in_words(found: Endmembers) -> str:
    """Say how many endmembers the image suggests."""
    return counted(
        found.suggested,
        "HySime finds {count} direction in which the signal is larger than the noise: about so many endmembers.",
        "HySime finds {count} directions in which the signal is larger than the noise: about so many endmembers.",
    )


def _spectra(found: Endmembers, mosaic: Mosaic) -> str:
    classes, titles = found.classes, found.classes.titles
    curves = [Curve(text, one, colour) for text, one, colour in zip(titles, classes.centres, classes.colours)]
    axis = SpectralAxis(classes.bands.wavelengths, classes.bands.names)
    chart = spectra_chart("spectra", tr("Endmembers"), axis, curves, tr("Reflectance"), from_zero=True)
    xs, ys = mosaic.grid.centres(found.rows, found.columns)
    columns = [
        Column(tr("Endmember"), titles, is_text=True, colours=classes.colours),
        Column(tr("Easting"), coordinates(mosaic.grid, xs)),
        Column(tr("Northing"), coordinates(mosaic.grid, ys)),
    ]
    if len(mosaic.places) > 1:
        columns.append(Column(tr("Image"), [mosaic.names[image] for image in found.images], is_text=True))
    text = tr(
        "What an endmember may be is a guess from its spectrum. The purest pixels are extreme ones: look at each on "
        "the map, as roofs, cars, glint and faults of the data are extreme too."
    )
    return section("endmembers", tr("Endmembers"), chart, table(tr("Endmembers"), columns), note(text))


def _scatter(found: Endmembers) -> str:
    shown = found.pixel_scores.shape[1]
    names, colours = [str(one) for one in found.classes.numbers], found.classes.colours
    drawings = []
    for across, up in ((0, 1), (0, 2), (1, 2)):
        if up < shown:
            axes = tuple(tr("Component {number}").format(number=axis + 1) for axis in (across, up))
            label = tr("Pixels and endmembers in the components {one} and {other}").format(one=across + 1, other=up + 1)
            pair = [across, up]
            drawing = scatter_svg(
                label, found.pixel_scores[:, pair], found.endmember_scores[:, pair], names, colours, axes
            )
            drawings.append(figure(drawing))
    if not drawings:
        return ""
    text = tr(
        "Mixtures lie between the endmembers: corners of the cloud without an endmember want more of them, and "
        "endmembers inside of it, in all pictures, may be left out."
    )
    return section("scatter", tr("Components"), side_by_side(*drawings), note(text))


def _number(found: Endmembers) -> str:
    shown = min(len(found.transform.eigenvalues), max(SCREE_COMPONENTS, len(found.classes)))
    chart = sequence_chart(
        "scree",
        tr("Share of variance (%, log scale)"),
        100 * found.transform.shares[:shown],
        tr("Component"),
        tr("Up to the dashed line: components that these endmembers span."),
        logarithmic=True,
        unit=" %",
        kept=len(found.classes) - 1,
    )
    text = tr(
        "Where the line becomes flat, noise begins. Real scenes have no true number of endmembers; fewer are easier to "
        "tell apart, and the residual of unmixing shows where one is missing."
    )
    return section("number", tr("How many"), paragraph(suggestion_in_words(found)), chart, note(text))


def _map(found: Endmembers, images: ImageSet, mosaic: Mosaic) -> str:
    picture = true_colour_thumbnail(images)
    if picture is None:
        return ""
    step = mosaic.grid.step_for(THUMBNAIL_SIDE)
    reach = max(picture.shape[:2]) // 120
    for row, column, colour in zip(found.rows // step, found.columns // step, found.classes.colours):
        for size, shade in ((reach + 1, (255, 255, 255)), (reach, colour)):
            window = tuple(slice(max(place - size, 0), place + size + 1) for place in (row, column))
            picture[window] = np.array([*shade, 255], np.uint8)
    legend = list(zip(found.classes.colours, found.classes.titles))
    return section("map", tr("Map"), pictures([Picture(tr("Endmembers in true colour"), as_png(picture), legend)]))
