# SPDX-License-Identifier: GPL-2.0-or-later
"""Opens an HDF5 file through h5py or, where that does not import, through GDAL; both classes have the same methods."""

from __future__ import annotations

import os

from ...errors import TileError, in_one_line
from ...wording import tr
from .gdalfile import GdalFile
from .h5pyfile import H5pyFile, import_h5py
from .precheck import check_structure

SIGNATURE = b"\x89HDF\r\n\x1a\n"
# The signature is at byte 0, or after a user block of 512, 1024, 2048 ... bytes.
SMALLEST_USER_BLOCK = 512


def open_hdf5(path: str, backend: str | None = None) -> H5pyFile | GdalFile:
    """Open an HDF5 file for reading.

    Parameters
    ----------
    backend : {"h5py", "gdal"}, optional
        The library to read with; by default h5py where it imports, else GDAL.

    Raises
    ------
    TileError
        When the file does not exist, is no HDF5 file or is damaged.
    MissingPackageError
        When the library is missing.
    """
    path = os.fspath(path)
    structure = check_structure(path, _check_signature(path))
    if backend is None:
        backend = "h5py" if import_h5py() is not None else "gdal"
    return {"h5py": H5pyFile, "gdal": GdalFile}[backend](path, structure)


def _check_signature(path: str) -> int:
    """Return the offset of HDF5's signature in the file."""
    if not os.path.exists(path):
        raise TileError(tr("{path} does not exist; check the path.").format(path=path))
    if os.path.isdir(path):
        raise TileError(tr("{path} is a folder; choose a NEON reflectance file (.h5) in it.").format(path=path))
    if not os.path.isfile(path):
        raise TileError(tr("{path} is not a file but a folder, a device or a pipe; choose a file.").format(path=path))
    try:
        size = os.path.getsize(path)
        with open(path, "rb") as file:
            start = file.read(len(SIGNATURE))
            offset, found = 0, start
            while found and found != SIGNATURE:
                offset = max(SMALLEST_USER_BLOCK, 2 * offset)
                file.seek(offset)
                found = file.read(len(SIGNATURE))
    except OSError as error:
        raise TileError(
            tr("{path} cannot be read ({reason}); check its permissions.").format(path=path, reason=error.strerror)
        ) from None
    if size == 0:
        raise TileError(tr("{path} is empty (0 bytes); download it again.").format(path=path))
    if found != SIGNATURE:
        raise TileError(
            tr(
                '{path} is not an HDF5 file (it starts with "{start}"); choose a NEON reflectance file '
                "(.h5), or download it again if it should be one."
            ).format(path=path, start=in_one_line(start.decode("latin-1")))
        )
    return offset
