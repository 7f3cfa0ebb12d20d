"""Names and colours of classes are read as this plugin and other programs write them."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest
from osgeo import gdal

from neon_aop.core.files.raster.categories import Categories, plain_name
from neon_aop.core.files.raster.classes import write_classes
from neon_aop.tests.classrasters import grid_of, with_names, write_class_raster

VALUES = np.array([[1, 2], [3, 0]], np.uint8)


def categories_of(path):
    dataset = gdal.Open(str(path))
    return Categories.of(dataset.GetRasterBand(1))


def test_what_this_plugin_writes(tmp_path):
    colours = [(1, 2, 3), (40, 50, 60), (255, 0, 7)]
    labels = ["1 - water (10.0 %)", "2 - vegetation, dense (89.5 %)", "3 - unlabelled (0.5 %)"]
    write_classes(tmp_path / "classes.tif", grid_of((2, 2)), VALUES, [1, 1, 1], colours, labels)
    found = categories_of(tmp_path / "classes.tif")
    assert found.names == {1: "water", 2: "vegetation, dense", 3: "unlabelled"}
    assert [found.colours[number] for number in (1, 2, 3)] == colours
    assert found.title(2) == "2 vegetation, dense"


def test_category_names_alone(tmp_path):
    found = categories_of(write_class_raster(tmp_path / "a.tif", VALUES, describe=with_names("water", "", "rock")))
    assert found == Categories({1: "water", 3: "rock"}, {})
    assert (found.name(2), found.title(2)) == ("", "2")


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_names_of_an_older_encoding(tmp_path, encoding):
    gdal.GetDriverByName("ENVI").Create(str(tmp_path / "a.dat"), 2, 2, 1).FlushCache()
    header = (tmp_path / "a.hdr").read_text().replace("ENVI Standard", "ENVI Classification")
    names = "classes = 3\nclass names = {Unclassified, for\xeat, bl\xe9}\n"
    (tmp_path / "a.hdr").write_bytes((header + names).encode(encoding))
    assert categories_of(tmp_path / "a.dat").names == {0: "Unclassified", 1: "for\xeat", 2: "bl\xe9"}


def test_attribute_table_of_an_older_encoding(tmp_path):
    write_classes(tmp_path / "a.tif", grid_of((2, 2)), VALUES, [1, 1, 1], [(0, 0, 0)] * 3, ["for\xeat", "b", "c"])
    sidecar = tmp_path / "a.tif.aux.xml"
    sidecar.write_bytes(sidecar.read_text(encoding="utf-8").encode("latin-1"))
    assert categories_of(tmp_path / "a.tif").names == {1: "for\xeat", 2: "b", 3: "c"}


@pytest.mark.parametrize("letter", ["\x01", "\x0b", "\ufffe", "\ud800", "\n"])
def test_what_cannot_be_printed_does_not_spoil_the_files(tmp_path, letter):
    path, name = tmp_path / "a.tif", f"a{letter}b"
    write_classes(
        path, grid_of((2, 2)), VALUES, [1, 1, 1], [(0, 0, 0)] * 3, [name, "", ""], columns={"More": [name, "", ""]}
    )
    for beside in (path.with_suffix(".qml"), tmp_path / "a.tif.aux.xml"):
        assert "a b" in beside.read_text(encoding="utf-8")
        ElementTree.parse(beside)  # noqa: S314 - our own text
    assert categories_of(path).names == {1: "a b"}


@pytest.mark.parametrize("shade", [-1, 256, 65535])
def test_colours_that_are_none_are_not_taken(tmp_path, shade):
    def describe(band):
        table = gdal.RasterAttributeTable()
        usages = (gdal.GFU_MinMax, gdal.GFU_Red, gdal.GFU_Green, gdal.GFU_Blue)
        for usage in usages:
            table.CreateColumn(f"column {usage}", gdal.GFT_Integer, usage)
        for row, values in enumerate([(1, 10, 20, 30), (2, 10, shade, 30)]):
            for column, value in enumerate(values):
                table.SetValueAsInt(row, column, value)
        band.SetDefaultRAT(table)

    found = categories_of(write_class_raster(tmp_path / "a.tif", VALUES, describe=describe))
    assert found.colours == {1: (10, 20, 30)}


def test_raster_that_says_nothing(tmp_path):
    assert categories_of(write_class_raster(tmp_path / "a.tif", VALUES)) == Categories()


def test_attribute_table_without_values_counts_its_rows(tmp_path):
    """As ERDAS Imagine writes it."""

    def describe(band):
        table = gdal.RasterAttributeTable()
        usages = (gdal.GFU_Name, gdal.GFU_Red, gdal.GFU_Green, gdal.GFU_Blue)
        for name, usage in zip(("Class_Names", "Red", "Green", "Blue"), usages):
            table.CreateColumn(name, gdal.GFT_String if usage == gdal.GFU_Name else gdal.GFT_Integer, usage)
        table.SetRowCount(3)
        table.SetValueAsString(2, 0, "grass")
        for column, shade in enumerate((255, 128, 0), start=1):
            table.SetValueAsInt(2, column, shade)
        band.SetDefaultRAT(table)

    found = categories_of(write_class_raster(tmp_path / "a.tif", VALUES, describe=describe))
    assert found.names == {2: "grass"}
    assert found.colours[2] == (255, 128, 0)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("3 - water (31.2 %)", "water"),
        ("3 - water", "water"),
        ("water (31.2 %)", "water"),
        ("3 (31.2 %)", ""),
        ("3", ""),
        ("2019", "2019"),
        ("4 - water", "4 - water"),
        ("30 - 40 years", "30 - 40 years"),
        ("water (deep)", "water (deep)"),
    ],
)
def test_number_and_share_are_no_part_of_a_name(name, plain):
    assert plain_name(3, name) == plain
