"""Merged class rasters and centres, and the sieve against a plain search for patches."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from scipy import ndimage

from neon_aop.core.compute.memory import PixelStore
from neon_aop.core.errors import Cancelled, ParameterError
from neon_aop.core.files.raster.categories import Categories
from neon_aop.core.files.raster.choice import RasterChoice
from neon_aop.core.files.raster.classes import write_classes
from neon_aop.core.image.bands import Bands
from neon_aop.core.inputs import classrasters
from neon_aop.core.inputs.classrasters import RasterClasses
from neon_aop.core.methods import merging
from neon_aop.core.methods.mergerules import KnownClasses, MergedClasses, merge, parse_rules
from neon_aop.core.methods.merging import known_classes, merge_centres, read_classes, write_merged
from neon_aop.core.progress import Progress
from neon_aop.core.spectra.classes import SpectralClasses
from neon_aop.tests.classrasters import grid_of, with_names, write_class_raster

pytestmark = pytest.mark.usefixtures("gdal_exceptions")

SHAPE = (60, 80)


def patchy(seed=0, shape=SHAPE):
    """Classes 1 to 4 in patches of all sizes, and some pixels without class."""
    rng = np.random.default_rng(seed)
    fields = ndimage.gaussian_filter(rng.normal(size=(4, *shape)), (0, 1, 1))
    return np.where(rng.random(shape) < 0.05, 0, np.argmax(fields, axis=0) + 1).astype(np.uint8)


def merged_raster(tmp_path, values, rules, smallest=0, diagonal=False, describe=lambda band: None, progress=None):
    path = write_class_raster(tmp_path / "classes.tif", values, describe=describe)
    source, grid, progress = RasterClasses(RasterChoice.of(path)), grid_of(values.shape), progress or Progress()
    stored = read_classes(source, grid, PixelStore(str(tmp_path), 1), progress)
    known = known_classes(source, stored.numbers, None)
    merged = merge(parse_rules(rules, known), known, source.categories)
    counts = write_merged(tmp_path / "merged.tif", stored, merged, smallest, diagonal, progress)
    dataset = gdal.Open(str(tmp_path / "merged.tif"))
    band = dataset.GetRasterBand(1)
    return counts, band.ReadAsArray(), Categories.of(band)


@pytest.fixture(params=[False, True], ids=["whole", "blocks"])
def blocks(request, monkeypatch):
    if request.param:
        monkeypatch.setattr(classrasters, "WINDOW_BLOCK", (16, 16))
        monkeypatch.setattr(classrasters, "WINDOW_PIXELS", 500)


@pytest.mark.usefixtures("blocks")
def test_classes_are_merged_named_and_counted(tmp_path):
    values = patchy()
    counts, found, categories = merged_raster(
        tmp_path, values, "2+4=forest #1b7837, 3=9", describe=with_names("water", "a", "road")
    )
    np.testing.assert_array_equal(found, np.array([0, 1, 2, 9, 2])[values])
    assert counts.tolist() == np.bincount(found.ravel())[1:].tolist()
    assert categories.names == {1: "water", 2: "forest", 9: "road"}
    assert categories.colours[2] == (0x1B, 0x78, 0x37)


@pytest.mark.parametrize("smallest", [0, 5])
def test_unclassified_pixels_stay_unclassified(tmp_path, smallest):
    values = patchy()
    source, nodata = tmp_path / "source.tif", 255
    codes = np.where(values == 0, nodata, values - 1).astype(np.uint8)
    write_classes(
        source, grid_of(SHAPE), codes, [1, 1, 1], [(1, 1, 1)] * 3, ["a", "b", "c"], unclassified=int((codes == 0).sum())
    )
    choice = RasterClasses(RasterChoice.of(source))
    stored = read_classes(choice, grid_of(SHAPE), PixelStore(str(tmp_path), 1), Progress())
    known = known_classes(choice, stored.numbers, None)
    merged = merge(parse_rules("1+2=x", known), known, choice.categories)
    counts = write_merged(tmp_path / "merged.tif", stored, merged, smallest, False, Progress())
    dataset = gdal.Open(str(tmp_path / "merged.tif"))
    band = dataset.GetRasterBand(1)
    found = band.ReadAsArray()
    assert band.GetNoDataValue() == nodata
    np.testing.assert_array_equal(found == nodata, values == 0)
    assert counts.tolist() == [(found == number).sum() for number in (1, 2, 3)]
    assert Categories.of(band).names == {0: "unclassified", 1: "x", 3: "c"}
    if not smallest:
        np.testing.assert_array_equal(found[values > 0], np.array([0, 1, 1, 3])[values[values > 0] - 1])


@pytest.mark.parametrize(("values", "rules", "smallest"), [([1, 1, 1, 1], "1=0", 0), ([0, 0, 1, 0], "", 2)])
def test_all_pixels_can_be_unclassified(tmp_path, values, rules, smallest):
    describe = lambda band: band.SetCategoryNames(["unclassified", "a"])  # noqa: E731
    source = write_class_raster(tmp_path / "source.tif", np.array([values], np.uint8), nodata=255, describe=describe)
    choice = RasterClasses(RasterChoice.of(source))
    stored = read_classes(choice, grid_of((1, 4)), PixelStore(str(tmp_path), 1), Progress())
    known = known_classes(choice, stored.numbers, None)
    merged = merge(parse_rules(rules, known), known, choice.categories)
    counts = write_merged(tmp_path / "merged.tif", stored, merged, smallest, False, Progress())
    assert counts.sum() == 0
    dataset = gdal.Open(str(tmp_path / "merged.tif"))
    np.testing.assert_array_equal(dataset.ReadAsArray(), 0)
    assert "nan" not in str(Categories.of(dataset.GetRasterBand(1)).names)


def test_large_class_numbers(tmp_path):
    values = np.where(patchy() == 3, 65535, 300).astype(np.uint16)
    _, found, _ = merged_raster(tmp_path, values, "300=64000")
    assert found.dtype == np.uint16
    np.testing.assert_array_equal(found, np.where(values == 300, 64000, values))


def patches_of(classes, diagonal):
    """Yield each patch as a mask."""
    structure = np.ones((3, 3)) if diagonal else None
    for number in np.unique(classes[classes > 0]):
        labels, count = ndimage.label(classes == number, structure)
        yield from (labels == label for label in range(1, count + 1))


def beside(patch, diagonal):
    return ndimage.binary_dilation(patch, np.ones((3, 3)) if diagonal else None) & ~patch


@pytest.mark.parametrize("diagonal", [False, True])
@pytest.mark.parametrize("smallest", [2, 9])
def test_small_patches_are_gone_and_no_data_stays(tmp_path, smallest, diagonal):
    values = patchy()
    _, found, _ = merged_raster(tmp_path, values, "", smallest, diagonal)
    np.testing.assert_array_equal(found == 0, values == 0)
    for patch in patches_of(values, diagonal):
        if patch.sum() >= smallest:
            # What is large enough stays.
            assert (found[patch] == values[patch]).all()
    for patch in patches_of(found, diagonal):
        # A small patch is only left where there is nothing else beside it.
        assert patch.sum() >= smallest or not found[beside(patch, diagonal)].any()
    assert (found != values).any()


def test_a_patch_joins_the_largest_one_beside_it(tmp_path):
    values = np.full((5, 9), 1, np.uint8)
    values[:, 5:] = 2
    values[2, 4:6] = 3
    _, found, _ = merged_raster(tmp_path, values, "", 3)
    assert (found[2, 4:6] == 1).all()


def test_patches_are_those_after_merging(tmp_path):
    values = np.full((4, 4), 1, np.uint8)
    values[1, 1], values[1, 2] = 2, 3
    _, found, _ = merged_raster(tmp_path, values, "2+3=x", 2)
    np.testing.assert_array_equal(found, np.where(values == 3, 2, values))


def test_raster_without_data_is_told(tmp_path):
    with pytest.raises(ParameterError, match="classes has no valid pixel"):
        merged_raster(tmp_path, np.zeros((3, 3), np.uint8), "")


class CancelAfter(Progress):
    def __init__(self, share):
        self._share, self._done = share, 0.0

    def report(self, fraction):
        self._done = max(self._done, fraction)

    def cancelled(self):
        return self._done >= self._share


def test_sieve_can_be_cancelled(tmp_path):
    """Reading reports up to 1 as well, so the sieve is called alone."""
    classes = patchy(shape=(500, 400)).astype(np.uint16)
    with pytest.raises(Cancelled):
        merging._sieve(classes, 5, False, CancelAfter(0.1))


def centres(counts):
    spectra = np.array([[0.1, 0.2], [0.3, 0.4], [0.5, 0.9], [0.0, 1.0]])
    return SpectralClasses(np.array([1, 2, 5, 6]), spectra, Bands.of([500.0, 600.0]), np.array(counts), None)


def test_centres_are_weighted_with_their_pixels():
    found = merge_centres(centres([10, 30, 0, 5]), MergedClasses({1: 3, 2: 3, 5: 5, 6: 1}, {}, {}), 1e-4)
    assert found.numbers.tolist() == [1, 3, 5]
    assert found.counts.tolist() == [5, 40, 0]
    np.testing.assert_allclose(found.centres, [[0.0, 1.0], [0.25, 0.35], [0.5, 0.9]], rtol=1e-15)
    assert found.areas_ha == [0.0005, 0.004, 0.0]


def test_what_becomes_unclassified_has_no_centre(tmp_path):
    categories = Categories({0: "unclassified"})
    known = KnownClasses([0, 1, 2, 5, 6], categories)
    saved = centres([10, 30, 0, 5])
    found = merge_centres(saved, merge(parse_rules("2=0", known), known, categories), 0.0001)
    kept = saved.numbers != 2
    np.testing.assert_array_equal(found.numbers, saved.numbers[kept])
    np.testing.assert_array_equal(found.centres, saved.centres[kept])
    found.write(tmp_path / "merged.csv")
    np.testing.assert_array_equal(SpectralClasses.read(tmp_path / "merged.csv").counts, saved.counts[kept])


def test_centres_of_classes_without_pixels_have_a_plain_mean():
    found = merge_centres(centres([0, 0, 0, 0]), MergedClasses({1: 1, 2: 1, 5: 1, 6: 2}, {}, {}), None)
    np.testing.assert_allclose(found.centres, [[0.3, 0.5], [0.0, 1.0]], rtol=1e-15)
    assert found.areas_ha == [None, None]
