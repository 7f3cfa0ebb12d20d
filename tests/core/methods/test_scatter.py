"""Samples of images for scatters, and regions of these."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal, ogr

from neon_aop.core.compute.memory import PixelStore
from neon_aop.core.errors import ParameterError, RasterError, TableError
from neon_aop.core.files.raster.choice import RasterChoice
from neon_aop.core.files.raster.ramp import ramp_colours
from neon_aop.core.files.raster.writer import RasterWriter
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.inputs.classrasters import NO_NUMBER
from neon_aop.core.inputs.imageinput import ImageInput
from neon_aop.core.methods import scatter
from neon_aop.core.methods.scatter import (
    HIGHLIGHT,
    Brushed,
    DensityPicture,
    classes_of,
    first_sample,
    in_polygon,
    outlines,
    sample_bands,
    sample_components,
    value_at,
    write_mask,
)
from neon_aop.tests.tiles import write_tile

GRID = Grid(60, 40, 368000.0, 4306000.0, 1.0, 1.0)
SQUARE = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])
NODATA = -9999


@pytest.fixture
def store(tmp_path):
    return PixelStore(str(tmp_path))


@pytest.fixture
def few(monkeypatch):
    """Make samples of about 100 pixels."""
    monkeypatch.setattr(scatter, "SAMPLE_PIXELS", 100)


@pytest.fixture
def values():
    """Values of a raster, shape (bands, rows, columns), the second of which depends on the first."""
    rng = np.random.default_rng(7)
    values = rng.normal(size=(3, GRID.height, GRID.width)).astype(np.float32)
    values[1] += 3 * values[0]
    return values


@pytest.fixture
def raster(tmp_path, values):
    return written(tmp_path / "raster.tif", values)


def written(path, values, wavelengths=None, dtype=np.float32):
    spectral = None if wavelengths is None else Bands.of(wavelengths)
    with RasterWriter(path, GRID, dtype, bands=len(values), nodata=NODATA, spectral=spectral) as writer:
        writer.write(values.astype(dtype))
    return ImageInput(raster=RasterChoice(str(path)))


def stored(path):
    return gdal.Open(str(path)).ReadAsArray()


def test_sample_holds_the_values_of_its_pixels(raster, values, store, few):
    sample = sample_bands(raster, store, (3, 1))
    assert 80 < len(sample) <= 100
    np.testing.assert_array_equal(sample.values[:, 0], values[2][sample.rows, sample.columns])
    np.testing.assert_array_equal(sample.values[:, 1], values[0][sample.rows, sample.columns])


def test_small_image_is_sampled_whole(raster, store):
    assert len(sample_bands(raster, store)) == GRID.width * GRID.height


def test_one_pixel_is_drawn_from_each_part(raster, store, few):
    sample = sample_bands(raster, store)
    rows, columns = sample.parts
    np.testing.assert_array_equal(np.sort(sample.part), np.arange(rows * columns))
    np.testing.assert_array_equal(sample.part // columns, sample.rows * rows // GRID.height)


def test_the_same_sample_is_drawn_again(raster, store, few):
    first, again = (sample_bands(raster, store) for _ in range(2))
    np.testing.assert_array_equal(first.values, again.values)


def test_pixels_without_data_are_left_out(tmp_path, values, store):
    values[1, :, :10] = NODATA
    sample = sample_bands(written(tmp_path / "gaps.tif", values), store)
    assert sample.columns.min() == 10
    assert len(sample) == 50 * GRID.height


def test_more_are_drawn_where_few_pixels_have_data(tmp_path, values, store, few):
    values[:, :, 20:] = NODATA
    sample = sample_bands(written(tmp_path / "sparse.tif", values), store)
    assert len(sample) > 70


def test_image_without_data_is_refused(tmp_path, values, store):
    values[:] = NODATA
    with pytest.raises(ParameterError, match="no valid pixel"):
        sample_bands(written(tmp_path / "empty.tif", values), store)


def test_single_band_is_refused(tmp_path, values, store):
    with pytest.raises(ParameterError, match="one band, and a scatter needs two"):
        sample_bands(written(tmp_path / "one.tif", values[:1]), store)


def test_missing_band_is_named(raster, store):
    with pytest.raises(TableError, match="no band 9"):
        sample_bands(raster, store, (1, 9))


def test_components_are_those_of_the_covariance(raster, values, store):
    sample = sample_components(raster, store)
    pixels = values.reshape(3, -1).astype(np.float64)
    expected = np.linalg.eigvalsh(np.cov(pixels))[::-1]
    np.testing.assert_allclose(sample.values.var(axis=0, ddof=1), expected)
    np.testing.assert_allclose(np.corrcoef(sample.values.T), np.eye(3), atol=1e-9)


def test_tile_is_shown_in_components_at_first(tmp_path, store):
    write_tile(tmp_path / "tile.h5")
    sample = first_sample(ImageInput(tiles=(str(tmp_path / "tile.h5"),)), store)
    assert sample.axes.transform is not None
    assert sample.axes.count == sample.values.shape[1] <= scatter.MOST_COMPONENTS


def test_raster_without_wavelengths_is_shown_in_its_first_bands(raster, store):
    sample = first_sample(raster, store)
    assert sample.axes.transform is None
    assert sample.axes.bands.numbers.tolist() == [1, 2]


def test_bands_are_red_and_infrared_by_default(tmp_path, values, store):
    image = written(tmp_path / "spectral.tif", values, wavelengths=[550.0, 662.0, 858.0])
    assert sample_bands(image, store).axes.bands.wavelengths.tolist() == [662.0, 858.0]


def test_pixel_has_the_values_that_it_has_in_the_sample(raster, store):
    sample = sample_components(raster, store)
    found = value_at(sample, sample.rows[5], sample.columns[5], store)
    np.testing.assert_allclose(found, sample.values[5])


def test_pixel_without_data_has_no_value(tmp_path, values, store):
    values[0, 3, 4] = NODATA
    sample = sample_bands(written(tmp_path / "gap.tif", values), store)
    assert value_at(sample, 3, 4, store) is None


def test_classes_are_those_of_the_pixels(tmp_path, raster, store, few):
    numbers = np.arange(GRID.width * GRID.height).reshape(1, GRID.height, GRID.width) % 5
    written(tmp_path / "classes.tif", numbers, dtype=np.int16)
    sample = sample_bands(raster, store)
    found = classes_of(sample, RasterChoice(str(tmp_path / "classes.tif")))
    np.testing.assert_array_equal(found, numbers[0][sample.rows, sample.columns])


def test_pixel_beyond_the_classes_has_none(tmp_path, raster, store):
    with RasterWriter(tmp_path / "part.tif", GRID.window(slice(0, 40), slice(0, 30)), np.uint8) as writer:
        writer.write(np.ones((40, 30), np.uint8))
    sample = sample_bands(raster, store)
    found = classes_of(sample, RasterChoice(str(tmp_path / "part.tif")))
    np.testing.assert_array_equal(found, np.where(sample.columns < 30, 1, NO_NUMBER))


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


def test_brushed_parts_are_shown_where_the_pixels_lie(raster, store, few):
    sample = sample_bands(raster, store)
    chosen = sample.rows < GRID.height / 2
    shown = sample.shown(chosen)
    assert shown.shape == sample.parts
    np.testing.assert_array_equal(np.flatnonzero(shown.ravel()), np.sort(sample.part[chosen]))


def test_places_are_centres_of_pixels(raster, store, few):
    sample = sample_bands(raster, store)
    np.testing.assert_array_equal(sample.places[:, 0], 368000.5 + sample.columns)
    np.testing.assert_array_equal(sample.places[:, 1], 4305999.5 - sample.rows)


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


POINTS = np.array([[0.5, 0.5], [0.6, 0.4], [0.4, 0.6], [2.5, 1.5], [9.0, 9.0]])
VIEW = (0.0, 3.0, 0.0, 2.0)


def test_density_is_in_the_colours_of_the_ramp():
    picture = DensityPicture((0, 0, 0)).draw(POINTS, VIEW, (2, 3))
    assert picture[0, 0].tolist() == [*ramp_colours()[-1], 255]
    assert 0 < picture[1, 2, 1] < picture[0, 0, 1]
    assert (picture[..., 3] > 0).tolist() == [[True, False, False], [False, False, True]]


def test_cell_has_the_colour_of_its_most_frequent_class():
    classes = np.array([2, 1, 2, NO_NUMBER, 1])
    colours = {1: (10, 0, 0), 2: (20, 0, 0)}
    picture = DensityPicture((7, 7, 7), colours).draw(POINTS, VIEW, (2, 3), classes)
    assert picture[0, 0].tolist() == [20, 0, 0, 255]
    assert picture[1, 2, :3].tolist() == [7, 7, 7]
    assert picture[0, 1].tolist() == [0, 0, 0, 0]


def test_of_equally_frequent_classes_the_first_is_shown():
    picture = DensityPicture((0, 0, 0), {1: (10, 0, 0), 2: (20, 0, 0)}).draw(POINTS[:2], VIEW, (2, 3), np.array([2, 1]))
    assert picture[0, 0, 0] == 10


def test_marked_points_are_highlighted():
    marked = np.array([False, False, False, True, False])
    picture = DensityPicture((0, 0, 0)).draw(POINTS, VIEW, (2, 3), marked=marked)
    assert picture[1, 2].tolist() == [*HIGHLIGHT, 255]
    assert picture[0, 0, :3].tolist() != list(HIGHLIGHT)


def test_picture_without_points_is_empty():
    picture = DensityPicture((0, 0, 0)).draw(np.empty((0, 2)), VIEW, (2, 3), np.empty(0, int))
    assert not picture.any()
