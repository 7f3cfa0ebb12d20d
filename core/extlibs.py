# SPDX-License-Identifier: GPL-2.0-or-later
"""Imports packages that come with the plugin's zip: the installed ones, or the wheels in the zip."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

# `make package` puts wheels into this folder of the zip; a checkout does not have it.
EXTLIBS = Path(__file__).resolve().parents[1] / "extlibs"


def import_bundled(module: str) -> ModuleType:
    """Import a module of a package that scripts/bundled.txt names.

    The wheels come last in Python's path, so that installed packages are preferred. An old package with a new NumPy or
    Qt may raise other errors than ImportError.
    """
    for wheel in map(str, sorted(EXTLIBS.glob("*.whl"))):
        if wheel not in sys.path:
            sys.path.append(wheel)
    return import_module(module)
