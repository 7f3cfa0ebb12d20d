# SPDX-License-Identifier: GPL-2.0-or-later
"""Imports SPy (the Python package `spectral`): the installed one, or the copy in the plugin's zip."""

from __future__ import annotations

from ..errors import MissingPackageError
from ..extlibs import import_bundled
from ..wording import tr


def spy_algorithms():
    """Import SPy's algorithms.

    Raises
    ------
    MissingPackageError
        If SPy does not import.
    """
    try:
        return import_bundled("spectral.algorithms.algorithms")
    except Exception as error:  # An old SPy with a new NumPy raises other errors than ImportError.
        raise MissingPackageError(
            tr(
                "Principal components need the Python package spectral (SPy), which the Python of QGIS cannot import "
                "({error}); the README says how to install it."
            ).format(error=error)
        ) from None
