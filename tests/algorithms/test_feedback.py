"""Progress, phases and log lines as QGIS shows them in its window and at the terminal."""

from __future__ import annotations

from threading import Thread

import pytest
from qgis.core import QgsApplication, QgsProcessingFeedback, QgsProcessingMultiStepFeedback
from qgis.PyQt.QtCore import QTimer

from neon_aop.algorithms.feedback import FeedbackProgress, TerminalProgress, progress_of


class Window(QgsProcessingFeedback):
    """Keeps what the window shows, in order."""

    def __init__(self):
        super().__init__(False)
        self.shown = []
        self.progressChanged.connect(self.shown.append)

    def setProgressText(self, text):
        self.shown.append(text)

    def pushInfo(self, text):
        self.shown.append(text)


class Terminal(QgsProcessingFeedback):
    """Prints as qgis_process does: a mark for each 2.5 % without a line break, each text with one after it."""

    def __init__(self):
        super().__init__(False)
        self.printed = ""
        self._marks = -1
        self.progressChanged.connect(self._print_marks)

    def _print_marks(self, percent):
        while self._marks < int(percent * 40 / 100):
            self._marks += 1
            self.printed += "." if self._marks % 4 else f"{self._marks // 4 * 10}"
            self.printed += " - done.\n" if self._marks == 40 else ""

    def pushInfo(self, text):
        self.printed += text + "\n"

    def setProgressText(self, text):
        self.pushInfo(text)

    def pushWarning(self, text):
        self.printed += f"WARNING:\t{text}\n"


@pytest.mark.parametrize(("platform", "kind"), [("desktop", FeedbackProgress), ("qgis_process", TerminalProgress)])
def test_platform_decides(monkeypatch, platform, kind):
    monkeypatch.setattr(QgsApplication, "platform", staticmethod(lambda: platform))
    assert type(progress_of(Window())) is kind


def test_phases_are_shown_with_their_share_of_the_bar():
    window = Window()
    progress = FeedbackProgress(window)
    progress.phase("Reading", 0, 0.5).report(1)
    clustering = progress.phase("Clustering", 0.5, 1)
    clustering.phase("Writing", 0.5, 1).report(1)
    assert window.shown == ["Reading", 50, "Clustering", "Writing", 100]


def test_bar_never_runs_backwards():
    window = Window()
    progress = FeedbackProgress(window)
    for fraction in (0.2, 0.1, 0.3):
        progress.report(fraction)
    assert window.shown == [20, 30]


def test_texts_begin_on_new_lines_at_the_terminal():
    terminal = Terminal()
    progress = TerminalProgress(terminal)
    for text, fraction in (("A", 0.0), ("B", 0.1), ("C", 0.11), ("D", 0.3), ("E", 1.0)):
        progress.info(text)
        progress.report(fraction)
    progress.warn("F")
    marks = "...40...50...60...70...80...90...100 - done."
    assert terminal.printed.splitlines() == ["A", "B", "0...10", "C", "D", "...20...30", "E", marks, "WARNING:\tF"]


def test_steps_of_a_model_begin_texts_on_new_lines_at_the_terminal():
    terminal = Terminal()
    steps = QgsProcessingMultiStepFeedback(3, terminal)
    for step in range(3):
        steps.setCurrentStep(step)
        progress = TerminalProgress(steps)
        for number in range(60):
            progress.report(number / 60)
            progress.begin(f"Text {number}")
        progress.report(1)
        terminal.pushInfo("Text of a step of another provider")
    lines = terminal.printed.splitlines()
    texts = [line for line in lines if "Text" in line]
    assert texts == [*(f"Text {number}" for number in range(60)), "Text of a step of another provider"] * 3
    # Only the first text of a step ends a line in which nothing is, and the end of the last step, after "done".
    assert lines.count("") <= 4


def test_marks_wait_for_the_main_thread_at_the_terminal():
    terminal = Terminal()
    progress = TerminalProgress(terminal)
    thread = Thread(target=progress.report, args=(0.1,))
    thread.start()
    thread.join()
    assert terminal.printed == ""
    progress.begin("Clustering")
    assert terminal.printed == "0...10\nClustering\n"


@pytest.mark.parametrize(
    ("platform", "is_handled"), [("qgis_process", True), ("desktop", False), ("server", False), ("external", False)]
)
def test_ctrl_c_cancels_a_run_at_the_terminal_and_no_events_are_handled_elsewhere(monkeypatch, platform, is_handled):
    monkeypatch.setattr(QgsApplication, "platform", staticmethod(lambda: platform))
    feedback = QgsProcessingFeedback(False)
    progress = progress_of(feedback)
    # As Ctrl+C does there.
    QTimer.singleShot(0, feedback.cancel)
    assert progress.cancelled() == is_handled
