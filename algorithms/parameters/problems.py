# SPDX-License-Identifier: GPL-2.0-or-later
"""What is wrong with the values of parameters.

QGIS silently takes much for something else: any text but "false" and "0" is true, 1.5 is choice 2, a list is no extent,
a `pathlib.Path` is no file. Here a value is taken as it is, or refused with what is allowed.
"""

from __future__ import annotations

import math
import re

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFileUtils,
    QgsGeometry,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameters,
    QgsProcessingParameterString,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...core.constants import TILE_ENDINGS
from ..translation import tr
from .rasters import MaskParameter, mask_layer
from .tiles import TilesParameter
from .values import FALSE, TRUE, called, evaluated, is_given, shown

# QGIS reads whole numbers as 32 bits.
LARGEST_INTEGER = 2_147_483_647
# Of numbers with a fraction, QGIS gives a bound beyond this where there is none.
UNBOUNDED = 1e300

# What QGIS takes for an extent.
EXTENTS = (
    str,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsGeometry,
    QgsMapLayer,
    QgsProcessingFeatureSourceDefinition,
)


def problem_of(definition: QgsProcessingParameterDefinition, parameters: dict, context: QgsProcessingContext) -> str:
    """Return what is wrong with one of the `set_values` as a sentence for the user, empty when nothing is."""
    value = parameters.get(definition.name(), definition.defaultValue())
    advice = next((function for kind, function in ADVICE if isinstance(definition, kind)), None)
    if advice is None:
        # QGIS's own check is enough.
        return ""
    if not is_given(value):
        if definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional:
            return ""
        return tr("{parameter} is missing; it must be {allowed}.").format(
            parameter=called(definition), allowed=advice(definition, "", context)
        )
    for one in _entries(definition, value, context):
        allowed = advice(definition, one, context)
        if allowed:
            return tr("{parameter} is {value}; it must be {allowed}.").format(
                parameter=called(definition), value=shown(one), allowed=allowed
            )
    return ""


def problem_of_choice(
    one: QgsProcessingParameterDefinition, other: QgsProcessingParameterDefinition, parameters: dict
) -> str:
    """Return what is wrong with two inputs of which exactly one must be given, empty when nothing is."""
    given = [is_given(parameters.get(definition.name())) for definition in (one, other)]
    if all(given):
        return tr("{one} and {other} are both given; choose one of them.").format(one=called(one), other=called(other))
    if not any(given):
        return tr("Neither {one} nor {other} is given; choose one of them.").format(
            one=called(one), other=called(other)
        )
    return ""


# Each of the following returns what a value of a kind of parameter must be, empty when it is.


def _truth_value(definition, value, context) -> str:
    return "" if _is_plain(value) and str(value).lower() in TRUE + FALSE else tr("true or false")


def _choice(definition, value, context) -> str:
    options = definition.options()
    if definition.usesStaticStrings():
        return "" if value in options else tr("one of {choices}").format(choices=", ".join(options))
    if _whole(value) in range(len(options)):
        return ""
    choices = ", ".join(f"{number} ({option})" for number, option in enumerate(options))
    return tr("one of {choices}").format(choices=choices)


def _number(definition, value, context) -> str:
    is_whole = definition.dataType() == QgsProcessingParameterNumber.Type.Integer
    number = _whole(value) if is_whole else _finite(value)
    low, high = definition.minimum(), definition.maximum()
    if is_whole:
        low, high = max(low, -LARGEST_INTEGER), min(high, LARGEST_INTEGER)
    if number is not None and low <= number <= high:
        return ""
    least, most = f"{low:.10g}", f"{high:.10g}"
    if is_whole:
        return tr("a whole number from {least} to {most}").format(least=least, most=most)
    if high < UNBOUNDED:
        return tr("a number from {least} to {most}").format(least=least, most=most)
    return tr("a number of at least {least}").format(least=least) if low > -UNBOUNDED else tr("a number")


def _text(definition, value, context) -> str:
    return "" if _is_plain(value) and value != "" else tr("text")


def _file(definition, value, context) -> str:
    def is_allowed(path) -> bool:
        return isinstance(path, str) and definition.checkValueIsAcceptable(path, context)

    if is_allowed(value):
        return ""
    if is_allowed("without ending"):
        return tr("the path of a file, as text")
    endings = ", ".join(f".{ending}" for ending in QgsFileUtils.extensionsFromFilter(definition.fileFilter()))
    if endings == ".csv":
        return tr("the path of a file that ends in .csv, as text (a spreadsheet can be saved as CSV)")
    return tr("the path of a file that ends in {endings}, as text").format(endings=endings)


def _tile(definition, value, context) -> str:
    return "" if isinstance(value, str) and value else tr("the path of a file or a folder, as text")


def _raster(definition, value, context) -> str:
    if isinstance(value, str) and value.lower().endswith(TILE_ENDINGS):
        return tr("a raster, not an HDF5 file; run Clean reflectance on it first, or Classify tiles for classes")
    if isinstance(value, (str, QgsRasterLayer)) and value != "":
        layer = QgsProcessingParameters.parameterAsRasterLayer(definition, {definition.name(): value}, context)
        if layer is not None and layer.isValid():
            return "" if layer.providerType() == "gdal" else _not_in_a_file(layer)
        return tr("a raster that can be opened; choose another one")
    return tr("a raster layer, or the path of a raster as text")


def _mask(definition, value, context) -> str:
    if isinstance(value, str) and value.lower().endswith(TILE_ENDINGS):
        return tr("a raster or polygons, not an HDF5 file")
    if not isinstance(value, (str, QgsMapLayer, QgsProcessingFeatureSourceDefinition)) or value == "":
        return tr("a layer of a raster or of polygons, or the path of one as text")
    layer, _ = mask_layer(value, context)
    if isinstance(layer, QgsVectorLayer):
        is_polygon = layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
        return "" if is_polygon else tr("polygons, not points, lines or a table; choose another layer")
    if isinstance(layer, QgsRasterLayer):
        return "" if layer.providerType() == "gdal" else _not_in_a_file(layer)
    return tr("a raster or polygons that can be opened; choose another one")


def _not_in_a_file(layer: QgsRasterLayer) -> str:
    return tr("a raster in a file, not one from {provider}; save it as a GeoTIFF first").format(
        provider=layer.providerType()
    )


def _extent(definition, value, context) -> str:
    if isinstance(value, EXTENTS):
        extent = QgsProcessingParameters.parameterAsExtent(definition, {definition.name(): value}, context)
        crs = re.search(r"\[(.*)\]\s*$", value) if isinstance(value, str) else None
        is_known = crs is None or QgsCoordinateReferenceSystem(crs[1]).isValid()
        if is_known and extent.isFinite() and not extent.isNull():
            return ""
    return tr('text such as "xmin,xmax,ymin,ymax [EPSG:32618]", or a layer')


def _target(definition, value, context) -> str:
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = evaluated(value.sink, context)
    if isinstance(value, str) and value and not value.startswith("memory:"):
        return ""
    return tr("the path of a file, as text, or TEMPORARY_OUTPUT")


ADVICE = (
    (QgsProcessingParameterBoolean, _truth_value),
    (QgsProcessingParameterEnum, _choice),
    (QgsProcessingParameterNumber, _number),
    (QgsProcessingParameterString, _text),
    (QgsProcessingParameterFile, _file),
    (TilesParameter, _tile),
    (QgsProcessingParameterRasterLayer, _raster),
    (MaskParameter, _mask),
    (QgsProcessingParameterExtent, _extent),
    ((QgsProcessingParameterFileDestination, QgsProcessingParameterRasterDestination), _target),
)


def _entries(definition, value, context: QgsProcessingContext) -> list:
    """Return the values that a parameter of several values holds; its only value otherwise."""
    if isinstance(definition, TilesParameter):
        # An optional list without entries arrives as one empty text.
        return [one for one in _flattened(value, context) if one != ""]
    if isinstance(definition, QgsProcessingParameterEnum) and definition.allowMultiple():
        return value.split(",") if isinstance(value, str) else _flattened(value, context)
    return [value]


def _flattened(value, context: QgsProcessingContext) -> list:
    """Return what a list holds, and the lists in it that models pass; a list of one for anything else."""
    value = evaluated(value, context)
    return sum((_flattened(one, context) for one in value), []) if isinstance(value, list) else [value]


def _is_plain(value) -> bool:
    """Tell whether a value is text or a number of Python's own."""
    return type(value) in (str, int, float, bool)


def _finite(value) -> float | None:
    """Return the number that QGIS reads from a value, None when it is none or not finite."""
    # Python reads "1_000" as well, which QGIS does not.
    if type(value) not in (str, int, float) or "_" in str(value):
        return None
    try:
        number = float(value)
    except (OverflowError, ValueError):
        return None
    return number if math.isfinite(number) else None


def _whole(value) -> int | None:
    """Return the whole number that QGIS reads from a value, None when it is none."""
    number = _finite(value)
    return None if number is None or not number.is_integer() else int(number)
