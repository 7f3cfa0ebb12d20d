"""The report of how many classes to look for."""

from __future__ import annotations

import re

import numpy as np
import pytest

from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.methods.kmeans import measures
from neon_aop.core.methods.kmeans.suggestion import TrialSettings, try_classes
from neon_aop.core.progress import Progress
from neon_aop.core.report.making import Run
from neon_aop.core.report.suggestion import suggestion_in_words, write_suggestion_report
from neon_aop.tests.core.report.checks import Page

HOSTILE = "<b>image</b> & more"
SIDE = 30


def image(spectra, wavelengths, side=SIDE):
    values = np.array(spectra, float)[np.random.default_rng(0).integers(0, len(spectra), side * side)]
    values += np.random.default_rng(1).normal(0, 0.003, values.shape)
    valid = np.ones((side, side), bool)
    return Pixels(values, valid, Grid(side, side, crs=""), Bands.of(wavelengths), name=HOSTILE)


THREE = image([[0.05, 0.03, 0.5, 0.2], [0.06, 0.04, 0.01, 0.004], [0.1, 0.15, 0.2, 0.3]], [560.0, 668.0, 858.0, 1650.0])


@pytest.fixture
def written(tmp_path, monkeypatch):
    monkeypatch.setattr(measures, "NULL_POINTS", 500)

    def write(pixels=THREE, smallest=2, largest=4):
        found = try_classes(pixels, TrialSettings(smallest, largest, 500), Progress())
        run = Run(HOSTILE, [HOSTILE], [(HOSTILE, "")])
        write_suggestion_report(tmp_path / "r.html", run, Grid(SIDE, SIDE), pixels, found, Progress())
        return found, (tmp_path / "r.html").read_text(encoding="utf-8")

    return write


def test_suggestion_and_reasons_are_said_first(written):
    found, text = written()
    page = Page(text)
    assert found.suggestion.classes == 3
    assert "3 classes are suggested, from a sample of 500 pixels." in page.text
    for reason in found.suggestion.reasons:
        assert reason in page.text


def test_curves_count_from_the_smallest_number_and_mark_the_suggested_one(written):
    found, text = written()
    charts = Page(text).charts
    assert set(charts) == {
        "sse",
        "gap",
        "silhouette",
        "silhouette_gain",
        "stability",
        "calinski_harabasz",
        "davies_bouldin",
    }
    for name, chart in charts.items():
        assert (chart["first"], chart["marked"]) == (2, 3)
        values = [getattr(trial.measures, name) for trial in found.trials]
        np.testing.assert_allclose(chart["values"], values, rtol=1e-9)


def test_each_number_has_a_map_spectra_and_a_legend(written):
    found, text = written()
    cards = re.findall("<figure><h3>.*?</figure>", text, re.DOTALL)
    assert [re.search("<h3>(.*?)</h3>", card)[1] for card in cards] == [
        "2 classes",
        "3 classes (suggested)",
        "4 classes",
    ]
    for trial, card in zip(found.trials, cards):
        assert card.count("data:image/png;base64,") == 1
        for red, green, blue in trial.classes.colours:
            assert card.count(f"rgb({red},{green},{blue})") == 2
    assert "1 water (" in cards[1] and "2 bare ground or built-up (" in cards[1]


def test_table_lists_all_numbers(written):
    _, text = written()
    heads = re.findall('<th scope="row" class="text"[^>]*>(.*?)</th>', text)
    assert heads == ["2", "3", "4"]


def test_names_are_escaped(written):
    _, text = written()
    assert "<b>image" not in text
    assert "&lt;b&gt;image&lt;/b&gt; &amp; more" in text


def test_large_images_have_small_maps(written):
    _, text = written(image([[0.1, 0.2], [0.5, 0.3]], [500.0, 600.0], side=520), largest=2)
    assert len(text) < 400_000


def test_image_without_wavelengths_or_of_one_band(written):
    for pixels in (image([[1.0, 9.0], [5.0, 2.0]], [np.nan, np.nan]), image([[1.0], [5.0]], [np.nan])):
        _, text = written(pixels, largest=2)
        assert 'text-anchor="middle">Band</text>' in text


def test_no_clusters_are_said_without_a_mark(written):
    rng = np.random.default_rng(0)
    values = 0.3 + rng.normal(0, 1, (SIDE * SIDE, 4)) * [0.1, 0.05, 0.02, 0.01]
    cloud = Pixels(values, np.ones((SIDE, SIDE), bool), Grid(SIDE, SIDE), Bands.of([500.0, 600.0, 700.0, 800.0]))
    found, text = written(cloud)
    assert suggestion_in_words(found) == "No clusters were found in a sample of 500 pixels."
    page = Page(text)
    assert "No clusters were found" in page.text
    assert "(suggested)" not in page.text
    assert all(chart["marked"] is None for chart in page.charts.values())


def test_equal_pixels_have_a_page_without_curves(written):
    found, text = written(Pixels(np.full((9, 2), 0.5), np.ones((3, 3), bool), Grid(3, 3), Bands.of([500.0, 600.0])))
    assert found.trials == ()
    assert "All pixels of the sample have the same values" in Page(text).text


def test_all_texts_are_translated(written, disguised):
    page = Page(written()[1])
    text = page.text.replace(HOSTILE, "").replace("Python", " Python")
    words = set(re.findall("[A-Za-z]{3,}", text))
    assert words <= {"NumPy", "Python", "SPy"}
