# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock: a plot of spectra, and a list of what is on it."""

from __future__ import annotations

from contextlib import contextmanager
from html import escape

from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QMimeData, QRectF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon, QKeySequence, QPainter, QPixmap
from qgis.PyQt.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QSplitter,
    QStyledItemDelegate,
    QToolBar,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...algorithms.translation import tr
from ...core.errors import NeonAopError, OutputError
from ...core.progress import Progress
from ...core.spectra.reading import read_library
from ...core.spectra.sampletables import write_spectra
from ...core.wording import number
from .choosing import chosen_spectra
from .collection import SpectrumCollection
from .comparison import ClassComparison, in_words
from .export import as_text, named_spreads, point_layer
from .maptool import SpectrumTool
from .markers import LibrarySpectrum, Marker, MarkerItem, paint_number
from .plot import OF_LIBRARY, Curve, SpectrumPlot

# Boxes of these sizes can be averaged; 0 stands for a polygon.
SIZES = (1, 3, 5, 0)
_SPECTRUM = Qt.ItemDataRole.UserRole
_NAME, _DISTANCE, _ANGLE, _PIXELS, _PLACE = range(5)
_DONE = 100
# Size of a number in the list, larger than it is shown so that it is sharp on every screen.
_DISC = 64


class SpectrumDock(QgsDockWidget):
    """Shows the spectra of places that are clicked on the map.

    Parameters
    ----------
    iface : QgisInterface

    Signals
    -------
    tool_wanted()
        The tool is to be chosen for the map.
    """

    tool_wanted = pyqtSignal()

    def __init__(self, iface):
        super().__init__(tr("NEON spectrum"), iface.mainWindow())
        self.setObjectName("NeonAopSpectrum")
        self._iface = iface
        self._canvas = iface.mapCanvas()
        self._items: list[MarkerItem] = []
        self._is_filling = False
        self.collection = SpectrumCollection(self._canvas, iface.activeLayer, self)
        self._comparison = ClassComparison(self._canvas)
        self.tool = SpectrumTool(self._canvas, self._number_at)
        self.plot = SpectrumPlot()
        self.list = self._make_list()
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.RichText)
        self.progress = QProgressBar()
        self.progress.setMinimumWidth(260)
        self.cancel_button = QToolButton()
        self.cancel_button.setText(tr("Cancel"))
        self._arrange()
        self._connect()
        self._show_hint()
        self._refresh()

    def _arrange(self) -> None:
        """Put the parts into the dock."""
        splitter = QSplitter()
        splitter.addWidget(self.plot)
        splitter.addWidget(self.list)
        splitter.setSizes([600, 400])
        below = QHBoxLayout()
        below.addWidget(self.message, 1)
        below.addWidget(self.progress)
        below.addWidget(self.cancel_button)
        self.progress.hide()
        self.cancel_button.hide()
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(4, 0, 4, 4)
        layout.setSpacing(2)
        layout.addWidget(self._make_tools())
        layout.addWidget(splitter, 1)
        layout.addLayout(below)
        self.setWidget(inside)

    def _connect(self) -> None:
        collection, tool = self.collection, self.tool
        collection.changed.connect(self._refresh)
        collection.message_changed.connect(self._show_message)
        collection.reader.progressed.connect(self._show_progress)
        tool.clicked.connect(lambda point: collection.add(point, self.size.currentData() or 1))
        tool.move_requested.connect(collection.move_current)
        tool.dragged.connect(collection.move_current)
        tool.outlined.connect(collection.add_polygon)
        tool.number_pressed.connect(collection.choose)
        tool.stepped.connect(collection.step_current)
        tool.removed.connect(lambda: collection.remove(collection.current))
        self.cancel_button.clicked.connect(collection.reader.cancel)
        self.plot.pointed.connect(self._show_values)
        self.list.currentItemChanged.connect(self._choose_item)
        self.list.itemChanged.connect(self._change_item)
        # The copy of a tile is not kept for a dock that nobody looks at.
        self.closed.connect(collection.reader.close)
        self._canvas.destinationCrsChanged.connect(self._place_items)
        # The class of a place is that of the maps that are shown.
        self._canvas.layersChanged.connect(self._refresh_if_open)
        QgsProject.instance().cleared.connect(collection.forget)

    def _make_list(self) -> QTreeWidget:
        found = QTreeWidget()
        found.setHeaderLabels([tr("Spectrum"), tr("Distance"), tr("Angle"), tr("Pixels"), tr("Place")])
        found.headerItem().setToolTip(_DISTANCE, tr("Euclidean distance to the centre of the class, in reflectance"))
        found.headerItem().setToolTip(_ANGLE, tr("Spectral angle to the centre of the class"))
        found.setAlternatingRowColors(True)
        found.setRootIsDecorated(False)
        only_shown = _OnlyShown(found)
        for column in range(_NAME + 1, found.columnCount()):
            found.setItemDelegateForColumn(column, only_shown)
        return found

    def _make_tools(self) -> QToolBar:
        tools = QToolBar()
        tools.setIconSize(self._iface.iconSize(True))
        pick = tools.addAction(_icon("mActionIdentify.svg"), tr("Choose places on the map"))
        pick.triggered.connect(self.tool_wanted)
        self.size = QComboBox()
        for size, text in zip(SIZES, (tr("1 pixel"), tr("Mean of 3 x 3"), tr("Mean of 5 x 5"), tr("Mean of polygon"))):
            self.size.addItem(text, size)
        self.size.setToolTip(
            tr("What a click reads. Of a polygon, click the corners, and end it with the right mouse button.")
        )
        self.size.currentIndexChanged.connect(self._change_size)
        tools.addWidget(self.size)
        tools.addSeparator()
        tools.addAction(
            _icon("mActionAddOgrLayer.svg"), tr("Add spectra of a library or of samples..."), self._add_library
        )
        tools.addAction(_icon("mActionStyleManager.svg"), tr("Choose the table of the classes..."), self._choose_table)
        tools.addSeparator()
        tools.addAction(_icon("mActionZoomFullExtent.svg"), tr("Show whole spectra"), self.plot.zoom_to_all)
        legend = tools.addAction(_icon("mActionAddLegend.svg"), tr("Legend"))
        legend.setCheckable(True)
        legend.toggled.connect(self.plot.show_legend)
        self.is_fixed = QCheckBox(tr("Range"))
        self.is_fixed.setToolTip(tr("Keep the same range of reflectance, whatever the spectra are."))
        self.low, self.high = (_reflectance(value) for value in (0.0, 0.6))
        for widget in (self.is_fixed, self.low, self.high):
            tools.addWidget(widget)
        self.is_fixed.toggled.connect(self._change_range)
        for box in (self.low, self.high):
            box.valueChanged.connect(self._change_range)
        tools.addSeparator()
        tools.addAction(_icon("mActionEditCopy.svg"), tr("Copy values and picture"), self.copy)
        tools.addWidget(self._make_export())
        tools.addSeparator()
        remove = tools.addAction(
            _icon("mActionDeleteSelected.svg"), tr("Remove the chosen spectrum"), self._remove_chosen
        )
        remove.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.list.addAction(remove)
        tools.addAction(_icon("mActionRemove.svg"), tr("Remove all spectra"), self.collection.clear)
        return tools

    def _make_export(self) -> QToolButton:
        button = QToolButton()
        button.setIcon(_icon("mActionFileSaveAs.svg"))
        button.setToolTip(tr("Save"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addAction(tr("Table (CSV)..."), lambda: self._save(tr("Tables (*.csv)"), ".csv", self.write_csv))
        menu.addAction(tr("Picture (PNG)..."), lambda: self._save(tr("Pictures (*.png)"), ".png", self.write_png))
        menu.addAction(tr("Drawing (SVG)..."), lambda: self._save(tr("Drawings (*.svg)"), ".svg", self.plot.write_svg))
        menu.addSeparator()
        menu.addAction(tr("Markers as a layer of points"), self.add_layer)
        button.setMenu(menu)
        return button

    # What is shown

    def _refresh(self) -> None:
        """Show the spectra, their list and the markers anew."""
        collection = self.collection
        curves, windows = [], ()
        self._fill_list()
        for marker in collection.markers:
            if marker.found is None or not marker.is_shown:
                continue
            found, is_current = marker.found, marker is collection.current
            windows = windows or found.windows
            curve = Curve(
                name=marker.title,
                colour=marker.colour,
                wavelengths=found.bands.wavelengths,
                values=found.spread.mean,
                windows=found.windows,
                limits=(found.spread.low, found.spread.high) if is_current and found.spread.count > 1 else None,
                is_current=is_current,
            )
            curves.insert(0, curve) if is_current else curves.append(curve)
        if collection.current is not None and collection.current.is_shown:
            curves += [match.curve for match in self._matches(collection.current)[0] if match.curve is not None]
        for spectrum in collection.library:
            if spectrum.is_shown:
                name, colour = spectrum.name, spectrum.colour
                curves.append(Curve(name, colour, spectrum.bands.wavelengths, spectrum.values, OF_LIBRARY, windows))
        self.plot.draw(curves, windows)
        self._place_items()

    def _refresh_if_open(self) -> None:
        if self.isVisible() and self.collection.markers:
            self._refresh()

    def _fill_list(self) -> None:
        """List the spectra. Items stay, as the user may be changing or double-clicking one."""
        collection = self.collection
        spectra = [*collection.markers, *collection.library]
        self._is_filling = True
        while self.list.topLevelItemCount() > len(spectra):
            self.list.takeTopLevelItem(self.list.topLevelItemCount() - 1)
        while self.list.topLevelItemCount() < len(spectra):
            self.list.addTopLevelItem(QTreeWidgetItem())
        for place, spectrum in enumerate(spectra):
            item = self.list.topLevelItem(place)
            item.takeChildren()
            item.setData(_NAME, _SPECTRUM, spectrum)
            if isinstance(spectrum, Marker):
                self._fill_marker(item, spectrum)
            else:
                _fill_library(item, spectrum)
            if spectrum is collection.current:
                self.list.setCurrentItem(item)
        self._is_filling = False
        for column in range(self.list.columnCount()):
            self.list.resizeColumnToContents(column)
        self.list.setColumnWidth(_NAME, min(self.list.columnWidth(_NAME), 6 * self.list.width() // 10))

    def _fill_marker(self, item: QTreeWidgetItem, marker: Marker) -> None:
        _fill_name(item, marker.title, _disc(marker), marker.is_shown)
        item.setText(_PLACE, f"{number(marker.point.x(), '.1f')}, {number(marker.point.y(), '.1f')}")
        pixels = image = ""
        if marker.found is not None:
            is_waiting = self.collection.reader.waits_for(marker.number)
            pixels = "..." if is_waiting else number(marker.found.spread.count, ",")
            image = marker.found.name
        item.setText(_PIXELS, pixels)
        _set_tip(item, image)
        matches, note = self._matches(marker) if marker is self.collection.current else ([], "")
        for match in matches:
            child = QTreeWidgetItem(item, [match.label, *in_words(match), "", match.role])
            child.setIcon(_NAME, _swatch(match.colour))
            _set_tip(child, f"{match.role}: {match.label}")
        waiting = "" if marker.found else tr("Reading...")
        for text in filter(None, (marker.problem or waiting, note)):
            child = QTreeWidgetItem(item, [text])
            child.setFirstColumnSpanned(True)
            _set_tip(child, text)
        item.setExpanded(True)

    def _matches(self, marker: Marker):
        return self._comparison.matches(marker, self.collection.class_table)

    def _place_items(self) -> None:
        """Draw the markers on the map, if the dock is open."""
        self._remove_items()
        if not self.isVisible():
            return
        for marker in self.collection.markers:
            item = MarkerItem(self._canvas, marker)
            item.is_current = marker is self.collection.current
            self._items.append(item)

    def _remove_items(self) -> None:
        for item in self._items:
            self._canvas.scene().removeItem(item)
        self._items = []

    def _number_at(self, position) -> int | None:
        found = (item.marker.number for item in reversed(self._items) if item.disc_contains(position))
        return next(found, None)

    def _show_hint(self) -> None:
        self._show_message("")

    def _show_message(self, text: str) -> None:
        hint = tr(
            "Click on the map: a spectrum. Ctrl+click, drag the number, or arrow keys (Shift: 10 pixels): move it. "
            "Del: remove it."
        )
        self.message.setText(f"<b>{escape(text)}</b>".replace("\n", "<br>") if text else hint)

    def _show_values(self, wavelength: float | None) -> None:
        if wavelength is None:
            self._show_hint()
        else:
            self.message.setText(self.plot.text_at(wavelength))

    def _show_progress(self, percent: float) -> None:
        is_running = 0 < percent < _DONE
        self.progress.setVisible(is_running)
        self.cancel_button.setVisible(is_running)
        self.progress.setValue(int(percent))
        if is_running:
            self.progress.setFormat(f"{self.collection.reader.phase} %p %")

    # What the user does

    def _choose_item(self, item: QTreeWidgetItem | None) -> None:
        if self._is_filling or item is None:
            return
        chosen = (item.parent() or item).data(_NAME, _SPECTRUM)
        if isinstance(chosen, Marker):
            self.collection.choose(chosen.number)

    def _change_item(self, item: QTreeWidgetItem, column: int) -> None:
        spectrum = item.data(_NAME, _SPECTRUM)
        if not self._is_filling and spectrum is not None:
            name = item.text(_NAME).strip()
            is_own = isinstance(spectrum, Marker) and name == spectrum.title and not spectrum.name
            is_shown = item.checkState(_NAME) == Qt.CheckState.Checked
            self.collection.rename(spectrum, "" if is_own else name, is_shown)

    def _change_size(self) -> None:
        size = self.size.currentData()
        self.tool.draw_polygons(size == 0)
        if size:
            self.collection.resize_current(size)
        self.tool_wanted.emit()

    def _change_range(self) -> None:
        is_range = self.is_fixed.isChecked() and self.low.value() < self.high.value()
        self.plot.set_range((self.low.value(), self.high.value()) if is_range else None)

    def _remove_chosen(self) -> None:
        item = self.list.currentItem()
        chosen = (item.parent() or item).data(_NAME, _SPECTRUM) if item else self.collection.current
        self.collection.remove(chosen)

    def _add_library(self) -> None:
        kinds = tr("Spectra (*.csv *.sli *.hdr *.txt *.asd);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self, tr("Spectra of a library or of samples"), "", kinds)
        if path:
            self.add_library(path)

    def add_library(self, path: str) -> None:
        """Add spectra of a file, of which the user chooses some where there are several."""
        notes = _Notes()
        with self._told_errors():
            library = read_library(path, notes)
            if not library.bands.have_wavelengths:
                self._show_message(tr("{path} does not say at which wavelengths its bands lie.").format(path=path))
                return
            chosen = chosen_spectra(library, self)
            names = [library.names[index] or _class_name(library, index) for index in chosen]
            self.collection.add_library(names, library.bands, library.spectra[chosen])
            self._show_message("\n".join(notes.texts))

    def _choose_table(self) -> None:
        kinds = tr("Tables of classes or samples (*.csv);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self, tr("Table of the classes"), "", kinds)
        if path:
            self.collection.use_class_table(path)

    def _spectra(self) -> list:
        return named_spreads(self.collection.markers, self.collection.library, self._class_number)

    def _class_number(self, marker: Marker) -> int | None:
        matches = self._matches(marker)[0]
        return matches[0].number if matches else None

    def copy(self) -> None:
        """Copy the values, for a spreadsheet, and the picture."""
        data = QMimeData()
        data.setText(as_text(self._spectra()))
        data.setImageData(self.plot.picture())
        QApplication.clipboard().setMimeData(data)

    def _save(self, kinds: str, ending: str, write) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Save spectra"), "", kinds)
        if path:
            with self._told_errors():
                write(path if path.lower().endswith(ending) else path + ending)

    def write_csv(self, path: str) -> None:
        """Write a table, which has the columns of the statistics of Sample spectra."""
        write_spectra(path, self._spectra())

    def write_png(self, path: str) -> None:
        """Write the plot as a picture."""
        if not self.plot.picture().save(path, "PNG"):
            raise OutputError(tr("{path} cannot be written; choose another place.").format(path=path))

    def add_layer(self) -> None:
        """Add the markers to the map as a layer of points with their spectra."""
        if any(marker.found is not None for marker in self.collection.markers):
            QgsProject.instance().addMapLayer(point_layer(self.collection.markers, self._class_number))

    @contextmanager
    def _told_errors(self):
        try:
            yield
        except NeonAopError as error:
            self._show_message(str(error))

    def showEvent(self, event):
        super().showEvent(event)
        self._place_items()

    def hideEvent(self, event):
        super().hideEvent(event)
        self._remove_items()

    def remove(self) -> None:
        """Leave nothing in the window of QGIS."""
        QgsProject.instance().cleared.disconnect(self.collection.forget)
        self._canvas.destinationCrsChanged.disconnect(self._place_items)
        self._canvas.layersChanged.disconnect(self._refresh_if_open)
        self._remove_items()
        self._canvas.unsetMapTool(self.tool)
        self.collection.reader.close()
        self.plot.remove()
        self._iface.removeDockWidget(self)
        self.deleteLater()


class _OnlyShown(QStyledItemDelegate):
    """For columns that the user cannot change; Qt has flags for whole rows only."""

    def createEditor(self, parent, option, index):
        return None


class _Notes(Progress):
    """Keeps what the user should know of a file."""

    def __init__(self):
        self.texts: list[str] = []

    def warn(self, text: str) -> None:
        self.texts.append(text)


def _class_name(library, index: int) -> str:
    return tr("class {number}").format(number=library.numbers[index]) if library.numbers else tr("unnamed")


def _fill_library(item: QTreeWidgetItem, spectrum: LibrarySpectrum) -> None:
    _fill_name(item, spectrum.name, _swatch(spectrum.colour), spectrum.is_shown)
    item.setText(_PIXELS, "")
    item.setText(_PLACE, tr("library"))
    _set_tip(item, "")


def _fill_name(item: QTreeWidgetItem, name: str, icon: QIcon, is_shown: bool) -> None:
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable)
    item.setText(_NAME, name)
    item.setIcon(_NAME, icon)
    item.setCheckState(_NAME, Qt.CheckState.Checked if is_shown else Qt.CheckState.Unchecked)


def _set_tip(item: QTreeWidgetItem, text: str) -> None:
    # Names of files and libraries may hold signs that Qt takes for tags.
    item.setToolTip(_NAME, f"<span>{escape(text)}</span>" if text else "")


def _swatch(colour: QColor) -> QIcon:
    pixels = QPixmap(12, 12)
    pixels.fill(colour)
    return QIcon(pixels)


def _disc(marker: Marker) -> QIcon:
    """Return the number of a marker as it is on the map."""
    pixels = QPixmap(_DISC, _DISC)
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    paint_number(painter, QRectF(1, 1, _DISC - 2, _DISC - 2), marker)
    painter.end()
    return QIcon(pixels)


def _icon(name: str) -> QIcon:
    return QgsApplication.getThemeIcon(f"/{name}")


def _reflectance(value: float) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(-1.0, 2.0)
    box.setDecimals(2)
    box.setSingleStep(0.05)
    box.setValue(value)
    return box
