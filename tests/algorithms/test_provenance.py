"""What the files of a run tell of it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsVectorLayer

from neon_aop.algorithms.parameters.recorded import recorded_parameters
from neon_aop.core.files.provenance import DOMAIN
from neon_aop.tests.algorithms.checks import Recorder, run


def items_of(path) -> dict:
    found = gdal.Open(str(path)).GetMetadata(DOMAIN)
    return {name: json.loads(text) if text[:1] in "[{" else text for name, text in found.items()}


def values_of(table) -> dict:
    made = json.loads(Path(f"{table}-metadata.json").read_text(encoding="utf-8"))["prov:wasGeneratedBy"]
    return {one["schema:name"]: one["schema:value"] for one in made["schema:additionalProperty"]}


def classify(tile, folder, **settings):
    folder.mkdir()
    return run(
        "classifytiles",
        TILES=[tile],
        SUBSET_FACTOR=20,
        CLUSTERS=3,
        MAX_ITERATIONS=4,
        CLASS_RASTER=folder / "classes.tif",
        PC_RASTER=folder / "components.tif",
        CENTRES=folder / "centres.csv",
        MODEL=folder / "model.json",
        **settings,
    )


def test_rasters_tables_and_models_tell_algorithm_version_files_and_parameters(tile, tmp_path):
    results = classify(tile, tmp_path / "run")
    version = QgsApplication.processingRegistry().providerById("neonaop").versionInfo()
    for output in ("CLASS_RASTER", "PC_RASTER"):
        items = items_of(results[output])
        assert items["ALGORITHM"] == "neonaop:classifytiles"
        assert items["SOFTWARE"] == f"NEON AOP hyperspectral {version}"
        assert items["INPUTS"] == [{"name": "demo.h5", "bytes": os.path.getsize(tile)}]
        assert items["PARAMETERS"]["CLUSTERS"] == 3 and items["PARAMETERS"]["SUBSET_FACTOR"] == 20
    assert values_of(results["CENTRES"]) == items["PARAMETERS"]
    model = json.loads(Path(results["MODEL"]).read_text(encoding="utf-8"))
    assert model["provenance"]["parameters"] == items["PARAMETERS"]


def test_neither_memory_nor_place_nor_time_change_a_byte(tile, tmp_path):
    contents = []
    for folder, settings in (("one", {}), ("other", {"MEMORY": 300})):
        classify(tile, tmp_path / folder, **settings)
        contents.append({path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()})
    assert contents[0] == contents[1]
    assert not [name for name, content in contents[0].items() if str(tmp_path).encode() in content]


def test_temporary_results_hold_no_name_of_a_temporary_folder(tile):
    outputs = ("CLASS_RASTER", "PC_RASTER", "CENTRES")
    first, second = (
        run("classifytiles", TILES=[tile], SUBSET_FACTOR=20, **dict.fromkeys(outputs, "TEMPORARY_OUTPUT"))
        for _ in range(2)
    )
    for output, endings in (
        ("CLASS_RASTER", ("", ".aux.xml")),
        ("PC_RASTER", ("",)),
        ("CENTRES", ("", "-metadata.json")),
    ):
        paths = [results[output] for results in (first, second)]
        assert paths[0] != paths[1]
        for ending in endings:
            one, other = (Path(path + ending).read_bytes() for path in paths)
            assert one == other


def test_files_and_layers_are_called_by_their_names_without_folders(tile, tmp_path):
    run("cleanreflectance", INPUT=tile, SUBSET_FACTOR=40, OUTPUT=tmp_path / "clean.tif")
    run("kmeans", INPUT=tmp_path / "clean.tif", OUTPUT=tmp_path / "first.tif", CENTRES=tmp_path / "centres.csv")
    run(
        "kmeans",
        INPUT=tmp_path / "clean.tif",
        MASK=tmp_path / "first.tif",
        START=2,
        START_CENTRES=tmp_path / "centres.csv",
        OUTPUT=tmp_path / "second.tif",
    )
    items = items_of(tmp_path / "second.tif")
    names = {name: items["PARAMETERS"][name] for name in ("INPUT", "MASK", "START_CENTRES")}
    assert names == {"INPUT": "clean.tif", "MASK": "first.tif", "START_CENTRES": "centres.csv"}
    assert [one["name"] for one in items["INPUTS"]] == ["clean.tif", "first.tif", "centres.csv"]


def test_an_extent_is_told_with_its_coordinate_system(tile, tmp_path):
    extent = "368000,368020,4306970,4307000 [EPSG:32618]"
    run("cleanreflectance", INPUT=tile, SUBSET_FACTOR=40, EXTENT=extent, OUTPUT=tmp_path / "clean.tif")
    assert items_of(tmp_path / "clean.tif")["PARAMETERS"]["EXTENT"] == extent


def recorded(name, **parameters):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"neonaop:{name}")
    return recorded_parameters(algorithm, parameters, QgsProcessingContext())


@pytest.mark.usefixtures("registered")
def test_secrets_are_never_told():
    found = recorded("downloadtiles", AUTH="abc1234", FOLDER="/private/folder")
    assert "AUTH" not in found and "abc1234" not in json.dumps(found) and "/private" not in json.dumps(found)
    found = recorded("classifytiles", SCHEDULER="tls://user:secret@10.0.0.1:8786", MEMORY=5)
    assert not {"SCHEDULER", "MEMORY", "TILES"} & set(found)


@pytest.mark.usefixtures("registered")
def test_the_source_of_a_layer_that_is_no_file_is_not_told():
    layer = QgsVectorLayer("Point?crs=EPSG:32618&field=class:integer", "plots", "memory")
    assert recorded("samplespectra", LOCATIONS=layer)["LOCATIONS"] == "plots"
    source = "dbname='x' user='y' password='secret' table=\"plots\""
    assert "secret" not in json.dumps(recorded("samplespectra", LOCATIONS=source))


def test_a_run_after_a_failed_one_tells_its_own(tile, tmp_path):
    with pytest.raises(Exception, match="holds no pixel"):
        run("cleanreflectance", INPUT=tile, EXTENT="0,1,0,1 [EPSG:32618]", OUTPUT=tmp_path / "a.tif")
    run("ancillarylayer", QgsProcessingFeedback(), INPUT=tile, OUTPUT=tmp_path / "b.tif")
    assert items_of(tmp_path / "b.tif")["ALGORITHM"] == "neonaop:ancillarylayer"


def test_a_value_of_another_algorithm_is_ignored_as_said(tile, tmp_path):
    run("cleanreflectance", INPUT=tile, SUBSET_FACTOR=40, OUTPUT=tmp_path / "clean.tif")
    feedback = Recorder()
    run("kmeans", feedback, INPUT=tmp_path / "clean.tif", EXTENT="0,1,0,1", OUTPUT=tmp_path / "classes.tif")
    assert "EXTENT is not a parameter" in feedback.warnings[0]
    assert "EXTENT" not in items_of(tmp_path / "classes.tif")["PARAMETERS"]
