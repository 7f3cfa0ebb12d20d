# SPDX-License-Identifier: GPL-2.0-or-later
"""NEON's reflectance files: tiles (DP3.30006.001 and .002) and flight lines (DP1.30006.001)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ...errors import ParameterError, TileError
from ...image.grid import check_window
from ...image.pixels import Pixels, compact
from ...progress import Progress
from ...wording import tr
from ..hdf5.opening import open_hdf5
from . import cube as cubes
from .attributes import one_number_in
from .metadata import read_metadata

# The group of most ancillary layers, below Metadata.
ANCILLARY_FOLDER = "Ancillary_Imagery"
# Ancillary layers have up to so many colours: weather quality used to be stored as a colour image.
MOST_COLOURS = 4


@dataclass(frozen=True)
class TileLayer:
    """An ancillary layer of a file, such as the weather quality."""

    name: str  # such as "Weather_Quality_Indicator"; spelling and case differ between years
    path: str  # its path in the file
    shape: tuple[int, ...]  # (rows, columns), or (rows, columns, colours)
    dtype: str  # type of the stored values, such as "float32"
    description: str  # from the file; wrong for some layers, or empty
    unit: str  # from the file; wrong for some layers, or empty
    nodata: float | None  # the no data value; None when the file gives none


class NeonTile:
    """A NEON reflectance file, open for reading; a context manager.

    Parameters
    ----------
    backend : {"h5py", "gdal"}, optional
        The library to read with; by default h5py where it imports, else GDAL.

    Raises
    ------
    TileError
        When the file is not a NEON reflectance file or is damaged.
    MissingPackageError
        When neither library is installed.
    """

    def __init__(self, path: str, backend: str | None = None):
        self._file = open_hdf5(path, backend)
        try:
            self.info, self._cube = read_metadata(self._file)
        except BaseException:
            self._file.close()
            raise
        self._metadata = f"{self._cube.name.rpartition('/')[0]}/Metadata"

    def __enter__(self) -> NeonTile:
        return self

    def __exit__(self, *exception) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._cube = None
        self._file.close()

    def read_pixels(
        self,
        kept,
        window: tuple[slice, slice] | None = None,
        progress: Progress | None = None,
        out: np.ndarray | None = None,
    ) -> Pixels:
        """Read the valid pixels of a window, which have data in all kept bands.

        Parameters
        ----------
        kept : sequence of int
            Indices of the bands to read, counted from 0.
        window : (rows, columns), optional
            By default the whole file.
        out : ndarray, shape (pixels of the window, bands), optional
            Memory for the values, such as a `numpy.memmap` of a scratch file.

        Returns
        -------
        Pixels
            Stored values in the type of the file. 173 bands of a tile (int16) take 346 MB; use `band_groups` for more
            than fits in memory.

        Raises
        ------
        ParameterError
            When a band or the window is not in the file, or there is not enough memory.
        TileError
            When the file is damaged.
        """
        progress = progress or Progress()
        kept = self._check_bands(kept)
        rows, columns = check_window(self.info.grid, window, self.info.name)
        grid = self.info.grid.window(rows, columns)
        shape = (grid.height * grid.width, len(kept))
        values = self._memory(shape) if out is None else _check_out(out, shape, np.dtype(self.info.dtype))
        nodata = self.info.nodata
        valid, coverage = cubes.read_pixels(self._cube, kept, rows, columns, values, nodata, progress)
        return Pixels(
            values=compact(values, valid, progress),
            valid=valid,
            grid=grid,
            bands=self.info.bands.take(kept),
            scale=1.0 / self.info.scale_factor,
            name=self.info.name,
            coverage=coverage,
        )

    def band_groups(
        self, kept, window: tuple[slice, slice] | None = None, progress: Progress | None = None
    ) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """Read a window in groups of bands, which takes less memory than all bands at once.

        Each chunk of the file is decompressed once.

        Yields
        ------
        positions : ndarray of int
            Positions in `kept` of the bands in the group.
        values : ndarray, shape (positions, rows, columns)
            Stored values, including no data, about 64 MB, or more where the bands of one chunk take more. The next
            group overwrites them.
        """
        kept = self._check_bands(kept)
        rows, columns = check_window(self.info.grid, window, self.info.name)
        return cubes.read_band_groups(self._cube, kept, rows, columns, progress or Progress())

    def read_cells(self, rows: np.ndarray, columns: np.ndarray, progress: Progress | None = None) -> np.ndarray:
        """Read all bands of single pixels; of the file, only the chunks in which they lie.

        Parameters
        ----------
        rows, columns : ndarray of int, shape (pixels,)
        progress : Progress, optional

        Returns
        -------
        ndarray, shape (pixels, bands)
            Stored values, including no data.
        """
        bands = np.arange(len(self.info.bands))
        values = self._memory((len(rows), len(bands)))
        places = np.arange(len(rows))
        cubes.read_cells(self._cube, bands, rows, columns, values, places, self.info.nodata, progress or Progress())
        return values

    def read_thinned(self, kept, step: int, progress: Progress | None = None) -> Pixels:
        """Read the valid pixels in every n-th row and column.

        Parameters
        ----------
        kept : sequence of int
            Indices of the bands to read, counted from 0.
        step : int
        progress : Progress, optional

        Returns
        -------
        Pixels
            Stored values, on the grid of the pixels that were read.
        """
        kept, grid = self._check_bands(kept), self.info.grid
        rows, columns = slice(0, grid.height, step), slice(0, grid.width, step)
        values, valid = cubes.read_thinned(self._cube, kept, rows, columns, self.info.nodata, progress or Progress())
        return Pixels(
            values=values[valid],
            valid=valid,
            grid=grid.every(step),
            bands=self.info.bands.take(kept),
            scale=1.0 / self.info.scale_factor,
            name=self.info.name,
        )

    def read_lines(self, out: np.ndarray, progress: Progress | None = None) -> None:
        """Read all stored values, line by line, to `out`, shape (rows, bands, columns); see `cube.read_lines`."""
        cubes.read_lines(self._cube, out, progress or Progress())

    def cube(self, path: str):
        """Open the dataset at a path of the file, to read parts of it."""
        return self._file.cube(path)

    @property
    def dataset(self) -> str:
        """Path of the reflectance in the file."""
        return self._cube.name

    @property
    def compression(self) -> str:
        """Compression of the reflectance: "gzip", "none" or the name of another method."""
        return self._cube.compression

    @property
    def flight_lines(self) -> list[str]:
        """Names of the flight lines that have logs in the file, such as "L003-1_20250612"."""
        return self._file.groups(f"{self._metadata}/Logs")

    def has_log(self, name: str) -> bool:
        """Tell whether a file of a single line has a dataset of that name in its logs."""
        return name in self._file.datasets(f"{self._metadata}/Logs")

    def logged_number(self, name: str, line: str = "") -> float | None:
        """Return a number in the logs of a flight line; None where there is none, or it cannot be read.

        Parameters
        ----------
        name : str
            Such as "Solar_Zenith_Angle".
        line : str
            One of `flight_lines`; empty in files of a single line, which have no group for it.
        """
        folder = f"{self._metadata}/Logs/{line}".rstrip("/")
        if name not in self._file.datasets(folder):
            return None
        try:
            numbers = self._file.array(f"{folder}/{name}").reshape(-1)
        except TileError:
            return None
        return float(numbers[0]) if len(numbers) == 1 and np.isfinite(numbers[0]) else None

    def attribute(self, layer: TileLayer, name: str):
        """Return an attribute of a layer: text, a number or an array of numbers; None when it is missing."""
        return self._file.attribute(layer.path, name)

    def layers(self) -> list[TileLayer]:
        """Return the ancillary layers that the file holds."""
        folders = [f"{self._metadata}/{ANCILLARY_FOLDER}", self._metadata]
        found = [self._layer(folder, name) for folder in folders for name in self._file.datasets(folder)]
        return [layer for layer in found if layer is not None]

    def read_layer(self, layer: TileLayer, window: tuple[slice, slice] | None = None) -> np.ndarray:
        """Read the stored values of one of `layers`, shape (rows, columns) or (rows, columns, colours).

        Raises
        ------
        ParameterError
            When the window is not in the file.
        TileError
            When the file is damaged.
        """
        colours = tuple(slice(0, size) for size in layer.shape[2:])
        return self._file.cube(layer.path).read(*check_window(self.info.grid, window, self.info.name), *colours)

    def _layer(self, folder: str, name: str) -> TileLayer | None:
        """Return a dataset as a layer; None when it is not an image of the tile."""
        path = f"{folder}/{name}"
        array = self._file.cube(path)
        shape = tuple(array.shape)
        is_image = len(shape) == 2 or (len(shape) == 3 and shape[2] <= MOST_COLOURS)
        covers_grid = shape[:2] == (self.info.grid.height, self.info.grid.width)
        if not (is_image and covers_grid and array.stored_dtype.kind in "iuf"):
            return None
        description, unit = (self._file.attribute(path, item) for item in ("Description", "Units"))
        return TileLayer(
            name=name,
            path=path,
            shape=shape,
            dtype=array.stored_dtype.newbyteorder("=").name,
            description=description if isinstance(description, str) else "",
            unit=unit if isinstance(unit, str) else "",
            nodata=one_number_in(self._file.attribute(path, "Data_Ignore_Value")),
        )

    def _check_bands(self, kept) -> np.ndarray:
        kept = np.atleast_1d(np.asarray(kept))
        count = len(self.info.bands)
        if kept.ndim != 1 or not len(kept) or kept.dtype.kind not in "iu" or kept.min() < 0 or kept.max() >= count:
            raise ParameterError(
                tr("{name} has the bands 1 to {count}; choose at least one, and only of these.").format(
                    name=self.info.name, count=count
                )
            )
        return kept.astype(np.intp)

    def _memory(self, shape: tuple[int, int]) -> np.ndarray:
        try:
            return np.empty(shape, self.info.dtype)
        except (MemoryError, ValueError):
            size = shape[0] * shape[1] * np.dtype(self.info.dtype).itemsize
            raise ParameterError(
                tr(
                    "{name}: {bands} bands of {pixels:,} pixels need {size:.1f} GB of memory, which is not "
                    "there; keep fewer bands (every n-th, with a larger n) or choose a smaller extent."
                ).format(name=self.info.name, bands=shape[1], pixels=shape[0], size=size / 1e9)
            ) from None


def _check_out(out: np.ndarray, shape: tuple[int, int], dtype: np.dtype) -> np.ndarray:
    if out.shape != shape or out.dtype != dtype or not out.flags.c_contiguous:
        raise ParameterError(
            tr("The memory for pixels must be a C-contiguous array {shape} of {dtype}.").format(
                shape=shape, dtype=dtype
            )
        )
    return out
