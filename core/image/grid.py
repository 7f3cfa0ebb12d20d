# SPDX-License-Identifier: GPL-2.0-or-later
"""Pixel grids: georeference, windows, extents."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil, isfinite

from ..errors import ParameterError
from ..wording import tr
from .areas import pixel_area_ha

# Coordinates that differ by less than this fraction of a pixel are the same, as files and programs round them.
SAME_PLACE = 1e-3


@dataclass(frozen=True)
class Grid:
    """A north-up pixel grid."""

    width: int  # number of columns
    height: int  # number of rows
    left: float = 0.0  # of the outer corner of the upper-left pixel, in units of the CRS
    top: float = 0.0  # of the same corner
    pixel_width: float = 1.0  # in units of the CRS, positive
    pixel_height: float = 1.0  # in units of the CRS, positive
    crs: str = ""  # coordinate reference system as WKT; empty when it is not known
    # Length of a unit of the CRS; None when the CRS is geographic or not known, so that areas are not known either.
    metres_per_unit: float | None = None

    @property
    def geotransform(self) -> tuple[float, float, float, float, float, float]:
        """GDAL's six numbers."""
        return (self.left, self.pixel_width, 0.0, self.top, 0.0, -self.pixel_height)

    @property
    def right(self) -> float:
        """Easting of the right edge."""
        return self.left + self.width * self.pixel_width

    @property
    def bottom(self) -> float:
        """Northing of the lower edge."""
        return self.top - self.height * self.pixel_height

    @property
    def pixel_area_ha(self) -> float | None:
        """Area of a pixel on the ground in hectares; None when it is not known or not the same everywhere."""
        return pixel_area_ha(self)

    def centres(self, rows, columns) -> tuple:
        """Return easting and northing of the centres of pixels, by their rows and columns (numbers or arrays)."""
        return self.left + (columns + 0.5) * self.pixel_width, self.top - (rows + 0.5) * self.pixel_height

    def pixel_at(self, x: float, y: float) -> tuple[int, int]:
        """Return row and column of the pixel at a place, which may lie outside the grid."""
        return int((self.top - y) // self.pixel_height), int((x - self.left) // self.pixel_width)

    def window(self, rows: slice, columns: slice) -> Grid:
        """Return the grid of a window (slices with start and stop)."""
        return replace(
            self,
            width=columns.stop - columns.start,
            height=rows.stop - rows.start,
            left=self.left + columns.start * self.pixel_width,
            top=self.top - rows.start * self.pixel_height,
        )

    def step_for(self, longest_side: int) -> int:
        """Return every how many rows and columns a picture shows whose longer side has at most so many pixels."""
        return -(-max(self.width, self.height) // longest_side)

    def every(self, step: int) -> Grid:
        """Return the grid of every n-th row and column, whose pixels are as many times larger."""
        return replace(
            self,
            width=-(-self.width // step),
            height=-(-self.height // step),
            pixel_width=self.pixel_width * step,
            pixel_height=self.pixel_height * step,
        )


def window_in(grid: Grid, extent: tuple[float, float, float, float], name: str) -> tuple[slice, slice]:
    """Return the rows and columns of the pixels of a grid whose centre lies in an extent.

    A centre on the left or upper edge is inside, one on the right or lower edge is not, so that adjacent extents share
    no pixel.

    `extent` is (xmin, ymin, xmax, ymax) in the grid's coordinate reference system, and `name` that of the image.

    Raises
    ------
    ParameterError
        When no pixel lies in it.
    """
    xmin, ymin, xmax, ymax = extent
    columns = _centres_between(xmin - grid.left, xmax - grid.left, grid.pixel_width, grid.width)
    rows = _centres_between(grid.top - ymax, grid.top - ymin, grid.pixel_height, grid.height)
    if columns.start >= columns.stop or rows.start >= rows.stop:
        raise ParameterError(
            tr(
                "The extent {extent} holds no pixel of {name}, which covers {whole}; choose an extent within "
                "it, in the same coordinate reference system."
            ).format(
                extent=format_extent(xmin, xmax, ymin, ymax),
                name=name,
                whole=format_extent(grid.left, grid.right, grid.bottom, grid.top),
            )
        )
    return rows, columns


def chosen_window(
    grid: Grid, extent_in: Callable[[str], tuple[float, float, float, float]] | None, name: str
) -> tuple[slice, slice]:
    """Return the rows and columns of a grid that lie in the user's extent; all when there is none.

    ``extent_in(wkt)`` returns the extent (xmin, ymin, xmax, ymax) in a coordinate reference system. Raises as
    `window_in`.
    """
    if extent_in is None:
        return slice(0, grid.height), slice(0, grid.width)
    return window_in(grid, extent_in(grid.crs), name)


def check_window(grid: Grid, window: tuple[slice, slice] | None, name: str) -> tuple[slice, slice]:
    """Return a window (rows, columns) of slices with start and stop; the whole grid when it is None.

    Raises
    ------
    ParameterError
        When it is empty or not within the grid.
    """
    rows, columns = window or (slice(0, grid.height), slice(0, grid.width))
    if not (0 <= rows.start < rows.stop <= grid.height and 0 <= columns.start < columns.stop <= grid.width):
        raise ParameterError(
            tr(
                "Rows {first_row} to {last_row} and columns {first_column} to {last_column} are not "
                "within {name}, which has {rows} rows and {columns} columns."
            ).format(
                first_row=rows.start,
                last_row=rows.stop,
                first_column=columns.start,
                last_column=columns.stop,
                name=name,
                rows=grid.height,
                columns=grid.width,
            )
        )
    return rows, columns


def _centres_between(low: float, high: float, size: float, count: int) -> slice:
    """Return which of `count` cells have their centre in [low, high), measured from the edge of the first cell."""
    if not (isfinite(low) and isfinite(high)):
        return slice(0, 0)
    start, stop = (ceil(distance / size - 0.5 - SAME_PLACE) for distance in (low, high))
    return slice(max(start, 0), min(stop, count))


def format_extent(xmin: float, xmax: float, ymin: float, ymax: float) -> str:
    """Return an extent as text for messages."""
    return tr("x {xmin:.10g} to {xmax:.10g}, y {ymin:.10g} to {ymax:.10g}").format(
        xmin=xmin, xmax=xmax, ymin=ymin, ymax=ymax
    )


def crs_in_words(wkt: str) -> str:
    """Return name and code of a CRS, such as "WGS 84 / UTM zone 13N (EPSG:32613)"; empty when it is not known."""
    name = re.match(r'\w+\["([^"]+)"', wkt)
    code = re.search(r'(?:AUTHORITY|ID)\["(\w+)","?(\w+)"?\]\]\s*$', wkt)
    if not name:
        return ""
    return f"{name[1]} ({code[1]}:{code[2]})" if code else name[1]
