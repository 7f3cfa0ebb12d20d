# SPDX-License-Identifier: GPL-2.0-or-later
"""The network through QGIS, with the user's proxy, certificates and timeout."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Coroutine, Mapping

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtCore import QEventLoop, QTimer, QUrl
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from ...core.errors import Cancelled
from ...core.files.download.transport import Answer, Interruption, Receiver, Transport
from ...core.progress import Progress
from ..translation import tr

# How much of an answer Qt keeps before it is read; without a limit, it keeps all.
_BUFFER_BYTES = 4 << 20
_MILLISECONDS_BETWEEN_LOOKS = 100
_FIRST_REFUSAL = 300


class QgisTransport(Transport):
    """Runs coroutines in an event loop of Qt, in the thread that calls `run`.

    Parameters
    ----------
    progress : Progress
        Asked ten times a second whether the user has cancelled.
    """

    def __init__(self, progress: Progress):
        self._progress = progress

    def run(self, *tasks: Coroutine, tell: Callable[[], None] | None = None) -> list:
        return _Loop(self._progress, tell).run(tasks)

    async def get(
        self, address: str, headers: Mapping[str, str], most_bytes: int, receive: Receiver | None = None
    ) -> Answer:
        return await _Download(address, headers, most_bytes, receive)

    async def wait(self, seconds: float) -> None:
        await _Pause(seconds)


class _Loop:
    """Coroutines that run at the same time: each goes on when what it waits for has happened."""

    def __init__(self, progress: Progress, tell: Callable[[], None] | None):
        self._progress = progress
        self._tell = tell
        self._is_telling = False
        self._loop = QEventLoop()
        # What the coroutines that are not over yet wait for.
        self._waiting: dict[Coroutine, _Event] = {}
        self._results: dict[Coroutine, object] = {}
        self._error: BaseException | None = None
        # Those that can go on, with what to throw into them; an exception in a slot of Qt would end the process.
        self._ready: deque[tuple[Coroutine, BaseException | None, object]] = deque()

    def run(self, tasks: tuple[Coroutine, ...]) -> list:
        watch = QTimer()
        watch.setInterval(_MILLISECONDS_BETWEEN_LOOKS)
        watch.timeout.connect(self._look)
        watch.start()
        try:
            self._ready.extend((task, None, None) for task in tasks)
            while True:
                self._advance()
                if not self._waiting:
                    break
                self._loop.exec()
        finally:
            watch.stop()
            for task in tasks:
                task.close()
        if self._error is not None:
            raise self._error
        return [self._results[task] for task in tasks]

    def _advance(self) -> None:
        """Let all that can go on do so until they wait again."""
        while self._ready:
            task, error, value = self._ready.popleft()
            self._waiting.pop(task, None)
            try:
                event = task.send(value) if error is None else task.throw(error)
            except StopIteration as stop:
                self._results[task] = stop.value
            except BaseException as problem:  # noqa: B036  (it is raised by `run`, after the others have ended)
                self._end_all(problem)
            else:
                self._waiting[task] = event
                if self._error is not None:
                    # Ended by the user while it was at work.
                    self._end_all(self._error)
                    continue
                event.start(lambda error, value, task=task: self._resume(task, error, value))

    def _resume(self, task: Coroutine, error: BaseException | None, value: object) -> None:
        self._ready.append((task, error, value))
        self._loop.quit()

    def _look(self) -> None:
        # To report progress may handle events of Qt, which would call this again.
        if self._is_telling:
            return
        self._is_telling = True
        try:
            if self._tell is not None:
                self._tell()
            self._progress.check()
        except BaseException as problem:  # noqa: B036  (Qt knows no exceptions)
            if self._error is None:
                self._end_all(problem)
            self._loop.quit()
        finally:
            self._is_telling = False

    def _end_all(self, reason: BaseException) -> None:
        """End all coroutines that are waiting, for the first reason that there was."""
        if self._error is None:
            self._error = reason
        ended, self._waiting = self._waiting, {}
        self._ready.clear()
        for task, event in ended.items():
            event.stop()
            self._ready.append((task, Cancelled("Cancelled."), None))


class _Event:
    """What a coroutine waits for.

    `start(resume)` begins it, and `resume(error, value)` is called once it has happened; `stop()` ends it before.
    """

    def __await__(self):
        return (yield self)


class _Pause(_Event):
    def __init__(self, seconds: float):
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(1000 * seconds))

    def start(self, resume) -> None:
        self._timer.timeout.connect(lambda: resume(None, None))
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()


class _Download(_Event):
    """An answer that comes in pieces."""

    def __init__(self, address: str, headers: Mapping[str, str], most_bytes: int, receive: Receiver | None):
        # A packed answer would have another size, and could not be asked for in parts.
        self._request = _request(address, {"Accept-Encoding": "identity", **headers} if receive else headers)
        self._most_bytes = most_bytes
        self._receive = receive
        self._write = None
        self._body = bytearray()
        self._has_begun = False
        self._reply: QNetworkReply | None = None
        self._resume = None

    def start(self, resume) -> None:
        self._resume = resume
        self._reply = QgsNetworkAccessManager.instance().get(self._request)
        self._reply.setReadBufferSize(_BUFFER_BYTES)
        self._reply.readyRead.connect(self._read)
        self._reply.finished.connect(self._finish)
        if self._reply.isFinished():
            self._finish()

    def _read(self) -> None:
        """Take what has come; an exception here goes into the coroutine."""
        if self._reply is None:
            return
        try:
            self._take(self._reply.readAll().data())
        except BaseException as error:  # noqa: B036  (Qt knows no exceptions)
            self._end(error, None)

    def _take(self, data: bytes) -> None:
        if not self._has_begun:
            self._has_begun = True
            if self._receive is not None:
                self._write = self._receive(self._status(), self._headers())
        if self._write is not None:
            if data:
                self._write(data)
        elif len(self._body) + len(data) > self._most_bytes:
            raise Interruption(tr("the answer is too long"), is_final=True)
        else:
            self._body += data

    def _finish(self) -> None:
        if self._reply is None:
            return
        status = self._status()
        # Qt reports refusals as errors, too.
        is_cut = self._reply.error() != QNetworkReply.NetworkError.NoError and status < _FIRST_REFUSAL
        if status or not is_cut:
            # What came before the connection ended counts.
            self._read()
        if self._reply is None:
            return
        if is_cut:
            self._end(self._interruption(), None)
        else:
            self._end(None, Answer(status, self._headers(), bytes(self._body)))

    def _interruption(self) -> Interruption:
        error, Error = self._reply.error(), QNetworkReply.NetworkError
        if error in (Error.OperationCanceledError, Error.TimeoutError):
            seconds = QgsNetworkAccessManager.timeout() / 1000
            return Interruption(tr("nothing came for {seconds:.0f} s").format(seconds=seconds))
        # The text may repeat the address, whose query can be a signature.
        address = self._reply.url()
        text = self._reply.errorString().replace(address.toString(), address.host())
        return Interruption(text, is_final=error == Error.SslHandshakeFailedError)

    def _end(self, error: BaseException | None, answer: Answer | None) -> None:
        self.stop()
        self._resume(error, answer)

    def stop(self) -> None:
        """Take no more of the answer."""
        reply, self._reply = self._reply, None
        if reply is None:
            return
        reply.readyRead.disconnect(self._read)
        reply.finished.disconnect(self._finish)
        if not reply.isFinished():
            reply.abort()
        reply.deleteLater()

    def _status(self) -> int:
        return self._reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute) or 0

    def _headers(self) -> dict[str, str]:
        return {
            name.data().decode("latin-1").lower(): value.data().decode("latin-1")
            for name, value in self._reply.rawHeaderPairs()
        }


def _request(address: str, headers: Mapping[str, str]) -> QNetworkRequest:
    """Make a request that follows no redirect: newer versions of Qt would send the token on to the other server."""
    Attribute = QNetworkRequest.Attribute
    request = QNetworkRequest(QUrl(address))
    request.setAttribute(Attribute.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.ManualRedirectPolicy)
    # A tile would push everything else out of QGIS's cache.
    request.setAttribute(Attribute.CacheSaveControlAttribute, False)
    request.setAttribute(Attribute.CacheLoadControlAttribute, QNetworkRequest.CacheLoadControl.AlwaysNetwork)
    for name, value in headers.items():
        request.setRawHeader(name.encode("latin-1"), value.encode("latin-1"))
    return request


def neon_api(token: str, progress: Progress):
    """Return the network and NEON's API, or the one that NEON_API_URL leads to, over it."""
    from ...core.files.download.address import base_address
    from ...core.files.download.api import NeonApi
    from ...core.files.download.exchange import Exchange

    progress.begin(tr("Asking NEON"))
    transport = QgisTransport(progress)
    return transport, NeonApi(Exchange(transport, base_address(), token, progress))
