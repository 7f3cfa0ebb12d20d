"""What a file says of itself."""

from __future__ import annotations

import re

import h5py
import numpy as np
import pytest

from neon_aop.core.errors import TileError
from neon_aop.core.files.neon.tile import NeonTile
from neon_aop.tests.tiles import LEFT, REMOVED, TOP, WINDOWS, random_cube, wavelengths, write_tile


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
        (
            "NEON_D10_R10C_DP1_L002-1_20210915_bidirectional_reflectance.h5",
            "R10C L002-1_20210915",
            "DP1.30006.002",
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


@pytest.mark.parametrize("style", ["variable", "fixed", "array"])
def test_strings_of_any_kind(info_of, style):
    info = info_of(string_style=style)
    assert (info.epsg, info.grid.left) == (32618, LEFT)


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


@pytest.mark.parametrize("scale", [0, -1, 1e-300, 0.0001, 1e10, 1e308, np.inf, np.nan, "1e-300"])
def test_scale_factor_that_cannot_be_meant(refusal_of, scale):
    assert "should be a number from 1 to 1,000,000,000" in refusal_of(attributes={"Scale_Factor": scale})


@pytest.mark.parametrize("name", ["Scale_Factor", "Data_Ignore_Value"])
@pytest.mark.parametrize(
    ("value", "found"),
    [
        (np.array([10000.0, 5000.0]), "10000, 5000"),
        (np.arange(9.0), "0, 1, 2, 3, 4, ..."),
        ("none", '"none"'),
        ("10000 5000", '"10000 5000"'),
        ("<b>\n", '"<b>"'),
    ],
)
def test_attribute_that_is_not_one_number(refusal_of, name, value, found):
    assert f"{name} is {found} instead of one number" in refusal_of(attributes={name: value})


@pytest.mark.parametrize("value", ["", " "])
def test_empty_attribute_is_a_missing_one(info_of, value):
    info = info_of(attributes={"Scale_Factor": value, "Data_Ignore_Value": value})
    assert (info.scale_factor, info.nodata) == (10000.0, -9999.0)
    assert len(info.notes) == 2


@pytest.mark.parametrize("owner", ["group", "dataset"])
def test_windows_from_file(info_of, owner):
    info = info_of(windows=((1300, 1400), (1800, 1900)), windows_on=owner)
    assert info.windows == ((1300.0, 1400.0), (1800.0, 1900.0))


def test_windows_with_swapped_limits(info_of):
    assert info_of(windows=((1400, 1300), (1800, 1900))).windows == ((1300.0, 1400.0), (1800.0, 1900.0))


@pytest.mark.parametrize(
    "windows",
    [
        None,
        ((1340, 1445), (1790, 1955, 2000)),
        ((1340, 1445), (1790, 1e308)),
        ((-1e6, 1445), (1790, 1955)),
        ((1340, 1340), (1790, 1955)),
        ((np.nan, 1445), (1790, 1955)),
    ],
    ids=str,
)
def test_windows_that_are_no_ranges_of_wavelengths_are_assumed_and_noted(info_of, windows):
    info = info_of(windows=windows)
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
        shape = (10_000_000, 10_000_000, 30)
        file["SERC/Reflectance"].create_dataset("Reflectance_Data", shape, "i2", chunks=(100, 100, 1))
    with pytest.raises(TileError, match="claims the shape"):
        NeonTile(path, backend)


def test_data_without_shape_are_refused(path, backend):
    write_tile(path)
    with h5py.File(path, "a") as file:
        del file["SERC/Reflectance/Reflectance_Data"]
        file["SERC/Reflectance/Reflectance_Data"] = h5py.Empty("i2")
    with pytest.raises(TileError, match=re.escape(str(path))):
        NeonTile(path, backend)


def test_first_of_several_sites_is_used_and_noted(path, backend):
    write_tile(path)
    with h5py.File(path, "a") as file:
        file.copy("SERC", "/ABCD")
    with NeonTile(path, backend) as tile:
        assert tile.info.site == "ABCD"
        assert "several sites (ABCD, SERC)" in tile.info.notes[0]


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


@pytest.mark.parametrize(
    ("dtype", "nodata"),
    [("uint16", -9999.0), ("int16", 0.5), ("int16", np.nan), ("uint8", -1.0), ("float32", 1e308)],
)
def test_no_data_value_that_the_type_cannot_hold(refusal_of, dtype, nodata):
    """A sign that the type is not the one that was written."""
    message = refusal_of(cube=np.zeros((20, 24, 30), dtype), attributes={"Data_Ignore_Value": nodata})
    assert "Data_Ignore_Value" in message


def test_real_numbers_may_have_nan_for_no_data(info_of):
    assert np.isnan(info_of(cube=np.zeros((20, 24, 30), "f4"), attributes={"Data_Ignore_Value": np.nan}).nodata)
