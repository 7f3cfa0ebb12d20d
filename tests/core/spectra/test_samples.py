"""Spectra of places: which pixels count, and their statistics."""

from __future__ import annotations

import numpy as np
import pytest

from neon_aop.core.compute.memory import PixelStore
from neon_aop.core.errors import ParameterError
from neon_aop.core.files.neon.cleaning import BandChoice
from neon_aop.core.files.raster.palette import class_colours
from neon_aop.core.inputs.imageinput import ImageInput
from neon_aop.core.inputs.places import places_of_features
from neon_aop.core.inputs.references import ReferenceFeatures
from neon_aop.core.progress import Progress
from neon_aop.core.spectra.classes import SpectralClasses
from neon_aop.core.spectra.samples import ALL, Limits, Tally, read_samples
from neon_aop.tests.classrasters import wkt
from neon_aop.tests.tiles import LEFT, NODATA, TOP, random_cube, wavelengths, write_tile

EVERY_BAND = BandChoice(rule=1, windows=())
BANDS = 60


def box(first_row, first_column, last_row, last_column):
    """Return a polygon of the pixels from one row and column to before others."""
    left, right, top, bottom = LEFT + first_column, LEFT + last_column, TOP - first_row, TOP - last_row
    return f"POLYGON(({left} {bottom}, {right} {bottom}, {right} {top}, {left} {top}, {left} {bottom}))"


@pytest.fixture
def cube(tmp_path):
    cube = random_cube(bands=BANDS, nodata_pixels=0)
    return write_tile(tmp_path / "a.h5", cube)


@pytest.fixture
def sample(tmp_path):
    def sampled(*pairs, limits=ALL):
        from osgeo import ogr

        geometries = [bytes(ogr.CreateGeometryFromWkt(text).ExportToWkb()) for text, _ in pairs]
        features = ReferenceFeatures(geometries, [value for _, value in pairs], wkt(), "plots", "kind")
        with ImageInput(tiles=(str(tmp_path / "a.h5"),)).open(EVERY_BAND) as opened:
            places = places_of_features(features, opened.grid, Progress())
            return read_samples(opened, places, PixelStore(str(tmp_path), 500), Progress(), limits)

    return sampled


def test_mean_deviation_and_range_are_those_of_the_pixels(cube, sample):
    samples = sample((box(0, 0, 8, 9), "oak"), (box(12, 3, 15, 5), "ash"))
    oak = cube[:8, :9].reshape(-1, BANDS) / 10_000
    spread = samples.spread(samples.of_class(2))
    assert spread.count == 72
    np.testing.assert_allclose(spread.mean, oak.mean(axis=0), rtol=1e-12)
    np.testing.assert_allclose(spread.deviation, oak.std(axis=0, ddof=1), rtol=1e-12)
    np.testing.assert_allclose([spread.low, spread.high], np.percentile(oak, (5, 95), axis=0), rtol=1e-12)


def test_one_pixel_has_no_deviation(cube, sample):
    samples = sample((f"POINT({LEFT + 3.5} {TOP - 2.5})", "oak"))
    spread = samples.spread(samples.of_class(1))
    np.testing.assert_allclose(spread.mean, cube[2, 3] / 10_000)
    assert np.isnan(spread.deviation).all()


def test_each_feature_has_its_pixels_also_where_they_overlap(cube, sample):
    samples = sample((box(0, 0, 4, 4), "oak"), (box(2, 2, 6, 6), "oak"))
    means = {feature: samples.spread(pixels).mean for feature, pixels in samples.by_feature()}
    np.testing.assert_allclose(means[0], cube[:4, :4].mean(axis=(0, 1)) / 10_000)
    np.testing.assert_allclose(means[1], cube[2:6, 2:6].mean(axis=(0, 1)) / 10_000)
    assert len(samples) == 28


def test_classes_have_centres_counts_and_names(cube, sample):
    samples = sample((box(0, 0, 8, 9), "oak"), (box(9, 0, 9.9, 1), "ash"))
    classes = samples.spectral_classes()
    oak = cube[:8, :9].reshape(-1, BANDS) / 10_000
    assert classes.numbers.tolist() == [1, 2]
    assert classes.counts.tolist() == [1, 72]
    np.testing.assert_allclose(classes.centres[1], oak.mean(axis=0), rtol=1e-12)
    assert classes.hints == ["ash", "oak"]
    assert classes.pixel_area_ha == pytest.approx(1e-4, rel=1e-2)


def test_named_classes_are_read_as_they_were_written(cube, sample, tmp_path):
    classes = sample((box(0, 0, 3, 3), "oak, red"), (box(9, 0, 12, 5), "ash")).spectral_classes()
    classes.write(tmp_path / "spectra.csv")
    read = SpectralClasses.read(tmp_path / "spectra.csv")
    assert read.given_names == {1: "ash", 2: "oak, red"}
    np.testing.assert_array_equal(read.centres, classes.centres)


def test_pixels_without_data_are_counted_by_class(tmp_path, sample):
    cube = random_cube(bands=BANDS, nodata_pixels=0)
    cube[0, :5] = NODATA
    cube[9, 2, 40] = NODATA
    write_tile(tmp_path / "a.h5", cube)
    samples = sample((box(0, 0, 2, 6), "oak"), (box(9, 2, 10, 3), "ash"), ("POINT(0 0)", "elm"))
    assert samples.tallies == {
        1: Tally(features=1, no_data=1),
        2: Tally(features=1, outside=1),
        3: Tally(features=1, pixels=7, no_data=5),
    }
    assert samples.numbers.tolist() == [3]
    assert (samples.places.rows * 24 + samples.places.columns).tolist() == [5, 24, 25, 26, 27, 28, 29]
    np.testing.assert_array_equal(samples.values, cube[samples.places.rows, samples.places.columns])


def test_dark_and_bare_pixels_are_left_out(cube, sample):
    red, near_infrared = (int(np.abs(wavelengths(BANDS) - wanted).argmin()) for wanted in (668, 858))
    values = cube[:8, :9].reshape(-1, BANDS) / 10_000
    ndvi = (values[:, near_infrared] - values[:, red]) / (values[:, near_infrared] + values[:, red])
    samples = sample((box(0, 0, 8, 9), 1), limits=Limits(ndvi=0.2))
    assert 0 < len(samples) == (ndvi >= 0.2).sum()
    samples = sample((box(0, 0, 8, 9), 1), limits=Limits(brightness=0.6))
    assert 0 < len(samples) == (values.mean(axis=1) >= 0.6).sum()
    assert samples.tallies[1].below_limits == 72 - len(samples)


def test_pixels_at_just_the_limit_are_used(tmp_path, cube, sample):
    red, near_infrared = (int(np.abs(wavelengths(BANDS) - wanted).argmin()) for wanted in (668, 858))
    cube[0, 0], cube[0, 0, red], cube[0, 0, near_infrared] = 2300, 2000, 3000
    cube[0, 1] = 2300
    write_tile(tmp_path / "a.h5", cube)
    point, other = "POINT(368000.5 4306999.5)", "POINT(368001.5 4306999.5)"
    assert len(sample((point, 1), limits=Limits(ndvi=0.2))) == 1
    assert len(sample((other, 1), limits=Limits(brightness=0.23))) == 1


def test_places_that_all_lie_elsewhere_are_refused(cube, sample):
    with pytest.raises(ParameterError, match="none of the places lies in .*; choose others"):
        sample(("POINT(0 0)", 1))


def test_limits_that_leave_nothing_are_refused(cube, sample):
    with pytest.raises(ParameterError, match="No place of .* is as green or bright as asked for; choose lower limits"):
        sample((box(0, 0, 8, 9), 1), limits=Limits(brightness=2.0))


def test_named_classes_have_the_colours_of_their_numbers(cube, sample, tmp_path):
    classes = sample((box(0, 0, 3, 3), "oak"), (box(9, 0, 12, 5), "ash")).spectral_classes()
    classes.write(tmp_path / "spectra.csv")
    assert classes.colours == SpectralClasses.read(tmp_path / "spectra.csv").colours == class_colours(2)
