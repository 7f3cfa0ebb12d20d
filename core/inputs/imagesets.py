# SPDX-License-Identifier: GPL-2.0-or-later
"""What a run works on, read to where its pixels are worked on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from ..compute.dask.images import DaskImages
from ..compute.imageset import ImageSet, LocalImages
from ..compute.memory import PixelStore
from ..errors import ParameterError
from ..image.bands import Bands
from ..image.coverage import check_coverage
from ..progress import Progress
from ..wording import tr
from .openedraster import OpenedRaster
from .suspectvalues import doubts_about
from .tileset import TileSet


@contextmanager
def image_set(
    opened: TileSet | OpenedRaster,
    store: PixelStore,
    progress: Progress,
    check: Callable[[Bands, str], None] = lambda bands, name: None,
    scheduler: str = "",
) -> Iterator[ImageSet]:
    """Read what `ImageInput.open` gives into this process, or have the workers of a Dask cluster read tiles.

    Parameters
    ----------
    opened : TileSet or OpenedRaster
    store : PixelStore
        Where this process keeps pixels.
    progress : Progress
    check : callable, optional
        Told of the bands and the name of the image, to raise an error before pixels are read if they do not suit.
    scheduler : str, optional
        Address of the cluster's scheduler; empty for this process.

    Raises
    ------
    ParameterError
        If a cluster is to read a raster.
    """
    if scheduler and isinstance(opened, OpenedRaster):
        raise ParameterError(tr("A Dask cluster reads tiles, not rasters; give tiles, or no scheduler."))
    if scheduler:
        check(opened.bands, opened.name)
        with ExitStack() as cluster:
            images = _on_cluster(scheduler, opened, progress, cluster)
            if opened.leave_out_empty(images.coverages, progress):
                check(opened.bands, opened.name)
                cluster.close()
                images = _on_cluster(scheduler, opened, progress, cluster)
            names = [window.name for window in opened.windows]
            check_coverage(images.coverages, opened.bands, names, progress)
            yield images
    else:
        pixels = opened.read(store, progress, check)
        coverages = [one.coverage for one in pixels]
        if isinstance(opened, TileSet) and opened.leave_out_empty(coverages, progress):
            # Their memory is free before that for the others is taken.
            del pixels
            pixels = opened.read(store, progress, check)
            coverages = [one.coverage for one in pixels]
        check_coverage(coverages, pixels[0].bands, [one.name for one in pixels], progress)
        if isinstance(opened, OpenedRaster):
            for doubt in doubts_about(pixels[0]):
                progress.warn(doubt)
        with LocalImages(pixels) as images:
            yield images


def _on_cluster(scheduler: str, tiles: TileSet, progress: Progress, cluster: ExitStack) -> DaskImages:
    """Have the workers of a cluster read tiles; they keep them until `cluster` is closed."""
    template = tiles.windows[0].without_pixels()
    images = cluster.enter_context(DaskImages(scheduler, tiles.windows, template, progress))
    images.read(tiles.mosaic, progress, tiles.skip)
    return images
