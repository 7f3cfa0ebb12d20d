# SPDX-License-Identifier: GPL-2.0-or-later
"""The version of the plugin."""

from __future__ import annotations

import configparser
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def version() -> str:
    """Return the version in metadata.txt."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(Path(__file__).resolve().parent.parent / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


def software() -> str:
    """Return name and version as the files that the plugin writes tell them, in any language."""
    return f"NEON AOP hyperspectral {version()}"
