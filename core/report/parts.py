"""The parts of the report that are plain HTML: tables, pictures, and the places of the charts."""

from __future__ import annotations

import html
import math
import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..image.areas import area_column
from ..wording import counted, tr
from .charts import SCREE_COMPONENTS, gaps
from .matrix import matrix_svg, png_url

_CONTROL_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SMALL_PICTURE = 320
# Of sums of squared errors in the table.
_SUM_DIGITS = 10


def escaped(text) -> str:
    """Make text safe inside elements and quoted attributes."""
    return html.escape(_CONTROL_CHARACTERS.sub("\ufffd", str(text)), quote=True)


def sections(report) -> str:
    """Write the body of the report below its summary."""
    parts = []
    if report.pictures:
        parts.append(_pictures(report.pictures))
    if report.classes:
        parts.append(_classes(report.classes))
    if report.convergence and len(report.convergence.moved):
        parts.append(_convergence(report.convergence))
    if report.components:
        parts.append(_components(report.components))
    if report.facts:
        parts.append(_facts(report.facts))
    return "\n".join(parts)


def section(name: str, title: str, content: str) -> str:
    """Return a part of a page, under a heading."""
    return (
        f'<section aria-labelledby="{name}-title">\n<h2 id="{name}-title">{escaped(title)}</h2>\n{content}\n</section>'
    )


def _chart(name: str, title: str, note: str = "") -> str:
    title, note = escaped(title), escaped(note)
    return (
        f'<figure class="chart" id="{name}"><h3>{title}</h3><div class="plot" role="img" aria-label="{title}"></div>'
        f'<div class="legend"></div>{f"<figcaption>{note}</figcaption>" if note else ""}</figure>'
    )


@dataclass(frozen=True)
class _Column:
    """A column of a table: its cells are finished HTML."""

    head: str
    cells: Sequence[str]
    total: str = ""
    is_text: bool = False

    @property
    def kind(self) -> str:
        return ' class="text"' if self.is_text else ""


def _table(caption: str, columns: Sequence[_Column]) -> str:
    """Write a table whose first column names its rows; it ends in totals if the first column has one."""
    caption = escaped(caption)
    head = "".join(f'<th scope="col"{column.kind}>{escaped(column.head)}</th>' for column in columns)
    rows = zip(*(column.cells for column in columns))
    body = "".join(f"<tr>{_row(columns, row)}</tr>" for row in rows)
    if columns[0].total:
        body += f'</tbody><tbody class="total"><tr>{_row(columns, [column.total for column in columns])}</tr>'
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{caption}"><table><caption>{caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(columns: Sequence[_Column], cells: Sequence[str]) -> str:
    others = "".join(f"<td{column.kind}>{cell}</td>" for column, cell in zip(columns[1:], cells[1:]))
    return f'<th scope="row"{columns[0].kind}>{cells[0]}</th>{others}'


def _pictures(pictures) -> str:
    figures = "".join(_picture(picture) for picture in pictures)
    return section("pictures", tr("Map"), f'<div class="pictures">{figures}</div>')


def _picture(picture) -> str:
    width, height = _png_size(picture.png)
    kind = ' class="pixelated"' if max(width, height) <= _SMALL_PICTURE else ""
    size = f' width="{width}" height="{height}"' if width and height else ""
    caption = escaped(picture.caption)
    image = f'<img{kind}{size} alt="{caption}" src="{png_url(picture.png)}">'
    return f"<figure>{image}<figcaption>{caption}</figcaption>{_legend(picture.legend)}</figure>"


def _legend(entries) -> str:
    items = "".join(f"<li>{_swatch(colour)}{escaped(text)}</li>" for colour, text in entries)
    return f'<ul class="colours">{items}</ul>' if items else ""


def _png_size(png: bytes) -> tuple[int, int]:
    return struct.unpack(">II", png[16:24]) if len(png) >= 24 else (0, 0)


def _classes(classes) -> str:
    note = tr("Lines are class centres.")
    if any(summary.low is not None for summary in classes.classes):
        note = tr(
            "Lines are class centres; the shading leaves out the lowest and the highest 5 % of the pixels of a class."
        )
    chart = _chart("spectra", tr("Class spectra"), note)
    return section("classes", tr("Classes"), chart + _class_table(classes.classes))


def _class_table(classes) -> str:
    names = [_swatch(one.colour) + escaped(f"{one.number} {one.label}".strip()) for one in classes]
    columns = [
        _Column(tr("Class"), names, escaped(tr("All")) if len(classes) > 1 else "", is_text=True),
        _Column(tr("Pixels"), [f"{one.pixels:,}" for one in classes], f"{sum(one.pixels for one in classes):,}"),
        _Column(tr("Share (%)"), [f"{100 * one.share:.2f}" for one in classes], "100.00"),
    ]
    areas = [one.area_ha for one in classes]
    if None not in areas:
        head, cells = area_column(areas)
        columns.append(_Column(head, cells[:-1], cells[-1]))
    indices = [one.ndvi for one in classes]
    if any(index is not None for index in indices):
        columns.append(_Column(tr("NDVI"), ["&ndash;" if index is None else _signed(index) for index in indices]))
    if any(one.hint for one in classes):
        columns.append(_Column(tr("May be"), [escaped(one.hint) for one in classes], is_text=True))
    return _table(tr("Classes"), columns) + _class_notes(classes)


def _signed(index: float) -> str:
    return f"{index:.2f}".replace("-", "&minus;")


def _class_notes(classes) -> str:
    notes = []
    if any(one.hint for one in classes):
        notes.append(tr("“May be” is a guess from the centre of a class alone; check it on the map."))
    if any(one.area_ha is None for one in classes):
        notes.append(
            tr(
                "Areas are not known: the coordinates are not in a unit of length, or the projection stretches some "
                "pixels more than others."
            )
        )
    return f'<p class="note">{escaped(" ".join(notes))}</p>' if notes else ""


def _swatch(colour: tuple[int, int, int]) -> str:
    # A picture, not a background, because browsers leave backgrounds out of prints.
    red, green, blue = (int(part) for part in colour)
    return (
        '<svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">'
        f'<rect width="16" height="16" rx="3" fill="rgb({red},{green},{blue})"/></svg>'
    )


def _convergence(convergence) -> str:
    charts = _chart("moved", tr("Pixels that changed class (log scale)")) + _chart("sse", tr("Sum of squared errors"))
    iterations = range(1, len(convergence.moved) + 1)
    columns = [
        _Column(tr("Iteration"), [str(number) for number in iterations], is_text=True),
        _Column(tr("Pixels moved"), [f"{int(pixels):,}" for pixels in convergence.moved]),
        _Column(tr("Sum of squared errors"), _aligned(convergence.sse)),
    ]
    table = _folded(tr("Values of all iterations"), _table(tr("Iterations"), columns))
    return section("convergence", tr("Convergence"), f'<div class="pair">{charts}</div>{table}')


def _aligned(values) -> list[str]:
    """Write numbers with the same decimals, so many that small differences between them show."""
    largest = max((abs(value) for value in values if math.isfinite(value)), default=0.0)
    decimals = _SUM_DIGITS - 1 - math.floor(math.log10(largest)) if largest else 0
    return [f"{value:,.{min(max(decimals, 0), 2 * _SUM_DIGITS)}f}" for value in values]


def _components(components) -> str:
    scree = _chart(
        "scree", tr("Share of variance (%, log scale)"), tr("Up to the dashed line: components that were kept.")
    )
    cumulative = _chart("cumulative", tr("Cumulative variance (%)"))
    content = f'<div class="pair">{scree}{cumulative}</div>{_component_table(components)}'
    content += _chart("loadings", tr("Loadings"), tr("How much each band counts in a component."))
    if components.covariance is not None:
        picture = matrix_svg(components.covariance, components.wavelengths)
        content += f"<figure><h3>{escaped(tr('Covariance of the bands'))}</h3>{picture}"
        content += f"{_covariance_note(components.wavelengths)}</figure>"
    return section("components", tr("Principal components"), content)


def _covariance_note(wavelengths) -> str:
    if wavelengths is None or not len(gaps(np.asarray(wavelengths, dtype=float))):
        return ""
    note = tr(
        "Bands are drawn side by side; the ticks are uneven where some are left out, as in the water vapour windows."
    )
    return f"<figcaption>{escaped(note)}</figcaption>"


def _component_table(components) -> str:
    shown = min(len(components.eigenvalues), max(SCREE_COMPONENTS, len(components.loadings)))
    columns = [
        _Column(tr("Component"), [str(number) for number in range(1, shown + 1)], is_text=True),
        _Column(tr("Eigenvalue"), [f"{value:.4g}" for value in components.eigenvalues[:shown]]),
        _Column(tr("Variance (%)"), [f"{100 * share:.3f}" for share in components.shares[:shown]]),
        _Column(tr("Cumulative (%)"), [f"{100 * share:.3f}" for share in components.cumulative[:shown]]),
    ]
    title = counted(shown, tr("Values of the first component"), tr("Values of the first {count} components"))
    return _folded(title, _table(tr("Components"), columns))


def _folded(title: str, content: str) -> str:
    return f"<details><summary>{escaped(title)}</summary>{content}</details>"


def _facts(facts) -> str:
    shown = [
        (group, [(name, tr("not given") if value == "" else value) for name, value in pairs]) for group, pairs in facts
    ]
    return section("facts", tr("How it was made"), f'<div class="making">{fact_groups(shown)}</div>')


def fact_groups(groups) -> str:
    """Write groups of names and values, each under its heading."""
    return "".join(
        f"<div><h3>{escaped(group)}</h3><dl>"
        + "".join(f"<div><dt>{escaped(name)}</dt><dd>{escaped(value)}</dd></div>" for name, value in pairs)
        + "</dl></div>"
        for group, pairs in groups
    )
