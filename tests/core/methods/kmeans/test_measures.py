"""Measures of clusterings, compared with scikit-learn's."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest
from sklearn import metrics

from neon_aop.core.compute.threads import pool, using_threads
from neon_aop.core.errors import Cancelled
from neon_aop.core.methods.kmeans import measures
from neon_aop.core.methods.kmeans.measures import (
    calinski_harabasz_score,
    class_spread,
    davies_bouldin_score,
    measure,
    silhouette_scores,
)
from neon_aop.core.progress import Progress

EXACT = 1e-12


def sample_of(groups=4, pixels=1500, bands=12, spread=0.05, seed=0):
    rng = np.random.default_rng(seed)
    middles = rng.uniform(0, 0.6, (groups, bands))
    return middles[rng.integers(0, groups, pixels)] + rng.normal(0, spread, (pixels, bands))


def measured(sample, smallest=2, largest=6, seed=0, progress=None):
    with pool() as threads:
        return measure(sample, smallest, largest, seed, threads, progress or Progress())


def silhouettes(points, labellings):
    with pool() as threads:
        return silhouette_scores(points, labellings, threads, Progress())


@pytest.fixture(params=["groups", "noise", "one far point", "uneven"])
def points_and_labels(request):
    """Points about their mean, and several labellings of them."""
    rng = np.random.default_rng(7)
    points = sample_of() if request.param == "groups" else rng.normal(0, 1, (1500, 12))
    labellings = [rng.integers(0, k, len(points)) for k in (2, 5, 9)]
    if request.param == "one far point":
        points[3] += 40
        labellings[0] = np.where(np.arange(len(points)) == 3, 1, 0)
    if request.param == "uneven":
        labellings[0] = np.where(rng.random(len(points)) < 0.01, 1, 0)
    return points - points.mean(axis=0), labellings


def test_silhouettes_are_those_of_scikit_learn(points_and_labels):
    points, labellings = points_and_labels
    expected = [metrics.silhouette_score(points, labels) for labels in labellings]
    np.testing.assert_allclose(silhouettes(points, labellings), expected, rtol=0, atol=EXACT)


def test_silhouettes_in_single_precision_have_five_digits(points_and_labels):
    points, labellings = points_and_labels
    exact = silhouettes(points, labellings)
    np.testing.assert_allclose(silhouettes(points.astype(np.float32), labellings), exact, atol=1e-5)


def test_indices_are_those_of_scikit_learn(points_and_labels):
    points, labellings = points_and_labels
    for labels in labellings:
        spread = class_spread(points, labels)
        expected = metrics.calinski_harabasz_score(points, labels)
        assert calinski_harabasz_score(spread) == pytest.approx(expected, rel=EXACT)
        assert davies_bouldin_score(spread) == pytest.approx(metrics.davies_bouldin_score(points, labels), rel=EXACT)


def test_labels_may_skip_numbers():
    points, labels = sample_of(), np.random.default_rng(1).integers(0, 3, 1500)
    gaps = np.array([0, 3, 7])[labels]
    points = points - points.mean(axis=0)
    assert silhouettes(points, [gaps]) == pytest.approx(silhouettes(points, [labels]), abs=EXACT)
    for score in (calinski_harabasz_score, davies_bouldin_score):
        assert score(class_spread(points, gaps)) == pytest.approx(score(class_spread(points, labels)), rel=EXACT)


def test_classes_of_equal_points():
    points = np.repeat([[-1.0, 0], [1, 0]], 30, axis=0)
    labels = np.repeat([0, 1], 30)
    spread = class_spread(points, labels)
    assert silhouettes(points, [labels]) == [1]
    assert calinski_harabasz_score(spread) == metrics.calinski_harabasz_score(points, labels) == 1
    assert davies_bouldin_score(spread) == metrics.davies_bouldin_score(points, labels) == 0


def test_measures_are_of_the_labels_on_all_bands():
    sample = sample_of(spread=0.15)
    for one in measured(sample):
        assert one.silhouette == pytest.approx(metrics.silhouette_score(sample, one.labels), abs=EXACT)
        assert one.calinski_harabasz == pytest.approx(metrics.calinski_harabasz_score(sample, one.labels), rel=EXACT)
        assert one.davies_bouldin == pytest.approx(metrics.davies_bouldin_score(sample, one.labels), rel=EXACT)

        differences = sample - one.centres[one.labels]
        assert one.sse == pytest.approx((differences**2).sum(), rel=EXACT)


def test_silhouette_of_a_large_sample_is_that_of_a_part(monkeypatch):
    monkeypatch.setattr(measures, "SILHOUETTE_PIXELS", 500)
    sample = sample_of(spread=0.15)
    (one,) = measured(sample, 3, 3)
    assert one.silhouette == pytest.approx(metrics.silhouette_score(sample[::3], one.labels[::3]), abs=EXACT)


def test_true_groups_stand_out():
    by_classes = {one.classes: one for one in measured(sample_of(4))}
    assert max(by_classes, key=lambda k: by_classes[k].gap) == 4
    assert by_classes[4].stability > 0.99
    assert by_classes[4].silhouette_gain > 0.3


def test_one_normal_distribution_has_no_gap():
    sample = np.random.default_rng(0).normal(0, 1, (3000, 8)) * np.geomspace(1, 0.05, 8)
    for one in measured(sample):
        assert abs(one.silhouette_gain) < 0.03
        assert abs(one.gap) < 0.03


def plain(measures):
    return [[getattr(one, field.name) for field in fields(one)] for one in measures]


@pytest.mark.parametrize("threads", [1, 3])
def test_threads_and_repetition_do_not_matter(threads):
    sample = sample_of(spread=0.2)
    expected = plain(measured(sample, seed=3))
    with using_threads(threads):
        found = plain(measured(sample, seed=3))
    for one, other in zip(found, expected):
        for value, wanted in zip(one, other):
            np.testing.assert_array_equal(value, wanted)


def test_another_seed_draws_others():
    sample = sample_of(spread=0.5)
    assert [one.gap for one in measured(sample, seed=1)] != [one.gap for one in measured(sample, seed=2)]


@pytest.mark.parametrize(
    "sample",
    [
        np.random.default_rng(0).normal(0.3, 0.1, (300, 1)),
        np.random.default_rng(0).integers(0, 2, (200, 3)).astype(float),
        np.random.default_rng(0).random((8, 20)),
        np.random.default_rng(0).random((100, 3)) * 1e30,
        np.random.default_rng(0).random((100, 3)) * 1e-30,
        1e6 + np.random.default_rng(0).random((100, 3)),
    ],
    ids=["one band", "few values", "few pixels", "huge", "tiny", "far from zero"],
)
def test_unusual_samples_have_finite_measures(sample):
    for one in measured(sample, 2, 5):
        assert np.isfinite([getattr(one, field.name) for field in fields(one) if field.type == "float"]).all()
        assert one.labels.min() >= 0 and one.labels.max() < one.classes


def test_scale_does_not_matter():
    sample = sample_of()
    ours, theirs = measured(sample, 3, 4), measured(1024 * sample, 3, 4)
    for one, other in zip(ours, theirs):
        np.testing.assert_array_equal(one.labels, other.labels)
        assert one.gap == pytest.approx(other.gap, abs=1e-9)


class Told(Progress):
    def __init__(self, cancel_at=2.0):
        self.shares, self._cancel_at = [], cancel_at

    def report(self, fraction):
        self.shares.append(fraction)

    def cancelled(self):
        return bool(self.shares) and self.shares[-1] >= self._cancel_at


def test_progress_rises_to_the_end():
    progress = Told()
    measured(sample_of(), progress=progress)
    assert progress.shares == sorted(progress.shares)
    assert progress.shares[-1] == 1


@pytest.mark.parametrize("share", [0.01, 0.3, 0.75, 0.9])
def test_cancelling_stops(share):
    with pytest.raises(Cancelled):
        measured(sample_of(), progress=Told(share))
