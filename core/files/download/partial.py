# SPDX-License-Identifier: GPL-2.0-or-later
"""Files that are not complete yet, each of which one run at a time writes, and that a later run goes on with.

All functions raise `OutputError` when a file cannot be read or written.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import contextmanager, suppress
from pathlib import Path

from ...errors import OutputError
from ...progress import Progress
from ...wording import tr
from .crc32c import Crc32c
from .transport import Transport

ENDING = ".part"
_BLOCK = 4 << 20
# Between looks whether another run has finished (s).
_SHORTEST_PAUSE, _LONGEST_PAUSE = 0.05, 0.5
# On Windows a locked byte cannot be read, so it lies beyond the end of any file.
_LOCKED_BYTE = 1 << 60
# Windows knows no quota.
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


class Partial:
    """The beginning of a file, in a file of its own beside the place of the whole one.

    Use `take`. As a context manager it is closed at the end, and kept unless it is empty.

    Attributes
    ----------
    path : Path
    size : int
        Bytes so far.
    """

    def __init__(self, path: Path, descriptor: int):
        self.path = path
        self.size = 0
        self._descriptor: int | None = descriptor
        self._checksum = Crc32c()

    @classmethod
    def take(cls, path) -> Partial | None:
        """Open a partial file and keep other runs from it, until the process ends; None when another run has it."""
        path = Path(path)
        with _explained(path):
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        try:
            # The file may have got its final name since it was opened.
            is_there = _lock(descriptor) and os.path.samestat(os.fstat(descriptor), os.stat(path))
        except OSError:
            is_there = False
        if not is_there:
            os.close(descriptor)
            return None
        return cls(path, descriptor)

    def __enter__(self) -> Partial:
        return self

    def __exit__(self, *exception) -> None:
        self.close()

    def resume(self, progress: Progress) -> None:
        """Take what an earlier run left as the beginning; it is read for the checksum."""
        with _explained(self.path):
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            while data := os.read(self._descriptor, _BLOCK):
                progress.check()
                self._checksum.update(data)
                self.size += len(data)

    def restart(self) -> None:
        """Throw away all bytes."""
        with _explained(self.path):
            os.ftruncate(self._descriptor, 0)
            os.lseek(self._descriptor, 0, os.SEEK_SET)
        self.size = 0
        self._checksum = Crc32c()

    def write(self, data: bytes) -> None:
        """Add bytes."""
        rest = memoryview(data)
        with _explained(self.path):
            if os.fstat(self._descriptor).st_nlink == 0:
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
            while rest:
                written = os.write(self._descriptor, rest)
                self._checksum.update(rest[:written])
                self.size += written
                rest = rest[written:]

    def checksum(self) -> str:
        """Return the CRC32C of the bytes so far, as hexadecimal digits."""
        return self._checksum.hexadecimal()

    def publish(self, target) -> None:
        """Give the file, which is whole now, its final name."""
        with _explained(target):
            if os.name == "nt":
                # Windows renames no open file.
                self._release()
            os.replace(self.path, target)
        self._release()

    def close(self) -> None:
        """Let other runs have the file, unless it has got its final name; an empty one is deleted."""
        if self._descriptor is None:
            return
        # Somebody may have deleted it, or its folder.
        with suppress(OSError):
            is_empty = os.fstat(self._descriptor).st_size == 0
            if os.name == "nt":
                # Windows deletes no open file, and none that another run has opened since.
                self._release()
            if is_empty:
                os.unlink(self.path)
        self._release()

    def _release(self) -> None:
        if self._descriptor is not None:
            _unlock(self._descriptor)
            os.close(self._descriptor)
            self._descriptor = None


async def taken(path, transport: Transport, tell: Callable[[], None] | None = None) -> Partial:
    """Return a partial file that this run has now; `tell` is called once when there is another run to wait for."""
    pause = _SHORTEST_PAUSE
    while True:
        partial = Partial.take(path)
        if partial is not None:
            return partial
        if tell is not None and pause > _SHORTEST_PAUSE:
            tell()
            tell = None
        await transport.wait(pause)
        pause = min(2 * pause, _LONGEST_PAUSE)


@contextmanager
def _explained(path):
    """Say of an error of the system what a user can do about it."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            text = tr(
                "{path} cannot be written because the disk is full; free some space and run again, which goes on where "
                "this run stopped."
            )
        elif error.errno == errno.ENOENT:
            text = tr("{path} cannot be written because it or its folder was removed; run again.")
        else:
            text = tr("{path} cannot be written ({reason}); check the disk or choose another folder.")
        raise OutputError(text.format(path=path, reason=error.strerror)) from None


def _lock(descriptor: int) -> bool:
    """Lock a file, and tell whether that was possible; where the file system has no locks, it is."""
    try:
        if os.name == "nt":
            import msvcrt

            os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            # Not `lockf`, whose locks hold only between processes.
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)
    finally:
        os.lseek(descriptor, 0, os.SEEK_SET)
    return True


def _unlock(descriptor: int) -> None:
    if os.name == "nt":
        import msvcrt

        # It is not locked where the file system has no locks.
        with suppress(OSError):
            os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
