# SPDX-License-Identifier: GPL-2.0-or-later
"""Plots in docks: pyqtgraph, imported when the first plot is made, in the colours of QGIS's theme."""

from __future__ import annotations

from functools import partial

from qgis.PyQt.QtGui import QColor, QPalette

from ..algorithms.translation import tr
from ..core.errors import MissingPackageError
from ..core.extlibs import import_bundled
from ..core.wording import current_language

# Below this lightness of the background (0 to 1), text is white.
DARK = 0.5


def load_pyqtgraph():
    """Import pyqtgraph, which takes up to a second: call this when a dock is opened, not before.

    Raises
    ------
    MissingPackageError
        If it does not import.
    """
    try:
        return import_bundled("pyqtgraph")
    except Exception as error:  # With a Qt or NumPy that it does not know, it raises other errors than ImportError.
        raise MissingPackageError(
            tr(
                "Plots need the Python package pyqtgraph, which the Python of QGIS cannot import ({error}); "
                "the README says how to install it."
            ).format(error=error)
        ) from None


def new_plot(parent=None):
    """Return a pyqtgraph.PlotWidget in the colours of the theme, with numbers in the signs of the language.

    It has none of pyqtgraph's own menu and button: they are in English only, and their pictures cannot be read from a
    wheel.
    """
    plot = load_pyqtgraph().PlotWidget(parent)
    plot.setMenuEnabled(False)
    plot.hideButtons()
    for name in ("left", "bottom"):
        axis = plot.getAxis(name)
        axis.tickStrings = partial(_in_language, axis.tickStrings)
    colour_plot(plot)
    return plot


def _in_language(tick_strings, values, scale, spacing) -> list[str]:
    sign = current_language().decimal_point
    return [text.replace(".", sign) for text in tick_strings(values, scale, spacing)]


def colour_plot(plot) -> None:
    """Give a plot the colours of the theme; to be called again at QEvent.Type.PaletteChange.

    pyqtgraph's own options for colours are those of all plots in QGIS, also of other plugins, so they stay.
    """
    background, foreground = theme_colours(plot.palette())
    plot.setBackground(background)
    for name in ("left", "bottom", "right", "top"):
        axis = plot.getAxis(name)
        axis.setPen(foreground)
        axis.setTextPen(foreground)


def theme_colours(palette: QPalette) -> tuple[QColor, QColor]:
    """Return the colours of the background and of text.

    Text is black or white by the lightness of the background: dark themes of QGIS 3.22 have a dark Text.
    """
    background = palette.color(QPalette.ColorRole.Base)
    return background, QColor("white" if background.lightnessF() < DARK else "black")
