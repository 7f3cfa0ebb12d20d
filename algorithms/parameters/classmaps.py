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
GROUP_FIELD = "GROUP_FIELD"


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


def problem_of_field(
    algorithm, parameters, context, of: str = REFERENCE, instead: str = SECOND, is_needed: bool = True
) -> str:
    """Return what is wrong with reference features as a sentence for the user, empty when nothing is.

    `of` is their parameter, and `instead` that of the class raster that may be given instead; `is_needed` tells whether
    they must have a field of classes.
    """
    if not is_given(parameters.get(of)):
        return ""
    source = algorithm.parameterAsSource(parameters, of, context)
    if source is None:
        if algorithm.parameterAsRasterLayer(parameters, of, context) is not None:
            return tr("{parameter} is a raster; if it is one of classes, give it as {other}.").format(
                parameter=called(algorithm.parameterDefinition(of)),
                other=called(algorithm.parameterDefinition(instead)),
            )
        return tr("{parameter} cannot be opened; choose another layer.").format(
            parameter=called(algorithm.parameterDefinition(of))
        )
    if not (is_needed or is_given(parameters.get(FIELD))):
        return ""
    if source.fields().lookupField(parameters.get(FIELD) or "") >= 0:
        return ""
    return tr("{parameter} is {value}; of {layer}, it must be one of {fields}.").format(
        parameter=called(algorithm.parameterDefinition(FIELD)),
        value=parameters.get(FIELD) or tr("missing"),
        layer=source.sourceName(),
        fields=", ".join(source.fields().names()),
    )


def reference_features(algorithm, parameters, context, of: str = REFERENCE):
    """Return the `ReferenceFeatures` that a parameter has; to be called in the thread of the layers.

    Without a field of classes, each feature is a class of its own, called by its number in the layer.
    """
    from ...core.inputs.references import ReferenceFeatures

    source = algorithm.parameterAsSource(parameters, of, context)
    chosen = parameters[of]
    if isinstance(chosen, QgsProcessingFeatureSourceDefinition):
        chosen = evaluated(chosen.source, context)
    layer = algorithm.parameterAsVectorLayer({of: chosen}, of, context)
    given = [name for name in (FIELD, GROUP_FIELD) if is_given(parameters.get(name))]
    columns = {name: source.fields().lookupField(parameters[name]) for name in given}
    features = list(source.getFeatures())
    values = {
        name: [value if isinstance(value := feature[column], (int, float, str)) else None for feature in features]
        for name, column in columns.items()
    }
    ids = [feature.id() for feature in features]
    return ReferenceFeatures(
        geometries=[bytes(feature.geometry().asWkb()) if feature.hasGeometry() else b"" for feature in features],
        values=values.get(FIELD, ids),
        crs=wkt_of(source.sourceCrs()),
        name=source.sourceName(),
        field=parameters.get(FIELD, ""),
        files=files_of(layer),
        ids=ids,
        groups=values.get(GROUP_FIELD, ()),
    )
