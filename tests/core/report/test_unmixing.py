"""The report of unmixing, and its histogram."""

from __future__ import annotations

import re

import numpy as np
import pytest

from neon_aop.core.constants import FULLY_CONSTRAINED, NODATA
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.methods.unmixing.abundances import Unmixed
from neon_aop.core.report.making import Run
from neon_aop.core.report.unmixing import in_words, write_unmixing_report
from neon_aop.core.report.values import histogram_svg
from neon_aop.core.spectra.classes import SpectralClasses
from neon_aop.tests.core.report.checks import HOSTILE, Page


def found(names=None, spectra=((0.1, 0.2, 0.3), (0.2, 0.1, 0.6))):
    bands = Bands.of([500.0, 600.0, 700.0])
    names = names or {1: "oak", 2: "soil"}
    classes = SpectralClasses(np.array([1, 2]), np.array(spectra), bands, np.array([1, 2]), 0.5, given_names=names)
    maps = np.array([[[0.95, 0.3], [0.2, NODATA]], [[0.05, 0.7], [0.8, NODATA]], [[0.01, 0.02], [0.03, NODATA]]])
    return Unmixed(classes, np.array([0.48, 0.52]), 0.0216, maps.astype(np.float32), np.array([[1, 2], [2, 0]]))


@pytest.fixture
def page_of(tmp_path):
    def written(what):
        path = tmp_path / "report.html"
        write_unmixing_report(path, Run("Unmixing", ["a.h5"]), what, FULLY_CONSTRAINED, Grid(2, 2), "image")
        return Page(path.read_text(encoding="utf-8"))

    return written


def test_unmixing_is_summed_up():
    assert in_words(found()) == "2 endmembers explain 3 pixels with an RMSE of 0.0216 (reflectance)."


def test_mean_abundances_areas_and_nearly_pure_pixels_are_told(page_of):
    rows = re.sub(r"\s+", " ", page_of(found()).text)
    # 0.48 of 3 pixels of 0.5 ha; one of 3 pixels is nearly pure.
    assert "1 oak0.480010.7233.3" in rows and "2 soil0.520020.780.0" in rows


def test_chart_has_the_spectra_of_endmembers(page_of):
    curves = page_of(found()).charts["spectra"]["curves"]
    assert [(curve["label"], curve["values"]) for curve in curves] == [
        ("1 oak", [0.1, 0.2, 0.3]),
        ("2 soil", [0.2, 0.1, 0.6]),
    ]


def test_endmembers_that_are_alike_are_named(page_of):
    assert "are much alike" not in page_of(found()).text
    assert "1 oak and 2 soil are much alike" in page_of(found(spectra=((0.1, 0.2, 0.3), (0.2, 0.4, 0.6)))).text


def test_names_cannot_do_harm(page_of):
    page, harmless = page_of(found({1: HOSTILE, 2: "soil"})), page_of(found())
    assert [tag for tag, _ in page.elements] == [tag for tag, _ in harmless.elements]


def test_bars_of_a_histogram_are_as_high_as_their_share():
    values = np.concatenate([np.zeros(100), np.full(50, 1.0), np.full(7, NODATA)])
    drawing = histogram_svg("bars", values, "value")
    heights = [float(one) for one in re.findall(r'<rect [^>]*height="([0-9.]+)"', drawing)]
    assert heights[-1] == pytest.approx(heights[0] / 2)
    assert sum(heights[1:-1]) == 0


@pytest.mark.parametrize("values", [[], [NODATA], [0.0, 0.0], [3.0]])
def test_a_histogram_of_hardly_any_values_is_drawn(values):
    assert "nan" not in histogram_svg("bars", np.array(values), "value")
