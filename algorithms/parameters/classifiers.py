# SPDX-License-Identifier: GPL-2.0-or-later
"""What classifiers write, whether they are trained or applied."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterRasterDestination

from ..translation import tr


def add_class_destination(algorithm) -> None:
    """Add the class raster of a classifier."""
    algorithm.add(
        QgsProcessingParameterRasterDestination(name=algorithm.OUTPUT, description=tr("Classes")),
        tr("The class raster to write (GeoTIFF), with the numbers, names and colours of the classes."),
    )


def add_confidence_output(algorithm) -> None:
    """Add the raster of posterior probabilities."""
    algorithm.add(
        QgsProcessingParameterRasterDestination(
            name=algorithm.CONFIDENCE, description=tr("Confidence"), optional=True, createByDefault=False
        ),
        tr(
            "The probability of the class of each pixel among all classes (GeoTIFF, Float32), 0 to 1: low where two "
            "classes fit alike."
        ),
    )


def name_class_layers(algorithm, parameters, context, targets: dict[str, str], model, image: str) -> None:
    """Name the layers of a classifier, a `ClassModel`."""
    names = {
        algorithm.OUTPUT: tr("{}, {} classes - {}").format(model.title, len(model), image),
        algorithm.CONFIDENCE: tr("Confidence - {}").format(image),
    }
    algorithm.name_layers(parameters, context, targets, names)
