# SPDX-License-Identifier: GPL-2.0-or-later
"""How many pixels the bands of an image have data in, and warnings where bands have data in different pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add

import numpy as np

from ..errors import ParameterError
from ..progress import Progress
from ..wording import counted, listed, number, tr
from .bands import Bands

# A user is warned when less than this share of the pixels with data is valid.
_FEW = 0.5
# Bands are named that lack data in at least this share of the pixels that the emptiest band lacks.
_MUCH = 0.5
_IMAGES_NAMED = 5


@dataclass(frozen=True)
class Coverage:
    """How many pixels each band of an image has data in, of those that no mask leaves out.

    A pixel is valid when each band has data there. A band that is empty in a part of the image, for instance where the
    images of a mosaic do not overlap, therefore makes that part invalid in all bands.

    Attributes
    ----------
    of_band : ndarray of int, shape (bands,)
        How many pixels each band has data in.
    in_some, in_all : int
        How many pixels have data in at least one band, and how many in every band.
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

    def emptiest(self, bands: Bands) -> str:
        """Return the bands that lack data in the most pixels, in words."""
        lacking = self.in_some - self.of_band
        most = np.flatnonzero(lacking >= _MUCH * lacking.max())
        most = most[np.argsort(-lacking[most], kind="stable")]
        shares = lacking[most] / self.in_some
        return listed([f"{band}: {number(share, '.1%')}" for band, share in zip(bands.take(most).names, shares)])


def check_coverage(
    coverages: Sequence[Coverage], bands: Bands, names: Sequence[str], progress: Progress, are_needed: bool = False
) -> None:
    """Warn of each image most of whose pixels lack data in some band.

    Parameters
    ----------
    coverages : sequence of Coverage
    bands : Bands
        Those of all images.
    names : sequence of str
        What each image is called.
    progress : Progress
    are_needed : bool
        Whether none of the bands can be left out, because a saved table or an index needs them.

    Raises
    ------
    ParameterError
        If no pixel of any image is left although there are pixels with data.
    """
    whole = reduce(add, coverages)
    if whole.in_some and not whole.in_all:
        raise ParameterError(
            tr(
                "{name} has no valid pixel: a pixel is used when every band has data there, and no pixel has data in "
                "all of them. Bands that lack data, and in how many of the pixels with data: {bands}. {advice}"
            ).format(name=", ".join(names[:_IMAGES_NAMED]), bands=whole.emptiest(bands), advice=_advice(are_needed))
        )
    few = [(name, one) for name, one in zip(names, coverages) if one.in_all < _FEW * one.in_some]
    for name, one in few[:_IMAGES_NAMED]:
        progress.warn(
            tr(
                "{name}: {share:.1%} of the pixels with data are used, because a pixel is used when every band has "
                "data there. Bands that lack data, and in how many of the pixels with data: {bands}. {advice}"
            ).format(name=name, share=one.in_all / one.in_some, bands=one.emptiest(bands), advice=_advice(are_needed))
        )
    if len(few) > _IMAGES_NAMED:
        progress.warn(
            counted(
                len(few) - _IMAGES_NAMED,
                "In {count} more image, most of the pixels with data are not used for the same reason.",
                "In {count} more images, most of the pixels with data are not used for the same reason.",
            )
        )


def tell_of_empty(bands: Bands, name: str, progress: Progress) -> None:
    """Tell which bands of the image `name` are left out because they have no data; nothing when there are none."""
    if len(bands):
        progress.warn(
            counted(
                len(bands),
                "{count} band of {name} has no data in any pixel and is left out: {bands}.",
                "{count} bands of {name} have no data in any pixel and are left out: {bands}.",
                name=name,
                bands=listed(bands.names),
            )
        )


def _advice(are_needed: bool) -> str:
    if are_needed:
        return tr("All of these bands are needed; use an image in which they have data.")
    return tr(
        "To use more pixels, leave these bands out: of tiles by the windows to remove, of a raster with gdal_translate "
        "-b or with bbl = 0 in its header."
    )
