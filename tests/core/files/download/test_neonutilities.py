"""NEON's own package, from the same server: the server is like NEON's, and what we download is what it downloads."""

from __future__ import annotations

import subprocess

import pytest

from neon_aop.core.files.download.layout import NESTED
from neon_aop.core.files.download.ledger import Ledger
from neon_aop.tests.core.files.download.conftest import EASTINGS, NORTHING, Run, content
from neon_aop.tests.neonserver import NeonServer, ServedFile, qa_files, tile_name
from neon_aop.tests.peer import PeerMissingError, peer_checksum, peer_command, peer_environment


@pytest.fixture(scope="module")
def neon():
    """A server with the tiles of one year."""
    with NeonServer() as server:
        for seed, easting in enumerate(EASTINGS):
            server.add(ServedFile(tile_name(easting, NORTHING), content(seed)))
        for file in qa_files():
            server.add(file)
        yield server


@pytest.fixture(scope="module")
def theirs(neon, tmp_path_factory):
    """What NEON's package downloads for a point in the first tile, in its folder."""
    folder = tmp_path_factory.mktemp("theirs")
    try:
        command = peer_command("SERC", 2022, EASTINGS[0] + 500, NORTHING + 500, 10, folder)
    except PeerMissingError as error:
        pytest.skip(str(error))
    environment = peer_environment(neon.base, neon.token)
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def ours(neon, tmp_path_factory):
    """What the plugin downloads of all tiles into the same folders, in its own."""
    folder = tmp_path_factory.mktemp("ours")
    Run(neon, folder).download(layout=NESTED)
    return folder


def test_peer_downloads_the_same_tile_into_the_same_folders(theirs, ours):
    found = list(theirs.rglob("*.h5"))
    assert [path.name for path in found] == [tile_name(EASTINGS[0], NORTHING)]
    assert found[0].read_bytes() == (ours / found[0].relative_to(theirs)).read_bytes()


def test_peer_computes_the_same_checksum(theirs, ours):
    (path,) = theirs.rglob("*.h5")
    assert peer_checksum(path) == Ledger.read(ours).files[path.relative_to(theirs).as_posix()]["crc32c"]
