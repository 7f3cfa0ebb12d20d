# SPDX-License-Identifier: GPL-2.0-or-later
"""Writing class rasters, with their colours, names and attribute table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from ...compute.blockmap import Output, Window
from ...constants import NO_CLASS
from ...errors import OutputError, ParameterError, in_one_line
from ...image.areas import area_ha
from ...image.grid import Grid
from ...image.slices import aligned_slices, relative
from ...progress import Progress
from ...wording import number, tr
from ..gdalerrors import attempt
from .palette import unclassified_colour
from .style import class_style
from .writer import FEW_VALUES_OPTIONS, RasterWriter


def write_classes(
    path,
    grid: Grid,
    classes: np.ndarray | Iterable[Window],
    counts: Sequence[int],
    colours: Sequence[tuple[int, int, int]],
    labels: Sequence[str],
    pixel_area_ha: float | None = None,
    progress: Progress | None = None,
    columns: Mapping[str, Sequence[str]] | None = None,
    unclassified: int | None = None,
    band_name: str = "Class",
    metadata: Mapping[str, str] | None = None,
) -> None:
    """Write a class raster with its colours, names and attribute table.

    Parameters
    ----------
    path : str or path
        The file to write; its attribute table goes to a sidecar file (.aux.xml).
    classes : ndarray of integers, shape (rows, columns), or iterable of Window
        Classes from 1; `class_output` says what is no data and which type is written.
    counts, colours, labels : sequence
        Number of pixels, (red, green, blue) and name of each class, from class 1. The legend shows the share of the
        pixels behind the name.
    pixel_area_ha : float, optional
        Area of a pixel in hectares; without it the attribute table gives no areas.
    progress : Progress, optional
    columns : mapping of str to sequence of str, optional
        Further columns of the attribute table, by their headings.
    unclassified : int, optional
        How many pixels are unclassified, which are 0 and have a category of their own; by default there is no such
        category, and 0 is no data.
    band_name : str
    metadata : mapping of str to str, optional
        Of the whole raster.

    Raises
    ------
    OutputError
        When the file cannot be written.
    ParameterError
        When there are more than 65,535 classes, or an array does not have the size of the grid.
    """
    progress = progress or Progress()
    # Some characters that cannot be printed make a style or sidecar file unreadable.
    labels, *texts = ([in_one_line(text, len(text)) for text in of] for of in (labels, *(columns or {}).values()))
    columns = dict(zip(columns or {}, texts))
    output, first = class_output(len(counts), unclassified is not None), 1
    if unclassified is not None:
        counts, colours = [unclassified, *counts], [unclassified_colour(colours), *colours]
        labels, first = [tr("unclassified"), *labels], NO_CLASS
        columns = {name: ["", *texts] for name, texts in columns.items()}
    windows = [_whole(classes, grid)] if isinstance(classes, np.ndarray) else classes
    with RasterWriter(
        path,
        grid,
        output.dtype,
        nodata=output.nodata,
        names=[band_name],
        metadata=dict(metadata or {}),
        options=FEW_VALUES_OPTIONS,
        overviews="NEAREST",
        progress=progress,
    ) as writer:
        _, failure = attempt(_describe_classes, writer.band(0), counts, colours, labels, pixel_area_ha, columns, first)
        if failure:
            raise OutputError(
                tr("The classes of {path} cannot be described ({reason}).").format(path=path, reason=failure)
            )
        writer.style = class_style(counts, colours, _with_shares(labels, counts), first)
        for window in windows:
            for rows in aligned_slices(window.rows.start, window.rows.stop, writer.block[0]):
                part = window.values[0, relative(rows, window.rows.start)].astype(output.dtype, copy=False)
                writer.write(part, row=rows.start, column=window.columns.start)
                progress.report(rows.stop / grid.height)


def _whole(classes: np.ndarray, grid: Grid) -> Window:
    if classes.shape != (grid.height, grid.width):
        raise ParameterError(
            tr("The classes have {rows} x {columns} pixels but the grid {height} x {width}.").format(
                rows=classes.shape[0], columns=classes.shape[1], height=grid.height, width=grid.width
            )
        )
    return Window(slice(0, grid.height), slice(0, grid.width), classes[np.newaxis])


def class_output(classes: int, with_unclassified: bool = False) -> Output:
    """Return the type and the no data value of a class raster.

    Byte where it can tell all classes apart, else UInt16. 0 is no data; where it means "unclassified", the highest
    number is.

    Parameters
    ----------
    classes : int
    with_unclassified : bool
        Whether 0 means "unclassified".

    Raises
    ------
    ParameterError
        When there are more classes than a raster can tell apart.
    """
    for dtype in (np.uint8, np.uint16):
        highest = np.iinfo(dtype).max
        if classes + with_unclassified <= highest:
            return Output(1, np.dtype(dtype), highest if with_unclassified else NO_CLASS)
    raise ParameterError(
        tr("There are {count} classes; a class raster holds {most} at most.").format(
            count=classes, most=highest - with_unclassified
        )
    )


def _shares(counts: Sequence[int]) -> np.ndarray:
    """Return the share of each class in all pixels that have a class, in percent."""
    return 100 * np.asarray(counts) / max(np.sum(counts), 1)


def _with_shares(labels: Sequence[str], counts: Sequence[int]) -> list[str]:
    return [f"{label} ({number(share, '.1f')} %)" for label, share in zip(labels, _shares(counts).tolist())]


def _describe_classes(band, counts, colours, labels, pixel_area_ha: float | None, columns, first: int) -> None:
    from osgeo import gdal

    table = gdal.ColorTable()
    table.SetColorEntry(NO_CLASS, (0, 0, 0, 0))
    for value, colour in enumerate(colours, start=first):
        table.SetColorEntry(value, (*colour, 255))
    band.SetColorTable(table)
    band.SetCategoryNames([*[""] * first, *labels])
    band.SetDefaultRAT(_attribute_table(counts, colours, labels, pixel_area_ha, columns, first))


def _attribute_table(
    counts, colours, labels, pixel_area_ha: float | None, more: Mapping[str, Sequence[str]], first: int
):
    """Return GDAL's raster attribute table of the classes, of which the first has the number `first`."""
    from osgeo import gdal

    counts = np.asarray(counts)
    red, green, blue = np.asarray(colours, dtype=int).reshape(-1, 3).T
    count_type = gdal.GFT_Integer if counts.max(initial=0) <= np.iinfo(np.int32).max else gdal.GFT_Real
    columns = [
        ("Value", gdal.GFT_Integer, gdal.GFU_MinMax, np.arange(first, first + len(counts))),
        ("Class", gdal.GFT_String, gdal.GFU_Name, labels),
        ("Red", gdal.GFT_Integer, gdal.GFU_Red, red),
        ("Green", gdal.GFT_Integer, gdal.GFU_Green, green),
        ("Blue", gdal.GFT_Integer, gdal.GFU_Blue, blue),
        ("Alpha", gdal.GFT_Integer, gdal.GFU_Alpha, np.full(len(counts), 255)),
        ("Count", count_type, gdal.GFU_PixelCount, counts),
        ("Share_pct", gdal.GFT_Real, gdal.GFU_Generic, _shares(counts)),
    ]
    if pixel_area_ha is not None:
        areas = [area_ha(count, pixel_area_ha) for count in counts]
        columns.append(("Area_ha", gdal.GFT_Real, gdal.GFU_Generic, areas))
    columns += [(name, gdal.GFT_String, gdal.GFU_Generic, texts) for name, texts in more.items()]
    table = gdal.RasterAttributeTable()
    table.SetTableType(gdal.GRTT_THEMATIC)
    table.SetRowCount(len(counts))
    setters = {
        gdal.GFT_Integer: lambda row, column, value: table.SetValueAsInt(row, column, int(value)),
        gdal.GFT_Real: lambda row, column, value: table.SetValueAsDouble(row, column, float(value)),
        gdal.GFT_String: lambda row, column, value: table.SetValueAsString(row, column, str(value)),
    }
    for column, (name, kind, usage, values) in enumerate(columns):
        table.CreateColumn(name, kind, usage)
        for row, value in enumerate(values):
            setters[kind](row, column, value)
    return table
