# SPDX-License-Identifier: GPL-2.0-or-later
"""Addresses of NEON's API and of files: which may be asked, and how messages show them."""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Mapping
from urllib.parse import SplitResult, urlsplit

from ...errors import DownloadError, ParameterError, in_one_line
from ...wording import tr

# As in NEON's own package, this environment variable names another server with the same API.
BASE_VARIABLE = "NEON_API_URL"
DEFAULT_BASE = "https://data.neonscience.org/api/v0/"
_FOLDER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_MOST_FOLDERS = 12


def base_address(environment: Mapping[str, str] = os.environ) -> str:
    """Return the address of the API, with a slash at its end; `ParameterError` when it cannot be used."""
    base = environment.get(BASE_VARIABLE, "").strip() or DEFAULT_BASE
    try:
        check_address(base, base)
    except DownloadError:
        text = tr("{variable} is {address}; it must be an https address.")
        raise ParameterError(text.format(variable=BASE_VARIABLE, address=shown(base))) from None
    return base if base.endswith("/") else f"{base}/"


def check_address(address: str, base: str) -> None:
    """Check that an address that a server gave may be asked.

    Raises
    ------
    DownloadError
        Unless it is of https; http is taken on this machine alone, and only when the API is here as well.
    """
    parts = _parts(address)
    if not parts.hostname or "@" in parts.netloc or parts.scheme not in ("http", "https"):
        text = tr("The server sent an address that cannot be used ({address}); try again later.")
        raise DownloadError(text.format(address=shown(address)))
    if parts.scheme == "http" and not (_is_this_machine(parts) and _is_this_machine(_parts(base))):
        text = tr("The server leads to {address}, which is not protected (https); nothing is sent there.")
        raise DownloadError(text.format(address=shown(address)))


def same_server(address: str, other: str) -> bool:
    """Tell whether two addresses have the same scheme, host and port."""
    return _origin(address) == _origin(other)


def shown(address: str) -> str:
    """Return an address for messages: without a password, and without the query, which may be a signature."""
    return in_one_line(f"{server_of(address)}{_parts(address).path}")


def server_of(address: str) -> str:
    """Return scheme, host and port of an address, for messages."""
    parts = _parts(address)
    return in_one_line(f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}")


def folders_of(address: str) -> list[str]:
    """Return the folders in the path of an address; `DownloadError` when they must not become folders here."""
    folders = _parts(address).path.split("/")[1:-1]
    if not 0 < len(folders) <= _MOST_FOLDERS or not all(map(_FOLDER.fullmatch, folders)):
        text = tr(
            "The address {address} does not name the folders of NEON's layout; choose to have all files in one folder."
        )
        raise DownloadError(text.format(address=shown(address)))
    return folders


def _parts(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        _ = parts.port  # Refuses what is no number.
        return parts
    except ValueError:
        return urlsplit("")


def _origin(address: str) -> tuple[str, str, int | None]:
    parts = _parts(address)
    return parts.scheme, parts.hostname or "", parts.port or {"http": 80, "https": 443}.get(parts.scheme)


def _is_this_machine(parts: SplitResult) -> bool:
    host = parts.hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
