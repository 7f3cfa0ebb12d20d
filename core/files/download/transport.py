# SPDX-License-Identifier: GPL-2.0-or-later
"""What the network must be able to do; a program around `core` brings it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass

# Takes the bytes of an answer as they come.
Writer = Callable[[bytes], None]
# Looks at the status and the headers of an answer, and returns the writer for it, or None to have the bytes returned.
Receiver = Callable[[int, Mapping[str, str]], "Writer | None"]


@dataclass(frozen=True)
class Answer:
    """What a server answered; headers by their names in lower case, and no body where a writer took it."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""


class Interruption(Exception):
    """An answer that did not come, or not to its end.

    It is final when the same would happen again, as with a certificate that is not trusted.
    """

    def __init__(self, reason: str, is_final: bool = False):
        super().__init__(reason)
        self.is_final = is_final


class Transport(ABC):
    """The network, for coroutines that run at the same time in one thread."""

    @abstractmethod
    def run(self, *tasks: Coroutine, tell: Callable[[], None] | None = None) -> list:
        """Run coroutines at the same time, and return their results in their order.

        Parameters
        ----------
        tasks : coroutines
            When one raises, the others are ended by `Cancelled`, and its error is raised. When the user cancels, all
            are.
        tell : callable, optional
            Called about ten times a second, to report progress. Writers must not report it, as that may handle events
            of the window and of the network, which would call them again.
        """

    @abstractmethod
    async def get(
        self, address: str, headers: Mapping[str, str], most_bytes: int, receive: Receiver | None = None
    ) -> Answer:
        """Ask for an address, and follow no redirect.

        Parameters
        ----------
        address : str
        headers : mapping
        most_bytes : int
            How long a body may be that no writer takes.
        receive : callable, optional
            Called when the headers are there.

        Raises
        ------
        Interruption
            When there is no complete answer, or its body is too long.
        """

    @abstractmethod
    async def wait(self, seconds: float) -> None:
        """Let time pass."""
