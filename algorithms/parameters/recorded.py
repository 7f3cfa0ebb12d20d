# SPDX-License-Identifier: GPL-2.0-or-later
"""Values of parameters as the files of a run keep them: by ids, in any language, without folders and secrets."""

from __future__ import annotations

import math
import os

from qgis.core import (
    QgsMapLayer,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorLayer,
    QgsProcessingUtils,
)

from .run import MEMORY, SCHEDULER
from .values import is_given

# Parameters on which no result depends; the address of a scheduler is nobody's business either.
_WITHOUT_EFFECT = frozenset({MEMORY, SCHEDULER})
_LAYERS = (
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorLayer,
)


def recorded_parameters(algorithm, parameters: dict, context) -> dict[str, object]:
    """Return the values of parameters that results depend on, for a `Provenance`; to be called in the main thread.

    Tiles are left out, which are among the inputs of the run. Files and layers are called by the name of their file.

    Parameters
    ----------
    algorithm : NeonAlgorithm
    parameters : dict
        Those that are set, see `set_values`.
    context : QgsProcessingContext

    Returns
    -------
    dict of str to bool, int, float, str or list
        Without parameters that are not given and have no default.
    """
    found = {}
    for definition in algorithm.parameterDefinitions():
        name = definition.name()
        is_hidden = isinstance(definition, (QgsProcessingParameterAuthConfig, QgsProcessingParameterMultipleLayers))
        if definition.isDestination() or is_hidden or name in _WITHOUT_EFFECT:
            continue
        if is_given(parameters.get(name, definition.defaultValue())):
            value = _recorded(algorithm, definition, parameters, context)
            if value not in (None, ""):
                found[name] = value
    return found


def _recorded(algorithm, definition, parameters: dict, context):
    name = definition.name()
    if isinstance(definition, QgsProcessingParameterEnum):
        if definition.allowMultiple():
            return algorithm.parameterAsEnums(parameters, name, context)
        return algorithm.parameterAsEnum(parameters, name, context)
    if isinstance(definition, QgsProcessingParameterBoolean):
        return algorithm.parameterAsBool(parameters, name, context)
    if isinstance(definition, QgsProcessingParameterNumber):
        if definition.dataType() == QgsProcessingParameterNumber.Type.Integer:
            return algorithm.parameterAsInt(parameters, name, context)
        value = algorithm.parameterAsDouble(parameters, name, context)
        return value if math.isfinite(value) else str(value)
    if isinstance(definition, QgsProcessingParameterExtent):
        return _extent(algorithm, name, parameters, context)
    if isinstance(definition, QgsProcessingParameterFile):
        return os.path.basename(algorithm.parameterAsFile(parameters, name, context))
    if isinstance(definition, _LAYERS):
        return _name_of_layer(parameters.get(name), context)
    return algorithm.parameterAsString(parameters, name, context)


def _extent(algorithm, name: str, parameters: dict, context) -> str:
    box = algorithm.parameterAsExtent(parameters, name, context)
    if box.isNull():
        return ""
    crs = algorithm.parameterAsExtentCrs(parameters, name, context).authid()
    edges = ",".join(f"{edge:.12g}" for edge in (box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum()))
    return f"{edges} [{crs}]" if crs else edges


def _name_of_layer(value, context) -> str:
    """Return the name of the file of a layer, or of the layer where it is none: a source may hold a password."""
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source.staticValue()
    if isinstance(value, str):
        path = value.partition("|")[0]
        if os.path.isfile(path):
            return os.path.basename(path)
        value = QgsProcessingUtils.mapLayerFromString(value, context, False)
    if not isinstance(value, QgsMapLayer):
        return ""
    path = value.source().partition("|")[0]
    return os.path.basename(path) if os.path.isfile(path) else value.name()
