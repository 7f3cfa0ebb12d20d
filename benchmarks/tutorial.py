"""The steps of NEON's tutorial for a tile, in plain NumPy, h5py and SPy."""

from __future__ import annotations

import h5py
import numpy as np

FIRST_BANDS = 10
LAST_BANDS = 15


def read_and_clean(path: str, factor: int) -> np.ndarray:
    """Read the whole cube, and return reflectance (float64, NaN where there is no data) without bad bands.

    As in the tutorial, the last band before each water-vapour window is dropped too. Every `factor`-th band is kept.
    """
    with h5py.File(path, "r") as file:
        reflectance = file[next(iter(file))]["Reflectance"]
        dataset = reflectance["Reflectance_Data"]
        stored = dataset[:]
        nodata, scale = float(dataset.attrs["Data_Ignore_Value"]), float(dataset.attrs["Scale_Factor"])
        windows = [reflectance.attrs[f"Band_Window_{number}_Nanometers"] for number in (1, 2)]
        wavelengths = reflectance["Metadata/Spectral_Data/Wavelength"][:]
    cube = stored.astype(np.float64)
    cube[np.where(cube == nodata)] = np.nan
    cube = cube / scale
    edges = [FIRST_BANDS]
    for low, high in windows:
        edges += [np.flatnonzero(wavelengths < low)[-1], np.flatnonzero(wavelengths > high)[0]]
    edges.append(len(wavelengths) - LAST_BANDS)
    pieces = [cube[:, :, start:stop] for start, stop in zip(edges[::2], edges[1::2])]
    return np.concatenate(pieces, axis=2)[:, :, ::factor]


def valid_pixels(cube: np.ndarray) -> np.ndarray:
    """Return the pixels with data as an image of one row, as SPy refuses NaN, which the tutorial does not handle."""
    return cube[np.isfinite(cube).all(axis=2)][np.newaxis]
