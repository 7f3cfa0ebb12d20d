"""The button of the dock of spectra."""

import subprocess
import sys

from neon_aop.gui.buttons import MENU
from neon_aop.gui.spectrum.action import SpectrumAction


def test_button_and_menu_lead_to_the_dock(window, action):
    assert window.buttons == [action.action]
    assert window.menu == [(MENU, action.action)]
    action.action.trigger()
    assert window.docks == [action.dock]
    assert window.mapCanvas().mapTool() is action.dock.tool
    assert action.action.isChecked()


def test_button_is_released_with_another_tool(window, action):
    action.open()
    window.mapCanvas().unsetMapTool(action.dock.tool)
    assert not action.action.isChecked()


def test_nothing_of_the_dock_is_left_in_the_window(window, hand, action):
    hand.click(3, 5)
    scene = window.mapCanvas().scene()
    items = list(action.dock._items)
    assert all(item.scene() is scene for item in items)
    action.remove()
    action.dock = None
    assert window.buttons == window.menu == window.docks == []
    assert window.mapCanvas().mapTool() is None
    assert all(item.scene() is None for item in items)
    # The fixture removes it again.
    action.__init__(window)


def test_missing_pyqtgraph_is_told(window, action, message_bar, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyqtgraph", None)
    action.action.trigger()
    assert action.dock is None and not action.action.isChecked()
    ((title, text, _),) = message_bar.messages
    assert title == "NEON spectrum" and "pyqtgraph" in text


def test_window_starts_without_the_dock(pytestconfig):
    """What the dock needs is imported when it is opened."""
    program = (
        "import conftest, sys, neon_aop.gui.desktop;"
        "sys.exit(any(name in sys.modules for name in ('neon_aop.gui.spectrum.dock', 'neon_aop.core.spectra.classes')))"
    )
    process = subprocess.run([sys.executable, "-c", program], cwd=pytestconfig.rootpath, capture_output=True, text=True)
    assert process.returncode == 0, process.stderr


def test_plugin_can_be_loaded_again(window):
    for _ in range(2):
        action = SpectrumAction(window)
        action.open()
        action.remove()
    assert window.docks == []
