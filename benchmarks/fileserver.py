"""Serve two files as tiles of SERC 2022, as NEON's API does: `python benchmarks/fileserver.py FOLDER BYTES`.

Prints the address of the API and a token as JSON, and serves until it is killed.
"""

from __future__ import annotations

import json
import sys
import threading
from pathlib import Path

import numpy as np
import plugin_package  # noqa: F401  (makes neon_aop importable)

from neon_aop.core.files.download.crc32c import checksum_of_file
from neon_aop.core.progress import Progress
from neon_aop.tests.neonserver import NeonServer, ServedFile, tile_name

EASTINGS, NORTHING = (368000, 369000), 4306000
_BLOCK = 1 << 24


def main() -> None:
    folder, size = Path(sys.argv[1]), int(sys.argv[2])
    with NeonServer() as server:
        for easting in EASTINGS:
            path = folder / f"{easting}.bin"
            _write_noise(path, size, easting)
            checksum = checksum_of_file(path, Progress())
            server.add(ServedFile(tile_name(easting, NORTHING), path, checksum=checksum))
        print(json.dumps({"base": server.base, "token": server.token}), flush=True)
        threading.Event().wait()


def _write_noise(path: Path, size: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    with open(path, "wb") as file:
        for start in range(0, size, _BLOCK):
            file.write(rng.integers(0, 256, min(_BLOCK, size - start), np.uint8).tobytes())


if __name__ == "__main__":
    main()
