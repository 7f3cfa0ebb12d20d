# SPDX-License-Identifier: GPL-2.0-or-later
"""What a run works on, read to where its pixels are worked on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ..compute.dask.images import DaskImages
from ..compute.imageset import ImageSet, LocalImages
from ..compute.memory import PixelStore
from ..image.bands import Bands
from ..progress import Progress
from .doubts import doubts_about
from .openedraster import OpenedRaster
from .tileset import TileSet


@contextmanager
def image_set(
    opened: TileSet | OpenedRaster,
    store: PixelStore,
    progress: Progress,
    check: Callable[[Bands, str], None],
    scheduler: str = "",
) -> Iterator[ImageSet]:
    """Read what `ImageInput.open` gives into this process, or have the workers of a Dask cluster read tiles.

    Parameters
    ----------
    opened : TileSet or OpenedRaster
    store : PixelStore
        Where this process keeps pixels.
    progress : Progress
    check : callable
        Told of the bands and the name of the image, to raise an error before pixels are read if they do not suit.
    scheduler : str
        Address of the cluster's scheduler; empty for this process.
    """
    if scheduler:
        check(opened.bands, opened.name)
        template = opened.windows[0].without_pixels()
        with DaskImages(scheduler, opened.windows, template, progress) as images:
            images.read(opened.mosaic, progress, opened.skip)
            images.coverage.check(template.bands, opened.name, progress)
            yield images
    else:
        pixels = opened.read(store, progress, check)
        if isinstance(opened, OpenedRaster):
            for doubt in doubts_about(pixels[0]):
                progress.warn(doubt)
        with LocalImages(pixels) as images:
            images.coverage.check(images.template.bands, opened.name, progress)
            yield images
