import xml.etree.ElementTree as ElementTree

import h5py
import numpy as np
import pytest
from osgeo import gdal

from neon_aop.core.errors import ParameterError, TileError
from neon_aop.core.files.neon.ancillary import (
    WEATHER_COLOURS,
    WEATHER_LABELS,
    describe,
    find_layer,
    require_layer,
    weather_quality,
    write_layer,
)
from neon_aop.core.files.neon.layers import ACQUISITION_DATE, LAYERS, WEATHER_QUALITY
from neon_aop.core.files.neon.tile import NeonTile
from neon_aop.tests.tiles import write_tile

ROWS, COLUMNS = 20, 24
WEATHER = "Ancillary_Imagery/Weather_Quality_Indicator"


@pytest.fixture(params=["h5py", "gdal"])
def backend(request):
    return request.param


@pytest.fixture
def open_with(tmp_path, backend):
    """Open a tile that holds the given images: `open_with({"Ancillary_Imagery/Slope": values})`."""
    opened = []

    def make(images, attributes=None):
        path = tmp_path / "tile.h5"
        write_tile(path)
        with h5py.File(path, "r+") as file:
            metadata = file["SERC/Reflectance/Metadata"]
            for name, values in images.items():
                dataset = metadata.create_dataset(name, data=values, chunks=values.shape, compression="gzip")
                dataset.attrs["Dimension_Labels"] = "Line, Sample"
                dataset.attrs.update(attributes or {})
        opened.append(NeonTile(str(path), backend))
        return opened[-1]

    yield make
    for tile in opened:
        tile.close()


def known(title):
    return next(layer for layer in LAYERS if layer.title == title)


def plane(value=0, dtype=np.float32):
    return np.full((ROWS, COLUMNS), value, dtype)


def codes():
    values = np.tile([1, 2, 3, -9999, 0, 7], (ROWS, 4)).astype(np.int32)
    return values, np.tile([1, 2, 3, 0, 0, 0], (ROWS, 4))


def test_every_layer_has_its_own_title_and_names():
    assert len({layer.title for layer in LAYERS}) == len(LAYERS)
    names = [name for layer in LAYERS for name in layer.names]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("layer", "name"),
    [(layer, name) for layer in LAYERS for name in layer.names],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_layer_is_found_under_each_of_its_names(open_with, layer, name):
    folder = "" if name.startswith("to-sensor") else "Ancillary_Imagery/"
    assert find_layer(open_with({f"{folder}{name}": plane()}), layer).name == name


def test_case_does_not_matter(open_with):
    tile = open_with({"to-sensor_azimuth_angle": plane(), "to-sensor_zenith_angle": plane()})
    assert find_layer(tile, known("To-sensor zenith angle")).name == "to-sensor_zenith_angle"


def test_missing_layer_lists_those_that_there_are(open_with):
    tile = open_with({"Ancillary_Imagery/Slope": plane(), "Ancillary_Imagery/Aspect": plane()})
    assert find_layer(tile, ACQUISITION_DATE) is None
    with pytest.raises(TileError, match="no layer Acquisition_Date. Its layers are: Aspect, Slope. Choose"):
        require_layer(tile, ACQUISITION_DATE)


def test_file_without_any_layer_says_so(open_with):
    with pytest.raises(TileError, match="Its layers are: none"):
        require_layer(open_with({}), WEATHER_QUALITY)


def test_other_datasets_are_no_layers(open_with):
    tile = open_with(
        {
            "Ancillary_Imagery/Slope": plane(),
            "Ancillary_Imagery/Small": np.zeros((3, 4), np.float32),
            "Ancillary_Imagery/Deep": np.zeros((ROWS, COLUMNS, 9), np.uint8),
            "Ancillary_Imagery/List": np.zeros(ROWS, np.float32),
        }
    )
    assert [layer.name for layer in tile.layers()] == ["Slope"]


def test_layer_tells_what_the_file_says(open_with):
    attributes = {"Description": "Slope of the ground", "Units": "deg", "Data_Ignore_Value": -9999.0}
    layer = open_with({"Ancillary_Imagery/Slope": plane()}, attributes).layers()[0]
    assert (layer.description, layer.unit, layer.nodata) == ("Slope of the ground", "deg", -9999.0)
    assert (layer.shape, layer.dtype) == ((ROWS, COLUMNS), "float32")
    assert describe(known("Slope"), layer) == (
        'Slope, stored as float32. The file says: "Slope of the ground", unit deg.'
    )


def test_weather_quality_of_codes(open_with):
    stored, expected = codes()
    classes = weather_quality(open_with({WEATHER: stored}))
    assert classes.dtype == np.uint8
    np.testing.assert_array_equal(classes, expected)


@pytest.mark.parametrize(
    ("colour", "quality"),
    [
        ((0, 255, 0), 1),
        ((35, 158, 47), 1),
        ((255, 255, 0), 2),
        ((255, 192, 0), 2),
        ((255, 0, 0), 3),
        ((196, 10, 10), 3),
        ((0, 0, 0), 0),
        ((255, 255, 255), 0),
        ((241, 241, 241), 0),
        ((0, 0, 255), 0),
    ],
)
def test_weather_quality_of_colours(open_with, colour, quality):
    colours = np.broadcast_to(np.array(colour, np.uint8), (ROWS, COLUMNS, 3))
    assert (weather_quality(open_with({WEATHER: colours})) == quality).all()


def test_weather_quality_of_a_window(open_with):
    stored, expected = codes()
    window = (slice(3, 9), slice(2, 7))
    np.testing.assert_array_equal(weather_quality(open_with({WEATHER: stored}), window), expected[window])


def test_weather_quality_of_two_colours_is_refused(open_with):
    with pytest.raises(TileError, match="cannot be understood"):
        weather_quality(open_with({WEATHER: np.zeros((ROWS, COLUMNS, 2), np.uint8)}))


def test_window_outside_the_file_is_refused(open_with):
    with pytest.raises(ParameterError, match="not within"):
        weather_quality(open_with({WEATHER: codes()[0]}), (slice(0, ROWS + 1), slice(0, 2)))


def test_weather_quality_raster_has_classes_colours_and_table(open_with, tmp_path):
    path = tmp_path / "weather.tif"
    stored, expected = codes()
    write_layer(open_with({WEATHER: stored}), WEATHER_QUALITY, path)
    dataset = gdal.Open(str(path))
    band = dataset.GetRasterBand(1)
    np.testing.assert_array_equal(band.ReadAsArray(), expected)
    assert (band.DataType, band.GetNoDataValue()) == (gdal.GDT_Byte, 0)
    assert band.GetCategoryNames() == ["", *WEATHER_LABELS]
    assert [band.GetColorTable().GetColorEntry(value)[:3] for value in (1, 2, 3)] == list(WEATHER_COLOURS)
    table = band.GetDefaultRAT()
    assert [table.GetValueAsInt(row, 6) for row in range(3)] == [ROWS * 4] * 3


@pytest.mark.parametrize(
    ("title", "name", "stored", "gdal_type", "nodata"),
    [
        ("Acquisition date", "Acquisition_Date", np.int32, gdal.GDT_Int32, -9999),
        ("Aerosol optical thickness", "Aerosol_Optical_Depth", np.int16, gdal.GDT_Int32, -9999),
        ("Cast shadow", "Cast_Shadow", np.uint8, gdal.GDT_Byte, 241),
        ("Cast shadow", "Cast_Shadow", np.float32, gdal.GDT_Float32, -9999),
        ("Water vapour column", "Water_Vapor_Column", np.float32, gdal.GDT_Float32, -9999),
        ("Slope", "Slope", np.float64, gdal.GDT_Float64, -9999),
    ],
)
def test_values_are_kept(open_with, tmp_path, title, name, stored, gdal_type, nodata):
    values = (np.arange(ROWS * COLUMNS) % 120 + 1).reshape(ROWS, COLUMNS).astype(stored)
    path = tmp_path / "layer.tif"
    write_layer(open_with({f"Ancillary_Imagery/{name}": values}), known(title), path)
    dataset = gdal.Open(str(path))
    band = dataset.GetRasterBand(1)
    np.testing.assert_array_equal(band.ReadAsArray(), values)
    assert (band.DataType, band.GetNoDataValue()) == (gdal_type, nodata)


@pytest.mark.parametrize(
    ("title", "name", "dtype", "fills", "nodata"),
    [
        ("Acquisition date", "Acqusition_Date", np.int32, (-9999, 0, -1), -9999),
        ("Data selection index", "Data_Selection_Index", np.int32, (-9999, -1), -9999),
        ("Sky view factor", "Sky_View_Factor", np.uint8, (241,), 241),
        ("Slope", "Slope", np.float32, (-9999, np.nan, np.inf), -9999),
    ],
)
def test_all_that_marks_no_data_becomes_no_data(open_with, tmp_path, title, name, dtype, fills, nodata):
    values = plane(5, dtype)
    values[0, : len(fills)] = fills
    path = tmp_path / "layer.tif"
    write_layer(open_with({f"Ancillary_Imagery/{name}": values}), known(title), path)
    found = gdal.Open(str(path)).ReadAsArray()
    assert (found[0, : len(fills)] == nodata).all()
    assert (found == nodata).sum() == len(fills)


def test_each_date_has_a_colour_and_a_label(open_with, tmp_path):
    values = plane(20220512, np.int32)
    values[0] = 20220511
    values[1] = -9999
    path = tmp_path / "dates.tif"
    write_layer(open_with({"Ancillary_Imagery/Acquisition_Date": values}), known("Acquisition date"), path)
    entries = ElementTree.parse(path.with_suffix(".qml")).findall(".//paletteEntry")  # noqa: S314  # our own
    assert [(entry.get("value"), entry.get("label")) for entry in entries] == [
        ("20220511", "2022-05-11"),
        ("20220512", "2022-05-12"),
    ]
    assert len({entry.get("color") for entry in entries}) == 2


def test_values_with_a_meaning_have_it_in_the_legend(open_with, tmp_path):
    values = plane(15, np.uint8)
    values[0] = 17
    values[1] = 9
    path = tmp_path / "haze.tif"
    write_layer(open_with({"Ancillary_Imagery/Haze_Cloud_Water_Map": values}), known("Haze, cloud and water map"), path)
    entries = ElementTree.parse(path.with_suffix(".qml")).findall(".//paletteEntry")  # noqa: S314  # our own
    assert [entry.get("label") for entry in entries] == ["9", "15 - cloud over land", "17 - water"]


def test_layer_of_one_value_is_not_black(open_with, tmp_path):
    path = tmp_path / "elevation.tif"
    tile = open_with({"Ancillary_Imagery/Smooth_Surface_Elevation": plane(12.5, np.float32)})
    write_layer(tile, known("Smooth surface elevation"), path)
    items = ElementTree.parse(path.with_suffix(".qml")).findall(".//item")  # noqa: S314  # our own
    assert [(item.get("label"), item.get("color")) for item in items] == [("12.5", "#21918c")]


def test_no_data_value_of_the_file_counts(open_with, tmp_path):
    values = plane(5)
    values[1, 1] = -77
    path = tmp_path / "layer.tif"
    tile = open_with({"Ancillary_Imagery/Slope": values}, {"Data_Ignore_Value": -77.0})
    write_layer(tile, known("Slope"), path)
    assert gdal.Open(str(path)).ReadAsArray()[1, 1] == -9999


def test_band_is_named_with_its_unit(open_with, tmp_path):
    path = tmp_path / "layer.tif"
    write_layer(open_with({"Ancillary_Imagery/Path_Length": plane(1)}), known("Path length"), path)
    dataset = gdal.Open(str(path))
    band = dataset.GetRasterBand(1)
    assert (band.GetDescription(), band.GetUnitType()) == ("Path_Length (m)", "m")


def test_raster_lies_where_the_window_lies(open_with, tmp_path):
    path = tmp_path / "layer.tif"
    values = np.arange(ROWS * COLUMNS, dtype=np.float32).reshape(ROWS, COLUMNS)
    tile = open_with({"Ancillary_Imagery/Slope": values})
    window = (slice(3, 9), slice(2, 7))
    write_layer(tile, known("Slope"), path, window)
    dataset = gdal.Open(str(path))
    assert dataset.GetGeoTransform() == tile.info.grid.window(*window).geotransform
    np.testing.assert_array_equal(dataset.ReadAsArray(), values[window])


def test_layer_of_several_colours_is_refused(open_with, tmp_path):
    path = tmp_path / "layer.tif"
    tile = open_with({"Ancillary_Imagery/Slope": np.zeros((ROWS, COLUMNS, 3), np.uint8)})
    with pytest.raises(TileError, match="Slope has the shape"):
        write_layer(tile, known("Slope"), path)
    assert not path.exists()
