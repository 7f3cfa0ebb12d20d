"""Rasters that say which pixels to leave out."""

from __future__ import annotations

from uuid import uuid4

import numpy as np

from ..errors import RasterError
from ..files.gdalerrors import attempt
from ..files.neon.ancillary import weather_quality
from ..files.neon.tile import NeonTile
from ..image.grid import Grid
from ..image.pixels import Pixels
from ..progress import Progress
from ..wording import counted, tr

CLEAR_SKY = 1


def without_masked(image: Pixels, source: str, progress: Progress) -> Pixels:
    """Return an image without the pixels that a mask leaves out, as `kept_by_mask` takes it; say how many these are.

    Raises
    ------
    RasterError
        If the mask cannot be read or keeps nothing.
    """
    kept = kept_by_mask(source, image.grid, progress)
    _tell(image.name, ~kept, progress)
    return image.without(~kept)


def kept_by_mask(source: str, grid: Grid, progress: Progress, may_miss: bool = False) -> np.ndarray:
    """Tell which pixels of a grid a mask keeps.

    Parameters
    ----------
    source : str
        What GDAL opens as a raster. Its first band counts: 0 and no data leave out, anything else keeps. It may have
        another grid or coordinate reference system; each pixel takes the value of the mask's nearest pixel. What the
        mask does not cover is left out.
    grid : Grid
    progress : Progress
    may_miss : bool
        Whether the mask may keep nothing of the grid, as one of several.

    Returns
    -------
    ndarray of bool, shape (grid.height, grid.width)

    Raises
    ------
    RasterError
        If the mask cannot be read or keeps nothing.
    """
    from osgeo import gdal

    mask, failure = attempt(gdal.Open, source)
    if mask is None:
        raise RasterError(
            tr("The mask {source} cannot be opened ({reason}); choose another raster.").format(
                source=source, reason=failure
            )
        )
    path = f"/vsimem/{uuid4().hex}.tif"
    try:
        kept = _on_grid(mask, grid, path, source, progress)
    finally:
        attempt(gdal.Unlink, path)
    if not (may_miss or kept.any()):
        raise RasterError(
            tr(
                "The mask {source} leaves no pixel: it is 0, has no data, or lies elsewhere; choose one that overlaps."
            ).format(source=source)
        )
    return kept


def left_out(
    tile: NeonTile,
    window: tuple[slice, slice] | None,
    progress: Progress,
    mask: str = "",
    clear_sky_only: bool = False,
    may_miss: bool = False,
) -> np.ndarray | None:
    """Tell which pixels of a tile's window are to be left out, and say how many these are.

    Parameters
    ----------
    tile : NeonTile
    window : (rows, columns) or None
    progress : Progress
    mask : str
        As `kept_by_mask` takes it; empty for none.
    clear_sky_only : bool
        Leave out what was not recorded with weather quality 1.
    may_miss : bool
        As for `kept_by_mask`.

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
    if mask:
        grid = tile.info.grid if window is None else tile.info.grid.window(*window)
        excluded = ~kept_by_mask(mask, grid, progress, may_miss)
    if clear_sky_only:
        clouded = weather_quality(tile, window) != CLEAR_SKY
        excluded = clouded if excluded is None else excluded | clouded
    if excluded is not None:
        _tell(tile.info.name, excluded, progress)
    return excluded


def _tell(name: str, excluded: np.ndarray, progress: Progress) -> None:
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


def _on_grid(mask, grid: Grid, path: str, source: str, progress: Progress) -> np.ndarray:
    """Warp the mask to the grid with its opacity, which tells no data from 0 and covers nothing outside."""
    from osgeo import gdal

    if attempt(mask.GetGeoTransform, can_return_null=True)[0] is None and not mask.GetGCPCount():
        raise RasterError(
            tr("The mask {source} does not say where it lies; choose a raster with georeference.").format(source=source)
        )
    if grid.crs and not mask.GetProjection():
        progress.warn(
            tr("The mask {source} has no coordinate reference system; that of the image is assumed.").format(
                source=source
            )
        )
    options = gdal.WarpOptions(
        format="GTiff",
        outputBounds=(grid.left, grid.bottom, grid.right, grid.top),
        width=grid.width,
        height=grid.height,
        dstSRS=grid.crs if grid.crs and mask.GetProjection() else None,
        resampleAlg="near",
        dstAlpha=True,
    )
    first_band, failure = attempt(gdal.Translate, "", mask, format="VRT", bandList=[1])
    warped = None
    if first_band is not None:
        warped, failure = attempt(gdal.Warp, path, first_band, options=options)
    if warped is None or failure:
        raise RasterError(
            tr("The mask {source} cannot be laid over the image ({reason}); choose another raster.").format(
                source=source, reason=failure
            )
        )
    values, failure = attempt(warped.GetRasterBand(1).ReadAsArray)
    opacity, _ = attempt(warped.GetRasterBand(warped.RasterCount).ReadAsArray)
    if values is None or opacity is None:
        raise RasterError(
            tr("The mask {source} cannot be read ({reason}); choose another raster.").format(
                source=source, reason=failure
            )
        )
    return (values != 0) & (opacity != 0) & ~np.isnan(values.astype(np.float64))
