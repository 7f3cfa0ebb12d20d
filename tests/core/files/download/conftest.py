"""Fixtures of the tests of downloads: a server, and what a run downloads from it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from neon_aop.core.files.download.api import NeonApi
from neon_aop.core.files.download.exchange import Exchange
from neon_aop.core.files.download.job import download
from neon_aop.core.files.download.layout import FLAT, targets_of
from neon_aop.tests.neonserver import REFLECTANCE, NeonServer, ServedFile, qa_files, tile_name
from neon_aop.tests.plaintransport import Listener, PlainTransport

EASTINGS = (368000, 369000, 370000)
NORTHING = 4306000
SIZE = 60_000


def content(seed: int, size: int = SIZE) -> bytes:
    return np.random.default_rng(seed).integers(0, 256, size, np.uint8).tobytes()


@pytest.fixture
def server():
    """A server with three tiles of SERC 2022 and files of other kinds."""
    with NeonServer() as server:
        for seed, easting in enumerate(EASTINGS):
            server.add(ServedFile(tile_name(easting, NORTHING), content(seed)))
        for file in qa_files():
            server.add(file)
        yield server


class Run:
    """One run of a user, who downloads all tiles of some months into a folder."""

    def __init__(self, server: NeonServer, folder: Path, when=lambda: False, token: str | None = None):
        self.server = server
        self.folder = folder
        self.progress = Listener(when)
        self.transport = PlainTransport(self.progress)
        exchange = Exchange(self.transport, server.base, server.token if token is None else token, self.progress)
        self.api = NeonApi(exchange)

    def targets(self, *months: str, layout: int = FLAT) -> list:
        product = self.transport.run(self.api.product(REFLECTANCE))[0]
        files = self.transport.run(self.api.files(REFLECTANCE, "SERC", list(months or ("2022-05",))))[0]
        return targets_of(files, product, self.folder, layout)

    def download(self, *months: str, layout: int = FLAT, most_bytes: float = 1e9) -> list[Path]:
        targets = self.targets(*months, layout=layout)
        return download(self.transport, self.api, targets, self.folder, most_bytes, self.progress)

    @property
    def said(self) -> str:
        return "\n".join(self.progress.lines + self.progress.warnings)


@pytest.fixture
def run(server, tmp_path):
    return Run(server, tmp_path / "data")


def assert_whole(paths, server: NeonServer) -> None:
    """Check that files are there as the server has them."""
    served = {file.name: file.read() for file in server.files}
    assert paths
    for path in paths:
        assert path.read_bytes() == served[path.name]


def names_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
