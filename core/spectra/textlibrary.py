# SPDX-License-Identifier: GPL-2.0-or-later
"""Spectra in text files: of ASD spectrometers, of the ECOSTRESS library, and any with a column of wavelengths.

ViewSpec Pro exports spectra of an ASD spectrometer as columns: the first holds wavelengths in nm, each further one a
spectrum with its name above it. A file of the ECOSTRESS (before: ASTER) library holds one spectrum below lines such as
"X Units: Wavelength (micrometers)" and "Y Units: Reflectance (percent)".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from ..errors import TableError, in_one_line
from ..files.numbers import open_bytes, unreadable
from ..wording import tr
from .library import SpectralLibrary, library_of

_MOST_BYTES, _MOST_LINES = 200_000_000, 200_000
# No part of a pattern may match what the next part matches as well: long lines would take for ever.
_ENTRY = re.compile(r"\s*([A-Za-z][^:=]{0,60})[:=](.*)")
_UNIT = re.compile(r"[(\[]([^)\]]{1,60})[)\]]")
_NUMBER = re.compile(r"[-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][-+]?\d+)?|[-+]?nan", re.IGNORECASE)
_OTHER_QUANTITY = re.compile(r"radiance|irradiance|transmi|absorb|emissiv|\bDN\b|digital number|counts", re.IGNORECASE)
_REFLECTANCE = re.compile(r"reflect|albedo", re.IGNORECASE)
_PERCENT = re.compile(r"percent|%|per cent", re.IGNORECASE)
_FRACTION = re.compile(r"fraction|\b0\s*(?:-|to)\s*1\b|unitless", re.IGNORECASE)
# Names of columns that say nothing of what was measured.
_GENERAL_NAMES = re.compile(r"|y|value|values|(?:relative |bidirectional )?reflectance.*|column ?\d*", re.IGNORECASE)
_FEWEST_ROWS = 2


def read_text_library(path) -> SpectralLibrary:
    """Read spectra from a text file.

    Raises
    ------
    TableError
        If it cannot be read, holds no columns of wavelengths and spectra, or something else than reflectance.
    """
    lines = _read_text(path).splitlines()
    start, separator = _first_row(path, lines)
    columns = len(_fields(lines[start], separator))
    rows = []
    for place, line in enumerate(lines[start:], start=start + 1):
        if not line.strip():
            continue
        row = _row(_fields(line, separator))
        if row is None or len(row) != columns:
            raise TableError(
                tr('{path}: line {number}, "{text}", has not {columns} numbers as those above; correct it.').format(
                    path=path, number=place, text=in_one_line(line, 40), columns=columns
                )
            )
        rows.append(row)
    table = np.array(rows)
    head = _head(lines[:start], separator, columns)
    matches = filter(None, map(_ENTRY.match, lines[:start]))
    entries = {match[1].strip().lower(): match[2].strip() for match in matches}
    used = _columns_of_reflectance(path, head, entries)
    return library_of(
        path,
        _names(path, [head[column] for column in used], entries),
        table[:, used].T,
        table[:, 0],
        _wavelength_unit(head[0], entries),
        _stated_scale([*(head[column] for column in used), entries.get("y units", ""), entries.get("units", "")]),
    )


def _read_text(path) -> str:
    with open_bytes(path) as file:
        try:
            content = file.read(_MOST_BYTES + 1)
        except OSError as error:
            raise unreadable(path, error) from None
    lines = max(map(content.count, (b"\n", b"\r")))
    if len(content) > _MOST_BYTES or lines > _MOST_LINES or b"\0\0\0" in content[:4096]:
        raise TableError(
            tr(
                "{path} is no text file of spectra; choose an ENVI spectral library, a table (CSV), or text with "
                "columns of wavelengths and reflectance."
            ).format(path=path)
        )
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _first_row(path, lines: Sequence[str]) -> tuple[int, str | None]:
    """Return the first line of the first block of numbers, and what separates these; None for white space."""
    for separator in ("\t", ";", None, ","):
        found = 0
        for place, line in enumerate(lines):
            row = _row(_fields(line, separator)) if line.strip() else None
            found = found + 1 if row is not None and len(row) >= 2 else 0
            if found == _FEWEST_ROWS:
                return place - _FEWEST_ROWS + 1, separator
    raise TableError(
        tr(
            "{path} holds no columns of wavelengths and reflectance; choose an ENVI spectral library, a table that "
            "this plugin wrote (CSV), or text of an ASD spectrometer or of the ECOSTRESS library."
        ).format(path=path)
    )


def _fields(line: str, separator: str | None) -> list[str]:
    fields = [field.strip().strip('"') for field in line.strip("\r\n").split(separator)]
    while fields and not fields[-1]:
        fields.pop()
    return fields


def _row(fields: Sequence[str]) -> list[float] | None:
    """Return the numbers of a line, whose decimal sign may be a comma; None where one is none."""
    if not fields or not all(map(_NUMBER.fullmatch, fields)):
        return None
    return [float(field.replace(",", ".")) for field in fields]


def _head(lines: Sequence[str], separator: str | None, columns: int) -> list[str]:
    """Return the headings of the columns, empty where the line above the numbers has none."""
    above = next((line for line in reversed(lines) if line.strip()), "")
    fields = _fields(above, separator)
    is_entry = separator is None and ":" in above
    return fields if len(fields) == columns and not is_entry else [""] * columns


def _columns_of_reflectance(path, head: Sequence[str], entries: Mapping[str, str]) -> list[int]:
    used = list(range(1, len(head)))
    if any(map(_REFLECTANCE.search, head[1:])) and any(map(_OTHER_QUANTITY.search, head[1:])):
        used = [column for column in used if _REFLECTANCE.search(head[column])]
    elif any(map(_OTHER_QUANTITY.search, head[1:])) and not any(_names_a_sample(name) for name in head[1:]):
        used = []
    stated = entries.get("y units", "")
    if not used or (_OTHER_QUANTITY.search(stated) and not _REFLECTANCE.search(stated)):
        raise TableError(
            tr('{path} holds "{quantity}", not reflectance; choose spectra of reflectance.').format(
                path=path, quantity=in_one_line(stated or ", ".join(head[1:]), 60)
            )
        )
    return used


def _names_a_sample(name: str) -> bool:
    return not _OTHER_QUANTITY.search(name)


def _names(path, headings: Sequence[str], entries: Mapping[str, str]) -> list[str]:
    if len(headings) == 1 and _GENERAL_NAMES.fullmatch(headings[0]):
        sample = entries.get("name") or entries.get("sample") or Path(path).stem
        return [in_one_line(sample)]
    return [in_one_line(name) or tr("spectrum {number}").format(number=index) for index, name in enumerate(headings, 1)]


def _wavelength_unit(heading: str, entries: Mapping[str, str]) -> str:
    """Return the unit that is named in brackets behind "wavelength", empty where there is none."""
    for text in (entries.get("x units", ""), heading):
        found = _UNIT.search(text)
        if found:
            return found[1].strip()
    return ""


def _stated_scale(texts: Sequence[str]) -> float | None:
    together = " ".join(texts)
    if _PERCENT.search(together):
        return 0.01
    return 1.0 if _FRACTION.search(together) else None
