"""What the tests of faults share."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


class SmallDisk:
    """A disk in memory, of which a file takes all but what is to be free."""

    SIZE = 2 << 20
    PAGE = 4096
    _FILL = ".fill"

    def __init__(self, folder: Path):
        self.folder = folder

    @property
    def used(self) -> int:
        """Pages that are in use."""
        usage = os.statvfs(self.folder)
        return usage.f_blocks - usage.f_bfree

    @property
    def pages(self) -> int:
        """Pages that the disk has."""
        return os.statvfs(self.folder).f_blocks

    def leave_free(self, pages: int) -> None:
        """Fill the disk but for some pages."""
        self.free()
        size = (self.pages - self.used - pages) * self.PAGE
        with open(self.folder / self._FILL, "wb") as file:
            os.posix_fallocate(file.fileno(), 0, size)

    def free(self) -> None:
        """Take away what fills the disk."""
        (self.folder / self._FILL).unlink(missing_ok=True)

    def clear(self) -> None:
        """Remove all files."""
        for path in self.folder.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    def contents(self) -> dict[str, bytes]:
        """Return the content of each file but the one that fills the disk; folders are listed as empty files."""
        return {name: content for name, content in contents(self.folder).items() if name != self._FILL}


def contents(folder) -> dict[str, bytes]:
    """Return the content of each file in a folder; folders are listed as empty files."""
    return {path.name: b"" if path.is_dir() else path.read_bytes() for path in Path(folder).iterdir()}
