# SPDX-License-Identifier: GPL-2.0-or-later
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
# Topic of the events by which workers report progress.
PROGRESS_TOPIC = "neon-aop-progress"
# Of the names of plugins, which the id of the run follows.
PLUGIN_PREFIX = "neon-aop-"


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


def worker_side(run: str):
    """Return a plugin of workers for a run, and the function that they run, which takes a serialized `Job`.

    Both are defined in this function, so that they are sent as code: neither the scheduler nor a worker can import
    them. The plugin also comes to workers that join later. It makes `core` importable and keeps the images of the run;
    when it is taken away, all is removed again.
    """
    from distributed import WorkerPlugin

    archive, package, topic, prefix = packed_core(), PACKAGE, PROGRESS_TOPIC, PLUGIN_PREFIX
    digest = hashlib.sha256(archive).hexdigest()[:16]
    zip_name = f"{package}-{digest}.zip"
    here = (socket.gethostname(), os.getpid())

    class Images(WorkerPlugin):
        def setup(self, worker):
            loaded = getattr(sys.modules.get(package), "DIGEST", None)
            if (socket.gethostname(), os.getpid()) != here and loaded != digest:
                if any(other.images.is_used for other in self._others(worker)):
                    raise RuntimeError(f"{worker.address} works for another version of the plugin; wait, or restart it")
                self._install(os.path.join(worker.local_directory, zip_name))
            self.images = importlib.import_module(f"{package}.core.compute.dask.worker").WorkerImages()

        def _install(self, path):
            self._forget()
            with open(path, "wb") as file:
                file.write(archive)
            sys.path.insert(0, path)
            importlib.invalidate_caches()
            importlib.import_module(package).DIGEST = digest

        def _others(self, worker):
            return [other for key, other in worker.plugins.items() if key.startswith(prefix) and other is not self]

        def transition(self, key, start, finish, **options):
            if finish in ("released", "cancelled", "forgotten"):
                self.images.release(key)

        def teardown(self, worker):
            self.images.close()
            if self._others(worker) or (socket.gethostname(), os.getpid()) == here:
                return
            self._forget()
            for path in [path for path in sys.path if os.path.basename(path) == zip_name]:
                sys.path.remove(path)
                sys.path_importer_cache.pop(path, None)
                os.remove(path)

        def _forget(self):
            for module in [module for module in sys.modules if f"{module}.".startswith(f"{package}.")]:
                del sys.modules[module]

    def run_job(packed):
        from distributed import get_worker
        from distributed.protocol import deserialize_bytes

        worker, job = get_worker(), deserialize_bytes(packed)

        def report(fraction):
            worker.log_event(topic, {"run": run, "image": job.call.image, "fraction": fraction})

        return worker.plugins[prefix + run].images.run(job, worker.get_current_task(), worker.state.nthreads, report)

    return Images(), run_job
