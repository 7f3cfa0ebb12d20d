"""Write a file over an older one and be killed at each step: `python killed.py NAME OLD FOLDER`.

NAME is one of `WRITERS`. Each time, FOLDER gets the files of the folder OLD, and a fresh process writes edition 2
there. Prints a line of JSON for each step: the operation before which the process was killed, and what is in the
folder. In the end nobody is killed.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import conftest  # noqa: F401  (makes neon_aop importable)
from neon_aop.tests.faults.writers import WRITERS

# What Python tells before it changes something in a folder.
STEPS = ("os.mkdir", "os.rename", "os.remove", "os.rmdir")


def write_in_process(name: str, folder: Path, step: int) -> str:
    """Write in a process of its own that is killed before a step; return which one that is, empty when all are done."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        left = step

        def kill_at_step(event, arguments):
            nonlocal left
            if event in STEPS:
                if left == 0:
                    os.write(writing, event.encode())
                    os.kill(os.getpid(), signal.SIGKILL)
                left -= 1

        sys.addaudithook(kill_at_step)
        WRITERS[name](folder / name, 2)
        os._exit(0)
    os.close(writing)
    with open(reading, "rb") as pipe:
        killed_before = pipe.read().decode()
    _, status = os.waitpid(process, 0)
    if status != (signal.SIGKILL if killed_before else 0):
        raise SystemExit(f"The process that wrote {name} ended with {status}.")
    return killed_before


def main() -> None:
    name, old, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    step, killed_before = 0, "start"
    while killed_before:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(old, folder)
        killed_before = write_in_process(name, folder, step)
        files = {path.name: path.read_bytes().hex() for path in folder.iterdir() if path.is_file()}
        folders = [path.name for path in folder.iterdir() if path.is_dir()]
        print(json.dumps({"killed before": killed_before, "files": files, "folders": folders}))
        step += 1


if __name__ == "__main__":
    main()
