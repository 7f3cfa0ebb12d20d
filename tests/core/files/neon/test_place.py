"""Where the pixels of a file lie."""

from __future__ import annotations

import numpy as np
import pytest

from neon_aop.core.files.neon.tile import NeonTile
from neon_aop.tests.tiles import LEFT, REMOVED, TOP, map_info, write_tile


def test_georeference_from_map_info(info_of):
    info = info_of()
    grid = info.grid
    assert (grid.left, grid.top, grid.pixel_width, grid.pixel_height) == (LEFT, TOP, 1.0, 1.0)
    assert (grid.width, grid.height) == (24, 20)
    assert grid.metres_per_unit == 1.0
    assert info.epsg == 32618
    assert "UTM zone 18N" in grid.crs


def test_tile_numbers_are_the_lower_left_corner(tmp_path, backend):
    path = str(tmp_path / "NEON_D01_BART_DP3_317000_4879000_reflectance.h5")
    write_tile(
        path,
        np.zeros((1000, 1000, 2), "int16"),
        site="BART",
        chunks=(1000, 1000, 1),
        texts={"Map_Info": map_info(left=317000, top=4880000, zone=19), "EPSG Code": "32619"},
        attributes={"Spatial_Extent_meters": np.array([317000.0, 318000.0, 4879000.0, 4880000.0])},
    )
    with NeonTile(path, backend) as tile:
        assert tile.info.grid.geotransform == (317000.0, 1.0, 0.0, 4880000.0, 0.0, -1.0)
        assert tile.info.epsg == 32619
        assert "UTM zone 19N" in tile.info.grid.crs


def test_reference_pixel_of_map_info_is_respected(info_of):
    info = info_of(texts={"Map_Info": map_info(left=LEFT + 4, top=TOP - 2, column=5, row=3)})
    assert (info.grid.left, info.grid.top) == (LEFT, TOP)


def test_pixel_size_comes_from_map_info(info_of):
    info = info_of(texts={"Map_Info": map_info(size=0.5)}, attributes={"Spatial_Extent_meters": REMOVED})
    assert (info.grid.pixel_width, info.grid.right) == (0.5, LEFT + 12)


def test_map_info_without_trailing_field(info_of):
    assert info_of(texts={"Map_Info": map_info(end=",  units=Meters")}).grid.left == LEFT


@pytest.mark.parametrize("end", [",  units=Meters, 12.5", ",  units=Meters, rotation=12.5", ",  12.5"])
def test_rotation_is_refused(refusal_of, end):
    assert "rotation of 12.5" in refusal_of(texts={"Map_Info": map_info(end=end)})


@pytest.mark.parametrize("rotation", ["1e-15", "-1e-15", "rotation=360", "rotation=-360.0000001", "rotation=0"])
def test_rotation_by_rounding_is_none(info_of, rotation):
    assert info_of(texts={"Map_Info": map_info(end=f",  units=Meters, {rotation}")}).grid.left == LEFT


@pytest.mark.parametrize("rotation", ["inf", "nan", "90", "-0.001"])
def test_any_other_rotation_is_refused(refusal_of, rotation):
    assert f"rotation of {rotation} degrees" in refusal_of(
        texts={"Map_Info": map_info(end=f",  units=Meters, rotation={rotation}")}
    )


def test_map_info_that_is_no_text_of_that_kind(refusal_of):
    assert "Map_Info" in refusal_of(texts={"Map_Info": "somewhere"})


def test_position_and_extent_that_differ_are_refused(refusal_of):
    message = refusal_of(texts={"Map_Info": map_info(left=LEFT + 1)})
    assert "x 368001 to" in message
    assert "x 368000 to" in message


def test_missing_map_info_is_replaced_by_extent(info_of):
    info = info_of(texts={"Map_Info": REMOVED})
    assert info.grid.geotransform == (LEFT, 1.0, 0.0, TOP, 0.0, -1.0)
    assert "Spatial_Extent_meters" in info.notes[0]


def test_missing_position(refusal_of):
    message = refusal_of(texts={"Map_Info": REMOVED}, attributes={"Spatial_Extent_meters": REMOVED})
    assert "neither Map_Info nor Spatial_Extent_meters" in message


@pytest.mark.parametrize(("hemisphere", "epsg"), [("North", 32618), ("South", 32718)])
def test_epsg_from_map_info(info_of, hemisphere, epsg):
    info = info_of(texts={"EPSG Code": REMOVED, "Map_Info": map_info(hemisphere=hemisphere)})
    assert info.epsg == epsg
    assert "Map_Info" in info.notes[0]


def test_epsg_from_proj4(info_of):
    info = info_of(texts={"EPSG Code": REMOVED, "Map_Info": REMOVED})
    assert info.epsg == 32618
    assert any("Proj4" in note for note in info.notes)


def test_unknown_crs_is_noted(info_of, capfd):
    info = info_of(texts={"EPSG Code": REMOVED, "Map_Info": REMOVED, "Proj4": REMOVED})
    assert (info.epsg, info.grid.crs, info.grid.metres_per_unit) == (None, "", None)
    assert "coordinate reference system stays unknown" in info.notes[-1]
    assert capfd.readouterr().err == ""


def test_epsg_as_number(info_of):
    assert info_of(texts={"EPSG Code": np.int32(32618)}).epsg == 32618


@pytest.mark.parametrize("code", ["inf", "nan", "99999999999", "-1", np.float64("inf"), np.float64("nan")])
def test_impossible_epsg_code_is_replaced(info_of, code):
    assert info_of(texts={"EPSG Code": code}).epsg == 32618


def test_zone_that_only_looks_like_a_number(info_of):
    assert info_of(texts={"EPSG Code": REMOVED, "Map_Info": map_info(zone="²"), "Proj4": REMOVED}).epsg is None


@pytest.mark.parametrize(("code", "other"), [("32617", 32618), ("4326", 32618)])
def test_contradicting_codes_are_noted(info_of, code, other):
    info = info_of(texts={"EPSG Code": code})
    assert info.epsg == int(code)
    assert any(code in note and str(other) in note for note in info.notes)


@pytest.mark.parametrize("code", ["5703", "999999"])
def test_code_of_no_place_is_noted(info_of, code):
    """The first one is that of a vertical coordinate system."""
    info = info_of(texts={"EPSG Code": code})
    assert (info.epsg, info.grid.crs) == (None, "")
    assert f"EPSG:{code}" in info.notes[-1]


def test_southern_zone_from_proj4(info_of):
    proj4 = "+proj=utm +zone=18 +south +ellps=WGS84 +datum=WGS84 +units=m"
    assert info_of(texts={"EPSG Code": REMOVED, "Map_Info": REMOVED, "Proj4": proj4}).epsg == 32718
