# SPDX-License-Identifier: GPL-2.0-or-later
"""Files with numbers that users may have edited: opening them, and what JSON may hold."""

from __future__ import annotations

import json
import os
import stat
from typing import BinaryIO, TextIO

import numpy as np

from ..errors import TableError
from ..wording import tr
from .provenance import current_provenance
from .replacement import write_whole

# Squares of larger values overflow float64 when they are summed.
LARGEST_NUMBER = 1e100
# Entries of models that number or count something.
COUNTS = frozenset({"band_numbers", "classes", "pixels", "training_pixels"})
LARGEST_COUNT = 2**53
LARGEST_JSON_BYTES = 200_000_000

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def open_bytes(path) -> BinaryIO:
    """Open a file to read its bytes.

    Raises
    ------
    TableError
        If it cannot be opened or is not a regular file: reading a device or pipe may never end.
    """
    try:
        if stat.S_ISREG(os.stat(path).st_mode):
            return open(path, "rb")
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None
    raise TableError(tr("{path} is not a file but a folder, a device or a pipe; choose a file.").format(path=path))


def open_text(path) -> TextIO:
    """Open a text file: UTF-8, or UTF-16 where a byte order mark says so, as Excel writes "Unicode text".

    Raises
    ------
    TableError
        As `open_bytes`.
    """
    with open_bytes(path) as file:
        try:
            encoding = "utf-16" if file.read(2) in _UTF16_MARKS else "utf-8-sig"
            return open(path, encoding=encoding, newline="")
        except OSError as error:
            raise unreadable(path, error) from None


def unreadable(path, error: Exception) -> TableError:
    """Return the error that says why a text file cannot be read."""
    reason = getattr(error, "strerror", None) or tr("it is not text in UTF-8, as which Excel saves “CSV UTF-8”")
    return TableError(tr("{path} cannot be read ({reason}); choose another file.").format(path=path, reason=reason))


def read_json(path):
    """Read a JSON file.

    Raises
    ------
    TableError
        If the file cannot be read, is larger than `LARGEST_JSON_BYTES`, or is not JSON; NaN and infinity are not JSON.
    """
    with open_text(path) as file:
        if os.fstat(file.fileno()).st_size > LARGEST_JSON_BYTES:
            raise TableError(
                tr("{path} is larger than {most} MB, which no model is; choose a model that this plugin wrote.").format(
                    path=path, most=LARGEST_JSON_BYTES // 1_000_000
                )
            )
        try:
            return json.loads(file.read(), parse_constant=_refuse_constant)
        except OSError as error:
            raise unreadable(path, error) from None
        except (ValueError, RecursionError):
            raise TableError(
                tr("{path} is not a JSON file; choose a model that this plugin wrote.").format(path=path)
            ) from None


def write_model_file(path, content: dict) -> None:
    """Write the JSON of a model; in a run, with its provenance as the last entry.

    Raises
    ------
    OutputError
        If it cannot be written; what was there before is then still there.
    """
    provenance = current_provenance()
    if provenance is not None:
        content = {**content, "provenance": provenance.as_json()}
    write_whole(path, json.dumps(content, allow_nan=False).encode("utf-8"))


def _refuse_constant(name: str):
    raise ValueError(f"{name} is not JSON")


def number_array(values, dimensions: int, missing: bool = False) -> np.ndarray:
    """Convert nested lists of JSON to a float64 array with so many dimensions; with `missing`, null becomes NaN.

    Raises
    ------
    ValueError
        If the lists are ragged, have another depth, or hold anything but numbers up to `LARGEST_NUMBER`.
    """
    cells = [values]
    for _ in range(dimensions):
        if not all(isinstance(cell, list) for cell in cells):
            raise ValueError("not a list")
        cells = [item for cell in cells for item in cell]
    if missing:
        cells = [cell for cell in cells if cell is not None]
    # `type`, as True is an int for `isinstance`.
    if not all(type(cell) in (int, float) and abs(cell) <= LARGEST_NUMBER for cell in cells):
        raise ValueError("not a number, or too large")
    array = np.array(values, dtype=np.float64)
    if array.ndim != dimensions:
        raise ValueError("ragged lists")
    return array


def null_for_nan(values: np.ndarray) -> list:
    """Return numbers for JSON, which has no NaN."""
    return [float(value) if np.isfinite(value) else None for value in values]


def part_of_model(content: dict, key: str, path, dimensions: int = 1, missing: bool = False) -> np.ndarray:
    """Return an entry of the JSON of a model as an array, see `number_array`; `COUNTS` are whole numbers.

    Raises
    ------
    TableError
        Naming the entry, if it is missing or anything else.
    """
    try:
        array = number_array(content[key], dimensions, missing)
        if key in COUNTS and not ((array >= 0) & (array <= LARGEST_COUNT) & (array == np.rint(array))).all():
            raise ValueError("not whole numbers")
        return array
    except (KeyError, ValueError):
        raise TableError(
            tr(
                '{path} is a damaged model: "{key}" is missing or does not hold the numbers that it should; write the '
                "model again."
            ).format(path=path, key=key)
        ) from None


def parts_differ(path) -> TableError:
    """Return the error for a model whose entries do not fit together."""
    return TableError(tr("{path} is a damaged model: its parts do not fit together; write it again.").format(path=path))
