import pytest

from neon_aop.core.files.raster.palette import DISTINCT_COLOURS, class_colours


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
