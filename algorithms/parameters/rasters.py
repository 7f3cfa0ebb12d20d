# SPDX-License-Identifier: GPL-2.0-or-later
"""Rasters that are read, masks, and the extent: what was set on their layers, and how values are read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
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
)

from ..translation import tr
from .values import evaluated, is_given

EXTENT = "EXTENT"
MASK = "MASK"
MASK_SELECTED = "MASK_SELECTED"
NODATA = "NODATA"

_FOUR_NUMBERS = re.compile(r"(?:[^,\[]+,){3}[^,\[]+(?:\[.*\])?\s*$")


class MaskParameter(QgsProcessingParameterMapLayer):
    """A mask: a raster, or polygons, of which scripts may choose the selected ones as for other vector inputs."""

    def __init__(self, name: str):
        super().__init__(
            name=name,
            description=tr("Mask"),
            optional=True,
            types=[QgsProcessing.SourceType.TypeRaster, QgsProcessing.SourceType.TypeVectorPolygon],
        )

    def checkValueIsAcceptable(self, value, context=None):
        return isinstance(value, QgsProcessingFeatureSourceDefinition) or super().checkValueIsAcceptable(value, context)


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


def picture_layer_name(composite: str, image_name: str) -> str:
    """Return what the layer of a colour composite is called: lists of layers show that it is no reflectance."""
    return tr("{composite} (picture) - {image}").format(composite=composite, image=image_name)


def add_extent_parameter(algorithm, help: str, advanced: bool = False) -> None:
    """Add the extent to which reading is limited."""
    algorithm.add(QgsProcessingParameterExtent(name=EXTENT, description=tr("Extent"), optional=True), help, advanced)


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


@dataclass(frozen=True)
class LayerExtent:
    """The extent of a layer.

    Attributes
    ----------
    rectangle : QgsReferencedRectangle
    files : tuple of str
        What the layer is read from.
    """

    rectangle: QgsReferencedRectangle
    files: tuple[str, ...]


def layers_of(algorithm, parameters: dict, context) -> dict[str, object]:
    """Return what was set on the layers that parameters name: rasters, masks, and extents given as layers.

    To be called in the thread of the layers, after which these are not needed.

    Returns
    -------
    dict of str to RasterChoice, PolygonMask or LayerExtent
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
        elif isinstance(definition, MaskParameter):
            layer, only_selected = mask_layer(parameters[name], context)
            only_selected |= algorithm.parameterAsBool(parameters, MASK_SELECTED, context)
            is_raster = isinstance(layer, QgsRasterLayer)
            found[name] = raster_choice(layer) if is_raster else polygon_mask(layer, only_selected)
        elif isinstance(definition, QgsProcessingParameterExtent):
            layer = _layer_of_extent(parameters[name], context)
            if layer is None:
                continue
            rectangle = QgsReferencedRectangle(
                algorithm.parameterAsExtent(parameters, name, context),
                algorithm.parameterAsExtentCrs(parameters, name, context),
            )
            found[name] = LayerExtent(rectangle, files_of(layer))
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


def mask_layer(value, context) -> tuple[QgsMapLayer | None, bool]:
    """Return the layer of a mask, None when it cannot be opened, and whether only its selected features count."""
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

    request = QgsFeatureRequest().setSubsetOfAttributes([])
    features = layer.getSelectedFeatures(request) if only_selected else layer.getFeatures(request)
    return PolygonMask(
        geometries=tuple(bytes(feature.geometry().asWkb()) for feature in features if feature.hasGeometry()),
        crs=wkt_of(layer.crs()),
        name=tr("{} (selected polygons)").format(layer.name()) if only_selected else layer.name(),
        files=files_of(layer),
    )


def files_of(layer: QgsMapLayer) -> tuple[str, ...]:
    """Return the files that a layer is read from; none when it is in memory or in a database."""
    from ...core.files.raster.choice import files_behind

    path = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source()).get("path", "")
    return tuple(files_behind(path)) if path else ()


def extent_in(algorithm, parameters, context):
    """Return a function that gives the extent, (xmin, ymin, xmax, ymax), in a CRS; None when there is no extent."""
    if not is_given(parameters.get(EXTENT)):
        return None
    of_layer = algorithm.layers.get(EXTENT)
    chosen = {EXTENT: parameters[EXTENT] if of_layer is None else of_layer.rectangle}

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


def _layer_of_extent(value, context) -> QgsMapLayer | None:
    """Return the layer that the value of an extent is or names; None when it is numbers."""
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = evaluated(value.source, context)
    if isinstance(value, str) and not _FOUR_NUMBERS.match(value):
        value = QgsProcessingUtils.mapLayerFromString(value, context)
    return value if isinstance(value, QgsMapLayer) else None
