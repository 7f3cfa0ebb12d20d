"""Rasters that are read, the mask, and the extent."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingParameterExtent, QgsProcessingParameterRasterLayer

from ..translation import tr
from .values import is_given

EXTENT = "EXTENT"
MASK = "MASK"


def raster_source(algorithm, parameters, name, context) -> str:
    """Return what GDAL opens for a raster parameter, empty when there is none."""
    return algorithm.parameterAsRasterLayer(parameters, name, context).source() if name in parameters else ""


def add_extent_parameter(algorithm, help: str) -> None:
    """Add the extent to which reading is limited."""
    algorithm.add(QgsProcessingParameterExtent(name=EXTENT, description=tr("Extent"), optional=True), help)


def extent_in(algorithm, parameters, context):
    """Return a function that gives the extent, (xmin, ymin, xmax, ymax), in a CRS; None when there is no extent."""
    if not is_given(parameters.get(EXTENT)):
        return None

    def extent(wkt: str) -> tuple[float, float, float, float]:
        crs = QgsCoordinateReferenceSystem.fromWkt(wkt)
        rectangle = algorithm.parameterAsExtent(parameters, EXTENT, context, crs)
        return rectangle.xMinimum(), rectangle.yMinimum(), rectangle.xMaximum(), rectangle.yMaximum()

    return extent


def add_mask_parameter(algorithm) -> None:
    """Add the raster that leaves pixels out."""
    algorithm.add(
        QgsProcessingParameterRasterLayer(name=MASK, description=tr("Mask"), optional=True),
        tr(
            "Leave out the pixels where the first band of this raster is 0, has no data, or does not reach. It may "
            "have another grid."
        ),
        advanced=True,
    )
