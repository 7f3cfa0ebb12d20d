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

    def describe(self, info: TileInfo) -> str:
        """Say in words what is read of a tile."""
        return tr("{read} of {bands} bands are read, those of {owner}.").format(
            read=len(self.bands), bands=len(info.bands), owner=self.owner
        )
