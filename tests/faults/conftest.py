"""Fixtures of the tests of faults: disks that are full, and folders in which nothing can be written."""

from __future__ import annotations

import os
import subprocess

import pytest

from neon_aop.core.files.neon.demotile import write_demo_tile
from neon_aop.tests.algorithms.checks import run
from neon_aop.tests.faults.checks import SmallDisk
from neon_aop.tests.faults.runs import CENTRES, CLEANED, MODEL, TILE


@pytest.fixture(scope="session")
def mounted(tmp_path_factory):
    """Mount a file system in memory with some options, if that is allowed here."""
    folders = []

    def mount(name: str, options: str):
        if os.geteuid():
            pytest.skip("Only root can mount a small disk.")
        folder = tmp_path_factory.mktemp(name)
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], capture_output=True, text=True, check=False
        )
        if done.returncode:
            pytest.skip(f"A small disk cannot be mounted here ({done.stderr.strip()}).")
        folders.append(folder)
        return folder

    yield mount
    for folder in folders:
        subprocess.run(["umount", "--lazy", folder], check=True)


@pytest.fixture(scope="session")
def small_disk_folder(mounted):
    return mounted("small disk", f"size={SmallDisk.SIZE},mode=777")


@pytest.fixture
def small_disk(small_disk_folder):
    """An empty disk of little size."""
    disk = SmallDisk(small_disk_folder)
    yield disk
    disk.clear()


@pytest.fixture(scope="session")
def read_only_folder(mounted, tmp_path_factory):
    """A folder in which nothing can be written, not even by root."""
    if not os.geteuid():
        return mounted("read-only", "size=1m,ro")
    folder = tmp_path_factory.mktemp("read-only")
    folder.chmod(0o555)
    return folder


@pytest.fixture(scope="session")
def inputs(provider, tmp_path_factory):
    """A folder with a demo tile of 60 x 60 pixels, its reflectance, centres and a component model."""
    folder = tmp_path_factory.mktemp("inputs")
    write_demo_tile(str(folder / TILE), size=60)
    run("cleanreflectance", INPUT=folder / TILE, OUTPUT=folder / CLEANED)
    scrap = tmp_path_factory.mktemp("scrap")
    run(
        "classifytiles",
        TILES=[folder / TILE],
        CENTRES=folder / CENTRES,
        MODEL=folder / MODEL,
        CLASS_RASTER=scrap / "classes.tif",
        PC_RASTER=scrap / "components.tif",
    )
    return folder
