# SPDX-License-Identifier: GPL-2.0-or-later
"""Cleans a tile: chooses the bands to keep and writes their reflectance as a raster."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

import numpy as np

from ...constants import NODATA, RULE_TUTORIAL
from ...errors import TileError
from ...image.bands import format_windows, kept_bands, true_colour_bands
from ...image.pixels import nodata_as
from ...progress import Progress, Watch
from ...wording import tr
from ..raster.style import colour_style, stretch_of
from ..raster.writer import (
    ACQUISITION_DAYS,
    FEW_VALUES_OPTIONS,
    IMAGE_NAME,
    REFLECTANCE_SCALE_FACTOR,
    RasterWriter,
    stored_as_reflectance,
)
from .days import acquisition_days
from .metadata import TileInfo
from .tile import NeonTile

# Stored types that a raster can have, as they can represent `NODATA`.
INTEGER_TYPES = ("int16", "int32")
# Pixels from which the display stretch is computed.
SAMPLE_PIXELS = 50_000


@dataclass(frozen=True)
class BandChoice:
    """Which bands of a tile to keep; see `kept_bands` for `rule`, `subset_factor`, `first` and `last`."""

    rule: int = RULE_TUTORIAL
    subset_factor: int = 1
    first: int | None = None
    last: int | None = None
    # Ranges (nm) without bands; None for the windows that the file gives.
    windows: tuple[tuple[float, float], ...] | None = None

    def kept(self, info: TileInfo) -> np.ndarray:
        """Return the indices of the kept bands of a tile.

        Raises
        ------
        ParameterError
            When no band is left.
        """
        return kept_bands(
            info.bands.wavelengths, self.windows_of(info), self.rule, self.first, self.last, self.subset_factor
        )

    def windows_of(self, info: TileInfo) -> tuple[tuple[float, float], ...]:
        """Return the windows (nm) in which no band of a tile is kept."""
        return info.windows if self.windows is None else self.windows

    def describe(self, info: TileInfo) -> str:
        """Return a sentence on the bands of a tile that are kept."""
        kept = self.kept(info)
        wavelengths = info.bands.wavelengths[kept]
        sentence = tr("{kept} of {bands} bands kept, {first:.1f} to {last:.1f} nm, without {windows} nm.").format(
            kept=len(kept),
            bands=len(info.bands),
            first=wavelengths[0],
            last=wavelengths[-1],
            windows=format_windows(self.windows_of(info)),
        )
        if self.subset_factor > 1:
            sentence += " " + tr("These are one in {factor} of the good bands.").format(factor=self.subset_factor)
        return sentence


def write_reflectance(
    tile: NeonTile,
    kept: np.ndarray,
    path,
    window: tuple[slice, slice] | None = None,
    excluded: np.ndarray | None = None,
    as_integers: bool = False,
    progress: Progress | None = None,
) -> None:
    """Write the reflectance of a tile as a GeoTIFF, a few bands at a time.

    Parameters
    ----------
    kept : ndarray of int
        Indices of the bands to write, counted from 0.
    window : (rows, columns), optional
        The part of the tile to write.
    excluded : ndarray of bool, shape (rows, columns), optional
        Pixels to write as no data.
    as_integers : bool
        Write the stored integers with a scale for readers, which takes half the space, instead of Float32 reflectance.
        Tiles of other types than `INTEGER_TYPES` are always written as Float32.

    Raises
    ------
    OutputError
        When the raster cannot be written; nothing is left of it.
    """
    progress = progress or Progress()
    info = tile.info
    grid = info.grid if window is None else info.grid.window(*window)
    metadata = {IMAGE_NAME: info.name}
    with suppress(TileError):
        if days := acquisition_days(tile):
            metadata[ACQUISITION_DAYS] = ",".join(days)
    if as_integers and info.dtype in INTEGER_TYPES:
        dtype, scale = np.dtype(info.dtype), 1.0 / info.scale_factor
    else:
        dtype, scale = np.dtype(np.float32), None
        # With it, `RasterImage` restores the integers as Int16.
        if info.dtype == "int16":
            metadata[REFLECTANCE_SCALE_FACTOR] = repr(info.scale_factor)
    with RasterWriter(
        path,
        grid,
        dtype,
        bands=len(kept),
        nodata=NODATA,
        spectral=info.bands.take(kept),
        scale=scale,
        metadata=metadata,
        options=FEW_VALUES_OPTIONS,
        progress=progress,
    ) as writer:
        written = 0
        displayed = true_colour_bands(info.bands.take(kept)) or [0]
        samples: dict[int, np.ndarray] = {}
        for positions, group in tile.band_groups(kept, window, progress=Watch(progress)):
            for position, stored in zip(positions, group):
                values = _as_written(stored, info, excluded, scale is None)
                writer.write(values, band=int(position))
                if position in displayed:
                    sample = values.ravel()[:: values.size // SAMPLE_PIXELS + 1]
                    samples[int(position)] = sample[sample != NODATA] * (scale or 1.0)
                written += 1
                progress.report(written / len(kept))
        # One stretch for all three bands, so that grey stays grey.
        stretch = stretch_of(np.concatenate(list(samples.values())))
        writer.style = colour_style([band + 1 for band in displayed], [stretch] * len(displayed))


def _as_written(stored: np.ndarray, info: TileInfo, excluded: np.ndarray | None, as_reflectance: bool) -> np.ndarray:
    missing = ~np.isfinite(stored) if np.issubdtype(stored.dtype, np.floating) else np.zeros(stored.shape, dtype=bool)
    nodata = nodata_as(info.nodata, stored.dtype)
    if nodata is not None:
        missing |= stored == nodata
    if excluded is not None:
        missing |= excluded
    values = stored_as_reflectance(stored, info.scale_factor) if as_reflectance else stored
    return np.where(missing, values.dtype.type(NODATA), values)
