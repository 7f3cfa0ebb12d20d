#!/usr/bin/env python3
"""Update the tables of parameters and outputs in docs/algorithms, and the index of these pages.

The text before the heading "Parameters" is written by hand and stays.

    make docs
"""

from __future__ import annotations

from headless import CHECKOUT, qgis_with_plugin
from qgis.core import QgsProcessingParameterDefinition as Definition
from qgis.core import QgsProcessingParameterNumber

PAGES = CHECKOUT / "docs" / "algorithms"
HEADING = "## Parameters"
# Limits that QGIS gives to parameters without a limit.
UNLIMITED = 1e300
LARGEST_INTEGER = 2**31 - 1

TYPES = {
    "authcfg": "authentication configuration",
    "boolean": "yes or no",
    "extent": "extent",
    "field": "field",
    "file": "file",
    "layer": "raster or polygon layer",
    "multilayer": "files",
    "point": "point",
    "raster": "raster layer",
    "source": "vector layer",
    "string": "text",
    "rasterDestination": "new raster",
    "fileDestination": "new file",
    "folderDestination": "folder",
    "sink": "new layer",
    "outputNumber": "number",
    "outputString": "text",
    "outputRaster": "raster",
    "outputFile": "file",
    "outputHtml": "HTML file",
    "outputFolder": "folder",
    "outputVector": "vector layer",
}


def page_tables(algorithm) -> str:
    """Return the part of a page that describes parameters and outputs."""
    definitions = algorithm.parameterDefinitions()
    inputs = [definition for definition in definitions if not definition.isDestination()]
    targets = [definition for definition in definitions if definition.isDestination()]
    names = {definition.name() for definition in targets}
    numbers = [output for output in algorithm.outputDefinitions() if output.name() not in names]
    parts = [HEADING, table(("id", "parameter", "value", "default"), map(input_row, inputs))]
    if targets:
        parts += ["## Results to write", table(("id", "result", "value"), map(target_row, targets))]
    if numbers:
        parts += ["## Further outputs", table(("id", "output", "value"), map(output_row, numbers))]
    return "\n\n".join(parts) + "\n"


def table(titles, rows) -> str:
    lines = [titles, ["---"] * len(titles), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def input_row(definition) -> tuple[str, ...]:
    return f"`{definition.name()}`", described(definition), values(definition), default(definition)


def target_row(definition) -> tuple[str, ...]:
    kind = TYPES[definition.type()]
    if definition.flags() & Definition.Flag.FlagOptional:
        kind += ", optional"
    return f"`{definition.name()}`", described(definition), kind


def output_row(output) -> tuple[str, ...]:
    return f"`{output.name()}`", output.description(), TYPES[output.type()]


def described(definition) -> str:
    title = f"**{definition.description()}**"
    if definition.flags() & Definition.Flag.FlagAdvanced:
        title += " (advanced)"
    return " ".join(f"{title}<br>{definition.help()}".split()) if definition.help() else title


def values(definition) -> str:
    """Describe the values of a parameter."""
    if definition.type() == "enum":
        return "<br>".join(f"{number}: {option}" for number, option in enumerate(definition.options()))
    if definition.type() == "number":
        return numbers_taken(definition)
    return TYPES[definition.type()]


def numbers_taken(definition) -> str:
    is_whole = definition.dataType() == QgsProcessingParameterNumber.Type.Integer
    kind = "whole number" if is_whole else "number"
    unlimited = LARGEST_INTEGER if is_whole else UNLIMITED
    low, high = definition.minimum(), definition.maximum()
    if abs(low) >= unlimited:
        return kind
    if high >= unlimited:
        return f"{kind}, at least {low:g}"
    return f"{kind}, {low:g} to {high:.10g}"


def default(definition) -> str:
    value = definition.defaultValue()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value not in (None, ""):
        return f"{value:g}" if isinstance(value, float) else str(value)
    return "optional" if definition.flags() & Definition.Flag.FlagOptional else "required"


def update(algorithm) -> None:
    """Replace the tables of an algorithm's page."""
    page = PAGES / f"{algorithm.name()}.md"
    prose = page.read_text(encoding="utf-8").partition(HEADING)[0].rstrip()
    page.write_text(f"{prose}\n\n{page_tables(algorithm)}", encoding="utf-8")


def write_index(algorithms) -> None:
    """Write the list of all pages, in the order of the toolbox."""
    parts = ["# Algorithms and models"]
    for group in sorted({algorithm.group() for algorithm in algorithms}):
        rows = (
            (f"[`{item.id()}`]({item.name()}.md)", item.displayName(), item.shortDescription())
            for item in sorted(algorithms, key=lambda item: item.displayName())
            if item.group() == group
        )
        parts += [f"## {group}", table(("id", "title", "what it does"), rows)]
    (PAGES / "README.md").write_text("\n\n".join(parts) + "\n", encoding="utf-8")


if __name__ == "__main__":
    with qgis_with_plugin() as provider:
        for algorithm in provider.algorithms():
            update(algorithm)
        write_index(provider.algorithms())
