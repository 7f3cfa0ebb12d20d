# SPDX-License-Identifier: GPL-2.0-or-later
"""The dialog of the algorithms: QGIS's own, with its labels, its list of tiles and its advanced results put right."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsVectorLayer,
)
from qgis.PyQt.QtWidgets import QGroupBox

from .parameters.tiles import TilesParameter, paths_in
from .translation import tr


def algorithm_dialog(algorithm, parent):
    """Return QGIS's dialog of an algorithm, changed in three ways; None where QGIS has another kind (from 4.2).

    Runs opened from the history show their list of tiles. An input that another one may stand for is not called
    optional, but the other one is named. Advanced results are among the advanced parameters.
    """
    try:
        from processing.gui.AlgorithmDialog import AlgorithmDialog
    except ImportError:
        return None

    class Dialog(AlgorithmDialog):
        def setParameters(self, parameters):
            names = [one.name() for one in algorithm.parameterDefinitions() if isinstance(one, TilesParameter)]
            shown = {name: as_layers(value) if name in names else value for name, value in parameters.items()}
            super().setParameters(shown)

    dialog = Dialog(algorithm, parent=parent)
    panel = dialog.mainWidget()
    set_labels(algorithm, panel.wrappers)
    move_advanced_results(algorithm, panel)
    return dialog


def as_layers(value):
    """Return layers with the paths as sources, which are never opened; other values are returned unchanged.

    The dialog lists the sources of layers. It tries to open plain paths as layers, and lists none when that fails
    (https://github.com/qgis/QGIS/issues/66029).
    """
    paths = paths_in(value)
    return value if paths is None else [QgsVectorLayer(path, path, "none") for path in paths]


def set_labels(algorithm, wrappers: dict) -> None:
    """Write what is needed in place of "[optional]", and nothing at choices, which always have a value."""
    for definition in algorithm.parameterDefinitions():
        wrapper = wrappers[definition.name()]
        if isinstance(definition, QgsProcessingParameterBoolean):
            wrapper.wrappedWidget().setText(definition.description())
            continue
        others = [
            algorithm.parameterDefinition(name).description() for name in algorithm.alternatives(definition.name())
        ]
        if others:
            text = tr("{label} [or {others}]").format(label=definition.description(), others=", ".join(others))
        elif isinstance(definition, QgsProcessingParameterEnum) and not definition.allowMultiple():
            text = definition.description()
        else:
            continue
        wrapper.wrappedLabel().setText(text)


def move_advanced_results(algorithm, panel) -> None:
    """Move results that are advanced into the group of advanced parameters, which QGIS fills with inputs only."""
    group = panel.findChild(QGroupBox, "grpAdvanced")
    if group is None:
        return
    for definition in algorithm.destinationParameterDefinitions():
        if definition.flags() & QgsProcessingParameterDefinition.Flag.FlagAdvanced:
            wrapper = panel.wrappers[definition.name()]
            for widget in (wrapper.wrappedLabel(), wrapper.wrappedWidget()):
                group.layout().addWidget(widget)
