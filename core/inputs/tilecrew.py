"""The crew that works on tiles."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ..compute.crew import Crew
from ..compute.dask.crew import DaskCrew
from ..compute.memory import PixelStore
from ..methods.imagework import local_crew
from ..progress import Progress
from .tileset import TileSet


@contextmanager
def tile_crew(tiles: TileSet, scheduler: str, store: PixelStore, progress: Progress) -> Iterator[Crew]:
    """Read tiles to where they will be worked on.

    Parameters
    ----------
    tiles : TileSet
    scheduler : str
        Address of the scheduler of a Dask cluster whose workers work; empty: this machine does.
    store : PixelStore
        Where this machine keeps pixels.
    progress : Progress
    """
    if scheduler:
        with DaskCrew(scheduler, tiles.windows, progress) as crew:
            crew.read(tiles.mosaic, progress, tiles.skip)
            yield crew
    else:
        with local_crew(tiles.read(store, progress)) as crew:
            yield crew
