"""Wavelengths of a raster's bands, as its metadata or the names of its bands give them."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import numpy as np

from ...image.bands import Bands

_NM_PER_UNIT = {
    "nanometers": 1.0,
    "nanometer": 1.0,
    "nanometres": 1.0,
    "nanometre": 1.0,
    "nm": 1.0,
    "micrometers": 1000.0,
    "micrometer": 1000.0,
    "micrometres": 1000.0,
    "micrometre": 1000.0,
    "microns": 1000.0,
    "micron": 1000.0,
    "um": 1000.0,
    "µm": 1000.0,
    "μm": 1000.0,
}
_WAVELENGTH_IN_NAME = re.compile(
    r"(\d+(?:\.\d+)?)\s*(nanomet(?:er|re)s?|micromet(?:er|re)s?|microns?|nm|um|µm|μm)\b", re.IGNORECASE
)
_NUMBER_IN_NAME = re.compile(r"^band[ _]?(\d{1,6})\b", re.IGNORECASE)


def read_bands(dataset, numbers: Sequence[int]) -> Bands:
    """Describe the bands of a dataset of GDAL that have the given numbers.

    Looked for are, in this order and per band: the item "wavelength", the item "CENTRAL_WAVELENGTH_UM" of the domain
    "IMAGERY", a name such as "band 58 (668.1 nm)"; and for the whole raster a list as in headers of ENVI.
    """
    bands = [dataset.GetRasterBand(number) for number in numbers]
    names = [band.GetDescription() for band in bands]
    found = [_spectral_of_band(band, name) for band, name in zip(bands, names)]
    wavelengths, fwhm = (np.array(values) for values in zip(*found))
    if not np.isfinite(wavelengths).any():
        wavelengths, fwhm = _spectral_of_dataset(dataset, numbers)
    return Bands.of(wavelengths, fwhm, _numbers_in_names(names))


def _spectral_of_band(band, name: str) -> tuple[float, float]:
    """Return wavelength and full width at half maximum in nm; NaN where the band does not say."""
    plain = {key.lower(): value for key, value in band.GetMetadata().items()}
    wavelength = number_or_nan(plain.get("wavelength"))
    if math.isfinite(wavelength):
        unit = _nm_per_unit(plain.get("wavelength_units") or plain.get("wavelength_unit"), wavelength)
        return wavelength * unit, number_or_nan(plain.get("fwhm")) * unit
    imagery = band.GetMetadata("IMAGERY")
    wavelength = number_or_nan(imagery.get("CENTRAL_WAVELENGTH_UM"))
    if math.isfinite(wavelength):
        return round(wavelength * 1000, 6), round(number_or_nan(imagery.get("FWHM_UM")) * 1000, 6)
    in_name = _WAVELENGTH_IN_NAME.search(name)
    if in_name:
        return float(in_name[1]) * _nm_per_unit(in_name[2], float(in_name[1])), math.nan
    return math.nan, math.nan


def _spectral_of_dataset(dataset, numbers: Sequence[int]) -> tuple[np.ndarray, np.ndarray]:
    """Read the lists of a header in the manner of ENVI, "{450.1, 455.2, ...}"."""
    for domain in ("ENVI", ""):
        metadata = {key.lower().replace(" ", "_"): value for key, value in dataset.GetMetadata(domain).items()}
        wavelengths = _list_of_numbers(metadata.get("wavelength"), dataset.RasterCount)
        if np.isfinite(wavelengths).any():
            unit = _nm_per_unit(metadata.get("wavelength_units"), float(np.nanmax(wavelengths)))
            fwhm = _list_of_numbers(metadata.get("fwhm"), dataset.RasterCount)
            chosen = np.asarray(numbers) - 1
            return wavelengths[chosen] * unit, fwhm[chosen] * unit
    unknown = np.full(len(numbers), np.nan)
    return unknown, unknown


def _list_of_numbers(text: str | None, count: int) -> np.ndarray:
    numbers = [number_or_nan(item) for item in (text or "").strip().strip("{}").split(",")]
    return np.array(numbers) if len(numbers) == count else np.full(count, np.nan)


def _numbers_in_names(names: Sequence[str]) -> list[int] | None:
    """Return the band numbers of names such as "band 58 (668.1 nm)"; None unless each name has its own."""
    found = [_NUMBER_IN_NAME.match(name) for name in names]
    numbers = [int(match[1]) for match in found if match]
    return numbers if len(set(numbers)) == len(names) else None


def _nm_per_unit(unit: str | None, wavelength: float) -> float:
    """Return how many nm a unit has; judged by a wavelength in it when it is not named."""
    known = _NM_PER_UNIT.get((unit or "").strip().lower())
    if known is not None:
        return known
    return 1000.0 if wavelength < 100 else 1.0


def number_or_nan(text: str | None) -> float:
    """Return the number that a text in metadata is; NaN for any other text, or none."""
    try:
        return float(text)
    except (TypeError, ValueError):
        return math.nan
