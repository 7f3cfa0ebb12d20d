"""Wavelengths from units, names and lists of every kind: right, or not known."""

from __future__ import annotations

import math

import numpy as np
import pytest

from neon_aop.core.files.raster.wavelengths import bad_bands, read_bands, wavelength_in_name


class Described:
    """A dataset or band with metadata by domain."""

    def __init__(self, items=(), name="", bands=(), **domains):
        self._domains = {"": dict(items), **domains}
        self._name = name
        self._bands = bands
        self.RasterCount = len(bands)

    def GetMetadata(self, domain=""):
        return self._domains.get(domain, {})

    def GetDescription(self):
        return self._name

    def GetRasterBand(self, number):
        return self._bands[number - 1]


def wavelengths(*bands, items=(), numbers=None, **domains):
    dataset = Described(items, bands=bands, **domains)
    return read_bands(dataset, numbers or range(1, len(bands) + 1)).wavelengths


def in_unit(values, unit):
    return [Described({"wavelength": str(value), "wavelength_units": unit}) for value in values]


@pytest.mark.parametrize(
    ("unit", "values"),
    [
        ("Nanometers", (450, 550.5, 2500)),
        ("nm", (450, 550.5, 2500)),
        ("Micrometers", (0.45, 0.5505, 2.5)),
        ("microns", (0.45, 0.5505, 2.5)),
        ("µm", (0.45, 0.5505, 2.5)),
        ("Angstroms", (4500, 5505, 25000)),
        ("Å", (4500, 5505, 25000)),
        ("Millimeters", (4.5e-4, 5.505e-4, 2.5e-3)),
        ("Centimeters", (4.5e-5, 5.505e-5, 2.5e-4)),
        ("METERS", (4.5e-7, 5.505e-7, 2.5e-6)),
        (" m ", (4.5e-7, 5.505e-7, 2.5e-6)),
    ],
)
def test_units_of_length_become_nanometres(unit, values):
    assert wavelengths(*in_unit(values, unit)).tolist() == [450, 550.5, 2500]
    listed = {"wavelength": "{" + ", ".join(map(str, values)) + "}", "wavelength units": unit}
    assert wavelengths(*[Described()] * 3, ENVI=listed).tolist() == [450, 550.5, 2500]


@pytest.mark.parametrize("unit", ["Index", "Unknown", "Wavenumber", "GHz", "MHz", "cm-1", "furlongs", "dB"])
def test_what_is_no_length_gives_no_wavelength(unit):
    assert np.isnan(wavelengths(*in_unit((450, 550, 650), unit))).all()
    listed = {"wavelength": "{450, 550, 650}", "wavelength units": unit}
    assert np.isnan(wavelengths(*[Described()] * 3, ENVI=listed)).all()


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((450, 550, 2500), [450, 550, 2500]),
        ((0.45, 0.55, 2.5), [450, 550, 2500]),
        ((8.25, 10.5, 12.0), [8250, 10500, 12000]),
        ((1, 2, 3), None),
        ((299, 300, 301), None),
        ((4.5e-7, 5.5e-7, 2.5e-6), None),
        ((-450, 550, 650), None),
        ((0, 0, 0), None),
    ],
)
def test_numbers_without_unit_count_only_where_their_size_tells_it(values, expected):
    found = wavelengths(*[Described({"wavelength": str(value)}) for value in values])
    np.testing.assert_array_equal(found, [np.nan] * 3 if expected is None else expected)


@pytest.mark.parametrize("unit", ["\xb5m".encode("latin-1"), b"\xb5m".decode("utf-8", "surrogateescape")])
def test_units_of_an_older_encoding(unit):
    listed = {"wavelength": "{0.45, 0.55, 0.65}", "wavelength_units": unit}
    assert wavelengths(*[Described()] * 3, ENVI=listed).tolist() == [450, 550, 650]


@pytest.mark.parametrize("domain", ["items", "ENVI"])
@pytest.mark.parametrize(("unit", "expected"), [("Unknown", np.nan), ("Angstroms", 45)])
def test_unit_of_the_whole_raster_counts_for_bands_without_one(domain, unit, expected):
    found = wavelengths(Described({"wavelength": "450"}), **{domain: {"wavelength units": unit}})
    np.testing.assert_array_equal(found, [expected])


def test_negative_wavelengths_are_none():
    np.testing.assert_array_equal(wavelengths(*in_unit((-450, 0, 650), "nm")), [np.nan, np.nan, 650])


def test_widths_have_the_unit_of_their_wavelengths():
    bands = [Described({"wavelength": "0.45", "fwhm": "0.0058", "wavelength_units": "um"})]
    assert read_bands(Described(bands=bands), [1]).fwhm.tolist() == [5.8]
    bands = [Described({"wavelength": "5", "fwhm": "1", "wavelength_units": "Index"})]
    assert np.isnan(read_bands(Described(bands=bands), [1]).fwhm).all()


def test_digits_of_nanometres_stay():
    assert wavelengths(*in_unit(["381.37759399414062"], "nm")).tolist() == [381.37759399414062]


def test_numbers_choose_from_lists_of_all_bands():
    listed = {"wavelength": "{450, 550, 650}", "wavelength units": "nm"}
    assert wavelengths(*[Described()] * 3, ENVI=listed, numbers=[3, 1]).tolist() == [650, 450]


@pytest.mark.parametrize("brackets", ["{%s}", "[%s]", "(%s)", "%s"])
@pytest.mark.parametrize("mark", [", ", ",", "; "])
def test_lists_in_brackets(brackets, mark):
    listed = {"wavelength": brackets % mark.join(("450.5", "550", "650")), "wavelength_units": "nm"}
    assert wavelengths(*[Described()] * 3, items=listed).tolist() == [450.5, 550, 650]


def test_list_with_decimal_commas_is_not_taken_for_more_numbers():
    listed = {"wavelength": "{450,5, 550,5}", "wavelength_units": "nm"}
    assert np.isnan(wavelengths(*[Described()] * 2, items=listed)).all()


def test_coordinates_of_a_dimension_of_wavelengths():
    bands = [Described({"NETCDF_DIM_wavelength": value}) for value in ("0.45", "0.55")]
    items = {"NETCDF_DIM_EXTRA": "{wavelength}", "wavelength#units": "micrometers"}
    assert wavelengths(*bands, items=items).tolist() == [450, 550]


def test_coordinates_of_another_dimension_are_none():
    bands = [Described({"NETCDF_DIM_time": value}) for value in ("450", "550")]
    assert np.isnan(wavelengths(*bands, items={"NETCDF_DIM_EXTRA": "{time}", "time#units": "nm"})).all()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("band 58 (668.1 nm)", 668.1),
        ("Band 1 (0.45 Micrometers)", 450),
        ("band 005 (438.290 Nanometers)", 438.29),
        ("Band 5, 650 nm", 650),
        ("B650nm", 650),
        ("Rrs_443_nm", 443),
        ("650nm_b", 650),
        ("Sentinel-2 B4 665 nm", 665),
        ("~665 nm", 665),
        ("668.1 nm, FWHM 5.6 nm", 668.1),
        ("668.1 nm (fwhm=5.6 nm)", 668.1),
        ("4500 Angstroms", 450),
        # Decimal commas and thousands.
        ("450,5 nm", 450.5),
        ("0,6681 µm", 668.1),
        ("1,650 µm", 1650),
        ("1,650 nm", 1650),
        ("1,234.5 nm", 1234.5),
        ("1.234,5 nm", 1234.5),
        ("1'650 nm", 1650),
        ("1\u00a0234,5 nm", 1234.5),
    ],
)
def test_wavelength_in_a_name(name, expected):
    assert wavelength_in_name(name) == expected


@pytest.mark.parametrize(
    "name",
    [
        # Ranges.
        "450-520 nm",
        "Blue (450 – 520 nm)",
        "0.45-0.52 um",
        "450 nm - 520 nm",
        "450 to 520 nm",
        "450...520 nm",
        "400,5-500,5 nm",
        "B4 450-520 nm",
        "> 900 nm",
        "<= 900 nm",
        "665±10 nm",
        # Lists and ratios.
        "(450, 550, 650 nm)",
        "[450; 550 nm]",
        "{450, 550} nm",
        "(450,550,650 nm)",
        "450,550 nm",
        "NDVI 800/670 nm",
        # Two numbers, or one with thousands.
        "1 234 nm",
        "1 234,5 nm",
        "5 650 nm",
        # No wavelengths.
        "band 3 (10 m)",
        "precipitation (12 mm)",
        "1 Index",
        "3 nm",
        "12.345 nm",
        "1.234.567 nm",
        "6.65e2 nm",
        "nm",
        "650 nmol",
        "",
    ],
)
def test_name_that_tells_several_or_no_wavelengths_tells_none(name):
    assert math.isnan(wavelength_in_name(name))


def test_marks_of_bad_bands_are_those_of_the_bands_that_are_asked_for():
    dataset = Described({"bbl": "{1, 0, 0.0, 2}"}, bands=[Described()] * 4)
    assert bad_bands(dataset, [4, 3, 2]).tolist() == [False, True, True]


def test_marks_that_do_not_fit_are_none():
    dataset = Described({"bbl": "{0, 0}"}, bands=[Described({"bbl": "x"})] * 3)
    assert not bad_bands(dataset, [1, 2, 3]).any()
