"""Ranges of rows, columns or pixels, as slices with a start and a stop."""

from __future__ import annotations

from collections.abc import Iterator


def aligned_slices(start: int, stop: int, step: int, origin: int = 0) -> Iterator[slice]:
    """Cut the range from `start` to `stop` at multiples of `step` from `origin`."""
    while start < stop:
        end = min(start + step - (start - origin) % step, stop)
        yield slice(start, end)
        start = end


def relative(part: slice, origin: int) -> slice:
    """Return `part` counted from `origin`."""
    return slice(part.start - origin, part.stop - origin)


def length(part: slice) -> int:
    """Return how many rows, columns or pixels are in `part`."""
    return part.stop - part.start
