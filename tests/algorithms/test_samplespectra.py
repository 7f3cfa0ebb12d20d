"""Spectra of places: the results, and that other steps and programs read them."""

from __future__ import annotations

import csv
import json
import re

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)
from spectral.io import envi

from neon_aop.algorithms.layerstyle import PlacesStyle
from neon_aop.core.compute.threads import using_threads
from neon_aop.tests.algorithms.checks import Recorder, read, read_table, run, spectra, write_raster, write_tile_at
from neon_aop.tests.tiles import LEFT, TOP

# Of the places: class, first row and column, rows and columns; the last one lies beyond the tile.
SQUARES = [("oak", 3, 20, 6, 5), ("ash", 22, 4, 4, 7), ("oak", 30, 30, 3, 3), ("elm", 100, 100, 3, 3)]


def square(grid, first_row, first_column, rows, columns):
    left, top = grid.left + first_column, grid.top - first_row
    right, bottom = left + columns, top - rows
    return f"Polygon (({left} {bottom}, {right} {bottom}, {right} {top}, {left} {top}, {left} {bottom}))"


def layer_of(*shapes, kind="Polygon"):
    """Return a layer of shapes (WKT) with a class each."""
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:32618&field=species:string&field=plot:integer", "places", "memory")
    for number, (species, shape) in enumerate(shapes):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(shape))
        feature.setAttributes([species, number])
        layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def places(tile_info):
    return layer_of(*((species, square(tile_info.grid, *window)) for species, *window in SQUARES))


@pytest.fixture
def sampled(tile, places, tmp_path):
    feedback = Recorder()
    results = run(
        "samplespectra",
        feedback,
        TILES=[tile],
        LOCATIONS=places,
        FIELD="species",
        SPECTRA=tmp_path / "spectra.csv",
        TABLE=tmp_path / "table.csv",
        LIBRARY=tmp_path / "library.sli",
        LAYER=tmp_path / "sampled.geojson",
        REPORT=tmp_path / "report.html",
        PER_PIXEL=True,
    )
    return {**results, "feedback": feedback}


@pytest.fixture(scope="module")
def pixels_of(cleaned):
    """Return the reflectance of a window of the tile, shape (pixels, bands), read by GDAL."""
    values = read(cleaned).astype(float)

    def window(first_row, first_column, rows, columns):
        part = values[:, first_row : first_row + rows, first_column : first_column + columns]
        return part.reshape(len(values), -1).T

    return window


def test_spectra_are_the_means_of_the_classes(sampled, pixels_of):
    header, rows = read_table(sampled["SPECTRA"])
    assert header[:4] == ["class", "pixels", "area_ha", "name"]
    assert [row[:2] + [row[3]] for row in rows] == [["1", "28", "ash"], ["3", "39", "oak"]]
    ash = pixels_of(*SQUARES[1][1:])
    oak = np.concatenate([pixels_of(*SQUARES[0][1:]), pixels_of(*SQUARES[2][1:])])
    found = np.array([row[4:] for row in rows], float)
    np.testing.assert_allclose(found, [ash.mean(axis=0), oak.mean(axis=0)], rtol=1e-6)
    assert (sampled["COUNT"], sampled["CLASSES_FOUND"]) == (67, 2)


def test_statistics_are_those_of_classes_features_and_pixels(sampled, pixels_of):
    with open(sampled["TABLE"], newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    bands = list(rows[0])[8:]
    oak = pixels_of(*SQUARES[0][1:])
    feature = {row["statistic"]: [float(row[band]) for band in bands] for row in rows if row["feature"] == "1"}
    np.testing.assert_allclose(feature["mean"], oak.mean(axis=0), rtol=1e-6)
    np.testing.assert_allclose(feature["standard deviation"], oak.std(axis=0, ddof=1), rtol=1e-4)
    np.testing.assert_allclose(feature["5 %"], np.percentile(oak, 5, axis=0), rtol=1e-6)
    np.testing.assert_allclose(feature["95 %"], np.percentile(oak, 95, axis=0), rtol=1e-6)
    assert [row["of"] for row in rows].count("class") == 8
    of_pixels = [row for row in rows if row["of"] == "pixel" and row["feature"] == "1"]
    assert len(of_pixels) == 30


def test_pixels_have_the_coordinates_of_their_centres(sampled, tile_info, pixels_of):
    with open(sampled["TABLE"], newline="", encoding="utf-8") as file:
        first = next(row for row in csv.DictReader(file) if row["of"] == "pixel" and row["feature"] == "1")
    assert float(first["x"]) == tile_info.grid.left + 20.5
    assert float(first["y"]) == tile_info.grid.top - 3.5
    np.testing.assert_allclose([float(value) for value in list(first.values())[8:]], pixels_of(3, 20, 1, 1)[0])


def test_layer_has_the_features_with_what_was_found(sampled, pixels_of):
    with open(sampled["LAYER"], encoding="utf-8") as file:
        rows = [feature["properties"] for feature in json.load(file)["features"]]
    assert [(row["id"], row["class"], row["name"], row["pixels"]) for row in rows] == [
        (1, 3, "oak", 30),
        (2, 1, "ash", 28),
        (3, 3, "oak", 9),
        (4, 2, "elm", 0),
    ]
    oak = pixels_of(*SQUARES[0][1:])
    assert rows[0]["brightness"] == pytest.approx(oak.mean(), rel=1e-5)
    assert rows[0]["deviation"] == pytest.approx(oak.std(axis=0, ddof=1).mean(), rel=1e-4)
    assert rows[3]["ndvi"] is None


def test_library_is_one_that_spy_reads(sampled, pixels_of):
    library = envi.open(str(sampled["LIBRARY"]).replace(".sli", ".hdr"))
    assert library.names[:3] == ["ash", "oak", "oak (2)"]
    np.testing.assert_allclose(library.spectra[0], pixels_of(*SQUARES[1][1:]).mean(axis=0), rtol=1e-5)
    assert len(library.spectra) == 2 + 67


def test_what_is_lost_is_said_by_class(sampled):
    assert sampled["feedback"].warnings == ["elm: no pixel is left, 1 feature lies outside."]
    assert "67 pixels of 2 classes, from 3 features." in sampled["feedback"].lines


def test_report_shows_the_classes(sampled):
    with open(sampled["REPORT"], encoding="utf-8") as file:
        page = file.read()
    for text in ("67 pixels of 2 classes, from 3 features.", "3 oak", "Places in the image", '"label":"1 ash"'):
        assert text in page


@pytest.mark.parametrize(
    ("algorithm", "parameter"),
    [("applycentres", "CENTRES"), ("spectralangle", "SPECTRA"), ("kmeans", "START_CENTRES")],
)
def test_other_steps_take_the_spectra(sampled, cleaned, tmp_path, algorithm, parameter):
    settings = {"START": 2, "MAX_ITERATIONS": 1} if algorithm == "kmeans" else {}
    found = run(
        algorithm, INPUT=cleaned, **{parameter: sampled["SPECTRA"]}, OUTPUT=tmp_path / "classes.tif", **settings
    )
    # K-means numbers classes from dark to bright.
    expected = {0, 1, 2} if algorithm == "kmeans" else {0, 1, 3}
    assert set(np.unique(read(found["OUTPUT"]))) == expected


def test_only_selected_features_count(tile, places):
    places.selectByIds([2])
    chosen = QgsProcessingFeatureSourceDefinition(places.id(), True)
    assert run("samplespectra", TILES=[tile], LOCATIONS=chosen, FIELD="species")["COUNT"] == 28


def test_without_a_field_each_feature_is_a_class(tile, places, tmp_path):
    run("samplespectra", TILES=[tile], LOCATIONS=places, SPECTRA=tmp_path / "s.csv")
    assert [row[0] for row in read_table(tmp_path / "s.csv")[1]] == ["1", "2", "3"]


def test_points_with_a_buffer(tile, tile_info, pixels_of, tmp_path):
    x, y = tile_info.grid.left + 10.5, tile_info.grid.top - 20.5
    points = layer_of(("oak", f"Point ({x} {y})"), kind="Point")
    settings = {"FIELD": "species", "BUFFER": 1.0, "SPECTRA": tmp_path / "s.csv"}
    found = run("samplespectra", TILES=[tile], LOCATIONS=points, **settings)
    assert found["COUNT"] == 5
    cross = np.delete(pixels_of(19, 9, 3, 3), [0, 2, 6, 8], axis=0)
    (row,) = read_table(tmp_path / "s.csv")[1]
    np.testing.assert_allclose(np.array(row[4:], float), cross.mean(axis=0), rtol=1e-6)


def test_spectra_of_the_classes_of_a_raster(tile, cleaned, tmp_path):
    classes = run("kmeans", INPUT=cleaned, OUTPUT=tmp_path / "classes.tif")["OUTPUT"]
    feedback = Recorder()
    found = run(
        "samplespectra",
        feedback,
        TILES=[tile],
        CLASSES=classes,
        SPECTRA=tmp_path / "s.csv",
        LAYER=tmp_path / "layer.geojson",
    )
    values, valid = spectra(cleaned)
    numbers = read(classes)[0][valid]
    expected = [values[numbers == number].mean(axis=0) for number in range(1, 6)]
    rows = read_table(tmp_path / "s.csv")[1]
    np.testing.assert_allclose(np.array([row[4:] for row in rows], float), expected, rtol=1e-5)
    assert [int(row[1]) for row in rows] == [np.count_nonzero(numbers == number) for number in range(1, 6)]
    assert "LAYER" not in found
    assert any("no layer of them is made" in line for line in feedback.lines)


def test_pixels_of_a_class_are_drawn(tile, cleaned, tmp_path):
    classes = run("kmeans", INPUT=cleaned, OUTPUT=tmp_path / "classes.tif")["OUTPUT"]
    assert run("samplespectra", TILES=[tile], CLASSES=classes, MAX_PIXELS=20)["COUNT"] == 100


def test_overlapping_classes_are_named(tile, tile_info):
    shapes = [("oak", square(tile_info.grid, 3, 20, 6, 5)), ("ash", square(tile_info.grid, 8, 20, 6, 5))]
    feedback = Recorder()
    run("samplespectra", feedback, TILES=[tile], LOCATIONS=layer_of(*shapes), FIELD="species")
    assert feedback.warnings == [
        "5 pixels of places are left out, because features of different classes overlap there (1 (oak) and 2 (ash): 5)."
    ]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"FIELD": "genus"}, r"Field of classes \(FIELD\) is genus; of places, it must be one of species, plot"),
        ({"NDVI_MIN": 2}, "No place of .* is as green or bright as asked for"),
        ({"LIBRARY": "library.txt"}, r"library\.txt cannot be written; the name must end in \.sli"),
        ({"INPUT": "a.tif"}, "are both given; choose one of them"),
    ],
)
def test_what_cannot_be_is_refused(tile, cleaned, places, tmp_path, changes, message):
    values = {"TILES": [tile], "LOCATIONS": places, "FIELD": "species", **changes}
    for name in ("LIBRARY", "INPUT"):
        if name in changes:
            values[name] = cleaned if name == "INPUT" else tmp_path / changes[name]
    feedback = Recorder()
    with pytest.raises(QgsProcessingException) as raised:
        run("samplespectra", feedback, **values)
    assert re.search(message, f"{raised.value} {feedback.errors}")


def test_lines_are_refused(tile):
    lines = layer_of(("oak", "LineString (0 0, 1 1)"), kind="LineString")
    with pytest.raises(QgsProcessingException, match="holds no point or polygon with a class"):
        run("samplespectra", TILES=[tile], LOCATIONS=lines, FIELD="species")


def test_the_header_of_a_library_replaces_no_input(places, cleaned, tmp_path):
    gdal.Translate(str(tmp_path / "image.dat"), str(cleaned), format="ENVI")
    with pytest.raises(QgsProcessingException, match="image.hdr is an input as well; choose another name"):
        run(
            "samplespectra",
            INPUT=tmp_path / "image.dat",
            LOCATIONS=places,
            FIELD="species",
            LIBRARY=tmp_path / "image.sli",
        )
    assert (tmp_path / "image.hdr").read_text().startswith("ENVI")


def test_a_mask_leaves_pixels_out(tile, tile_info, places, tmp_path):
    keep = np.ones((1, 40, 40), np.uint8)
    keep[0, 22:24] = 0
    mask = tmp_path / "mask.tif"
    write_raster(mask, keep)
    gdal.Open(str(mask), gdal.GA_Update).SetGeoTransform(tile_info.grid.geotransform)
    found = run("samplespectra", TILES=[tile], LOCATIONS=places, FIELD="species", MASK=mask)
    assert found["COUNT"] == 67 - 14


@pytest.mark.parametrize("with_others", [False, True])
def test_the_layer_shows_classes_in_their_colours(with_others):
    layer = QgsVectorLayer("Point?field=name:string", "places", "memory")
    for name in ("oak", "ash", *[None] * with_others):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([name])
        layer.dataProvider().addFeature(feature)
    style = PlacesStyle("places", {"oak": (1, 2, 3), "ash": (4, 5, 6)})
    style.postProcessLayer(layer, None, None)
    categories = layer.renderer().categories()
    assert [category.value() for category in categories] == ["oak", "ash", *[""] * with_others]
    assert [category.symbol().color().getRgb()[:3] for category in categories][:2] == [(1, 2, 3), (4, 5, 6)]
    assert [category.label() for category in categories[2:]] == ["without pixels"] * with_others


def test_results_do_not_depend_on_the_number_of_threads(tile, places, tmp_path):
    written = []
    for threads in (1, 3):
        targets = {name: tmp_path / f"{name}.csv" for name in ("SPECTRA", "TABLE")}
        with using_threads(threads):
            run("samplespectra", TILES=[tile], LOCATIONS=places, FIELD="species", PER_PIXEL=True, **targets)
        written.append([path.read_bytes() for path in targets.values()])
    assert written[0] == written[1]


def test_tiles_of_several_sensors_are_sampled_together(tmp_path):
    for name, left, bands in (("fine.h5", LEFT, 107), ("coarse.h5", LEFT + 40, 71)):
        # A ramp, which resampling keeps.
        cube = np.broadcast_to(np.linspace(1000, 5000, bands).astype(np.int16), (40, 40, bands))
        write_tile_at(tmp_path / name, cube, left, fwhm=np.full(bands, 25.0))
    layer = layer_of(*(("oak", f"Point ({LEFT + x} {TOP - 20.5})") for x in (10.5, 60.5)), kind="Point")
    feedback = Recorder()
    found = run(
        "samplespectra",
        feedback,
        TILES=[tmp_path / "coarse.h5", tmp_path / "fine.h5"],
        LOCATIONS=layer,
        FIELD="species",
        BAND_RULE=1,
        TABLE=tmp_path / "table.csv",
    )
    assert found["COUNT"] == 2
    assert any("fine has other bands than coarse" in line for line in feedback.lines)
    with open(tmp_path / "table.csv", newline="", encoding="utf-8") as file:
        means = [list(row.values())[8:] for row in csv.DictReader(file) if row["statistic"] == "mean"]
    one, other = np.array(means[1:], float)
    np.testing.assert_allclose(one, other, atol=0.004)
