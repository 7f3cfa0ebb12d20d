# SPDX-License-Identifier: GPL-2.0-or-later
"""Classes with the range of their spectra, as tables of centres or of samples give them, and how near a spectrum is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from ..constants import MOST_CLASSES
from ..errors import in_one_line
from ..files.tables import open_table
from ..image.bands import Bands, match
from .classes import LARGEST_REFLECTANCE, LONGEST_NAME, MOST_PIXELS, SpectralClasses, palette_for
from .sampletables import CLASS, HIGH, LOW, MEAN, STATISTICS_COLUMNS, is_statistics_table


@dataclass(frozen=True)
class ClassTable:
    """Classes as a table gives them.

    Attributes
    ----------
    path : str
    classes : SpectralClasses
    limits : mapping of int to (low, high)
        Between which 90 % of the pixels of a class lie, ndarrays of float64, shape (bands,); by class number, where the
        table has them.
    """

    path: str
    classes: SpectralClasses
    limits: Mapping[int, tuple[np.ndarray, np.ndarray]] = field(default_factory=dict)

    @classmethod
    def read(cls, path: str) -> ClassTable:
        """Read centres as K-means writes them, or statistics as Sample spectra does.

        Raises
        ------
        TableError
            If the file is neither, or a value makes no sense.
        """
        if not is_statistics_table(path):
            return cls(path, SpectralClasses.read(path))
        with open_table(path) as table:
            return cls._of_statistics(path, table)

    @classmethod
    def _of_statistics(cls, path: str, table) -> ClassTable:
        first = len(STATISTICS_COLUMNS)
        bands = table.bands(first)
        spectra: dict[str, dict[int, np.ndarray]] = {MEAN: {}, LOW: {}, HIGH: {}}
        names, counts = {}, {}
        # Classes have four rows each and come first.
        for row, fields in table.rows(4 * MOST_CLASSES + 1):
            if fields[0] != CLASS:
                break
            statistic = fields[4]
            if statistic in spectra:
                number = table.whole_number(row, fields, 1, 1, MOST_CLASSES)
                values = table.numbers(row, fields[first:], first, LARGEST_REFLECTANCE)
                spectra[statistic][number] = np.array(values)
                names[number] = in_one_line(fields[2], LONGEST_NAME)
                counts[number] = table.whole_number(row, fields, 5, 0, MOST_PIXELS)
        numbers = sorted(spectra[MEAN])
        classes = SpectralClasses(
            np.array(numbers, int),
            np.array([spectra[MEAN][number] for number in numbers]).reshape(len(numbers), len(bands)),
            bands,
            np.array([counts[number] for number in numbers], np.int64),
            given_names=names,
            palette=palette_for(names),
        )
        both = [number for number in numbers if number in spectra[LOW] and number in spectra[HIGH]]
        return cls(path, classes, {number: (spectra[LOW][number], spectra[HIGH][number]) for number in both})

    def index(self, number: int) -> int | None:
        """Return the place of a class among the classes; None when it is not among them."""
        found = np.flatnonzero(self.classes.numbers == number)
        return int(found[0]) if len(found) else None

    def distances(self, spectrum: np.ndarray, bands: Bands, name: str) -> list[ClassDistance]:
        """Return how far a spectrum is from each class, the nearest first.

        Parameters
        ----------
        spectrum : ndarray of float64, shape (bands,)
            Reflectance; bands that are NaN are left out.
        bands : Bands
            Of the image of the spectrum; the bands of the classes are among them.
        name : str
            Of the image.

        Raises
        ------
        TableError
            If the image lacks a band of the classes.
        """
        values = spectrum[match(self.classes.bands, bands, self.path, name)]
        is_known = np.isfinite(values)
        values, centres = values[is_known], self.classes.centres[:, is_known]
        distances = np.linalg.norm(centres - values, axis=1)
        lengths = np.linalg.norm(centres, axis=1) * np.linalg.norm(values)
        with np.errstate(invalid="ignore", divide="ignore"):
            angles = np.degrees(np.arccos(np.clip(centres @ values / lengths, -1, 1)))
        return [
            ClassDistance(int(self.classes.numbers[index]), float(distances[index]), float(angles[index]))
            for index in np.argsort(distances, kind="stable")
        ]


@dataclass(frozen=True)
class ClassDistance:
    """How far a spectrum is from the centre of a class.

    Attributes
    ----------
    number : int
        Of the class.
    distance : float
        Euclidean, in reflectance, as K-means compares.
    angle : float
        Between the spectra, in degrees, as Spectral angle compares; NaN where a spectrum is zero.
    """

    number: int
    distance: float
    angle: float
