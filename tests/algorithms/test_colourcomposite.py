import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsMultiBandColorRenderer, QgsProcessingException, QgsRasterLayer

from neon_aop.core.constants import COMPOSITES
from neon_aop.tests.algorithms.checks import Recorder, assert_georeferenced_like, read, run, write_raster


@pytest.mark.parametrize("number", range(len(COMPOSITES)))
def test_bands_are_the_nearest_to_the_composites_wavelengths(tile, tile_info, tmp_path, number):
    results = run("colourcomposite", TILE=tile, COMPOSITE=number, OUTPUT=tmp_path / "out.tif")
    nearest = [np.abs(tile_info.bands.wavelengths - wanted).argmin() for wanted in COMPOSITES[number].wavelengths]
    assert results["BANDS_USED"] == ", ".join(tile_info.bands.names[band] for band in nearest)


def test_wavelengths_replace_the_composite(tile, tile_info, tmp_path):
    results = run("colourcomposite", TILE=tile, WAVELENGTHS="1650, 860, 560", OUTPUT=tmp_path / "out.tif")
    nearest = [np.abs(tile_info.bands.wavelengths - wanted).argmin() for wanted in (1650, 860, 560)]
    assert results["BANDS_USED"] == ", ".join(tile_info.bands.names[band] for band in nearest)


def test_lies_where_the_tile_lies(tile, tile_info, tmp_path):
    results = run("colourcomposite", TILE=tile, OUTPUT=tmp_path / "out.tif")
    assert_georeferenced_like(results["OUTPUT"], tile_info.grid)


def test_pixels_without_data_are_transparent(tile, tile_info, stored, tmp_path):
    results = run("colourcomposite", TILE=tile, OUTPUT=tmp_path / "out.tif")
    missing = (stored == tile_info.nodata).all(axis=2)
    np.testing.assert_array_equal(read(results["OUTPUT"])[3] == 0, missing)


def test_qgis_shows_it_in_its_colours(tile, tmp_path):
    results = run("colourcomposite", TILE=tile, OUTPUT=tmp_path / "out.tif")
    layer = QgsRasterLayer(results["OUTPUT"])
    renderer = layer.renderer()
    assert isinstance(renderer, QgsMultiBandColorRenderer)
    assert (renderer.redBand(), renderer.greenBand(), renderer.blueBand(), renderer.alphaBand()) == (1, 2, 3, 4)


def test_cleaned_raster_gives_the_picture_of_the_tile(tile, tmp_path):
    cleaned = run("cleanreflectance", INPUT=tile, SUBSET_FACTOR=1, OUTPUT=tmp_path / "cleaned.tif")["OUTPUT"]
    of_tile = run("colourcomposite", TILE=tile, OUTPUT=tmp_path / "tile.tif")["OUTPUT"]
    of_raster = run("colourcomposite", INPUT=cleaned, OUTPUT=tmp_path / "raster.tif")["OUTPUT"]
    np.testing.assert_array_equal(read(of_raster), read(of_tile))


def test_only_the_extent_is_shown(tile, tile_info, tmp_path):
    extent = "368005,368015,4306970,4306990 [EPSG:32618]"
    results = run("colourcomposite", TILE=tile, EXTENT=extent, OUTPUT=tmp_path / "out.tif")
    assert_georeferenced_like(results["OUTPUT"], tile_info.grid.window(slice(10, 30), slice(5, 15)))


def test_percentiles_are_used(tile, tmp_path):
    full = run("colourcomposite", TILE=tile, LOW=0, HIGH=100, OUTPUT=tmp_path / "full.tif")["OUTPUT"]
    usual = run("colourcomposite", TILE=tile, OUTPUT=tmp_path / "usual.tif")["OUTPUT"]
    assert (read(usual)[:3] == 255).sum() > (read(full)[:3] == 255).sum() > 0


def test_bands_are_named(tile, tmp_path):
    dataset = gdal.Open(run("colourcomposite", TILE=tile, OUTPUT=tmp_path / "out.tif")["OUTPUT"])
    assert dataset.GetRasterBand(1).GetDescription().startswith("band 58 (")


def test_water_vapour_is_a_warning(tile, tmp_path):
    feedback = Recorder()
    run("colourcomposite", feedback, TILE=tile, WAVELENGTHS="1400, 860, 560", OUTPUT=tmp_path / "out.tif")
    assert any("1400 nm lies between 1340 and 1445 nm" in warning for warning in feedback.warnings)


@pytest.mark.parametrize(
    ("inputs", "words"), [((), r"Neither .*\(TILE\) nor .*\(INPUT\) is given"), (("TILE", "INPUT"), "are both given")]
)
def test_tile_or_raster_but_one(tile, cleaned, tmp_path, inputs, words):
    given = {"TILE": tile, "INPUT": cleaned}
    with pytest.raises(QgsProcessingException, match=words):
        run("colourcomposite", OUTPUT=tmp_path / "out.tif", **{name: given[name] for name in inputs})


def test_raster_without_wavelengths_is_told_what_to_do(tmp_path):
    raster = write_raster(tmp_path / "plain.tif", np.ones((3, 4, 4), np.int16))
    with pytest.raises(QgsProcessingException, match="does not say at which wavelengths.*Clean reflectance"):
        run("colourcomposite", INPUT=raster, OUTPUT=tmp_path / "out.tif")


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"WAVELENGTHS": "670, 550"}, "three wavelengths"),
        ({"WAVELENGTHS": "2900, 550, 470"}, "no band at 2900 nm"),
        ({"LOW": 60, "HIGH": 40}, "percentiles"),
        ({"EXTENT": "0,1,0,1 [EPSG:32618]"}, "holds no pixel"),
    ],
)
def test_impossible_wishes_are_refused_and_leave_nothing(tile, tmp_path, settings, message):
    with pytest.raises(QgsProcessingException, match=message):
        run("colourcomposite", TILE=tile, OUTPUT=tmp_path / "out.tif", **settings)
    assert list(tmp_path.iterdir()) == []
