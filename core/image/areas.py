# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas of pixels on the ground, whatever the projection does to them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from ..wording import number, tr

SQUARE_METRES_PER_HECTARE = 10_000.0
# Of areas in tables: finer than a pixel, and coarser than the noise of binary fractions (0.30000000000000004).
DIGITS_OF_HECTARES = 6
# Smaller areas than those digits can tell keep so many digits of their own.
SIGNIFICANT_DIGITS = 3
# Smaller areas are told in square metres.
SMALLEST_HECTARES = 0.1
# Plane areas are kept where they are within this share of those on the ellipsoid, as in UTM and State Plane zones:
# other programs give the same.
PLANE_TOLERANCE = 0.005
# One area stands for all pixels where these differ by no more than this share.
EVEN_TOLERANCE = 0.01
# Half of the distance (m) over which the stretch of a projection is measured, at least: rounding is far below it.
SMALLEST_STEP = 0.5
# No place on Earth has larger coordinates; with 1e20, PROJ does not come back.
LARGEST_COORDINATE = 1e9


def area_ha(pixels: int, pixel_area_ha: float | None) -> float | None:
    """Return the area of so many pixels as tables give it; None when the area of a pixel is not known."""
    if pixel_area_ha is None:
        return None
    area = float(pixels * pixel_area_ha)
    size = math.floor(math.log10(area)) if area > 0 else 0
    return round(area, max(DIGITS_OF_HECTARES, SIGNIFICANT_DIGITS - 1 - size))


def area_in_words(hectares: float) -> str:
    """Return an area with its unit, such as "96.9 ha"; small ones in square metres, so that none becomes "0.0 ha"."""
    if hectares >= SMALLEST_HECTARES:
        return tr("{area} ha").format(area=number(hectares, ",.1f"))
    square_metres = hectares * SQUARE_METRES_PER_HECTARE
    return tr("{area} m²").format(area=number(square_metres, _three_digits(square_metres)))


def area_column(hectares: Sequence[float]) -> tuple[str, list[float], str]:
    """Choose a unit for a column of areas by their sum.

    Parameters
    ----------
    hectares : sequence of float

    Returns
    -------
    heading : str
        With the unit.
    areas : list of float
        In it.
    spec : str
        Format of the numbers.
    """
    if sum(hectares) >= 1:
        return tr("Area (ha)"), list(hectares), ",.2f"
    square_metres = [area * SQUARE_METRES_PER_HECTARE for area in hectares]
    return tr("Area (m²)"), square_metres, _three_digits(sum(square_metres))


def _three_digits(value: float) -> str:
    """Return the format that shows at least three digits of a value."""
    decimals = max(2 - math.floor(math.log10(value)), 0) if value > 0 else 0
    return f",.{decimals}f"


@lru_cache(maxsize=64)
def pixel_area_ha(grid) -> float | None:
    """Return the area of a pixel of a `Grid` on the ground, in hectares.

    In projections that stretch areas, such as EPSG:3857, it is that on the ellipsoid of the CRS, in the mean over the
    grid.

    Returns
    -------
    float or None
        None when the CRS has no unit of length, when its projection cannot be computed, or when the pixels of the
        grid differ in area by more than 1 %, so that no single area stands for all.
    """
    if grid.metres_per_unit is None:
        return None
    plane = grid.pixel_width * grid.pixel_height * grid.metres_per_unit**2 / SQUARE_METRES_PER_HECTARE
    shares = _shares_of_plane_area(grid) if grid.crs else [1.0]
    if not shares or not all(math.isfinite(share) and share > 0 for share in shares):
        return None
    if all(abs(share - 1) <= PLANE_TOLERANCE for share in shares):
        return plane
    return plane * sum(shares) / len(shares) if max(shares) <= min(shares) * (1 + EVEN_TOLERANCE) else None


def _shares_of_plane_area(grid) -> list[float]:
    """Return areas on the ellipsoid divided by those in the plane at nine points of a grid; none if PROJ cannot tell.

    The share is the Jacobian of the way from the plane to longitude and latitude, times the area that these have on
    the ellipsoid (Snyder 1987, Map projections: a working manual, p. 25).
    """
    from osgeo import gdal, osr

    if max(abs(edge) for edge in (grid.left, grid.right, grid.bottom, grid.top)) > LARGEST_COORDINATE:
        return []
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        plane = osr.SpatialReference()
        plane.ImportFromWkt(grid.crs)
        if not plane.IsProjected():
            return [1.0]  # A plane of its own, such as that of a building site.
        ground = plane.CloneGeogCS()
        for reference in (plane, ground):
            reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        transformation = osr.CoordinateTransformation(plane, ground)
        step = max(min(grid.pixel_width, grid.pixel_height) / 2, SMALLEST_STEP / grid.metres_per_unit)
        points = []
        for row in (0.5, grid.height / 2, grid.height - 0.5):
            for column in (0.5, grid.width / 2, grid.width - 0.5):
                x, y = grid.left + column * grid.pixel_width, grid.top - row * grid.pixel_height
                points += [(x, y), (x - step, y), (x + step, y), (x, y - step), (x, y + step)]
        radians, axis = ground.GetAngularUnits(), ground.GetSemiMajor()
        flattening = 1 / ground.GetInvFlattening() if ground.GetInvFlattening() else 0.0
        found = [(x * radians, y * radians) for x, y, *_ in transformation.TransformPoints(points)]
    except RuntimeError:
        return []
    finally:
        gdal.PopErrorHandler()
    side = 2 * step * grid.metres_per_unit
    return [
        abs((east[0] - west[0]) * (north[1] - south[1]) - (north[0] - south[0]) * (east[1] - west[1]))
        * _square_of_radii(middle[1], axis, flattening)
        / side**2
        for middle, west, east, south, north in zip(*[iter(found)] * 5)
    ]


def _square_of_radii(latitude: float, axis: float, flattening: float) -> float:
    """Return the area on an ellipsoid, in square metres, of a square radian of longitude and latitude."""
    eccentricity = flattening * (2 - flattening)
    return axis**2 * (1 - eccentricity) * math.cos(latitude) / (1 - eccentricity * math.sin(latitude) ** 2) ** 2
