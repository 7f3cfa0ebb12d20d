"""What is missing is said before a run, and by the run in the same words."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsProcessingException

from neon_aop.algorithms.provider import ALGORITHMS
from neon_aop.core.files.neon import demotile
from neon_aop.core.methods import spy
from neon_aop.tests.algorithms.checks import run

NEED_SPY = ("classifytiles", "classificationstudy", "endmembers", "gaussianclassifier", "pca")


@pytest.fixture
def no_spy(monkeypatch):
    def fail(name):
        raise ImportError(f"No module named {name}")

    monkeypatch.setattr(spy, "import_bundled", fail)


@pytest.fixture
def no_h5py(monkeypatch):
    monkeypatch.setattr(demotile, "import_h5py", lambda: None)


def can_execute(name):
    return QgsApplication.processingRegistry().algorithmById(f"neonaop:{name}").canExecute()


@pytest.mark.parametrize("name", [algorithm.NAME for algorithm in ALGORITHMS])
def test_every_algorithm_can_run_here(name):
    assert can_execute(name) == (True, "")


@pytest.mark.parametrize("name", NEED_SPY)
def test_missing_spy_is_said_before_the_run(no_spy, name):
    can, sentence = can_execute(name)
    assert not can
    assert "need the Python package spectral (SPy)" in sentence


def test_missing_h5py_is_said_before_the_run(no_h5py):
    can, sentence = can_execute("createdemotile")
    assert not can
    assert "needs h5py" in sentence
    assert "sudo apt install python3-h5py" in sentence


@pytest.mark.parametrize(
    ("platform", "way"),
    [
        ("linux", "sudo apt install python3-h5py on Debian"),
        ("win32", "python3-h5py in the OSGeo4W Setup"),
        ("darwin", 'bin/python3" -m pip install h5py in the Terminal'),
    ],
)
def test_way_to_h5py_is_that_of_the_system(platform, way):
    assert way in demotile.how_to_install_h5py(platform)


@pytest.mark.parametrize("name", [algorithm.NAME for algorithm in ALGORITHMS if algorithm.NAME not in NEED_SPY])
def test_other_algorithms_run_without_spy(no_spy, name):
    assert can_execute(name) == (True, "")


def test_run_says_the_same(no_spy, cleaned, tmp_path):
    with pytest.raises(QgsProcessingException) as raised:
        run("pca", INPUT=cleaned, OUTPUT=tmp_path / "out.tif")
    assert can_execute("pca")[1] in str(raised.value)


def test_run_without_h5py_says_the_same(no_h5py, tmp_path):
    with pytest.raises(QgsProcessingException) as raised:
        run("createdemotile", OUTPUT=tmp_path / "demo.h5")
    assert can_execute("createdemotile")[1] in str(raised.value)
