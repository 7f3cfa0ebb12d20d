"""Spectral angles are those of SPy, near 0 more exact, and defined where SPy gives NaN."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from spectral import spectral_angles

from neon_aop.core.compute.imageset import ImageState
from neon_aop.core.compute.memory import PixelStore
from neon_aop.core.compute.threads import using_threads
from neon_aop.core.constants import NODATA
from neon_aop.core.errors import ParameterError, TableError
from neon_aop.core.files.neon.cleaning import BandChoice
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.inputs.imageinput import ImageInput
from neon_aop.core.methods.spectralangle import SpectralAngles, read_limits, write_spectral_angles
from neon_aop.core.progress import Progress
from neon_aop.core.spectra.classes import SpectralClasses
from neon_aop.tests.tiles import LEFT, TOP, map_info, random_cube, write_tile
from neon_aop.tests.tiles import NODATA as TILE_NODATA

BANDS = 30
EVERY_BAND = BandChoice(rule=1, windows=())


class Log(Progress):
    def __init__(self):
        self.warnings = []

    def warn(self, text):
        self.warnings.append(text)


def classes_of(spectra, numbers=None, names=None):
    spectra = np.asarray(spectra, float)
    numbers = np.arange(1, len(spectra) + 1) if numbers is None else np.asarray(numbers)
    bands = Bands.of(np.linspace(400, 2400, spectra.shape[1]))
    return SpectralClasses(numbers, spectra, bands, np.zeros(len(spectra), np.int64), given_names=names or {})


def angles_of(function, values, offset=0.0):
    values = np.asarray(values)
    grid = Grid(len(values), 1)
    bands = Bands.of(np.full(values.shape[1], np.nan))
    pixels = Pixels(values, np.ones((1, len(values)), bool), grid, bands, 1e-4, offset)
    return function(ImageState(pixels), slice(0, len(values)))


@pytest.fixture
def pixels():
    return np.random.default_rng(1).integers(-50, 9000, (5000, 40)).astype(np.int16)


@pytest.fixture
def spectra():
    return np.random.default_rng(2).uniform(0.01, 0.9, (7, 40))


def spy_angles(pixels, spectra):
    # SPy's products of integers overflow.
    return spectral_angles(pixels[np.newaxis].astype(np.float64), spectra)[0]


def test_every_angle_is_that_of_spy(pixels, spectra):
    found = angles_of(SpectralAngles(classes_of(spectra), every_angle=True), pixels)
    np.testing.assert_allclose(found[1:].T, spy_angles(pixels, spectra), rtol=0, atol=1e-6)


def test_the_class_is_that_of_the_smallest_angle(pixels, spectra):
    expected = spy_angles(pixels, spectra)
    for every_angle in (False, True):
        numbers = np.arange(2, 16, 2)
        found = angles_of(SpectralAngles(classes_of(spectra, numbers), every_angle=every_angle), pixels)
        np.testing.assert_array_equal(found[0], numbers[expected.argmin(axis=1)])
    found = angles_of(SpectralAngles(classes_of(spectra)), pixels)
    np.testing.assert_allclose(found[1], expected.min(axis=1), rtol=0, atol=1e-6)


def test_pixels_beyond_the_largest_angle_are_unclassified(pixels, spectra):
    expected = spy_angles(pixels, spectra)
    limit = float(np.median(expected.min(axis=1)))
    found = angles_of(SpectralAngles(classes_of(spectra), np.full(7, limit)), pixels)
    is_within = expected.min(axis=1) <= limit
    np.testing.assert_array_equal(found[0], np.where(is_within, expected.argmin(axis=1) + 1, 0))
    np.testing.assert_allclose(found[1], expected.min(axis=1), rtol=0, atol=1e-6)


def test_with_a_limit_for_each_class_the_nearest_of_those_within_theirs_counts(pixels, spectra):
    expected = spy_angles(pixels, spectra)
    limits = np.quantile(expected, [0.1, 0.9, 0.3, 0.0, 0.5, 0.2, 0.05])
    found = angles_of(SpectralAngles(classes_of(spectra), limits), pixels)
    allowed = np.where(expected <= limits, expected, np.inf)
    is_within = np.isfinite(allowed).any(axis=1)
    np.testing.assert_array_equal(found[0], np.where(is_within, allowed.argmin(axis=1) + 1, 0))
    assert 0 < np.count_nonzero(~is_within) < len(pixels)


@pytest.mark.parametrize("every_angle", [False, True])
def test_small_angles_keep_their_digits(every_angle):
    spectrum = np.random.default_rng(3).uniform(0.1, 0.9, 40)
    other = np.random.default_rng(4).uniform(-1, 1, 40)
    other -= other @ spectrum / (spectrum @ spectrum) * spectrum
    other *= np.linalg.norm(spectrum) / np.linalg.norm(other)
    wanted = np.array([0.0, 1e-12, 1e-9, 1e-6, 3e-5, 9.9e-4, 2e-3])
    values = 5000 * (np.cos(wanted)[:, np.newaxis] * spectrum + np.sin(wanted)[:, np.newaxis] * other)
    function = SpectralAngles(classes_of([spectrum, other]), every_angle=every_angle)
    np.testing.assert_allclose(angles_of(function, values)[1], wanted, rtol=1e-6, atol=1e-15)


def test_brightness_does_not_matter(pixels, spectra):
    one = angles_of(SpectralAngles(classes_of(spectra)), pixels[:100].astype(np.float64))
    other = angles_of(SpectralAngles(classes_of(7 * spectra)), pixels[:100] / 1024)
    np.testing.assert_allclose(one, other, rtol=1e-6)


def test_an_offset_of_stored_values_counts(pixels, spectra):
    found = angles_of(SpectralAngles(classes_of(spectra), every_angle=True), pixels, offset=0.3)
    np.testing.assert_allclose(found[1:].T, spy_angles(pixels * 1e-4 + 0.3, spectra), rtol=0, atol=1e-6)


def test_a_pixel_that_is_zero_in_all_bands_has_no_angle(spectra):
    values = np.zeros((3, 40), np.int16)
    values[1] = 7
    for function in (
        SpectralAngles(classes_of(spectra)),
        SpectralAngles(classes_of(spectra), np.full(7, 3.0)),
        SpectralAngles(classes_of(spectra), every_angle=True),
    ):
        assert np.isnan(angles_of(function, values)).all(axis=0).tolist() == [True, False, True]


def test_of_spectra_of_the_same_shape_the_first_counts(pixels, spectra):
    alike = np.vstack([spectra, 3.1 * spectra[2], spectra[0] / 7])
    for limits in (None, np.full(9, 3.0)):
        found = angles_of(SpectralAngles(classes_of(alike), limits), pixels)
        np.testing.assert_array_equal(found[0], spy_angles(pixels, spectra).argmin(axis=1) + 1)


def test_a_spectrum_that_is_zero_in_all_bands_is_refused(spectra):
    spectra[3] = 0
    with pytest.raises(TableError, match="The spectrum 4 shade is zero in all bands, so that there is no angle to it"):
        SpectralAngles(classes_of(spectra, names={4: "shade"}))


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("", None),
        (" ", None),
        ("0.1", [0.1, 0.1]),
        ("0.1, 0.2", [0.1, 0.2]),
        ("0;3.1", [0, 3.1]),
        ("0,1; 0,25", [0.1, 0.25]),
    ],
)
def test_limits_are_one_number_or_one_for_each_class(text, limits):
    found = read_limits(text, classes_of(np.eye(2)))
    assert found is None if limits is None else found.tolist() == limits


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x", 'The largest angle is "x"; give an angle in radians, from 0 to 3.14'),
        ("-0.1", "give an angle in radians"),
        ("nan", "give an angle in radians"),
        ("5", "give an angle in radians"),
        ("0.1, 0.1, 0.2", "There are 3 largest angles for 2 classes"),
    ],
)
def test_other_limits_are_refused(text, message):
    with pytest.raises(ParameterError, match=message):
        read_limits(text, classes_of(np.eye(2)))


@pytest.fixture
def tile(tmp_path):
    return write_tile(tmp_path / "a.h5", random_cube(bands=BANDS))


def write(tmp_path, classes, tiles=("a.h5",), **settings):
    chosen = ImageInput(tiles=tuple(str(tmp_path / name) for name in tiles))
    with chosen.open(EVERY_BAND) as source:
        store = PixelStore(str(tmp_path), 500)
        return write_spectral_angles(
            tmp_path / "classes.tif", classes, source, store, angles_path=tmp_path / "angles.tif", **settings
        )


def read(path):
    return gdal.Open(str(path)).ReadAsArray()


def test_rasters_have_classes_and_angles_where_there_are_data(tmp_path, tile):
    spectra = np.random.default_rng(5).uniform(0.1, 0.9, (3, BANDS))
    found = write(tmp_path, classes_of(spectra, [2, 4, 5], {4: "ash"}), every_angle=True)
    valid = (tile != TILE_NODATA).all(axis=2)
    expected = spy_angles(tile.reshape(-1, BANDS), spectra).reshape(*valid.shape, 3)
    numbers = np.array([2, 4, 5])[expected.argmin(axis=2)]
    np.testing.assert_array_equal(read(tmp_path / "classes.tif"), np.where(valid, numbers, 0))
    angles = read(tmp_path / "angles.tif")
    np.testing.assert_allclose(angles[:, valid].T, expected[valid], rtol=0, atol=1e-6)
    assert (angles[:, ~valid] == NODATA).all()
    assert found.classes.counts.tolist() == [np.count_nonzero(valid & (numbers == number)) for number in (2, 4, 5)]
    of_angles, of_classes = (gdal.Open(str(tmp_path / name)) for name in ("angles.tif", "classes.tif"))
    assert of_angles.GetRasterBand(2).GetDescription() == "Spectral angle to 4 ash (radians)"
    band = of_classes.GetRasterBand(1)
    # GDAL 3.6 knows the names only once something else was asked for.
    assert band.GetNoDataValue() == 0
    assert band.GetCategoryNames()[4] == "4 - ash"


def test_unclassified_pixels_are_0_and_no_data_is_another_number(tmp_path, tile):
    spectra = np.random.default_rng(5).uniform(0.1, 0.9, (3, BANDS))
    expected = spy_angles(tile.reshape(-1, BANDS), spectra).min(axis=1).reshape(tile.shape[:2])
    valid = (tile != TILE_NODATA).all(axis=2)
    limit = float(np.median(expected[valid]))
    found = write(tmp_path, classes_of(spectra), limits=np.full(3, limit))
    numbers = read(tmp_path / "classes.tif")
    np.testing.assert_array_equal(numbers == 0, valid & (expected > limit))
    np.testing.assert_array_equal(numbers == 255, ~valid)
    assert found.unclassified == np.count_nonzero(numbers == 0)


def test_where_tiles_overlap_the_first_counts_also_when_it_is_unclassified(tmp_path, tile):
    extent = np.array([LEFT + 10, LEFT + 34, TOP - 20, TOP])
    place = {"texts": {"Map_Info": map_info(left=LEFT + 10)}, "attributes": {"Spatial_Extent_meters": extent}}
    write_tile(tmp_path / "b.h5", np.full_like(tile, 500), **place)
    spectra = np.ones((1, BANDS))
    write(tmp_path, classes_of(spectra), tiles=("a.h5", "b.h5"), limits=np.array([0.01]))
    numbers = read(tmp_path / "classes.tif")
    valid = (tile != TILE_NODATA).all(axis=2)
    assert (numbers[:, :24][valid] == 0).all()
    assert (numbers[:, 24:] == 1).all()
    assert (numbers[:, 10:24][~valid[:, 10:]] == 1).all()


def test_spectra_of_the_same_shape_are_named(tmp_path, tile):
    log = Log()
    write(
        tmp_path, classes_of([np.arange(1, 31), np.ones(30), np.arange(2, 62, 2)], names={1: "a", 3: "b"}), progress=log
    )
    assert log.warnings == ["The spectra 1 a and 3 b have the same shape; all pixels go to the former."]


def test_results_do_not_depend_on_the_number_of_threads(tmp_path, tile):
    spectra = np.random.default_rng(5).uniform(0.1, 0.9, (3, BANDS))
    written = []
    for threads in (1, 3):
        with using_threads(threads):
            write(tmp_path, classes_of(spectra), every_angle=True)
        written.append((tmp_path / "angles.tif").read_bytes() + (tmp_path / "classes.tif").read_bytes())
    assert written[0] == written[1]
