"""Comparing class maps as users call it: rasters of any grid, reference features, errors, layers."""

from __future__ import annotations

import csv
import math

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from sklearn import metrics

from neon_aop.tests.algorithms.checks import Recorder, read, run
from neon_aop.tests.classrasters import with_names, write_class_raster
from neon_aop.tests.tiles import LEFT, TOP

ROWS, COLUMNS = 30, 40


@pytest.fixture(autouse=True)
def registered(provider):
    """All these tests run algorithms."""


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    values = np.random.default_rng(1).integers(0, 4, (ROWS, COLUMNS)).astype(np.uint8)
    path = tmp_path_factory.mktemp("first") / "first.tif"
    return write_class_raster(path, values, describe=with_names("1 - water (9.0 %)", "grass", "rock"))


@pytest.fixture(scope="module")
def values(first):
    return read(first)[0]


def compare(tmp_path, first, second, feedback=None, **parameters):
    """Compare a map with another one, or with features where a field is given or the other one is a layer."""
    is_layer = isinstance(second, (QgsVectorLayer, QgsProcessingFeatureSourceDefinition)) or "FIELD" in parameters
    parameters["REFERENCE" if is_layer else "SECOND"] = second
    return run("compareclassifications", feedback, FIRST=first, AGREEMENT=tmp_path / "agreement.tif", **parameters)


def error_of(tmp_path, first, second, **parameters):
    with pytest.raises(QgsProcessingException) as raised:
        compare(tmp_path, first, second, **parameters)
    assert not list(tmp_path.glob("agreement*"))
    return str(raised.value)


def test_numbers_are_those_of_scikit_learn(tmp_path, first, values):
    other = np.random.default_rng(2).integers(0, 4, values.shape).astype(np.uint8)
    other[:20] = values[:20]
    second = write_class_raster(tmp_path / "second.tif", other)
    found = compare(tmp_path, first, second, MATCH=1)
    both = (values > 0) & (other > 0)
    assert found["OVERALL"] == pytest.approx(metrics.accuracy_score(other[both], values[both]), abs=1e-12)
    assert found["KAPPA"] == pytest.approx(metrics.cohen_kappa_score(other[both], values[both]), abs=1e-12)
    assert found["ADJUSTED_RAND"] == pytest.approx(metrics.adjusted_rand_score(other[both], values[both]), abs=1e-12)
    np.testing.assert_array_equal(read(found["AGREEMENT"])[0] > 0, both)


def test_map_of_another_crs(tmp_path, first, values):
    """Brought to degrees by nearest pixel, a map agrees with itself but at edges of pixels."""
    fine = np.kron(values, np.ones((5, 5), np.uint8))
    path = write_class_raster(tmp_path / "fine.tif", fine, transform=(LEFT, 0.2, 0, TOP, 0, -0.2))
    gdal.Warp(str(tmp_path / "degrees.tif"), path, dstSRS="EPSG:4326", resampleAlg="near").FlushCache()
    found = compare(tmp_path, first, tmp_path / "degrees.tif", MATCH=1)
    assert found["OVERALL"] == 1
    both = (read(found["AGREEMENT"])[0] > 0).sum()
    assert both == (values > 0).sum()


def test_single_class_has_no_kappa(tmp_path):
    one, other = (
        write_class_raster(tmp_path / name, np.full((4, 5), number, np.uint8))
        for name, number in (("a.tif", 1), ("b.tif", 7))
    )
    found = compare(tmp_path, one, other)
    assert (found["OVERALL"], found["ADJUSTED_RAND"]) == (1, 1)
    assert "KAPPA" not in found


def layer_of(kind, features, name="plots", field="class", type_of="string", crs="EPSG:32618"):
    """Make a layer in memory; features are (WKT or None, value)."""
    layer = QgsVectorLayer(f"{kind}?crs={crs}&field=id:integer&field={field}:{type_of}", name, "memory")
    made = []
    for number, (text, value) in enumerate(features):
        made.append(QgsFeature(layer.fields()))
        made[-1].setAttributes([number, value])
        if text:
            made[-1].setGeometry(QgsGeometry.fromWkt(text))
    layer.dataProvider().addFeatures(made)
    layer.updateExtents()
    return layer


def random_points(values, count=60, seed=0):
    """Return points in pixels with a class, and these pixels."""
    rng = np.random.default_rng(seed)
    places = np.argwhere(values > 0)
    rows, columns = places[rng.choice(len(places), count, replace=False)].T
    offsets = rng.uniform(0.05, 0.95, (2, count))
    xs, ys = LEFT + columns + offsets[0], TOP - rows - offsets[1]
    return [f"POINT({x} {y})" for x, y in zip(xs, ys)], (rows, columns)


def test_points_with_names(tmp_path, first, values):
    texts, places = random_points(values)
    names = np.array(["", "water", "grass", "rock"])
    truth = values[places].copy()
    truth[:10] = 2
    layer = layer_of("Point", list(zip(texts, names[truth].tolist())))
    found = compare(tmp_path, first, layer, FIELD="class", MATCH=2, TABLE=tmp_path / "table.csv")
    assert found["OVERALL"] == pytest.approx(metrics.accuracy_score(truth, values[places]), abs=1e-12)
    assert found["KAPPA"] == pytest.approx(metrics.cohen_kappa_score(truth, values[places]), abs=1e-12)
    with open(found["TABLE"], newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["name"] for row in rows] == ["water", "grass", "rock", ""]
    assert [row["match_name"] for row in rows] == ["water", "grass", "rock", ""]
    precision = metrics.precision_score(truth, values[places], average=None)
    np.testing.assert_allclose([float(row["precision"]) for row in rows[:3]], precision, atol=1e-12)


@pytest.mark.parametrize(("type_of", "convert"), [("integer", int), ("double", float), ("string", str)])
def test_points_with_numbers_of_any_type(tmp_path, first, values, type_of, convert):
    texts, places = random_points(values)
    layer = layer_of("Point", [(text, convert(number)) for text, number in zip(texts, values[places])], type_of=type_of)
    assert compare(tmp_path, first, layer, FIELD="class", MATCH=1)["OVERALL"] == 1


def test_polygons_of_a_file_in_another_crs(tmp_path, first, values):
    squares = []
    for row, column in ((2, 3), (10, 20), (22, 30)):
        corners = [(column, row), (column + 4, row), (column + 4, row + 3), (column, row + 3), (column, row)]
        ring = ", ".join(f"{LEFT + x + 0.1} {TOP - y - 0.1}" for x, y in corners)
        squares.append((f"MULTIPOLYGON((({ring})))", int(values[row, column]) or 1))
    layer = layer_of("MultiPolygon", squares, type_of="integer")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(tmp_path / "plots.gpkg"), QgsProject.instance().transformContext(), options
    )
    found = compare(tmp_path, first, tmp_path / "plots.gpkg", FIELD="class", MATCH=1)
    expected = np.zeros(values.shape, bool)
    truth = np.zeros_like(values)
    for (row, column), (_, number) in zip(((2, 3), (10, 20), (22, 30)), squares):
        expected[row : row + 3, column : column + 4] = True
        truth[row : row + 3, column : column + 4] = number
    expected &= values > 0
    np.testing.assert_array_equal(read(found["AGREEMENT"])[0] > 0, expected)
    assert found["OVERALL"] == pytest.approx((values == truth)[expected].mean(), abs=1e-12)


def test_only_selected_features(tmp_path, first, values):
    texts, places = random_points(values, 20)
    truth = values[places].copy()
    truth[10:] = 4 - truth[10:]
    layer = layer_of("Point", [(text, int(number)) for text, number in zip(texts, truth)], type_of="integer")
    QgsProject.instance().addMapLayer(layer)
    layer.selectByIds([feature.id() for feature in layer.getFeatures() if feature["id"] < 10])
    try:
        selected = QgsProcessingFeatureSourceDefinition(layer.id(), True)
        assert compare(tmp_path, first, selected, FIELD="class", MATCH=1)["OVERALL"] == 1
        assert (read(tmp_path / "agreement.tif") > 0).sum() == 10
    finally:
        QgsProject.instance().removeMapLayer(layer)


def test_features_without_class_are_left_out(tmp_path, first, values):
    texts, places = random_points(values, 3)
    feedback = Recorder()
    layer = layer_of("Point", [(texts[0], int(values[places][0])), (texts[1], None), (None, 1)], type_of="integer")
    assert compare(tmp_path, first, layer, feedback, FIELD="class", MATCH=1)["OVERALL"] == 1
    assert "2 features of plots have no geometry or no class and are left out." in feedback.lines


INSIDE = f"POINT({LEFT + 1} {TOP - 1})"


@pytest.mark.parametrize(
    ("layer", "settings", "reason"),
    [
        (
            ("Point", [(INSIDE, "a")]),
            {},
            r"Field of classes \(FIELD\) is missing; of plots, it must be one of id, class",
        ),
        (("Point", [(INSIDE, "a")]), {"FIELD": "kind"}, r"\(FIELD\) is kind; of plots, it must be one of id, class"),
        (("Point", []), {"FIELD": "class"}, "plots holds no point or polygon with a class in the field class"),
        (("Point", [(INSIDE, None)]), {"FIELD": "class"}, "plots holds no point or polygon with a class"),
        (("Point", [(INSIDE, 2.5)], "plots", "class", "double"), {"FIELD": "class"}, "field class of plots holds 2.5"),
        (("Point", [("POINT(0 0)", "a")]), {"FIELD": "class"}, "plots has no class anywhere in first"),
        (("LineString", [("LINESTRING(0 0, 1 1)", "a")]), {"FIELD": "class"}, "plots holds no point or polygon"),
        (("None", [(None, "a")]), {"FIELD": "class"}, "plots holds no point or polygon"),
    ],
)
def test_features_that_cannot_be_used(tmp_path, first, layer, settings, reason):
    with pytest.raises(QgsProcessingException, match=reason):
        compare(tmp_path, first, layer_of(*layer), **settings)


def test_continuous_raster_is_refused(tmp_path, first):
    path = write_class_raster(tmp_path / "ndvi.tif", np.linspace(-1, 1, 1200).reshape(30, 40))
    for maps in ((first, path), (path, first)):
        assert "ndvi.tif holds the value" in error_of(tmp_path, *maps)


def test_raster_of_very_many_values_is_refused(tmp_path):
    path = write_class_raster(tmp_path / "height.tif", np.arange(5000, 5000 + 1200, dtype=np.int16).reshape(30, 40))
    assert "height has more than 1,000 different values" in error_of(tmp_path, path, path)


def test_maps_apart_are_refused(tmp_path, first, values):
    path = write_class_raster(tmp_path / "apart.tif", values, transform=(LEFT + 500, 1, 0, TOP, 0, -1))
    assert "apart has no class anywhere in first: it lies elsewhere" in error_of(tmp_path, first, path)


def test_tile_is_no_map(tmp_path, first):
    (tmp_path / "tile.h5").write_bytes(b"")
    assert "not an HDF5 file" in error_of(tmp_path, first, tmp_path / "tile.h5")


def test_result_does_not_replace_an_input(tmp_path, first, values):
    second = write_class_raster(tmp_path / "second.tif", values)
    with pytest.raises(QgsProcessingException, match="is an input as well"):
        run("compareclassifications", FIRST=first, SECOND=second, AGREEMENT=second)


def test_exactly_one_to_compare_with(tmp_path, first):
    with pytest.raises(QgsProcessingException, match=r"\(SECOND\) and .*\(REFERENCE\) are both given"):
        compare(tmp_path, first, layer_of("Point", [(INSIDE, "a")]), SECOND=first, FIELD="class")
    with pytest.raises(QgsProcessingException, match=r"Neither .*\(SECOND\) nor .*\(REFERENCE\) is given"):
        run("compareclassifications", FIRST=first, AGREEMENT=tmp_path / "agreement.tif")


def test_file_that_is_no_layer_is_told(tmp_path, first):
    with pytest.raises(QgsProcessingException, match=r"\(REFERENCE\) cannot be opened; choose another layer"):
        compare(tmp_path, first, tmp_path / "nowhere.gpkg", FIELD="class")


def test_raster_in_place_of_features_is_told(tmp_path, first):
    with pytest.raises(QgsProcessingException, match=r"\(REFERENCE\) is a raster; .*give it as .*\(SECOND\)"):
        compare(tmp_path, first, first, FIELD="class")
    for algorithm, given in (("gaussianclassifier", "TRAINING"), ("samplespectra", "LOCATIONS")):
        with pytest.raises(QgsProcessingException, match=rf"\({given}\) is a raster; .*give it as .*\(CLASSES\)"):
            run(algorithm, INPUT=first, **{given: first}, FIELD="class", OUTPUT=tmp_path / "o.tif")


def test_layer_is_named_after_both_maps(tmp_path, first, values):
    second = write_class_raster(tmp_path / "second.tif", values)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    path = str(tmp_path / "agreement.tif")
    details = QgsProcessingContext.LayerDetails("Agreement", QgsProject.instance(), "AGREEMENT")
    context.addLayerToLoadOnCompletion(path, details)
    run("compareclassifications", context=context, FIRST=first, SECOND=second, AGREEMENT=path)
    assert context.layerToLoadOnCompletionDetails(path).name == "Agreement of first and second"


def test_measures_are_finite_numbers(tmp_path, first):
    found = compare(tmp_path, first, first)
    assert all(math.isfinite(found[name]) for name in ("OVERALL", "ADJUSTED_RAND", "KAPPA"))
    assert found["OVERALL"] == 1


def test_dialog_opens_beside_layers_of_all_kinds(first, no_main_window):
    """A field whose parent may be a raster ends QGIS 3.22."""
    from processing.gui.AlgorithmDialog import AlgorithmDialog

    layers = [QgsRasterLayer(first, "classes"), layer_of("Point", [(INSIDE, "a")])]
    QgsProject.instance().addMapLayers(layers)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("neonaop:compareclassifications")
    dialog = AlgorithmDialog(algorithm, False, None)
    try:
        dialog.setParameters({"FIRST": layers[0].id(), "REFERENCE": layers[1].id()})
        fields = dialog.mainWidget().wrappers["FIELD"].wrappedWidget()
        assert [fields.itemText(place) for place in range(fields.count())][-2:] == ["id", "class"]
    finally:
        dialog.close()
        QgsProject.instance().removeMapLayers([layer.id() for layer in layers])
