# SPDX-License-Identifier: GPL-2.0-or-later
"""Work in a task of QGIS, of which the result comes back to the main thread."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import ClassVar

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsTask
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..algorithms.translation import tr
from ..core.errors import Cancelled, NeonAopError
from ..core.progress import Progress


class Background(QgsTask):
    """Runs ``work(progress)`` in another thread.

    One of the signals `done` and `failed` comes at the end, in the main thread, unless the task was dropped. What is
    connected to them may start another task.

    Signals
    -------
    done(result)
    failed(str)
        Why there is no result; empty when the user cancelled.
    phase(str)
        What is being done.
    """

    phase = pyqtSignal(str)

    # QGIS says nothing of the end of a task whose Python object is gone.
    _running: ClassVar[set[Background]] = set()

    def __init__(self, title: str, work: Callable[[Progress], object], is_hidden: bool = False):
        """With `is_hidden`, the list of tasks does not show it: for short tasks, with which the list would blink."""
        # QGIS announces the end of a long task, unless it is silent. QGIS 3.22 does not have these flags.
        flags = QgsTask.Flag.CanCancel
        for name in ("Silent", "Hidden") if is_hidden else ("Silent",):
            flags |= getattr(QgsTask.Flag, name, flags)
        super().__init__(title, flags)
        self._end = _End()
        self.done, self.failed = self._end.done, self._end.failed
        self._work = work
        self._result = None
        self._problem = ""
        self._is_dropped = False

    def start(self) -> Background:
        self._running.add(self)
        QgsApplication.taskManager().addTask(self)
        return self

    def drop(self) -> None:
        """Cancel, and say nothing of it at the end."""
        self._is_dropped = True
        self.cancel()

    def cancel(self):
        # After its end, the task is deleted, and may not be touched.
        if self in self._running:
            super().cancel()

    def run(self):
        try:
            self._result = self._work(_TaskProgress(self))
        except Cancelled:
            return False
        except NeonAopError as error:
            self._problem = str(error)
            return False
        except MemoryError:
            self._problem = tr("There is too little memory.")
            return False
        except Exception as error:
            QgsMessageLog.logMessage(traceback.format_exc(), "NEON AOP", Qgis.MessageLevel.Critical)
            self._problem = tr("An unexpected error occurred ({error}); the log has more of it.").format(error=error)
            return False
        return True

    def finished(self, result):
        self._running.discard(self)
        # Not at once: until QGIS has forgotten this task, it may confuse another one with it, and never start that
        # (https://github.com/qgis/QGIS/pull/67040).
        QTimer.singleShot(0, lambda: self._tell(result))

    def _tell(self, is_done: bool) -> None:
        if self._is_dropped:
            return
        if is_done:
            self._end.done.emit(self._result)
        else:
            self._end.failed.emit(self._problem)


class _End(QObject):
    """The signals for the end of a task, which is deleted before they come."""

    done = pyqtSignal(object)
    failed = pyqtSignal(str)


class _TaskProgress(Progress):
    """Passes progress on to a task, and cancelling back."""

    def __init__(self, task: Background):
        self._task = task

    def report(self, fraction: float) -> None:
        self._task.setProgress(100 * fraction)

    def begin(self, phase: str) -> None:
        self._task.phase.emit(phase)

    def cancelled(self) -> bool:
        return self._task.isCanceled()
