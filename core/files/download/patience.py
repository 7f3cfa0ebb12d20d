# SPDX-License-Identifier: GPL-2.0-or-later
"""How long to wait before a request is repeated, and when to give up."""

from __future__ import annotations

import math
from collections.abc import Mapping

TOO_MANY_REQUESTS = 429
# Of NEON's, which has no hyphen, and of the standard.
_WAIT_HEADERS = ("retryafter", "retry-after")
_LIMIT, _LEFT, _RESET = "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"
# Requests that NEON lets anybody make at once; a user with a token may make more.
_LIMIT_WITHOUT_TOKEN = 200
_MOST_TRIES = 6
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0
# A server that wants longer is not waited for.
MOST_SECONDS = 600.0


class Patience:
    """Counts what failed, and tells how long to wait: twice as long each time unless the server says something else."""

    def __init__(self):
        self._failures = 0

    def renew(self) -> None:
        """Forget what failed, as something worked since."""
        self._failures = 0

    def pause(self, headers: Mapping[str, str] | None = None) -> float | None:
        """Return the seconds to wait after a failure; None when it is time to give up.

        Parameters
        ----------
        headers : mapping, optional
            Of the answer, by their names in lower case.
        """
        self._failures += 1
        if self._failures >= _MOST_TRIES:
            return None
        told = told_wait(headers or {})
        if told is not None:
            return told if told <= MOST_SECONDS else None
        return max(min(_FIRST_PAUSE * 2 ** (self._failures - 1), _LONGEST_PAUSE), pause_for_rate(headers or {}))


def can_be_repeated(status: int) -> bool:
    """Tell whether a request that was answered so may be answered otherwise later."""
    return status == TOO_MANY_REQUESTS or 500 <= status <= 599


def told_wait(headers: Mapping[str, str]) -> float | None:
    """Return how long a server that is asked too often wants to be left alone (s); None when it does not say."""
    for name in _WAIT_HEADERS:
        seconds = _number(headers.get(name))
        if seconds is not None:
            # At once would be too early by what it rounded.
            return max(seconds, 0.1)
    return None


def pause_for_rate(headers: Mapping[str, str]) -> float:
    """Return how long to wait before the next request so that the rate limit is kept (s), mostly 0."""
    limit, left, reset = (_number(headers.get(name)) for name in (_LIMIT, _LEFT, _RESET))
    if left is None or left >= 1 or not limit or reset is None:
        return 0.0
    # The time in which one of the requests comes back, when all come back until the reset.
    return min(reset / limit, _LONGEST_PAUSE)


def was_recognised(headers: Mapping[str, str]) -> bool:
    """Tell whether an answer has the limits of a user with a token; so does one that tells no limits."""
    limit = _number(headers.get(_LIMIT))
    return limit is None or limit > _LIMIT_WITHOUT_TOKEN


def _number(text: str | None) -> float | None:
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if math.isfinite(value) and value >= 0 else None
