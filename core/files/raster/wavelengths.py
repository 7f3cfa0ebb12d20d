# SPDX-License-Identifier: GPL-2.0-or-later
"""Band metadata of rasters: wavelengths, full width at half maximum, bad bands."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

import numpy as np

from ...image.bands import Bands
from ..tables import LONGEST_WAVELENGTH
from .texts import as_text

# Units of length in headers, by their length in nm. In ENVI's other units (Index, Wavenumber, GHz, MHz, Unknown),
# wavelengths are not known.
_NM = {
    1e-1: "å angstrom angstroms ångström ångströms",
    1.0: "nm nanometer nanometers nanometre nanometres",
    1e3: "um µm μm micrometer micrometers micrometre micrometres micron microns",
    1e6: "mm millimeter millimeters millimetre millimetres",
    1e7: "cm centimeter centimeters centimetre centimetres",
    1e9: "m meter meters metre metres",
}
NM_PER_UNIT = {name: factor for factor, names in _NM.items() for name in names.split()}

# Range of solar and thermal wavelengths (nm). A number outside of it, in the name of a band, is no wavelength.
SHORTEST, LONGEST = 100.0, 100_000.0
# Numbers without a unit are nm or micrometres when all of them are in these ranges.
_BARE_NM, _BARE_UM = (300.0, 30_000.0), (0.3, 30.0)

# Units in the names of bands; not "m", as "10 m" is a resolution.
_UNIT_IN_NAME = r"nanomet(?:er|re)s?|micromet(?:er|re)s?|microns?|angstroms?|nm|um|µm|μm"
_WAVELENGTH_IN_NAME = re.compile(
    rf"(?P<number>\d(?:[\d.,'\u00a0\u2009\u202f]*\d)?)[\s_]*(?P<unit>{_UNIT_IN_NAME})(?![^\W_])", re.IGNORECASE
)
_NUMBER_IN_NAME = re.compile(r"^band[ _]?(\d{1,6})\b", re.IGNORECASE)
_BAND_LABEL = re.compile(r"^\s*(?:band|channel|b|ch)[ _#-]?\d{1,6}\b[\s:,;-]*", re.IGNORECASE)
_WIDTH_BEFORE = re.compile(r"(?:fwhm|width|Δ|±|\+/-)[\s:=_-]*$", re.IGNORECASE)
# Text before the second number of a range or a list.
_NUMBER_BEFORE = re.compile(
    r"(?:\d[\s\]})]*(?:nm|um|µm|μm)?\s*(?:[-–—/;,&+]|\.\.+|\s(?:to|and)\s)|[<>≤≥]=?)\s*$", re.IGNORECASE
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
    """Return numbers, wavelengths and widths of the bands of a GDAL dataset that have the given numbers.

    The sources are, in this order: of each band the item "wavelength", else the item "CENTRAL_WAVELENGTH_UM" of the
    domain "IMAGERY", else a name such as "band 58 (668.1 nm)"; the coordinates of a netCDF dimension of wavelengths;
    and a list in the header, as ENVI writes it. A wavelength is unknown when its unit is not a length, or when it is
    ambiguous.
    """
    bands = [dataset.GetRasterBand(number) for number in numbers]
    names = [as_text(band.GetDescription()) for band in bands]
    unknown = np.full(len(bands), np.nan)
    sources = _sources(dataset, bands, names, np.asarray(numbers) - 1)
    wavelengths, fwhm = next((found for found in sources if np.isfinite(found[0]).any()), (unknown, unknown))
    return Bands.of(wavelengths, fwhm, _numbers_in_names(names))


def bad_bands(dataset, numbers: Sequence[int]) -> np.ndarray:
    """Return which bands of a GDAL dataset are marked as bad (ENVI's bbl = 0), by an item of the band or by a list."""
    marks = np.array([number_or_nan(_items(dataset.GetRasterBand(number)).get("bbl")) for number in numbers])
    if np.isnan(marks).all():
        for domain in ("ENVI", ""):
            listed = _list_of_numbers(_items(dataset, domain).get("bbl"), dataset.RasterCount)
            marks = np.fmax(marks, listed[np.asarray(numbers) - 1])
    return marks == 0


def _sources(dataset, bands, names: Sequence[str], chosen: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield wavelengths and full widths at half maximum (nm, NaN where unknown) from one source after the other."""
    # GDAL does not tell bands that the unit of ENVI's header is "Unknown".
    unit = next((found for domain in ("ENVI", "") if (found := _items(dataset, domain).get("wavelength_units"))), None)
    of_bands = [_of_band(band, name, unit) for band, name in zip(bands, names)]
    yield to_nm(*zip(*of_bands))
    yield _of_dimension(dataset, bands)
    for domain in ("ENVI", ""):
        items = _items(dataset, domain)
        count = dataset.RasterCount
        wavelengths, fwhm = (_list_of_numbers(items.get(key), count)[chosen] for key in ("wavelength", "fwhm"))
        yield to_nm(wavelengths, fwhm, [items.get("wavelength_units")] * len(chosen))


def _of_band(band, name: str, unit_of_all: str | None) -> tuple[float, float, str | None]:
    """Return wavelength, full width at half maximum and the unit of both from the metadata or the name of a band.

    `unit_of_all` is that of the whole raster, which counts where the band has none.
    """
    items = _items(band)
    wavelength = number_or_nan(items.get("wavelength"))
    if math.isfinite(wavelength):
        unit = items.get("wavelength_units") or items.get("wavelength_unit") or unit_of_all
        return wavelength, number_or_nan(items.get("fwhm")), unit
    imagery = band.GetMetadata("IMAGERY")
    wavelength = number_or_nan(imagery.get("CENTRAL_WAVELENGTH_UM"))
    if math.isfinite(wavelength):
        return round(wavelength * 1000, 6), round(number_or_nan(imagery.get("FWHM_UM")) * 1000, 6), "nm"
    return wavelength_in_name(name), math.nan, "nm"


def _of_dimension(dataset, bands) -> tuple[np.ndarray, np.ndarray]:
    """Return the wavelengths and (unknown) widths of bands along a spectral dimension of a netCDF file."""
    items = _items(dataset)
    for dimension in (items.get("netcdf_dim_extra") or "").strip("{}").split(","):
        if SPECTRAL_DIMENSION.fullmatch(dimension):
            found = [number_or_nan(_items(band).get(f"netcdf_dim_{dimension.lower()}")) for band in bands]
            unit = items.get(f"{dimension.lower()}#units")
            return to_nm(found, np.full(len(bands), np.nan), [unit] * len(bands))
    return to_nm([], [], [])


def to_nm(wavelengths, fwhm, units: Sequence[str | None]) -> tuple[np.ndarray, np.ndarray]:
    """Convert wavelengths and full widths at half maximum to nm; `units` has that of both for each band.

    NaN where the unit is not a length, or is neither given nor evident.
    """
    wavelengths, fwhm = np.asarray(wavelengths, dtype=float), np.asarray(fwhm, dtype=float)
    named = [(unit or "").strip().lower() for unit in units]
    factors = np.array([NM_PER_UNIT.get(unit, np.nan) for unit in named])
    is_bare = np.array([not unit for unit in named], dtype=bool)
    factors[is_bare] = _bare_factor(wavelengths[is_bare])
    # Rounded, so that 0.6681 micrometres become 668.1 nm.
    is_converted = factors != 1
    with np.errstate(invalid="ignore", over="ignore"):
        in_nm = (np.where(wavelengths > 0, wavelengths * factors, np.nan), fwhm * factors)
        in_nm = [np.where(is_converted, np.round(nm, 9), nm) for nm in in_nm]
    return tuple(np.where(np.abs(nm) <= LONGEST_WAVELENGTH, nm, np.nan) for nm in in_nm)


def _bare_factor(wavelengths: np.ndarray) -> float:
    """Return the factor to nm of wavelengths without a unit; NaN where their size does not tell, as 1, 2, 3."""
    known = wavelengths[np.isfinite(wavelengths)]
    if len(known) and _BARE_NM[0] <= known.min() and known.max() <= _BARE_NM[1]:
        return 1.0
    has_fractions = bool((known != np.round(known)).any())
    if has_fractions and _BARE_UM[0] <= known.min() and known.max() <= _BARE_UM[1]:
        return 1000.0
    return math.nan


def wavelength_in_name(name: str) -> float:
    """Return the wavelength (nm) in the name of a band; NaN when there is none, or several, or a range."""
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
    """Return all possible readings of a number: "1,650" is 1650 or 1.65, and "450,550" may also be 450 and 550."""
    plain = text.translate(dict.fromkeys(map(ord, _THOUSANDS_MARKS)))
    if "." in plain and "," in plain:
        # The last of the marks is the decimal one.
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
    """Return the metadata of a GDAL dataset or band, with keys in lower case and underscores for spaces."""
    items = described.GetMetadata(domain).items()
    return {key.lower().replace(" ", "_"): as_text(value) for key, value in items}


def _list_of_numbers(text: str | None, count: int) -> np.ndarray:
    """Read a list such as "{450.1, 455.2}"; all NaN unless it has `count` items."""
    items = (text or "").strip().strip("{}[]()").replace(";", ",").split(",")
    numbers = [number_or_nan(item) for item in items]
    return np.array(numbers) if len(numbers) == count else np.full(count, np.nan)


def _numbers_in_names(names: Sequence[str]) -> list[int] | None:
    """Return the band numbers of names such as "band 58 (668.1 nm)"; None unless each name has its own."""
    found = [_NUMBER_IN_NAME.match(name) for name in names]
    numbers = [int(match[1]) for match in found if match]
    return numbers if len(set(numbers)) == len(names) else None


def number_or_nan(text: str | None) -> float:
    """Convert a text from metadata to a number; NaN for None and for any other text."""
    try:
        return float(text)
    except (TypeError, ValueError):
        return math.nan
