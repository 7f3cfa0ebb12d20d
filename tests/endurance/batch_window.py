"""Fill the batch dialog of a real window of QGIS and run it, twice; `batch.py` starts QGIS with this.

The folder in BATCH_WORK has the rows in rows.json; pictures, and what became of the run, go there. The second time, all
rows look for BATCH_AGAIN classes.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path

from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog
from qgis.core import QgsApplication, QgsProcessingContext, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QTimer
from qgis.PyQt.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QPushButton,
    QTextEdit,
    QToolButton,
)
from qgis.utils import active_plugins, iface

WORK = Path(os.environ["BATCH_WORK"])
ALGORITHM = "neonaop:classifytiles"
AGAIN = int(os.environ["BATCH_AGAIN"])


def start() -> None:
    """Wait until the plugin is there."""
    if "neon_aop" in active_plugins:
        timer.stop()
        try:
            (WORK / "outcome.json").write_text(json.dumps(run_batch(json.loads((WORK / "rows.json").read_text()))))
            leave(0)
        except Exception:
            traceback.print_exc()
            leave(1)


def run_batch(rows: list[dict]) -> dict:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
    dialog = BatchAlgorithmDialog(algorithm, iface.mainWindow())
    dialog.resize(1500, 700)
    dialog.show()
    fill(dialog, rows)
    save(dialog, "filled")
    run(dialog)
    save(dialog, "done")
    log = "\n".join(log.toPlainText() for log in dialog.findChildren(QTextEdit))
    loaded = list(QgsProject.instance().mapLayers().values())
    set_classes(dialog.mainWidget(), AGAIN)
    dialog.showParameters()
    # Now over files whose layers are in the project.
    run(dialog)
    save(iface.mainWindow(), "map")
    for layer in loaded:
        layer.reload()
    return {
        "log": log,
        "layers": [layer.name() for layer in loaded if layer.isValid()],
        "highest": {layer.source(): highest_in(layer) for layer in loaded if layer.bandCount() == 1},
    }


def run(dialog) -> None:
    """Press the button and wait for the end: newer versions of QGIS run a batch in the background."""
    dialog.runButton().click()
    while dialog.cancelButton().isEnabled():
        QCoreApplication.processEvents()


def set_classes(panel, classes: int) -> None:
    for wrappers in panel.wrappers:
        wrappers[panel.parameter_to_column["CLUSTERS"]].setParameterValue(classes, QgsProcessingContext())


def highest_in(layer) -> float:
    """Return the highest value of a layer, as QGIS reads it."""
    block = layer.dataProvider().block(1, layer.extent(), layer.width(), layer.height())
    return max(block.value(row, column) for row in range(layer.height()) for column in range(layer.width()))


def fill(dialog, rows: list[dict]) -> None:
    panel, context = dialog.mainWidget(), QgsProcessingContext()
    panel.addRow(len(rows) - panel.batchRowCount())
    panel.checkLoadLayersOnCompletion.setChecked(True)
    for number, row in enumerate(rows):
        for name, value in row.items():
            column = panel.parameter_to_column[name]
            cell = panel.tblParameters.cellWidget(number + 1, column)
            if panel.alg.parameterDefinition(name).isDestination():
                cell.setValue(value)
            elif isinstance(value, list):
                choose_files(dialog, cell, value)
            else:
                panel.wrappers[number][column].setParameterValue(value, context)


def choose_files(dialog, cell, paths: list[str]) -> None:
    """Choose files as a user does: QGIS has no way in for scripts."""
    cell.findChild(QToolButton).click()
    QTimer.singleShot(0, lambda: type_names(paths))
    # This ends when the names are typed.
    visible_button(dialog, "Add File").click()
    visible_button(dialog, "OK").click()


def visible_button(dialog, beginning: str) -> QPushButton:
    buttons = dialog.findChildren(QPushButton)
    return next(button for button in buttons if button.isVisible() and button.text().startswith(beginning))


def type_names(paths: list[str]) -> None:
    """Type names into the dialog for choosing files, once it is open."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QFileDialog):
        dialog.findChild(QLineEdit).setText(" ".join(f'"{path}"' for path in paths))
        dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Open).click()
    else:
        QTimer.singleShot(20, lambda: type_names(paths))


def save(widget, name: str) -> None:
    for _ in range(20):
        QCoreApplication.processEvents()
    widget.grab().save(str(WORK / f"{name}.png"))


def leave(code: int) -> None:
    # Closing the window would ask whether to save the project.
    sys.stdout.flush()
    os._exit(code)


timer = QTimer(iface.mainWindow())
timer.timeout.connect(start)
timer.start(200)
