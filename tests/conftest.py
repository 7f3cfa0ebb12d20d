"""Fixtures of all tests. QGIS is imported inside them, so that the tests of the core run where there is none."""

from __future__ import annotations

import gc
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from neon_aop.core.wording import ENGLISH, Language, english_plural, set_language, show_ids
from neon_aop.tests.faults.checks import SmallDisk

_QGIS_PROCESS = Path(__file__).resolve().parents[1] / "scripts" / "qgis_process.sh"


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item, nextitem):
    """Let go of what is left of GDAL's and QGIS's objects before QGIS goes: afterwards that would crash."""
    if nextitem is None:
        gc.collect()


@pytest.fixture(scope="session", autouse=True)
def errors_in_slots():
    """Print errors in slots. PyQt5 ends the process at one unless something else, such as QGIS's window, handles it."""
    before = sys.excepthook
    sys.excepthook = lambda *error: sys.__excepthook__(*error)
    yield
    sys.excepthook = before


@pytest.fixture(scope="session")
def provider(qgis_processing):
    """The plugin's provider, registered in a QGIS application."""
    from qgis.core import QgsApplication

    from neon_aop.algorithms.provider import NeonAopProvider

    provider = NeonAopProvider()
    registry = QgsApplication.processingRegistry()
    assert registry.addProvider(provider)
    yield provider
    registry.removeProvider(provider)


@pytest.fixture
def labels_alone():
    """Messages name parameters as in QGIS's window: by their labels, without the ids of scripts."""
    show_ids(False)
    yield
    show_ids(True)


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


@pytest.fixture
def disguised():
    """Show texts of `core` without Latin letters, so that one that is not translated is noticed."""

    def disguise(text):
        return re.sub(r"\{.*?\}|[A-Za-z]", lambda found: found[0] if len(found[0]) > 1 else "ж", text)

    def disguise_plural(one, more, count):
        return disguise(english_plural(one, more, count))

    set_language(Language("zz", disguise, disguise_plural))
    yield
    set_language(ENGLISH)


@pytest.fixture(scope="session")
def qgis_process(tmp_path_factory):
    """Run qgis_process as a user would at the command line: `qgis_process("run", "neonaop:...", "--", ...)`."""
    home = tmp_path_factory.mktemp("qgis_process")

    def run(*arguments, standard_input=""):
        command = [_QGIS_PROCESS, home, *arguments]
        return subprocess.run(command, input=standard_input, capture_output=True, text=True, timeout=600, check=False)

    return run
