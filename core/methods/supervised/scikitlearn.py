# SPDX-License-Identifier: GPL-2.0-or-later
"""scikit-learn, which may be missing: only training with some methods needs it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

from ...compute.threads import SECONDS_BETWEEN_CHECKS
from ...errors import MissingPackageError
from ...progress import Progress
from ...wording import tr


def is_installed() -> bool:
    """Tell whether scikit-learn is there, without importing it, which takes a second."""
    return find_spec("sklearn") is not None


def scikit_learn(module: str = "ensemble"):
    """Import a module of scikit-learn.

    Raises
    ------
    MissingPackageError
        If it does not import.
    """
    try:
        return import_module(f"sklearn.{module}")
    except Exception as error:  # One that was built for another NumPy raises other errors than ImportError.
        raise MissingPackageError(
            tr(
                "Random forest and linear SVM need the Python package scikit-learn, which the Python of QGIS cannot "
                "import ({error}); install it, or choose Gaussian maximum likelihood. To apply a saved classifier, it "
                "is not needed."
            ).format(error=error)
        ) from None


def in_background(function: Callable, progress: Progress):
    """Return what a function returns, which cannot be stopped; when the user cancels, it ends by itself and is lost.

    Raises
    ------
    Cancelled
        When the user asked to stop.
    """
    found: dict = {}

    def run() -> None:
        try:
            found["result"] = function()
        except BaseException as error:
            found["error"] = error

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(SECONDS_BETWEEN_CHECKS)
        progress.check()
    if "error" in found:
        raise found.pop("error")
    return found["result"]
