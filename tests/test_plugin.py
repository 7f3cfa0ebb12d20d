"""The plugin as QGIS loads it, with a window and without."""

import subprocess
import sys

import pytest
from qgis.core import QgsApplication
from qgis.gui import QgsGui

import neon_aop
from neon_aop.algorithms.provider import NeonAopProvider
from neon_aop.tests.gui.window import Window

ID = "neonaopunderthetest"


@pytest.fixture
def window(qgis_processing):
    return Window()


@pytest.fixture(autouse=True)
def own_id(qgis_processing, monkeypatch):
    """Other tests keep a provider under the plugin's own id."""
    monkeypatch.setattr(NeonAopProvider, "id", lambda provider: ID)


def registered_provider():
    return QgsApplication.processingRegistry().providerById(ID)


def browser_names():
    return [provider.name() for provider in QgsGui.dataItemGuiProviderRegistry().providers()]


def test_plugin_registers_its_algorithms_without_a_window(qgis_processing):
    plugin = neon_aop.classFactory(None)
    plugin.initProcessing()
    assert registered_provider().algorithm("classifytiles") is not None
    plugin.unload()


def test_window_is_left_alone_by_processing(window):
    plugin = neon_aop.classFactory(window)
    plugin.initProcessing()
    assert window.drop_handlers == []
    assert "neonaop" not in browser_names()
    plugin.unload()


def test_plugin_adds_itself_to_the_window(window):
    plugin = neon_aop.classFactory(window)
    plugin.initGui()
    assert registered_provider() is not None
    assert len(window.drop_handlers) == 1
    assert browser_names().count("neonaop") == 1
    assert window.buttons == [action for _, action in window.menu]
    assert [action.text() for action in window.buttons] == ["NEON spectrum", "NEON scatter"]
    plugin.unload()


def test_nothing_is_left_after_unloading(window):
    plugin = neon_aop.classFactory(window)
    plugin.initGui()
    plugin.unload()
    assert registered_provider() is None
    assert window.drop_handlers == window.buttons == window.menu == []
    assert "neonaop" not in browser_names()


def test_plugin_can_be_loaded_again(window):
    for _ in range(2):
        plugin = neon_aop.classFactory(window)
        plugin.initGui()
        assert registered_provider() is not None
        plugin.unload()


def test_plugin_that_was_never_started_unloads():
    neon_aop.classFactory(None).unload()


def test_processing_needs_no_window_modules(pytestconfig):
    """qgis_process must not load what belongs to the window."""
    program = (
        "import conftest, sys, neon_aop; neon_aop.classFactory(None);"
        "sys.exit(any(name.startswith('neon_aop.gui') for name in sys.modules))"
    )
    process = subprocess.run([sys.executable, "-c", program], cwd=pytestconfig.rootpath, capture_output=True, text=True)
    assert process.returncode == 0, process.stderr
