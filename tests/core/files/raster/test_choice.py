"""What a choice of a raster opens, and which files are behind it."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from neon_aop.core.errors import RasterError
from neon_aop.core.files.raster.choice import RasterChoice, files_behind

pytestmark = pytest.mark.usefixtures("gdal_exceptions")


@pytest.fixture
def raster(tmp_path):
    path = tmp_path / "a.tif"
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 5, 4, 3)
    dataset.SetGeoTransform((0, 1, 0, 0, 0, -1))
    dataset.FlushCache()
    return path


def test_open_options_are_split_off():
    choice = RasterChoice.of("a.tif|option:NUM_THREADS=2|option:OVERVIEW_LEVEL=0")
    assert (choice.source, choice.options) == ("a.tif", ("NUM_THREADS=2", "OVERVIEW_LEVEL=0"))


def test_credentials_are_split_off():
    choice = RasterChoice.of("/vsis3/bucket/a.tif|credential:AWS_REGION=x|option:NUM_THREADS=2")
    assert (choice.source, choice.options) == ("/vsis3/bucket/a.tif", ("NUM_THREADS=2",))


def test_file_whose_name_looks_like_options_is_a_file(tmp_path):
    path = tmp_path / "a|option:b=c"
    path.touch()
    assert RasterChoice.of(path) == RasterChoice(str(path))


def test_choice_stays_as_it_is():
    choice = RasterChoice("a.tif", nodata=3)
    assert RasterChoice.of(choice) is choice


def test_open_options_are_used(tmp_path):
    values = np.arange(64, dtype=np.uint8).reshape(8, 8)
    dataset = gdal.GetDriverByName("GTiff").Create(str(tmp_path / "a.tif"), 8, 8)
    dataset.GetRasterBand(1).WriteArray(values)
    dataset.BuildOverviews("NEAREST", [2])
    del dataset
    assert RasterChoice.of(f"{tmp_path / 'a.tif'}|option:OVERVIEW_LEVEL=0").open().RasterXSize == 4


def test_what_cannot_be_opened_is_named(tmp_path):
    with pytest.raises(RasterError, match=r"none\.tif cannot be opened as a raster"):
        RasterChoice(str(tmp_path / "none.tif")).open()


def names(source):
    return {Path(path).name for path in files_behind(str(source)) if os.path.isfile(path)}


def test_file_is_behind_itself(raster):
    assert names(raster) == {"a.tif"}


def test_files_beside_a_raster_belong_to_it(tmp_path):
    gdal.GetDriverByName("ENVI").Create(str(tmp_path / "a.img"), 5, 4)
    assert {"a.img", "a.hdr"} <= names(tmp_path / "a.img")


def test_rasters_behind_virtual_ones_are_found_at_any_depth(raster, tmp_path):
    gdal.Translate(str(tmp_path / "one.vrt"), str(raster), format="VRT")
    gdal.BuildVRT(str(tmp_path / "two.vrt"), [str(tmp_path / "one.vrt")]).FlushCache()
    gdal.Warp(
        str(tmp_path / "three.vrt"), str(tmp_path / "two.vrt"), format="VRT", srcSRS="EPSG:32618", dstSRS="EPSG:32618"
    )
    assert names(tmp_path / "three.vrt") == {"three.vrt", "two.vrt", "one.vrt", "a.tif"}


def test_virtual_raster_of_itself_ends(tmp_path):
    path = tmp_path / "a.vrt"
    path.write_text(
        '<VRTDataset rasterXSize="5" rasterYSize="4"><VRTRasterBand dataType="Byte" band="1"><SimpleSource>'
        '<SourceFilename relativeToVRT="1">a.vrt</SourceFilename><SourceBand>1</SourceBand></SimpleSource>'
        "</VRTRasterBand></VRTDataset>"
    )
    assert names(path) == {"a.vrt"}


@pytest.mark.parametrize(
    "source",
    ["GTIFF_DIR:1:{}", "GTIFF_RAW:{}", "vrt://{}?bands=1,2", "DERIVED_SUBDATASET:LOGAMPLITUDE:{}", "/vsisubfile/0_,{}"],
)
def test_file_that_is_named_in_a_part_of_a_text_is_found(raster, source):
    assert names(source.format(raster)) == {"a.tif"}


def test_virtual_raster_that_is_a_text_is_looked_into(raster, tmp_path):
    gdal.Translate(str(tmp_path / "one.vrt"), str(raster), format="VRT")
    text = (tmp_path / "one.vrt").read_text().replace('relativeToVRT="1">a.tif', f'relativeToVRT="0">{raster}')
    assert names(text) == {"a.tif"}


@pytest.mark.parametrize("source", ['NETCDF:"{}":v', "NETCDF:{}:v", 'HDF5:"{}"://v', "HDF5:{}://v"])
def test_file_of_a_subdataset_that_is_not_there_is_found(tmp_path, source):
    (tmp_path / "a.nc").write_bytes(b"nothing")
    assert names(source.format(tmp_path / "a.nc")) == {"a.nc"}


@pytest.mark.parametrize("source", ["/vsizip/{}/in/a.tif", "/vsizip/{{{}}}/in/a.tif", "/vsizip//vsizip/{}/none.tif"])
def test_archive_of_a_raster_is_found(raster, tmp_path, source):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(raster, "in/a.tif")
    assert "a.zip" in names(source.format(tmp_path / "a.zip"))


def test_table_of_a_geopackage_leads_to_its_file(raster, tmp_path):
    gdal.Translate(str(tmp_path / "a.gpkg"), str(raster), format="GPKG", creationOptions=["RASTER_TABLE=t"])
    assert names(f"GPKG:{tmp_path / 'a.gpkg'}:t") == {"a.gpkg"}


def test_what_is_nowhere_is_listed_as_it_is_written():
    assert files_behind("nowhere.tif") == ["nowhere.tif"]
