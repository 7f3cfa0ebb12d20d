"""Every name of Qt and QGIS in the code exists in this QGIS and in Qt 6, and enums are written in full."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from neon_aop.tests import qtnames
from neon_aop.tests.qtnames import attributes_in, fault_of, faults_of, unguarded_imports, used_names

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("algorithms", "benchmarks", "core", "gui", "scripts", "tests")
# What Qt 6 has moved to QtGui, and QGIS 4 still gives in qgis.PyQt.QtWidgets.
MOVED = "QAction|QActionGroup|QShortcut"
QT6 = ROOT / ".venv" / "qt6"
# Methods of objects that Qt 6 no longer has. Those of classes are found by their names, but not those of objects.
GONE = """
    byteCount exec_ fromTime_t globalPos globalX globalY grabWidget keyboardModifiers localPos mouseButtons posF print_
    screenPos setCodec setMargin setResizeMode setTabStopWidth toPyObject toTime_t typeToName viewOptions windowPos
"""


@pytest.fixture(scope="module")
def sources():
    paths = [*ROOT.glob("*.py"), *(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))]
    return {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in paths}


@pytest.fixture(scope="module")
def names(sources):
    return set().union(*map(used_names, sources.values()))


def test_no_method_that_qt_6_lacks_is_called(sources):
    gone = set(GONE.split())
    assert {path: found for path, source in sources.items() if (found := attributes_in(source) & gone)} == {}


def test_what_qgis_4_may_lack_is_imported_only_where_that_is_noticed(sources):
    # The dialogs of Processing were replaced in QGIS 4.2; `processing.core` and `processing.tools` have stayed.
    shipped = {path: source for path, source in sources.items() if path.startswith(("algorithms", "core", "gui"))}
    unguarded = [path for path, source in shipped.items() if "processing.gui" in unguarded_imports(source)]
    assert unguarded == []


def test_this_qgis_has_every_name(names):
    assert "qgis.core:QgsProcessingParameterFile.Behavior.File" in names
    assert faults_of(names) == []


@pytest.mark.skipif(not QT6.exists(), reason="PyQt6 is not in .venv/qt6; `make lint` puts it there and runs this test")
def test_qt_6_has_every_name(names):
    of_qt = [name.replace("qgis.PyQt.", "PyQt6.") for name in names if name.startswith("qgis.PyQt.")]
    of_qt = [re.sub(rf"QtWidgets:(?=({MOVED})\b)", "QtGui:", name) for name in of_qt]
    assert "PyQt6.QtGui:QIcon" in of_qt
    process = subprocess.run(
        [sys.executable, qtnames.__file__],
        env={**os.environ, "PYTHONPATH": str(QT6)},
        input="\n".join([*of_qt, "PyQt6.QtCore:Qt.Horizontal"]),
        capture_output=True,
        text=True,
    )
    assert process.stdout.splitlines() == ["PyQt6.QtCore:Qt.Horizontal: there is no Horizontal"], process.stderr


def test_names_are_found_wherever_they_are_used():
    source = """
from qgis.PyQt.QtCore import Qt as Q
def turn():
    from qgis.core import QgsProject
    return QgsProject.instance().layout(Q.Orientation.Horizontal)
"""
    assert used_names(source) == {
        "qgis.PyQt.QtCore:Qt",
        "qgis.PyQt.QtCore:Qt.Orientation",
        "qgis.PyQt.QtCore:Qt.Orientation.Horizontal",
        "qgis.core:QgsProject",
        "qgis.core:QgsProject.instance",
    }


def test_attributes_of_anything_are_found():
    assert attributes_in("menu().exec_(event.globalPos())") == {"exec_", "globalPos"}


def test_import_that_may_fail_is_guarded():
    guarded = """
try:
    from processing.gui.AlgorithmDialog import AlgorithmDialog
except ImportError:
    pass
"""
    assert unguarded_imports(guarded) == set()
    assert unguarded_imports("from processing.gui.AlgorithmDialog import AlgorithmDialog") == {"processing.gui"}


def test_name_that_does_not_exist_is_a_fault():
    assert fault_of("qgis.core:QgsProcessing.SourceType.TypeTile").endswith("there is no TypeTile")


def test_value_without_its_enum_is_a_fault():
    assert "write it with its enum" in fault_of("qgis.core:QgsProcessing.TypeFile")
    assert "write it with its enum" in fault_of("qgis.PyQt.QtCore:Qt.Horizontal")


def test_plain_constants_and_full_names_are_right():
    assert fault_of("qgis.core:Qgis.QGIS_VERSION_INT") == ""
    assert fault_of("qgis.core:QgsProcessing.TEMPORARY_OUTPUT") == ""
    assert fault_of("qgis.core:QgsProcessing.SourceType.TypeFile") == ""
