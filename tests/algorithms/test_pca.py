import json
import re

import numpy as np
import pytest
import spectral
from osgeo import gdal
from qgis.core import QgsProcessingException

from neon_aop.core.files.raster.image import RasterImage
from neon_aop.core.methods.transforms.linear import LinearTransform
from neon_aop.tests.algorithms.checks import (
    Recorder,
    assert_georeferenced_like,
    read,
    read_table,
    run,
    spectra,
    write_raster,
)

NODATA = -9999


@pytest.fixture(scope="module")
def results(cleaned, tmp_path_factory, registered):
    """Everything that principal components of the cleaned tile can give, and the log."""
    folder = tmp_path_factory.mktemp("pca")
    feedback = Recorder()
    found = run(
        "pca",
        feedback,
        INPUT=cleaned,
        OUTPUT=folder / "scores.tif",
        EIGENVALUES=folder / "eigenvalues.csv",
        LOADINGS=folder / "loadings.csv",
        MODEL=folder / "model.json",
    )
    return {**found, "feedback": feedback}


@pytest.fixture(scope="module")
def pixels(cleaned):
    """Reflectance of the same pixels without the rounding to Float32, shape (pixels, bands)."""
    return np.rint(spectra(cleaned)[0] * 10_000) / 10_000


@pytest.fixture(scope="module")
def spy(pixels):
    """SPy's principal components."""
    return spectral.principal_components(pixels[:, np.newaxis])


def test_eigenvalues_are_those_of_spy(results, spy):
    _, rows = read_table(results["EIGENVALUES"])
    found = np.array([float(row[1]) for row in rows])
    np.testing.assert_allclose(found, spy.eigenvalues, rtol=1e-9)


def test_scores_are_those_of_spy_up_to_sign(results, spy, pixels):
    scores, _ = spectra(results["OUTPUT"])
    expected = (pixels - spy.mean) @ spy.eigenvectors[:, : results["COMPONENTS_KEPT"]]
    signs = np.sign((scores * expected).sum(axis=0))
    np.testing.assert_allclose(scores, expected * signs, atol=1e-6)


@pytest.mark.parametrize("fraction", [0.9, 0.999, 0.99999])
def test_as_many_components_as_spy_keeps(cleaned, spy, tmp_path, fraction):
    found = run("pca", INPUT=cleaned, FRACTION=fraction, OUTPUT=tmp_path / "out.tif")
    assert found["COMPONENTS_KEPT"] == len(spy.reduce(fraction=fraction).eigenvalues)
    assert gdal.Open(found["OUTPUT"]).RasterCount == found["COMPONENTS_KEPT"]


def test_share_kept_reaches_the_fraction(results):
    _, rows = read_table(results["EIGENVALUES"])
    cumulative = [float(row[3]) for row in rows]
    kept = results["COMPONENTS_KEPT"]
    assert results["VARIANCE_KEPT"] == pytest.approx(cumulative[kept - 1])
    assert cumulative[kept - 1] >= 0.999 > cumulative[kept - 2]


def test_components_go_before_the_fraction(cleaned, tmp_path):
    found = run("pca", INPUT=cleaned, FRACTION=0.5, COMPONENTS=7, OUTPUT=tmp_path / "out.tif")
    assert found["COMPONENTS_KEPT"] == gdal.Open(found["OUTPUT"]).RasterCount == 7


def test_largest_loading_is_positive(results):
    _, rows = read_table(results["LOADINGS"])
    for row in rows:
        loadings = np.array([float(text) for text in row[1:]])
        assert loadings[np.abs(loadings).argmax()] > 0


def test_loadings_have_a_column_for_each_wavelength(results, tile_info):
    header, rows = read_table(results["LOADINGS"])
    assert len(header) == 1 + 173
    assert float(header[1]) == pytest.approx(tile_info.bands.wavelengths[10], abs=1e-4)
    assert len(rows) == results["COMPONENTS_KEPT"]


def test_band_names_say_the_share(results):
    dataset = gdal.Open(results["OUTPUT"])
    _, rows = read_table(results["EIGENVALUES"])
    for number, row in enumerate(rows[: results["COMPONENTS_KEPT"]], start=1):
        name = dataset.GetRasterBand(number).GetDescription()
        assert re.fullmatch(r"PC \d+ \(\d+\.\d %\)", name)
        assert name == f"PC {number} ({100 * float(row[2]):.1f} %)"


@pytest.mark.parametrize(("count", "colours"), [(2, ["Gray", "Undefined"]), (4, ["Red", "Green", "Blue", "Undefined"])])
def test_first_three_components_are_for_three_colours(cleaned, tmp_path, count, colours):
    dataset = gdal.Open(run("pca", INPUT=cleaned, COMPONENTS=count, OUTPUT=tmp_path / "scores.tif")["OUTPUT"])
    bands = [dataset.GetRasterBand(number + 1) for number in range(count)]
    assert [gdal.GetColorInterpretationName(band.GetColorInterpretation()) for band in bands] == colours


def test_no_data_is_kept(results, cleaned):
    dataset = gdal.Open(results["OUTPUT"])
    assert dataset.GetRasterBand(1).GetNoDataValue() == NODATA
    valid = spectra(cleaned)[1]
    np.testing.assert_array_equal((read(results["OUTPUT"]) == NODATA).all(axis=0), ~valid)


def test_lies_where_the_raster_lies(results, tile_info):
    assert_georeferenced_like(results["OUTPUT"], tile_info.grid)


def test_scores_are_float32_and_centred(results):
    scores, _ = spectra(results["OUTPUT"])
    assert read(results["OUTPUT"]).dtype == np.float32
    np.testing.assert_allclose(scores.mean(axis=0), 0, atol=1e-6)


def test_eigenvalue_table_has_all_components(results):
    header, rows = read_table(results["EIGENVALUES"])
    assert header == ["component", "eigenvalue", "share", "cumulative"]
    assert [int(row[0]) for row in rows] == list(range(1, 174))
    assert float(rows[-1][3]) == pytest.approx(1)


def test_model_gives_the_same_scores_again(results, cleaned):
    model = LinearTransform.read(results["MODEL"])
    with RasterImage(cleaned) as raster:
        image = raster.read_pixels()
    again = model.forward(image.values, image.scale, image.offset)
    np.testing.assert_array_equal(again.astype(np.float32), spectra(results["OUTPUT"])[0])


def test_model_is_plain_json(results):
    with open(results["MODEL"], encoding="utf-8") as file:
        model = json.load(file)
    assert len(model["components"]) == results["COMPONENTS_KEPT"]
    assert len(model["wavelengths_nm"]) == len(model["mean_reflectance"]) == 173


def test_lines_in_the_documentation_give_the_scores(results, cleaned, tmp_path, pytestconfig, monkeypatch):
    page = (pytestconfig.rootpath / "docs" / "algorithms" / "pca.md").read_text(encoding="utf-8")
    lines = re.search(r"```python\n(.*?)```", page, re.DOTALL)[1]
    (tmp_path / "model.json").symlink_to(results["MODEL"])
    (tmp_path / "reflectance.tif").symlink_to(cleaned)
    monkeypatch.chdir(tmp_path)
    found = {}
    exec(lines, found)  # noqa: S102
    np.testing.assert_allclose(found["scores"], read(results["OUTPUT"])[:, 10, 20], atol=1e-6)


def test_log_says_how_many_are_kept(results):
    assert any(f"{results['COMPONENTS_KEPT']} of 173 components" in line for line in results["feedback"].lines)


def test_tables_are_left_out_when_not_wanted(cleaned, tmp_path):
    found = run("pca", INPUT=cleaned, OUTPUT=tmp_path / "out.tif")
    assert set(found) == {"OUTPUT", "COMPONENTS_KEPT", "VARIANCE_KEPT"}


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (np.full((3, 4, 5), 7, np.int16), "All valid pixels of in are equal"),
        (np.arange(3, dtype=np.int16).reshape(3, 1, 1), "in has 1 valid pixel,"),
        (np.full((3, 4, 5), NODATA, np.int16), "in has 0 valid pixels"),
    ],
    ids=["constant", "one pixel", "no data"],
)
def test_too_little_to_compute_from(tmp_path, values, sentence):
    raster = write_raster(tmp_path / "in.tif", values, nodata=NODATA)
    with pytest.raises(QgsProcessingException, match=sentence):
        run("pca", INPUT=raster, OUTPUT=tmp_path / "out.tif")
    assert not (tmp_path / "out.tif").exists()


def test_single_band_is_its_own_component(tmp_path):
    values = np.arange(20, dtype=np.int16).reshape(1, 4, 5)
    found = run("pca", INPUT=write_raster(tmp_path / "in.tif", values), OUTPUT=tmp_path / "out.tif")
    np.testing.assert_allclose(read(found["OUTPUT"]), values - 9.5, rtol=1e-6)


def test_more_components_than_bands_are_refused(tmp_path):
    raster = write_raster(tmp_path / "in.tif", np.arange(60, dtype=np.int16).reshape(3, 4, 5))
    with pytest.raises(QgsProcessingException, match="there are 3 bands"):
        run("pca", INPUT=raster, COMPONENTS=4, OUTPUT=tmp_path / "out.tif")


def test_no_share_is_refused(cleaned, tmp_path):
    with pytest.raises(QgsProcessingException, match="must be above 0"):
        run("pca", INPUT=cleaned, FRACTION=0, OUTPUT=tmp_path / "out.tif")


def test_cancel_leaves_nothing(cleaned, tmp_path):
    feedback = Recorder(cancel_at="4 of 173 components")
    found = run("pca", feedback, INPUT=cleaned, COMPONENTS=4, OUTPUT=tmp_path / "out.tif", MODEL=tmp_path / "m.json")
    assert found == {}
    assert not list(tmp_path.iterdir())


def test_two_outputs_of_one_name_are_refused(cleaned, tmp_path):
    same = tmp_path / "same.tif"
    with pytest.raises(QgsProcessingException, match=r"\(MODEL\): .* is the file of .* \(OUTPUT\) as well"):
        run("pca", INPUT=cleaned, OUTPUT=same, MODEL=same)


def test_scores_beyond_float32_are_refused(tmp_path):
    values = np.arange(60, dtype=np.float64).reshape(3, 4, 5) * 1e45
    with pytest.raises(QgsProcessingException, match="too large for Float32"):
        run("pca", INPUT=write_raster(tmp_path / "in.tif", values), OUTPUT=tmp_path / "out.tif")
    assert not (tmp_path / "out.tif").exists()


def test_small_shares_are_told_by_their_first_digit(tmp_path):
    noise = np.random.default_rng(0).normal(size=(2, 40, 50))
    raster = write_raster(tmp_path / "in.tif", (noise * [[[1.0]], [[0.01]]]).astype(np.float32))
    found = gdal.Open(str(run("pca", INPUT=raster, COMPONENTS=2, OUTPUT=tmp_path / "out.tif")["OUTPUT"]))
    assert [found.GetRasterBand(band).GetDescription() for band in (1, 2)] == ["PC 1 (100.0 %)", "PC 2 (0.01 %)"]
