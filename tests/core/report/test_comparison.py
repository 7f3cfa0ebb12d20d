"""The report of a comparison holds its maps, measures and cross table, and nothing from outside."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from neon_aop.core.image.grid import Grid
from neon_aop.core.methods.comparison import NO_PARTNER, Comparison
from neon_aop.core.methods.mapcomparison import ComparedMaps, MapClasses
from neon_aop.core.report.comparison import in_words, write_comparison_report
from neon_aop.core.report.making import Run
from neon_aop.tests.core.report.checks import HOSTILE, Page

TABLE = np.array([[400, 0, 20], [30, 550, 0]])


def compared(table=TABLE, partners=(0, 1), names=("water", "rock", "")):
    rows, columns = table.shape
    small = np.array([[1, 1], [2, 0]])
    return ComparedMaps(
        Grid(40, 25, metres_per_unit=1.0),
        MapClasses("one", list(range(1, rows + 1)), [names[0]] * rows, [(row, 0, 0) for row in range(rows)]),
        MapClasses("other", list(range(4, 4 + columns)), [names[1]] * columns, [(0, 9, 9)] * columns),
        Comparison(table, np.array(partners)),
        7,
        8,
        small,
        np.stack([small, small]),
    )


def page_of(tmp_path, found):
    write_comparison_report(tmp_path / "report.html", Run("Compare", ["one.tif", "other.tif"]), found)
    return Page((tmp_path / "report.html").read_text(encoding="utf-8"))


def test_summary():
    assert in_words(compared()) == "95.0 % of 1,000 pixels agree; adjusted Rand index 0.854, kappa 0.900."


def test_kappa_that_is_not_defined_is_no_number():
    found = compared(np.array([[12]]), (0,))
    assert in_words(found) == "100.0 % of 12 pixels agree; adjusted Rand index 1.000, kappa –."


def test_page_has_all_parts(tmp_path):
    page = page_of(tmp_path, compared())
    for part in ("one and other", "Which class became which", "Precision", "Cross table", "2 water", "0.952", "1,000"):
        assert part in page.text
    assert len([tag for tag, _ in page.elements if tag == "img"]) == 3
    assert not [tag for tag, _ in page.elements if tag == "script"]
    assert all(source.startswith("data:") for source in page.attributes("src"))


def test_class_without_partner_has_a_row(tmp_path):
    page = page_of(tmp_path, compared())
    assert "–6 rock00–0.0000.000" in page.text


def test_no_class_may_correspond(tmp_path):
    page = page_of(tmp_path, compared(partners=(NO_PARTNER, NO_PARTNER)))
    assert "0.0 % of 1,000 pixels agree" in page.text


def test_areas_are_left_out_where_they_are_not_known(tmp_path):
    found = compared()
    assert "Area" in page_of(tmp_path, found).text
    assert "Area" not in page_of(tmp_path, replace(found, grid=Grid(40, 25))).text


def test_of_many_classes_the_table_is_left_to_the_file(tmp_path):
    count = 40
    page = page_of(tmp_path, compared(np.eye(count, dtype=np.int64), range(count)))
    assert "There are too many classes to show them here" in page.text
    assert "21 other classes" in page.text


@pytest.mark.usefixtures("disguised")
def test_all_texts_are_translated(tmp_path):
    page = page_of(tmp_path, compared(names=("", "", "")))
    seen = page.text.split("Python")[0]
    for known in ("one.tif", "other.tif", "one", "other", "Compare", " s"):
        seen = seen.replace(known, "")
    assert not [letter for letter in seen if letter.isascii() and letter.isalpha()]


def test_hostile_names_are_harmless(tmp_path):
    page = page_of(tmp_path, compared(names=(HOSTILE, HOSTILE, "")))
    assert not [tag for tag, _ in page.elements if tag == "script"]
