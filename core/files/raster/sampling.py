# SPDX-License-Identifier: GPL-2.0-or-later
"""A raster that is written part by part, with a sample of its values from which its display is computed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .style import colour_style, stretch_of
from .writer import RasterWriter

# Values of each band from which the stretch of the display is found.
SAMPLE_PIXELS = 50_000


class SampledRaster:
    """The `Target` of a `blockmap` that writes to a raster, and keeps a sample of some of its bands.

    Parameters
    ----------
    writer : RasterWriter
    displayed : sequence of int
        Indices of these bands.
    """

    def __init__(self, writer: RasterWriter, displayed: Sequence[int] = (0,)):
        self._writer, self._displayed = writer, displayed
        self._step = writer.grid.width * writer.grid.height // SAMPLE_PIXELS + 1
        self._samples: list[np.ndarray] = []
        self.output, self.block = writer.output, writer.block

    def write(self, array: np.ndarray, row: int = 0, column: int = 0) -> None:
        """See `Target`."""
        self._writer.write(array, row, column)
        for values in array[list(self._displayed)]:
            self._samples.append(values[values != self.output.nodata][:: self._step])

    def read(self, rows: slice, columns: slice) -> np.ndarray:
        """See `Target`."""
        return self._writer.read(rows, columns)

    @property
    def sample(self) -> np.ndarray:
        """Values of the displayed bands."""
        return np.concatenate(self._samples)

    def show_as_image(self) -> None:
        """Show the bands as red, green and blue, or one in grey, with one stretch for all, so that grey stays grey."""
        stretch = stretch_of(self.sample)
        self._writer.style = colour_style([band + 1 for band in self._displayed], [stretch] * len(self._displayed))
