# SPDX-License-Identifier: GPL-2.0-or-later
"""Rasters that are read, masks, and the extent: what was set on their layers, and how values are read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterExtent,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingUtils,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsRasterRange,
    QgsReferencedRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..translation import tr
from .values import evaluated, is_given

EXTENT = "EXTENT"
MASK = "MASK"
MASK_SELECTED = "MASK_SELECTED"
NODATA = "NODATA"

_FOUR_NUMBERS = re.compile(r"(?:[^,\[]+,){3}[^,\[]+(?:\[.*\])?\s*$")


class RasterOrFeatures(QgsProcessingParameterMapLayer):
    """A raster, or features, of which scripts may choose the selected ones as for other vector inputs."""

    # The geometry types that features may have.
    GEOMETRIES: tuple = ()
    # The parameter that says whether only selected features count.
    SELECTED = ""

    def checkValueIsAcceptable(self, value, context=None):
        return isinstance(value, QgsProcessingFeatureSourceDefinition) or super().checkValueIsAcceptable(value, context)

    def allowed(self) -> str:
        """Return what a value must be, for messages."""
        raise NotImplementedError

    def allowed_features(self) -> str:
        """Return what the features of a layer must be, for messages."""
        raise NotImplementedError

    def features(self, layer: QgsVectorLayer, only_selected: bool, parameters: dict):
        """Return what `core` takes for a layer of features; called in the thread of the layer."""
        raise NotImplementedError


class MaskParameter(RasterOrFeatures):
    """A mask: a raster or polygons."""

    GEOMETRIES = (QgsWkbTypes.GeometryType.PolygonGeometry,)
    SELECTED = MASK_SELECTED

    def __init__(self, name: str):
        super().__init__(
            name=name,
            description=tr("Mask"),
            optional=True,
            types=[QgsProcessing.SourceType.TypeRaster, QgsProcessing.SourceType.TypeVectorPolygon],
        )

    def allowed(self):
        return tr("a raster or polygons")

    def allowed_features(self):
        return tr("polygons, not points, lines or a table; choose another layer")

    def features(self, layer, only_selected, parameters):
        return polygon_mask(layer, only_selected)


def add_raster_parameter(algorithm, name: str, help: str, optional: bool = False) -> None:
    """Add a raster that is read, with its further no data value."""
    algorithm.add(QgsProcessingParameterRasterLayer(name=name, description=tr("Raster"), optional=optional), help)
    algorithm.add(
        QgsProcessingParameterNumber(
            name=NODATA,
            description=tr("No data value"),
            type=QgsProcessingParameterNumber.Type.Double,
            optional=True,
        ),
        tr(
            "A value that stands for no data, as the file stores it (before scale and offset). Those of the file and "
            "of the layer's properties (Transparency) count anyway. Empty: none."
        ),
        advanced=True,
    )


def add_extent_parameter(algorithm, help: str) -> None:
    """Add the extent to which reading is limited."""
    algorithm.add(QgsProcessingParameterExtent(name=EXTENT, description=tr("Extent"), optional=True), help)


def add_mask_parameter(algorithm) -> None:
    """Add the raster or the polygons that leave pixels out."""
    algorithm.add(
        MaskParameter(MASK),
        tr(
            "Use only the pixels that a raster or a layer of polygons keeps. A raster leaves out where its first band "
            "is 0, has no data, or does not reach; polygons keep the pixels whose centre lies in one. Grid and "
            "coordinate reference system may differ from those of the image."
        ),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterBoolean(
            name=MASK_SELECTED,
            description=tr("Only selected polygons of the mask"),
            defaultValue=False,
            # Models that were made before this parameter do not give it.
            optional=True,
        ),
        tr("Use only the polygons that are selected in the layer."),
        advanced=True,
    )


def layers_of(algorithm, parameters: dict, context) -> dict[str, object]:
    """Return what was set on the layers that parameters name: rasters, masks, and extents given as layers.

    To be called in the thread of the layers, after which these are not needed.

    Returns
    -------
    dict of str to RasterChoice, PolygonMask, ReferenceFeatures or QgsReferencedRectangle
        By the name of the parameter.
    """
    found: dict[str, object] = {}
    for definition in algorithm.parameterDefinitions():
        name = definition.name()
        if not is_given(parameters.get(name)):
            continue
        if isinstance(definition, QgsProcessingParameterRasterLayer):
            has_nodata = is_given(parameters.get(NODATA))
            nodata = algorithm.parameterAsDouble(parameters, NODATA, context) if has_nodata else None
            found[name] = raster_choice(algorithm.parameterAsRasterLayer(parameters, name, context), nodata)
        elif isinstance(definition, RasterOrFeatures):
            layer, only_selected = raster_or_features(parameters[name], context)
            if isinstance(layer, QgsRasterLayer):
                found[name] = raster_choice(layer)
            else:
                only_selected |= algorithm.parameterAsBool(parameters, definition.SELECTED, context)
                found[name] = definition.features(layer, only_selected, parameters)
        elif isinstance(definition, QgsProcessingParameterExtent) and _is_layer(parameters[name], context):
            found[name] = QgsReferencedRectangle(
                algorithm.parameterAsExtent(parameters, name, context),
                algorithm.parameterAsExtentCrs(parameters, name, context),
            )
    return found


def raster_choice(layer: QgsRasterLayer, nodata: float | None = None):
    """Return the `RasterChoice` of a layer, with a further no data value."""
    from ...core.files.raster.choice import RasterChoice

    provider = layer.dataProvider()
    bands = range(1, layer.bandCount() + 1)
    opened = RasterChoice.of(layer.source())
    return RasterChoice(
        source=opened.source,
        options=opened.options,
        name=layer.name(),
        # As GDAL writes it, where the user has not set another one.
        crs=None if layer.crs() == provider.crs() else wkt_of(layer.crs()),
        ignored_nodata=frozenset(
            band for band in bands if provider.sourceHasNoDataValue(band) and not provider.useSourceNoDataValue(band)
        ),
        nodata_ranges={
            band: tuple(map(_value_range, ranges)) for band in bands if (ranges := provider.userNoDataValues(band))
        },
        nodata=nodata,
    )


def raster_or_features(value, context) -> tuple[QgsMapLayer | None, bool]:
    """Return the layer of a value, None when it cannot be opened, and whether only its selected features count."""
    only_selected = False
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        only_selected, value = value.selectedFeaturesOnly, evaluated(value.source, context)
    if isinstance(value, str):
        # Not as a mesh, which QGIS tries as well and takes seconds for.
        hints = (QgsProcessingUtils.LayerHint.Raster, QgsProcessingUtils.LayerHint.Vector)
        layers = (QgsProcessingUtils.mapLayerFromString(value, context, True, hint) for hint in hints)
        value = next((layer for layer in layers if layer is not None), None)
    return (value if isinstance(value, QgsMapLayer) and value.isValid() else None), only_selected


def polygon_mask(layer: QgsVectorLayer, only_selected: bool):
    """Return the `PolygonMask` of the features of a layer."""
    from ...core.inputs.masks import PolygonMask

    features = features_of(layer, only_selected)
    return PolygonMask(
        geometries=tuple(wkb_of(feature) for feature in features if feature.hasGeometry()),
        crs=wkt_of(layer.crs()),
        name=tr("{} (selected polygons)").format(layer.name()) if only_selected else layer.name(),
        files=files_of(layer),
    )


def features_of(layer: QgsVectorLayer, only_selected: bool, fields: Sequence[int] = ()):
    """Return the features of a layer, or the selected ones, with some of their fields, which are given by number."""
    request = QgsFeatureRequest().setSubsetOfAttributes(list(fields))
    return layer.getSelectedFeatures(request) if only_selected else layer.getFeatures(request)


def wkb_of(feature: QgsFeature) -> bytes:
    """Return the geometry of a feature as well-known binary."""
    return bytes(feature.geometry().asWkb())


def files_of(layer: QgsVectorLayer) -> tuple[str, ...]:
    """Return the file that a vector layer is read from, if it is one."""
    path = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source()).get("path", "")
    return (path,) if path else ()


def extent_in(algorithm, parameters, context):
    """Return a function that gives the extent, (xmin, ymin, xmax, ymax), in a CRS; None when there is no extent."""
    if not is_given(parameters.get(EXTENT)):
        return None
    chosen = {EXTENT: algorithm.layers.get(EXTENT, parameters[EXTENT])}

    def extent(wkt: str) -> tuple[float, float, float, float]:
        crs = QgsCoordinateReferenceSystem.fromWkt(wkt)
        rectangle = algorithm.parameterAsExtent(chosen, EXTENT, context, crs)
        return rectangle.xMinimum(), rectangle.yMinimum(), rectangle.xMaximum(), rectangle.yMaximum()

    return extent


def _value_range(one: QgsRasterRange):
    """Return the values of a range, which QGIS leaves open where an end is NaN."""
    from ...core.files.raster.choice import ValueRange

    kinds = QgsRasterRange.BoundsType
    low, high, bounds = one.min(), one.max(), one.bounds()
    return ValueRange(
        low if low == low else float("-inf"),
        high if high == high else float("inf"),
        with_low=bounds in (kinds.IncludeMinAndMax, kinds.IncludeMin),
        with_high=bounds in (kinds.IncludeMinAndMax, kinds.IncludeMax),
    )


def wkt_of(crs: QgsCoordinateReferenceSystem) -> str:
    """Return a coordinate reference system as GDAL reads it; empty when it is not known."""
    return crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL) if crs.isValid() else ""


def _is_layer(value, context) -> bool:
    """Tell whether the value of an extent is a layer, its id or its name, not numbers."""
    if isinstance(value, str):
        return not _FOUR_NUMBERS.match(value) and QgsProcessingUtils.mapLayerFromString(value, context) is not None
    return isinstance(value, (QgsMapLayer, QgsProcessingFeatureSourceDefinition))
