import json

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelParameter,
    QgsProcessingParameterFile,
    QgsRasterLayer,
)

from neon_aop.tests.algorithms.checks import Recorder, assert_georeferenced_like, read, run, write_tile_at
from neon_aop.tests.algorithms.test_model import add_step, model_output, output_of

NODATA = -9999


@pytest.fixture(scope="module")
def original(cleaned, tmp_path_factory, registered):
    """The run that made the model."""
    folder = tmp_path_factory.mktemp("original")
    return run("pca", INPUT=cleaned, COMPONENTS=5, OUTPUT=folder / "scores.tif", MODEL=folder / "model.json")


@pytest.fixture(scope="module")
def applied(original, tile, tmp_path_factory):
    """Its model on the tile, and the log."""
    feedback = Recorder()
    output = tmp_path_factory.mktemp("applied") / "out.tif"
    results = run("applypca", feedback, TILES=[tile], MODEL=original["MODEL"], OUTPUT=output)
    return {**results, "feedback": feedback}


def assert_same_bits(found, expected):
    assert found.dtype == expected.dtype == np.float32
    np.testing.assert_array_equal(found.view(np.uint32), expected.view(np.uint32))


def test_the_tile_of_the_model_gets_its_own_scores(applied, original):
    assert_same_bits(read(applied["OUTPUT"]), read(original["OUTPUT"]))


def test_raster_and_tile_give_the_same(applied, original, cleaned, tmp_path):
    found = run("applypca", INPUT=cleaned, MODEL=original["MODEL"], OUTPUT=tmp_path / "out.tif")
    assert_same_bits(read(found["OUTPUT"]), read(applied["OUTPUT"]))


def test_bands_are_described_as_in_the_run(applied, original):
    found, expected = gdal.Open(applied["OUTPUT"]), gdal.Open(original["OUTPUT"])
    for number in range(1, 6):
        one, other = found.GetRasterBand(number), expected.GetRasterBand(number)
        assert one.GetDescription() == other.GetDescription()
        assert one.GetNoDataValue() == other.GetNoDataValue() == NODATA


def test_qgis_paints_three_components(applied):
    assert QgsRasterLayer(applied["OUTPUT"]).renderer().type() == "multibandcolor"


def test_lies_where_the_tile_lies(applied, tile_info):
    assert_georeferenced_like(applied["OUTPUT"], tile_info.grid)


def test_outputs_are_a_raster_and_numbers(applied):
    assert set(applied) == {"OUTPUT", "COMPONENTS_KEPT", "SKIPPED", "feedback"}
    assert applied["COMPONENTS_KEPT"] == 5


@pytest.fixture
def tomorrow(stored, tile_info, tmp_path):
    """The tile beside the first one: the same pixels, seen by a sensor with two more bands, all a little shifted."""
    wavelengths = tile_info.bands.wavelengths
    more = np.concatenate([wavelengths + 0.3, wavelengths[-1] + [5.3, 10.3]])
    cube = np.concatenate([stored, stored[:, :, -2:]], axis=2)
    left = tile_info.grid.left + tile_info.grid.width
    return write_tile_at(
        tmp_path / "tomorrow.h5", cube, left=left, top=tile_info.grid.top, epsg=tile_info.epsg, wavelength=more
    )


def test_neighbour_of_another_sensor_joins(applied, original, tile, tomorrow, tmp_path):
    found = run("applypca", TILES=[tile, tomorrow], MODEL=original["MODEL"], OUTPUT=tmp_path / "out.tif")
    scores = read(applied["OUTPUT"])
    assert_same_bits(read(found["OUTPUT"]), np.concatenate([scores, scores], axis=2))


def test_missing_bands_are_named(original, stored, tile_info, tmp_path):
    wavelengths = tile_info.bands.wavelengths
    kept = np.setdiff1d(np.arange(426), [100])
    poor = write_tile_at(tmp_path / "poor.h5", stored[:, :, kept], wavelength=wavelengths[kept])
    sentence = f"poor has no band for 1 of the 173 bands of .*model.json: {wavelengths[100]:.1f} nm"
    with pytest.raises(QgsProcessingException, match=sentence):
        run("applypca", TILES=[poor], MODEL=original["MODEL"], OUTPUT=tmp_path / "out.tif")


@pytest.fixture
def edited(original, tmp_path):
    """Write the model with other parts."""

    def write(**parts):
        with open(original["MODEL"], encoding="utf-8") as file:
            content = json.load(file)
        path = tmp_path / "edited.json"
        path.write_text(json.dumps({**content, **parts}), encoding="utf-8")
        return path

    return write


def test_components_need_not_be_orthonormal(original, edited, tile, applied, tmp_path):
    with open(original["MODEL"], encoding="utf-8") as file:
        first = json.load(file)["components"][0]
    twice = edited(components=[[2 * loading for loading in first]])
    found = run("applypca", TILES=[tile], MODEL=twice, OUTPUT=tmp_path / "out.tif")
    scores, expected = read(found["OUTPUT"])[0], read(applied["OUTPUT"])[0]
    valid = expected != NODATA
    np.testing.assert_array_equal(scores[valid], 2 * expected[valid])


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"format": "another"}, "is not a component model"),
        ({"mean_reflectance": [float("nan")] * 173}, "is not a JSON file"),
        ({"mean_reflectance": ["bright"] * 173}, '"mean_reflectance" is missing or does not hold the numbers'),
        ({"mean_reflectance": [0.1]}, "do not fit together"),
        ({"mean_reflectance": [1e308] * 173}, '"mean_reflectance" is missing or does not hold the numbers'),
        ({"mean_reflectance": [1e90] * 173}, "too large for Float32"),
        ({"components": []}, '"components" is missing'),
        ({"components": [[0.0] * 173] * 174}, "do not fit together"),
        ({"wavelengths_nm": [-500.0] * 173}, "has no band for 173 of the 173 bands"),
        ({"wavelengths_nm": [500.0] * 173}, "are both band"),
        ({"wavelengths_nm": [None] * 173}, "without wavelengths on both sides"),
    ],
)
def test_model_that_makes_no_sense_is_refused(edited, tile, tmp_path, parts, sentence):
    old = tmp_path / "out.tif"
    old.write_bytes(b"the old raster")
    with pytest.raises(QgsProcessingException, match=sentence) as raised:
        run("applypca", TILES=[tile], MODEL=edited(**parts), OUTPUT=old)
    assert "Traceback" not in str(raised.value)
    assert old.read_bytes() == b"the old raster"


@pytest.mark.parametrize("content", [b"", b"[]", b"[" * 100_000, bytes(range(256))])
def test_file_that_is_no_model_is_refused(tile, tmp_path, content):
    path = tmp_path / "bad.json"
    path.write_bytes(content)
    with pytest.raises(QgsProcessingException, match=r"bad.json is not a (JSON file|component model)"):
        run("applypca", TILES=[tile], MODEL=path, OUTPUT=tmp_path / "out.tif")


def test_output_over_the_model_is_refused(original, tile):
    with pytest.raises(QgsProcessingException, match=r"\(OUTPUT\): .* is an input as well"):
        run("applypca", TILES=[tile], MODEL=original["MODEL"], OUTPUT=original["MODEL"])


def test_tiles_or_a_raster_must_be_given(original, tmp_path):
    with pytest.raises(QgsProcessingException, match=r"Neither .* \(TILES\) nor Raster \(INPUT\) is given"):
        run("applypca", MODEL=original["MODEL"], OUTPUT=tmp_path / "out.tif")


def test_cancelled_run_leaves_the_old_raster(original, tile, tmp_path):
    old = tmp_path / "out.tif"
    old.write_bytes(b"the old raster")
    feedback = Recorder(cancel_at="1,600 pixels of 173 bands")
    assert run("applypca", feedback, TILES=[tile], MODEL=original["MODEL"], OUTPUT=old) == {}
    assert [path.name for path in tmp_path.iterdir()] == ["out.tif"]
    assert old.read_bytes() == b"the old raster"


def test_model_goes_from_step_to_step_of_a_model(cleaned, tmp_path):
    model = QgsProcessingModelAlgorithm("join", "tests")
    model.addModelParameter(QgsProcessingParameterFile("raster", "Raster"), QgsProcessingModelParameter("raster"))
    raster = [type(output_of("pca", "OUTPUT")[0]).fromModelParameter("raster")]
    add_step(model, "pca", {"INPUT": raster}, OUTPUT="scores", MODEL="model")
    add_step(model, "applypca", {"INPUT": raster, "MODEL": output_of("pca", "MODEL")}, OUTPUT="again")
    fits, problems = model.validate()
    assert fits, problems
    files = {"scores": "scores.tif", "model": "model.json", "again": "again.tif"}
    run(model, raster=cleaned, **{model_output(model, name): tmp_path / file for name, file in files.items()})
    assert_same_bits(read(tmp_path / "again.tif"), read(tmp_path / "scores.tif"))
