# SPDX-License-Identifier: GPL-2.0-or-later
"""Requests to NEON's servers: redirects, the token, waiting, trying again."""

from __future__ import annotations

from urllib.parse import urljoin

from ...errors import DownloadError
from ...progress import Progress
from ...wording import tr
from .access import ACCESS_HEADER
from .address import check_address, same_server, server_of, shown
from .patience import Patience, can_be_repeated, pause_for_rate
from .transport import Answer, Interruption, Receiver, Transport

_REDIRECTS = (301, 302, 303, 307, 308)
_MOST_REDIRECTS = 5
# What a server may send in place of a file, such as the reason why it does not.
_MOST_BYTES_OF_EXPLANATION = 100_000
# Pauses that nobody would notice are not told.
_SHORTEST_PAUSE_TOLD = 2.0


class Exchange:
    """Asks servers, of which only the one of the API sees the token.

    Parameters
    ----------
    transport : Transport
    base : str
        Address of the API.
    token : str
        Empty for none.
    progress : Progress
        Gets a line when there is something to wait for.
    """

    def __init__(self, transport: Transport, base: str, token: str, progress: Progress):
        self.base = base
        self._transport = transport
        self._token = token
        self._progress = progress
        self._pause = 0.0

    @property
    def has_token(self) -> bool:
        return bool(self._token)

    async def ask(self, address: str, most_bytes: int, follow: bool = True) -> Answer:
        """Return the answer of the API; ask again after a pause when it has too much to do or the network fails.

        Raises
        ------
        DownloadError
            When that lasts too long.
        """
        patience = Patience()
        while True:
            await self._wait(self._pause, tr("NEON's limit of requests is reached"))
            self._pause = 0.0
            try:
                answer = await self.get(address, {}, most_bytes, follow=follow)
            except Interruption as interruption:
                await self.after_interruption(interruption, patience, address)
                continue
            if not can_be_repeated(answer.status):
                self._pause = pause_for_rate(answer.headers)
                return answer
            await self.after_refusal(answer, patience, address)

    async def get(
        self,
        address: str,
        headers: dict[str, str],
        most_bytes: int = _MOST_BYTES_OF_EXPLANATION,
        receive: Receiver | None = None,
        follow: bool = True,
    ) -> Answer:
        """Ask once, and follow redirects; only the server of the API gets the token, wherever they lead.

        Parameters
        ----------
        address : str
        headers : dict
        most_bytes : int
            How long a body may be that no writer takes.
        receive : callable, optional
            Gives the writer of an answer.
        follow : bool
            False returns the redirect itself.

        Raises
        ------
        Interruption
            When there is no complete answer.
        DownloadError
            When a redirect leads to where it must not.
        """
        for _ in range(_MOST_REDIRECTS + 1):
            check_address(address, self.base)
            sent = dict(headers)
            if self._token and same_server(address, self.base):
                sent[ACCESS_HEADER] = self._token
            answer = await self._transport.get(address, sent, most_bytes, receive)
            if answer.status not in _REDIRECTS or not follow:
                return answer
            address = redirect_of(answer, address)
        text = tr("{address} leads from one address to the next without an end; try again later.")
        raise DownloadError(text.format(address=shown(address)))

    async def after_interruption(self, interruption: Interruption, patience: Patience, address: str) -> None:
        """Wait before a request that was interrupted is repeated; `DownloadError` when it has failed too often."""
        reason = str(interruption).rstrip(".")
        pause = None if interruption.is_final else patience.pause()
        if pause is None:
            text = tr("{server} cannot be reached ({reason}); check the network and the proxy of QGIS, then run again.")
            raise DownloadError(text.format(server=server_of(address), reason=reason))
        await self._wait(pause, tr("The connection failed ({reason})").format(reason=reason))

    async def after_refusal(self, answer: Answer, patience: Patience, address: str) -> None:
        """Wait before a request is repeated for which the server was busy; `DownloadError` when that takes too long."""
        pause = patience.pause(answer.headers)
        if pause is None:
            text = tr("{server} still has too much to do (status {status}); run again later.")
            raise DownloadError(text.format(server=server_of(address), status=answer.status))
        await self._wait(pause, tr("The server has too much to do (status {status})").format(status=answer.status))

    async def _wait(self, seconds: float, reason: str) -> None:
        """Let time pass, and say why unless it is short."""
        if seconds >= _SHORTEST_PAUSE_TOLD:
            self._progress.info(tr("{reason}; trying again in {seconds:.0f} s.").format(reason=reason, seconds=seconds))
        if seconds:
            await self._transport.wait(seconds)


def redirect_of(answer: Answer, address: str) -> str:
    """Return where a redirect leads; `DownloadError` when it does not say."""
    target = answer.headers.get("location", "")
    try:
        # It may be relative.
        target = target and urljoin(address, target)
    except ValueError:
        target = ""
    if not target:
        text = tr("{address} leads somewhere else, but does not say where; try again later.")
        raise DownloadError(text.format(address=shown(address)))
    return target
