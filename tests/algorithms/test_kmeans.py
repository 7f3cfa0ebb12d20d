import numpy as np
import pytest
import spectral
from osgeo import gdal
from qgis.core import QgsProcessingException, QgsRasterLayer

from neon_aop.core.files.raster.categories import plain_name
from neon_aop.core.spectra.classcolours import colours_of_spectra
from neon_aop.core.spectra.classes import SpectralClasses
from neon_aop.tests.algorithms.checks import (
    Recorder,
    assert_georeferenced_like,
    read,
    read_table,
    run,
    spectra,
    write_raster,
    write_tile_at,
)
from neon_aop.tests.tiles import random_cube

TUTORIAL, CENTRES_FILE = 1, 2
NO_CLASS = 0


@pytest.fixture(scope="module")
def tutorial(cleaned, tmp_path_factory, registered):
    """Results of the tutorial's clustering of the cleaned tile, and its log."""
    folder = tmp_path_factory.mktemp("tutorial")
    feedback = Recorder()
    results = run(
        "kmeans", feedback, INPUT=cleaned, START=TUTORIAL, OUTPUT=folder / "classes.tif", CENTRES=folder / "centres.csv"
    )
    return results, feedback


@pytest.fixture
def random_raster(tmp_path):
    """A raster on which k-means takes many iterations."""
    values = np.random.default_rng(0).integers(0, 10000, (4, 30, 30)).astype(np.int16)
    return write_raster(tmp_path / "random.tif", values)


def dark_to_bright(labels, centres):
    numbers = np.empty(len(centres), int)
    numbers[np.argsort(centres.mean(axis=1))] = np.arange(1, len(centres) + 1)
    return numbers[labels]


def test_classes_are_those_of_spy(tutorial, cleaned):
    pixels, valid = spectra(cleaned)
    labels, centres = spectral.kmeans(pixels[:, np.newaxis], nclusters=5, max_iterations=50)
    found = read(tutorial[0]["OUTPUT"])[0]
    np.testing.assert_array_equal(found[valid], dark_to_bright(labels[:, 0], centres))
    table = SpectralClasses.read(tutorial[0]["CENTRES"])
    np.testing.assert_allclose(table.centres, centres[np.argsort(centres.mean(axis=1))], atol=1e-7)


def test_no_data_has_no_class(tutorial, cleaned):
    dataset = gdal.Open(tutorial[0]["OUTPUT"])
    assert dataset.GetRasterBand(1).GetNoDataValue() == NO_CLASS
    valid = spectra(cleaned)[1]
    np.testing.assert_array_equal(read(tutorial[0]["OUTPUT"])[0] != NO_CLASS, valid)


def test_class_raster_is_bytes(tutorial):
    assert gdal.Open(tutorial[0]["OUTPUT"]).GetRasterBand(1).DataType == gdal.GDT_Byte


def test_lies_where_the_raster_lies(tutorial, tile_info):
    assert_georeferenced_like(tutorial[0]["OUTPUT"], tile_info.grid)


def test_colours_are_in_the_file(tutorial):
    dataset = gdal.Open(tutorial[0]["OUTPUT"])
    table = dataset.GetRasterBand(1).GetColorTable()
    header, rows = read_table(tutorial[0]["CENTRES"])
    centres, wavelengths = np.array(rows)[:, 3:].astype(float), np.array(header[3:], dtype=float)
    assert [table.GetColorEntry(value)[:3] for value in range(1, 6)] == colours_of_spectra(centres, wavelengths)
    assert table.GetColorEntry(NO_CLASS)[3] == 0


def test_qgis_paints_the_classes(tutorial):
    assert QgsRasterLayer(tutorial[0]["OUTPUT"]).renderer().type() == "paletted"


def test_no_two_classes_have_the_same_name(tutorial):
    dataset = gdal.Open(tutorial[0]["OUTPUT"])
    # GDAL 3.6 reads the sidecar with the names only once it is asked for something else in it.
    dataset.GetRasterBand(1).GetDefaultRAT()
    names = dataset.GetRasterBand(1).GetCategoryNames()
    assert len(names) == 6
    assert len({plain_name(number, name) for number, name in enumerate(names)}) == 6


def test_attribute_table_counts_pixels_and_hectares(tutorial):
    dataset = gdal.Open(tutorial[0]["OUTPUT"])
    table = dataset.GetRasterBand(1).GetDefaultRAT()
    columns = {table.GetNameOfCol(column): column for column in range(table.GetColumnCount())}
    counts = np.bincount(read(tutorial[0]["OUTPUT"]).ravel())[1:]
    assert [table.GetValueAsInt(row, columns["Count"]) for row in range(5)] == counts.tolist()
    hectares = [table.GetValueAsDouble(row, columns["Area_ha"]) for row in range(5)]
    assert hectares == pytest.approx(counts / 10_000)


def test_centres_have_a_column_for_each_wavelength(tutorial, tile_info):
    header, rows = read_table(tutorial[0]["CENTRES"])
    assert header[:3] == ["class", "pixels", "area_ha"]
    assert len(header) == 3 + 173
    assert float(header[3]) == pytest.approx(tile_info.bands.wavelengths[10], abs=1e-4)
    assert [row[0] for row in rows] == ["1", "2", "3", "4", "5"]


def test_centres_are_the_means_of_the_classes(tutorial, cleaned):
    pixels, valid = spectra(cleaned)
    classes = read(tutorial[0]["OUTPUT"])[0][valid]
    means = [pixels[classes == number].mean(axis=0) for number in range(1, 6)]
    table = SpectralClasses.read(tutorial[0]["CENTRES"])
    np.testing.assert_allclose(table.centres, means, atol=1e-7)
    assert table.counts.tolist() == np.bincount(classes)[1:].tolist()


def test_numbers_of_a_finished_run(tutorial, cleaned):
    results = tutorial[0]
    pixels, valid = spectra(cleaned)
    classes = read(results["OUTPUT"])[0][valid]
    centres = SpectralClasses.read(results["CENTRES"]).centres
    assert results["MOVED"] == 0
    assert results["CLASSES_FOUND"] == 5
    assert results["SSE"] == pytest.approx(((pixels - centres[classes - 1]) ** 2).sum(), rel=1e-7)


def test_log_has_a_line_for_each_iteration(tutorial):
    results, feedback = tutorial
    assert results["ITERATIONS"] > 1
    assert len(feedback.iterations()) == results["ITERATIONS"]
    assert feedback.iterations()[-1].startswith(f"Iteration {results['ITERATIONS']}: 0 pixels moved")


def test_a_first_iteration_moves_no_pixel_as_none_had_a_class(cleaned, tmp_path):
    feedback = Recorder()
    results = run("kmeans", feedback, INPUT=cleaned, START=TUTORIAL, MAX_ITERATIONS=1, OUTPUT=tmp_path / "out.tif")
    assert (results["ITERATIONS"], results["MOVED"]) == (1, 0)
    assert "moved" not in "\n".join(feedback.lines)
    assert "Stopped after the first iteration; allow more" in "\n".join(feedback.lines)


def test_one_class_needs_no_second_iteration(cleaned, tmp_path):
    feedback, output = Recorder(), tmp_path / "out.tif"
    run("kmeans", feedback, INPUT=cleaned, START=TUTORIAL, CLUSTERS=1, MAX_ITERATIONS=1, OUTPUT=output)
    assert "Stopped" not in "\n".join(feedback.lines)


def test_one_iteration_from_a_centres_file_tells_how_many_pixels_another_one_would_move(cleaned, tmp_path):
    start = tmp_path / "start.csv"
    run("kmeans", INPUT=cleaned, START=TUTORIAL, MAX_ITERATIONS=3, OUTPUT=tmp_path / "start.tif", CENTRES=start)

    def resume(iterations, feedback=None):
        output = tmp_path / f"{iterations}.tif"
        options = {"START": CENTRES_FILE, "START_CENTRES": str(start), "MAX_ITERATIONS": iterations}
        return run("kmeans", feedback, INPUT=cleaned, OUTPUT=output, **options)

    feedback = Recorder()
    once, twice = resume(1, feedback), resume(2)
    moved = int((read(once["OUTPUT"]) != read(twice["OUTPUT"])).sum())
    assert once["MOVED"] == twice["MOVED"] == moved > 1
    assert f"Stopped after the first iteration; {moved:,} pixels are now nearer" in "\n".join(feedback.lines)


def test_centres_are_left_out_when_not_wanted(cleaned, tmp_path):
    assert "CENTRES" not in run("kmeans", INPUT=cleaned, OUTPUT=tmp_path / "out.tif")


def test_same_seed_gives_the_same_classes(random_raster, tmp_path):
    first, second = (
        read(run("kmeans", INPUT=random_raster, SEED=7, OUTPUT=tmp_path / name)["OUTPUT"])
        for name in ("one.tif", "two.tif")
    )
    np.testing.assert_array_equal(first, second)


def test_another_seed_starts_elsewhere(random_raster, tmp_path):
    first, second = (
        read(run("kmeans", INPUT=random_raster, SEED=seed, OUTPUT=tmp_path / f"{seed}.tif")["OUTPUT"])
        for seed in (7, 8)
    )
    assert (first != second).any()


def test_resuming_ends_where_one_run_does(random_raster, tmp_path):
    common = {"INPUT": random_raster, "CLUSTERS": 4}
    whole = run("kmeans", START=TUTORIAL, MAX_ITERATIONS=200, OUTPUT=tmp_path / "whole.tif", **common)
    centres = tmp_path / "centres.csv"
    run("kmeans", START=TUTORIAL, MAX_ITERATIONS=3, OUTPUT=tmp_path / "part.tif", CENTRES=centres, **common)
    resumed = run(
        "kmeans",
        START=CENTRES_FILE,
        START_CENTRES=centres,
        MAX_ITERATIONS=200,
        OUTPUT=tmp_path / "resumed.tif",
        INPUT=random_raster,
    )
    assert resumed["MOVED"] == 0
    assert resumed["ITERATIONS"] == whole["ITERATIONS"] - 3
    np.testing.assert_array_equal(read(resumed["OUTPUT"]), read(whole["OUTPUT"]))


@pytest.fixture(scope="module")
def another_year(tmp_path_factory, tile_info):
    """A tile with 428 bands: one more at each end, and the others 0.4 nm off those of the demo tile."""
    nm = tile_info.bands.wavelengths
    step = nm[1] - nm[0]
    wavelength = np.concatenate([[nm[0] - step], nm, [nm[-1] + step]]) + 0.4
    path = tmp_path_factory.mktemp("year") / "another_year.h5"
    return write_tile_at(path, random_cube(12, 14, 428), wavelength=wavelength)


@pytest.fixture(scope="module")
def all_bands_centres(tile, tmp_path_factory, registered):
    folder = tmp_path_factory.mktemp("all_bands")
    cleaned = run("cleanreflectance", INPUT=tile, SUBSET_FACTOR=1, OUTPUT=folder / "cleaned.tif")["OUTPUT"]
    return run("kmeans", INPUT=cleaned, OUTPUT=folder / "classes.tif", CENTRES=folder / "centres.csv")["CENTRES"]


def clean_another_year(another_year, folder, **parameters):
    output = folder / "another_year.tif"
    run("cleanreflectance", INPUT=another_year, SUBSET_FACTOR=1, OUTPUT=output, **parameters)
    return output


def test_centres_of_another_year_are_matched_by_wavelength(another_year, all_bands_centres, tmp_path):
    raster = clean_another_year(another_year, tmp_path, FIRST_BANDS=11, LAST_BANDS=16)
    results = run(
        "kmeans",
        INPUT=raster,
        START=CENTRES_FILE,
        START_CENTRES=all_bands_centres,
        MAX_ITERATIONS=1,
        OUTPUT=tmp_path / "out.tif",
    )
    start = SpectralClasses.read(all_bands_centres).centres
    pixels, valid = spectra(raster)
    nearest = ((pixels[:, np.newaxis] - start) ** 2).sum(axis=2).argmin(axis=1)
    means = np.stack(
        [pixels[nearest == label].mean(axis=0) if (nearest == label).any() else start[label] for label in range(5)]
    )
    np.testing.assert_array_equal(read(results["OUTPUT"])[0][valid], dark_to_bright(nearest, means))


def test_centres_that_lack_bands_name_them(another_year, all_bands_centres, tmp_path):
    raster = clean_another_year(another_year, tmp_path, FIRST_BANDS=10, LAST_BANDS=16)
    with pytest.raises(QgsProcessingException, match=r"has no band for 1 of the .* bands of another_year: 427\.1 nm"):
        run(
            "kmeans",
            INPUT=raster,
            START=CENTRES_FILE,
            START_CENTRES=all_bands_centres,
            OUTPUT=tmp_path / "out.tif",
        )


def test_centres_file_must_be_given(cleaned, tmp_path):
    with pytest.raises(QgsProcessingException, match="no file is given"):
        run("kmeans", INPUT=cleaned, START=CENTRES_FILE, OUTPUT=tmp_path / "out.tif")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "has no rows below a header"),
        ("a,b\n1,2\n", "is not a table of cluster centres"),
        ("class;pixels;area_ha;500\n1;2;3;1,234\n", "write all numbers with decimal points"),
        ("class,pixels,area_ha,500\n1,2,3,bright\n", 'column "500", is not a number'),
    ],
)
def test_centres_file_that_is_none_is_refused(cleaned, tmp_path, text, sentence):
    centres = tmp_path / "centres.csv"
    centres.write_text(text, encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=sentence):
        run("kmeans", INPUT=cleaned, START=CENTRES_FILE, START_CENTRES=centres, OUTPUT=tmp_path / "out.tif")


@pytest.mark.parametrize("start", [0, TUTORIAL])
def test_one_cluster_takes_all_pixels(cleaned, tmp_path, start):
    results = run("kmeans", INPUT=cleaned, CLUSTERS=1, START=start, OUTPUT=tmp_path / "out.tif")
    np.testing.assert_array_equal(read(results["OUTPUT"])[0], spectra(cleaned)[1].astype(np.uint8))
    assert results["CLASSES_FOUND"] == 1


@pytest.mark.parametrize("start", [0, TUTORIAL])
def test_more_clusters_than_different_pixels(tmp_path, start):
    values = np.repeat(np.array([100, 5000, 9000], np.int16), 20).reshape(1, 6, 10)
    raster = write_raster(tmp_path / "three.tif", np.concatenate([values, values]))
    results = run("kmeans", INPUT=raster, CLUSTERS=6, START=start, OUTPUT=tmp_path / "out.tif")
    assert results["CLASSES_FOUND"] == 3
    assert results["SSE"] == pytest.approx(0, abs=1e-6)
    classes = read(results["OUTPUT"])[0]
    assert (classes > 0).all()
    for value in (100, 5000, 9000):
        assert len(np.unique(classes[values[0] == value])) == 1


def test_all_no_data_is_refused(tmp_path):
    raster = write_raster(tmp_path / "empty.tif", np.full((2, 5, 5), -9999, np.int16), nodata=-9999)
    with pytest.raises(QgsProcessingException, match="empty has no valid pixel"):
        run("kmeans", INPUT=raster, OUTPUT=tmp_path / "out.tif")
    assert not (tmp_path / "out.tif").exists()


def test_single_band(tmp_path):
    values = np.repeat(np.array([3, 90, 200], np.uint8), 12).reshape(1, 6, 6)
    raster = write_raster(tmp_path / "grey.tif", values)
    results = run("kmeans", INPUT=raster, CLUSTERS=3, OUTPUT=tmp_path / "out.tif", CENTRES=tmp_path / "centres.csv")
    np.testing.assert_array_equal(read(results["OUTPUT"])[0].ravel(), np.repeat([1, 2, 3], 12))
    assert read_table(results["CENTRES"])[0][3:] == ["band 1"]


@pytest.mark.parametrize(("scale", "numbers"), [(0.5, [1, 2, 3]), (-0.5, [3, 2, 1])])
def test_dark_and_bright_are_told_by_what_values_mean(tmp_path, scale, numbers):
    raster = write_raster(tmp_path / "in.tif", np.array([[[10, 500, 900]]], np.int16))
    dataset = gdal.Open(str(raster), gdal.GA_Update)
    dataset.GetRasterBand(1).SetScale(scale)
    dataset.FlushCache()
    results = run("kmeans", INPUT=raster, CLUSTERS=3, OUTPUT=tmp_path / "out.tif", CENTRES=tmp_path / "centres.csv")
    assert read(results["OUTPUT"])[0, 0].tolist() == numbers
    centres = SpectralClasses.read(tmp_path / "centres.csv").centres[:, 0]
    assert centres.tolist() == sorted(scale * value for value in (10, 500, 900))


@pytest.mark.parametrize("algorithm", ["kmeans", "pca"])
@pytest.mark.parametrize("sign", [1, -1])
def test_values_too_large_to_compute_with_are_told(tmp_path, algorithm, sign):
    values = np.random.default_rng(0).random((3, 10, 10)) * sign * 1e300
    dataset = gdal.GetDriverByName("GTiff").Create(str(tmp_path / "in.tif"), 10, 10, 3, gdal.GDT_Float64)
    dataset.WriteArray(values)
    dataset.FlushCache()
    with pytest.raises(QgsProcessingException, match=r"in holds values that are too large .*check its no data value"):
        run(algorithm, INPUT=tmp_path / "in.tif", OUTPUT=tmp_path / "out.tif")


def test_nan_and_infinity_are_no_data(tmp_path):
    values = np.random.default_rng(1).random((3, 8, 9)).astype(np.float32)
    values[0, 0, 0], values[1, 2, 3], values[2, 4, 5] = np.nan, np.inf, -np.inf
    raster = write_raster(tmp_path / "float.tif", values)
    results = run("kmeans", INPUT=raster, CLUSTERS=2, OUTPUT=tmp_path / "out.tif")
    np.testing.assert_array_equal(read(results["OUTPUT"])[0] == NO_CLASS, ~np.isfinite(values).all(axis=0))


def test_300_clusters_need_16_bits(random_raster, tmp_path):
    results = run("kmeans", INPUT=random_raster, CLUSTERS=300, MAX_ITERATIONS=3, OUTPUT=tmp_path / "out.tif")
    classes = read(results["OUTPUT"])
    assert classes.dtype == np.uint16
    assert classes.max() == 300
    assert results["CLASSES_FOUND"] == len(np.unique(classes))


@pytest.fixture
def cancelled(random_raster, tmp_path):
    """A run that was cancelled in its third iteration: results, log, and what was at OUTPUT before."""
    output = tmp_path / "old.tif"
    output.write_bytes(b"the old raster")
    feedback = Recorder(cancel_at="Iteration 3")
    results = run(
        "kmeans",
        feedback,
        INPUT=random_raster,
        START=TUTORIAL,
        CLUSTERS=4,
        OUTPUT=output,
        CENTRES=tmp_path / "cancelled.csv",
    )
    return results, feedback, output


def test_cancelled_run_leaves_the_centres_of_whole_iterations(cancelled, random_raster, tmp_path):
    expected = tmp_path / "three.csv"
    run(
        "kmeans",
        INPUT=random_raster,
        START=TUTORIAL,
        CLUSTERS=4,
        MAX_ITERATIONS=3,
        OUTPUT=tmp_path / "three.tif",
        CENTRES=expected,
    )
    assert cancelled[0] == {}
    assert (tmp_path / "cancelled.csv").read_bytes() == expected.read_bytes()


def test_cancelled_run_says_how_to_go_on(cancelled, tmp_path):
    assert f"The centres of iteration 3 are in {tmp_path / 'cancelled.csv'}" in "\n".join(cancelled[1].lines)


def test_cancelled_run_leaves_the_old_raster(cancelled, tmp_path):
    assert cancelled[2].read_bytes() == b"the old raster"
    # QGIS may keep statistics of the input beside it.
    found = {path.name for path in tmp_path.iterdir()} - {"random.tif.aux.xml"}
    assert found == {"random.tif", "old.tif", "cancelled.csv", "cancelled.csv-metadata.json"}


def test_cancelled_run_leaves_no_new_raster(random_raster, tmp_path):
    feedback = Recorder(cancel_at="Iteration 1")
    assert run("kmeans", feedback, INPUT=random_raster, OUTPUT=tmp_path / "out.tif") == {}
    # QGIS itself keeps a histogram beside a raster that it opens.
    assert {path.name for path in tmp_path.iterdir()} - {"random.tif.aux.xml"} == {"random.tif"}


def test_input_that_is_no_raster_is_refused(tmp_path):
    text = tmp_path / "text.tif"
    text.write_text("no raster")
    with pytest.raises(QgsProcessingException, match="INPUT"):
        run("kmeans", INPUT=text, OUTPUT=tmp_path / "out.tif")


def test_output_over_the_input_is_refused(random_raster):
    before = random_raster.read_bytes()
    with pytest.raises(QgsProcessingException, match=r"\(OUTPUT\): .* is an input as well"):
        run("kmeans", INPUT=random_raster, OUTPUT=random_raster)
    assert random_raster.read_bytes() == before


def test_too_many_clusters_are_refused(random_raster, tmp_path):
    with pytest.raises(QgsProcessingException, match="CLUSTERS"):
        run("kmeans", INPUT=random_raster, CLUSTERS=70_000, OUTPUT=tmp_path / "out.tif")


def test_start_centres_that_are_not_used_are_told(cleaned, tmp_path):
    feedback = Recorder()
    run("kmeans", feedback, INPUT=cleaned, START_CENTRES=tmp_path / "unused.csv", OUTPUT=tmp_path / "out.tif")
    assert [warning for warning in feedback.warnings if "unused.csv are not used" in warning]


def test_classes_without_pixels_are_told(tmp_path):
    feedback = Recorder()
    raster = write_raster(tmp_path / "in.tif", np.full((3, 4, 5), 7, np.int16))
    found = run("kmeans", feedback, INPUT=raster, CLUSTERS=4, OUTPUT=tmp_path / "out.tif")
    assert found["CLASSES_FOUND"] == 1
    assert "3 of 4 classes have no pixel." in feedback.warnings


def test_mask_tells_how_many_pixels_it_leaves_out(cleaned, tmp_path):
    feedback = Recorder()
    mask = gdal.Translate(
        str(tmp_path / "mask.tif"), str(cleaned), bandList=[1], outputType=gdal.GDT_Byte, noData="none"
    )
    kept = np.ones((mask.RasterYSize, mask.RasterXSize), np.uint8)
    kept[0, :3] = 0
    mask.GetRasterBand(1).WriteArray(kept)
    mask = None
    run("kmeans", feedback, INPUT=cleaned, MASK=tmp_path / "mask.tif", OUTPUT=tmp_path / "out.tif")
    assert [line for line in feedback.lines if line.startswith(f"3 of {kept.size:,} pixels of ")]


@pytest.mark.parametrize(("name", "source"), [("kmeans", "picture"), ("pca", "picture"), ("kmeans", "classes")])
def test_input_that_is_no_image_of_reflectance_is_told(tile, cleaned, tmp_path, name, source):
    feedback, other = Recorder(), tmp_path / "input.tif"
    if source == "picture":
        run("colourcomposite", TILE=tile, OUTPUT=other)
    else:
        run("kmeans", INPUT=cleaned, CLUSTERS=3, OUTPUT=other)
    run(name, feedback, INPUT=other, OUTPUT=tmp_path / "out.tif", **({"CLUSTERS": 2} if name == "kmeans" else {}))
    first = next(line for line in feedback.warnings if "Clean reflectance" in line)
    assert ("is a picture" if source == "picture" else "is a class raster") in first


def test_reflectance_is_no_reason_for_a_warning(cleaned, tmp_path):
    feedback = Recorder()
    run("kmeans", feedback, INPUT=cleaned, CLUSTERS=2, OUTPUT=tmp_path / "out.tif")
    assert not any("Clean reflectance" in line for line in feedback.warnings)


@pytest.mark.parametrize("start", [0, TUTORIAL])
@pytest.mark.parametrize(("clusters", "pixels"), [(5, 4), (40, 1)])
def test_more_clusters_than_pixels_are_told(tmp_path, start, clusters, pixels):
    raster = write_raster(tmp_path / "few.tif", np.arange(3.0 * pixels, dtype=np.float32).reshape(3, 1, pixels))
    said = rf"Clusters \(CLUSTERS\) is {clusters}, but few has only {pixels} valid pixels?; choose"
    with pytest.raises(QgsProcessingException, match=said):
        run("kmeans", INPUT=raster, CLUSTERS=clusters, START=start, OUTPUT=tmp_path / "classes.tif")
    assert not (tmp_path / "classes.tif").exists()


def test_as_many_clusters_as_pixels_are_fine(tmp_path):
    raster = write_raster(tmp_path / "few.tif", np.arange(12.0, dtype=np.float32).reshape(3, 2, 2))
    assert run("kmeans", INPUT=raster, CLUSTERS=4, OUTPUT=tmp_path / "classes.tif")["CLASSES_FOUND"] == 4
