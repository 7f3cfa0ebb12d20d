import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest

from neon_aop.core.files.raster.style import class_style, colour_style, ramp_style, stretch_of


def parsed(style):
    return ElementTree.fromstring(style)  # noqa: S314 - our own text


@pytest.mark.parametrize("label", ["plain", "\"double\" and 'single'", "<b>&amp; ü</b>", "{0} %s"])
def test_label_comes_back_as_it_was(label):
    style = parsed(class_style([3], [(1, 2, 255)], [label]))
    entry = style.find(".//paletteEntry")
    assert (entry.get("label"), entry.get("value"), entry.get("color")) == (label, "1", "#0102ff")


def test_classes_without_pixels_have_no_entry():
    style = parsed(class_style([3, 0, 1], [(0, 0, 0)] * 3, ["a", "b", "c"]))
    assert [entry.get("value") for entry in style.iter("paletteEntry")] == ["1", "3"]


def test_bands_and_ranges_of_a_colour_image():
    style = parsed(colour_style([5, 3, 1], [(0.0, 1.0), (0.1, 0.5), (-1e-9, 2.0)]))
    renderer = style.find(".//rasterrenderer")
    assert [renderer.get(f"{colour}Band") for colour in ("red", "green", "blue")] == ["5", "3", "1"]
    assert [float(value.text) for value in renderer.iter("minValue")] == [0.0, 0.1, -1e-9]


def test_one_band_is_grey():
    renderer = parsed(colour_style([4], [(0.0, 1.0)])).find(".//rasterrenderer")
    assert (renderer.get("type"), renderer.get("grayBand")) == ("singlebandgray", "4")


def test_colours_of_a_ramp_are_evenly_spread():
    renderer = parsed(ramp_style(-1.0, 1.0, ["#000000", "#808080", "#ffffff"])).find(".//rasterrenderer")
    items = [(float(item.get("value")), item.get("color")) for item in renderer.iter("item")]
    assert items == [(-1.0, "#000000"), (0.0, "#808080"), (1.0, "#ffffff")]
    assert (renderer.get("type"), renderer.get("classificationMax")) == ("singlebandpseudocolor", "1.0")


def test_values_that_are_all_the_same_have_the_middle_colour_and_one_entry():
    items = list(parsed(ramp_style(12.5, 12.5, ["#000000", "#808080", "#ffffff"])).iter("item"))
    assert [(item.get("color"), item.get("label")) for item in items] == [("#808080", "12.5")]


def test_limits_in_the_legend_are_short():
    renderer = parsed(ramp_style(17.54895, 336.637727, ["#000000", "#ffffff"])).find(".//rasterrenderer")
    assert (renderer.get("classificationMin"), renderer.get("classificationMax")) == ("17.5", "337.0")


def test_decimal_sign_of_a_legend_is_that_of_the_language(in_german):
    assert [item.get("label") for item in parsed(ramp_style(0.5, 1.5, ["#000000", "#ffffff"])).iter("item")] == [
        "0,5",
        "1,5",
    ]


def test_stretch_of_values_that_are_nearly_all_the_same_holds_them_all():
    assert stretch_of(np.array([0.0] * 99 + [7.0])) == (0.0, 7.0)


def test_stretch_leaves_out_the_darkest_and_brightest():
    assert stretch_of(np.arange(101.0)) == (2.0, 98.0)


def test_stretch_of_nothing():
    assert stretch_of(np.array([])) == (0.0, 1.0)
