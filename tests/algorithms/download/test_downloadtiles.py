"""Downloading tiles into a folder."""

from __future__ import annotations

import json
import time

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingOutputFile,
    QgsProcessingParameterFile,
    QgsProject,
    QgsVectorLayer,
)

from neon_aop.core.files.neon.demotile import write_demo_tile
from neon_aop.tests.algorithms.checks import Recorder, run
from neon_aop.tests.algorithms.download.conftest import EASTINGS, NORTHINGS, SIZE, content
from neon_aop.tests.neonserver import ServedFile, make_token, spoil, tile_name, too_many_requests, trickle

POINT = {"EASTING": 368500, "NORTHING": 4306500}


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def download(server, folder):
    def download_tiles(feedback=None, context=None, **parameters):
        return run("downloadtiles", feedback, context, **{"SITE": "SERC", "YEAR": 2022, "FOLDER": folder, **parameters})

    return download_tiles


def tiles_in(folder):
    """Return the numbers of the tiles in a folder, each of which must be whole."""
    found = []
    for path in folder.glob("*.h5"):
        easting, northing = map(int, path.name.split("_")[4:6])
        assert path.read_bytes() in [content(easting, northing, month) for month in ("2022-05", "2025-06")]
        found.append((easting, northing))
    return sorted(found)


def layer_of(*texts, crs="EPSG:32618"):
    """Return a layer of geometries, given as well-known text."""
    geometries = [QgsGeometry.fromWkt(text) for text in texts]
    kind = texts[0].partition("(")[0].strip().title()
    layer = QgsVectorLayer(f"{kind}?crs={crs}", "area", "memory")
    for geometry in geometries:
        feature = QgsFeature()
        feature.setGeometry(geometry)
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    return layer


# Which tiles


def test_tile_of_a_point(download, folder):
    results = download(**POINT)
    assert tiles_in(folder) == [(368000, 4306000)]
    assert results == {
        "FOLDER": str(folder),
        "FILES": [str(folder / tile_name(368000, 4306000))],
        "COUNT": 1,
        "SIZE_MB": SIZE / 1e6,
    }


@pytest.mark.parametrize("name", ["file", "file/below"])
def test_folder_that_cannot_be_made_is_told_before_the_server_is_asked(server, tmp_path, name):
    (tmp_path / "file").write_bytes(b"")
    asked = len(server.requests)
    with pytest.raises(QgsProcessingException, match=r"Folder \(FOLDER\): .*file is not a folder"):
        run("downloadtiles", SITE="SERC", **POINT, YEAR=2022, FOLDER=tmp_path / name)
    assert len(server.requests) == asked


def test_buffer_of_a_point(download, folder):
    download(EASTING=368010, NORTHING=4306500, BUFFER=20)
    assert tiles_in(folder) == [(367000, 4306000), (368000, 4306000)]


def test_wide_buffer_has_the_tiles_between_its_corners(download, folder):
    feedback = Recorder()
    download(feedback, **POINT, BUFFER=1400)
    assert len(tiles_in(folder)) == len(EASTINGS) * len(NORTHINGS)
    assert "No tile at 367000_4307000, 368000_4307000, 369000_4307000: not flown" in feedback.lines


def test_extent(download, folder):
    download(EXTENT="368000,369000,4305000,4306000 [EPSG:32618]")
    assert tiles_in(folder) == [(368000, 4305000)]


def test_extent_in_another_crs(download, folder):
    download(EXTENT="-76.519,-76.517,38.895,38.897 [EPSG:4326]")
    assert tiles_in(folder) == [(368000, 4306000)]


def test_area_of_points(download, folder):
    download(AREA=layer_of("Point (367500 4305500)", "Point (369500 4306500)"))
    assert tiles_in(folder) == [(367000, 4305000), (369000, 4306000)]


def test_area_of_points_in_another_crs_with_a_buffer(download, folder):
    download(AREA=layer_of("Point (-76.518 38.896)", crs="EPSG:4326"), BUFFER=700)
    assert len(tiles_in(folder)) == 6


def test_area_of_lines(download, folder):
    download(AREA=layer_of("LineString (367500 4305500, 369500 4305500)"))
    assert tiles_in(folder) == [(easting, 4305000) for easting in EASTINGS]


def test_area_of_polygons(download, folder):
    download(AREA=layer_of("Polygon ((367100 4305100, 367900 4305100, 367100 4306900, 367100 4305100))"))
    assert tiles_in(folder) == [(367000, 4305000), (367000, 4306000)]


def test_area_of_selected_features(download, folder):
    layer = layer_of("Point (367500 4305500)", "Point (369500 4306500)")
    QgsProject.instance().addMapLayer(layer)
    layer.selectByIds([2])
    try:
        download(AREA=QgsProcessingFeatureSourceDefinition(layer.id(), True))
    finally:
        QgsProject.instance().removeMapLayer(layer.id())
    assert tiles_in(folder) == [(369000, 4306000)]


@pytest.fixture
def listed(server, tmp_path):
    """A layer that List tiles made, of all years."""
    run("listtiles", SITE="SERC", OUTPUT=tmp_path / "tiles.gpkg")
    return QgsVectorLayer(str(tmp_path / "tiles.gpkg"), "tiles", "ogr")


def selected(layer, condition):
    """Select features of a layer in the project, and return what the dialog gives for it."""
    QgsProject.instance().addMapLayer(layer)
    layer.selectByExpression(condition)
    return QgsProcessingFeatureSourceDefinition(layer.id(), True)


def test_selected_tiles_of_a_layer(download, folder, listed, qgis_new_project):
    chosen = selected(listed, "northing = 4305000 and month = '2022-05'")
    download(TILES_LAYER=chosen, SITE="", YEAR="")
    assert tiles_in(folder) == [(easting, 4305000) for easting in EASTINGS]


def test_all_tiles_of_a_layer_and_a_year(download, folder, listed):
    feedback = Recorder()
    download(feedback, TILES_LAYER=listed)
    assert len(tiles_in(folder)) == len(EASTINGS) * len(NORTHINGS)


def test_provisional_tiles_of_a_layer(download, folder, listed, qgis_new_project):
    chosen = selected(listed, "year = 2025")
    with pytest.raises(QgsProcessingException, match="provisional: .* .INCLUDE_PROVISIONAL."):
        download(TILES_LAYER=chosen, YEAR="")
    download(TILES_LAYER=chosen, YEAR="", INCLUDE_PROVISIONAL=True)
    assert len(tiles_in(folder)) == 4


def test_layer_that_lists_no_tiles_is_told(download):
    with pytest.raises(QgsProcessingException, match="not a layer that List tiles made"):
        download(TILES_LAYER=layer_of("Point (1 1)"))


def test_layer_without_selected_tiles_is_told(download, listed, qgis_new_project):
    with pytest.raises(QgsProcessingException, match="has no tiles"):
        download(TILES_LAYER=selected(listed, "false"))


def test_tiles_that_are_gone_are_told(download, folder, listed, server):
    server.files.pop(0)
    feedback = Recorder()
    download(feedback, TILES_LAYER=listed)
    assert "NEON no longer has 1 tile of the layer" in feedback.warnings[0]
    assert len(tiles_in(folder)) == 5


def test_place_without_tiles_is_told_with_where_they_are(download):
    with pytest.raises(QgsProcessingException, match="no tile at 5, 6; .* eastings 367000 and 370000"):
        download(EASTING=5, NORTHING=6)
    with pytest.raises(QgsProcessingException, match="no tile at Area"):
        download(AREA=layer_of("Point (1 1)"))


def test_area_that_lies_nowhere_is_told(download):
    with pytest.raises(QgsProcessingException, match="lies nowhere in UTM zone 18"):
        download(AREA=layer_of("Point (10 100)", crs="EPSG:4326"))


def test_area_without_crs_is_told(download):
    layer = layer_of("Point (1 1)")
    layer.setCrs(QgsCoordinateReferenceSystem())
    with pytest.raises(QgsProcessingException, match="area has no coordinate reference system"):
        download(AREA=layer)


@pytest.mark.parametrize(
    "given",
    [{}, {"EASTING": 1}, {"NORTHING": 1}, {**POINT, "EXTENT": "0,1,0,1 [EPSG:32618]"}],
    ids=["nothing", "easting", "northing", "point and extent"],
)
def test_exactly_one_way_to_choose(download, given, server):
    with pytest.raises(QgsProcessingException, match="chooses the tiles; give one of"):
        download(**given)
    assert not server.requests


def test_site_is_needed_without_a_layer(download):
    with pytest.raises(QgsProcessingException, match="Site .SITE. is missing; choose a site"):
        download(SITE="", **POINT)


# Provisional data, sizes, layouts


def test_provisional_tile_is_refused_unless_wanted(download, folder):
    with pytest.raises(QgsProcessingException, match="INCLUDE_PROVISIONAL"):
        download(**POINT, YEAR=2025)
    download(**POINT, YEAR=2025, INCLUDE_PROVISIONAL=True)
    assert "provisional data" in (folder / "CITATION.txt").read_text()


def test_provisional_year_is_left_out_of_all_years(download, folder):
    feedback = Recorder()
    download(feedback, **POINT, YEAR="")
    assert tiles_in(folder) == [(368000, 4306000)]
    assert "1 provisional tile is left out" in feedback.warnings[0]


def test_all_years_in_one_folder_are_refused(download):
    with pytest.raises(QgsProcessingException, match="of 2022-05 and of 2025-06 would be the same file"):
        download(**POINT, YEAR="", INCLUDE_PROVISIONAL=True)


def test_all_years_in_neons_folders(download, folder):
    results = download(**POINT, YEAR="", INCLUDE_PROVISIONAL=True, LAYOUT=1)
    assert results["COUNT"] == len(list(folder.rglob("*.h5"))) == 2
    assert "/DP3.30006.002/neon-aop-products/2022/FullSite/D02/2022_SERC_6/" in results["FILES"][0]


def test_size_is_told_first_and_limited(download, folder, server):
    feedback = Recorder()
    with pytest.raises(QgsProcessingException, match="more than Most .* .MAX_SIZE_GB. allows, which is 0.001;"):
        server.files[0].claims = {"size": 2_000_000}
        download(feedback, EXTENT="0,1e6,0,1e7 [EPSG:32618]", MAX_SIZE_GB=0.001)
    assert feedback.lines[-1] == "6 files, 2.02 MB"
    assert not folder.exists()


# Runs


def test_second_run_downloads_nothing(download, server):
    first = download(**POINT)
    asked = len(server.asked("storage"))
    assert download(**POINT) == first
    assert len(server.asked("storage")) == asked


def test_busy_server_and_wrong_bytes_are_overcome(download, folder, server):
    server.faults["api"].append(too_many_requests("0"))
    server.faults["storage"].extend([too_many_requests("0"), spoil()])
    download(**POINT)
    assert tiles_in(folder) == [(368000, 4306000)]


def test_what_was_downloaded_is_written_down(download, folder):
    download(**POINT)
    ledger = json.loads((folder / "downloads.json").read_text())
    assert list(ledger["files"]) == [tile_name(368000, 4306000)]
    assert "CC BY 4.0" in (folder / "CITATION.txt").read_text()


def test_token_is_needed(download, without_token):
    with pytest.raises(
        QgsProcessingException, match="only with a token: get one at https://data.neonscience.org/myacc"
    ):
        download(**POINT)
    assert not without_token.requests


def test_expired_token_is_told_before_any_request(download, server, monkeypatch):
    monkeypatch.setenv("NEON_TOKEN", make_token(expires_in=-10))
    with pytest.raises(QgsProcessingException, match="expired"):
        download(**POINT)
    assert not server.requests


def test_cancelled_run_keeps_what_it_has_and_ends_at_once(download, folder, server):
    server.faults["storage"].extend([trickle(100, 0.1)] * 2)
    ends = []

    class Cancelled(Recorder):
        def isCanceled(self):
            is_begun = any(path.stat().st_size > 200 for path in folder.glob("*.part"))
            if is_begun and not ends:
                ends.append(time.monotonic())
            return is_begun

    feedback = Cancelled()
    assert download(feedback, EXTENT="0,1e6,0,1e7 [EPSG:32618]") == {}
    assert time.monotonic() - ends[0] < 0.5
    assert feedback.errors == []
    part = next(path for path in folder.glob("*.part") if path.stat().st_size > 200)
    size = part.stat().st_size
    download(EXTENT="0,1e6,0,1e7 [EPSG:32618]")
    assert len(tiles_in(folder)) == 6
    assert f"bytes={size}-" in [request.headers.get("range") for request in server.asked("storage")]


def test_progress_rises_to_the_end(download):
    feedback = Recorder()
    download(feedback, EXTENT="0,1e6,0,1e7 [EPSG:32618]")
    assert feedback.steps == sorted(feedback.steps)
    assert feedback.steps[-1] == 100


def test_command_line(server, folder, qgis_process):
    process = qgis_process(
        "--json",
        "run",
        "neonaop:downloadtiles",
        "--",
        "SITE=SERC",
        "YEAR=2022",
        "EASTING=368010",
        "NORTHING=4306500",
        "BUFFER=20",
        f"FOLDER={folder}",
    )
    assert process.returncode == 0, process.stderr
    results = json.loads(process.stdout)["results"]
    assert results["COUNT"] == len(results["FILES"]) == len(tiles_in(folder)) == 2
    assert server.token not in process.stdout + process.stderr


# On the map and in models


@pytest.fixture
def demo(server, tmp_path):
    """Have the server give a demo tile for the point."""
    path = tmp_path / "demo.h5"
    write_demo_tile(str(path), size=30)
    name = tile_name(368000, 4306000)
    server.files[:] = [file for file in server.files if file.name != name]
    server.add(ServedFile(name, path.read_bytes()))
    return server


def test_tiles_are_shown_in_true_colour(download, demo):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    download(None, context, **POINT, LOAD=True)
    (path,) = context.layersToLoadOnCompletion()
    assert context.layerToLoadOnCompletionDetails(path).name == "True colour (picture) - SERC 368000_4306000"
    assert path.endswith(".tif")


def test_tiles_that_cannot_be_shown_are_told(download, server):
    context, feedback = QgsProcessingContext(), Recorder()
    context.setProject(QgsProject.instance())
    assert download(feedback, context, **POINT, LOAD=True)["COUNT"] == 1
    assert "is not an HDF5 file" in feedback.warnings[0]
    assert not context.layersToLoadOnCompletion()


def test_without_a_map_nothing_is_shown(download, demo):
    feedback = Recorder()
    download(feedback, QgsProcessingContext(), **POINT, LOAD=True)
    assert "There is no map here to show the tiles on." in feedback.lines


def test_files_can_be_chosen_for_tiles_in_the_model_designer(provider):
    """There, a list of files can be chosen among parameters and outputs of these kinds."""
    model = QgsProcessingModelAlgorithm("two steps", "tests")
    for name in ("downloadtiles", "classifytiles"):
        step = QgsProcessingModelChildAlgorithm(f"neonaop:{name}")
        step.setChildId(name)
        model.addChildAlgorithm(step)
    kinds = [QgsProcessingParameterFile.typeName()], [QgsProcessingOutputFile.typeName()]
    offered = model.availableSourcesForChild("classifytiles", *kinds)
    assert [(source.outputChildId(), source.outputName()) for source in offered] == [("downloadtiles", "FILES")]
