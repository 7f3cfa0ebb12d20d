# SPDX-License-Identifier: GPL-2.0-or-later
"""Single pixels of tiles of several sensors, whose bands differ: at the bands of the first one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace

import numpy as np

from ..compute.blas import product
from ..compute.memory import PixelStore
from ..constants import RULE_WINDOWS
from ..errors import ParameterError
from ..files.neon.cleaning import BandChoice
from ..files.neon.metadata import TileInfo
from ..image.bands import Bands
from ..image.cells import CellValues
from ..image.grid import Grid
from ..image.mosaic import Mosaic
from ..image.slices import aligned_slices
from ..inputs.imageinput import ImageInput
from ..inputs.openedraster import OpenedRaster
from ..inputs.tileset import TileSet, name_together
from ..progress import Progress
from ..wording import tr
from .library import resampling_weights

# Pixels that are resampled at a time.
_PIXELS_AT_ONCE = 4096


@dataclass(frozen=True)
class OverlappingBands:
    """The bands of another sensor that overlap those of the first one, for a `TileSet`.

    Attributes
    ----------
    bands : Bands
        Those that are read of the first sensor.
    owner : str
        What they belong to, for messages.
    windows : tuple of (float, float), optional
        Ranges (nm) whose bands count only where no others overlap; None for the windows that a file gives.
    """

    bands: Bands
    owner: str
    windows: tuple[tuple[float, float], ...] | None = None

    def kept(self, info: TileInfo) -> np.ndarray:
        """Return the indices of the bands of a tile to read.

        Raises
        ------
        ParameterError
            If it has no band for one of the wavelengths.
        """
        # What is noise beside a window of water vapour must not get into the good bands at its edges.
        good = BandChoice(rule=RULE_WINDOWS, windows=self.windows).kept(info)
        of_good = resampling_weights(info.bands.take(good), self.bands)
        weights = resampling_weights(info.bands, self.bands)
        by_good = np.isfinite(of_good).all(axis=1)
        weights[by_good] = 0
        weights[np.ix_(by_good, good)] = of_good[by_good]
        is_missing = np.isnan(weights).any(axis=1)
        if is_missing.any():
            raise ParameterError(
                tr(
                    "{name} has no band for {missing} of the {wanted} bands of {owner}, such as {wavelength:.1f} nm, "
                    "which its spectra are to be resampled to; run it apart."
                ).format(
                    name=info.name,
                    missing=int(is_missing.sum()),
                    wanted=len(self.bands),
                    owner=self.owner,
                    wavelength=self.bands.wavelengths[is_missing][0],
                )
            )
        return np.flatnonzero(weights.any(axis=0))

    def describe(self, info: TileInfo) -> str:
        """Say in words what is read of a tile."""
        return tr(
            "{name} has other bands than {owner}: {read} of {bands} are read, and spectra are resampled to the bands "
            "of {owner}, weighted by the widths of the bands (FWHM)."
        ).format(name=info.name, owner=self.owner, read=len(self.kept(info)), bands=len(info.bands))


class SeveralSensors:
    """Tiles of several sensors, each a `TileSet`, of which single pixels are read; for `read_samples`.

    Where tiles overlap, those of the first sensor count, then those of the second.
    """

    def __init__(self, sets: Sequence[TileSet]):
        self._sets = sets
        self._mosaic = Mosaic.of([one.grid for one in sets], [one.name for one in sets])
        self.bands = sets[0].bands
        self.name = name_together([tile for one in sets for tile in one.tiles])

    @property
    def grid(self) -> Grid:
        """The grid that holds all tiles."""
        return self._mosaic.grid

    @property
    def skipped(self) -> list[str]:
        """One sentence for each tile that was left out because it is broken."""
        return list(dict.fromkeys(sentence for one in self._sets for sentence in one.skipped))

    def read_cells(self, rows: np.ndarray, columns: np.ndarray, store: PixelStore, progress: Progress) -> CellValues:
        """Read single pixels as reflectance (float64); see `TileSet.read_cells`."""
        values = store.allocate((len(rows), len(self.bands)), np.dtype(np.float64))
        valid = np.zeros(len(rows), bool)
        for number, (one, (top, left)) in enumerate(zip(self._sets, self._mosaic.places)):
            part = progress.part(number / len(self._sets), (number + 1) / len(self._sets))
            height, width = one.grid.height, one.grid.width
            is_inside = (rows >= top) & (rows < top + height) & (columns >= left) & (columns < left + width)
            wanted = np.flatnonzero(is_inside & ~valid)
            if not len(wanted):
                continue
            cells = one.read_cells(rows[wanted] - top, columns[wanted] - left, store, part)
            valid[wanted] = cells.valid
            weights = None if number == 0 else np.ascontiguousarray(resampling_weights(one.bands, self.bands).T)
            for block in aligned_slices(0, len(wanted), _PIXELS_AT_ONCE):
                part.check()
                reflectance = cells.values[block].astype(np.float64) * cells.scale + cells.offset
                values[wanted[block]] = reflectance if weights is None else product(reflectance, weights)
        return CellValues(values, valid, self.bands, name=self.name)


@contextmanager
def open_sensors(
    chosen: ImageInput, bands: BandChoice | None, progress: Progress
) -> Iterator[TileSet | OpenedRaster | SeveralSensors]:
    """Look at tiles, which may be of several sensors, or a raster, for `read_samples`.

    Tiles whose bands correspond to those of the first one are of the same sensor, whatever the year. Spectra of the
    others are resampled as SPy's `BandResampler` does, from all of their good bands that overlap.

    Raises
    ------
    ParameterError
        If a tile has no band for one of the wavelengths of the first one.
    Others
        See `ImageInput.open`.
    """
    others: list[str] = []
    with ExitStack() as opened:
        sets = [opened.enter_context(chosen.open(bands, progress, others=others))]
        while others:
            rest = replace(chosen, tiles=tuple(others))
            windows = None if bands is None else bands.windows
            overlapping = OverlappingBands(sets[0].bands, sets[0].tiles[0].name, windows)
            others = []
            sets.append(opened.enter_context(rest.open(overlapping, progress, others=others)))
        yield sets[0] if len(sets) == 1 else SeveralSensors(sets)
