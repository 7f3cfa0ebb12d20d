# SPDX-License-Identifier: GPL-2.0-or-later
"""Bands and their wavelengths: bad bands, the band nearest to a wavelength, bands that correspond in two images."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..constants import RED_GREEN_BLUE, RULE_TUTORIAL
from ..errors import ParameterError, RasterError, TableError, in_one_line
from ..wording import listed, tr

# Absorption windows of water vapour (nm), as in NEON's files; for files that do not give them.
WATER_VAPOUR_WINDOWS = ((1340.0, 1445.0), (1790.0, 1955.0))
# Bands this close to red, green and blue (nm) make a true-colour image; sensors with few bands have none closer.
NEAR_COLOUR = 40.0
# A band stands for a wavelength within this distance (nm), or within half its own width where that is larger.
NEAR_ENOUGH = 15.0
# Tolerance (nm) for wavelengths that were rounded in tables.
SAME_WAVELENGTH = 1e-3
# Sensors whose spacing of bands differs by no more than this share are alike.
SAME_SPACING = 0.1
# Bands that the tutorial leaves out at both ends of the spectrum.
TUTORIAL_FIRST_BANDS = 10
TUTORIAL_LAST_BANDS = 15


@dataclass(frozen=True)
class Bands:
    """The bands of an image."""

    numbers: np.ndarray  # shape (bands,); number of each band in the original file, counted from 1
    wavelengths: np.ndarray  # shape (bands,); centre wavelengths in nm; NaN where not known
    fwhm: np.ndarray  # shape (bands,); full width at half maximum in nm; NaN where not known

    @classmethod
    def of(cls, wavelengths, fwhm=None, numbers=None) -> Bands:
        """Make the bands of `wavelengths` (nm), numbered from 1 unless `numbers` says otherwise."""
        wavelengths = np.asarray(wavelengths, dtype=float)
        count = len(wavelengths)
        return cls(
            numbers=np.arange(1, count + 1) if numbers is None else np.asarray(numbers, dtype=int),
            wavelengths=wavelengths,
            fwhm=np.full(count, np.nan) if fwhm is None else np.asarray(fwhm, dtype=float),
        )

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def have_wavelengths(self) -> bool:
        """Whether the wavelength of every band is known."""
        return bool(np.isfinite(self.wavelengths).all())

    @property
    def spacing(self) -> float:
        """Median distance of neighbouring bands in nm; NaN where it is not known."""
        return float(np.median(np.diff(self.wavelengths))) if len(self) > 1 else np.nan

    @property
    def names(self) -> list[str]:
        """Names such as "band 58 (668.1 nm)"."""
        return [
            f"band {number} ({wavelength:.1f} nm)" if np.isfinite(wavelength) else f"band {number}"
            for number, wavelength in zip(self.numbers, self.wavelengths)
        ]

    def take(self, indices) -> Bands:
        """Return the bands at `indices` (counted from 0)."""
        return Bands(self.numbers[indices], self.wavelengths[indices], self.fwhm[indices])


def kept_bands(
    wavelengths: np.ndarray,
    windows: Sequence[tuple[float, float]] = WATER_VAPOUR_WINDOWS,
    rule: int = RULE_TUTORIAL,
    first: int | None = None,
    last: int | None = None,
    subset_factor: int = 1,
) -> np.ndarray:
    """Choose the bands to keep, without bad bands.

    Parameters
    ----------
    wavelengths : ndarray, shape (bands,)
        Centre wavelengths in nm, ascending.
    windows : sequence of (low, high)
        Ranges in nm in which no band is kept.
    rule : int
        `RULE_TUTORIAL` leaves out, as the code of NEON's tutorial does, the windows, the last band below each window,
        the first 10 and the last 15 bands. `RULE_WINDOWS` leaves out what lies inside the windows only.
    first, last : int, optional
        How many bands to leave out at the short and the long end; by default what the rule says.
    subset_factor : int
        Keep every n-th of the remaining bands.

    Returns
    -------
    ndarray of int
        Indices of the kept bands, ascending, counted from 0.

    Raises
    ------
    ParameterError
        When no band is left or a window is not a range.
    """
    wavelengths = np.asarray(wavelengths, dtype=float)
    count = len(wavelengths)
    if subset_factor < 1:
        raise ParameterError(tr("Subset factor is {factor}; it must be 1 or more.").format(factor=subset_factor))
    tutorial = rule == RULE_TUTORIAL
    if first is None:
        first = TUTORIAL_FIRST_BANDS if tutorial else 0
    if last is None:
        last = TUTORIAL_LAST_BANDS if tutorial else 0
    keep = np.zeros(count, dtype=bool)
    keep[first : max(count - last, 0)] = True
    for low, high in windows:
        if not low < high:
            raise ParameterError(
                tr("The window {low:g}-{high:g} nm is not a range; give the lower wavelength first.").format(
                    low=low, high=high
                )
            )
        keep &= ~((wavelengths >= low) & (wavelengths <= high))
        below = np.flatnonzero(wavelengths < low)
        if tutorial and len(below) and (wavelengths > high).any():
            keep[below[-1]] = False
    kept = np.flatnonzero(keep)[::subset_factor]
    if not len(kept):
        raise ParameterError(
            tr(
                "No band is left of {count} after removing the first {first}, the last {last} and the "
                "windows {windows}; remove fewer."
            ).format(count=count, first=first, last=last, windows=format_windows(windows))
        )
    return kept


def parse_windows(text: str) -> tuple[tuple[float, float], ...]:
    """Read wavelength ranges such as "1340-1445, 1790-1955" (nm).

    Raises
    ------
    ParameterError
        When the text is anything else.
    """
    windows = []
    for item in filter(None, (part.strip() for part in text.replace(";", ",").split(","))):
        try:
            low, high = (float(edge) for edge in item.replace("–", "-").split("-"))
        except ValueError:
            low, high = 1.0, 0.0
        if not (np.isfinite([low, high]).all() and low < high):
            raise ParameterError(
                tr('"{item}" is not a range of wavelengths; write for instance "1340-1445, 1790-1955".').format(
                    item=in_one_line(item)
                )
            )
        windows.append((low, high))
    return tuple(windows)


def format_windows(windows: Sequence[tuple[float, float]]) -> str:
    """Return wavelength ranges as text that `parse_windows` reads."""
    return ", ".join(f"{low:g}-{high:g}" for low, high in windows) or tr("none")


def nearest(wavelengths: np.ndarray, wanted: float) -> int:
    """Return the index of the band nearest to `wanted` (nm)."""
    return int(np.nanargmin(np.abs(np.asarray(wavelengths) - wanted)))


def bands_at(bands: Bands, wavelengths: Sequence[float], name: str) -> np.ndarray:
    """Return the index (from 0) of the band nearest to each of `wavelengths` (nm); `name` is that of the image.

    Raises
    ------
    RasterError
        When no wavelength of a band is known.
    ParameterError
        Naming the first wavelength that is more than 15 nm, or half the width of the band, from the nearest band.
    """
    if not np.isfinite(bands.wavelengths).any():
        raise RasterError(
            tr(
                "{name} does not say at which wavelengths its bands lie, so that none can be chosen. Use reflectance "
                "that Clean reflectance wrote, or give its bands the metadata item wavelength."
            ).format(name=name)
        )
    indices = np.array([nearest(bands.wavelengths, wavelength) for wavelength in wavelengths])
    for wavelength, index in zip(wavelengths, indices):
        found, width = bands.wavelengths[index], bands.fwhm[index]
        if abs(found - wavelength) > np.fmax(NEAR_ENOUGH, width / 2):
            raise ParameterError(
                tr(
                    "{name} has no band at {wavelength:g} nm; the nearest lies at {found:.1f} nm. Choose "
                    "something without this wavelength, or an image with that band."
                ).format(name=name, wavelength=wavelength, found=found)
            )
    return indices


def true_colour_bands(bands: Bands) -> list[int] | None:
    """Return the indices of the bands nearest to red, green and blue; None when one is too far."""
    if not np.isfinite(bands.wavelengths).any():
        return None
    found = [nearest(bands.wavelengths, wanted) for wanted in RED_GREEN_BLUE]
    near = np.abs(bands.wavelengths[found] - RED_GREEN_BLUE).max() <= NEAR_COLOUR
    return found if near else None


def match(wanted: Bands, found: Bands, wanted_in: str, found_in: str) -> np.ndarray:
    """Find for each band of `wanted` the band of `found` with the same wavelength.

    Two bands correspond when their centres are within half a band width (FWHM, or the distance between bands where it
    is not known). Bands without wavelengths are matched in order, and there must be as many. So are bands with equal
    lists of wavelengths, because an image of several dates has each wavelength more than once.

    Returns
    -------
    ndarray of int, shape (len(wanted),)
        Indices into `found`.

    Raises
    ------
    TableError
        Naming the bands that have no counterpart, or that share one.
    """
    if not (wanted.have_wavelengths and found.have_wavelengths):
        if len(wanted) != len(found):
            raise TableError(
                tr(
                    "{wanted_in} has {wanted} bands but {found_in} has {found}, and without wavelengths on "
                    "both sides they cannot be matched; use images cleaned with the same settings."
                ).format(wanted_in=wanted_in, wanted=len(wanted), found_in=found_in, found=len(found))
            )
        return np.arange(len(wanted))
    if len(wanted) == len(found) and np.allclose(wanted.wavelengths, found.wavelengths, rtol=0, atol=SAME_WAVELENGTH):
        return np.arange(len(wanted))
    indices = np.array([nearest(found.wavelengths, wavelength) for wavelength in wanted.wavelengths])
    distance = np.abs(found.wavelengths[indices] - wanted.wavelengths)
    missing = np.flatnonzero(distance > _half_band_width(wanted, found))
    if len(missing):
        raise TableError(
            tr(
                "{found_in} has no band for {missing} of the {wanted} bands of {wanted_in}: {listed}. "
                "Clean both with the same choice of bands."
            ).format(
                found_in=found_in,
                missing=len(missing),
                wanted=len(wanted),
                wanted_in=wanted_in,
                listed=listed([f"{wanted.wavelengths[band]:.1f} nm" for band in missing]),
            )
        )
    partners, times = np.unique(indices, return_counts=True)
    if (times > 1).any():
        shared = partners[times > 1][0]
        one, other = (wanted.names[band] for band in np.flatnonzero(indices == shared)[:2])
        raise TableError(
            tr(
                "{one} and {other} of {wanted_in} are both {same} of {found_in}; give each wavelength once, "
                "or choose an image of the same sensor."
            ).format(one=one, other=other, wanted_in=wanted_in, same=found.names[shared], found_in=found_in)
        )
    return indices


def _half_band_width(wanted: Bands, found: Bands) -> float:
    widths = np.concatenate([wanted.fwhm, found.fwhm])
    widths = widths[np.isfinite(widths) & (widths > 0)]
    if len(widths):
        return float(np.median(widths)) / 2
    spacing = np.concatenate([np.diff(np.sort(bands.wavelengths)) for bands in (wanted, found)])
    # A little less than half, as a band midway between two corresponds to neither.
    return 0.99 * float(np.min(spacing)) / 2 if len(spacing) else 2.5
