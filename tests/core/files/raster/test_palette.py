import pytest

from neon_aop.core.files.raster.palette import DISTINCT_COLOURS, class_colours, unclassified_colour
from neon_aop.core.image.colours import VISIONS, difference, to_lab


@pytest.mark.parametrize("count", [0, 1, 12, 13, 255, 5000])
def test_as_many_different_colours_as_asked_for(count):
    colours = class_colours(count)
    assert len(colours) == len(set(colours)) == count


def test_values_are_bytes():
    assert all(0 <= part <= 255 for colour in class_colours(400) for part in colour)


def test_first_colours_are_the_distinct_ones():
    assert class_colours(20)[:12] == list(DISTINCT_COLOURS)


def test_a_colour_does_not_depend_on_how_many_are_asked_for():
    assert class_colours(300)[:40] == class_colours(40)


def test_a_uint16_raster_can_have_all_its_colours():
    assert len(set(class_colours(65535))) == 65535


@pytest.mark.parametrize("count", range(1, 13))
def test_unclassified_pixels_differ_clearly_from_all_classes(count):
    colours = class_colours(count)
    lone = unclassified_colour(colours)
    for vision in VISIONS:
        assert difference(to_lab(lone, vision), to_lab(colours, vision)).min() >= 10


def test_unclassified_pixels_take_another_colour_where_a_class_is_grey():
    assert unclassified_colour([(255, 0, 0)]) == (112, 112, 112)
    assert unclassified_colour([(114, 112, 110)]) == (0, 0, 0)


def test_unclassified_pixels_have_a_colour_where_there_are_no_classes():
    assert unclassified_colour([]) == (112, 112, 112)
