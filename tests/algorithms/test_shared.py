"""What several algorithms share: the report, the bound on memory, names of layers, kinds of input."""

import gc
import re
from pathlib import Path

import numpy as np
import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
)

from neon_aop.core.files.neon.demotile import write_demo_tile
from neon_aop.tests.algorithms.checks import Recorder, read, run


def outputs_of(name, folder):
    rasters = {"classifytiles": ("CLASS_RASTER", "PC_RASTER")}.get(name, ("OUTPUT",))
    return {raster: folder / f"{raster.lower()}.tif" for raster in rasters}


def inputs_of(name, tile, cleaned):
    return {"TILES": [tile]} if name == "classifytiles" else {"INPUT": cleaned}


@pytest.fixture(params=["classifytiles", "kmeans", "pca"])
def name(request):
    return request.param


def test_report_is_one_page_without_links_to_the_network(name, tile, cleaned, tmp_path):
    results = run(name, **inputs_of(name, tile, cleaned), **outputs_of(name, tmp_path), REPORT=tmp_path / "report.html")
    with open(results["REPORT"], encoding="utf-8") as file:
        page = file.read()
    assert page.lower().startswith("<!doctype html>")
    assert not re.search(r"""(src|href)=["'](https?:)?//""", page)


def test_report_names_parameters_and_values(tile, tmp_path):
    extent = QgsReferencedRectangle(
        QgsRectangle(368000, 4306970, 368030, 4307000), QgsCoordinateReferenceSystem("EPSG:32618")
    )
    results = run(
        "classifytiles",
        TILES=[tile],
        EXTENT=extent,
        BAND_RULE="1",
        **outputs_of("classifytiles", tmp_path),
        REPORT=tmp_path / "report.html",
    )
    with open(results["REPORT"], encoding="utf-8") as file:
        page = file.read()
    assert "Keep every n-th band" in page
    assert "368000.00,4306970.00 : 368030.00,4307000.00 (EPSG:32618)" in page
    assert "Only inside the water-vapour windows" in page


def test_little_memory_gives_the_same_rasters(name, tmp_path):
    tile, cleaned = tmp_path / "demo.h5", tmp_path / "cleaned.tif"
    write_demo_tile(str(tile), size=60)
    run("cleanreflectance", INPUT=tile, OUTPUT=cleaned)
    for memory in (0, 1):
        (tmp_path / str(memory)).mkdir()
    # 60 x 60 pixels of 173 bands take 1.2 MB.
    much, little = (
        run(name, **inputs_of(name, tile, cleaned), **outputs_of(name, tmp_path / str(memory)), MEMORY=memory)
        for memory in (0, 1)
    )
    for raster in outputs_of(name, tmp_path):
        np.testing.assert_array_equal(read(little[raster]), read(much[raster]))


def test_no_scratch_file_stays(name, tile, cleaned, tmp_path):
    folder = Path(QgsProcessingUtils.tempFolder())
    before = set(folder.rglob("*"))
    run(name, **inputs_of(name, tile, cleaned), **outputs_of(name, tmp_path), MEMORY=1)
    assert set(folder.rglob("*")) == before


@pytest.mark.parametrize("algorithm", ["classifytiles", "applycentres", "applypca"])
def test_dialogs_offer_hdf5_files_for_tiles(algorithm):
    created = QgsApplication.processingRegistry().createAlgorithmById(f"neonaop:{algorithm}")
    gc.collect()
    assert "*.h5" in created.parameterDefinition("TILES").createFileFilter()


PHASES = {
    "classifytiles": [
        "Reading tiles",
        "Clustering",
        "Writing the classes",
        "Principal components",
        "Writing the report",
    ],
    "kmeans": ["Reading the raster", "Clustering", "Writing the classes", "Writing the report"],
    "pca": ["Reading the raster", "Principal components", "Writing the report"],
}


def test_user_sees_the_phases_of_a_run(name, tile, cleaned, tmp_path):
    recorder = Recorder()
    report = tmp_path / "report.html"
    run(name, recorder, **inputs_of(name, tile, cleaned), **outputs_of(name, tmp_path), REPORT=report)
    assert [phase for phase in recorder.phases if phase in PHASES[name]] == PHASES[name]


def test_log_ends_with_temporary_results_and_where_to_keep_them(name, tile, cleaned, tmp_path):
    recorder = Recorder()
    inputs = inputs_of(name, tile, cleaned)
    results = run(name, recorder, **inputs, **outputs_of(name, tmp_path), REPORT=QgsProcessing.TEMPORARY_OUTPUT)
    # QGIS adds its own lines below.
    place = recorder.lines.index(f"  Report: {results['REPORT']}")
    advice = recorder.lines[place - 1]
    assert f"for example in {Path(inputs.get('INPUT') or inputs['TILES'][0]).parent}:" in advice
    assert f"{results['REPORT']} (temporary: removed when QGIS closes)" in Path(results["REPORT"]).read_text("utf-8")


def test_log_advises_no_folder_where_the_raster_is_temporary(tile):
    feedback = Recorder()
    cleaned = run("cleanreflectance", INPUT=tile, OUTPUT=QgsProcessing.TEMPORARY_OUTPUT)["OUTPUT"]
    run("kmeans", feedback, INPUT=cleaned, **dict.fromkeys(("OUTPUT", "REPORT"), QgsProcessing.TEMPORARY_OUTPUT))
    assert "These results are temporary files, which are removed when QGIS closes:" in feedback.lines


def test_log_does_not_list_results_that_stay(name, tile, cleaned, tmp_path):
    recorder, report, outputs = Recorder(), tmp_path / "report.html", outputs_of(name, tmp_path)
    run(name, recorder, **inputs_of(name, tile, cleaned), **outputs, REPORT=report)
    assert f"  Report: {report}" not in recorder.lines
    page = report.read_text("utf-8")
    assert "temporary" not in page
    # The report lists rasters as well, which nobody loads here.
    assert all(str(path) in page for path in (report, *outputs.values()))


def test_layer_of_a_temporary_raster_is_not_named_after_its_file(name, tile, cleaned, tmp_path):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    rasters = {
        output: QgsProcessingOutputLayerDefinition(QgsProcessing.TEMPORARY_OUTPUT, QgsProject.instance())
        for output in outputs_of(name, tmp_path)
    }
    run(name, context=context, **inputs_of(name, tile, cleaned), **rasters)
    loaded = context.layersToLoadOnCompletion().values()
    assert len(loaded) == len(rasters)
    assert all(details.forceName and " - " in details.name for details in loaded)


def test_layer_serves_as_input(cleaned, tmp_path):
    layer = QgsRasterLayer(str(cleaned), "a layer")
    found = run("kmeans", INPUT=layer, OUTPUT=tmp_path / "one.tif", REPORT=tmp_path / "report.html")
    expected = run("kmeans", INPUT=cleaned, OUTPUT=tmp_path / "two.tif")
    np.testing.assert_array_equal(read(found["OUTPUT"]), read(expected["OUTPUT"]))


def test_layer_of_the_project_serves_as_input(cleaned, tmp_path):
    layer = QgsRasterLayer(str(cleaned), "a layer")
    QgsProject.instance().addMapLayer(layer)
    try:
        found = run("pca", INPUT=layer.id(), OUTPUT=tmp_path / "out.tif")
    finally:
        QgsProject.instance().removeMapLayer(layer.id())
    assert QgsRasterLayer(found["OUTPUT"]).isValid()


@pytest.fixture
def layer_names(name, tile, cleaned, tmp_path):
    """Run with layers to load that have their default names or the one that is given; return what they are called."""

    def run_and_load(chosen=None):
        context = QgsProcessingContext()
        outputs = outputs_of(name, tmp_path)
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"neonaop:{name}")
        for raster, path in outputs.items():
            called = chosen or algorithm.parameterDefinition(raster).description()
            details = QgsProcessingContext.LayerDetails(called, QgsProject.instance(), raster)
            context.addLayerToLoadOnCompletion(str(path), details)
        run(name, context=context, **inputs_of(name, tile, cleaned), **outputs)
        return [context.layerToLoadOnCompletionDetails(str(path)).name for path in outputs.values()]

    return run_and_load


def test_layers_are_named_for_what_they_show(layer_names, name, tile, cleaned):
    stem = tile.stem if name == "classifytiles" else cleaned.stem
    assert all(found.endswith(f" - {stem}") for found in layer_names())


def test_chosen_layer_names_stay(layer_names):
    assert set(layer_names("my own")) == {"my own"}


def test_layer_name_of_a_model_stays_even_if_it_is_the_title_of_the_output(cleaned, tmp_path):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    target = QgsProcessingOutputLayerDefinition(str(tmp_path / "classes.tif"), QgsProject.instance())
    target.destinationName = "Classes"
    run("kmeans", context=context, INPUT=cleaned, OUTPUT=target)
    assert context.layerToLoadOnCompletionDetails(str(tmp_path / "classes.tif")).name == "Classes"


def test_temporary_files_are_called_what_they_show(tile, tmp_path):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    cleaned = run("cleanreflectance", INPUT=tile, OUTPUT=QgsProcessing.TEMPORARY_OUTPUT)["OUTPUT"]
    target = QgsProcessingOutputLayerDefinition(str(tmp_path / "components.tif"), QgsProject.instance())
    run("pca", context=context, INPUT=cleaned, OUTPUT=target)
    name = context.layerToLoadOnCompletionDetails(str(tmp_path / "components.tif")).name
    assert name == "Principal components - demo"
