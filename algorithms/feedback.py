"""Progress of a computation, shown by QGIS."""

from __future__ import annotations

from threading import Lock, current_thread, main_thread

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from ..core.progress import Progress

# At a terminal, qgis_process prints a mark for each 2.5 %.
MARKS = 40


class FeedbackProgress(Progress):
    """Passes progress, phases and log lines on to a `QgsProcessingFeedback`, and its cancelling back."""

    def __init__(self, feedback):
        self._feedback = feedback
        self._lock = Lock()
        self._shown = 0.0
        self._at_terminal = QgsApplication.platform() == "qgis_process"
        self._marks_at_last_line = 0

    def report(self, fraction: float) -> None:
        # Threads report in any order; a bar that runs backwards would worry the user.
        with self._lock:
            if fraction > self._shown:
                self._shown = fraction
                self._feedback.setProgress(100 * fraction)

    def begin(self, phase: str) -> None:
        self._end_marks()
        self._feedback.setProgressText(phase)

    def info(self, text: str) -> None:
        self._end_marks()
        self._feedback.pushInfo(text)

    def warn(self, text: str) -> None:
        self._end_marks()
        self._feedback.pushWarning(text)

    def cancelled(self) -> bool:
        # There, Ctrl+C comes as an event to the main thread, which has no event loop during a run.
        if self._at_terminal and current_thread() is main_thread():
            QCoreApplication.processEvents()
        return self._feedback.isCanceled()

    def _end_marks(self) -> None:
        """End the line in which qgis_process prints its marks of progress, so that a text begins on a new one."""
        if self._at_terminal:
            with self._lock:
                # The first report prints the mark of 0 %, and after that of 100 % the line is ended.
                marks = 1 + int(100 * self._shown * MARKS / 100) if 0 < self._shown < 1 else 0
                if marks > self._marks_at_last_line:
                    self._feedback.pushInfo("")
                self._marks_at_last_line = marks
