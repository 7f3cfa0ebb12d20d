# SPDX-License-Identifier: GPL-2.0-or-later
"""Fields of vector layers that are written."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import Qgis, QgsField, QgsFields
from qgis.PyQt.QtCore import QMetaType, QVariant


def layer_fields(descriptions: Iterable[tuple[str, str]]) -> QgsFields:
    """Return fields of the given names and types, such as "QString", "Int", "LongLong" and "Double"."""
    fields = QgsFields()
    for name, kind in descriptions:
        fields.append(_field(name, kind))
    return fields


def _field(name: str, kind: str) -> QgsField:
    """Make a field: of a QVariant type before QGIS 3.38, which knows no others, and of a QMetaType type since."""
    if Qgis.QGIS_VERSION_INT >= 33800:
        return QgsField(name, getattr(QMetaType.Type, kind))
    return QgsField(name, getattr(QVariant, kind.replace("QString", "String")))
