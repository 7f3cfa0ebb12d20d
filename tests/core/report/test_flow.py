"""Flow diagrams: all pixels flow, labels have room, many classes are put together."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import numpy as np
import pytest

from neon_aop.core.report.flow import MOST_SHOWN, FlowEnd, flow_svg
from neon_aop.tests.core.report.checks import HOSTILE, Page


def ends(shape):
    return [
        FlowEnd([f"{side}{index}" for index in range(count)], [(1, 2, 3)] * count) for side, count in zip("ab", shape)
    ]


def drawn(counts, *sides):
    text = flow_svg(np.asarray(counts), *(sides or ends(np.shape(counts))))
    return ElementTree.fromstring(text)  # noqa: S314


def numbers(path):
    return list(map(float, re.findall(r"-?[\d.]+", path.get("d"))))


@pytest.mark.parametrize("shape", [(1, 1), (3, 3), (1, 6), (7, 2)])
def test_bands_fill_both_columns(shape):
    counts = np.random.default_rng(0).integers(1, 1000, shape)
    svg = drawn(counts)
    columns = {place: [one for one in svg.findall("rect") if one.get("x") == place] for place in ("30%", "69%")}
    assert [len(rects) for rects in columns.values()] == list(shape)
    paths = svg.findall(".//path")
    assert len(paths) == counts.size
    for rects, (top, bottom) in zip(columns.values(), ((1, -1), (7, 8))):
        heights = sum(float(rect.get("height")) for rect in rects)
        thick = sum(numbers(path)[bottom] - numbers(path)[top] for path in paths)
        assert thick == pytest.approx(heights, abs=0.05 * (len(paths) + len(rects)))


def test_pairs_without_pixels_have_no_band():
    assert len(drawn([[5, 0], [0, 7]]).findall(".//path")) == 2


def test_small_classes_have_room_for_their_label():
    heights = [float(one.get("height")) for one in drawn([[10**6, 1], [1, 1]]).findall("foreignObject")]
    assert min(heights) >= 36


def test_bars_are_as_high_as_their_classes_are_large():
    counts = np.array([[9600, 300], [40, 60]])
    heights = [float(one.get("height")) for one in drawn(counts).findall("rect")]
    assert heights == pytest.approx([415.8, 4.2, 404.9, 15.1], abs=0.05)


def test_band_tells_its_pixels():
    titles = [one.text for one in drawn([[1500, 500]]).iter("title")]
    assert titles == ["a0 → b0: 1,500 pixels (75.0 %)", "a0 → b1: 500 pixels (25.0 %)"]


def test_of_many_classes_the_smallest_are_put_together():
    counts = np.diag(np.arange(1, 31)) * 100
    svg = drawn(counts)
    assert len(svg.findall("rect")) == 2 * MOST_SHOWN
    labels = [span.text for span in svg.iter("span")]
    assert labels[:4] == ["a11", "2.6 %", "a12", "2.8 %"]
    assert labels.count("11 other classes") == 2
    assert labels[2 * MOST_SHOWN - 1] == f"{100 * 66 / 465:.1f} %"


def test_titles_are_escaped():
    text = flow_svg(np.array([[4]]), FlowEnd([HOSTILE], [(0, 0, 0)]), FlowEnd(["b"], [(0, 0, 0)]))
    assert not [tag for tag, _ in Page(text).elements if tag in ("script", "img")]
