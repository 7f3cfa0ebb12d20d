"""The Gaussian classifier as users run it, and what it says of bad samples."""

from __future__ import annotations

import json
import re
import sys

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsProcessingException, QgsProject, QgsVectorLayer
from spectral.algorithms.algorithms import create_training_classes
from spectral.algorithms.classifiers import GaussianClassifier

from neon_aop.core.methods.supervised import scikitlearn
from neon_aop.tests.algorithms.checks import Recorder, read, read_table, run, write_raster

SIDE, BANDS = 60, 20
KINDS = ("ash", "elm", "oak")


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Return a raster of three classes in stripes with different means and covariances, and the class of each pixel."""
    random = np.random.default_rng(3)
    truth = np.tile(np.arange(SIDE) // 20, (SIDE, 1))
    base = np.linspace(0.1, 0.5, BANDS)
    values = np.empty((BANDS, SIDE, SIDE), np.float32)
    for index in range(3):
        mixing = random.normal(size=(BANDS, BANDS)) * np.geomspace(0.01, 0.001, BANDS)
        noise = random.normal(size=(int((truth == index).sum()), BANDS)) @ mixing.T
        values[:, truth == index] = (base * (1 + 0.1 * index) + noise).T
    path = tmp_path_factory.mktemp("scene") / "scene.tif"
    write_raster(path, values)
    return path, truth, values


@pytest.fixture(scope="module")
def registered_scene(registered, scene):
    return scene


def layer_of(rows, kind="Polygon", crs="EPSG:32618"):
    """Return a layer of shapes (WKT), each with a kind and a plot."""
    layer = QgsVectorLayer(f"{kind}?crs={crs}&field=kind:string&field=plot:integer", "places", "memory")
    for name, plot, shape in rows:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(shape))
        feature.setAttributes([name, plot])
        layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    return layer


def box(grid, column, row, size):
    left, top = grid[0] + column, grid[3] - row
    right, bottom = left + size, top - size
    return f"Polygon (({left} {bottom}, {right} {bottom}, {right} {top}, {left} {top}, {left} {bottom}))"


@pytest.fixture
def boxes(scene):
    """Return polygons, twelve of each class."""
    grid = gdal.Open(str(scene[0])).GetGeoTransform()
    rows = []
    for index, kind in enumerate(KINDS):
        for number in range(12):
            rows.append((kind, number // 2, box(grid, 20 * index + 2 + 8 * (number % 2), 2 + 9 * (number // 2), 5)))
    return rows


def classify(scene, training, folder, feedback=None, **parameters):
    settings = {"TRAINING": training, "FIELD": "kind", "OUTPUT": folder / "classes.tif", **parameters}
    return run("gaussianclassifier", feedback, INPUT=scene[0], **settings)


def test_classes_are_found_and_their_accuracy_told(registered_scene, boxes, tmp_path):
    path, truth, _ = registered_scene
    feedback = Recorder()
    found = classify(
        registered_scene,
        layer_of(boxes),
        tmp_path,
        feedback,
        CONFIDENCE=tmp_path / "confidence.tif",
        TABLE=tmp_path / "table.csv",
        REPORT=tmp_path / "report.html",
    )
    labels = read(found["OUTPUT"])
    assert (labels == truth + 1).mean() > 0.97
    assert found["ACCURACY"] > 0.95 and found["KAPPA"] > 0.9
    assert found["CLASSES_FOUND"] == 3
    confidence = read(found["CONFIDENCE"])
    assert confidence.min() >= 1 / 3 and confidence.max() <= 1
    header, rows = read_table(found["TABLE"])
    assert header[:4] == ["classified_as", "1 ash", "2 elm", "3 oak"]
    # Four of twelve polygons of 25 pixels each.
    assert [sum(int(row[column]) for row in rows) for column in (1, 2, 3)] == [100, 100, 100]
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    for text in ("12 polygons, points or groups were held out", "Confusion matrix", "Jeffries-Matusita", "2 elm"):
        assert text in page


@pytest.mark.parametrize("fraction", [0, 0.999])
def test_labels_are_those_of_spy_without_shrinkage(registered_scene, boxes, tmp_path, fraction):
    _, _, values = registered_scene
    found = classify(
        registered_scene,
        layer_of(boxes),
        tmp_path,
        FRACTION=fraction,
        SHRINKAGE=0,
        HOLD_OUT=0,
        MODEL=tmp_path / "m.json",
    )
    image = values.astype(float).transpose(1, 2, 0)
    content = json.loads((tmp_path / "m.json").read_text(encoding="utf-8"))
    if fraction:
        components = content["components"]
        image = (image - components["mean_reflectance"]) @ np.transpose(components["components"])
    mask = np.zeros((SIDE, SIDE), int)
    for index in range(3):
        for number in range(12):
            row, column = 2 + 9 * (number // 2), 20 * index + 2 + 8 * (number % 2)
            mask[row : row + 5, column : column + 5] = index + 1
    expected = GaussianClassifier(create_training_classes(image, mask)).classify_image(image)
    np.testing.assert_array_equal(read(found["OUTPUT"])[0], expected)


def test_a_class_raster_trains_as_well(registered_scene, tmp_path):
    path, truth, _ = registered_scene
    raster = tmp_path / "training.tif"
    known = np.where(np.arange(SIDE)[:, np.newaxis] % 3 == 0, truth + 4, 0)
    write_raster(raster, known[np.newaxis].astype(np.uint8), nodata=0)
    found = run("gaussianclassifier", INPUT=path, CLASSES=raster, OUTPUT=tmp_path / "classes.tif")
    assert (read(found["OUTPUT"]) == truth + 4).mean() > 0.97


def test_groups_are_tested_in_turn_where_there_are_few(registered_scene, boxes, tmp_path):
    report = tmp_path / "report.html"
    classify(registered_scene, layer_of(boxes), tmp_path, GROUP_FIELD="plot", REPORT=report)
    assert "6 polygons, points or groups were held out in turn" in report.read_text(encoding="utf-8")


def test_applied_to_the_same_image_the_classifier_gives_the_same_classes(registered_scene, boxes, tmp_path):
    first = classify(
        registered_scene,
        layer_of(boxes),
        tmp_path,
        REJECT=0.02,
        MODEL=tmp_path / "m.json",
        CONFIDENCE=tmp_path / "confidence.tif",
    )
    again = run(
        "applyclassifier",
        INPUT=registered_scene[0],
        MODEL=tmp_path / "m.json",
        OUTPUT=tmp_path / "again.tif",
        CONFIDENCE=tmp_path / "again_confidence.tif",
        COUNTS=tmp_path / "counts.csv",
    )
    np.testing.assert_array_equal(read(first["OUTPUT"]), read(again["OUTPUT"]))
    np.testing.assert_allclose(read(first["CONFIDENCE"]), read(again["CONFIDENCE"]), atol=1e-6)
    assert first["UNCLASSIFIED"] == again["UNCLASSIFIED"] > 0
    assert [row[0] for row in read_table(again["COUNTS"])[1]] == ["1", "2", "3"]


def test_priors_of_a_table_count(registered_scene, boxes, tmp_path):
    table = tmp_path / "priors.csv"
    table.write_text("class,prior\nash,1e-250\nelm,1\n3,1\n", encoding="utf-8")
    equal = classify(registered_scene, layer_of(boxes), tmp_path)
    labels = read(equal["OUTPUT"])
    found = classify(
        registered_scene, layer_of(boxes), tmp_path, PRIORS=2, PRIORS_TABLE=table, OUTPUT=tmp_path / "with.tif"
    )
    assert (read(found["OUTPUT"]) == 1).sum() < (labels == 1).sum()


def test_the_same_seed_gives_the_same_bytes(registered_scene, boxes, tmp_path):
    models = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        classify(registered_scene, layer_of(boxes), tmp_path / name, MODEL=tmp_path / name / "m.json", SEED=5)
        models.append((tmp_path / name / "m.json").read_bytes())
    assert models[0] == models[1]


def test_a_class_of_one_pixel_is_left_out_and_named(registered_scene, boxes, tmp_path):
    grid = gdal.Open(str(registered_scene[0])).GetGeoTransform()
    feedback = Recorder()
    layer = layer_of([*boxes, ("fir", 9, box(grid, 30, 55, 1))])
    found = classify(registered_scene, layer, tmp_path, feedback)
    assert found["CLASSES_FOUND"] == 3
    (told,) = (line for line in feedback.warnings if "fir" in line)
    assert re.search("only one training pixel.*left out: fir", told)


def test_lost_and_shared_samples_are_told_by_class(registered_scene, boxes, tmp_path):
    grid = gdal.Open(str(registered_scene[0])).GetGeoTransform()
    feedback = Recorder()
    more = [("oak", 1, box(grid, 900, 900, 3)), ("", 1, box(grid, 3, 56, 2)), ("elm", 1, box(grid, 3, 3, 2))]
    more.append(("fir", 1, box(grid, 4, 4, 2)))
    classify(registered_scene, layer_of([*boxes, *more]), tmp_path, feedback)
    told = "\n".join([*feedback.warnings, *feedback.lines])
    assert "oak: 1 feature lies outside." in told
    assert "fir: no pixel is left, 4 pixels are claimed by other classes too." in told
    assert "elm" not in "".join(line for line in feedback.warnings if "outside" in line)
    assert "1 feature of places has no geometry or no class and is left out." in told
    assert re.search(r"7 pixels of places are left out, because features of different classes overlap.*\(elm\)", told)


def test_samples_without_data_are_counted_by_class(registered_scene, boxes, tmp_path):
    image = tmp_path / "holes.tif"
    values = registered_scene[2].copy()
    values[:, 2:4, 2:7] = -9999
    write_raster(image, values, nodata=-9999)
    feedback = Recorder()
    found = classify((image,), layer_of(boxes), tmp_path, feedback)
    assert found["CLASSES_FOUND"] == 3
    assert "ash: 10 pixels have no data." in feedback.warnings


def test_an_image_without_crs_is_taken_to_be_in_that_of_the_samples(registered_scene, boxes, tmp_path):
    image = tmp_path / "nowhere.tif"
    gdal.Translate(str(image), str(registered_scene[0]), noData=None)
    dataset = gdal.Open(str(image), gdal.GA_Update)
    dataset.SetProjection("")
    dataset = None
    feedback = Recorder()
    found = classify((image,), layer_of(boxes), tmp_path, feedback)
    assert (read(found["OUTPUT"]) == registered_scene[1] + 1).mean() > 0.97
    told = "places has a coordinate reference system and the image has none; the same is assumed for it."
    assert told in feedback.warnings


def test_polygons_smaller_than_a_pixel_have_the_one_under_their_centroid(registered_scene, boxes, tmp_path):
    grid = gdal.Open(str(registered_scene[0])).GetGeoTransform()
    small = [("fir", 9, box(grid, 30.1 + 2 * index, 56.1, 0.2)) for index in range(3)]
    feedback = Recorder()
    classify(registered_scene, layer_of([*boxes, *small]), tmp_path, feedback, HOLD_OUT=0, MODEL=tmp_path / "m.json")
    content = json.loads((tmp_path / "m.json").read_text(encoding="utf-8"))
    assert dict(zip(content["names"], content["training_pixels"]))["fir"] == 3
    told = "3 features of places are smaller than a pixel; the pixels under their centroids stand for them."
    assert told in feedback.lines


@pytest.mark.parametrize(
    "changes, message",
    [
        ({"FIELD": None}, "Field of classes.*missing"),
        ({"FIELD": "species"}, "Field of classes.*species.*one of kind, plot"),
        ({"GROUP_FIELD": "none"}, "Field of groups.*none.*one of kind, plot"),
        ({"PRIORS": 2}, "Table of priors.*is missing"),
        ({"SHRINKAGE": 0, "FRACTION": 0, "MAX_PIXELS": 15}, "at least 21 training samples"),
    ],
)
def test_what_cannot_be_is_refused(registered_scene, boxes, tmp_path, changes, message):
    with pytest.raises(QgsProcessingException, match=message):
        classify(registered_scene, layer_of(boxes), tmp_path, **changes)
    assert not (tmp_path / "classes.tif").exists()


def test_one_class_is_refused(registered_scene, boxes, tmp_path):
    with pytest.raises(QgsProcessingException, match="1 class with enough pixels"):
        classify(registered_scene, layer_of(boxes[:12]), tmp_path)


def test_samples_outside_are_refused(registered_scene, tmp_path):
    grid = gdal.Open(str(registered_scene[0])).GetGeoTransform()
    layer = layer_of([(kind, 1, box(grid, 900, 900, 3)) for kind in KINDS])
    with pytest.raises(QgsProcessingException, match="none of the places lies in"):
        classify(registered_scene, layer, tmp_path)


@pytest.mark.parametrize(
    "change", [{"format": "other"}, {"means": [[1.0]]}, {"priors": "a"}, {"covariances": None}, {"classes": [1, 1, 2]}]
)
def test_damaged_classifiers_are_refused(registered_scene, boxes, tmp_path, change):
    path = tmp_path / "m.json"
    classify(registered_scene, layer_of(boxes), tmp_path, MODEL=path)
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), **change}), encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=r"is not a classifier|damaged model"):
        run("applyclassifier", INPUT=registered_scene[0], MODEL=path, OUTPUT=tmp_path / "again.tif")


def test_few_samples_in_many_bands_give_a_sensible_map_where_spy_does_not(registered_scene, boxes, tmp_path):
    _, truth, values = registered_scene
    found = classify(registered_scene, layer_of(boxes), tmp_path, FRACTION=0, MAX_PIXELS=12, HOLD_OUT=0)
    ours = (read(found["OUTPUT"]) == truth + 1).mean()
    image = values.astype(float).transpose(1, 2, 0)
    random, mask = np.random.default_rng(0), np.zeros((SIDE, SIDE), int)
    for index in range(3):
        rows, columns = np.nonzero(truth == index)
        drawn = random.choice(len(rows), 12, replace=False)
        mask[rows[drawn], columns[drawn]] = index + 1
    classes = create_training_classes(image, mask)
    for one in classes:
        one.calc_stats()
    theirs = (GaussianClassifier(classes, min_samples=1).classify_image(image) == truth + 1).mean()
    assert ours > 0.8 > theirs


@pytest.mark.parametrize("method, title", [(1, "Random forest"), (2, "Linear SVM")])
@pytest.mark.parametrize("fraction", [0, 0.999])
def test_other_methods_are_tested_and_reported_alike(registered_scene, boxes, tmp_path, method, title, fraction):
    pytest.importorskip("sklearn")
    path, truth, _ = registered_scene
    settings = {"METHOD": method, "FRACTION": fraction, "TREES": 20, "CONFIDENCE": tmp_path / "confidence.tif"}
    files = {"MODEL": tmp_path / "m.json", "TABLE": tmp_path / "table.csv", "REPORT": tmp_path / "report.html"}
    found = classify(registered_scene, layer_of(boxes), tmp_path, **settings, **files)
    assert (read(found["OUTPUT"]) == truth + 1).mean() > 0.9
    assert found["ACCURACY"] > 0.85
    _, rows = read_table(found["TABLE"])
    assert sum(int(row[column]) for row in rows for column in (1, 2, 3)) == 300
    page = files["REPORT"].read_text(encoding="utf-8")
    for text in (title, "12 polygons, points or groups were held out", "Confusion matrix", "most important bands"):
        assert text in page
    assert "Jeffries-Matusita" not in page
    # There is no share to reject.
    assert "Only Gaussian maximum likelihood can leave such pixels unclassified." in page
    again = run(
        "applyclassifier",
        INPUT=path,
        MODEL=files["MODEL"],
        OUTPUT=tmp_path / "again.tif",
        CONFIDENCE=tmp_path / "again_confidence.tif",
    )
    np.testing.assert_array_equal(read(found["OUTPUT"]), read(again["OUTPUT"]))
    np.testing.assert_array_equal(read(found["CONFIDENCE"]), read(again["CONFIDENCE"]))


@pytest.mark.parametrize(
    "changes, message",
    [
        ({"REJECT": 0.01}, r"Share to reject.* is for Gaussian maximum likelihood only"),
        ({"SHRINKAGE": 0}, r"Share of the pooled covariance.* is for Gaussian maximum likelihood only"),
    ],
)
def test_settings_of_the_gaussian_method_are_refused_by_others(registered_scene, boxes, tmp_path, changes, message):
    pytest.importorskip("sklearn")
    with pytest.raises(QgsProcessingException, match=message):
        classify(registered_scene, layer_of(boxes), tmp_path, METHOD=1, **changes)


def test_without_scikit_learn_the_gaussian_method_runs_and_others_say_what_is_missing(
    registered_scene, boxes, tmp_path, monkeypatch
):
    for module in ("sklearn", "sklearn.ensemble"):
        monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.setattr(scikitlearn, "is_installed", lambda: False)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("neonaop:gaussianclassifier")
    assert algorithm.canExecute() == (
        True,
        "Random forest and linear SVM need the Python package scikit-learn, which is not installed.",
    )
    options = algorithm.parameterDefinition("METHOD").options()
    assert options == [
        "Gaussian maximum likelihood",
        "Random forest (scikit-learn is not installed)",
        "Linear SVM (scikit-learn is not installed)",
    ]
    assert classify(registered_scene, layer_of(boxes), tmp_path)["CLASSES_FOUND"] == 3
    with pytest.raises(QgsProcessingException, match=r"need the Python package scikit-learn.*install it, or choose"):
        classify(registered_scene, layer_of(boxes), tmp_path, METHOD=2)
