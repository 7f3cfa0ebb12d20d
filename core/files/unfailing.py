# SPDX-License-Identifier: GPL-2.0-or-later
"""Files for libraries that crash when writing fails."""

from __future__ import annotations

import io


class UnfailingFile(io.FileIO):
    """A file that discards all writes after a failed one; `check` raises the first error.

    When HDF5 cannot close a file properly because the disk is full, it crashes the process sooner or later.
    """

    def __init__(self, path):
        super().__init__(path, "w+")
        self._failure: OSError | None = None

    def check(self) -> None:
        """Raise the first error of writing, if there was one."""
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
