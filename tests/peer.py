"""NEON's own package neonutilities, in a virtual environment of its own, asking a server on this machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parents[1]
_REQUIREMENTS = Path(__file__).with_name("requirements-peer.txt")
_ENVIRONMENT = _CHECKOUT / "build" / "peer"
# It takes half a GB and a minute or two the first time.
_LONGEST = 900
_DOWNLOAD = """
import os, sys, neonutilities
site, year, easting, northing, buffer, folder = sys.argv[1:]
neonutilities.by_tile_aop(
    dpid="DP3.30006.002", site=site, year=int(year), easting=float(easting), northing=float(northing),
    buffer=float(buffer), check_size=False, savepath=folder, token=os.environ["NEON_TOKEN"],
)
"""
_CHECKSUM = """
import sys
from neonutilities.helper_mods.api_helpers import calculate_crc32c
print(calculate_crc32c(sys.argv[1]))
"""


class PeerMissingError(Exception):
    """The package cannot be had here; the text says why."""


def peer_python() -> Path:
    """Return the Python of the environment, which is made if need be.

    Raises
    ------
    PeerMissingError
        Where the package cannot be installed.
    """
    if sys.version_info < (3, 10):
        raise PeerMissingError("neonutilities needs Python 3.10")
    python = _ENVIRONMENT / "bin" / "python"
    ready = _ENVIRONMENT / ".ready"
    if not ready.exists() or ready.read_text() != _REQUIREMENTS.read_text():
        install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", _REQUIREMENTS]
        for command in ([sys.executable, "-m", "venv", "--clear", _ENVIRONMENT], install):
            done = subprocess.run(command, capture_output=True, text=True, timeout=_LONGEST, check=False)
            if done.returncode:
                raise PeerMissingError(
                    f"neonutilities cannot be installed: {(done.stdout + done.stderr)[-300:].strip()}"
                )
        ready.write_text(_REQUIREMENTS.read_text())
    return python


def peer_command(site: str, year: int, easting: float, northing: float, buffer: float, folder: Path) -> list[str]:
    """Return the command with which it downloads the tiles at the corners of a square."""
    return [str(part) for part in (peer_python(), "-c", _DOWNLOAD, site, year, easting, northing, buffer, folder)]


def peer_environment(base: str, token: str) -> dict[str, str]:
    """Return the environment in which it asks the server on this machine, and reaches no other one."""
    nowhere = "http://127.0.0.1:9"
    return {
        **os.environ,
        "NEON_API_URL": base,
        "NEON_TOKEN": token,
        "HTTP_PROXY": nowhere,
        "HTTPS_PROXY": nowhere,
        "NO_PROXY": "127.0.0.1,127.0.0.2",
    }


def peer_checksum(path: Path) -> str:
    """Return the CRC32C that it computes of a file."""
    command = [peer_python(), "-c", _CHECKSUM, path]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout.strip()
