# SPDX-License-Identifier: GPL-2.0-or-later
"""Cautious words for what a spectrum may show."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..wording import tr, translatable

UNLABELLED = translatable("unlabelled")
DENSE_VEGETATION = translatable("vegetation, dense")
SPARSE_VEGETATION = translatable("vegetation, sparse")
MIXED = translatable("vegetation, sparse, mixed with bare ground")
BARE = translatable("bare ground or built-up")
WATER = translatable("water")
SHADED_VEGETATION = translatable("vegetation, shaded")
DARK = translatable("dark: shadow or water")
BRIGHT = translatable("bright")

# How bright one of several classes of the same kind is among these, by how many there are.
_GRADES = {
    2: (translatable("dark"), translatable("bright")),
    3: ("dark", translatable("medium"), "bright"),
    4: (translatable("very dark"), "dark", "bright", translatable("very bright")),
    5: ("very dark", "dark", "medium", "bright", "very bright"),
}

# Wavelengths in nm; red and near infrared are those of NEON's own NDVI product.
GREEN, RED, NEAR_INFRARED, SHORTWAVE_INFRARED = 560.0, 668.0, 858.0, 1650.0
TOLERANCE = 15.0

DENSE_NDVI = 0.6
SPARSE_NDVI = 0.3
BARE_NDVI = 0.2
WATER_SHORTWAVE = 0.03
BRIGHTEST_WATER = 0.15
DARK_WATER_NEAR_INFRARED = 0.6
DARK_REFLECTANCE = 0.08
BRIGHT_REFLECTANCE = 0.4

# Values beyond these are no surface reflectance (principal components, raw counts, scaled integers).
PLAUSIBLE = (-0.05, 1.6)


def ndvi(spectrum, wavelengths) -> float | None:
    """Return the normalised difference vegetation index, (NIR - red) / (NIR + red).

    Parameters
    ----------
    spectrum : array_like, shape (bands,)
        Reflectance.
    wavelengths : array_like, shape (bands,), or None
        In nm; NaN where not known.

    Returns
    -------
    float or None
        None when there is no band within 15 nm of 668 nm or of 858 nm, or the index is not defined.
    """
    red, near_infrared = (_reflectance_at(wanted, spectrum, wavelengths) for wanted in (RED, NEAR_INFRARED))
    return _normalised_difference(near_infrared, red)


def hint(spectrum, wavelengths) -> str:
    """Say what a mean spectrum may show, for a reader who will look at the map; it is no classification.

    The rules need reflectance near 560, 668, 858 and 1650 nm and are tried in this order:

    1. "water": less near infrared than green (NDWI > 0; McFeeters 1996, doi:10.1080/01431169608948714) and than red
       (shaded plants have more); less than 0.03 at 1650 nm, where water absorbs all light while wet soil and roads
       do not (Xu 2006, doi:10.1080/01431160600589179); and at most 0.15 in any band, which very turbid water hardly
       exceeds. Snow and ice of coarse grains absorb 1650 nm as water does, but are brighter (Warren 1982,
       doi:10.1029/RG020i001p00067). What is as dark as a shadow must be less than 0.6 times as bright in the near
       infrared as in the green, as shaded roads and roofs are hardly.
    2. "vegetation, shaded": less than 0.08 in all four bands, and an NDVI of at least 0.6, which neither water nor
       shaded ground reaches. As dark, with a lower NDVI: "dark: shadow or water", unless reflectance rises from green
       over near infrared to 1650 nm as that of asphalt, lava and wet soil does; light in a shadow is blue.
    3. "vegetation, dense": NDVI of at least 0.6; "vegetation, sparse": at least 0.3 (the U.S. Geological Survey gives
       0.6-0.9 for dense and 0.2-0.5 for sparse vegetation); "vegetation, sparse, mixed with bare ground": at least
       0.2, which litter and soils reach too, and no less at 1650 nm than in the green.
    4. "bright": NDVI below 0.2 and at least 0.4 in both visible bands, as snow, cloud, white roofs and sand have.
    5. "bare ground or built-up": NDVI from 0 to 0.2 (Sobrino et al. 2004, doi:10.1016/j.rse.2004.02.003) and no less at
       1650 nm than in the green.

    Anything else is "unlabelled", such as dirty ice, spectra without these bands, and values that cannot be
    reflectance. Dry vegetation has no rule of its own: its mark near 2100 nm is too weak beside the water vapour at
    1955 nm. The rules do not suit mixed classes, burnt ground, or water with floating plants.

    Parameters
    ----------
    spectrum : array_like, shape (bands,)
        Reflectance.
    wavelengths : array_like, shape (bands,), or None
        In nm; NaN where not known.

    Returns
    -------
    str
        One of the words above, in the user's language.
    """
    return tr(untranslated_hint(spectrum, wavelengths))


def untranslated_hint(spectrum, wavelengths) -> str:
    """Return one of the constants of this module; the parameters and rules are those of `hint`."""
    found = [
        _reflectance_at(wanted, spectrum, wavelengths) for wanted in (GREEN, RED, NEAR_INFRARED, SHORTWAVE_INFRARED)
    ]
    if any(value is None or not PLAUSIBLE[0] <= value <= PLAUSIBLE[1] for value in found):
        return UNLABELLED
    green, red, near_infrared, shortwave = found
    is_dark = max(found) < DARK_REFLECTANCE
    most = DARK_WATER_NEAR_INFRARED * green if is_dark else green
    if max(found) <= BRIGHTEST_WATER and near_infrared < min(most, red) and shortwave < WATER_SHORTWAVE:
        return WATER
    index = _normalised_difference(near_infrared, red)
    if is_dark:
        if index is not None and index >= DENSE_NDVI:
            return SHADED_VEGETATION
        return UNLABELLED if green < near_infrared < shortwave else DARK
    if index is None:
        return UNLABELLED
    if index >= DENSE_NDVI:
        return DENSE_VEGETATION
    if index >= SPARSE_NDVI:
        return SPARSE_VEGETATION
    if index < BARE_NDVI and min(green, red) >= BRIGHT_REFLECTANCE:
        return BRIGHT
    if index >= 0 and shortwave >= green:
        return BARE if index < BARE_NDVI else MIXED
    return UNLABELLED


def distinct_hints(words: Sequence[str], brightness: Sequence[float], given: Sequence[str]) -> list[str]:
    """Return what classes may be, in the user's language, so that no two are called the same.

    Of classes of the same kind, words such as "dark" or, for more than five, "brightness 2 of 7" say how bright each
    is among these. They are empty where nothing is known of any class.

    Parameters
    ----------
    words : sequence of str
        The `untranslated_hint` of each class.
    brightness : sequence of float
        For instance the mean reflectance of each class.
    given : sequence of str
        What users call each class, empty where nothing; these names stay as they are.
    """
    if not any(given) and set(words) == {UNLABELLED}:
        return [""] * len(words)
    found = [given[index] or tr(words[index]) for index in range(len(words))]
    alike: dict[str, list[int]] = {}
    for index in np.argsort(brightness, kind="stable").tolist():
        alike.setdefault(found[index], []).append(index)
    for name, indices in alike.items():
        for rank, index in enumerate(indices):
            if len(indices) > 1 and not given[index]:
                found[index] = _graded(name, words[index], rank, len(indices))
    return found


def _graded(name: str, word: str, rank: int, count: int) -> str:
    # What is dark or bright by its name is not called "bright, dark".
    if count in _GRADES and word not in (DARK, BRIGHT):
        return tr("{name}, {grade}").format(name=name, grade=tr(_GRADES[count][rank]))
    return tr("{name}, brightness {rank} of {count}").format(name=name, rank=rank + 1, count=count)


def _reflectance_at(wanted: float, spectrum, wavelengths) -> float | None:
    if wavelengths is None:
        return None
    distance = np.abs(np.asarray(wavelengths, dtype=float) - wanted)
    if not (distance <= TOLERANCE).any():
        return None
    value = float(np.asarray(spectrum, dtype=float)[np.nanargmin(distance)])
    return value if np.isfinite(value) else None


def _normalised_difference(first: float | None, second: float | None) -> float | None:
    # Negative reflectance occurs over dark pixels after atmospheric correction; the index then leaves -1 to 1.
    if first is None or second is None or min(first, second) < 0 or first + second == 0:
        return None
    return (first - second) / (first + second)
