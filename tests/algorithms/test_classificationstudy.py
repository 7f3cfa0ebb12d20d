import re

import pytest
from qgis.core import QgsProcessingException

from neon_aop.tests.algorithms.checks import Recorder, read_table, run

SMALL = {"CLUSTERS": "2, 4", "SUBSET": "1,4", "MAX_ITERATIONS": 20}


@pytest.fixture(scope="module")
def studied(tile, tmp_path_factory, registered):
    folder, feedback = tmp_path_factory.mktemp("study"), Recorder()
    found = run(
        "classificationstudy",
        feedback,
        TILES=[tile],
        **SMALL,
        TABLE=folder / "table.csv",
        REPORT=folder / "report.html",
    )
    return {**found, "feedback": feedback, "page": (folder / "report.html").read_text(encoding="utf-8")}


def test_all_combinations_are_classified(studied):
    header, rows = read_table(studied["TABLE"])
    shown = [dict(zip(header, row)) for row in rows]
    assert studied["COMBINATIONS"] == len(rows) == 8
    assert [(row["clusters"], row["clustered"], row["bands"]) for row in shown[:4]] == [
        ("2", "bands", "345"),
        ("4", "bands", "345"),
        ("2", "components", "345"),
        ("4", "components", "345"),
    ]
    assert {row["bands"] for row in shown[4:]} == {"87"}


def test_largest_subset_is_the_last_similar_one(studied):
    header, rows = read_table(studied["TABLE"])
    least = min(float(row[header.index("agreement")]) for row in rows if row[2] == "4")
    assert studied["LARGEST_SUBSET"] == (4 if least >= 0.95 else 1)


def test_report_shows_heat_map_and_curve(studied):
    page = studied["page"]
    assert page.count('<svg class="matrix"') == 1
    assert 'id="curve"' in page and "Bands kept" in page
    assert re.search(r"Keeping one band in \d \(\d+ of 345\)", page)


def test_tiles_are_read_once(tile, tmp_path, monkeypatch):
    from neon_aop.core.inputs.tileset import TileWindow

    reads, read = [], TileWindow.read
    monkeypatch.setattr(
        TileWindow, "read", lambda self, *given, **named: reads.append(1) or read(self, *given, **named)
    )
    run("classificationstudy", TILES=[tile], **SMALL, TABLE=tmp_path / "table.csv")
    assert reads == [1]


def test_a_raster_gives_the_same_as_its_tile(tile, tmp_path):
    run("cleanreflectance", INPUT=tile, SUBSET_FACTOR=1, OUTPUT=tmp_path / "all.tif")
    found = [
        run("classificationstudy", **image, **SMALL, CLUSTER_ON=0, TABLE=tmp_path / f"{name}.csv")["TABLE"]
        for name, image in (("tile", {"TILES": [tile]}), ("raster", {"INPUT": tmp_path / "all.tif"}))
    ]
    one, other = (read_table(path)[1] for path in found)
    assert one == other


@pytest.mark.parametrize(
    ("parameter", "value"), [("CLUSTERS", "3, four"), ("CLUSTERS", "0"), ("SUBSET", "1, 0.5"), ("SUBSET", ",")]
)
def test_impossible_lists_are_told_by_their_labels(tile, tmp_path, parameter, value):
    with pytest.raises(QgsProcessingException, match=parameter):
        run("classificationstudy", TILES=[tile], **{**SMALL, parameter: value}, TABLE=tmp_path / "table.csv")
