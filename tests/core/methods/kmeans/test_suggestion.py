"""How many classes are suggested, and why."""

from __future__ import annotations

import csv
from dataclasses import replace

import numpy as np
import pytest

from neon_aop.core.errors import ParameterError
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.methods.kmeans import measures
from neon_aop.core.methods.kmeans.measures import Measures
from neon_aop.core.methods.kmeans.suggestion import (
    TABLE_COLUMNS,
    TrialSettings,
    class_maps,
    elbow,
    sample_of,
    suggest,
    try_classes,
)
from neon_aop.core.progress import Progress

BANDS = 8


@pytest.fixture(autouse=True)
def few_draws(monkeypatch):
    """Compare with fewer points without clusters, which takes less time."""
    monkeypatch.setattr(measures, "NULL_POINTS", 1000)
    monkeypatch.setattr(measures, "HALVES", 4)


def image_of(values, scale=1e-4):
    """Return pixels, shape (pixels, bands), as an image of 40 columns whose last pixels are not valid."""
    columns = 40
    rows = len(values) // columns + 1
    valid = (np.arange(rows * columns) < len(values)).reshape(rows, columns)
    bands = Bands.of(np.linspace(450, 2300, values.shape[1]))
    return Pixels(values, valid, Grid(columns, rows), bands, scale, name="image")


def groups(count=4, pixels=2000, seed=0, spread=120):
    rng = np.random.default_rng(seed)
    middles = rng.uniform(300, 6000, (count, BANDS))
    labels = rng.integers(0, count, pixels)
    return np.rint(middles[labels] + rng.normal(0, spread, (pixels, BANDS))).astype(np.int16), labels


def tried(values, smallest=2, largest=6, sample=1000, seed=0, progress=None):
    return try_classes(image_of(values), TrialSettings(smallest, largest, sample, seed), progress or Progress())


def measures_of(gaps, stabilities=None, gains=None, errors=0.01, first=2):
    stabilities = stabilities or [1.0] * len(gaps)
    gains = gains or [0.3] * len(gaps)
    return [
        Measures(
            classes=first + place,
            labels=np.zeros(1, int),
            centres=np.zeros((1, 1)),
            sse=100.0 / (place + 1),
            silhouette=0.5 - 0.01 * place,
            calinski_harabasz=100.0 + place,
            davies_bouldin=1.0 + 0.1 * place,
            stability=stability,
            gap=gap,
            gap_error=errors,
            silhouette_gain=gain,
        )
        for place, (gap, stability, gain) in enumerate(zip(gaps, stabilities, gains))
    ]


@pytest.mark.parametrize(
    ("gaps", "classes"),
    [
        ([0.1, 0.5, 0.9, 0.8, 0.7], 4),
        ([0.9, 0.8, 0.7], 2),
        ([0.1, 0.2, 0.9], 4),
        ([0.5], 2),
    ],
)
def test_rules_that_agree_decide(gaps, classes):
    found = suggest(measures_of(gaps))
    assert found.classes == classes
    assert found.reasons[0].startswith(f"{classes} classes: ")


def test_rise_within_the_error_is_none():
    found = suggest(measures_of([0.5, 0.505, 0.3], stabilities=[0.95, 0.5, 0.5]))
    assert found.classes == 2
    assert "disagree" in found.reasons[0]


def test_largest_stable_number_counts_where_rules_disagree():
    found = suggest(measures_of([0.5, 0.4, 0.7, 0.9, 0.8], [1.0, 0.7, 0.95, 0.6, 0.99]))
    assert found.classes == 4
    for words in ("rises up to 2 classes", "largest at 5", "4 is the largest number", "0.95"):
        assert words in found.reasons[0]


def test_first_rule_counts_where_rules_disagree_and_none_is_stable():
    found = suggest(measures_of([0.5, 0.4, 0.7, 0.9, 0.8], [0.5] * 5))
    assert found.classes == 2
    assert "no number from 2 to 5" in found.reasons[0]


def test_silhouette_of_one_distribution_means_no_clusters():
    found = suggest(measures_of([0.1, 0.5, 0.2], gains=[0.01, 0.05, 0.02]))
    assert found.classes == 1
    assert "no clusters" in found.reasons[0]
    assert "3 classes" in found.reasons[0]
    assert "0.050" in found.reasons[0]


def test_gap_that_still_rises_is_told():
    assert any("finer" in reason for reason in suggest(measures_of([0.1, 0.2, 0.3])).reasons)
    assert not any("finer" in reason for reason in suggest(measures_of([0.1, 0.3, 0.2])).reasons)


def test_other_rules_are_told():
    assert "silhouette 2" in suggest(measures_of([0.1, 0.3, 0.2])).reasons[-1]
    assert "Calinski-Harabasz index 4" in suggest(measures_of([0.1, 0.3, 0.2])).reasons[-1]


def test_elbow_is_where_the_curve_bends():
    measures = measures_of([0.1] * 5)
    errors = [100, 40, 10, 8, 7]
    assert elbow([replace(one, sse=error) for one, error in zip(measures, errors)]) == 4


@pytest.mark.parametrize("count", [2, 3, 5])
def test_true_number_is_found(count):
    found = tried(groups(count)[0])
    assert found.suggestion.classes == count
    assert found.pixels == 1000


def test_cloud_without_clusters_is_told():
    rng = np.random.default_rng(1)
    values = np.rint(3000 + rng.normal(0, 1, (2000, BANDS)) * np.geomspace(900, 60, BANDS)).astype(np.int16)
    assert tried(values).suggestion.classes == 1


def test_image_of_equal_pixels_is_one_class():
    found = tried(np.full((200, BANDS), 1234, np.int16))
    assert found.suggestion.classes == 1
    assert found.trials == ()
    assert found.suggestion.reasons == ("All pixels of the sample have the same values, so there is one class.",)


class Warned(Progress):
    def __init__(self):
        self.warnings = []

    def warn(self, text):
        self.warnings.append(text)


def test_no_more_classes_are_tried_than_there_are_different_pixels():
    values = np.repeat(groups(pixels=4)[0], 50, axis=0)
    progress = Warned()
    found = tried(values, progress=progress)
    assert [trial.measures.classes for trial in found.trials] == [2, 3, 4]
    assert found.suggestion.classes == 4
    assert "4 classes" in progress.warnings[0]


def test_fewer_classes_than_pixels_are_tried():
    found = tried(groups(pixels=5)[0])
    assert [trial.measures.classes for trial in found.trials] == [2, 3, 4]


def test_too_few_different_pixels_are_told():
    values = np.repeat(groups(pixels=2)[0], 50, axis=0)
    with pytest.raises(ParameterError, match="image has 2 different valid pixels, too few for 3 classes"):
        tried(values, smallest=3)


def test_image_without_valid_pixel_is_told():
    with pytest.raises(ParameterError, match="no valid pixel"):
        tried(np.empty((0, BANDS), np.int16))


def test_values_that_overflow_are_told():
    values = np.full((50, 3), 1e200)
    values[0] = 0
    with pytest.raises(ParameterError, match="too large"):
        tried(values)


def test_smallest_integer_does_not_overflow():
    values = groups()[0]
    values[::7] = -32768
    assert np.isfinite([trial.measures.sse for trial in tried(values).trials]).all()


def test_image_of_one_band():
    assert tried(groups(3)[0][:, :1]).trials


@pytest.mark.parametrize(("smallest", "largest"), [(1, 5), (5, 4), (2, 31)])
def test_numbers_that_make_no_range_are_told(smallest, largest):
    with pytest.raises(ParameterError, match=f"{smallest} to {largest}"):
        TrialSettings(smallest, largest, 100)


def test_sample_is_drawn_once_from_all_pixels():
    values = np.arange(500, dtype=np.int16)[:, np.newaxis]
    drawn = sample_of(image_of(values), TrialSettings(2, 3, 100, seed=1)).ravel()
    assert len(set(drawn.tolist())) == 100
    assert (np.diff(drawn) > 0).all()
    assert drawn.min() < 50 and drawn.max() > 450
    assert (sample_of(image_of(values), TrialSettings(2, 3, 100, seed=2)).ravel() != drawn).any()


def test_classes_are_numbered_dark_to_bright_with_their_pixels():
    values, labels = groups(4)
    (trial,) = [one for one in tried(values, sample=len(values)).trials if one.measures.classes == 4]
    means = np.array([1e-4 * values[labels == label].mean(axis=0) for label in range(4)])
    order = np.argsort(means.mean(axis=1))
    np.testing.assert_allclose(trial.classes.centres, means[order])
    assert trial.classes.counts.tolist() == np.bincount(labels)[order].tolist()


def test_maps_show_the_nearest_class_of_each_pixel():
    values, _ = groups(5, spread=900)
    image, found = image_of(values), tried(values)
    for trial, classes in zip(found.trials, class_maps(image, found.trials, Progress())):
        distances = ((1e-4 * values[:, np.newaxis].astype(float) - trial.classes.centres) ** 2).sum(axis=2)
        np.testing.assert_array_equal(classes[image.valid], distances.argmin(axis=1) + 1)
        assert (classes[~image.valid] == 0).all()


def test_table_has_a_row_for_each_number(tmp_path):
    found = tried(groups()[0])
    found.write(tmp_path / "t.csv")
    with open(tmp_path / "t.csv", newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    assert tuple(header) == TABLE_COLUMNS
    assert [row[0] for row in rows] == ["2", "3", "4", "5", "6"]
    assert [float(row[2]) for row in rows] == [trial.measures.silhouette for trial in found.trials]
