"""What the tests of the window share."""

from __future__ import annotations

import time

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QCoreApplication

LONGEST_WAIT = 60


def layers():
    return list(QgsProject.instance().mapLayers().values())


def wait_until(is_done):
    """Let QGIS work on events until something has happened."""
    end = time.monotonic() + LONGEST_WAIT
    while not is_done():
        assert time.monotonic() < end, f"Nothing happened in {LONGEST_WAIT} s"
        QCoreApplication.processEvents()
        time.sleep(0.01)
