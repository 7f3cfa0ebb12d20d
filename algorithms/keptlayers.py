# SPDX-License-Identifier: GPL-2.0-or-later
"""Results of a run that was cancelled and keeps what it has: where they are, and their layers."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingUtils
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, QTimer, pyqtSignal, pyqtSlot

from ..core.progress import Progress
from .temporary import is_temporary
from .translation import tr


def load_kept(algorithm, results: dict, context: QgsProcessingContext, progress: Progress) -> None:
    """Say which results are kept, and load their layers once the main thread can: QGIS loads none of a cancelled run.

    Temporary results are left to `say_where`.
    """
    destinations = [definition for definition in algorithm.parameterDefinitions() if definition.isDestination()]
    kept = {definition.description(): results.get(definition.name()) for definition in destinations}
    kept = {label: path for label, path in kept.items() if path}
    lasting = {label: path for label, path in kept.items() if not is_temporary(path, context)}
    if lasting:
        progress.info(tr("Kept of the cancelled run:"))
    for label, path in lasting.items():
        progress.info(f"  {label}: {path}")
    if context.layersToLoadOnCompletion():
        KeptLayers(context).load()


class KeptLayers(QObject):
    """Loads the layers of a run in the main thread, in which alone projects may be changed.

    Parameters
    ----------
    context : QgsProcessingContext
        That of the run, whose layers are taken away: contexts delete the post-processors of their layers.
    """

    _asked = pyqtSignal()
    # Nothing else refers to them until they are loaded.
    _waiting: ClassVar[set[KeptLayers]] = set()

    def __init__(self, context: QgsProcessingContext):
        super().__init__()
        self._context = QgsProcessingContext()
        self._context.setProject(context.project())
        self._context.takeResultsFrom(context)
        main = QCoreApplication.instance().thread()
        self._context.pushToThread(main)
        self.moveToThread(main)
        self._asked.connect(self._load, Qt.ConnectionType.QueuedConnection)

    def load(self) -> None:
        """Load them soon."""
        self._waiting.add(self)
        self._asked.emit()

    @pyqtSlot()
    def _load(self) -> None:
        # Later, as an object must not go while its own slot runs.
        QTimer.singleShot(0, partial(self._waiting.discard, self))
        layers = self._context.layersToLoadOnCompletion().items()
        # Later layers lie above earlier ones; QGIS before 3.32 has no such key.
        for path, details in sorted(layers, key=lambda item: getattr(item[1], "layerSortKey", 0)):
            layer = QgsProcessingUtils.mapLayerFromString(path, self._context)
            if layer is None or details.project is None:
                continue
            details.setOutputLayerName(layer)
            details.project.addMapLayer(self._context.temporaryLayerStore().takeMapLayer(layer))
            if details.postProcessor():
                details.postProcessor().postProcessLayer(layer, self._context, QgsProcessingFeedback())
