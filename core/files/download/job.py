# SPDX-License-Identifier: GPL-2.0-or-later
"""A whole download: what is there is kept, what is missing is fetched, and what was fetched is written down."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from ...errors import OutputError, ParameterError
from ...progress import Progress
from ...wording import called, counted, number, tr
from .api import NeonApi
from .layout import Target, size_there
from .ledger import Ledger, record
from .meter import GIGABYTE, format_size
from .records import RemoteFile
from .transfer import Downloads
from .transport import Transport

# Share of the progress that reading the files that are there takes.
_SHARE_OF_READING = 0.1


def download(
    transport: Transport, api: NeonApi, targets: Sequence[Target], folder, most_bytes: float, progress: Progress
) -> list[Path]:
    """Download those of the files that are not there, and return the paths of all.

    Parameters
    ----------
    transport : Transport
    api : NeonApi
    targets : sequence of Target
        All in the folder.
    folder : str or path
        It is made if need be.
    most_bytes : float
        How much may be downloaded.
    progress : Progress

    Raises
    ------
    ParameterError
        When that would be more, or two files would be one.
    OutputError
        When the disk has no room or fails, or something else is where a file belongs.
    DownloadError
        When files cannot be downloaded; others may have been.
    """
    ledger = Ledger.read(folder)
    _check_clashes(targets, ledger)
    progress.info(_totals(targets))
    to_download = [target for target in targets if not target.seems_whole()]
    # What can be told without reading is told at once.
    _check_size(to_download, most_bytes)
    is_any_there = len(to_download) < len(targets)
    start = _SHARE_OF_READING if is_any_there else 0.0
    reading = progress.phase(tr("Checking the files that are there"), 0, start) if is_any_there else progress
    wanted = _missing(targets, ledger, reading)
    _check_size(wanted, most_bytes)
    _make_folders(folder, wanted)
    check_disk(wanted, folder)
    there = [target for target in targets if target not in wanted]
    if there:
        progress.info(
            counted(
                len(there),
                "{count} file is there and whole; its checksum is right.",
                "{count} files are there and whole; their checksums are right.",
            )
        )
        transport.run(record(folder, there, transport))
    if wanted:
        Downloads(transport, api, wanted, progress.phase(tr("Downloading"), start, 1), most_bytes).run()
    return [target.path for target in targets]


def check_disk(targets: Sequence[Target], folder) -> None:
    """Check that the disk has room for what is still missing of files, else raise `OutputError`."""
    needed = _total_size(targets) - sum(size_there(target.partial_path) or 0 for target in targets)
    free = shutil.disk_usage(folder).free
    if needed > free:
        raise OutputError(
            tr("{folder} has room for {free}, but {needed} are to be downloaded; free some space.").format(
                folder=folder, free=format_size(free), needed=format_size(needed)
            )
        )


def _check_clashes(targets: Sequence[Target], ledger: Ledger) -> None:
    """Check that each file has a place of its own, as tiles of different years have the same name."""
    seen: dict[str, RemoteFile] = {}
    for target in targets:
        other = seen.setdefault(target.name, target.file)
        if other is not target.file:
            raise ParameterError(
                tr(
                    "{name} of {first} and of {second} would be the same file; choose a {year}, or NEON's folders as "
                    "{layout}, which keep them apart."
                ).format(
                    name=target.name,
                    first=other.month,
                    second=target.file.month,
                    year=called(tr("Year"), "YEAR"),
                    layout=called(tr("Layout"), "LAYOUT"),
                )
            )
        origin = ledger.origin(target.name)
        if origin not in (None, (target.file.product, target.file.month)):
            raise OutputError(
                tr(
                    "{path} is the tile of {month}, which is kept; choose another {folder}, or NEON's folders as "
                    "{layout}, which keep the years apart."
                ).format(
                    path=target.path,
                    month=origin[1],
                    folder=called(tr("Folder"), "FOLDER"),
                    layout=called(tr("Layout"), "LAYOUT"),
                )
            )


def _totals(targets: Sequence[Target]) -> str:
    """Say how many files there are and how large they are."""
    unknown = sum(target.file.size is None for target in targets)
    size = format_size(_total_size(targets))
    text = counted(len(targets), "{count} file, {size}", "{count} files, {size}", size=size)
    if unknown:
        text = tr("{total}, and {count} of which NEON does not tell the size").format(total=text, count=unknown)
    return text


def _missing(targets: Sequence[Target], ledger: Ledger, progress: Progress) -> list[Target]:
    """Return the targets that are to be downloaded; those that are there are read."""
    found = []
    for index, target in enumerate(targets):
        if target.is_whole(progress.part(index / len(targets), (index + 1) / len(targets))):
            continue
        if os.path.lexists(target.path) and ledger.origin(target.name) is None:
            raise OutputError(
                tr(
                    "{path} is there, but is not the tile of {month} (its size or checksum is another one); move it "
                    "away, or choose another {folder}."
                ).format(path=target.path, month=target.file.month, folder=called(tr("Folder"), "FOLDER"))
            )
        found.append(target)
    return found


def _check_size(targets: Sequence[Target], most_bytes: float) -> None:
    """Check that no more than wanted is downloaded."""
    size = _total_size(targets)
    if size > most_bytes:
        raise ParameterError(
            tr(
                "{size} are to be downloaded, more than {parameter} allows, which is {most}; choose fewer tiles or "
                "allow more."
            ).format(
                size=format_size(size),
                parameter=called(tr("Most to download (GB)"), "MAX_SIZE_GB"),
                most=number(most_bytes / GIGABYTE, "g"),
            )
        )


def _make_folders(folder, targets: Sequence[Target]) -> None:
    for path in sorted({Path(folder), *(target.path.parent for target in targets)}):
        try:
            os.makedirs(path, exist_ok=True)
        except OSError as error:
            raise OutputError(
                tr("The folder {folder} cannot be made ({reason}); choose another one.").format(
                    folder=path, reason=error.strerror
                )
            ) from None


def _total_size(targets: Iterable[Target]) -> int:
    """Add up the sizes that are known (bytes)."""
    return sum(target.file.size or 0 for target in targets)
