"""Dialogs of algorithms with several tiles: what the history keeps of a run, and what a run from it shows."""

from __future__ import annotations

import pytest
from osgeo import gdal
from qgis.core import QgsApplication, QgsProcessingAlgorithm, QgsProcessingContext

TILES = ["/data/a.h5", "/data/b c.h5", "/data/folder"]


@pytest.fixture(params=["classifytiles", "applycentres", "applypca"])
def algorithm(request):
    return QgsApplication.processingRegistry().createAlgorithmById(f"neonaop:{request.param}")


def parameters_shown(algorithm, parameters):
    dialog = algorithm.createCustomParametersWidget(None)
    try:
        dialog.setParameters(parameters)
        return dialog.mainWidget().wrappers["TILES"].parameterValue()
    finally:
        dialog.close()


@pytest.mark.parametrize("tiles", [TILES, TILES[0]])
def test_run_from_the_history_has_its_tiles(algorithm, no_main_window, tiles):
    assert parameters_shown(algorithm, {"TILES": tiles}) == ([tiles] if isinstance(tiles, str) else tiles)


def test_dialog_without_earlier_run_has_no_tiles(algorithm, no_main_window):
    assert not parameters_shown(algorithm, {"EXTENT": None})


@pytest.mark.skipif(not hasattr(QgsProcessingAlgorithm, "asMap"), reason="QGIS keeps runs in this way since 3.24.")
def test_history_does_not_open_tiles(algorithm, tmp_path):
    path = tmp_path / "tile.h5"
    path.write_text("What GDAL complains of when it is opened.")
    complaints = []
    gdal.PushErrorHandler(lambda level, number, text: complaints.append(text))
    try:
        kept = algorithm.asMap({"TILES": [str(path)]}, QgsProcessingContext())
        command, _ = algorithm.asQgisProcessCommand({"TILES": [str(path)]}, QgsProcessingContext())
    finally:
        gdal.PopErrorHandler()
    assert kept["inputs"]["TILES"] == [str(path)]
    assert f"--TILES={path}" in command
    assert not complaints
