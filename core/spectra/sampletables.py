# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables and libraries of samples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ..files.tables import band_columns, write_table
from ..progress import Progress
from ..wording import tr
from .envilibrary import write_envi_library
from .library import SpectralLibrary, named_once
from .samples import Samples, Spread

CLASS, FEATURE, PIXEL = "class", "feature", "pixel"
_COLUMNS = ("of", "class", "name", "feature", "statistic", "pixels", "x", "y")
_STATISTICS = ("mean", "standard deviation", "5 %", "95 %")
# Pixels whose rows are made at a time.
_ROWS_AT_ONCE = 512


def write_statistics(
    path,
    samples: Samples,
    spreads: dict[int, Spread],
    ids: Sequence[int],
    per_pixel: bool = False,
    progress: Progress | None = None,
) -> None:
    """Write a CSV file with four rows for each class and each feature: mean, standard deviation, 5 and 95 %.

    Parameters
    ----------
    path : str or path
    samples : Samples
    spreads : dict of int to Spread
        Of the classes, by their numbers.
    ids : sequence of int
        What each feature is called in the column "feature".
    per_pixel : bool
        Whether to add a row for each pixel, with the coordinates of its centre.
    progress : Progress, optional

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    progress = progress or Progress()
    header = [*_COLUMNS, *band_columns(samples.bands)]
    write_table(path, header, _rows(samples, spreads, ids, per_pixel, progress))


def _rows(samples: Samples, spreads, ids: Sequence[int], per_pixel: bool, progress: Progress) -> Iterator[list]:
    places = samples.places
    for number, spread in spreads.items():
        yield from _rows_of([CLASS, number, places.name(number), None], spread)
    for feature, pixels in samples.by_feature():
        progress.check()
        number = int(places.feature_classes[feature])
        yield from _rows_of([FEATURE, number, places.name(number), ids[feature]], samples.spread(pixels, progress))
    xs, ys = samples.coordinates if per_pixel else ((), ())
    for index, (x, y) in enumerate(zip(xs, ys)):
        if index % _ROWS_AT_ONCE == 0:
            progress.check()
        number, feature = int(places.classes[index]), int(places.features[index])
        named = [PIXEL, number, places.name(number), ids[feature] if feature >= 0 else None]
        yield [*named, "value", 1, float(x), float(y), *samples.reflectance(index)]


def _rows_of(named: list, spread: Spread) -> Iterator[list]:
    values = (spread.mean, spread.deviation, spread.low, spread.high)
    for statistic, spectrum in zip(_STATISTICS, values):
        known = [value if np.isfinite(value) else None for value in spectrum]
        yield [*named, statistic, spread.count, None, None, *known]


def write_sample_library(path, samples: Samples, spreads: dict[int, Spread], per_pixel: bool = False) -> None:
    """Write an ENVI library of the mean spectrum of each class, and of each pixel if asked for.

    Raises
    ------
    OutputError
        If a file cannot be written.
    """
    names = [samples.places.name(number) for number in spreads]
    spectra = np.stack([spread.mean for spread in spreads.values()])
    if per_pixel:
        names += [samples.places.name(number) for number in samples.places.classes.tolist()]
        spectra = np.concatenate([spectra, samples.reflectance(slice(0, len(samples)))])
    description = tr("Spectra of {name}, reflectance").format(name=samples.name)
    write_envi_library(path, SpectralLibrary(named_once(names), spectra, samples.bands), description)
