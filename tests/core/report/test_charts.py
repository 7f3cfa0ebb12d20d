from __future__ import annotations

import json

import numpy as np
import pytest

from neon_aop.core.report.charts import SpectralAxis, embeddable_json, gaps, sequence_chart
from neon_aop.tests.core.report.checks import HOSTILE, Page


def test_embedded_json_holds_nothing_that_html_or_javascript_could_misread():
    text = embeddable_json({"name": HOSTILE})
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text) == {"name": HOSTILE}


def test_values_that_are_not_finite_are_gaps_in_a_sequence():
    page = Page(sequence_chart("sse", "Errors", [1.5, np.nan, None, np.inf], "Iteration"))
    assert page.charts["sse"]["values"] == [1.5, None, None, None]


def test_spectra_are_interrupted_where_bands_are_missing():
    axis = SpectralAxis([500.0, 505, 510, 515, 540, 545, 550], list("abcdefg"))
    assert axis.positions.tolist() == [500, 505, 510, 515, 527.5, 540, 545, 550]
    assert axis.values(np.arange(7)) == [0, 1, 2, 3, None, 4, 5, 6]
    assert axis.names[4] is None


def test_bands_are_drawn_in_the_order_of_their_wavelengths():
    axis = SpectralAxis([700.0, 500.0, 600.0], ["red", "blue", "green"])
    assert axis.names == ["blue", "green", "red"]
    assert axis.values([3, 1, 2]) == [1, 2, 3]


@pytest.mark.parametrize("wavelengths", [None, [500.0, np.nan, 600.0]])
def test_bands_without_wavelengths_are_drawn_by_number(wavelengths):
    axis = SpectralAxis(wavelengths, ["a", "b", "c"])
    assert axis.title == "Band"
    assert axis.positions.tolist() == [1, 2, 3]


def test_the_water_vapour_windows_are_gaps_also_for_every_20th_band():
    every = np.linspace(383.9, 2512.2, 426)
    kept = every[((every < 1340) | (every > 1445)) & ((every < 1790) | (every > 1955))]
    assert len(gaps(kept)) == 2
    assert len(gaps(kept[::20])) == 2


@pytest.mark.parametrize("wavelengths", [[], [550.0], [443.0, 490, 560, 665, 842, 1610, 2190]])
def test_scattered_bands_have_no_gaps(wavelengths):
    assert len(gaps(np.array(wavelengths))) == 0
