# SPDX-License-Identifier: GPL-2.0-or-later
"""Spectral classes: what a classification found, and what another can start from or apply."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from ..constants import MOST_CLASSES, PALETTE_FIXED, PALETTE_MEANING, PALETTE_SPECTRUM
from ..errors import TableError, in_one_line
from ..files.raster.categories import class_label
from ..files.raster.palette import class_colours
from ..files.tables import band_columns, begins_with, open_table, write_table
from ..image.areas import area_ha
from ..image.bands import Bands
from ..progress import Progress
from ..wording import number, tr
from .classcolours import colours_of_spectra, true_colours
from .hints import distinct_hints, untranslated_hint

# Integers up to this are exact in float64.
MOST_PIXELS = 2**53
# Squared distances to centres beyond this overflow float32.
LARGEST_REFLECTANCE = 1e15
# Classes times bands of a table: 800 MB as float64.
MOST_VALUES = 100_000_000
# Typical values of centres and image that differ by a larger factor are in different units; NEON's factor is 10,000.
LARGEST_RATIO = 50

_COLUMNS = ("class", "pixels", "area_ha")
# A further column, of tables whose classes were named.
_NAME_COLUMN = "name"
LONGEST_NAME = 200


def palette_for(names: Mapping[int, str]) -> int:
    """Return the palette of classes: the fixed one where users gave names, as kinds of trees would all be green."""
    return PALETTE_FIXED if any(names.values()) else PALETTE_MEANING


def is_class_table(path) -> bool:
    """Tell whether a file begins as a table that `SpectralClasses.write` makes.

    Raises
    ------
    TableError
        If it does but cannot be read.
    """
    return begins_with(path, _COLUMNS)


@dataclass(frozen=True)
class SpectralClasses:
    """Classes of pixels and their mean spectra.

    Attributes
    ----------
    numbers : ndarray of int, shape (classes,)
        Their numbers in class rasters, from 1, ascending; some may be missing.
    centres : ndarray of float64, shape (classes, bands)
        Mean spectrum of each class, in reflectance.
    bands : Bands
    counts : ndarray of int64, shape (classes,), or None
        Pixels of each class, where they are known.
    pixel_area_ha : float or None
        Area of a pixel in hectares, where it is known.
    given_names : mapping of int to str
        What users call classes, by their numbers; other classes are called by what they may be.
    palette : int
        `PALETTE_MEANING`: colours by what the classes may show; `PALETTE_FIXED`: by their numbers alone;
        `PALETTE_SPECTRUM`: the true colours of the centres. Where the image does not allow it, the fixed ones.
    """

    numbers: np.ndarray
    centres: np.ndarray
    bands: Bands
    counts: np.ndarray | None = None
    pixel_area_ha: float | None = None
    given_names: Mapping[int, str] = field(default_factory=dict)
    palette: int = PALETTE_MEANING

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def found(self) -> int:
        """How many classes have pixels."""
        return int((self.counts > 0).sum())

    def called(self, place: int) -> str:
        """Return number and given name of a class, by its place among the classes, for messages and bands."""
        index = int(self.numbers[place])
        return f"{index} {self.given_names.get(index, '')}".strip()

    @property
    def titles(self) -> list[str]:
        """Number of each class and what it is called or may be, such as "3 water"."""
        return [f"{index} {text}".strip() for index, text in zip(self.numbers.tolist(), self.hints)]

    @property
    def areas_ha(self) -> list[float | None]:
        """Area of each class in hectares, None where the area of a pixel is not known."""
        return [area_ha(count, self.pixel_area_ha) for count in self.counts]

    @property
    def hints(self) -> list[str]:
        """What each class is called or, where it has no name, may be, such as "water"; see `distinct_hints`."""
        return distinct_hints(
            [untranslated_hint(centre, self.bands.wavelengths) for centre in self.centres],
            self.centres.mean(axis=1),
            [self.given_names.get(int(index), "") for index in self.numbers],
        )

    @property
    def names(self) -> list[str]:
        """Name of each number from 1 to the highest, such as "1 - water"; empty where no class has it."""
        names = [""] * int(self.numbers[-1])
        for index, text in zip(self.numbers, self.hints):
            names[index - 1] = class_label(index, text)
        return names

    @cached_property
    def colours(self) -> list[tuple[int, int, int]]:
        """Colour of each number from 1 to the highest.

        The same classes always have the same colours. Those of the fixed palette do not depend on the other classes.
        """
        fixed = class_colours(int(self.numbers[-1]))
        chosen = None
        if self.palette == PALETTE_MEANING:
            chosen = colours_of_spectra(self.centres, self.bands.wavelengths)
        elif self.palette == PALETTE_SPECTRUM:
            chosen = true_colours(self.centres, self.bands)
        if chosen is None:
            return fixed
        for index, colour in zip(self.numbers, chosen):
            fixed[index - 1] = colour
        return fixed

    @property
    def own_colours(self) -> list[tuple[int, int, int]]:
        """Colour of each class; `colours` has those of missing numbers too."""
        return [self.colours[index - 1] for index in self.numbers.tolist()]

    @property
    def counts_by_number(self) -> np.ndarray:
        """Pixels of each number from 1 to the highest, int64."""
        counts = np.zeros(int(self.numbers[-1]), np.int64)
        counts[self.numbers - 1] = self.counts
        return counts

    def check_scale(self, reflectance: np.ndarray, name: str, progress: Progress) -> None:
        """Warn when the centres and an image are in different units, such as reflectance and integers without scale.

        Parameters
        ----------
        reflectance : ndarray, shape (pixels, bands)
            Of a sample of the image.
        name : str
            Of the image.
        progress : Progress
        """
        ours, theirs = (float(np.median(np.abs(values))) for values in (self.centres, reflectance))
        if min(ours, theirs) > 0 and max(ours / theirs, theirs / ours) > LARGEST_RATIO:
            progress.warn(
                tr(
                    "Values of {name} are typically {theirs}, those of the centres {ours}: one of them may be "
                    "reflectance and the other integers without scale. Set the scale of the raster's bands (0.0001 for "
                    "reflectance times 10,000), or use centres from images of the same kind."
                ).format(name=name, theirs=number(theirs, ".3g"), ours=number(ours, ".3g"))
            )

    def check_palette(self, progress: Progress) -> None:
        """Warn when true colours are wanted of bands that have none."""
        if self.palette == PALETTE_SPECTRUM and true_colours(self.centres, self.bands) is None:
            progress.warn(
                tr("The image has no bands near red, green and blue; classes have the fixed colours of their numbers.")
            )

    def write(self, path) -> None:
        """Write a CSV file: class, pixels, area_ha, the name if classes have one, and the reflectance at each
        wavelength in nm.

        Raises
        ------
        OutputError
            If the file cannot be written.
        """
        has_names = any(self.given_names.values())
        columns = zip(self.numbers, self.counts, self.areas_ha, self.centres)
        rows = (
            [int(index), int(count), area, *[self.given_names.get(int(index), "")] * has_names, *centre]
            for index, count, area, centre in columns
        )
        write_table(path, [*_COLUMNS, *[_NAME_COLUMN] * has_names, *band_columns(self.bands)], rows)

    def write_counts(self, path) -> None:
        """Write a CSV file: class, pixels, area_ha.

        Raises
        ------
        OutputError
            If the file cannot be written.
        """
        columns = zip(self.numbers, self.counts, self.areas_ha)
        write_table(path, _COLUMNS, ([int(index), int(count), area] for index, count, area in columns))

    @classmethod
    def read(cls, path) -> SpectralClasses:
        """Read a table that `write` made, of which rows may have been edited, taken out or put in another order.

        Areas are not read.

        Raises
        ------
        TableError
            If the file is no such table, a class has no number of its own, or a value makes no sense; the message
            names row and column.
        """
        rows: dict[int, int] = {}
        counts, centres, names = [], array("d"), {}
        with open_table(path) as table:
            has_names = table.header[len(_COLUMNS) : len(_COLUMNS) + 1] == [_NAME_COLUMN]
            first = len(_COLUMNS) + has_names
            if tuple(table.header[: len(_COLUMNS)]) != _COLUMNS or len(table.header) == first:
                raise TableError(
                    tr(
                        "{path} is not a table of cluster centres: its columns must be {columns} and one for "
                        "each wavelength in nm."
                    ).format(path=path, columns=", ".join(_COLUMNS))
                )
            bands = table.bands(first)
            for row, fields in table.rows(min(MOST_CLASSES, MOST_VALUES // len(bands))):
                index = table.whole_number(row, fields, 0, 1, MOST_CLASSES)
                if rows.setdefault(index, row) != row:
                    raise TableError(
                        tr(
                            "{path} has the class {number} more than once, in the rows {first} and {row}; give each "
                            "class its own number."
                        ).format(path=path, number=index, first=rows[index], row=row)
                    )
                if has_names:
                    names[index] = in_one_line(fields[len(_COLUMNS)], LONGEST_NAME)
                counts.append(table.whole_number(row, fields, 1, 0, MOST_PIXELS) if fields[1] else 0)
                centres.extend(table.numbers(row, fields[first:], first, LARGEST_REFLECTANCE))
        numbers = np.array(list(rows))
        order = np.argsort(numbers)
        return cls(
            numbers[order],
            np.frombuffer(centres).reshape(len(numbers), len(bands))[order],
            bands,
            np.array(counts, dtype=np.int64)[order],
            given_names=names,
            palette=palette_for(names),
        )
