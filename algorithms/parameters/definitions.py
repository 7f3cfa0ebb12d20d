# SPDX-License-Identifier: GPL-2.0-or-later
"""Add parameters of the kinds that many algorithms have."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from qgis.core import QgsProcessingParameterEnum, QgsProcessingParameterFile, QgsProcessingParameterNumber

from .outputs import CSV_FILTER, JSON_FILTER


def add_whole_number(
    algorithm,
    name: str,
    description: str,
    help: str,
    *,
    default: int | None,
    least: int = 0,
    most: float = sys.float_info.max,
    advanced: bool = False,
) -> None:
    """Add a whole number from `least` to `most`; without a default it need not be given."""
    kind = QgsProcessingParameterNumber.Type.Integer
    algorithm.add(_number(name, description, kind, default, least, most), help, advanced)


def add_real_number(
    algorithm,
    name: str,
    description: str,
    help: str,
    *,
    default: float | None,
    least: float = -sys.float_info.max,
    most: float = sys.float_info.max,
    advanced: bool = False,
) -> None:
    """Add a number from `least` to `most`; without a default it need not be given."""
    kind = QgsProcessingParameterNumber.Type.Double
    algorithm.add(_number(name, description, kind, default, least, most), help, advanced)


def _number(name: str, description: str, kind, default, least, most) -> QgsProcessingParameterNumber:
    return QgsProcessingParameterNumber(
        name=name,
        description=description,
        type=kind,
        defaultValue=default,
        optional=default is None,
        minValue=least,
        maxValue=most,
    )


def add_choice(
    algorithm,
    name: str,
    description: str,
    help: str,
    *,
    options: Sequence[str],
    default: int = 0,
    is_new: bool = False,
    advanced: bool = False,
) -> None:
    """Add a choice of one of several options. A new one is optional, as models that were made before do not give it."""
    algorithm.add(
        QgsProcessingParameterEnum(
            name=name, description=description, options=options, defaultValue=default, optional=is_new
        ),
        help,
        advanced,
    )


def add_table_input(
    algorithm, name: str, description: str, help: str, *, optional: bool = False, advanced: bool = False
) -> None:
    """Add a CSV file that is read."""
    algorithm.add(
        QgsProcessingParameterFile(
            name=name,
            description=description,
            behavior=QgsProcessingParameterFile.Behavior.File,
            fileFilter=CSV_FILTER,
            optional=optional,
        ),
        help,
        advanced,
    )


def add_model_input(algorithm, name: str, description: str, help: str) -> None:
    """Add a JSON file that an earlier run wrote."""
    algorithm.add(
        QgsProcessingParameterFile(
            name=name,
            description=description,
            behavior=QgsProcessingParameterFile.Behavior.File,
            fileFilter=JSON_FILTER,
        ),
        help,
    )
