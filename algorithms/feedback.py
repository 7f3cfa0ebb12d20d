# SPDX-License-Identifier: GPL-2.0-or-later
"""Progress of computations in QGIS."""

from __future__ import annotations

from threading import Lock, current_thread, main_thread

from qgis.core import QgsApplication, QgsProcessingFeedback
from qgis.PyQt.QtCore import QCoreApplication

from ..core.progress import Progress


def progress_of(feedback: QgsProcessingFeedback) -> Progress:
    """Return the listener that passes progress and messages on to a feedback."""
    return (TerminalProgress if QgsApplication.platform() == "qgis_process" else FeedbackProgress)(feedback)


class FeedbackProgress(Progress):
    """Passes progress and messages on to a feedback, and cancelling back."""

    def __init__(self, feedback: QgsProcessingFeedback):
        self._feedback = feedback
        self._lock = Lock()
        self._reached = 0.0

    def report(self, fraction: float) -> None:
        # Threads report in any order, but the progress bar must not run backwards.
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
    """Progress in qgis_process: begins a new line before each message.

    The program prints a mark for every 2.5 % without a line break, from the main thread only. Progress is passed on
    from the main thread in these steps, so that it is known whether the current line has marks. In a model of up to
    five steps, they are steps of 12.5 %.
    """

    def __init__(self, feedback: QgsProcessingFeedback):
        super().__init__(feedback)
        # In Python, its class is QgsProcessingFeedback.
        self._is_step = feedback.metaObject().className() == "QgsProcessingMultiStepFeedback"
        self._marks = 8 if self._is_step else 40
        self._printed = 0
        # The previous step of a model may have printed marks.
        self._is_line_open = self._is_step

    def report(self, fraction: float) -> None:
        self._reached = max(self._reached, fraction)
        self._print_marks()
        if self._is_step and self._reached >= 1:
            # The next step may be another provider's, which does not begin a new line.
            self._end_line()

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
        # Ctrl+C is an event for the main thread, which has no event loop during a run.
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
