# SPDX-License-Identifier: GPL-2.0-or-later
"""What a class map is compared with: another class raster, or points and polygons whose class is known."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterRasterLayer,
)

from ..translation import tr
from .rasters import files_of, wkt_of
from .values import called, evaluated, is_given

SECOND = "SECOND"
REFERENCE = "REFERENCE"
FIELD = "FIELD"


def add_second_map(algorithm) -> None:
    """Add the map that another one is compared with, and the reference features that may stand for it."""
    algorithm.add(
        QgsProcessingParameterRasterLayer(name=SECOND, description=tr("Second map"), optional=True),
        tr(
            "A class raster of the same ground. Its grid and coordinate reference system may differ: each pixel of the "
            "first map is compared with the pixel that its centre lies in."
        ),
    )
    kinds = QgsProcessing.SourceType
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            name=REFERENCE,
            description=tr("Reference points or polygons"),
            types=[kinds.TypeVectorPoint, kinds.TypeVectorPolygon],
            optional=True,
        ),
        tr(
            "In place of a second map, points or polygons whose class is known, in any coordinate reference system: a "
            "point stands for the pixel that it lies in, a polygon for those whose centre lies in it."
        ),
    )
    algorithm.add(
        QgsProcessingParameterField(
            name=FIELD, description=tr("Field of classes"), parentLayerParameterName=REFERENCE, optional=True
        ),
        tr(
            "Of the reference points or polygons: the field of their classes, whole numbers or text. Features whose "
            "field is empty are left out."
        ),
    )


def problem_of_field(algorithm, parameters, context) -> str:
    """Return what is wrong with the reference features as a sentence for the user, empty when nothing is."""
    if not is_given(parameters.get(REFERENCE)):
        return ""
    source = algorithm.parameterAsSource(parameters, REFERENCE, context)
    if source is None:
        return tr("{parameter} cannot be opened; choose another layer.").format(
            parameter=called(algorithm.parameterDefinition(REFERENCE))
        )
    if source.fields().lookupField(parameters.get(FIELD) or "") >= 0:
        return ""
    return tr("{parameter} is {value}; of {layer}, it must be one of {fields}.").format(
        parameter=called(algorithm.parameterDefinition(FIELD)),
        value=parameters.get(FIELD) or tr("missing"),
        layer=source.sourceName(),
        fields=", ".join(source.fields().names()),
    )


def reference_features(algorithm, parameters, context):
    """Return the `ReferenceFeatures` that are chosen; to be called in the thread of the layers."""
    from ...core.inputs.references import ReferenceFeatures

    source = algorithm.parameterAsSource(parameters, REFERENCE, context)
    chosen = parameters[REFERENCE]
    if isinstance(chosen, QgsProcessingFeatureSourceDefinition):
        chosen = evaluated(chosen.source, context)
    layer = algorithm.parameterAsVectorLayer({REFERENCE: chosen}, REFERENCE, context)
    field = source.fields().lookupField(parameters[FIELD])
    features = [(feature.geometry(), feature[field]) for feature in source.getFeatures()]
    return ReferenceFeatures(
        geometries=[b"" if geometry.isNull() else bytes(geometry.asWkb()) for geometry, _ in features],
        values=[value if isinstance(value, (int, float, str)) else None for _, value in features],
        crs=wkt_of(source.sourceCrs()),
        name=source.sourceName(),
        field=parameters[FIELD],
        files=files_of(layer),
    )
