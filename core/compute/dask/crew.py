"""Tiles in the memory of the workers of a Dask cluster."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from uuid import uuid4

from ...errors import ClusterError, NeonAopError, TileError
from ...image.mosaic import Mosaic
from ...inputs.tileset import TileWindow
from ...progress import Progress
from ...wording import tr
from ..crew import Crew, Question
from ..memory import WORKING_BYTES
from ..threads import single_threaded_blas
from .cluster import check_versions, check_worker_files, connect
from .courier import courier
from .work import CHANGES, PROGRESS_TOPIC, Errand, Recovery

SECONDS_BETWEEN_CHECKS = 0.1
SECONDS_BETWEEN_LOOKS_AT_WORKERS = 1.0
# A worker that died may be started anew by its nanny.
SECONDS_TO_WAIT_FOR_WORKERS = 30
SECONDS_TO_LEAVE = 5
# Workers that a tile may lose one after the other; by then it is likely that the tile is the reason.
MOST_LOSSES = 3
# Of a worker's memory for pixels and what is kept beside them; Dask pauses a worker at 0.8.
SHARE_OF_MEMORY = 0.7


@dataclass(eq=False)
class _Tile:
    window: TileWindow
    recovery: Recovery
    state: int = 0
    home: str = ""
    settled: bool = False
    losses: int = 0
    fraction: float = 0.0

    @property
    def bytes(self) -> int:
        return self.window.bytes + self.window.pixels * WORKING_BYTES


@dataclass
class _Worker:
    threads: int
    memory: float
    tiles: list[_Tile] = field(default_factory=list)

    @property
    def bytes(self) -> int:
        return sum(tile.bytes for tile in self.tiles)

    def load_with(self, tile: _Tile) -> float:
        return (self.bytes + tile.bytes) / self.threads

    def has_room_for(self, tile: _Tile) -> bool:
        return not self.memory or self.bytes + tile.bytes <= SHARE_OF_MEMORY * self.memory


class DaskCrew(Crew):
    """Tiles in the memory of the workers of an existing Dask cluster, which work on them side by side.

    Only what questions and answers hold goes over the wire; each goes to the worker that has the tile. When a worker
    is lost, its tiles are read again by others, brought to the state that they were in, and the question is asked
    again: the result is the same. In the end, workers keep nothing.

    Parameters
    ----------
    address : str
        Of the scheduler.
    windows : sequence of TileWindow
        Files must be readable under the same paths on all workers.
    progress : Progress, optional
        Its log tells of lost workers.

    Raises
    ------
    ParameterError, MissingPackageError, ClusterError
        If the cluster cannot be reached or does not fit, or its workers cannot read the files.
    """

    def __init__(self, address: str, windows: Sequence[TileWindow], progress: Progress | None = None):
        self._address = address
        self._run = uuid4().hex
        self._plugin_name = f"neon-aop-{self._run}"
        self._log = progress or Progress()
        self._open = ExitStack()
        self._tiles = [_Tile(window, Recovery(window)) for window in windows]
        self.template = windows[0].without_pixels()
        self.lengths = [window.pixels for window in windows]

    def __enter__(self) -> DaskCrew:
        self._client = connect(self._address)
        try:
            paths = [tile.window.path for tile in self._tiles]
            check_versions(self._call(self._client.get_versions))
            self._call(check_worker_files, self._client, paths)
            self._send_core()
            self._call(self._client.subscribe_topic, PROGRESS_TOPIC, self._note_progress)
            self._settle(self._tiles)
            # What this machine computes must not depend on how many threads BLAS has here either.
            self._open.enter_context(single_threaded_blas())
        except BaseException:
            self._leave()
            raise
        return self

    def __exit__(self, *exception) -> None:
        self._leave()

    def read(
        self, mosaic: Mosaic, progress: Progress | None = None, broken: Callable[[TileError], None] | None = None
    ) -> None:
        """Have the workers read the tiles; of pixels that several have, the first tile keeps them.

        Parameters
        ----------
        mosaic : Mosaic
        progress : Progress, optional
        broken : callable, optional
            Told of a tile that cannot be read; raises the error unless the tile may be left out.

        Raises
        ------
        TileError
            If a tile cannot be read.
        """
        progress = progress or Progress()
        questions = [Question(image, "pixels") for image in range(len(self._tiles))]
        for image, answer in enumerate(self._ask(questions, progress, expected=TileError)):
            if isinstance(answer, TileError):
                if broken is None:
                    raise answer
                broken(answer)
            self.lengths[image] = 0 if isinstance(answer, TileError) else answer
        self._leave_out_repeated(mosaic)

    def _leave_out_repeated(self, mosaic: Mosaic) -> None:
        """Take from each tile the pixels that earlier ones have."""
        repeated: dict[int, list] = {}
        for later in self.filled:
            for earlier in self.filled[: self.filled.index(later)]:
                overlap = mosaic.overlap(earlier, later)
                if overlap is not None:
                    bits = self.ask([Question(earlier, "valid_in", overlap[0])])[0]
                    repeated.setdefault(later, []).append((*overlap[1], bits))
        left = self.ask([Question(image, "leave_out", (windows,)) for image, windows in repeated.items()])
        for image, pixels in zip(repeated, left):
            self.lengths[image] = pixels

    def ask(self, questions: Sequence[Question], progress: Progress | None = None) -> list:
        """Return the answers of the workers to questions, all asked at the same time."""
        return self._ask(questions, progress or Progress())

    def _ask(self, questions: Sequence[Question], progress: Progress, expected: tuple | type = ()) -> list:
        answers: list = [None] * len(questions)
        waiting = {self._send(question): number for number, question in enumerate(questions)}
        looked = time.monotonic()
        try:
            while waiting:
                for future in wait(waiting, SECONDS_BETWEEN_CHECKS, FIRST_COMPLETED).done:
                    number = waiting.pop(future)
                    answers[number] = self._answer(future, questions[number], expected)
                progress.report(1 - sum(1 - self._fraction(questions[n]) for n in waiting.values()) / len(questions))
                progress.check()
                if time.monotonic() - looked > SECONDS_BETWEEN_LOOKS_AT_WORKERS:
                    self._resend_lost(waiting, questions, progress)
                    looked = time.monotonic()
        finally:
            for future in waiting:
                future.cancel()
        return answers

    def _send(self, question: Question) -> Future:
        self._tiles[question.image].fraction = 0.0
        return asyncio.run_coroutine_threadsafe(self._reply_to(question), self._client.loop.asyncio_loop)

    async def _reply_to(self, question: Question):
        tile = self._tiles[question.image]
        if tile.settled:
            reply = await self._submit(Errand(self._run, question, tile.state), tile.home)
            if reply.known:
                return reply.answer
        reply = await self._submit(Errand(self._run, question, tile.state, tile.recovery), tile.home)
        return reply.answer

    async def _submit(self, errand: Errand, worker: str):
        from distributed.protocol import serialize_bytes

        future = self._client.submit(
            self._run_errand,
            serialize_bytes(errand),
            key=f"neon-aop-{errand.question.method}-{uuid4().hex}",
            workers=[worker],
            allow_other_workers=False,
            pure=False,
        )
        try:
            return await future
        except asyncio.CancelledError:
            await future.cancel()
            raise
        finally:
            future.release()

    def _answer(self, future: Future, question: Question, expected: tuple | type):
        """Return what a worker answered, and note what has changed there."""
        tile = self._tiles[question.image]
        try:
            answer = future.result()
        except expected as error:
            return error
        except NeonAopError:
            raise
        except (OSError, CancelledError, asyncio.CancelledError) as error:
            raise self._failed(error) from None
        tile.settled, tile.losses = True, 0
        if question.method in CHANGES:
            tile.recovery = tile.recovery.after(question)
            tile.state += 1
        return answer

    def _resend_lost(self, waiting: dict[Future, int], questions: Sequence[Question], progress: Progress) -> None:
        """Give the tiles of workers that are gone to others, and ask these what those have not answered."""
        present = self._present()
        lost = [tile for tile in self._tiles if tile.home not in present]
        if not lost:
            return
        workers = ", ".join(sorted({tile.home for tile in lost}))
        self._log.warn(
            tr("The Dask cluster lost {workers}; {tiles} tile(s) are read again by other workers.").format(
                workers=workers, tiles=len(lost)
            )
        )
        self._settle_when_possible(lost, progress)
        for future, number in list(waiting.items()):
            tile = self._tiles[questions[number].image]
            if tile in lost and not future.done():
                tile.losses += 1
                if tile.losses > MOST_LOSSES:
                    raise ClusterError(
                        tr(
                            "{losses} workers of the Dask cluster were lost while they worked on {tile}, "
                            "perhaps for lack of memory; see their logs."
                        ).format(losses=tile.losses, tile=tile.window.name)
                    )
                del waiting[future]
                future.cancel()
                waiting[self._send(questions[number])] = number

    def _settle_when_possible(self, tiles: Sequence[_Tile], progress: Progress) -> None:
        until = time.monotonic() + SECONDS_TO_WAIT_FOR_WORKERS
        while True:
            try:
                return self._settle(tiles)
            except ClusterError:
                if time.monotonic() > until:
                    raise
            progress.check()
            time.sleep(SECONDS_BETWEEN_CHECKS)

    def _settle(self, tiles: Sequence[_Tile]) -> None:
        """Choose a worker for each of `tiles`, by how much its threads have to do, and whether its memory suffices."""
        workers = {
            address: _Worker(found["nthreads"], found["memory_limit"])
            for address, found in self._call(self._client.scheduler_info, n_workers=-1)["workers"].items()
        }
        for tile in self._tiles:
            if tile.home in workers and tile not in tiles:
                workers[tile.home].tiles.append(tile)
        for tile in tiles:
            able = [address for address, worker in workers.items() if worker.has_room_for(tile)]
            if not able:
                raise ClusterError(
                    tr(
                        "The {count} workers of the Dask cluster have no memory for {tile}: all {tiles} "
                        "tiles need {needed:.1f} GB, and {share:.0%} of the workers' memory is used; start "
                        "more workers or keep fewer bands."
                    ).format(
                        count=len(workers),
                        tile=tile.window.name,
                        tiles=len(self._tiles),
                        needed=sum(tile.bytes for tile in self._tiles) / 1e9,
                        share=SHARE_OF_MEMORY,
                    )
                )
            tile.home = min(able, key=lambda address: (workers[address].load_with(tile), address))
            tile.settled = False
            workers[tile.home].tiles.append(tile)

    def _present(self) -> set[str]:
        return set(self._call(self._client.nthreads))

    def _call(self, function, *arguments, **options):
        """Call a function of the client; what goes wrong with the connection becomes a `ClusterError`."""
        try:
            return function(*arguments, **options)
        except NeonAopError:
            raise
        except (OSError, RuntimeError, CancelledError, asyncio.CancelledError) as error:
            raise self._failed(error) from None

    def _failed(self, error: BaseException) -> ClusterError:
        reason = " ".join(str(error).split())[:300] or type(error).__name__
        return ClusterError(
            tr("The Dask cluster at {address} failed ({reason}); see the logs of its scheduler.").format(
                address=self._address, reason=reason
            )
        )

    def _send_core(self) -> None:
        plugin, self._run_errand = courier(self._run)
        self._call(self._client.register_plugin, plugin, name=self._plugin_name)

    def _note_progress(self, event) -> None:
        note = event[1]
        if note["run"] == self._run:
            self._tiles[note["image"]].fraction = note["fraction"]

    def _fraction(self, question: Question) -> float:
        return self._tiles[question.image].fraction

    def _leave(self) -> None:
        """Have the workers let go of everything; what they are doing stops."""
        self._open.close()
        # Nothing can be done about a cluster that is gone.
        with suppress(Exception):
            self._client.sync(
                self._client.unregister_worker_plugin, self._plugin_name, callback_timeout=SECONDS_TO_LEAVE
            )
        with suppress(Exception):
            self._client.close(timeout=SECONDS_TO_LEAVE)
