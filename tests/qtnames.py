"""Which names of Qt and QGIS the code uses, and what is wrong with them in a version of Qt or QGIS.

As a program, it tells so of the names it reads: Qt 5 and Qt 6 cannot be loaded into one process.
"""

from __future__ import annotations

import ast
import enum
import importlib
import sys

MODULES = ("qgis.PyQt.", "qgis.core", "qgis.gui")


def used_names(source: str) -> set[str]:
    """Return what a file takes from Qt and QGIS, written like `qgis.PyQt.QtCore:Qt.Orientation.Horizontal`."""
    nodes = list(ast.walk(ast.parse(source)))
    origins = {
        alias.asname or alias.name: f"{node.module}:{alias.name}"
        for node in nodes
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(MODULES)
        for alias in node.names
    }
    chains = [parts_of(node) for node in nodes if isinstance(node, ast.Attribute)]
    used = {".".join([origins[first], *others]) for first, *others in filter(None, chains) if first in origins}
    return used.union(origins.values())


def parts_of(node: ast.expr) -> list[str]:
    """Return the parts of `a.b.c`, and none of anything else."""
    if isinstance(node, ast.Name):
        return [node.id]
    owner = parts_of(node.value) if isinstance(node, ast.Attribute) else []
    return [*owner, node.attr] if owner else []


def attributes_in(source: str) -> set[str]:
    """Return the names of all attributes that a file uses, of whatever object."""
    return {node.attr for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute)}


def unguarded_imports(source: str) -> set[str]:
    """Return the packages, such as `processing.gui`, of a file's imports that are in no `try` with an ImportError."""
    tree = ast.parse(source)
    tries = [node for node in ast.walk(tree) if isinstance(node, ast.Try)]
    guards = [one for one in tries if any(getattr(handler.type, "id", "") == "ImportError" for handler in one.handlers)]
    guarded = {id(node) for guard in guards for statement in guard.body for node in ast.walk(statement)}
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and id(node) not in guarded]
    return {".".join((node.module or "").split(".")[:2]) for node in imports}


def fault_of(name: str) -> str:
    """Return what is wrong with a name, "" when nothing is."""
    module, _, attributes = name.partition(":")
    owner, value = None, importlib.import_module(module)
    for attribute in attributes.split("."):
        owner, value = value, getattr(value, attribute, None)
        if value is None:
            return f"{name}: there is no {attribute}"
    is_of_enum = isinstance(value, (int, enum.Enum)) and type(value) not in (bool, int)
    if is_of_enum and type(value) is not owner:
        return f"{name}: write it with its enum, {type(value).__qualname__}"
    return ""


def faults_of(names) -> list[str]:
    return [fault for fault in map(fault_of, sorted(names)) if fault]


if __name__ == "__main__":
    print(*faults_of(sys.stdin.read().split()), sep="\n")
