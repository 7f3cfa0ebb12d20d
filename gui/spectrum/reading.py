# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads spectra one after the other, in tasks of QGIS."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qgis.core import QgsApplication, QgsProcessingUtils, QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...algorithms.translation import tr
from ...core.compute.memory import PixelStore
from ...core.errors import Cancelled, NeonAopError, ParameterError
from ...core.image.bands import Bands
from ...core.progress import Progress
from ...core.spectra.pixelspectra import open_spectra, pixels_around, pixels_in
from ...core.spectra.samples import Spread


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
        self._source = None
        self._spectra = None
        # QGIS deletes a task to which Python has no reference.
        self._task: _ReadingTask | None = None
        self._is_closed = False

    @property
    def is_running(self) -> bool:
        return self._task is not None

    def waits_for(self, key) -> bool:
        """Tell whether a place is being read, or is waiting."""
        return key in self._wanted or (self._task is not None and self._task.key == key)

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
        self._task = _ReadingTask(lambda progress: self._read(place, progress), self._source == place.source)
        self._task.progressChanged.connect(self.progressed)
        self._task.key = key
        self._task.ended = lambda task: self._end(key, task)
        QgsApplication.taskManager().addTask(self._task)

    def _read(self, place: Place, progress: Progress) -> Found:
        """Read a place; in the thread of the task, of which there is one at a time."""
        if self._source != place.source:
            self._close_image()
            self._spectra = open_spectra(place.source, PixelStore(QgsProcessingUtils.tempFolder()), progress)
            self._source = place.source
        spectra = self._spectra
        if place.polygon:
            pixels = pixels_in(spectra.grid, place.polygon, spectra.grid.crs, progress)
        else:
            pixels = pixels_around(spectra.grid, place.x, place.y, place.size)
        if not len(pixels[0]):
            raise ParameterError(tr("This place lies outside {name}.").format(name=spectra.name))
        return Found(spectra.spread(*pixels, progress), spectra.bands, tuple(spectra.windows), spectra.name)

    def _end(self, key, task: _ReadingTask) -> None:
        self._task = None
        if self._is_closed:
            self._close_image()
        self.progressed.emit(100.0)
        error = task.error
        if error is None:
            self.found.emit(key, task.found)
        elif isinstance(error, (NeonAopError, MemoryError)):
            self.failed.emit(
                key, "" if isinstance(error, Cancelled) else str(error) or tr("There is too little memory.")
            )
        self._start_next()
        if error is not None and not isinstance(error, (NeonAopError, MemoryError)):
            raise error

    def _close_image(self) -> None:
        spectra, self._spectra, self._source = self._spectra, None, None
        if spectra is not None:
            spectra.close()


class _ReadingTask(QgsTask):
    """Runs a function in a thread, and keeps what it returns or raises."""

    def __init__(self, function: Callable[[Progress], Found], is_short: bool):
        flags = QgsTask.Flag.CanCancel
        # Else QGIS would announce the end of a long task, and the list of tasks blink with each click. QGIS 3.22 does
        # not have these flags.
        for name in ("Silent", "Hidden") if is_short else ("Silent",):
            flags |= getattr(QgsTask.Flag, name, flags)
        super().__init__(tr("Reading a spectrum"), flags)
        self._function = function
        self.found: Found | None = None
        self.error: Exception | None = None
        self.key: object = None
        self.ended: Callable[[_ReadingTask], None] = lambda task: None

    def run(self):
        # What a task raises is lost.
        try:
            self.found = self._function(_TaskProgress(self))
        except Exception as error:
            self.error = error
        return self.error is None

    def finished(self, done):
        if not done and self.error is None:
            # Cancelled before it ran, or as it ended.
            self.error = Cancelled("Cancelled.")
        self.ended(self)


class _TaskProgress(Progress):
    def __init__(self, task: QgsTask):
        self._task = task

    def report(self, fraction: float) -> None:
        self._task.setProgress(100.0 * fraction)

    def cancelled(self) -> bool:
        return self._task.isCanceled()
