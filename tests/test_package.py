"""The plugin's zip, installed in a new QGIS profile on a machine that has neither h5py nor SPy nor pyqtgraph.

The zip is that of the files that git knows, changes included, or the one that the variable NEON_AOP_ZIP names.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from neon_aop.scripts.plugin_site import package_problems

SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"
SOMETHING_MISSING = 2
QGIS_PROCESS = shutil.which("qgis_process.bin") or "qgis_process"

# Read by each Python that starts with it in its path.
ABSENCE = '''
import sys
from importlib.machinery import PathFinder

class Absence:
    """There is no h5py, and neither SPy nor pyqtgraph but in the plugin's own folder."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        found = None
        if name in ("spectral", "pyqtgraph"):
            found = PathFinder.find_spec(name, [entry for entry in sys.path if "extlibs" in entry])
        if name in ("h5py", "spectral", "pyqtgraph") and found is None:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return found

sys.meta_path.insert(0, Absence)
'''

# Draws a plot and prints which pyqtgraph drew it. Python's and Qt's end is not waited for.
PLOT = """
import os, sys
sys.path.insert(0, sys.argv[1])
from qgis.core import QgsApplication
application = QgsApplication([], True)
from neon_aop.gui.plots import load_pyqtgraph, new_plot
plot = new_plot()
plot.plot([1, 2], [3, 4])
plot.grab()
print(load_pyqtgraph().__file__, flush=True)
os._exit(0)
"""

# Prints which page the help button of an algorithm opens, and whether it is there.
HELP = """
import os, sys
sys.path.insert(0, sys.argv[1])
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QUrl
application = QgsApplication([], False)
from neon_aop.algorithms.kmeans import KMeans
page = QUrl(KMeans().helpUrl()).toLocalFile()
print(page, os.path.exists(page), flush=True)
os._exit(0)
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    if "NEON_AOP_ZIP" in os.environ:
        return Path(os.environ["NEON_AOP_ZIP"]).resolve()
    git = ["git", "-C", SCRIPTS, "stash", "create"]
    commit = subprocess.run(git, capture_output=True, text=True, check=False).stdout.strip() or "HEAD"
    command = [sys.executable, SCRIPTS / "package.py", commit, tmp_path_factory.mktemp("package")]
    process = subprocess.run(command, capture_output=True, text=True, check=False)
    if process.returncode == SOMETHING_MISSING:
        pytest.skip(process.stderr)
    assert process.returncode == 0, process.stderr
    return Path(process.stdout.strip())


def test_every_source_file_names_its_licence(package):
    with zipfile.ZipFile(package) as archive:
        sources = [name for name in archive.namelist() if name.endswith((".py", "charts.js", "style.css", ".svg"))]
        nameless = [name for name in sources if b"SPDX-License-Identifier: GPL-2.0-or-later" not in archive.read(name)]
    assert sources
    assert nameless == []


class Installation:
    """A home folder with a QGIS profile into which the zip was unpacked, as QGIS does it."""

    def __init__(self, home: Path, package: Path):
        from qgis.core import Qgis

        self.home = home
        self.absence = home / "absence"
        self.absence.mkdir()
        (self.absence / "sitecustomize.py").write_text(ABSENCE)
        profiles = home / ".local" / "share" / "QGIS" / f"QGIS{Qgis.QGIS_VERSION_INT // 10000}" / "profiles"
        with zipfile.ZipFile(package) as archive:
            archive.extractall(profiles / "default" / "python" / "plugins")

    def run(self, *command, absence=True, language="C"):
        """Run a command, by default where h5py, SPy and pyqtgraph are absent."""
        environment = {**os.environ, "PYTHONPATH": str(self.absence) if absence else "", "LANG": f"{language}.UTF-8"}
        command = [SCRIPTS / "isolated.sh", self.home, *command]
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=600, check=False)


@pytest.fixture(scope="module")
def installed(package, tmp_path_factory):
    installed = Installation(tmp_path_factory.mktemp("home"), package)
    process = installed.run(QGIS_PROCESS, "plugins", "enable", "neon_aop")
    assert process.returncode == 0, process.stdout + process.stderr
    return installed


@pytest.fixture(scope="module")
def tile(installed, tmp_path_factory):
    """A demo tile that the installed plugin wrote; only for this it may use h5py."""
    path = tmp_path_factory.mktemp("tile") / "demo.h5"
    command = [QGIS_PROCESS, "run", "neonaop:createdemotile", "--", "SIZE=40", f"OUTPUT={path}"]
    process = installed.run(*command, absence=False)
    assert process.returncode == 0, process.stdout + process.stderr
    return path


@pytest.fixture(scope="module")
def results(installed, tile, tmp_path_factory):
    """The folder with what the installed plugin made of the tile."""
    folder = tmp_path_factory.mktemp("results")
    process = installed.run(
        QGIS_PROCESS,
        "run",
        "neonaop:classifytiles",
        "--",
        f"TILES={tile}",
        f"CLASS_RASTER={folder / 'classes.tif'}",
        f"PC_RASTER={folder / 'scores.tif'}",
        f"REPORT={folder / 'report.html'}",
    )
    assert process.returncode == 0, process.stdout + process.stderr
    return folder


def names(package):
    with zipfile.ZipFile(package) as archive:
        return [name.removeprefix("neon_aop/") for name in archive.namelist()]


def test_files_and_metadata_are_as_the_plugin_site_wants_them(package):
    assert package_problems(package) == []


def test_zip_is_named_by_the_version(package, provider):
    assert package.name == f"neon_aop-{provider.versionInfo()}.zip"


@pytest.mark.parametrize("folder", ["tests", "benchmarks", "scripts", "docs", ".github"])
def test_what_only_developers_need_is_left_out(package, folder):
    assert not [name for name in names(package) if name.startswith(f"{folder}/")]


def test_help_button_opens_a_page_of_the_zip(installed):
    process = installed.run("/usr/bin/python3", "-c", HELP, next(installed.home.glob("**/python/plugins")))
    assert process.stdout.strip().endswith("/neon_aop/help/algorithms/kmeans.html True"), process.stderr


def test_translations_are_compiled(package):
    sources = (SCRIPTS.parent / "resources" / "i18n").glob("*.ts")
    found = [name for name in names(package) if name.startswith("resources/i18n/")]
    assert found == sorted(f"resources/i18n/{source.stem}.qm" for source in sources)


@pytest.mark.parametrize(("name", "holder"), [("spectral", b"Thomas Boggs"), ("pyqtgraph", b"Luke Campagnola")])
def test_bundled_package_comes_with_its_licence(package, name, holder):
    licence, wheel = (found for found in names(package) if found.startswith(f"extlibs/{name}-"))
    assert wheel.endswith("-none-any.whl")
    with zipfile.ZipFile(package) as archive:
        assert holder in archive.read(f"neon_aop/{licence}")


@pytest.mark.parametrize("module", ["h5py", "spectral", "pyqtgraph"])
def test_module_is_absent(installed, module):
    process = installed.run("/usr/bin/python3", "-c", f"import {module}")
    assert f"No module named '{module}'" in process.stderr


def test_demo_tile_says_what_it_lacks(installed, tmp_path):
    process = installed.run(QGIS_PROCESS, "run", "neonaop:createdemotile", "--", f"OUTPUT={tmp_path / 'demo.h5'}")
    assert process.returncode == 1
    assert "needs h5py" in process.stdout + process.stderr


def test_class_raster_is_that_of_a_run_in_the_checkout(results, tile, provider, tmp_path):
    from neon_aop.tests.algorithms.checks import run

    expected = run("classifytiles", TILES=[tile], CLASS_RASTER=tmp_path / "c.tif", PC_RASTER=tmp_path / "s.tif")
    assert (results / "classes.tif").read_bytes() == Path(expected["CLASS_RASTER"]).read_bytes()
    assert (results / "scores.tif").read_bytes() == Path(expected["PC_RASTER"]).read_bytes()


def test_report_names_the_bundled_spy(results, package):
    wheel = next(name for name in names(package) if name.startswith("extlibs/spectral-") and name.endswith(".whl"))
    version = wheel.split("-")[1]
    assert f"<dt>SPy</dt><dd>{version}</dd>" in (results / "report.html").read_text(encoding="utf-8")


def test_plot_is_drawn_with_the_bundled_pyqtgraph(installed, package):
    process = installed.run("/usr/bin/python3", "-c", PLOT, next(installed.home.glob("**/python/plugins")))
    assert "extlibs/pyqtgraph-" in process.stdout, process.stderr


def test_toolbox_speaks_german(installed):
    process = installed.run(QGIS_PROCESS, "list", language="de_AT")
    assert "Kacheln klassifizieren" in process.stdout
