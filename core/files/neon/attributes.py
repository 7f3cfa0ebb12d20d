# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers in the attributes of a file: conversion from any stored type, and checks."""

from __future__ import annotations

import numpy as np

from ...errors import in_one_line
from ...wording import tr
from .faults import damaged

# How many numbers of an attribute a message shows.
MOST_SHOWN = 5


def numbers_in(value) -> list[float]:
    """Return the numbers in an attribute, which may also be text such as "10000" or "1340, 1445".

    `value` is what `H5pyFile.attribute` or `GdalFile.attribute` returned. The list is empty when the attribute is
    missing, or does not consist of numbers.
    """
    if value is None:
        return []
    items = value.replace(",", " ").split() if isinstance(value, str) else np.atleast_1d(value).reshape(-1)
    try:
        return [float(item) for item in items]
    except ValueError:
        return []


def one_number_in(value) -> float | None:
    """Return the number in an attribute that holds exactly one; None for any other."""
    numbers = numbers_in(value)
    return numbers[0] if len(numbers) == 1 else None


def checked_number(path: str, name: str, value, limits: tuple[float, float] | None = None) -> float | None:
    """Return the number in an attribute that pixel values depend on; None when it is missing or empty.

    Parameters
    ----------
    path, name : str
        The file and the attribute, for the message.
    value : str, float, ndarray or None
        The attribute.
    limits : (lowest, highest), optional
        Range in which the number must lie; any number is valid without it.

    Raises
    ------
    TileError
        When the attribute is anything else than one number in the range.
    """
    if value is None or np.size(value) == 0 or (isinstance(value, str) and not value.strip()):
        return None
    number = one_number_in(value)
    if number is None:
        shown = [f"{number:g}" for number in numbers_in(value)]
        listed = ", ".join([*shown[:MOST_SHOWN], "..."] if len(shown) > MOST_SHOWN else shown)
        found = f'"{in_one_line(value)}"' if isinstance(value, str) else listed
        raise damaged(path, tr("{name} is {found} instead of one number").format(name=name, found=found))
    if limits is not None and not limits[0] <= number <= limits[1]:
        raise damaged(
            path,
            tr("{name} is {number:g} and should be a number from {lowest:,.0f} to {highest:,.0f}").format(
                name=name, number=number, lowest=limits[0], highest=limits[1]
            ),
        )
    return number
