"""Imports go one way: a folder imports only from those above it in the table of docs/architecture.md."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2]
# From the ground up; "root" are the modules that lie in `core/` itself.
FLOORS = ("root", "image", "compute", "files", "inputs", "spectra", "methods", "report", "algorithms", "gui")


def floor(name):
    """Return the place among the floors of a module, by its name within the package."""
    folder, *rest = name.split(".")
    if folder != "core":
        return FLOORS.index(folder)
    return FLOORS.index(rest[0]) if (PACKAGE / "core" / rest[0]).is_dir() else 0


def imported(source, package):
    """Return the names within the plugin of the modules that a module in a folder of it imports."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.level:
            above = package.split(".")[: len(package.split(".")) - node.level + 1]
            target = ".".join([*above, *filter(None, [node.module])])
            # `from .. import wording` names the module last, `from ..wording import tr` does not.
            found += [target if node.module else f"{target}.{alias.name}" for alias in node.names]
    return found


def test_imports_go_one_way():
    wrong, checked = [], 0
    for path in (path for folder in ("core", "algorithms", "gui") for path in (PACKAGE / folder).rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        for target in imported(path.read_text(encoding="utf-8"), name.rpartition(".")[0]):
            if target.startswith(("core.", "algorithms.", "gui.")):
                checked += 1
                wrong += [f"{name} imports {target}"] * (floor(target) > floor(name))
    assert wrong == []
    assert checked > 1000


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("from ..image.grid import Grid, UNKNOWN", ["core.image.grid"] * 2),
        ("from .. import wording", ["core.wording"]),
        ("from . import library, sensors", ["core.spectra.library", "core.spectra.sensors"]),
        ("def late():\n    from ...gui.plots import DARK", ["gui.plots"]),
        ("import numpy\nfrom osgeo import gdal", []),
    ],
)
def test_relative_imports_are_resolved(line, expected):
    assert imported(line, "core.spectra") == expected


def test_floors_of_modules():
    names = ("core.wording", "core.image.grid", "core.methods.kmeans.lloyd", "algorithms.base", "gui.drop")
    assert [FLOORS[floor(name)] for name in names] == ["root", "image", "methods", "algorithms", "gui"]
