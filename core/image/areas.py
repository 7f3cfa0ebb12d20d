# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas of pixels on the ground, also in projections that distort areas."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from ..wording import number, tr

SQUARE_METRES_PER_HECTARE = 10_000.0
# Decimals of hectares in tables (0.01 m²): they hide the rounding of float64 (0.30000000000000004).
DIGITS_OF_HECTARES = 6
# Areas too small for these decimals get more, for this many significant digits.
SIGNIFICANT_DIGITS = 3
# Smaller areas are shown in square metres.
SMALLEST_HECTARES = 0.1
# Planar areas are used, as in other programs, where they differ from those on the ellipsoid by no more than this share:
# in UTM and State Plane zones.
PLANE_TOLERANCE = 0.005
# Pixel areas of a grid may differ by this share where one area is given for all.
EVEN_TOLERANCE = 0.01
# Smallest step (m) of the numerical derivative of a projection; large beside rounding errors.
SMALLEST_STEP = 0.5
# No place on Earth has larger coordinates; PROJ hangs on 1e20.
LARGEST_COORDINATE = 1e9


def area_ha(pixels: int, pixel_area_ha: float | None) -> float | None:
    """Return the area of pixels, rounded for tables; None when the area of a pixel is not known."""
    if pixel_area_ha is None:
        return None
    area = float(pixels * pixel_area_ha)
    size = math.floor(math.log10(area)) if area > 0 else 0
    return round(area, max(DIGITS_OF_HECTARES, SIGNIFICANT_DIGITS - 1 - size))


def area_in_words(hectares: float) -> str:
    """Return an area with its unit, such as "96.9 ha"; small ones in square metres, as "0.0 ha" would tell nothing."""
    if hectares >= SMALLEST_HECTARES:
        return tr("{area} ha").format(area=number(hectares, ",.1f"))
    square_metres = hectares * SQUARE_METRES_PER_HECTARE
    return tr("{area} m²").format(area=number(square_metres, _three_digits(square_metres)))


def area_column(hectares: Sequence[float]) -> tuple[str, list[float], str]:
    """Choose a unit for a column of areas; return heading, areas in that unit, and format specification."""
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

    In projections that distort areas, such as EPSG:3857, this is the mean area on the ellipsoid of the CRS.

    Returns
    -------
    float or None
        None when the CRS has no unit of length, when PROJ cannot transform its coordinates, or when the pixels of the
        grid differ in area by more than 1 %.
    """
    if grid.metres_per_unit is None:
        return None
    plane = grid.pixel_width * grid.pixel_height * grid.metres_per_unit**2 / SQUARE_METRES_PER_HECTARE
    ratios = _area_ratios(grid) if grid.crs else [1.0]
    if not ratios or not all(math.isfinite(ratio) and ratio > 0 for ratio in ratios):
        return None
    if all(abs(ratio - 1) <= PLANE_TOLERANCE for ratio in ratios):
        return plane
    return plane * sum(ratios) / len(ratios) if max(ratios) <= min(ratios) * (1 + EVEN_TOLERANCE) else None


def _area_ratios(grid) -> list[float]:
    """Return the ratio of ellipsoidal to planar area at nine points of a grid; empty if PROJ cannot transform them.

    It is the Jacobian determinant of the inverse projection (to longitude and latitude in radians), times the area of
    a square radian on the ellipsoid (Snyder 1987, Map projections: a working manual, p. 25).
    """
    from osgeo import gdal, osr

    if max(abs(edge) for edge in (grid.left, grid.right, grid.bottom, grid.top)) > LARGEST_COORDINATE:
        return []
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        plane = osr.SpatialReference()
        plane.ImportFromWkt(grid.crs)
        if not plane.IsProjected():
            return [1.0]  # A local system, such as that of a building site.
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
        * _square_radian(middle[1], axis, flattening)
        / side**2
        for middle, west, east, south, north in zip(*[iter(found)] * 5)
    ]


def _square_radian(latitude: float, axis: float, flattening: float) -> float:
    """Return the area on an ellipsoid, in square metres, of a square radian of longitude and latitude."""
    eccentricity = flattening * (2 - flattening)
    return axis**2 * (1 - eccentricity) * math.cos(latitude) / (1 - eccentricity * math.sin(latitude) ** 2) ** 2
