# SPDX-License-Identifier: GPL-2.0-or-later
"""Connecting to a Dask cluster, and finding out in plain words whether it can be used."""

from __future__ import annotations

import asyncio
import os
import re
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from ...errors import ClusterError, MissingPackageError, ParameterError, TileError
from ...wording import tr, translatable
from ..threads import Shared

ADDRESS = re.compile(r"(tcp|tls)://([\w-]+(\.[\w-]+)*|\[[\w:.%]+\]):[0-9]{1,5}")
SECONDS_TO_CONNECT = 5
SECONDS_TO_ANSWER = 15

_WORKER_PROBLEMS = {
    "no h5py": translatable(
        "The worker {worker} has no h5py, which reads the tiles; install it there with: python -m pip install h5py."
    ),
    "no file": translatable(
        "The worker {worker} cannot read {path} ({reason}); put the tiles in a folder that is under the same path on "
        "this machine and on all workers."
    ),
    "another file": translatable(
        "The worker {worker} finds another file at {path}, of {found:,} instead of {size:,} bytes."
    ),
}


async def connect(address: str):
    """Return an asynchronous `distributed.Client` of the scheduler at `address`.

    Raises
    ------
    ParameterError
        If it is no address.
    MissingPackageError
        If `distributed` is not installed.
    ClusterError
        If no scheduler answers there within some seconds.
    """
    if not ADDRESS.fullmatch(address):
        raise ParameterError(
            tr(
                "The Dask scheduler is {address!r}; give its address as it prints it, such as tcp://127.0.0.1:8786."
            ).format(address=address)
        )
    try:
        import distributed  # noqa: F401
    except ImportError:
        raise MissingPackageError(
            tr(
                "A Dask cluster needs the Python package distributed, which is not installed for the Python "
                "of QGIS; install it with: python -m pip install distributed"
            )
        ) from None
    try:
        found = await asyncio.wait_for(_identify(address), SECONDS_TO_CONNECT)
        if found != "Scheduler":
            raise ClusterError(
                tr("At {address} is a Dask {found}, not a scheduler; give the scheduler's address.").format(
                    address=address, found=found.lower()
                )
            )
        return await asyncio.wait_for(_open_client(address), SECONDS_TO_CONNECT)
    except ClusterError:
        raise
    except asyncio.TimeoutError:
        reason = tr("what listens there says nothing, as a scheduler that has stopped or one that wants tls:// does")
    except OSError as error:
        reason = " ".join(str(error).split())[:200]
    except TypeError:
        reason = tr("tls:// needs certificates, which the configuration distributed.comm.tls of Dask names")
    except (MemoryError, ValueError, RuntimeError):
        reason = tr("what answers there is another program, such as a web server")
    raise ClusterError(
        tr(
            "No Dask scheduler answers at {address} ({reason}); start one with dask scheduler, or check "
            "the address and the firewall."
        ).format(address=address, reason=reason)
    )


async def _identify(address: str) -> str:
    """Return what kind of Dask server listens at an address."""
    from distributed.core import rpc
    from distributed.security import Security

    arguments = Security().get_connection_args("client")
    async with rpc(address, timeout=SECONDS_TO_CONNECT, connection_args=arguments) as server:
        return (await server.identity())["type"]


async def _open_client(address: str):
    """Return a client that is connected to the scheduler at an address."""
    from distributed import Client

    while True:
        client = Client(address, timeout=SECONDS_TO_CONNECT, asynchronous=True, set_as_default=False)
        try:
            with no_version_warnings:
                return await client
        except AssertionError:
            # `Client` requires that the first message comes alone. A busy scheduler may send another one along with
            # it, such as the news for all clients that somebody has cancelled tasks; then a new connection is needed.
            await client.close()


@contextmanager
def _no_version_warnings() -> Iterator[None]:
    from distributed.versions import VersionMismatchWarning

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", VersionMismatchWarning)
        yield


# `check_versions` says it better. Filters of warnings belong to the process, in which several runs may connect.
no_version_warnings = Shared(_no_version_warnings)


async def check_cluster(client, paths: Sequence[str]) -> None:
    """Check that scheduler and workers fit to this machine, and that all workers can read the files.

    Raises
    ------
    ClusterError
        Naming the first that does not fit, cannot read a file or does not answer, or if there is no worker.
    TileError
        If this machine cannot read a file.
    """
    from distributed.versions import get_versions

    check_versions(
        {
            "client": get_versions(),
            "scheduler": await asyncio.wait_for(client.scheduler.versions(), SECONDS_TO_ANSWER),
            "workers": await _of_each_worker(client, get_versions),
        }
    )
    await check_worker_files(client, paths)


def check_versions(versions: Mapping) -> None:
    """Check the versions of packages, as `Client.get_versions` finds them.

    Raises
    ------
    ClusterError
        If the scheduler or a worker does not fit to this machine, or there is no worker.
    """
    if not versions["workers"]:
        raise ClusterError(
            tr("The Dask cluster has no workers; start some with dask worker and the scheduler's address.")
        )
    ours = versions["client"]["packages"]
    others = [(tr("the scheduler"), versions["scheduler"], False)]
    others += [
        (tr("the worker {address}").format(address=address), found, True)
        for address, found in sorted(versions["workers"].items())
    ]
    for who, found, works in others:
        what = _mismatch(ours, found["packages"], works)
        if what:
            raise ClusterError(
                tr("The Dask cluster does not fit: {what} on {who}; install the same version on both.").format(
                    what=what, who=who
                )
            )


def _mismatch(ours: Mapping, theirs: Mapping, works: bool) -> str:
    """Say in words what does not fit; empty when all does."""
    # What is sent is code and arrays: both sides must read them the same way.
    parts = [("Python", "python", 2), ("distributed", "distributed", 3), ("msgpack", "msgpack", 1)]
    if works:
        parts.append(("NumPy", "numpy", 1))
    for name, key, digits in parts:
        here, there = (_leading(versions.get(key), digits) for versions in (ours, theirs))
        if here != there:
            return tr("{name} is {here} here, but {there}").format(
                name=name, here=here or tr("missing"), there=there or tr("missing")
            )
    return ""


def _leading(version: str | None, digits: int) -> str:
    return ".".join((version or "").split(".")[:digits])


async def check_worker_files(client, paths: Sequence[str]) -> None:
    """Check that every worker can read the files, and has h5py for it; see `check_cluster`."""
    try:
        sizes = [os.path.getsize(path) for path in paths]
    except OSError as error:
        raise TileError(
            tr("{path} cannot be read ({reason}); check the path.").format(path=error.filename, reason=error.strerror)
        ) from None
    for worker, problem in sorted((await _of_each_worker(client, _file_check(), list(paths), sizes)).items()):
        if problem:
            kind, values = problem
            raise ClusterError(tr(_WORKER_PROBLEMS[kind]).format(worker=worker, **values))


async def _of_each_worker(client, function: Callable, *arguments) -> dict:
    """Return what a function returns on each worker."""
    workers = (await asyncio.wait_for(client.scheduler.identity(n_workers=-1), SECONDS_TO_ANSWER))["workers"]
    asked = {asyncio.ensure_future(client.run(function, *arguments, workers=[address])): address for address in workers}
    if not asked:
        return {}
    done, silent = await asyncio.wait(asked, timeout=SECONDS_TO_ANSWER)
    for task in silent:
        task.cancel()
    if silent:
        raise ClusterError(
            tr("The Dask worker {worker} does not answer; restart it, or end it to work without it.").format(
                worker=min(asked[task] for task in silent)
            )
        )
    return {asked[task]: task.result()[asked[task]] for task in done}


def _file_check():
    # Made inside a function, so that it travels as code.
    def check(paths, sizes):
        try:
            from h5py import File  # noqa: F401
        except ImportError:
            return "no h5py", {}
        for path, size in zip(paths, sizes):
            try:
                with open(path, "rb") as file:
                    found = os.fstat(file.fileno()).st_size
            except OSError as error:
                return "no file", {"path": path, "reason": error.strerror}
            if found != size:
                return "another file", {"path": path, "found": found, "size": size}
        return None

    return check
