# SPDX-License-Identifier: GPL-2.0-or-later
"""Shows a tile as a true-colour layer, which is made in the background."""

from __future__ import annotations

import os

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessing,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
)

from ..algorithms.parameters.rasters import picture_layer_name
from ..algorithms.translation import tr
from ..core.constants import TILE_ENDINGS, TRUE_COLOUR
from ..core.errors import NeonAopError, TileError
from .remembered import TILE_PROPERTY, remember


class Errors(QgsProcessingFeedback):
    """Feedback that collects the error messages."""

    def __init__(self):
        super().__init__(False)
        self.messages: list[str] = []

    def reportError(self, error, fatalError=False):
        self.messages.append(error)


class TrueColourLoader:
    """Adds NEON tiles to the project as true-colour composites.

    GDAL itself opens the cube of a tile with rows as bands, and without coordinates.
    """

    def __init__(self, message_bar):
        self._message_bar = message_bar
        # QGIS does not keep the context and the feedback of a task.
        self._running: dict[QgsProcessingAlgRunnerTask, tuple] = {}

    def load(self, path: str) -> bool:
        """Start to load a tile, or say what is wrong with a damaged one; False for files that are left to QGIS."""
        name = self.tile_name(path)
        damage = damage_of(path) if name is None else ""
        if name is not None:
            self._start(path, name)
        elif damage:
            self._refuse(damage)
        return name is not None or bool(damage)

    def takes(self, path: str) -> bool:
        """Tell whether `load` does something about a file."""
        return self.tile_name(path) is not None or bool(damage_of(path))

    @property
    def is_running(self) -> bool:
        return bool(self._running)

    def cancel(self) -> None:
        """Stop what is being loaded."""
        for task in list(self._running):
            task.cancel()

    @staticmethod
    def tile_name(path: str) -> str | None:
        """Return the name of a tile; None when the file is not a NEON tile."""
        from ..core.files.neon.tile import NeonTile

        try:
            with NeonTile(path) as tile:
                return tile.info.name
        except NeonAopError:
            return None

    def _start(self, path: str, name: str) -> None:
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("neonaop:colourcomposite")
        parameters = {"TILE": path, "COMPOSITE": 0, "OUTPUT": QgsProcessing.TEMPORARY_OUTPUT}
        context, errors = QgsProcessingContext(), Errors()
        context.setProject(QgsProject.instance())
        task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, errors)
        task.setDescription(picture_layer_name(tr(TRUE_COLOUR.title), name))
        task.executed.connect(lambda done, results: self._finish(task, path, done, results))
        self._running[task] = (context, errors)
        QgsApplication.taskManager().addTask(task)

    def _finish(self, task: QgsProcessingAlgRunnerTask, path: str, done: bool, results: dict) -> None:
        _, errors = self._running.pop(task)
        if done:
            layer = QgsRasterLayer(results["OUTPUT"], task.description())
            remember(layer, TILE_PROPERTY, path)
            QgsProject.instance().addMapLayer(layer)
        elif not errors.isCanceled():
            self._refuse("\n".join(errors.messages))

    def _refuse(self, reason: str) -> None:
        self._message_bar.pushMessage(tr("The tile cannot be shown"), reason, Qgis.MessageLevel.Critical)


def damage_of(path: str) -> str:
    """Return why a file named as HDF5 is none or is damaged, such as cut short; empty for other files."""
    from ..core.files.hdf5.opening import open_hdf5

    if not (path.lower().endswith(TILE_ENDINGS) and os.path.isfile(path)):
        return ""
    try:
        open_hdf5(path).close()
    except TileError as error:
        return str(error)
    return ""
