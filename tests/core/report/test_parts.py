from __future__ import annotations

import math

import pytest

from neon_aop.core.report.parts import NOTHING, Column, Picture, alike, facts, in_powers, pictures, signed, table
from neon_aop.tests.core.report.checks import Page


def test_each_row_of_a_table_is_named_by_its_first_column():
    page = Page(table("Classes", [Column("Class", ["1", "2"]), Column("Pixels", ["10", "20"])]))
    assert [attributes.get("scope") for tag, attributes in page.elements if tag == "th"] == ["col", "col", "row", "row"]
    assert page.text == "ClassesClassPixels110220"


def test_a_total_stands_below_all_rows():
    columns = [Column("Class", ["1", "2"], "All"), Column("Pixels", ["10", "20"], "30"), Column("NDVI", ["0.1", "0.2"])]
    assert Page(table("Classes", columns)).text.endswith("2200.2All30")


def test_a_cell_has_the_swatch_of_its_colour():
    page = Page(table("Classes", [Column("Class", ["1", "2"], colours=[(230, 159, 0), (0, 0, 0)])]))
    assert page.attributes("fill") == ["rgb(230,159,0)", "rgb(0,0,0)"]


def test_a_picture_has_a_legend_of_its_colours():
    page = Page(pictures([Picture("Classes", b"", [((230, 159, 0), "1 water"), ((0, 0, 0), "2")])]))
    assert page.text == "Classes1 water2"
    assert page.attributes("fill") == ["rgb(230,159,0)", "rgb(0,0,0)"]


def test_a_small_picture_is_enlarged_pixel_by_pixel():
    def header(width, height):
        return b"\x89PNG\r\n\x1a\n" + bytes(8) + width.to_bytes(4, "big") + height.to_bytes(4, "big")

    def kind(width, height):
        return dict(Page(pictures([Picture("", header(width, height))])).elements)["img"].get("class")

    assert kind(20, 320) == "pixelated"
    assert kind(20, 321) is None


def test_facts_are_listed_in_their_groups():
    page = Page(facts([("Run", [("Seed", 7), ("Time", "2 s")]), ("Input", [("File", "a.h5")])]))
    assert page.text == "RunSeed7Time2 sInputFilea.h5"


def test_unknown_numbers_are_a_dash_and_negative_ones_have_a_minus_sign():
    assert [signed(value, ".2f") for value in (None, float("nan"), -0.5, 2)] == [
        NOTHING,
        NOTHING,
        "\N{MINUS SIGN}0.50",
        "2.00",
    ]


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        ([0.0, 0.02468, -0.1], ["0.000", "0.025", "\N{MINUS SIGN}0.100"]),
        ([1234.5, 2.25], ["1,234", "2"]),
        ([12.5, None, math.nan, math.inf], ["12.5", NOTHING, NOTHING, NOTHING]),
        ([0.0, 0.0], ["0", "0"]),
        ([], []),
    ],
)
def test_numbers_of_a_column_have_the_same_decimals(values, texts):
    assert alike(values, 3) == texts


def test_numbers_of_different_orders_have_the_same_digits():
    shown = in_powers([12.3456, 0.00012, -1.0, 0.0, math.nan], 3)
    assert shown == ["1.23 × 10¹", "1.20 × 10⁻⁴", "\N{MINUS SIGN}1.00 × 10⁰", "0.00 × 10⁰", NOTHING]


@pytest.mark.parametrize(("columns", "kind"), [(3, None), (4, "many"), (5, "many"), (6, "wide")])
def test_cells_of_wide_tables_know_their_heading(columns, kind):
    page = Page(table("Classes", [Column(f"<{number}>", ["1"]) for number in range(columns)]))
    assert dict(page.elements)["table"].get("class") == kind
    heads = [f"<{number}>" for number in range(columns)] if kind else []
    assert page.attributes("data-head") == heads
