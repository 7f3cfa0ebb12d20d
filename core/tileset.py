"""Several tiles that are read as one image."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from .bands import Bands, match
from .cleaning import BandChoice
from .errors import ParameterError, TableError, TileError
from .memory import release
from .mosaic import Mosaic
from .neon import NeonTile, TileInfo
from .pixels import Pixels
from .progress import Progress

TILE_ENDINGS = (".h5", ".hdf5")


def find_tiles(paths: Sequence[str]) -> list[str]:
    """List tiles: files as they are, of folders the HDF5 files in them by name; each file once.

    Raises
    ------
    ParameterError
        If there is none.
    """
    files = []
    for path in filter(None, paths):
        if os.path.isdir(path):
            files += sorted(str(file) for file in Path(path).iterdir() if file.suffix.lower() in TILE_ENDINGS)
        else:
            files.append(path)
    unique: dict[str, str] = {}
    for file in files:
        unique.setdefault(os.path.realpath(file), file)
    if not unique:
        raise ParameterError(f"There is no tile (*.h5) in {', '.join(filter(None, paths)) or 'the list'}; add some.")
    return list(unique.values())


class TileSet:
    """Tiles with the same bands on a common grid.

    Where tiles overlap, a pixel is taken from the first tile in the list that has it.

    Parameters
    ----------
    paths : sequence of str
        Files, as `find_tiles` lists them.
    choice : BandChoice
        Applied to the first tile; the bands of the others are matched to its by wavelength.
    extent_in : callable, optional
        Gives the extent to read, (xmin, ymin, xmax, ymax), in the coordinate reference system whose WKT it is told.
    skip_broken : bool
        Leave out files that cannot be read, and list them in `skipped`, instead of raising.
    progress : Progress, optional

    Attributes
    ----------
    tiles : list of TileInfo
    bands : Bands
        The kept bands.
    mosaic : Mosaic
    skipped : list of str
        One sentence for each file that was left out because it is broken.

    Raises
    ------
    TileError
        If a file is not a NEON reflectance file.
    ParameterError
        If a tile does not fit the first one, or none lies in the extent.
    """

    def __init__(
        self,
        paths: Sequence[str],
        choice: BandChoice,
        extent_in: Callable[[str], tuple[float, float, float, float]] | None = None,
        skip_broken: bool = False,
        progress: Progress | None = None,
    ):
        progress = progress or Progress()
        self.skipped: list[str] = []
        self._skip_broken = skip_broken
        self.tiles: list[TileInfo] = []
        self._kept: list[np.ndarray] = []
        self._windows: list[tuple[slice, slice]] = []
        for path in paths:
            progress.check()
            self._add(path, choice, extent_in, progress)
        if not self.tiles:
            raise ParameterError(
                "\n".join(self.skipped) or "No tile lies in the extent; choose one that overlaps the tiles."
            )
        names = [tile.name for tile in self.tiles]
        self.mosaic = Mosaic.of([tile.grid.window(*window) for tile, window in zip(self.tiles, self._windows)], names)

    def _add(self, path: str, choice: BandChoice, extent_in, progress: Progress) -> None:
        try:
            with NeonTile(path) as tile:
                window = (slice(0, tile.info.grid.height), slice(0, tile.info.grid.width))
                if extent_in is not None:
                    try:
                        window = tile.window_of(extent_in(tile.info.grid.crs))
                    except ParameterError:
                        progress.info(f"{tile.info.name} lies outside the extent and is left out.")
                        return
        except TileError as error:
            self._skip(error)
            return
        for note in tile.info.notes:
            progress.warn(f"{tile.info.name}: {note}")
        if not self.tiles:
            self._kept.append(choice.kept(tile.info))
            self.bands: Bands = tile.info.bands.take(self._kept[0])
            progress.info(choice.describe(tile.info))
        else:
            self._kept.append(self._kept_of(tile.info))
        self.tiles.append(tile.info)
        self._windows.append(window)

    def _kept_of(self, tile: TileInfo) -> np.ndarray:
        first = self.tiles[0]
        if (tile.scale_factor, tile.dtype) != (first.scale_factor, first.dtype):
            raise ParameterError(
                f"{tile.name} stores reflectance as {tile.dtype} times {tile.scale_factor:g}, but {first.name} as "
                f"{first.dtype} times {first.scale_factor:g}; run them apart."
            )
        try:
            return match(self.bands, tile.bands, first.name, tile.name)
        except TableError as error:
            raise ParameterError(str(error)) from None

    def _skip(self, error: TileError) -> None:
        if not self._skip_broken:
            raise error
        self.skipped.append(str(error))

    @property
    def name(self) -> str:
        """What the tiles are called together: the name of the only one, or the site and how many there are."""
        if len(self.tiles) == 1:
            return self.tiles[0].name
        sites = sorted({tile.site for tile in self.tiles if tile.site})
        return " ".join([*sites, f"{len(self.tiles)} tiles"])

    @property
    def pixels(self) -> int:
        """How many pixels there are to read, valid or not."""
        return sum(height * width for height, width in self.mosaic.sizes)

    @property
    def dtype(self) -> np.dtype:
        """Type of the stored values."""
        return np.dtype(self.tiles[0].dtype)

    def read(self, progress: Progress | None = None, threads: int | None = None, allocate=None) -> list[Pixels]:
        """Read the valid pixels of each tile.

        Parameters
        ----------
        progress : Progress, optional
        threads : int, optional
        allocate : callable, optional
            Gives the memory for an array of some shape and dtype.

        Returns
        -------
        list of Pixels
            One for each tile, without the pixels that an earlier tile has as well.

        Raises
        ------
        TileError
            If a file turns out to be damaged.
        """
        progress = progress or Progress()
        images: list[Pixels] = []
        done = 0
        for index in range(len(self.tiles)):
            (height, width) = self.mosaic.sizes[index]
            part = progress.part(done / self.pixels, (done + height * width) / self.pixels)
            images.append(self._read_tile(index, part, threads, allocate))
            self._leave_out_repeated(images)
            release(images[-1].values)
            done += height * width
        return images

    def _read_tile(self, index: int, progress: Progress, threads: int | None, allocate) -> Pixels:
        kept = self._kept[index]
        height, width = self.mosaic.sizes[index]
        out = None if allocate is None else allocate((height * width, len(kept)), self.dtype)
        try:
            with NeonTile(self.tiles[index].path) as tile:
                image = tile.read_pixels(kept, self._windows[index], progress, threads, out)
            # One name for one band: wavelengths differ a little between years.
            return replace(image, bands=self.bands)
        except TileError as error:
            self._skip(error)
            return Pixels(
                np.empty((0, len(kept)), self.dtype),
                np.zeros((height, width), bool),
                self.tiles[index].grid.window(*self._windows[index]),
                self.bands,
                1.0 / self.tiles[index].scale_factor,
                name=self.tiles[index].name,
            )

    def _leave_out_repeated(self, images: list[Pixels]) -> None:
        """Take from the last image the pixels that earlier ones have."""
        last = len(images) - 1
        repeated = np.zeros_like(images[last].valid)
        for earlier in range(last):
            overlap = self.mosaic.overlap(earlier, last)
            if overlap is not None:
                repeated[overlap[1]] |= images[earlier].valid[overlap[0]]
        images[last] = images[last].without(repeated)
