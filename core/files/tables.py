"""Tables as CSV files that keep every digit."""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterable, Sequence

import numpy as np

from ..errors import TableError, in_one_line
from ..image.bands import Bands
from ..wording import tr
from .replacement import Replacement

LARGEST_TABLE_BYTES = 100_000_000

_BAND_COLUMN = re.compile(r"band [0-9]{1,9}", re.IGNORECASE)


def write_table(path, header: Sequence[str], rows: Iterable[Sequence]) -> None:
    """Write a CSV file; floating-point numbers with all their digits, None as an empty field.

    Raises
    ------
    OutputError
        If the file cannot be written; what was there before is then still there.
    """
    with Replacement(path) as replacement:
        try:
            with open(replacement.partial, "w", newline="", encoding="utf-8") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(header)
                writer.writerows([_text(value) for value in row] for row in rows)
        except OSError as error:
            raise replacement.failure(error.strerror or str(error)) from None


def read_table(path) -> tuple[list[str], list[list[str]]]:
    """Read a CSV file: its header and its rows, all as text, each row as long as the header.

    Raises
    ------
    TableError
        If the file cannot be read or is not such a table.
    """
    try:
        with open(path, newline="", encoding="utf-8-sig") as file:
            text = file.read(LARGEST_TABLE_BYTES)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or tr("it is not text")
        raise TableError(
            tr("{path} cannot be read ({reason}); choose a CSV file.").format(path=path, reason=reason)
        ) from None
    try:
        rows = [row for row in csv.reader(text.splitlines()) if row]
    except csv.Error as error:
        raise TableError(
            tr("{path} is no table ({error}); choose a table written by this plugin.").format(path=path, error=error)
        ) from None
    if len(rows) < 2:
        raise TableError(
            tr("{path} has no rows below a header; choose a table written by this plugin.").format(path=path)
        )
    header = [name.strip() for name in rows[0]]
    if len(header) == 1 and ";" in header[0]:
        raise TableError(
            tr("{path} separates its columns by semicolons; save it with commas, and with points in numbers.").format(
                path=path
            )
        )
    for number, row in enumerate(rows[1:], start=2):
        if len(row) != len(header):
            raise TableError(
                tr(
                    "{path}: row {number} has {fields} fields, but the header {header}; restore the missing ones."
                ).format(path=path, number=number, fields=len(row), header=len(header))
            )
    return header, rows[1:]


def number_in(path, text: str, column: str, row: int) -> float:
    """Read a finite number of a table.

    Raises
    ------
    TableError
        Saying where the text stands, if it is something else.
    """
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise TableError(
            tr('{path}: "{text}" in row {row}, column "{column}", is not a number; correct it.').format(
                path=path, text=in_one_line(text, 40), row=row, column=in_one_line(column, 40)
            )
        )
    return value


def band_columns(bands: Bands) -> list[str]:
    """Name a column for each band: its wavelength in nm, or "band 7" where that is not known."""
    return [
        f"{wavelength:.4f}" if np.isfinite(wavelength) else f"band {number}"
        for number, wavelength in zip(bands.numbers, bands.wavelengths)
    ]


def bands_of_columns(path, columns: Sequence[str]) -> Bands:
    """Read column names that `band_columns` made.

    Raises
    ------
    TableError
        Naming the first column that is neither a wavelength nor a band.
    """
    numbers, wavelengths = [], []
    for position, column in enumerate(columns, start=1):
        is_number = _BAND_COLUMN.fullmatch(column) is not None
        numbers.append(int(column[5:]) if is_number else position)
        wavelengths.append(math.nan if is_number else _wavelength(path, column))
    return Bands.of(wavelengths, numbers=numbers)


def _wavelength(path, column: str) -> float:
    try:
        wavelength = float(column)
    except ValueError:
        wavelength = math.nan
    if not (math.isfinite(wavelength) and wavelength > 0):
        raise TableError(
            tr('{path}: the column "{column}" is not a wavelength in nm; keep the columns as written.').format(
                path=path, column=in_one_line(column, 40)
            )
        )
    return wavelength


def _text(value) -> str:
    if value is None:
        return ""
    if isinstance(value, (float, np.floating)):
        return repr(float(value))
    return str(value)
