# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads spectra one after the other, in tasks of QGIS."""

from __future__ import annotations

import os
from dataclasses import dataclass

from qgis.core import QgsProcessingUtils
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...algorithms.translation import tr
from ...core.compute.memory import PixelStore
from ...core.errors import ParameterError
from ...core.image.bands import Bands
from ...core.progress import Progress
from ...core.spectra.pixelspectra import open_spectra, pixels_around, pixels_in
from ...core.spectra.samples import Spread
from ..background import Background


@dataclass(frozen=True)
class Place:
    """What to read.

    Attributes
    ----------
    source : str or RasterChoice
        A tile, by its path, or a raster.
    x, y : float
        The centre of the box, in the coordinate reference system of the source.
    size : int
        How many pixels the box is high and wide.
    polygon : bytes
        In place of a box, as well-known binary; empty for a box.
    """

    source: object
    x: float
    y: float
    size: int = 1
    polygon: bytes = b""


@dataclass(frozen=True)
class Found:
    """A spectrum that was read; attributes as those of `core.spectra.pixelspectra.ImageSpectra`.

    Attributes
    ----------
    spread : Spread
    bands : Bands
    windows : tuple of (low, high)
    name : str
        Of the image.
    """

    spread: Spread
    bands: Bands
    windows: tuple[tuple[float, float], ...]
    name: str


class SpectrumReader(QObject):
    """Reads the spectra of places. The last image stays open until `close`.

    Signals
    -------
    found(key, Found)
    failed(key, str)
        Why nothing was read; empty when the user cancelled.
    progressed(float)
        How much of the running task is done, in percent; 100 when none is running any more.
    """

    found = pyqtSignal(object, object)
    failed = pyqtSignal(object, str)
    progressed = pyqtSignal(float)

    def __init__(self, parent=None):
        super().__init__(parent)
        # By key, in the order in which they were asked for; of a marker that is dragged, only the last place is read.
        self._wanted: dict[object, Place] = {}
        # What is open, and when its file was changed last, as a run may replace it.
        self._opened: tuple = ()
        self._spectra = None
        self._task: Background | None = None
        # Of the running task: its key, and what it does at the moment, empty when it does not say.
        self._key: object = None
        self.phase = ""
        self._is_closed = False

    @property
    def is_running(self) -> bool:
        return self._task is not None

    def waits_for(self, key) -> bool:
        """Tell whether a place is being read, or is waiting."""
        return key in self._wanted or (self.is_running and self._key == key)

    def read(self, key, place: Place) -> None:
        """Read a place, in place of another one that is still waiting under the same key."""
        self._is_closed = False
        self._wanted[key] = place
        self._start_next()

    def forget(self, key) -> None:
        """Read a place no more, unless it is being read."""
        self._wanted.pop(key, None)

    def cancel(self) -> None:
        """Stop reading, and forget what waits."""
        waiting, self._wanted = self._wanted, {}
        if self._task is not None:
            self._task.cancel()
        for key in waiting:
            self.failed.emit(key, "")

    def close(self) -> None:
        """Stop reading, and close the image, which removes its copy, now or when the running task has stopped."""
        self.cancel()
        self._is_closed = True
        if self._task is None:
            self._close_image()

    def _start_next(self) -> None:
        if self._task is not None or not self._wanted:
            return
        key, place = next(iter(self._wanted.items()))
        del self._wanted[key]
        is_open = self._opened == _as_it_is(place.source)
        task = Background(tr("Reading a spectrum"), lambda progress: self._read(place, progress), is_hidden=is_open)
        # Not bound methods, which are called no more once the dock is deleted: the image is to be closed.
        task.done.connect(lambda found: self._end(self.found, found))
        task.failed.connect(lambda problem: self._end(self.failed, problem))
        task.phase.connect(self._take_phase)
        task.progressChanged.connect(self.progressed)
        self._task, self._key, self.phase = task.start(), key, ""

    def _take_phase(self, phase: str) -> None:
        self.phase = phase

    def _read(self, place: Place, progress: Progress) -> Found:
        """Read a place; in the thread of the task, of which there is one at a time."""
        wanted = _as_it_is(place.source)
        if self._opened != wanted:
            self._close_image()
            self._spectra = open_spectra(place.source, PixelStore(QgsProcessingUtils.tempFolder()), progress)
            self._opened = wanted
        spectra = self._spectra
        if place.polygon:
            pixels = pixels_in(spectra.grid, place.polygon, spectra.grid.crs, progress)
        else:
            pixels = pixels_around(spectra.grid, place.x, place.y, place.size)
        if not len(pixels[0]):
            raise ParameterError(tr("This place lies outside {name}.").format(name=spectra.name))
        return Found(spectra.spread(*pixels, progress), spectra.bands, tuple(spectra.windows), spectra.name)

    def _end(self, signal, result) -> None:
        self._task, key = None, self._key
        if self._is_closed:
            self._close_image()
        self.progressed.emit(100.0)
        signal.emit(key, result)
        self._start_next()

    def _close_image(self) -> None:
        spectra, self._spectra, self._opened = self._spectra, None, ()
        if spectra is not None:
            spectra.close()


def _as_it_is(source) -> tuple:
    """Return a source with the time at which its file was changed last."""
    path = source if isinstance(source, str) else source.source
    return source, os.path.getmtime(path) if os.path.exists(path) else 0.0
