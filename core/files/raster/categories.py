# SPDX-License-Identifier: GPL-2.0-or-later
"""Names and colours of classes, as the attribute table, category names and colour table of a raster give them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from .texts import as_text

Colour = tuple[int, int, int]

# What version 0.1 wrote behind the names of classes: "3 - water (31.2 %)".
_SHARE = re.compile(r" \(\d+\.\d %\)$")


@dataclass(frozen=True)
class Categories:
    """What a raster says about its classes.

    Attributes
    ----------
    names : dict of int to str
        By number; without those that are empty, and without what this plugin writes around names.
    colours : dict of int to (red, green, blue)
        By number, from 0 to 255.
    """

    names: dict[int, str] = field(default_factory=dict)
    colours: dict[int, Colour] = field(default_factory=dict)

    @classmethod
    def of(cls, band) -> Categories:
        """Read the categories of a band of GDAL; what its attribute table says counts more than the rest."""
        # The table first: that has GDAL 3.6 read the file beside a GeoTIFF in which category names are.
        table = band.GetDefaultRAT()
        names = dict(enumerate(map(as_text, band.GetCategoryNames() or ())))
        colours = dict(_colour_table(band))
        if table is not None:
            for number, name, colour in _rows(table):
                if name:
                    names[number] = name
                if colour is not None:
                    colours[number] = colour
        plain = {number: plain_name(number, name) for number, name in names.items()}
        return cls({number: name for number, name in plain.items() if name}, colours)

    def name(self, number: int) -> str:
        """Return the name of a class, empty where it has none."""
        return self.names.get(number, "")

    def title(self, number: int) -> str:
        """Return number and name of a class, such as "3 water"."""
        return f"{number} {self.name(number)}".strip()


def class_label(number: int, name: str) -> str:
    """Return what a raster calls a class, such as "3 - water"; the number alone where it has no name."""
    return f"{number} - {name}" if name else str(number)


def plain_name(number: int, name: str) -> str:
    """Return the name of a class without the number and the share that this plugin writes or wrote around it."""
    plain = _SHARE.sub("", name).strip()
    return "" if plain == str(number) else plain.removeprefix(f"{number} - ")


def _colour_table(band) -> Iterator[tuple[int, Colour]]:
    table = band.GetColorTable()
    for number in range(0 if table is None else table.GetCount()):
        red, green, blue, *_ = table.GetColorEntry(number)
        yield number, (red, green, blue)


def _rows(table) -> Iterator[tuple[int, str, Colour | None]]:
    """Yield number, name and colour of each row of an attribute table that has a number."""
    from osgeo import gdal

    columns = {table.GetUsageOfCol(column): column for column in reversed(range(table.GetColumnCount()))}
    of_value = columns.get(gdal.GFU_MinMax, columns.get(gdal.GFU_Min))
    of_name = columns.get(gdal.GFU_Name)
    of_colour = [columns.get(usage) for usage in (gdal.GFU_Red, gdal.GFU_Green, gdal.GFU_Blue)]
    has_binning, first, size = table.GetLinearBinning()
    for row in range(table.GetRowCount()):
        if of_value is not None:
            value = table.GetValueAsDouble(row, of_value)
        else:
            value = first + row * size if has_binning else row
        if not (np.isfinite(value) and value == int(value)):
            continue
        name = "" if of_name is None else as_text(table.GetValueAsString(row, of_name))
        colour = None if None in of_colour else tuple(table.GetValueAsInt(row, column) for column in of_colour)
        if colour is not None and not all(0 <= shade <= 255 for shade in colour):
            colour = None
        yield int(value), name, colour
