# SPDX-License-Identifier: GPL-2.0-or-later
"""Shows a tile as a true-colour layer, which is made in the background."""

from __future__ import annotations

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

from ..algorithms.translation import tr
from ..core.errors import NeonAopError
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
        """Start to load a file, and tell whether it is a NEON tile."""
        name = self.tile_name(path)
        if name is None:
            return False
        self._start(path, name)
        return True

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
        task.setDescription(tr("True colour - {}").format(name))
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
            self._message_bar.pushMessage(
                tr("The tile cannot be shown"), "\n".join(errors.messages), Qgis.MessageLevel.Critical
            )
