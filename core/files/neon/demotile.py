# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes a small synthetic tile in NEON's format, to try the plugin without a download.

It needs h5py. GDAL writes HDF5 by its netCDF driver, but not in the structure of NEON: it adds datasets for dimensions,
makes lists of the single numbers of attributes, and in GDAL 3.6 takes no texts from Python.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass

import numpy as np

from ...constants import NODATA
from ...errors import MissingPackageError, ParameterError
from ...progress import Progress
from ...wording import tr
from ..hdf5.h5pyfile import import_h5py
from ..replacement import Replacement
from ..unfailing import UnfailingFile
from .layers import BYTE_NODATA

SMALLEST_SIZE = 30
LARGEST_SIZE = 1000
LAYOUTS = ("bands", "blocks")

SITE = "SERC"
EPSG = 32618
LEFT, TOP = 368000, 4307000
LINE = "L003-1_20250612"
DATE = 20250612
SCALE_FACTOR = 10000.0
BANDS = 426
BANDS_TOGETHER = 27
DESCRIPTION = "Modelled for demonstration. Nothing here was measured."


def write_demo_tile(
    path: str, size: int = 300, layout: str = "bands", seed: int = 0, progress: Progress | None = None
) -> None:
    """Write a modelled NEON reflectance tile (structure of DP3.30006.002) of a small valley.

    River, pond, woodland, fields, a road and a farm have modelled spectra with noise. Reflectance in the water-vapour
    bands is clipped noise, and a corner has no data. For trying and teaching only: no real place looks like this.

    Parameters
    ----------
    path : str
        The file to write (.h5). An existing file is replaced once the new one is complete.
    size : int
        Rows and columns, 30 to 1000; one pixel is one metre.
    layout : {"bands", "blocks"}
        Chunks of whole bands, as NEON writes since 2022, or small blocks, as before.
    seed : int
        Another seed gives another valley. The same seed gives the same file with the same versions of the libraries;
        with others, a few values in a million differ by 1.

    Raises
    ------
    ParameterError
        When size, layout or seed is out of range.
    MissingPackageError
        When h5py does not import.
    OutputError
        When the file cannot be written; nothing is left of it.
    """
    progress = progress or Progress()
    _check(size, layout, seed)
    h5py = h5py_to_write()
    with Replacement(path) as replacement:
        try:
            with UnfailingFile(replacement.partial) as target:
                with h5py.File(target, "w") as file:
                    valley = _Valley.make(size, seed)
                    _write_structure(file, valley)
                    _write_reflectance(file, target, valley, layout, seed, progress)
                target.check()
        except OSError as error:
            raise replacement.failure(error.strerror or str(error)) from None


def h5py_to_write():
    """Import h5py.

    Raises
    ------
    MissingPackageError
        If it does not import.
    """
    h5py = import_h5py()
    if h5py is None:
        raise MissingPackageError(
            tr(
                "Writing the demo tile needs h5py, which the Python of QGIS cannot import. {how} Download tiles gets "
                "real tiles without it."
            ).format(how=how_to_install_h5py(sys.platform))
        )
    return h5py


def how_to_install_h5py(platform: str) -> str:
    """Say how h5py is installed for the Python of QGIS, on one of the platforms of `sys.platform`."""
    if platform == "win32":
        return tr(
            "Choose the package python3-h5py in the OSGeo4W Setup, which fits the HDF5 of QGIS; or run python -m pip "
            "install h5py in the OSGeo4W Shell, and start QGIS again."
        )
    if platform == "darwin":
        python = os.path.join(sys.prefix, "bin", "python3")
        return tr("Run {command} in the Terminal, and start QGIS again.").format(
            command=f'"{python}" -m pip install h5py'
        )
    return tr(
        "Install the package of your system: {debian} on Debian and Ubuntu, {fedora} on Fedora; then start QGIS again."
    ).format(debian="sudo apt install python3-h5py", fedora="sudo dnf install python3-h5py")


def _check(size: int, layout: str, seed: int) -> None:
    if not SMALLEST_SIZE <= size <= LARGEST_SIZE:
        raise ParameterError(
            tr("The size is {size}; it must be {smallest} to {largest} pixels.").format(
                size=size, smallest=SMALLEST_SIZE, largest=LARGEST_SIZE
            )
        )
    if layout not in LAYOUTS:
        raise ParameterError(
            tr('The layout is "{layout}"; it must be one of {layouts}.').format(
                layout=layout, layouts=", ".join(LAYOUTS)
            )
        )
    if seed < 0:
        raise ParameterError(tr("The seed is {seed}; it must be 0 or more.").format(seed=seed))


def wavelengths() -> np.ndarray:
    """Return the centre wavelengths of the demo tile in nm."""
    return 381.6 + 5.0078 * np.arange(BANDS)


# Spectra ------------------------------------------------------------------------------------------------------------


def _bell(wl: np.ndarray, centre: float, width: float) -> np.ndarray:
    return np.exp(-(((wl - centre) / width) ** 2))


def _step(wl: np.ndarray, centre: float, width: float) -> np.ndarray:
    return 1 / (1 + np.exp(-(wl - centre) / width))


def _leaf(wl: np.ndarray, green: float, plateau: float, water: float, edge: float = 716) -> np.ndarray:
    """Green leaves: chlorophyll in the visible, the red edge, the near-infrared plateau, absorption by water."""
    visible = 0.022 + green * _bell(wl, 552, 38) + 0.35 * green * _bell(wl, 620, 40)
    absorbed = (
        0.06 * _bell(wl, 975, 30)
        + 0.20 * _bell(wl, 1190, 55)
        + 1.20 * _bell(wl, 1450, 65)
        + 1.70 * _bell(wl, 1940, 80)
        + 0.55 * _step(wl, 1370, 30)
        + 0.75 * _step(wl, 1880, 40)
        + 0.60 * _step(wl, 2330, 60)
    )
    rise = _step(wl, edge, 11) * (1 + 0.06 * _step(wl, 850, 60))
    return visible * (1 - 0.6 * _step(wl, 720, 15)) + plateau * rise * np.exp(-water * absorbed)


def _straw(wl: np.ndarray, brightness: float) -> np.ndarray:
    """Dry grass: no chlorophyll, but cellulose and lignin (absorption at 2100 and 2300 nm)."""
    rise = 0.16 + 0.62 * (1 - np.exp(-np.maximum(wl - 400, 0) / 330))
    cellulose = 1 - 0.10 * _bell(wl, 1470, 50) - 0.22 * _bell(wl, 1930, 45) - 0.2 * _bell(wl, 2100, 55)
    return brightness * rise * cellulose * (1 - 0.16 * _bell(wl, 2320, 50) - 0.2 * _step(wl, 2000, 80))


def _soil(wl: np.ndarray, brightness: float) -> np.ndarray:
    """Bare soil: absorption by iron in the blue, by clay at 2200 nm, by water at 1420 and 1920 nm."""
    rise = 0.22 + 0.78 * (1 - np.exp(-np.maximum(wl - 400, 0) / 520))
    clay = 1 - 0.07 * _bell(wl, 1420, 30) - 0.16 * _bell(wl, 1920, 45) - 0.12 * _bell(wl, 2205, 25)
    return brightness * rise * clay * (1 - 0.06 * _bell(wl, 880, 90))


def _spectra(wl: np.ndarray) -> dict[str, np.ndarray]:
    """Return the reflectance spectrum of each land cover."""
    return {
        "broadleaf": _leaf(wl, 0.055, 0.47, 0.80),
        "conifer": _leaf(wl, 0.026, 0.27, 1.25, edge=719),
        "meadow": _leaf(wl, 0.075, 0.39, 0.62, edge=713),
        "crop": _leaf(wl, 0.062, 0.56, 1.00, edge=721),
        "straw": _straw(wl, 0.42),
        "soil": _soil(wl, 0.27),
        "mud": _soil(wl, 0.16) * (1 - 0.35 * _step(wl, 1380, 30)),
        "water": 0.008 + 0.040 * _bell(wl, 515, 105) * (1 - 0.25 * _bell(wl, 672, 14)) + 0.008 * _bell(wl, 705, 12),
        "asphalt": 0.095 + 0.075 * (wl - 400) / 2100 - 0.012 * _bell(wl, 2310, 40),
        "tiles": 0.06 + 0.24 * _step(wl, 590, 22) + 0.05 * _step(wl, 1000, 120) - 0.03 * _bell(wl, 870, 70),
        "metal": 0.42 - 0.06 * (wl - 400) / 2100 - 0.03 * _bell(wl, 2200, 60),
    }


KINDS = ("broadleaf", "conifer", "meadow", "crop", "straw", "soil", "mud", "water", "asphalt", "tiles", "metal")


# Landscape ----------------------------------------------------------------------------------------------------------


def _texture(rng: np.random.Generator, size: int, scale: float) -> np.ndarray:
    """Return a random field with mean 0, standard deviation 1 and patches of about `scale` pixels."""
    frequency = np.hypot(np.fft.fftfreq(size)[:, None], np.fft.rfftfreq(size)[None])
    smooth = np.exp(-2 * (np.pi * scale * frequency) ** 2)
    field = np.fft.irfft2(np.fft.rfft2(rng.standard_normal((size, size))) * smooth, (size, size))
    return (field - field.mean()) / field.std()


@dataclass
class _Valley:
    """The modelled landscape; all images have the shape (size, size)."""

    shares: np.ndarray  # of each of `KINDS`, shape (kinds, size, size)
    light: np.ndarray  # relative illumination
    shadow: np.ndarray  # of trees and buildings
    elevation: np.ndarray
    void: np.ndarray  # pixels without data, as if not flown

    @property
    def size(self) -> int:
        return len(self.light)

    @classmethod
    def make(cls, size: int, seed: int) -> _Valley:
        rng = np.random.default_rng(seed)
        y, x = (np.mgrid[:size, :size] + 0.5) / size
        shares, height = _ground_cover(rng, x, y)
        river = np.abs(x - _river(y))
        elevation = 3 + 22 * np.minimum(river, 0.5) ** 1.3 + 0.8 * _texture(rng, size, size / 12)
        slanted = x - 0.45 * y
        return cls(
            shares=_softened(shares),
            light=_light(rng, shares, elevation),
            shadow=_shadow(height),
            elevation=elevation,
            void=slanted > np.quantile(slanted, 0.965),
        )


def _river(y: np.ndarray) -> np.ndarray:
    """Return the position of the river in each row (fractions of the tile)."""
    return 0.36 + 0.075 * np.sin(2 * np.pi * (0.85 * y + 0.1)) + 0.022 * np.sin(2 * np.pi * (2.4 * y + 0.3))


def _ground_cover(rng: np.random.Generator, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the share of each land cover, and the height (pixels) of plants and buildings."""
    size = len(x)
    pixel = 1 / size
    shares = np.zeros((len(KINDS), size, size), np.float32)
    height = np.zeros((size, size))
    uneven = _texture(rng, size, size / 16)
    fine = _texture(rng, size, 1.2)
    crowns = _texture(rng, size, 2.0)

    def cover(where: np.ndarray, up: float | np.ndarray = 0.0, **mixture) -> None:
        shares[:, where] = 0
        for kind, share in mixture.items():
            shares[KINDS.index(kind), where] = np.broadcast_to(share, where.shape)[where]
        height[where] = np.broadcast_to(up, where.shape)[where]

    everywhere = np.ones_like(x, bool)
    dry = np.clip(0.22 + 0.14 * uneven + 0.06 * fine, 0, 0.8)
    cover(everywhere, meadow=1 - dry, straw=dry)
    # Fields, the road and the farm follow axes that are rotated a little.
    along, across = 0.978 * x + 0.208 * y, -0.208 * x + 0.978 * y
    _fields(rng, cover, along, across, pixel, fine, uneven)

    river = _river(y)
    distance = np.abs(x - river)
    half_width = 0.024 + 0.005 * np.sin(2 * np.pi * 1.7 * y)
    wood = (x < river - 0.05 + 0.035 * uneven) & (uneven < 1.35)
    wood |= (distance < half_width + 0.030 + 0.012 * uneven) & (crowns > -0.4)
    wood |= np.hypot((x - 0.66) / 0.10, (y - 0.90) / 0.075) < 1 + 0.25 * uneven
    conifer = _texture(rng, size, size / 14) + 0.15 * crowns > 0.75
    tall = np.clip(9 + 3.5 * crowns, 2, 18)
    cover(wood & ~conifer, tall, broadleaf=np.clip(0.93 + 0.05 * fine, 0.75, 1), mud=0.05)
    cover(wood & conifer, tall + 2, conifer=np.clip(0.93 + 0.05 * fine, 0.75, 1), mud=0.05)

    cover((distance < half_width + 0.010) & ~(crowns > 0.6), mud=0.55, meadow=0.45)
    cover(distance < half_width, water=1.0)
    pond = np.hypot((x - 0.86) / 0.075, (y - 0.765) / 0.058) + 0.12 * uneven
    cover(pond < 1.18, meadow=0.6, mud=0.4)
    cover(pond < 1, water=0.96, mud=0.04)

    _road_and_farm(cover, along, across, pixel)
    return shares, height


def _fields(rng, cover, along, across, pixel, fine, uneven) -> None:
    """Cover rectangles east of the river with fields, rows of crops, and hedges between them."""
    edges_along = np.array([0.52, 0.70, 0.87, 1.06, 1.25])
    edges_across = np.array([-0.25, 0.06, 0.25, 0.475, 0.66, 0.86])
    column = np.searchsorted(edges_along, along)
    row = np.searchsorted(edges_across, across)
    inside = (column > 0) & (column < len(edges_along)) & (row > 0) & (row < len(edges_across))
    uses = rng.permutation(np.resize(["crop", "straw", "soil", "meadow", "crop", "young"], 24))
    rows_of_plants = 0.5 + 0.5 * np.sin(2 * np.pi * across / (5 * pixel))
    for number in range(4 * 5):
        field = inside & ((column - 1) * 5 + row - 1 == number)
        use = uses[number]
        if use == "crop":
            plants = np.clip(0.90 + 0.05 * uneven + 0.03 * fine, 0, 1)
            cover(field, 1.0, crop=plants, soil=1 - plants)
        elif use == "young":
            plants = np.clip(0.22 + 0.30 * rows_of_plants + 0.08 * uneven, 0, 1)
            cover(field, 0.3, crop=plants, soil=1 - plants)
        elif use == "straw":
            stubble = np.clip(0.80 + 0.10 * rows_of_plants + 0.06 * uneven, 0, 1)
            cover(field, straw=stubble, soil=1 - stubble)
        elif use == "soil":
            weeds = np.clip(0.04 + 0.03 * fine, 0, 0.3)
            cover(field, soil=1 - weeds, meadow=weeds)
    to_edge = np.min([np.abs(along - edge) for edge in edges_along[:-1]], axis=0)
    cover(inside & (to_edge < 1.3 * pixel + 0.003) & (fine > -0.9), np.clip(4 + 1.5 * fine, 1, 8), broadleaf=1.0)


def _road_and_farm(cover, along, across, pixel) -> None:
    centre = 0.475
    half_width = max(0.009, 1.5 * pixel)
    cover(np.abs(across - centre) < half_width + max(0.007, pixel), meadow=0.6, straw=0.4)
    track = (np.abs(along - 0.70) < max(0.006, pixel)) & (across > centre)
    cover(track, soil=0.85, straw=0.15)
    cover(np.abs(across - centre) < half_width, asphalt=1.0)
    yard = (along > 0.735) & (along < 0.86) & (across > centre + 0.02) & (across < centre + 0.115)
    cover(yard, asphalt=0.25, soil=0.45, meadow=0.30)
    houses = (
        (0.745, 0.775, 0.030, 0.055, "tiles"),
        (0.790, 0.845, 0.032, 0.060, "metal"),
        (0.748, 0.770, 0.075, 0.103, "tiles"),
        (0.800, 0.822, 0.075, 0.105, "tiles"),
    )
    for west, east, north, south, roof in houses:
        house = (along > west) & (along < east) & (across > centre + north) & (across < centre + south)
        cover(house, 6.0, **{roof: 1.0})


def _softened(shares: np.ndarray) -> np.ndarray:
    """Mix each pixel with its four neighbours, like the point spread function of a sensor."""
    padded = np.pad(shares, ((0, 0), (1, 1), (1, 1)), mode="edge")
    beside = padded[:, :-2, 1:-1] + padded[:, 2:, 1:-1] + padded[:, 1:-1, :-2] + padded[:, 1:-1, 2:]
    return 0.68 * shares + 0.08 * beside


def _light(rng: np.random.Generator, shares: np.ndarray, elevation: np.ndarray) -> np.ndarray:
    """Return the relative illumination: rough in woodland, smooth elsewhere."""
    size = len(elevation)
    wooded = shares[KINDS.index("broadleaf")] + shares[KINDS.index("conifer")]
    roughness = 0.03 + 0.17 * wooded
    slope_down, slope_right = np.gradient(elevation)
    toward_sun = 0.8 * slope_down + 0.3 * slope_right
    return np.clip(1 + roughness * _texture(rng, size, 1.5) - 0.5 * toward_sun, 0.3, 1.7).astype(np.float32)


def _shadow(height: np.ndarray) -> np.ndarray:
    """Return the pixels in shadow, with the sun in the south-east, 50 degrees above the horizon."""
    size = len(height)
    shadow = np.zeros(height.shape, bool)
    for distance in range(1, 16):
        down, right = round(0.82 * distance), round(0.57 * distance)
        if max(down, right) >= size:
            break
        hidden = height[down:, right:] > height[: size - down, : size - right] + 1.19 * distance + 2
        shadow[: size - down, : size - right] |= hidden
    return shadow


# File ---------------------------------------------------------------------------------------------------------------


def _write_reflectance(
    file, target: UnfailingFile, valley: _Valley, layout: str, seed: int, progress: Progress
) -> None:
    size = valley.size
    chunks = (size, size, 1) if layout == "bands" else (min(32, size), min(63, size), BANDS_TOGETHER)
    data = file[f"{SITE}/Reflectance"].create_dataset(
        "Reflectance_Data",
        (size, size, BANDS),
        np.int16,
        chunks=chunks,
        compression="gzip",
        compression_opts=3,
        track_times=False,
    )
    attributes = {
        "Cloud_conditions": "see Weather Quality Index dataset",
        "Data_Ignore_Value": NODATA,
        "Description": DESCRIPTION,
        "Dimension_Labels": "Line, Sample, Wavelength",
        "Dimensions": np.array([size, size, BANDS]),
        "Interleave": "BSQ",
        "Scale_Factor": SCALE_FACTOR,
        "Spatial_Extent_meters": np.array([LEFT, LEFT + size, TOP - size, TOP], float),
        "Spatial_Resolution_X_Y": np.array([1.0, 1.0]),
        "Units": "Unitless.",
        "Units_Valid_range": np.array([0, 10000]),
    }
    for name, value in attributes.items():
        data.attrs[name] = value
    wl = wavelengths()
    spectra = _spectra(wl)
    library = np.array([spectra[kind] for kind in KINDS], np.float32) * SCALE_FACTOR
    shares = valley.shares.reshape(len(KINDS), -1)
    for first in range(0, BANDS, BANDS_TOGETHER):
        target.check()
        last = min(first + BANDS_TOGETHER, BANDS)
        block = np.empty((size, size, last - first), np.int16)
        for band in range(first, last):
            progress.check()
            # Not a matrix product, whose rounding differs between BLAS libraries.
            plane = np.einsum("k,kn->n", library[:, band], shares).reshape(size, size)
            block[:, :, band - first] = _measured(plane, valley, wl[band], np.random.default_rng([seed, band]))
        _write_block(data, block, first, progress)
        progress.report(last / BANDS)


def _write_block(data, block: np.ndarray, first: int, progress: Progress) -> None:
    """Write all pixels of some bands chunk by chunk, so that the user can cancel in between."""
    rows, _, bands = data.chunks
    for band in range(0, block.shape[2], bands):
        for row in range(0, block.shape[0], rows):
            progress.check()
            part = block[row : row + rows, :, band : band + bands]
            data[row : row + rows, :, first + band : first + band + part.shape[2]] = part


def _measured(plane: np.ndarray, valley: _Valley, wavelength: float, rng: np.random.Generator) -> np.ndarray:
    """Return a band as the sensor and NEON's processing would store it."""
    skylight = 0.20 + 0.16 * (450 / wavelength) ** 2
    plane = plane * valley.light * np.where(valley.shadow, skylight, 1.0)
    # The sensor is noisier at both ends of the spectrum.
    noise = 9 + 45 * _bell(wavelength, 380, 25) + 55 * _bell(wavelength, 2515, 70)
    plane = plane + noise * rng.standard_normal(plane.shape, dtype=np.float32)
    if 1345 < wavelength < 1440 or 1800 < wavelength < 1950:
        # Water vapour absorbs all light; the atmospheric correction clips its results.
        plane = np.where(rng.random(plane.shape) < 0.35, rng.choice([0, 14998], plane.shape), plane)
    stored = np.clip(np.rint(plane), 0, 15000).astype(np.int16)
    stored[valley.void] = NODATA
    return stored


def _write_structure(file, valley: _Valley) -> None:
    reflectance = file.create_group(f"{SITE}/Reflectance")
    reflectance.attrs["Band_Window_1_Nanometers"] = np.array([1340, 1445])
    reflectance.attrs["Band_Window_2_Nanometers"] = np.array([1790, 1955])
    metadata = reflectance.create_group("Metadata")
    _write_texts(
        metadata.create_group("Coordinate_System"),
        {
            "Coordinate_System_String": _crs(),
            "EPSG Code": str(EPSG),
            "Map_Info": (
                f"UTM,  1.000,  1.000,  {LEFT}.000,  {TOP}.000,  1.000000e+00,  1.000000e+00,  {EPSG % 100},  North,  "
                "WGS-84,  units=Meters, 0"
            ),
            "Proj4": f"+proj=UTM +zone={EPSG % 100} +ellps=WGS84 +datum=WGS84 +units=m +no_defs",
        },
    )
    spectral = metadata.create_group("Spectral_Data")
    for name, values in (("Wavelength", wavelengths()), ("FWHM", np.full(BANDS, 5.8))):
        spectral.create_dataset(name, data=values, track_times=False).attrs["Units"] = "nanometers"
    _write_layers(metadata, valley)
    log = metadata.create_group(f"Logs/{LINE}")
    _write_texts(log, dict.fromkeys(("ATCOR_Input_file", "ATCOR_Processing_Log"), DESCRIPTION))
    for name, angle in (("Solar_Azimuth_Angle", 145.0), ("Solar_Zenith_Angle", 40.0)):
        log.create_dataset(name, data=np.float32(angle), track_times=False)


def _write_texts(group, texts: dict[str, str]) -> None:
    import h5py

    for name, text in texts.items():
        group.create_dataset(name, data=text, dtype=h5py.string_dtype(), track_times=False)


def _crs() -> str:
    from osgeo import osr

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(EPSG)
    return reference.ExportToWkt()


def _write_layers(metadata, valley: _Valley) -> None:
    """Write the ancillary layers of a tile."""
    size = valley.size
    down, right = np.gradient(valley.elevation)
    slope = np.degrees(np.arctan(np.hypot(down, right)))
    water = valley.shares[KINDS.index("water")] > 0.5
    leaves = valley.shares[KINDS.index("broadleaf")] + valley.shares[KINDS.index("conifer")]
    weather = np.ones((size, size))
    weather[: size // 8, : size // 6] = 2
    y, x = np.mgrid[:size, :size] / size
    real, whole, byte = np.float32, np.int32, np.uint8
    images = {
        "Acquisition_Date": (DATE, whole),
        "Aerosol_Optical_Thickness": (0.12, real),
        "Aspect": (np.degrees(np.arctan2(-right, down)) % 360, real),
        "Cast_Shadow": (valley.shadow, real),
        "Dark_Dense_Vegetation_Classification": (np.where(water, 1, np.where(leaves > 0.7, 2, 3)), byte),
        "Data_Selection_Index": (3, whole),
        "Haze_Cloud_Water_Map": (np.where(water, 17, 5), byte),
        "Illumination_Factor": (np.clip(0.77 * valley.light, 0, 1), real),
        "Path_Length": (1000 - valley.elevation, real),
        "Sky_View_Factor": (np.where(valley.shadow, 0.8, 1.0), real),
        "Slope": (slope, real),
        "Smooth_Surface_Elevation": (valley.elevation, real),
        "Visibility_Index_Map": (40, real),
        "Water_Vapor_Column": (1.8 + 0.1 * y, real),
        "Weather_Quality_Indicator": (weather, whole),
    }
    ancillary = metadata.create_group("Ancillary_Imagery")
    for name, (values, dtype) in images.items():
        _write_image(ancillary, name, values, dtype, valley.void)
    _write_image(metadata, "to-sensor_Azimuth_Angle", 90 + 180 * (x > 0.5), real, valley.void)
    _write_image(metadata, "to-sensor_Zenith_Angle", np.abs(x - 0.5) * 30, real, valley.void)


def _write_image(group, name: str, values, dtype, void: np.ndarray) -> None:
    nodata = BYTE_NODATA if dtype == np.uint8 else NODATA
    image = np.where(void, nodata, values).astype(dtype)
    dataset = group.create_dataset(
        name, data=image, chunks=image.shape, compression="gzip", compression_opts=3, track_times=False
    )
    dataset.attrs["Data_Ignore_Value"] = float(nodata)
    dataset.attrs["Description"] = DESCRIPTION
