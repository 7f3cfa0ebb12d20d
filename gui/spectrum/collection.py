# SPDX-License-Identifier: GPL-2.0-or-later
"""The spectra that the dock shows: those of markers, and those of libraries."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsCoordinateTransform, QgsGeometry, QgsPointXY, QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QColor

from ...algorithms.translation import tr
from ...core.image.bands import Bands
from ..mapcoordinates import transformed
from .markers import COLOURS, LibrarySpectrum, Marker
from .reading import Found, SpectrumReader
from .saving import library_spectrum_of, library_state, marker_of, marker_state, readable
from .sources import contains, layer_with_spectra, pixel_centre, pixel_size, source_of


class SpectrumCollection(QObject):
    """Markers with their spectra, of which one is the current one, and spectra of libraries.

    Parameters
    ----------
    canvas : QgsMapCanvas
    active_layer : callable
        Returns the layer that is chosen in the list of layers.

    Signals
    -------
    changed()
        Something is to be shown anew.
    message_changed(str)
        Something that the user should know; empty when it holds no longer.
    """

    changed = pyqtSignal()
    message_changed = pyqtSignal(str)

    def __init__(self, canvas, active_layer, parent=None):
        super().__init__(parent)
        self._canvas = canvas
        self._active_layer = active_layer
        self.markers: list[Marker] = []
        self.current: Marker | None = None
        self.library: list[LibrarySpectrum] = []
        # Table of classes that the user chose; empty for that which the map remembers.
        self.class_table = ""
        self.reader = SpectrumReader(self)
        self.reader.found.connect(self._take)
        self.reader.failed.connect(self._take_failure)
        self.reader.warned.connect(self.message_changed)

    def add(self, point: QgsPointXY, size: int) -> None:
        """Add a marker at a place on the map, for a box of some pixels."""
        self._add(QgsGeometry.fromPointXY(point), point, size)

    def add_polygon(self, polygon: QgsGeometry) -> None:
        """Add a marker for a polygon on the map."""
        self._add(polygon, polygon.pointOnSurface().asPoint(), 0)

    def _add(self, geometry: QgsGeometry, point: QgsPointXY, size: int) -> None:
        layer = self._layer_at(point)
        if layer is None:
            return
        taken = {marker.number for marker in self.markers}
        lowest = next(number for number in range(1, len(taken) + 2) if number not in taken)
        marker = Marker(lowest, geometry, layer.crs(), layer.id(), pixel_size(layer), size)
        if size:
            marker.geometry = QgsGeometry.fromPointXY(pixel_centre(layer, self._in_layer(point, layer)))
        else:
            marker.geometry.transform(self._to(layer))
        self.markers.append(marker)
        self.current = marker
        self._read(marker)

    def move_current(self, point: QgsPointXY) -> None:
        """Move the current marker to a place on the map."""
        marker = self.current
        layer = None if marker is None else self._layer_at(point, self._layer_of(marker))
        if layer is None:
            return
        there = self._in_layer(point, layer)
        if marker.size:
            marker.geometry = QgsGeometry.fromPointXY(pixel_centre(layer, there))
        elif layer.crs() == marker.crs:
            here = marker.point
            marker.geometry.translate(there.x() - here.x(), there.y() - here.y())
        else:
            return
        marker.crs, marker.layer_id, marker.pixel = layer.crs(), layer.id(), pixel_size(layer)
        self._read(marker)

    def step_current(self, columns: int, rows: int) -> None:
        """Move the current marker by pixels, to the right and downwards, where the image goes on there."""
        marker = self.current
        layer = self._layer_of(marker) if marker else None
        if layer is None:
            return
        marker.move_by(columns, rows)
        if not contains(layer, marker.point, marker.crs):
            marker.move_by(-columns, -rows)
            return
        self._read(marker)

    def resize_current(self, size: int) -> None:
        """Let the current marker be for a box of another size, unless it is for a polygon."""
        if self.current is not None and self.current.size not in (0, size):
            self.current.size = size
            self._read(self.current)

    def choose(self, number: int) -> None:
        """Make a marker the current one."""
        chosen = self._numbered(number)
        if chosen is not None and chosen is not self.current:
            self.current = chosen
            self.changed.emit()

    def remove(self, chosen: Marker | LibrarySpectrum | None) -> None:
        """Remove a marker or a spectrum of a library."""
        if isinstance(chosen, Marker):
            self.reader.forget(chosen.number)
            self.markers.remove(chosen)
            if self.current is chosen:
                self.current = self.markers[-1] if self.markers else None
        elif chosen is not None:
            self.library.remove(chosen)
        self._change()

    def clear(self) -> None:
        """Remove all spectra."""
        self.reader.cancel()
        self.markers, self.current, self.library = [], None, []
        self._change()

    def forget(self) -> None:
        """Remove everything, and close the image, as another project begins."""
        self.restore({})
        self.reader.close()

    def add_library(self, names, bands: Bands, spectra: np.ndarray) -> None:
        """Add spectra of a library, shape (spectra, bands)."""
        for name, values in zip(names, spectra):
            colour = QColor(COLOURS[-1 - len(self.library) % len(COLOURS)])
            self.library.append(LibrarySpectrum(name, bands, values, colour))
        self._change()

    def rename(self, chosen: Marker | LibrarySpectrum, name: str, is_shown: bool) -> None:
        """Change the name of a spectrum, and whether it is on the plot."""
        if (chosen.name, chosen.is_shown) != (name, is_shown):
            chosen.name, chosen.is_shown = name, is_shown
            self._change()

    def use_class_table(self, path: str) -> None:
        """Compare with the classes of a table."""
        self.class_table = path
        self._change()

    def _read(self, marker: Marker) -> None:
        layer = self._layer_of(marker)
        source = source_of(layer)
        if source is None:
            marker.problem = tr("The layer of this spectrum is gone.")
        else:
            marker.problem = ""
            self.reader.read(marker.number, marker.place(source))
        self._change()

    def _take(self, number: int, found: Found) -> None:
        marker = self._numbered(number)
        if marker is not None:
            marker.found, marker.problem = found, ""
            self.message_changed.emit("")
            self._change()

    def _take_failure(self, number: int, problem: str) -> None:
        marker = self._numbered(number)
        if marker is None:
            return
        if problem:
            marker.found, marker.problem = None, problem
        elif marker.found is None:
            self.remove(marker)
        self.message_changed.emit(problem)
        self.changed.emit()

    def _numbered(self, number: int) -> Marker | None:
        return next((marker for marker in self.markers if marker.number == number), None)

    def _change(self) -> None:
        QgsProject.instance().setDirty(True)
        self.changed.emit()

    def _layer_of(self, marker: Marker):
        return QgsProject.instance().mapLayer(marker.layer_id)

    def _layer_at(self, point: QgsPointXY, preferred=None):
        """Return the layer that gives the spectrum of a place on the map; None where there is none, which is told."""
        canvas = self._canvas
        crs = canvas.mapSettings().destinationCrs()
        layer = layer_with_spectra(point, crs, preferred or self._active_layer(), canvas.layers())
        if layer is None:
            self.message_changed.emit(
                tr(
                    "No layer has spectra at this place. Drop a tile (.h5) on the map, or add cleaned reflectance or "
                    "another raster with wavelengths."
                )
            )
        return layer

    def _in_layer(self, point: QgsPointXY, layer) -> QgsPointXY:
        return transformed(point, self._canvas.mapSettings().destinationCrs(), layer.crs())

    def _to(self, layer):
        return QgsCoordinateTransform(self._canvas.mapSettings().destinationCrs(), layer.crs(), QgsProject.instance())

    def state(self) -> dict:
        """Return everything as JSON holds it, with the spectra, so that no file is read to show them again."""
        return {
            "markers": [marker_state(marker) for marker in self.markers],
            "current": self.current and self.current.number,
            "library": [library_state(one) for one in self.library],
            "class_table": self.class_table and QgsProject.instance().writePath(self.class_table),
        }

    def restore(self, state: dict) -> None:
        """Show what `state` returned, in place of all else; what makes no sense is left out."""
        self.reader.cancel()
        self.markers = readable(marker_of, state.get("markers"))
        self.library = readable(library_spectrum_of, state.get("library"))
        by_number = {marker.number: marker for marker in self.markers}
        self.current = by_number.get(state.get("current"))
        path = state.get("class_table")
        self.class_table = QgsProject.instance().readPath(path) if isinstance(path, str) else ""
        self.changed.emit()
