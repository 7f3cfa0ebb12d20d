# SPDX-License-Identifier: GPL-2.0-or-later
"""Files for libraries that do not survive a failure to write."""

from __future__ import annotations

import io


class UnfailingFile(io.FileIO):
    """A file that takes note of the first failure to write, and takes all that comes after it for written.

    A file that HDF5 cannot close properly, because the disk is full, ends the whole process sooner or later.
    """

    def __init__(self, path):
        super().__init__(path, "w+")
        self._failure: OSError | None = None

    def check(self) -> None:
        """Raise the failure to write, if there was one."""
        if self._failure is not None:
            raise self._failure

    def write(self, data) -> int:
        rest = memoryview(data)
        try:
            while len(rest) and self._failure is None:
                rest = rest[super().write(rest) :]
        except OSError as error:
            self._failure = error
        return len(data)

    def truncate(self, size: int | None = None) -> int:
        try:
            return super().truncate(size)
        except OSError as error:
            self._failure = self._failure or error
            return self.tell()
