# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of absorption features."""

from __future__ import annotations

import numpy as np

from ..constants import NODATA
from ..image.bands import Bands
from ..image.grid import Grid
from ..methods.continuum import AbsorptionFeatures
from ..wording import counted, number, tr
from .making import Run, Subject, write_run_page
from .parts import NOTHING, Column, figure, note, pictures, section, side_by_side, table
from .values import histogram_svg, value_picture


def write_continuum_report(path, run: Run, found: AbsorptionFeatures, bands: Bands, grid: Grid, name: str) -> None:
    """Write the report of absorption features.

    Parameters
    ----------
    path : str or path
    run : Run
    found : AbsorptionFeatures
    bands : Bands
        Those that were read.
    grid : Grid
    name : str
        Of the image.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    sections = [_range(number, title, maps) for number, (title, maps) in enumerate(zip(found.titles, found.maps))]
    sections.append(_values(found))
    details = [(tr("Bands used"), len(bands))]
    write_run_page(path, run, Subject([name], grid, bands), in_words(found), sections, details)


def in_words(found: AbsorptionFeatures) -> str:
    """Sum up, such as "Absorption in 1 range of wavelengths, of 969,032 pixels."."""
    return tr("Absorption in {ranges}, of {pixels}.").format(
        ranges=counted(len(found.titles), "{count} range of wavelengths", "{count} ranges of wavelengths"),
        pixels=counted(found.pixels, "{count} pixel", "{count} pixels"),
    )


def _range(place: int, title: str, maps: np.ndarray) -> str:
    depth, position, area = maps
    shown = [
        value_picture(tr("Depth"), depth, 0.0),
        value_picture(tr("Position of the deepest band (nm)"), position),
        value_picture(tr("Area (nm)"), area, 0.0),
    ]
    bars = [
        figure(histogram_svg(tr("How often depths occur"), depth, tr("Depth"))),
        figure(histogram_svg(tr("How often positions occur"), position, tr("Position (nm)"))),
    ]
    return section(f"range{place}", title, pictures(shown), side_by_side(*bars))


def _values(found: AbsorptionFeatures) -> str:
    columns = [Column(tr("Range"), found.titles, is_text=True)]
    for kind, (head, spec) in enumerate(
        ((tr("Depth"), ".4f"), (tr("Position (nm)"), ",.1f"), (tr("Area (nm)"), ".3f"))
    ):
        columns.append(Column(head, [_median(maps[kind], spec) for maps in found.maps]))
    text = tr(
        "Medians of the pictures, which have evenly spaced pixels of large images. The depth is the share of the light "
        "that the feature takes away, 0 to 1. Where it is small, the position is that of noise."
    )
    return section("values", tr("Medians"), table(tr("Medians"), columns), note(text))


def _median(values: np.ndarray, spec: str) -> str:
    values = values[values != NODATA]
    return number(float(np.median(values)), spec) if len(values) else NOTHING
