"""The report of endmembers, and its scatter plots."""

from __future__ import annotations

import re

import numpy as np
import pytest

from neon_aop.core.compute.imageset import LocalImages
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.mosaic import Mosaic
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.methods.unmixing.endmembers import Endmembers
from neon_aop.core.report.endmembers import in_words, suggestion_in_words, write_endmember_report
from neon_aop.core.report.making import Run
from neon_aop.core.report.scatter import scatter_svg
from neon_aop.core.spectra.classes import SpectralClasses
from neon_aop.tests.core.report.checks import HOSTILE, Page, transform

WAVELENGTHS = [474.0, 549.0, 669.0, 858.0]


def found(names=None):
    bands = Bands.of(WAVELENGTHS)
    spectra = np.array([[0.1, 0.1, 0.1, 0.1], [0.1, 0.2, 0.1, 0.6]])
    classes = SpectralClasses(np.array([1, 2]), spectra, bands, np.ones(2, int), given_names=names or {2: "leaf"})
    pixel_scores = np.random.default_rng(0).normal(size=(200, 3))
    endmember_scores = np.array([[0.5, 0.25, 0.0], [2.0, 1.0, 0.0]])
    components = transform([5.0, 2.0, 1.0, 0.1], 3, WAVELENGTHS)
    places = (np.array([0, 2]), np.array([1, 0]), (0, 0))
    return Endmembers(classes, *places, 0.125, 4, components, pixel_scores, endmember_scores)


@pytest.fixture
def page_of(tmp_path):
    def written(what):
        path, grid = tmp_path / "report.html", Grid(3, 3, left=100.0, top=50.0)
        values = np.random.default_rng(1).integers(0, 9000, (9, 4)).astype(np.int16)
        image = Pixels(values, np.ones((3, 3), bool), grid, Bands.of(WAVELENGTHS), 1e-4, name="a")
        with LocalImages([image]) as images:
            write_endmember_report(path, Run("Endmembers", ["a.h5"]), what, images, Mosaic.of([grid], ["a"]))
        return Page(path.read_text(encoding="utf-8"))

    return written


def test_endmembers_are_summed_up():
    assert in_words(found()) == "2 endmembers; the volume of their simplex is 0.125 in 1 component."
    assert suggestion_in_words(found()).startswith("HySime finds 4 directions in which the signal is larger")


def test_places_of_endmembers_are_told(page_of):
    assert "2 leaf100.547.5" in page_of(found()).text


def test_charts_have_spectra_and_the_shares_of_components(page_of):
    charts = page_of(found()).charts
    assert charts["spectra"]["curves"][1]["values"] == [0.1, 0.2, 0.1, 0.6]
    assert charts["scree"]["kept"] == 1
    np.testing.assert_allclose(charts["scree"]["values"], 100 * np.array([5, 2, 1, 0.1]) / 8.1)


def test_names_cannot_do_harm(page_of):
    page, harmless = page_of(found({2: HOSTILE})), page_of(found())
    assert [tag for tag, _ in page.elements] == [tag for tag, _ in harmless.elements]


def test_marks_lie_where_their_values_are():
    points = np.array([[0.0, 0.0], [10.0, 20.0]])
    marked = np.array([[5.0, 10.0], [10.0, 0.0]])
    drawing = scatter_svg("points", points, marked, ["1", "2"], [(1, 2, 3)] * 2, ("x", "y"))
    box = dict(re.findall(r'(x|y|width|height)="(\d+)"', re.search(r"<rect [^>]*>", drawing)[0]))
    (x, y), (right, bottom) = (
        (float(across), float(down)) for across, down in re.findall(r'<circle cx="([0-9.]+)" cy="([0-9.]+)"', drawing)
    )
    assert x == pytest.approx(int(box["x"]) + int(box["width"]) / 2, abs=0.1)
    assert y == pytest.approx(int(box["y"]) + int(box["height"]) / 2, abs=0.1)
    assert right > x and bottom > y


def test_a_cloud_of_equal_points_is_drawn():
    drawing = scatter_svg("points", np.ones((5, 2)), np.ones((1, 2)), ["1"], [(1, 2, 3)], ("x", "y"))
    assert "nan" not in drawing
