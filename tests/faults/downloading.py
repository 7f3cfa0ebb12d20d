"""Download all tiles of SERC 2022, in a process that may be killed: `python downloading.py BASE TOKEN FOLDER [steps]`.

With "steps", a process is killed at each step, each time in an empty folder, and another one goes on there. In the end
nobody is killed. Prints a line of JSON for each step: the operation before which the process was killed, the checksums
of the files that it left, and those of the files after the other one.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import conftest  # noqa: F401  (makes neon_aop importable)
from neon_aop.core.files.download.api import NeonApi
from neon_aop.core.files.download.exchange import Exchange
from neon_aop.core.files.download.job import download
from neon_aop.core.files.download.layout import FLAT, targets_of
from neon_aop.core.progress import Progress
from neon_aop.tests.neonserver import REFLECTANCE
from neon_aop.tests.plaintransport import PlainTransport

# What Python tells before it changes something in a folder.
STEPS = ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.truncate")
NEVER = 1_000_000


def download_all(base: str, token: str, folder: Path) -> None:
    transport, progress = PlainTransport(), Progress()
    api = NeonApi(Exchange(transport, base, token, progress))
    product = transport.run(api.product(REFLECTANCE))[0]
    files = transport.run(api.files(REFLECTANCE, "SERC", ["2022-05"]))[0]
    download(transport, api, targets_of(files, product, folder, FLAT), folder, 1e9, progress)


def download_in_process(arguments: tuple, step: int) -> str:
    """Download in a process that is killed before a step; return which one that is, empty when there is none."""
    folder = str(arguments[-1])
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        left = step

        def kill_at_step(event, values):
            nonlocal left
            if event in STEPS and values and str(values[0]).startswith(folder):
                if left == 0:
                    os.write(writing, event.encode())
                    os.kill(os.getpid(), signal.SIGKILL)
                left -= 1

        sys.addaudithook(kill_at_step)
        download_all(*arguments)
        os._exit(0)
    os.close(writing)
    with open(reading, "rb") as pipe:
        killed_before = pipe.read().decode()
    _, status = os.waitpid(process, 0)
    if status != (signal.SIGKILL if killed_before else 0):
        raise SystemExit(f"The process ended with {status}.")
    return killed_before


def checksums(folder: Path) -> dict[str, str]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def main() -> None:
    arguments = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    if sys.argv[4:] != ["steps"]:
        download_all(*arguments)
        return
    step, killed_before = 0, "start"
    while killed_before:
        shutil.rmtree(arguments[-1], ignore_errors=True)
        killed_before = download_in_process(arguments, step)
        left = checksums(arguments[-1])
        download_in_process(arguments, NEVER)
        print(json.dumps({"killed before": killed_before, "left": left, "after": checksums(arguments[-1])}))
        step += 1


if __name__ == "__main__":
    main()
