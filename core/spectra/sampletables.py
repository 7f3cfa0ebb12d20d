# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables and libraries of samples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ..files.tables import band_columns, begins_with, open_table, write_table
from ..image.bands import Bands
from ..progress import Progress
from ..wording import tr
from .classes import LARGEST_REFLECTANCE
from .envilibrary import write_envi_library
from .library import SpectralLibrary, library_of, named_once
from .samples import Samples, Spread

CLASS, FEATURE, PIXEL, LIBRARY = "class", "feature", "pixel", "library"
STATISTICS_COLUMNS = ("of", "class", "name", "feature", "statistic", "pixels", "x", "y")
MEAN, DEVIATION, LOW, HIGH, VALUE = "mean", "standard deviation", "5 %", "95 %", "value"
# Pixels whose rows are made at a time.
_ROWS_AT_ONCE = 512
_MOST_ROWS = 1_000_000


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
    header = [*STATISTICS_COLUMNS, *band_columns(samples.bands)]
    write_table(path, header, _rows(samples, spreads, ids, per_pixel, progress))


def _rows(samples: Samples, spreads, ids: Sequence[int], per_pixel: bool, progress: Progress) -> Iterator[list]:
    places = samples.places
    for number, spread in spreads.items():
        yield from rows_of_spread([CLASS, number, places.name(number), None], spread)
    for feature, pixels in samples.by_feature():
        progress.check()
        number = int(places.feature_classes[feature])
        yield from rows_of_spread(
            [FEATURE, number, places.name(number), ids[feature]], samples.spread(pixels, progress)
        )
    xs, ys = samples.coordinates if per_pixel else ((), ())
    for index, (x, y) in enumerate(zip(xs, ys)):
        if index % _ROWS_AT_ONCE == 0:
            progress.check()
        number, feature = int(places.classes[index]), int(places.features[index])
        named = [PIXEL, number, places.name(number), ids[feature] if feature >= 0 else None]
        yield [*named, VALUE, 1, float(x), float(y), *samples.reflectance(index)]


def rows_of_spread(named: list, spread: Spread, place: tuple[float, float] | None = None) -> Iterator[list]:
    """Yield the four rows of a table for a class or feature; `named` has the first four columns, `place` x and y."""
    spectra = {MEAN: spread.mean, DEVIATION: spread.deviation, LOW: spread.low, HIGH: spread.high}
    for statistic, spectrum in spectra.items():
        known = [value if np.isfinite(value) else None for value in spectrum]
        yield [*named, statistic, spread.count, *(place or (None, None)), *known]


@dataclass(frozen=True)
class NamedSpread:
    """The spectrum of a place that was chosen on a map, or of a library.

    Attributes
    ----------
    name : str
    bands : Bands
    spread : Spread
    number : int or None
        Which place it is; None for a spectrum of a library.
    class_number : int or None
    place : (x, y) or None
    """

    name: str
    bands: Bands
    spread: Spread
    number: int | None = None
    class_number: int | None = None
    place: tuple[float, float] | None = None


def write_spectra(path, spectra: Sequence[NamedSpread]) -> None:
    """Write a CSV file of spectra that may have different bands, all with wavelengths, as `write_statistics` does.

    A place of several pixels has four rows, one of a single pixel or a spectrum of a library has one.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    columns = sorted({heading for one in spectra for heading in band_columns(one.bands)}, key=float)

    def rows() -> Iterator[list]:
        for one in spectra:
            of_one = {heading: place for place, heading in enumerate(band_columns(one.bands))}
            for row in _rows_of_named(one):
                first, values = row[: len(STATISTICS_COLUMNS)], row[len(STATISTICS_COLUMNS) :]
                yield [*first, *(values[of_one[heading]] if heading in of_one else None for heading in columns)]

    write_table(path, [*STATISTICS_COLUMNS, *columns], rows())


def is_statistics_table(path) -> bool:
    """Tell whether a file begins as a table that `write_statistics` or `write_spectra` makes.

    Raises
    ------
    TableError
        If it does but cannot be read.
    """
    return begins_with(path, STATISTICS_COLUMNS)


def read_spectra(path) -> SpectralLibrary:
    """Read the mean spectra and those of single pixels from a table that `write_statistics` or `write_spectra` made.

    Raises
    ------
    TableError
        If the table holds none, or a value makes no sense.
    """
    names, spectra = [], []
    first = len(STATISTICS_COLUMNS)
    with open_table(path) as table:
        bands = table.bands(first)
        for row, fields in table.rows(_MOST_ROWS):
            if fields[4] not in (MEAN, VALUE):
                continue
            is_known = [bool(field) for field in fields[first:]]
            values = np.array(
                table.numbers(row, [field or "0" for field in fields[first:]], first, LARGEST_REFLECTANCE)
            )
            spectra.append(np.where(is_known, values, np.nan))
            names.append(" ".join(filter(None, (fields[2], fields[0], fields[3]))))
    return library_of(path, names, spectra or np.empty((0, len(bands))), bands.wavelengths, "nm", 1.0)


def _rows_of_named(one: NamedSpread) -> Iterator[list]:
    kind = LIBRARY if one.number is None else PIXEL if one.spread.count == 1 else FEATURE
    named = [kind, one.class_number, one.name, one.number]
    if kind == FEATURE:
        yield from rows_of_spread(named, one.spread, one.place)
        return
    known = [value if np.isfinite(value) else None for value in one.spread.mean]
    yield [*named, VALUE, one.spread.count, *(one.place or (None, None)), *known]


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
