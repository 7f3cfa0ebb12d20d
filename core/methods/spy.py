# SPDX-License-Identifier: GPL-2.0-or-later
"""SPy, the Python package `spectral`: the user's own, or the copy that comes with the plugin's zip."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

from ..errors import MissingPackageError
from ..wording import tr

# Only the zip has this folder; `make package` fills it.
EXTLIBS = Path(__file__).resolve().parents[2] / "extlibs"


def spy_algorithms():
    """Import SPy's algorithms.

    Raises
    ------
    MissingPackageError
        If SPy does not import.
    """
    _offer_bundled_packages()
    try:
        return import_module("spectral.algorithms.algorithms")
    except Exception as error:  # An old SPy beside a new NumPy fails with more than an ImportError.
        raise MissingPackageError(
            tr(
                "Principal components need the Python package spectral (SPy), which the Python of QGIS cannot import "
                "({error}); the README says how to install it."
            ).format(error=error)
        ) from None


def _offer_bundled_packages() -> None:
    """Let Python find the bundled wheels, after everything that the user has installed."""
    for wheel in map(str, sorted(EXTLIBS.glob("*.whl"))):
        if wheel not in sys.path:
            sys.path.append(wheel)
