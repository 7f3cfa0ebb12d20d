"""Which pixels are valid, by everything that a file, its layer and a parameter can say, against plain NumPy."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal, gdal_array

from neon_aop.core.files.raster.choice import RasterChoice, ValueRange
from neon_aop.core.files.raster.image import RasterImage
from neon_aop.core.files.raster.validity import Validity, range_in

pytestmark = pytest.mark.usefixtures("gdal_exceptions")

ROWS, COLUMNS = 12, 20
LOWEST = float(np.finfo(np.float32).min)


@pytest.fixture
def values():
    """Five bands of values from 1 to 199, shape (bands, rows, columns)."""
    return np.random.default_rng(7).integers(1, 200, (5, ROWS, COLUMNS))


def write(path, array, nodata=(), alpha=None, options=(), describe=lambda dataset: None, driver="GTiff"):
    """Write bands, the no data value of each if there are any, and which one is opacity."""
    kind = gdal_array.NumericTypeCodeToGDALTypeCode(array.dtype.type)
    # Else four bands of bytes would be red, green, blue and opacity.
    options = [*options, "PHOTOMETRIC=MINISBLACK"] if driver == "GTiff" else options
    dataset = gdal.GetDriverByName(driver).Create(str(path), COLUMNS, ROWS, len(array), kind, list(options))
    dataset.SetGeoTransform((0, 1, 0, 0, 0, -1))
    if alpha is not None:
        dataset.GetRasterBand(alpha).SetColorInterpretation(gdal.GCI_AlphaBand)
    for number, value in enumerate(nodata, start=1):
        if value is not None:
            dataset.GetRasterBand(number).SetNoDataValue(value)
    describe(dataset)
    dataset.WriteArray(array)
    dataset.FlushCache()
    return str(path)


def pixels(choice, **settings):
    with RasterImage(choice) as image:
        return image.read_pixels(**settings)


def invalid(choice, **settings):
    return np.argwhere(~pixels(choice, **settings).valid).tolist()


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16", "float32", "float64"])
@pytest.mark.parametrize("bands", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("nodata", [None, 7], ids=["no tag", "tag"])
def test_opacity_counts_in_any_number_of_bands_of_any_type_beside_a_tag(tmp_path, values, dtype, bands, nodata):
    array = np.full((bands + 1, ROWS, COLUMNS), 200, dtype)
    array[:bands] = values[:bands]
    array[:bands][array[:bands] == 7] = 8
    array[bands, 3, 4:6] = 0
    array[bands, 5, 5] = 1
    array[0, 8, 8] = 7
    path = write(tmp_path / "r.tif", array, [nodata] * (bands + 1), alpha=bands + 1)
    found = pixels(path)
    assert found.values.shape[1] == bands
    assert np.argwhere(~found.valid).tolist() == [[3, 4], [3, 5]] + ([[8, 8]] if nodata else [])


def test_opacity_need_not_be_the_last_band(tmp_path, values):
    array = values.astype(np.int16)
    array[1] = 1
    array[1, 2, 3] = 0
    found = pixels(write(tmp_path / "r.tif", array, alpha=2))
    np.testing.assert_array_equal(found.values[0], array[[0, 2, 3, 4], 0, 0])
    assert np.argwhere(~found.valid).tolist() == [[2, 3]]


def test_opacity_that_warping_made_counts(tmp_path, values):
    source = write(tmp_path / "r.tif", values.astype(np.uint16))
    warped = gdal.Warp(str(tmp_path / "w.tif"), source, dstAlpha=True, outputBounds=(-3, -ROWS, COLUMNS, 0), xRes=1)
    warped.FlushCache()
    found = pixels(tmp_path / "w.tif")
    assert found.values.shape == (ROWS * COLUMNS, 5)
    assert not found.valid[:, :3].any()


def test_opacity_of_nan_is_none(tmp_path, values):
    array = values.astype(np.float32)
    array[4, 1, 1] = np.nan
    assert invalid(write(tmp_path / "r.tif", array, alpha=5)) == [[1, 1]]


def test_band_taken_for_opacity_is_told(tmp_path, values):
    with RasterImage(write(tmp_path / "r.tif", values[:4].astype(np.uint8), alpha=4)) as image:
        (note,) = image.notes
    assert "Band 4 of r is taken for opacity" in note and "near infrared" in note and "-colorinterp_4" in note


def test_nothing_is_told_of_plain_bands(tmp_path, values):
    with RasterImage(write(tmp_path / "r.tif", values.astype(np.uint8))) as image:
        assert image.notes == []


def test_each_band_has_its_own_no_data(tmp_path, values):
    array = values[:3].astype(np.int16)
    array[0, 0, :4], array[1, 1, :4] = [-1, -2, -3, 5], [-1, -2, -3, 5]
    parts = [write(tmp_path / f"{band}.tif", array[band : band + 1], [-1 - band]) for band in range(2)]
    parts.append(write(tmp_path / "2.tif", array[2:3]))
    gdal.BuildVRT(str(tmp_path / "r.vrt"), parts, separate=True).FlushCache()
    assert invalid(tmp_path / "r.vrt") == [[0, 0], [1, 1]]


def test_minus_9999_is_data_where_another_value_is_no_data(tmp_path, values):
    array = values.astype(np.float32)
    array[0, 0, 0], array[0, 0, 1] = -9999, -32768
    assert invalid(write(tmp_path / "r.tif", array, [-32768] * 5)) == [[0, 1]]


@pytest.mark.parametrize("tag", [-3.4e38, -3.40282e38, -3.4028234663852886e38, -3.402823e38])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_lowest_float_is_no_data_however_the_header_rounds_it(tmp_path, values, tag, dtype):
    array = values.astype(dtype)
    array[1, 2, 2], array[1, 2, 3] = LOWEST, -9999
    assert invalid(write(tmp_path / "r.tif", array, [tag] * 5)) == [[2, 2]]


def test_lowest_float_is_no_data_beside_bands_of_whole_numbers(tmp_path, values):
    """Together the bands are read as Float64, in which the tag is another number than the value."""
    real = values[:1].astype(np.float32)
    real[0, 4, 4] = LOWEST
    parts = [
        write(tmp_path / "real.tif", real, [-3.4e38]),
        write(tmp_path / "whole.tif", values[1:2].astype(np.int32), [0]),
    ]
    gdal.BuildVRT(str(tmp_path / "r.vrt"), parts, separate=True).FlushCache()
    found = pixels(tmp_path / "r.vrt")
    assert found.values.dtype == np.float64
    assert np.argwhere(~found.valid).tolist() == [[4, 4]]


def test_fraction_is_compared_in_the_type_of_its_band(tmp_path, values):
    real = values[:1].astype(np.float32)
    real[0, 4, 4] = 0.1
    parts = [
        write(tmp_path / "real.tif", real, [0.1]),
        write(tmp_path / "whole.tif", values[1:2].astype(np.int32)),
    ]
    gdal.BuildVRT(str(tmp_path / "r.vrt"), parts, separate=True).FlushCache()
    assert invalid(tmp_path / "r.vrt") == [[4, 4]]


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_no_data_of_20_digits_is_found_rounded(tmp_path, values, dtype):
    array = values.astype(dtype)
    array[0, 0, 0] = 9.969209968386869e36
    assert invalid(write(tmp_path / "r.tif", array, [9.96921e36] * 5)) == [[0, 0]]


@pytest.fixture
def internal_masks():
    """Have GDAL keep masks inside of files, or beside them."""
    before = gdal.GetConfigOption("GDAL_TIFF_INTERNAL_MASK")
    yield lambda choice: gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", choice)
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", before)


def test_mask_of_the_file_counts_beside_a_tag(tmp_path, values, internal_masks):
    internal_masks("NO")
    array = values.astype(np.int16)
    array[2, 6, 6] = 0
    opaque = np.full((ROWS, COLUMNS), 255, np.uint8)
    opaque[7, 7] = 0

    def with_mask(dataset):
        dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
        dataset.GetRasterBand(1).GetMaskBand().WriteArray(opaque)

    assert invalid(write(tmp_path / "r.tif", array, [0] * 5, describe=with_mask)) == [[6, 6], [7, 7]]
    assert (tmp_path / "r.tif.msk").exists()


def test_mask_inside_the_file_counts(tmp_path, values, internal_masks):
    internal_masks("YES")
    opaque = np.full((ROWS, COLUMNS), 255, np.uint8)
    opaque[7, 7] = 0

    def with_mask(dataset):
        dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
        dataset.GetRasterBand(1).GetMaskBand().WriteArray(opaque)

    path = write(tmp_path / "r.tif", values.astype(np.float32), describe=with_mask)
    assert invalid(path) == [[7, 7]]
    assert not (tmp_path / "r.tif.msk").exists()


def test_mask_of_one_band_counts_when_that_band_is_read(tmp_path, values):
    path = write(tmp_path / "r.tif", values.astype(np.int16))
    opaque = np.full((1, ROWS, COLUMNS), 255, np.uint8)
    opaque[0, 9, 9] = 0
    write(tmp_path / "mask.tif", opaque)
    (tmp_path / "r.vrt").write_text(
        f'<VRTDataset rasterXSize="{COLUMNS}" rasterYSize="{ROWS}">'
        + "".join(
            f'<VRTRasterBand dataType="Int16" band="{number}"><SimpleSource><SourceFilename>{path}</SourceFilename>'
            f"<SourceBand>{number}</SourceBand></SimpleSource>{mask}</VRTRasterBand>"
            for number, mask in ((1, ""), (2, _vrt_mask(tmp_path / "mask.tif")))
        )
        + "</VRTDataset>"
    )
    assert invalid(tmp_path / "r.vrt") == [[9, 9]]
    assert invalid(tmp_path / "r.vrt", indices=[0]) == []


def _vrt_mask(path):
    return (
        f'<MaskBand><VRTRasterBand dataType="Byte"><SimpleSource><SourceFilename>{path}</SourceFilename>'
        "<SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></MaskBand>"
    )


@pytest.mark.parametrize("dtype", ["uint8", "int16", "float32"])
@pytest.mark.parametrize("indices", [None, [0, 2]])
def test_no_data_of_all_bands_counts_only_where_all_have_it(tmp_path, values, dtype, indices):
    array = values[:3].astype(dtype)
    array[:, 0, 0], array[:2, 0, 1] = [1, 2, 3], [1, 2]
    array[2, 0, 1] = 4
    path = write(tmp_path / "r.tif", array, describe=lambda of: of.SetMetadataItem("NODATA_VALUES", "1 2 3"))
    assert invalid(path, indices=indices) == [[0, 0]]


def test_no_data_of_all_bands_agrees_with_gdal(tmp_path, values):
    array = (values[:3] % 3).astype(np.uint8)
    path = write(tmp_path / "r.tif", array, describe=lambda of: of.SetMetadataItem("NODATA_VALUES", "0 0 0"))
    dataset = gdal.Open(path)
    mask = dataset.GetRasterBand(1).GetMaskBand().ReadAsArray()
    assert 0 < (mask == 0).sum() < mask.size
    np.testing.assert_array_equal(pixels(path).valid, mask != 0)


@pytest.mark.parametrize("text", ["0 0", "0 0 0 0", "a b c", ""])
def test_no_data_of_all_bands_that_does_not_fit_is_ignored(tmp_path, values, text):
    array = values[:3].astype(np.uint8)
    array[:, 0, 0] = 0
    path = write(tmp_path / "r.tif", array, describe=lambda of: of.SetMetadataItem("NODATA_VALUES", text))
    assert invalid(path) == []


def test_values_that_the_user_added_on_the_layer_count_per_band(tmp_path, values):
    array = values.astype(np.int16)
    array[0, 0, 0], array[1, 0, 1], array[0, 0, 2], array[2, 0, 3] = -9999, -9999, 300, 310
    choice = RasterChoice(
        write(tmp_path / "r.tif", array),
        nodata_ranges={1: [ValueRange(-9999, -9999)], 3: [ValueRange(299.5, 310), ValueRange(400, np.inf)]},
    )
    assert invalid(choice) == [[0, 0], [0, 3]]


def test_range_counts_with_its_ends_and_nothing_beyond(tmp_path):
    array = np.arange(ROWS * COLUMNS, dtype=np.float32).reshape(1, ROWS, COLUMNS) / 10
    ranges = [ValueRange(0.3, 0.6), ValueRange(1, 1.4, False), ValueRange(2, 2.4, with_high=False), ValueRange(23, 1e9)]
    expected = np.isin(np.round(array * 10), [3, 4, 5, 6, 11, 12, 13, 14, 20, 21, 22, 23]) | (array >= 23)
    path = write(tmp_path / "r.tif", array)
    np.testing.assert_array_equal(pixels(RasterChoice(path, nodata_ranges={1: ranges})).valid, ~expected[0])


@pytest.mark.parametrize(("scale", "offset"), [(1e-4, 0.1), (-0.5, 3.0), (2.0, 0.0)])
@pytest.mark.parametrize("dtype", ["int16", "float32"])
def test_values_added_on_the_layer_are_those_after_scale_and_offset(tmp_path, values, dtype, scale, offset):
    """As QGIS shows them, in Float32."""
    array = values[:1].astype(dtype)
    array[0, 0, 0] = -9999

    def scaled(dataset):
        dataset.GetRasterBand(1).SetScale(scale)
        dataset.GetRasterBand(1).SetOffset(offset)

    path = write(tmp_path / "r.tif", array, describe=scaled)
    shown = (array[0] * scale + offset).astype(np.float32)
    fill = float(shown[0, 0])
    assert invalid(RasterChoice(path, nodata_ranges={1: [ValueRange(fill, fill)]})) == [[0, 0]]
    assert invalid(RasterChoice(path, nodata_ranges={1: [ValueRange(round(fill, 4), round(fill, 4))]})) == [[0, 0]]
    low, high = sorted((float(50 * scale + offset), float(80 * scale + offset)))
    for ends in ((True, True), (True, False), (False, True), (False, False)):
        exact = array[0].astype(float) * scale + offset
        above = exact > low - 1e-9 if ends[0] else exact > low + 1e-9
        below = exact < high + 1e-9 if ends[1] else exact < high - 1e-9
        found = pixels(RasterChoice(path, nodata_ranges={1: [ValueRange(low, high, *ends)]})).valid
        np.testing.assert_array_equal(found, ~(above & below))
    for ends, expected in (((-np.inf, low), exact <= low + 1e-9), ((high, np.inf), exact >= high - 1e-9)):
        for flags in ((True, True), (ends[0] == high, ends[1] == low)):
            found = pixels(RasterChoice(path, nodata_ranges={1: [ValueRange(*ends, *flags)]})).valid
            np.testing.assert_array_equal(found, ~expected)


@pytest.mark.parametrize("sign", [1, -1])
def test_large_no_data_value_stands_for_its_rounded_spellings_alone(sign):
    low, high = range_in(np.dtype("float64"), ValueRange(sign * 9.96921e36, sign * 9.96921e36))
    assert low <= sign * 9.969209968386869e36 <= high
    assert not low <= sign * 1e37 <= high
    assert not low <= sign * 9.9e36 <= high


def test_no_data_of_the_file_is_data_once_the_user_says_so(tmp_path, values):
    array = values.astype(np.int16)
    array[:, 0, 0], array[1, 1, 1] = 0, 0
    path = write(tmp_path / "r.tif", array, [0] * 5)
    assert invalid(RasterChoice(path, ignored_nodata=frozenset(range(1, 6)))) == []
    assert invalid(RasterChoice(path, ignored_nodata=frozenset({2}))) == [[0, 0]]


def test_parameter_adds_a_no_data_value_to_all_bands(tmp_path, values):
    array = values.astype(np.int16)
    array[0, 0, 0], array[4, 1, 1], array[2, 2, 2] = -9999, -9999, 0
    path = write(tmp_path / "r.tif", array, [0] * 5)
    assert invalid(RasterChoice(path, nodata=-9999)) == [[0, 0], [1, 1], [2, 2]]
    assert invalid(RasterChoice(path, nodata=1e9)) == [[2, 2]]


@pytest.mark.parametrize("interleave", ["BAND", "PIXEL"])
def test_everything_at_once_agrees_with_numpy(tmp_path, interleave):
    """Blocks of 16 pixels, 40 bands, and pieces that are smaller than these."""
    rng = np.random.default_rng(0)
    array = rng.integers(0, 60, (41, ROWS, COLUMNS)).astype(np.float32)
    array[40] = rng.integers(0, 5, (ROWS, COLUMNS))
    array[3, rng.random((ROWS, COLUMNS)) < 0.05] = np.nan
    opaque = (rng.random((ROWS, COLUMNS)) < 0.9).astype(np.uint8) * 255

    def with_mask(dataset):
        dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
        dataset.GetRasterBand(1).GetMaskBand().WriteArray(opaque)

    blocks = ["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16", f"INTERLEAVE={interleave}"]
    path = write(tmp_path / "r.tif", array, [59] * 41, 41, blocks, with_mask)
    choice = RasterChoice(
        path,
        ignored_nodata=frozenset({2}),
        nodata_ranges={2: [ValueRange(1, 1)], 6: [ValueRange(3, 3.5), ValueRange(9, 9)]},
    )
    bad = array[:40] == 59
    bad[1] = array[1] == 1
    bad[5] |= ((array[5] >= 3) & (array[5] <= 3.5)) | (array[5] == 9)
    expected = ~bad.any(axis=0) & np.isfinite(array[:40]).all(axis=0) & (array[40] != 0) & (opaque != 0)
    assert 0.1 < expected.mean() < 0.6
    found = pixels(choice)
    np.testing.assert_array_equal(found.valid, expected)
    np.testing.assert_array_equal(found.values, array[:40, expected].T)
    window = (slice(2, 11), slice(5, 19))
    np.testing.assert_array_equal(pixels(choice, window=window).valid, expected[window])


def test_mask_bands_are_not_read_to_find_no_data_values(tmp_path, values, monkeypatch):
    """The mask band of each of many bands would decode a pixel-interleaved file once a band."""
    array = values.astype(np.int16)
    array[0, 0, 0] = 0
    path = write(tmp_path / "r.tif", array, [0] * 5, options=["INTERLEAVE=PIXEL"])
    monkeypatch.setattr(gdal.Band, "GetMaskBand", lambda self: pytest.fail("A mask band is read."))
    assert invalid(path) == [[0, 0]]


def test_pixels_that_are_not_to_be_kept_are_not_read(tmp_path, values):
    keep = np.ones((ROWS, COLUMNS), bool)
    keep[3, 4] = False
    found = pixels(write(tmp_path / "r.tif", values.astype(np.int16)), keep=keep)
    assert np.argwhere(~found.valid).tolist() == [[3, 4]]
    np.testing.assert_array_equal(found.values, values[:, keep].T)


def test_bands_that_are_opacity_are_listed_apart(tmp_path, values):
    dataset = gdal.Open(write(tmp_path / "r.tif", values.astype(np.int16), [1] * 5, alpha=3))
    found = Validity.of(dataset, RasterChoice(str(tmp_path / "r.tif")))
    assert found.opacity == (3,)
    assert dict(found.nodata) == dict.fromkeys((1, 2, 4, 5), (ValueRange(1, 1),))
    assert not found.masked and not found.nodata_of_all


@pytest.mark.parametrize(
    ("dtype", "one", "expected"),
    [
        ("uint8", (-5, 3.7), (0, 3)),
        ("uint8", (0.2, 0.8), None),
        ("uint8", (2.5, 2.5), None),
        ("uint8", (300, 400), None),
        ("uint8", (1, 3, False, False), (2, 2)),
        ("uint8", (0.5, 3.5, False, False), (1, 3)),
        ("uint8", (-1, 300, False, False), (0, 255)),
        ("int16", (-np.inf, -9000), (-32768, -9000)),
        ("int64", (-(2**63), -(2**63)), (-(2**63), -(2**63))),
        ("float32", (np.nan, 1), None),
        ("float32", (np.inf, np.inf), None),
        ("float32", (0.1, 0.1), (np.float32(0.1), np.float32(0.1))),
        ("float32", (0, 1, False), (np.nextafter(np.float32(0), np.float32(1)), 1)),
        ("float32", (-1e300, -1e38), (LOWEST, np.float32(-1e38))),
        ("float64", (0.1, 0.2), (0.1, 0.2)),
    ],
)
def test_values_of_a_type_in_a_range(dtype, one, expected):
    found = range_in(np.dtype(dtype), ValueRange(*one))
    assert found == expected
    assert found is None or {value.dtype for value in found} == {np.dtype(dtype)}
