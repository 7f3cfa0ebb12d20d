# SPDX-License-Identifier: GPL-2.0-or-later
"""A look at the pixels of a tile that reads little of it: a small picture, and the mean spectrum of a sample."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import TileError
from ...image.bands import Bands, true_colour_bands
from ...image.pixels import Pixels
from ...progress import Progress
from .tile import NeonTile

# Of files that keep whole bands together, every n-th band is read for the spectrum, each of which is decompressed
# whole; of others, so many blocks in each direction, with all bands.
EVERY_NTH_BAND, MOST_BLOCKS = 4, 6
# Rows or columns of the sample of files that keep whole bands together, at most.
SAMPLE_SIDE = 250
# The range around the mean, in percentiles.
PERCENTILES = (5, 95)


@dataclass(frozen=True)
class MeanSpectrum:
    """The mean spectrum of a sample of the pixels, without the bands in windows of water vapour."""

    bands: Bands
    mean: np.ndarray  # reflectance, shape (bands,)
    low: np.ndarray  # 5th percentile
    high: np.ndarray  # 95th percentile
    pixels: int  # how many pixels the sample has
    step: int  # every how many bands were read


def read_picture(tile: NeonTile, longest_side: int, progress: Progress | None = None) -> Pixels | None:
    """Read red, green and blue of every n-th row and column; None where there are no such bands, or they are damaged.

    Damage becomes a warning.
    """
    progress = progress or Progress()
    found = true_colour_bands(tile.info.bands)
    if found is None:
        return None
    try:
        return tile.read_thinned(found, tile.info.grid.step_for(longest_side), progress)
    except TileError as error:
        progress.warn(str(error))
        return None


def read_mean_spectrum(tile: NeonTile, progress: Progress | None = None) -> MeanSpectrum | None:
    """Read the mean spectrum of a sample; None where no pixel of it has data in all bands outside of water vapour.

    Damage becomes a warning, and there is no spectrum either.
    """
    progress = progress or Progress()
    try:
        return _mean_spectrum(tile, progress)
    except TileError as error:
        progress.warn(str(error))
        return None


def _mean_spectrum(tile: NeonTile, progress: Progress) -> MeanSpectrum | None:
    info = tile.info
    wavelengths = info.bands.wavelengths
    is_outside = np.all([(wavelengths < low) | (wavelengths > high) for low, high in info.windows], axis=0)
    bands = np.flatnonzero(is_outside)
    step = EVERY_NTH_BAND if info.chunks is not None and info.chunks[2] == 1 else 1
    bands = bands[::step]
    if not len(bands):
        return None
    if info.chunks is None or info.chunks[2] == 1:
        values = tile.read_thinned(bands, info.grid.step_for(SAMPLE_SIDE), progress).values
    else:
        values = _of_some_blocks(tile, bands, progress)
    if not len(values):
        return None
    mean = values.mean(axis=0, dtype=np.float64)
    low, high = np.percentile(values, PERCENTILES, axis=0)
    factor = 1.0 / info.scale_factor
    return MeanSpectrum(info.bands.take(bands), mean * factor, low * factor, high * factor, len(values), step)


def _of_some_blocks(tile: NeonTile, bands: np.ndarray, progress: Progress) -> np.ndarray:
    """Return the valid pixels of blocks of the file that are spread evenly, shape (pixels, bands)."""
    grid, chunks = tile.info.grid, tile.info.chunks
    rows, columns = (_spread(size, chunk) for size, chunk in zip((grid.height, grid.width), chunks))
    windows = [(of_rows, of_columns) for of_rows in rows for of_columns in columns]
    found = []
    for index, window in enumerate(windows):
        part = progress.part(index / len(windows), (index + 1) / len(windows))
        found.append(tile.read_pixels(bands, window, part).values)
    return np.concatenate(found)


def _spread(size: int, chunk: int) -> list[slice]:
    """Return up to `MOST_BLOCKS` whole chunks along an axis, spread evenly."""
    count = -(-size // chunk)
    chosen = np.unique(np.linspace(0, count - 1, min(count, MOST_BLOCKS)).round().astype(int)).tolist()
    return [slice(one * chunk, min((one + 1) * chunk, size)) for one in chosen]
