"""Runs jobs in separate processes, in turn, and takes medians of their times."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent


class JobError(Exception):
    """A process failed."""


@dataclass(frozen=True)
class Outcome:
    """Seconds and peak memory (bytes) of one process, and other values that it printed."""

    seconds: float
    peak: int
    printed: dict


@dataclass(frozen=True)
class Series:
    """The outcomes of the runs of one job."""

    outcomes: Sequence[Outcome]

    @property
    def seconds(self) -> float:
        """Median of the times."""
        return median(outcome.seconds for outcome in self.outcomes)

    @property
    def fastest(self) -> float:
        return min(outcome.seconds for outcome in self.outcomes)

    @property
    def slowest(self) -> float:
        return max(outcome.seconds for outcome in self.outcomes)

    @property
    def peak(self) -> int:
        """Largest peak memory."""
        return max(outcome.peak for outcome in self.outcomes)

    @property
    def printed(self) -> dict:
        """The other values that the last run printed."""
        return self.outcomes[-1].printed


def command(arguments: Sequence) -> tuple[Outcome, str]:
    """Run a program; return its wall-clock time, the peak memory of its largest process, and what it printed."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen([str(argument) for argument in arguments], stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - start
        output.seek(0)
        text = output.read().decode("utf-8", "replace")
    if process.returncode:
        raise JobError(f"{arguments[0]} ended with {process.returncode}:\n{text[-2000:]}")
    return Outcome(seconds, usage.ru_maxrss * 1024, {}), text


def printed_json(text: str) -> dict:
    """Return the JSON in the output of a process, whose libraries may print other lines."""
    return json.loads(next(line for line in reversed(text.splitlines()) if line.startswith("{")))


def job(name: str, **arguments) -> Outcome:
    """Run a job of jobs.py in a new process."""
    _, text = command([sys.executable, HERE / "jobs.py", name, json.dumps(arguments)])
    printed = printed_json(text)
    return Outcome(printed.pop("seconds", 0.0), printed.pop("peak", 0), printed)


def in_turn(runs: int, jobs: Mapping[str, Callable[[], Outcome]]) -> dict[str, Series]:
    """Run all jobs in turn, `runs` times, so that other load on the machine affects them alike."""
    outcomes: dict[str, list[Outcome]] = {name: [] for name in jobs}
    for number in range(1, runs + 1):
        for name, run in jobs.items():
            outcomes[name].append(run())
            print(f"  {name}, run {number} of {runs}: {outcomes[name][-1].seconds:.2f} s", flush=True)
    return {name: Series(found) for name, found in outcomes.items()}
