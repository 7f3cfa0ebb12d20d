# SPDX-License-Identifier: GPL-2.0-or-later
"""What a raster says of its bands: wavelengths, and which of them are bad."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

import numpy as np

from ...image.bands import Bands

# Units of length that headers name, by what they are in nm. Others that ENVI knows (Index, Wavenumber, GHz, MHz,
# Unknown) are no length: wavelengths in them are not known.
_NM = {
    1e-1: "å angstrom angstroms ångström ångströms",
    1.0: "nm nanometer nanometers nanometre nanometres",
    1e3: "um µm μm micrometer micrometers micrometre micrometres micron microns",
    1e6: "mm millimeter millimeters millimetre millimetres",
    1e7: "cm centimeter centimeters centimetre centimetres",
    1e9: "m meter meters metre metres",
}
NM_PER_UNIT = {name: factor for factor, names in _NM.items() for name in names.split()}

# Wavelengths (nm) of sunlight and heat; a number in a name that lies outside is none, or not in this unit.
SHORTEST, LONGEST = 100.0, 100_000.0
# Numbers without a unit are taken for nm or micrometres when all of them lie between these.
_BARE_NM, _BARE_UM = (300.0, 30_000.0), (0.3, 30.0)

# In names only units that mean nothing else there: "10 m" is a resolution.
_UNIT_IN_NAME = r"nanomet(?:er|re)s?|micromet(?:er|re)s?|microns?|angstroms?|nm|um|µm|μm"
_WAVELENGTH_IN_NAME = re.compile(
    rf"(?P<number>\d(?:[\d.,'\u00a0\u2009\u202f]*\d)?)[\s_]*(?P<unit>{_UNIT_IN_NAME})(?![^\W_])", re.IGNORECASE
)
_NUMBER_IN_NAME = re.compile(r"^band[ _]?(\d{1,6})\b", re.IGNORECASE)
_BAND_LABEL = re.compile(r"^\s*(?:band|channel|b|ch)[ _#-]?\d{1,6}\b[\s:,;-]*", re.IGNORECASE)
_WIDTH_BEFORE = re.compile(r"(?:fwhm|width|Δ|±|\+/-)[\s:=_-]*$", re.IGNORECASE)
# What joins the numbers of a range or a list.
_NUMBER_BEFORE = re.compile(
    r"(?:\d[\s\]})]*(?:nm|um|µm|μm)?\s*(?:[-–—/;,&+]|\.\.+|\s(?:to|and)\s)|[<>≤≥])\s*$", re.IGNORECASE
)
# "1 234 nm" may be one number or two; "B4 665 nm" is a label and a number.
_THOUSANDS_BEFORE, _THREE_DIGITS = re.compile(r"(?<![\w.,])\d{1,3} $"), re.compile(r"\d{3}(?!\d)")
_THOUSANDS_MARKS = "'\u00a0\u2009\u202f"

# Names of dimensions along which bands lie.
SPECTRAL_DIMENSION = re.compile(
    r"(?:n_?|num_?|number_of_)?(?:bands?|channels?|wavelengths?|wave_?lengths?|wavelen|wvl|wl|lambda|spectral|spectrum)"
    r"(?:_.*|\d*)?",
    re.IGNORECASE,
)


def read_bands(dataset, numbers: Sequence[int]) -> Bands:
    """Describe the bands of a dataset of GDAL that have the given numbers.

    Looked for are, in this order and per band: the item "wavelength", the item "CENTRAL_WAVELENGTH_UM" of the domain
    "IMAGERY", the coordinate of a netCDF dimension of wavelengths, a name such as "band 58 (668.1 nm)"; and for the
    whole raster a list as in headers of ENVI. A wavelength whose unit is no length, or that can be read in several
    ways, is not known.
    """
    bands = [dataset.GetRasterBand(number) for number in numbers]
    names = [band.GetDescription() for band in bands]
    unknown = np.full(len(bands), np.nan)
    sources = _sources(dataset, bands, names, np.asarray(numbers) - 1)
    wavelengths, fwhm = next((found for found in sources if np.isfinite(found[0]).any()), (unknown, unknown))
    return Bands.of(wavelengths, fwhm, _numbers_in_names(names))


def bad_bands(dataset, numbers: Sequence[int]) -> np.ndarray:
    """Tell which bands of a dataset of GDAL the header marks as bad (ENVI's bbl = 0), as item of a band or as a list.

    Returns
    -------
    ndarray of bool, shape (len(numbers),)
    """
    marks = np.array([number_or_nan(_items(dataset.GetRasterBand(number)).get("bbl")) for number in numbers])
    if np.isnan(marks).all():
        for domain in ("ENVI", ""):
            listed = _list_of_numbers(_items(dataset, domain).get("bbl"), dataset.RasterCount)
            marks = np.fmax(marks, listed[np.asarray(numbers) - 1])
    return marks == 0


def _sources(dataset, bands, names: Sequence[str], chosen: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield wavelengths and full widths at half maximum in nm from one source after the other, NaN where not known."""
    of_bands = [_of_band(band, name) for band, name in zip(bands, names)]
    yield to_nm(*zip(*of_bands))
    yield _of_dimension(dataset, bands)
    for domain in ("ENVI", ""):
        items = _items(dataset, domain)
        count = dataset.RasterCount
        wavelengths, fwhm = (_list_of_numbers(items.get(key), count)[chosen] for key in ("wavelength", "fwhm"))
        yield to_nm(wavelengths, fwhm, [items.get("wavelength_units")] * len(chosen))


def _of_band(band, name: str) -> tuple[float, float, str | None]:
    """Return wavelength, full width at half maximum and the unit of both, as a band gives them."""
    items = _items(band)
    wavelength = number_or_nan(items.get("wavelength"))
    if math.isfinite(wavelength):
        unit = items.get("wavelength_units") or items.get("wavelength_unit")
        return wavelength, number_or_nan(items.get("fwhm")), unit
    imagery = band.GetMetadata("IMAGERY")
    wavelength = number_or_nan(imagery.get("CENTRAL_WAVELENGTH_UM"))
    if math.isfinite(wavelength):
        return round(wavelength * 1000, 6), round(number_or_nan(imagery.get("FWHM_UM")) * 1000, 6), "nm"
    return wavelength_in_name(name), math.nan, "nm"


def _of_dimension(dataset, bands) -> tuple[np.ndarray, np.ndarray]:
    """Return the coordinates that a netCDF file gives its bands, when these lie along a dimension of wavelengths."""
    items = _items(dataset)
    for dimension in (items.get("netcdf_dim_extra") or "").strip("{}").split(","):
        if SPECTRAL_DIMENSION.fullmatch(dimension):
            found = [number_or_nan(_items(band).get(f"netcdf_dim_{dimension.lower()}")) for band in bands]
            unit = items.get(f"{dimension.lower()}#units")
            return to_nm(found, np.full(len(bands), np.nan), [unit] * len(bands))
    return to_nm([], [], [])


def to_nm(wavelengths, fwhm, units: Sequence[str | None]) -> tuple[np.ndarray, np.ndarray]:
    """Convert wavelengths and full widths at half maximum to nm; `units` has that of both for each band.

    NaN where the unit is no length, or is not given and the size of the numbers does not tell it.
    """
    wavelengths, fwhm = np.asarray(wavelengths, dtype=float), np.asarray(fwhm, dtype=float)
    named = [(unit or "").strip().lower() for unit in units]
    factors = np.array([NM_PER_UNIT.get(unit, np.nan) for unit in named])
    is_bare = np.array([not unit for unit in named], dtype=bool)
    factors[is_bare] = _bare_factor(wavelengths[is_bare])
    with np.errstate(invalid="ignore"):
        wavelengths = np.where(wavelengths > 0, wavelengths * factors, np.nan)
    wavelengths[~np.isfinite(wavelengths)] = np.nan
    # Without the noise of multiplying: 0.6681 micrometres are 668.1 nm.
    is_converted = factors != 1
    return tuple(np.where(is_converted, np.round(nm, 9), nm) for nm in (wavelengths, fwhm * factors))


def _bare_factor(wavelengths: np.ndarray) -> float:
    """Return nm per unit of wavelengths without a unit; NaN unless their size tells it, as that of 1, 2, 3 does not."""
    known = wavelengths[np.isfinite(wavelengths)]
    if len(known) and _BARE_NM[0] <= known.min() and known.max() <= _BARE_NM[1]:
        return 1.0
    has_fractions = bool((known != np.round(known)).any())
    if has_fractions and _BARE_UM[0] <= known.min() and known.max() <= _BARE_UM[1]:
        return 1000.0
    return math.nan


def wavelength_in_name(name: str) -> float:
    """Return the wavelength (nm) that the name of a band tells; NaN when it tells none, several, or a range."""
    text = _BAND_LABEL.sub("", name)
    found = [match for match in _WAVELENGTH_IN_NAME.finditer(text) if not _WIDTH_BEFORE.search(text[: match.start()])]
    if len(found) != 1:
        return math.nan
    before, number = text[: found[0].start()], found[0]["number"]
    if _NUMBER_BEFORE.search(before) or (_THOUSANDS_BEFORE.search(before) and _THREE_DIGITS.match(number)):
        return math.nan
    factor = NM_PER_UNIT[found[0]["unit"].lower()]
    readings = {value * factor for value in _readings(number)}
    plausible = [reading for reading in readings if SHORTEST <= reading <= LONGEST]
    return round(plausible[0], 9) if len(plausible) == 1 else math.nan


def _readings(text: str) -> list[float]:
    """Return the numbers that a text can be: "1,650" is 1650 or 1.65, and in "450,550" there are two numbers."""
    plain = text.translate(dict.fromkeys(map(ord, _THOUSANDS_MARKS)))
    if "." in plain and "," in plain:
        # The mark that comes last is the decimal one.
        thousands, decimal = (",", ".") if plain.rindex(".") > plain.rindex(",") else (".", ",")
        groups = plain.split(decimal)[0].split(thousands)
        is_number = plain.count(decimal) == 1 and all(len(group) == 3 for group in groups[1:])
        return [float(plain.replace(thousands, "").replace(decimal, "."))] if is_number else []
    if "," not in plain:
        return [] if plain.count(".") > 1 else [float(plain)]
    whole, *rest = plain.split(",")
    readings = []
    if len(whole) <= 3 and whole != "0" and all(len(group) == 3 for group in rest):
        readings.append(float(plain.replace(",", "")))
    if len(rest) == 1:
        readings.append(float(f"{whole}.{rest[0]}"))
        if len(whole) == len(rest[0]) >= 3:
            readings += [float(whole), float(rest[0])]
    return readings


def _items(described, domain: str = "") -> dict[str, str]:
    """Return the metadata of a dataset or band of GDAL, keys in small letters and without spaces."""
    return {key.lower().replace(" ", "_"): value for key, value in described.GetMetadata(domain).items()}


def _list_of_numbers(text: str | None, count: int) -> np.ndarray:
    """Read a list such as "{450.1, 455.2}"; all NaN when it has not `count` numbers."""
    items = (text or "").strip().strip("{}[]()").replace(";", ",").split(",")
    numbers = [number_or_nan(item) for item in items]
    return np.array(numbers) if len(numbers) == count else np.full(count, np.nan)


def _numbers_in_names(names: Sequence[str]) -> list[int] | None:
    """Return the band numbers of names such as "band 58 (668.1 nm)"; None unless each name has its own."""
    found = [_NUMBER_IN_NAME.match(name) for name in names]
    numbers = [int(match[1]) for match in found if match]
    return numbers if len(set(numbers)) == len(names) else None


def number_or_nan(text: str | None) -> float:
    """Return the number that a text in metadata is; NaN for any other text, or none."""
    try:
        return float(text)
    except (TypeError, ValueError):
        return math.nan
