# SPDX-License-Identifier: GPL-2.0-or-later
"""Masks: rasters and polygons that say which pixels of an image to use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from ..errors import RasterError
from ..files.gdalerrors import attempt
from ..files.neon.ancillary import weather_quality
from ..files.neon.tile import NeonTile
from ..files.raster.choice import RasterChoice
from ..files.raster.reading import StoredBand
from ..files.raster.validity import Validity, ValueCheck
from ..image.grid import SAME_PLACE, Grid
from ..image.slices import length
from ..progress import Progress
from ..wording import counted, tr

CLEAR_SKY = 1
# Pixels of an image that are laid over a mask at a time, and of a mask that are read for them.
_PIXELS_AT_ONCE, _MASK_PIXELS_AT_ONCE = 1 << 20, 1 << 24
# Share of a mask's pixel by which a centre that lies on its edge may be off by the rounding of coordinates.
_ON_EDGE = 1e-6
# Into how many parts the edge of a polygon is cut when it becomes a curve.
_MOST_PARTS = 4096


@dataclass(frozen=True)
class PolygonMask:
    """Polygons that say where pixels are used.

    Attributes
    ----------
    geometries : tuple of bytes
        As well-known binary (WKB); points, lines and empty ones among them are left out.
    crs : str
        Coordinate reference system (WKT); empty when it is not known.
    name : str
        What the layer is called in messages.
    files : tuple of str
        What it was read from.
    """

    geometries: tuple[bytes, ...]
    crs: str
    name: str
    files: tuple[str, ...] = ()


def open_mask(mask: RasterChoice | PolygonMask, progress: Progress) -> RasterMaskReader | PolygonMaskReader:
    """Open a mask, to be asked for the pixels that it keeps of one grid after the other.

    Raises
    ------
    RasterError
        If it cannot be opened, does not say where it lies, or holds no polygon.
    """
    return (PolygonMaskReader if isinstance(mask, PolygonMask) else RasterMaskReader)(mask, progress)


def check_keeps_some(kept: np.ndarray, name: str) -> None:
    """Check that a mask keeps a pixel.

    Raises
    ------
    RasterError
        If it does not.
    """
    if not kept.any():
        raise RasterError(
            tr(
                "The mask {name} leaves no pixel: it is 0, has no data, or lies elsewhere; choose one that overlaps."
            ).format(name=name)
        )


class RasterMaskReader:
    """A raster as a mask: its first band keeps pixels where it is neither 0 nor without data.

    It may have another grid or coordinate reference system; each pixel takes the value of the mask's pixel that its
    centre lies in. What the mask does not cover is left out.
    """

    def __init__(self, choice: RasterChoice, progress: Progress):
        self.name = choice.source
        self._progress = progress
        self._warned = False
        try:
            self._dataset = choice.open()
        except RasterError as error:
            raise RasterError(tr("The mask cannot be used: {reason}").format(reason=error)) from None
        has_place = attempt(self._dataset.GetGeoTransform, can_return_null=True)[0] is not None
        if not (has_place or self._dataset.GetGCPCount()):
            raise RasterError(
                tr("The mask {name} does not say where it lies; choose a raster with georeference.").format(
                    name=self.name
                )
            )
        file_crs = self._dataset.GetProjection() or self._dataset.GetGCPProjection() or ""
        self._crs = file_crs if choice.crs is None else choice.crs
        self._validity = Validity.of(self._dataset, choice)
        # A raster of nothing but opacity is a mask by it.
        number = min(self._validity.nodata, default=1)
        self._band = StoredBand.of(number, self._dataset.GetRasterBand(number), self.name)
        self._check = ValueCheck([self._validity.nodata.get(number, ())], [self._band.dtype], self._band.dtype)

    def kept(self, grid: Grid) -> np.ndarray:
        """Tell which pixels of a grid the mask keeps, as bool, shape (grid.height, grid.width).

        Raises
        ------
        RasterError
            If the mask cannot be read or projected.
        """
        if bool(grid.crs) != bool(self._crs) and not self._warned:
            self._warned = True
            self._progress.warn(_missing_crs(self.name, bool(grid.crs)))
        places_of = self._places_of(grid)
        kept = np.zeros((grid.height, grid.width), dtype=bool)
        rows_at_once = max(_PIXELS_AT_ONCE // grid.width, 1)
        for start in range(0, grid.height, rows_at_once):
            self._progress.check()
            rows = slice(start, min(start + rows_at_once, grid.height))
            size = (self._dataset.RasterYSize, self._dataset.RasterXSize)
            places = np.broadcast_arrays(*(_cells(place, count) for place, count in zip(places_of(rows), size)))
            self._fill(kept[rows], *places)
        return kept

    def _places_of(self, grid: Grid) -> Callable[[slice], tuple[np.ndarray, np.ndarray]]:
        """Return a function that tells for rows of a grid where in the mask the centres of their pixels lie.

        It gives rows and columns of the mask, with fractions, in shapes that broadcast to that of the pixels.
        """
        from osgeo import gdal

        is_projected = _differ(grid.crs, self._crs)
        left, width, row_skew, top, column_skew, height = self._dataset.GetGeoTransform()
        if not (is_projected or row_skew or column_skew or self._dataset.GetGCPCount()):
            xs = grid.left + (np.arange(grid.width) + 0.5) * grid.pixel_width
            ys = grid.top - (np.arange(grid.height) + 0.5) * grid.pixel_height
            columns, lines = (xs - left) / width + _ON_EDGE, (ys - top) / height + _ON_EDGE
            return lambda rows: (lines[rows, np.newaxis], columns)
        image = gdal.GetDriverByName("MEM").Create("", grid.width, grid.height, 0)
        image.SetGeoTransform(grid.geotransform)
        options = [f"SRC_SRS={grid.crs}", f"DST_SRS={self._crs}"] if is_projected else []
        transformer, failure = attempt(gdal.Transformer, image, self._dataset, options)
        if transformer is None:
            raise RasterError(
                tr("The mask {name} cannot be laid over the image ({reason}); choose another raster.").format(
                    name=self.name, reason=failure
                )
            )
        tolerance = 0.0 if is_projected else _ON_EDGE
        # The grid's dataset must live as long as what was made of it.
        both = (transformer, image)
        return lambda rows: tuple(place + tolerance for place in _centres(both[0], rows, grid.width))

    def _fill(self, kept: np.ndarray, rows: np.ndarray, columns: np.ndarray) -> None:
        """Look up the mask's pixels at `rows` and `columns`, -1 outside; the rectangle around them is read at once."""
        inside = (rows >= 0) & (columns >= 0)
        if not inside.any():
            return
        window = tuple(slice(int(of[inside].min()), int(of[inside].max()) + 1) for of in (rows, columns))
        if length(window[0]) * length(window[1]) > _MASK_PIXELS_AT_ONCE and kept.size > 1:
            axis = int(kept.shape[1] > kept.shape[0])
            for parts in zip(*(np.array_split(array, 2, axis) for array in (kept, rows, columns))):
                self._fill(*parts)
            return
        found = self._read(*window)
        kept[inside] = found[rows[inside] - window[0].start, columns[inside] - window[1].start]

    def _read(self, rows: slice, columns: slice) -> np.ndarray:
        """Return which pixels of a window of the mask keep what lies under them."""
        band = self._dataset.GetRasterBand(self._band.number)
        values, failure = attempt(band.ReadAsArray, columns.start, rows.start, length(columns), length(rows))
        try:
            if values is None or failure:
                raise OSError(failure)
            is_valid = self._validity.read_masks(self._dataset, [self._band.number], rows, columns)
        except OSError as error:
            raise RasterError(
                tr("The mask {name} cannot be read ({reason}); choose another raster.").format(
                    name=self.name, reason=error
                )
            ) from None
        is_data = self._check(values.view(self._band.dtype).reshape(1, -1))
        is_valid &= values != 0
        return is_valid if is_data is None else is_valid & is_data.reshape(is_valid.shape)


class PolygonMaskReader:
    """Polygons as a mask: they keep the pixels whose centre lies in one of them."""

    def __init__(self, mask: PolygonMask, progress: Progress):
        self.name = mask.name
        self._crs = mask.crs
        self._progress = progress
        self._warned = False
        self._projected: tuple[object, list] = (None, [])
        self._polygons = [polygon for wkb in mask.geometries for polygon in _polygons_of(wkb)]
        if not self._polygons:
            raise RasterError(
                tr("The mask {name} holds no polygon; choose a layer of polygons or a raster.").format(name=self.name)
            )

    def kept(self, grid: Grid) -> np.ndarray:
        """Tell which pixels of a grid the mask keeps, as bool, shape (grid.height, grid.width).

        Raises
        ------
        RasterError
            If a polygon cannot be projected.
        """
        from osgeo import gdal, ogr

        if bool(grid.crs) != bool(self._crs) and not self._warned:
            self._warned = True
            self._progress.warn(_missing_crs(self.name, bool(grid.crs)))
        image = gdal.GetDriverByName("MEM").Create("", grid.width, grid.height, 1, gdal.GDT_Byte)
        image.SetGeoTransform(grid.geotransform)
        # GDAL 3.11 took the driver "Memory" away, whose part "MEM" then plays.
        driver = ogr.GetDriverByName("Memory") or ogr.GetDriverByName("MEM")
        polygons = driver.CreateDataSource("")
        layer = polygons.CreateLayer("polygons", geom_type=ogr.wkbPolygon)
        for polygon in self._in_crs_of(grid):
            self._progress.check()
            left, right, bottom, top = polygon.GetEnvelope()
            if left < grid.right and right > grid.left and bottom < grid.top and top > grid.bottom:
                feature = ogr.Feature(layer.GetLayerDefn())
                feature.SetGeometry(polygon)
                layer.CreateFeature(feature)
        _, failure = attempt(gdal.RasterizeLayer, image, [1], layer, burn_values=[1])
        if failure:
            raise RasterError(
                tr("The mask {name} cannot be laid over the image ({reason}); choose another one.").format(
                    name=self.name, reason=failure
                )
            )
        return image.GetRasterBand(1).ReadAsArray().astype(bool)

    def _in_crs_of(self, grid: Grid) -> list:
        """Return the polygons in the coordinate reference system of a grid; tiles of a site have the same."""
        from osgeo import osr

        if not _differ(grid.crs, self._crs):
            return self._polygons
        if self._projected[0] != (grid.crs, grid.pixel_width):
            change, failure = attempt(osr.CoordinateTransformation, _reference(self._crs), _reference(grid.crs))
            if failure:
                raise self._not_projected(failure)
            polygons = []
            for polygon in self._polygons:
                self._progress.check()
                polygons.append(_projected(polygon, change, SAME_PLACE * grid.pixel_width))
                if polygons[-1] is None:
                    raise self._not_projected(tr("a polygon reaches too far"))
            self._projected = ((grid.crs, grid.pixel_width), polygons)
        return self._projected[1]

    def _not_projected(self, reason: str) -> RasterError:
        return RasterError(
            tr(
                "The mask {name} cannot be projected to the coordinate reference system of the image ({reason}); cut "
                "it to the surroundings of the image, or save it in that system."
            ).format(name=self.name, reason=reason)
        )


def left_out(
    tile: NeonTile,
    window: tuple[slice, slice],
    progress: Progress,
    mask: RasterMaskReader | PolygonMaskReader | None = None,
    clear_sky_only: bool = False,
) -> np.ndarray | None:
    """Tell which pixels of a tile's window are to be left out, and say how many these are.

    Parameters
    ----------
    tile : NeonTile
    window : (rows, columns)
    progress : Progress
    mask : RasterMaskReader or PolygonMaskReader, optional
    clear_sky_only : bool
        Leave out what was not recorded with weather quality 1.

    Returns
    -------
    ndarray of bool, shape (rows, columns), or None
        None when nothing is.

    Raises
    ------
    RasterError
        If the mask cannot be used.
    TileError
        If the tile does not tell the weather quality.
    """
    excluded = None
    if mask is not None:
        excluded = ~mask.kept(tile.info.grid.window(*window))
    if clear_sky_only:
        clouded = weather_quality(tile, window) != CLEAR_SKY
        excluded = clouded if excluded is None else excluded | clouded
    if excluded is not None:
        tell_left_out(tile.info.name, excluded, progress)
    return excluded


def tell_left_out(name: str, excluded: np.ndarray, progress: Progress) -> None:
    """Say how many pixels of an image are left out."""
    count = int(excluded.sum())
    progress.info(
        counted(
            count,
            "{count} of {all:,} pixels of {name} is left out.",
            "{count} of {all:,} pixels of {name} are left out.",
            all=excluded.size,
            name=name,
        )
    )


def _centres(transformer, rows: slice, width: int) -> tuple[np.ndarray, np.ndarray]:
    """Return where the centre of each pixel of some rows lies in the mask, in rows and columns of it with fractions."""
    from osgeo import gdal

    height = length(rows)
    places = gdal.GetDriverByName("MEM").Create("", width, height, 3, gdal.GDT_Float64)
    xs, ys, heights = (places.GetRasterBand(number) for number in (1, 2, 3))
    xs.WriteArray(np.tile(np.arange(width) + 0.5, (height, 1)))
    ys.WriteArray(np.repeat(np.arange(rows.start, rows.stop)[:, np.newaxis] + 0.5, width, axis=1))
    # Every pixel exactly, which `gdal.Warp` does not do by default; one that cannot be projected becomes infinite.
    attempt(transformer.TransformGeolocations, xs, ys, heights)
    return ys.ReadAsArray(), xs.ReadAsArray()


def _cells(places: np.ndarray, count: int) -> np.ndarray:
    """Return the cells, from 0 to below `count`, in which places lie; -1 outside."""
    with np.errstate(invalid="ignore"):
        is_inside = (places >= 0) & (places < count)
    return np.floor(np.where(is_inside, places, -1.0)).astype(np.int64)


def _missing_crs(name: str, is_missing_in_mask: bool) -> str:
    if is_missing_in_mask:
        return tr("The mask {name} has no coordinate reference system; that of the image is assumed.").format(name=name)
    return tr("The image has no coordinate reference system; that of the mask {name} is assumed.").format(name=name)


def _reference(wkt: str):
    """Return a coordinate reference system whose coordinates come as x and y."""
    from osgeo import osr

    reference = osr.SpatialReference()
    attempt(reference.ImportFromWkt, wkt)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def _differ(crs: str, other: str) -> bool:
    """Tell whether coordinates in one system must be changed for the other; not where one is unknown."""
    return bool(crs and other) and attempt(_reference(crs).IsSame, _reference(other))[0] != 1


def _polygons_of(wkb: bytes) -> Iterator:
    """Yield the polygons of a geometry, without heights and with straight edges."""
    from osgeo import ogr

    geometry, _ = attempt(ogr.CreateGeometryFromWkb, wkb)
    if geometry is not None:
        geometry = geometry.GetLinearGeometry()
        geometry.FlattenTo2D()
        yield from _parts(geometry)


def _parts(geometry) -> Iterator:
    from osgeo import ogr

    if geometry.GetGeometryType() in (ogr.wkbPolygon, ogr.wkbTriangle):
        if not geometry.IsEmpty():
            yield geometry.Clone()
    elif geometry.GetGeometryType() not in (ogr.wkbPoint, ogr.wkbLineString):
        for number in range(geometry.GetGeometryCount()):
            yield from _parts(geometry.GetGeometryRef(number))


def _projected(polygon, change, tolerance: float):
    """Project a polygon; an edge that becomes a curve is cut so that it is off by no more than `tolerance`.

    Returns
    -------
    ogr.Geometry or None
        None when a point of it cannot be projected.
    """
    from osgeo import ogr

    result = ogr.Geometry(ogr.wkbPolygon)
    for number in range(polygon.GetGeometryCount()):
        points = _project_ring(np.array(polygon.GetGeometryRef(number).GetPoints())[:, :2], change, tolerance)
        if points is None:
            return None
        ring = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in points.tolist():
            ring.AddPoint_2D(x, y)
        result.AddGeometryDirectly(ring)
    return result


def _project_ring(points: np.ndarray, change, tolerance: float) -> np.ndarray | None:
    ends, middles = _project_points(points, change), _project_points((points[1:] + points[:-1]) / 2, change)
    if not (np.isfinite(ends).all() and np.isfinite(middles).all()):
        return None
    off = np.hypot(*(middles - (ends[1:] + ends[:-1]) / 2).T)
    # A part of 1 / n of an edge is off by 1 / n^2 of what the edge is.
    parts = np.clip(np.ceil(np.sqrt(off / tolerance)), 1, _MOST_PARTS).astype(int)
    edge = np.repeat(np.arange(len(parts)), parts)
    share = (np.arange(len(edge)) - np.repeat(np.cumsum(parts) - parts, parts)) / parts[edge]
    cut = points[edge] + share[:, np.newaxis] * (points[edge + 1] - points[edge])
    return _project_points(np.vstack([cut, points[-1:]]), change)


def _project_points(points: np.ndarray, change) -> np.ndarray:
    found, _ = attempt(change.TransformPoints, points.tolist())
    return np.full(points.shape, np.nan) if found is None else np.array(found)[:, :2]
