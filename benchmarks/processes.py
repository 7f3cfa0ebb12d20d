"""Running jobs in fresh processes, in turn, and their medians."""

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
    """A process failed or took too long."""


@dataclass(frozen=True)
class Outcome:
    """What one process told: seconds, peak memory (bytes), and all else that it printed."""

    seconds: float
    peak: int
    told: dict


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
    def told(self) -> dict:
        """What the last run told."""
        return self.outcomes[-1].told


def command(arguments: Sequence, timeout: float | None = None) -> tuple[Outcome, str]:
    """Run a program; return its wall-clock time, the peak memory of its largest process, and what it printed."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen([str(argument) for argument in arguments], stdout=output, stderr=subprocess.STDOUT)
        status, usage = _wait(process, timeout)
        seconds = time.perf_counter() - start
        output.seek(0)
        text = output.read().decode("utf-8", "replace")
    if status:
        raise JobError(f"{arguments[0]} ended with {status}:\n{text[-2000:]}")
    return Outcome(seconds, usage.ru_maxrss * 1024, {}), text


def _wait(process: subprocess.Popen, timeout: float | None):
    deadline = None if timeout is None else time.monotonic() + timeout
    while True:
        pid, status, usage = os.wait4(process.pid, 0 if deadline is None else os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return process.returncode, usage
        if time.monotonic() > deadline:
            process.kill()
            os.wait4(process.pid, 0)
            process.returncode = -1
            raise JobError(f"{process.args[1]} took more than {timeout:g} s")
        time.sleep(0.01)


def job(name: str, timeout: float | None = None, **arguments) -> Outcome:
    """Run a job of jobs.py in a process of its own."""
    _, text = command([sys.executable, HERE / "jobs.py", name, json.dumps(arguments)], timeout)
    told = json.loads(text.splitlines()[-1])
    return Outcome(told.pop("seconds", 0.0), told.pop("peak", 0), told)


def in_turn(runs: int, jobs: Mapping[str, Callable[[], Outcome]]) -> dict[str, Series]:
    """Run jobs one after the other, `runs` times over, so that what else the machine does hits all of them."""
    outcomes: dict[str, list[Outcome]] = {name: [] for name in jobs}
    for number in range(1, runs + 1):
        for name, run in jobs.items():
            outcomes[name].append(run())
            print(f"  {name}, run {number} of {runs}: {outcomes[name][-1].seconds:.2f} s", flush=True)
    return {name: Series(found) for name, found in outcomes.items()}
