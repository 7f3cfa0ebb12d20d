"""Listing the tiles of a site."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)

from neon_aop.tests.algorithms.checks import Recorder, run
from neon_aop.tests.algorithms.download.conftest import EASTINGS, SIZE
from neon_aop.tests.neonserver import make_token, silence, web_page

ALL = 2 * len(EASTINGS) + 2 * 2


def list_tiles(feedback=None, context=None, **parameters):
    return run("listtiles", feedback, context, **{"SITE": "SERC", "OUTPUT": "memory:", **parameters})


def features(path):
    """Return the features of a layer by their names of fields."""
    layer = QgsVectorLayer(str(path), "layer", "ogr")
    assert layer.isValid()
    return [dict(zip(layer.fields().names(), feature.attributes())) for feature in layer.getFeatures()]


@pytest.fixture
def target(tmp_path):
    return tmp_path / "tiles.gpkg"


def test_layer_has_a_square_for_each_tile(server, target):
    results = list_tiles(OUTPUT=target)
    layer = QgsVectorLayer(str(target), "tiles", "ogr")
    assert layer.crs().authid() == "EPSG:32618"
    assert layer.featureCount() == results["COUNT"] == ALL
    assert results["SIZE_MB"] == pytest.approx(ALL * SIZE / 1e6)
    for feature in layer.getFeatures():
        extent = feature.geometry().boundingBox()
        assert (extent.xMinimum(), extent.yMinimum()) == (feature["easting"], feature["northing"])
        assert (extent.width(), extent.height()) == (1000, 1000)
        assert feature["tile"] == f"{feature['easting']}_{feature['northing']}"


def test_fields_tell_what_neon_tells(server, target):
    list_tiles(OUTPUT=target)
    first = features(target)[0]
    del first["fid"]
    assert first == {
        "tile": "367000_4305000",
        "easting": 367000,
        "northing": 4305000,
        "month": "2022-05",
        "year": 2022,
        "release": "RELEASE-2026",
        "size_mb": SIZE / 1e6,
        "site": "SERC",
        "product": "DP3.30006.002",
        "file": "NEON_D02_SERC_DP3_367000_4305000_bidirectional_reflectance.h5",
    }
    assert {feature["release"] for feature in features(target)} == {"RELEASE-2026", "PROVISIONAL"}


def test_one_year(server, target):
    assert list_tiles(OUTPUT=target, YEAR=2025)["COUNT"] == 4
    assert {feature["year"] for feature in features(target)} == {2025}


def test_extent_in_another_crs(server, target):
    """The outline of a tile in degrees touches only that tile."""
    list_tiles(OUTPUT=target, YEAR=2022, EXTENT="368000,369000,4306000,4307000 [EPSG:32618]")
    assert [feature["tile"] for feature in features(target)] == ["368000_4306000"]
    list_tiles(OUTPUT=target, YEAR=2022, EXTENT="-76.519,-76.517,38.895,38.897 [EPSG:4326]")
    assert [feature["tile"] for feature in features(target)] == ["368000_4306000"]


def test_extent_without_tiles_gives_an_empty_layer(server, target):
    assert list_tiles(OUTPUT=target, EXTENT="0,1,0,1 [EPSG:32618]")["COUNT"] == 0
    assert features(target) == []


def test_two_requests_are_enough(server):
    list_tiles()
    assert len(server.requests) == 2


def test_months_are_a_table(server, tmp_path):
    list_tiles(MONTHS=tmp_path / "months.csv")
    assert (tmp_path / "months.csv").read_text().splitlines() == [
        "site,product,month,release,doi",
        "SERC,DP3.30006.002,2022-05,RELEASE-2026,https://doi.org/10.48443/dp3.30006.002",
        "SERC,DP3.30006.002,2025-06,PROVISIONAL,",
    ]


def test_without_a_token_months_are_listed_and_where_to_get_one(without_token, tmp_path):
    feedback = Recorder()
    results = list_tiles(feedback, MONTHS=tmp_path / "months.csv")
    assert results == {"MONTHS": str(tmp_path / "months.csv")}
    assert len((tmp_path / "months.csv").read_text().splitlines()) == 3
    assert "2022-05: RELEASE-2026" in feedback.lines
    assert "https://data.neonscience.org/myaccount" in feedback.warnings[0]
    assert not any("x-api-token" in request.headers for request in without_token.requests)
    assert not without_token.asked("api", "data/")


def test_site_by_its_title_and_one_that_is_flown_with_it(server, monkeypatch):
    assert list_tiles(SITE="SERC - Smithsonian Environmental Research Center, MD")["COUNT"] == ALL
    for file in server.files:
        file.site = "OSBS"
        file.name = file.name.replace("SERC", "OSBS")
    feedback = Recorder()
    assert list_tiles(feedback, SITE="barc")["COUNT"] == ALL
    assert "BARC is flown with OSBS" in feedback.lines[0]


def test_other_product(server, target):
    with pytest.raises(QgsProcessingException, match="There are no data of DP3.30006.001"):
        list_tiles(PRODUCT="dp3.30006.001")


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"SITE": ""}, "Site .SITE. is missing"),
        ({"SITE": "Harvard"}, 'Site .SITE. is "Harvard"; give the code'),
        ({"PRODUCT": "reflectance"}, "Product .PRODUCT. is REFLECTANCE; give the code"),
        ({"PRODUCT": "DP3.99999.001"}, "NEON has no product DP3.99999.001"),
        ({"YEAR": 1999}, "Year .YEAR. is 1999; it must be a whole number from 2013"),
        ({"YEAR": 2023}, "no data of DP3.30006.002 at SERC in 2023, but in 2022-05, 2025-06"),
        ({"SITE": "HARV"}, "no data of DP3.30006.002 .* at HARV"),
    ],
    ids=str,
)
def test_values_that_cannot_be_used_are_told(server, values, said):
    with pytest.raises(QgsProcessingException, match=said):
        list_tiles(**values)


def test_refused_token_is_told(server):
    server.token = make_token()
    with pytest.raises(QgsProcessingException, match="NEON does not know the token"):
        list_tiles()


def test_web_page_is_told(server):
    server.faults["api"].append(web_page())
    with pytest.raises(QgsProcessingException, match="a web page in place of"):
        list_tiles()


def test_cancelled_run_gives_nothing(server, target):
    server.faults["api"].append(silence(3))

    class Cancelled(Recorder):
        def isCanceled(self):
            return bool(server.requests)

    feedback = Cancelled()
    assert list_tiles(feedback, OUTPUT=target) == {}
    assert feedback.errors == []
    assert not target.exists()


def test_unprotected_address_is_refused(server, monkeypatch):
    monkeypatch.setenv("NEON_API_URL", "http://data.neonscience.org/api/v0/")
    with pytest.raises(QgsProcessingException, match="NEON_API_URL is http://data.neonscience.org/api/v0/; it must be"):
        list_tiles()


def test_token_is_said_nowhere(server, tmp_path, qgis_process):
    process = qgis_process("run", "neonaop:listtiles", "--", "SITE=SERC", f"OUTPUT={tmp_path / 'tiles.gpkg'}")
    assert process.returncode == 0, process.stderr
    assert f"COUNT:\t{ALL}" in process.stdout
    assert server.token not in process.stdout + process.stderr
    assert not any(server.token.encode() in path.read_bytes() for path in tmp_path.iterdir())


# On the map


@pytest.fixture
def shown(server, qgis_new_project, qgis_processing, monkeypatch):
    """Run as a dialog does, and give the layer of tiles as it is shown."""
    from processing.gui import Postprocessing

    # QGIS 3.44 would ask the window, which is none here, for its tree of layers.
    monkeypatch.setattr(Postprocessing, "iface", None, raising=False)
    context, feedback = QgsProcessingContext(), Recorder()
    context.setProject(QgsProject.instance())
    context.setFeedback(feedback)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("neonaop:listtiles")
    targets = {
        name: QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", QgsProject.instance())
        for name in ("OUTPUT", "MONTHS")
    }
    results, done = algorithm.run({"SITE": "SERC", **targets}, context, feedback)
    assert done
    Postprocessing.handleAlgorithmResults(algorithm, context, feedback)
    assert feedback.errors == []
    return QgsProcessingUtils.mapLayerFromString(results["OUTPUT"], context)


def test_layer_has_a_colour_for_each_year_and_labels(shown):
    assert shown.name() == "Tiles - SERC DP3.30006.002"
    categories = shown.renderer().categories()
    assert [category.label() for category in categories] == ["2022", "2025"]
    assert len({category.symbol().color().name() for category in categories}) == 2
    assert shown.labelsEnabled()
    assert "easting" in shown.labeling().settings().fieldName


def test_table_of_months_is_a_layer(shown):
    names = {layer.name() for layer in QgsProject.instance().mapLayers().values()}
    assert names == {"Tiles - SERC DP3.30006.002", "Months - SERC DP3.30006.002"}


def test_lists_of_the_dialog(provider):
    parameter = provider.algorithm("listtiles").parameterDefinition("SITE")
    hints = parameter.metadata()["widget_wrapper"]["value_hints"]
    assert hints[0] == ""
    assert "BARC - Lake Barco, FL (OSBS)" in hints
