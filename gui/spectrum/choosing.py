# SPDX-License-Identifier: GPL-2.0-or-later
"""Which spectra of a library are to be shown."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QAbstractItemView, QDialog, QDialogButtonBox, QLineEdit, QListWidget, QVBoxLayout

from ...algorithms.translation import tr

# So many are shown without asking.
_FEW = 3


def chosen_spectra(library, parent) -> list[int]:
    """Return the places of the spectra of a `SpectralLibrary` that the user chooses; all where there are few."""
    if len(library) <= _FEW:
        return list(range(len(library)))
    dialog = LibraryDialog(library.names, parent)
    return dialog.chosen if dialog.exec() == QDialog.DialogCode.Accepted else []


class LibraryDialog(QDialog):
    """A list of names, which a text narrows down."""

    def __init__(self, names, parent=None):
        super().__init__(parent)
        self.setWindowTitle(tr("Spectra of the library"))
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Part of the name"))
        self.filter.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.addItems([name or tr("unnamed") for name in names])
        self.list.setCurrentRow(0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self.filter, self.list, buttons):
            layout.addWidget(widget)
        self.filter.textChanged.connect(self._narrow_down)
        self.list.itemDoubleClicked.connect(self.accept)
        self.resize(420, 480)

    @property
    def chosen(self) -> list[int]:
        """Places of the chosen names, those that the text hides excepted."""
        rows = range(self.list.count())
        return [row for row in rows if self.list.item(row).isSelected() and not self.list.item(row).isHidden()]

    def _narrow_down(self, text: str) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(text.lower() not in item.text().lower())
