"""Which SPy is imported: the user's own, the bundled one, or none."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest

from neon_aop.core import extlibs
from neon_aop.core.errors import MissingPackageError
from neon_aop.core.methods import spy


@pytest.fixture(autouse=True)
def nothing_installed(tmp_path, monkeypatch):
    """A Python that has no SPy, and a plugin that brings none."""
    for name in imported():
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "path", [folder for folder in sys.path if not Path(folder, "spectral").exists()])
    monkeypatch.setattr(extlibs, "EXTLIBS", tmp_path / "extlibs")
    yield
    for name in imported():
        del sys.modules[name]


def imported():
    return [name for name in sys.modules if name.partition(".")[0] == "spectral"]


def pretended_spy(text):
    """Files of a package with the name of SPy's module."""
    return {
        "spectral/__init__.py": "",
        "spectral/algorithms/__init__.py": "",
        "spectral/algorithms/algorithms.py": text,
    }


@pytest.fixture
def bundled(tmp_path):
    """A wheel beside the plugin."""
    wheel = tmp_path / "extlibs" / "spectral-0.0-py3-none-any.whl"
    wheel.parent.mkdir()
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in pretended_spy("OWNER = 'plugin'").items():
            archive.writestr(name, text)
    return wheel


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Put a module of the user in the path."""

    def install(text):
        for name, content in pretended_spy(text).items():
            path = tmp_path / "site-packages" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content)
        # Not `syspath_prepend`: at the end it would put the shortened path into the real one.
        monkeypatch.setattr(sys, "path", [str(tmp_path / "site-packages"), *sys.path])

    return install


def test_bundled_is_used_where_there_is_none(bundled):
    assert spy.spy_algorithms().OWNER == "plugin"


def test_own_comes_before_bundled(bundled, install):
    install("OWNER = 'user'")
    assert spy.spy_algorithms().OWNER == "user"


def test_bundled_is_the_last_in_the_path_and_there_once(bundled, install):
    install("")
    for _ in range(2):
        spy.spy_algorithms()
    assert sys.path[-1] == str(bundled)
    assert sys.path.count(str(bundled)) == 1


def test_path_is_left_alone_where_nothing_is_bundled(install):
    install("")
    before = list(sys.path)
    spy.spy_algorithms()
    assert sys.path == before


def test_missing_package_is_named():
    with pytest.raises(MissingPackageError, match=r"No module named 'spectral'.*the README says how"):
        spy.spy_algorithms()


def test_failing_package_is_explained(install):
    install("raise AttributeError('module numpy has no attribute float_')")
    with pytest.raises(MissingPackageError, match="numpy has no attribute float_"):
        spy.spy_algorithms()
