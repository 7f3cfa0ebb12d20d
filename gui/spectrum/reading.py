# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads spectra one after the other, in tasks of QGIS."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass

from qgis.core import QgsProcessingUtils
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...algorithms.translation import tr
from ...core.compute.memory import PixelStore
from ...core.errors import ParameterError
from ...core.image.bands import Bands
from ...core.progress import Progress
from ...core.spectra.pixelspectra import ImageSpectra, open_spectra, pixels_around, pixels_in
from ...core.spectra.samples import Spread
from ..background import Background

# Tasks of fewer seconds show no progress, which would only flicker.
_SHORT_TASK = 0.3


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

    An image that is slow to read pixel by pixel is copied after its first spectrum; other places in it wait for that.

    Signals
    -------
    found(key, Found)
    failed(key, str)
        Why nothing was read; empty when the user cancelled.
    warned(str)
        Why an image stays slow.
    progressed(float)
        How much of the running task is done, in percent, unless it is short; 100 when none is running any more.
    """

    found = pyqtSignal(object, object)
    failed = pyqtSignal(object, str)
    warned = pyqtSignal(str)
    progressed = pyqtSignal(float)

    def __init__(self, parent=None):
        super().__init__(parent)
        # By key, in the order in which they were asked for; of a marker that is dragged, only the last place is read.
        self._wanted: dict[object, Place] = {}
        # What is open, and when its file was changed last, as a run may replace it.
        self._opened: tuple = ()
        self._spectra: ImageSpectra | None = None
        self._task: Background | None = None
        # Of the running task: the key of what it reads, None while it copies, and what it does at the moment.
        self._key: object = None
        self.phase = ""
        self._is_copy_due = False
        self._is_closed = False
        # When the running task was started, in seconds.
        self._started = 0.0

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
        if self.is_running and self._key is None and not self._is_open(place):
            # The copy would be of no use for this place.
            self._task.cancel()
        self._start_next()

    def forget(self, key) -> None:
        """Read a place no more, unless it is being read."""
        self._wanted.pop(key, None)

    def cancel(self) -> None:
        """Stop reading and copying, and forget what waits."""
        waiting, self._wanted = self._wanted, {}
        self._is_copy_due = False
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
        if self._task is not None:
            return
        key, place = next(iter(self._wanted.items()), (None, None))
        if self._is_copy_due and (place is None or self._is_open(place)):
            self._start_copy()
        elif place is not None:
            del self._wanted[key]
            self._start_reading(key, place)

    def _start_reading(self, key, place: Place) -> None:
        is_short = self._is_open(place) and not self._spectra.is_slow
        task = Background(tr("Reading a spectrum"), lambda progress: self._read(place, progress), is_hidden=is_short)
        # Not bound methods, which are called no more once the dock is deleted: the image is to be closed.
        task.done.connect(lambda found: self._end_reading(key, found))
        task.failed.connect(lambda problem: self._end(lambda: self.failed.emit(key, problem)))
        self._start(task, key)

    def _start_copy(self) -> None:
        self._is_copy_due = False
        task = Background(tr("Copying a tile, so that its spectra come at once"), self._spectra.copy)
        task.done.connect(lambda _: self._end(lambda: None))
        task.failed.connect(lambda problem: self._end(lambda: self._warn(problem)))
        self._start(task, None)

    def _start(self, task: Background, key) -> None:
        task.phase.connect(self._take_phase)
        task.progressChanged.connect(self._take_progress)
        self._started = time.monotonic()
        self._task, self._key, self.phase = task.start(), key, ""

    def _take_progress(self, percent: float) -> None:
        if time.monotonic() - self._started > _SHORT_TASK:
            self.progressed.emit(percent)

    def _take_phase(self, phase: str) -> None:
        self.phase = phase

    def _read(self, place: Place, progress: Progress) -> Found:
        """Read a place; in the thread of the task, of which there is one at a time."""
        wanted = _with_time(place.source)
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

    def _end_reading(self, key, found: Found) -> None:
        self._is_copy_due = self._spectra.is_slow
        self._end(lambda: self.found.emit(key, found))

    def _end(self, tell: Callable[[], None]) -> None:
        """Tell what came of a task, and start the next one."""
        self._task = None
        if self._is_closed:
            self._close_image()
        if sip.isdeleted(self):
            # The dock went while a place was being read.
            return
        self.progressed.emit(100.0)
        tell()
        self._start_next()

    def _warn(self, problem: str) -> None:
        if problem:
            text = tr("Each spectrum of this tile takes as long as the first one. {problem}")
            self.warned.emit(text.format(problem=problem))

    def _is_open(self, place: Place) -> bool:
        return self._opened == _with_time(place.source)

    def _close_image(self) -> None:
        spectra, self._spectra, self._opened = self._spectra, None, ()
        self._is_copy_due = False
        if spectra is not None:
            spectra.close()


def _with_time(source) -> tuple:
    """Return a source with the time at which its file was changed last."""
    path = source if isinstance(source, str) else source.source
    return source, os.path.getmtime(path) if os.path.exists(path) else 0.0
