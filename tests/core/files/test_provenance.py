"""What files keep of the run that wrote them."""

from __future__ import annotations

import csv
import json
import threading

import numpy as np
import pytest
from osgeo import gdal

from neon_aop.core.files.numbers import read_json, write_model_file
from neon_aop.core.files.provenance import (
    DOMAIN,
    TABLE_METADATA,
    InputFile,
    Provenance,
    current_provenance,
    record,
    run_recorded,
)
from neon_aop.core.files.raster.choice import RasterChoice
from neon_aop.core.files.raster.writer import RasterWriter
from neon_aop.core.files.tables import open_table, write_table
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.spectra.envilibrary import read_envi_library, write_envi_library
from neon_aop.core.spectra.library import SpectralLibrary

NASTY = "<&>\"'\x01\n\u2028é, {x} \udc80"
PROVENANCE = Provenance(
    "neonaop:kmeans", "Plugin 1.2", (InputFile("a.h5", 12),), {"CLUSTERS": 5, "NAMES": NASTY, "FRACTION": 0.5}
)


@pytest.fixture
def recorded():
    with run_recorded():
        record(PROVENANCE)
        yield


def write_raster(path):
    with RasterWriter(path, Grid(3, 2), np.uint8, metadata={"IMAGE_NAME": "a"}) as writer:
        writer.write(np.arange(6, dtype=np.uint8).reshape(2, 3))
    return gdal.Open(str(path))


def test_a_raster_keeps_what_made_it(recorded, tmp_path):
    dataset = write_raster(tmp_path / "a.tif")
    items = dataset.GetMetadata(DOMAIN)
    assert (items["ALGORITHM"], items["SOFTWARE"]) == ("neonaop:kmeans", "Plugin 1.2")
    assert json.loads(items["INPUTS"]) == [{"name": "a.h5", "bytes": 12}]
    assert json.loads(items["PARAMETERS"]) == PROVENANCE.parameters
    assert dataset.GetMetadataItem("TIFFTAG_SOFTWARE") == "Plugin 1.2, neonaop:kmeans"
    assert dataset.GetMetadataItem("IMAGE_NAME") == "a"


def test_pixels_are_stored_the_same_with_and_without_provenance(tmp_path):
    plain = write_raster(tmp_path / "plain.tif")
    with run_recorded():
        record(PROVENANCE)
        marked = write_raster(tmp_path / "marked.tif")
    assert plain.GetMetadata(DOMAIN) == {} and plain.GetMetadataItem("TIFFTAG_SOFTWARE") is None
    stored = []
    for dataset in (plain, marked):
        band = dataset.GetRasterBand(1)
        offset, size = (int(band.GetMetadataItem(f"BLOCK_{what}_0_0", "TIFF")) for what in ("OFFSET", "SIZE"))
        with open(dataset.GetDescription(), "rb") as file:
            file.seek(offset)
            stored.append(file.read(size))
    assert stored[0] == stored[1]


def test_a_table_has_it_beside_itself_and_stays_a_plain_table(recorded, tmp_path):
    path = tmp_path / "centres.csv"
    write_table(path, ["class", "500.5"], [[1, 0.25], [2, 0.5]])
    assert path.read_text(encoding="utf-8") == "class,500.5\n1,0.25\n2,0.5\n"
    found = json.loads((tmp_path / f"centres.csv{TABLE_METADATA}").read_text(encoding="utf-8"))
    assert (found["@context"], found["url"]) == ("http://www.w3.org/ns/csvw", "centres.csv")
    assert found["dc:source"] == [{"schema:name": "a.h5", "schema:contentSize": 12}]
    made = found["prov:wasGeneratedBy"]
    assert made["schema:name"] == "neonaop:kmeans"
    values = {one["schema:name"]: one["schema:value"] for one in made["schema:additionalProperty"]}
    assert values == PROVENANCE.parameters
    with open_table(path) as table:
        assert len(list(table.rows(10))) == 2
    with open(path, newline="", encoding="utf-8") as file:
        assert len(list(csv.reader(file))) == 3


def test_a_table_never_keeps_the_metadata_of_another_one(tmp_path):
    path = tmp_path / "centres.csv"
    with run_recorded():
        record(PROVENANCE)
        write_table(path, ["class"], [[1]])
    write_table(path, ["class"], [[2]])
    assert sorted(one.name for one in tmp_path.iterdir()) == ["centres.csv"]


def test_a_model_has_it_as_its_last_entry(recorded, tmp_path):
    write_model_file(tmp_path / "model.json", {"format": "x", "pixels": 3})
    found = read_json(tmp_path / "model.json")
    assert list(found) == ["format", "pixels", "provenance"]
    assert found["provenance"]["parameters"] == PROVENANCE.parameters


def test_a_spectral_library_has_it_in_its_description(recorded, tmp_path):
    library = SpectralLibrary(("leaf",), np.array([[0.1, 0.2]]), Bands.of([500.0, 600.0]))
    write_envi_library(tmp_path / "a.sli", library, "Spectra")
    assert "{Spectra (neonaop:kmeans of Plugin 1.2; from a.h5)}" in (tmp_path / "a.hdr").read_text(encoding="utf-8")
    assert read_envi_library(tmp_path / "a.hdr").names == ("leaf",)


def test_files_are_known_by_name_and_size_once(tmp_path):
    paths = [tmp_path / name for name in ("a.h5", "b.tif", "c.gpkg", "c.gpkg-wal")]
    for path in paths:
        path.write_bytes(bytes(7))
    sources = [str(paths[0]), RasterChoice(str(paths[1])), str(paths[2]), str(paths[3]), str(paths[0]), ""]
    sources += ["PG:dbname=x password=secret", "/vsicurl/https://name:secret@example.org/a.tif"]
    found = Provenance.of("a", "b", sources, {})
    assert found.inputs == (InputFile("a.h5", 7), InputFile("b.tif", 7), InputFile("c.gpkg", 7))
    assert "secret" not in json.dumps(found.as_json()) and str(tmp_path) not in json.dumps(found.as_json())


def test_what_a_run_records_ends_with_it_and_stays_in_its_thread():
    others = []
    with run_recorded():
        assert current_provenance() is None
        record(PROVENANCE)
        with run_recorded():
            assert current_provenance() is None
        thread = threading.Thread(target=lambda: others.append(current_provenance()))
        thread.start()
        thread.join()
        assert current_provenance() is PROVENANCE
    assert others == [None] and current_provenance() is None
