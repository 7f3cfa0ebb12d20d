"""Where pixels lie on the ground."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil, isfinite

from ..errors import ParameterError
from ..wording import tr

SQUARE_METRES_PER_HECTARE = 10_000.0
# Of areas in tables: finer than a pixel, and coarser than the noise of binary fractions (0.30000000000000004).
DIGITS_OF_HECTARES = 6
# Coordinates that differ by less than this share of a pixel are the same: files and programs round them.
SAME_PLACE = 1e-3


@dataclass(frozen=True)
class Grid:
    """A north-up pixel grid.

    Attributes
    ----------
    width, height : int
        Columns and rows.
    left, top : float
        Coordinates of the outer corner of the upper-left pixel, in units of the CRS.
    pixel_width, pixel_height : float
        Size of a pixel in units of the CRS, both positive.
    crs : str
        Coordinate reference system as WKT; empty when it is not known.
    metres_per_unit : float or None
        Length of a unit of the CRS; None when the CRS is geographic or not known, so that areas are not known either.
    """

    width: int
    height: int
    left: float = 0.0
    top: float = 0.0
    pixel_width: float = 1.0
    pixel_height: float = 1.0
    crs: str = ""
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
        """Area of a pixel in hectares, or None when the unit of the CRS has no fixed length."""
        if self.metres_per_unit is None:
            return None
        return self.pixel_width * self.pixel_height * self.metres_per_unit**2 / SQUARE_METRES_PER_HECTARE

    def window(self, rows: slice, columns: slice) -> Grid:
        """Return the part of the grid in `rows` and `columns` (both with start and stop)."""
        return replace(
            self,
            width=columns.stop - columns.start,
            height=rows.stop - rows.start,
            left=self.left + columns.start * self.pixel_width,
            top=self.top - rows.start * self.pixel_height,
        )


def area_ha(pixels: int, pixel_area_ha: float | None) -> float | None:
    """Return the area of so many pixels as tables give it; None when the area of a pixel is not known."""
    return None if pixel_area_ha is None else round(float(pixels * pixel_area_ha), DIGITS_OF_HECTARES)


def window_in(grid: Grid, extent: tuple[float, float, float, float], name: str) -> tuple[slice, slice]:
    """Return the rows and columns of the pixels of a grid whose centre lies in an extent.

    A centre on the left or upper edge of the extent lies in it, one on the right or lower edge does not, so that
    extents side by side share no pixel.

    Parameters
    ----------
    grid : Grid
    extent : (xmin, ymin, xmax, ymax)
        In the grid's coordinate reference system.
    name : str
        What the grid belongs to, for the message.

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
    """Return the rows and columns of a grid that a user chose by an extent; all when there is none.

    Parameters
    ----------
    grid : Grid
    extent_in : callable or None
        Gives the extent, (xmin, ymin, xmax, ymax), in the coordinate reference system whose WKT it is told.
    name : str
        What the grid belongs to, for the message.

    Raises
    ------
    ParameterError
        When no pixel lies in the extent.
    """
    if extent_in is None:
        return slice(0, grid.height), slice(0, grid.width)
    return window_in(grid, extent_in(grid.crs), name)


def _centres_between(low: float, high: float, size: float, count: int) -> slice:
    """Return the cells of `count` whose centre lies from `low` to below `high`, distances from the first one's edge."""
    if not (isfinite(low) and isfinite(high)):
        return slice(0, 0)
    start, stop = (ceil(distance / size - 0.5 - SAME_PLACE) for distance in (low, high))
    return slice(max(start, 0), min(stop, count))


def format_extent(xmin: float, xmax: float, ymin: float, ymax: float) -> str:
    """Return an extent in words."""
    return tr("x {xmin:.10g} to {xmax:.10g}, y {ymin:.10g} to {ymax:.10g}").format(
        xmin=xmin, xmax=xmax, ymin=ymin, ymax=ymax
    )
