"""The graphical models that come with the plugin, from a tile to their results."""

import numpy as np
import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
)

from neon_aop.algorithms.models import MODELS, SHIPPED_MODELS
from neon_aop.core.files.neon.tile import NeonTile
from neon_aop.tests.algorithms.checks import Recorder, assert_georeferenced_like, read, run, run_in_background

NAMES = [model.NAME for model in SHIPPED_MODELS]
NODATA = -9999


@pytest.fixture(params=NAMES)
def model(request):
    return QgsApplication.processingRegistry().algorithmById(f"neonaop:{request.param}")


def targets_of(name, folder):
    """Return a file in a folder for each result of a model."""
    algorithm = QgsApplication.processingRegistry().algorithmById(f"neonaop:{name}")
    endings = {"rasterDestination": "tif", "fileDestination": "csv"}
    return {
        definition.name(): str(folder / f"{definition.name().replace(':', '_')}.{endings[definition.type()]}")
        for definition in algorithm.destinationParameterDefinitions()
    }


def run_model(name, tile, folder, **values):
    """Run a model with all its results in a folder; return their paths by the model's names for them."""
    targets = targets_of(name, folder)
    results = run(name, TILE=tile, **values, **targets)
    return {target.partition(":")[2]: results[target] for target in targets}


@pytest.fixture(scope="module")
def tutorial(tile, tmp_path_factory):
    return run_model("tutorial", tile, tmp_path_factory.mktemp("tutorial"))


@pytest.fixture(scope="module")
def one_run(tile, tmp_path_factory):
    """What Classify tiles makes of the tile with the tutorial's start."""
    folder = tmp_path_factory.mktemp("one_run")
    return run(
        "classifytiles",
        TILES=[tile],
        START=1,
        CLASS_RASTER=folder / "classes.tif",
        PC_RASTER=folder / "scores.tif",
        CENTRES=folder / "centres.csv",
    )


@pytest.fixture(scope="module")
def vegetation(tile, tmp_path_factory):
    return run_model("vegetationclasses", tile, tmp_path_factory.mktemp("vegetation"))


@pytest.fixture(scope="module")
def ndvi(tile_info, stored):
    """The vegetation index of the tile, NaN where there are no data, from the bands that its wavelengths tell."""
    red, infrared = (
        stored[:, :, np.flatnonzero(tile_info.bands.wavelengths > wavelength)[0]].astype(float)
        for wavelength in (665, 826)
    )
    index = (infrared - red) / np.maximum(infrared + red, 100)
    index[(stored == NODATA).any(axis=2)] = np.nan
    return index


def test_each_file_is_a_model_of_the_provider():
    assert sorted(path.stem for path in MODELS.glob("*.model3")) == sorted(NAMES)


def test_title_is_no_id(model):
    assert model.id() == f"neonaop:{model.name()}"
    assert model.displayName() != model.name()


def test_model_fits_together(model):
    fits, problems = model.create().validate()
    assert fits, problems


def test_parameters_come_in_the_order_of_use(model):
    names = [definition.name() for definition in model.parameterDefinitions() if not definition.isDestination()]
    assert names[0] in ("TILE", "SITE")
    assert names.index("CLUSTERS") > 0


def test_models_know_the_results_of_their_steps(model):
    names = [output.name() for output in model.outputDefinitions()]
    assert {"kmeans:CLASSES", "classify:CLASSES"} & set(names)


def test_model_can_be_edited_as_a_copy(model):
    copy = QgsProcessingModelAlgorithm()
    assert copy.fromFile(str(MODELS / f"{model.name()}.model3"))
    assert copy.childAlgorithms().keys() == model.childAlgorithms().keys()


def test_texts_are_those_of_an_algorithm(model):
    assert model.group() == "Models"
    assert model.shortDescription().endswith(".")
    assert len(model.shortHelpString()) > len(model.shortDescription())
    assert "hyperspectral" in model.tags()


def test_model_and_its_steps_leave_the_window_free(model):
    registry = QgsApplication.processingRegistry()
    steps = [registry.algorithmById(step.algorithmId()) for step in model.childAlgorithms().values()]
    assert not any(one.flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading for one in [model, *steps])


@pytest.mark.parametrize("name", ["tutorial", "componentclasses", "vegetationclasses"])
def test_model_in_the_background_gives_the_same_classes_as_layers(name, tile, tmp_path):
    target = QgsProcessingOutputLayerDefinition(str(tmp_path / "classes.tif"), QgsProject.instance())
    targets = {**targets_of(name, tmp_path), "kmeans:CLASSES": target}
    context, is_done, results = run_in_background(name, Recorder(), TILE=tile, **targets)
    assert is_done
    (tmp_path / "expected").mkdir()
    expected = run_model(name, tile, tmp_path / "expected")
    np.testing.assert_array_equal(read(results["kmeans:CLASSES"]), read(expected["CLASSES"]))
    (details,) = context.layersToLoadOnCompletion().values()
    assert details.name.endswith(" - demo")


def test_model_in_the_background_tells_what_is_wrong(tmp_path):
    feedback = Recorder()
    targets = targets_of("tutorial", tmp_path)
    _, is_done, _ = run_in_background("tutorial", feedback, TILE=tmp_path / "missing.h5", **targets)
    assert not is_done
    assert any("missing.h5" in error for error in feedback.errors)


def test_tutorial_gives_the_classes_of_one_run(tutorial, one_run):
    np.testing.assert_array_equal(read(tutorial["CLASSES"]), read(one_run["CLASS_RASTER"]))


def test_tutorial_gives_the_components_of_one_run(tutorial, one_run):
    np.testing.assert_array_equal(read(tutorial["SCORES"]), read(one_run["PC_RASTER"]))


def test_tutorial_gives_the_centres_of_one_run(tutorial, one_run):
    with open(tutorial["CENTRES"], encoding="utf-8") as of_model, open(one_run["CENTRES"], encoding="utf-8") as of_run:
        assert of_model.read() == of_run.read()


def test_component_classes_are_those_of_the_steps(tile, cleaned, tmp_path):
    results = run_model("componentclasses", tile, tmp_path, CLUSTERS=4, FRACTION=0.99)
    scores = run("pca", INPUT=cleaned, FRACTION=0.99, OUTPUT=tmp_path / "scores.tif")
    classes = run("kmeans", INPUT=scores["OUTPUT"], CLUSTERS=4, OUTPUT=tmp_path / "classes.tif")
    np.testing.assert_array_equal(read(results["SCORES"]), read(scores["OUTPUT"]))
    np.testing.assert_array_equal(read(results["CLASSES"]), read(classes["OUTPUT"]))


def test_vegetation_index_is_that_of_the_right_wavelengths(vegetation, ndvi):
    found = read(vegetation["NDVI"])[0]
    np.testing.assert_array_equal(found == NODATA, np.isnan(ndvi))
    np.testing.assert_allclose(found[found != NODATA], ndvi[~np.isnan(ndvi)], atol=1e-6)


def test_only_vegetation_is_classified(vegetation, ndvi):
    is_vegetation = ndvi > 0.3
    assert 0 < is_vegetation.sum() < is_vegetation.size
    np.testing.assert_array_equal(read(vegetation["CLASSES"])[0] > 0, is_vegetation)


def test_threshold_is_the_users(tile, ndvi, tmp_path):
    results = run_model("vegetationclasses", tile, tmp_path, THRESHOLD=0.75)
    assert (ndvi > 0.75).sum() < (ndvi > 0.3).sum()
    np.testing.assert_array_equal(read(results["CLASSES"])[0] > 0, ndvi > 0.75)


@pytest.mark.parametrize("result", ["CLASSES", "NDVI"])
def test_rasters_lie_where_the_tile_lies(vegetation, tile, result):
    with NeonTile(str(tile)) as opened:
        assert_georeferenced_like(vegetation[result], opened.info.grid)


def test_layers_have_the_titles_of_the_outputs_and_the_name_of_the_tile(tile, tmp_path):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    targets = {
        name: QgsProcessingOutputLayerDefinition(str(tmp_path / file), QgsProject.instance())
        for name, file in (("kmeans:CLASSES", "classes.tif"), ("pca:SCORES", "scores.tif"))
    }
    run("componentclasses", context=context, TILE=tile, **targets)
    names = {details.name for details in context.layersToLoadOnCompletion().values()}
    assert names == {"Classes of components - demo", "Component scores - demo"}


def test_cancelled_model_names_no_layers(tile, tmp_path):
    context, feedback = QgsProcessingContext(), Recorder(cancel_at="Iteration 1")
    context.setProject(QgsProject.instance())
    target = QgsProcessingOutputLayerDefinition(str(tmp_path / "classes.tif"), QgsProject.instance())
    targets = {"kmeans:CLASSES": target, "pca:SCORES": str(tmp_path / "scores.tif")}
    run("tutorial", feedback, context, TILE=tile, **targets)
    assert feedback.errors == []
    assert not (tmp_path / "classes.tif").exists()


def test_layers_are_outputs(model):
    rasters = {item.name() for item in model.destinationParameterDefinitions() if item.type() == "rasterDestination"}
    assert set(model.LAYERS) == rasters
