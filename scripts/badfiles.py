#!/usr/bin/env python3
"""Run the algorithms over files with something wrong in them, in processes of their own, and judge what they do.

A file must give a right result or one clear sentence; no traceback, no hang, no crash, and no more memory than a good
file takes. The corpus is in tests/badtiles.py and tests/badrasters.py.

    make badfiles
    scripts/isolated.sh build/test-home .venv/bin/python scripts/badfiles.py --seed 7 --only "bands: byte"
"""

from __future__ import annotations

import argparse
import faulthandler
import json
import os
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
import warnings
from collections import Counter
from pathlib import Path

import numpy as np
from headless import qgis_with_plugin

SECONDS = 10
# The first answer of a process waits for QGIS and for the results of the undamaged file.
SECONDS_TO_START = 120
# Memory beyond that of a good file that may be chance.
SPARE_BYTES = 96 << 20
LONGEST_SENTENCE = 700
ADVICE = re.compile(
    r"\b(add|allow|check|choose|clean|convert|correct|create|download|free|give|keep|leave|make|remove|restore|run|save|take|"
    r"use|warp|write)\b",
    re.IGNORECASE,
)
# What is said of a file that the HDF5 library does not even get to see, or does not open.
NOT_OPENED = "this HDF5 file of"
BACKENDS = ("h5py", "gdal")


# What runs ----------------------------------------------------------------------------------------------------------


def tile_runs(path: str, folder: Path) -> dict[str, tuple[str, dict]]:
    """Return algorithms and their parameters for a tile."""
    return {
        "inspecttile": ("inspecttile", {"INPUT": path, "REPORT": f"{folder}/inspection.html"}),
        "weather": ("ancillarylayer", {"INPUT": path, "LAYER": 0, "OUTPUT": f"{folder}/weather.tif"}),
        "slope": ("ancillarylayer", {"INPUT": path, "LAYER": 11, "OUTPUT": f"{folder}/slope.tif"}),
        "colourcomposite": ("colourcomposite", {"TILE": path, "OUTPUT": f"{folder}/colours.tif"}),
        "cleanreflectance": (
            "cleanreflectance",
            {"INPUT": path, "SUBSET_FACTOR": 9, "OUTPUT": f"{folder}/clean.tif"},
        ),
        "pixels": ("pixels", {"INPUT": path}),
        "classifytiles": (
            "classifytiles",
            {
                "TILES": [path],
                "SUBSET_FACTOR": 4,
                "CLUSTERS": 3,
                "START": 1,
                "MAX_ITERATIONS": 5,
                "CLASS_RASTER": f"{folder}/classes.tif",
                "PC_RASTER": f"{folder}/components.tif",
                "CENTRES": f"{folder}/centres.csv",
                "REPORT": f"{folder}/report.html",
            },
        ),
    }


def raster_runs(path: str, folder: Path, tables: Path) -> dict[str, tuple[str, dict]]:
    """Return algorithms and their parameters for a raster; tables of the right results are in `tables`."""
    classes = {"CLUSTERS": 3, "START": 1, "MAX_ITERATIONS": 10}
    return {
        "kmeans": (
            "kmeans",
            {"INPUT": path, **classes, "OUTPUT": f"{folder}/classes.tif", "CENTRES": f"{folder}/centres.csv"},
        ),
        "pca": (
            "pca",
            {"INPUT": path, "COMPONENTS": 1, "OUTPUT": f"{folder}/components.tif", "MODEL": f"{folder}/model.json"},
        ),
        "applycentres": (
            "applycentres",
            {"INPUT": path, "CENTRES": f"{tables}/centres.csv", "OUTPUT": f"{folder}/applied.tif"},
        ),
        "applypca": ("applypca", {"INPUT": path, "MODEL": f"{tables}/model.json", "OUTPUT": f"{folder}/scores.tif"}),
        "mask": (
            "kmeans",
            {"INPUT": f"{tables}/plain.tif", "MASK": path, **classes, "OUTPUT": f"{folder}/masked.tif"},
        ),
    }


# The process that runs them -----------------------------------------------------------------------------------------


class Worker:
    """Runs the algorithms over one file after another, as the lines of its standard input say."""

    def __init__(self, answers):
        self._answers = answers
        self._folder = Path(tempfile.mkdtemp(prefix="badfiles-"))
        self._good: dict[str, dict[str, dict]] = {}

    def serve(self) -> None:
        for line in sys.stdin:
            job = json.loads(line)
            good = self._good_results(job)
            runs = self._runs(job["path"], job["tables"])
            while runs:
                name, (algorithm, parameters) = next(iter(runs.items()))
                del runs[name]
                found = self._run(algorithm, parameters)
                values = found.pop("values", None)
                if values is not None:
                    found["changed"] = changed_values(good[name].get("values"), values)
                elif NOT_OPENED in found["message"] and not found["message"].startswith("Traceback"):
                    # The others open the file the same way.
                    runs = {name: run for name, run in runs.items() if name == "classifytiles"}
                found["more_bytes"] = found["bytes"] - good[name]["bytes"]
                self._answer({"name": name, **found})
            self._answer({"name": "done"})
        shutil.rmtree(self._folder, ignore_errors=True)

    def _runs(self, path: str, tables: str) -> dict[str, tuple[str, dict]]:
        return raster_runs(path, self._folder, Path(tables)) if tables else tile_runs(path, self._folder)

    def _good_results(self, job: dict) -> dict[str, dict]:
        if job["like"] not in self._good:
            runs = self._runs(job["like"], job["tables"])
            if job["tables"]:
                tables = Path(job["tables"])
                for name in ("kmeans", "pca"):
                    self._run(*raster_runs(job["like"], tables, tables)[name])
            if not self._good:
                # What comes first takes memory that later ones use again.
                for run in runs.values():
                    self._run(*run)
            self._good[job["like"]] = {name: self._run(*run) for name, run in runs.items()}
            self._answer({"name": "good", "problems": self._problems_of(job["like"])})
        return self._good[job["like"]]

    def _problems_of(self, path: str) -> list[str]:
        return [f"{name}: {found['message']}" for name, found in self._good[path].items() if found.get("message")]

    def _answer(self, content: dict) -> None:
        self._answers.write(json.dumps(content) + "\n")
        self._answers.flush()

    def _run(self, algorithm: str, parameters: dict) -> dict:
        """Run an algorithm; return what it gave or said, how long it took and how much memory."""
        import processing
        from qgis.core import QgsProcessingException, QgsProcessingFeedback

        from neon_aop.core.errors import NeonAopError

        shutil.rmtree(self._folder)
        self._folder.mkdir()
        before, start = _resident_bytes(reset_peak=True), time.monotonic()
        found = {}
        try:
            if algorithm == "pixels":
                found["values"] = pixel_values(parameters["INPUT"])
            else:
                outputs = processing.run(f"neonaop:{algorithm}", parameters, feedback=QgsProcessingFeedback(False))
                found["values"] = result_values(outputs)
        except (QgsProcessingException, NeonAopError) as error:
            found["message"] = str(error)
        except Exception as error:
            found["message"] = f"Traceback: {type(error).__name__}: {error}"
        # One result may be complete when another one fails.
        found["left"] = [file.name for file in self._folder.iterdir() if file.is_dir() or file.suffix == ".part"]
        found["seconds"] = time.monotonic() - start
        found["bytes"] = _resident_bytes(peak=True) - before
        return found


def pixel_values(path: str) -> dict[str, np.ndarray]:
    """Read all bands of a tile."""
    from neon_aop.core.neon import NeonTile

    with NeonTile(path) as tile:
        pixels = tile.read_pixels(np.arange(len(tile.info.bands)))
    whole = np.full((*pixels.valid.shape, len(pixels.bands)), np.nan)
    whole[pixels.valid] = pixels.to_reflectance(pixels.values)
    return {"pixels": whole}


def result_values(outputs: dict) -> dict[str, np.ndarray]:
    """Return the numbers, texts and rasters among the outputs of an algorithm as arrays."""
    from osgeo import gdal

    values = {}
    for name, value in outputs.items():
        if name == "LAYOUT":
            continue  # Unusual storages differ in just this.
        if isinstance(value, str) and value.endswith(".tif"):
            values[name] = gdal.Open(value).ReadAsArray()
        elif not (isinstance(value, str) and value.endswith((".csv", ".html", ".json"))):
            values[name] = np.asarray(value)
    return values


def changed_values(good: dict[str, np.ndarray] | None, found: dict[str, np.ndarray]) -> dict[str, int]:
    """Return how many values of each output differ from the good ones; -1 where the shape does."""
    if good is None:
        return {}
    changed = {}
    for name in good.keys() | found.keys():
        one, other = good.get(name), found.get(name)
        if one is None or other is None or one.shape != other.shape:
            changed[name] = -1
        elif one.dtype.kind in "fc":
            changed[name] = int((~np.isclose(one, other, rtol=1e-5, atol=1e-6, equal_nan=True)).sum())
        else:
            changed[name] = int((one != other).sum())
    return {name: count for name, count in changed.items() if count}


def _resident_bytes(peak: bool = False, reset_peak: bool = False) -> int:
    if reset_peak:
        Path("/proc/self/clear_refs").write_text("5")
    entry = "VmHWM" if peak else "VmRSS"
    return int(re.search(rf"{entry}:\s+(\d+)", Path("/proc/self/status").read_text())[1]) * 1024


def work(without_h5py: bool, answers: int) -> None:
    """Be the process that runs algorithms."""
    faulthandler.enable()
    warnings.simplefilter("ignore")
    if without_h5py:
        sys.modules["h5py"] = None
    with qgis_with_plugin(), os.fdopen(answers, "w") as pipe:
        Worker(pipe).serve()


# The process that judges --------------------------------------------------------------------------------------------


class Runner:
    """Gives files to a worker, and a new one where that hangs or crashes."""

    def __init__(self, backend: str, log: Path):
        self._backend = backend
        self._log = log
        self._process: subprocess.Popen | None = None

    def run(self, path: Path, like: Path, tables: Path | None) -> list[dict]:
        """Return an answer for each of the algorithms."""
        job = {"path": str(path), "like": str(like), "tables": str(tables or "")}
        if self._process is None:
            self._start()
        if like not in self._known:
            self._known.add(like)
            self._limit = SECONDS_TO_START
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        answers = []
        while True:
            answer = self._answer()
            if answer is None:
                after = answers[-1]["name"] if answers else "the start"
                return [*answers, {"name": f"after {after}", "message": "", "how": self._end()}]
            if answer["name"] == "done":
                return answers
            if answer["name"] != "good":
                answers.append(answer)
            elif answer["problems"]:
                answers.append({"name": "good", "message": "; ".join(answer["problems"]), "how": "good file refused"})

    def close(self) -> None:
        if self._process is not None:
            self._process.stdin.close()
            self._process.wait()
            os.close(self._answers)
            self._process = None

    def _start(self) -> None:
        read, write = os.pipe()
        command = [sys.executable, __file__, "--work", str(write)]
        if self._backend == "gdal":
            command.append("--without-h5py")
        with open(self._log, "a") as log:
            self._process = subprocess.Popen(  # this script
                command, stdin=subprocess.PIPE, stdout=log, stderr=log, pass_fds=[write], text=True
            )
        os.close(write)
        self._answers, self._unread = read, b""
        self._known: set[Path] = set()

    def _answer(self) -> dict | None:
        until = time.monotonic() + self._limit
        while b"\n" not in self._unread:
            ready, _, _ = select.select([self._answers], [], [], max(until - time.monotonic(), 0))
            new = os.read(self._answers, 1 << 16) if ready else b""
            if not new:
                return None
            self._unread += new
        line, _, self._unread = self._unread.partition(b"\n")
        self._limit = SECONDS
        return json.loads(line)

    def _end(self) -> str:
        """End a process that does not answer; return what became of it."""
        process, self._process = self._process, None
        try:
            status = process.wait(1)
            how = f"crash, status {status}"
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            how = "hang"
        os.close(self._answers)
        return how


def problem_of(answer: dict, path: Path, expected: str, most_changed: int) -> str:
    """Return what is wrong with an answer, empty when nothing is."""
    if "how" in answer:
        return f"{answer['how']} {answer['message']}".strip()
    if answer["seconds"] > SECONDS:
        return f"takes {answer['seconds']:.0f} s"
    if answer["more_bytes"] > SPARE_BYTES:
        return f"takes {answer['more_bytes'] / 1e6:.0f} MB more than a good file"
    message = answer.get("message")
    if message is None:
        changed = answer["changed"]
        if expected == "refused":
            return "is not refused"
        # Where one value changes, classes, colours and statistics may change everywhere.
        exact = answer["name"] in ("cleanreflectance", "pixels", "slope", "weather")
        if changed and (most_changed == 0 or (exact and not 0 <= max(changed.values()) <= most_changed)):
            return f"gives another result: {changed}"
        return ""
    if expected == "right":
        return f"is refused: {message}"
    if answer["left"]:
        return f"leaves {answer['left']}"
    return problem_of_sentence(message, path)


def problem_of_sentence(message: str, path: Path) -> str:
    """Return what is wrong with what a user is told."""
    # QGIS puts this before what it finds wrong by itself.
    message = message.removeprefix("Unable to execute algorithm\n")
    if "Traceback" in message:
        return f"Traceback: {' | '.join(message.strip().splitlines()[-3:])}"
    if "\n" in message or not message.isprintable():
        return f"has more than one line or unprintable characters: {message!r}"
    if len(message) > LONGEST_SENTENCE:
        return f"says {len(message)} letters: {message[:LONGEST_SENTENCE]}"
    if path.stem not in message and "memory" not in message:
        return f"does not name the file: {message}"
    if not ADVICE.search(message):
        return f"does not say what to do: {message}"
    return ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--without-h5py", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--seed", type=int, action="append", help="of the flipped bytes (default 1)")
    parser.add_argument("--only", default="", help="files whose name contains this")
    parser.add_argument("--backend", choices=BACKENDS, action="append")
    parser.add_argument("--quick", action="store_true", help="a few files of each kind")
    parser.add_argument("--verbose", action="store_true", help="show each answer")
    options = parser.parse_args()
    if options.work is not None:
        work(options.without_h5py, options.work)
        return 0
    with tempfile.TemporaryDirectory(prefix="badfiles-") as folder:
        return judge(options, Path(folder))


def judge(options, folder: Path) -> int:
    """Run the corpus and print what is wrong."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    import conftest  # noqa: F401
    from neon_aop.tests.badfiles import corpus

    log = folder / "log.txt"
    problems, outcomes = [], Counter()
    for backend in options.backend or BACKENDS:
        runner = Runner(backend, log)
        for job in corpus(folder, backend, options.seed or [1], options.only, options.quick):
            for answer in runner.run(job.path, job.like, job.tables):
                problem = problem_of(answer, job.path, *job.expected_of(answer["name"]))
                outcomes[_outcome(answer, problem)] += 1
                if problem:
                    problems.append(f"{backend}, {job.name}, {answer['name']}: {problem}")
                if problem or options.verbose:
                    told = problem or answer.get("message") or answer.get("changed") or "right"
                    print(f"{backend}, {job.name}, {answer['name']}: {told}", flush=True)
            job.remove()
        runner.close()
    print(", ".join(f"{count:,} {outcome}" for outcome, count in sorted(outcomes.items())))
    if any("crash" in problem or "hang" in problem for problem in problems):
        print(log.read_text()[-5000:])
    return 1 if problems else 0


def _outcome(answer: dict, problem: str) -> str:
    if problem:
        return "wrong"
    return "refused in one sentence" if answer.get("message") else "right"


if __name__ == "__main__":
    sys.exit(main())
