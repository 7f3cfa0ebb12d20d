import numpy as np
import pytest
from osgeo import gdal

from neon_aop.core.compute.imageset import ImageState
from neon_aop.core.compute.memory import PixelStore
from neon_aop.core.constants import COMPOSITES, TRUE_COLOUR
from neon_aop.core.errors import OutputError, ParameterError, RasterError
from neon_aop.core.files.raster.choice import RasterChoice
from neon_aop.core.files.raster.writer import RasterWriter
from neon_aop.core.image.bands import Bands, bands_at
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.inputs import openedraster
from neon_aop.core.inputs.imageinput import ImageInput
from neon_aop.core.methods.composite import (
    ColourBands,
    composite_image,
    parse_wavelengths,
    stretch_limits,
    true_colour,
    write_composite,
)
from neon_aop.core.progress import Progress
from neon_aop.tests.tiles import LEFT, NODATA, TOP, wavelengths, write_tile

NEON_WAVELENGTHS = 383.884 + 5.0077 * np.arange(426)
INFRARED = (829.6, 549.1, 474.0)
FEW = np.array([474.0, 549.1, 669.3, 829.6, 1400.0])


@pytest.fixture(params=["h5py", "gdal"])
def backend(request):
    return request.param


class Listener(Progress):
    def __init__(self):
        self.warnings = []

    def warn(self, text):
        self.warnings.append(text)


def make_pixels(values, valid=None, wavelengths=INFRARED):
    """Make an image of `values`, shape (rows, columns, bands)."""
    values = np.asarray(values)
    valid = np.ones(values.shape[:2], dtype=bool) if valid is None else np.asarray(valid)
    grid = Grid(values.shape[1], values.shape[0], 368000.0, 4307000.0)
    return Pixels(np.ascontiguousarray(values[valid]), valid, grid, Bands.of(wavelengths))


def ramp(rows=10, columns=10):
    """Three bands that rise from 0 to 99, at different rates."""
    plane = np.arange(rows * columns).reshape(rows, columns)
    return np.stack([plane, 10 * plane, 100 * plane], axis=2).astype(np.int16)


@pytest.mark.parametrize(("number", "bands"), [(0, (58, 34, 19)), (3, (363, 246, 55)), (4, (90, 34, 19))])
def test_composites_of_lessons_are_the_bands_that_neon_shows(number, bands):
    found = bands_at(Bands.of(NEON_WAVELENGTHS), COMPOSITES[number].wavelengths, "tile")
    assert tuple(found + 1) == bands


def test_colour_infrared_shows_near_infrared_red_and_green():
    assert COMPOSITES[1].wavelengths == (829.6, 669.3, 549.1)


# Features of water vapour, the weak ones too (nm).
@pytest.mark.parametrize(("low", "high"), [(890, 990), (1090, 1180), (1340, 1445), (1790, 1955)])
def test_no_composite_shows_light_that_water_vapour_absorbs(low, high):
    assert not [one for one in COMPOSITES if any(low <= wavelength <= high for wavelength in one.wavelengths)]


def test_reads_three_wavelengths():
    assert parse_wavelengths(" 670, 550.5;470 ") == (670.0, 550.5, 470.0)


@pytest.mark.parametrize(
    "text", ["", "670", "670, 550", "670, 550, 470, 400", "red, green, blue", "670, nan, 1", "1, 2, -3"]
)
def test_other_than_three_wavelengths_is_refused(text):
    with pytest.raises(ParameterError, match="three wavelengths"):
        parse_wavelengths(text)


def test_wavelength_far_from_any_band_is_named():
    with pytest.raises(ParameterError, match="no band at 2200 nm; the nearest lies at 1400.0 nm"):
        bands_at(Bands.of(FEW), (669, 549, 2200), "few")


def test_wide_bands_may_lie_farther_off():
    wide = Bands.of([480.0, 560.0, 660.0], fwhm=[60.0, 60.0, 60.0])
    assert bands_at(wide, (684.0, 549.0, 474.0), "wide").tolist() == [2, 1, 0]


def test_bands_without_wavelengths_are_refused():
    with pytest.raises(RasterError, match="does not say at which wavelengths"):
        bands_at(Bands.of([np.nan] * 3), TRUE_COLOUR.wavelengths, "plain")


def test_limits_are_the_percentiles_of_each_band():
    values = ramp().reshape(-1, 3)
    np.testing.assert_array_equal(stretch_limits(values, 2, 98), np.percentile(values, [2, 98], axis=0))


def test_many_pixels_give_nearly_the_same_limits_as_all():
    values = np.random.default_rng(0).normal(1000, 200, (700_000, 3))
    np.testing.assert_allclose(stretch_limits(values), np.percentile(values, [2, 98], axis=0), rtol=0.01)


def test_limits_can_be_those_of_all_bands_together():
    values = ramp().reshape(-1, 3)
    low, high = np.percentile(values, [2, 98])
    np.testing.assert_array_equal(stretch_limits(values, 2, 98, alike=True), [[low] * 3, [high] * 3])


@pytest.mark.parametrize(("low", "high"), [(98, 2), (5, 5), (-1, 98), (2, 101)])
def test_percentiles_out_of_order_are_refused(low, high):
    with pytest.raises(ParameterError, match="percentiles"):
        stretch_limits(ramp().reshape(-1, 3), low, high)


def test_full_stretch_uses_all_shades_in_each_band():
    image = composite_image(make_pixels(ramp()), 0, 100)
    assert image.dtype == np.uint8
    expected = np.rint(np.arange(100) / 99 * 255).reshape(10, 10)
    for band in range(3):
        np.testing.assert_array_equal(image[:, :, band], expected)


def test_values_beyond_the_percentiles_are_darkest_and_brightest():
    image = composite_image(make_pixels(ramp()), 10, 90)
    assert (image[0, :9, :3] == 0).all()
    assert (image[9, 1:, :3] == 255).all()


def test_grey_stays_grey_in_true_colour():
    plane = np.arange(100).reshape(10, 10)
    # Dark, except where it is grey: stretched by itself, green would be brighter there than the others.
    values = np.stack([plane, plane // 2, plane // 3], axis=2)
    values[5:] = plane[5:, :, np.newaxis]
    image = composite_image(make_pixels(values, wavelengths=TRUE_COLOUR.wavelengths))
    assert (image[5:, :, 0] == image[5:, :, 1]).all() and (image[5:, :, 1] == image[5:, :, 2]).all()


def test_pixels_without_data_are_transparent():
    valid = np.ones((10, 10), dtype=bool)
    valid[2:4, 5:] = False
    image = composite_image(make_pixels(ramp(), valid))
    np.testing.assert_array_equal(image[:, :, 3], np.where(valid, 255, 0))
    assert not image[~valid].any()


def test_blocks_of_rows_make_one_picture():
    values = np.random.default_rng(1).integers(0, 10000, (600, 7, 3)).astype(np.int16)
    valid = np.random.default_rng(2).random((600, 7)) > 0.3
    image = composite_image(make_pixels(values, valid), 0, 100)
    low, high = values[valid].min(axis=0), values[valid].max(axis=0)
    expected = np.rint((values[valid] - low) / (high - low) * 255)
    np.testing.assert_array_equal(image[valid][:, :3], expected)


def test_band_of_one_value_is_grey():
    image = composite_image(make_pixels(np.full((4, 4, 3), 7, np.int16)))
    assert (image[:, :, :3] == 128).all()


def test_image_without_data_is_transparent():
    image = composite_image(make_pixels(ramp(), np.zeros((10, 10), dtype=bool)))
    assert not image.any()


def test_float_values_are_stretched_like_integers():
    integers = composite_image(make_pixels(ramp()))
    np.testing.assert_array_equal(composite_image(make_pixels(ramp().astype(np.float32) / 10000)), integers)


def thumbnail_of(pixels, longest_side):
    return true_colour(ImageState(pixels), longest_side, pool=None, progress=None)


def test_thumbnail_takes_the_nearest_bands_of_an_image_with_others():
    values = np.random.default_rng(3).integers(0, 10000, (12, 9, 5)).astype(np.int16)
    thumbnail = thumbnail_of(make_pixels(values, wavelengths=FEW), 600)
    chosen = make_pixels(values[:, :, [2, 1, 0]], wavelengths=TRUE_COLOUR.wavelengths)
    np.testing.assert_array_equal(thumbnail, composite_image(chosen))


def test_thumbnail_is_no_longer_than_asked():
    values = np.random.default_rng(4).integers(0, 10000, (50, 23, 5)).astype(np.int16)
    valid = np.random.default_rng(5).random((50, 23)) > 0.2
    thumbnail = thumbnail_of(make_pixels(values, valid, FEW), 20)
    assert thumbnail.shape == (17, 8, 4)
    np.testing.assert_array_equal(thumbnail[:, :, 3] > 0, valid[::3, ::3])


@pytest.mark.parametrize("wavelengths", [[np.nan] * 5, [1500.0, 1600.0, 1700.0, 2000.0, 2100.0]])
def test_no_thumbnail_without_visible_light(wavelengths):
    assert thumbnail_of(make_pixels(np.ones((4, 4, 5), np.int16), wavelengths=wavelengths), 20) is None


@pytest.fixture
def output(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder / "picture.tif"


def written(output, chosen, wavelengths, low=0, high=100, progress=None):
    """Write a composite of an input; return its bands, shape (4, rows, columns), and the bands that were used."""
    with chosen.open(ColourBands(wavelengths), progress) as source:
        store = PixelStore(str(output.parent))
        used = write_composite(output, source, wavelengths, low, high, store, progress)
    return gdal.Open(str(output)).ReadAsArray(), used


def tile_input(path, **settings):
    return ImageInput(tiles=(str(path),), **settings)


def shown(planes, valid):
    """What is shown of three planes, shape (3, rows, columns), each stretched by itself over all its values."""
    pixels = make_pixels(np.moveaxis(planes, 0, 2), valid)
    return np.moveaxis(composite_image(pixels, 0, 100), 2, 0)


def test_shows_the_nearest_bands_of_a_tile_in_their_order(tmp_path, output):
    cube = write_tile(tmp_path / "tile.h5")
    found, used = written(output, tile_input(tmp_path / "tile.h5"), tuple(wavelengths()[[20, 3, 9]]))
    planes = np.moveaxis(cube[:, :, [20, 3, 9]], 2, 0)
    np.testing.assert_array_equal(found, shown(planes, (planes != NODATA).all(axis=0)))
    assert used.numbers.tolist() == [21, 4, 10]


def test_one_band_may_serve_for_several_colours(tmp_path, output):
    write_tile(tmp_path / "tile.h5")
    found, used = written(output, tile_input(tmp_path / "tile.h5"), tuple(wavelengths()[[4, 4, 2]]))
    np.testing.assert_array_equal(found[0], found[1])
    assert used.numbers.tolist() == [5, 5, 3]


def test_shows_only_the_extent(tmp_path, output):
    write_tile(tmp_path / "tile.h5")
    extent = (LEFT + 2, TOP - 8, LEFT + 12, TOP - 3)
    written(output, tile_input(tmp_path / "tile.h5", extent_in=lambda crs: extent), tuple(wavelengths()[:3]))
    dataset = gdal.Open(str(output))
    assert (dataset.RasterXSize, dataset.RasterYSize) == (10, 5)
    assert dataset.GetGeoTransform()[::3] == (extent[0], extent[3])


def test_warns_of_water_vapour(tmp_path, output):
    write_tile(tmp_path / "tile.h5", windows=((1200, 1300), (1790, 1955)))
    listener = Listener()
    written(output, tile_input(tmp_path / "tile.h5"), tuple(wavelengths()[[12, 3, 2]]), progress=listener)
    assert [warning[:26] for warning in listener.warnings] == ["1264.55 nm lies between 12"]


def write_spectral_raster(path, rows=6, columns=8):
    planes = np.random.default_rng(6).integers(0, 10000, (5, rows, columns)).astype(np.int16)
    grid = Grid(columns, rows, 368000.0, 4307000.0)
    with RasterWriter(path, grid, np.int16, bands=5, nodata=-9999, spectral=Bands.of(FEW)) as writer:
        writer.write(planes)
    return planes


@pytest.mark.parametrize("block", [350_000_000, 1])
def test_shows_a_raster_in_one_block_or_many(tmp_path, output, monkeypatch, block):
    monkeypatch.setattr(openedraster, "BLOCK_BYTES", block)
    planes = write_spectral_raster(tmp_path / "raster.tif", 300, 600)
    chosen = ImageInput(raster=RasterChoice(str(tmp_path / "raster.tif")))
    found, _ = written(output, chosen, (1400.0, 669.0, 474.0))
    np.testing.assert_array_equal(found, shown(planes[[4, 2, 0]], np.ones((300, 600), bool)))


def test_written_picture_has_colours_opacity_and_names(tmp_path, output):
    write_spectral_raster(tmp_path / "raster.tif")
    written(output, ImageInput(raster=RasterChoice(str(tmp_path / "raster.tif"))), TRUE_COLOUR.wavelengths)
    dataset = gdal.Open(str(output))
    bands = [dataset.GetRasterBand(number) for number in (1, 2, 3, 4)]
    assert [gdal.GetColorInterpretationName(band.GetColorInterpretation()) for band in bands] == [
        "Red",
        "Green",
        "Blue",
        "Alpha",
    ]
    assert bands[0].GetDescription() == "band 3 (669.3 nm)"
    assert dataset.GetGeoTransform() == (368000.0, 1.0, 0.0, 4307000.0, 0.0, -1.0)


def test_picture_that_cannot_be_written_leaves_nothing(tmp_path):
    write_spectral_raster(tmp_path / "raster.tif")
    chosen = ImageInput(raster=RasterChoice(str(tmp_path / "raster.tif")))
    with chosen.open(ColourBands(INFRARED)) as source, pytest.raises(OutputError, match="none"):
        write_composite(tmp_path / "none" / "p.tif", source, INFRARED, 2, 98, PixelStore(str(tmp_path)))
    assert [path.name for path in tmp_path.iterdir()] == ["raster.tif"]
