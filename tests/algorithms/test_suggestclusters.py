"""How many clusters are suggested for tiles and rasters."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsProcessingException, QgsProcessingModelAlgorithm

from neon_aop.core.methods.kmeans.suggestion import TABLE_COLUMNS
from neon_aop.tests.algorithms.checks import Recorder, read, read_table, run, write_raster
from neon_aop.tests.algorithms.test_model import add_step, model_output, output_of, value

GROUPS = 4


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """A raster of four kinds of pixels."""
    rng = np.random.default_rng(3)
    kinds = rng.uniform(0.05, 0.5, (GROUPS, 6))[rng.integers(0, GROUPS, (60, 70))]
    values = (kinds + rng.normal(0, 0.01, kinds.shape)).astype(np.float32)
    return write_raster(tmp_path_factory.mktemp("scene") / "scene.tif", np.moveaxis(values, 2, 0))


@pytest.fixture(scope="module")
def suggested(scene, registered, tmp_path_factory):
    folder = tmp_path_factory.mktemp("suggested")
    feedback = Recorder()
    results = run(
        "suggestclusters",
        feedback,
        INPUT=scene,
        K_MAX=6,
        TABLE=folder / "measures.csv",
        REPORT=folder / "report.html",
    )
    return results, feedback


def test_true_number_is_suggested_with_its_reason(suggested):
    results, feedback = suggested
    assert results["SUGGESTED"] == GROUPS
    assert results["REASON"].startswith("4 classes: ")
    for reason in results["REASON"].splitlines():
        assert reason in feedback.lines
        assert reason in Path(results["REPORT"]).read_text(encoding="utf-8")


def test_table_has_a_row_for_each_number(suggested):
    header, rows = read_table(suggested[0]["TABLE"])
    assert tuple(header) == TABLE_COLUMNS
    assert [row[0] for row in rows] == ["2", "3", "4", "5", "6"]


def test_phases_are_named(suggested):
    assert suggested[1].phases == ["Reading pixels", "Trying numbers of classes", "Writing the report"]


def test_tile_gives_the_same_as_the_raster_of_the_same_bands(tile, cleaned, tmp_path):
    tables = []
    for name, source in (("tile", {"TILES": [tile]}), ("raster", {"INPUT": cleaned})):
        run("suggestclusters", K_MAX=3, TABLE=tmp_path / f"{name}.csv", **source)
        tables.append((tmp_path / f"{name}.csv").read_bytes())
    assert tables[0] == tables[1]


def test_bands_of_tiles_can_be_chosen(tile, tmp_path):
    feedback = Recorder()
    run("suggestclusters", feedback, TILES=[tile], SUBSET_FACTOR=40, K_MAX=2, REPORT=tmp_path / "r.html")
    bands = next(line for line in feedback.lines if "bands kept" in line).split()[0]
    assert f"{bands} bands, " in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_same_seed_gives_the_same_and_another_another(scene, tmp_path):
    tables = {}
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        run("suggestclusters", INPUT=scene, K_MAX=3, SAMPLE=500, SEED=seed, TABLE=tmp_path / f"{name}.csv")
        tables[name] = (tmp_path / f"{name}.csv").read_bytes()
    assert tables["one"] == tables["again"] != tables["other"]


def test_no_clusters_suggest_one_class(tmp_path):
    rng = np.random.default_rng(0)
    cloud = (rng.normal(0, 1, (5, 60, 60)) * np.array([1, 0.6, 0.3, 0.2, 0.1])[:, None, None]).astype(np.float32)
    results = run("suggestclusters", INPUT=write_raster(tmp_path / "cloud.tif", cloud), K_MAX=5)
    assert results["SUGGESTED"] == 1
    assert "no clusters" in results["REASON"]


def test_range_upside_down_is_told(scene):
    with pytest.raises(QgsProcessingException, match="8 to 5"):
        run("suggestclusters", INPUT=scene, K_MIN=8, K_MAX=5)


def test_suggestion_is_clusters_of_another_step_of_a_model(scene, tmp_path):
    model = QgsProcessingModelAlgorithm("suggest and cluster", "tests")
    add_step(model, "suggestclusters", {"INPUT": value(str(scene)), "K_MAX": value(5)})
    clusters = output_of("suggestclusters", "SUGGESTED")
    add_step(model, "kmeans", {"INPUT": value(str(scene)), "CLUSTERS": clusters}, OUTPUT="classes")
    name = model_output(model, "classes")
    results = run(model, **{name: tmp_path / "classes.tif"})
    assert np.unique(read(results[name])).tolist() == [1, 2, 3, 4]
