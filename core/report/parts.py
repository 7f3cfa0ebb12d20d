# SPDX-License-Identifier: GPL-2.0-or-later
"""Parts of a page as HTML: sections, tables, pictures, legends, notes, lists of facts.

The functions escape the texts that they are given. `page.write_page` makes a page of the HTML that they return.
"""

from __future__ import annotations

import base64
import html
import math
import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass

from ..wording import number

_CONTROL_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# Pictures up to this size are enlarged without smoothing.
_SMALL_PICTURE = 320

# Tables of so many columns do not fit on a telephone, or in half a window.
_MANY_COLUMNS, _WIDE_COLUMNS = 4, 6

NOTHING = "\N{EN DASH}"
_MOST_DECIMALS = 20
_SUPERSCRIPTS = str.maketrans("-0123456789", "\u207b\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")


def escaped(text) -> str:
    """Make text safe inside elements and quoted attributes."""
    return html.escape(_CONTROL_CHARACTERS.sub("\ufffd", str(text)), quote=True)


def signed(value: float | None, spec: str) -> str:
    """Write a number in the signs of the language, with a true minus sign; `NOTHING` for None, NaN and infinity."""
    if value is None or not math.isfinite(value):
        return NOTHING
    return number(value, spec).replace("-", "\N{MINUS SIGN}")


def alike(values: Sequence[float | None], digits: int) -> list[str]:
    """Write numbers with the same decimals: the largest has at least `digits` significant digits."""
    found = [value for value in values if value is not None and math.isfinite(value)]
    largest = max(map(abs, found), default=0.0)
    decimals = digits - 1 - math.floor(math.log10(largest)) if largest else 0
    spec = f",.{min(max(decimals, 0), _MOST_DECIMALS)}f"
    return [signed(value, spec) for value in values]


def in_powers(values: Sequence[float], digits: int) -> list[str]:
    """Write numbers that differ by orders of magnitude, with the same significant digits, such as "1.234 × 10⁻⁵"."""
    return [_in_powers(value, digits) for value in values]


def _in_powers(value: float, digits: int) -> str:
    if not math.isfinite(value):
        return NOTHING
    factor, power = f"{value:.{digits - 1}e}".split("e")
    raised = f"{int(power)}".translate(_SUPERSCRIPTS)
    return f"{signed(float(factor), f'.{digits - 1}f')} \N{MULTIPLICATION SIGN} 10{raised}"


def section(name: str, title: str, *content: str) -> str:
    """Return a section of a page under a heading; `name` is unique in the page."""
    return (
        f'<section aria-labelledby="{name}-title">\n<h2 id="{name}-title">{escaped(title)}</h2>\n'
        f"{''.join(content)}\n</section>"
    )


def paragraph(text: str) -> str:
    return f"<p>{escaped(text)}</p>"


def note(text: str) -> str:
    """Return a paragraph in small print."""
    return f'<p class="note">{escaped(text)}</p>'


def bullets(texts: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{escaped(text)}</li>' for text in texts)}</ul>"


def folded(title: str, *content: str) -> str:
    """Return content that is shown when the reader clicks on its title."""
    return f"<details><summary>{escaped(title)}</summary>{''.join(content)}</details>"


def side_by_side(*figures: str) -> str:
    """Return figures side by side, where the page is wide enough."""
    return f'<div class="pair">{"".join(figures)}</div>'


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    head: str
    cells: Sequence[str]
    total: str = ""  # its cell in the last row, for the sums; the table has that row if its first column has a total
    is_text: bool = False  # text is aligned on the left, numbers on the right
    # Colours that are shown before the texts of the cells.
    colours: Sequence[tuple[int, int, int]] | None = None

    def html_cells(self) -> list[str]:
        swatches = [""] * len(self.cells) if self.colours is None else map(swatch, self.colours)
        return [colour + escaped(text) for colour, text in zip(swatches, self.cells)]


def table(caption: str, columns: Sequence[Column]) -> str:
    """Return a table whose first column has the row headings."""
    caption = escaped(caption)
    kinds = [' class="text"' if column.is_text else "" for column in columns]
    head = "".join(f'<th scope="col"{kind}>{escaped(column.head)}</th>' for kind, column in zip(kinds, columns))
    # On narrow screens, the cells of wide tables stand below each other, each behind the heading of its column.
    width = "" if len(columns) < _MANY_COLUMNS else ' class="many"' if len(columns) < _WIDE_COLUMNS else ' class="wide"'
    if width:
        kinds = [f'{kind} data-head="{escaped(column.head)}"' for kind, column in zip(kinds, columns)]
    body = "".join(_row(kinds, cells) for cells in zip(*(column.html_cells() for column in columns)))
    if columns[0].total:
        body += f'</tbody><tbody class="total">{_row(kinds, [escaped(column.total) for column in columns])}'
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{caption}"><table{width}>'
        f"<caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(kinds: Sequence[str], cells: Sequence[str]) -> str:
    others = "".join(f"<td{kind}>{cell}</td>" for kind, cell in zip(kinds[1:], cells[1:]))
    return f'<tr><th scope="row"{kinds[0]}>{cells[0]}</th>{others}</tr>'


def figure(content: str, title: str = "", caption: str = "") -> str:
    """Return a figure with a heading above its content and a caption below, if given."""
    heading = f"<h3>{escaped(title)}</h3>" if title else ""
    below = f"<figcaption>{escaped(caption)}</figcaption>" if caption else ""
    return f"<figure>{heading}{content}{below}</figure>"


@dataclass(frozen=True)
class Picture:
    """A PNG picture with its caption, and a legend of ((red, green, blue), text)."""

    caption: str
    png: bytes
    legend: Sequence[tuple[tuple[int, int, int], str]] = ()


def pictures(shown: Sequence[Picture]) -> str:
    """Return pictures side by side, where the page is wide enough."""
    content = ""
    for picture in shown:
        width, height = struct.unpack(">II", picture.png[16:24]) if len(picture.png) >= 24 else (0, 0)
        kind = ' class="pixelated"' if max(width, height) <= _SMALL_PICTURE else ""
        size = f' width="{width}" height="{height}"' if width and height else ""
        image = f'<img{kind}{size} alt="{escaped(picture.caption)}" src="{png_url(picture.png)}">'
        caption = f"<figcaption>{escaped(picture.caption)}</figcaption>"
        content += f"<figure>{image}{caption}{legend(picture.legend)}</figure>"
    return f'<div class="pictures">{content}</div>'


def png_url(png: bytes) -> str:
    """Return a data URL of a PNG file."""
    return "data:image/png;base64," + base64.b64encode(png).decode("ascii")


def legend(entries: Sequence[tuple[tuple[int, int, int], str]]) -> str:
    """Return a legend of colours as a list; an empty text for no entries."""
    items = "".join(f"<li>{swatch(colour)}{escaped(text)}</li>" for colour, text in entries)
    return f'<ul class="colours">{items}</ul>' if items else ""


def swatch(colour: tuple[int, int, int]) -> str:
    """Return a small square of a colour (red, green, blue from 0 to 255)."""
    # An SVG element, as browsers do not print backgrounds.
    red, green, blue = (int(part) for part in colour)
    return (
        '<svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">'
        f'<rect width="16" height="16" rx="3" fill="rgb({red},{green},{blue})"/></svg>'
    )


def facts(groups: Sequence[tuple[str, Sequence[tuple[str, object]]]]) -> str:
    """Return names and values in groups, each under its heading."""
    content = ""
    for title, pairs in groups:
        rows = "".join(f"<div><dt>{escaped(name)}</dt><dd>{escaped(value)}</dd></div>" for name, value in pairs)
        content += f"<div><h3>{escaped(title)}</h3><dl>{rows}</dl></div>"
    return f'<div class="facts">{content}</div>'
