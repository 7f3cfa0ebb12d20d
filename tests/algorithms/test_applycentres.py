import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelParameter,
    QgsProcessingParameterFile,
    QgsRasterLayer,
)

from neon_aop.core.constants import PALETTE_FIXED
from neon_aop.core.files.raster.palette import class_colours
from neon_aop.tests.algorithms.checks import (
    Recorder,
    assert_georeferenced_like,
    read,
    read_table,
    run,
    write_tile_at,
)
from neon_aop.tests.algorithms.test_model import add_step, model_output, output_of

NO_CLASS = 0


@pytest.fixture(scope="module")
def finished(cleaned, tmp_path_factory, registered):
    """A run of k-means on the cleaned tile that ended because no pixel moved."""
    folder = tmp_path_factory.mktemp("finished")
    results = run(
        "kmeans", INPUT=cleaned, MAX_ITERATIONS=500, OUTPUT=folder / "classes.tif", CENTRES=folder / "centres.csv"
    )
    assert results["MOVED"] == 0
    return results


@pytest.fixture(scope="module")
def applied(finished, tile, tmp_path_factory):
    """Its centres on the same tile, with all outputs, and the log."""
    folder = tmp_path_factory.mktemp("applied")
    feedback = Recorder()
    results = run(
        "applycentres",
        feedback,
        TILES=[tile],
        CENTRES=finished["CENTRES"],
        OUTPUT=folder / "out.tif",
        COUNTS=folder / "counts.csv",
    )
    return {**results, "feedback": feedback}


@pytest.fixture
def centres(tmp_path):
    """Write a table that was edited by hand."""

    def write(text):
        path = tmp_path / "edited.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_the_tile_of_the_centres_gets_its_own_classes(applied, finished):
    np.testing.assert_array_equal(read(applied["OUTPUT"]), read(finished["OUTPUT"]))


def test_numbers_are_those_of_the_run(applied, finished):
    assert applied["CLASSES_FOUND"] == finished["CLASSES_FOUND"]
    assert applied["SSE"] == pytest.approx(finished["SSE"], rel=1e-9)


def describe_classes(raster):
    dataset = gdal.Open(str(raster))
    band = dataset.GetRasterBand(1)
    table = band.GetDefaultRAT()
    rows, columns = range(table.GetRowCount()), range(table.GetColumnCount())
    colours = band.GetColorTable()
    return {
        "type": band.DataType,
        "no data": band.GetNoDataValue(),
        "names": band.GetCategoryNames(),
        "colours": [colours.GetColorEntry(value) for value in range(6)],
        "columns": [table.GetNameOfCol(column) for column in columns],
        "rows": [[table.GetValueAsString(row, column) for column in columns] for row in rows],
    }


def test_names_colours_and_attribute_table_are_those_of_the_run(applied, finished):
    assert describe_classes(applied["OUTPUT"]) == describe_classes(finished["OUTPUT"])


def test_qgis_paints_the_classes(applied):
    assert QgsRasterLayer(applied["OUTPUT"]).renderer().type() == "paletted"


def test_lies_where_the_tile_lies(applied, tile_info):
    assert_georeferenced_like(applied["OUTPUT"], tile_info.grid)


def test_counts_are_those_of_the_run(applied, finished):
    header, rows = read_table(applied["COUNTS"])
    assert header == ["class", "pixels", "area_ha"]
    assert rows == [row[:3] for row in read_table(finished["CENTRES"])[1]]


def test_counts_are_left_out_when_not_wanted(finished, tile, tmp_path):
    found = run("applycentres", TILES=[tile], CENTRES=finished["CENTRES"], OUTPUT=tmp_path / "out.tif")
    assert set(found) == {"OUTPUT", "CLASSES_FOUND", "SSE", "SKIPPED", "UNCLASSIFIED"}


def test_log_says_which_bands_are_read(applied):
    assert any(line.startswith("173 of 426 bands are read") for line in applied["feedback"].lines)


def test_raster_and_tile_give_the_same(applied, finished, cleaned, tmp_path):
    found = run("applycentres", INPUT=cleaned, CENTRES=finished["CENTRES"], OUTPUT=tmp_path / "out.tif")
    np.testing.assert_array_equal(read(found["OUTPUT"]), read(applied["OUTPUT"]))
    assert found["SSE"] == applied["SSE"]


def test_unfinished_run_gets_the_classes_that_its_next_iteration_gives(cleaned, tile, tmp_path):
    first, second = (
        run(
            "kmeans",
            INPUT=cleaned,
            START=1,
            MAX_ITERATIONS=iterations,
            OUTPUT=tmp_path / f"{iterations}.tif",
            CENTRES=tmp_path / f"{iterations}.csv",
        )
        for iterations in (1, 2)
    )
    found = run("applycentres", TILES=[tile], CENTRES=first["CENTRES"], OUTPUT=tmp_path / "out.tif")
    assert second["MOVED"] > 0
    assert (read(found["OUTPUT"]) != read(first["OUTPUT"])).sum() == second["MOVED"]
    np.testing.assert_array_equal(read(found["OUTPUT"]), read(second["OUTPUT"]))


@pytest.fixture
def tomorrow(stored, tile_info, tmp_path):
    """The tile beside the first one: the same pixels, seen by a sensor with two more bands, all a little shifted."""
    wavelengths = tile_info.bands.wavelengths
    more = np.concatenate([wavelengths + 0.3, wavelengths[-1] + [5.3, 10.3]])
    cube = np.concatenate([stored, stored[:, :, -2:]], axis=2)
    left = tile_info.grid.left + tile_info.grid.width
    return write_tile_at(
        tmp_path / "tomorrow.h5", cube, left=left, top=tile_info.grid.top, epsg=tile_info.epsg, wavelength=more
    )


def test_neighbour_of_another_sensor_joins(applied, finished, tomorrow, tile_info, tmp_path):
    found = run("applycentres", TILES=[tomorrow], CENTRES=finished["CENTRES"], OUTPUT=tmp_path / "out.tif")
    np.testing.assert_array_equal(read(found["OUTPUT"]), read(applied["OUTPUT"]))
    assert gdal.Open(found["OUTPUT"]).GetGeoTransform()[0] == tile_info.grid.right


def test_both_tiles_make_one_map(applied, finished, tile, tomorrow, tmp_path):
    found = run("applycentres", TILES=[tile, tomorrow], CENTRES=finished["CENTRES"], OUTPUT=tmp_path / "out.tif")
    classes = read(applied["OUTPUT"])
    np.testing.assert_array_equal(read(found["OUTPUT"]), np.concatenate([classes, classes], axis=2))


def test_rows_may_be_taken_out(finished, tile, tmp_path, centres):
    with open(finished["CENTRES"], encoding="utf-8") as file:
        lines = file.readlines()
    kept = centres("".join([lines[0], lines[5], lines[2], lines[4]]))
    found = run(
        "applycentres",
        TILES=[tile],
        CENTRES=kept,
        PALETTE=PALETTE_FIXED,
        OUTPUT=tmp_path / "out.tif",
        COUNTS=tmp_path / "n.csv",
    )
    assert np.setdiff1d(read(found["OUTPUT"]), [NO_CLASS]).tolist() == [2, 4, 5]
    assert [row[0] for row in read_table(found["COUNTS"])[1]] == ["2", "4", "5"]
    dataset = gdal.Open(found["OUTPUT"])
    colours = dataset.GetRasterBand(1).GetColorTable()
    assert [colours.GetColorEntry(number)[:3] for number in (2, 4, 5)] == [class_colours(5)[n - 1] for n in (2, 4, 5)]


def test_extent_cuts_the_raster_as_the_tile(applied, finished, tile, cleaned, tile_info, tmp_path):
    grid = tile_info.grid
    extent = f"{grid.left + 5},{grid.left + 25},{grid.top - 30},{grid.top - 10} [EPSG:{tile_info.epsg}]"
    for source in ({"TILES": [tile]}, {"INPUT": cleaned}):
        output = tmp_path / f"{next(iter(source))}.tif"
        found = run("applycentres", **source, CENTRES=finished["CENTRES"], EXTENT=extent, OUTPUT=output)
        np.testing.assert_array_equal(read(found["OUTPUT"]), read(applied["OUTPUT"])[:, 10:30, 5:25])


def test_little_memory_gives_the_same(applied, finished, tile, tmp_path):
    found = run("applycentres", TILES=[tile], CENTRES=finished["CENTRES"], MEMORY=1, OUTPUT=tmp_path / "out.tif")
    np.testing.assert_array_equal(read(found["OUTPUT"]), read(applied["OUTPUT"]))


def test_folder_and_broken_tile(finished, tile, tmp_path):
    folder = tmp_path / "tiles"
    folder.mkdir()
    (folder / "a.h5").write_bytes(tile.read_bytes())
    (folder / "b.h5").write_bytes(b"broken")
    settings = {"TILES": [folder], "CENTRES": finished["CENTRES"], "OUTPUT": tmp_path / "out.tif"}
    with pytest.raises(QgsProcessingException, match="b.h5 is not an HDF5 file"):
        run("applycentres", **settings)
    assert not (tmp_path / "out.tif").exists()
    feedback = Recorder()
    found = run("applycentres", feedback, SKIP_BROKEN=True, **settings)
    assert "b.h5" in found["SKIPPED"]
    assert any("Left out" in line and "b.h5" in line for line in feedback.warnings)


@pytest.mark.parametrize(("both", "sentence"), [(True, "are both given"), (False, "Neither .* is given")])
def test_tiles_or_a_raster_must_be_given(finished, tile, cleaned, tmp_path, both, sentence):
    sources = {"TILES": [tile], "INPUT": cleaned} if both else {}
    with pytest.raises(QgsProcessingException, match=sentence):
        run("applycentres", **sources, CENTRES=finished["CENTRES"], OUTPUT=tmp_path / "out.tif")


HEADER = "class,pixels,area_ha,"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "has no rows below a header"),
        ("a,b\n1,2\n", "is not a table of cluster centres"),
        (HEADER + "500\n1,2,3,bright\n", 'column "500", is not a number'),
        (HEADER + "-500\n1,2,3,0.1\n", '"-500" is not a wavelength'),
        (HEADER + "500\n1,2,3,0.1\n1,2,3,0.2\n", "has the class 1 more than once"),
        (HEADER + "500\nforest,2,3,0.1\n", '"forest" in row 2, column "class"'),
        (HEADER + "300\n1,2,3,0.1\n", "has no band for 1 of the 1 bands of .*edited.csv: 300.0 nm"),
        (HEADER + "500,500.1\n1,2,3,0.1,0.1\n", "are both band"),
        (HEADER + "band 1\n1,2,3,0.1\n", "without wavelengths on both sides"),
        (HEADER + "500\n1,2,3,1e300\n", "is too large"),
    ],
)
def test_table_that_does_not_fit_is_refused(tile, tmp_path, centres, text, sentence):
    old = tmp_path / "out.tif"
    old.write_bytes(b"the old raster")
    with pytest.raises(QgsProcessingException, match=sentence) as raised:
        run("applycentres", TILES=[tile], CENTRES=centres(text), OUTPUT=old)
    assert "Traceback" not in str(raised.value)
    assert old.read_bytes() == b"the old raster"


def test_output_over_the_centres_is_refused(finished, tile, tmp_path):
    with pytest.raises(QgsProcessingException, match=r"\(COUNTS\): .* is an input as well"):
        run(
            "applycentres",
            TILES=[tile],
            CENTRES=finished["CENTRES"],
            OUTPUT=tmp_path / "out.tif",
            COUNTS=finished["CENTRES"],
        )


def test_cancelled_run_leaves_the_old_raster(finished, tile, tmp_path):
    old = tmp_path / "out.tif"
    old.write_bytes(b"the old raster")
    feedback = Recorder(cancel_at="1,600 pixels of 173 bands")
    found = run("applycentres", feedback, TILES=[tile], CENTRES=finished["CENTRES"], OUTPUT=old)
    assert found == {}
    assert [path.name for path in tmp_path.iterdir()] == ["out.tif"]
    assert old.read_bytes() == b"the old raster"


def test_centres_go_from_step_to_step_of_a_model(finished, tile, cleaned, tmp_path):
    model = QgsProcessingModelAlgorithm("join", "tests")
    model.addModelParameter(QgsProcessingParameterFile("raster", "Raster"), QgsProcessingModelParameter("raster"))
    raster = [type(output_of("kmeans", "OUTPUT")[0]).fromModelParameter("raster")]
    add_step(model, "kmeans", {"INPUT": raster}, CENTRES="centres")
    add_step(model, "applycentres", {"INPUT": raster, "CENTRES": output_of("kmeans", "CENTRES")}, OUTPUT="classes")
    fits, problems = model.validate()
    assert fits, problems
    outputs = {model_output(model, "classes"): tmp_path / "out.tif", model_output(model, "centres"): tmp_path / "c.csv"}
    run(model, raster=cleaned, **outputs)
    expected = run("applycentres", TILES=[tile], CENTRES=tmp_path / "c.csv", OUTPUT=tmp_path / "expected.tif")
    np.testing.assert_array_equal(read(tmp_path / "out.tif"), read(expected["OUTPUT"]))


def test_tiles_that_do_not_fit_are_refused(finished, tile, stored, tile_info, tmp_path):
    odd = write_tile_at(tmp_path / "odd.h5", stored, wavelength=tile_info.bands.wavelengths, epsg=32617)
    with pytest.raises(QgsProcessingException, match="odd has another coordinate reference system"):
        run("applycentres", TILES=[tile, odd], CENTRES=finished["CENTRES"], OUTPUT=tmp_path / "out.tif")
