# SPDX-License-Identifier: GPL-2.0-or-later
"""What the dock keeps in the project, so that it is there when this is opened again."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsWkbTypes
from qgis.PyQt.QtGui import QColor

from ...core.image.bands import Bands
from ...core.spectra.samples import Spread
from .markers import LibrarySpectrum, Marker
from .reading import Found

# Statistics of a spectrum of several pixels, by their names in `Spread`.
_STATISTICS = ("mean", "deviation", "low", "high")


def readable(read: Callable[[dict], object], states) -> list:
    """Return what can be read of a list of states, in a project that may have been edited by hand."""
    found = []
    for state in states if isinstance(states, list) else ():
        try:
            found.append(read(state))
        except (KeyError, TypeError, ValueError):
            continue
    return found


def marker_state(marker: Marker) -> dict:
    """Return a marker as JSON holds it."""
    state = {
        "number": marker.number,
        "geometry": marker.geometry.asWkt(),
        "crs": marker.crs.toWkt(),
        "layer": marker.layer_id,
        "pixel": list(marker.pixel),
        "size": marker.size,
        "name": marker.name,
        "shown": marker.is_shown,
    }
    if marker.found is not None:
        found = marker.found
        # Of one pixel, all other statistics follow from the mean.
        statistics = _STATISTICS if found.spread.count > 1 else _STATISTICS[:1]
        state["spectrum"] = {
            "image": found.name,
            "windows": found.windows,
            "pixels": found.spread.count,
            **_bands_state(found.bands),
            **{name: _listed(getattr(found.spread, name)) for name in statistics},
        }
    return state


def marker_of(state: dict) -> Marker:
    """Return the marker of a state; raises what `readable` expects where it makes no sense."""
    geometry = QgsGeometry.fromWkt(state["geometry"])
    size, (width, height) = int(state["size"]), map(float, state["pixel"])
    kind = QgsWkbTypes.Type.Point if size else QgsWkbTypes.Type.Polygon
    if geometry.wkbType() != kind or min(width, height) <= 0:
        raise ValueError(state["geometry"])
    marker = Marker(
        number=int(state["number"]),
        geometry=geometry,
        crs=QgsCoordinateReferenceSystem.fromWkt(state["crs"]),
        layer_id=str(state["layer"]),
        pixel=(width, height),
        size=size,
        is_shown=bool(state["shown"]),
        name=str(state["name"]),
    )
    if "spectrum" in state:
        marker.found = _found_of(state["spectrum"])
    return marker


def library_state(spectrum: LibrarySpectrum) -> dict:
    """Return a spectrum of a library as JSON holds it."""
    return {
        "name": spectrum.name,
        "colour": spectrum.colour.name(),
        "shown": spectrum.is_shown,
        "values": _listed(spectrum.values),
        **_bands_state(spectrum.bands),
    }


def library_spectrum_of(state: dict) -> LibrarySpectrum:
    """Return the spectrum of a state; raises what `readable` expects where it makes no sense."""
    bands = _bands_of(state)
    values = _array(state["values"], len(bands))
    return LibrarySpectrum(str(state["name"]), bands, values, QColor(state["colour"]), bool(state["shown"]))


def _found_of(state: dict) -> Found:
    bands = _bands_of(state)
    mean = _array(state["mean"], len(bands))
    of_one = {"mean": mean, "deviation": np.full(len(mean), np.nan), "low": mean, "high": mean}
    spectra = {name: _array(state[name], len(mean)) if name in state else of_one[name] for name in _STATISTICS}
    windows = tuple((float(low), float(high)) for low, high in state["windows"])
    return Found(Spread(int(state["pixels"]), **spectra), bands, windows, str(state["image"]))


def _bands_state(bands: Bands) -> dict:
    return {
        "wavelengths": _listed(bands.wavelengths),
        "fwhm": _listed(bands.fwhm),
        "numbers": bands.numbers.tolist(),
    }


def _bands_of(state: dict) -> Bands:
    count = len(state["wavelengths"])
    numbers = [int(number) for number in state["numbers"]]
    if len(numbers) != count:
        raise ValueError(count)
    return Bands.of(_array(state["wavelengths"], count), _array(state["fwhm"], count), numbers)


def _listed(values: np.ndarray) -> list[float | None]:
    """Return numbers as JSON knows them: None for NaN."""
    return [float(value) if np.isfinite(value) else None for value in values]


def _array(values: list, length: int) -> np.ndarray:
    if len(values) != length:
        raise ValueError(length)
    return np.array([np.nan if value is None else value for value in values], np.float64)
