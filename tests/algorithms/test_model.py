"""The algorithms as steps of a graphical model."""

import numpy as np
import pytest
from qgis.core import (
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFile,
)

from neon_aop.tests.algorithms.checks import Recorder, assert_georeferenced_like, read, run


def value(constant):
    return [QgsProcessingModelChildParameterSource.fromStaticValue(constant)]


def output_of(step, name):
    return [QgsProcessingModelChildParameterSource.fromChildOutput(step, name)]


def add_step(model, name, sources, **outputs):
    """Add the algorithm `name` as a step of that name; `outputs` are the model's, by the step's."""
    step = QgsProcessingModelChildAlgorithm(f"neonaop:{name}")
    step.setChildId(name)
    step.setDescription(name)
    for parameter in step.algorithm().parameterDefinitions():
        # The model designer writes the default of each parameter that its user leaves alone.
        if not parameter.isDestination():
            step.addParameterSources(parameter.name(), sources.get(parameter.name(), value(parameter.defaultValue())))
    model_outputs = {}
    for child_output, model_output in outputs.items():
        output = QgsProcessingModelOutput(model_output, model_output)
        output.setChildId(name)
        output.setChildOutputName(child_output)
        model_outputs[model_output] = output
    step.setModelOutputs(model_outputs)
    model.addChildAlgorithm(step)


@pytest.fixture(scope="module")
def model(registered):
    """Clean a tile, find its principal components, and as many classes as there are components."""
    model = QgsProcessingModelAlgorithm("chain", "tests")
    model.addModelParameter(QgsProcessingParameterFile("tile", "Tile"), QgsProcessingModelParameter("tile"))
    tile = [QgsProcessingModelChildParameterSource.fromModelParameter("tile")]
    add_step(model, "cleanreflectance", {"INPUT": tile})
    cleaned = output_of("cleanreflectance", "OUTPUT")
    add_step(model, "pca", {"INPUT": cleaned, "FRACTION": value(0.9999)}, OUTPUT="components", MODEL="model")
    add_step(
        model,
        "kmeans",
        {"INPUT": cleaned, "CLUSTERS": output_of("pca", "COMPONENTS_KEPT")},
        OUTPUT="classes",
        CENTRES="centres",
    )
    return model


def model_output(model, name):
    """Return what the model calls an output, which depends on the version of QGIS."""
    names = [output.name() for output in model.outputDefinitions()]
    return next(found for found in names if found == name or found.endswith(f":{name}"))


def run_model(model, tile, folder, feedback=None):
    """Run the model into a folder; return its results."""
    files = {"classes": "classes.tif", "components": "components.tif", "model": "model.json", "centres": "c.csv"}
    outputs = {model_output(model, name): folder / file for name, file in files.items()}
    results = run(model, feedback, tile=tile, **outputs)
    return {name: results.get(model_output(model, name)) for name in files}


@pytest.fixture(scope="module")
def chained(model, tile, tmp_path_factory):
    return run_model(model, tile, tmp_path_factory.mktemp("model"))


@pytest.fixture(scope="module")
def components(cleaned, tmp_path_factory):
    return run("pca", INPUT=cleaned, FRACTION=0.9999, OUTPUT=tmp_path_factory.mktemp("pca") / "components.tif")


def test_model_fits_together(model):
    assert model.childAlgorithms().keys() == {"cleanreflectance", "pca", "kmeans"}
    fits, problems = model.validate()
    assert fits, problems


def test_components_of_a_model_are_those_of_the_steps(chained, components):
    np.testing.assert_array_equal(read(chained["components"]), read(components["OUTPUT"]))


def test_number_of_one_step_feeds_another(chained, components, cleaned, tmp_path):
    kept = components["COMPONENTS_KEPT"]
    assert kept != 5, "the default of CLUSTERS would not show that the number came through"
    expected = run("kmeans", INPUT=cleaned, CLUSTERS=kept, OUTPUT=tmp_path / "classes.tif")
    np.testing.assert_array_equal(read(chained["classes"]), read(expected["OUTPUT"]))


@pytest.mark.parametrize("raster", ["classes", "components"])
def test_rasters_of_a_model_lie_where_the_tile_lies(chained, tile_info, raster):
    assert_georeferenced_like(chained[raster], tile_info.grid)


def test_error_in_a_step_ends_the_model(model, tmp_path):
    text = tmp_path / "text.h5"
    text.write_text("no tile")
    feedback = Recorder()
    with pytest.raises(QgsProcessingException, match="cleanreflectance") as raised:
        run_model(model, text, tmp_path, feedback)
    # QGIS 3.22 logs the reason, newer ones raise it.
    told = [*feedback.errors, str(raised.value)]
    assert any("text.h5 is not an HDF5 file" in text for text in told)
    assert not any("Traceback" in text for text in told)


def test_cancelled_step_ends_the_model(model, tile, tmp_path):
    run_model(model, tile, tmp_path, Recorder(cancel_at="Iteration 1"))
    assert (tmp_path / "components.tif").exists()
    assert not (tmp_path / "classes.tif").exists()


def test_model_survives_saving(model, tmp_path):
    path = tmp_path / "chain.model3"
    assert model.toFile(str(path))
    again = QgsProcessingModelAlgorithm()
    assert again.fromFile(str(path))
    sources = again.childAlgorithms()["kmeans"].parameterSources()
    assert sources["CLUSTERS"][0].outputName() == "COMPONENTS_KEPT"
