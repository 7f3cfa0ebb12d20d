#!/usr/bin/env python3
"""Run the algorithms on damaged and unusual files, in worker processes, and check what they do.

Each file must give a correct result or one clear sentence: no traceback, no hang, no crash, and no more memory than for
a good file. The corpus is in tests/badtiles.py, tests/badbytes.py and tests/badrasters.py. Files are read with h5py and
with GDAL at the same time. Ctrl+C stops after the current file and prints a summary.

    make badfiles
    scripts/isolated.sh build/test-home .venv/bin/python scripts/badfiles.py --seed 7 --only "bands: byte"
"""

from __future__ import annotations

import argparse
import json
import os
import re
import select
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

FILES_BETWEEN_REPORTS = 100
INTERRUPTED = 130
# Limit of the processor time of an answer, so that a busy machine does not matter, and the same for the first answer of
# a worker, which starts QGIS and runs the algorithms on the undamaged file.
SECONDS, SECONDS_TO_START = 10, 120
# What waits without using the processor hangs after so many times the limit.
PATIENCE = 6
# Tolerance (bytes) of the memory of a run, which varies from run to run.
SPARE_BYTES = 96 << 20
LONGEST_SENTENCE = 700
ADVICE = re.compile(
    r"\b(add|allow|check|choose|clean|convert|correct|create|download|free|give|keep|leave|make|remove|restore|run|save|take|"
    r"use|warp|write)\b",
    re.IGNORECASE,
)
BACKENDS = ("h5py", "gdal")
WORKER = Path(__file__).resolve().with_name("badfiles_worker.py")


class Runner:
    """Passes files to a worker process, and starts another one when it hangs or crashes."""

    def __init__(self, backend: str, folder: Path, log: Path):
        self._backend = backend
        self._folder = folder
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
        command = [sys.executable, str(WORKER), str(self._folder), str(write)]
        if self._backend == "gdal":
            command.append("--without-h5py")
        with open(self._log, "a") as log:
            # In a new session, so that Ctrl+C does not reach it.
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                pass_fds=[write],
                text=True,
                start_new_session=True,
            )
        os.close(write)
        self._answers, self._unread = read, b""
        self._known: set[Path] = set()

    def _answer(self) -> dict | None:
        start, before = time.monotonic(), processor_seconds(self._process.pid)
        while b"\n" not in self._unread:
            ready, _, _ = select.select([self._answers], [], [], 0.5)
            if ready:
                new = os.read(self._answers, 1 << 16)
                if not new:
                    return None
                self._unread += new
            elif (
                processor_seconds(self._process.pid) - before > self._limit
                or time.monotonic() - start > PATIENCE * self._limit
            ):
                return None
        line, _, self._unread = self._unread.partition(b"\n")
        self._limit = SECONDS
        return json.loads(line)

    def _end(self) -> str:
        """Kill a process that does not answer; return whether it had crashed or hung."""
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


def processor_seconds(process: int) -> float:
    """Return the processor time that a running process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def problem_of(answer: dict, path: Path, expected: str, most_changed: int) -> str:
    """Return what is wrong with an answer; an empty text when nothing is."""
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
    """Return what is wrong with the message to the user; an empty text when nothing is."""
    # QGIS puts this before messages of its own checks.
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
    parser.add_argument("--seed", type=int, action="append", help="of the flipped bytes (default 1)")
    parser.add_argument("--only", default="", help="files whose name contains this")
    parser.add_argument("--backend", choices=BACKENDS, action="append")
    parser.add_argument("--quick", action="store_true", help="a few files of each kind")
    parser.add_argument("--verbose", action="store_true", help="show each answer")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="badfiles-") as folder:
        return judge(options, Path(folder))


def judge(options, folder: Path) -> int:
    """Run the corpus and print the findings."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    import conftest  # noqa: F401

    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    judges = [Judge(backend, folder / backend, options, stop) for backend in options.backend or BACKENDS]
    with ThreadPoolExecutor(len(judges)) as executor:
        list(executor.map(Judge.run, judges))
    files, outcomes = sum(judge.files for judge in judges), sum((judge.outcomes for judge in judges), Counter())
    print(f"{'Stopped after ' if stop.is_set() else ''}{files:,} files: {in_words(outcomes)}")
    for judge in judges:
        if judge.has_crashed:
            print(judge.log.read_text()[-5000:])
    return INTERRUPTED if stop.is_set() else int(outcomes["wrong"] > 0)


class Judge:
    """Runs the corpus with one of the HDF5 libraries, and counts the outcomes."""

    def __init__(self, backend: str, folder: Path, options, stop: threading.Event):
        folder.mkdir()
        self.log = folder / "log.txt"
        self.files, self.outcomes, self.has_crashed = 0, Counter(), False
        self._backend, self._folder, self._options, self._stop = backend, folder, options, stop

    def run(self) -> None:
        from neon_aop.tests.badfiles import corpus

        start, options = time.monotonic(), self._options
        runner = Runner(self._backend, self._folder / "results", self.log)
        for job in corpus(self._folder, self._backend, options.seed or [1], options.only, options.quick):
            if self._stop.is_set():
                break
            for answer in runner.run(job.path, job.like, job.tables):
                self._count(job, answer)
            job.remove()
            self.files += 1
            if self.files % FILES_BETWEEN_REPORTS == 0:
                seconds = time.monotonic() - start
                print(
                    f"{self._backend}: {self.files:,} files in {seconds:.0f} s: {in_words(self.outcomes)}", flush=True
                )
        runner.close()

    def _count(self, job, answer: dict) -> None:
        problem = problem_of(answer, job.path, *job.expected_of(answer["name"]))
        self.outcomes[_outcome(answer, problem)] += 1
        self.has_crashed |= problem.startswith(("crash", "hang"))
        if problem or self._options.verbose:
            text = problem or answer.get("message") or answer.get("changed") or "right"
            print(f"{self._backend}, {job.name}, {answer['name']}: {text}", flush=True)


def in_words(outcomes: Counter) -> str:
    return ", ".join(f"{count:,} {outcome}" for outcome, count in sorted(outcomes.items())) or "nothing"


def _outcome(answer: dict, problem: str) -> str:
    if problem:
        return "wrong"
    return "refused in one sentence" if answer.get("message") else "right"


if __name__ == "__main__":
    sys.exit(main())
