# SPDX-License-Identifier: GPL-2.0-or-later
"""Principal components: their parameters, outputs, and the name of their layer."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterNumber, QgsProcessingParameterRasterDestination

from ..translation import tr
from .definitions import add_whole_number
from .outputs import CSV_FILTER, JSON_FILTER, add_file_output

FRACTION = "FRACTION"
COMPONENTS = "COMPONENTS"
EIGENVALUES = "EIGENVALUES"
LOADINGS = "LOADINGS"
MODEL = "MODEL"
COMPONENTS_KEPT = "COMPONENTS_KEPT"
VARIANCE_KEPT = "VARIANCE_KEPT"


def add_pca_parameters(algorithm) -> None:
    """Add the parameters of the principal components."""
    algorithm.add(
        QgsProcessingParameterNumber(
            name=FRACTION,
            description=tr("Share of variance to keep"),
            type=QgsProcessingParameterNumber.Type.Double,
            defaultValue=0.999,
            minValue=0.0,
            maxValue=1.0,
        ),
        tr("Keep the fewest components that hold this share of the variance of all bands."),
    )
    add_whole_number(
        algorithm,
        COMPONENTS,
        tr("Components to keep (0: as the share of variance says)"),
        tr("Keep so many components, whatever their share. 0: as the share of variance says."),
        default=0,
        advanced=True,
    )


def component_choice(algorithm, parameters, context):
    """Return the `ComponentChoice` of the parameters."""
    from ...core.methods.transforms.components import ComponentChoice

    return ComponentChoice(
        fraction=algorithm.parameterAsDouble(parameters, FRACTION, context),
        count=algorithm.parameterAsInt(parameters, COMPONENTS, context),
    )


def add_component_outputs(algorithm, raster: str) -> None:
    """Add the outputs of the principal components; `raster` is the name of the raster of scores."""
    algorithm.add(
        QgsProcessingParameterRasterDestination(name=raster, description=tr("Principal components")),
        tr("The raster of scores to write (GeoTIFF, Float32): a band for each component."),
    )
    add_file_output(
        algorithm,
        EIGENVALUES,
        tr("Eigenvalues"),
        CSV_FILTER,
        tr("A table of all components: eigenvalue, share of the variance, cumulative share."),
    )
    add_file_output(
        algorithm,
        LOADINGS,
        tr("Loadings"),
        CSV_FILTER,
        tr("A table of the weight of each wavelength in each component that is kept."),
        by_default=False,
    )
    add_file_output(
        algorithm,
        MODEL,
        tr("Component model"),
        JSON_FILTER,
        tr("Means, loadings and wavelengths, to compute the same components of another image."),
    )
    algorithm.addOutput(QgsProcessingOutputNumber(COMPONENTS_KEPT, tr("Components kept")))
    algorithm.addOutput(QgsProcessingOutputNumber(VARIANCE_KEPT, tr("Share of variance kept")))


def component_numbers(components) -> dict:
    """Return the number outputs of principal components."""
    return {COMPONENTS_KEPT: components.count, VARIANCE_KEPT: components.variance_kept}


def component_layer_name(image_name: str) -> str:
    """Return what the layer of component scores is called."""
    return tr("Principal components - {}").format(image_name)
