"""Fixtures of all tests. QGIS is imported inside them, so that the tests of the core run where there is none."""

from __future__ import annotations

import gc
import re
import subprocess
from pathlib import Path

import pytest

from neon_aop.core.wording import ENGLISH, Language, english_plural, set_language

_QGIS_PROCESS = Path(__file__).resolve().parents[1] / "scripts" / "qgis_process.sh"


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item, nextitem):
    """Let go of what is left of GDAL's and QGIS's objects before QGIS goes: afterwards that would crash."""
    if nextitem is None:
        gc.collect()


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

    def run(*arguments):
        command = [_QGIS_PROCESS, home, *arguments]
        return subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)

    return run
