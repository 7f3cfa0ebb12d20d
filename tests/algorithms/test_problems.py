"""Wrong values of parameters are named with what is wrong about them."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingException

from neon_aop.tests.algorithms.checks import Recorder, run, write_raster
from neon_aop.tests.tiles import random_cube


@pytest.fixture
def raster(tmp_path):
    return write_raster(tmp_path / "raster.tif", random_cube(12, 10, 4).transpose(2, 0, 1))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"CLUSTERS": 0}, "CLUSTERS is 0; it must be a number from 1 to 65535"),
        ({"CLUSTERS": "many"}, "CLUSTERS is many; it must be a number"),
        ({"CLUSTERS": 2.5}, "CLUSTERS is 2.5; it must be a whole number"),
        ({"CLUSTERS": "2.5"}, "CLUSTERS is 2.5; it must be a whole number"),
        ({"START_CENTRES": "centres.txt"}, r"START_CENTRES: the name of centres.txt must end in .csv"),
        ({"MAX_ITERATIONS": 0}, "MAX_ITERATIONS is 0; it must be a number of at least 1"),
        ({"START": 7}, r"START is 7; it must be one of 0 \(K-means"),
        ({"INPUT": "tile.h5"}, "INPUT: tile.h5 is an HDF5 file, not a raster; run Clean reflectance on it first"),
    ],
)
def test_wrong_value_is_explained(provider, raster, tmp_path, values, words):
    with pytest.raises(QgsProcessingException, match=words):
        run("kmeans", **{"INPUT": raster, "OUTPUT": tmp_path / "classes.tif", **values})
    assert not (tmp_path / "classes.tif").exists()


@pytest.mark.parametrize("content", ["", "<html>Sign in</html>", None])
def test_raster_that_cannot_be_opened_is_named(provider, tmp_path, content):
    path = tmp_path / "page.tif"
    if content is not None:
        path.write_text(content)
    with pytest.raises(QgsProcessingException, match="INPUT: .*page.tif cannot be opened as a raster"):
        run("kmeans", INPUT=path, OUTPUT=tmp_path / "classes.tif")


def test_unknown_parameter_is_named(provider, raster, tmp_path):
    recorder = Recorder()
    run("kmeans", recorder, INPUT=raster, CLUSTER=7, OUTPUT=tmp_path / "classes.tif")
    assert any("CLUSTER is not a parameter" in warning for warning in recorder.warnings)
