# SPDX-License-Identifier: GPL-2.0-or-later
"""Progress and cancelling of long computations, whatever the user interface."""

from __future__ import annotations

from threading import Lock

from .errors import Cancelled


class Progress:
    """Listener of a computation. This base class ignores what is reported and never cancels.

    A user interface overrides `report`, `begin`, `info`, `warn` and `cancelled`. Computations call `check` at least
    every tenth of a second. All methods may be called from worker threads.
    """

    def report(self, fraction: float) -> None:
        """Report that `fraction` (0 to 1) of the work is done."""

    def begin(self, phase: str) -> None:
        """Show the name of the phase that begins, such as "Reading tiles"."""

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
        """Show the name of the phase that begins, and return the listener for its share of the work (see `part`)."""
        self.begin(name)
        return self.part(start, stop)


class Watch(Progress):
    """Listener for steps too short to report: it passes on cancelling only."""

    def __init__(self, whole: Progress):
        self._whole = whole

    def cancelled(self) -> bool:
        return self._whole.cancelled()


class _Part(Watch):
    def __init__(self, whole: Progress, start: float, stop: float):
        super().__init__(whole)
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


class Finishing(_Part):
    """Listener of a step that ends even though the user cancels; then it says once that it does.

    Parameters
    ----------
    whole : Progress
    text : str
        The line of the log when the user cancels.
    """

    def __init__(self, whole: Progress, text: str):
        super().__init__(whole, 0, 1)
        self._text = text
        self._lock = Lock()

    def cancelled(self) -> bool:
        if self._text and self._whole.cancelled():
            with self._lock:
                text, self._text = self._text, ""
            if text:
                self._whole.info(text)
        return False


class Quiet(Watch):
    """Listener of a step of which no line of the log is shown."""

    def report(self, fraction: float) -> None:
        self._whole.report(fraction)
