# SPDX-License-Identifier: GPL-2.0-or-later
"""The georeference of a NEON file: from Map_Info, extent, EPSG code, Proj4 and WKT."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ...errors import TileError, in_one_line
from ...image.grid import Grid, format_extent
from ...wording import tr
from ..gdalerrors import attempt
from .attributes import one_number_in
from .faults import damaged

# Limits in any unit: no place on Earth has larger coordinates, and no pixel is smaller.
LARGEST_COORDINATE, SMALLEST_PIXEL = 1e9, 1e-9
# Smaller rotations (degrees) come from rounding; they move no pixel of a flight line by 0.01 pixels.
SMALLEST_ROTATION = 1e-5
# Number of fields of Map_Info up to the datum, for UTM; other projections have fewer.
FIELDS_OF_UTM = 10
# All EPSG codes are smaller.
MOST_EPSG = 1_000_000


@dataclass(frozen=True)
class Place:
    """The georeference of a file."""

    grid: Grid
    epsg: int | None  # None when the file gives no code that PROJ knows
    notes: tuple[str, ...]  # a sentence for each property that the file does not give, with what is assumed instead


def read_place(path: str, shape: tuple[int, int], texts: Mapping[str, str], extent: Sequence[float]) -> Place:
    """Derive the georeference of a file from its several, perhaps contradictory, entries.

    Parameters
    ----------
    path : str
        For messages.
    shape : (rows, columns)
    texts : mapping
        The entries "EPSG Code", "Map_Info", "Proj4" and "Coordinate_System_String", as far as the file has them.
    extent : sequence of float
        The attribute Spatial_Extent_meters: xmin, xmax, ymin, ymax; empty when the file does not have it.

    Raises
    ------
    TileError
        When there is neither Map_Info nor extent, when they contradict each other, or when the grid is not north-up.
    """
    return _PlaceParser(path, shape, texts, extent).parse()


class _PlaceParser:
    """Derives the georeference of one file; see `read_place`."""

    def __init__(self, path: str, shape: tuple[int, int], texts: Mapping[str, str], extent: Sequence[float]):
        self._path = path
        self._height, self._width = shape
        self._texts = texts
        self._extent = extent if _is_extent(extent) else None
        self._map_info = texts.get("Map_Info", "")
        self._notes: list[str] = []

    def parse(self) -> Place:
        left, top, pixel_width, pixel_height = self._corner() if self._map_info else self._corner_of_extent()
        epsg = self._epsg()
        crs, metres = self._crs(epsg)
        grid = Grid(self._width, self._height, left, top, pixel_width, pixel_height, crs, metres)
        self._check_extent(grid)
        return Place(grid, epsg if crs else None, tuple(self._notes))

    def _damaged(self, found: str) -> TileError:
        return damaged(self._path, found)

    def _corner(self) -> tuple[float, float, float, float]:
        """Return left and upper edge of the upper-left pixel, its width and its height, from Map_Info."""
        fields = _fields(self._map_info)
        try:
            column, row, x, y, pixel_width, pixel_height = (float(field) for field in fields[1:7])
        except ValueError:
            raise self._damaged(
                tr('Map_Info is "{text}" and cannot be understood').format(text=in_one_line(self._map_info))
            ) from None
        # x and y belong to a reference point in pixels; (1, 1) is the upper-left corner of the first pixel.
        left, top = x - (column - 1) * pixel_width, y + (row - 1) * pixel_height
        largest = np.abs([left, top, pixel_width, pixel_height]).max()
        # Not written with "or", so that NaN is refused, too.
        if not (largest <= LARGEST_COORDINATE and min(pixel_width, pixel_height) >= SMALLEST_PIXEL):
            raise self._damaged(
                tr('Map_Info is "{text}", with an impossible position or pixel size').format(
                    text=in_one_line(self._map_info)
                )
            )
        rotation = _rotation(fields)
        if rotation:
            raise TileError(
                tr(
                    "{path}: Map_Info gives a rotation of {rotation:g} degrees, and only north-up files can "
                    "be used; warp the file to a north-up grid first."
                ).format(path=self._path, rotation=rotation)
            )
        return left, top, pixel_width, pixel_height

    def _corner_of_extent(self) -> tuple[float, float, float, float]:
        """Return the same as `_corner`, from the extent."""
        if self._extent is None:
            raise self._damaged(
                tr("it has neither Map_Info nor Spatial_Extent_meters, so that the position of its pixels is not known")
            )
        self._notes.append(tr("The file gives no Map_Info; its position is taken from Spatial_Extent_meters."))
        left, right, bottom, top = self._extent
        return left, top, (right - left) / self._width, (top - bottom) / self._height

    def _check_extent(self, grid: Grid) -> None:
        """Check that Map_Info and extent agree within half a pixel."""
        if self._extent is None:
            return
        found = [grid.left, grid.right, grid.bottom, grid.top]
        sizes = [grid.pixel_width, grid.pixel_width, grid.pixel_height, grid.pixel_height]
        if any(abs(ours - theirs) > size / 2 for ours, theirs, size in zip(found, self._extent, sizes)):
            raise self._damaged(
                tr(
                    "Map_Info places the {rows} x {columns} pixels at {found}, but Spatial_Extent_meters at {extent}"
                ).format(
                    rows=grid.height,
                    columns=grid.width,
                    found=format_extent(*found),
                    extent=format_extent(*self._extent),
                )
            )

    def _epsg(self) -> int | None:
        """Return the EPSG code: that of the file, else that of the UTM zone in Map_Info or Proj4."""
        code = one_number_in(self._texts.get("EPSG Code"))
        others = {"Map_Info": _epsg_of_map_info(self._map_info), "Proj4": _epsg_of_proj4(self._texts.get("Proj4", ""))}
        if code is not None and 0 < code < MOST_EPSG and code == int(code):
            for source, epsg in others.items():
                if epsg not in (None, int(code)):
                    self._notes.append(
                        tr("The file's EPSG code is {code}, which is taken, but its {source} says {epsg}.").format(
                            code=int(code), source=source, epsg=epsg
                        )
                    )
            return int(code)
        for source, epsg in others.items():
            if epsg:
                self._notes.append(
                    tr("The file gives no EPSG code; EPSG:{epsg} is derived from its {source}.").format(
                        epsg=epsg, source=source
                    )
                )
                return epsg
        return None

    def _crs(self, epsg: int | None) -> tuple[str, float | None]:
        """Return the WKT of the coordinate reference system and its unit in metres; ("", None) when it is not known."""
        from osgeo import osr

        reference = osr.SpatialReference()
        if epsg is not None:
            attempt(reference.ImportFromEPSG, epsg)
        else:
            attempt(reference.ImportFromWkt, self._texts.get("Coordinate_System_String", ""))
        # Others, such as vertical systems, give no position on the ground.
        wkt = attempt(reference.ExportToWkt)[0] if reference.IsProjected() or reference.IsGeographic() else ""
        if wkt:
            return wkt, reference.GetLinearUnits() if reference.IsProjected() else None
        self._notes.append(
            tr("EPSG:{epsg} is not known to PROJ; the coordinate reference system stays unknown.").format(epsg=epsg)
            if epsg
            else tr("The file gives no EPSG code; the coordinate reference system stays unknown.")
        )
        return "", None


def _fields(map_info: str) -> list[str]:
    """Split Map_Info: projection, reference column and row, x, y, pixel width and height, zone, hemisphere, datum..."""
    return [field.strip() for field in map_info.strip("{} ").split(",")]


def _is_extent(extent: Sequence[float]) -> bool:
    return (
        len(extent) == 4
        and np.abs(extent).max() <= LARGEST_COORDINATE
        and extent[0] < extent[1]
        and extent[2] < extent[3]
    )


def _rotation(fields: list[str]) -> float:
    """Return the rotation in degrees that Map_Info gives, as "rotation=30" or as a number after datum and units."""
    units = [index for index, field in enumerate(fields) if field.lower().startswith("units")]
    trailing = fields[units[0] + 1 if units else FIELDS_OF_UTM :]
    named = [field.split("=")[1] for field in fields if field.lower().startswith("rotation") and "=" in field]
    for text in named + trailing:
        try:
            angle = float(text)
        except ValueError:
            continue
        # ENVI also writes 360 for none.
        if math.isfinite(angle) and abs(math.remainder(angle, 360.0)) < SMALLEST_ROTATION:
            continue
        return angle
    return 0.0


def _epsg_of_map_info(map_info: str) -> int | None:
    """Return the code of a UTM zone on WGS 84; None for any other projection or datum."""
    fields = _fields(map_info)
    if len(fields) < FIELDS_OF_UTM or fields[0].upper() != "UTM" or fields[9].upper().replace("-", "") != "WGS84":
        return None
    return _utm(fields[7], fields[8].lower().startswith("s"))


def _epsg_of_proj4(proj4: str) -> int | None:
    """Return the code of a UTM zone on WGS 84; None for any other projection or datum."""
    zone = re.search(r"\+zone=(\d+)", proj4)
    if zone is None or "+proj=utm" not in proj4.lower() or "WGS84" not in proj4:
        return None
    return _utm(zone[1], "+south" in proj4)


def _utm(zone: str, south: bool) -> int | None:
    if not (zone.isdecimal() and 1 <= int(zone) <= 60):
        return None
    return (32700 if south else 32600) + int(zone)
