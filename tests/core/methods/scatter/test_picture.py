"""Pictures of how densely points lie."""

from __future__ import annotations

import numpy as np

from neon_aop.core.files.raster.ramp import ramp_colours
from neon_aop.core.inputs.classrasters import NO_NUMBER
from neon_aop.core.methods.scatter.picture import HIGHLIGHT, DensityPicture

POINTS = np.array([[0.5, 0.5], [0.6, 0.4], [0.4, 0.6], [2.5, 1.5], [9.0, 9.0]])
VIEW = (0.0, 3.0, 0.0, 2.0)


def test_density_is_in_the_colours_of_the_ramp():
    picture = DensityPicture((0, 0, 0)).draw(POINTS, VIEW, (2, 3))
    assert picture[0, 0].tolist() == [*ramp_colours()[-1], 255]
    assert 0 < picture[1, 2, 1] < picture[0, 0, 1]
    assert (picture[..., 3] > 0).tolist() == [[True, False, False], [False, False, True]]


def test_cell_has_the_colour_of_its_most_frequent_class():
    classes = np.array([2, 1, 2, NO_NUMBER, 1])
    colours = {1: (10, 0, 0), 2: (20, 0, 0)}
    picture = DensityPicture((7, 7, 7), colours).draw(POINTS, VIEW, (2, 3), classes)
    assert picture[0, 0].tolist() == [20, 0, 0, 255]
    assert picture[1, 2, :3].tolist() == [7, 7, 7]
    assert picture[0, 1].tolist() == [0, 0, 0, 0]


def test_of_equally_frequent_classes_the_first_is_shown():
    picture = DensityPicture((0, 0, 0), {1: (10, 0, 0), 2: (20, 0, 0)}).draw(POINTS[:2], VIEW, (2, 3), np.array([2, 1]))
    assert picture[0, 0, 0] == 10


def test_marked_points_are_highlighted():
    marked = np.array([False, False, False, True, False])
    picture = DensityPicture((0, 0, 0)).draw(POINTS, VIEW, (2, 3), marked=marked)
    assert picture[1, 2].tolist() == [*HIGHLIGHT, 255]
    assert picture[0, 0, :3].tolist() != list(HIGHLIGHT)


def test_picture_without_points_is_empty():
    picture = DensityPicture((0, 0, 0)).draw(np.empty((0, 2)), VIEW, (2, 3), np.empty(0, int))
    assert not picture.any()
