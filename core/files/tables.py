# SPDX-License-Identifier: GPL-2.0-or-later
"""CSV tables: written with all digits, and read as spreadsheets may have changed them."""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain
from typing import TextIO

import numpy as np

from ..errors import TableError, in_one_line
from ..image.bands import Bands
from ..wording import tr
from .numbers import open_bytes, open_text, unreadable
from .provenance import TABLE_METADATA, current_provenance
from .replacement import Replacement

# A GeoTIFF has at most 65,535 bands; a few other columns come first.
MOST_COLUMNS = 65_600
LONGEST_LINE = 4_000_000
# Twice what spreadsheets have.
MOST_LINES = 2_000_000
LONGEST_WAVELENGTH = 1e15
_LONGEST_HEADING = 200

_DIGITS = re.compile(r"[-+.0-9eE]*")
_BAND_COLUMN = re.compile(r"band [0-9]{1,9}", re.IGNORECASE)
# Excel's first line "sep=;"; a spreadsheet that saved it again may have quoted it and added separators. Quotes, line
# ends and what numbers consist of separate nothing.
_SEPARATOR_LINE = re.compile(r'"?sep=([^\w\s".+-]|\t)"?[,;\t]*\s*', re.IGNORECASE)
# Such as "1,234", whose comma may be a decimal comma or separate thousands.
_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+")


def write_table(path, header: Sequence[str], rows: Iterable[Sequence]) -> None:
    """Write a CSV file, with all digits of floating-point numbers and an empty field for None.

    In a run, its provenance lies beside it (``-metadata.json``), as lines of comments would confuse most readers.

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
            if (provenance := current_provenance()) is not None:
                metadata = provenance.table_metadata(replacement.target.name)
                replacement.beside(TABLE_METADATA).write_bytes(metadata.encode("utf-8"))
        except OSError as error:
            raise replacement.failure(error.strerror or str(error)) from None


@contextmanager
def open_table(path) -> Iterator[Table]:
    """Open a CSV file to read it row by row.

    Raises
    ------
    TableError
        If the file cannot be read, is empty, or has more columns than an image has bands.
    """
    with open_text(path) as file:
        yield Table(path, file)


def begins_with(path, columns: Sequence[str]) -> bool:
    """Tell whether a file is a CSV file whose first columns are these.

    Raises
    ------
    TableError
        If it begins as such a file but cannot be read.
    """
    try:
        with open_table(path) as table:
            return table.header[: len(columns)] == list(columns)
    except TableError:
        if _is_text_of(path, columns):
            raise
        return False


def _is_text_of(path, columns: Sequence[str]) -> bool:
    """Tell whether the first line of a file of any encoding names these columns."""
    with open_bytes(path) as file:
        try:
            first = file.readline(_LONGEST_HEADING).decode("latin-1")
        except OSError:
            return False
    return re.split(r"[,;\t]", first)[: len(columns)] == list(columns)


class Table:
    """A CSV file, perhaps saved by a spreadsheet, that is read row by row; `path` is for messages.

    Fields are separated by commas, or by semicolons or tabs where the header has these. Decimal commas are recognized
    where they are unambiguous. Empty rows, empty last columns and Excel's first line ``sep=;`` are skipped.
    """

    def __init__(self, path, file: TextIO):
        self._path = path
        self._file = file
        self._line_number = 0
        self._decimal_sign = ""
        lines = self._lines()
        first = next((line for line in lines if line.strip(",;\t\r\n ")), "")
        announced = _SEPARATOR_LINE.fullmatch(first)
        if announced:
            first = next(lines, "")
            self._line_number -= 1  # Spreadsheets do not show that line.
        shown = next((sign for sign in ";\t" if sign in first), ",")
        self._reader = csv.reader(chain([first], lines), delimiter=announced[1] if announced else shown)
        self.header = [name.strip() for name in next(self._fields(), [])]
        while self.header and not self.header[-1]:
            self.header.pop()
        if not self.header:
            raise self._no_rows()
        if len(self.header) > MOST_COLUMNS:
            raise TableError(
                tr("{path} has {columns:,} columns, more than an image has bands; choose another table.").format(
                    path=path, columns=len(self.header)
                )
            )

    def rows(self, most: int) -> Iterator[tuple[int, list[str]]]:
        """Yield the number of each row below the header, as spreadsheets count, and its fields.

        Raises
        ------
        TableError
            If there is no row, there are more than `most`, or a row does not have as many fields as the header.
        """
        columns = len(self.header)
        count = 0
        for fields in self._fields():
            if not any(fields):
                continue
            while len(fields) > columns and not fields[-1]:
                fields.pop()
            if len(fields) != columns:
                raise TableError(
                    tr(
                        "{path}: row {number} has {fields} fields, but the header {header}; each row needs as many as "
                        "the header."
                    ).format(path=self._path, number=self._line_number, fields=len(fields), header=columns)
                )
            count += 1
            if count > most:
                raise self._too_many_rows(most)
            yield self._line_number, fields
        if not count:
            raise self._no_rows()

    def numbers(self, row: int, fields: Sequence[str], first: int, largest: float) -> list[float]:
        """Convert consecutive fields of a row, from column `first` (counted from 0) on, to numbers.

        Raises
        ------
        TableError
            Naming row and column of a field that is not a number, is larger than `largest`, or has an ambiguous comma.
        """
        values = _numbers(self._with_points(row, fields, first))
        wrong = np.flatnonzero(~(np.abs(values) <= largest))
        if len(wrong):
            position = wrong[0]
            place = {"path": self._path, **self._place(row, fields[position], first + position)}
            if math.isnan(values[position]):
                raise TableError(
                    tr('{path}: "{text}" in row {row}, column "{column}", is not a number; correct it.').format(**place)
                )
            raise TableError(
                tr(
                    '{path}: "{text}" in row {row}, column "{column}", is too large; it can be at most {most:g}.'
                ).format(**place, most=largest)
            )
        return values

    def whole_number(self, row: int, fields: Sequence[str], column: int, least: int, most: int) -> int:
        """Convert the field in a column, counted from 0, to a whole number from `least` to `most`.

        Raises
        ------
        TableError
            Naming row and column of a field that is anything else.
        """
        (value,) = self.numbers(row, [fields[column]], column, math.inf)
        if not (least <= value <= most and value.is_integer()):
            raise TableError(
                tr(
                    '{path}: "{text}" in row {row}, column "{column}", is not a whole number from {least} to {most}; '
                    "correct it."
                ).format(path=self._path, **self._place(row, fields[column], column), least=least, most=most)
            )
        return int(value)

    def bands(self, first: int) -> Bands:
        """Return the bands of the columns from `first` on, whose headings are those of `band_columns`.

        Raises
        ------
        TableError
            Naming the first column that is neither a wavelength nor a band.
        """
        columns = self.header[first:]
        texts = self._with_points(1, ["" if _BAND_COLUMN.fullmatch(column) else column for column in columns], first)
        numbers, wavelengths = [], []
        for position, (column, text) in enumerate(zip(columns, texts), start=1):
            is_band = not text and column
            numbers.append(int(column[len("band ") :]) if is_band else position)
            wavelengths.append(math.nan if is_band else _numbers([text])[0])
            if not is_band and not 0 < wavelengths[-1] <= LONGEST_WAVELENGTH:
                raise TableError(
                    tr('{path}: the column "{column}" is not a wavelength in nm; keep the columns as written.').format(
                        path=self._path, column=in_one_line(column, 40)
                    )
                )
        return Bands.of(wavelengths, numbers=numbers)

    def _lines(self) -> Iterator[str]:
        while True:
            try:
                line = self._file.readline(LONGEST_LINE)
            except (OSError, ValueError) as error:
                raise unreadable(self._path, error) from None
            if len(line) >= LONGEST_LINE:
                raise TableError(
                    tr(
                        "{path} has a line of more than {most:,} characters, as no table of this plugin has; choose "
                        "another table."
                    ).format(path=self._path, most=LONGEST_LINE)
                )
            if not line:
                return
            self._line_number += 1
            if self._line_number > MOST_LINES:
                raise self._too_many_rows(MOST_LINES)
            yield line

    def _fields(self) -> Iterator[list[str]]:
        try:
            for fields in self._reader:
                yield [field.strip() for field in fields] if " " in "".join(fields) else fields
        except csv.Error as error:
            raise TableError(
                tr("{path} is no table ({error}); choose a table written by this plugin.").format(
                    path=self._path, error=error
                )
            ) from None

    def _with_points(self, row: int, fields: Sequence[str], first: int) -> Sequence[str]:
        """Return fields of numbers with decimal points in place of decimal commas.

        Commas are decimal commas when no number read so far has a point, and some number has a comma that cannot be a
        thousands separator.
        """
        together = "".join(fields)
        has_comma, has_point = "," in together, "." in together
        if not self._decimal_sign and has_comma != has_point:
            if has_point:
                self._decimal_sign = "."
            elif any("," in field and not _THOUSANDS.fullmatch(field) for field in fields):
                self._decimal_sign = ","
        unclear = next((sign for sign in ",." if sign in together and sign != self._decimal_sign), "")
        if unclear:
            position = next(position for position, field in enumerate(fields) if unclear in field)
            raise TableError(
                tr(
                    '{path}: "{text}" in row {row}, column "{column}", is not clear, as commas and points may both be '
                    "decimal signs or separate thousands; write all numbers with decimal points."
                ).format(path=self._path, **self._place(row, fields[position], first + position))
            )
        return [field.replace(",", ".") for field in fields] if has_comma else fields

    def _too_many_rows(self, most: int) -> TableError:
        return TableError(
            tr("{path} has more than {most:,} rows below the header; take some out.").format(path=self._path, most=most)
        )

    def _no_rows(self) -> TableError:
        return TableError(
            tr("{path} has no rows below a header; choose a table written by this plugin.").format(path=self._path)
        )

    def _place(self, row: int, text: str, column: int) -> dict:
        return {"text": in_one_line(text, 40), "row": row, "column": in_one_line(self.header[column], 40)}


def band_columns(bands: Bands) -> list[str]:
    """Return a column heading for each band: its wavelength in nm, or "band 7" where that is not known."""
    return [
        f"{wavelength:.4f}" if np.isfinite(wavelength) else f"band {number}"
        for number, wavelength in zip(bands.numbers, bands.wavelengths)
    ]


def _numbers(texts: Sequence[str]) -> list[float]:
    """Convert texts to numbers, other texts to NaN, also "inf" and "1_000", which `float` would accept."""
    if _DIGITS.fullmatch("".join(texts)):
        with suppress(ValueError):
            return [float(text) for text in texts]
    return [math.nan] if len(texts) == 1 else [_numbers([text])[0] for text in texts]


def _text(value) -> str:
    if value is None:
        return ""
    if isinstance(value, (float, np.floating)):
        return repr(float(value))
    return str(value)
