# SPDX-License-Identifier: GPL-2.0-or-later
"""What is downloaded and what is there already, and whether there is room for it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Sequence

from ...errors import OutputError, ParameterError
from ...progress import Progress
from ...wording import number, tr
from .crc32c import checksum_of_file
from .layout import Target
from .ledger import Ledger
from .records import RemoteFile

MEGABYTE, GIGABYTE = 1_000_000, 1_000_000_000


def check_clashes(targets: Sequence[Target], ledger: Ledger) -> None:
    """Check that each file has a place of its own, as tiles of different years have the same name.

    Raises
    ------
    ParameterError
        When two of the files would go to the same place.
    OutputError
        When a file of another month, or one that this plugin did not download, is there.
    """
    seen: dict[str, RemoteFile] = {}
    for target in targets:
        other = seen.setdefault(target.name, target.file)
        if other is not target.file:
            raise ParameterError(
                tr(
                    "{name} of {first} and of {second} would be the same file; choose a YEAR, or NEON's LAYOUT, which "
                    "keeps them apart."
                ).format(name=target.name, first=other.month, second=target.file.month)
            )
        origin = ledger.origin(target.name)
        if origin not in (None, (target.file.product, target.file.month)):
            raise OutputError(
                tr(
                    "{path} is the tile of {month}, which is kept; choose another FOLDER, or NEON's LAYOUT, which "
                    "keeps the years apart."
                ).format(path=target.path, month=origin[1])
            )


def seems_whole(target: Target) -> bool:
    """Tell whether a file is there with the right size, without reading it."""
    try:
        return os.stat(target.path).st_size == target.file.size
    except OSError:
        return False


def is_whole(target: Target, progress: Progress) -> bool:
    """Tell whether a file is there with the size and the checksum that NEON gives."""
    try:
        size = os.stat(target.path).st_size
        if target.file.size not in (None, size):
            return False
        if not target.file.checksum:
            return True
        return checksum_of_file(target.path, progress) == target.file.checksum
    except OSError:
        return False


def missing(targets: Sequence[Target], ledger: Ledger, progress: Progress) -> list[Target]:
    """Return the targets that are to be downloaded; those that are there are read.

    Raises
    ------
    OutputError
        When another file is there, which this plugin did not download.
    """
    found = []
    for index, target in enumerate(targets):
        if is_whole(target, progress.part(index / len(targets), (index + 1) / len(targets))):
            continue
        if os.path.lexists(target.path) and ledger.origin(target.name) is None:
            raise OutputError(
                tr(
                    "{path} is there, but is not the tile of {month} (its size or checksum is another one); move it "
                    "away, or choose another FOLDER."
                ).format(path=target.path, month=target.file.month)
            )
        found.append(target)
    return found


def check_size(targets: Sequence[Target], most_bytes: float) -> None:
    """Check that no more than wanted is downloaded.

    Raises
    ------
    ParameterError
        When it is more.
    """
    size = total_size(targets)
    if size > most_bytes:
        raise ParameterError(
            tr(
                "{size} are to be downloaded, more than MAX_SIZE_GB allows ({most}); choose fewer tiles or a larger "
                "MAX_SIZE_GB."
            ).format(size=format_size(size), most=number(most_bytes / GIGABYTE, "g"))
        )


def check_disk(targets: Sequence[Target], folder) -> None:
    """Check that the disk has room.

    Raises
    ------
    OutputError
        When it has not.
    """
    needed = total_size(targets) - sum(_size_there(target.partial_path) for target in targets)
    free = shutil.disk_usage(folder).free
    if needed > free:
        raise OutputError(
            tr("{folder} has room for {free}, but {needed} are to be downloaded; free some space.").format(
                folder=folder, free=format_size(free), needed=format_size(needed)
            )
        )


def total_size(targets: Iterable[Target]) -> int:
    """Add up the sizes that are known (bytes)."""
    return sum(target.file.size or 0 for target in targets)


def format_size(size: float) -> str:
    """Write a number of bytes as MB or GB of a thousand each, as disks and networks are measured."""
    if size >= 10 * GIGABYTE:
        return f"{number(size / GIGABYTE, ',.1f')} GB"
    return f"{number(size / MEGABYTE, ',.0f' if size >= 10 * MEGABYTE else ',.2f')} MB"


def _size_there(path) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0
