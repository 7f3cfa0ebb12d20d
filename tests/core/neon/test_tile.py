from __future__ import annotations

import os
import tracemalloc
import zlib

import h5py
import numpy as np
import pytest

from neon_aop.core.errors import Cancelled, ParameterError, TileError
from neon_aop.core.neon.tile import NeonTile
from neon_aop.core.progress import Progress
from neon_aop.tests.tiles import LEFT, NODATA, REMOVED, TOP, WINDOWS, map_info, random_cube, wavelengths, write_tile


@pytest.fixture(params=["h5py", "gdal"])
def backend(request):
    return request.param


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "NEON_D02_SERC_DP3_368000_4306000_bidirectional_reflectance.h5")


@pytest.fixture
def info_of(path, backend):
    """Write a tile with variations and return what is read of it."""

    def read(**variations):
        write_tile(path, **variations)
        with NeonTile(path, backend) as tile:
            return tile.info

    return read


@pytest.fixture
def refusal_of(path, backend):
    """Write a tile with variations and return the message with which it is refused."""

    def read(**variations):
        write_tile(path, **variations)
        with pytest.raises(TileError) as refused:
            NeonTile(path, backend)
        message = str(refused.value)
        assert os.path.basename(path) in message
        return message

    return read


def test_complete_tile_needs_no_note(info_of):
    assert info_of().notes == ()


@pytest.mark.parametrize("site", ["SERC", "R10C"])
def test_any_site(info_of, site):
    assert info_of(site=site).site == site


@pytest.mark.parametrize(
    ("file_name", "name", "product"),
    [
        ("NEON_D02_SERC_DP3_368000_4306000_reflectance.h5", "SERC 368000_4306000", "DP3.30006.001"),
        ("NEON_D02_SERC_DP3_368000_4306000_bidirectional_reflectance.h5", "SERC 368000_4306000", "DP3.30006.002"),
        ("NEON_D02_SERC_DP1_20160807_160559_reflectance.h5", "SERC 20160807_160559", "DP1.30006.001"),
        (
            "NEON_D10_R10C_DP1_L002-1_20210915_directional_reflectance.h5",
            "R10C L002-1_20210915",
            "DP1.30006.001",
        ),
        ("my tile.h5", "my tile", ""),
    ],
)
def test_name_and_product_from_file_name(tmp_path, file_name, name, product):
    write_tile(tmp_path / file_name)
    with NeonTile(str(tmp_path / file_name)) as tile:
        assert (tile.info.name, tile.info.product) == (name, product)


@pytest.mark.parametrize(
    ("layer", "product"),
    [
        ("Ancillary_Imagery/Acqusition_Date", "DP3.30006.002"),
        ("Ancillary_Imagery/Acquisition_Date", "DP3.30006.002"),
        ("to-sensor_azimuth_angle", "DP3.30006.001"),
    ],
)
def test_product_from_layers(tmp_path, backend, layer, product):
    write_tile(tmp_path / "renamed.h5", layers=(layer,))
    with NeonTile(tmp_path / "renamed.h5", backend) as tile:
        assert tile.info.product == product


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
    assert "Coordinate_System/Map_Info is missing" in message


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


@pytest.mark.parametrize("style", ["variable", "fixed", "array"])
def test_strings_of_any_kind(info_of, style):
    info = info_of(string_style=style)
    assert (info.epsg, info.grid.left) == (32618, LEFT)


def test_epsg_as_number(info_of):
    assert info_of(texts={"EPSG Code": np.int32(32618)}).epsg == 32618


@pytest.mark.parametrize("code", ["inf", "nan", "99999999999", "-1", np.float64("inf"), np.float64("nan")])
def test_impossible_epsg_code_is_replaced(info_of, code):
    assert info_of(texts={"EPSG Code": code}).epsg == 32618


def test_zone_that_only_looks_like_a_number(info_of):
    assert info_of(texts={"EPSG Code": REMOVED, "Map_Info": map_info(zone="²"), "Proj4": REMOVED}).epsg is None


@pytest.mark.parametrize("scale", [10000, 10000.0, np.array([10000]), "10000", np.bytes_(b"10000.0")])
def test_scale_factor_of_any_kind(info_of, scale):
    assert info_of(attributes={"Scale_Factor": scale}).scale_factor == 10000.0


@pytest.mark.parametrize("nodata", [-9999, np.array([-9999.0]), "-9999"])
def test_nodata_of_any_kind(info_of, nodata):
    assert info_of(attributes={"Data_Ignore_Value": nodata}).nodata == -9999.0


@pytest.mark.parametrize(("name", "value"), [("Scale_Factor", "10000"), ("Data_Ignore_Value", "-9999")])
def test_missing_attribute_is_assumed_and_noted(info_of, name, value):
    info = info_of(attributes={name: REMOVED})
    assert (info.scale_factor, info.nodata) == (10000.0, -9999.0)
    assert name in info.notes[0]
    assert value in info.notes[0]


@pytest.mark.parametrize("scale", [0, -1, float("nan")])
def test_impossible_scale_factor(refusal_of, scale):
    assert "Scale_Factor" in refusal_of(attributes={"Scale_Factor": scale})


@pytest.mark.parametrize("owner", ["group", "dataset"])
def test_windows_from_file(info_of, owner):
    info = info_of(windows=((1300, 1400), (1800, 1900)), windows_on=owner)
    assert info.windows == ((1300.0, 1400.0), (1800.0, 1900.0))


def test_windows_with_swapped_limits(info_of):
    assert info_of(windows=((1400, 1300), (1800, 1900))).windows == ((1300.0, 1400.0), (1800.0, 1900.0))


def test_missing_windows_are_assumed_and_noted(info_of):
    info = info_of(windows=None)
    assert info.windows == ((1340.0, 1445.0), (1790.0, 1955.0))
    assert "1340-1445, 1790-1955" in info.notes[0]


@pytest.mark.parametrize("bands", [3, 426, 428])
def test_any_number_of_bands(info_of, bands):
    assert len(info_of(cube=random_cube(3, 4, bands, nodata_pixels=1), attributes=_extent(3, 4)).bands) == bands


def _extent(rows, columns):
    return {"Spatial_Extent_meters": np.array([LEFT, LEFT + columns, TOP - rows, TOP])}


def test_wavelengths_and_widths(info_of):
    bands = info_of().bands
    np.testing.assert_array_equal(bands.wavelengths, wavelengths())
    np.testing.assert_array_equal(bands.fwhm, 5.8)


def test_missing_units_are_nanometres(info_of):
    info = info_of(units=None)
    np.testing.assert_array_equal(info.bands.wavelengths, wavelengths())
    assert "nanometres are assumed" in info.notes[0]


@pytest.mark.parametrize("units", [None, "micrometers"])
def test_micrometres_are_converted(info_of, units):
    info = info_of(wavelength=wavelengths() / 1000, fwhm=np.full(30, 0.0058), units=units)
    np.testing.assert_allclose(info.bands.wavelengths, wavelengths())
    np.testing.assert_allclose(info.bands.fwhm, 5.8)
    assert "micrometres" in info.notes[0]


def test_each_is_converted_by_itself(info_of):
    info = info_of(
        wavelength=wavelengths() / 1000,
        fwhm=np.full(30, 5.8),
        windows=[(low / 1000, high / 1000) for low, high in WINDOWS],
    )
    np.testing.assert_allclose(info.bands.fwhm, 5.8)
    np.testing.assert_allclose(info.windows, WINDOWS)


@pytest.mark.parametrize(("code", "other"), [("32617", 32618), ("4326", 32618)])
def test_contradicting_codes_are_noted(info_of, code, other):
    info = info_of(texts={"EPSG Code": code})
    assert info.epsg == int(code)
    assert any(code in note and str(other) in note for note in info.notes)


def test_missing_widths_are_noted(info_of):
    info = info_of(without=("FWHM",))
    assert np.isnan(info.bands.fwhm).all()
    assert "FWHM" in info.notes[0]


def test_widths_of_another_number_are_noted(info_of):
    info = info_of(fwhm=np.full(25, 5.8))
    assert np.isnan(info.bands.fwhm).all()
    assert "25 values of FWHM for 30 bands" in info.notes[0]


@pytest.mark.parametrize(
    "wavelength",
    [wavelengths()[::-1], np.where(np.arange(30) == 3, np.nan, wavelengths()), np.full(30, 500.0), wavelengths() - 384],
)
def test_impossible_wavelengths(refusal_of, wavelength):
    assert "not positive, ascending" in refusal_of(wavelength=wavelength)


def test_wavelengths_of_another_number(refusal_of):
    assert "29 wavelengths for 30 bands" in refusal_of(wavelength=wavelengths(29))


def test_missing_wavelengths(refusal_of):
    assert "Spectral_Data/Wavelength is missing" in refusal_of(without=("Wavelength",))


def test_layers_with_dimension_labels_do_no_harm(info_of):
    assert info_of(layers=("to-sensor_Azimuth_Angle",)).notes == ()


def test_radiance_is_refused(tmp_path, backend):
    path = str(tmp_path / "radiance.h5")
    with h5py.File(path, "w") as file:
        file.create_group("R10A/Radiance")
    with pytest.raises(TileError, match="radiance.*DP1.30008.001.*not reflectance"):
        NeonTile(path, backend)


def test_other_hdf5_is_refused(tmp_path, backend):
    path = str(tmp_path / "other.h5")
    with h5py.File(path, "w") as file:
        file["temperature/values"] = np.zeros(3)
    with pytest.raises(TileError, match="not a NEON reflectance file.*/temperature.*DP3.30006.001"):
        NeonTile(path, backend)


def test_missing_reflectance_data(tmp_path, backend):
    path = str(tmp_path / "hollow.h5")
    with h5py.File(path, "w") as file:
        file.create_group("SERC/Reflectance/Metadata")
    with pytest.raises(TileError, match="no dataset Reflectance_Data"):
        NeonTile(path, backend)


def test_plane_is_refused(path, backend):
    write_tile(path)
    with h5py.File(path, "a") as file:
        del file["SERC/Reflectance/Reflectance_Data"]
        file["SERC/Reflectance/Reflectance_Data"] = np.zeros((20, 24), "i2")
    with pytest.raises(TileError, match=r"shape \(20, 24\)"):
        NeonTile(path, backend)


def test_absurd_size_is_refused(path, backend):
    write_tile(path)
    with h5py.File(path, "a") as file:
        del file["SERC/Reflectance/Reflectance_Data"]
        shape = (1_000_000_000, 1_000_000_000, 30)
        file["SERC/Reflectance"].create_dataset("Reflectance_Data", shape, "i2", chunks=(100, 100, 1))
    with pytest.raises(TileError, match="claims the shape"):
        NeonTile(path, backend)


def test_data_without_shape_are_refused(path, backend):
    write_tile(path)
    with h5py.File(path, "a") as file:
        del file["SERC/Reflectance/Reflectance_Data"]
        file["SERC/Reflectance/Reflectance_Data"] = h5py.Empty("i2")
    with pytest.raises(TileError, match=r"shape \(\)|no dataset Reflectance_Data"):
        NeonTile(path, backend)


def test_first_of_several_sites_is_used_and_noted(path, backend):
    write_tile(path)
    with h5py.File(path, "a") as file:
        file.copy("SERC", "/ABCD")
    with NeonTile(path, backend) as tile:
        assert tile.info.site == "ABCD"
        assert "several sites (ABCD, SERC)" in tile.info.notes[0]


@pytest.mark.parametrize("code", ["5703", "999999"])
def test_code_of_no_place_is_noted(info_of, code):
    """The first one is that of a vertical coordinate system."""
    info = info_of(texts={"EPSG Code": code})
    assert (info.epsg, info.grid.crs) == (None, "")
    assert f"EPSG:{code}" in info.notes[-1]


def test_chunks_of_single_values(path, backend):
    cube = write_tile(path, random_cube(5, 6, 30), chunks=(1, 1, 1), attributes=_extent(5, 6))
    with NeonTile(path, backend) as tile:
        pixels = tile.read_pixels([3, 7])
    np.testing.assert_array_equal(pixels.values, cube[:, :, [3, 7]][pixels.valid])


@pytest.mark.parametrize("factor", [1e-9, 1e300])
def test_wavelengths_that_no_light_has(refusal_of, factor):
    assert "should lie between 100 and 20000 nm" in refusal_of(wavelength=wavelengths() * factor)


def test_message_shows_text_of_the_file_in_one_line(refusal_of):
    message = refusal_of(texts={"Map_Info": "<b>\n\x1b[31m" + "x" * 1000})
    assert message.isprintable()
    assert "<b> [31mxxx" in message
    assert len(message) < 400


def test_refused_file_is_closed_again(path, backend):
    write_tile(path, texts={"Map_Info": "somewhere"})
    with pytest.raises(TileError):
        NeonTile(path, backend)
    with h5py.File(path, "a") as file:
        assert "SERC" in file


LAYOUTS = {
    "bands": {"chunks": (20, 24, 1)},
    "parts of bands": {"chunks": (7, 9, 1)},
    "blocks": {"chunks": (6, 5, 7)},
    "shuffled bands": {"chunks": (20, 24, 1), "filters": {"shuffle": True}},
    "shuffled blocks": {"chunks": (6, 5, 7), "filters": {"shuffle": True}},
    "checksummed": {"chunks": (6, 5, 7), "filters": {"fletcher32": True}},
    "uncompressed chunks": {"chunks": (6, 5, 7), "compression": None},
    "contiguous": {"compression": None},
}
KEPT = {
    "every second": np.arange(2, 27, 2),
    "with gaps": np.array([0, 1, 2, 9, 10, 20, 29]),
    "not in order": np.array([19, 11, 6]),
    "one": np.array([15]),
}


@pytest.mark.parametrize("kept", KEPT.values(), ids=KEPT)
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_pixels_are_those_stored(path, backend, layout, kept):
    cube = write_tile(path, **layout)
    with NeonTile(path, backend) as tile:
        pixels = tile.read_pixels(kept, threads=3)
    valid = (cube[:, :, kept] != NODATA).all(axis=2)
    np.testing.assert_array_equal(pixels.valid, valid)
    np.testing.assert_array_equal(pixels.values, cube[valid][:, kept])
    assert pixels.values.dtype == np.int16
    assert pixels.values.flags.c_contiguous


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_pixels_of_window(path, backend, layout):
    cube = write_tile(path, **layout)
    rows, columns = slice(4, 15), slice(3, 17)
    kept = np.arange(1, 29, 3)
    with NeonTile(path, backend) as tile:
        pixels = tile.read_pixels(kept, (rows, columns))
    part = cube[rows, columns][:, :, kept]
    valid = (part != NODATA).all(axis=2)
    np.testing.assert_array_equal(pixels.valid, valid)
    np.testing.assert_array_equal(pixels.values, part[valid])
    assert (pixels.grid.left, pixels.grid.top) == (LEFT + 3, TOP - 4)
    assert (pixels.grid.height, pixels.grid.width) == (11, 14)


@pytest.mark.parametrize("kept", KEPT.values(), ids=KEPT)
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_band_groups_hold_each_band_once(path, backend, layout, kept):
    cube = write_tile(path, **layout)
    rows, columns = slice(4, 15), slice(3, 17)
    found = np.zeros((len(kept), 11, 14), np.int16)
    seen = []
    with NeonTile(path, backend) as tile:
        for positions, values in tile.band_groups(kept, (rows, columns)):
            found[positions] = values
            seen.extend(positions)
    assert sorted(seen) == list(range(len(kept)))
    np.testing.assert_array_equal(found, cube[rows, columns][:, :, kept].transpose(2, 0, 1))


@pytest.mark.parametrize("dtype", ["int16", ">i2", "int32", "uint16", "float32"])
def test_types_stay(path, backend, dtype):
    cube = random_cube(nodata_pixels=0)
    cube[cube == NODATA] = 0
    nodata = 65535.0 if dtype == "uint16" else -9999.0
    cube = write_tile(path, cube.astype(dtype), chunks=(20, 24, 1), attributes={"Data_Ignore_Value": nodata})
    with NeonTile(path, backend) as tile:
        pixels = tile.read_pixels([3, 4])
    assert pixels.values.dtype == np.dtype(dtype).newbyteorder("=")
    np.testing.assert_array_equal(pixels.values, cube.reshape(-1, 30)[:, 3:5])


@pytest.mark.parametrize(("dtype", "nodata"), [("uint16", -9999.0), ("int16", 0.5), ("int16", np.nan), ("uint8", -1.0)])
def test_no_data_value_that_the_type_cannot_hold(refusal_of, dtype, nodata):
    """A sign that the type is not the one that was written."""
    message = refusal_of(cube=np.zeros((20, 24, 30), dtype), attributes={"Data_Ignore_Value": nodata})
    assert "Data_Ignore_Value" in message


@pytest.mark.parametrize("chunks", [(20, 24, 1), (6, 5, 7)])
def test_nan_and_infinity_are_no_data(path, backend, chunks):
    cube = random_cube(nodata_pixels=0).astype("float32")
    cube[cube == NODATA] = 0
    cube[2, 3, 4] = np.nan
    cube[5, 6, 4] = np.inf
    write_tile(path, cube, chunks=chunks)
    with NeonTile(path, backend) as tile:
        valid = tile.read_pixels([4]).valid
    np.testing.assert_array_equal(np.argwhere(~valid), [[2, 3], [5, 6]])


def test_no_data_outside_the_kept_bands_does_not_count(path, backend):
    cube = random_cube(nodata_pixels=0)
    write_tile(path, cube)
    with NeonTile(path, backend) as tile:
        assert tile.read_pixels([0, 1]).valid.all()
        assert not tile.read_pixels([15]).valid.all()


def test_tile_without_any_valid_pixel(path, backend):
    write_tile(path, np.full((20, 24, 30), NODATA, "int16"))
    with NeonTile(path, backend) as tile:
        pixels = tile.read_pixels([1, 2])
    assert pixels.values.shape == (0, 2)
    assert not pixels.valid.any()


def test_pixels_describe_themselves(path, backend):
    write_tile(path, attributes={"Scale_Factor": 5000.0})
    with NeonTile(path, backend) as tile:
        pixels = tile.read_pixels([3, 7])
    assert pixels.scale == 1 / 5000
    assert pixels.name == "SERC 368000_4306000"
    np.testing.assert_array_equal(pixels.bands.numbers, [4, 8])


def test_pixels_in_given_memory(path, tmp_path, backend):
    cube = write_tile(path)
    memory = np.memmap(tmp_path / "scratch", "int16", "w+", shape=(480, 2))
    with NeonTile(path, backend) as tile:
        pixels = tile.read_pixels([3, 7], out=memory)
    assert np.shares_memory(pixels.values, memory)
    np.testing.assert_array_equal(pixels.values, cube[pixels.valid][:, [3, 7]])


def test_memory_of_another_shape_is_refused(path, backend):
    write_tile(path)
    with NeonTile(path, backend) as tile, pytest.raises(ParameterError, match=r"\(480, 2\)"):
        tile.read_pixels([3, 7], out=np.empty((480, 3), "int16"))


@pytest.mark.parametrize("kept", [[], [-1], [30], [1.5]])
def test_bands_that_are_not_there(path, backend, kept):
    write_tile(path)
    with NeonTile(path, backend) as tile, pytest.raises(ParameterError, match="bands 1 to 30"):
        tile.read_pixels(kept)


def test_window_that_is_not_there(path, backend):
    write_tile(path)
    with NeonTile(path, backend) as tile, pytest.raises(ParameterError, match="20 rows and 24 columns"):
        tile.read_pixels([1], (slice(0, 21), slice(0, 24)))


def _write_part(path, bands=15, libver="earliest", **storage):
    """Write a tile of which only the first bands are there."""
    whole = path + ".whole"
    write_tile(whole, layers=("Slope",))
    with h5py.File(whole) as source, h5py.File(path, "w", libver=libver) as file:
        source.copy("SERC", file)
        attributes = dict(source["SERC/Reflectance/Reflectance_Data"].attrs)
        del file["SERC/Reflectance/Reflectance_Data"]
        new = file["SERC/Reflectance"].create_dataset("Reflectance_Data", (20, 24, 30), "i2", **storage)
        new.attrs.update(attributes)
        if bands:
            new[:, :, :bands] = 7
        # Nobody asks for this one.
        file["SERC/Reflectance/Metadata"].create_dataset("other", (20, 24), "i2")


@pytest.mark.parametrize("bands", [15, 0])
@pytest.mark.parametrize("maxshape", [None, (None, None, None)], ids=["fixed", "growing"])
@pytest.mark.parametrize("compression", ["gzip", None])
@pytest.mark.parametrize("chunks", [(20, 24, 1), (6, 5, 7)])
def test_missing_chunk_without_a_fill_value_is_damage(path, backend, chunks, compression, maxshape, bands):
    _write_part(path, bands, chunks=chunks, compression=compression, maxshape=maxshape)
    with NeonTile(path, backend) as tile:
        assert len(tile.read_layer(next(layer for layer in tile.layers() if layer.name == "Slope"))) == 20
        for _ in range(2):
            with pytest.raises(TileError, match="(lacks .*|never written).* download it again"):
                tile.read_pixels([28])


def test_values_that_were_never_written_are_damage(path, backend):
    _write_part(path, 0)
    with NeonTile(path, backend) as tile, pytest.raises(TileError, match="never written"):
        tile.read_pixels([28])


@pytest.mark.parametrize("bands", [15, 0])
@pytest.mark.parametrize("compression", ["gzip", None])
def test_missing_chunk_of_the_newer_kind_is_damage(path, compression, bands):
    """GDAL cannot tell these."""
    _write_part(path, bands, libver="latest", chunks=(20, 24, 1), compression=compression)
    with NeonTile(path, "h5py") as tile, pytest.raises(TileError, match="lacks 15 of 30 chunks|never written"):
        tile.read_pixels([28])


def test_layer_that_was_never_written_is_damage(path, backend):
    _write_part(path)
    with NeonTile(path, backend) as tile, pytest.raises(TileError, match="other .*never written"):
        tile.read_layer(next(layer for layer in tile.layers() if layer.name == "other"))


def test_layers_are_those_of_numbers(path, backend):
    write_tile(path, layers=("Slope",))
    with h5py.File(path, "a") as file:
        file["SERC/Reflectance/Metadata/Mask"] = np.zeros((20, 24), bool)
    with NeonTile(path, backend) as tile:
        assert [layer.name for layer in tile.layers()] == ["Slope"]


def test_reflectance_in_another_file(path, tmp_path):
    values = write_tile(path)
    with h5py.File(path, "a") as file, h5py.File(tmp_path / "data.h5", "w") as other:
        group = file["SERC/Reflectance"]
        group.copy("Reflectance_Data", other, "values")
        del group["Reflectance_Data"]
        group["Reflectance_Data"] = h5py.ExternalLink("data.h5", "/values")
    with NeonTile(path, "h5py") as tile:
        pixels = tile.read_pixels([3])
        np.testing.assert_array_equal(pixels.values[:, 0], values[..., 3][pixels.valid])
        assert (tile.dataset, tile.layers()) == ("/SERC/Reflectance/Reflectance_Data", [])


@pytest.mark.parametrize("chunks", [(20, 24, 1), (6, 5, 7)])
def test_chunk_that_was_never_written_holds_the_fill_value(path, backend, chunks):
    _write_part(path, chunks=chunks, compression="gzip", fillvalue=NODATA)
    with NeonTile(path, backend) as tile:
        assert tile.read_pixels([3]).valid.all()
        assert not tile.read_pixels([28]).valid.any()


def _damage_chunks(path, replacement):
    """Overwrite what is stored of band 3 with `replacement`."""
    with h5py.File(path, "a") as file:
        data = file["SERC/Reflectance/Reflectance_Data"]
        data.id.write_direct_chunk((0, 0, 3), replacement)


@pytest.mark.parametrize("damage", ["garbage", "too short", "too long", "cut off"])
def test_damaged_chunk(path, damage):
    write_tile(path, chunks=(20, 24, 1))
    full = zlib.compress(bytes(960))
    replacements = {
        "garbage": b"\x00\x01garbage" * 20,
        "too short": zlib.compress(bytes(950)),
        "too long": zlib.compress(bytes(1000)),
        "cut off": full[:-6],
    }
    _damage_chunks(path, replacements[damage])
    with NeonTile(path, "h5py") as tile, pytest.raises(TileError, match="Reflectance_Data.*download"):
        tile.read_pixels([2, 3, 4])


def test_decompression_bomb_is_not_unpacked(path):
    write_tile(path, chunks=(20, 24, 1))
    _damage_chunks(path, zlib.compress(bytes(200_000_000)))
    with NeonTile(path, "h5py") as tile:
        tracemalloc.start()
        with pytest.raises(TileError, match="wrong length"):
            tile.read_pixels([3])
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 20_000_000


def test_garbage_chunk_is_refused_by_gdal_too(path):
    write_tile(path, chunks=(20, 24, 1))
    _damage_chunks(path, b"\x00\x01garbage" * 20)
    with NeonTile(path, "gdal") as tile, pytest.raises(TileError, match="Reflectance_Data"):
        tile.read_pixels([2, 3, 4])


def test_truncated_tile(path, backend, capfd):
    write_tile(path)
    os.truncate(path, os.path.getsize(path) // 2)
    with pytest.raises(TileError, match="damaged or not complete"):
        NeonTile(path, backend)
    assert capfd.readouterr().err == ""


def test_window_of_extent(path, backend):
    write_tile(path)
    with NeonTile(path, backend) as tile:
        assert tile.window_of((LEFT + 3, TOP - 9, LEFT + 8, TOP - 5)) == (slice(5, 9), slice(3, 8))


def test_window_holds_pixels_whose_centre_is_inside(path):
    write_tile(path)
    with NeonTile(path) as tile:
        assert tile.window_of((LEFT + 2.6, TOP - 8.6, LEFT + 8.4, TOP - 5.4)) == (slice(5, 9), slice(3, 8))


def test_window_is_cut_at_the_edges(path):
    write_tile(path)
    with NeonTile(path) as tile:
        assert tile.window_of((0, 0, 1e7, 1e7)) == (slice(0, 20), slice(0, 24))


@pytest.mark.parametrize("extent", [(0, 0, 10, 10), (LEFT + 0.1, TOP - 5, LEFT + 0.2, TOP), (float("nan"), 0, 10, 10)])
def test_extent_that_misses_the_tile(path, extent):
    write_tile(path)
    with NeonTile(path) as tile, pytest.raises(ParameterError, match="x 368000 to 368024, y 4306980 to 4307000"):
        tile.window_of(extent)


class _Cancelling(Progress):
    def __init__(self, after: int):
        self.calls_left = after

    def cancelled(self) -> bool:
        self.calls_left -= 1
        return self.calls_left < 0


@pytest.mark.parametrize("chunks", [(20, 24, 1), (6, 5, 7)])
@pytest.mark.parametrize("after", [0, 5])
def test_cancel_stops_reading(path, backend, chunks, after):
    write_tile(path, chunks=chunks)
    with NeonTile(path, backend) as tile:
        with pytest.raises(Cancelled):
            tile.read_pixels(np.arange(30), progress=_Cancelling(after))
        with pytest.raises(Cancelled):
            list(tile.band_groups(np.arange(30), progress=_Cancelling(after)))


class _Recording(Progress):
    def __init__(self):
        self.fractions = []

    def report(self, fraction: float) -> None:
        self.fractions.append(fraction)


@pytest.mark.parametrize("chunks", [(20, 24, 1), (6, 5, 7)])
def test_progress_moves_to_the_end(path, backend, chunks):
    write_tile(path, chunks=chunks)
    progress = _Recording()
    with NeonTile(path, backend) as tile:
        tile.read_pixels(np.arange(30), progress=progress)
    assert len(progress.fractions) > 10
    assert progress.fractions[-1] == 1.0
    assert progress.fractions == sorted(progress.fractions)
