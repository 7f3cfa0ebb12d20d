# SPDX-License-Identifier: GPL-2.0-or-later
"""Where downloaded files go, and whether they are there."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ...errors import OutputError
from ...progress import Progress
from ...wording import tr
from .address import folders_of
from .crc32c import checksum_of_file
from .partial import ENDING
from .records import Product, RemoteFile

FLAT, NESTED = 0, 1
# Of paths, which Windows does not let exceed it unless the user has changed that.
_LONGEST_PATH_OF_WINDOWS = 259


@dataclass(frozen=True)
class Target:
    """A file and where it goes.

    Attributes
    ----------
    file : RemoteFile
    product : Product
    folder : Path
        The folder of the whole download.
    name : str
        Path of the file in it, with slashes.
    """

    file: RemoteFile
    product: Product
    folder: Path
    name: str

    @property
    def path(self) -> Path:
        return self.folder / self.name

    @property
    def partial_path(self) -> Path:
        """Where the file is until it is whole; its checksum is in the name, as NEON may replace the file."""
        return self.path.with_name(f"{self.path.name}.{self.file.checksum or 'unchecked'}{ENDING}")

    def seems_whole(self) -> bool:
        """Tell whether the file is there with the right size, without reading it."""
        return size_there(self.path) == self.file.size is not None

    def is_whole(self, progress: Progress) -> bool:
        """Tell whether the file is there with the size and the checksum that NEON gives, if it gives them."""
        size, checksum = size_there(self.path), self.file.checksum
        if size is None or self.file.size not in (None, size):
            return False
        try:
            return not checksum or checksum_of_file(self.path, progress) == checksum
        except OSError:
            return False


def size_there(path) -> int | None:
    """Return the size of a file; None where there is none."""
    try:
        return os.stat(path).st_size
    except OSError:
        return None


def targets_of(files: Iterable[RemoteFile], product: Product, folder, layout: int) -> list[Target]:
    """Return where files go.

    Parameters
    ----------
    files : iterable of RemoteFile
    product : Product
    folder : str or path
    layout : int
        `FLAT`, all in the folder, or `NESTED`, in folders as NEON's own package makes them.

    Raises
    ------
    DownloadError
        When the addresses of the files do not name NEON's folders.
    OutputError
        When a path is too long for Windows.
    """
    targets = []
    for file in files:
        folders = [file.product, *folders_of(file.link)] if layout == NESTED else []
        targets.append(Target(file, product, Path(folder), "/".join([*folders, file.name])))
    longest = max((os.path.abspath(target.partial_path) for target in targets), key=len, default="")
    if os.name == "nt" and len(longest) > _LONGEST_PATH_OF_WINDOWS:
        text = tr("{path} is too long for Windows; choose a folder with a shorter path, or all files in one folder.")
        raise OutputError(text.format(path=longest))
    return targets
