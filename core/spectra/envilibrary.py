# SPDX-License-Identifier: GPL-2.0-or-later
"""ENVI spectral libraries: a file of numbers (.sli) and a header (.hdr), which SPy, ENVI and EnMAP-Box read."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from ..errors import TableError, in_one_line
from ..files.numbers import open_bytes, unreadable
from ..files.provenance import current_provenance
from ..files.raster.wavelengths import number_or_nan
from ..files.replacement import write_whole
from ..wording import tr
from .classes import MOST_VALUES
from .library import SpectralLibrary, library_of

HEADER, DATA = ".hdr", ".sli"
_HEADER_ENDINGS = (HEADER, HEADER.upper())
# How the names of files of numbers end whose header has the same name but for the ending.
_DATA_ENDINGS = (DATA, ".lib", ".dat", ".img", ".bin", "")
_FILE_TYPE = "ENVI Spectral Library"
_HEADER_BYTES = 50_000_000
# ENVI's numbers of data types; complex ones are no spectra.
_TYPES = {1: "u1", 2: "i2", 3: "i4", 4: "f4", 5: "f8", 12: "u2", 13: "u4", 14: "i8", 15: "u8"}
_FLOAT32 = 4
# What would end a name in a header.
_IN_NAMES = str.maketrans({",": ";", "{": "(", "}": ")"})


def header_of(path) -> Path | None:
    """Return the header that belongs to a file, or the file itself where it is one; None where there is none.

    A table or text beside a library of the same name, as "trees.csv" beside "trees.sli", is no part of the library.
    """
    path = Path(path)
    places = [path, *(path.with_name(path.name + ending) for ending in _HEADER_ENDINGS)]
    if path.suffix.lower() in _DATA_ENDINGS:
        places[1:1] = [path.with_suffix(ending) for ending in _HEADER_ENDINGS]
    for place in places:
        if place.suffix.lower() == HEADER and _begins_as_envi(place):
            return place
    return None


def header_beside(path) -> Path:
    """Return where the header of a library lies that is written."""
    return Path(path).with_suffix(HEADER)


def _begins_as_envi(path: Path) -> bool:
    try:
        with open_bytes(path) as file:
            return file.read(4) == b"ENVI"
    except (TableError, OSError):
        return False


def read_envi_library(header: Path) -> SpectralLibrary:
    """Read a library by its header.

    Raises
    ------
    TableError
        If header or data cannot be read, do not fit together, or are no spectral library.
    """
    entries = _entries(header)
    if entries.get("file type", "").lower() != _FILE_TYPE.lower():
        raise TableError(
            tr("{path} is the header of {kind}, not of an ENVI spectral library; choose another file.").format(
                path=header, kind=in_one_line(entries.get("file type") or tr("an image"), 40)
            )
        )
    spectra = _read_spectra(header, entries)
    count, bands = spectra.shape
    names = [in_one_line(name) for name in entries.get("spectra names", "").split(",")]
    if len(names) != count:
        names = [""] * count
    names = [name or tr("spectrum {number}").format(number=number) for number, name in enumerate(names, 1)]
    ignored = number_or_nan(entries.get("data ignore value"))
    with np.errstate(invalid="ignore"):
        spectra = np.where(spectra == ignored, np.nan, spectra.astype(np.float64))
    good = _numbers(header, entries, "bbl", bands)
    if good is not None:
        spectra[:, good == 0] = np.nan
    factor = number_or_nan(entries.get("reflectance scale factor"))
    return library_of(
        header,
        names,
        spectra,
        _numbers(header, entries, "wavelength", bands),
        entries.get("wavelength units", ""),
        1.0 / factor if np.isfinite(factor) and factor > 0 else None,
        _numbers(header, entries, "fwhm", bands),
    )


def _entries(header: Path) -> dict[str, str]:
    """Return the values of a header, those in braces without these, by their names in small letters."""
    with open_bytes(header) as file:
        try:
            lines = iter(file.read(_HEADER_BYTES).decode("utf-8-sig", "replace").splitlines())
        except OSError as error:
            raise unreadable(header, error) from None
    entries = {}
    for line in lines:
        name, _, value = line.partition("=")
        value = value.strip()
        if value.startswith("{"):
            parts = [value[1:]]
            while "}" not in parts[-1] and (further := next(lines, None)) is not None:
                parts.append(further)
            value = "\n".join(parts).partition("}")[0].strip()
        entries[name.strip().lower()] = value
    return entries


def _read_spectra(header: Path, entries: Mapping[str, str]) -> np.ndarray:
    samples, lines, kind = (_whole(header, entries, key) for key in ("samples", "lines", "data type"))
    if kind not in _TYPES or _whole(header, entries, "bands", 1) != 1:
        raise TableError(
            tr(
                "{path} describes complex numbers or several bands, which are no spectral library; choose another file."
            ).format(path=header)
        )
    order = ">" if _whole(header, entries, "byte order", 0) == 1 else "<"
    dtype, offset = np.dtype(order + _TYPES[kind]), _whole(header, entries, "header offset", 0)
    if not 0 < samples * lines <= MOST_VALUES:
        raise TableError(
            tr("{path} describes {lines:,} spectra of {samples:,} bands, which no library has; correct it.").format(
                path=header, lines=lines, samples=samples
            )
        )
    data = _data_of(header)
    try:
        size = os.path.getsize(data)
        needed = offset + samples * lines * dtype.itemsize
        if size < needed:
            raise TableError(
                tr("{path} has {size:,} bytes, but its header describes {needed:,}; copy both files again.").format(
                    path=data, size=size, needed=needed
                )
            )
        return np.fromfile(data, dtype, samples * lines, offset=offset).reshape(lines, samples)
    except OSError as error:
        raise unreadable(data, error) from None


def _data_of(header: Path) -> Path:
    """Return the file that a header describes."""
    stem = header.with_suffix("")
    # "library.sli.hdr" is the header of "library.sli".
    places = [stem, *(header.with_suffix(ending) for ending in (DATA, DATA.upper(), *_DATA_ENDINGS[1:-1]))]
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        raise TableError(
            tr("{path} is a header without its data; put {data} beside it.").format(path=header, data=places[1].name)
        )
    return found


def _whole(header: Path, entries: Mapping[str, str], key: str, default: int | None = None) -> int:
    value = number_or_nan(entries.get(key))
    if np.isnan(value) and default is not None:
        return default
    if not (value >= 0 and value.is_integer() and value < 2**40):
        raise TableError(
            tr('{path} has no whole number for "{key}", which an ENVI header needs; correct it.').format(
                path=header, key=key
            )
        )
    return int(value)


def _texts(text: str | None) -> list[str]:
    items = (text or "").split(",")
    return [in_one_line(item) for item in items if item.strip()]


def _numbers(header: Path, entries: Mapping[str, str], key: str, bands: int) -> np.ndarray | None:
    if key not in entries:
        return None
    numbers = np.array([number_or_nan(item) for item in _texts(entries[key])])
    if len(numbers) != bands or not np.isfinite(numbers).all():
        raise TableError(
            tr('{path} has {found} numbers for "{key}", but {bands} bands; correct it.').format(
                path=header, found=int(np.isfinite(numbers).sum()), key=key, bands=bands
            )
        )
    return numbers


def write_envi_library(path, library: SpectralLibrary, description: str) -> None:
    """Write a library: Float32 numbers in a file that ends in .sli, and the header beside it.

    Raises
    ------
    OutputError
        If a file cannot be written.
    """
    bands, provenance = library.bands, current_provenance()
    if provenance is not None:
        description = f"{description} ({provenance.in_words()})"
    entries = {
        "description": f"{{{in_one_line(description, len(description)).translate(_IN_NAMES)}}}",
        "samples": len(bands),
        "lines": len(library),
        "bands": 1,
        "header offset": 0,
        "file type": _FILE_TYPE,
        "data type": _FLOAT32,
        "interleave": "bsq",
        "byte order": 0,
        "data ignore value": "NaN",
        "reflectance scale factor": 1.0,
        "spectra names": _listed(in_one_line(name).translate(_IN_NAMES) for name in library.names),
    }
    if bands.have_wavelengths:
        entries |= {"wavelength units": "Nanometers", "wavelength": _listed(map(_short, bands.wavelengths))}
        if np.isfinite(bands.fwhm).all():
            entries["fwhm"] = _listed(map(_short, bands.fwhm))
    header = "\n".join(["ENVI", *(f"{name} = {value}" for name, value in entries.items()), ""])
    write_whole(path, library.spectra.astype("<f4").tobytes())
    write_whole(header_beside(path), header.encode("utf-8"))


def _listed(items) -> str:
    return "{" + ", ".join(items) + "}"


def _short(value: float) -> str:
    return f"{value:.10g}"
