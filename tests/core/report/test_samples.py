"""The report of sampled spectra."""

from __future__ import annotations

import numpy as np
import pytest

from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.inputs.places import Places
from neon_aop.core.report.making import Run
from neon_aop.core.report.samples import in_words, lost_in_words, write_sample_report
from neon_aop.core.spectra.samples import Samples, Tally
from neon_aop.tests.core.report.checks import HOSTILE, Page


def samples_of(classes=(1, 1, 1, 3), names=None, tallies=None, features=(0, 0, 1, 2), size=20):
    count = len(classes)
    values = np.arange(count * 4).reshape(count, 4) + 100
    places = Places(
        rows=np.arange(count),
        columns=np.arange(count),
        classes=np.array(classes),
        features=np.array(features),
        groups=np.array(features),
        members=np.stack([np.arange(count), features]),
        names={1: "oak", 2: "elm", 3: "ash"} if names is None else names,
        feature_classes=np.array([1, 1, 3]),
    )
    tallies = tallies or {1: Tally(features=2, pixels=3), 3: Tally(features=1, pixels=1)}
    bands = Bands.of([560.0, 668.0, 858.0, 1650.0])
    return Samples(values, places, Grid(size, size), bands, 1e-3, 0.0, "image", tallies)


@pytest.fixture
def page_of(tmp_path):
    def written(samples):
        path = tmp_path / "report.html"
        write_sample_report(
            path, Run("Sample spectra", ["a.h5"]), samples, samples.spectral_classes(), samples.spreads()
        )
        return Page(path.read_text(encoding="utf-8"))

    return written


def test_samples_are_summed_up():
    assert in_words(samples_of()) == "4 pixels of 2 classes, from 3 features."


def test_chart_has_mean_and_range_of_each_class(page_of):
    curves = page_of(samples_of()).charts["spectra"]["curves"]
    assert [curve["label"] for curve in curves] == ["1 oak", "3 ash"]
    np.testing.assert_allclose(curves[0]["values"], [0.104, 0.105, 0.106, 0.107])
    np.testing.assert_allclose(curves[0]["low"], [0.1004, 0.1014, 0.1024, 0.1034])


def test_what_is_lost_is_a_column_only_where_something_is(page_of):
    assert "Without data" not in page_of(samples_of()).text
    tallies = {1: Tally(features=2, pixels=3, no_data=1234), 3: Tally(features=1, pixels=1)}
    text = page_of(samples_of(tallies=tallies)).text
    assert "Without data" in text and "1,234" in text


def test_classes_with_few_pixels_are_named(page_of):
    assert "Classes with fewer than 10 pixels, whose spread is hardly known: oak, ash." in page_of(samples_of()).text


def test_what_is_lost_is_said_for_each_class():
    tallies = {
        1: Tally(features=2, pixels=30),
        2: Tally(features=3, outside=1, narrow=2),
        3: Tally(features=1, pixels=1, no_data=2, below_limits=1),
    }
    assert lost_in_words(samples_of(tallies=tallies)) == [
        "elm: no pixel is left, 1 feature lies outside, of 2 features the buffer leaves nothing.",
        "ash: there is one pixel, so that its spread is not known, 2 pixels have no data, "
        "1 pixel is not green or bright enough.",
    ]


def test_names_cannot_do_harm(page_of):
    page = page_of(samples_of(names={1: HOSTILE, 3: "ash"}))
    harmless = page_of(samples_of())
    assert [tag for tag, _ in page.elements] == [tag for tag, _ in harmless.elements]
    assert "alert(1)" in page.text
