"""Small synthetic reflectance files in NEON's structure, with the variations that NEON's files show."""

from __future__ import annotations

import h5py
import numpy as np

LEFT, TOP = 368000.0, 4307000.0
NODATA = -9999
WINDOWS = ((1340, 1445), (1790, 1955))
REMOVED = object()


def wavelengths(bands: int = 30) -> np.ndarray:
    """Wavelengths (nm) over the whole range of NEON's spectrometer."""
    return np.linspace(384.0, 2512.0, bands)


def random_cube(
    rows: int = 20, columns: int = 24, bands: int = 30, dtype="int16", nodata_pixels: int = 7
) -> np.ndarray:
    """Stored values (rows, columns, bands), a few pixels without data in all bands and one in a single band."""
    rng = np.random.default_rng(rows * 1000 + bands)
    cube = rng.integers(0, 12000, (rows, columns, bands)).astype(np.int16)
    cells = rng.choice(rows * columns, nodata_pixels, replace=False)
    cube.reshape(-1, bands)[cells] = NODATA
    cube[rows // 2, columns // 2, bands // 2] = NODATA
    return cube


def map_info(
    left=LEFT, top=TOP, size=1.0, column=1, row=1, zone=18, hemisphere="North", end=",  units=Meters, 0"
) -> str:
    """The text of NEON's dataset Map_Info."""
    return (
        f"UTM,  {column:.3f},  {row:.3f},  {left:.3f},  {top:.3f},  {size:.6e},  {size:.6e},  {zone},  {hemisphere},  "
        f"WGS-84{end}"
    )


def write_tile(
    path,
    cube: np.ndarray | None = None,
    *,
    site: str = "SERC",
    chunks=None,
    compression="gzip",
    filters: dict | None = None,
    attributes: dict | None = None,
    texts: dict | None = None,
    string_style: str = "variable",
    windows=WINDOWS,
    windows_on: str = "group",
    wavelength=None,
    units="nanometers",
    fwhm=None,
    without: tuple[str, ...] = (),
    layers: tuple[str, ...] = (),
) -> np.ndarray:
    """Write a tile and return its stored values.

    `attributes` and `texts` change those of Reflectance_Data and Coordinate_System, `REMOVED` leaves one out; `without`
    names datasets below Metadata to leave out and `layers` datasets to add there.
    """
    cube = random_cube() if cube is None else cube
    rows, columns, bands = cube.shape
    with h5py.File(path, "w") as file:
        reflectance = file.create_group(f"{site}/Reflectance")
        data = reflectance.create_dataset(
            "Reflectance_Data", data=cube, chunks=chunks, compression=compression, **(filters or {})
        )
        _set_attributes(data, rows, columns, bands, attributes or {})
        for number, window in enumerate(windows or (), 1):
            owner = reflectance if windows_on == "group" else data
            owner.attrs[f"Band_Window_{number}_Nanometers"] = np.array(window)
        metadata = reflectance.create_group("Metadata")
        if "Coordinate_System" not in without:
            _write_texts(metadata.create_group("Coordinate_System"), texts or {}, string_style)
        spectral = metadata.create_group("Spectral_Data")
        if "Wavelength" not in without:
            values = wavelengths(bands) if wavelength is None else wavelength
            dataset = spectral.create_dataset("Wavelength", data=values)
            if units is not None:
                dataset.attrs["Units"] = units
        if "FWHM" not in without:
            spectral.create_dataset("FWHM", data=np.full(bands, 5.8) if fwhm is None else fwhm)
        for name in layers:
            layer = metadata.create_dataset(name, data=np.zeros((rows, columns), np.int32))
            layer.attrs["Dimension_Labels"] = "Line, Sample"
    return cube


def write_tile_before_2017(path, cube: np.ndarray, chunks=None, texts: dict | None = None) -> None:
    """Write a tile in NEON's format of 2013 to 2016: all at the root, bands first, wavelengths in micrometres."""
    rows, columns, bands = cube.shape
    with h5py.File(path, "w") as file:
        data = file.create_dataset("Reflectance", data=cube.transpose(2, 0, 1), chunks=chunks, compression="gzip")
        data.attrs["DIMENSION_LABELS"] = np.array([b"Wavelength", b"Line", b"Sample"])
        data.attrs["Description"] = "Atmospherically corrected reflectance."
        data.attrs["Scale Factor"] = np.array([10000.0])
        data.attrs["Unit"] = "unitless. Valid range 0-1."
        data.attrs["data ignore value"] = "15000.0"
        data.attrs["row_col_band"] = np.array([rows, columns, bands], "i4")
        for name, values in (("wavelength", wavelengths(bands)), ("fwhm", np.full(bands, 5.8))):
            file[name] = (values / 1000).astype("f4")[np.newaxis]
            file[name].attrs["Units"] = "micrometers"
        found = {"map info": map_info(end=",units=Meters"), "coordinate system string": "", **(texts or {})}
        for name, text in found.items():
            file[name] = np.array([text.encode()])
        for name in ("Aspect", "to-sensor azimuth angle"):
            file[name] = np.zeros((1, rows, columns), "f4")
        file["Solar Zenith Angle"] = np.full((1, 1), 40, "f4")


def _set_attributes(data, rows: int, columns: int, bands: int, changes: dict) -> None:
    attributes = {
        "Data_Ignore_Value": -9999.0,
        "Dimension_Labels": "Line, Sample, Wavelength",
        "Dimensions": np.array([rows, columns, bands]),
        "Interleave": "BSQ",
        "Scale_Factor": 10000.0,
        "Spatial_Extent_meters": np.array([LEFT, LEFT + columns, TOP - rows, TOP]),
        "Units": "Unitless.",
    }
    for name, value in {**attributes, **changes}.items():
        if value is not REMOVED:
            data.attrs[name] = value


def _write_texts(group, changes: dict, style: str) -> None:
    texts = {
        "EPSG Code": "32618",
        "Map_Info": map_info(),
        "Proj4": "+proj=UTM +zone=18 +ellps=WGS84 +datum=WGS84 +units=m +no_defs",
        **changes,
    }
    for name, value in texts.items():
        if value is REMOVED:
            continue
        if isinstance(value, str) and style == "variable":
            group.create_dataset(name, data=value, dtype=h5py.string_dtype())
        elif isinstance(value, str) and style == "fixed":
            group.create_dataset(name, data=np.bytes_(value))
        elif isinstance(value, str) and style == "array":
            group.create_dataset(name, data=np.array([value.encode()], dtype=h5py.string_dtype()))
        else:
            group.create_dataset(name, data=value)
