# SPDX-License-Identifier: GPL-2.0-or-later
"""Replaces an existing file only when the new one is complete."""

from __future__ import annotations

import os
import shutil
import time
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from ..errors import OutputError
from ..wording import tr
from .provenance import TABLE_METADATA

# Sidecar files that GDAL writes beside a raster, and all: those of an old file must not stay beside the new one.
RASTER_SIDECARS = (".aux.xml", ".ovr", ".msk")
SIDECARS = (*RASTER_SIDECARS, TABLE_METADATA)
# The extension of the style that QGIS keeps beside a raster.
STYLE = ".qml"

_FULL_DISK_BYTES = 1_000_000
# Waiting times for a file that another program has open; virus scanners soon close it.
_SECONDS_BETWEEN_TRIES = (0.05, 0.1, 0.2, 0.4)


def write_whole(path, content: bytes) -> None:
    """Write a file; an existing one is replaced once the new one is complete.

    Raises
    ------
    OutputError
        When it cannot be written; what was there before is then still there.
    """
    with Replacement(path) as replacement:
        try:
            replacement.partial.write_bytes(content)
        except OSError as error:
            raise replacement.failure(error.strerror or str(error)) from None


def check_replaceable(path) -> None:
    """Raise an `OutputError` if another program has opened an existing file so that it cannot be replaced (Windows)."""
    try:
        # Renamed to its own name, so that nothing changes, but Windows refuses what it would refuse later.
        _patiently(os.rename, path, path)
    except FileNotFoundError:
        pass
    except OSError as error:
        raise _held(path, error) from None


def is_no_file(path) -> bool:
    """Tell whether `path` exists, but is a folder, a device or something else that must not be replaced."""
    return os.path.exists(path) and not os.path.isfile(path)


def make_hidden_folder(place) -> Path:
    """Make a folder for unfinished files in the folder `place`, and return it; raises an `OSError` where it cannot be.

    Not by `tempfile`: on Windows it tries thousands of names where it may not write, and on other systems it makes the
    folder, and so the files, unreadable for other users.
    """
    folder = Path(place) / f".writing-{uuid4().hex[:8]}"
    folder.mkdir()
    return folder


class Replacement:
    """A file that is written to a hidden folder beside its target, and renamed to the target at the end.

    As a context manager it commits when its block ends without an error. When the block raises, nothing is left behind,
    and an existing target stays as it was.

    Parameters
    ----------
    target : str or path
        The file to write. Its folder must exist. A symbolic link is itself replaced, not the file that it points to.

    Attributes
    ----------
    partial : Path
        The file to write to, with the name of the target. Sidecar files beside it are moved with it.

    Raises
    ------
    OutputError
        When the folder does not exist or cannot be written to, or the target is a folder or a device.
    """

    def __init__(self, target):
        self.target = Path(target)
        if is_no_file(self.target):
            raise OutputError(tr("{path} is a folder or a device; give the name of a file.").format(path=target))
        try:
            self._folder = make_hidden_folder(self.target.parent)
        except OSError as error:
            if not self.target.parent.is_dir():
                raise OutputError(
                    tr("The folder {folder} does not exist; create it or choose another one for {path}.").format(
                        folder=self.target.parent, path=target
                    )
                ) from None
            raise OutputError(
                tr("Nothing can be written to the folder {folder} ({reason}); choose another one.").format(
                    folder=self.target.parent, reason=error.strerror
                )
            ) from None
        self.partial = self._folder / self.target.name

    def __enter__(self) -> Replacement:
        return self

    def __exit__(self, kind, error, trace) -> None:
        try:
            if kind is None:
                self.commit()
        finally:
            self.discard()

    def beside(self, ending: str) -> Path:
        """Return the path to write a sidecar to, whose name is that of the target with an ending."""
        return self.partial.with_name(self.partial.name + ending)

    def commit(self) -> None:
        """Put the new file and its sidecars in place of the old ones.

        Raises
        ------
        OutputError
            When another program holds the target or the disk is full; the old file and its sidecars are then still
            there.
        """
        aside = self._folder / ".replaced"
        # Old sidecars go first and new ones come last, so that a file never has the sidecar of another one.
        try:
            aside.mkdir()
            _move_all(self._old_sidecars(), aside)
            _patiently(os.replace, self.partial, self.target)
        except OSError as error:
            # Where this fails, too, as without network, `discard` cannot remove the old sidecars either.
            with suppress(OSError):
                _move_all(aside.glob("*"), self.target.parent)
            raise _held(self.target, error) from None
        try:
            _move_all(_sidecars(self.partial), self.target.parent)
        except OSError as error:
            raise OutputError(
                tr(
                    "{path} is written, but not the files that belong beside it ({reason}); close them in other "
                    "programs and run again."
                ).format(path=self.target, reason=error.strerror)
            ) from None

    def _old_sidecars(self) -> list[Path]:
        """Return the old sidecars to remove. A style may be the user's own, so it stays unless there is a new one."""
        old = _sidecars(self.target)
        if not os.path.exists(self.partial.with_suffix(STYLE)):
            old = [sidecar for sidecar in old if sidecar.suffix != STYLE]
        return old

    def discard(self) -> None:
        """Remove the hidden folder."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def failure(self, reason: str) -> OutputError:
        """Return the error to raise when the file could not be written for `reason`."""
        if _is_full(self._folder):
            return OutputError(
                tr("{path} cannot be written because the disk is full; free some space.").format(path=self.target)
            )
        return OutputError(
            tr("{path} cannot be written ({reason}); check the disk or choose another folder.").format(
                path=self.target, reason=reason.rstrip(".")
            )
        )


def _sidecars(path: Path) -> list[Path]:
    candidates = [path.with_name(path.name + ending) for ending in SIDECARS] + [path.with_suffix(STYLE)]
    # Not `Path.exists`, which raises for names that are too long.
    return [sidecar for sidecar in candidates if os.path.exists(sidecar)]


def _move_all(paths, folder: Path) -> None:
    for path in list(paths):
        _patiently(os.replace, path, folder / path.name)


def _patiently(rename, source, target) -> None:
    for seconds in _SECONDS_BETWEEN_TRIES:
        try:
            rename(source, target)
            return
        except PermissionError:
            time.sleep(seconds)
    rename(source, target)


def _held(target, error: OSError) -> OutputError:
    return OutputError(
        tr(
            "{path} cannot be replaced ({reason}); close it in other programs, remove its layer from "
            "the map, or choose another name."
        ).format(path=target, reason=error.strerror)
    )


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _FULL_DISK_BYTES
    except OSError:
        return False
