# SPDX-License-Identifier: GPL-2.0-or-later
"""A whole download: what is there is kept, what is missing is fetched, and what was fetched is written down."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from ...errors import OutputError
from ...progress import Progress
from ...wording import counted, tr
from .api import NeonApi
from .layout import Target
from .ledger import Ledger, record
from .planning import check_clashes, check_disk, check_size, format_size, missing, seems_whole, total_size
from .transfer import Downloads
from .transport import Transport

# Of the work, for reading the files that are there.
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
    check_clashes(targets, ledger)
    progress.info(_totals(targets))
    check_size([target for target in targets if not seems_whole(target)], most_bytes)
    is_any_there = any(map(seems_whole, targets))
    start = _SHARE_OF_READING if is_any_there else 0.0
    reading = progress.phase(tr("Checking the files that are there"), 0, start) if is_any_there else progress
    wanted = missing(targets, ledger, reading)
    check_size(wanted, most_bytes)
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


def _totals(targets: Sequence[Target]) -> str:
    """Say how many files there are and how large they are."""
    unknown = sum(target.file.size is None for target in targets)
    text = counted(len(targets), "{count} file, {size}", "{count} files, {size}", size=format_size(total_size(targets)))
    if unknown:
        text = tr("{total}, and {count} of which NEON does not tell the size").format(total=text, count=unknown)
    return text


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
