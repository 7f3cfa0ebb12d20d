import csv

import numpy as np
import pytest

from neon_aop.core.errors import TableError
from neon_aop.core.files import tables
from neon_aop.core.files.tables import band_columns, open_table, write_table
from neon_aop.core.image.bands import Bands

PLAIN = "class,pixels,500.5\n1,20,0.25\n2,30,0.5\n"


@pytest.fixture
def table(tmp_path):
    """Write a table and return all its rows as numbers."""

    def numbers_of(content, most=10):
        path = tmp_path / "table.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        with open_table(path) as opened:
            bands = opened.bands(2)
            rows = [opened.numbers(row, fields, 0, 1e6) for row, fields in opened.rows(most)]
        return bands.wavelengths.tolist(), rows

    return numbers_of


@pytest.mark.parametrize(
    "content",
    [
        PLAIN,
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("\n", "\r"),
        "\ufeff" + PLAIN,
        PLAIN.encode("utf-16"),
        PLAIN.replace(",", "\t").encode("utf-16"),
        "sep=,\n" + PLAIN,
        '"sep=,",,,\n' + PLAIN.replace("\n", ",\n"),
        "sep=;\r\n" + PLAIN.replace(",", ";"),
        PLAIN + ",,\n\n,,\n",
        "\n,,,\n" + PLAIN,
        PLAIN.replace("\n", ",,,\n"),
        PLAIN.replace("20,0.25", "20,0.25,,,"),
        PLAIN.replace(",", " , "),
        PLAIN.replace(",", ";"),
        PLAIN.replace(",", ";").replace(".", ","),
        PLAIN.replace(",", "\t").replace(".", ","),
        'class,pixels,"500,5"\n1,20,"0,25"\n2,30,"0,5"\n',
        PLAIN.replace(",", ";").replace("0.25", "2,5E-1").replace(".", ","),
    ],
)
def test_table_is_read_as_spreadsheets_write_it(table, content):
    assert table(content) == ([500.5], [[1, 20, 0.25], [2, 30, 0.5]])


def test_decimal_commas_are_known_from_an_earlier_number(table):
    assert table("class;pixels;500,5\n1;20;1,234\n") == ([500.5], [[1, 20, 1.234]])


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("class;pixels;500.5\n1;1,234;0.25\n", "1,234"),
        ("class;pixels;500\n1;20;1,234\n", "1,234"),
        ("class;pixels;500,5\n1;1.234;0,25\n", "1.234"),
        ("class;pixels;500,5\n1;20;0.25\n", "0.25"),
        ('class,pixels,500.5\n1,"787,247",0.25\n', "787,247"),
    ],
)
def test_commas_and_points_that_may_mean_two_things_are_refused(table, content, text):
    with pytest.raises(TableError, match=f'"{text}" in row 2, column .* write all numbers with decimal points'):
        table(content)


@pytest.mark.parametrize("text", ["nan", "inf", "-Infinity", "1_0", "0x10", "bright", "1.5.5", "\u0663", "", "12 %"])
def test_what_is_no_number_is_named_with_its_place(table, text):
    with pytest.raises(TableError, match=r'table\.csv: ".*" in row 3, column "500.5", is not a number'):
        table(PLAIN.replace("30,0.5", f"30,{text}"))


@pytest.mark.parametrize("text", ["1e308", "-1e7", "1e400"])
def test_number_that_is_too_large_is_named_with_its_place(table, text):
    with pytest.raises(TableError, match=f'"{text}" in row 3, column "500.5", is too large; it can be at most 1e'):
        table(PLAIN.replace("30,0.5", f"30,{text}"))


def test_rows_are_numbered_as_spreadsheets_number_them(table):
    with pytest.raises(TableError, match="row 5,"):
        table("sep=,\nclass,pixels,500\n1,2,0.5\n\n,,\n1,2,x\n")


@pytest.mark.parametrize(("row", "fields"), [("1,20", 2), ("1,20,0.5,7", 4)])
def test_row_of_another_length_is_named(table, row, fields):
    with pytest.raises(TableError, match=f"row 2 has {fields} fields, but the header 3"):
        table(f"class,pixels,500.5\n{row}\n")


@pytest.mark.parametrize("content", ["", "\n\n", ",,\n", PLAIN[:19], "sep=,\n"])
def test_table_without_rows_is_refused(table, content):
    with pytest.raises(TableError, match="has no rows below a header"):
        table(content)


@pytest.mark.parametrize("sign", ['"', "\r", ".", "1"])
def test_separator_that_separates_nothing_is_refused(table, sign):
    with pytest.raises(TableError):
        table(f"sep={sign}\n{PLAIN}")


def test_more_rows_than_may_be_are_refused(table):
    with pytest.raises(TableError, match="has more than 1 rows below the header"):
        table(PLAIN, most=1)


def test_empty_lines_without_end_are_refused(table, monkeypatch):
    monkeypatch.setattr(tables, "MOST_LINES", 3)
    with pytest.raises(TableError, match="has more than 3 rows below the header"):
        table("\n" * 9 + PLAIN)


def test_more_columns_than_bands_of_an_image_are_refused(table, monkeypatch):
    monkeypatch.setattr(tables, "MOST_COLUMNS", 2)
    with pytest.raises(TableError, match="has 3 columns, more than an image has bands"):
        table(PLAIN)


def test_endless_line_is_refused(table, monkeypatch):
    monkeypatch.setattr(tables, "LONGEST_LINE", 12)
    with pytest.raises(TableError, match="a line of more than 12 characters"):
        table(PLAIN)


@pytest.mark.parametrize("content", [b"\xff\x00\x01", b"class,\xe4\n"])
def test_what_is_not_text_is_refused(table, content):
    with pytest.raises(TableError, match="cannot be read"):
        table(content)


@pytest.mark.parametrize("column", ["red", "-5", "0", "nan", "1e300", "", "band"])
def test_column_that_is_no_wavelength_is_named(table, column):
    with pytest.raises(TableError, match=f'the column "{column}" is not a wavelength in nm'):
        table(f"class,pixels,{column},600\n1,2,3,4\n")


@pytest.mark.parametrize("text", ["2.5", "-1", "6", "1e300", "x"])
def test_whole_number_is_one_within_its_limits(tmp_path, text):
    path = tmp_path / "table.csv"
    path.write_text(f"class\n{text}\n")
    with open_table(path) as table:
        row, fields = next(table.rows(1))
        with pytest.raises(TableError, match='in row 2, column "class"'):
            table.whole_number(row, fields, 0, 0, 5)


def test_bands_are_read_as_they_were_named(tmp_path):
    bands = Bands.of([400.0, np.nan, 2500.1234], numbers=[3, 7, 9])
    write_table(tmp_path / "t.csv", band_columns(bands), [[1, 2, 3]])
    with open_table(tmp_path / "t.csv") as table:
        found = table.bands(0)
    assert found.wavelengths[[0, 2]].tolist() == [400.0, 2500.1234]
    assert found.names[1] == "band 7"


def test_every_digit_is_written(tmp_path):
    values = [0.1 + 0.2, 1e-300, np.float32(0.1), 7, None]
    write_table(tmp_path / "t.csv", "abcde", [values])
    with open(tmp_path / "t.csv", newline="", encoding="utf-8") as file:
        _, row = csv.reader(file)
    assert [float(text) for text in row[:4]] == [float(value) for value in values[:4]]
    assert row[4] == ""
