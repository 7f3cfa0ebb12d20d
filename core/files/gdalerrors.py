# SPDX-License-Identifier: GPL-2.0-or-later
"""Calls of GDAL functions whose errors are returned, neither printed nor raised."""

from __future__ import annotations

from ..errors import in_one_line

# Characters of a message, which may contain a long path.
LONGEST_FAILURE = 500


def attempt(function, *arguments, **options):
    """Call a GDAL function, whether GDAL's exceptions are enabled or not, and catch its messages.

    QGIS enables exceptions for the whole process from version 3.40 on; without them, errors are printed.

    Returns
    -------
    result : object
        What the function returned; None when it raised.
    failure : str
        GDAL's first error message, in one line; empty when there was none.
    """
    from osgeo import gdal

    failures = []

    def note(level, number, message):
        if level >= gdal.CE_Failure:
            failures.append(message)

    result = None
    gdal.PushErrorHandler(note)
    try:
        result = function(*arguments, **options)
    except RuntimeError as error:
        failures.append(str(error))
    finally:
        gdal.PopErrorHandler()
    return result, in_one_line(failures[0], LONGEST_FAILURE) if failures else ""
