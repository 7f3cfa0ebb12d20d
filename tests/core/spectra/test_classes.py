import csv
from dataclasses import replace

import numpy as np
import pytest

from neon_aop.core.constants import PALETTE_FIXED, PALETTE_MEANING, PALETTE_SPECTRUM
from neon_aop.core.errors import TableError
from neon_aop.core.files.raster.palette import class_colours
from neon_aop.core.image.bands import Bands
from neon_aop.core.progress import Progress
from neon_aop.core.spectra import classes as module
from neon_aop.core.spectra.classcolours import colours_of_spectra
from neon_aop.core.spectra.classes import SpectralClasses

BANDS = Bands.of([560.0, 668.0, 858.0, 1650.0])
WATER, FOREST = [0.06, 0.03, 0.01, 0.005], [0.05, 0.03, 0.45, 0.2]


def classes(numbers=(2, 5), counts=(30, 10), area=0.25):
    return SpectralClasses(np.array(numbers), np.array([WATER, FOREST]), BANDS, np.array(counts), area)


@pytest.fixture
def table(tmp_path):
    def written(*rows, columns="500.0000,600.0000"):
        path = tmp_path / "centres.csv"
        path.write_text("\n".join([f"class,pixels,area_ha,{columns}", *rows]) + "\n", encoding="utf-8")
        return path

    return written


def rows_of(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def test_table_has_a_row_for_each_class_and_a_column_for_each_wavelength(tmp_path):
    classes().write(tmp_path / "c.csv")
    assert rows_of(tmp_path / "c.csv") == [
        ["class", "pixels", "area_ha", "560.0000", "668.0000", "858.0000", "1650.0000"],
        ["2", "30", "7.5", "0.06", "0.03", "0.01", "0.005"],
        ["5", "10", "2.5", "0.05", "0.03", "0.45", "0.2"],
    ]


def test_table_of_counts_has_no_spectra(tmp_path):
    classes(area=None).write_counts(tmp_path / "c.csv")
    assert rows_of(tmp_path / "c.csv") == [["class", "pixels", "area_ha"], ["2", "30", ""], ["5", "10", ""]]


def test_classes_are_read_as_they_were_written(tmp_path):
    written = classes()
    written.write(tmp_path / "c.csv")
    found = SpectralClasses.read(tmp_path / "c.csv")
    np.testing.assert_array_equal(found.centres, written.centres)
    np.testing.assert_array_equal(found.bands.wavelengths, written.bands.wavelengths)
    assert (found.numbers.tolist(), found.counts.tolist()) == ([2, 5], [30, 10])


def test_classes_are_read_in_the_order_of_their_numbers(table):
    found = SpectralClasses.read(table("7,5,0.1,0.5,0.6", "2,,,0.1,0.2"))
    assert found.numbers.tolist() == [2, 7]
    assert found.centres.tolist() == [[0.1, 0.2], [0.5, 0.6]]
    assert found.counts.tolist() == [0, 5]


def test_names_say_what_a_class_may_be():
    assert classes().names == ["", "2 - water", "", "", "5 - vegetation, dense"]


def test_classes_of_which_nothing_is_known_have_numbers_for_names():
    assert replace(classes(), bands=Bands.of([np.nan] * 4)).names == ["", "2", "", "", "5"]


def test_titles_are_of_the_classes_alone_and_have_no_spaces_at_their_ends():
    assert classes().titles == ["2 water", "5 vegetation, dense"]
    assert replace(classes(), bands=Bands.of([np.nan] * 4)).titles == ["2", "5"]


def test_colours_and_counts_are_by_number():
    fixed = replace(classes(), palette=PALETTE_FIXED)
    assert fixed.colours == class_colours(5)
    assert fixed.own_colours == [class_colours(5)[1], class_colours(5)[4]]
    assert classes().counts_by_number.tolist() == [0, 30, 0, 0, 10]


def test_colours_are_by_meaning_unless_asked_otherwise():
    water, forest = (classes().colours[number - 1] for number in (2, 5))
    assert [water, forest] == colours_of_spectra(np.array([WATER, FOREST]), BANDS.wavelengths)
    assert water != class_colours(2)[1]


def test_classes_keep_their_colours_when_they_are_saved(tmp_path):
    classes().write(tmp_path / "c.csv")
    assert SpectralClasses.read(tmp_path / "c.csv").colours == classes().colours


def test_true_colours_are_by_number():
    bands = Bands.of([474.0, 549.0, 669.0])
    found = SpectralClasses(np.array([1, 3]), np.array([[0.0, 0.0, 0.5], [0.5, 0.0, 0.0]]), bands)
    red, _, blue = replace(found, palette=PALETTE_SPECTRUM).colours
    assert (red, blue) == ((255, 0, 0), (0, 0, 255))


@pytest.mark.parametrize(("palette", "warnings"), [(PALETTE_MEANING, 0), (PALETTE_FIXED, 0), (PALETTE_SPECTRUM, 1)])
def test_true_colours_that_bands_lack_are_the_fixed_ones_with_a_warning(palette, warnings):
    found = replace(classes(), bands=Bands.of([858.0, 1240.0, 1650.0, 2200.0]), palette=palette)
    told = []
    progress = Progress()
    progress.warn = told.append
    found.check_palette(progress)
    assert len(told) == warnings
    assert found.colours == class_colours(5)


def test_classes_with_pixels_are_counted():
    assert classes(counts=(0, 10)).found == 1


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (["1,5,,0.1,nan"], '"nan" in row 2, column "600.0000", is not a number'),
        (["1,5,,0.1,1e300"], r'"1e300" in row 2, column "600.0000", is too large'),
        (["1,5,,0.1,1e16"], r'"1e16" in row 2, column "600.0000", is too large'),
        (["water,5,,0.1,0.2"], '"water" in row 2, column "class", is not a number'),
        (["0,5,,0.1,0.2"], '"0" in row 2, column "class", is not a whole number from 1 to 65535'),
        (["1.5,5,,0.1,0.2"], '"1.5" in row 2, column "class"'),
        (["70000,5,,0.1,0.2"], '"70000" in row 2, column "class"'),
        (["1,2.5,,0.1,0.2"], '"2.5" in row 2, column "pixels"'),
        (["1,-1,,0.1,0.2"], '"-1" in row 2, column "pixels"'),
        (["1,1e16,,0.1,0.2"], '"1e16" in row 2, column "pixels"'),
        (["1,5,,0.1,0.2", "2,5,,0.1,0.2", "1,5,,0.3,0.4"], "class 1 more than once, in the rows 2 and 4"),
        (["1,5,,0.1"], "row 2 has 4 fields, but the header 5"),
        ([], "has no rows below a header"),
    ],
)
def test_rows_that_make_no_sense_are_refused(table, rows, sentence):
    with pytest.raises(TableError, match=sentence):
        SpectralClasses.read(table(*rows))


@pytest.mark.parametrize("header", ["class,pixels,500", "class,pixels,area_ha", "number,pixels,area_ha,500"])
def test_other_tables_are_refused(tmp_path, header):
    path = tmp_path / "t.csv"
    path.write_text(f"{header}\n1,2,3,4\n")
    with pytest.raises(TableError, match="is not a table of cluster centres"):
        SpectralClasses.read(path)


def test_more_classes_than_a_raster_holds_are_refused(table, monkeypatch):
    monkeypatch.setattr(module, "MOST_CLASSES", 2)
    with pytest.raises(TableError, match="has more than 2 rows below the header"):
        SpectralClasses.read(table("1,5,,0.1,0.2", "2,5,,0.1,0.2", "1,5,,0.1,0.2"))


def test_as_many_classes_as_a_raster_holds_are_read(tmp_path):
    path = tmp_path / "many.csv"
    rows = "".join(f"{number},1,,0.{number}\n" for number in range(1, 65_536))
    path.write_text("class,pixels,area_ha,500\n" + rows)
    assert len(SpectralClasses.read(path)) == 65_535
