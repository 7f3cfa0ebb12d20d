"""Bringing this package's `core` to the workers of a Dask cluster, on which it is not installed."""

from __future__ import annotations

import hashlib
import importlib
import io
import os
import socket
import sys
import zipfile
from pathlib import Path

PACKAGE = __name__.rpartition(".core.")[0]


def packed_core() -> bytes:
    """Return a zip archive of `core`, under the name that the package has here."""
    folder = Path(__file__).resolve().parents[2]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        parts = PACKAGE.split(".")
        for depth in range(len(parts)):
            archive.writestr(zipfile.ZipInfo("/".join([*parts[: depth + 1], "__init__.py"])), "")
        for file in sorted(folder.rglob("*.py")):
            inside = file.relative_to(folder.parent).as_posix()
            archive.writestr(zipfile.ZipInfo("/".join([*parts, inside])), file.read_bytes())
    return packed.getvalue()


def courier(run: str):
    """Return the plugin of workers that makes `core` known there, and the function that has them do an errand.

    Both are made here, inside a function, so that they travel as code: neither the scheduler nor a worker can look
    them up. Workers that join later or start anew get the plugin as well; when it is taken away, they let go of all
    that they keep for the run.
    """
    from distributed import WorkerPlugin

    archive = packed_core()
    digest = hashlib.sha256(archive).hexdigest()[:16]
    package, here = PACKAGE, (socket.gethostname(), os.getpid())

    class Courier(WorkerPlugin):
        def setup(self, worker):
            if (socket.gethostname(), os.getpid()) != here:
                loaded = sys.modules.get(package)
                if getattr(loaded, "DIGEST", None) != digest:
                    self._replace(worker, loaded)
            importlib.import_module(f"{package}.core.compute.dask.work").begin(run)

        def _replace(self, worker, loaded):
            if getattr(loaded, "DIGEST", None) is not None:
                raise RuntimeError(
                    f"{worker.address} is at work for another version of the plugin; wait, or restart it"
                )
            self._forget()
            path = os.path.join(worker.local_directory, f"{package}-{digest}.zip")
            with open(path, "wb") as file:
                file.write(archive)
            sys.path.insert(0, path)
            importlib.invalidate_caches()
            importlib.import_module(package).DIGEST = digest

        def teardown(self, worker):
            work = sys.modules.get(f"{package}.core.compute.dask.work")
            if work is None or work.end(run) or (socket.gethostname(), os.getpid()) == here:
                return
            self._forget()
            for path in [path for path in sys.path if os.path.basename(path) == f"{package}-{digest}.zip"]:
                sys.path.remove(path)
                sys.path_importer_cache.pop(path, None)
                os.remove(path)

        def _forget(self):
            for name in [name for name in sys.modules if name == package or name.startswith(f"{package}.")]:
                del sys.modules[name]

    def run_errand(packed):
        from distributed import get_worker
        from distributed.protocol import deserialize_bytes

        work = importlib.import_module(f"{package}.core.compute.dask.work")
        worker, errand = get_worker(), deserialize_bytes(packed)

        def tell(fraction):
            worker.log_event(work.PROGRESS_TOPIC, {"run": run, "image": errand.question.image, "fraction": fraction})

        return work.perform(errand, worker.state.nthreads, tell)

    return Courier(), run_errand
