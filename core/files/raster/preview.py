# SPDX-License-Identifier: GPL-2.0-or-later
"""Small pictures (PNG) of class maps and composites."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from uuid import uuid4

import numpy as np

from ...errors import OutputError
from ...wording import tr
from ..gdalerrors import attempt
from ..replacement import write_whole

# Longer side of a preview in pixels, at most.
LONGEST_SIDE = 1000


def write_preview(path, image: np.ndarray, colours: Sequence[tuple[int, int, int]] | None = None) -> None:
    """Write an image as a PNG file; see `as_png`. Raises an `OutputError` when that fails."""
    if Path(path).suffix.lower() != ".png":
        raise OutputError(tr("{path} cannot be written; the name of a preview must end in .png.").format(path=path))
    write_whole(path, as_png(image, colours))


def as_png(image: np.ndarray, colours: Sequence[tuple[int, int, int]] | None = None) -> bytes:
    """Return an image as the content of a PNG file.

    Parameters
    ----------
    image : ndarray, shape (rows, columns, 3 or 4) or (rows, columns)
        Red, green, blue and perhaps opacity from 0 to 255; or classes, of which 0 is transparent.
    colours : sequence of (red, green, blue), optional
        Colours of classes, from class 1.

    Raises
    ------
    OutputError
        When GDAL cannot make it.
    """
    from osgeo import gdal

    if colours is not None:
        table = np.zeros((len(colours) + 1, 4), dtype=np.uint8)
        table[1:, :3] = colours
        table[1:, 3] = 255
        image = table[image]
    path = f"/vsimem/{uuid4().hex}.png"
    _, failure = attempt(_write_png, path, image.astype(np.uint8, copy=False))
    try:
        file = None if failure else gdal.VSIFOpenL(path, "rb")
        if file is None:
            raise OutputError(
                tr("The picture cannot be made ({reason}).").format(reason=failure or tr("GDAL gives no reason"))
            )
        size = gdal.VSIStatL(path).size
        picture = bytes(gdal.VSIFReadL(1, size, file))
        gdal.VSIFCloseL(file)
        return picture
    finally:
        gdal.Unlink(path)


def _write_png(path: str, image: np.ndarray) -> None:
    from osgeo import gdal

    rows, columns, bands = image.shape
    memory = gdal.GetDriverByName("MEM").Create("", columns, rows, bands, gdal.GDT_Byte)
    for index in range(bands):
        memory.GetRasterBand(index + 1).WriteArray(np.ascontiguousarray(image[:, :, index]))
    gdal.GetDriverByName("PNG").CreateCopy(path, memory)
