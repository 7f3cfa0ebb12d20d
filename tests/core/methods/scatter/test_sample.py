"""Samples of images for scatters."""

from __future__ import annotations

import numpy as np
import pytest

from neon_aop.core.errors import ParameterError, TableError
from neon_aop.core.files.raster.choice import RasterChoice
from neon_aop.core.files.raster.writer import RasterWriter
from neon_aop.core.inputs.classrasters import NO_NUMBER
from neon_aop.core.inputs.imageinput import ImageInput
from neon_aop.core.methods.scatter.sample import (
    MOST_COMPONENTS,
    classes_of,
    first_sample,
    sample_bands,
    sample_components,
    value_at,
)
from neon_aop.tests.core.methods.scatter.images import GRID, NODATA, written
from neon_aop.tests.tiles import write_tile


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
    assert sample.axes.count == sample.values.shape[1] <= MOST_COMPONENTS


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
