"""What the long tests share."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).with_name("classify.py")
# What differs between two reports of the same run.
_TIME = re.compile(rb"<dt>(?:Written|Time)</dt><dd>[^<]*</dd>")


class Classification:
    """A process that classifies a tile.

    Parameters
    ----------
    temporary : Path
        Its folder for temporary files.
    tile, folder : str or path
    classes, factor : int
        Parameters of the run.
    threads : int, optional
    environment : dict of str to str, optional
        Variables that differ from those of this process.
    """

    def __init__(
        self,
        temporary: Path,
        tile,
        folder,
        classes: int = 5,
        factor: int = 2,
        threads: int | None = None,
        environment: dict[str, str] | None = None,
    ):
        temporary.mkdir(exist_ok=True)
        command = [sys.executable, SCRIPT, tile, folder, classes, factor, *([] if threads is None else [threads])]
        variables = {**os.environ, "TMPDIR": str(temporary), **(environment or {})}
        self._process = subprocess.Popen(
            [str(argument) for argument in command], stdout=subprocess.PIPE, text=True, env=variables
        )

    def wait_for(self, word: str) -> None:
        """Wait until the process says that it is "ready" or "done"."""
        for line in self._process.stdout:
            if line.strip() == word:
                return
        raise AssertionError(f"The process ended with {self._process.wait()} before it was {word}.")

    @property
    def is_running(self) -> bool:
        return self._process.poll() is None

    def kill(self) -> None:
        """End the process as kill -9 does, if it has not ended."""
        if self.is_running:
            self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        self._process.stdout.close()


def results_in(folder: Path) -> dict[str, bytes]:
    """Return the content of each file in a folder, without what differs between two runs that are the same."""
    place = str(folder).encode()
    return {
        path.name: _TIME.sub(b"", path.read_bytes().replace(place, b"")) for path in folder.iterdir() if path.is_file()
    }
