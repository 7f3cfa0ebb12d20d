import h5py
import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsPalettedRasterRenderer, QgsProcessingException, QgsRasterLayer

from neon_aop.core.files.neon.ancillary import WEATHER_LABELS
from neon_aop.core.files.neon.layers import LAYERS
from neon_aop.tests.algorithms.checks import Recorder, assert_georeferenced_like, read, run
from neon_aop.tests.tiles import write_tile


def number(title):
    return next(index for index, layer in enumerate(LAYERS) if layer.title == title)


@pytest.mark.parametrize("layer", range(len(LAYERS)), ids=lambda index: LAYERS[index].title)
def test_every_layer_of_a_tile_can_be_read(tile, tile_info, tmp_path, layer):
    results = run("ancillarylayer", INPUT=tile, LAYER=layer, OUTPUT=tmp_path / "out.tif")
    assert results["LAYER_NAME"] in LAYERS[layer].names
    assert_georeferenced_like(results["OUTPUT"], tile_info.grid)


def test_values_are_those_of_the_file(tile, tile_info, tmp_path):
    results = run("ancillarylayer", INPUT=tile, LAYER=number("Slope"), OUTPUT=tmp_path / "out.tif")
    with h5py.File(tile, "r") as file:
        expected = file[f"{tile_info.site}/Reflectance/Metadata/Ancillary_Imagery/Slope"][()]
    np.testing.assert_array_equal(read(results["OUTPUT"])[0], expected)


def test_qgis_shows_weather_quality_in_its_classes(tile, tmp_path):
    results = run("ancillarylayer", INPUT=tile, OUTPUT=tmp_path / "out.tif")
    layer = QgsRasterLayer(results["OUTPUT"])
    assert isinstance(layer.renderer(), QgsPalettedRasterRenderer)
    present = np.unique(read(results["OUTPUT"]))[1:]
    labels = {entry.value: entry.label.rpartition(" (")[0] for entry in layer.renderer().classes()}
    assert [labels[value] for value in present] == [WEATHER_LABELS[value - 1] for value in present]


def test_colours_of_older_files_become_the_same_classes(tmp_path):
    path = tmp_path / "tile.h5"
    write_tile(path)
    colours = np.zeros((20, 24, 3), np.uint8)
    colours[:5], colours[5:9], colours[9:12] = (0, 255, 0), (255, 255, 0), (255, 0, 0)
    with h5py.File(path, "r+") as file:
        file["SERC/Reflectance/Metadata/Ancillary_Imagery/Weather_Quality_Indicator"] = colours
    classes = read(run("ancillarylayer", INPUT=path, OUTPUT=tmp_path / "out.tif")["OUTPUT"])[0]
    np.testing.assert_array_equal(classes[:, 0], np.repeat([1, 2, 3, 0], [5, 4, 3, 8]))


def test_only_the_extent_is_read(tile, tile_info, tmp_path):
    extent = "368005,368015,4306970,4306990 [EPSG:32618]"
    results = run("ancillarylayer", INPUT=tile, EXTENT=extent, OUTPUT=tmp_path / "out.tif")
    assert_georeferenced_like(results["OUTPUT"], tile_info.grid.window(slice(10, 30), slice(5, 15)))


def test_log_tells_where_the_file_is_wrong(tile, tmp_path):
    feedback = Recorder()
    layer = number("Illumination factor")
    run("ancillarylayer", feedback, INPUT=tile, LAYER=layer, OUTPUT=tmp_path / "out.tif")
    assert any("cosine" in line for line in feedback.lines)


def test_missing_layer_lists_what_there_is(tmp_path):
    write_tile(tmp_path / "tile.h5", layers=("Ancillary_Imagery/Slope",))
    with pytest.raises(QgsProcessingException, match="no layer Weather_Quality_Indicator. Its layers are: Slope"):
        run("ancillarylayer", INPUT=tmp_path / "tile.h5", OUTPUT=tmp_path / "out.tif")
    assert not (tmp_path / "out.tif").exists()


def test_band_is_named_after_the_layer(tile, tmp_path):
    output = run("ancillarylayer", INPUT=tile, LAYER=number("Slope"), OUTPUT=tmp_path / "out.tif")["OUTPUT"]
    dataset = gdal.Open(output)
    assert dataset.GetRasterBand(1).GetDescription() == "Slope (degrees)"
