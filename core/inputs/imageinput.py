# SPDX-License-Identifier: GPL-2.0-or-later
"""What the user chose to work on: tiles or a raster, with extent and masks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np

from ..errors import ParameterError
from ..files.neon.cleaning import BandChoice
from ..files.neon.tile import NeonTile
from ..files.raster.choice import RasterChoice
from ..files.raster.image import RasterImage
from ..image.grid import chosen_window
from ..progress import Progress
from ..wording import tr
from .masks import PolygonMask, left_out, open_mask
from .openedraster import OpenedRaster
from .tileset import TileSet, find_tiles, no_pixel_left
from .wanted import BandsToRead


@dataclass(frozen=True)
class ImageInput:
    """Tiles or a raster, and which of their pixels to use.

    Attributes
    ----------
    tiles : tuple of str
        Files, and folders in or below which tiles are; empty when a raster was chosen.
    raster : RasterChoice or None
    extent_in : callable or None
        Gives the extent to read, (xmin, ymin, xmax, ymax), in the coordinate reference system whose WKT it is told.
    mask : RasterChoice or PolygonMask or None
        Pixels that it keeps are used.
    clear_sky_only : bool
        Leave out pixels of tiles that were not recorded with weather quality 1.
    skip_broken : bool or None
        Leave out tiles that cannot be read instead of stopping; None where the user cannot choose that.
    folders : bool
        Whether a folder among the tiles stands for the tiles in and below it; else it is an error.
    """

    tiles: tuple[str, ...] = ()
    raster: RasterChoice | None = None
    extent_in: Callable[[str], tuple[float, float, float, float]] | None = None
    mask: RasterChoice | PolygonMask | None = None
    clear_sky_only: bool = False
    skip_broken: bool | None = None
    folders: bool = True

    def __post_init__(self):
        if bool(self.tiles) == (self.raster is not None):
            found = (
                tr("Both tiles and a raster are given") if self.tiles else tr("Neither tiles nor a raster are given")
            )
            raise ParameterError(tr("{found}; give one of the two.").format(found=found))

    @cached_property
    def paths(self) -> list[str]:
        """The files of the tiles, or what GDAL opens for the raster; what a report names as input.

        Raises
        ------
        ParameterError
            If there is no tile.
        """
        if self.raster is not None:
            return [self.raster.source]
        return find_tiles(self.tiles) if self.folders else list(self.tiles)

    @property
    def sources(self) -> list[str | RasterChoice]:
        """All that is read, which results must not replace; for `check_targets`."""
        mask = list(self.mask.files) if isinstance(self.mask, PolygonMask) else [self.mask] if self.mask else []
        return [*(self.paths if self.raster is None else [self.raster]), *mask]

    @contextmanager
    def open(
        self,
        bands: BandChoice | BandsToRead | None = None,
        progress: Progress | None = None,
        keep_open: bool = True,
        others: list[str] | None = None,
    ) -> Iterator[TileSet | OpenedRaster]:
        """Look at the tiles or the raster, to be read at once (`read`) or in blocks (`blocks`).

        Parameters
        ----------
        bands : BandChoice or BandsToRead, optional
            Which bands to read: of tiles, by a rule; of any image, those of a saved table or model. By default those
            of a raster that are not marked as bad.
        progress : Progress, optional
        keep_open : bool
            Keep files of tiles open until they are read, because this process reads them.
        others : list of str, optional
            Takes the tiles that do not fit the first one, see `TileSet`.

        Raises
        ------
        TileError, RasterError
            If something cannot be opened.
        TableError
            If a wanted band is missing.
        ParameterError
            If no pixel lies in the extent, or tiles do not fit together.
        """
        progress = progress or Progress()
        mask = None if self.mask is None else open_mask(self.mask, progress)
        if self.raster is not None:
            with RasterImage(self.raster) as raster:
                yield OpenedRaster(raster, bands, self.extent_in, mask, progress)
            return
        left_out_of = partial(left_out, progress=progress, mask=mask, clear_sky_only=self.clear_sky_only)
        settings = (self.extent_in, self.skip_broken, left_out_of, progress, keep_open, others)
        with TileSet(self.paths, bands, *settings) as tiles:
            yield tiles

    def part_of(self, tile: NeonTile, progress: Progress) -> tuple[tuple[slice, slice], np.ndarray | None]:
        """Return which part of a tile to use.

        Returns
        -------
        window : (rows, columns)
        excluded : ndarray of bool, shape (rows, columns), or None
            Pixels of the window to leave out.

        Raises
        ------
        ParameterError
            If no pixel lies in the extent, or mask and weather quality leave none.
        RasterError, TileError
            If the mask cannot be used, or the tile does not tell the weather quality.
        """
        window = chosen_window(tile.info.grid, self.extent_in, tile.info.name)
        mask = None if self.mask is None else open_mask(self.mask, progress)
        excluded = left_out(tile, window, progress, mask, self.clear_sky_only)
        if excluded is not None and excluded.all():
            raise ParameterError(no_pixel_left(tile.info.name))
        return window, excluded
