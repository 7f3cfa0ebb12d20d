"""Libraries: units, resampling, and the files of ENVI, ASD, ECOSTRESS and this plugin."""

from __future__ import annotations

import os

import numpy as np
import pytest
import spectral
from scipy.stats import norm
from spectral.io import envi

from neon_aop.core.errors import TableError
from neon_aop.core.image.bands import Bands
from neon_aop.core.progress import Progress
from neon_aop.core.spectra.classes import SpectralClasses
from neon_aop.core.spectra.envilibrary import write_envi_library
from neon_aop.core.spectra.library import SpectralLibrary, named_once, resampling_weights
from neon_aop.core.spectra.reading import LibraryBands, read_library

NEON = np.linspace(384.0, 2512.0, 426)
ASD = np.arange(350.0, 2501.0)


class Log(Progress):
    def __init__(self):
        self.infos, self.warnings = [], []

    def info(self, text):
        self.infos.append(text)

    def warn(self, text):
        self.warnings.append(text)


def library(
    spectra=((0.1, 0.2, 0.3), (0.4, 0.5, 0.6)), wavelengths=(500.0, 600.0, 700.0), names=("oak", "ash"), **more
):
    return SpectralLibrary(tuple(names), np.array(spectra, float), Bands.of(wavelengths, **more))


@pytest.mark.parametrize(
    ("source", "source_fwhm", "target", "target_fwhm"),
    [
        (ASD, None, NEON, np.full(426, 5.8)),
        (ASD, None, NEON, None),
        (NEON, np.full(426, 5.8), np.array([443.0, 560.0, 865.0, 1610.0]), np.array([20.0, 35.0, 20.0, 90.0])),
        (NEON, None, np.array([100.0, 384.0, 2511.0, 2530.0]), np.array([10.0, 3.0, 40.0, 5.0])),
        (np.sort(np.random.default_rng(1).uniform(400, 900, 50)), None, np.arange(390.0, 910, 7), None),
    ],
    ids=["ASD", "no widths", "multispectral", "beyond the ends", "irregular"],
)
def test_resampling_is_that_of_spy(source, source_fwhm, target, target_fwhm):
    resampler = spectral.BandResampler(source, target, source_fwhm, target_fwhm)
    # SPy marks a band without partner by one NaN in its row.
    expected = np.where(np.isnan(resampler.matrix).any(axis=1, keepdims=True), np.nan, resampler.matrix)
    found = resampling_weights(Bands.of(source, source_fwhm), Bands.of(target, target_fwhm))
    np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-12)


def test_all_bands_that_overlap_count_where_wide_and_narrow_ones_are_mixed():
    """SPy stops at the second band, which begins beyond the target, and misses the third."""
    source, target = Bands.of([500.0, 560.0, 600.0], [40.0, 10.0, 200.0]), Bands.of([510.0], [30.0])
    ends = (np.array([[495.0, 520.0], [500.0, 525.0]]) - 510) * np.sqrt(8 * np.log(2)) / 30
    shares = np.diff(norm.cdf(ends), axis=1)[:, 0]
    np.testing.assert_allclose(resampling_weights(source, target), [[*shares[:1], 0, shares[1]] / shares.sum()])
    assert spectral.BandResampler([500, 560, 600], [510], [40, 10, 200], [30]).matrix.tolist() == [[1, 0, 0]]


def test_missing_values_are_left_out_of_the_average():
    spectra = np.array([np.linspace(0.1, 0.5, 101), np.full(101, 0.3)])
    spectra[0, 40:60] = np.nan
    found = library(spectra, np.linspace(500, 600, 101)).resampled(Bands.of([505.0, 545.0, 561.0], [5.0, 5.0, 8.0]))
    assert np.isnan(found[0]).tolist() == [False, True, False]
    assert found[0, 2] == pytest.approx(0.1 + 0.4 * 0.626, abs=0.004)
    np.testing.assert_allclose(found[1], 0.3)


def test_a_written_library_is_read_by_spy(tmp_path):
    written = library(names=("oak, red", "{ash}"), fwhm=(5.0, 6.0, 7.0))
    write_envi_library(tmp_path / "a.sli", written, "Spectra, of trees")
    read = envi.open(str(tmp_path / "a.hdr"))
    assert isinstance(read, envi.SpectralLibrary)
    assert read.names == ["oak; red", "(ash)"]
    np.testing.assert_allclose(read.spectra, written.spectra, rtol=1e-7)
    assert (read.bands.centers, read.bands.bandwidths) == ([500.0, 600.0, 700.0], [5.0, 6.0, 7.0])


def test_a_written_library_is_read_again_by_header_and_by_data(tmp_path):
    written = library(fwhm=(5.0, 6.0, 7.0))
    write_envi_library(tmp_path / "a.sli", written, "")
    for name in ("a.sli", "a.hdr"):
        log = Log()
        read = read_library(tmp_path / name, log)
        assert read.names == written.names
        np.testing.assert_allclose(read.spectra, written.spectra, rtol=1e-7)
        np.testing.assert_array_equal(read.bands.fwhm, [5.0, 6.0, 7.0])
        assert log.warnings == []


def test_a_table_is_read_although_a_library_of_its_name_lies_beside_it(tmp_path):
    write_envi_library(tmp_path / "a.sli", library(), "")
    edited = SpectralClasses(np.array([1, 2]), np.full((2, 3), 0.25), library().bands, np.ones(2, int), 1.0)
    edited.write(tmp_path / "a.csv")
    np.testing.assert_array_equal(read_library(tmp_path / "a.csv").spectra, edited.centres)


def test_a_library_of_spy_is_read(tmp_path):
    spectra = np.random.default_rng(1).uniform(0, 0.6, (3, 5))
    header = {
        "wavelength": [0.5, 0.6, 0.7, 0.8, 0.9],
        "wavelength units": "micrometers",
        "spectra names": ["a", "b", "c"],
    }
    envi.SpectralLibrary(spectra, header).save(str(tmp_path / "spy"))
    log = Log()
    read = read_library(tmp_path / "spy.sli", log)
    np.testing.assert_allclose(read.spectra, spectra, rtol=1e-6)
    np.testing.assert_allclose(read.bands.wavelengths, [500, 600, 700, 800, 900])
    assert "does not say in which unit its values are; reflectance from 0 to 1 is assumed" in log.warnings[0]


@pytest.mark.parametrize(("order", "code", "dtype"), [(1, 4, ">f4"), (0, 2, "<i2"), (1, 5, ">f8")])
def test_numbers_of_any_type_order_and_offset_are_read(tmp_path, order, code, dtype):
    values = np.array([[1200, 3400, 5600], [10, 20, 30]]).astype(dtype)
    (tmp_path / "a.sli").write_bytes(b"12345678" + values.tobytes())
    (tmp_path / "a.hdr").write_text(
        f"ENVI\nfile type = ENVI Spectral Library\nsamples = 3\nlines = 2\nbands = 1\nheader offset = 8\n"
        f"data type = {code}\nbyte order = {order}\nreflectance scale factor = 10000\nwavelength units = nm\n"
        "wavelength = {\n 500,\n 600, 700}\nspectra names = {oak,\n ash}\n"
    )
    read = read_library(tmp_path / "a.sli")
    np.testing.assert_allclose(read.spectra, [[0.12, 0.34, 0.56], [0.001, 0.002, 0.003]], rtol=1e-6)
    assert read.names == ("oak", "ash")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("lines = 2", "lines = 20"), "has 24 bytes, but its header describes 240; copy both files again"),
        (("lines = 2", "lines = 1000000000"), "describes 1,000,000,000 spectra of 3 bands, which no library has"),
        (("samples = 3", "samples = 0"), "describes 2 spectra of 0 bands, which no library has"),
        (("samples = 3", "samples = x"), 'has no whole number for "samples", which an ENVI header needs'),
        (("data type = 4", "data type = 6"), "describes complex numbers or several bands"),
        (("500, 600, 700", "500, 600"), 'has 2 numbers for "wavelength", but 3 bands'),
        (("ENVI Spectral Library", "ENVI Standard"), "is the header of ENVI Standard, not of an ENVI spectral library"),
        (("Nanometers", "Index"), r"does not say what unit its wavelengths have \(Index\)"),
    ],
)
def test_headers_that_make_no_sense_are_refused(tmp_path, change, message):
    write_envi_library(tmp_path / "a.sli", library(), "")
    header = (tmp_path / "a.hdr").read_text()
    assert change[0] in header
    (tmp_path / "a.hdr").write_text(header.replace(*change))
    with pytest.raises(TableError, match=message):
        read_library(tmp_path / "a.sli")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("name", ["a.txt", "a.hdr"])
def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path, name):
    os.mkfifo(tmp_path / name)
    with pytest.raises(TableError, match="is not a file but a folder, a device or a pipe"):
        read_library(tmp_path / name)


def test_braces_that_are_never_closed_end_with_the_header(tmp_path):
    write_envi_library(tmp_path / "a.sli", library(), "")
    header = (tmp_path / "a.hdr").read_text()
    (tmp_path / "a.hdr").write_text(header + "note = {\n" * 100_000)
    assert len(read_library(tmp_path / "a.sli")) == 2


@pytest.mark.parametrize("value", [3e38, np.frombuffer(b"\x01\x00\x80\x7f", "<f4")[0]], ids=["large", "signalling NaN"])
def test_numbers_that_cannot_be_are_no_values(tmp_path, value):
    write_envi_library(tmp_path / "a.sli", library(), "")
    values = np.fromfile(tmp_path / "a.sli", "<f4")
    values[1] = value
    values.tofile(tmp_path / "a.sli")
    assert np.isnan(read_library(tmp_path / "a.sli").spectra).tolist() == [[False, True, False], [False] * 3]


def test_a_header_without_data_is_refused(tmp_path):
    write_envi_library(tmp_path / "a.sli", library(), "")
    (tmp_path / "a.sli").unlink()
    with pytest.raises(TableError, match=r"a\.hdr is a header without its data; put a\.sli beside it"):
        read_library(tmp_path / "a.hdr")


ECOSTRESS = """Name: Quercus douglasii {0}
Type: vegetation
Class: tree
Wavelength Range: VSWIR
Measurement: Directional hemispherical reflectance
First Column: X
Second Column: Y
X Units: Wavelength (micrometers)
Y Units: Reflectance ({1})
First X Value: 0.9
Last X Value: 0.5
Number of X Values: 3
Additional Information: quercus.ancillary.txt

"""


def test_a_spectrum_of_ecostress_is_read(tmp_path):
    text = ECOSTRESS.format("é", "percent") + " 0.9000\t 45.2\r\n 0.7000\t 12.5\r\n 0.5000\t 3.1\r\n"
    (tmp_path / "a.spectrum.txt").write_bytes(text.encode("latin-1"))
    log = Log()
    read = read_library(tmp_path / "a.spectrum.txt", log)
    assert read.names == ("Quercus douglasii é",)
    np.testing.assert_allclose(read.bands.wavelengths, [500, 700, 900])
    np.testing.assert_allclose(read.spectra, [[0.031, 0.125, 0.452]])
    assert log.warnings == []


def test_transmittance_is_refused(tmp_path):
    text = ECOSTRESS.format("", "percent").replace("Y Units: Reflectance", "Y Units: Transmittance")
    (tmp_path / "a.txt").write_text(text + "0.5 3\n0.6 4\n")
    with pytest.raises(TableError, match=r'holds "Transmittance \(percent\)", not reflectance'):
        read_library(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("separator", "decimal"), [("\t", "."), (",", "."), (";", ","), ("\t", ","), ("  ", ".")], ids=repr
)
def test_columns_of_an_asd_are_read(tmp_path, separator, decimal):
    rows = [["Wavelength", "oak00001.asd", "ash00002.asd"]]
    rows += [[f"{500 + step}", f"{0.1 + step / 100:.6E}", f"{0.5 - step / 100:.6f}"] for step in range(5)]
    text = "\r\n".join(separator.join(row) for row in rows) + "\r\n"
    (tmp_path / "a.txt").write_text(text.replace(".", decimal) if decimal == "," else text, newline="")
    log = Log()
    read = read_library(tmp_path / "a.txt", log)
    assert [name.replace(",", ".") for name in read.names] == ["oak00001.asd", "ash00002.asd"]
    np.testing.assert_allclose(read.bands.wavelengths, 500.0 + np.arange(5))
    np.testing.assert_allclose(read.spectra[1], 0.5 - np.arange(5) / 100)
    assert len(log.warnings) == 2


def test_of_radiance_and_reflectance_the_latter_is_read(tmp_path):
    lines = ["Instrument=ASD FieldSpec 4", "Sample=Basalt", "", "Wavelength(nm)\tRadiance(W/sr/m2/nm)\tReflectance"]
    (tmp_path / "a.txt").write_text("\n".join([*lines, "350.0\t1.234\t0.11", "351.0\t1.241\t0.12"]) + "\n")
    read = read_library(tmp_path / "a.txt")
    assert read.names == ("Basalt",)
    np.testing.assert_allclose(read.spectra, [[0.11, 0.12]])


def test_a_broken_row_is_named(tmp_path):
    (tmp_path / "a.txt").write_text("Wavelength\tx\n500\t0.1\n501\t0.2\n502\tabc\n")
    with pytest.raises(TableError, match=r'a\.txt: line 4, "502 abc", has not 2 numbers as those above; correct it'):
        read_library(tmp_path / "a.txt")


@pytest.mark.parametrize(
    "line",
    ["Note: " + " " * 60_000 + "x", "X Units: " + "(" * 60_000, "9" * 60_000 + "x\t1"],
    ids=["spaces", "brackets", "9"],
)
def test_long_lines_above_the_spectra_do_not_matter(tmp_path, line):
    (tmp_path / "a.txt").write_text(f"{line}\n500\t0.1\n501\t0.2\n")
    np.testing.assert_allclose(read_library(tmp_path / "a.txt").spectra, [[0.1, 0.2]])


def test_more_lines_than_any_spectrum_has_are_refused(tmp_path):
    (tmp_path / "a.txt").write_text("Wavelength\tx\n" + "500\t0.1\n" * 300_000)
    with pytest.raises(TableError, match="is no text file of spectra"):
        read_library(tmp_path / "a.txt")


def test_wavelengths_beyond_all_numbers_are_refused(tmp_path):
    (tmp_path / "a.txt").write_text("Wavelength (um)\tx\n1e307\t0.1\n1e308\t0.2\n")
    with pytest.raises(TableError, match="does not say what unit its wavelengths have"):
        read_library(tmp_path / "a.txt")


@pytest.mark.parametrize(
    "content", [b"", b"Hello\nworld\n", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"], ids=["empty", "prose", "png"]
)
def test_what_is_no_library_is_refused(tmp_path, content):
    (tmp_path / "a.txt").write_bytes(content)
    with pytest.raises(TableError, match="holds no columns of wavelengths|is no text file of spectra"):
        read_library(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("values", "expected", "unit"),
    [((0.2, 0.9), 0.9, "reflectance from 0 to 1"), ((20, 90), 0.9, "percent"), ((200, 9000), 0.9, "times 10,000")],
)
def test_units_that_are_not_stated_are_told_by_size_and_said(tmp_path, values, expected, unit):
    (tmp_path / "a.csv").write_text(f"Wavelength (nm),oak\n500,{values[0]}\n600,{values[1]}\n")
    log = Log()
    assert read_library(tmp_path / "a.csv", log).spectra.max() == pytest.approx(expected)
    assert len(log.warnings) == 1 and f"{unit} is assumed" in log.warnings[0]


def test_stated_units_that_cannot_be_are_said(tmp_path):
    (tmp_path / "a.csv").write_text("Wavelength (um),Reflectance (0-1)\n0.5,20\n0.6,45\n")
    log = Log()
    read_library(tmp_path / "a.csv", log)
    assert len(log.warnings) == 1 and "has values up to 45 when they are read in the unit" in log.warnings[0]


def test_values_in_no_unit_of_reflectance_are_refused(tmp_path):
    (tmp_path / "a.csv").write_text("Wavelength (nm),oak\n500,2e6\n600,3e6\n")
    with pytest.raises(TableError, match=r"has values up to 3e\+06, which no unit of reflectance has"):
        read_library(tmp_path / "a.csv")


def test_bands_of_the_same_wavelength_are_averaged(tmp_path):
    (tmp_path / "a.csv").write_text("Wavelength (nm),Reflectance (0-1)\n999,0.1\n1000,0.2\n1000,0.4\n1001,0.5\n")
    read = read_library(tmp_path / "a.csv")
    np.testing.assert_allclose(read.spectra, [[0.1, 0.3, 0.5]])


def test_marks_of_missing_values_are_no_values(tmp_path):
    (tmp_path / "a.csv").write_text("Wavelength (nm),Reflectance (0-1)\n500,0.1\n501,-1.23e34\n502,0.3\n")
    assert np.isnan(read_library(tmp_path / "a.csv").spectra[0]).tolist() == [False, True, False]


def test_a_table_of_classes_is_a_library(tmp_path):
    classes = SpectralClasses(
        np.array([2, 7]),
        np.array([[0.1, 0.2], [0.3, 0.4]]),
        Bands.of([500.0, 600.0]),
        np.array([3, 4]),
        0.1,
        given_names={2: "oak"},
    )
    classes.write(tmp_path / "a.csv")
    read = read_library(tmp_path / "a.csv")
    assert (read.names, read.numbers) == (("oak", ""), (2, 7))
    np.testing.assert_array_equal(read.spectra, classes.centres)


def test_equal_names_get_a_number():
    assert named_once(["oak", "ash", "oak", "", ""]) == ("oak", "ash", "oak (2)", "", "")


def test_bands_that_the_image_has_are_used_as_they_are():
    bands = LibraryBands(library(), "a.sli", Progress())
    found = bands.among(Bands.of([400.0, 500.5, 600.2, 699.0, 800.0]), "tile")
    assert found.tolist() == [1, 2, 3]
    np.testing.assert_array_equal(bands.classes.centres, library().spectra)


def test_other_bands_are_resampled_and_said():
    log = Log()
    spectrum = 0.1 + (ASD - 350) / 5000
    bands = LibraryBands(library([spectrum], ASD, ["oak"]), "a.txt", log)
    image = Bands.of(NEON, np.full(426, 5.8))
    found = bands.among(image, "tile")
    assert NEON[found[-1]] < 2505 and found[0] == 0
    np.testing.assert_allclose(bands.classes.centres[0], 0.1 + (NEON[found] - 350) / 5000, atol=6e-4)
    assert log.infos == [
        f"a.txt has 2151 bands; its spectra are resampled by FWHM to the {len(found)} bands of tile that they overlap."
    ]
    # A further tile, of another year, is matched to the first one.
    assert bands.among(Bands.of(NEON + 0.4), "other").tolist() == found.tolist()


def test_a_library_of_another_range_is_refused():
    bands = LibraryBands(library(wavelengths=(8000.0, 9000.0, 10000.0)), "a.sli", Progress())
    with pytest.raises(TableError, match=r"The wavelengths of a\.sli are not those of tile; choose spectra"):
        bands.among(Bands.of(NEON), "tile")


def test_minus_9999_is_no_value_and_no_hint_at_the_unit(tmp_path):
    path = tmp_path / "field.txt"
    path.write_text("Wavelength\ta\tb\n350\t0.1\t0.2\n351\t-9999\t0.3\n352\t0.4\t-32768\n")
    np.testing.assert_allclose(read_library(path).spectra, [[0.1, np.nan, 0.4], [0.2, 0.3, np.nan]])


@pytest.mark.parametrize(
    ("headings", "values", "expected"),
    [
        ("oak 100%,soil (50% bare)", "0.2,0.4", [0.2, 0.4]),
        ("oak 60 percent cover,depth 0-1 cm", "20,40", [0.2, 0.4]),
        ("oak (%),soil [percent]", "20,40", [0.2, 0.4]),
        ("Reflectance (%),Reflectance (0-1)", "20,0.4", [0.2, 0.4]),
        ("Percent reflectance,soil", "20,40", [0.2, 0.4]),
    ],
)
def test_a_heading_states_a_unit_or_names_a_sample(tmp_path, headings, values, expected):
    path = tmp_path / "a.csv"
    path.write_text(f"Wavelength (nm),{headings}\n400,{values}\n500,{values}\n")
    np.testing.assert_allclose(read_library(path).spectra, np.repeat(np.array(expected)[:, np.newaxis], 2, axis=1))


@pytest.mark.parametrize(
    ("heading", "first", "expected"),
    [
        ("wavelength_nm", 400, 400),
        ("Wavelength Angstrom", 4000, 400),
        ("Wavelength [\u00e5]", 4000, 400),
        ("wavelength_um", 1, 1000),
        ("Wavelength (vacuum) (nm)", 400, 400),
        ('"Wavelength (vacuum, nm)"', 400, 400),
    ],
)
def test_units_of_wavelengths_are_read_however_they_are_written(tmp_path, heading, first, expected):
    path = tmp_path / "a.csv"
    path.write_text(f"{heading},Reflectance (0-1)\n{first},0.1\n{2 * first},0.2\n")
    log = Log()
    np.testing.assert_allclose(read_library(path, log).bands.wavelengths, [expected, 2 * expected])
    assert log.warnings == []


@pytest.mark.parametrize("heading", ["Wavenumber", "wavenumber_cm-1", "Frequency THz", "Energy (eV)", "Wavelength (A)"])
def test_what_is_no_wavelength_in_a_known_unit_is_refused(tmp_path, heading):
    (tmp_path / "a.csv").write_text(f"{heading},oak\n400,0.1\n500,0.2\n")
    with pytest.raises(TableError, match="does not say what unit its wavelengths have"):
        read_library(tmp_path / "a.csv")


@pytest.mark.parametrize("missing", ["NA", "", "n/a", "inf", "NaN", "-"])
def test_missing_values_anywhere_leave_names_and_rows_as_they_are(tmp_path, missing):
    rows = [["400", missing, missing], ["500", "0.1", missing], ["600", "0.2", "0.3"], ["700", missing, "0.4"]]
    text = "\n".join(";".join(row) for row in [["Wavelength (nm)", '"oak; tall"', "ash"], *rows])
    (tmp_path / "a.csv").write_text(text + "\n")
    read = read_library(tmp_path / "a.csv")
    assert read.names == ("oak; tall", "ash")
    np.testing.assert_array_equal(read.spectra, [[np.nan, 0.1, 0.2, np.nan], [np.nan, np.nan, 0.3, 0.4]])


def test_separators_at_the_ends_of_lines_are_no_columns(tmp_path):
    (tmp_path / "a.csv").write_text("Wavelength (nm);oak;\n400;0,1;\n500;0,2\n")
    read = read_library(tmp_path / "a.csv")
    assert (read.names, read.spectra.tolist()) == (("oak",), [[0.1, 0.2]])


def test_stated_units_in_which_all_is_dark_are_said(tmp_path):
    (tmp_path / "a.csv").write_text("Wavelength (um),Reflectance (%)\n0.5,0.2\n0.6,0.45\n")
    log = Log()
    assert read_library(tmp_path / "a.csv", log).spectra.max() == pytest.approx(0.0045)
    assert len(log.warnings) == 1 and "become a reflectance of 0.0045 at most; check its unit" in log.warnings[0]


def test_bad_bands_of_a_library_have_no_value(tmp_path):
    write_envi_library(tmp_path / "a.sli", library(), "")
    header = tmp_path / "a.hdr"
    header.write_text(header.read_text() + "bbl = {1, 0, 1}\n")
    assert np.isnan(read_library(tmp_path / "a.sli").spectra).tolist() == [[False, True, False]] * 2


def test_a_header_without_one_of_the_names_keeps_the_others(tmp_path):
    write_envi_library(tmp_path / "a.sli", library(), "")
    header = tmp_path / "a.hdr"
    header.write_text(header.read_text().replace("{oak, ash}", "{, ash}"))
    header.rename(tmp_path / "a.HDR")
    assert read_library(tmp_path / "a.sli").names == ("spectrum 1", "ash")


@pytest.mark.parametrize("start", ["class,pixels,area_ha,name", "of;class;name;feature;statistic;pixels;x;y"])
def test_a_table_of_this_plugin_in_another_encoding_is_called_so(tmp_path, start):
    text = f"{start},450.0,650.0\n1,10,0.1,ch\u00eane,0.1,0.2\n".replace(",", ";" if ";" in start else ",")
    (tmp_path / "a.csv").write_bytes(text.encode("latin-1"))
    with pytest.raises(TableError, match=r"a\.csv cannot be read \(it is not text in UTF-8, as which Excel saves"):
        read_library(tmp_path / "a.csv")
