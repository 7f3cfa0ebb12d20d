import json
import sys
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException, QgsProcessingOutputLayerDefinition, QgsRasterLayer

from neon_aop.core.files.hdf5.opening import open_hdf5
from neon_aop.core.files.raster.writer import IMAGE_NAME, RasterWriter
from neon_aop.core.image.grid import Grid
from neon_aop.core.inputs.tileset import TileWindow
from neon_aop.core.spectra.classes import SpectralClasses
from neon_aop.tests.algorithms.checks import (
    Recorder,
    assert_georeferenced_like,
    read,
    run,
    wkt,
    write_tile_at,
)
from neon_aop.tests.tiles import LEFT, NODATA, TOP, random_cube

BANDS = 40


def classify(folder, tiles, feedback=None, **parameters):
    """Classify small tiles with all of their bands."""
    return run(
        "classifytiles",
        feedback,
        TILES=tiles,
        **{"BAND_RULE": 1, "SUBSET_FACTOR": 1, "CLUSTERS": 3, **parameters},
        CLASS_RASTER=folder / "classes.tif",
        PC_RASTER=folder / "scores.tif",
    )


def flat_cube(value, rows=10, columns=12):
    """Pixels that are nearly the same, with `value` in all bands but a little noise."""
    noise = np.random.default_rng(value).integers(0, 50, (rows, columns, BANDS))
    return (noise + value).astype(np.int16)


@pytest.fixture
def neighbours(tmp_path):
    """Two tiles side by side, of different height."""
    west = write_tile_at(tmp_path / "west.h5", random_cube(10, 12, BANDS))
    east = write_tile_at(tmp_path / "east.h5", random_cube(14, 12, BANDS), left=LEFT + 12)
    return [west, east]


@pytest.fixture
def outputs(tmp_path):
    folder = tmp_path / "outputs"
    folder.mkdir()
    return folder


@pytest.fixture(scope="module")
def one_run(tile, tmp_path_factory, registered):
    """The tile in one run, with all outputs, and the log."""
    folder = tmp_path_factory.mktemp("one_run")
    feedback = Recorder()
    files = {"CENTRES": "centres.csv", "EIGENVALUES": "eigenvalues.csv", "LOADINGS": "loadings.csv"}
    files.update(MODEL="model.json", PREVIEW="preview.png")
    results = run(
        "classifytiles",
        feedback,
        TILES=[tile],
        CLASS_RASTER=folder / "classes.tif",
        PC_RASTER=folder / "scores.tif",
        **{name: folder / file for name, file in files.items()},
    )
    return {**results, "feedback": feedback}


@pytest.fixture(scope="module")
def steps(cleaned, tmp_path_factory, registered):
    """The same in steps: clusters and components of the cleaned raster."""
    folder = tmp_path_factory.mktemp("steps")
    classes = run("kmeans", INPUT=cleaned, OUTPUT=folder / "classes.tif", CENTRES=folder / "centres.csv")
    files = {"EIGENVALUES": "eigenvalues.csv", "LOADINGS": "loadings.csv", "MODEL": "model.json"}
    components = run(
        "pca",
        INPUT=cleaned,
        OUTPUT=folder / "scores.tif",
        **{name: folder / file for name, file in files.items()},
    )
    return {**components, **classes, "CLASS_RASTER": classes["OUTPUT"], "PC_RASTER": components["OUTPUT"]}


@pytest.mark.parametrize("raster", ["CLASS_RASTER", "PC_RASTER"])
def test_one_run_gives_the_rasters_of_the_steps(one_run, steps, raster):
    found, expected = read(one_run[raster]), read(steps[raster])
    assert found.dtype == expected.dtype
    np.testing.assert_array_equal(found, expected)


@pytest.mark.parametrize("number", ["ITERATIONS", "MOVED", "SSE", "CLASSES_FOUND", "COMPONENTS_KEPT", "VARIANCE_KEPT"])
def test_one_run_gives_the_numbers_of_the_steps(one_run, steps, number):
    assert one_run[number] == steps[number]


@pytest.mark.parametrize("table", ["CENTRES", "EIGENVALUES", "LOADINGS"])
def test_one_run_gives_the_tables_of_the_steps(one_run, steps, table):
    with open(one_run[table]) as found, open(steps[table]) as expected:
        assert found.read() == expected.read()


def test_one_run_gives_the_model_of_the_steps(one_run, steps):
    found, expected = (json.loads(Path(one["MODEL"]).read_text(encoding="utf-8")) for one in (one_run, steps))
    made = [content.pop("provenance")["algorithm"] for content in (found, expected)]
    assert found == expected and made == ["neonaop:classifytiles", "neonaop:pca"]


@pytest.mark.parametrize("raster", ["CLASS_RASTER", "PC_RASTER"])
def test_lies_where_the_tile_lies(one_run, tile_info, raster):
    assert_georeferenced_like(one_run[raster], tile_info.grid)


def test_preview_shows_the_classes(one_run):
    picture = gdal.Open(one_run["PREVIEW"])
    assert (picture.RasterXSize, picture.RasterYSize) == (40, 40)
    np.testing.assert_array_equal(read(one_run["PREVIEW"])[3] > 0, read(one_run["CLASS_RASTER"])[0] > 0)


def test_scores_name_their_image_when_there_is_one(neighbours, outputs):
    found = {}
    for tiles in (neighbours, neighbours[:1]):
        scores = gdal.Open(classify(outputs, tiles)["PC_RASTER"])
        found[len(tiles)] = scores.GetMetadataItem(IMAGE_NAME)
    assert found == {2: None, 1: "west"}


@pytest.mark.parametrize(("components", "kind"), [(2, "singlebandgray"), (3, "multibandcolor"), (4, "multibandcolor")])
def test_three_scores_are_shown_in_colour_and_fewer_in_grey(neighbours, outputs, components, kind):
    found = classify(outputs, neighbours, COMPONENTS=components)
    assert QgsRasterLayer(found["PC_RASTER"]).renderer().type() == kind


@pytest.mark.parametrize("layers", [{}, {"DISTANCE": QgsProcessingOutputLayerDefinition("")}], ids=["missing", "empty"])
def test_outputs_are_left_out_when_not_wanted(tile, outputs, layers):
    """The batch dialog gives layers that are not wanted without a place."""
    found = classify(outputs, [tile], **layers)
    assert not {"DISTANCE", "CENTRES", "EIGENVALUES", "LOADINGS", "MODEL", "PREVIEW", "REPORT"} & set(found)
    rasters = {"classes.tif", "scores.tif"}
    sidecars = {"classes.tif.aux.xml", "scores.tif.aux.xml", "classes.qml", "scores.qml"}
    assert rasters <= {path.name for path in outputs.iterdir()} <= rasters | sidecars


@pytest.mark.parametrize("raster", ["CLASS_RASTER", "PC_RASTER"])
def test_neighbours_make_one_raster(neighbours, outputs, raster):
    found = classify(outputs, neighbours)
    assert_georeferenced_like(found[raster], Grid(24, 14, LEFT, TOP, 1.0, 1.0, wkt()))


def test_neighbours_keep_their_pixels(neighbours, outputs):
    west, east = random_cube(10, 12, BANDS), random_cube(14, 12, BANDS)
    kept = [band for band in range(BANDS) if not in_windows(band)]
    has_data = np.zeros((14, 24), bool)
    has_data[:10, :12] = (west[:, :, kept] != NODATA).all(axis=2)
    has_data[:, 12:] = (east[:, :, kept] != NODATA).all(axis=2)
    found = classify(outputs, neighbours)
    np.testing.assert_array_equal(read(found["CLASS_RASTER"])[0] > 0, has_data)
    np.testing.assert_array_equal(read(found["PC_RASTER"])[0] != NODATA, has_data)


def in_windows(band):
    wavelength = np.linspace(384.0, 2512.0, BANDS)[band]
    return 1340 <= wavelength <= 1445 or 1790 <= wavelength <= 1955


def test_a_class_means_the_same_in_all_tiles(tmp_path, outputs):
    dark, bright = flat_cube(1000), flat_cube(6000)
    west = write_tile_at(tmp_path / "west.h5", np.concatenate([dark, bright]))
    east = write_tile_at(tmp_path / "east.h5", np.concatenate([bright, dark]), left=LEFT + 12)
    found = classify(outputs, [west, east], CLUSTERS=2)
    classes = read(found["CLASS_RASTER"])[0]
    assert (classes[:10, :12] == 1).all() and (classes[10:, 12:] == 1).all()
    assert (classes[10:, :12] == 2).all() and (classes[:10, 12:] == 2).all()


@pytest.fixture
def overlapping(tmp_path):
    """A dark tile, of which one pixel in the overlap has no data, and a bright one 4 m further east."""
    dark = flat_cube(1000)
    dark[5, 10] = NODATA
    return (
        write_tile_at(tmp_path / "dark.h5", dark),
        write_tile_at(tmp_path / "bright.h5", flat_cube(6000), left=LEFT + 4),
    )


@pytest.mark.parametrize(("order", "expected"), [((0, 1), 1), ((1, 0), 2)], ids=["dark first", "bright first"])
def test_first_tile_in_the_list_has_the_overlap(overlapping, outputs, order, expected):
    found = classify(outputs, [overlapping[index] for index in order], CLUSTERS=2)
    overlap = read(found["CLASS_RASTER"])[0][:, 4:12].copy()
    assert overlap[5, 6] == 2, "where the dark tile has no data, the bright one is shown"
    overlap[5, 6] = expected
    assert (overlap == expected).all()


def test_pixels_of_an_overlap_count_once(overlapping, outputs):
    found = classify(outputs, overlapping, CLUSTERS=2, CENTRES=outputs / "centres.csv")
    classes = read(found["CLASS_RASTER"])
    table = np.genfromtxt(found["CENTRES"], delimiter=",", skip_header=1)
    assert table[:, 1].tolist() == np.bincount(classes.ravel())[1:].tolist()


@pytest.mark.parametrize(
    ("difference", "sentence"),
    [
        ({"epsg": 32617}, "odd has another coordinate reference system than west"),
        ({"size": 2.0}, "odd has pixels of 2 x 2, but west of 1 x 1"),
        ({"left": LEFT + 12.4}, "The pixels of odd lie between those of west"),
    ],
    ids=["crs", "pixel size", "alignment"],
)
def test_tiles_that_do_not_fit_are_refused_before_the_work(neighbours, tmp_path, outputs, difference, sentence):
    odd = write_tile_at(tmp_path / "odd.h5", random_cube(10, 12, BANDS), **{"left": LEFT + 24, **difference})
    feedback = Recorder()
    with pytest.raises(QgsProcessingException, match=sentence):
        classify(outputs, [*neighbours, odd], feedback)
    assert not feedback.steps
    assert not list(outputs.iterdir())


def test_folder_stands_for_its_tiles(neighbours, tmp_path, outputs):
    # Sorted by name, so that the eastern tile comes first.
    found = read(classify(outputs, [tmp_path])["CLASS_RASTER"])
    expected = read(classify(outputs, neighbours[::-1])["CLASS_RASTER"])
    np.testing.assert_array_equal(found, expected)


def test_folder_without_tiles_is_refused(outputs):
    with pytest.raises(QgsProcessingException, match=r"There is no tile \(\*\.h5\) in"):
        classify(outputs, [outputs])


def test_tile_given_twice_is_read_once(neighbours, tmp_path, outputs):
    link = tmp_path / "link.h5"
    link.symlink_to(neighbours[0])
    once = classify(outputs, neighbours)
    expected = read(once["CLASS_RASTER"])
    twice = classify(outputs, [*neighbours, neighbours[0], link])
    assert twice["SSE"] == once["SSE"]
    np.testing.assert_array_equal(read(twice["CLASS_RASTER"]), expected)


@pytest.fixture
def broken(tmp_path):
    """A tile whose download stopped halfway."""
    path = write_tile_at(tmp_path / "broken.h5", random_cube(10, 12, BANDS), left=LEFT + 24)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    return path


def test_broken_tile_stops_the_run(neighbours, broken, outputs):
    with pytest.raises(QgsProcessingException, match=r"broken\.h5: .*download it again"):
        classify(outputs, [*neighbours, broken])
    assert not list(outputs.iterdir())


def test_broken_tile_is_left_out_when_wanted(neighbours, broken, outputs):
    expected = read(classify(outputs, neighbours)["CLASS_RASTER"])
    feedback = Recorder()
    found = classify(outputs, [*neighbours, broken], feedback, SKIP_BROKEN=True)
    np.testing.assert_array_equal(read(found["CLASS_RASTER"]), expected)
    assert str(broken) in found["SKIPPED"]
    assert any("Left out" in line and str(broken) in line for line in feedback.warnings)


def test_only_broken_tiles_are_an_error(broken, outputs):
    with pytest.raises(QgsProcessingException, match="broken.h5"):
        classify(outputs, [broken], SKIP_BROKEN=True)


def test_extent_goes_across_tiles(neighbours, outputs):
    extent = f"{LEFT + 8},{LEFT + 20},{TOP - 9},{TOP - 2} [EPSG:32618]"
    found = classify(outputs, neighbours, EXTENT=extent)
    assert_georeferenced_like(found["CLASS_RASTER"], Grid(12, 7, LEFT + 8, TOP - 2, 1.0, 1.0, wkt()))


def test_tile_outside_the_extent_is_left_out(neighbours, outputs):
    feedback = Recorder()
    extent = f"{LEFT + 2},{LEFT + 10},{TOP - 9},{TOP - 2} [EPSG:32618]"
    classify(outputs, neighbours, feedback, EXTENT=extent)
    assert any("east lies outside the extent" in line for line in feedback.lines)


def test_extent_beside_all_tiles_is_refused(neighbours, outputs):
    with pytest.raises(QgsProcessingException, match="No tile lies in the extent"):
        classify(outputs, neighbours, EXTENT="0,10,0,10 [EPSG:32618]")


@pytest.fixture
def no_h5py(monkeypatch, tile):
    """As on a machine without h5py: HDF5 is read through GDAL."""
    monkeypatch.setitem(sys.modules, "h5py", None)
    file = open_hdf5(str(tile))
    assert file.backend == "gdal"
    file.close()


@pytest.mark.parametrize("raster", ["CLASS_RASTER", "PC_RASTER"])
def test_without_h5py_the_same_rasters(tile, one_run, no_h5py, tmp_path, raster):
    found = run("classifytiles", TILES=[tile], CLASS_RASTER=tmp_path / "classes.tif", PC_RASTER=tmp_path / "scores.tif")
    np.testing.assert_array_equal(read(found[raster]), read(one_run[raster]))


def test_without_h5py_the_same_reflectance(tile, cleaned, no_h5py, tmp_path):
    found = run("cleanreflectance", INPUT=tile, OUTPUT=tmp_path / "out.tif")
    np.testing.assert_array_equal(read(found["OUTPUT"]), read(cleaned))


def test_cancelled_run_leaves_only_centres(tile, outputs):
    feedback = Recorder(cancel_at="Iteration 1")
    assert classify(outputs, [tile], feedback, CENTRES=outputs / "centres.csv") == {}
    assert sorted(path.name for path in outputs.iterdir()) == ["centres.csv", "centres.csv-metadata.json"]


def test_resumes_from_the_centres_of_a_cancelled_run(tile, outputs):
    centres = outputs / "centres.csv"
    classify(outputs, [tile], Recorder(cancel_at="Iteration 1"), START=1, CLUSTERS=4, CENTRES=centres)
    resumed = read(classify(outputs, [tile], START=2, START_CENTRES=centres)["CLASS_RASTER"])
    whole = read(classify(outputs, [tile], START=1, CLUSTERS=4)["CLASS_RASTER"])
    np.testing.assert_array_equal(resumed, whole)


def test_output_over_a_tile_is_refused(neighbours, tmp_path):
    with pytest.raises(QgsProcessingException, match=r"Cluster centres \(CENTRES\): .* is an input as well"):
        run(
            "classifytiles",
            TILES=neighbours,
            CLASS_RASTER=tmp_path / "classes.tif",
            PC_RASTER=tmp_path / "scores.tif",
            CENTRES=neighbours[0],
        )


def test_no_tiles_are_refused(outputs):
    with pytest.raises(QgsProcessingException):
        classify(outputs, [])


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"COMPONENTS": BANDS + 1}, r"Components is 41; there are 35 bands"),
        ({"FRACTION": 0}, "must be above 0"),
        ({"START": 2, "START_CENTRES": "none.csv"}, "none.csv cannot be read"),
        ({"START": 2}, "no file is given"),
        ({"CLUSTERS": 0}, "CLUSTERS"),
    ],
)
def test_what_cannot_be_done_is_refused_before_tiles_are_read(neighbours, outputs, monkeypatch, parameters, sentence):
    def read_nothing(self, *arguments, **options):
        pytest.fail("Pixels are read.")

    monkeypatch.setattr(TileWindow, "read", read_nothing)
    with pytest.raises(QgsProcessingException, match=sentence):
        classify(outputs, neighbours, **parameters)
    assert not list(outputs.iterdir())


def test_mask_that_leaves_nothing_is_named(neighbours, outputs, tmp_path):
    with RasterWriter(tmp_path / "mask.tif", Grid(24, 14, LEFT, TOP, crs=wkt()), np.uint8) as writer:
        writer.write(np.zeros((14, 24), np.uint8))
    with pytest.raises(QgsProcessingException, match="Mask or weather quality leave no pixel"):
        classify(outputs, neighbours, MASK=tmp_path / "mask.tif")


def test_classes_of_components_are_those_of_kmeans_on_the_component_raster(tile, tmp_path):
    found = run(
        "classifytiles",
        TILES=[tile],
        CLUSTER_ON=1,
        COMPONENTS=4,
        CLASS_RASTER=tmp_path / "classes.tif",
        PC_RASTER=tmp_path / "scores.tif",
        CENTRES=tmp_path / "centres.csv",
        REPORT=tmp_path / "report.html",
    )
    run("kmeans", INPUT=found["PC_RASTER"], OUTPUT=tmp_path / "steps.tif")
    pairs = set(zip(read(found["CLASS_RASTER"]).ravel().tolist(), read(tmp_path / "steps.tif").ravel().tolist()))
    assert len(pairs) == len({one for one, _ in pairs}) == 6
    assert len(SpectralClasses.read(tmp_path / "centres.csv").bands) == 173
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "Compared with all bands" in page and "adjusted Rand index" in page


def test_classes_of_components_have_distances_in_the_space_of_the_scores(tile, tmp_path):
    found = run(
        "classifytiles",
        TILES=[tile],
        CLUSTER_ON=1,
        COMPONENTS=2,
        MAX_ITERATIONS=500,
        CLASS_RASTER=tmp_path / "classes.tif",
        PC_RASTER=tmp_path / "scores.tif",
        DISTANCE=tmp_path / "distance.tif",
    )
    classes, scores = read(found["CLASS_RASTER"])[0], read(found["PC_RASTER"]).astype(float)
    for number in range(1, 6):
        inside = scores[:, classes == number]
        expected = np.sqrt(((inside - inside.mean(axis=1, keepdims=True)) ** 2).sum(axis=0))
        np.testing.assert_allclose(read(found["DISTANCE"])[0][classes == number], expected, rtol=1e-5, atol=1e-7)
