# SPDX-License-Identifier: GPL-2.0-or-later
"""Memory that threads use again and again."""

from __future__ import annotations

import threading

import numpy as np


class Float64Scratch:
    """Memory of each thread for spectra in float64, which its next block overwrites: new memory takes twice the time.

    Parameters
    ----------
    rows : int
        The most spectra of a block.
    """

    def __init__(self, rows: int):
        self._rows = rows
        self._of_thread = threading.local()

    def copy(self, values: np.ndarray) -> np.ndarray:
        """Return values, shape (spectra, bands), in float64; the next call in the same thread overwrites them."""
        memory = getattr(self._of_thread, "memory", None)
        if memory is None or memory.shape[1] != values.shape[1]:
            memory = self._of_thread.memory = np.empty((self._rows, values.shape[1]))
        spectra = memory[: len(values)]
        np.copyto(spectra, values)
        return spectra
