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
