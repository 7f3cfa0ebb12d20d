# SPDX-License-Identifier: GPL-2.0-or-later
"""The errors of reading HDF5 files."""

from __future__ import annotations

import os

import numpy as np

from ...errors import TileError, in_one_line
from ...wording import tr

# Limits of datasets that are read whole, such as wavelengths; a larger size comes from a damaged file.
MOST_SMALL_VALUES = 1_000_000
MOST_SMALL_BYTES = 100_000_000

# States of a file: another program has locked it, or its folder does not support locks, as some network folders.
FREE, LOCKED, NO_LOCKS = "free", "locked", "no locks"


def unreadable(path: str, what: str, reason: object = "") -> TileError:
    """Return the error for a part of a file that cannot be read, with the reason that the library gave."""
    what, reason = in_one_line(what), in_one_line(str(reason), 200)
    detail = f" ({reason})" if reason else ""
    return TileError(
        tr("{path}: {what} cannot be read{detail}; the file is damaged or not complete, download it again.").format(
            path=path, what=what, detail=detail
        )
    )


def not_openable(path: str, reason: object) -> TileError:
    """Return the error for a file that cannot be opened: it is locked, or else the reason that the library gave."""
    return _locked(path) or unreadable(path, _this_file(path), reason)


def not_openable_by_gdal(path: str, reason: object) -> TileError:
    """Return the error for a file whose structure is correct and which GDAL does not open all the same."""
    what, reason = _this_file(path), in_one_line(str(reason or ""), 200)
    detail = f" ({reason})" if reason else ""
    return _locked(path) or TileError(
        tr(
            "{path}: GDAL cannot read {what}{detail}; download it again in case it is damaged, or install h5py, "
            "which reads more kinds of files, with: python -m pip install h5py"
        ).format(path=path, what=what, detail=detail)
    )


def _this_file(path: str) -> str:
    return tr("this HDF5 file of {size:,} bytes").format(size=os.path.getsize(path))


def _locked(path: str) -> TileError | None:
    """Return the error for a file that another program has locked, or whose folder has no locks; None otherwise."""
    lock = lock_of(path)
    if lock == LOCKED:
        return TileError(
            tr("{path} is being written by another program; wait until it is done, or close it there.").format(
                path=path
            )
        )
    if lock == NO_LOCKS:
        return TileError(
            tr(
                "{path} cannot be opened, because its folder knows no file locks, which HDF5 wants; set the "
                "environment variable HDF5_USE_FILE_LOCKING to FALSE and start QGIS again, or copy the file to "
                "another folder."
            ).format(path=path)
        )
    return None


def lock_of(path: str) -> str:
    """Tell whether a program that writes the file has locked it, as HDF5 does; `FREE` on systems without flock."""
    try:
        import fcntl
    except ImportError:
        return FREE
    with open(path, "rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return LOCKED
        except OSError:
            return NO_LOCKS
    return FREE


def not_written(path: str, name: str, written: int, required: int) -> TileError:
    """Return the error for a dataset of which chunks were never written; the library would return zeros for them."""
    lack = tr("it lacks {missing:,} of {required:,} chunks").format(missing=required - written, required=required)
    return unreadable(path, name, lack if written else tr("its values were never written"))


def check_small(path: str, name: str, shape: tuple, value_bytes: int) -> None:
    """Check that a dataset that is read whole, such as the wavelengths, has a plausible size."""
    count = 0 if shape is None else np.prod([float(size) for size in shape])
    if shape is None or count > MOST_SMALL_VALUES or count * value_bytes > MOST_SMALL_BYTES:
        raise TileError(
            tr(
                "{path}: {name} has the shape {shape}, which no NEON file has; the file is damaged, download it again."
            ).format(path=path, name=in_one_line(name), shape=shape)
        )


def check_numbers(path: str, name: str, dtype: np.dtype) -> None:
    """Check that a dataset holds numbers."""
    if dtype.kind not in "iuf":
        raise TileError(
            tr("{path}: {name} holds {found} instead of numbers; the file is damaged, download it again.").format(
                path=path, name=in_one_line(name), found=tr("something else") if dtype.hasobject else dtype
            )
        )
