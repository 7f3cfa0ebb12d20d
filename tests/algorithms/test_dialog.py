"""Dialogs: runs from the history, labels of inputs of which one is needed, and where advanced results are."""

from __future__ import annotations

import pytest
from osgeo import gdal
from qgis.core import QgsApplication, QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingParameterDefinition
from qgis.PyQt.QtWidgets import QGroupBox

from neon_aop.algorithms.provider import ALGORITHMS

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


@pytest.fixture
def opened(no_main_window):
    """Open the dialog of an algorithm."""
    dialogs = []

    def open_dialog(name):
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"neonaop:{name}")
        dialogs.append(algorithm.createCustomParametersWidget(None))
        return dialogs[-1].mainWidget()

    yield open_dialog
    for dialog in dialogs:
        dialog.close()


def label_of(panel, name):
    return panel.wrappers[name].wrappedLabel().text()


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("mnf", {"TILES": "Reflectance tiles [or Raster]", "INPUT": "Raster [or Reflectance tiles]"}),
        ("samplespectra", {"LOCATIONS": "Points or polygons [or Class raster]"}),
        ("compareclassifications", {"SECOND": "Second map [or Reference points or polygons]"}),
        ("downloadtiles", {"AREA": "Area [or Tiles of a layer, Extent, Easting (m), Northing (m)]"}),
        ("downloadtiles", {"NORTHING": "Northing (m) [or Tiles of a layer, Area, Extent]"}),
    ],
)
def test_inputs_of_which_one_is_needed_name_the_other(opened, name, labels):
    panel = opened(name)
    assert {parameter: label_of(panel, parameter) for parameter in labels} == labels


def test_choices_are_not_called_optional(opened):
    panel = opened("classifytiles")
    assert label_of(panel, "CLUSTER_ON") == "Cluster on"
    assert panel.wrappers["MASK_SELECTED"].wrappedWidget().text() == "Only selected polygons of the mask"
    assert label_of(panel, "WINDOWS").startswith("Windows to remove (nm) [")


def test_choice_of_several_may_stay_empty(opened):
    assert label_of(opened("spectralindices"), "INDICES").endswith("]")


@pytest.mark.parametrize("name", [algorithm.NAME for algorithm in ALGORITHMS])
def test_advanced_parameters_and_results_are_together(opened, name):
    panel = opened(name)
    group = panel.findChild(QGroupBox, "grpAdvanced")
    for definition in QgsApplication.processingRegistry().algorithmById(f"neonaop:{name}").parameterDefinitions():
        is_advanced = bool(definition.flags() & QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        widget = panel.wrappers[definition.name()].wrappedWidget()
        assert group.isAncestorOf(widget) == is_advanced, definition.name()


def test_dialog_of_the_flagship_is_short():
    algorithm = QgsApplication.processingRegistry().algorithmById("neonaop:classifytiles")
    shown = [
        definition.name()
        for definition in algorithm.parameterDefinitions()
        if not definition.flags() & QgsProcessingParameterDefinition.Flag.FlagAdvanced
    ]
    assert shown == [
        *("TILES", "CLUSTERS", "CLEAR_SKY_ONLY"),
        *("CLASS_RASTER", "CENTRES", "PC_RASTER", "EIGENVALUES", "MODEL", "REPORT"),
    ]


def test_result_in_the_advanced_group_is_a_value_of_the_dialog(opened, tmp_path):
    panel = opened("kmeans")
    panel.wrappers["DISTANCE"].setParameterValue(str(tmp_path / "distance.tif"), QgsProcessingContext())
    assert "distance.tif" in str(panel.wrappers["DISTANCE"].parameterValue().sink.staticValue())
