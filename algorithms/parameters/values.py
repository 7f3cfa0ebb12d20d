# SPDX-License-Identifier: GPL-2.0-or-later
"""Values of parameters: which are set, what messages call them, how a report shows them."""

from __future__ import annotations

import re

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProperty,
    QgsRectangle,
    QgsReferencedRectangle,
)

from ...core import wording
from ...core.errors import in_one_line
from ..translation import tr

# How values begin that name no file, such as "memory:" and "postgis:"; a single letter is a drive of Windows.
_SCHEME = re.compile(r"[A-Za-z]{2,}:")

# Truth values as QGIS, qgis_process and models write them, in small letters.
TRUE, FALSE = ("true", "1", "1.0"), ("false", "0", "0.0")


def set_values(parameters: dict, context: QgsProcessingContext) -> dict:
    """Return the values that are set, without the NULLs of models; expressions are replaced by their values."""
    values = {name: evaluated(value, context) for name, value in parameters.items()}
    return {name: value for name, value in values.items() if not _is_unset(value, context)}


def _is_unset(value, context: QgsProcessingContext) -> bool:
    # QGIS's batch dialog gives a result that is not wanted as a layer without a place.
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = evaluated(value.sink, context) or None
    return value is None or value == NULL


def evaluated(value, context: QgsProcessingContext):
    """Return what an expression (`QgsProperty`) evaluates to; any other value stays."""
    return value.value(context.expressionContext())[0] if isinstance(value, QgsProperty) else value


def path_of_sink(value, context: QgsProcessingContext) -> str:
    """Return the file that a layer of features is written to; empty when it is none, as in memory or a database."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = evaluated(value.sink, context)
    is_file = isinstance(value, str) and value != QgsProcessing.TEMPORARY_OUTPUT and not _SCHEME.match(value)
    return value if is_file else ""


def is_given(value) -> bool:
    """Tell whether an input is chosen; an optional list without entries arrives as one empty text."""
    if isinstance(value, list):
        return any(map(is_given, value))
    return value is not None and value != ""


def called(definition: QgsProcessingParameterDefinition) -> str:
    """Return what messages call a parameter: its label, and outside QGIS's window the id that scripts use as well."""
    return wording.called(definition.description(), definition.name())


def shown(value) -> str:
    """Return a value as messages show it, with its Python type when it is neither text nor a number."""
    if isinstance(value, QgsMapLayer):
        return tr("the layer {name}").format(name=value.name())
    text = in_one_line(str(value), most=300)
    if type(value) in (str, int, float):
        return text
    # Of objects that have no text of their own, Python shows a class and an address.
    kind = type(value).__name__
    return tr("of the type {type}").format(type=kind) if "<" in text else f"{text} ({kind})"


def described(definition: QgsProcessingParameterDefinition, parameters: dict) -> str:
    """Return the value of a parameter, or its default, as reports show it."""
    value = parameters.get(definition.name(), definition.defaultValue())
    if value is None or value == NULL:
        return ""
    if isinstance(definition, QgsProcessingParameterEnum) and not definition.usesStaticStrings() and is_given(value):
        chosen = value.split(",") if isinstance(value, str) else value if isinstance(value, list) else [value]
        return ", ".join(definition.options()[int(float(one))] for one in chosen)
    if isinstance(definition, QgsProcessingParameterBoolean):
        return tr("yes") if str(value).lower() in TRUE else tr("no")
    if isinstance(definition, QgsProcessingParameterNumber) and is_given(value):
        return wording.number(float(value), ".15g")
    return ", ".join(filter(None, map(_in_words, value))) if isinstance(value, list) else _in_words(value)


def _in_words(value) -> str:
    """Return a value as reports show it: layers by their name, and never the class of an object."""
    if value is None or value == NULL:
        return ""
    if isinstance(value, QgsReferencedRectangle):
        return f"{value.toString(2)} ({value.crs().authid()})"
    if isinstance(value, QgsRectangle):
        return value.toString(2)
    if isinstance(value, QgsCoordinateReferenceSystem):
        return value.authid()
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        return _in_words(value.source.staticValue())
    return value.name() if isinstance(value, QgsMapLayer) else str(value)
