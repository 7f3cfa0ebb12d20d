"""Plots in the colours of the theme, and what is said where pyqtgraph is missing."""

import subprocess
import sys

import pytest
from qgis.PyQt.QtGui import QColor, QPalette

from neon_aop.core.errors import MissingPackageError
from neon_aop.core.wording import ENGLISH, Language, set_language
from neon_aop.gui import plots


def test_window_loads_no_pyqtgraph(pytestconfig):
    program = "import conftest, sys, neon_aop.gui.desktop; sys.exit('pyqtgraph' in sys.modules)"
    process = subprocess.run([sys.executable, "-c", program], cwd=pytestconfig.rootpath, capture_output=True, text=True)
    assert process.returncode == 0, process.stderr


def test_missing_pyqtgraph_is_explained(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyqtgraph", None)
    with pytest.raises(MissingPackageError, match=r"need the Python package pyqtgraph.*the README says how"):
        plots.load_pyqtgraph()


@pytest.mark.parametrize(("base", "text"), [("#ffffff", "black"), ("#222222", "white")])
def test_text_stands_out_from_the_background(qgis_app, base, text):
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor(base))
    palette.setColor(QPalette.ColorRole.Text, QColor("#111111"))
    assert plots.theme_colours(palette) == (QColor(base), QColor(text))


def test_plot_has_the_colours_of_its_theme(qgis_app):
    plot = plots.new_plot()
    palette = plot.palette()
    palette.setColor(QPalette.ColorRole.Base, QColor("#222222"))
    plot.setPalette(palette)
    plots.colour_plot(plot)
    assert plot.grab().toImage().pixelColor(2, 2) == QColor("#222222")
    assert plot.getAxis("left").textPen().color() == QColor("white")


@pytest.mark.parametrize(("sign", "ticks"), [(",", ["0,5", "1,0"]), (".", ["0.5", "1.0"])])
def test_numbers_on_the_axes_have_the_sign_of_the_language(qgis_app, sign, ticks):
    plot = plots.new_plot()
    set_language(Language("zz", str, decimal_point=sign))
    try:
        assert plot.getAxis("left").tickStrings([0.5, 1.0], 1, 0.5) == ticks
    finally:
        set_language(ENGLISH)
