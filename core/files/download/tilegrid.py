# SPDX-License-Identifier: GPL-2.0-or-later
"""The grid of tiles, and which of them points, squares and areas touch."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from typing import NamedTuple

from ...errors import ParameterError
from ...wording import tr
from ..gdalerrors import attempt

# Width and height of a tile (m).
TILE_SIZE = 1000
# How far an area must reach into a tile (m): rounding moves borders of areas that were drawn along those of tiles.
_LEAST_OVERLAP = 0.1
_POINT, _POLYGON = 0, 2


class Tile(NamedTuple):
    """A tile, by the UTM coordinates (m) of its south-west corner, which belongs to it; other corners do not."""

    easting: int
    northing: int

    def __str__(self) -> str:
        return f"{self.easting}_{self.northing}"


def tiles_of_square(easting: float, northing: float, buffer: float = 0.0) -> list[Tile]:
    """List all tiles that a square touches, from the south-west to the north-east.

    Parameters
    ----------
    easting, northing : float
        Its centre (m).
    buffer : float
        Half of its width (m); with 0 it is a point, in one tile.
    """
    return [
        Tile(left, bottom)
        for bottom in range(_corner(northing - buffer), _corner(northing + buffer) + 1, TILE_SIZE)
        for left in range(_corner(easting - buffer), _corner(easting + buffer) + 1, TILE_SIZE)
    ]


def tiles_touched(tiles: Collection[Tile], geometries: Iterable[bytes], buffer: float = 0.0) -> set[Tile]:
    """Return those of the tiles that geometries touch.

    A line touches the tiles on both sides of a border that it follows. A polygon has to reach into a tile by more than
    0.1 m, so that the outline of a tile touches no other tile.

    Parameters
    ----------
    tiles : collection of Tile
    geometries : iterable of bytes
        Well-known binary, in the coordinates of the tiles.
    buffer : float
        A tile is touched as well where the square with sides of twice this length (m) around any point of a geometry
        touches it.

    Raises
    ------
    ParameterError
        When a geometry is damaged, or lies nowhere.
    """
    touched: set[Tile] = set()
    for wkb in geometries:
        geometry = _geometry(wkb)
        for part in _simple_parts(geometry):
            touched |= _touched_by(part, set(tiles) - touched, buffer)
    return touched


def _corner(coordinate: float) -> int:
    return math.floor(coordinate / TILE_SIZE) * TILE_SIZE


def _geometry(wkb: bytes):
    from osgeo import ogr

    geometry, failure = attempt(ogr.CreateGeometryFromWkb, wkb)
    if geometry is None:
        raise ParameterError(tr("A geometry of the area is damaged ({reason}); repair it.").format(reason=failure))
    return geometry


def _simple_parts(geometry):
    """Give the points, lines and polygons of a geometry, without curves."""
    geometry = geometry.GetLinearGeometry()
    if geometry.GetGeometryCount() and geometry.GetGeometryName() not in ("POLYGON", "TRIANGLE"):
        for number in range(geometry.GetGeometryCount()):
            # A copy: the parts of a geometry go with it.
            yield from _simple_parts(geometry.GetGeometryRef(number).Clone())
    elif not geometry.IsEmpty():
        yield geometry


def _touched_by(geometry, tiles: set[Tile], buffer: float) -> set[Tile]:
    """Return the tiles that one point, line or polygon touches."""
    left, right, bottom, top = geometry.GetEnvelope()
    if not all(map(math.isfinite, (left, right, bottom, top))):
        raise ParameterError(tr("A geometry of the area has no place in the CRS of the tiles; choose another area."))
    if geometry.GetDimension() == _POINT:
        return tiles.intersection(tiles_of_square(left, bottom, buffer))
    # What touches the geometry with the buffer around it is touched by the geometry with the buffer around itself.
    margin = buffer - (_LEAST_OVERLAP if geometry.GetDimension() == _POLYGON else 0.0)
    near = {
        tile
        for tile in tiles
        if left - margin <= tile.easting + TILE_SIZE
        and tile.easting - margin <= right
        and bottom - margin <= tile.northing + TILE_SIZE
        and tile.northing - margin <= top
    }
    return {tile for tile in near if _meet(geometry, tile, margin)}


def _meet(geometry, tile: Tile, margin: float) -> bool:
    """Tell whether a geometry and the square of a tile, wider by `margin` (m) on each side, meet."""
    from osgeo import ogr

    left, bottom = tile.easting - margin, tile.northing - margin
    right, top = tile.easting + TILE_SIZE + margin, tile.northing + TILE_SIZE + margin
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in ((left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)):
        ring.AddPoint_2D(x, y)
    square = ogr.Geometry(ogr.wkbPolygon)
    square.AddGeometry(ring)
    meet, failure = attempt(geometry.Intersects, square)
    if failure:
        raise ParameterError(tr("A geometry of the area is damaged ({reason}); repair it.").format(reason=failure))
    return meet
