import numpy as np
import pytest
from qgis.core import QgsProcessingException

from neon_aop.tests.algorithms.checks import Recorder, assert_georeferenced_like, run
from neon_aop.tests.tiles import write_tile


def test_outputs_are_what_the_tile_says(tile, tile_info, stored):
    results = run("inspecttile", INPUT=tile)
    share = results.pop("NODATA_SHARE")
    assert share == pytest.approx((stored[:, :, 0] == tile_info.nodata).mean())
    assert results == {
        "EPSG": 32618,
        "CRS": "EPSG:32618",
        "EXTENT": "368000,368040,4306960,4307000 [EPSG:32618]",
        "BANDS": 426,
        "WIDTH": 40,
        "HEIGHT": 40,
        "SITE": "SERC",
        "PRODUCT": "DP3.30006.002",
        "ACQUISITION_DATE": "2025-06-12",
        "LAYOUT": "bands (40 x 40 x 1)",
    }


def test_extent_serves_as_the_extent_of_another_algorithm(tile, tmp_path, tile_info):
    extent = run("inspecttile", INPUT=tile)["EXTENT"]
    results = run("cleanreflectance", INPUT=tile, SUBSET_FACTOR=50, EXTENT=extent, OUTPUT=tmp_path / "out.tif")
    assert_georeferenced_like(results["OUTPUT"], tile_info.grid)


def test_facts_are_in_the_log(tile):
    feedback = Recorder()
    run("inspecttile", feedback, INPUT=tile)
    assert "  Kept: 345 by the rule of NEON's tutorial" in feedback.lines
    assert any("Weather_Quality_Indicator" in line for line in feedback.lines)


def test_what_the_file_does_not_say_is_a_warning(tmp_path):
    write_tile(tmp_path / "tile.h5", windows=None)
    feedback = Recorder()
    run("inspecttile", feedback, INPUT=tmp_path / "tile.h5")
    assert any("Band_Window" in warning for warning in feedback.warnings)


def test_report_is_written_when_wanted(tile, tmp_path):
    results = run("inspecttile", INPUT=tile, REPORT=tmp_path / "report.html")
    assert results["REPORT"] == str(tmp_path / "report.html")
    assert "DP3.30006.002" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_report_has_a_picture_and_the_mean_spectrum(tile, tmp_path):
    run("inspecttile", INPUT=tile, REPORT=tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "<title>Inspect a tile: demo, 2025-06-12</title>" in page
    assert 'alt="True colour"' in page and 'id="spectrum"' in page
    assert "L003-1_20250612: zenith angle" in page


def test_tile_is_never_overwritten(tmp_path):
    write_tile(tmp_path / "tile.h5", np.ones((4, 4, 30), np.int16))
    before = (tmp_path / "tile.h5").read_bytes()
    with pytest.raises(QgsProcessingException, match="REPORT"):
        run("inspecttile", INPUT=tmp_path / "tile.h5", REPORT=tmp_path / "tile.h5")
    assert (tmp_path / "tile.h5").read_bytes() == before


def test_other_file_is_refused_in_a_sentence(tmp_path):
    (tmp_path / "text.h5").write_text("no tile")
    with pytest.raises(QgsProcessingException, match="not an HDF5 file"):
        run("inspecttile", INPUT=tmp_path / "text.h5")
