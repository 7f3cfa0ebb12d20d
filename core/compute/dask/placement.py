# SPDX-License-Identifier: GPL-2.0-or-later
"""Which worker of a Dask cluster has which image."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...errors import ClusterError
from ...progress import Progress
from ...wording import tr
from ..imageset import Call
from ..memory import WORKING_BYTES

# A worker that is paused or not heard of: when that is said, and when its images go to others.
SECONDS_UNTIL_SAID = 10
SECONDS_UNTIL_MOVED = 20
# A worker that died may be started anew by its nanny.
SECONDS_TO_WAIT_FOR_WORKERS = 30
# Workers that an image may lose one after the other; by then it is likely that the image is the reason.
MOST_LOSSES = 3
# Of a worker's memory that may be in use for pixels and all else; Dask pauses a worker at 0.8.
SHARE_OF_MEMORY = 0.7


@dataclass(eq=False)
class PlacedImage:
    """An image, and where it is."""

    # What it is read from.
    source: object
    # Address of the worker that has it or is to read it; empty while there is none.
    worker: str = ""
    # The future of the job that read it. When nobody holds it any more, such as when this process has been killed,
    # Dask has the worker let go of the image.
    future: object = None
    # Whether the worker has read it.
    is_there: bool = False
    # Whether a call has not been answered yet, and which fraction of it is done.
    waits: bool = False
    fraction: float = 0.0
    # How many state-changing calls it has been through, and those of them to repeat when it is read again.
    changes: int = 0
    repeated: tuple[Call, ...] = ()
    # How many workers it has lost since the last answer.
    losses: int = 0

    @property
    def bytes(self) -> int:
        """Memory for its pixels and for what is kept beside them."""
        return self.source.bytes + self.source.pixels * WORKING_BYTES

    def leave_worker(self) -> None:
        """Take the image from its worker."""
        self.worker, self.future, self.is_there, self.losses = "", None, False, self.losses + 1
        if self.losses > MOST_LOSSES:
            raise ClusterError(
                tr(
                    "{losses} workers of the Dask cluster were lost while they worked on {tile}, "
                    "perhaps for lack of memory; see their logs."
                ).format(losses=self.losses, tile=self.source.name)
            )


class Placement:
    """Gives images to workers, and to others when a worker is lost, not heard of, or paused by Dask.

    Parameters
    ----------
    sources : sequence of object
        As for `DaskImages`.
    log : Progress
        Told of what happens to workers.

    Attributes
    ----------
    images : list of PlacedImage
    """

    def __init__(self, sources: Sequence, log: Progress):
        self.images = [PlacedImage(source) for source in sources]
        self._log = log
        self._found: Mapping[str, Mapping] = {}
        self._now = 0.0
        # By worker: its last heartbeat and when that came; since when it has been of no use; what is said of it.
        self._heard: dict[str, tuple[float, float]] = {}
        self._stuck: dict[str, float] = {}
        self._said: set[str] = set()
        self._homeless_since: float | None = None

    def look(self, found: Mapping[str, Mapping], now: float) -> None:
        """Look at the workers, and move images as necessary.

        Parameters
        ----------
        found : mapping
            Workers by address, as the scheduler describes them.
        now : float
            Time in seconds.

        Raises
        ------
        ClusterError
            If an image that must be moved finds no worker.
        """
        self._found, self._now = found, now
        for address, worker in found.items():
            if self._heard.get(address, (None,))[0] != worker["last_seen"]:
                self._heard[address] = (worker["last_seen"], now)
        self._note_losses()
        for address in sorted(found):
            self._move_from(address)
        try:
            self.place()
            self._homeless_since = None
        except ClusterError:
            self._homeless_since = now if self._homeless_since is None else self._homeless_since
            if now - self._homeless_since > SECONDS_TO_WAIT_FOR_WORKERS:
                raise

    def place(self) -> None:
        """Choose a worker for each image without one: with room for it, and threads that have the least to do.

        Raises
        ------
        ClusterError
            If there is none.
        """
        for image in self.images:
            if not image.worker:
                able = self._able(image)
                if not able:
                    raise self._no_room(image)
                image.worker = min(able, key=lambda address: self._load(address, image))

    def _note_losses(self) -> None:
        lost = [image for image in self.images if image.worker and image.worker not in self._found]
        if lost:
            self._warn_of_loss(lost)
        for image in lost:
            image.leave_worker()

    def _warn_of_loss(self, lost: Sequence[PlacedImage]) -> None:
        self._log.warn(
            tr("The Dask cluster lost {workers}; {tiles} tile(s) are read again by other workers.").format(
                workers=", ".join(sorted({image.worker for image in lost})), tiles=len(lost)
            )
        )

    def _move_from(self, address: str) -> None:
        """Say that calls wait for a worker, and take images from it when that lasts."""
        images = self._images_at(address)
        waiting = [image for image in images if image.waits]
        silent = self._is_silent(address)
        if not waiting or not (silent or self._is_paused(address)):
            self._stuck.pop(address, None)
            self._said.discard(address)
            return
        since = self._stuck.setdefault(address, self._heard[address][1] if silent else self._now)
        if self._now - since >= SECONDS_UNTIL_SAID and address not in self._said:
            self._said.add(address)
            self._log.info(tr("Waiting for the Dask worker {worker}.").format(worker=self._described(address)))
        if self._now - since < SECONDS_UNTIL_MOVED:
            return
        # Of a paused worker one image at a time: it may go on when that is gone.
        moved = images if silent else waiting[:1]
        self._warn_of_loss(moved)
        self._stuck.pop(address)
        for image in moved:
            if not self._able(image):
                raise ClusterError(
                    tr(
                        "The Dask worker {worker} does not go on, and no other one has memory for {tile}; restart it, "
                        "start more workers, or keep fewer bands."
                    ).format(worker=self._described(address), tile=image.source.name)
                )
            image.leave_worker()
            self.place()

    def _described(self, address: str) -> str:
        """Return the address of a worker that does not go on, and why."""
        if self._is_silent(address):
            return tr("{worker} (not heard of for {seconds:.0f} s)").format(
                worker=address, seconds=self._now - self._heard[address][1]
            )
        worker = self._found[address]
        return tr("{worker} (paused by Dask at {used:.2f} of {limit:.2f} GB of memory)").format(
            worker=address, used=worker["metrics"].get("memory", 0) / 1e9, limit=worker["memory_limit"] / 1e9
        )

    def _images_at(self, address: str) -> list[PlacedImage]:
        return [image for image in self.images if image.worker == address]

    def _is_silent(self, address: str) -> bool:
        return self._now - self._heard[address][1] >= SECONDS_UNTIL_SAID

    def _is_paused(self, address: str) -> bool:
        """Whether a worker starts nothing; what it is at, it ends."""
        worker = self._found[address]
        return worker["status"] == "paused" and not worker["metrics"].get("task_counts", {}).get("executing")

    def _able(self, image: PlacedImage) -> list[str]:
        return [
            address
            for address, worker in sorted(self._found.items())
            if worker["status"] == "running" and not self._is_silent(address) and self._has_room(address, image)
        ]

    def _has_room(self, address: str, image: PlacedImage) -> bool:
        worker, images = self._found[address], self._images_at(address)
        by_others = worker["metrics"].get("memory", 0) - sum(one.bytes for one in images if one.is_there)
        planned = sum(one.bytes for one in images) + image.bytes
        return not worker["memory_limit"] or max(by_others, 0) + planned <= SHARE_OF_MEMORY * worker["memory_limit"]

    def _load(self, address: str, image: PlacedImage) -> float:
        return (sum(one.bytes for one in self._images_at(address)) + image.bytes) / self._found[address]["nthreads"]

    def _no_room(self, image: PlacedImage) -> ClusterError:
        if not self._found:
            return ClusterError(tr("All workers of the Dask cluster are lost; start some, and run again."))
        return ClusterError(
            tr(
                "No worker of the Dask cluster has {size:.1f} GB of memory left for {tile}; {tiles} tile(s) need "
                "{needed:.1f} GB, and {share:.0%} of a worker's memory may be in use, for whatever. Start more workers "
                "or keep fewer bands."
            ).format(
                size=image.bytes / 1e9,
                tile=image.source.name,
                tiles=len(self.images),
                needed=sum(one.bytes for one in self.images) / 1e9,
                share=SHARE_OF_MEMORY,
            )
        )
