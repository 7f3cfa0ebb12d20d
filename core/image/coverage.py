# SPDX-License-Identifier: GPL-2.0-or-later
"""In how many pixels the bands of an image have data, and what to say where they have data in different ones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import ParameterError
from ..progress import Progress
from ..wording import tr
from .bands import Bands

# A user is warned when less than this share of the pixels with data is valid.
_FEW = 0.5
# Bands are named that lack data in at least this share of the pixels that the emptiest band lacks.
_MUCH = 0.5
_BANDS_NAMED = 8


@dataclass(frozen=True)
class Coverage:
    """In how many pixels the bands of an image have data, of those that no mask leaves out.

    A pixel is valid when each band has data there. So a band that is empty in a part of the image, as where the images
    of a mosaic do not overlap or where a detector failed, takes away that part of all bands.

    Attributes
    ----------
    of_band : ndarray of int, shape (bands,)
        Pixels in which each band has data.
    in_some, in_all : int
        Pixels in which at least one band, and in which every band, has data.
    """

    of_band: np.ndarray
    in_some: int
    in_all: int

    @classmethod
    def full(cls, pixels: int, bands: int) -> Coverage:
        """Return the coverage of an image whose bands all have data in the same pixels."""
        return cls(np.full(bands, pixels), pixels, pixels)

    def __add__(self, other: Coverage) -> Coverage:
        """Return the coverage of two images with the same bands together."""
        return Coverage(self.of_band + other.of_band, self.in_some + other.in_some, self.in_all + other.in_all)

    def check(self, bands: Bands, name: str, progress: Progress) -> None:
        """Warn when bands take away most of the pixels of the image `name`.

        Raises
        ------
        ParameterError
            If they leave none although there are pixels with data.
        """
        if self.in_all >= _FEW * self.in_some:
            return
        named = {"name": name, "bands": self._emptiest(bands)}
        if not self.in_all:
            raise ParameterError(
                tr(
                    "{name} has no valid pixel: a pixel is used when every band has data there, and no pixel has data "
                    "in all of them. Bands that lack data, and in how many of the pixels with data: {bands}. Leave "
                    "them out (of a raster with gdal_translate -b, or bbl = 0 in its header), or use another image."
                ).format(**named)
            )
        progress.warn(
            tr(
                "{name}: {share:.1%} of the pixels with data are used, because a pixel is used when every band has "
                "data there. Bands that lack data, and in how many of the pixels with data: {bands}. To use more "
                "pixels, leave these bands out (of a raster with gdal_translate -b, or bbl = 0 in its header)."
            ).format(share=self.in_all / self.in_some, **named)
        )

    def _emptiest(self, bands: Bands) -> str:
        """Return the bands that lack data in the most pixels, in words."""
        lacking = self.in_some - self.of_band
        most = np.flatnonzero(lacking >= _MUCH * lacking.max())
        first = most[np.argsort(-lacking[most], kind="stable")][:_BANDS_NAMED]
        more = tr(" and {more} more").format(more=len(most) - len(first)) if len(most) > len(first) else ""
        names = bands.take(first).names
        return ", ".join(f"{band}: {share:.1%}" for band, share in zip(names, lacking[first] / self.in_some)) + more
