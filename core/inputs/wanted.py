# SPDX-License-Identifier: GPL-2.0-or-later
"""Which bands of an image are read: those of a saved table or model, or others by their wavelengths."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..files.neon.metadata import TileInfo
from ..image.bands import Bands, match
from ..wording import tr


class BandsToRead:
    """A choice of bands that is made by name or wavelength in each image, for a `TileSet` or an `OpenedRaster`."""

    def among(self, bands: Bands, name: str) -> np.ndarray:
        """Return the indices of those of `bands`, which belong to the image `name`, that are to be read."""
        raise NotImplementedError

    def doubt(self, bands: Bands, name: str) -> str:
        """Say what a user should check about `bands` of the image `name`, which were chosen; empty where nothing is."""
        return ""

    def kept(self, info: TileInfo) -> np.ndarray:
        """Return the indices of the bands of a tile to read."""
        return self.among(info.bands, info.name)

    def describe(self, info: TileInfo) -> str:
        """Say in words what is read of a tile."""
        return tr("{read} of {bands} bands are read.").format(read=len(self.kept(info)), bands=len(info.bands))


@dataclass(frozen=True)
class WantedBands(BandsToRead):
    """The bands that a saved table or model needs of each image.

    Attributes
    ----------
    bands : Bands
    owner : str
        What they belong to, for messages.
    """

    bands: Bands
    owner: str

    def among(self, bands: Bands, name: str) -> np.ndarray:
        """Return which of `bands`, those of the image `name`, are the wanted ones, in the order of these.

        Raises
        ------
        TableError
            If some are missing, or two would be the same one.
        """
        return match(self.bands, bands, self.owner, name)

    def doubt(self, bands: Bands, name: str) -> str:
        return doubt_about_order(self.bands, bands, self.owner, name)

    def describe(self, info: TileInfo) -> str:
        """Say in words what is read of a tile."""
        return tr("{read} of {bands} bands are read, those of {owner}.").format(
            read=len(self.bands), bands=len(info.bands), owner=self.owner
        )


def doubt_about_order(wanted: Bands, found: Bands, wanted_in: str, found_in: str) -> str:
    """Say that bands are matched in order, because only the wanted ones have wavelengths; empty where they are not."""
    if found.have_wavelengths or not wanted.have_wavelengths:
        return ""
    return tr(
        "{found_in} has no wavelengths: its bands are taken for those of {wanted_in} in the same order, and their "
        "values for the same unit. Check both, or give it wavelengths and a scale."
    ).format(found_in=found_in, wanted_in=wanted_in)
