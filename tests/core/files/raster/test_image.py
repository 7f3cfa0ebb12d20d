import numpy as np
import pytest
from osgeo import gdal, osr

from neon_aop.core.compute.threads import using_threads
from neon_aop.core.constants import NODATA
from neon_aop.core.errors import Cancelled, ParameterError, RasterError
from neon_aop.core.files.raster.choice import RasterChoice
from neon_aop.core.files.raster.image import RasterImage
from neon_aop.core.files.raster.writer import (
    FEW_VALUES_OPTIONS,
    IMAGE_NAME,
    REFLECTANCE_SCALE_FACTOR,
    RasterWriter,
    stored_as_reflectance,
)
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.progress import Progress
from neon_aop.tests.tiles import write_tile

pytestmark = pytest.mark.usefixtures("gdal_exceptions")

ROWS, COLUMNS = 30, 50
TRANSFORM = (317000.0, 1.0, 0.0, 4880000.0, 0.0, -1.0)


@pytest.fixture
def stored():
    """Three bands of integers, shape (bands, rows, columns), none of them -9999."""
    return np.random.default_rng(1).integers(0, 15000, (3, ROWS, COLUMNS)).astype(np.int16)


def make(path, array, driver="GTiff", options=(), transform=TRANSFORM, epsg=32619, nodata=None, data_type=None):
    """Create a raster with GDAL alone and return it, open for more."""
    from osgeo import gdal_array

    data_type = data_type or gdal_array.NumericTypeCodeToGDALTypeCode(array.dtype.type)
    bands, rows, columns = array.shape
    dataset = gdal.GetDriverByName(driver).Create(str(path), columns, rows, bands, data_type, list(options))
    if transform:
        dataset.SetGeoTransform(transform)
    if epsg:
        crs = osr.SpatialReference()
        crs.ImportFromEPSG(epsg)
        dataset.SetProjection(crs.ExportToWkt())
    if nodata is not None:
        for band in range(bands):
            dataset.GetRasterBand(band + 1).SetNoDataValue(nodata)
    dataset.WriteArray(array)
    return dataset


def made(path, array, **settings):
    """Create a raster and return its path."""
    dataset = make(path, array, **settings)
    dataset.FlushCache()
    return path


def read(source, **settings):
    with RasterImage(source) as image:
        return image.read_pixels(**settings)


def write_cleaned(path, stored, factor=10000, change=None):
    reflectance = stored_as_reflectance(stored, factor)
    reflectance[:, 2, 3] = NODATA
    if change is not None:
        reflectance[0, 0, 0] = change
    grid = Grid(COLUMNS, ROWS)
    metadata = {REFLECTANCE_SCALE_FACTOR: str(factor)}
    with RasterWriter(
        path, grid, np.float32, len(stored), NODATA, metadata=metadata, options=FEW_VALUES_OPTIONS
    ) as writer:
        writer.write(reflectance)
    return reflectance


def as_pixels(array):
    return array.reshape(len(array), -1).T


SMALL_BLOCKS = ("TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16", "INTERLEAVE=BAND")


class CancelAtOnce(Progress):
    def cancelled(self):
        return True


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16", "uint32", "int32", "float32", "float64"])
def test_types_stay(tmp_path, stored, dtype):
    array = (stored % 200).astype(dtype)
    pixels = read(made(tmp_path / "r.tif", array))
    assert pixels.values.dtype == dtype
    assert pixels.values.flags.c_contiguous
    np.testing.assert_array_equal(pixels.values, as_pixels(array))


def test_signed_bytes_stay(tmp_path):
    array = np.arange(-100, 100, dtype=np.int8).reshape(2, 10, 10)
    if hasattr(gdal, "GDT_Int8"):
        path = made(tmp_path / "r.tif", array, data_type=gdal.GDT_Int8)
    else:
        path = made(tmp_path / "r.tif", array.view(np.uint8), options=["PIXELTYPE=SIGNEDBYTE"])
    np.testing.assert_array_equal(read(path).values, as_pixels(array))


LAYOUTS = {
    "band tiles": {"options": ["INTERLEAVE=BAND", "TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16", "COMPRESS=DEFLATE"]},
    "pixel tiles": {"options": ["INTERLEAVE=PIXEL", "TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16", "INTERLEAVE=BAND"]},
    "pixel strips": {"options": ["INTERLEAVE=PIXEL"]},
    "one strip": {"options": ["INTERLEAVE=BAND", f"BLOCKYSIZE={ROWS}", "COMPRESS=LZW"]},
    "ENVI lines": {"driver": "ENVI", "options": ["INTERLEAVE=BIL"]},
    "ENVI pixels": {"driver": "ENVI", "options": ["INTERLEAVE=BIP"]},
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("threads", [1, 3])
def test_every_layout_gives_the_same_pixels(tmp_path, stored, layout, threads, monkeypatch):
    monkeypatch.setattr("neon_aop.core.files.raster.reading._PIECE_BYTES", 2000)
    many = np.concatenate([stored + step for step in range(15)])
    many[37, 8, 9] = -9999
    path = made(tmp_path / "r", many, nodata=-9999, **LAYOUTS[layout])
    window = (slice(5, 27), slice(3, 49))
    with using_threads(threads):
        pixels = read(path, window=window, indices=[40, 2, 37])
    expected = many[[40, 2, 37], 5:27, 3:49]
    assert np.flatnonzero(~pixels.valid).tolist() == [3 * 46 + 6]
    np.testing.assert_array_equal(pixels.values, np.delete(as_pixels(expected), 3 * 46 + 6, axis=0))


def test_grid(tmp_path, stored):
    with RasterImage(made(tmp_path / "tile.tif", stored)) as image:
        assert image.grid.geotransform == TRANSFORM
        assert (image.grid.width, image.grid.height) == (COLUMNS, ROWS)
        assert osr.SpatialReference(image.grid.crs).GetAuthorityCode(None) == "32619"
        assert image.grid.metres_per_unit == 1.0
        assert image.name == "tile"


@pytest.mark.parametrize(("file", "name"), [("OUTPUT", "SERC 368000_4306000"), ("north", "north")])
def test_temporary_file_is_called_what_it_shows(tmp_path, stored, file, name):
    dataset = make(tmp_path / f"{file}.tif", stored)
    dataset.SetMetadata({IMAGE_NAME: "SERC 368000_4306000"})
    dataset.FlushCache()
    del dataset
    with RasterImage(tmp_path / f"{file}.tif") as image:
        assert image.name == name


def test_grid_of_a_window(tmp_path, stored):
    grid = read(made(tmp_path / "r.tif", stored), window=(slice(4, 9), slice(10, 30))).grid
    assert (grid.left, grid.top, grid.width, grid.height) == (317010.0, 4879996.0, 20, 5)


@pytest.mark.parametrize(("epsg", "metres"), [(2263, 0.3048006096012192), (4326, None), (None, None)])
def test_length_of_a_unit(tmp_path, stored, epsg, metres):
    with RasterImage(made(tmp_path / "r.tif", stored, epsg=epsg)) as image:
        assert image.grid.metres_per_unit == pytest.approx(metres)


def test_picture_without_coordinates_can_be_read(tmp_path, stored):
    with RasterImage(made(tmp_path / "r.tif", stored, transform=None, epsg=None)) as image:
        assert image.grid == Grid(COLUMNS, ROWS)


@pytest.mark.parametrize("transform", [(0, 1, 0.1, 0, 0.1, -1), (5, 1, 0, 5, 0, 1), (5, -1, 0, 5, 0, -1)])
def test_rotated_and_flipped_rasters_are_refused(tmp_path, stored, transform):
    path = made(tmp_path / "r.tif", stored, transform=transform)
    with pytest.raises(RasterError, match="rotated or not north up.*warp it"):
        RasterImage(path)


def test_raster_with_control_points_only_is_refused(tmp_path, stored):
    dataset = make(tmp_path / "r.tif", stored, transform=None, epsg=None)
    dataset.SetGCPs([gdal.GCP(1, 1, 0, 0, 0), gdal.GCP(2, 1, 0, 1, 0), gdal.GCP(1, 2, 0, 0, 1)], "")
    dataset.FlushCache()
    with pytest.raises(RasterError, match="ground control points"):
        RasterImage(tmp_path / "r.tif")


def test_pixel_with_no_data_in_one_band_is_left_out(tmp_path, stored):
    stored[1, 4, 5] = -9999
    pixels = read(made(tmp_path / "r.tif", stored, nodata=-9999))
    assert pixels.valid.shape == (ROWS, COLUMNS)
    assert np.argwhere(~pixels.valid).tolist() == [[4, 5]]
    np.testing.assert_array_equal(pixels.values, as_pixels(stored)[pixels.valid.ravel()])


def test_no_data_of_a_band_that_is_not_read_does_not_count(tmp_path, stored):
    stored[1, 4, 5] = -9999
    assert read(made(tmp_path / "r.tif", stored, nodata=-9999), indices=[0, 2]).valid.all()


def test_each_band_has_its_own_no_data(tmp_path):
    ones = np.ones((1, ROWS, COLUMNS), np.int16)
    first, second = ones.copy(), ones.copy()
    first[0, 0, 0], first[0, 0, 1], second[0, 0, 2], second[0, 0, 3] = -1, -2, -2, -1
    paths = [
        str(made(tmp_path / "1.tif", first, nodata=-1)),
        str(made(tmp_path / "2.tif", second, nodata=-2)),
    ]
    gdal.BuildVRT(str(tmp_path / "both.vrt"), paths, separate=True).FlushCache()
    assert np.flatnonzero(~read(tmp_path / "both.vrt").valid).tolist() == [0, 2]


@pytest.mark.parametrize("nodata", [NODATA, np.nan, None])
def test_nan_and_infinity_count_as_no_data(tmp_path, stored, nodata):
    array = stored.astype(np.float32)
    array[0, 0, 0], array[1, 0, 1], array[2, 0, 2] = np.nan, np.inf, -np.inf
    pixels = read(made(tmp_path / "r.tif", array, nodata=nodata))
    assert np.flatnonzero(~pixels.valid).tolist() == [0, 1, 2]


def test_no_data_is_compared_in_the_type_of_the_values(tmp_path, stored):
    array = stored.astype(np.float32)
    array[0, 0, 0] = 0.1
    assert np.flatnonzero(~read(made(tmp_path / "r.tif", array, nodata=0.1)).valid).tolist() == [0]


def test_no_data_that_the_type_cannot_hold_is_ignored(tmp_path, stored):
    path = made(tmp_path / "r.tif", stored.astype(np.uint16), nodata=-9999)
    assert read(path).valid.all()


def test_mask_excludes_pixels(tmp_path, stored):
    dataset = make(tmp_path / "r.tif", stored)
    dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
    mask = np.full((ROWS, COLUMNS), 255, np.uint8)
    mask[7, 8] = 0
    dataset.GetRasterBand(1).GetMaskBand().WriteArray(mask)
    dataset = None
    assert np.argwhere(~read(tmp_path / "r.tif").valid).tolist() == [[7, 8]]


def test_opacity_excludes_pixels_and_is_no_band(tmp_path, stored):
    colours = np.full((4, ROWS, COLUMNS), 255, np.uint8)
    colours[3, 7, 8] = 0
    pixels = read(made(tmp_path / "r.tif", colours, options=["ALPHA=YES", "PHOTOMETRIC=RGB"]))
    assert pixels.values.shape == (ROWS * COLUMNS - 1, 3)
    assert np.argwhere(~pixels.valid).tolist() == [[7, 8]]


def test_raster_without_valid_pixels_gives_none(tmp_path):
    assert len(read(made(tmp_path / "r.tif", np.zeros((2, 5, 5), np.int16), nodata=0))) == 0


def test_one_scale_for_all_bands_leaves_values_as_stored(tmp_path, stored):
    dataset = make(tmp_path / "r.tif", stored)
    for band in (1, 2, 3):
        dataset.GetRasterBand(band).SetScale(1e-4)
        dataset.GetRasterBand(band).SetOffset(-0.1)
    dataset = None
    pixels = read(tmp_path / "r.tif")
    assert pixels.values.dtype == np.int16
    assert (pixels.scale, pixels.offset) == (1e-4, -0.1)


@pytest.mark.parametrize(("dtype", "result"), [("int16", "float32"), ("int32", "float64"), ("float64", "float64")])
def test_different_scales_are_applied(tmp_path, stored, dtype, result):
    dataset = make(tmp_path / "r.tif", stored.astype(dtype))
    for band, scale in ((1, 0.5), (2, 0.25)):
        dataset.GetRasterBand(band).SetScale(scale)
    dataset.GetRasterBand(3).SetOffset(7.0)
    dataset = None
    pixels = read(tmp_path / "r.tif")
    assert pixels.values.dtype == result
    assert (pixels.scale, pixels.offset) == (1.0, 0.0)
    np.testing.assert_array_equal(pixels.values, as_pixels(stored) * [0.5, 0.25, 1] + [0, 0, 7])


def test_cleaned_reflectance_comes_back_as_the_stored_integers(tmp_path):
    every_value = np.arange(-32768, 32768).astype(np.int16)
    stored = np.resize(every_value, (44, ROWS, COLUMNS))
    write_cleaned(tmp_path / "clean.tif", stored)
    with RasterImage(tmp_path / "clean.tif") as image:
        assert image.dtype == np.int16
        pixels = image.read_pixels()
    assert pixels.values.dtype == np.int16
    assert pixels.scale == 1 / 10000
    np.testing.assert_array_equal(pixels.values, as_pixels(stored)[pixels.valid.ravel()])
    assert np.argwhere(~pixels.valid).tolist() == [[2, 3]]


@pytest.mark.parametrize("change", [0.12345678, 3.3, -1e30])
def test_reflectance_that_was_changed_is_read_as_it_is(tmp_path, stored, change):
    reflectance = write_cleaned(tmp_path / "clean.tif", stored, change=change)
    pixels = read(tmp_path / "clean.tif")
    assert pixels.values.dtype == np.float32
    assert pixels.scale == 1.0
    np.testing.assert_array_equal(pixels.values, as_pixels(reflectance)[pixels.valid.ravel()])


@pytest.mark.parametrize("factor", ["-1", "nan", "many"])
def test_senseless_scale_factor_is_ignored(tmp_path, stored, factor):
    dataset = make(tmp_path / "r.tif", stored.astype(np.float32))
    dataset.SetMetadataItem(REFLECTANCE_SCALE_FACTOR, factor)
    dataset = None
    assert read(tmp_path / "r.tif").values.dtype == np.float32


def test_wavelengths_written_by_the_writer_come_back(tmp_path, stored):
    spectral = Bands.of([450.123456789, 668.1, np.nan], fwhm=[5.5, np.nan, np.nan], numbers=[7, 58, 400])
    with RasterWriter(tmp_path / "r.tif", Grid(COLUMNS, ROWS), np.int16, 3, spectral=spectral) as writer:
        writer.write(stored)
    with RasterImage(tmp_path / "r.tif") as image:
        np.testing.assert_array_equal(image.bands.numbers, spectral.numbers)
        np.testing.assert_array_equal(image.bands.wavelengths, spectral.wavelengths)
        np.testing.assert_array_equal(image.bands.fwhm, spectral.fwhm)


def test_bands_and_their_wavelengths_are_chosen_together(tmp_path, stored):
    spectral = Bands.of([450.0, 550.0, 650.0], numbers=[7, 8, 9])
    with RasterWriter(tmp_path / "r.tif", Grid(COLUMNS, ROWS), np.int16, 3, spectral=spectral) as writer:
        writer.write(stored)
    bands = read(tmp_path / "r.tif", indices=[2, 0]).bands
    assert bands.names == ["band 9 (650.0 nm)", "band 7 (450.0 nm)"]


@pytest.mark.parametrize(
    ("metadata", "domain"),
    [
        ({"CENTRAL_WAVELENGTH_UM": "0.6681", "FWHM_UM": "0.0055"}, "IMAGERY"),
        ({"wavelength": "668.1", "wavelength_units": "Nanometers", "fwhm": "5.5"}, ""),
        ({"wavelength": "0.6681", "wavelength_units": "Micrometers", "fwhm": "0.0055"}, ""),
        ({"Wavelength": "0.6681", "FWHM": "0.0055"}, ""),
    ],
)
def test_wavelength_of_a_band_in_each_convention(tmp_path, stored, metadata, domain):
    dataset = make(tmp_path / "r.tif", stored)
    dataset.GetRasterBand(2).SetMetadata(metadata, domain)
    dataset = None
    with RasterImage(tmp_path / "r.tif") as image:
        np.testing.assert_allclose(image.bands.wavelengths, [np.nan, 668.1, np.nan])
        np.testing.assert_allclose(image.bands.fwhm, [np.nan, 5.5, np.nan])


@pytest.mark.parametrize(
    ("names", "wavelengths", "numbers"),
    [
        (["band 10 (450.5 nm)", "band 58 (668.1 nm)", "band 60"], [450.5, 668.1, np.nan], [10, 58, 60]),
        (["Band 1 (0.45 Micrometers)", "red", "nm"], [450, np.nan, np.nan], [1, 2, 3]),
        (["PC 1", "PC 2", "PC 3"], [np.nan] * 3, [1, 2, 3]),
        (["band 4", "band 4", "band 5"], [np.nan] * 3, [1, 2, 3]),
    ],
)
def test_wavelengths_and_numbers_in_names(tmp_path, stored, names, wavelengths, numbers):
    dataset = make(tmp_path / "r.tif", stored)
    for band, name in enumerate(names, start=1):
        dataset.GetRasterBand(band).SetDescription(name)
    dataset = None
    with RasterImage(tmp_path / "r.tif") as image:
        np.testing.assert_allclose(image.bands.wavelengths, wavelengths)
        assert image.bands.numbers.tolist() == numbers


@pytest.mark.parametrize("unit", ["Nanometers", "Micrometers", None])
def test_wavelengths_in_a_header_of_envi(tmp_path, stored, unit):
    made(tmp_path / "r.img", stored, driver="ENVI")
    factor = 1e-3 if unit == "Micrometers" else 1
    lines = [
        "wavelength = {" + ", ".join(f"{value * factor:.5f}" for value in (450, 550, 650)) + "}",
        "fwhm = {" + ", ".join([f"{5 * factor:.5f}"] * 3) + "}",
    ]
    with (tmp_path / "r.hdr").open("a") as header:
        header.write("\n".join([*lines, f"wavelength units = {unit}" if unit else ""]) + "\n")
    with RasterImage(tmp_path / "r.img") as image:
        np.testing.assert_allclose(image.bands.wavelengths, [450, 550, 650])


def test_wavelengths_listed_for_the_whole_raster(tmp_path, stored):
    dataset = make(tmp_path / "r.tif", stored)
    dataset.SetMetadata({"wavelength": "{450, 550, 650}", "fwhm": "{5, 6, 7}"})
    dataset = None
    with RasterImage(tmp_path / "r.tif") as image:
        np.testing.assert_allclose(image.bands.wavelengths, [450, 550, 650])
        np.testing.assert_allclose(image.bands.fwhm, [5, 6, 7])


def test_memory_that_is_given_is_used(tmp_path, stored):
    path = made(tmp_path / "r.tif", stored)
    memory = np.memmap(tmp_path / "scratch", np.int16, "w+", shape=(ROWS * COLUMNS, 3))
    assert np.shares_memory(read(path, allocate=lambda shape, dtype: memory).values, memory)


def test_memory_of_a_changed_raster_comes_from_the_same_place(tmp_path, stored):
    write_cleaned(tmp_path / "clean.tif", stored, change=0.12345678)
    asked = []

    def allocate(shape, dtype):
        asked.append((shape, np.dtype(dtype)))
        return np.empty(shape, dtype)

    with RasterImage(tmp_path / "clean.tif") as image:
        first = image.read_pixels(allocate=allocate)
        second = image.read_pixels(allocate=allocate, indices=[1])
    assert asked == [
        ((ROWS * COLUMNS, 3), np.int16),
        ((ROWS * COLUMNS, 3), np.float32),
        ((ROWS * COLUMNS, 1), np.float32),
    ]
    assert first.values.dtype == second.values.dtype == np.float32


def test_bands_without_data_are_left_out_by_name(tmp_path, stored):
    array = np.concatenate([stored, stored + 1])
    array[1] = array[4] = -9999
    array[0, :3], array[3, 5, 5] = -9999, -9999
    said = []

    class Listener(Progress):
        def warn(self, text):
            said.append(text)

    path = made(tmp_path / "r.tif", array, nodata=-9999)
    pixels = read(path, progress=Listener(), leave_out_empty=True)
    kept = array[[0, 2, 3, 5]]
    valid = (kept != -9999).all(axis=0)
    np.testing.assert_array_equal(pixels.valid, valid)
    np.testing.assert_array_equal(pixels.values, kept[:, valid].T)
    assert pixels.values.flags.c_contiguous
    assert pixels.bands.numbers.tolist() == [1, 3, 4, 6]
    assert said == ["2 bands of r have no data in any pixel and are left out: band 2, band 5."]
    assert not read(path).valid.any()


@pytest.mark.parametrize("interleave", ["BAND", "PIXEL"])
@pytest.mark.parametrize("dtype", ["float32", "int16"])
def test_bands_without_data_in_a_part_only_leave_that_part_without_pixels(
    tmp_path, stored, interleave, dtype, monkeypatch
):
    """Blocks in which a band is empty are told from bands that are empty everywhere."""
    monkeypatch.setattr("neon_aop.core.files.raster.reading._PIECE_BYTES", 2000)
    monkeypatch.setattr("neon_aop.core.files.raster.reading._VALUES_AT_ONCE", 500)
    array = np.concatenate([stored + step for step in range(15)]).astype(dtype)
    array[7, :, 20:] = array[30] = -9999
    array[8, 16:] = -9999
    blocks = ["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16", f"INTERLEAVE={interleave}"]
    with using_threads(2):
        pixels = read(made(tmp_path / "r.tif", array, nodata=-9999, options=blocks), leave_out_empty=True)
    kept = np.delete(array, 30, axis=0)
    valid = (kept != -9999).all(axis=0)
    assert 0.1 < valid.mean() < 0.5
    np.testing.assert_array_equal(pixels.valid, valid)
    np.testing.assert_array_equal(pixels.values, kept[:, valid].T)


def test_band_whose_only_data_is_masked_is_left_out(tmp_path, stored):
    stored[1] = -9999
    stored[1, 7, 8] = 5
    keep = np.ones((ROWS, COLUMNS), bool)
    keep[7, 8] = False
    pixels = read(made(tmp_path / "r.tif", stored, nodata=-9999), keep=keep, leave_out_empty=True)
    assert pixels.bands.numbers.tolist() == [1, 3]
    np.testing.assert_array_equal(pixels.valid, keep)


def test_cleaned_raster_with_an_empty_band_comes_back_as_integers(tmp_path, stored):
    reflectance = stored_as_reflectance(stored, 10000)
    reflectance[1] = NODATA
    metadata = {REFLECTANCE_SCALE_FACTOR: "10000"}
    with RasterWriter(tmp_path / "r.tif", Grid(COLUMNS, ROWS), np.float32, 3, NODATA, metadata=metadata) as writer:
        writer.write(reflectance)
    pixels = read(tmp_path / "r.tif", leave_out_empty=True)
    assert pixels.values.dtype == np.int16
    np.testing.assert_array_equal(pixels.values, as_pixels(stored[[0, 2]]))


@pytest.mark.parametrize("options", [(), ("TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"), ("INTERLEAVE=PIXEL",)])
@pytest.mark.parametrize("leave_out_empty", [False, True])
def test_coverage_tells_in_how_many_pixels_each_band_has_data(tmp_path, monkeypatch, options, leave_out_empty):
    monkeypatch.setattr("neon_aop.core.files.raster.reading._BANDS_TOGETHER", 3)
    monkeypatch.setattr("neon_aop.core.files.raster.reading._VALUES_AT_ONCE", 100)
    rng = np.random.default_rng(4)
    # Alike within blocks, so that some of them lack a whole band.
    is_data = np.repeat(np.repeat(rng.random((7, 6, 10)) < 0.6, 5, axis=1), 5, axis=2)
    is_data[2] = False
    is_data[5] = True
    values = np.where(is_data, rng.integers(1, 9, is_data.shape), 0).astype(np.int16)
    keep = rng.random((ROWS, COLUMNS)) < 0.8
    path = made(tmp_path / "r.tif", values, nodata=0, options=options)
    pixels = read(path, keep=keep, leave_out_empty=leave_out_empty)
    expected = is_data[[0, 1, 3, 4, 5, 6]] if leave_out_empty else is_data
    assert pixels.coverage.of_band.tolist() == (expected & keep).sum(axis=(1, 2)).tolist()
    assert pixels.coverage.in_some == (expected & keep).any(axis=0).sum()
    assert pixels.coverage.in_all == len(pixels) == (expected & keep).all(axis=0).sum()


def test_nothing_is_left_of_a_raster_without_any_data(tmp_path):
    pixels = read(made(tmp_path / "r.tif", np.zeros((2, 5, 5), np.int16), nodata=0), leave_out_empty=True)
    assert len(pixels) == 0 and not pixels.valid.any() and len(pixels.bands) == 2


@pytest.mark.parametrize("marks", ["bands", "list", "ENVI"])
def test_bands_that_the_header_marks_as_bad_are_told(tmp_path, stored, marks):
    path = tmp_path / ("r.img" if marks == "ENVI" else "r.tif")
    dataset = make(path, stored, driver="ENVI" if marks == "ENVI" else "GTiff")
    if marks == "bands":
        for number, mark in enumerate(("1", "0", "1.0"), start=1):
            dataset.GetRasterBand(number).SetMetadataItem("bbl", mark)
    elif marks == "list":
        dataset.SetMetadataItem("bbl", "{1, 0, 1}")
    dataset.FlushCache()
    del dataset
    if marks == "ENVI":
        with path.with_suffix(".hdr").open("a") as header:
            header.write("bbl = {1, 0, 1}\n")
    with RasterImage(path) as image:
        assert image.good.tolist() == [0, 2]
        assert image.note_of_bad_bands == "1 band of r is marked as bad in its header (bbl = 0) and left out: band 2."
        assert len(image.read_pixels().bands) == 3


def test_header_that_marks_all_bands_as_bad_is_not_followed(tmp_path, stored):
    dataset = make(tmp_path / "r.tif", stored)
    dataset.SetMetadataItem("bbl", "{0, 0, 0}")
    del dataset
    with RasterImage(tmp_path / "r.tif") as image:
        assert image.good.tolist() == [0, 1, 2]
        assert image.note_of_bad_bands == ""


@pytest.mark.parametrize(
    ("lines", "scale", "offset"),
    [
        ("reflectance scale factor = 10000", 1e-4, 0),
        ("reflectance scale factor = 0", 1, 0),
        ("reflectance scale factor = many", 1, 0),
        ("reflectance scale factor = 10000\ndata gain values = {0.5, 0.5, 0.5}", 0.5, 0),
        ("data gain values = {0.5, 0.5, 0.5}\ndata offset values = {3, 3, 3}", 0.5, 3),
    ],
)
def test_scale_of_reflectance_in_a_header_of_envi(tmp_path, stored, lines, scale, offset):
    made(tmp_path / "r.img", stored, driver="ENVI")
    with (tmp_path / "r.hdr").open("a") as header:
        header.write(lines + "\n")
    pixels = read(tmp_path / "r.img")
    assert (pixels.scale, pixels.offset) == (scale, offset)
    np.testing.assert_array_equal(pixels.values, as_pixels(stored))


@pytest.mark.parametrize(
    "transform",
    [
        (317000.0, 1.0, 1e-15, 4880000.0, -1e-15, -1.0),
        (317000.0, 1.0, -6e-17, 4880000.0, 6e-17, -1.0),
        (317000.0, 1.0, 3e-5, 4880000.0, 1.9e-5, -1.0),
        (-76.0, 1e-5, 1e-20, 38.0, 1e-20, -1e-5),
    ],
)
def test_rotation_of_rounding_size_is_none(tmp_path, stored, transform):
    with RasterImage(made(tmp_path / "r.tif", stored, transform=transform)) as image:
        assert image.grid.geotransform == (*transform[:2], 0, transform[3], 0, transform[5])


@pytest.mark.parametrize("transform", [(0, 1, 1e-4, 0, 0, -1), (-76.0, 1e-5, 1e-9, 38.0, 0, -1e-5)])
def test_rotation_that_moves_a_corner_is_refused(tmp_path, stored, transform):
    with pytest.raises(RasterError, match="rotated or not north up"):
        RasterImage(made(tmp_path / "r.tif", stored, transform=transform))


def test_coordinate_system_of_the_layer_counts(tmp_path, stored):
    feet = osr.SpatialReference()
    feet.ImportFromEPSG(2263)
    path = str(made(tmp_path / "r.tif", stored))
    with RasterImage(RasterChoice(path, crs=feet.ExportToWkt())) as image:
        assert image.grid.crs == feet.ExportToWkt()
        assert image.grid.metres_per_unit == pytest.approx(0.3048006096012192)
    with RasterImage(RasterChoice(path, crs="")) as image:
        assert image.grid.crs == "" and image.grid.metres_per_unit is None


def test_layer_gives_its_name_to_what_is_no_file(tmp_path, stored):
    path = made(tmp_path / "r.tif", stored)
    with RasterImage(RasterChoice(f"GTIFF_DIR:1:{path}", name="north")) as image:
        assert image.name == "north"
    with RasterImage(RasterChoice(str(path), name="north")) as image:
        assert image.name == "r"


def test_source_may_carry_open_options(tmp_path, stored):
    path = made(tmp_path / "r.tif", stored)
    np.testing.assert_array_equal(read(f"{path}|option:NUM_THREADS=2").values, as_pixels(stored))


def test_subdataset_can_be_read(tmp_path, stored):
    path = made(tmp_path / "r.tif", stored)
    np.testing.assert_array_equal(read(f"GTIFF_DIR:1:{path}").values, as_pixels(stored))


def test_progress_ends_at_one(tmp_path, stored):
    seen = []

    class Listener(Progress):
        def report(self, fraction):
            seen.append(fraction)

    read(made(tmp_path / "r.tif", stored), progress=Listener())
    assert seen[-1] == 1.0


def test_cancel(tmp_path, stored):
    with pytest.raises(Cancelled):
        read(made(tmp_path / "r.tif", stored), progress=CancelAtOnce())


def test_cancelling_is_asked_for_block_by_block(tmp_path, stored):
    """On a slow network a piece of many blocks takes long."""
    path = made(tmp_path / "tiled.tif", stored, options=SMALL_BLOCKS)

    class Counted(Progress):
        calls = 0

        def cancelled(self):
            self.calls += 1
            return False

    progress = Counted()
    with using_threads(1):
        read(path, progress=progress)
    rows_of_blocks = -(-ROWS // 16)
    assert progress.calls >= rows_of_blocks * len(stored)


def test_cancelling_in_the_middle_of_a_piece(tmp_path, stored):
    path = made(tmp_path / "tiled.tif", stored, options=SMALL_BLOCKS)

    class AfterBlocks(Progress):
        calls = 0

        def cancelled(self):
            self.calls += 1
            return self.calls >= 4

    with pytest.raises(Cancelled), using_threads(1):
        read(path, progress=AfterBlocks())


@pytest.mark.parametrize("window", [(slice(0, ROWS + 1), slice(0, 5)), (slice(3, 3), slice(0, 5))])
def test_window_outside_is_refused(tmp_path, stored, window):
    with pytest.raises(ParameterError, match="are not within r, which has 30 rows and 50 columns"):
        read(made(tmp_path / "r.tif", stored), window=window)


def test_complex_numbers_are_refused(tmp_path, stored):
    path = made(tmp_path / "r.tif", stored.astype(np.complex64))
    with pytest.raises(RasterError, match="Band 1 of r holds CFloat32"):
        RasterImage(path)


@pytest.mark.parametrize(("method", "value"), [("SetScale", np.nan), ("SetScale", 1e300), ("SetOffset", np.inf)])
def test_scale_or_offset_that_is_no_number_is_refused(tmp_path, stored, method, value):
    dataset = make(tmp_path / "r.tif", stored)
    getattr(dataset.GetRasterBand(2), method)(value)
    dataset.FlushCache()
    with pytest.raises(RasterError, match="Band 2 of r has the scale"):
        RasterImage(tmp_path / "r.tif")


def test_missing_file_is_named(tmp_path, capfd):
    with pytest.raises(RasterError, match="nowhere.tif cannot be opened as a raster"):
        RasterImage(tmp_path / "nowhere.tif")
    assert capfd.readouterr().err == ""


def test_text_file_is_refused(tmp_path):
    (tmp_path / "r.tif").write_text("no raster")
    with pytest.raises(RasterError, match="cannot be opened as a raster"):
        RasterImage(tmp_path / "r.tif")


def test_container_of_several_rasters_is_refused(tmp_path, stored):
    h5py = pytest.importorskip("h5py")
    if gdal.GetDriverByName("HDF5") is None:
        pytest.skip("this GDAL does not read HDF5")
    with h5py.File(tmp_path / "two.h5", "w") as file:
        file["a"], file["b"] = stored[0], stored[1]
    with pytest.raises(RasterError, match="holds several rasters"):
        RasterImage(tmp_path / "two.h5")


def test_missing_source_of_a_virtual_raster_is_named(tmp_path, stored, capfd):
    path = made(tmp_path / "part.tif", stored)
    gdal.BuildVRT(str(tmp_path / "all.vrt"), [str(path)]).FlushCache()
    path.unlink()
    with pytest.raises(RasterError, match=r"Rows 1 to 30 of .*all.vrt cannot be read.*missing"):
        read(tmp_path / "all.vrt")
    assert capfd.readouterr().err == ""


def test_truncated_file_is_an_error(tmp_path, capfd):
    noise = np.random.default_rng(0).integers(0, 2**15, (3, 200, 200)).astype(np.int16)
    path = made(tmp_path / "r.tif", noise, options=["COMPRESS=DEFLATE"])
    path.write_bytes(path.read_bytes()[:150_000])
    with pytest.raises(RasterError, match="r.tif cannot be"):
        read(path)
    assert capfd.readouterr().err == ""


def test_raster_larger_than_memory_is_refused(tmp_path, stored):
    path = made(tmp_path / "small.tif", stored)
    dataset = gdal.BuildVRT(str(tmp_path / "huge.vrt"), [str(path)])
    dataset.FlushCache()
    dataset = None
    text = (tmp_path / "huge.vrt").read_text()
    text = text.replace(f'rasterXSize="{COLUMNS}"', 'rasterXSize="2000000000"', 1)
    (tmp_path / "huge.vrt").write_text(text.replace(f'rasterYSize="{ROWS}"', 'rasterYSize="2000000000"', 1))
    with pytest.raises(RasterError, match="GB of memory"):
        read(tmp_path / "huge.vrt")


@pytest.mark.parametrize(
    "source", ["{}", 'HDF5:"{}"://SERC/Reflectance/Reflectance_Data', 'NETCDF:"{}":/SERC/Reflectance/Reflectance_Data']
)
def test_cube_of_a_tile_that_gdal_opens_sideways_is_refused(tmp_path, source):
    path = tmp_path / "tile.h5"
    write_tile(path)
    with pytest.raises(RasterError, match="sideways.* clean its reflectance"):
        RasterImage(source.format(path))
