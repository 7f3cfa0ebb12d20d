"""Classify tiles on this machine and on a Dask cluster of two workers on it, and write a table of times and memory.

    .venv/bin/python benchmarks/cluster.py FOLDER_OF_TILES [--tiles 1 2 4] [--page benchmarks/CLUSTER.md]

The folder holds whole tiles that lie side by side. Both workers have one thread; the local run has two.
"""

from __future__ import annotations

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tables import markdown

HERE = Path(__file__).resolve()
CLASSES, ITERATIONS = 5, 50
WORKERS = 2
# Of the extrapolation at the end of the page.
MANY_TILES, MANY_WORKERS = 400, 8


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--tiles", type=int, nargs="+", default=[1, 2, 4])
    parser.add_argument("--page", default=str(HERE.with_name("CLUSTER.md")))
    parser.add_argument("--job", choices=["local", "cluster"], help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.job:
        print(json.dumps(classify(chosen.folder, chosen.tiles[0], chosen.job)))
        return
    runs = {}
    for tiles in chosen.tiles:
        for job in ("local", "cluster"):
            command = [sys.executable, HERE, chosen.folder, "--job", job, "--tiles", str(tiles)]
            output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            runs[job, tiles] = json.loads(output.splitlines()[-1])
            print(job, tiles, {name: value for name, value in runs[job, tiles].items() if name != "result"}, flush=True)
        assert runs["local", tiles]["result"] == runs["cluster", tiles]["result"], "the results differ"
    Path(chosen.page).write_text(page(runs), encoding="utf-8")


def classify(folder: str, count: int, job: str) -> dict:
    """Classify some tiles; return seconds, bytes, memory, and digests of the results."""
    _import_package()
    from neon_aop.core.compute.memory import PixelStore
    from neon_aop.core.files.neon.cleaning import BandChoice
    from neon_aop.core.inputs.imageinput import ImageInput
    from neon_aop.core.inputs.imagesets import image_set
    from neon_aop.core.inputs.tileset import find_tiles
    from neon_aop.core.methods.kmeans.classification import Start
    from neon_aop.core.methods.products import ClassFiles, ClassSettings, ComponentFiles, make_classes, make_components
    from neon_aop.core.methods.transforms.components import ComponentChoice
    from neon_aop.core.progress import Progress

    clock = Clock()

    class Log(Progress):
        def info(self, text):
            if text.startswith("Iteration "):
                clock.note(text.partition(":")[0])

    with ExitStack() as open_, tempfile.TemporaryDirectory() as outputs:
        address, workers = open_.enter_context(cluster()) if job == "cluster" else ("", [])
        chosen = ImageInput(tiles=tuple(find_tiles([folder])[:count]))
        tiles = open_.enter_context(chosen.open(BandChoice(subset_factor=2), keep_open=not address))
        store = PixelStore(outputs)
        count_bytes_of(clock)
        clock.note("start")
        images = open_.enter_context(image_set(tiles, store, Progress(), scheduler=address))
        clock.note("read")
        classes = ClassFiles(f"{outputs}/classes.tif", f"{outputs}/centres.csv")
        settings = ClassSettings(Start(classes=CLASSES), ITERATIONS)
        classification = make_classes(images, tiles.mosaic, settings, classes, Log())
        clock.note("classes")
        scores = ComponentFiles(f"{outputs}/scores.tif")
        components, moments = make_components(images, tiles.mosaic, ComponentChoice(), scores, Progress())
        clock.note("components")
        peaks = [peak_memory(pid) for pid in (os.getpid(), *workers)]
        files = [Path(outputs, name).read_bytes() for name in ("classes.tif", "scores.tif", "centres.csv")]
    found = {name: clock.between(*pair) for name, pair in PHASES.items()}
    last = f"Iteration {len(classification.clustering.iterations)}"
    later = [value / max(int(last.split()[1]) - 1, 1) for value in clock.between("Iteration 1", last)]
    return {
        **found,
        "later iteration": later,
        "iterations": int(last.split()[1]),
        "driver memory": peaks[0],
        "worker memory": max(peaks[1:], default=0),
        "result": [_digest(content) for content in files],
    }


PHASES = {
    "read": ("start", "read"),
    "first iteration": ("read", "Iteration 1"),
    "classes": ("read", "classes"),
    "components": ("classes", "components"),
    "all": ("start", "components"),
}


class Clock:
    """Records times, and how many bytes this process had sent and received by then."""

    def __init__(self):
        self._notes: dict[str, tuple[float, int]] = {}
        self.moved = 0

    def note(self, what: str) -> None:
        self._notes[what] = (time.perf_counter(), self.moved)

    def between(self, start: str, stop: str) -> tuple[float, int]:
        (first, sent), (last, all_sent) = self._notes[start], self._notes[stop]
        return last - first, all_sent - sent


def count_bytes_of(clock: Clock) -> None:
    """Make the clock count the bytes that this process sends and receives."""
    try:
        from tornado.iostream import IOStream
    except ImportError:
        return
    for name in ("read_from_fd", "write_to_fd"):
        setattr(IOStream, name, _counting(getattr(IOStream, name), clock))


def _counting(move, clock: Clock):
    def counted(stream, data):
        size = move(stream, data)
        clock.moved += size or 0
        return size

    return counted


@contextmanager
def cluster():
    """Start a scheduler and workers; yield the address and the workers' process ids."""
    with socket.socket() as found, tempfile.TemporaryDirectory() as folder:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
        found.close()
        address = f"tcp://127.0.0.1:{port}"
        options = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", folder]
        started = [_start(folder, "scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")]
        try:
            started += [_start(folder, "worker", address, *options) for _ in range(WORKERS)]
            from distributed import Client

            with Client(address, timeout=30, set_as_default=False) as client:
                client.wait_for_workers(WORKERS, timeout=30)
            yield address, [process.pid for process in started[1:]]
        finally:
            for process in reversed(started):
                process.kill()
                process.wait()


def _start(folder: str, kind: str, *arguments: str) -> subprocess.Popen:
    command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *arguments]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def peak_memory(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))


def page(runs: Mapping) -> str:
    """Return the results in Markdown."""
    counts = sorted({tiles for _, tiles in runs})
    header = ["tiles", "where", "read (s)", "first iteration (s)", "later iteration (s)", "iterations"]
    header += ["classes (s)", "components (s)", "all (s)", "bytes, later iteration", "bytes, all"]
    header += ["peak memory, this process (GB)", "peak memory, a worker (GB)"]
    rows = [_row(tiles, job, runs[job, tiles]) for tiles in counts for job in ("local", "cluster")]
    most = runs["cluster", counts[-1]]
    return "\n\n".join(
        [
            "# Tiles on a Dask cluster",
            f"Whole tiles (1000 x 1000 pixels, 173 bands), {CLASSES} classes from k-means++, at most {ITERATIONS} "
            f"iterations, on one machine with {os.cpu_count()} processors: by itself with as many threads, and as a "
            f"cluster of {WORKERS} workers with one thread each. One run each. Rasters and centres were the same, "
            "byte for byte. The first iteration includes the choice of the start centres. Bytes are those that this "
            "process sent and received; between scheduler and workers there are as many again.",
            markdown(header, rows),
            f"## What that means for {MANY_TILES} tiles on {MANY_WORKERS} workers",
            "Extrapolated from the last row, not measured. This assumes workers as fast as these, with one thread "
            "each, and a network and a disk that are fast enough.",
            markdown(["", "from", "result"], _arithmetic(most, counts[-1])),
            "",
        ]
    )


def _row(tiles: int, job: str, run: Mapping) -> list[str]:
    times = [run[name][0] for name in ("read", "first iteration", "later iteration")]
    remote = job == "cluster"
    return [
        str(tiles),
        "cluster" if remote else "this machine",
        *(f"{seconds:.2f}" for seconds in times),
        str(run["iterations"]),
        *(f"{run[name][0]:.1f}" for name in ("classes", "components", "all")),
        f"{run['later iteration'][1] / 1e3:.0f} kB" if remote else "",
        f"{run['all'][1] / 1e6:.1f} MB" if remote else "",
        f"{run['driver memory'] / 1e9:.2f}",
        f"{run['worker memory'] / 1e9:.2f}" if remote else "",
    ]


def _arithmetic(run: Mapping, tiles: int) -> Sequence[Sequence[str]]:
    each = MANY_TILES / MANY_WORKERS
    share = tiles / WORKERS
    seconds = {name: run[name][0] / share for name in ("read", "first iteration", "later iteration", "components")}
    sent = run["later iteration"][1] / tiles
    scores = run["components"][1] / tiles
    iterations = ITERATIONS - 1
    classes = each * (seconds["first iteration"] + iterations * seconds["later iteration"])
    memory = run["worker memory"] / share
    return [
        ["reading", f"{seconds['read']:.2f} s a tile x {each:.0f} tiles a worker", f"{each * seconds['read']:.0f} s"],
        [
            f"{ITERATIONS} iterations",
            f"{seconds['first iteration']:.2f} s + {iterations} x {seconds['later iteration']:.3f} s a tile",
            f"{classes:.0f} s",
        ],
        ["bytes, an iteration", f"{sent / 1e3:.0f} kB a tile x {MANY_TILES}", f"{MANY_TILES * sent / 1e6:.1f} MB"],
        [
            "component scores to this machine",
            f"{scores / 1e6:.1f} MB a tile x {MANY_TILES}",
            f"{MANY_TILES * scores / 1e9:.1f} GB, {8 * MANY_TILES * scores / 1e9:.0f} s at 1 Gbit/s",
        ],
        ["memory of a worker", f"{memory / 1e9:.2f} GB a tile x {each:.0f}", f"{each * memory / 1e9:.0f} GB"],
    ]


def _digest(content: bytes) -> str:
    import hashlib

    return hashlib.sha256(content).hexdigest()


def _import_package() -> None:
    import importlib.util

    root = HERE.parent.parent
    specification = importlib.util.spec_from_file_location("conftest", root / "conftest.py")
    specification.loader.exec_module(importlib.util.module_from_spec(specification))


if __name__ == "__main__":
    main()
