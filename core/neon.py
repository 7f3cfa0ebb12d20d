"""NEON's reflectance files: tiles (DP3.30006.001 and .002) and flight lines (DP1.30006.001)."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

import numpy as np

from . import cube as cubes
from .bands import WATER_VAPOUR_WINDOWS, Bands, format_windows
from .errors import ParameterError, TileError, in_one_line
from .gdalerrors import attempt
from .grid import Grid
from .hdf5 import open_hdf5
from .hdf5check import BEST_COMPRESSION
from .pixels import Pixels, compact
from .progress import Progress
from .wording import tr

DEFAULT_SCALE_FACTOR = 10_000.0
DEFAULT_NODATA = -9999.0
# The group, below Metadata, of images that belong to the reflectance.
ANCILLARY_FOLDER = "Ancillary_Imagery"
# Values a pixel of an image that is a picture.
MOST_COLOURS = 4
# No place on Earth has larger ones, and no pixel a smaller size, in whatever unit.
LARGEST_COORDINATE, SMALLEST_PIXEL = 1e9, 1e-9
# What is said of a file, in letters.
LONGEST_FINDING = 400
# Wavelengths (nm) of light from the sun that comes back from the ground.
SHORTEST_WAVELENGTH, LONGEST_WAVELENGTH = 100.0, 20_000.0
# All EPSG codes are smaller.
MOST_EPSG = 1_000_000

TILE_NAME = re.compile(r"NEON_D\d{2}_([A-Z0-9]{4})_DP3_(\d{6}_\d{7})_(bidirectional_)?reflectance")
LINE_NAME = re.compile(r"NEON_D\d{2}_([A-Z0-9]{4})_DP1_([A-Z0-9_-]+?)_((?:bi)?directional_)?reflectance")
SITE_CODE = re.compile(r"[A-Z0-9]{4}")


@dataclass(frozen=True)
class TileInfo:
    """What a NEON reflectance file says of itself.

    Attributes
    ----------
    path, name : str
        The file, and what to call it in messages: "SERC 368000_4306000", or the stem of another file name.
    site, product : str
        NEON's codes, such as "SERC" and "DP3.30006.002"; empty when not known.
    grid : Grid
    epsg : int or None
    bands : Bands
        All bands, wavelengths in nm.
    scale_factor : float
        Stored values divided by it are reflectance.
    nodata : float or None
        Stored value that says that nothing was measured.
    windows : tuple of (low, high)
        Wavelengths in nm between which water vapour absorbs the light.
    dtype : str
        Type of the stored values, such as "int16".
    chunks : tuple or None
        Rows, columns and bands that are compressed together.
    notes : tuple of str
        One sentence for each thing that the file does not say, with what is assumed instead.
    """

    path: str
    name: str
    site: str
    product: str
    grid: Grid
    epsg: int | None
    bands: Bands
    scale_factor: float
    nodata: float | None
    windows: tuple[tuple[float, float], ...]
    dtype: str
    chunks: tuple[int, int, int] | None
    notes: tuple[str, ...]


@dataclass(frozen=True)
class LayerInfo:
    """What a file says of an image that it holds beside its reflectance, such as the weather quality.

    Attributes
    ----------
    name : str
        Such as "Weather_Quality_Indicator"; spelling and case differ between years.
    path : str
        Where it is in the file.
    shape : tuple of int
        (rows, columns), or (rows, columns, colours).
    dtype : str
        Type of the stored values, such as "float32".
    description, unit : str
        In the file's words, which are wrong for some layers; empty when it says nothing.
    nodata : float or None
        Stored value that says that nothing is known.
    """

    name: str
    path: str
    shape: tuple[int, ...]
    dtype: str
    description: str
    unit: str
    nodata: float | None


class NeonTile:
    """A NEON reflectance file, open for reading; a context manager.

    Parameters
    ----------
    path : str
    backend : {"h5py", "gdal"}, optional
        The library to read with; by default h5py where it imports, else GDAL.

    Raises
    ------
    TileError
        When the file is not a NEON reflectance file or is damaged.
    MissingPackageError
        When neither library is there.
    """

    def __init__(self, path: str, backend: str | None = None):
        self._file = open_hdf5(path, backend)
        try:
            self.info, self._cube = _Parser(self._file).parse()
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
        threads: int | None = None,
        out: np.ndarray | None = None,
    ) -> Pixels:
        """Read the valid pixels of a window: those with a value in all kept bands.

        Parameters
        ----------
        kept : sequence of int
            Indices of the bands to read, counted from 0.
        window : (rows, columns), optional
            Slices, such as those of `window_of`; by default the whole file.
        progress : Progress, optional
        threads : int, optional
            How many threads decompress; by default one a processor, at most 8.
        out : ndarray, shape (pixels of the window, bands), optional
            Memory for the values, such as a `numpy.memmap` of a scratch file. All of it is written to.

        Returns
        -------
        Pixels
            Stored values in the type of the file. They take pixels x bands x 2 bytes, 346 MB for a tile and 173 bands;
            to go through more than memory holds, use `band_groups`.

        Raises
        ------
        ParameterError
            When a band or the window is not in the file, or memory does not suffice.
        TileError
            When the file is damaged.
        Cancelled
            When the user cancels.
        """
        progress = progress or Progress()
        kept = self._check_bands(kept)
        rows, columns = self._check_window(window)
        grid = self.info.grid.window(rows, columns)
        shape = (grid.height * grid.width, len(kept))
        values = self._memory(shape) if out is None else _check_out(out, shape, np.dtype(self.info.dtype))
        nodata = self.info.nodata
        valid = cubes.read_pixels(self._cube, kept, rows, columns, values, nodata, progress, threads)
        return Pixels(
            values=compact(values, valid, progress),
            valid=valid,
            grid=grid,
            bands=self.info.bands.take(kept),
            scale=1.0 / self.info.scale_factor,
            name=self.info.name,
        )

    def band_groups(
        self,
        kept,
        window: tuple[slice, slice] | None = None,
        progress: Progress | None = None,
        threads: int | None = None,
    ) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """Read a window in groups of bands, to write them one by one in little memory.

        Each chunk of the file is decompressed once.

        Parameters
        ----------
        kept, window, progress, threads
            As for `read_pixels`.

        Yields
        ------
        positions : ndarray of int
            Which of the `kept` bands these are, as positions in `kept`.
        values : ndarray, shape (positions, rows, columns)
            Stored values, no data included. Use them before asking for the next group, which overwrites them. About
            64 MB, or more where the file compresses many bands of a large area together.

        Raises
        ------
        ParameterError, TileError, Cancelled
            As `read_pixels`.
        """
        kept = self._check_bands(kept)
        rows, columns = self._check_window(window)
        return cubes.read_band_groups(self._cube, kept, rows, columns, progress or Progress(), threads)

    def window_of(self, extent: tuple[float, float, float, float]) -> tuple[slice, slice]:
        """Return the rows and columns of the pixels whose centre lies in an extent.

        Parameters
        ----------
        extent : (xmin, ymin, xmax, ymax)
            In the file's coordinate reference system.

        Raises
        ------
        ParameterError
            When no pixel lies in it.
        """
        return window_in(self.info.grid, extent, self.info.name)

    @property
    def dataset(self) -> str:
        """Where the reflectance is in the file."""
        return self._cube.name

    @property
    def compression(self) -> str:
        """How the reflectance is compressed: "gzip", "none" or the name of another way."""
        return self._cube.compression

    @property
    def flight_lines(self) -> list[str]:
        """Names of the flight lines of which the file keeps logs, such as "L003-1_20250612"."""
        folder = self._metadata
        return self._file.groups(f"{folder}/Logs") if "Logs" in self._file.groups(folder) else []

    def layers(self) -> list[LayerInfo]:
        """Describe the images that the file holds beside its reflectance."""
        folders = [self._metadata]
        if ANCILLARY_FOLDER in self._file.groups(self._metadata):
            folders.insert(0, f"{self._metadata}/{ANCILLARY_FOLDER}")
        found = [self._layer(folder, name) for folder in folders for name in self._file.datasets(folder)]
        return [layer for layer in found if layer is not None]

    def read_layer(self, layer: LayerInfo, window: tuple[slice, slice] | None = None) -> np.ndarray:
        """Read the stored values of one of `layers`, shape (rows, columns) or (rows, columns, colours).

        Raises
        ------
        ParameterError
            When the window is not in the file.
        TileError
            When the file is damaged.
        """
        colours = tuple(slice(0, size) for size in layer.shape[2:])
        return self._file.cube(layer.path).read(*self._check_window(window), *colours)

    def _layer(self, folder: str, name: str) -> LayerInfo | None:
        """Describe a dataset; None when it is no image of the file's pixels."""
        path = f"{folder}/{name}"
        array = self._file.cube(path)
        if not self._is_image(array.shape, array.stored_dtype):
            return None
        description, unit = (self._file.attribute(path, item) for item in ("Description", "Units"))
        return LayerInfo(
            name=name,
            path=path,
            shape=tuple(array.shape),
            dtype=array.stored_dtype.newbyteorder("=").name,
            description=description if isinstance(description, str) else "",
            unit=unit if isinstance(unit, str) else "",
            nodata=_number(self._file.attribute(path, "Data_Ignore_Value")),
        )

    def _is_image(self, shape: tuple[int, ...], dtype: np.dtype) -> bool:
        covers_grid = tuple(shape[:2]) == (self.info.grid.height, self.info.grid.width)
        is_picture = len(shape) == 2 or (len(shape) == 3 and shape[2] <= MOST_COLOURS)
        return covers_grid and is_picture and dtype.kind in "iuf"

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

    def _check_window(self, window: tuple[slice, slice] | None) -> tuple[slice, slice]:
        grid = self.info.grid
        rows, columns = window or (slice(0, grid.height), slice(0, grid.width))
        if not (0 <= rows.start < rows.stop <= grid.height and 0 <= columns.start < columns.stop <= grid.width):
            raise ParameterError(
                tr(
                    "Rows {first_row} to {last_row} and columns {first_column} to {last_column} are not "
                    "within {name}, which has {rows} rows and {columns} columns."
                ).format(
                    first_row=rows.start,
                    last_row=rows.stop,
                    first_column=columns.start,
                    last_column=columns.stop,
                    name=self.info.name,
                    rows=grid.height,
                    columns=grid.width,
                )
            )
        return rows, columns

    def _memory(self, shape: tuple[int, int]) -> np.ndarray:
        try:
            return np.empty(shape, self.info.dtype)
        except (MemoryError, ValueError):
            size = shape[0] * shape[1] * np.dtype(self.info.dtype).itemsize
            raise ParameterError(
                tr(
                    "{name}: {bands} bands of {pixels:,} pixels need {size:.1f} GB of memory, which is not "
                    "there; keep fewer bands (a larger subset factor) or choose a smaller extent."
                ).format(name=self.info.name, bands=shape[1], pixels=shape[0], size=size / 1e9)
            ) from None


def window_in(grid: Grid, extent: tuple[float, float, float, float], name: str) -> tuple[slice, slice]:
    """Return the rows and columns of the pixels of a grid whose centre lies in an extent.

    Parameters
    ----------
    grid : Grid
    extent : (xmin, ymin, xmax, ymax)
        In the grid's coordinate reference system.
    name : str
        What the grid belongs to, for the message.

    Raises
    ------
    ParameterError
        When no pixel lies in it.
    """
    xmin, ymin, xmax, ymax = extent
    columns = _centres_between(xmin - grid.left, xmax - grid.left, grid.pixel_width, grid.width)
    rows = _centres_between(grid.top - ymax, grid.top - ymin, grid.pixel_height, grid.height)
    if columns.start >= columns.stop or rows.start >= rows.stop:
        raise ParameterError(
            tr(
                "The extent {extent} holds no pixel of {name}, which covers {whole}; choose an extent within "
                "it, in the same coordinate reference system."
            ).format(
                extent=_format_extent(xmin, xmax, ymin, ymax),
                name=name,
                whole=_format_extent(grid.left, grid.right, grid.bottom, grid.top),
            )
        )
    return rows, columns


def _check_out(out: np.ndarray, shape: tuple[int, int], dtype: np.dtype) -> np.ndarray:
    if out.shape != shape or out.dtype != dtype or not out.flags.c_contiguous:
        raise ParameterError(
            tr("The memory for pixels must be a C-contiguous array {shape} of {dtype}.").format(
                shape=shape, dtype=dtype
            )
        )
    return out


def _centres_between(low: float, high: float, size: float, count: int) -> slice:
    """Return the cells of `count` whose centre lies between two distances from the first one's edge."""
    if not np.isfinite([low, high]).all():
        return slice(0, 0)
    return slice(max(ceil(low / size - 0.5), 0), min(floor(high / size - 0.5) + 1, count))


def _format_extent(xmin: float, xmax: float, ymin: float, ymax: float) -> str:
    return tr("x {xmin:.10g} to {xmax:.10g}, y {ymin:.10g} to {ymax:.10g}").format(
        xmin=xmin, xmax=xmax, ymin=ymin, ymax=ymax
    )


class _Parser:
    """Reads the metadata of a NEON reflectance file and checks that they fit together."""

    def __init__(self, file):
        self._file = file
        self._path = file.path
        self._notes: list[str] = []

    def parse(self) -> tuple[TileInfo, object]:
        site = self._find_site()
        self._reflectance = f"/{site}/Reflectance"
        self._data = f"{self._reflectance}/Reflectance_Data"
        self._metadata = f"{self._reflectance}/Metadata"
        if "Reflectance_Data" not in self._file.datasets(self._reflectance):
            raise self._not_neon(
                tr("its group {group} holds no dataset Reflectance_Data").format(group=self._reflectance)
            )
        cube = self._file.cube(self._data)
        self._check_cube(cube)
        dtype = cube.stored_dtype.newbyteorder("=")
        grid, epsg = self._georeference(cube.shape)
        info = TileInfo(
            path=self._path,
            name=_short_name(self._path),
            site=site if SITE_CODE.fullmatch(site) else "",
            product=self._product(),
            grid=grid,
            epsg=epsg,
            bands=self._bands(cube.shape[2]),
            scale_factor=self._scale_factor(),
            nodata=self._nodata(dtype),
            windows=self._windows(),
            dtype=dtype.name,
            chunks=cube.chunks,
            notes=tuple(self._notes),
        )
        return info, cube

    def _not_neon(self, found: str) -> TileError:
        found = in_one_line(found, LONGEST_FINDING)
        return TileError(
            tr(
                "{path} is not a NEON reflectance file: {found}. Choose a file of the product DP3.30006.001, "
                "DP3.30006.002 or DP1.30006.001."
            ).format(path=self._path, found=found)
        )

    def _damaged(self, found: str) -> TileError:
        return TileError(
            tr("{path}: {found}; the file is damaged, download it again.").format(
                path=self._path, found=in_one_line(found, LONGEST_FINDING)
            )
        )

    def _find_site(self) -> str:
        roots = self._file.groups("/")
        contents = {root: self._file.groups(f"/{root}") for root in roots[:100]}
        sites = [root for root, groups in contents.items() if "Reflectance" in groups]
        if len(sites) > 1:
            listed = in_one_line(", ".join(sites))
            self._notes.append(tr("The file holds several sites ({listed}); the first is used.").format(listed=listed))
        if sites:
            return sites[0]
        for root, groups in contents.items():
            if "Radiance" in groups or "Radiance" in self._file.datasets(f"/{root}"):
                raise self._not_neon(
                    tr("it holds radiance (DP1.30008.001, group /{root}/Radiance), not reflectance").format(root=root)
                )
        listed = ", ".join(f"/{root}" for root in roots[:5]) or tr("no groups")
        raise self._not_neon(tr("no group in it holds a group Reflectance (found: {listed})").format(listed=listed))

    def _check_cube(self, cube) -> None:
        if len(cube.shape) != 3:
            raise self._damaged(
                tr("Reflectance_Data has the shape {shape} instead of (rows, columns, bands)").format(shape=cube.shape)
            )
        if cube.stored_dtype.kind not in "iuf" or cube.stored_dtype.itemsize > 8:
            raise self._damaged(
                tr("Reflectance_Data holds {type} instead of numbers such as int16").format(type=cube.stored_dtype)
            )
        claimed = float(np.prod([float(size) for size in cube.shape])) * cube.stored_dtype.itemsize
        if claimed == 0:
            raise self._damaged(tr("Reflectance_Data is empty, with the shape {shape}").format(shape=cube.shape))
        size = os.path.getsize(self._path)
        if claimed > size * BEST_COMPRESSION:
            raise self._damaged(
                tr(
                    "Reflectance_Data claims the shape {shape}, {claimed:,.0f} GB, which cannot be in a file "
                    "of {size:,.1f} MB"
                ).format(shape=cube.shape, claimed=claimed / 1e9, size=size / 1e6)
            )

    def _members(self, group: str) -> list[str]:
        """Return the datasets of a group under Metadata, none where it is missing."""
        parent, _, name = f"{self._metadata}/{group}".rpartition("/")
        if "Metadata" not in self._file.groups(self._reflectance) or name not in self._file.groups(parent):
            return []
        return self._file.datasets(f"{self._metadata}/{group}")

    def _number(self, name: str) -> float | None:
        return _number(self._file.attribute(self._data, name))

    def _scale_factor(self) -> float:
        value = self._number("Scale_Factor")
        if value is None:
            self._notes.append(
                tr("The file gives no Scale_Factor; {factor:g} is assumed.").format(factor=DEFAULT_SCALE_FACTOR)
            )
            return DEFAULT_SCALE_FACTOR
        if not (np.isfinite(value) and value > 0):
            raise self._damaged(
                tr("Scale_Factor is {value:g} and should be a positive number such as 10000").format(value=value)
            )
        return value

    def _nodata(self, dtype: np.dtype) -> float:
        value = self._number("Data_Ignore_Value")
        if value is None:
            self._notes.append(
                tr("The file gives no Data_Ignore_Value; {value:g} is assumed to mean no data.").format(
                    value=DEFAULT_NODATA
                )
            )
            return DEFAULT_NODATA
        if dtype.kind in "iu" and cubes.as_stored(value, dtype) is None:
            raise self._damaged(
                tr("Data_Ignore_Value is {value:g}, which {type} numbers cannot be").format(value=value, type=dtype)
            )
        return value

    def _windows(self) -> tuple[tuple[float, float], ...]:
        windows = []
        for number in (1, 2):
            name = f"Band_Window_{number}_Nanometers"
            value = self._file.attribute(self._reflectance, name)
            if value is None:
                value = self._file.attribute(self._data, name)
            limits = sorted(_numbers(value))
            if len(limits) == 2 and np.isfinite(limits).all() and limits[0] < limits[1]:
                windows.append((limits[0], limits[1]))
        if len(windows) == 2:
            return tuple(windows)
        self._notes.append(
            tr(
                "The file does not give both Band_Window attributes; the water-vapour windows {windows} nm are assumed."
            ).format(windows=format_windows(WATER_VAPOUR_WINDOWS))
        )
        return WATER_VAPOUR_WINDOWS

    def _bands(self, count: int) -> Bands:
        folder = f"{self._metadata}/Spectral_Data"
        members = self._members("Spectral_Data")
        if "Wavelength" not in members:
            raise self._damaged(tr("the dataset {folder}/Wavelength is missing").format(folder=folder))
        wavelengths = self._file.array(f"{folder}/Wavelength").reshape(-1)
        if len(wavelengths) != count:
            raise self._damaged(
                tr("there are {wavelengths} wavelengths for {count} bands").format(
                    wavelengths=len(wavelengths), count=count
                )
            )
        if not np.isfinite(wavelengths).all() or (np.diff(wavelengths) <= 0).any() or wavelengths[0] <= 0:
            raise self._damaged(tr("the wavelengths are not positive, ascending numbers"))
        factor = self._nanometres(wavelengths, self._file.attribute(f"{folder}/Wavelength", "Units"))
        first, last = wavelengths[0] * factor, wavelengths[-1] * factor
        if not SHORTEST_WAVELENGTH <= first <= last <= LONGEST_WAVELENGTH:
            raise self._damaged(
                tr(
                    "the wavelengths go from {first:g} to {last:g} nm and should lie between {shortest:g} and "
                    "{longest:g} nm"
                ).format(first=first, last=last, shortest=SHORTEST_WAVELENGTH, longest=LONGEST_WAVELENGTH)
            )
        fwhm = self._file.array(f"{folder}/FWHM").reshape(-1) if "FWHM" in members else None
        if fwhm is None:
            self._notes.append(tr("The file gives no FWHM; the widths of the bands stay unknown."))
        elif len(fwhm) != count:
            self._notes.append(
                tr(
                    "The file gives {widths} values of FWHM for {count} bands; the widths of the bands stay unknown."
                ).format(widths=len(fwhm), count=count)
            )
            fwhm = None
        return Bands.of(wavelengths * factor, None if fwhm is None else fwhm * factor)

    def _nanometres(self, wavelengths: np.ndarray, units) -> float:
        """Return the factor that turns the file's wavelengths into nm."""
        if wavelengths[-1] < 10:
            self._notes.append(tr("The wavelengths look like micrometres and are converted to nanometres."))
            return 1000.0
        if units is None:
            self._notes.append(tr("The file does not give the unit of the wavelengths; nanometres are assumed."))
        return 1.0

    def _product(self) -> str:
        name = os.path.basename(self._path)
        tile = TILE_NAME.match(name)
        if tile:
            return "DP3.30006.002" if tile[3] else "DP3.30006.001"
        line = LINE_NAME.match(name)
        if line:
            return "DP1.30006.002" if line[3] == "bidirectional_" else "DP1.30006.001"
        # Each version of the tiles has layers that no other has.
        if {"Acquisition_Date", "Acqusition_Date"} & set(self._members("Ancillary_Imagery")):
            return "DP3.30006.002"
        if "Metadata" in self._file.groups(self._reflectance) and (
            "to-sensor_azimuth_angle" in self._file.datasets(self._metadata)
        ):
            return "DP3.30006.001"
        return ""

    def _georeference(self, shape: tuple[int, int, int]) -> tuple[Grid, int | None]:
        height, width = shape[:2]
        folder = f"{self._metadata}/Coordinate_System"
        texts = {
            name: self._file.text(f"{folder}/{name}")
            for name in self._members("Coordinate_System")
            if name in ("EPSG Code", "Map_Info", "Proj4", "Coordinate_System_String")
        }
        extent = _numbers(self._file.attribute(self._data, "Spatial_Extent_meters"))
        if texts.get("Map_Info"):
            left, top, pixel_width, pixel_height = self._corner(texts["Map_Info"])
        elif _is_extent(extent):
            left, top = extent[0], extent[3]
            pixel_width, pixel_height = (extent[1] - left) / width, (top - extent[2]) / height
            self._notes.append(tr("The file gives no Map_Info; its position is taken from Spatial_Extent_meters."))
        else:
            raise self._damaged(
                tr("the dataset {folder}/Map_Info is missing, so that nobody knows where the pixels lie").format(
                    folder=folder
                )
            )
        epsg = self._epsg(texts)
        crs, metres = self._crs(epsg, texts)
        grid = Grid(width, height, left, top, pixel_width, pixel_height, crs, metres)
        self._check_extent(grid, extent)
        return grid, epsg if crs else None

    def _corner(self, map_info: str) -> tuple[float, float, float, float]:
        fields = [field.strip() for field in map_info.strip("{} ").split(",")]
        try:
            column, row, x, y, pixel_width, pixel_height = (float(field) for field in fields[1:7])
        except ValueError:
            raise self._damaged(
                tr('Map_Info is "{text}" and cannot be understood').format(text=in_one_line(map_info))
            ) from None
        # (1, 1) is the upper-left corner of the first pixel.
        left, top = x - (column - 1) * pixel_width, y + (row - 1) * pixel_height
        largest = np.abs([left, top, pixel_width, pixel_height]).max()
        # Also where one of the numbers is NaN.
        if not (largest <= LARGEST_COORDINATE and min(pixel_width, pixel_height) >= SMALLEST_PIXEL):
            raise self._damaged(
                tr('Map_Info is "{text}", with an impossible position or pixel size').format(text=in_one_line(map_info))
            )
        rotation = _rotation(fields)
        if rotation:
            raise TileError(
                tr(
                    "{path}: Map_Info gives a rotation of {rotation:g} degrees, and only north-up files can "
                    "be used; warp the file to a north-up grid first."
                ).format(path=self._path, rotation=rotation)
            )
        return left, top, pixel_width, pixel_height

    def _check_extent(self, grid: Grid, extent: list[float]) -> None:
        if not _is_extent(extent):
            return
        found = [grid.left, grid.right, grid.bottom, grid.top]
        sizes = [grid.pixel_width, grid.pixel_width, grid.pixel_height, grid.pixel_height]
        if any(abs(ours - theirs) > size / 2 for ours, theirs, size in zip(found, extent, sizes)):
            raise self._damaged(
                tr(
                    "Map_Info places the {rows} x {columns} pixels at {found}, but Spatial_Extent_meters at {extent}"
                ).format(
                    rows=grid.height, columns=grid.width, found=_format_extent(*found), extent=_format_extent(*extent)
                )
            )

    def _epsg(self, texts: dict[str, str]) -> int | None:
        code = _number(texts.get("EPSG Code"))
        if code is not None and 0 < code < MOST_EPSG and code == int(code):
            return int(code)
        epsg = _epsg_of_map_info(texts.get("Map_Info", "")) or _epsg_of_proj4(texts.get("Proj4", ""))
        if epsg:
            source = "Map_Info" if _epsg_of_map_info(texts.get("Map_Info", "")) else "Proj4"
            self._notes.append(
                tr("The file gives no EPSG code; EPSG:{epsg} is derived from its {source}.").format(
                    epsg=epsg, source=source
                )
            )
        return epsg

    def _crs(self, epsg: int | None, texts: dict[str, str]) -> tuple[str, float | None]:
        """Return the coordinate reference system as WKT, and the length of its unit in metres."""
        from osgeo import osr

        reference = osr.SpatialReference()
        if epsg is not None:
            attempt(reference.ImportFromEPSG, epsg)
        else:
            attempt(reference.ImportFromWkt, texts.get("Coordinate_System_String", ""))
        # Others, such as vertical ones, do not tell where pixels are.
        wkt = attempt(reference.ExportToWkt)[0] if reference.IsProjected() or reference.IsGeographic() else ""
        if not wkt:
            note = tr("The file gives no EPSG code; the coordinate reference system stays unknown.")
            if epsg:
                note = tr("EPSG:{epsg} is not known to PROJ; the coordinate reference system stays unknown.").format(
                    epsg=epsg
                )
            self._notes.append(note)
            return "", None
        return wkt, reference.GetLinearUnits() if reference.IsProjected() else None


def _short_name(path: str) -> str:
    name = os.path.basename(path)
    match = TILE_NAME.match(name) or LINE_NAME.match(name)
    return f"{match[1]} {match[2]}" if match else os.path.splitext(name)[0]


def _number(value) -> float | None:
    numbers = _numbers(value)
    return numbers[0] if numbers else None


def _numbers(value) -> list[float]:
    """Return the numbers in an attribute, which may be a string that holds them; none when it holds anything else."""
    if value is None:
        return []
    items = value.replace(",", " ").split() if isinstance(value, str) else np.atleast_1d(value).reshape(-1)[:16]
    try:
        return [float(item) for item in items]
    except ValueError:
        return []


def _is_extent(extent: list[float]) -> bool:
    return (
        len(extent) == 4
        and np.abs(extent).max() <= LARGEST_COORDINATE
        and extent[0] < extent[1]
        and extent[2] < extent[3]
    )


def _rotation(fields: list[str]) -> float:
    """Return the rotation that Map_Info gives, as "rotation=30" or as a number after the units."""
    units = [index for index, field in enumerate(fields) if field.lower().startswith("units")]
    trailing = fields[units[0] + 1 :] if units else []
    named = [field.split("=")[1] for field in fields if field.lower().startswith("rotation") and "=" in field]
    for text in named + trailing:
        try:
            angle = float(text)
        except ValueError:
            continue
        if angle:
            return angle
    return 0.0


def _epsg_of_map_info(map_info: str) -> int | None:
    fields = [field.strip() for field in map_info.strip("{} ").split(",")]
    if len(fields) < 10 or fields[0].upper() != "UTM" or fields[9].upper().replace("-", "") != "WGS84":
        return None
    return _utm(fields[7], fields[8].lower().startswith("s"))


def _epsg_of_proj4(proj4: str) -> int | None:
    zone = re.search(r"\+zone=(\d+)", proj4)
    if zone is None or "+proj=utm" not in proj4.lower() or "WGS84" not in proj4:
        return None
    return _utm(zone[1], "+south" in proj4)


def _utm(zone: str, south: bool) -> int | None:
    if not (zone.isdecimal() and 1 <= int(zone) <= 60):
        return None
    return (32700 if south else 32600) + int(zone)
