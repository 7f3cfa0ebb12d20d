"""The network for tests without QGIS: HTTP/1.1 over asyncio, as far as `neonserver` speaks it."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Mapping
from urllib.parse import urlsplit

from neon_aop.core.errors import NeonAopError
from neon_aop.core.files.download.transport import Answer, Interruption, Receiver, Transport
from neon_aop.core.progress import Progress

_BLOCK = 1 << 16


class PlainTransport(Transport):
    """Asks one server after the other, and does not wait.

    Attributes
    ----------
    waits : list of float
        The seconds that were to be waited.
    longest : float
        Time after which an answer without progress is given up.
    """

    def __init__(self, progress: Progress | None = None, longest: float = 10.0):
        self.waits: list[float] = []
        self._progress = progress or Progress()
        self._longest = longest

    def run(self, *tasks: Coroutine, tell=None) -> list:
        return asyncio.run(self._run(tasks, tell or (lambda: None)))

    async def _run(self, coroutines, tell) -> list:
        tasks = [asyncio.ensure_future(coroutine) for coroutine in coroutines]
        watch = asyncio.ensure_future(self._watch(tasks, tell))
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
        finally:
            watch.cancel()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        self._progress.check()
        for task in tasks:
            if not task.cancelled() and task.exception() is not None:
                raise task.exception()
        return [task.result() for task in tasks]

    async def _watch(self, tasks, tell) -> None:
        while not self._progress.cancelled():
            tell()
            await asyncio.sleep(0.02)
        for task in tasks:
            task.cancel()

    async def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        # Others must get their turn, and a second run must not spin.
        await asyncio.sleep(min(seconds, 0.02))

    async def get(
        self, address: str, headers: Mapping[str, str], most_bytes: int, receive: Receiver | None = None
    ) -> Answer:
        parts = urlsplit(address)
        try:
            reader, writer = await asyncio.open_connection(parts.hostname, parts.port or 80)
        except OSError as error:
            raise Interruption(error.strerror or str(error)) from None
        try:
            target = f"{parts.path}?{parts.query}" if parts.query else parts.path
            lines = [f"GET {target} HTTP/1.1", f"Host: {parts.netloc}", "Connection: close"]
            lines += [f"{name}: {value}" for name, value in headers.items()]
            writer.write("\r\n".join([*lines, "", ""]).encode("latin-1"))
            return await self._read(reader, most_bytes, receive)
        except NeonAopError:
            # Some are errors of the system as well.
            raise
        except (OSError, asyncio.IncompleteReadError, asyncio.TimeoutError) as error:
            raise Interruption(str(error) or "nothing came") from None
        finally:
            writer.close()

    async def _read(self, reader: asyncio.StreamReader, most_bytes: int, receive: Receiver | None) -> Answer:
        head = (await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), self._longest)).decode("latin-1")
        first, *rest = head.split("\r\n")
        status = int(first.split()[1])
        found = {
            name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in rest if line)
        }
        write = receive(status, found) if receive else None
        left, body = int(found.get("content-length", 0)), bytearray()
        while left:
            data = await asyncio.wait_for(reader.read(min(left, _BLOCK)), self._longest)
            if not data:
                raise Interruption("the connection was closed")
            left -= len(data)
            if write is not None:
                write(data)
            elif len(body) + len(data) > most_bytes:
                raise Interruption("the answer is too long", is_final=True)
            else:
                body += data
        return Answer(status, found, bytes(body))


class Listener(Progress):
    """A listener that keeps what it is told, and cancels when a function says so."""

    def __init__(self, when=lambda: False):
        self.lines: list[str] = []
        self.warnings: list[str] = []
        self.fractions: list[float] = []
        self._when = when

    def report(self, fraction):
        self.fractions.append(fraction)

    def info(self, text):
        self.lines.append(text)

    def warn(self, text):
        self.warnings.append(text)

    def cancelled(self):
        return self._when()
