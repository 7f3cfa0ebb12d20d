# SPDX-License-Identifier: GPL-2.0-or-later
"""Places whose class is known: points, polygons or a class raster, and which of their pixels are used."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)

from ..translation import tr
from .classmaps import FIELD, ClassMapParameter
from .values import is_given

LOCATIONS = "LOCATIONS"
LOCATIONS_SELECTED = "LOCATIONS_SELECTED"
BUFFER = "BUFFER"
NDVI_MIN = "NDVI_MIN"
BRIGHTNESS_MIN = "BRIGHTNESS_MIN"
MAX_PIXELS = "MAX_PIXELS"
SEED = "SEED"


class LocationsParameter(ClassMapParameter):
    """Points, polygons or a class raster that tell the class of pixels."""

    SELECTED = LOCATIONS_SELECTED

    def allowed(self):
        return tr("points, polygons or a class raster")


def add_location_parameters(algorithm) -> None:
    """Add the places, and which of their pixels are used."""
    algorithm.add(
        LocationsParameter(LOCATIONS, tr("Points, polygons or a class raster")),
        tr(
            "Where the class is known, in any coordinate reference system: a point stands for the pixel that it lies "
            "in, a polygon for those whose centre lies in it, or for the one under its centroid where it is smaller "
            "than a pixel. A class raster tells the class of each pixel."
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
    algorithm.add(
        QgsProcessingParameterBoolean(
            name=LOCATIONS_SELECTED, description=tr("Only selected features"), defaultValue=False, optional=True
        ),
        tr("Use only the points or polygons that are selected in the layer."),
        advanced=True,
    )
    add_limit_parameters(algorithm)


def add_limit_parameters(algorithm, most_pixels: int = 0) -> None:
    """Add which pixels of places are used; at most `most_pixels` of a class by default, 0: all."""
    algorithm.add(
        QgsProcessingParameterNumber(
            name=BUFFER,
            description=tr("Buffer"),
            type=QgsProcessingParameterNumber.Type.Double,
            defaultValue=0.0,
        ),
        tr(
            "In the unit of the image, which is metres for NEON's tiles: pixels whose centre is within this distance "
            "of a point count as well, and polygons are made larger, or smaller below 0."
        ),
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
        algorithm.add(
            QgsProcessingParameterNumber(
                name=name,
                description=description,
                type=QgsProcessingParameterNumber.Type.Double,
                optional=True,
            ),
            help,
            advanced=True,
        )
    algorithm.add(
        QgsProcessingParameterNumber(
            name=MAX_PIXELS,
            description=tr("Most pixels of a class (0: all)"),
            type=QgsProcessingParameterNumber.Type.Integer,
            defaultValue=most_pixels,
            minValue=0,
        ),
        tr("Of classes with more pixels, so many are drawn at random before they are read, repeatably. 0: use all."),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterNumber(
            name=SEED,
            description=tr("Random seed"),
            type=QgsProcessingParameterNumber.Type.Integer,
            defaultValue=0,
            minValue=0,
        ),
        tr("The same seed draws the same pixels."),
        advanced=True,
    )


def limits(algorithm, parameters, context):
    """Return the `Limits` of the parameters."""
    from ...core.spectra.samples import Limits

    def optional_number(name: str) -> float | None:
        return algorithm.parameterAsDouble(parameters, name, context) if is_given(parameters.get(name)) else None

    return Limits(optional_number(NDVI_MIN), optional_number(BRIGHTNESS_MIN))


def location_sources(algorithm, of: str = LOCATIONS) -> list:
    """Return what the places are read from, which results must not replace; `of` is the parameter of the places."""
    from ...core.files.raster.choice import RasterChoice

    chosen = algorithm.layers[of]
    return [chosen] if isinstance(chosen, RasterChoice) else list(chosen.files)


def find_places(algorithm, parameters, context, grid, progress, of: str = LOCATIONS):
    """Return the `Places` of the parameters in the grid of an image; `of` is the parameter of the places."""
    from ...core.files.raster.choice import RasterChoice
    from ...core.inputs.places import places_of_features, places_of_raster

    chosen = algorithm.layers[of]
    most, seed = (algorithm.parameterAsInt(parameters, name, context) for name in (MAX_PIXELS, SEED))
    if isinstance(chosen, RasterChoice):
        if is_given(parameters.get(FIELD)):
            progress.warn(tr("The places are a raster, so the field of classes is not used."))
        return places_of_raster(chosen, grid, progress, most, seed)
    places = places_of_features(chosen, grid, progress, algorithm.parameterAsDouble(parameters, BUFFER, context))
    return places.thinned(most, seed) if most else places
