# SPDX-License-Identifier: GPL-2.0-or-later
"""Downloading files: two at a time, from where an earlier run stopped, checked before they get their names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ...errors import Cancelled, DownloadError
from ...progress import Progress, Watch
from ...wording import called, number, tr
from .address import server_of
from .api import NeonApi, RefusedError
from .layout import Target
from .ledger import record
from .meter import Meter, format_size
from .partial import Partial, taken
from .patience import Patience, can_be_repeated
from .transport import Interruption, Transport, Writer

# More would not be faster, and NEON's servers are for everybody.
STREAMS = 2
_WHOLE, _PART, _NO_SUCH_PART = 200, 206, 416
# What the storage answers to a link that has expired, or leads to a file that was moved.
_EXPIRED = (400, 401, 403, 404, 410)
_MOST_RENEWALS = 2
# A file with a wrong checksum is downloaded so many times.
_MOST_ATTEMPTS = 2
# After a connection that brought so much, failures are counted anew.
_BYTES_OF_A_GOOD_CONNECTION = 1 << 20
_CONTENT_RANGE = re.compile(r"bytes (\d{1,15})-(\d{1,15})/(\d{1,15}|\*)")


class FileError(DownloadError):
    """One file cannot be downloaded, while others may."""


class Downloads:
    """Downloads files.

    Parameters
    ----------
    transport : Transport
    api : NeonApi
    targets : sequence of Target
    progress : Progress
    most_bytes : float
        How long a file may be of which the API does not tell the size.
    """

    def __init__(
        self, transport: Transport, api: NeonApi, targets: Sequence[Target], progress: Progress, most_bytes: float
    ):
        self._transport = transport
        self._api = api
        self._waiting = list(reversed(targets))
        self._count = len(targets)
        self._progress = progress
        self._most_bytes = most_bytes
        self._meter = Meter(sum(target.file.size or 0 for target in targets), progress)
        self._failures: list[str] = []

    def run(self) -> None:
        """Download all files; a file that fails does not stop the others.

        Raises
        ------
        Cancelled
            When the user cancels; partly downloaded files are kept.
        DownloadError
            When files could not be downloaded, or nothing can be any more.
        OutputError
            When a file cannot be written.
        """
        try:
            self._transport.run(*(self._stream() for _ in range(STREAMS)), tell=self._meter.tell)
        except Cancelled:
            if self._meter.downloaded:
                self._progress.info(tr("What was downloaded is kept; the next run continues from there."))
            raise
        self._meter.tell()
        if self._meter.downloaded:
            self._progress.info(self._meter.summary())
        if not self._failures:
            return
        lines = list(self._failures)
        if len(lines) < self._count:
            text = tr("{failed} of {count} files could not be downloaded; the others are complete.")
            lines.insert(0, text.format(failed=len(lines), count=self._count))
        raise DownloadError("\n".join(lines))

    async def _stream(self) -> None:
        while self._waiting:
            target = self._waiting.pop()
            try:
                await self._download(target)
            except (FileError, RefusedError) as error:
                self._failures.append(str(error))
                self._progress.warn(str(error))

    async def _download(self, target: Target) -> None:
        """Download a file, unless another run does it first."""

        def tell() -> None:
            self._progress.info(tr("Another run downloads {name}; waiting for it.").format(name=target.file.name))

        with await taken(target.partial_path, self._transport, tell) as partial:
            if target.is_whole(Watch(self._progress)):
                self._meter.add(target.file.size or 0, was_there=True)
            else:
                await self._fill(partial, target)
                partial.publish(target.path)
        await record(target.folder, [target], self._transport)

    async def _fill(self, partial: Partial, target: Target) -> None:
        """Download what a partial file lacks, until it has the right checksum."""
        file = target.file
        if file.checksum:
            partial.resume(Watch(self._progress))
            if file.size is not None and partial.size > file.size:
                partial.restart()
            if partial.size:
                text = tr("{name}: going on after {size}").format(name=file.name, size=format_size(partial.size))
                self._progress.info(text)
        else:
            # Without a checksum, nothing would show that the beginning is that of an older file.
            partial.restart()
            text = tr("{name}: NEON gives no checksum, so only the size is checked.").format(name=file.name)
            self._progress.warn(text)
        self._meter.add(partial.size, was_there=True)
        for attempt in range(_MOST_ATTEMPTS):
            if attempt:
                self._progress.info(tr("{name}: its checksum is wrong; downloading it again").format(name=file.name))
            await self._complete(partial, target)
            if not file.checksum or partial.checksum() == file.checksum:
                return
            self._meter.throw_away(partial)
        raise FileError(
            tr("{name} does not have the checksum that NEON gives for it; run again later.").format(name=file.name)
        )

    async def _complete(self, partial: Partial, target: Target) -> None:
        """Download what a partial file lacks, over as many connections as it takes."""
        exchange, link = self._api.exchange, target.file.link
        patience, renewals, are_parts_refused = Patience(), 0, False
        furthest = partial.size
        reception = _Reception(partial, target, self._meter, self._most_bytes)
        while not reception.is_complete:
            link = link or await self._api.fresh_link(target.file)
            start = partial.size
            headers = {"Range": f"bytes={start}-"} if start else {}
            try:
                answer = await exchange.get(link, headers, receive=reception.begin)
                reception.end(answer.status)
            except Interruption as interruption:
                # Counted from the furthest byte so far: a server without ranges sends the same bytes again and again.
                if partial.size - furthest >= _BYTES_OF_A_GOOD_CONNECTION:
                    patience.renew()
                furthest = max(furthest, partial.size)
                await exchange.after_interruption(interruption, patience, link)
                continue
            if answer.status in (_WHOLE, _PART):
                continue
            if answer.status == _NO_SUCH_PART and start and not are_parts_refused:
                are_parts_refused = True
                self._meter.throw_away(partial)
            elif can_be_repeated(answer.status):
                await exchange.after_refusal(answer, patience, link)
            elif answer.status in _EXPIRED and renewals < _MOST_RENEWALS:
                renewals += 1
                link = await self._api.fresh_link(target.file)
            else:
                raise FileError(
                    tr("{name}: {server} does not give it (status {status}); run again later.").format(
                        name=target.file.name, server=server_of(link), status=answer.status
                    )
                )


class _Reception:
    """Takes the bytes of a file into its partial file, after looking at what the server says that it sends."""

    def __init__(self, partial: Partial, target: Target, meter: Meter, most_bytes: float):
        self._partial = partial
        self._name = target.file.name
        self._size = target.file.size
        self._meter = meter
        self._most_bytes = most_bytes

    @property
    def is_complete(self) -> bool:
        return self._size is not None and self._partial.size == self._size

    def begin(self, status: int, headers: Mapping[str, str]) -> Writer | None:
        """Return what takes the bytes of an answer; `DownloadError` when its headers say that they are of no use."""
        if status not in (_WHOLE, _PART):
            return None
        if status == _PART and not self._is_the_rest(headers):
            text = tr("{name}: the server sent another part than the one that was asked for; run again later.")
            raise FileError(text.format(name=self._name))
        if headers.get("content-type", "").startswith("text/html"):
            raise DownloadError(
                tr(
                    "{name}: the server sent a web page in its place; the network may ask for a login first: open "
                    "data.neonscience.org in a browser and run again."
                ).format(name=self._name)
            )
        # A server without ranges sends the file from its beginning.
        start = self._partial.size if status == _PART else 0
        length = headers.get("content-length", "")
        if length.isascii() and length.isdigit():
            self._check_size(start + int(length))
        if not start and self._partial.size:
            self._meter.throw_away(self._partial)
        return self._write

    def end(self, status: int) -> None:
        """Check the length of an answer that is over; `Interruption` when it was too short."""
        if status in (_WHOLE, _PART):
            if self._size is None:
                self._size = self._partial.size
            if not self.is_complete:
                raise Interruption(tr("the connection ended early"))

    def _is_the_rest(self, headers: Mapping[str, str]) -> bool:
        found = _CONTENT_RANGE.fullmatch(headers.get("content-range", ""))
        return (
            found is not None
            and int(found[1]) == self._partial.size
            and (found[3] == "*" or self._size in (None, int(found[3])))
        )

    def _check_size(self, size: int) -> None:
        """Compare the size that the server tells with that of the API, or take it in its place."""
        if self._size is None:
            self._check_most(size)
            self._size = size
        if size != self._size:
            raise FileError(
                tr(
                    "{name} has {found} bytes on the server, but {size} in NEON's list; it may just be replaced: "
                    "run again later."
                ).format(name=self._name, found=number(size, ","), size=number(self._size, ","))
            )

    def _check_most(self, size: int) -> None:
        if size > (self._most_bytes if self._size is None else self._size):
            text = tr("{name}: the server sends more than it should, or than {parameter} allows; run again later.")
            most = called(tr("Most to download (GB)"), "MAX_SIZE_GB")
            raise FileError(text.format(name=self._name, parameter=most))

    def _write(self, data: bytes) -> None:
        self._check_most(self._partial.size + len(data))
        self._partial.write(data)
        self._meter.add(len(data))
