"""Distance, margin, second class and unclassified pixels of the algorithms that give classes."""

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException

from neon_aop.core.compute.threads import using_threads
from neon_aop.core.spectra.classes import SpectralClasses
from neon_aop.tests.algorithms.checks import Recorder, read, run, spectra, write_raster

NODATA, NO_CLASS, OUTSIDE = -9999, 0, 255
# Stops before the classes settle.
EARLY = {"START": 1, "MAX_ITERATIONS": 2}
RASTERS = {"DISTANCE": "distance.tif", "MARGIN": "margin.tif", "SECOND": "second.tif"}


def results_in(folder, name, **rasters):
    """Return where the rasters of an algorithm go in a folder, which is made."""
    folder.mkdir()
    main = {"CLASS_RASTER": "classes.tif", "PC_RASTER": "pc.tif"} if name == "classifytiles" else {"OUTPUT": "c.tif"}
    return {key: folder / file for key, file in {**main, **RASTERS, **rasters}.items()}


def kmeans(cleaned, folder, **parameters):
    return run("kmeans", INPUT=cleaned, **results_in(folder, "kmeans", CENTRES="centres.csv"), **parameters)


def applied(image, centres, folder, **parameters):
    return run("applycentres", **image, CENTRES=centres, **results_in(folder, "applycentres"), **parameters)


def reference(raster, classes, centres):
    """Return distances, margins and second classes in float64, of all pixels at once."""
    pixels, valid = spectra(raster)
    labels = read(classes)[0][valid].astype(int) - 1
    lengths = np.sqrt(((pixels[:, np.newaxis] - centres) ** 2).sum(axis=2))
    rows = np.arange(len(pixels))
    own = lengths[rows, labels]
    lengths[rows, labels] = np.inf
    second = lengths.argmin(axis=1)
    return valid, own, lengths[rows, second] - own, second + 1


def assert_are_those_of_the_reference(found, cleaned, classes, centres):
    valid, own, margins, second = reference(cleaned, classes, SpectralClasses.read(centres).centres)
    for key, expected, outside in (("DISTANCE", own, NODATA), ("MARGIN", margins, NODATA), ("SECOND", second, 0)):
        values = read(found[key])[0]
        # The raster holds rounded reflectances.
        np.testing.assert_allclose(values[valid], expected, rtol=2e-6, atol=1e-6)
        assert set(values[~valid]) == {outside}


@pytest.fixture(scope="module")
def clustered(cleaned, tmp_path_factory, registered):
    return kmeans(cleaned, tmp_path_factory.mktemp("certainty") / "kmeans", **EARLY)


@pytest.fixture(scope="module")
def settled(cleaned, tmp_path_factory, registered):
    """A run that ended because no pixel moved, whose centres give the same classes."""
    return kmeans(cleaned, tmp_path_factory.mktemp("settled") / "kmeans", MAX_ITERATIONS=500)


def test_kmeans_gives_those_of_float64(clustered, cleaned):
    assert_are_those_of_the_reference(clustered, cleaned, clustered["OUTPUT"], clustered["CENTRES"])


def test_pixels_that_would_move_have_margins_below_0(clustered, cleaned, tmp_path):
    more = run(
        "kmeans",
        INPUT=cleaned,
        START=2,
        START_CENTRES=clustered["CENTRES"],
        MAX_ITERATIONS=1,
        OUTPUT=tmp_path / "more.tif",
    )
    moved = read(more["OUTPUT"]) != read(clustered["OUTPUT"])
    margins = read(clustered["MARGIN"])
    assert moved.any()
    np.testing.assert_array_equal((margins < 0) & (margins != NODATA), moved)


def test_classify_tiles_gives_the_same(clustered, tile, tmp_path):
    found = run("classifytiles", TILES=[tile], **EARLY, **results_in(tmp_path / "out", "classifytiles"))
    for key in RASTERS:
        np.testing.assert_allclose(read(found[key]), read(clustered[key]), rtol=1e-6, atol=1e-7)


@pytest.mark.parametrize("kind", ["TILES", "INPUT"])
def test_apply_centres_gives_the_same(settled, cleaned, tile, tmp_path, kind):
    image = {"TILES": [tile]} if kind == "TILES" else {"INPUT": cleaned}
    found = applied(image, settled["CENTRES"], tmp_path / "out")
    assert_are_those_of_the_reference(found, cleaned, found["OUTPUT"], settled["CENTRES"])
    for key in RASTERS:
        np.testing.assert_allclose(read(found[key]), read(settled[key]), rtol=1e-6, atol=1e-7)


def test_class_raster_is_the_same_without(clustered, cleaned, tmp_path):
    run("kmeans", INPUT=cleaned, **EARLY, OUTPUT=tmp_path / "alone.tif")
    assert Path(clustered["OUTPUT"]).read_bytes() == (tmp_path / "alone.tif").read_bytes()


def test_a_class_taken_out_of_the_table_is_never_second(settled, cleaned, tmp_path):
    lines = Path(settled["CENTRES"]).read_text(encoding="utf-8").splitlines()
    table = tmp_path / "some.csv"
    table.write_text("\n".join([lines[0], *lines[2:4], lines[5]]), encoding="utf-8")
    found = applied({"INPUT": cleaned}, table, tmp_path / "out")
    classes, second = (read(found[key])[0] for key in ("OUTPUT", "SECOND"))
    inside = classes != NO_CLASS
    assert set(np.unique(second[inside])) <= {2, 3, 5}
    assert (second != classes)[inside].all()


def test_table_of_second_classes_tells_how_often_they_are_second(settled):
    second = read(settled["SECOND"])
    counts = np.bincount(second[second != NO_CLASS])
    dataset = gdal.Open(str(settled["SECOND"]))
    table = dataset.GetRasterBand(1).GetDefaultRAT()
    column = next(column for column in range(table.GetColumnCount()) if table.GetNameOfCol(column) == "Share_pct")
    shares = [table.GetValueAsDouble(row, column) for row in range(table.GetRowCount())]
    assert shares == pytest.approx((100 * counts[1:] / counts.sum()).tolist())


def test_one_class_has_no_second(cleaned, tmp_path):
    found = kmeans(cleaned, tmp_path / "out", CLUSTERS=1)
    assert set(np.unique(read(found["MARGIN"]))) == {NODATA}
    assert set(np.unique(read(found["SECOND"]))) == {NO_CLASS}
    both = applied({"INPUT": cleaned}, found["CENTRES"], tmp_path / "applied")
    for key in RASTERS:
        np.testing.assert_array_equal(read(both[key]), read(found[key]))


def distances_and_limit(found, in_deviations, value):
    """Return distances, where there are any, and the largest distance of the class of each pixel."""
    classes, distances = read(found["OUTPUT"])[0], read(found["DISTANCE"])[0]
    inside = classes != NO_CLASS
    limits = np.full(6, value)
    if in_deviations:
        for number in range(1, 6):
            limits[number] = value * np.sqrt((distances[classes == number].astype(float) ** 2).mean())
    return distances, inside, limits[classes].astype(np.float32)


@pytest.mark.parametrize("algorithm", ["kmeans", "applycentres"])
@pytest.mark.parametrize(("unit", "value"), [(0, 0.2), (1, 1.1)])
def test_far_pixels_are_unclassified(settled, cleaned, tmp_path, algorithm, unit, value):
    distances, inside, limits = distances_and_limit(settled, unit == 1, value)
    most = {"MAX_DISTANCE": value, "MAX_DISTANCE_UNIT": unit}
    if algorithm == "kmeans":
        found = kmeans(cleaned, tmp_path / "out", MAX_ITERATIONS=500, **most)
    else:
        found = applied({"INPUT": cleaned}, settled["CENTRES"], tmp_path / "out", **most)
    classes, far = read(found["OUTPUT"])[0], inside & (distances > limits)
    assert 0 < far.sum() < inside.sum()
    np.testing.assert_array_equal(classes == NO_CLASS, far)
    np.testing.assert_array_equal(classes == OUTSIDE, ~inside)
    np.testing.assert_array_equal(classes[inside & ~far], read(settled["OUTPUT"])[0][inside & ~far])
    assert found["UNCLASSIFIED"] == far.sum()


@pytest.mark.parametrize("algorithm", ["kmeans", "applycentres"])
def test_pixels_can_be_unclassified_without_the_rasters(settled, cleaned, tmp_path, algorithm):
    feedback, centres = Recorder(), {} if algorithm == "kmeans" else {"CENTRES": settled["CENTRES"]}
    found = run(algorithm, feedback, INPUT=cleaned, **centres, OUTPUT=tmp_path / "c.tif", MAX_DISTANCE=0.2)
    distances, inside, limits = distances_and_limit(settled, False, 0.2)
    assert found["UNCLASSIFIED"] == (distances > limits)[inside].sum()
    assert set(found) & set(RASTERS) == set()
    assert feedback.steps == sorted(feedback.steps)
    assert feedback.steps[-1] == pytest.approx(100)


def test_unclassified_is_a_category_apart_from_no_data(settled, cleaned, tmp_path):
    found = applied({"INPUT": cleaned}, settled["CENTRES"], tmp_path / "out", MAX_DISTANCE=0.2)
    dataset = gdal.Open(str(found["OUTPUT"]))
    band = dataset.GetRasterBand(1)
    table = band.GetDefaultRAT()
    assert band.GetNoDataValue() == OUTSIDE
    assert band.GetCategoryNames()[NO_CLASS] == "unclassified"
    colours = [band.GetColorTable().GetColorEntry(number) for number in range(6)]
    assert len(set(colours)) == 6 and colours[NO_CLASS][3] == 255
    assert [table.GetValueAsInt(row, 0) for row in range(table.GetRowCount())] == [0, 1, 2, 3, 4, 5]
    counts = [table.GetValueAsInt(row, 6) for row in range(table.GetRowCount())]
    assert counts == np.bincount(read(found["OUTPUT"])[0].ravel(), minlength=256)[:6].tolist()


def test_distance_0_leaves_nothing_classified(settled, cleaned, tmp_path):
    found = applied({"INPUT": cleaned}, settled["CENTRES"], tmp_path / "out", MAX_DISTANCE=0)
    assert set(np.unique(read(found["OUTPUT"]))) == {NO_CLASS, OUTSIDE}
    assert found["CLASSES_FOUND"] == 0


def test_many_classes_have_another_no_data(tmp_path):
    values = np.arange(1, 301, dtype=np.int16).reshape(1, 15, 20)
    image = write_raster(tmp_path / "image.tif", values)
    found = kmeans(image, tmp_path / "out", CLUSTERS=255, MAX_DISTANCE=5)
    dataset = gdal.Open(str(found["OUTPUT"]))
    band = dataset.GetRasterBand(1)
    assert (band.DataType, band.GetNoDataValue()) == (gdal.GDT_UInt16, 65535)


def test_unclassified_pixels_are_in_the_report(cleaned, tmp_path):
    found = kmeans(cleaned, tmp_path / "out", MAX_DISTANCE=0.2, REPORT=tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "How sure the classes are" in page
    assert f"{found['UNCLASSIFIED']:,} pixels" in page
    assert "unclassified</li>" in page


def test_report_is_silent_when_nothing_is_asked(cleaned, tmp_path):
    run("kmeans", INPUT=cleaned, OUTPUT=tmp_path / "c.tif", REPORT=tmp_path / "report.html")
    assert "How sure" not in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_negative_distance_is_refused(cleaned, tmp_path):
    with pytest.raises(QgsProcessingException, match="Largest distance"):
        kmeans(cleaned, tmp_path / "out", MAX_DISTANCE=-1)


def test_mask_and_extent_change_no_pixel(settled, cleaned, tile, tmp_path):
    mask = np.zeros((1, 40, 40), np.uint8)
    mask[:, 3:30, 5:37] = 1
    found = run(
        "classifytiles",
        TILES=[tile],
        MASK=write_raster(tmp_path / "mask.tif", mask),
        START=2,
        START_CENTRES=settled["CENTRES"],
        MAX_ITERATIONS=1,
        **results_in(tmp_path / "masked", "classifytiles", CENTRES="centres.csv"),
    )
    part = applied(
        {"TILES": [tile]}, found["CENTRES"], tmp_path / "part", EXTENT="368004,368020,4306970,4306990 [EPSG:32618]"
    )
    whole = applied({"TILES": [tile]}, found["CENTRES"], tmp_path / "whole")
    for key in RASTERS:
        inside = read(found["SECOND"])[0] != NO_CLASS
        assert not inside[mask[0] == 0].any()
        rows, columns = slice(10, 30), slice(4, 20)
        np.testing.assert_array_equal(read(part[key])[0], read(whole[key])[0][rows, columns])


def test_threads_change_no_byte(cleaned, tmp_path):
    found = []
    for threads in (1, 3):
        with using_threads(threads):
            results = kmeans(cleaned, tmp_path / str(threads), MAX_ITERATIONS=3)
        found.append([Path(results[key]).read_bytes() for key in RASTERS])
    assert found[0] == found[1]
