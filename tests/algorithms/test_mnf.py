import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException

from neon_aop.tests.algorithms.checks import read, read_table, run, spectra

NODATA = -9999


@pytest.fixture(scope="module")
def results(cleaned, tmp_path_factory, registered):
    folder = tmp_path_factory.mktemp("mnf")
    return run(
        "mnf",
        INPUT=cleaned,
        COMPONENTS=5,
        OUTPUT=folder / "scores.tif",
        EIGENVALUES=folder / "eigenvalues.csv",
        MODEL=folder / "model.json",
        DENOISED=folder / "denoised.tif",
        REPORT=folder / "report.html",
    )


def test_noise_has_the_variance_1_in_each_component(results):
    scores = read(results["OUTPUT"]).astype(float)
    valid = (scores != NODATA).all(axis=0)
    pairs = valid[:-1, :-1] & valid[1:, 1:]
    differences = (scores[:, :-1, :-1] - scores[:, 1:, 1:])[:, pairs]
    np.testing.assert_allclose(np.cov(differences) / 2, np.eye(5), atol=1e-4)


def test_table_and_names_tell_the_ratio(results):
    head, rows = read_table(results["EIGENVALUES"])
    assert head == ["component", "eigenvalue", "share", "cumulative", "snr"]
    ratios = [float(row[4]) for row in rows]
    assert ratios == pytest.approx([float(row[1]) - 1 for row in rows])
    assert results["SIGNAL_COMPONENTS"] == sum(ratio > 1 for ratio in ratios)
    assert gdal.Open(results["OUTPUT"]).GetRasterBand(1).GetDescription() == f"MNF 1 (SNR {ratios[0]:.1f})"


def test_saved_model_gives_the_same_scores(results, cleaned, tmp_path):
    found = run("applypca", INPUT=cleaned, MODEL=results["MODEL"], OUTPUT=tmp_path / "out.tif")
    np.testing.assert_array_equal(read(found["OUTPUT"]), read(results["OUTPUT"]))


@pytest.mark.parametrize("original", ["ORIGINAL", "ORIGINAL_TILES"])
def test_inverse_transform_is_the_denoised_image(results, cleaned, tile, tmp_path, original):
    given = cleaned if original == "ORIGINAL" else [tile]
    found = run(
        "inversetransform",
        INPUT=results["OUTPUT"],
        MODEL=results["MODEL"],
        OUTPUT=tmp_path / "r.tif",
        RESIDUAL=tmp_path / "d.tif",
        **{original: given},
    )
    denoised, valid = spectra(results["DENOISED"])
    back, _ = spectra(found["OUTPUT"])
    np.testing.assert_allclose(back, denoised, atol=1e-6)
    residual = np.sqrt(((denoised - spectra(cleaned)[0]) ** 2).mean(axis=1))
    np.testing.assert_allclose(read(found["RESIDUAL"])[0][valid], residual, atol=1e-6)
    assert found["RMSE"] == pytest.approx(np.sqrt((residual**2).mean()), rel=1e-4)


def test_residual_needs_one_original(results, tmp_path):
    with pytest.raises(QgsProcessingException, match=r"Neither .* \(ORIGINAL\) nor .* \(ORIGINAL_TILES\) is given"):
        run(
            "inversetransform",
            INPUT=results["OUTPUT"],
            MODEL=results["MODEL"],
            OUTPUT=tmp_path / "r.tif",
            RESIDUAL=tmp_path / "d.tif",
        )


@pytest.mark.parametrize("algorithm", ["mnf", "anomalies"])
def test_cluster_reads_tiles_only(cleaned, tmp_path, algorithm):
    with pytest.raises(QgsProcessingException, match="A Dask cluster reads tiles, not rasters"):
        run(algorithm, INPUT=cleaned, SCHEDULER="tcp://127.0.0.1:1", OUTPUT=tmp_path / "out.tif")
