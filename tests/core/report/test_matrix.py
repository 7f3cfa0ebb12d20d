from __future__ import annotations

import base64
import re

import numpy as np
from osgeo import gdal

from neon_aop.core.report.matrix import matrix_svg

BLUE, WHITE, RED = (33, 102, 172), (247, 247, 247), (178, 24, 43)


def picture(svg):
    """Return the colours of the picture of a matrix, shape (rows, columns, 3)."""
    png = base64.b64decode(re.search(r"base64,([^\"]+)", svg).group(1))
    gdal.FileFromMemBuffer("/vsimem/matrix.png", png)
    try:
        return np.moveaxis(gdal.Open("/vsimem/matrix.png").ReadAsArray(), 0, -1)
    finally:
        gdal.Unlink("/vsimem/matrix.png")


def test_the_colours_are_centred_on_zero():
    colours = picture(matrix_svg(np.array([[2.0, -2.0], [0.0, np.nan]]), None))
    assert [tuple(colour) for colour in colours.reshape(-1, 3)] == [RED, BLUE, WHITE, WHITE]


def test_a_covariance_of_zero_is_drawn():
    assert (picture(matrix_svg(np.zeros((3, 3)), [500.0, 600.0, 700.0])) == WHITE).all()


def test_a_large_covariance_is_thinned():
    assert picture(matrix_svg(np.eye(1500), None)).shape == (500, 500, 3)


def test_both_axes_have_a_title():
    assert matrix_svg(np.eye(3), [500.0, 600.0, 700.0]).count(">Wavelength (nm)</text>") == 2
