"""The report of absorption features."""

from __future__ import annotations

import numpy as np

from neon_aop.core.constants import NODATA
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.methods.continuum import AbsorptionFeatures
from neon_aop.core.report.continuum import in_words, write_continuum_report
from neon_aop.core.report.making import Run
from neon_aop.tests.core.report.checks import Page


def test_medians_leave_out_what_has_no_data(tmp_path):
    maps = np.array([[[[0.1, 0.3], [0.2, NODATA]], [[2200, 2210], [2205, NODATA]], [[5, 7], [6, NODATA]]]], np.float32)
    found = AbsorptionFeatures(("2100-2300 nm",), maps, 3)
    path = tmp_path / "report.html"
    bands = Bands.of([2100.0, 2200.0, 2300.0])
    write_continuum_report(path, Run("Continuum removal", ["a.h5"]), found, bands, Grid(2, 2), "image")
    assert "2100-2300 nm0.20002,205.06.000" in Page(path.read_text(encoding="utf-8")).text
    assert in_words(found) == "Absorption in 1 range of wavelengths, of 3 pixels."
