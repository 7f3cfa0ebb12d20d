# SPDX-License-Identifier: GPL-2.0-or-later
"""Calling GDAL so that it neither prints nor needs to know whether it raises exceptions."""

from __future__ import annotations

from ..errors import in_one_line

# A message may name a long path.
LONGEST_FAILURE = 500


def attempt(function, *arguments, **options):
    """Call a function of GDAL, with its exceptions on or off, and keep what it would print.

    QGIS switches GDAL's exceptions on from version 3.40 for the whole process; before, a failure is a message on
    the standard error stream.

    Returns
    -------
    result : object
        What the function returned; None when GDAL raised.
    failure : str
        GDAL's first message of a failure, in one line; empty when there was none.
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
