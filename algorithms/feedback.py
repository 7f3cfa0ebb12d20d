"""Progress of a computation, shown by QGIS."""

from __future__ import annotations

from threading import Lock, current_thread, main_thread

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from ..core.progress import Progress


class FeedbackProgress(Progress):
    """Passes progress and log lines on to a `QgsProcessingFeedback`, and its cancelling back."""

    def __init__(self, feedback):
        self._feedback = feedback
        # There, Ctrl+C comes as an event to the main thread, which has no event loop during a run.
        self._takes_events = QgsApplication.platform() == "qgis_process"
        self._lock = Lock()
        self._shown = 0.0

    def report(self, fraction: float) -> None:
        # Threads report in any order; a bar that runs backwards would worry the user.
        with self._lock:
            if fraction > self._shown:
                self._shown = fraction
                self._feedback.setProgress(100 * fraction)

    def info(self, text: str) -> None:
        self._feedback.pushInfo(text)

    def warn(self, text: str) -> None:
        self._feedback.pushWarning(text)

    def cancelled(self) -> bool:
        if self._takes_events and current_thread() is main_thread():
            QCoreApplication.processEvents()
        return self._feedback.isCanceled()
