"""Progress of a computation, shown by QGIS."""

from __future__ import annotations

from threading import Lock

from ..core.progress import Progress


class FeedbackProgress(Progress):
    """Passes progress and log lines on to a `QgsProcessingFeedback`, and its cancelling back."""

    def __init__(self, feedback):
        self._feedback = feedback
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
        return self._feedback.isCanceled()
