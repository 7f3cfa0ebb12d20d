"""The table of cluster centres: what a clustering found, and what another can start from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import TableError
from ..files.tables import band_columns, bands_of_columns, number_in, read_table, write_table
from ..image.bands import Bands
from ..image.grid import area_ha
from ..wording import tr

# As many as float64 counts one by one.
MOST_PIXELS = 2**53

_COLUMNS = ("class", "pixels", "area_ha")


@dataclass(frozen=True)
class CentresTable:
    """Cluster centres in reflectance.

    Attributes
    ----------
    bands : Bands
    centres : ndarray of float64, shape (classes, bands)
        Mean spectrum of each class, in reflectance.
    counts : ndarray of int64, shape (classes,)
        Pixels of each class.
    pixel_area_ha : float or None
        Area of a pixel in hectares, where it is known.
    """

    bands: Bands
    centres: np.ndarray
    counts: np.ndarray
    pixel_area_ha: float | None = None

    def write(self, path) -> None:
        """Write a CSV file: class, pixels, area_ha, and the reflectance at each wavelength in nm.

        Raises
        ------
        OutputError
            If the file cannot be written.
        """
        rows = (
            [number, int(count), area_ha(count, self.pixel_area_ha), *centre]
            for number, (count, centre) in enumerate(zip(self.counts, self.centres), start=1)
        )
        write_table(path, [*_COLUMNS, *band_columns(self.bands)], rows)

    @classmethod
    def read(cls, path) -> CentresTable:
        """Read a table that `write` made, or one that was edited by hand.

        Raises
        ------
        TableError
            If the file is no such table.
        """
        header, rows = read_table(path)
        if tuple(header[: len(_COLUMNS)]) != _COLUMNS or len(header) == len(_COLUMNS):
            raise TableError(
                tr(
                    "{path} is not a table of cluster centres: its columns must be {columns} and one for "
                    "each wavelength in nm."
                ).format(path=path, columns=", ".join(_COLUMNS))
            )
        first = len(_COLUMNS)
        centres = [
            [number_in(path, text, column, line) for text, column in zip(row[first:], header[first:])]
            for line, row in enumerate(rows, start=2)
        ]
        counts = np.array([number_in(path, row[1] or "0", header[1], line) for line, row in enumerate(rows, start=2)])
        if ((counts < 0) | (counts > MOST_PIXELS)).any():
            raise TableError(tr("{path} holds a number of pixels that no image has; correct it.").format(path=path))
        return cls(bands_of_columns(path, header[first:]), np.array(centres), counts.astype(np.int64))
