"""Reports of a batch in the Results Viewer."""

import pytest
from processing.core.ProcessingResults import resultsList
from qgis.PyQt.QtGui import QIcon

from neon_aop.gui.results import BatchReports


@pytest.fixture
def listed():
    """Return the list of results, emptied afterwards."""
    reports = BatchReports()
    yield resultsList
    reports.remove()
    resultsList.results.clear()


def test_report_without_a_time_is_listed(listed):
    listed.addResult(icon=QIcon(), name="Report [0]", result="report.html")
    (result,) = listed.getResults()
    assert (result.name, result.filename) == ("Report [0]", "report.html")
    assert len(result.timestamp) == 9


def test_time_of_a_report_is_kept(listed):
    time = (2026, 11, 30, 12, 0, 0, 0, 334, 0)
    listed.addResult(icon=QIcon(), name="Report", timestamp=time, result="report.html")
    assert listed.getResults()[0].timestamp == time


def test_nothing_stays_when_the_plugin_is_unloaded():
    BatchReports().remove()
    assert "addResult" not in vars(resultsList)
