"""Progress of a computation, shown by QGIS."""

import pytest
from qgis.core import QgsApplication, QgsProcessingFeedback
from qgis.PyQt.QtCore import QTimer

from neon_aop.algorithms.feedback import FeedbackProgress


def cancelled_after_an_event(monkeypatch, platform):
    """Tell whether a run is cancelled when an event waits that cancels it, as Ctrl+C in qgis_process does."""
    monkeypatch.setattr(QgsApplication, "platform", lambda: platform)
    feedback = QgsProcessingFeedback(False)
    progress = FeedbackProgress(feedback)
    QTimer.singleShot(0, feedback.cancel)
    return progress.cancelled()


def test_ctrl_c_in_qgis_process_cancels_a_run(qgis_processing, monkeypatch):
    assert cancelled_after_an_event(monkeypatch, "qgis_process")


@pytest.mark.parametrize("platform", ["desktop", "server", "external"])
def test_no_events_are_handled_in_the_middle_of_a_run_elsewhere(qgis_processing, monkeypatch, platform):
    assert not cancelled_after_an_event(monkeypatch, platform)


def test_progress_never_goes_back(qgis_processing):
    feedback = QgsProcessingFeedback(False)
    progress = FeedbackProgress(feedback)
    progress.report(0.5)
    progress.report(0.25)
    assert feedback.progress() == 50
