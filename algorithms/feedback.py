# SPDX-License-Identifier: GPL-2.0-or-later
"""Progress of a computation, shown by QGIS."""

from __future__ import annotations

from threading import Lock, current_thread, main_thread

from qgis.core import QgsApplication, QgsProcessingFeedback
from qgis.PyQt.QtCore import QCoreApplication

from ..core.progress import Progress


def progress_of(feedback: QgsProcessingFeedback) -> Progress:
    """Return the listener that passes on to a feedback what a computation reports."""
    return (TerminalProgress if QgsApplication.platform() == "qgis_process" else FeedbackProgress)(feedback)


class FeedbackProgress(Progress):
    """Passes progress, phases and log lines on to a feedback, and its cancelling back."""

    def __init__(self, feedback: QgsProcessingFeedback):
        self._feedback = feedback
        self._lock = Lock()
        self._reached = 0.0

    def report(self, fraction: float) -> None:
        # Threads report in any order; a bar that runs backwards would worry the user.
        with self._lock:
            if fraction > self._reached:
                self._reached = fraction
                self._feedback.setProgress(100 * fraction)

    def begin(self, phase: str) -> None:
        self._feedback.setProgressText(phase)

    def info(self, text: str) -> None:
        self._feedback.pushInfo(text)

    def warn(self, text: str) -> None:
        self._feedback.pushWarning(text)

    def cancelled(self) -> bool:
        return self._feedback.isCanceled()


class TerminalProgress(FeedbackProgress):
    """Shows progress in qgis_process, which prints it as marks without a line break, each text on a line of its own.

    A mark is printed for each 2.5 %, and in the main thread only. So that a mark is known to be printed, progress is
    passed on from there, in steps of 2.5 %; in a model, of which this may be one of up to five steps, 12.5 %.
    """

    def __init__(self, feedback: QgsProcessingFeedback):
        super().__init__(feedback)
        # As Python sees it, it is a QgsProcessingFeedback.
        self._is_step = feedback.metaObject().className() == "QgsProcessingMultiStepFeedback"
        self._marks = 8 if self._is_step else 40
        self._printed = 0
        # The step of a model before this one may have left marks.
        self._is_line_open = self._is_step

    def report(self, fraction: float) -> None:
        self._reached = max(self._reached, fraction)
        self._print_marks()

    def begin(self, phase: str) -> None:
        self._end_line()
        super().begin(phase)

    def info(self, text: str) -> None:
        self._end_line()
        super().info(text)

    def warn(self, text: str) -> None:
        self._end_line()
        super().warn(text)

    def cancelled(self) -> bool:
        # Ctrl+C comes as an event to the main thread, which has no event loop during a run.
        if current_thread() is main_thread():
            QCoreApplication.processEvents()
        return super().cancelled()

    def _print_marks(self) -> None:
        marks = int(self._marks * self._reached)
        if marks > self._printed and current_thread() is main_thread():
            self._printed = marks
            self._feedback.setProgress(100 * marks / self._marks)
            # After 100 %, qgis_process ends the line itself.
            self._is_line_open = self._is_step or marks < self._marks

    def _end_line(self) -> None:
        self._print_marks()
        if self._is_line_open:
            self._is_line_open = False
            self._feedback.pushInfo("")
