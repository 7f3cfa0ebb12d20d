"""Masks leave out 0, no data and what they do not cover, whatever their grid; polygons keep the centres in them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from osgeo import gdal, gdal_array, ogr, osr

from neon_aop.core.errors import Cancelled, RasterError
from neon_aop.core.files.raster.choice import RasterChoice, ValueRange
from neon_aop.core.image.grid import Grid
from neon_aop.core.inputs import overlay
from neon_aop.core.inputs.masks import PolygonMask, check_keeps_some, open_mask
from neon_aop.core.progress import Progress

pytestmark = pytest.mark.usefixtures("gdal_exceptions")


def reference(crs):
    srs = osr.SpatialReference()
    srs.SetFromUserInput(f"EPSG:{crs}" if isinstance(crs, int) else crs)
    srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return srs


def wkt(epsg):
    return reference(epsg).ExportToWkt()


GRID = Grid(6, 4, 368000.0, 4307000.0, 1.0, 1.0, wkt(32618), 1.0)


class Log(Progress):
    def __init__(self):
        self.warnings = []

    def warn(self, text):
        self.warnings.append(text)


def write_mask(path, values, transform=GRID.geotransform, epsg=32618, nodata=None, describe=lambda dataset: None):
    """Write values, shape (rows, columns) or (bands, rows, columns)."""
    values = np.asarray(values)
    planes = values[np.newaxis] if values.ndim == 2 else values
    kind = gdal_array.NumericTypeCodeToGDALTypeCode(planes.dtype.type)
    raster = gdal.GetDriverByName("GTiff").Create(str(path), planes.shape[2], planes.shape[1], len(planes), kind)
    if transform:
        raster.SetGeoTransform(transform)
    if epsg:
        raster.SetProjection(wkt(epsg))
    describe(raster)
    for number, plane in enumerate(planes, start=1):
        if nodata is not None:
            raster.GetRasterBand(number).SetNoDataValue(nodata)
        raster.GetRasterBand(number).WriteArray(plane)
    raster.FlushCache()
    return str(path)


def kept(mask, grid=GRID, progress=None):
    mask = mask if isinstance(mask, PolygonMask) else RasterChoice.of(mask)
    return open_mask(mask, progress or Progress()).kept(grid)


def centres(grid):
    """Return the coordinates of the centres of all pixels, shape (rows, columns) each."""
    x = grid.left + (np.arange(grid.width) + 0.5) * grid.pixel_width
    y = grid.top - (np.arange(grid.height) + 0.5) * grid.pixel_height
    return np.meshgrid(x, y)


def projected(xs, ys, source, target):
    change = osr.CoordinateTransformation(reference(source), reference(target))
    points = np.array(change.TransformPoints(np.column_stack([xs.ravel(), ys.ravel()]).tolist()))
    return points[:, 0].reshape(xs.shape), points[:, 1].reshape(xs.shape)


def test_zero_is_left_out(tmp_path):
    values = np.ones((4, 6), np.uint8)
    values[1, 2] = 0
    np.testing.assert_array_equal(kept(write_mask(tmp_path / "mask.tif", values)), values == 1)


def test_no_data_is_left_out(tmp_path):
    values = np.ones((4, 6), np.uint8)
    values[0, 5] = 9
    np.testing.assert_array_equal(kept(write_mask(tmp_path / "mask.tif", values, nodata=9)), values == 1)


def test_nan_is_left_out(tmp_path):
    values = np.full((4, 6), 0.5, np.float32)
    values[3, 3] = np.nan
    np.testing.assert_array_equal(kept(write_mask(tmp_path / "mask.tif", values)), np.isfinite(values))


def test_only_the_first_band_counts(tmp_path):
    values = np.ones((2, 4, 6), np.int16)
    values[1] = 0
    assert kept(write_mask(tmp_path / "mask.tif", values)).all()


@pytest.mark.parametrize("bands", [1, 2, 5])
def test_opacity_of_the_mask_counts(tmp_path, bands):
    values = np.full((bands + 1, 4, 6), 7, np.uint16)
    values[-1, 2, 1:4] = 0

    def with_alpha(dataset):
        dataset.GetRasterBand(bands + 1).SetColorInterpretation(gdal.GCI_AlphaBand)

    path = write_mask(tmp_path / "mask.tif", values, describe=with_alpha)
    np.testing.assert_array_equal(kept(path), values[-1] != 0)


def test_mask_of_the_mask_counts(tmp_path):
    opaque = np.full((4, 6), 255, np.uint8)
    opaque[0, 0] = 0

    def with_mask(dataset):
        dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
        dataset.GetRasterBand(1).GetMaskBand().WriteArray(opaque)

    np.testing.assert_array_equal(
        kept(write_mask(tmp_path / "mask.tif", np.ones((4, 6), np.uint8), describe=with_mask)), opaque != 0
    )


def test_no_data_of_all_bands_counts_only_where_all_have_it(tmp_path):
    values = np.ones((2, 4, 6), np.uint8)
    values[:, 0, 0], values[0, 1, 1] = 4, 4
    path = write_mask(
        tmp_path / "mask.tif", values, describe=lambda dataset: dataset.SetMetadataItem("NODATA_VALUES", "4 4")
    )
    assert np.argwhere(~kept(path)).tolist() == [[0, 0]]


def test_settings_of_the_layer_count(tmp_path):
    values = np.array([[1, 2, 3, 4, 5, 9]], np.uint8).repeat(4, axis=0)
    path = write_mask(tmp_path / "mask.tif", values, nodata=9)
    choice = RasterChoice(path, ignored_nodata=frozenset({1}), nodata_ranges={1: [ValueRange(2, 3), ValueRange(5, 5)]})
    np.testing.assert_array_equal(kept(choice), np.isin(values, [1, 4, 9]))


def test_coordinate_system_of_the_layer_counts(tmp_path):
    path = write_mask(tmp_path / "mask.tif", np.ones((4, 6), np.uint8), epsg=32633)
    assert kept(RasterChoice(path, crs=wkt(32618))).all()
    assert not kept(path).any()


def test_coarser_mask_that_covers_a_part(tmp_path):
    mask = write_mask(tmp_path / "mask.tif", np.array([[1, 0]], np.uint8), (368000, 2, 0, 4307000, 0, -2))
    expected = np.zeros((4, 6), bool)
    expected[:2, :2] = True
    np.testing.assert_array_equal(kept(mask), expected)


@pytest.mark.parametrize("noise", [0, 3e-10, -3e-10])
def test_centres_on_the_edges_of_finer_pixels_take_the_next_pixel_in_spite_of_rounding(tmp_path, noise):
    values = np.random.default_rng(3).integers(0, 2, (8, 12)).astype(np.uint8)
    mask = write_mask(tmp_path / "mask.tif", values, (368000 + noise, 0.5, 0, 4307000 + noise, 0, -0.5))
    np.testing.assert_array_equal(kept(mask), values[1::2, 1::2] == 1)


@pytest.mark.parametrize("off", [4e-4, -4e-4])
def test_grid_that_is_off_by_less_than_a_thousandth_is_the_same(tmp_path, off):
    values = np.random.default_rng(3).integers(0, 2, (4, 6)).astype(np.uint8)
    mask = write_mask(tmp_path / "mask.tif", values, (368000 + off, 1, 0, 4307000 + off, 0, -1))
    np.testing.assert_array_equal(kept(mask), values == 1)


@pytest.mark.parametrize(
    ("epsg", "transform", "size"),
    [
        (4326, (-76.5222, 3.7e-6, 0, 38.9019, 0, -2.9e-6), (400, 500)),
        (3857, (-8518400.0, 1.3, 0, 4707630.0, 0, -0.9), (250, 200)),
        (32617, (888400.0, 1.0, 0, 4315400.0, 0, -1.0), (900, 900)),
        (32618, (368013.3, 0.83, 0.31, 4306990.9, 0.27, -0.77), (300, 300)),
    ],
    ids=["degrees", "Mercator", "next zone", "rotated"],
)
def test_each_pixel_takes_the_pixel_of_the_mask_that_its_centre_lies_in(tmp_path, epsg, transform, size):
    """The reference projects each centre with PROJ and divides by the geotransform."""
    grid = Grid(300, 200, 368000.0, 4307000.0, 1.0, 1.0, wkt(32618), 1.0)
    values = np.random.default_rng(1).integers(0, 2, size).astype(np.uint8)
    xs, ys = projected(*centres(grid), 32618, epsg)
    inverse = gdal.InvGeoTransform(transform)
    columns = np.floor(inverse[0] + inverse[1] * xs + inverse[2] * ys).astype(int)
    rows = np.floor(inverse[3] + inverse[4] * xs + inverse[5] * ys).astype(int)
    inside = (rows >= 0) & (rows < size[0]) & (columns >= 0) & (columns < size[1])
    assert 0.1 < inside.mean() <= 1
    expected = np.zeros(inside.shape, bool)
    expected[inside] = values[rows[inside], columns[inside]] == 1
    path = write_mask(tmp_path / "mask.tif", values, transform, epsg)
    np.testing.assert_array_equal(kept(path, grid), expected)


def test_masks_larger_than_what_is_read_at_a_time_give_the_same(tmp_path, monkeypatch):
    grid = Grid(60, 50, 368000.0, 4307000.0, 1.0, 1.0, wkt(32618), 1.0)
    values = np.random.default_rng(2).integers(0, 2, (500, 600)).astype(np.uint8)
    path = write_mask(tmp_path / "mask.tif", values, (368000, 0.1, 0, 4307000, 0, -0.1))
    monkeypatch.setattr(overlay, "_READ_AT_ONCE", 777)
    monkeypatch.setattr(overlay, "_PIXELS_AT_ONCE", 130)
    np.testing.assert_array_equal(kept(path, grid), values[5::10, 5::10] == 1)


def test_centres_that_cannot_be_projected_are_left_out(tmp_path):
    grid = Grid(4, 1, -8e8, 4307000.0, 4e8, 1.0, wkt(32618), 1.0)
    path = write_mask(tmp_path / "mask.tif", np.ones((180, 360), np.uint8), (-180, 1, 0, 90, 0, -1), 4326)
    assert not kept(path, grid).any()


def test_mask_placed_by_control_points(tmp_path):
    points = [gdal.GCP(368000 + x, 4307000 - y, 0, x, y) for x, y in ((0, 0), (6, 0), (0, 4), (6, 4))]
    values = np.random.default_rng(4).integers(0, 2, (4, 6)).astype(np.uint8)
    path = write_mask(
        tmp_path / "mask.tif", values, None, None, describe=lambda dataset: dataset.SetGCPs(points, wkt(32618))
    )
    np.testing.assert_array_equal(kept(path), values == 1)


def test_mask_elsewhere_keeps_nothing(tmp_path):
    mask = write_mask(tmp_path / "mask.tif", np.ones((4, 6), np.uint8), (500000, 1, 0, 4307000, 0, -1))
    with pytest.raises(RasterError, match="mask.tif leaves no pixel"):
        check_keeps_some(kept(mask), mask)


def test_mask_without_place_is_an_error(tmp_path):
    path = write_mask(tmp_path / "mask.tif", np.ones((4, 6), np.uint8), None, None)
    with pytest.raises(RasterError, match="does not say where it lies"):
        kept(path)


def test_mask_without_crs_is_taken_for_one_in_that_of_the_image(tmp_path):
    log = Log()
    reader = open_mask(RasterChoice(write_mask(tmp_path / "mask.tif", np.ones((4, 6), np.uint8), epsg=None)), log)
    assert reader.kept(GRID).all() and reader.kept(GRID).all()
    (warning,) = log.warnings
    assert "mask.tif has no coordinate reference system; that of the image is assumed" in warning


def test_image_without_crs_is_taken_for_one_in_that_of_the_mask(tmp_path):
    log = Log()
    path = write_mask(tmp_path / "mask.tif", np.ones((4, 6), np.uint8))
    assert kept(path, replace(GRID, crs=""), log).all()
    (warning,) = log.warnings
    assert "mask.tif has a coordinate reference system and the image has none" in warning


def test_neither_has_a_crs_and_nothing_is_said(tmp_path):
    log = Log()
    path = write_mask(tmp_path / "mask.tif", np.ones((4, 6), np.uint8), epsg=None)
    assert kept(path, replace(GRID, crs=""), log).all()
    assert not log.warnings


def test_file_that_is_no_raster_is_an_error(tmp_path):
    (tmp_path / "mask.tif").write_text("nothing")
    with pytest.raises(RasterError, match="mask cannot be used: .*mask.tif cannot be opened"):
        kept(tmp_path / "mask.tif")


def test_damaged_mask_is_an_error(tmp_path):
    path = tmp_path / "mask.tif"
    write_mask(path, np.ones((4, 6), np.uint8))
    gdal.BuildVRT(str(tmp_path / "mask.vrt"), [str(path)]).FlushCache()
    path.unlink()
    with pytest.raises(RasterError, match="mask.vrt cannot be read"):
        kept(tmp_path / "mask.vrt")


def test_looking_up_can_be_cancelled(tmp_path):
    class CancelAtOnce(Progress):
        def cancelled(self):
            return True

    with pytest.raises(Cancelled):
        kept(write_mask(tmp_path / "mask.tif", np.ones((4, 6), np.uint8)), progress=CancelAtOnce())


def polygons(*texts, epsg=32618):
    """Make a mask of geometries written as well-known text."""
    return PolygonMask(
        tuple(bytes(ogr.CreateGeometryFromWkt(text).ExportToWkb()) for text in texts),
        wkt(epsg) if epsg else "",
        "plots",
    )


def rectangle(left, bottom, right, top):
    """Write a rectangle, in pixels of the grid from its upper-left corner."""
    corners = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    return "(" + ", ".join(f"{368000 + x} {4307000 - y}" for x, y in corners) + ")"


def test_pixels_whose_centre_lies_in_a_polygon_are_kept():
    found = kept(polygons(f"POLYGON({rectangle(0.6, 3.4, 3.4, 0.4)})"))
    expected = np.zeros((4, 6), bool)
    expected[0:3, 1:3] = True
    np.testing.assert_array_equal(found, expected)


def test_holes_are_left_out():
    found = kept(polygons(f"POLYGON({rectangle(0, 4, 6, 0)}, {rectangle(2, 3, 4, 1)})"))
    expected = np.ones((4, 6), bool)
    expected[1:3, 2:4] = False
    np.testing.assert_array_equal(found, expected)


@pytest.mark.parametrize(
    "kind", ["MULTIPOLYGON(({}), ({}))", "GEOMETRYCOLLECTION(POLYGON({}), POLYGON({}), POINT(1 1))"]
)
def test_where_parts_overlap_pixels_are_kept(kind):
    found = kept(polygons(kind.format(rectangle(0, 4, 4, 0), rectangle(2, 4, 6, 0))))
    assert found.all()


def test_polygons_side_by_side_cover_everything_once():
    halves = [kept(polygons(f"POLYGON({rectangle(*edges)})")) for edges in ((0, 4, 2.5, 0), (2.5, 4, 6, 0))]
    np.testing.assert_array_equal(halves[0] ^ halves[1], np.ones((4, 6), bool))


def test_heights_and_curves_are_understood():
    curve = "CURVEPOLYGON Z(CIRCULARSTRING Z(368000 4306998 5, 368004 4306998 5, 368000 4306998 5))"
    xs, ys = centres(GRID)
    np.testing.assert_array_equal(kept(polygons(curve)), (xs - 368002) ** 2 + (ys - 4306998) ** 2 < 4)


@pytest.mark.parametrize("epsg", [4326, 3857, 32617])
def test_polygons_in_another_crs_keep_the_centres_that_lie_in_them_there(epsg):
    """Over 30 km the edges, straight in their own system, are curves in that of the image."""
    grid = Grid(150, 120, 360000.0, 4310000.0, 200.0, 150.0, wkt(32618), 1.0)
    corners = np.array([[361234.0, 388888.0, 383210.0, 366543.0], [4308765.0, 4305432.0, 4293210.0, 4294321.0]])
    xs, ys = projected(corners[0][np.newaxis], corners[1][np.newaxis], 32618, epsg)
    ring = ", ".join(f"{x:.12f} {y:.12f}" for x, y in [*zip(xs[0], ys[0]), (xs[0, 0], ys[0, 0])])
    polygon = ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))")
    found = kept(PolygonMask((bytes(polygon.ExportToWkb()),), wkt(epsg), "plots"), grid)
    assert 0.2 < found.mean() < 0.8
    places = zip(*(of.ravel() for of in projected(*centres(grid), 32618, epsg)))
    for is_kept, (x, y) in zip(found.ravel().tolist(), places):
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(x, y)
        is_on_edge = polygon.Boundary().Distance(point) < {4326: 2e-6}.get(epsg, 0.2)
        assert is_on_edge or is_kept == polygon.Contains(point)


def test_polygons_elsewhere_keep_nothing():
    assert not kept(polygons(f"POLYGON({rectangle(100, 104, 106, 100)})")).any()


@pytest.mark.parametrize("texts", [(), ("POINT(368001 4306999)",), ("POLYGON EMPTY", "LINESTRING(0 0, 1 1)")])
def test_layer_without_polygons_is_refused(texts):
    with pytest.raises(RasterError, match="plots holds no polygon"):
        kept(polygons(*texts))


def test_nothing_is_said_where_polygons_and_image_have_a_crs():
    log = Log()
    kept(polygons(f"POLYGON({rectangle(0, 4, 6, 0)})"), progress=log)
    assert not log.warnings


def test_polygons_without_crs_are_taken_for_those_of_the_image():
    log = Log()
    assert kept(polygons(f"POLYGON({rectangle(0, 4, 6, 0)})", epsg=None), progress=log).all()
    assert "plots has no coordinate reference system" in log.warnings[0]


def test_polygon_that_cannot_be_projected_is_named():
    with pytest.raises(RasterError, match="mask plots cannot be projected"):
        kept(polygons("POLYGON((-77 0, -76 0, -76 95, -77 95, -77 0))", epsg=4326))
