import xml.etree.ElementTree as ElementTree

import numpy as np

from neon_aop.core.report.heatmap import heat_map_svg


def drawn(values):
    texts = [[f"{value:g}" for value in row] for row in values]
    rows, columns = ([f"{kind} {index}" for index in range(count)] for kind, count in zip(("row", "<b>"), values.shape))
    svg = heat_map_svg("label", rows, columns, "title", values, texts)
    return ElementTree.fromstring(svg)  # noqa: S314 - our own text


def test_cells_are_darker_for_larger_values():
    svg = drawn(np.array([[1.0, 2.0], [3.0, 4.0]]))
    shades = [sum(map(int, cell.get("fill")[4:-1].split(","))) for cell in svg if cell.tag == "rect"]
    assert shades == sorted(shades, reverse=True) and len(set(shades)) == 4


def test_names_and_numbers_are_text():
    texts = [part.text for part in drawn(np.array([[1.0, 2.5]])) if part.tag == "text"]
    assert texts == ["row 0", "1", "2.5", "<b> 0", "<b> 1", "title"]


def test_equal_values_are_all_dark():
    assert {cell.get("fill") for cell in drawn(np.ones((2, 2))) if cell.tag == "rect"} == {"rgb(8,69,148)"}


def test_values_that_are_not_known_are_grey_and_change_no_other():
    cells = [cell.get("fill") for cell in drawn(np.array([[1.0, np.nan, 4.0]])) if cell.tag == "rect"]
    assert cells == ["rgb(247,251,255)", "#eceff3", "rgb(8,69,148)"]
    assert {cell.get("fill") for cell in drawn(np.full((1, 2), np.nan)) if cell.tag == "rect"} == {"#eceff3"}


def test_long_names_of_rows_have_room():
    def left(name):
        svg = ElementTree.fromstring(heat_map_svg("label", [name], ["1"], "title", np.ones((1, 1)), [["1"]]))  # noqa: S314
        return float(next(part for part in svg if part.tag == "rect").get("x"))

    # A letter is about 10 units wide where letters are largest.
    assert left("W" * 24) > 240
    assert left("1") > 200
