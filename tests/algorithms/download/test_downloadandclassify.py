"""The model that joins downloading and classifying."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
)

from neon_aop.core.files.neon.demotile import write_demo_tile
from neon_aop.tests.algorithms.checks import Recorder, read, run
from neon_aop.tests.neonserver import ServedFile, make_token, tile_name

POINT = "368020,4306990 [EPSG:32618]"
IN_DEGREES = "-76.518,38.896 [EPSG:4326]"
TARGETS = {"CLASSES": "classes.tif", "SCORES": "scores.tif", "CENTRES": "centres.csv", "REPORT": "report.html"}


@pytest.fixture
def tile(server, tmp_path):
    """The only tile of the server."""
    path = tmp_path / "demo.h5"
    write_demo_tile(str(path), size=30)
    server.files.clear()
    server.add(ServedFile(tile_name(368000, 4306000), path.read_bytes()))
    return path


def run_model(folder, context=None, feedback=None, **values):
    targets = {f"classify:{name}": folder / file for name, file in TARGETS.items()}
    values = {"SITE": "SERC", "YEAR": 2022, "POINT": POINT, "CLUSTERS": 3, "tiles:FOLDER": folder / "tiles", **values}
    return run("downloadandclassify", feedback, context, **{**targets, **values})


@pytest.mark.parametrize("point", [POINT, IN_DEGREES])
def test_classes_are_those_of_the_tile(tile, tmp_path, point):
    results = run_model(tmp_path, POINT=point)
    assert (tmp_path / "tiles" / tile_name(368000, 4306000)).read_bytes() == tile.read_bytes()
    expected = run(
        "classifytiles",
        TILES=[tile],
        CLUSTERS=3,
        CLASS_RASTER=tmp_path / "expected.tif",
        PC_RASTER=tmp_path / "expected-scores.tif",
    )
    np.testing.assert_array_equal(read(results["classify:CLASSES"]), read(expected["CLASS_RASTER"]))
    np.testing.assert_array_equal(read(results["classify:SCORES"]), read(expected["PC_RASTER"]))
    assert (tmp_path / "report.html").stat().st_size
    assert (tmp_path / "centres.csv").stat().st_size


def test_layers_are_called_after_site_and_year(tile, tmp_path, qgis_new_project):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    target = QgsProcessingOutputLayerDefinition(str(tmp_path / "classes.tif"), QgsProject.instance())
    run_model(tmp_path, context, **{"classify:CLASSES": target})
    assert [details.name for details in context.layersToLoadOnCompletion().values()] == ["Classes - SERC 2022"]


def test_place_without_tiles_is_told(tile, tmp_path):
    feedback = Recorder()
    with pytest.raises(QgsProcessingException) as raised:
        run_model(tmp_path, feedback=feedback, POINT="5,5 [EPSG:32618]")
    assert "There is no tile at" in f"{raised.value} {feedback.errors}"


def test_pasted_token_is_refused(provider):
    token = make_token()
    accepted, problem = provider.algorithm("downloadandclassify").checkParameterValues(
        {"AUTH": token}, QgsProcessingContext()
    )
    assert not accepted
    assert token not in problem


def test_sites_are_a_list_in_the_dialog(provider):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("neonaop:downloadandclassify")
    hints = algorithm.parameterDefinition("SITE").metadata()["widget_wrapper"]["value_hints"]
    assert "SERC - Smithsonian Environmental Research Center, MD" in hints
