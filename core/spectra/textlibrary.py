# SPDX-License-Identifier: GPL-2.0-or-later
"""Spectra in text files: of ASD spectrometers, of the ECOSTRESS library, and any with a column of wavelengths.

ViewSpec Pro exports spectra of an ASD spectrometer as columns: the first holds wavelengths in nm, each further one a
spectrum with its name above it. A file of the ECOSTRESS (before: ASTER) library holds one spectrum below lines such as
"X Units: Wavelength (micrometers)" and "Y Units: Reflectance (percent)".
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from ..errors import TableError, in_one_line
from ..files.numbers import open_bytes, unreadable
from ..files.raster.wavelengths import NM_PER_UNIT
from ..wording import tr
from .library import SpectralLibrary, library_of

_MOST_BYTES, _MOST_LINES = 200_000_000, 200_000
# No part of a pattern may match what the next part matches as well: long lines would take for ever.
_ENTRY = re.compile(r"\s*([A-Za-z][^:=]{0,60})[:=](.*)")
_UNIT = re.compile(r"[(\[]([^)\]]{1,60})[)\]]")
_UNIT_OF_WAVELENGTH = re.compile(rf"wave\s?lengths?\s?{_UNIT.pattern}", re.IGNORECASE)
# Units without brackets, as in "wavelength_nm"; not "m", which means too much else.
_BARE_UNIT = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(sorted(NM_PER_UNIT.keys() - {'m'}, reverse=True))})(?![^\W_])", re.IGNORECASE
)
# What else spectra may be given by.
_NO_WAVELENGTH = re.compile(r"wave\s?number|frequency|energy", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][-+]?\d+)?|[-+]?nan", re.IGNORECASE)
_NO_VALUE = re.compile(r"|#?n/?a|none|null|[-+]?inf(?:inity)?|-+", re.IGNORECASE)
_OTHER_QUANTITY = re.compile(r"radiance|irradiance|transmi|absorb|emissiv|\bDN\b|digital number|counts", re.IGNORECASE)
_REFLECTANCE = re.compile(r"reflect|albedo", re.IGNORECASE)
_PERCENT = re.compile(r"percent|%|per cent", re.IGNORECASE)
_FRACTION = re.compile(r"fraction|\b0\s*(?:-|to)\s*1\b|unitless", re.IGNORECASE)
# Where a heading states the unit of its column, as "Reflectance (%)" or "oak [percent]"; "oak 50%" names a sample.
_UNIT_OF_COLUMN = re.compile(
    r"[(\[]\s*(?:in\s)?(?:%|per\s?cent\w*|fraction|0\s*(?:-|to)\s*1|unitless)\s*[)\]]"
    r"|(?:reflectance|albedo)[\s_,]?(?:in\s)?(?:%|per\s?cent)|(?:%|per\s?cent)[\s_]?(?:reflectance|albedo)",
    re.IGNORECASE,
)
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
    table = _table(path, lines, start, separator)
    head = _head(lines[:start], separator, table.shape[1])
    matches = filter(None, map(_ENTRY.match, lines[:start]))
    entries = {match[1].strip().lower(): match[2].strip() for match in matches}
    used = _columns_of_reflectance(path, head, entries)
    headings = [head[column] for column in used]
    spectra, scale = _in_one_unit(table[:, used].T, headings, entries)
    return library_of(
        path,
        _names(path, headings, entries),
        spectra,
        table[:, 0],
        _wavelength_unit(head[0], entries, lines[:start]),
        scale,
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
            fields = _fields(line, separator) if line.strip() else []
            found = found + 1 if _row(fields) is not None and any(fields[1:]) else 0
            if found == _FEWEST_ROWS:
                return _without_values_before(lines, place - _FEWEST_ROWS + 1, separator), separator
    raise TableError(
        tr(
            "{path} holds no columns of wavelengths and reflectance; choose an ENVI spectral library, a table that "
            "this plugin wrote (CSV), or text of an ASD spectrometer or of the ECOSTRESS library."
        ).format(path=path)
    )


def _without_values_before(lines: Sequence[str], start: int, separator: str | None) -> int:
    """Return the first line of the rows that have a wavelength but no value, above the first row with one."""
    columns = len(_fields(lines[start], separator))
    while start:
        fields = _fields(lines[start - 1], separator)
        if len(fields) != columns or _row(fields) is None:
            break
        start -= 1
    return start


def _table(path, lines: Sequence[str], start: int, separator: str | None) -> np.ndarray:
    """Return the numbers of all rows, NaN where one is missing."""
    rows: dict[int, list[float]] = {}
    widths: dict[int, int] = {}
    for place, line in enumerate(lines[start:], start=start):
        if not line.strip():
            continue
        fields = _fields(line, separator)
        row = _row(fields)
        if row is None:
            raise _no_row(path, place, line, len(rows[start]))
        rows[place] = row
        # Lines may end in separators.
        widths[place] = len(fields) - next((count for count, field in enumerate(reversed(fields)) if field), 0)
    columns = max(width for place, width in widths.items() if width <= len(rows[start]))
    for place, row in rows.items():
        if not widths[place] <= columns <= len(row):
            raise _no_row(path, place, lines[place], columns)
    return np.array([row[:columns] for row in rows.values()])


def _no_row(path, place: int, line: str, columns: int) -> TableError:
    return TableError(
        tr('{path}: line {number}, "{text}", has not {columns} numbers as those above; correct it.').format(
            path=path, number=place + 1, text=in_one_line(line, 40), columns=columns
        )
    )


def _fields(line: str, separator: str | None) -> list[str]:
    text = line.strip("\r\n")
    if separator is not None and '"' in text:
        try:
            return [field.strip() for field in next(csv.reader([text], delimiter=separator, skipinitialspace=True))]
        except csv.Error:
            pass
    return [field.strip().strip('"') for field in text.split(separator)]


def _row(fields: Sequence[str]) -> list[float] | None:
    """Return the numbers of a line, whose decimal sign may be a comma, NaN for missing ones; None where it is no row.

    A row begins with a wavelength.
    """
    if len(fields) < 2 or not _NUMBER.fullmatch(fields[0]):
        return None
    row = []
    for field in fields:
        if _NUMBER.fullmatch(field):
            row.append(float(field.replace(",", ".")))
        elif _NO_VALUE.fullmatch(field):
            row.append(np.nan)
        else:
            return None
    return row


def _head(lines: Sequence[str], separator: str | None, columns: int) -> list[str]:
    """Return the headings of the columns, empty where the line above the numbers has none."""
    above = next((line for line in reversed(lines) if line.strip()), "")
    fields = _fields(above, separator)
    while len(fields) > columns and not fields[-1]:
        fields.pop()
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


def _wavelength_unit(heading: str, entries: Mapping[str, str], lines: Sequence[str]) -> str:
    """Return the unit of wavelengths, in brackets or not, or what they are instead; empty where nothing says it."""
    for text in (entries.get("x units", ""), heading):
        in_brackets = [unit.strip() for found in _UNIT.findall(text) for unit in found.split(",")]
        known = [unit for unit in in_brackets if unit.lower() in NM_PER_UNIT]
        bare, other = _BARE_UNIT.search(text), _NO_WAVELENGTH.search(text)
        found = known or in_brackets or [match[0] for match in (other, bare) if match]
        if found:
            return found[0]
    return next((match[1].strip() for match in map(_UNIT_OF_WAVELENGTH.search, lines) if match), "")


def _in_one_unit(
    spectra: np.ndarray, headings: Sequence[str], entries: Mapping[str, str]
) -> tuple[np.ndarray, float | None]:
    """Return spectra in the same unit, and the factor to reflectance, None where nothing states it."""
    of_columns = [_stated_scale([match[0] for match in _UNIT_OF_COLUMN.finditer(text)]) for text in headings]
    stated = [scale for scale in of_columns if scale is not None]
    if len(set(stated)) > 1:
        factors = np.array([stated[0] if scale is None else scale for scale in of_columns])
        return spectra * factors[:, np.newaxis], 1.0
    if stated:
        return spectra, stated[0]
    return spectra, _stated_scale([entries.get("y units", ""), entries.get("units", "")])


def _stated_scale(texts: Sequence[str]) -> float | None:
    together = " ".join(texts)
    if _PERCENT.search(together):
        return 0.01
    return 1.0 if _FRACTION.search(together) else None
