# SPDX-License-Identifier: GPL-2.0-or-later
"""How a long computation reports and is stopped, without knowing by whom."""

from __future__ import annotations

from .errors import Cancelled


class Progress:
    """Listener of a computation; this base listens to nothing and never cancels.

    A user interface overrides `report`, `begin`, `info`, `warn` and `cancelled`. Computations call `check` at least
    every tenth of a second. All methods may be called from worker threads.
    """

    def report(self, fraction: float) -> None:
        """Take note that `fraction` (0 to 1) of the work is done."""

    def begin(self, phase: str) -> None:
        """Show what is being done from now on, such as "Reading tiles"."""

    def info(self, text: str) -> None:
        """Show a line of the log."""

    def warn(self, text: str) -> None:
        """Show a line that the user should not miss."""

    def cancelled(self) -> bool:
        """Tell whether the user asked to stop."""
        return False

    def check(self) -> None:
        """Raise `Cancelled` if the user asked to stop."""
        if self.cancelled():
            raise Cancelled("Cancelled.")

    def part(self, start: float, stop: float) -> Progress:
        """Return the listener for the share of the work between the fractions `start` and `stop`."""
        return _Part(self, start, stop)

    def phase(self, name: str, start: float, stop: float) -> Progress:
        """Show what is being done from now on, and return the listener for its share of the work (see `part`)."""
        self.begin(name)
        return self.part(start, stop)


class _Part(Progress):
    def __init__(self, whole: Progress, start: float, stop: float):
        self._whole = whole
        self._start = start
        self._length = stop - start

    def report(self, fraction: float) -> None:
        self._whole.report(self._start + self._length * fraction)

    def begin(self, phase: str) -> None:
        self._whole.begin(phase)

    def info(self, text: str) -> None:
        self._whole.info(text)

    def warn(self, text: str) -> None:
        self._whole.warn(text)

    def cancelled(self) -> bool:
        return self._whole.cancelled()


class Quiet(Progress):
    """Listener of a step of which no line of the log is shown."""

    def __init__(self, whole: Progress):
        self._whole = whole

    def report(self, fraction: float) -> None:
        self._whole.report(fraction)

    def cancelled(self) -> bool:
        return self._whole.cancelled()


class Watch(Progress):
    """Listener of a step too short to report: it only passes on that the user asked to stop."""

    def __init__(self, whole: Progress):
        self._whole = whole

    def cancelled(self) -> bool:
        return self._whole.cancelled()
