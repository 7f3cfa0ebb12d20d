# SPDX-License-Identifier: GPL-2.0-or-later
"""Reading spectra of whatever file a user has: a table of classes, an ENVI library, text of spectrometers."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace

import numpy as np

from ..errors import TableError
from ..files.neon.cleaning import BandChoice
from ..files.neon.metadata import TileInfo
from ..image.bands import Bands, match
from ..inputs.wanted import BandsToRead, doubt_about_order
from ..progress import Progress
from ..wording import tr
from .classes import SpectralClasses, is_class_table
from .envilibrary import header_of, read_envi_library
from .library import SpectralLibrary, named_once
from .sampletables import is_statistics_table, read_spectra
from .textlibrary import read_text_library


def read_library(path, progress: Progress | None = None) -> SpectralLibrary:
    """Read spectra from a file.

    It is a table of centres, of samples or of their statistics, an ENVI library, or text of an ASD or of ECOSTRESS.

    Parameters
    ----------
    path : str or path
    progress : Progress, optional
        Is told what is assumed about units.

    Raises
    ------
    TableError
        If the file is none of these, or makes no sense.
    """
    progress = progress or Progress()
    if os.path.isdir(path):
        raise TableError(tr("{path} is a folder; choose a file of spectra.").format(path=path))
    header = header_of(path)
    if header is not None:
        library = read_envi_library(header)
    elif is_class_table(path):
        library = SpectralLibrary.of_classes(SpectralClasses.read(path))
    elif is_statistics_table(path):
        library = read_spectra(path)
    else:
        library = read_text_library(path)
    for note in library.notes:
        progress.warn(note)
    return replace(library, names=named_once(library.names))


@dataclass
class LibraryBands(BandsToRead):
    """The bands of images that a library has as well, or to which it is resampled.

    Attributes
    ----------
    library : SpectralLibrary
    owner : str
        What the library is called in messages.
    progress : Progress
        Is told when the library is resampled.
    classes : SpectralClasses or None
        The spectra at the bands that were chosen in the first image; None before.
    """

    library: SpectralLibrary
    owner: str
    progress: Progress
    classes: SpectralClasses | None = None

    def among(self, bands: Bands, name: str) -> np.ndarray:
        """Return the indices of those of `bands`, which belong to the image `name`, that are to be read.

        Raises
        ------
        TableError
            If no band of the library overlaps one of the image, or a further image lacks a band of the first one.
        """
        return self._chosen(bands, np.arange(len(bands)), name)

    def doubt(self, bands: Bands, name: str) -> str:
        return doubt_about_order(self.library.bands, bands, self.owner, name)

    def kept(self, info: TileInfo) -> np.ndarray:
        """Return the indices of the bands of a tile to read: without its bad ones, unless the library has just these.

        Raises
        ------
        TableError
            As `among`.
        """
        return self._chosen(info.bands, BandChoice().kept(info), info.name)

    def describe(self, info: TileInfo) -> str:
        """Say in words what is read of a tile."""
        return tr("{read} of {bands} bands are read.").format(read=len(self.classes.bands), bands=len(info.bands))

    def _chosen(self, bands: Bands, good: np.ndarray, name: str) -> np.ndarray:
        if self.classes is not None:
            return match(self.classes.bands, bands, self.owner, name)
        has_value = np.flatnonzero(np.isfinite(self.library.spectra).all(axis=0))
        try:
            found = match(self.library.bands.take(has_value), bands, self.owner, name)
            self.classes = self.library.classes(bands.take(found), self.library.spectra[:, has_value])
            return found
        except TableError:
            if not (self.library.bands.have_wavelengths and bands.have_wavelengths):
                raise
        spectra = self.library.resampled(bands.take(good))
        overlaps = np.isfinite(spectra).all(axis=0)
        if not overlaps.any():
            raise TableError(
                tr("The wavelengths of {owner} are not those of {name}; choose spectra of the same range.").format(
                    owner=self.owner, name=name
                )
            )
        found = good[overlaps]
        self.classes = self.library.classes(bands.take(found), spectra[:, overlaps])
        self.progress.info(
            tr(
                "{owner} has {bands} bands; its spectra are resampled by FWHM to the {found} bands of {name} that they "
                "overlap."
            ).format(owner=self.owner, bands=len(self.library.bands), found=len(found), name=name)
        )
        return found
