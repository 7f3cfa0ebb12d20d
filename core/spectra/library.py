# SPDX-License-Identifier: GPL-2.0-or-later
"""Spectral libraries: named spectra from laboratory, field or images, and how they become those of other bands."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

import numpy as np

from ..errors import TableError
from ..files.raster.wavelengths import to_nm
from ..image.bands import Bands
from ..wording import number, tr
from .classes import SpectralClasses, palette_for
from .hints import PLAUSIBLE

# Values up to these times the largest plausible reflectance are percent, or integers as NEON stores them.
_PERCENT, _INTEGERS = 100.0, 10_000.0
# Numbers beyond this stand for no data in libraries, such as -1.23e34 in those of the U.S. Geological Survey.
_NO_VALUE = 1e30
# What text files and headers without "data ignore value" often have in place of a value.
_USUAL_NO_DATA = (-9999.0, -32768.0)
_DEVIATIONS_PER_FWHM = math.sqrt(8 * math.log(2))


@dataclass(frozen=True)
class SpectralLibrary:
    """Named spectra.

    Attributes
    ----------
    names : tuple of str
        Empty for classes without a name.
    spectra : ndarray of float64, shape (spectra, bands)
        In reflectance from 0 to 1; NaN where there is no value.
    bands : Bands
        By ascending wavelength.
    notes : tuple of str
        One sentence for each thing about units that a user should know.
    numbers : tuple of int
        Class numbers, where the spectra are those of classes; else empty.
    """

    names: tuple[str, ...]
    spectra: np.ndarray
    bands: Bands
    notes: tuple[str, ...] = field(default=())
    numbers: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.names)

    @classmethod
    def of_classes(cls, classes: SpectralClasses) -> SpectralLibrary:
        """Return the mean spectra of classes, with their names."""
        numbers = tuple(classes.numbers.tolist())
        names = tuple(classes.given_names.get(index, "") for index in numbers)
        return cls(names, classes.centres, classes.bands, numbers=numbers)

    def classes(self, bands: Bands, spectra: np.ndarray) -> SpectralClasses:
        """Return the spectra as classes, numbered as in the table that they come from, or from 1.

        Parameters
        ----------
        bands : Bands
            Those of an image.
        spectra : ndarray, shape (spectra, bands)
            What the spectra are at these bands, such as `resampled` gives them.
        """
        numbers = np.array(self.numbers or range(1, len(self) + 1))
        names = dict(zip(numbers.tolist(), self.names))
        return SpectralClasses(
            numbers=numbers,
            centres=spectra,
            bands=bands,
            counts=np.zeros(len(numbers), np.int64),
            given_names=names,
            palette=palette_for(names),
        )

    def resampled(self, bands: Bands) -> np.ndarray:
        """Return the spectra at other bands, as SPy's `BandResampler` describes it.

        Each band of the image averages the bands of the library that its full width at half maximum (FWHM) overlaps,
        weighted by a normal distribution of that width. Where a FWHM is not known, the distance of neighbouring bands
        takes its place. SPy itself stops at the first band of the library that begins beyond a band of the image, and
        so misses others where wide and narrow ones are mixed. The method does not suit libraries whose bands are wider
        than those of the image: their spectra stay as coarse as they were.

        Parameters
        ----------
        bands : Bands

        Returns
        -------
        ndarray of float64, shape (spectra, bands)
            NaN where no band with a value overlaps.
        """
        result = np.empty((len(self), len(bands)))
        is_value = np.isfinite(self.spectra)
        # Widths are found before bands are left out, or the neighbours of a gap would reach over it.
        source = replace(self.bands, fwhm=_widths(self.bands))
        # Spectra that lack the same bands are resampled together.
        for pattern in np.unique(is_value, axis=0):
            alike = (is_value == pattern).all(axis=1)
            weights = resampling_weights(source.take(np.flatnonzero(pattern)), bands)
            result[alike] = np.einsum("sb,nb->sn", self.spectra[alike][:, pattern], weights)
        return result


def resampling_weights(source: Bands, target: Bands) -> np.ndarray:
    """Return the weight of each band of a source in each band of a target.

    Returns
    -------
    ndarray of float64, shape (target bands, source bands)
        Rows sum to 1; those of bands that no band of the source overlaps are NaN.
    """
    weights = np.zeros((len(target), len(source)))
    if len(source):
        half = [_widths(bands) / 2 for bands in (source, target)]
        low, high = source.wavelengths - half[0], source.wavelengths + half[0]
        least, most = (edges[:, np.newaxis] for edges in (target.wavelengths - half[1], target.wavelengths + half[1]))
        rows, columns = np.nonzero((high >= least) & (low < most))
        deviations = 2 * half[1][rows] / _DEVIATIONS_PER_FWHM
        ends = (np.maximum(low[columns], least[rows, 0]), np.minimum(high[columns], most[rows, 0]))
        shares = [_normal_share((end - target.wavelengths[rows]) / deviations) for end in ends]
        weights[rows, columns] = shares[1] - shares[0]
    total = weights.sum(axis=1, keepdims=True)
    return np.where(total > 0, weights / np.where(total > 0, total, 1), np.nan)


def _widths(bands: Bands) -> np.ndarray:
    """Return full widths at half maximum; where one is not known, the mean distance to the neighbours."""
    known = np.isfinite(bands.fwhm) & (bands.fwhm > 0)
    if len(bands) < 2:
        return np.where(known, bands.fwhm, 1.0)
    order = np.argsort(bands.wavelengths, kind="stable")
    steps = np.diff(bands.wavelengths[order])
    distances = np.empty(len(bands))
    distances[order] = (np.concatenate([steps[:1], steps]) + np.concatenate([steps, steps[-1:]])) / 2
    return np.where(known, bands.fwhm, distances)


def _normal_share(places: np.ndarray) -> np.ndarray:
    """Return the share of a normal distribution below places in standard deviations."""
    # Not by SciPy, which may be missing.
    return 0.5 * (1.0 + np.array([math.erf(place) for place in (places / math.sqrt(2)).tolist()]))


def library_of(
    path,
    names,
    spectra,
    wavelengths,
    wavelength_unit: str = "",
    scale: float | None = None,
    fwhm=None,
) -> SpectralLibrary:
    """Make a library of spectra as a file gives them, in reflectance and by wavelength in nm.

    Parameters
    ----------
    path : str or path
        For messages.
    names : sequence of str
    spectra : array_like, shape (spectra, bands)
    wavelengths : array_like, shape (bands,), or None
    wavelength_unit : str
        Empty where the file names none.
    scale : float, optional
        From values to reflectance; None where the file does not say.
    fwhm : array_like, shape (bands,), optional
        In the unit of the wavelengths.

    Raises
    ------
    TableError
        If there is no value, or the unit of the wavelengths or of the values cannot be told.
    """
    spectra = np.array(spectra, dtype=np.float64)
    with np.errstate(invalid="ignore"):
        spectra[~(np.abs(spectra) < _NO_VALUE) | np.isin(spectra, _USUAL_NO_DATA)] = np.nan
    if not np.isfinite(spectra).any():
        raise TableError(tr("{path} holds no spectrum with values; choose another library.").format(path=path))
    notes = []
    if wavelengths is None:
        bands = Bands.of(np.full(spectra.shape[1], np.nan))
    else:
        bands = _bands_in_nm(path, wavelengths, wavelength_unit, fwhm, notes)
        spectra, bands = _by_wavelength(spectra, bands)
    factor = _scale(path, float(np.nanmax(np.abs(spectra))), scale, notes)
    return SpectralLibrary(tuple(names), spectra * factor, bands, tuple(notes))


def _bands_in_nm(path, wavelengths, unit: str, fwhm, notes: list[str]) -> Bands:
    widths = np.full(len(wavelengths), np.nan) if fwhm is None else fwhm
    found, widths = to_nm(wavelengths, widths, [unit] * len(wavelengths))
    if not np.isfinite(found).all():
        raise TableError(
            tr("{path} does not say what unit its wavelengths have ({unit}); give them in nm or micrometers.").format(
                path=path, unit=unit or tr("none is given")
            )
        )
    if not unit:
        notes.append(
            tr(
                "{path} does not say in which unit its wavelengths are; {unit} are assumed, as they go from {low} to "
                "{high}."
            ).format(
                path=path,
                unit="nm" if np.allclose(found, wavelengths) else tr("micrometers"),
                low=number(float(np.min(wavelengths)), "g"),
                high=number(float(np.max(wavelengths)), "g"),
            )
        )
    return Bands.of(found, widths)


def _by_wavelength(spectra: np.ndarray, bands: Bands) -> tuple[np.ndarray, Bands]:
    """Sort bands by wavelength, and average those of the same one, as where detectors meet."""
    distinct, first, place = np.unique(bands.wavelengths, return_index=True, return_inverse=True)
    if len(distinct) == len(bands):
        return spectra[:, first], Bands.of(distinct, bands.fwhm[first])
    place = place.ravel()
    averaged = np.full((len(spectra), len(distinct)), np.nan)
    for index in range(len(distinct)):
        same = spectra[:, place == index]
        has_value = np.isfinite(same)
        counts = has_value.sum(axis=1)
        sums = np.where(has_value, same, 0).sum(axis=1)
        averaged[:, index] = np.where(counts > 0, sums / np.maximum(counts, 1), np.nan)
    return averaged, Bands.of(distinct, bands.fwhm[first])


def _scale(path, largest: float, stated: float | None, notes: list[str]) -> float:
    """Return what turns values up to `largest` into reflectance, and say what is doubtful about it."""
    plausible = PLAUSIBLE[1]
    if stated is not None:
        if largest * stated > plausible:
            notes.append(
                tr(
                    "{path} has values up to {value} when they are read in the unit that it states, which no "
                    "reflectance is; check its unit."
                ).format(path=path, value=number(largest * stated, ".3g"))
            )
        elif stated < 1 and largest <= plausible:
            notes.append(
                tr(
                    "{path} has values up to {value} only, which are read in the unit that it states and so become a "
                    "reflectance of {reflectance} at most; check its unit."
                ).format(path=path, value=number(largest, ".3g"), reflectance=number(largest * stated, ".3g"))
            )
        return stated
    for factor, unit in (
        (1.0, tr("reflectance from 0 to 1")),
        (_PERCENT, tr("percent")),
        (_INTEGERS, tr("reflectance times 10,000")),
    ):
        if largest <= plausible * factor:
            notes.append(
                tr(
                    "{path} does not say in which unit its values are; {unit} is assumed, as they go up to {value}."
                ).format(path=path, unit=unit, value=number(largest, ".3g"))
            )
            return 1.0 / factor
    raise TableError(
        tr(
            "{path} has values up to {value}, which no unit of reflectance has (0 to 1, percent, times 10,000); "
            "choose a library of reflectance."
        ).format(path=path, value=number(largest, ".3g"))
    )


def named_once(names) -> tuple[str, ...]:
    """Return names of which each is another: those that occur again get a number behind them."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 or not name else f"{name} ({seen[name]})")
    return tuple(found)
