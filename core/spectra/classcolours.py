# SPDX-License-Identifier: GPL-2.0-or-later
"""Colours of classes that tell what the classes may show, and that colour-blind readers can tell apart."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from ..image.bands import Bands, true_colour_bands
from ..image.colours import VISIONS, difference, from_lch, srgb_encoded, to_lab
from . import hints

# Colours nearer than this (CIE 2000, in the vision that sees least of it) are taken for the same on a map.
LEAST_DIFFERENCE = 10.0
# With more classes nobody can tell all of them apart by colour.
MOST_BY_MEANING = 20
# Searches, at most; and after how many one is taken whose colours differ enough though some are of another family.
ATTEMPTS, ENOUGH = 40, 4

VEGETATION, WATER_OR_SHADOW, BARE, BRIGHT, UNLABELLED = "vegetation", "water or shadow", "bare", "bright", "unlabelled"

_KINDS = {
    hints.DENSE_VEGETATION: VEGETATION,
    hints.SPARSE_VEGETATION: VEGETATION,
    hints.SHADED_VEGETATION: VEGETATION,
    hints.MIXED: BARE,
    hints.WATER: WATER_OR_SHADOW,
    hints.DARK: WATER_OR_SHADOW,
    hints.BARE: BARE,
    hints.BRIGHT: BRIGHT,
    hints.UNLABELLED: UNLABELLED,
}


class _Family(NamedTuple):
    """The colours of one kind of surface, as ranges of CIE Lab's lightness, chroma and hue (degrees)."""

    lightness: tuple[float, float]
    chroma: tuple[float, float]
    hue: tuple[float, float]


_FAMILIES = {
    VEGETATION: _Family((22, 92), (22, 78), (112, 162)),
    WATER_OR_SHADOW: _Family((14, 86), (2, 62), (225, 285)),
    BARE: _Family((24, 86), (24, 84), (42, 82)),
    BRIGHT: _Family((74, 100), (0, 6), (230, 260)),
    UNLABELLED: _Family((24, 88), (26, 84), (300, 385)),
}
# What a class takes when its own family has no colour left that differs enough.
_SPARE = UNLABELLED


def colours_of_spectra(centres: np.ndarray, wavelengths: np.ndarray) -> list[tuple[int, int, int]] | None:
    """Choose colours by what spectra may show.

    Parameters
    ----------
    centres : ndarray, shape (classes, bands)
        Reflectance.
    wavelengths : ndarray, shape (bands,)
        In nm; NaN where not known.

    Returns
    -------
    list of (red, green, blue), or None
        From 0 to 255; None when nothing is known of any of them, or there are more than `MOST_BY_MEANING`.
    """
    if len(centres) > MOST_BY_MEANING:
        return None
    kinds = [_KINDS[hints.untranslated_hint(centre, wavelengths)] for centre in centres]
    return None if set(kinds) == {UNLABELLED} else colours_by_meaning(kinds, centres.mean(axis=1))


def true_colours(centres: np.ndarray, bands: Bands) -> list[tuple[int, int, int]] | None:
    """Return the colours in which an eye would see spectra, with the brightest value at full brightness.

    They tell surfaces apart as a photograph does: classes that differ in the infrared only look the same.

    Parameters
    ----------
    centres : ndarray, shape (classes, bands)
        Reflectance.
    bands : Bands

    Returns
    -------
    list of (red, green, blue), or None
        From 0 to 255; None when there are no bands near red, green and blue, or none that are known.
    """
    places = true_colour_bands(bands)
    if places is None:
        return None
    seen = np.clip(centres[:, places], 0, None)
    return list(map(tuple, srgb_encoded(seen / (seen.max() or 1.0)).tolist()))


def colours_by_meaning(kinds: Sequence[str], brightness: Sequence[float]) -> list[tuple[int, int, int]]:
    """Choose a colour for each class by what it may show.

    Vegetation is green, water and shadow are blue or grey, bare and built-up ground is brown or orange, what is bright
    is white or light grey, and what is unlabelled takes pinks and purples, as do the last of very many classes of one
    kind. Within a kind, brighter classes have lighter colours. No two of up to 12 classes differ by less than 10 (CIE
    2000) in normal, protan, deutan or tritan vision. The choice is a greedy search with seeded restarts, so that the
    same classes always get the same colours.

    It does not suit more than `MOST_BY_MEANING` classes.

    Parameters
    ----------
    kinds : sequence of str
        `VEGETATION`, `WATER_OR_SHADOW`, `BARE`, `BRIGHT` or `UNLABELLED`, for each class.
    brightness : sequence of float
        For instance the mean reflectance of each class.

    Returns
    -------
    list of (red, green, blue)
        From 0 to 255.
    """
    count = len(kinds)
    wanted = _wanted_lightness(kinds, np.asarray(brightness, dtype=float))
    rng = np.random.default_rng(0)
    # First the kinds with few classes, to which those with many leave no colour.
    order = np.argsort([list(kinds).count(kind) for kind in kinds], kind="stable")
    best, highest = np.zeros(count, dtype=int), (-1.0, 0)
    for attempt in range(ATTEMPTS):
        chosen, least = _choose(kinds, wanted, order, noise=rng.random(len(_candidates().plain)) * (attempt > 0))
        own = int((_candidates().families[chosen] == kinds).sum())
        if (min(least, LEAST_DIFFERENCE), own) > highest:
            best, highest = chosen, (min(least, LEAST_DIFFERENCE), own)
        if highest == (LEAST_DIFFERENCE, count) or (highest[0] == LEAST_DIFFERENCE and attempt + 1 >= ENOUGH):
            break
        order = rng.permutation(count)
    return list(map(tuple, _candidates().colours[_by_brightness(best, kinds, brightness)].tolist()))


class _Candidates(NamedTuple):
    colours: np.ndarray  # (candidates, 3)
    labs: np.ndarray  # (visions, candidates, 3)
    families: np.ndarray  # (candidates,) of str
    plain: np.ndarray  # (candidates,), distance from the middle of the family's chroma and hue, 0 to 1


@cache
def _candidates() -> _Candidates:
    """Return the displayable colours of a regular grid in each family."""
    colours, families, plain = [], [], []
    for name, family in _FAMILIES.items():
        lightness, chroma, hue = np.meshgrid(
            np.linspace(*family.lightness, 18), np.linspace(*family.chroma, 6), np.linspace(*family.hue, 5)
        )
        found, displayable = from_lch(lightness.ravel(), chroma.ravel(), hue.ravel())
        found, first = np.unique(found[displayable], axis=0, return_index=True)
        colours.append(found)
        families += [name] * len(found)
        offsets = [
            np.abs(part.ravel()[displayable][first] - np.mean(limits)) / (limits[1] - limits[0])
            for part, limits in ((chroma, family.chroma), (hue, family.hue))
        ]
        plain.append(sum(offsets))
    joined = np.concatenate(colours)
    labs = np.stack([to_lab(joined, vision) for vision in VISIONS])
    return _Candidates(joined, labs, np.array(families), np.concatenate(plain))


def _wanted_lightness(kinds: Sequence[str], brightness: np.ndarray) -> np.ndarray:
    """Spread the classes of each kind over the lightness of its family, the brightest lightest."""
    wanted = np.empty(len(kinds))
    for kind, family in _FAMILIES.items():
        members = np.flatnonzero(np.array([one == kind for one in kinds], dtype=bool))
        if len(members):
            order = members[np.argsort(brightness[members], kind="stable")]
            low, high = family.lightness
            # The brightest of what is bright is white.
            offset = 1.0 if kind == BRIGHT else 0.5
            wanted[order] = low + (high - low) * (np.arange(len(members)) + offset) / len(members)
    return wanted


def _choose(kinds: Sequence[str], wanted: np.ndarray, order: np.ndarray, noise: np.ndarray) -> tuple[np.ndarray, float]:
    """Choose a candidate for one class after the other; return them and the least difference of two of them."""
    candidates = _candidates()
    chosen = np.zeros(len(kinds), dtype=int)
    # To the nearest colour chosen so far, in the vision that sees least of it.
    apart = np.full(len(candidates.colours), np.inf)
    least = np.inf
    for index in order:
        cost = np.abs(candidates.labs[0, :, 0] - wanted[index]) / 12 + candidates.plain
        cost += noise
        cost += np.where(candidates.families == kinds[index], 0, np.where(candidates.families == _SPARE, 100, 1000))
        cost[apart < LEAST_DIFFERENCE] += 1e6 - 1e3 * apart[apart < LEAST_DIFFERENCE]
        best = int(cost.argmin())
        chosen[index] = best
        least = min(least, apart[best])
        new = np.min([difference(lab, lab[best]) for lab in candidates.labs], axis=0)
        apart = np.minimum(apart, new)
    return chosen, float(least)


def _by_brightness(chosen: np.ndarray, kinds: Sequence[str], brightness: Sequence[float]) -> np.ndarray:
    """Exchange the colours of a kind so that brighter classes have lighter ones."""
    ordered = chosen.copy()
    lightness = _candidates().labs[0, :, 0]
    for kind in set(kinds):
        members = np.array([index for index, one in enumerate(kinds) if one == kind])
        by_brightness = members[np.argsort(np.asarray(brightness, dtype=float)[members], kind="stable")]
        ordered[by_brightness] = chosen[members][np.argsort(lightness[chosen[members]], kind="stable")]
    return ordered
