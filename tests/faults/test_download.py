"""Downloads that are killed, find the disk full, or meet another download."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from neon_aop.core.errors import OutputError
from neon_aop.tests.core.files.download.conftest import Run, assert_whole
from neon_aop.tests.faults.checks import SmallDisk
from neon_aop.tests.neonserver import NeonServer, ServedFile, tile_name, trickle

SCRIPT = Path(__file__).with_name("downloading.py")
SIZE = 200_000
LONGEST = 30.0


@pytest.fixture
def server():
    rng = np.random.default_rng(1)
    with NeonServer() as server:
        for easting in (368000, 369000):
            server.add(ServedFile(tile_name(easting, 4306000), rng.integers(0, 256, SIZE, np.uint8).tobytes()))
        yield server


def command(server, folder, *arguments):
    return [sys.executable, SCRIPT, server.base, server.token, folder, *arguments]


def wait_until(condition) -> None:
    end = time.monotonic() + LONGEST
    while not condition():
        assert time.monotonic() < end, "It did not come to that."
        time.sleep(0.01)


def partial_sizes(folder: Path) -> list[int]:
    return sorted(path.stat().st_size for path in folder.glob("*.part"))


def test_killed_download_is_gone_on_with(server, tmp_path):
    server.faults["storage"].extend([trickle(50, 0.05)] * 2)
    process = subprocess.Popen(command(server, tmp_path))
    wait_until(lambda: len(partial_sizes(tmp_path)) == 2 and partial_sizes(tmp_path)[0] > SIZE // 10)
    process.kill()
    process.wait()
    sizes = partial_sizes(tmp_path)
    assert all(0 < size < SIZE for size in sizes)
    assert not list(tmp_path.glob("*.h5"))
    assert_whole(Run(server, tmp_path).download(), server)
    resumed = [int(request.headers["range"][6:-1]) for request in server.asked("storage")[2:]]
    assert sorted(resumed) == sizes


def test_process_that_is_killed_at_any_step_leaves_nothing_wrong(server, tmp_path):
    folder = tmp_path / "data"
    lines = subprocess.run(
        command(server, folder, "steps"), capture_output=True, text=True, check=True, timeout=120
    ).stdout.splitlines()
    found = [json.loads(line) for line in lines]
    right = {file.name: hashlib.sha256(file.read()).hexdigest() for file in server.files}
    for killed in found:
        whole = {name: checksum for name, checksum in killed["left"].items() if name.endswith(".h5")}
        assert whole.items() <= right.items(), killed["killed before"]
        assert right.items() <= killed["after"].items(), killed["killed before"]
        assert set(killed["after"]) - set(right) >= {"downloads.json", "CITATION.txt"}
    assert {killed["killed before"] for killed in found} >= {"open", "os.mkdir", "os.rename", "os.remove", ""}


def test_two_processes_share_a_folder(server, tmp_path):
    server.faults["storage"].extend([trickle(20, 0.03)] * 2)
    processes = [subprocess.Popen(command(server, tmp_path)) for _ in range(3)]
    assert [process.wait(timeout=LONGEST) for process in processes] == [0, 0, 0]
    assert_whole(list(tmp_path.glob("*.h5")), server)
    assert len(server.asked("storage")) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "CITATION.txt",
        *sorted(file.name for file in server.files),
        "downloads.json",
    ]


def test_full_disk(server, small_disk, monkeypatch):
    """What fits is kept, and the next run goes on there."""
    monkeypatch.setattr("neon_aop.core.files.download.job.check_disk", lambda targets, folder: None)
    small_disk.leave_free(2 * SIZE // SmallDisk.PAGE - 20)
    with pytest.raises(OutputError, match="the disk is full; free some space and run again"):
        Run(server, small_disk.folder).download()
    for path in small_disk.folder.glob("*.h5"):
        assert_whole([path], server)
    kept = sum(path.stat().st_size for path in small_disk.folder.glob("NEON*"))
    assert kept > 0
    small_disk.free()
    asked = len(server.asked("storage"))
    assert_whole(Run(server, small_disk.folder).download(), server)
    assert any("range" in request.headers for request in server.asked("storage")[asked:])


def test_full_disk_is_told_before(server, small_disk):
    small_disk.leave_free(20)
    with pytest.raises(OutputError, match="has room for .* to be downloaded; free some space"):
        Run(server, small_disk.folder).download()
    assert not server.asked("storage")


def test_read_only_folder_is_told(server, read_only_folder):
    with pytest.raises(OutputError, match="cannot be"):
        Run(server, read_only_folder / "data").download()
    with pytest.raises(OutputError, match="cannot be"):
        Run(server, read_only_folder).download()
