# SPDX-License-Identifier: GPL-2.0-or-later
"""The token with which NEON gives data: checks before it is sent, and what to do when NEON refuses it."""

from __future__ import annotations

import base64
import json
import math
import time
from datetime import datetime, timezone

from ...errors import ParameterError
from ...wording import called, tr

ACCESS_HEADER = "X-API-Token"
ACCESS_VARIABLE = "NEON_TOKEN"
ACCOUNT_PAGE = "https://data.neonscience.org/myaccount"
_MOST_LETTERS = 8192


def check_access(token: str, now: float | None = None) -> None:
    """Raise `ParameterError`, which does not repeat the token, when it cannot be one or has expired.

    `now` is in seconds since 1970, and the clock's if not given.
    """
    if len(token) > _MOST_LETTERS or not all("!" <= letter <= "~" for letter in token):
        text = tr("The token has spaces, line breaks or other letters that no token has; copy it again from {page}.")
        raise ParameterError(text.format(page=ACCOUNT_PAGE))
    end = _expiry(token)
    if end is not None and end <= (time.time() if now is None else now):
        text = tr("The token expired on {date}; get a new one at {page} and store it in its place.")
        raise ParameterError(text.format(date=_date(end), page=ACCOUNT_PAGE))


def how_to_get_access() -> str:
    """Say where a token comes from and where it goes."""
    return tr(
        "NEON gives data only with a token: get one at {page}, store it in QGIS (Settings > Options > Authentication, "
        "method Basic, as the password) and choose it as {parameter}, or set the environment variable {variable}."
    ).format(page=ACCOUNT_PAGE, parameter=called(tr("Token for NEON"), "AUTH"), variable=ACCESS_VARIABLE)


def why_refused(has_token: bool, was_recognised: bool) -> str:
    """Say what to do when NEON refuses data (401 or 403).

    Parameters
    ----------
    has_token : bool
        Whether a token was sent.
    was_recognised : bool
        Whether the limits that the server told are those of a user with a token.
    """
    if not has_token:
        return how_to_get_access()
    if was_recognised:
        text = tr(
            "NEON refuses these data to the token that was sent; look at {page} whether it is still valid, or get a "
            "new one."
        )
    else:
        text = tr(
            "NEON does not know the token that was sent: it may be incomplete, disabled or deleted; look at {page} and "
            "store the one that is shown there."
        )
    return text.format(page=ACCOUNT_PAGE)


def _expiry(token: str) -> float | None:
    """Return when a JSON web token expires, in seconds since 1970; None for other tokens and those without a date."""
    parts = token.split(".")
    if len(parts) != 3:
        return None
    try:
        claims = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except (ValueError, RecursionError):
        return None
    end = claims.get("exp") if isinstance(claims, dict) else None
    if isinstance(end, bool) or not isinstance(end, (int, float)) or not math.isfinite(end):
        return None
    return float(end)


def _date(seconds: float) -> str:
    try:
        return f"{datetime.fromtimestamp(seconds, timezone.utc):%Y-%m-%d}"
    except (OverflowError, OSError, ValueError):
        return "?"
