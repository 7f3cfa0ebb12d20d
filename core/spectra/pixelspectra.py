# SPDX-License-Identifier: GPL-2.0-or-later
"""Spectra of single pixels, small boxes and polygons of one image, to be looked at one after the other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..compute.memory import PixelStore
from ..errors import ParameterError, RasterError
from ..files.neon.tile import NeonTile
from ..files.raster.choice import RasterChoice
from ..files.raster.image import RasterImage
from ..image.bands import WATER_VAPOUR_WINDOWS, Bands
from ..image.grid import Grid
from ..image.pixels import nodata_as
from ..image.slices import aligned_slices, length
from ..inputs.overlay import OverlaidPolygons
from ..progress import Progress, Watch
from ..wording import tr
from .hints import ndvi
from .samples import HIGH_PERCENT, LOW_PERCENT, FeatureSummary, Spread

# Ten hectares of pixels of 1 m, of which all bands take 100 MB.
MOST_PIXELS = 100_000
# A tile is slow when a pixel takes more than this share of what the whole tile takes to read.
_LARGEST_CHUNK = 1 / 50
# Values of which percentiles are found at a time.
_VALUES_AT_ONCE = 2_000_000


class ImageSpectra:
    """An image whose spectra are read pixel by pixel, open until `close`; made by `open_spectra`.

    Attributes
    ----------
    name : str
        What the image is called in messages.
    grid : Grid
    bands : Bands
    windows : sequence of (low, high)
        Wavelengths in nm at which water vapour absorbs nearly all light, so that reflectance is noise.
    """

    name: str
    grid: Grid
    bands: Bands
    windows: Sequence[tuple[float, float]]

    def read(self, rows: np.ndarray, columns: np.ndarray, progress: Progress) -> np.ndarray:
        """Read pixels.

        Parameters
        ----------
        rows, columns : ndarray of int, shape (pixels,)
        progress : Progress

        Returns
        -------
        ndarray of float64, shape (pixels, bands)
            Reflectance; NaN where there is no data.

        Raises
        ------
        Cancelled
            When the user asked to stop.
        TileError, RasterError
            If a part of the file cannot be read.
        """
        raise NotImplementedError

    @property
    def is_slow(self) -> bool:
        """Whether a pixel takes as long to read as the whole image, until that is copied."""
        return False

    def copy(self, progress: Progress) -> None:
        """Copy an image that is slow, so that all further pixels are read at once.

        Raises
        ------
        Cancelled
            When the user asked to stop; the image stays as it was.
        TileError
            If a part of the file cannot be read.
        OutputError
            If there is no room for scratch files.
        """

    def close(self) -> None:
        """Close the file, and remove what was copied of it."""

    def spread(self, rows: np.ndarray, columns: np.ndarray, progress: Progress | None = None) -> Spread:
        """Read pixels, of which there is at least one, and return their mean, standard deviation and percentiles.

        Bands without data in a pixel are left out there; a band without data in any is NaN.

        Raises
        ------
        ParameterError
            If no pixel has data.
        Cancelled, TileError, RasterError
            As `read`.
        """
        progress = progress or Progress()
        values = self.read(rows, columns, progress)
        values = values[np.isfinite(values).any(axis=1)]
        if not len(values):
            raise ParameterError(tr("{name} has no data there.").format(name=self.name))
        return _spread(values, progress)


def open_spectra(source: str | RasterChoice, store: PixelStore, progress: Progress | None = None) -> ImageSpectra:
    """Open a tile, given by its path, or a raster.

    Parameters
    ----------
    source : str or RasterChoice
    store : PixelStore
        Where `copy` puts a tile that keeps whole bands together.
    progress : Progress, optional

    Raises
    ------
    TileError, RasterError
        If it cannot be opened, or the wavelengths of a raster are not known.
    """
    if isinstance(source, RasterChoice):
        return _RasterSpectra(source)
    return _TileSpectra(source, store, progress or Progress())


def pixels_around(grid: Grid, x: float, y: float, size: int) -> tuple[np.ndarray, np.ndarray]:
    """Return rows and columns of the pixels of a box around a place, without those beyond the edge of the image.

    Parameters
    ----------
    grid : Grid
    x, y : float
        In the coordinate reference system of the grid.
    size : int
        How many pixels the box is high and wide; odd.

    Returns
    -------
    rows, columns : ndarray of int, shape (pixels,)
        Empty where the place lies outside the grid.
    """
    row, column = grid.pixel_at(x, y)
    if not (0 <= row < grid.height and 0 <= column < grid.width):
        return np.empty(0, int), np.empty(0, int)
    reach = size // 2
    rows, columns = np.mgrid[
        max(row - reach, 0) : min(row + reach + 1, grid.height),
        max(column - reach, 0) : min(column + reach + 1, grid.width),
    ]
    return rows.ravel(), columns.ravel()


def pixels_in(grid: Grid, wkb: bytes, crs: str, progress: Progress | None = None) -> tuple[np.ndarray, np.ndarray]:
    """Return rows and columns of the pixels whose centre lies in a polygon, by the rules of `places_of_features`.

    Parameters
    ----------
    grid : Grid
    wkb : bytes
        The polygon as well-known binary.
    crs : str
        Its coordinate reference system (WKT).
    progress : Progress, optional

    Returns
    -------
    rows, columns : ndarray of int, shape (pixels,)
        Empty where the polygon lies outside the grid.

    Raises
    ------
    ParameterError
        If there are more than 100,000 pixels.
    RasterError
        If the polygon cannot be projected.
    """
    progress = progress or Progress()
    cells, *_ = OverlaidPolygons([wkb], crs, tr("The polygon"), [1], progress).cells(grid, Watch(progress))
    if len(cells) > MOST_PIXELS:
        raise ParameterError(
            tr(
                "The polygon has {count:,} pixels, of which at most {most:,} are averaged here; draw a smaller one, or "
                "use Sample spectra."
            ).format(count=len(cells), most=MOST_PIXELS)
        )
    return cells.rows, cells.columns


def summary_of(spread: Spread, bands: Bands, windows: Sequence[tuple[float, float]]) -> FeatureSummary:
    """Return a spectrum in short, without the bands in windows (nm), which are noise."""
    is_used = np.isfinite(spread.mean)
    for low, high in windows:
        is_used &= ~((bands.wavelengths >= low) & (bands.wavelengths <= high))
    deviation = spread.deviation[is_used & np.isfinite(spread.deviation)]
    return FeatureSummary(
        pixels=spread.count,
        ndvi=ndvi(spread.mean, bands.wavelengths),
        brightness=float(spread.mean[is_used].mean()) if is_used.any() else float("nan"),
        deviation=float(deviation.mean()) if len(deviation) else None,
    )


class _TileSpectra(ImageSpectra):
    """A tile, which is slow when its chunks are large, as all are decompressed for one pixel."""

    def __init__(self, path: str, store: PixelStore, progress: Progress):
        progress.check()
        self._tile = NeonTile(path)
        info = self._tile.info
        self.name, self.grid, self.bands, self.windows = info.name, info.grid, info.bands, info.windows
        self._store = store
        height, width = (info.chunks or (1, info.grid.width, 0))[:2]
        self._has_large_chunks = height * width > _LARGEST_CHUNK * info.grid.height * info.grid.width
        self._lines: np.ndarray | None = None

    @property
    def is_slow(self) -> bool:
        return self._has_large_chunks and self._lines is None

    def read(self, rows: np.ndarray, columns: np.ndarray, progress: Progress) -> np.ndarray:
        if self._lines is not None:
            stored = self._lines[rows, :, columns]
        else:
            if self.is_slow:
                progress.begin(tr("Decompressing {name}").format(name=self.name))
            stored = self._tile.read_cells(rows, columns, progress)
        info = self._tile.info
        nodata = nodata_as(info.nodata, stored.dtype)
        values = stored.astype(np.float64) / info.scale_factor
        values[~np.isfinite(values) if nodata is None else (stored == nodata) | ~np.isfinite(values)] = np.nan
        return values

    def copy(self, progress: Progress) -> None:
        info = self._tile.info
        shape = (info.grid.height, len(info.bands), info.grid.width)
        dtype = np.dtype(info.dtype)
        progress.begin(tr("Copying {name}").format(name=self.name))
        progress.info(self._store.plan([(info.grid.height * info.grid.width, len(info.bands))], dtype))
        lines = self._store.allocate(shape, dtype)
        self._tile.read_lines(lines, progress)
        self._lines = lines

    def close(self) -> None:
        self._lines = None
        self._tile.close()


class _RasterSpectra(ImageSpectra):
    """A raster, without the bands that its header marks as bad."""

    def __init__(self, choice: RasterChoice):
        self._raster = RasterImage(choice)
        self.name, self.grid = self._raster.name, self._raster.grid
        self.bands, self.windows = self._raster.bands.take(self._raster.good), WATER_VAPOUR_WINDOWS
        if len(self.bands) < 2 or not self.bands.have_wavelengths:
            raise RasterError(
                tr(
                    "{name} does not say at which wavelengths its bands lie; choose a tile, cleaned reflectance or "
                    "another raster with wavelengths."
                ).format(name=self.name)
            )

    def read(self, rows: np.ndarray, columns: np.ndarray, progress: Progress) -> np.ndarray:
        window = tuple(slice(int(of.min()), int(of.max()) + 1) for of in (rows, columns))
        keep = np.zeros(tuple(map(length, window)), bool)
        inside = rows - window[0].start, columns - window[1].start
        keep[inside] = True
        pixels = self._raster.read_pixels(
            Watch(progress), indices=self._raster.good, window=window, keep=keep, leave_out_empty=True
        )
        values = np.full((len(rows), len(self.bands)), np.nan)
        is_valid = pixels.valid[inside]
        # Of a pixel of the window, its place among the valid ones.
        places = np.cumsum(pixels.valid).reshape(pixels.valid.shape)[inside][is_valid] - 1
        found = np.flatnonzero(np.isin(self.bands.numbers, pixels.bands.numbers))
        reflectance = pixels.values[places].astype(np.float64) * pixels.scale + pixels.offset
        values[np.ix_(is_valid, found)] = reflectance
        return values

    def close(self) -> None:
        self._raster.__exit__(None, None, None)


def _spread(values: np.ndarray, progress: Progress) -> Spread:
    """Return the statistics of spectra, shape (pixels, bands), in which NaN is no data."""
    bands = values.shape[1]
    counts = np.isfinite(values).sum(axis=0)
    mean, deviation, low, high = np.full((4, bands), np.nan)
    for part in aligned_slices(0, bands, max(_VALUES_AT_ONCE // len(values), 1)):
        progress.check()
        # Bands that lack the same pixels are few; mostly none lacks any.
        for count in np.unique(counts[part][counts[part] > 0]):
            chosen = np.arange(part.start, part.stop)[counts[part] == count]
            of_bands = values[:, chosen]
            if count < len(values):
                # No data last, so that the rest can be cut off.
                of_bands = np.sort(of_bands, axis=0)[:count]
            mean[chosen] = of_bands.mean(axis=0)
            low[chosen], high[chosen] = np.percentile(of_bands, (LOW_PERCENT, HIGH_PERCENT), axis=0)
            if count > 1:
                deviation[chosen] = of_bands.std(axis=0, ddof=1)
    return Spread(len(values), mean, deviation, low, high)
