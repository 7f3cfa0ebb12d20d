# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons that are drawn in a scatter: which pixels lie in them, as a mask and as outlines."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...compute.blockmap import map_blocks
from ...compute.imageset import ImageState
from ...compute.memory import PixelStore
from ...errors import RasterError
from ...files.gdalerrors import attempt
from ...files.provenance import Provenance, record, run_recorded
from ...files.raster.choice import RasterChoice
from ...files.raster.style import palette_style
from ...files.raster.writer import FEW_VALUES_OPTIONS, RasterWriter
from ...progress import Progress
from ...wording import tr
from .picture import HIGHLIGHT
from .sample import Axes, Sample

BRUSHED, NOT_BRUSHED = 1, 0
# Outlines of a mask that are kept; a scattered one has tens of thousands.
MOST_OUTLINES = 500


@dataclass(frozen=True)
class Brushed:
    """Polygons that were drawn in a scatter, as the function of a `blockmap`: `BRUSHED` for pixels in one of them.

    Attributes
    ----------
    axes : Axes
    shown : (int, int)
        Which two of the axes the scatter shows.
    polygons : tuple of ndarray, shape (corners, 2)
    """

    axes: Axes
    shown: tuple[int, int]
    polygons: tuple[np.ndarray, ...]

    def holds(self, values: np.ndarray) -> np.ndarray:
        """Tell which values on all axes, shape (pixels, axes), lie in a polygon."""
        points = values[:, list(self.shown)]
        inside = np.zeros(len(points), bool)
        for polygon in self.polygons:
            inside |= in_polygon(points, polygon)
        return inside

    def __call__(self, image: ImageState, chosen: slice | np.ndarray) -> np.ndarray:
        pixels = image.pixels
        return np.where(
            self.holds(self.axes.of(pixels.values[chosen], pixels.scale, pixels.offset)), BRUSHED, NOT_BRUSHED
        )


def write_mask(
    sample: Sample, brushed: Brushed, path, store: PixelStore, progress: Progress | None = None, software: str = ""
) -> None:
    """Write which pixels of the image lie in polygons drawn in its scatter: Byte, 1 there, else 0, which is no data.

    All pixels are read, not only those of the sample. `software` is what the provenance of the mask names.

    Raises
    ------
    TileError, RasterError
        If the image cannot be read.
    OutputError
        If the mask cannot be written; nothing is left of it.
    Cancelled
        When the user asked to stop.
    """
    progress = progress or Progress()
    names = sample.axes.bands.names if sample.axes.transform is None else sample.axes.transform.names
    parameters = {
        "AXES": [names[axis] for axis in brushed.shown],
        "POLYGONS": [polygon.tolist() for polygon in brushed.polygons],
    }
    with run_recorded(), sample.image.open(sample.axes.wanted(sample.name), progress) as opened:
        record(Provenance.of("NEON scatter", software, sample.image.sources, parameters))
        blocks = opened.blocks(store, progress)
        with RasterWriter(
            path,
            opened.grid,
            np.uint8,
            nodata=NOT_BRUSHED,
            names=[tr("brushed")],
            options=FEW_VALUES_OPTIONS,
            overviews="NEAREST",
            progress=progress,
            style=palette_style([(BRUSHED, HIGHLIGHT, tr("brushed"))]),
        ) as writer:
            map_blocks(blocks, brushed, writer)


def outlines(mask) -> list[bytes]:
    """Return the outlines of the pixels of a mask that lie side by side, as well-known binary, the largest first.

    Parameters
    ----------
    mask : str or path
        What `write_mask` wrote.

    Raises
    ------
    RasterError
        If it cannot be read.
    """
    from osgeo import gdal, ogr

    raster = RasterChoice(str(mask)).open()
    band = raster.GetRasterBand(1)
    # Since GDAL 3.11, vectors in memory belong to the driver of rasters in memory.
    driver = next(filter(None, map(ogr.GetDriverByName, ("Memory", "MEM"))))
    vectors = driver.CreateDataSource("outlines")
    layer = vectors.CreateLayer("outlines", geom_type=ogr.wkbPolygon)
    _, failure = attempt(gdal.Polygonize, band, band, layer, -1)
    if failure:
        raise RasterError(tr("{path} cannot be read ({reason}).").format(path=mask, reason=failure))
    found = [feature.GetGeometryRef().Clone() for feature in layer]
    found.sort(key=lambda polygon: -polygon.Area())
    return [bytes(polygon.ExportToIsoWkb()) for polygon in found[:MOST_OUTLINES]]


def in_polygon(points: np.ndarray, polygon: np.ndarray) -> np.ndarray:
    """Tell which points, shape (points, 2), lie in a polygon, shape (corners, 2), by the even-odd rule.

    The polygon is closed from its last corner to its first. Points on a left or lower edge are inside, those on a right
    or upper edge are not, so that adjacent polygons share no point.
    """
    low, high = polygon.min(axis=0), polygon.max(axis=0)
    inside = np.zeros(len(points), bool)
    near = np.flatnonzero(((points >= low) & (points <= high)).all(axis=1))
    x, y = points[near].T
    odd = np.zeros(len(near), bool)
    for (x0, y0), (x1, y1) in zip(polygon, np.roll(polygon, -1, axis=0)):
        if y0 != y1:
            crosses = (y0 <= y) != (y1 <= y)
            odd ^= crosses & (x < x0 + (y - y0) * ((x1 - x0) / (y1 - y0)))
    inside[near] = odd
    return inside
