"""What a run works on, read to where its pixels are worked on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ..compute.dask.images import DaskImages
from ..compute.imageset import ImageSet, LocalImages
from ..compute.memory import PixelStore
from ..files.raster.image import RasterImage
from ..image.bands import Bands
from ..image.mosaic import Mosaic
from ..progress import Progress
from .masks import without_masked
from .tileset import TileSet


@contextmanager
def tile_images(tiles: TileSet, scheduler: str, store: PixelStore, progress: Progress) -> Iterator[ImageSet]:
    """Read tiles into this process, or have the workers of a Dask cluster read them.

    Parameters
    ----------
    tiles : TileSet
    scheduler : str
        Address of the cluster's scheduler; empty for this process.
    store : PixelStore
        Where this process keeps pixels.
    progress : Progress
    """
    if scheduler:
        template = tiles.windows[0].without_pixels()
        with DaskImages(scheduler, tiles.windows, template, progress) as images:
            images.read(tiles.mosaic, progress, tiles.skip)
            yield images
    else:
        progress.info(store.plan([(window.pixels, len(window.kept)) for window in tiles.windows], tiles.dtype))
        with LocalImages(tiles.read(progress, allocate=store.allocate)) as images:
            yield images


@contextmanager
def raster_images(
    source: str, mask: str, store: PixelStore, progress: Progress, check: Callable[[Bands, str], None]
) -> Iterator[tuple[ImageSet, Mosaic]]:
    """Read a raster into this process.

    Parameters
    ----------
    source : str
        What GDAL opens as a raster.
    mask : str
        As `masks.kept_by_mask` takes it; empty for none.
    store : PixelStore
        Where the pixels are kept.
    progress : Progress
    check : callable
        Called with the bands and the name of the raster before its pixels are read.
    """
    with RasterImage(source) as raster:
        check(raster.bands, raster.name)
        progress.info(store.plan([raster.shape], raster.dtype))
        pixels = raster.read_pixels(progress, out=store.allocate(raster.shape, raster.dtype))
    if mask:
        pixels = without_masked(pixels, mask, progress)
    with LocalImages([pixels]) as images:
        yield images, Mosaic.of([pixels.grid], [pixels.name])
