# SPDX-License-Identifier: GPL-2.0-or-later
"""Points of the map in other coordinate reference systems."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCsException, QgsPointXY, QgsProject


def transformed(point: QgsPointXY, source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem):
    """Return a point in another coordinate reference system; None where it has no place there."""
    try:
        return QgsCoordinateTransform(source, target, QgsProject.instance()).transform(point)
    except QgsCsException:
        return None
