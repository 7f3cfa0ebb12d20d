"""Merging classes as users call it: words, a table, the sieve, centres, errors."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException

from neon_aop.tests.algorithms.checks import Recorder, assert_georeferenced_like, read, read_table, run
from neon_aop.tests.classrasters import grid_of, with_names, write_class_raster

VALUES = np.random.default_rng(1).integers(0, 6, (30, 40)).astype(np.uint8)
CENTRES = "class,pixels,area_ha,500.0000,600.0000\n1,10,,0.1,0.2\n2,30,,0.3,0.4\n4,10,,0.7,0.0\n9,5,,0.5,0.5\n"


@pytest.fixture(autouse=True)
def registered(provider):
    """All these tests run algorithms."""


@pytest.fixture
def classes(tmp_path):
    path = tmp_path / "classes.tif"
    return write_class_raster(
        path, VALUES, describe=with_names("water", "grass", "rock", "4 - x (1.0 %)", "road, paved")
    )


def merge(tmp_path, classes, **parameters):
    return run("mergeclasses", INPUT=classes, OUTPUT=tmp_path / "merged.tif", **parameters)


def names_in(path):
    dataset = gdal.Open(str(path))
    table = dataset.GetRasterBand(1).GetDefaultRAT()
    return [table.GetValueAsString(row, 1) for row in range(table.GetRowCount())]


def test_words(tmp_path, classes):
    found = merge(tmp_path, classes, MERGE="2+4=meadow, road, paved=street")
    expected = np.array([0, 1, 2, 3, 2, 5])[VALUES]
    np.testing.assert_array_equal(read(found["OUTPUT"])[0], expected)
    assert_georeferenced_like(found["OUTPUT"], grid_of(VALUES.shape))
    assert found["CLASSES_FOUND"] == 4
    assert names_in(found["OUTPUT"]) == ["1 - water", "2 - meadow", "3 - rock", "", "5 - street"]


def test_user_sees_how_many_classes_are_left(tmp_path, classes):
    recorder = Recorder()
    run("mergeclasses", recorder, INPUT=classes, MERGE="2+4=meadow", OUTPUT=tmp_path / "merged.tif")
    assert "5 classes became 4." in recorder.lines


def test_table_and_words_give_the_same(tmp_path, classes):
    table = tmp_path / "rules.csv"
    table.write_text("class,name,colour\n2,meadow,#010203\nx,meadow,\n", encoding="utf-8")
    by_table = merge(tmp_path, classes, MERGE_TABLE=table)
    words = run("mergeclasses", INPUT=classes, MERGE="2+4=meadow #010203", OUTPUT=tmp_path / "words.tif")
    np.testing.assert_array_equal(read(tmp_path / "words.tif"), read(tmp_path / "merged.tif"))
    assert names_in(tmp_path / "words.tif") == names_in(tmp_path / "merged.tif")
    assert (tmp_path / "words.qml").read_bytes() == (tmp_path / "merged.qml").read_bytes()
    assert by_table["CLASSES_FOUND"] == words["CLASSES_FOUND"] == 4


def test_result_can_be_merged_again(tmp_path, classes):
    merge(tmp_path, classes, MERGE="2+4=meadow")
    found = run("mergeclasses", INPUT=tmp_path / "merged.tif", MERGE="meadow+rock=land", OUTPUT=tmp_path / "again.tif")
    np.testing.assert_array_equal(read(found["OUTPUT"])[0], np.array([0, 1, 2, 2, 2, 5])[VALUES])
    assert names_in(found["OUTPUT"])[1] == "2 - land"


def test_sieve_alone(tmp_path, classes):
    found = merge(tmp_path, classes, SIEVE=4)
    assert (read(found["OUTPUT"])[0] != VALUES).any()
    np.testing.assert_array_equal(read(found["OUTPUT"])[0] == 0, VALUES == 0)


def test_centres_are_merged(tmp_path, classes):
    centres = tmp_path / "centres.csv"
    centres.write_text(CENTRES, encoding="utf-8")
    found = merge(
        tmp_path, classes, MERGE="2+4=meadow, 9=roof", CENTRES=centres, MERGED_CENTRES=tmp_path / "merged.csv"
    )
    header, rows = read_table(found["MERGED_CENTRES"])
    assert header == CENTRES.split("\n")[0].split(",")
    assert [row[:3] for row in rows] == [["1", "10", "0.001"], ["2", "40", "0.004"], ["9", "5", "0.0005"]]
    np.testing.assert_allclose(np.array(rows[1][3:], float), [0.4, 0.3], rtol=1e-15)


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ({}, r"There is nothing to do: give .*\(MERGE\).*\(MERGE_TABLE\).*\(SIEVE\) of at least 2"),
        ({"SIEVE": 1}, "There is nothing to do"),
        ({"MERGE": "2=x", "MERGE_TABLE": "rules.csv"}, r"\(MERGE\) and .*\(MERGE_TABLE\) are both given"),
        ({"MERGE": "7=x"}, "There is no class “7”; choose from these: 1 water; 2 grass"),
        ({"MERGE": "forest"}, "cannot be understood from “forest” on; write classes, = and a name"),
        ({"MERGE": "2=x", "MERGED_CENTRES": "new.csv"}, r"\(MERGED_CENTRES\) cannot be written without .*\(CENTRES\)"),
        ({"SIEVE": -1}, r"\(SIEVE\) is -1; it must be a whole number from 0"),
    ],
)
def test_what_cannot_be_done_is_told(tmp_path, classes, settings, reason):
    with pytest.raises(QgsProcessingException, match=reason):
        merge(tmp_path, classes, **settings)
    assert not (tmp_path / "merged.tif").exists()


def test_measurements_are_refused(tmp_path):
    path = write_class_raster(tmp_path / "ndvi.tif", np.linspace(-1, 1, 1200).reshape(30, 40))
    with pytest.raises(QgsProcessingException, match=r"ndvi\.tif holds the value .*, which is no class number"):
        merge(tmp_path, path, MERGE="1=x")


def test_class_0_is_asked_for(tmp_path):
    path = write_class_raster(tmp_path / "zero.tif", VALUES, nodata=None)
    with pytest.raises(QgsProcessingException, match="Class 0 cannot be in the result"):
        merge(tmp_path, path, MERGE="1=x")
    np.testing.assert_array_equal(
        read(merge(tmp_path, path, MERGE="0=6")["OUTPUT"])[0], np.where(VALUES == 0, 6, VALUES)
    )
