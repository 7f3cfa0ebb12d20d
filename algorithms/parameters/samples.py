# SPDX-License-Identifier: GPL-2.0-or-later
"""Places whose class is known: points, polygons or a class raster, and which of their pixels are used."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterRasterLayer,
)

from ..translation import tr
from .classmaps import FIELD, reference_features
from .definitions import add_real_number, add_whole_number
from .rasters import raster_choice
from .values import is_given, set_values

LOCATIONS = "LOCATIONS"
CLASSES = "CLASSES"
BUFFER = "BUFFER"
NDVI_MIN = "NDVI_MIN"
BRIGHTNESS_MIN = "BRIGHTNESS_MIN"
MAX_PIXELS = "MAX_PIXELS"
SEED = "SEED"


def add_location_parameters(algorithm) -> None:
    """Add the places, and which of their pixels are used."""
    kinds = QgsProcessing.SourceType
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            name=LOCATIONS,
            description=tr("Points or polygons"),
            types=[kinds.TypeVectorPoint, kinds.TypeVectorPolygon],
            optional=True,
        ),
        tr(
            "Where the class is known, in any coordinate reference system: a point stands for the pixel that it lies "
            "in, a polygon for those whose centre lies in it, or for the one under its centroid where it is smaller "
            "than a pixel."
        ),
    )
    algorithm.add(
        QgsProcessingParameterField(
            name=FIELD, description=tr("Field of classes"), parentLayerParameterName=LOCATIONS, optional=True
        ),
        tr(
            "Of points and polygons: the field of their classes, text or whole numbers. Features whose field is empty "
            "are left out. Empty: each feature is a class of its own."
        ),
    )
    add_class_raster(algorithm)
    add_limit_parameters(algorithm)


def add_class_raster(algorithm) -> None:
    """Add the class raster in place of points or polygons."""
    algorithm.add(
        QgsProcessingParameterRasterLayer(name=CLASSES, description=tr("Class raster"), optional=True),
        tr("In place of points or polygons, a class raster that tells the class of each pixel; its grid may differ."),
    )


def add_limit_parameters(algorithm, most_pixels: int = 0) -> None:
    """Add which pixels of places are used; at most `most_pixels` of a class by default, 0: all."""
    add_real_number(
        algorithm,
        BUFFER,
        tr("Buffer"),
        tr(
            "In the unit of the image, which is metres for NEON's tiles: pixels whose centre is within this distance "
            "of a point count as well, and polygons are made larger, or smaller below 0."
        ),
        default=0.0,
        advanced=True,
    )
    for name, description, help in (
        (
            NDVI_MIN,
            tr("Least NDVI"),
            tr("Leave out pixels with a lower NDVI, such as soil between crowns. Empty: use all."),
        ),
        (
            BRIGHTNESS_MIN,
            tr("Least brightness"),
            tr(
                "Leave out pixels whose mean reflectance (0 to 1) over the bands that are read is lower, such as "
                "shade. Empty: use all."
            ),
        ),
    ):
        add_real_number(algorithm, name, description, help, default=None, advanced=True)
    add_whole_number(
        algorithm,
        MAX_PIXELS,
        tr("Most pixels of a class (0: all)"),
        tr("Of classes with more pixels, so many are drawn at random before they are read, repeatably. 0: use all."),
        default=most_pixels,
        advanced=True,
    )
    add_whole_number(
        algorithm, SEED, tr("Random seed"), tr("The same seed draws the same pixels."), default=0, advanced=True
    )


def limits(algorithm, parameters, context):
    """Return the `Limits` of the parameters."""
    from ...core.spectra.samples import Limits

    def optional_number(name: str) -> float | None:
        return algorithm.parameterAsDouble(parameters, name, context) if is_given(parameters.get(name)) else None

    return Limits(optional_number(NDVI_MIN), optional_number(BRIGHTNESS_MIN))


def read_locations(algorithm, parameters, context, of: str = LOCATIONS) -> None:
    """Read the points or polygons, and what was set on the class raster; to be called in the thread of the layers."""
    values = set_values(parameters, context)
    if is_given(values.get(of)):
        algorithm.layers[of] = reference_features(algorithm, values, context, of)
    if CLASSES in algorithm.layers:
        # Without the no data value that is given for the image.
        algorithm.layers[CLASSES] = raster_choice(algorithm.parameterAsRasterLayer(values, CLASSES, context))


def location_sources(algorithm, of: str = LOCATIONS) -> list:
    """Return what the places are read from, which results must not replace."""
    if CLASSES in algorithm.layers:
        return [algorithm.layers[CLASSES]]
    return list(algorithm.layers[of].files)


def find_places(algorithm, parameters, context, grid, progress, of: str = LOCATIONS):
    """Return the `Places` of the parameters in the grid of an image."""
    from ...core.inputs.places import places_of_features, places_of_raster

    most, seed = (algorithm.parameterAsInt(parameters, name, context) for name in (MAX_PIXELS, SEED))
    if CLASSES in algorithm.layers:
        return places_of_raster(algorithm.layers[CLASSES], grid, progress, most, seed)
    buffer = algorithm.parameterAsDouble(parameters, BUFFER, context)
    places = places_of_features(algorithm.layers[of], grid, progress, buffer)
    return places.drawn(most, seed) if most else places
