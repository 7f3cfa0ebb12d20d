# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads and checks the metadata of a NEON reflectance file."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ...errors import TileError, in_one_line
from ...image.bands import WATER_VAPOUR_WINDOWS, Bands, format_windows
from ...image.grid import Grid
from ...image.pixels import nodata_as
from ...wording import tr
from ..hdf5.inflate import BEST_COMPRESSION
from .attributes import checked_number, numbers_in
from .cube import DATASET_BEFORE_2017, open_reflectance
from .faults import damaged, not_neon
from .place import read_place

DEFAULT_SCALE_FACTOR = 10_000.0
# NEON's factor is 10000; a file of real numbers may have 1.
SCALE_FACTOR_LIMITS = (1.0, 1e9)
DEFAULT_NODATA = -9999.0
# Range of the wavelengths of reflected sunlight (nm).
SHORTEST_WAVELENGTH, LONGEST_WAVELENGTH = 100.0, 20_000.0
NANOMETRES_PER_MICROMETRE = 1000.0
# Smaller wavelengths and band widths are in micrometres, whatever unit the file gives.
MOST_MICROMETRES, WIDEST_BAND_MICROMETRES = 10.0, 0.5
TILE_NAME = re.compile(r"NEON_D\d{2}_([A-Z0-9]{4})_DP3_(\d{6}_\d{7})_(bidirectional_)?reflectance")
LINE_NAME = re.compile(r"NEON_D\d{2}_([A-Z0-9]{4})_DP1_([A-Z0-9_-]+?)_((?:bi)?directional_)?reflectance")
SITE_CODE = re.compile(r"[A-Z0-9]{4}")


@dataclass(frozen=True)
class Names:
    """The paths of datasets and groups in a file, and the names of attributes."""

    data: str  # dataset of the reflectance
    group: str  # its group, which has the water-vapour windows as attributes
    metadata: str  # group of ancillary layers, logs and the rest
    wavelengths: str  # dataset of the wavelengths
    widths: str  # dataset of the full width at half maximum (FWHM)
    texts: Mapping[str, str]  # datasets of the coordinate reference system, by their current names
    scale_factor: str = "Scale_Factor"  # attribute of the reflectance
    nodata: str = "Data_Ignore_Value"  # attribute of the reflectance

    @classmethod
    def of_site(cls, site: str) -> Names:
        """Return the names in files since 2017, which have everything in a group named after the site."""
        group = f"/{site}/Reflectance"
        metadata = f"{group}/Metadata"
        texts = ("EPSG Code", "Map_Info", "Proj4", "Coordinate_System_String")
        return cls(
            data=f"{group}/Reflectance_Data",
            group=group,
            metadata=metadata,
            wavelengths=f"{metadata}/Spectral_Data/Wavelength",
            widths=f"{metadata}/Spectral_Data/FWHM",
            texts={name: f"{metadata}/Coordinate_System/{name}" for name in texts},
        )


NAMES_BEFORE_2017 = Names(
    data=DATASET_BEFORE_2017,
    group="/",
    metadata="/Metadata",
    wavelengths="/wavelength",
    widths="/fwhm",
    texts={"Map_Info": "/map info", "Coordinate_System_String": "/coordinate system string"},
    scale_factor="Scale Factor",
    nodata="data ignore value",
)


@dataclass(frozen=True)
class TileInfo:
    """The metadata of a NEON reflectance file."""

    path: str
    name: str  # for messages; see `short_name`
    site: str  # NEON's code, such as "SERC"; empty when not known
    product: str  # NEON's code, such as "DP3.30006.002"; empty when not known
    grid: Grid
    epsg: int | None
    bands: Bands  # all bands, wavelengths in nm
    scale_factor: float  # stored values divided by it are reflectance
    nodata: float | None  # the stored no data value
    windows: tuple[tuple[float, float], ...]  # absorption windows of water vapour (nm)
    dtype: str  # type of the stored values, such as "int16"
    chunks: tuple[int, int, int] | None  # rows, columns and bands of a chunk; None when the cube has no chunks
    notes: tuple[str, ...]  # a sentence for each property that the file does not give, with what is assumed instead


def read_metadata(file) -> tuple[TileInfo, object]:
    """Read the metadata of an open HDF5 file, and open its reflectance (see `cube.open_reflectance`).

    Raises
    ------
    TileError
        When the file is not a NEON reflectance file or is damaged.
    """
    return _Parser(file).parse()


class _Parser:
    """Reads the metadata of one file; see `read_metadata`."""

    def __init__(self, file):
        self._file = file
        self._path = file.path
        self._notes: list[str] = []

    def parse(self) -> tuple[TileInfo, object]:
        site = self._find_site()
        self._names = Names.of_site(site) if site else NAMES_BEFORE_2017
        if not self._has(self._names.data):
            raise not_neon(
                self._path, tr("its group {group} holds no dataset Reflectance_Data").format(group=self._names.group)
            )
        cube = open_reflectance(self._file, self._names.data)
        self._check_cube(cube)
        dtype = cube.stored_dtype.newbyteorder("=")
        grid, epsg = self._place(cube.shape[:2])
        info = TileInfo(
            path=self._path,
            name=short_name(self._path),
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

    def _damaged(self, found: str) -> TileError:
        return damaged(self._path, found)

    def _find_site(self) -> str:
        """Return the name of the site's group; empty for a file from before 2017, which has no such group."""
        roots = self._file.groups("/")
        contents = {root: self._file.groups(f"/{root}") for root in roots[:100]}
        sites = [root for root, groups in contents.items() if "Reflectance" in groups]
        if len(sites) > 1:
            listed = in_one_line(", ".join(sites))
            self._notes.append(tr("The file holds several sites ({listed}); the first is used.").format(listed=listed))
        if sites:
            return sites[0]
        if {"Reflectance", "wavelength"} <= set(self._file.datasets("/")):
            self._notes.append(
                tr(
                    "The file has NEON's format from before 2017; its reflectance is read, but not its ancillary "
                    "layers and logs."
                )
            )
            return ""
        for root, groups in contents.items():
            if "Radiance" in groups or "Radiance" in self._file.datasets(f"/{root}"):
                raise not_neon(
                    self._path,
                    tr("it holds radiance (DP1.30008.001, group /{root}/Radiance), not reflectance").format(root=root),
                )
        listed = ", ".join(f"/{root}" for root in roots[:5]) or tr("no groups")
        raise not_neon(
            self._path, tr("no group in it holds a group Reflectance (found: {listed})").format(listed=listed)
        )

    def _has(self, path: str) -> bool:
        folder, _, name = path.rpartition("/")
        return name in self._file.datasets(folder or "/")

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

    def _number(self, name: str, limits: tuple[float, float] | None = None) -> float | None:
        """Return the number in an attribute of the reflectance dataset; None when it is missing."""
        return checked_number(self._path, name, self._file.attribute(self._names.data, name), limits)

    def _scale_factor(self) -> float:
        value = self._number(self._names.scale_factor, SCALE_FACTOR_LIMITS)
        if value is None:
            self._notes.append(
                tr("The file gives no Scale_Factor; {factor:g} is assumed.").format(factor=DEFAULT_SCALE_FACTOR)
            )
            return DEFAULT_SCALE_FACTOR
        return value

    def _nodata(self, dtype: np.dtype) -> float:
        value = self._number(self._names.nodata)
        if value is None:
            self._notes.append(
                tr("The file gives no Data_Ignore_Value; {value:g} is assumed to mean no data.").format(
                    value=DEFAULT_NODATA
                )
            )
            return DEFAULT_NODATA
        if nodata_as(value, dtype) is None and (dtype.kind in "iu" or np.isfinite(value)):
            raise self._damaged(
                tr("Data_Ignore_Value is {value:g}, which {type} numbers cannot be").format(value=value, type=dtype)
            )
        return value

    def _windows(self) -> tuple[tuple[float, float], ...]:
        windows = []
        for number in (1, 2):
            name = f"Band_Window_{number}_Nanometers"
            value = self._file.attribute(self._names.group, name)
            if value is None:
                value = self._file.attribute(self._names.data, name)
            limits = sorted(numbers_in(value))
            if limits and limits[-1] < MOST_MICROMETRES:
                limits = [limit * NANOMETRES_PER_MICROMETRE for limit in limits]
            if len(limits) == 2 and SHORTEST_WAVELENGTH <= limits[0] < limits[1] <= LONGEST_WAVELENGTH:
                windows.append((limits[0], limits[1]))
        if len(windows) == 2:
            return tuple(windows)
        self._notes.append(
            tr(
                "The file does not give both Band_Window attributes as ranges of wavelengths; the water-vapour windows "
                "{windows} nm are assumed."
            ).format(windows=format_windows(WATER_VAPOUR_WINDOWS))
        )
        return WATER_VAPOUR_WINDOWS

    def _bands(self, count: int) -> Bands:
        path = self._names.wavelengths
        if not self._has(path):
            raise self._damaged(tr("the dataset {path} is missing").format(path=path))
        wavelengths = self._file.array(path).reshape(-1)
        if len(wavelengths) != count:
            raise self._damaged(
                tr("there are {wavelengths} wavelengths for {count} bands").format(
                    wavelengths=len(wavelengths), count=count
                )
            )
        if not np.isfinite(wavelengths).all() or (np.diff(wavelengths) <= 0).any() or wavelengths[0] <= 0:
            raise self._damaged(tr("the wavelengths are not positive, ascending numbers"))
        factor = self._nanometres(wavelengths, self._file.attribute(path, "Units"))
        first, last = wavelengths[0] * factor, wavelengths[-1] * factor
        if not SHORTEST_WAVELENGTH <= first <= last <= LONGEST_WAVELENGTH:
            raise self._damaged(
                tr(
                    "the wavelengths go from {first:g} to {last:g} nm and should lie between {shortest:g} and "
                    "{longest:g} nm"
                ).format(first=first, last=last, shortest=SHORTEST_WAVELENGTH, longest=LONGEST_WAVELENGTH)
            )
        fwhm = self._file.array(self._names.widths).reshape(-1) if self._has(self._names.widths) else None
        if fwhm is None:
            self._notes.append(tr("The file gives no FWHM; the widths of the bands stay unknown."))
        elif len(fwhm) != count:
            self._notes.append(
                tr(
                    "The file gives {widths} values of FWHM for {count} bands; the widths of the bands stay unknown."
                ).format(widths=len(fwhm), count=count)
            )
            fwhm = None
        elif np.nanmax(fwhm, initial=0) < WIDEST_BAND_MICROMETRES:
            fwhm = fwhm * NANOMETRES_PER_MICROMETRE
        return Bands.of(wavelengths * factor, fwhm)

    def _nanometres(self, wavelengths: np.ndarray, units) -> float:
        """Return the factor that turns the file's wavelengths into nm."""
        if wavelengths[-1] < MOST_MICROMETRES:
            self._notes.append(tr("The wavelengths look like micrometres and are converted to nanometres."))
            return NANOMETRES_PER_MICROMETRE
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
        # The names of these layers occur in one version of the product only.
        layers = self._file.datasets(f"{self._names.metadata}/Ancillary_Imagery")
        if {"Acquisition_Date", "Acqusition_Date"} & set(layers):
            return "DP3.30006.002"
        return "DP3.30006.001" if self._has(f"{self._names.metadata}/to-sensor_azimuth_angle") else ""

    def _place(self, shape: tuple[int, int]) -> tuple[Grid, int | None]:
        texts = {name: self._file.text(path) for name, path in self._names.texts.items() if self._has(path)}
        extent = numbers_in(self._file.attribute(self._names.data, "Spatial_Extent_meters"))
        place = read_place(self._path, shape, texts, extent)
        self._notes += place.notes
        return place.grid, place.epsg


def short_name(path: str) -> str:
    """Return site and corner or flight line, such as "SERC 368000_4306000"; of other file names, the stem."""
    name = os.path.basename(path)
    match = TILE_NAME.match(name) or LINE_NAME.match(name)
    return f"{match[1]} {match[2]}" if match else os.path.splitext(name)[0]
