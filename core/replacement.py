"""Writing a file so that what was there before is lost only when the new one is complete."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from .errors import OutputError
from .wording import tr

# Files that GDAL keeps beside a raster; those of an older raster must not describe the new one.
SIDECARS = (".aux.xml", ".ovr", ".msk")
# What QGIS keeps beside a raster, under its name with another ending.
STYLE = ".qml"

_FULL_DISK_BYTES = 1_000_000


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


class Replacement:
    """A file that is prepared in a hidden folder beside its target and renamed into place at the end.

    As a context manager it commits when its block ends well; when the block raises, nothing is left behind and an
    existing target stays as it was.

    Parameters
    ----------
    target : str or path
        The file to write. Its folder must exist.

    Attributes
    ----------
    partial : Path
        Where to write; it bears the name of the target. Sidecar files beside it are moved with it.

    Raises
    ------
    OutputError
        When the folder does not exist or cannot be written to, or the target is a folder.
    """

    def __init__(self, target):
        self.target = Path(target)
        if self.target.is_dir():
            raise OutputError(tr("{path} is a folder; give the name of a file.").format(path=target))
        try:
            self._folder = Path(tempfile.mkdtemp(prefix=".writing-", dir=self.target.parent))
        except (FileNotFoundError, NotADirectoryError):
            raise OutputError(
                tr("The folder {folder} does not exist; create it or choose another one for {path}.").format(
                    folder=self.target.parent, path=target
                )
            ) from None
        except OSError as error:
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

    def commit(self) -> None:
        """Put the new file and its sidecars in place of the old ones.

        Raises
        ------
        OutputError
            When another program holds the target or the disk is full; the old file and its sidecars are then still
            there.
        """
        aside = self._folder / "replaced"
        # Old sidecars go first and new ones come last, so that no moment has a file with another file's sidecar.
        try:
            aside.mkdir()
            _move_all(self._old_sidecars(), aside)
            os.replace(self.partial, self.target)
        except OSError as error:
            _move_all(aside.glob("*"), self.target.parent)
            raise OutputError(
                tr(
                    "{path} cannot be replaced ({reason}); close it in other programs, remove its layer from "
                    "the map, or choose another name."
                ).format(path=self.target, reason=error.strerror)
            ) from None
        _move_all(_sidecars(self.partial), self.target.parent)

    def _old_sidecars(self) -> list[Path]:
        """List what must not stay beside the new file: a style may be the user's own, unless a new one comes."""
        old = _sidecars(self.target)
        if not self.partial.with_suffix(STYLE).exists():
            old = [sidecar for sidecar in old if sidecar.suffix != STYLE]
        return old

    def discard(self) -> None:
        """Remove what is left beside the target."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def failure(self, reason: str) -> OutputError:
        """Return the error to raise when the file could not be written for `reason`."""
        if shutil.disk_usage(self._folder).free < _FULL_DISK_BYTES:
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
    return [sidecar for sidecar in candidates if sidecar.exists()]


def _move_all(paths, folder: Path) -> None:
    for path in list(paths):
        os.replace(path, folder / path.name)
