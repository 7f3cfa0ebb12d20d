"""Regions of scatters, as masks and as outlines."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import ogr

from neon_aop.core.errors import RasterError
from neon_aop.core.files.raster.writer import RasterWriter
from neon_aop.core.methods.scatter.brushing import Brushed, in_polygon, outlines, write_mask
from neon_aop.core.methods.scatter.sample import sample_bands, sample_components
from neon_aop.tests.core.methods.scatter.images import GRID, stored

SQUARE = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])


def test_mask_holds_all_brushed_pixels_of_the_image(raster, values, store, few, tmp_path):
    sample = sample_bands(raster, store)
    write_mask(sample, Brushed(sample.axes, (0, 1), (SQUARE, SQUARE - 2)), tmp_path / "mask.tif", store)
    inside = np.zeros(values[0].shape, bool)
    for low in (0, -2):
        inside |= ((values[:2] >= low) & (values[:2] < low + 1)).all(axis=0)
    np.testing.assert_array_equal(stored(tmp_path / "mask.tif"), inside)


def test_mask_of_components_agrees_with_the_sample(raster, store, tmp_path):
    sample = sample_components(raster, store)
    brushed = Brushed(sample.axes, (2, 0), (SQUARE,))
    write_mask(sample, brushed, tmp_path / "mask.tif", store)
    found = stored(tmp_path / "mask.tif")[sample.rows, sample.columns]
    np.testing.assert_array_equal(found, brushed.holds(sample.values))
    assert 0 < found.sum() < len(found)


def test_outlines_hold_the_pixels_of_the_mask_and_begin_with_the_largest(tmp_path):
    mask = np.zeros((40, 60), np.uint8)
    mask[3, 5], mask[10:12, 20:23] = 1, 1
    with RasterWriter(tmp_path / "mask.tif", GRID, np.uint8, nodata=0) as writer:
        writer.write(mask)
    areas = [ogr.CreateGeometryFromWkb(wkb).Area() for wkb in outlines(tmp_path / "mask.tif")]
    assert areas == [6.0, 1.0]


def test_outlines_of_a_missing_mask_are_refused(tmp_path):
    with pytest.raises(RasterError, match="cannot be opened"):
        outlines(tmp_path / "none.tif")


@pytest.mark.parametrize(
    ("point", "is_inside"),
    [((0.5, 0.5), True), ((0.0, 0.5), True), ((1.0, 0.5), False), ((0.5, 1.5), False), ((-1.0, 0.0), False)],
)
def test_point_in_a_square(point, is_inside):
    assert in_polygon(np.array([point]), SQUARE).tolist() == [is_inside]


def test_self_crossing_polygon_has_a_hole():
    star = np.array([[np.sin(angle), np.cos(angle)] for angle in np.arange(5) * 4 * np.pi / 5])
    inside = in_polygon(np.array([[0.0, 0.0], [0.0, 0.8]]), star)
    assert inside.tolist() == [False, True]


def test_concave_polygon_is_as_ogr_sees_it():
    rng = np.random.default_rng(3)
    angles = np.sort(rng.uniform(0, 2 * np.pi, 30))
    polygon = (rng.uniform(0.2, 1, 30) * [np.cos(angles), np.sin(angles)]).T
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for corner in [*polygon, polygon[0]]:
        ring.AddPoint_2D(*corner)
    shape = ogr.Geometry(ogr.wkbPolygon)
    shape.AddGeometry(ring)
    points = rng.uniform(-1, 1, (500, 2))
    expected = [shape.Contains(ogr.CreateGeometryFromWkt(f"POINT ({x} {y})")) for x, y in points]
    assert in_polygon(points, polygon).tolist() == expected
