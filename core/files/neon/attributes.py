"""Numbers in attributes, which some of NEON's files hold as text."""

from __future__ import annotations

import numpy as np

# More than any attribute of NEON's has.
MOST_NUMBERS = 16


def number_in(value) -> float | None:
    """Return the first number in an attribute; None when there is none."""
    numbers = numbers_in(value)
    return numbers[0] if numbers else None


def numbers_in(value) -> list[float]:
    """Return the numbers in an attribute, which may be a string that holds them; none when it holds anything else."""
    if value is None:
        return []
    items = value.replace(",", " ").split() if isinstance(value, str) else np.atleast_1d(value).reshape(-1)
    try:
        return [float(item) for item in items[:MOST_NUMBERS]]
    except ValueError:
        return []
