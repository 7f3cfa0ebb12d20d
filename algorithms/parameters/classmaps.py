# SPDX-License-Identifier: GPL-2.0-or-later
"""Class maps: rasters of classes, or points and polygons whose class is known."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterField,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..translation import tr
from .rasters import RasterOrFeatures, features_of, files_of, raster_or_features, wkb_of, wkt_of
from .values import called, is_given

SECOND = "SECOND"
FIELD = "FIELD"
GROUP_FIELD = "GROUP_FIELD"
SECOND_SELECTED = "SECOND_SELECTED"


class ClassMapParameter(RasterOrFeatures):
    """A class raster, or points or polygons with a field of classes."""

    GEOMETRIES = (QgsWkbTypes.GeometryType.PointGeometry, QgsWkbTypes.GeometryType.PolygonGeometry)
    SELECTED = SECOND_SELECTED

    def __init__(self, name: str, description: str):
        kinds = QgsProcessing.SourceType
        super().__init__(
            name=name,
            description=description,
            types=[kinds.TypeRaster, kinds.TypeVectorPoint, kinds.TypeVectorPolygon],
        )

    def allowed(self):
        return tr("a class raster, or points or polygons with a field of classes")

    def allowed_features(self):
        return tr("points or polygons, not lines or a table; choose another layer")

    def features(self, layer, only_selected, parameters):
        from ...core.inputs.references import ReferenceFeatures

        given = [name for name in (FIELD, GROUP_FIELD) if is_given(parameters.get(name))]
        columns = {name: layer.fields().lookupField(parameters[name]) for name in given}
        features = list(features_of(layer, only_selected, list(columns.values())))
        values = {
            name: [value if isinstance(value := feature[column], (int, float, str)) else None for feature in features]
            for name, column in columns.items()
        }
        ids = [feature.id() for feature in features]
        return ReferenceFeatures(
            geometries=[wkb_of(feature) if feature.hasGeometry() else b"" for feature in features],
            values=values.get(FIELD, ids),
            crs=wkt_of(layer.crs()),
            name=tr("{} (selected features)").format(layer.name()) if only_selected else layer.name(),
            field=parameters.get(FIELD, ""),
            files=files_of(layer),
            ids=ids,
            groups=values.get(GROUP_FIELD, ()),
        )


def add_second_map(algorithm) -> None:
    """Add the map that another one is compared with."""
    algorithm.add(
        ClassMapParameter(SECOND, tr("Second map, or reference points or polygons")),
        tr(
            "A class raster of the same ground, whose grid and coordinate reference system may differ: each pixel of "
            "the first map is compared with the pixel that its centre lies in. Or points or polygons whose class is "
            "known: a point stands for the pixel that it lies in, a polygon for those whose centre lies in it."
        ),
    )
    algorithm.add(
        QgsProcessingParameterField(
            name=FIELD,
            description=tr("Field of classes"),
            parentLayerParameterName=SECOND,
            optional=True,
        ),
        tr(
            "Of reference points or polygons: the field of their classes, whole numbers or text. Features whose field "
            "is empty are left out."
        ),
    )
    algorithm.add(
        QgsProcessingParameterBoolean(
            name=SECOND_SELECTED, description=tr("Only selected reference features"), defaultValue=False, optional=True
        ),
        tr("Use only the points or polygons that are selected in the layer."),
        advanced=True,
    )


def problem_of_field(algorithm, parameters, context, of: str = SECOND) -> str:
    """Return what is wrong with the field of classes as a sentence for the user, empty when nothing is.

    `of` is the parameter of the layer that has the field.
    """
    layer, _ = raster_or_features(parameters.get(of), context)
    if not isinstance(layer, QgsVectorLayer):
        return ""
    if layer.fields().lookupField(parameters.get(FIELD, "")) >= 0:
        return ""
    return tr("{parameter} is {value}; of {layer}, it must be one of {fields}.").format(
        parameter=called(algorithm.parameterDefinition(FIELD)),
        value=parameters.get(FIELD) or tr("missing"),
        layer=layer.name(),
        fields=", ".join(layer.fields().names()),
    )
