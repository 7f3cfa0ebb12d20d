"""Downloads beside NEON's own package, from a server on this machine."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import plugin_package  # noqa: F401  (makes neon_aop importable)
from processes import HERE, Outcome, command
from setting import FEW, OURS, Setting, ratio
from tables import AT_MOST, Group, Target

from neon_aop.tests.peer import PeerMissingError, peer_command, peer_environment

PEER, LISTING = "neonutilities", "this plugin, only listing the tiles"
BYTES = 500_000_000
# A point on the border of the two tiles, and a buffer that touches both.
EASTING, NORTHING, BUFFER = 369_000, 4_306_500, 10


def downloads(setting: Setting) -> Group:
    group = Group(
        "Downloads",
        f"Two tiles, {2 * BYTES / 1e9:g} GB in all, from a server on this machine that answers as NEON's API does: "
        "`qgis_process run neonaop:downloadtiles`, with QGIS's own start and the check of size and CRC32C, against "
        "`neonutilities.by_tile_aop` in a plain Python, which checks nothing. Both list the files first. To compare "
        "memory, the plugin lists the tiles without downloading them.",
    )
    with _server(setting) as environment:
        setting.qgis_process("list")
        jobs = {OURS: lambda: _ours(setting)}
        try:
            arguments = peer_command("SERC", 2022, EASTING, NORTHING, BUFFER, Path(setting.file("theirs")))
            jobs[PEER] = lambda: _into_empty(setting.file("theirs"), lambda: command(arguments)[0])
        except PeerMissingError as error:
            group.notes.append(f"neonutilities: skipped, {error}.")
        jobs[LISTING] = lambda: setting.qgis_process(
            "run", "neonaop:listtiles", "--", "SITE=SERC", f"OUTPUT={setting.file('tiles.gpkg')}"
        )
        with _variables(environment):
            series = setting.in_turn(FEW, jobs)
    group.add_times(series)
    if PEER in series:
        group.targets.append(Target("time against neonutilities", AT_MOST, 1.0, 1 / ratio(series, PEER), "x"))
        group.notes.append(_compared(setting))
    more = (series[OURS].peak - series[LISTING].peak) / 1e6
    group.targets.append(Target("memory for downloading beside that for listing", AT_MOST, 100, more, "MB"))
    return group


def _ours(setting: Setting) -> Outcome:
    place = (f"EASTING={EASTING}", f"NORTHING={NORTHING}", f"BUFFER={BUFFER}")
    folder = setting.file("ours")
    return _into_empty(
        folder,
        lambda: setting.qgis_process(
            "run", "neonaop:downloadtiles", "--", "SITE=SERC", "YEAR=2022", *place, "LAYOUT=1", f"FOLDER={folder}"
        ),
    )


def _into_empty(folder: str, run) -> Outcome:
    shutil.rmtree(folder, ignore_errors=True)
    return run()


def _compared(setting: Setting) -> str:
    """Return a sentence on whether both have downloaded the same bytes into the same folders."""
    ours, theirs = (
        {path.relative_to(setting.file(name)): path for path in Path(setting.file(name)).rglob("*.h5")}
        for name in ("ours", "theirs")
    )
    same = ours.keys() == theirs.keys() and all(
        subprocess.run(["cmp", "--silent", ours[name], theirs[name]], check=False).returncode == 0 for name in ours
    )
    return f"{len(ours)} files in the same folders, with {'the same' if same else '**different**'} bytes."


@contextmanager
def _server(setting: Setting) -> Iterator[dict[str, str]]:
    """Serve the files; yield the environment variables that direct both programs to that server."""
    folder = Path(setting.file("served"))
    folder.mkdir(exist_ok=True)
    arguments = [sys.executable, HERE / "fileserver.py", folder, str(BYTES)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as server:
        told = json.loads(server.stdout.readline())
        try:
            yield peer_environment(told["base"], told["token"])
        finally:
            server.kill()


@contextmanager
def _variables(environment: dict[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(environment)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
