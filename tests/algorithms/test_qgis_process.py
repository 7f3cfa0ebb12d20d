"""The algorithms at the command line. Each call starts QGIS, so there are few."""

import json

import numpy as np
import pytest

from neon_aop.tests.algorithms.checks import read


@pytest.fixture(scope="module")
def succeeded(qgis_process, tile, tmp_path_factory):
    folder = tmp_path_factory.mktemp("succeeded")
    process = qgis_process(
        "--json",
        "run",
        "neonaop:classifytiles",
        "--",
        f"TILES={tile}",
        f"CLASS_RASTER={folder / 'classes.tif'}",
        f"PC_RASTER={folder / 'scores.tif'}",
    )
    return process, folder


@pytest.fixture(scope="module")
def failed(qgis_process, tmp_path_factory):
    folder = tmp_path_factory.mktemp("failed")
    text = folder / "text.h5"
    text.write_text("no tile")
    return qgis_process("run", "neonaop:cleanreflectance", "--", f"INPUT={text}", f"OUTPUT={folder / 'out.tif'}")


def test_success_exits_with_0(succeeded):
    assert succeeded[0].returncode == 0, succeeded[0].stderr


def test_results_are_printed(succeeded):
    process, folder = succeeded
    results = json.loads(process.stdout)["results"]
    assert results["CLASS_RASTER"] == str(folder / "classes.tif")
    assert results["CLASSES_FOUND"] == 5
    assert 0.999 <= results["VARIANCE_KEPT"] <= 1
    assert "CENTRES" not in results


def test_rasters_are_those_of_a_run_in_qgis(succeeded, tile, tmp_path):
    from neon_aop.tests.algorithms.checks import run

    expected = run(
        "classifytiles", TILES=[tile], CLASS_RASTER=tmp_path / "classes.tif", PC_RASTER=tmp_path / "scores.tif"
    )
    np.testing.assert_array_equal(read(succeeded[1] / "classes.tif"), read(expected["CLASS_RASTER"]))
    np.testing.assert_array_equal(read(succeeded[1] / "scores.tif"), read(expected["PC_RASTER"]))


def test_failure_exits_with_1(failed):
    assert failed.returncode == 1


def test_failure_has_its_own_sentence(failed):
    said = failed.stdout + failed.stderr
    assert "text.h5 is not an HDF5 file" in said
    assert "Traceback" not in said


def test_help_lists_the_parameters(qgis_process):
    process = qgis_process("help", "neonaop:kmeans")
    assert process.returncode == 0
    for name in ("CLUSTERS", "START_CENTRES", "CLASSES_FOUND"):
        assert name in process.stdout
