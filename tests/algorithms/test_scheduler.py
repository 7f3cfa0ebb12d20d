"""Classifying tiles on a Dask cluster, as a user does."""

import pytest
from qgis.core import QgsProcessingException

from neon_aop.tests.algorithms.checks import Recorder, read, read_table, run
from neon_aop.tests.daskcluster import Cluster


def classify(tile, folder, feedback=None, **parameters):
    folder.mkdir(exist_ok=True)
    return run(
        "classifytiles",
        feedback,
        TILES=[tile],
        **parameters,
        CLASS_RASTER=folder / "classes.tif",
        PC_RASTER=folder / "scores.tif",
        CENTRES=folder / "centres.csv",
        REPORT=folder / "report.html",
    )


@pytest.fixture
def cluster(tmp_path_factory):
    pytest.importorskip("distributed", reason="the Python package distributed is not installed")
    cluster = Cluster(tmp_path_factory.mktemp("cluster"))
    yield cluster
    cluster.close()


def test_a_cluster_gives_the_same_result(tile, cluster, tmp_path):
    there = classify(tile, tmp_path / "there", SCHEDULER=cluster.address)
    here = classify(tile, tmp_path / "here")
    for raster in ("CLASS_RASTER", "PC_RASTER"):
        assert (read(there[raster]) == read(here[raster])).all()
    assert read_table(there["CENTRES"]) == read_table(here["CENTRES"])
    assert there["SSE"] == here["SSE"]


@pytest.mark.parametrize("cluster_on", [0, 1])
def test_a_cluster_gives_the_same_certainty(tile, cluster, tmp_path, cluster_on):
    found = []
    for folder, address in ((tmp_path / "there", cluster.address), (tmp_path / "here", "")):
        rasters = {name: folder / f"{name}.tif" for name in ("DISTANCE", "MARGIN", "SECOND")}
        settings = {"CLUSTER_ON": cluster_on, "MAX_DISTANCE": 1.2, "MAX_DISTANCE_UNIT": 1, "SCHEDULER": address}
        results = classify(tile, folder, **rasters, **settings)
        written = (*rasters.values(), folder / "classes.tif", folder / "centres.csv")
        found.append([results["UNCLASSIFIED"], *(path.read_bytes() for path in written)])
    assert found[0] == found[1]
    assert found[0][0] > 0


def test_a_cluster_can_be_cancelled(tile, cluster, tmp_path):
    feedback = Recorder(cancel_at="Iteration 1")
    assert classify(tile, tmp_path / "there", feedback, SCHEDULER=cluster.address) == {}
    assert not (tmp_path / "there" / "classes.tif").exists()


def test_what_is_no_scheduler_is_reported(tile, tmp_path):
    with pytest.raises(QgsProcessingException, match="tcp://127.0.0.1:8786"):
        classify(tile, tmp_path, SCHEDULER="my cluster")
