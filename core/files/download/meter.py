# SPDX-License-Identifier: GPL-2.0-or-later
"""How far a download is, how fast it goes, how long it will take, and how sizes and times are written."""

from __future__ import annotations

import time
from collections.abc import Callable

from ...progress import Progress
from ...wording import number, tr
from .partial import Partial

MEGABYTE, GIGABYTE = 1_000_000, 1_000_000_000
# A line of the log comes at least so many seconds after the last one, and when this share of the whole has come,
_LEAST_SECONDS, _LEAST_SHARE = 5.0, 0.02
# or, if less has come, after so many seconds.
_MOST_SECONDS = 60.0


class Meter:
    """Counts the bytes of all streams, and reports them.

    Parameters
    ----------
    total : int
        Bytes to download; 0 if that is not known.
    progress : Progress
    clock : callable, optional
        Returns seconds.
    """

    def __init__(self, total: int, progress: Progress, clock: Callable[[], float] = time.monotonic):
        self._total = total
        self._progress = progress
        self._clock = clock
        self._done = 0
        self._there = 0
        self._start = clock()
        self._last_time, self._last_done = self._start, 0

    def add(self, count: int, was_there: bool = False) -> None:
        """Count bytes: downloaded now, or there from an earlier run."""
        self._done += count
        if was_there:
            # They do not count for the speed.
            self._there += count
            self._last_done += count

    def throw_away(self, partial: Partial) -> None:
        """Empty a partial file, and count it no more."""
        self.add(-partial.size, was_there=True)
        partial.restart()

    def tell(self) -> None:
        """Report how far the download is; a line of the log only from time to time."""
        if self._total:
            self._progress.report(min(max(self._done / self._total, 0.0), 1.0))
        seconds = self._clock() - self._last_time
        is_further = self._done - self._last_done >= _LEAST_SHARE * self._total
        if seconds >= _MOST_SECONDS or (seconds >= _LEAST_SECONDS and is_further):
            self._write_line(seconds)

    @property
    def downloaded(self) -> int:
        """Bytes that came in this run."""
        return self._done - self._there

    def summary(self) -> str:
        """Say how much was downloaded, and how fast."""
        seconds = max(self._clock() - self._start, 1e-3)
        return tr("{size} downloaded in {time}, {rate}/s.").format(
            size=format_size(self.downloaded),
            time=format_time(seconds),
            rate=format_size(self.downloaded / seconds),
        )

    def _write_line(self, seconds: float) -> None:
        rate = max(self._done - self._last_done, 0) / seconds
        self._last_time, self._last_done = self._clock(), self._done
        if not self._total:
            text = tr("{done} downloaded, {rate}/s")
            self._progress.info(text.format(done=format_size(self._done), rate=format_size(rate)))
            return
        self._progress.info(
            tr("{done} of {total} ({percent:.0f} %), {rate}/s, {left} left").format(
                done=format_size(self._done),
                total=format_size(self._total),
                percent=100 * self._done / self._total,
                rate=format_size(rate),
                left=format_time((self._total - self._done) / rate) if rate else tr("unknown time"),
            )
        )


def format_size(size: float) -> str:
    """Write a number of bytes as MB or GB of a thousand each, as disks and networks are measured."""
    if size >= 10 * GIGABYTE:
        return f"{number(size / GIGABYTE, ',.1f')} GB"
    return f"{number(size / MEGABYTE, ',.0f' if size >= 10 * MEGABYTE else ',.2f')} MB"


def format_time(seconds: float) -> str:
    """Write a time as hours and minutes, minutes and seconds, or seconds."""
    whole = max(0, round(seconds))
    if whole >= 3600:
        return tr("{hours} h {minutes} min").format(hours=whole // 3600, minutes=whole % 3600 // 60)
    if whole >= 60:
        return tr("{minutes} min {seconds} s").format(minutes=whole // 60, seconds=whole % 60)
    return tr("{seconds} s").format(seconds=whole)
