# SPDX-License-Identifier: GPL-2.0-or-later
"""Imports SPy (the Python package `spectral`): the installed one, or the copy in the plugin's zip."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

from ..errors import MissingPackageError
from ..wording import tr

# `make package` puts wheels into this folder of the zip; a checkout does not have it.
EXTLIBS = Path(__file__).resolve().parents[2] / "extlibs"


def spy_algorithms():
    """Import SPy's algorithms.

    Raises
    ------
    MissingPackageError
        If SPy does not import.
    """
    # At the end of the path, so that installed packages are preferred.
    for wheel in map(str, sorted(EXTLIBS.glob("*.whl"))):
        if wheel not in sys.path:
            sys.path.append(wheel)
    try:
        return import_module("spectral.algorithms.algorithms")
    except Exception as error:  # An old SPy with a new NumPy raises other errors than ImportError.
        raise MissingPackageError(
            tr(
                "Principal components need the Python package spectral (SPy), which the Python of QGIS cannot import "
                "({error}); the README says how to install it."
            ).format(error=error)
        ) from None
