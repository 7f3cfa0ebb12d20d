"""Values of parameters are taken as they are, or refused by the name of the parameter with what is allowed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from qgis.core import (
    NULL,
    QgsApplication,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsProperty,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)

from neon_aop.tests.algorithms.checks import Recorder, read, run, write_raster
from neon_aop.tests.tiles import random_cube

TILES = {"TILES": ["a.h5"], "CLASS_RASTER": "c.tif", "PC_RASTER": "p.tif"}
TILE = {"INPUT": "a.h5"}


@pytest.fixture
def raster(tmp_path):
    return str(write_raster(tmp_path / "raster.tif", random_cube(12, 10, 4).transpose(2, 0, 1)))


def problem(algorithm, **values):
    """Return what is said of values before a run, empty when nothing is."""
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    created = QgsApplication.processingRegistry().createAlgorithmById(f"neonaop:{algorithm}")
    is_accepted, sentence = created.checkParameterValues(values, context)
    assert is_accepted == (not sentence)
    return sentence


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("CLUSTERS", 0, "a whole number from 1 to 65535"),
        ("CLUSTERS", 2.5, "a whole number from 1 to 65535"),
        ("CLUSTERS", "2.5", "a whole number from 1 to 65535"),
        ("CLUSTERS", "many", "a whole number from 1 to 65535"),
        ("CLUSTERS", "1_0", "a whole number from 1 to 65535"),
        ("CLUSTERS", float("nan"), "a whole number from 1 to 65535"),
        ("MAX_ITERATIONS", 0, "a whole number from 1 to 2147483647"),
        ("SEED", 2**31, "a whole number from 0 to 2147483647"),
        ("FRACTION", 1.5, "a number from 0 to 1"),
        ("FRACTION", "nan", "a number from 0 to 1"),
        ("FRACTION", "0,5", "a number from 0 to 1"),
        ("START", 7, "one of 0 (Well-separated pixels (k-means++)), 1 ("),
        ("START", 1.5, "one of 0 ("),
        ("START", "1.5", "one of 0 ("),
        ("START", "K-means++", "one of 0 ("),
        ("CLEAR_SKY_ONLY", "no", "true or false"),
        ("CLEAR_SKY_ONLY", 2, "true or false"),
        ("EXTENT", "1,2,3", 'text such as "xmin,xmax,ymin,ymax [EPSG:32618]", or a layer'),
        ("EXTENT", "1,2,3,4 [EPSG:99999999]", "text such as"),
        ("EXTENT", "nan,nan,nan,nan", "text such as"),
        (
            "START_CENTRES",
            "centres.txt",
            "the path of a file that ends in .csv, as text (a spreadsheet can be saved as CSV)",
        ),
        ("CLASS_RASTER", "memory:", "the path of a file, as text, or TEMPORARY_OUTPUT"),
        ("REPORT", "memory:", "the path of a file, as text, or TEMPORARY_OUTPUT"),
        ("MASK", "tile.h5", "a raster or polygons, not an HDF5 file"),
        ("MASK", "nowhere.tif", "a raster or polygons that can be opened; choose another one"),
    ],
)
def test_wrong_value_is_refused_with_what_is_allowed(name, value, allowed):
    sentence = problem("classifytiles", **{**TILES, name: value})
    assert f"({name}) is {value}; it must be {allowed}" in sentence


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("CLUSTERS", True, "True (bool)"),
        ("CLUSTERS", np.int64(7), "7 (int64)"),
        ("CLUSTERS", [7], "[7] (list)"),
        ("FRACTION", np.float64(0.5), "0.5 (float64)"),
        ("START", True, "True (bool)"),
        ("CLEAR_SKY_ONLY", [1], "[1] (list)"),
        ("EXTENT", [0, 10, 0, 10], "[0, 10, 0, 10] (list)"),
        ("EXTENT", 5, "5"),
        ("WINDOWS", [(1340, 1445)], "[(1340, 1445)] (list)"),
        ("SCHEDULER", Path("here"), "here (PosixPath)"),
        ("TILES", ["a.h5", Path("b.h5")], "b.h5 (PosixPath)"),
        ("TILES", Path("a.h5"), "a.h5 (PosixPath)"),
        ("TILES", 5, "5"),
        ("TILES", [QgsRasterLayer("a.h5", "a tile")], "the layer a tile"),
        ("START_CENTRES", Path("c.csv"), "c.csv (PosixPath)"),
        ("START_CENTRES", ["c.csv"], "['c.csv'] (list)"),
        ("MASK", Path("mask.tif"), "mask.tif (PosixPath)"),
        ("MASK", QgsVectorLayer("Point", "points", "memory"), "the layer points"),
        ("MASK", QgsRectangle(1, 2, 3, 4), "of the type QgsRectangle"),
        ("MASK", [QgsVectorLayer("Point", "points", "memory")], "of the type list"),
        ("SCHEDULER", object(), "of the type object"),
        ("CLASS_RASTER", Path("c.tif"), "c.tif (PosixPath)"),
        ("REPORT", Path("r.html"), "r.html (PosixPath)"),
        ("REPORT", True, "True (bool)"),
    ],
)
def test_value_of_another_type_is_refused(name, value, shown):
    assert f"({name}) is {shown}; it must be " in problem("classifytiles", **{**TILES, name: value})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CLUSTERS", 7.0),
        ("CLUSTERS", " 7"),
        ("CLUSTERS", NULL),
        ("CLUSTERS", None),
        ("CLUSTERS", QgsProperty.fromExpression("3 + 4")),
        ("FRACTION", "0.5"),
        ("START", "1"),
        ("START", 1.0),
        ("CLEAR_SKY_ONLY", "FALSE"),
        ("CLEAR_SKY_ONLY", 1),
        ("CLEAR_SKY_ONLY", 0.0),
        ("EXTENT", "1,2,3,4"),
        ("EXTENT", "1,2,3,4 [EPSG:32618]"),
        ("EXTENT", QgsRectangle(1, 2, 3, 4)),
        ("EXTENT", QgsReferencedRectangle(QgsRectangle(1, 2, 3, 4), QgsProject.instance().crs())),
        ("EXTENT", QgsGeometry.fromWkt("Polygon((0 0, 1 0, 1 1, 0 0))")),
        ("EXTENT", ""),
        ("FIRST_BANDS", ""),
        ("WINDOWS", 5),
        ("TILES", "a.h5"),
        ("TILES", [["a.h5"], "b.h5", ""]),
        ("START_CENTRES", NULL),
        ("CLASS_RASTER", QgsProcessingOutputLayerDefinition("c.tif")),
        ("REPORT", NULL),
        ("REPORT", ""),
    ],
)
def test_value_is_taken(name, value):
    assert problem("classifytiles", **{**TILES, name: value}) == ""


@pytest.mark.parametrize(
    ("algorithm", "values", "name"),
    [
        ("classifytiles", {"TILES": [""]}, r"Reflectance tiles (TILES)"),
        ("classifytiles", {"CLUSTERS": ""}, "Clusters (CLUSTERS)"),
        ("classifytiles", {"CLASS_RASTER": NULL}, "Classes (CLASS_RASTER)"),
        ("cleanreflectance", {}, "Reflectance (OUTPUT)"),
        ("kmeans", {"INPUT": None, "OUTPUT": "c.tif"}, "Raster (INPUT)"),
    ],
)
def test_missing_value_is_named(algorithm, values, name):
    given = {"classifytiles": TILES, "cleanreflectance": TILE}.get(algorithm, {})
    assert f"{name} is missing; it must be " in problem(algorithm, **{**given, **values})


@pytest.mark.parametrize("algorithm", ["inspecttile", "cleanreflectance", "ancillarylayer"])
def test_path_object_for_a_tile_is_refused(algorithm):
    assert "(INPUT) is a.h5 (PosixPath); it must be the path of a file, as text." in problem(
        algorithm, INPUT=Path("a.h5"), OUTPUT="o.tif"
    )


@pytest.mark.parametrize("value", [-3.4e38, "1e20", 0])
def test_number_without_bounds_is_taken(raster, value):
    assert problem("kmeans", INPUT=raster, NODATA=value, OUTPUT="c.tif") == ""


def test_number_without_bounds_is_a_number(raster):
    assert "(NODATA) is none; it must be a number." in problem("kmeans", INPUT=raster, NODATA="none", OUTPUT="c.tif")


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("tile.h5", "a raster, not an HDF5 file; run Clean reflectance on it first, or Classify tiles for classes"),
        ("nowhere.tif", "a raster that can be opened; choose another one"),
    ],
)
def test_file_of_another_kind_is_no_raster(path, allowed):
    assert f"Raster (INPUT) is {path}; it must be {allowed}." in problem("kmeans", INPUT=path, OUTPUT="c.tif")


def test_raster_of_another_provider_is_refused(raster):
    layer = QgsRasterLayer("type=xyz&url=http://127.0.0.1/%7Bz%7D", "a web map", "wms")
    assert layer.isValid()
    assert "is the layer a web map; it must be a raster in a file, not one from wms" in problem(
        "kmeans", INPUT=layer, OUTPUT="c.tif"
    )


@pytest.mark.parametrize("content", ["", "<html>Sign in</html>"])
def test_file_that_is_no_raster_is_named(tmp_path, content):
    path = tmp_path / "page.tif"
    path.write_text(content)
    assert f"Raster (INPUT) is {path}; it must be a raster that can be opened" in problem(
        "kmeans", INPUT=str(path), OUTPUT="c.tif"
    )


def test_window_of_qgis_names_parameters_by_their_labels_alone(labels_alone):
    assert problem("classifytiles", **TILES, CLUSTERS=0).startswith("Clusters is 0; it must be")


def test_run_stops_at_a_wrong_value_and_writes_nothing(raster, tmp_path):
    with pytest.raises(QgsProcessingException, match=r"Clusters \(CLUSTERS\) is 0"):
        run("kmeans", INPUT=raster, CLUSTERS=0, OUTPUT=tmp_path / "classes.tif")
    assert not (tmp_path / "classes.tif").exists()


def test_step_of_a_model_stops_at_a_wrong_value(raster, tmp_path):
    created = QgsApplication.processingRegistry().createAlgorithmById("neonaop:kmeans")
    context = QgsProcessingContext()
    parameters = {"INPUT": raster, "START": 1.5, "OUTPUT": str(tmp_path / "classes.tif")}
    # As models do, without asking checkParameterValues.
    with pytest.raises(QgsProcessingException, match=r"\(START\) is 1.5"):
        created.run(parameters, context, Recorder(), catchExceptions=False)


def test_values_that_are_null_are_the_defaults(raster, tmp_path):
    found = run("kmeans", INPUT=raster, CLUSTERS=NULL, MASK=NULL, OUTPUT=tmp_path / "found.tif")
    expected = run("kmeans", INPUT=raster, OUTPUT=tmp_path / "expected.tif")
    np.testing.assert_array_equal(read(found["OUTPUT"]), read(expected["OUTPUT"]))


def test_expression_counts_as_its_value(raster, tmp_path):
    found = run("kmeans", INPUT=raster, CLUSTERS=QgsProperty.fromExpression("1 + 2"), OUTPUT=tmp_path / "found.tif")
    assert read(found["OUTPUT"]).max() == 3


@pytest.mark.parametrize("windows", [",", " ; , "])
def test_windows_of_commas_are_refused(tile, tmp_path, windows):
    with pytest.raises(QgsProcessingException, match=r"\(WINDOWS\) is .*write ranges such as"):
        run("cleanreflectance", INPUT=tile, WINDOWS=windows, OUTPUT=tmp_path / "out.tif")


def test_unknown_parameter_is_named(raster, tmp_path):
    recorder = Recorder()
    run("kmeans", recorder, INPUT=raster, CLUSTER=7, OUTPUT=tmp_path / "classes.tif")
    assert any("CLUSTER is not a parameter" in warning for warning in recorder.warnings)
