# SPDX-License-Identifier: GPL-2.0-or-later
"""Reports of a batch in the Results Viewer."""

from __future__ import annotations

import time


class BatchReports:
    """Lets QGIS's batch dialog list reports in the Results Viewer.

    In QGIS 3.22 to 3.44 it lists them without a time, which raises a TypeError at the end of the batch. This fills in
    the time.
    """

    def __init__(self):
        from processing.core.ProcessingResults import resultsList

        self._list = resultsList
        add = resultsList.addResult

        def add_with_time(icon, name, timestamp=None, result=""):
            add(icon, name, timestamp or time.localtime(), result)

        resultsList.addResult = add_with_time

    def remove(self) -> None:
        """Leave it to QGIS again."""
        del self._list.addResult
