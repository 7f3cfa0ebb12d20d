# SPDX-License-Identifier: GPL-2.0-or-later
"""Errors that are expected and shown to the user.

Each message is one sentence or two: which file or parameter, what was found, what to do. Each class also inherits the
builtin exception that fits it.
"""


class NeonAopError(Exception):
    """Base of all errors that this package raises on purpose."""


class ParameterError(NeonAopError, ValueError):
    """A parameter has a value that cannot be used."""


class TileError(NeonAopError, ValueError):
    """A file is not a NEON reflectance tile, or is a damaged one."""


class RasterError(NeonAopError, ValueError):
    """A raster cannot be read, or cannot be used for what was asked."""


class TableError(NeonAopError, ValueError):
    """A table of centres or a saved model cannot be read, or does not fit the image."""


class OutputError(NeonAopError, OSError):
    """A result cannot be written."""


class MissingPackageError(NeonAopError, ImportError):
    """A Python package that this step needs is not installed."""


class ClusterError(NeonAopError, ConnectionError):
    """A Dask cluster cannot be reached, does not fit, or failed."""


class DownloadError(NeonAopError, ConnectionError):
    """A server cannot be reached, refuses what is asked for, or sends something else than it should."""


class Cancelled(NeonAopError):
    """The user asked to stop."""


def in_one_line(text: str, most: int = 120) -> str:
    """Return text from a file for use in a message: in one line, printable, at most about `most` characters."""
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return line if len(line) <= most else f"{line[:most]}..."
