# SPDX-License-Identifier: GPL-2.0-or-later
"""How a run works: memory, temporary folder, other machines."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterString, QgsProcessingUtils

from ..translation import tr
from .definitions import add_whole_number

MEMORY = "MEMORY"
SCHEDULER = "SCHEDULER"


def add_memory_parameter(algorithm) -> None:
    """Add the parameter that bounds memory."""
    add_whole_number(
        algorithm,
        MEMORY,
        tr("Memory (MB)"),
        tr(
            "Memory for the pixels; what exceeds it goes to a scratch file in the temporary folder of Processing, "
            "which is slower on a slow disk. 0: what is free, within reason."
        ),
        default=0,
        advanced=True,
    )


def pixel_store(algorithm, parameters, context):
    """Return the `PixelStore` that the memory parameter asks for."""
    from ...core.compute.memory import PixelStore

    return PixelStore(temporary_folder(context), algorithm.parameterAsInt(parameters, MEMORY, context))


def temporary_folder(context) -> str:
    """Return where temporary files go: since QGIS 3.32, a run may have a folder of its own for them."""
    return QgsProcessingUtils.tempFolder(*([context] if hasattr(context, "temporaryFolder") else []))


def add_scheduler_parameter(algorithm) -> None:
    """Add the parameter that has other machines work."""
    algorithm.add(
        QgsProcessingParameterString(name=SCHEDULER, description=tr("Dask scheduler"), optional=True),
        tr(
            "Address of the scheduler of a Dask cluster, such as tcp://127.0.0.1:8786, whose workers read the tiles "
            "and keep them in memory; they must find the tiles under the same paths. The result is the same. Only "
            "name a cluster that you trust: it can run any code on this machine. Empty: this machine works."
        ),
        advanced=True,
    )


def scheduler(algorithm, parameters, context) -> str:
    """Return the address of the scheduler, empty when this machine is to work."""
    return algorithm.parameterAsString(parameters, SCHEDULER, context).strip()
