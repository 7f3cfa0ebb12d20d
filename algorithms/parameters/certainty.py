# SPDX-License-Identifier: GPL-2.0-or-later
"""How sure classes are: the largest distance to a centre, and the rasters of distance, margin and second class."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterRasterDestination

from ..translation import tr
from .definitions import add_choice, add_real_number
from .values import is_given

MAX_DISTANCE = "MAX_DISTANCE"
MAX_DISTANCE_UNIT = "MAX_DISTANCE_UNIT"
DISTANCE = "DISTANCE"
MARGIN = "MARGIN"
SECOND = "SECOND"
UNCLASSIFIED = "UNCLASSIFIED"
CERTAINTY = (DISTANCE, MARGIN, SECOND)


def add_distance_parameters(algorithm) -> None:
    """Add the largest distance of a pixel to the centre of its class."""
    add_real_number(
        algorithm,
        MAX_DISTANCE,
        tr("Largest distance to the centre of the class"),
        tr(
            "Pixels that are farther from the centre of their class are unclassified: they are 0 in the class raster, "
            "with a category of their own, and no data is 255 (65535 for many classes). The centres do not change. "
            "Empty: every pixel gets a class."
        ),
        default=None,
        least=0.0,
        advanced=True,
    )
    add_choice(
        algorithm,
        MAX_DISTANCE_UNIT,
        tr("Unit of the largest distance"),
        tr(
            "0: reflectance, as in the distance raster: the root of the sum of squared differences over all bands, so "
            "distances grow with the number of bands. 1: multiples of the standard deviation of each class, which is "
            "the root of the mean squared distance of its pixels in this run to its centre."
        ),
        options=[tr("Reflectance"), tr("Standard deviations of the class")],
        is_new=True,
        advanced=True,
    )


def most_distance(algorithm, parameters, context):
    """Return the `MostDistance` of the parameters, None where every pixel gets a class."""
    from ...core.methods.kmeans.certainty import MostDistance

    if not is_given(parameters.get(MAX_DISTANCE)):
        return None
    return MostDistance(
        algorithm.parameterAsDouble(parameters, MAX_DISTANCE, context),
        in_deviations=algorithm.parameterAsEnum(parameters, MAX_DISTANCE_UNIT, context) == 1,
    )


def add_certainty_outputs(algorithm) -> None:
    """Add the rasters of certainty, and how many pixels are unclassified."""
    for name, description, help in (
        (
            DISTANCE,
            tr("Distance to the centre"),
            tr(
                "How far each pixel is from the centre of its class, in reflectance (GeoTIFF, Float32): large where no "
                "class fits."
            ),
        ),
        (
            MARGIN,
            tr("Margin"),
            tr(
                "How much farther the nearest other centre is than the centre of the pixel's class, in reflectance "
                "(GeoTIFF, Float32): near 0 where two classes fit equally well. Below 0 where k-means stopped early "
                "and another iteration would move the pixel."
            ),
        ),
        (
            SECOND,
            tr("Second class"),
            tr("Which class comes second, a class raster (GeoTIFF) with the same numbers and colours."),
        ),
    ):
        algorithm.add(
            QgsProcessingParameterRasterDestination(
                name=name, description=description, optional=True, createByDefault=False
            ),
            help,
            advanced=True,
        )
    algorithm.addOutput(QgsProcessingOutputNumber(UNCLASSIFIED, tr("Unclassified pixels")))


def certainty_files(targets: dict[str, str]):
    """Return the `CertaintyFiles` of the paths of results."""
    from ...core.methods.kmeans.certaintymaps import CertaintyFiles

    return CertaintyFiles(targets[DISTANCE], targets[MARGIN], targets[SECOND])


def certainty_layer_names(image_name: str) -> dict[str, str]:
    """Return what the layers of certainty are called."""
    return {
        SECOND: tr("Second class - {}").format(image_name),
        MARGIN: tr("Margin - {}").format(image_name),
        DISTANCE: tr("Distance to the centre - {}").format(image_name),
    }
