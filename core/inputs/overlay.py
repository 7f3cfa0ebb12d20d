# SPDX-License-Identifier: GPL-2.0-or-later
"""Rasters, polygons and points, laid over the pixel grid of an image in any coordinate reference system."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil, floor
from operator import itemgetter

import numpy as np

from ..errors import RasterError
from ..files.gdalerrors import attempt
from ..files.raster.choice import RasterChoice
from ..files.raster.reading import StoredBand
from ..files.raster.validity import Validity, ValueCheck
from ..image.grid import SAME_PLACE, Grid
from ..image.slices import length
from ..progress import Progress
from ..wording import tr

# Pixels of an image that are looked up at a time, and of the other raster that are read for them.
_PIXELS_AT_ONCE, _READ_AT_ONCE = 1 << 20, 1 << 24
# Share of a pixel by which a place that lies on its edge may be off by the rounding of coordinates.
_ON_EDGE = 1e-6
# Numbers of the geometry types polygon and triangle (OGC simple features).
_POLYGONS = (3, 17)
# Points of a closed ring that encloses something.
_FEWEST_CORNERS = 4
# A polygon whose envelope has more pixels is not smaller than a pixel.
_LARGEST_SMALL = 1 << 20
# Into how many parts the edge of a polygon is cut when it becomes a curve.
_MOST_PARTS = 4096


@dataclass(frozen=True)
class Cells:
    """Pixels of a grid, each with the value of what covers it.

    Attributes
    ----------
    values, rows, columns : ndarray of int, shape (pixels,)
    """

    values: np.ndarray
    rows: np.ndarray
    columns: np.ndarray

    def __len__(self) -> int:
        return len(self.values)

    @classmethod
    def joined(cls, parts: Sequence[Cells]) -> Cells:
        """Return the cells of several lists, one after the other."""
        of_parts = zip(*((part.values, part.rows, part.columns) for part in parts))
        return cls(*([np.concatenate(arrays) for arrays in of_parts] or np.empty((3, 0), np.int64)))

    def take(self, indices) -> Cells:
        """Return some of the cells."""
        return Cells(self.values[indices], self.rows[indices], self.columns[indices])

    def within(self) -> Cells:
        """Return those in the grid, without those whose row or column is -1; each once for each value, row by row."""
        inside = self.take((self.rows >= 0) & (self.columns >= 0))
        order = np.lexsort((inside.columns, inside.rows, inside.values))
        ordered = inside.take(order)
        is_new = np.ones(len(ordered), bool)
        is_new[1:] = (np.diff(ordered.values) != 0) | (np.diff(ordered.rows) != 0) | (np.diff(ordered.columns) != 0)
        return ordered.take(is_new)


class _Overlay:
    """A layer that is laid over grids.

    Attributes
    ----------
    name : str
        What the layer is called in messages, which begin with it.
    """

    def __init__(self, name: str, crs: str):
        self.name = name
        self._crs = crs
        self._warned = False

    def _check_crs(self, grid: Grid, progress: Progress) -> None:
        """Warn once when the coordinate reference system of the layer or of the image is not known."""
        if bool(grid.crs) == bool(self._crs) or self._warned:
            return
        self._warned = True
        if grid.crs:
            progress.warn(
                tr("{layer} has no coordinate reference system; that of the image is assumed.").format(layer=self.name)
            )
        else:
            progress.warn(
                tr(
                    "{layer} has a coordinate reference system and the image has none; the same is assumed for it."
                ).format(layer=self.name)
            )

    def _change_to(self, grid: Grid):
        """Return the way from the coordinate reference system of the layer to that of a grid."""
        from osgeo import osr

        change, failure = attempt(osr.CoordinateTransformation, _reference(self._crs), _reference(grid.crs))
        if failure:
            raise self._not_projected(failure)
        return change

    def _not_projected(self, reason: str) -> RasterError:
        return RasterError(
            tr(
                "{layer} cannot be projected to the coordinate reference system of the image ({reason}); cut "
                "it to the surroundings of the image, or save it in that system."
            ).format(layer=self.name, reason=reason)
        )


class OverlaidRaster(_Overlay):
    """A raster whose first band is looked up at the pixels of other grids.

    Each pixel takes the value of the pixel that its centre lies in.

    Parameters
    ----------
    choice : RasterChoice
    name : str, optional
        What the raster is called in messages; its source unless given.
    geotransform : tuple of float, optional
        GDAL's six numbers; those of the file unless given.

    Attributes
    ----------
    band : StoredBand

    Raises
    ------
    RasterError
        If it cannot be opened, or does not say where it lies.
    """

    def __init__(self, choice: RasterChoice, name: str = "", geotransform: tuple[float, ...] | None = None):
        name = name or choice.source
        self._dataset = choice.open()
        self._geotransform = geotransform or attempt(self._dataset.GetGeoTransform, can_return_null=True)[0]
        if self._geotransform is None and not self._dataset.GetGCPCount():
            raise RasterError(
                tr("{layer} does not say where it lies; choose a raster with georeference.").format(layer=name)
            )
        file_crs = self._dataset.GetProjection() or self._dataset.GetGCPProjection() or ""
        super().__init__(name, file_crs if choice.crs is None else choice.crs)
        self._validity = Validity.of(self._dataset, choice)
        # A raster of nothing but opacity is looked up in that.
        number = min(self._validity.nodata, default=1)
        self.band = StoredBand.of(number, self._dataset.GetRasterBand(number), name)
        self._check = ValueCheck([self._validity.nodata.get(number, ())], [self.band.dtype], self.band.dtype)

    @property
    def gdal_band(self):
        """GDAL's band; not to be kept beyond the life of the raster."""
        return self._dataset.GetRasterBand(self.band.number)

    def look_up(
        self,
        grid: Grid,
        found: np.ndarray,
        convert: Callable[[np.ndarray, np.ndarray], np.ndarray],
        progress: Progress,
    ) -> None:
        """Look up the pixels of a grid.

        Parameters
        ----------
        grid : Grid
        found : ndarray, shape (grid.height, grid.width)
            Is filled; pixels that the raster does not cover stay as they are.
        convert : callable
            ``convert(values, is_valid)`` returns what `found` takes, from values of the raster and where these are
            data, both of shape (rows, columns).
        progress : Progress

        Raises
        ------
        Cancelled
            When the user asked to stop.
        RasterError
            If the raster cannot be read or projected.
        """
        self._check_crs(grid, progress)
        places_of = self._places_of(grid)
        rows_at_once = max(_PIXELS_AT_ONCE // grid.width, 1)
        for start in range(0, grid.height, rows_at_once):
            progress.check()
            rows = slice(start, min(start + rows_at_once, grid.height))
            size = (self._dataset.RasterYSize, self._dataset.RasterXSize)
            places = (_cells(place, count) for place, count in zip(places_of(rows), size))
            self._fill(found[rows], *places, convert)

    def _places_of(self, grid: Grid) -> Callable[[slice], tuple[np.ndarray, np.ndarray]]:
        """Return a function that tells for rows of a grid where in the raster the centres of their pixels lie.

        It gives rows and columns of the raster, with fractions, in shapes that broadcast to that of the pixels.
        """
        from osgeo import gdal

        is_projected = crs_differ(grid.crs, self._crs)
        left, width, row_skew, top, column_skew, height = self._geotransform or self._dataset.GetGeoTransform()
        if not (is_projected or row_skew or column_skew or self._dataset.GetGCPCount()):
            xs, ys = grid.centres(np.arange(grid.height), np.arange(grid.width))
            columns, lines = (xs - left) / width + _ON_EDGE, (ys - top) / height + _ON_EDGE
            return lambda rows: (lines[rows, np.newaxis], columns)
        image = gdal.GetDriverByName("MEM").Create("", grid.width, grid.height, 0)
        image.SetGeoTransform(grid.geotransform)
        options = [f"SRC_SRS={grid.crs}", f"DST_SRS={self._crs}"] if is_projected else []
        transformer, failure = attempt(gdal.Transformer, image, self._dataset, options)
        if transformer is None:
            raise RasterError(
                tr("{layer} cannot be laid over the image ({reason}); choose another raster.").format(
                    layer=self.name, reason=failure
                )
            )
        tolerance = 0.0 if is_projected else _ON_EDGE
        # The grid's dataset must live as long as what was made of it.
        both = (transformer, image)
        return lambda rows: tuple(place + tolerance for place in _centres(both[0], rows, grid.width))

    def _fill(self, target: np.ndarray, rows: np.ndarray, columns: np.ndarray, convert) -> None:
        """Look up the pixels at `rows` and `columns`, which broadcast to the shape of `target`; -1 is outside.

        The rectangle around them is read at once.
        """
        inside = (rows >= 0) & (columns >= 0)
        if not inside.any():
            return
        is_covered = inside.all()
        cells = (rows, columns) if is_covered else tuple(of[inside] for of in np.broadcast_arrays(rows, columns))
        window = tuple(slice(int(of.min()), int(of.max()) + 1) for of in cells)
        if length(window[0]) * length(window[1]) > _READ_AT_ONCE and target.size > 1:
            axis = int(target.shape[1] > target.shape[0])
            wholes = (target, *np.broadcast_arrays(rows, columns))
            for parts in zip(*(np.array_split(array, 2, axis) for array in wholes)):
                self._fill(*parts, convert)
            return
        found = convert(*self._read(*window))
        target[... if is_covered else inside] = found[cells[0] - window[0].start, cells[1] - window[1].start]

    def _read(self, rows: slice, columns: slice) -> tuple[np.ndarray, np.ndarray]:
        """Return the values of a window of the raster, and which of them are data."""
        values, failure = attempt(self.gdal_band.ReadAsArray, columns.start, rows.start, length(columns), length(rows))
        try:
            if values is None or failure:
                raise OSError(failure)
            is_valid = self._validity.read_masks(self._dataset, [self.band.number], rows, columns)
        except OSError as error:
            raise RasterError(
                tr("{layer} cannot be read ({reason}); choose another raster.").format(layer=self.name, reason=error)
            ) from None
        values = values.view(self.band.dtype)
        is_data = self._check(values.reshape(1, -1))
        return values, is_valid if is_data is None else is_valid & is_data.reshape(is_valid.shape)


class OverlaidPolygons(_Overlay):
    """Polygons that are laid over grids: they cover the pixels whose centre lies in one of them.

    Parameters
    ----------
    geometries : sequence of bytes
        As well-known binary (WKB), of which parts that are no polygons are left out.
    crs : str
        Coordinate reference system (WKT); empty when it is not known.
    name : str
    values : sequence of int
        What the pixels in each geometry become, above 0.
    progress : Progress
        Is asked whether to stop.
    """

    def __init__(self, geometries: Sequence[bytes], crs: str, name: str, values: Sequence[int], progress: Progress):
        super().__init__(name, crs)
        self._polygons = []
        for wkb, value in zip(geometries, values):
            progress.check()
            self._polygons += [(polygon, value) for polygon in _polygons_of(wkb)]
        self._projected: tuple[object, list] = (None, [])

    def __len__(self) -> int:
        return len(self._polygons)

    def burn(self, grid: Grid, dtype, progress: Progress) -> np.ndarray:
        """Return the values of the polygons at the pixels of a grid, 0 outside; the last one where several overlap.

        Parameters
        ----------
        grid : Grid
        dtype : dtype
            uint8 or int32.
        progress : Progress

        Returns
        -------
        ndarray of `dtype`, shape (grid.height, grid.width)

        Raises
        ------
        Cancelled
            When the user asked to stop.
        RasterError
            If a polygon cannot be projected.
        """
        if not len(self):
            return np.zeros((grid.height, grid.width), dtype)
        self._check_crs(grid, progress)
        inside = [(polygon, value) for polygon, value in self._in_crs_of(grid, progress) if _meets(polygon, grid)]
        return self._burn(inside, grid, dtype, progress)

    @property
    def values(self) -> set[int]:
        """The values of the geometries that have polygons."""
        return {value for _, value in self._polygons}

    def cells(self, grid: Grid, progress: Progress, buffer: float = 0.0) -> tuple[Cells, set[int], set[int]]:
        """List the pixels that each geometry covers, however they overlap.

        A geometry in which no pixel centre of the grid, continued beyond its edges, lies covers the pixel under its
        centroid.

        Parameters
        ----------
        grid : Grid
        progress : Progress
        buffer : float
            By how much geometries are made larger, or, below 0, smaller, in units of the grid's CRS.

        Returns
        -------
        cells : Cells
        small, narrow : set of int
            The values of the geometries that cover a pixel by their centroid, and of those of which a buffer below 0
            leaves nothing.

        Raises
        ------
        Cancelled
            When the user asked to stop.
        RasterError
            If a polygon cannot be projected.
        """
        from osgeo import ogr

        found, small, narrow = [], set(), set()
        if not len(self):
            return Cells.joined(found), small, narrow
        self._check_crs(grid, progress)
        by_value = groupby(sorted(self._in_crs_of(grid, progress), key=itemgetter(1)), key=itemgetter(1))
        for value, parts in by_value:
            # Burnt one by one: of a geometry with overlapping parts, GDAL leaves out where two overlap.
            geometry = ogr.Geometry(ogr.wkbGeometryCollection)
            for polygon, _ in parts:
                progress.check()
                # None where the polygon is too odd to be made larger.
                shape = attempt(polygon.Buffer, buffer)[0] if buffer else polygon
                for part in () if shape is None else _parts_of(shape, _POLYGONS):
                    geometry.AddGeometry(part)
            if geometry.IsEmpty():
                narrow.add(value)
            if geometry.IsEmpty() or not _meets(geometry, grid):
                continue
            rows, columns = self._covered(geometry, grid, _window_around(geometry, grid, is_cut=True), progress)
            if not len(rows) and not self._covers_beyond(geometry, grid, progress):
                centroid = geometry.Centroid()
                rows, columns = _cells_of_points(np.array([[centroid.GetX(), centroid.GetY()]]), grid)
                if rows[0] >= 0 and columns[0] >= 0:
                    small.add(value)
            found.append(Cells(np.full(len(rows), value), rows, columns))
        return Cells.joined(found).within(), small, narrow

    def _covers_beyond(self, geometry, grid: Grid, progress: Progress) -> bool:
        """Tell whether a geometry covers a pixel of a grid that is continued beyond its edges."""
        window = _window_around(geometry, grid)
        if length(window[0]) * length(window[1]) > _LARGEST_SMALL:
            return True
        return bool(len(self._covered(geometry, grid, window, progress)[0]))

    def _covered(self, geometry, grid: Grid, window: tuple[slice, slice], progress: Progress):
        """Return rows and columns of the pixels in a window of a grid that the parts of a geometry cover."""
        parts = [(geometry.GetGeometryRef(number), 1) for number in range(geometry.GetGeometryCount())]
        rows, columns = np.nonzero(self._burn(parts, grid.window(*window), np.uint8, progress))
        return rows + window[0].start, columns + window[1].start

    def _burn(self, polygons: Sequence[tuple], grid: Grid, dtype, progress: Progress) -> np.ndarray:
        """Return the values of polygons, in the CRS of a grid, at its pixels."""
        from osgeo import gdal, gdal_array, ogr

        kind = gdal_array.NumericTypeCodeToGDALTypeCode(dtype)
        image = gdal.GetDriverByName("MEM").Create("", grid.width, grid.height, 1, kind)
        image.SetGeoTransform(grid.geotransform)
        # GDAL 3.11 took the driver "Memory" away, whose part "MEM" then plays.
        driver = ogr.GetDriverByName("Memory") or ogr.GetDriverByName("MEM")
        source = driver.CreateDataSource("")
        layer = source.CreateLayer("polygons", geom_type=ogr.wkbUnknown)
        layer.CreateField(ogr.FieldDefn("value", ogr.OFTInteger))
        for polygon, value in polygons:
            progress.check()
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetGeometry(polygon)
            feature.SetField(0, value)
            layer.CreateFeature(feature)
        _, failure = attempt(gdal.RasterizeLayer, image, [1], layer, options=["ATTRIBUTE=value"])
        if failure:
            raise RasterError(
                tr("{layer} cannot be laid over the image ({reason}); choose another one.").format(
                    layer=self.name, reason=failure
                )
            )
        return image.GetRasterBand(1).ReadAsArray()

    def _in_crs_of(self, grid: Grid, progress: Progress) -> list:
        """Return the polygons, in the coordinate reference system of a grid, with their values."""
        if not crs_differ(grid.crs, self._crs):
            return self._polygons
        # The tiles of a site have the same system.
        if self._projected[0] != (grid.crs, grid.pixel_width):
            change = self._change_to(grid)
            polygons = []
            for polygon, value in self._polygons:
                progress.check()
                there = _projected(polygon, change, SAME_PLACE * grid.pixel_width)
                if there is None:
                    raise self._not_projected(tr("a polygon reaches too far"))
                polygons.append((there, value))
            self._projected = ((grid.crs, grid.pixel_width), polygons)
        return self._projected[1]


class OverlaidPoints(_Overlay):
    """Points that are laid over grids: each marks the pixel that it lies in, on an edge the one to the right or below.

    Parameters
    ----------
    geometries : sequence of bytes
        As well-known binary (WKB), of which parts that are no points are left out.
    crs : str
        Coordinate reference system (WKT); empty when it is not known.
    name : str
    values : sequence of int
        How the points of each geometry mark pixels.
    progress : Progress
        Is asked whether to stop.
    """

    def __init__(self, geometries: Sequence[bytes], crs: str, name: str, values: Sequence[int], progress: Progress):
        super().__init__(name, crs)
        found = []
        for wkb, value in zip(geometries, values):
            progress.check()
            found += [(x, y, value) for x, y in _points_of(wkb)]
        self._points = np.array([point[:2] for point in found]).reshape(-1, 2)
        self._values = np.array([point[2] for point in found], dtype=int)
        self._projected: tuple[str, np.ndarray] = ("", self._points)

    def __len__(self) -> int:
        return len(self._points)

    @property
    def values(self) -> set[int]:
        """The values of the geometries that have points."""
        return set(self._values.tolist())

    def mark(self, grid: Grid, marks: np.ndarray, progress: Progress) -> None:
        """Put the values of the points into `marks`, shape (grid.height, grid.width); the last one in a pixel counts.

        A point that cannot be projected marks nothing.

        Raises
        ------
        RasterError
            If there is no way between the coordinate reference systems.
        """
        if not len(self):
            return
        rows, columns = _cells_of_points(self._in_crs_of(grid, progress), grid)
        inside = (rows >= 0) & (columns >= 0)
        # Of several values for a pixel, NumPy keeps the last.
        marks[rows[inside], columns[inside]] = self._values[inside]

    def cells(self, grid: Grid, progress: Progress, buffer: float = 0.0) -> Cells:
        """List the pixel in which each point lies, or those whose centre is no farther from it than `buffer`.

        A point with no centre so near covers the pixel in which it lies.

        Parameters
        ----------
        grid : Grid
        progress : Progress
        buffer : float
            In units of the grid's CRS.

        Raises
        ------
        Cancelled
            When the user asked to stop.
        RasterError
            If there is no way between the coordinate reference systems.
        """
        if not len(self):
            return Cells.joined([])
        points = self._in_crs_of(grid, progress)
        rows, columns = _cells_of_points(points, grid)
        found = [Cells(self._values, rows, columns)]
        if buffer > 0:
            found = []
            for (x, y), value, row, column in zip(points, self._values, rows, columns):
                progress.check()
                found.append(_disc(x, y, value, buffer, grid))
                if not len(found[-1]):
                    found.append(Cells(np.array([value]), np.array([row]), np.array([column])))
        return Cells.joined(found).within()

    def _in_crs_of(self, grid: Grid, progress: Progress) -> np.ndarray:
        """Return the coordinates of the points in the coordinate reference system of a grid, shape (points, 2)."""
        self._check_crs(grid, progress)
        if not crs_differ(grid.crs, self._crs):
            return self._points
        if self._projected[0] != grid.crs:
            self._projected = (grid.crs, _project_points(self._points, self._change_to(grid)))
        return self._projected[1]


def _meets(geometry, grid: Grid) -> bool:
    """Tell whether the envelope of a geometry, in the CRS of a grid, overlaps that of the grid."""
    left, right, bottom, top = geometry.GetEnvelope()
    return left < grid.right and right > grid.left and bottom < grid.top and top > grid.bottom


def _window_around(geometry, grid: Grid, is_cut: bool = False) -> tuple[slice, slice]:
    """Return the rows and columns that the envelope of a geometry overlaps, cut to those of the grid or beyond it."""
    left, right, bottom, top = geometry.GetEnvelope()
    ends = (
        ((grid.top - top) / grid.pixel_height, (grid.top - bottom) / grid.pixel_height, grid.height),
        ((left - grid.left) / grid.pixel_width, (right - grid.left) / grid.pixel_width, grid.width),
    )
    window = [(floor(low), max(ceil(high), floor(low) + 1), count) for low, high, count in ends]
    return tuple(slice(max(low, 0), min(high, count)) if is_cut else slice(low, high) for low, high, count in window)


def _cells_of_points(points: np.ndarray, grid: Grid) -> tuple[np.ndarray, np.ndarray]:
    """Return row and column of the pixel of a grid in which each point lies, -1 outside."""
    xs, ys = points.T
    # Otherwise, rounding could put a point on the edge of two parts of a grid into both, or into neither.
    columns = _cells((xs - grid.left) / grid.pixel_width + _ON_EDGE, grid.width)
    return _cells((grid.top - ys) / grid.pixel_height + _ON_EDGE, grid.height), columns


def _disc(x: float, y: float, value: int, radius: float, grid: Grid) -> Cells:
    """Return the pixels whose centre lies within a radius around a point."""
    if not (np.isfinite(x) and np.isfinite(y)):
        return Cells.joined([])
    row, column = (grid.top - y) / grid.pixel_height - 0.5, (x - grid.left) / grid.pixel_width - 0.5
    height, width = radius / grid.pixel_height, radius / grid.pixel_width
    # A little farther, as the rounding of coordinates may bring a centre at just this distance to either side.
    rows, columns = (
        np.arange(ceil(np.clip(middle - reach, 0, count)), floor(np.clip(middle + reach + 1, 0, count)))
        for middle, reach, count in (
            (row, height + _ON_EDGE, grid.height),
            (column, width + _ON_EDGE, grid.width),
        )
    )
    off = ((rows[:, np.newaxis] - row) / height) ** 2 + ((columns - column) / width) ** 2
    inside = np.nonzero(off <= 1 + _ON_EDGE)
    return Cells(np.full(len(inside[0]), value), rows[inside[0]], columns[inside[1]])


def _centres(transformer, rows: slice, width: int) -> tuple[np.ndarray, np.ndarray]:
    """Return where the centre of each pixel of some rows lies in a raster, in rows and columns of it with fractions."""
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


def _reference(wkt: str):
    """Return a coordinate reference system whose coordinates come as x and y."""
    from osgeo import osr

    reference = osr.SpatialReference()
    attempt(reference.ImportFromWkt, wkt)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def crs_differ(crs: str, other: str) -> bool:
    """Tell whether coordinates in one system must be changed for the other; not where one is unknown."""
    return bool(crs and other) and attempt(_reference(crs).IsSame, _reference(other))[0] != 1


def _polygons_of(wkb: bytes) -> Iterator:
    """Yield the polygons of a geometry, without heights, with straight edges and closed rings."""
    yield from filter(None, map(_sound, _parts(wkb, _POLYGONS)))


def _sound(polygon):
    """Return a polygon without rings that enclose nothing, at which GEOS may crash; None where nothing is left."""
    from osgeo import ogr

    polygon.CloseRings()
    # Not a number where a coordinate is none.
    if not np.isfinite(polygon.Area()):
        return None
    rings = [polygon.GetGeometryRef(number) for number in range(polygon.GetGeometryCount())]
    encloses = [ring.GetPointCount() >= _FEWEST_CORNERS for ring in rings]
    if all(encloses):
        return polygon
    sound = ogr.Geometry(ogr.wkbPolygon)
    for ring, is_sound in zip(rings, encloses):
        if is_sound:
            sound.AddGeometry(ring)
    return sound if encloses[0] else None


def _points_of(wkb: bytes) -> Iterator[tuple[float, float]]:
    """Yield the coordinates of the points of a geometry."""
    from osgeo import ogr

    for point in _parts(wkb, (ogr.wkbPoint,)):
        # WKB writes an empty point as one at NaN.
        if np.isfinite([point.GetX(), point.GetY()]).all():
            yield point.GetX(), point.GetY()


def _parts(wkb: bytes, kinds: tuple[int, ...]) -> Iterator:
    """Yield the parts of a geometry that are of some kinds and not empty, without heights and with straight edges."""
    from osgeo import ogr

    geometry, _ = attempt(ogr.CreateGeometryFromWkb, wkb)
    if geometry is not None:
        geometry = geometry.GetLinearGeometry()
        geometry.FlattenTo2D()
        yield from _parts_of(geometry, kinds)


def _parts_of(geometry, kinds: tuple[int, ...]) -> Iterator:
    from osgeo import ogr

    if geometry.GetGeometryType() in kinds:
        if not geometry.IsEmpty():
            yield geometry.Clone()
    elif geometry.GetGeometryType() not in (ogr.wkbPoint, ogr.wkbLineString, ogr.wkbPolygon, ogr.wkbTriangle):
        for number in range(geometry.GetGeometryCount()):
            yield from _parts_of(geometry.GetGeometryRef(number), kinds)


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
