# SPDX-License-Identifier: GPL-2.0-or-later
"""Principal components and minimum noise fraction: parameters, outputs, and the name of the layer."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterNumber, QgsProcessingParameterRasterDestination

from ..translation import tr
from .definitions import add_choice, add_real_number, add_whole_number
from .outputs import CSV_FILTER, JSON_FILTER, add_file_output
from .values import is_given

FRACTION = "FRACTION"
COMPONENTS = "COMPONENTS"
EIGENVALUES = "EIGENVALUES"
LOADINGS = "LOADINGS"
MODEL = "MODEL"
SNR = "SNR"
NOISE_FROM = "NOISE_FROM"
COMPONENTS_KEPT = "COMPONENTS_KEPT"
VARIANCE_KEPT = "VARIANCE_KEPT"


def add_pca_parameters(algorithm, advanced: bool = False) -> None:
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
        advanced,
    )
    add_whole_number(
        algorithm,
        COMPONENTS,
        tr("Components to keep"),
        tr("Keep so many components, whatever their share. 0: as the share of variance says."),
        default=0,
        advanced=advanced,
    )


def component_choice(algorithm, parameters, context):
    """Return the `ComponentChoice` of the parameters."""
    from ...core.methods.transforms.components import ComponentChoice

    return ComponentChoice(
        fraction=algorithm.parameterAsDouble(parameters, FRACTION, context),
        count=algorithm.parameterAsInt(parameters, COMPONENTS, context),
    )


def add_noise_fraction_parameters(algorithm) -> None:
    """Add the parameters of the minimum noise fraction."""
    add_real_number(
        algorithm,
        SNR,
        tr("Least signal-to-noise ratio"),
        tr("Keep the components with at least this ratio of the variances of signal and noise. 1: as much of both."),
        default=1.0,
        least=0.0,
    )
    add_real_number(
        algorithm,
        FRACTION,
        tr("Share of variance to keep"),
        tr(
            "In place of a least ratio: keep the fewest components that hold this share of the variance of all, in "
            "which that of the noise of each counts as 1. Empty: by the ratio."
        ),
        default=None,
        least=0.0,
        most=1.0,
        advanced=True,
    )
    add_whole_number(
        algorithm,
        COMPONENTS,
        tr("Components to keep"),
        tr("Keep so many components, whatever their ratio and share. 0: as these say."),
        default=0,
        advanced=True,
    )
    add_choice(
        algorithm,
        NOISE_FROM,
        tr("Noise from the difference to the pixel"),
        tr(
            "Which neighbour is compared with each pixel. Scanners that leave stripes along or across the line of "
            "flight show them as signal when pixels are compared along these."
        ),
        options=[tr("To the lower right"), tr("To the right"), tr("Below")],
        advanced=True,
    )


def noise_fraction_choice(algorithm, parameters, context):
    """Return the `NoiseFractionChoice` of the parameters."""
    from ...core.methods.transforms.noisefraction import NoiseFractionChoice

    has_fraction = is_given(parameters.get(FRACTION))
    return NoiseFractionChoice(
        fraction=algorithm.parameterAsDouble(parameters, FRACTION, context) if has_fraction else None,
        count=algorithm.parameterAsInt(parameters, COMPONENTS, context),
        snr=algorithm.parameterAsDouble(parameters, SNR, context),
    )


def add_component_outputs(algorithm, raster: str, title: str = "") -> None:
    """Add the outputs of components; `raster` is the name of the raster of scores, and `title` its label."""
    algorithm.add(
        QgsProcessingParameterRasterDestination(name=raster, description=title or tr("Principal components")),
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
        advanced=True,
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


def component_layer_name(image_name: str, components=None) -> str:
    """Return what the layer of the scores of a `LinearTransform` is called; principal components by default."""
    return f"{tr('Principal components') if components is None else components.title} - {image_name}"
