"""Images in the memory of the workers of a Dask cluster."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import CancelledError, wait
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from uuid import uuid4

from ...errors import ClusterError, NeonAopError, TileError
from ...image.mosaic import Mosaic
from ...image.pixels import Pixels
from ...progress import Progress
from ...wording import tr
from ..imageset import Call, ImageSet, ImageState, leave_out, valid_in
from ..memory import WORKING_BYTES
from ..threads import Pool, single_threaded_blas
from .cluster import check_versions, check_worker_files, connect
from .package import PROGRESS_TOPIC, worker_side
from .worker import Job

SECONDS_BETWEEN_CHECKS = 0.1
SECONDS_BETWEEN_LOOKS_AT_WORKERS = 1.0
# A worker that died may be started anew by its nanny.
SECONDS_TO_WAIT_FOR_WORKERS = 30
SECONDS_TO_LEAVE = 5
# Workers that an image may lose one after the other; by then it is likely that the image is the reason.
MOST_LOSSES = 3
# Of a worker's memory for pixels and what is kept beside them; Dask pauses a worker at 0.8.
SHARE_OF_MEMORY = 0.7


@dataclass(eq=False)
class _Worker:
    address: str
    threads: int
    memory: float
    images: list[_Image] = field(default_factory=list)

    @property
    def bytes(self) -> int:
        return sum(image.bytes for image in self.images)

    def load_with(self, image: _Image) -> float:
        return (self.bytes + image.bytes) / self.threads

    def has_room_for(self, image: _Image) -> bool:
        return not self.memory or self.bytes + image.bytes <= SHARE_OF_MEMORY * self.memory


@dataclass(eq=False)
class _Image:
    source: object
    worker: _Worker | None = None
    # Whether the worker has read it.
    is_there: bool = False
    changes: int = 0
    repeated: tuple[Call, ...] = ()
    losses: int = 0
    fraction: float = 0.0

    @property
    def bytes(self) -> int:
        return self.source.bytes + self.source.pixels * WORKING_BYTES


class DaskImages(ImageSet):
    """Images in the memory of the workers of an existing Dask cluster, which work on them side by side.

    Only calls and their results go over the network; each call goes to the worker that has the image. When a worker is
    lost, its images are read again by others, brought to the state that they were in, and the calls are made again:
    the result is the same. In the end, workers keep nothing.

    Parameters
    ----------
    address : str
        Of the scheduler.
    sources : sequence of object
        What workers read the images from, such as `TileWindow`. Each can be pickled and has `read(progress)`, which
        returns `Pixels`; `path`, under which all workers must find the file; `name`; `pixels`, of the image, valid or
        not; and `bytes`, of their values.
    template : Pixels
        An image with the bands, scale and offset of all.
    progress : Progress, optional
        Its log tells of lost workers.

    Raises
    ------
    ParameterError, MissingPackageError, ClusterError
        If the cluster cannot be reached or does not fit, or its workers cannot read the files.
    """

    def __init__(self, address: str, sources: Sequence, template: Pixels, progress: Progress | None = None):
        self._address = address
        self._name = f"neon-aop-{uuid4().hex}"
        self._log = progress or Progress()
        self._open = ExitStack()
        self._images = [_Image(source) for source in sources]
        self.lengths = [source.pixels for source in sources]
        self.template = template

    def __enter__(self) -> DaskImages:
        self._client = connect(self._address)
        try:
            check_versions(self._call_client(self._client.get_versions))
            self._call_client(check_worker_files, self._client, [image.source.path for image in self._images])
            plugin, self._run_on_worker = worker_side(self._name)
            self._call_client(self._client.register_plugin, plugin, name=self._name)
            self._call_client(self._client.subscribe_topic, PROGRESS_TOPIC, self._note_progress)
            self._place(self._images, self._call_client(self._client.scheduler_info)["workers"])
            # What this machine computes must not depend on how many threads BLAS has here either.
            self._open.enter_context(single_threaded_blas)
        except BaseException:
            self._leave()
            raise
        return self

    def __exit__(self, *exception) -> None:
        self._leave()

    def read(
        self, mosaic: Mosaic, progress: Progress | None = None, broken: Callable[[TileError], None] | None = None
    ) -> None:
        """Have the workers read the images; a pixel that several have stays in the first of them.

        Parameters
        ----------
        mosaic : Mosaic
        progress : Progress, optional
        broken : callable, optional
            Told of an image that cannot be read; raises the error unless the image may be left out.

        Raises
        ------
        TileError
            If an image cannot be read.
        """
        calls = [Call(number, count_pixels) for number in range(len(self._images))]
        for number, result in enumerate(self._run(calls, progress or Progress(), expected=TileError)):
            if isinstance(result, TileError):
                if broken is None:
                    raise result
                broken(result)
            self.lengths[number] = 0 if isinstance(result, TileError) else result
        self._leave_out_repeated(mosaic)

    def _leave_out_repeated(self, mosaic: Mosaic) -> None:
        """Take from each image the pixels that earlier ones have."""
        repeated: dict[int, list] = {}
        for later in self.filled:
            for earlier in self.filled[: self.filled.index(later)]:
                overlap = mosaic.overlap(earlier, later)
                if overlap is not None:
                    bits = self.call(earlier, valid_in, *overlap[0])
                    repeated.setdefault(later, []).append((*overlap[1], bits))
        left = self.run([Call(image, leave_out, (windows,)) for image, windows in repeated.items()])
        for image, pixels in zip(repeated, left):
            self.lengths[image] = pixels

    def run(self, calls: Sequence[Call], progress: Progress | None = None) -> list:
        """Return the results of calls, which the workers make at the same time."""
        return self._run(calls, progress or Progress())

    def _run(self, calls: Sequence[Call], progress: Progress, expected: tuple | type = ()) -> list:
        for call in calls:
            self._images[call.image].fraction = 0.0
        results = asyncio.run_coroutine_threadsafe(self._results(calls, expected), self._client.loop.asyncio_loop)
        try:
            while True:
                done = wait([results], SECONDS_BETWEEN_CHECKS).done
                progress.report(sum(self._images[call.image].fraction for call in calls) / max(len(calls), 1))
                progress.check()
                if done:
                    return self._call_client(results.result)
        finally:
            results.cancel()

    async def _results(self, calls: Sequence[Call], expected: tuple | type) -> list:
        results = asyncio.gather(*(self._result(call, expected) for call in calls))
        watch = asyncio.ensure_future(self._watch_workers())
        try:
            await asyncio.wait({results, watch}, return_when=asyncio.FIRST_COMPLETED)
            return await (results if results.done() else watch)
        finally:
            watch.cancel()
            results.cancel()

    async def _result(self, call: Call, expected: tuple | type):
        """Return what a worker returns, or the error when it is an expected one."""
        image = self._images[call.image]
        while True:
            worker, image.fraction = image.worker, 0.0
            attempt = asyncio.ensure_future(self._attempt(call, image))
            try:
                while image.worker is worker and not attempt.done():
                    await asyncio.wait({attempt}, timeout=SECONDS_BETWEEN_CHECKS)
                if image.worker is worker:
                    result = await attempt
                    break
            except expected as error:
                return error
            finally:
                attempt.cancel()
        image.is_there, image.losses, image.fraction = True, 0, 1.0
        if call.changes_image:
            image.changes, image.repeated = image.changes + 1, call.after(image.repeated)
        return result

    async def _attempt(self, call: Call, image: _Image):
        while image.worker is None:
            await asyncio.sleep(SECONDS_BETWEEN_CHECKS)
        job = Job(call, image.changes)
        if image.is_there:
            known, result = await self._send(job, image.worker)
            if known:
                return result
        job = replace(job, source=image.source, repeated=image.repeated)
        return (await self._send(job, image.worker))[1]

    async def _send(self, job: Job, worker: _Worker) -> tuple:
        from distributed.protocol import serialize_bytes

        future = self._client.submit(
            self._run_on_worker,
            serialize_bytes(job),
            key=f"neon-aop-{job.call.function.__name__}-{uuid4().hex}",
            workers=[worker.address],
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

    async def _watch_workers(self) -> None:
        """Give the images of workers that are gone to others; ends with an error when that is not possible."""
        since = time.monotonic()
        while True:
            await asyncio.sleep(SECONDS_BETWEEN_LOOKS_AT_WORKERS)
            workers = (await self._client.scheduler.identity(n_workers=-1))["workers"]
            self._note_losses(workers)
            homeless = [image for image in self._images if image.worker is None]
            try:
                self._place(homeless, workers)
                since = time.monotonic()
            except ClusterError:
                if time.monotonic() > since + SECONDS_TO_WAIT_FOR_WORKERS:
                    raise

    def _note_losses(self, workers: Collection[str]) -> None:
        lost = [image for image in self._images if image.worker is not None and image.worker.address not in workers]
        if not lost:
            return
        addresses = ", ".join(sorted({image.worker.address for image in lost}))
        self._log.warn(
            tr("The Dask cluster lost {workers}; {tiles} tile(s) are read again by other workers.").format(
                workers=addresses, tiles=len(lost)
            )
        )
        for image in lost:
            image.worker, image.is_there, image.losses = None, False, image.losses + 1
            if image.losses > MOST_LOSSES:
                raise ClusterError(
                    tr(
                        "{losses} workers of the Dask cluster were lost while they worked on {tile}, "
                        "perhaps for lack of memory; see their logs."
                    ).format(losses=image.losses, tile=image.source.name)
                )

    def _place(self, images: Sequence[_Image], found: Mapping[str, Mapping]) -> None:
        """Choose a worker for each of `images`: one with room for it whose threads have the least to do.

        Raises
        ------
        ClusterError
            If there is none; the images before have one.
        """
        workers = {
            address: _Worker(address, one["nthreads"], one["memory_limit"]) for address, one in sorted(found.items())
        }
        for image in self._images:
            if image.worker is not None:
                workers[image.worker.address].images.append(image)
        for image in images:
            able = [worker for worker in workers.values() if worker.has_room_for(image)]
            if not able:
                raise ClusterError(
                    tr(
                        "The {count} workers of the Dask cluster have no memory for {tile}: all {tiles} "
                        "tiles need {needed:.1f} GB, and {share:.0%} of the workers' memory is used; start "
                        "more workers or keep fewer bands."
                    ).format(
                        count=len(workers),
                        tile=image.source.name,
                        tiles=len(self._images),
                        needed=sum(one.bytes for one in self._images) / 1e9,
                        share=SHARE_OF_MEMORY,
                    )
                )
            image.worker = min(able, key=lambda worker: worker.load_with(image))
            image.worker.images.append(image)

    def _call_client(self, function, *arguments, **options):
        """Call a function of the client; what goes wrong with the connection becomes a `ClusterError`."""
        try:
            return function(*arguments, **options)
        except NeonAopError:
            raise
        except (OSError, RuntimeError, CancelledError, asyncio.CancelledError) as error:
            reason = " ".join(str(error).split())[:300] or type(error).__name__
        raise ClusterError(
            tr("The Dask cluster at {address} failed ({reason}); see the logs of its scheduler.").format(
                address=self._address, reason=reason
            )
        )

    def _note_progress(self, event) -> None:
        note = event[1]
        if note["run"] == self._name:
            self._images[note["image"]].fraction = note["fraction"]

    def _leave(self) -> None:
        """Have the workers let go of everything; what they are doing stops."""
        self._open.close()
        # Nothing can be done about a cluster that is gone.
        with suppress(Exception):
            self._client.sync(self._client.unregister_worker_plugin, self._name, callback_timeout=SECONDS_TO_LEAVE)
        with suppress(Exception):
            self._client.close(timeout=SECONDS_TO_LEAVE)


def count_pixels(image: ImageState, *, pool: Pool, progress: Progress) -> int:
    """Return how many valid pixels an image has."""
    return len(image.pixels)
