# SPDX-License-Identifier: GPL-2.0-or-later
"""Texts that GDAL reads from files."""

from __future__ import annotations


def as_text(found: str | bytes) -> str:
    """Return a text of GDAL, which may have read it from a header in an older encoding than UTF-8.

    GDAL's Python gives such texts as bytes or, depending on function and version, with surrogates in place of the bytes
    that are no UTF-8; GDAL's functions that take texts refuse these. They are taken for Windows-1252 (Latin-1), as
    western European versions of Windows write it.
    """
    stored = found.encode("utf-8", "surrogateescape") if isinstance(found, str) else found
    try:
        return stored.decode("utf-8")
    except UnicodeDecodeError:
        return stored.decode("cp1252", "replace")
