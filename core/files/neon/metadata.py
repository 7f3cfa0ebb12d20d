"""What a NEON reflectance file says of itself, checked."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

import numpy as np

from ...errors import in_one_line
from ...image.bands import WATER_VAPOUR_WINDOWS, Bands, format_windows
from ...image.grid import Grid
from ...image.nodata import as_dtype
from ...wording import tr
from ..hdf5.inflate import BEST_COMPRESSION
from .attributes import number_in, numbers_in
from .faults import damaged, not_neon
from .place import read_place

DEFAULT_SCALE_FACTOR = 10_000.0
DEFAULT_NODATA = -9999.0
# Wavelengths (nm) of light from the sun that comes back from the ground.
SHORTEST_WAVELENGTH, LONGEST_WAVELENGTH = 100.0, 20_000.0
NANOMETRES_PER_MICROMETRE = 1000.0
# Wavelengths below, and widths of bands below, are given in micrometres, whatever the file says.
MOST_MICROMETRES, WIDEST_BAND_MICROMETRES = 10.0, 0.5
# Of the group Coordinate_System.
COORDINATE_TEXTS = ("EPSG Code", "Map_Info", "Proj4", "Coordinate_System_String")

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


def read_metadata(file) -> tuple[TileInfo, object]:
    """Read what an open HDF5 file says of itself, and open its reflectance.

    Parameters
    ----------
    file : H5pyFile or GdalFile

    Returns
    -------
    info : TileInfo
    cube : H5pyCube or GdalCube

    Raises
    ------
    TileError
        When the file is not a NEON reflectance file or is damaged.
    """
    return _Parser(file).parse()


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
            raise not_neon(
                self._path, tr("its group {group} holds no dataset Reflectance_Data").format(group=self._reflectance)
            )
        cube = self._file.cube(self._data)
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
                raise not_neon(
                    self._path,
                    tr("it holds radiance (DP1.30008.001, group /{root}/Radiance), not reflectance").format(root=root),
                )
        listed = ", ".join(f"/{root}" for root in roots[:5]) or tr("no groups")
        raise not_neon(
            self._path, tr("no group in it holds a group Reflectance (found: {listed})").format(listed=listed)
        )

    def _check_cube(self, cube) -> None:
        if len(cube.shape) != 3:
            raise damaged(
                self._path,
                tr("Reflectance_Data has the shape {shape} instead of (rows, columns, bands)").format(shape=cube.shape),
            )
        if cube.stored_dtype.kind not in "iuf" or cube.stored_dtype.itemsize > 8:
            raise damaged(
                self._path,
                tr("Reflectance_Data holds {type} instead of numbers such as int16").format(type=cube.stored_dtype),
            )
        claimed = float(np.prod([float(size) for size in cube.shape])) * cube.stored_dtype.itemsize
        if claimed == 0:
            raise damaged(self._path, tr("Reflectance_Data is empty, with the shape {shape}").format(shape=cube.shape))
        size = os.path.getsize(self._path)
        if claimed > size * BEST_COMPRESSION:
            raise damaged(
                self._path,
                tr(
                    "Reflectance_Data claims the shape {shape}, {claimed:,.0f} GB, which cannot be in a file "
                    "of {size:,.1f} MB"
                ).format(shape=cube.shape, claimed=claimed / 1e9, size=size / 1e6),
            )

    def _members(self, group: str) -> list[str]:
        """Return the datasets of a group under Metadata, none where it is missing."""
        parent, _, name = f"{self._metadata}/{group}".rpartition("/")
        if "Metadata" not in self._file.groups(self._reflectance) or name not in self._file.groups(parent):
            return []
        return self._file.datasets(f"{self._metadata}/{group}")

    def _number(self, name: str) -> float | None:
        return number_in(self._file.attribute(self._data, name))

    def _scale_factor(self) -> float:
        value = self._number("Scale_Factor")
        if value is None:
            self._notes.append(
                tr("The file gives no Scale_Factor; {factor:g} is assumed.").format(factor=DEFAULT_SCALE_FACTOR)
            )
            return DEFAULT_SCALE_FACTOR
        if not (np.isfinite(value) and value > 0):
            raise damaged(
                self._path,
                tr("Scale_Factor is {value:g} and should be a positive number such as 10000").format(value=value),
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
        if dtype.kind in "iu" and as_dtype(value, dtype) is None:
            raise damaged(
                self._path,
                tr("Data_Ignore_Value is {value:g}, which {type} numbers cannot be").format(value=value, type=dtype),
            )
        return value

    def _windows(self) -> tuple[tuple[float, float], ...]:
        windows = []
        for number in (1, 2):
            name = f"Band_Window_{number}_Nanometers"
            value = self._file.attribute(self._reflectance, name)
            if value is None:
                value = self._file.attribute(self._data, name)
            limits = sorted(numbers_in(value))
            if limits and limits[-1] < MOST_MICROMETRES:
                limits = [limit * NANOMETRES_PER_MICROMETRE for limit in limits]
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
            raise damaged(self._path, tr("the dataset {folder}/Wavelength is missing").format(folder=folder))
        wavelengths = self._file.array(f"{folder}/Wavelength").reshape(-1)
        if len(wavelengths) != count:
            raise damaged(
                self._path,
                tr("there are {wavelengths} wavelengths for {count} bands").format(
                    wavelengths=len(wavelengths), count=count
                ),
            )
        if not np.isfinite(wavelengths).all() or (np.diff(wavelengths) <= 0).any() or wavelengths[0] <= 0:
            raise damaged(self._path, tr("the wavelengths are not positive, ascending numbers"))
        factor = self._nanometres(wavelengths, self._file.attribute(f"{folder}/Wavelength", "Units"))
        first, last = wavelengths[0] * factor, wavelengths[-1] * factor
        if not SHORTEST_WAVELENGTH <= first <= last <= LONGEST_WAVELENGTH:
            raise damaged(
                self._path,
                tr(
                    "the wavelengths go from {first:g} to {last:g} nm and should lie between {shortest:g} and "
                    "{longest:g} nm"
                ).format(first=first, last=last, shortest=SHORTEST_WAVELENGTH, longest=LONGEST_WAVELENGTH),
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
        # Each version of the tiles has layers that no other has.
        if {"Acquisition_Date", "Acqusition_Date"} & set(self._members("Ancillary_Imagery")):
            return "DP3.30006.002"
        if "Metadata" in self._file.groups(self._reflectance) and (
            "to-sensor_azimuth_angle" in self._file.datasets(self._metadata)
        ):
            return "DP3.30006.001"
        return ""

    def _place(self, shape: tuple[int, int]) -> tuple[Grid, int | None]:
        folder = f"{self._metadata}/Coordinate_System"
        texts = {
            name: self._file.text(f"{folder}/{name}")
            for name in self._members("Coordinate_System")
            if name in COORDINATE_TEXTS
        }
        extent = numbers_in(self._file.attribute(self._data, "Spatial_Extent_meters"))
        place = read_place(self._path, shape, texts, extent)
        self._notes += place.notes
        return place.grid, place.epsg


def short_name(path: str) -> str:
    """Return what to call a file in messages: site and corner or flight line, else the stem of its name."""
    name = os.path.basename(path)
    match = TILE_NAME.match(name) or LINE_NAME.match(name)
    return f"{match[1]} {match[2]}" if match else os.path.splitext(name)[0]
