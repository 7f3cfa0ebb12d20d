# SPDX-License-Identifier: GPL-2.0-or-later
"""Masks: rasters and polygons that say which pixels of an image to use."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import RasterError
from ..files.neon.ancillary import weather_quality
from ..files.neon.tile import NeonTile
from ..files.raster.choice import RasterChoice
from ..image.grid import Grid
from ..progress import Progress
from ..wording import counted, tr
from .overlay import OverlaidPolygons, OverlaidRaster

CLEAR_SKY = 1


@dataclass(frozen=True)
class PolygonMask:
    """Polygons that say where pixels are used.

    Attributes
    ----------
    geometries : tuple of bytes
        As well-known binary (WKB); points, lines and empty ones among them are left out.
    crs : str
        Coordinate reference system (WKT); empty when it is not known.
    name : str
        What the layer is called in messages.
    files : tuple of str
        What it was read from.
    """

    geometries: tuple[bytes, ...]
    crs: str
    name: str
    files: tuple[str, ...] = ()


def open_mask(mask: RasterChoice | PolygonMask, progress: Progress) -> RasterMaskReader | PolygonMaskReader:
    """Open a mask, to be asked for the pixels that it keeps of one grid after the other.

    Raises
    ------
    RasterError
        If it cannot be opened, does not say where it lies, or holds no polygon.
    """
    return (PolygonMaskReader if isinstance(mask, PolygonMask) else RasterMaskReader)(mask, progress)


def check_keeps_some(kept: np.ndarray, name: str) -> None:
    """Check that a mask keeps a pixel.

    Raises
    ------
    RasterError
        If it does not.
    """
    if not kept.any():
        raise RasterError(
            tr(
                "The mask {name} leaves no pixel: it is 0, has no data, or lies elsewhere; choose one that overlaps."
            ).format(name=name)
        )


class RasterMaskReader:
    """A raster as a mask: its first band keeps pixels where it is neither 0 nor without data.

    It may have another grid or coordinate reference system; each pixel takes the value of the mask's pixel that its
    centre lies in. What the mask does not cover is left out.
    """

    def __init__(self, choice: RasterChoice, progress: Progress):
        self.name = choice.source
        self._progress = progress
        try:
            self._raster = OverlaidRaster(choice)
        except RasterError as error:
            raise RasterError(tr("The mask cannot be used: {reason}").format(reason=error)) from None
        self._raster.name = _title(self.name)

    def kept(self, grid: Grid) -> np.ndarray:
        """Tell which pixels of a grid the mask keeps, as bool, shape (grid.height, grid.width).

        Raises
        ------
        RasterError
            If the mask cannot be read or projected.
        """
        kept = np.zeros((grid.height, grid.width), dtype=bool)
        self._raster.look_up(grid, kept, lambda values, is_valid: is_valid & (values != 0), self._progress)
        return kept


class PolygonMaskReader:
    """Polygons as a mask: they keep the pixels whose centre lies in one of them."""

    def __init__(self, mask: PolygonMask, progress: Progress):
        self.name = mask.name
        self._progress = progress
        keeps = [1] * len(mask.geometries)
        self._polygons = OverlaidPolygons(mask.geometries, mask.crs, _title(mask.name), keeps, progress)
        if not len(self._polygons):
            raise RasterError(
                tr("The mask {name} holds no polygon; choose a layer of polygons or a raster.").format(name=self.name)
            )

    def kept(self, grid: Grid) -> np.ndarray:
        """Tell which pixels of a grid the mask keeps, as bool, shape (grid.height, grid.width).

        Raises
        ------
        RasterError
            If a polygon cannot be projected.
        """
        return self._polygons.burn(grid, np.uint8, self._progress).astype(bool)


def left_out(
    tile: NeonTile,
    window: tuple[slice, slice],
    progress: Progress,
    mask: RasterMaskReader | PolygonMaskReader | None = None,
    clear_sky_only: bool = False,
) -> np.ndarray | None:
    """Tell which pixels of a tile's window are to be left out, and say how many these are.

    Parameters
    ----------
    tile : NeonTile
    window : (rows, columns)
    progress : Progress
    mask : RasterMaskReader or PolygonMaskReader, optional
    clear_sky_only : bool
        Leave out what was not recorded with weather quality 1.

    Returns
    -------
    ndarray of bool, shape (rows, columns), or None
        None when nothing is.

    Raises
    ------
    RasterError
        If the mask cannot be used.
    TileError
        If the tile does not tell the weather quality.
    """
    excluded = None
    if mask is not None:
        excluded = ~mask.kept(tile.info.grid.window(*window))
    if clear_sky_only:
        clouded = weather_quality(tile, window) != CLEAR_SKY
        excluded = clouded if excluded is None else excluded | clouded
    if excluded is not None:
        tell_left_out(tile.info.name, excluded, progress)
    return excluded


def tell_left_out(name: str, excluded: np.ndarray, progress: Progress) -> None:
    """Say how many pixels of an image are left out."""
    count = int(excluded.sum())
    progress.info(
        counted(
            count,
            "{count} of {all:,} pixels of {name} is left out.",
            "{count} of {all:,} pixels of {name} are left out.",
            all=excluded.size,
            name=name,
        )
    )


def _title(name: str) -> str:
    return tr("The mask {name}").format(name=name)
