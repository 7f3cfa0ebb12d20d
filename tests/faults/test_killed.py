"""A process that is killed, at any step, while it replaces files."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from neon_aop.tests.faults.checks import contents
from neon_aop.tests.faults.writers import WRITERS

SCRIPT = Path(__file__).with_name("killed.py")


def edition_in(folder, name, number):
    """Write an edition in a new folder; return the content of all files."""
    folder.mkdir()
    WRITERS[name](folder / name, number)
    return contents(folder)


@pytest.mark.parametrize("name", WRITERS)
def test_file_is_the_old_or_the_new_one(tmp_path, name):
    old, new = (edition_in(tmp_path / str(number), name, number) for number in (1, 2))
    command = [sys.executable, SCRIPT, name, tmp_path / "1", tmp_path / "target"]
    lines = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout.splitlines()
    found = [json.loads(line) for line in lines]
    for killed in found:
        files = {file: bytes.fromhex(content) for file, content in killed["files"].items()}
        whole = old if files[name] == old[name] else new
        # A sidecar may be missing, but never belongs to the other edition.
        assert files.items() <= whole.items(), killed["killed before"]
        assert all(folder.startswith(".writing-") for folder in killed["folders"])
    assert {file: bytes.fromhex(content) for file, content in found[-1]["files"].items()} == new
    assert found[-1]["folders"] == []
    assert {killed["killed before"] for killed in found} >= {"os.mkdir", "os.rename", "os.rmdir", ""}
