"""A real Dask cluster for tests: a scheduler and workers, each a process of its own on 127.0.0.1.

The workers cannot import this package by themselves, nor GDAL.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time

MEMORY_LIMIT = 400_000_000


class Cluster:
    """A scheduler and workers, ended by their process ids."""

    def __init__(self, folder, workers=2):
        self._folder = folder
        self._environment = {**os.environ, "PYTHONPATH": str(_without_gdal(folder))}
        self._start_all(workers)

    def _start_all(self, workers):
        self.workers = []
        self.address = f"tcp://127.0.0.1:{_free_port()}"
        host, port = self.address[len("tcp://") :].split(":")
        self.scheduler = self._start("scheduler", "--host", host, "--port", port, "--no-dashboard")
        self.restore(workers)

    def restart(self, workers=2):
        """Start anew, whatever state it is in."""
        self.close()
        self._start_all(workers)

    def restore(self, workers=2):
        """Start workers until there are so many."""
        while len(self.workers) < workers:
            self.add_worker()
        with self.client() as client:
            client.wait_for_workers(workers, timeout=60)

    def add_worker(self):
        options = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--memory-limit", str(MEMORY_LIMIT)]
        process = self._start("worker", self.address, *options, "--local-directory", str(self._folder))
        self.workers.append(process)

    def _start(self, kind, *arguments):
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *arguments]
        with open(self._folder / "log.txt", "a") as log:
            return subprocess.Popen(command, cwd=self._folder, env=self._environment, stdout=log, stderr=log)

    def kill_worker(self):
        process = self.workers.pop()
        os.kill(process.pid, signal.SIGKILL)
        process.wait()

    @contextlib.contextmanager
    def client(self):
        with self._connected() as client:
            yield client

    def _connected(self):
        from distributed import Client

        deadline = time.monotonic() + 30
        while True:
            try:
                return Client(self.address, timeout=30, set_as_default=False)
            except AssertionError:
                # The first message did not come alone; see `_open_client` in core/compute/dask/cluster.py.
                if time.monotonic() > deadline:
                    raise

    @contextlib.contextmanager
    def stopped(self, process):
        """Keep a worker, or the scheduler, from running."""
        os.kill(process.pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(process.pid, signal.SIGCONT)

    @contextlib.contextmanager
    def paused(self, count=1):
        """Have workers use so much memory that Dask pauses them."""

        def take(size, dask_worker):
            dask_worker.taken = b"1" * size

        def is_paused(dask_worker):
            return dask_worker.status.name == "paused"

        def wait_until(paused):
            deadline = time.monotonic() + 30
            while set(client.run(is_paused, workers=workers).values()) != {paused}:
                assert time.monotonic() < deadline
                time.sleep(0.05)

        with self.client() as client:
            workers = sorted(client.nthreads())[:count]
            client.run(take, MEMORY_LIMIT, workers=workers)
            wait_until(True)
            try:
                yield
            finally:
                client.run(take, 0, workers=workers)
                wait_until(False)

    def close(self):
        for process in [*self.workers, self.scheduler]:
            process.kill()
            process.wait()


def _free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def _without_gdal(folder):
    for name in ("osgeo", "qgis"):
        (folder / "hidden" / name).mkdir(parents=True, exist_ok=True)
        (folder / "hidden" / name / "__init__.py").write_text("raise ImportError")
    return folder / "hidden"
