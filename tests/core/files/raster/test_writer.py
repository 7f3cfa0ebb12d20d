import os
import resource

import numpy as np
import pytest
from osgeo import gdal, osr

from neon_aop.core.compute.blockmap import Window
from neon_aop.core.constants import NODATA
from neon_aop.core.errors import Cancelled, OutputError, ParameterError
from neon_aop.core.files.raster import writer as rasterwriter
from neon_aop.core.files.raster.classes import write_classes
from neon_aop.core.files.raster.palette import class_colours, unclassified_colour
from neon_aop.core.files.raster.preview import write_preview
from neon_aop.core.files.raster.writer import REFLECTANCE_SCALE_FACTOR, RasterWriter
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.progress import Progress


def wkt_of(epsg):
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(epsg)
    return crs.ExportToWkt()


pytestmark = pytest.mark.usefixtures("gdal_exceptions")

GRID = Grid(60, 40, 317000.0, 4880000.0, 2.0, 2.0, wkt_of(32619), 1.0)
SMALL_BLOCKS = {"BLOCKXSIZE": "16", "BLOCKYSIZE": "16"}
BANDS = Bands.of([668.1, 801.23456], fwhm=[5.9, np.nan], numbers=[58, 85])


@pytest.fixture
def cube():
    return np.random.default_rng(3).random((2, GRID.height, GRID.width), dtype=np.float32)


def write(path, array, **settings):
    bands = 1 if array.ndim == 2 else len(array)
    with RasterWriter(path, GRID, array.dtype, bands, **settings) as writer:
        writer.write(array)
    return gdal.Open(str(path))


def write_four_classes(path, area_ha=0.0004):
    classes = np.tile(np.arange(5, dtype=np.uint8), (GRID.height, GRID.width // 5))
    counts = np.bincount(classes.ravel())[1:]
    labels = [f"Class {number}" for number in range(1, 5)]
    write_classes(path, GRID, classes, counts, class_colours(4), labels, area_ha)
    return classes


class CancelAfter(Progress):
    def __init__(self, checks):
        self._left = checks

    def cancelled(self):
        self._left -= 1
        return self._left < 0


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16", "uint32", "int32", "float32", "float64"])
def test_values_come_back(tmp_path, dtype):
    array = np.arange(GRID.height * GRID.width).reshape(GRID.height, GRID.width).astype(dtype)
    found = write(tmp_path / "out.tif", array).ReadAsArray()
    assert found.dtype == dtype
    np.testing.assert_array_equal(found, array)


def test_georeference_is_kept(tmp_path, cube):
    found = write(tmp_path / "out.tif", cube)
    assert found.GetGeoTransform() == GRID.geotransform
    assert found.GetSpatialRef().GetAuthorityCode(None) == "32619"


def test_no_data_and_names(tmp_path, cube):
    found = write(tmp_path / "out.tif", cube, nodata=NODATA, names=["PC 1", "PC 2"])
    assert [found.GetRasterBand(band).GetNoDataValue() for band in (1, 2)] == [-9999.0, -9999.0]
    assert [found.GetRasterBand(band).GetDescription() for band in (1, 2)] == ["PC 1", "PC 2"]


def test_wavelengths_are_in_the_file_itself_in_both_conventions(tmp_path, cube):
    found = write(tmp_path / "out.tif", cube, spectral=BANDS)
    red = found.GetRasterBand(1)
    assert red.GetDescription() == "band 58 (668.1 nm)"
    assert red.GetMetadata("IMAGERY") == {"CENTRAL_WAVELENGTH_UM": "0.6681", "FWHM_UM": "0.0059"}
    assert red.GetMetadata() == {"wavelength": "668.1", "wavelength_units": "Nanometers", "fwhm": "5.9", "bbl": "1"}
    assert "fwhm" not in found.GetRasterBand(2).GetMetadata()
    assert os.listdir(tmp_path) == ["out.tif"]


def test_scale_and_metadata(tmp_path):
    stored = np.ones((2, GRID.height, GRID.width), np.int16)
    found = write(tmp_path / "out.tif", stored, scale=1e-4, metadata={REFLECTANCE_SCALE_FACTOR: "7"})
    assert [found.GetRasterBand(band).GetScale() for band in (1, 2)] == [1e-4, 1e-4]
    assert found.GetMetadataItem(REFLECTANCE_SCALE_FACTOR) == "7"


def test_blocks_in_any_order_give_the_same_values(tmp_path):
    grid = Grid(700, 600)
    array = np.random.default_rng(0).integers(0, 999, (3, 600, 700)).astype(np.int16)
    with RasterWriter(tmp_path / "out.tif", grid, np.int16, 3) as writer:
        writer.write(array[1:, 300:], row=300, band=1)
        writer.write(array[:, :300, 350:], column=350)
        writer.write(array[:, :300, :350])
        writer.write(array[0, 300:], row=300)
    np.testing.assert_array_equal(gdal.Open(str(tmp_path / "out.tif")).ReadAsArray(), array)


def test_same_values_give_the_same_bytes(tmp_path):
    array = np.random.default_rng(0).integers(0, 999, (2, 900, 900)).astype(np.int16)
    for name in ("a.tif", "b.tif"):
        with RasterWriter(tmp_path / name, Grid(900, 900), np.int16, 2, spectral=BANDS) as writer:
            writer.write(array)
    assert (tmp_path / "a.tif").read_bytes() == (tmp_path / "b.tif").read_bytes()


def test_chosen_creation_options_replace_the_defaults(tmp_path, cube):
    found = write(tmp_path / "out.tif", cube, options={"COMPRESS": "NONE", "INTERLEAVE": "PIXEL"})
    assert found.GetMetadataItem("INTERLEAVE", "IMAGE_STRUCTURE") == "PIXEL"
    assert found.GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE") is None


def test_default_is_tiled_and_compressed(tmp_path, cube):
    found = write(tmp_path / "out.tif", cube)
    assert found.GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE") == "DEFLATE"
    assert found.GetRasterBand(1).GetBlockSize() == [64, 48]


@pytest.mark.parametrize(
    ("width", "height", "block"), [(1, 70_000, [16, 256]), (256, 257, [256, 256]), (17, 3, [32, 16])]
)
def test_blocks_are_no_longer_than_the_image(tmp_path, width, height, block):
    with RasterWriter(tmp_path / "out.tif", Grid(width, height), np.uint8) as writer:
        writer.write(np.ones((height, width), np.uint8))
    found = gdal.Open(str(tmp_path / "out.tif"))
    assert found.GetRasterBand(1).GetBlockSize() == block
    assert (found.ReadAsArray() == 1).all()


def test_values_that_would_lose_their_fraction_are_refused(tmp_path, cube):
    with pytest.raises(TypeError), RasterWriter(tmp_path / "out.tif", GRID, np.int16) as writer:
        writer.write(cube[0])


def test_band_that_does_not_exist_is_refused(tmp_path, cube):
    with pytest.raises(OutputError, match="band #"), RasterWriter(tmp_path / "out.tif", GRID, np.float32) as writer:
        writer.write(cube[0], band=1)
    assert not os.listdir(tmp_path)


def test_existing_file_stays_until_the_new_one_is_complete(tmp_path, cube):
    path = tmp_path / "out.tif"
    path.write_bytes(b"old")
    with pytest.raises(Cancelled), RasterWriter(path, GRID, np.float32, 2, progress=CancelAfter(1)) as writer:
        writer.write(cube)
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["out.tif"]


def test_error_in_the_block_leaves_nothing_behind(tmp_path):
    with pytest.raises(ZeroDivisionError), RasterWriter(tmp_path / "out.tif", GRID, np.uint8):
        raise ZeroDivisionError
    assert not os.listdir(tmp_path)


def test_sidecars_of_the_replaced_file_go(tmp_path, cube):
    write_four_classes(tmp_path / "out.tif")
    (tmp_path / "out.tif.ovr").write_bytes(b"old overviews")
    write(tmp_path / "out.tif", cube)
    assert not (tmp_path / "out.tif.ovr").exists()
    assert not (tmp_path / "out.tif.aux.xml").exists()


def test_style_comes_with_the_file_and_is_replaced_with_it(tmp_path):
    write_four_classes(tmp_path / "out.tif")
    (tmp_path / "out.qml").write_text("of an older file")
    write_four_classes(tmp_path / "out.tif")
    assert "paletteEntry" in (tmp_path / "out.qml").read_text()


def test_style_of_the_user_stays_beside_a_file_without_one(tmp_path, cube):
    (tmp_path / "out.qml").write_text("the user's own")
    write(tmp_path / "out.tif", cube)
    assert (tmp_path / "out.qml").read_text() == "the user's own"


def test_sidecars_stay_when_the_file_cannot_be_replaced(tmp_path, cube, monkeypatch):
    write_four_classes(tmp_path / "out.tif")
    before = {name: (tmp_path / name).read_bytes() for name in os.listdir(tmp_path)}
    replace = os.replace

    def replace_unless_held(source, target):
        if target == tmp_path / "out.tif":
            raise PermissionError(13, "Permission denied")
        replace(source, target)

    monkeypatch.setattr(os, "replace", replace_unless_held)
    with pytest.raises(OutputError, match="close it in other programs"):
        write(tmp_path / "out.tif", cube)
    assert {name: (tmp_path / name).read_bytes() for name in os.listdir(tmp_path)} == before


@pytest.mark.parametrize("name", ["out.img", "out", "out.vrt"])
def test_other_extensions_are_refused(tmp_path, name):
    with pytest.raises(OutputError, match=r"must end in \.tif"):
        RasterWriter(tmp_path / name, GRID, np.uint8)


def test_parts_beside_and_below_each_other_make_the_whole(tmp_path, cube, monkeypatch):
    monkeypatch.setattr(rasterwriter, "_COLUMNS_AT_ONCE", 16)
    with RasterWriter(tmp_path / "out.tif", GRID, cube.dtype, 2, options={"TILED": "YES", **SMALL_BLOCKS}) as writer:
        for rows in (slice(0, 7), slice(7, 33), slice(33, GRID.height)):
            for columns in (slice(0, 5), slice(5, 51), slice(51, GRID.width)):
                writer.write(cube[:, rows, columns], rows.start, columns.start)
    np.testing.assert_array_equal(gdal.Open(str(tmp_path / "out.tif")).ReadAsArray(), cube)


def test_missing_folder_is_named(tmp_path, cube):
    with pytest.raises(OutputError, match="folder .*nowhere does not exist"):
        write(tmp_path / "nowhere" / "out.tif", cube)


def test_folder_as_target_is_refused(tmp_path, cube):
    (tmp_path / "out.tif").mkdir()
    with pytest.raises(OutputError, match="is a folder"):
        write(tmp_path / "out.tif", cube)


def test_unknown_compression_is_an_error(tmp_path, cube):
    with pytest.raises(OutputError, match="cannot be written"):
        write(tmp_path / "out.tif", cube, options={"COMPRESS": "NOSUCH", "BLOCKXSIZE": "17"})
    assert not os.listdir(tmp_path)


@pytest.mark.parametrize("limit", [2_000, 100_000])
def test_file_that_cannot_grow_is_an_error(tmp_path, limit):
    grid = Grid(512, 512)
    noise = np.random.default_rng(0).random((512, 512))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        with (
            pytest.raises(OutputError, match="cannot be written"),
            RasterWriter(tmp_path / "out.tif", grid, np.float64) as writer,
        ):
            writer.write(noise)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert not os.listdir(tmp_path)


def test_classes_come_with_colours_names_and_no_data(tmp_path):
    classes = write_four_classes(tmp_path / "classes.tif")
    dataset = gdal.Open(str(tmp_path / "classes.tif"))
    band = dataset.GetRasterBand(1)
    np.testing.assert_array_equal(band.ReadAsArray(), classes)
    assert band.DataType == gdal.GDT_Byte
    assert band.GetNoDataValue() == 0
    assert band.GetDescription() == "Class"
    assert band.GetCategoryNames() == ["", "Class 1", "Class 2", "Class 3", "Class 4"]
    entries = [band.GetColorTable().GetColorEntry(value) for value in range(5)]
    assert entries == [(0, 0, 0, 0), *((*colour, 255) for colour in class_colours(4))]


def rows_of(path):
    """Return the columns of a raster's attribute table, and its rows."""
    dataset = gdal.Open(str(path))
    table = dataset.GetRasterBand(1).GetDefaultRAT()
    columns = range(table.GetColumnCount())
    getters = {
        gdal.GFT_Integer: table.GetValueAsInt,
        gdal.GFT_Real: table.GetValueAsDouble,
        gdal.GFT_String: table.GetValueAsString,
    }
    rows = [
        tuple(getters[table.GetTypeOfCol(column)](row, column) for column in columns)
        for row in range(table.GetRowCount())
    ]
    return [(table.GetNameOfCol(column), table.GetUsageOfCol(column)) for column in columns], rows


def test_attribute_table_lists_the_classes(tmp_path):
    write_four_classes(tmp_path / "classes.tif")
    columns, rows = rows_of(tmp_path / "classes.tif")
    assert columns == [
        ("Value", gdal.GFU_MinMax),
        ("Class", gdal.GFU_Name),
        ("Red", gdal.GFU_Red),
        ("Green", gdal.GFU_Green),
        ("Blue", gdal.GFU_Blue),
        ("Alpha", gdal.GFU_Alpha),
        ("Count", gdal.GFU_PixelCount),
        ("Share_pct", gdal.GFU_Generic),
        ("Area_ha", gdal.GFU_Generic),
    ]
    colours = class_colours(4)
    assert rows == [(value, f"Class {value}", *colours[value - 1], 255, 480, 25.0, 0.192) for value in (1, 2, 3, 4)]


def test_legend_shows_the_share_of_each_class(tmp_path):
    write_four_classes(tmp_path / "classes.tif")
    assert 'label="Class 2 (25.0 %)"' in (tmp_path / "classes.qml").read_text(encoding="utf-8")


@pytest.mark.parametrize("count", [2**31 - 1, 2**31, 5_000_000_000])
def test_more_pixels_than_32_bits_can_count(tmp_path, count):
    """Only the table knows them: the raster here is small."""
    classes = np.ones((GRID.height, GRID.width), np.uint8)
    write_classes(tmp_path / "classes.tif", GRID, classes, [count, 7], class_colours(2), ["many", "few"])
    columns, rows = rows_of(tmp_path / "classes.tif")
    assert [row[[name for name, _ in columns].index("Count")] for row in rows] == [count, 7]


def test_areas_have_no_noise_of_binary_fractions(tmp_path):
    classes = np.repeat(np.array([[1], [2]], np.uint8), 3000, axis=1)
    write_classes(tmp_path / "classes.tif", Grid(3000, 2), classes, [3000, 3000], class_colours(2), ["a", "b"], 0.0001)
    dataset = gdal.Open(str(tmp_path / "classes.tif"))
    table = dataset.GetRasterBand(1).GetDefaultRAT()
    area = next(column for column in range(table.GetColumnCount()) if table.GetNameOfCol(column) == "Area_ha")
    # Not 0.30000000000000004, which 3000 * 0.0001 is.
    assert [table.GetValueAsDouble(row, area) for row in (0, 1)] == [0.3, 0.3]


def test_attribute_table_has_no_areas_when_they_are_not_known(tmp_path):
    write_four_classes(tmp_path / "classes.tif", area_ha=None)
    dataset = gdal.Open(str(tmp_path / "classes.tif"))
    table = dataset.GetRasterBand(1).GetDefaultRAT()
    assert "Area_ha" not in [table.GetNameOfCol(column) for column in range(table.GetColumnCount())]


def test_classes_may_come_in_windows(tmp_path):
    classes = np.random.default_rng(0).integers(0, 2, (GRID.height, GRID.width), np.uint8)
    windows = (
        Window(
            slice(top, min(top + 7, GRID.height)),
            slice(left, left + 20),
            classes[np.newaxis, top : top + 7, left : left + 20],
        )
        for top in range(0, GRID.height, 7)
        for left in range(0, GRID.width, 20)
    )
    write_classes(tmp_path / "classes.tif", GRID, windows, [classes.size], class_colours(1), ["Class 1"])
    np.testing.assert_array_equal(gdal.Open(str(tmp_path / "classes.tif")).ReadAsArray(), classes)


def test_missing_rows_of_classes_are_an_error(tmp_path):
    with pytest.raises(ParameterError, match="have 7 x 60 pixels but the grid 40 x 60"):
        write_classes(tmp_path / "c.tif", GRID, np.ones((7, GRID.width), np.uint8), [1], class_colours(1), ["Class 1"])
    assert not os.listdir(tmp_path)


@pytest.mark.parametrize(("count", "kind"), [(255, gdal.GDT_Byte), (256, gdal.GDT_UInt16)])
def test_classes_take_as_few_bits_as_hold_them(tmp_path, count, kind):
    classes = np.full((GRID.height, GRID.width), count, np.uint16)
    labels = [str(number) for number in range(1, count + 1)]
    write_classes(tmp_path / "classes.tif", GRID, classes, np.ones(count, int), class_colours(count), labels)
    found = gdal.Open(str(tmp_path / "classes.tif"))
    assert found.GetRasterBand(1).DataType == kind
    assert (found.ReadAsArray() == count).all()


@pytest.mark.parametrize(("count", "nodata"), [(254, 255), (255, 65535)])
def test_unclassified_pixels_are_0_and_no_data_is_the_highest_number(tmp_path, count, nodata):
    classes = np.full((GRID.height, GRID.width), nodata, np.uint16)
    classes[:2], classes[2:4] = 0, count
    labels = [str(number) for number in range(1, count + 1)]
    write_classes(
        tmp_path / "c.tif", GRID, classes, np.ones(count, int), class_colours(count), labels, unclassified=120
    )
    dataset = gdal.Open(str(tmp_path / "c.tif"))
    band = dataset.GetRasterBand(1)
    np.testing.assert_array_equal(band.ReadAsArray(), classes)
    assert band.GetNoDataValue() == nodata
    assert band.GetCategoryNames() == ["unclassified", *labels]
    assert band.GetColorTable().GetColorEntry(0) == (*unclassified_colour(class_colours(count)), 255)
    columns, rows = rows_of(tmp_path / "c.tif")
    assert rows[0][:2] == (0, "unclassified") and rows[0][6] == 120
    assert (tmp_path / "c.qml").read_text(encoding="utf-8").count('value="0"') == 1


def test_progress_of_classes_is_the_share_of_rows(tmp_path):
    class Reports(Progress):
        def __init__(self):
            self.fractions = []

        def report(self, fraction):
            self.fractions.append(fraction)

    progress, grid = Reports(), Grid(20, 600)
    classes = np.ones((600, 20), np.uint8)
    write_classes(tmp_path / "c.tif", grid, classes, [12_000], class_colours(1), ["a"], progress=progress)
    assert progress.fractions == [256 / 600, 512 / 600, 1.0]


def test_more_than_255_classes_take_uint16(tmp_path):
    classes = np.full((GRID.height, GRID.width), 300, np.uint16)
    labels = [f"Class {number}" for number in range(1, 301)]
    write_classes(tmp_path / "classes.tif", GRID, classes, np.ones(300, int), class_colours(300), labels)
    band_type, found = gdal.GDT_UInt16, gdal.Open(str(tmp_path / "classes.tif"))
    assert found.GetRasterBand(1).DataType == band_type
    assert found.GetRasterBand(1).GetColorTable().GetColorEntry(300) == (*class_colours(300)[299], 255)


def test_too_many_classes_are_refused(tmp_path):
    with pytest.raises(ParameterError, match="70000 classes"):
        write_classes(tmp_path / "c.tif", GRID, np.ones((1, 1), np.uint8), np.ones(70000), [], [])


def test_preview_of_classes_is_coloured_and_alone(tmp_path):
    classes = np.zeros((30, 20), np.uint8)
    classes[:15] = 2
    write_preview(tmp_path / "p.png", classes, colours=class_colours(2))
    picture = gdal.Open(str(tmp_path / "p.png"))
    assert tuple(picture.ReadAsArray()[:, 0, 0]) == (*class_colours(2)[1], 255)
    assert picture.ReadAsArray()[3, -1, 0] == 0
    assert os.listdir(tmp_path) == ["p.png"]


def test_preview_of_colours_keeps_them(tmp_path):
    image = np.random.default_rng(0).integers(0, 256, (20, 30, 4)).astype(np.uint8)
    write_preview(tmp_path / "p.png", image)
    np.testing.assert_array_equal(gdal.Open(str(tmp_path / "p.png")).ReadAsArray(), image.transpose(2, 0, 1))


def test_preview_must_be_a_png(tmp_path):
    with pytest.raises(OutputError, match=r"must end in \.png"):
        write_preview(tmp_path / "p.jpg", np.zeros((3, 3, 3), np.uint8))


def test_part_that_was_written_can_be_read_and_the_rest_is_no_data(tmp_path):
    values = np.arange(2 * 5 * 7, dtype=np.int16).reshape(2, 5, 7)
    with RasterWriter(tmp_path / "out.tif", GRID, np.int16, 2, nodata=-1) as writer:
        writer.write(values, row=3, column=11)
        part = writer.read(slice(2, 7), slice(10, 14))
    expected = np.full((2, 5, 4), -1, np.int16)
    expected[:, 1:, 1:] = values[:, :4, :3]
    assert part.dtype == np.int16
    np.testing.assert_array_equal(part, expected)


def test_names_come_before_those_of_wavelengths(tmp_path, cube):
    found = write(tmp_path / "out.tif", cube, spectral=BANDS, names=["red", "infrared"])
    assert [found.GetRasterBand(band).GetDescription() for band in (1, 2)] == ["red", "infrared"]


def test_band_without_wavelength_has_no_metadata_of_one(tmp_path, cube):
    found = write(tmp_path / "out.tif", cube, spectral=Bands.of([np.nan, 801.23456], fwhm=[5.9, 6.1], numbers=[1, 85]))
    assert found.GetRasterBand(1).GetMetadata() == found.GetRasterBand(1).GetMetadata("IMAGERY") == {}
    infrared = found.GetRasterBand(2)
    assert infrared.GetMetadataItem("CENTRAL_WAVELENGTH_UM", "IMAGERY") == "0.80123456"
    assert infrared.GetMetadataItem("wavelength") == "801.23456"


def test_progress_is_asked_for_each_band_and_row_of_blocks(tmp_path):
    """So that a wide raster of many bands can be cancelled while it is written."""

    class Counting(Progress):
        asked = 0

        def cancelled(self):
            self.asked += 1
            return False

    progress = Counting()
    with RasterWriter(tmp_path / "out.tif", Grid(5000, 300), np.uint8, 2, progress=progress) as writer:
        writer.write(np.ones((2, 300, 5000), np.uint8))
    # 2 bands, 2 rows of blocks, 3 times some 2,000 columns.
    assert progress.asked >= 12


@pytest.mark.parametrize(("width", "count"), [(2048, 0), (2049, 3)])
def test_overviews_are_for_large_rasters(tmp_path, width, count):
    with RasterWriter(tmp_path / "out.tif", Grid(width, 2), np.uint8, overviews="NEAREST") as writer:
        writer.write(np.ones((2, width), np.uint8))
    dataset = gdal.Open(str(tmp_path / "out.tif"))
    assert dataset.GetRasterBand(1).GetOverviewCount() == count


def test_large_raster_has_no_overviews_unless_wanted(tmp_path):
    with RasterWriter(tmp_path / "out.tif", Grid(3000, 2), np.uint8) as writer:
        writer.write(np.ones((2, 3000), np.uint8))
    dataset = gdal.Open(str(tmp_path / "out.tif"))
    assert dataset.GetRasterBand(1).GetOverviewCount() == 0


def test_large_rasters_get_overviews(tmp_path):
    grid = Grid(2100, 40, 0.0, 40.0)
    with RasterWriter(tmp_path / "out.tif", grid, np.uint8, nodata=0, overviews="NEAREST") as writer:
        writer.write(np.ones((40, 2100), np.uint8))
    dataset = gdal.Open(str(tmp_path / "out.tif"))
    widths = [dataset.GetRasterBand(1).GetOverview(i).XSize for i in range(dataset.GetRasterBand(1).GetOverviewCount())]
    assert widths == [1050, 525, 263]
    assert not (tmp_path / "out.tif.ovr").exists()


def test_cancelling_while_overviews_are_built_leaves_nothing(tmp_path):
    grid = Grid(2100, 40, 0.0, 40.0)
    progress = CancelAfter(1000)
    with (
        pytest.raises(Cancelled),
        RasterWriter(tmp_path / "out.tif", grid, np.uint8, overviews="NEAREST", progress=progress) as writer,
    ):
        writer.write(np.ones((40, 2100), np.uint8))
        progress._left = 0
    assert not os.listdir(tmp_path)
