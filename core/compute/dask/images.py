# SPDX-License-Identifier: GPL-2.0-or-later
"""Images in the memory of the workers of a Dask cluster."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import CancelledError
from contextlib import ExitStack, suppress
from dataclasses import replace
from uuid import uuid4

from ...errors import ClusterError, NeonAopError, TileError
from ...image.coverage import Coverage
from ...image.mosaic import Mosaic
from ...image.pixels import Pixels
from ...progress import Progress
from ...wording import tr
from ..imageset import Call, ImageSet, coverage_of, leave_out, valid_in
from ..threads import single_threaded_blas
from .cluster import SECONDS_TO_ANSWER, check_cluster, connect
from .loop import LoopThread, quiet_loggers
from .package import PLUGIN_PREFIX, PROGRESS_TOPIC, worker_side
from .placement import PlacedImage, Placement
from .worker import Job

SECONDS_BETWEEN_CHECKS = 0.1
SECONDS_BETWEEN_LOOKS = 1.0
SECONDS_TO_LEAVE = 5


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
        self._id = uuid4().hex
        self._log = progress or Progress()
        self._placement = Placement(sources, self._log)
        self._images = self._placement.images
        self._client = None
        self._open = ExitStack()
        self.lengths = [source.pixels for source in sources]
        self.template = template
        self.coverages = [Coverage.full(0, len(template.bands))] * len(sources)

    def __enter__(self) -> DaskImages:
        with ExitStack() as opened:
            # What this machine computes must not depend on how many threads BLAS has here either.
            opened.enter_context(single_threaded_blas)
            opened.enter_context(quiet_loggers)
            # Connections that broke write to the log when they are collected: now, while the loggers are quiet.
            opened.callback(gc.collect)
            self._loop = LoopThread()
            opened.callback(lambda: self._loop.close(2 * SECONDS_TO_LEAVE, self._leave()))
            self._await(self._start(), self._log)
            self._open = opened.pop_all()
        return self

    def __exit__(self, *exception) -> None:
        self._open.close()

    async def _start(self) -> None:
        self._client = await connect(self._address)
        await check_cluster(self._client, [image.source.path for image in self._images])
        plugin, self._run_on_worker = worker_side(self._id)
        await asyncio.wait_for(self._client.register_plugin(plugin, name=PLUGIN_PREFIX + self._id), SECONDS_TO_ANSWER)
        self._client.subscribe_topic(PROGRESS_TOPIC, self._note_progress)
        await self._look_at_workers()
        self._placement.place()

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
        calls = [Call(number, coverage_of) for number in range(len(self._images))]
        for number, result in enumerate(self._run(calls, progress or Progress(), expected=TileError)):
            if isinstance(result, TileError):
                if broken is None:
                    raise result
                broken(result)
                result = Coverage.full(0, len(self.template.bands))
            self.lengths[number] = result.in_all
            self.coverages[number] = result
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
        images = [self._images[call.image] for call in calls]
        for image in images:
            image.fraction = 0.0
        results = self._await(
            self._results(calls, expected), progress, lambda: sum(image.fraction for image in images) / len(images)
        )
        progress.report(1)
        return results

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
        image.waits = True
        try:
            return await self._result_of_any_worker(call, image)
        except expected as error:
            return error
        finally:
            image.waits = False

    async def _result_of_any_worker(self, call: Call, image: PlacedImage):
        while True:
            while not image.worker:
                await asyncio.sleep(SECONDS_BETWEEN_CHECKS)
            losses, image.fraction = image.losses, 0.0
            attempt = asyncio.ensure_future(self._attempt(call, image))
            try:
                while image.losses == losses and not attempt.done():
                    await asyncio.wait({attempt}, timeout=SECONDS_BETWEEN_CHECKS)
                if image.losses == losses:
                    result = await attempt
                    break
            finally:
                attempt.cancel()
        image.is_there, image.losses, image.fraction = True, 0, 1.0
        if call.changes_image:
            image.changes, image.repeated = image.changes + 1, call.after(image.repeated)
        return result

    async def _attempt(self, call: Call, image: PlacedImage):
        job = Job(call, image.changes)
        if image.is_there:
            known, result = await self._answer(self._submit(job, image.worker))
            if known:
                return result
        # The worker keeps the image as long as this future is held.
        image.future = self._submit(replace(job, source=image.source, repeated=image.repeated), image.worker)
        return (await self._answer(image.future))[1]

    def _submit(self, job: Job, worker: str):
        from distributed.protocol import serialize_bytes

        return self._client.submit(
            self._run_on_worker,
            serialize_bytes(job),
            key=f"neon-aop-{job.call.function.__name__}-{uuid4().hex}",
            workers=[worker],
            allow_other_workers=False,
            pure=False,
        )

    async def _answer(self, future) -> tuple:
        try:
            return await future
        except asyncio.CancelledError:
            await future.cancel()
            raise

    async def _watch_workers(self) -> None:
        """Look at the workers each second, until there is an error."""
        while True:
            await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
            await self._look_at_workers()

    async def _look_at_workers(self) -> None:
        try:
            found = await asyncio.wait_for(self._client.scheduler.identity(n_workers=-1), SECONDS_TO_ANSWER)
        except asyncio.TimeoutError:
            raise ClusterError(
                tr("The Dask scheduler at {address} does not answer any more; restart it, and run again.").format(
                    address=self._address
                )
            ) from None
        self._placement.look(found["workers"], time.monotonic())

    def _await(self, coroutine: Coroutine, progress: Progress, fraction: Callable[[], float] | None = None):
        """Return the result of a coroutine; what goes wrong with the connection becomes a `ClusterError`."""
        try:
            return self._loop.run(coroutine, progress, fraction)
        except NeonAopError:
            raise
        except (OSError, RuntimeError, CancelledError, asyncio.TimeoutError) as error:
            reason = " ".join(str(error).split())[:300] or type(error).__name__
        if self._client is not None and self._client.status != "running":
            reason = tr("the connection to its scheduler broke")
        raise ClusterError(
            tr("The Dask cluster at {address} failed ({reason}); see the log of its scheduler, and run again.").format(
                address=self._address, reason=reason
            )
        )

    def _note_progress(self, event) -> None:
        note = event[1]
        if note["run"] == self._id:
            self._images[note["image"]].fraction = note["fraction"]

    async def _leave(self) -> None:
        """Have the workers let go of everything; what they are doing stops."""
        if self._client is not None:
            # Nothing can be done about a cluster that is gone.
            with suppress(Exception):
                if self._client.status == "running":
                    await asyncio.wait_for(
                        self._client.unregister_worker_plugin(PLUGIN_PREFIX + self._id), SECONDS_TO_LEAVE
                    )
            with suppress(Exception):
                await asyncio.wait_for(self._client.close(), SECONDS_TO_LEAVE)
            self._client = None
