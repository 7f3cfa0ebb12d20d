"""Accuracy of held-out samples and its confidence intervals."""

from __future__ import annotations

import numpy as np
import pytest

from neon_aop.core.methods.supervised.accuracy import Accuracy, interval


def test_interval_of_independent_samples_is_wilsons():
    found = interval(np.arange(50) < 40, np.arange(50))
    # R: prop.test(40, 50, correct = FALSE)
    assert (found.low, found.high) == pytest.approx((0.6696289, 0.8875625), abs=1e-6)
    assert found.share == 0.8


def test_interval_is_wider_where_samples_of_a_unit_are_alike():
    units = np.arange(100) // 10
    alike, mixed = np.arange(100) < 80, np.arange(100) % 10 < 8
    assert interval(alike, units).low == pytest.approx(interval(np.arange(10) < 8, np.arange(10)).low, abs=0.07)
    assert interval(alike, units).low < interval(mixed, units).low < interval(mixed, np.arange(100)).low


@pytest.mark.parametrize(
    ("units", "alike", "wanted"), [(3, 0.5, 0.95), (5, 0.2, 0.93), (5, 0.5, 0.89), (10, 0.1, 0.93)]
)
def test_interval_covers_the_truth_also_with_few_units(units, alike, wanted):
    rng, size, covers = np.random.default_rng(3), 20, []
    for _ in range(600):
        shares = rng.beta(0.8 * (1 - alike) / alike, 0.2 * (1 - alike) / alike, units)
        found = interval((rng.random((units, size)) < shares[:, np.newaxis]).ravel(), np.repeat(np.arange(units), size))
        covers.append(found.low <= 0.8 <= found.high)
    assert np.mean(covers) >= wanted


def test_interval_of_samples_that_are_all_right_counts_units():
    units = np.arange(100) // 10
    assert interval(np.ones(100, bool), units).low == pytest.approx(interval(np.ones(10, bool), np.arange(10)).low)


def test_users_and_producers_accuracy_count_unclassified_samples_as_not_found():
    found, truth = np.array([0, 0, 1, 2, 1, 1]), np.array([0, 0, 0, 0, 1, 1])
    accuracy = Accuracy.of(found, truth, np.arange(6), 2, False, False)
    assert [one.share for one in accuracy.users] == pytest.approx([1, 2 / 3])
    assert [one.share for one in accuracy.producers] == pytest.approx([0.5, 1])
    assert accuracy.overall.share == pytest.approx(4 / 6)
    assert accuracy.comparison.table.tolist() == [[2, 0], [1, 2], [1, 0]]


def test_kappa_is_that_of_scikit_learn():
    kappa = pytest.importorskip("sklearn.metrics").cohen_kappa_score
    random = np.random.default_rng(0)
    truth = random.integers(0, 4, 300)
    found = np.where(random.random(300) < 0.7, truth, random.integers(0, 5, 300))
    accuracy = Accuracy.of(found, truth, np.arange(300), 4, False, False)
    assert accuracy.comparison.kappa == pytest.approx(kappa(found, truth))


def test_a_class_that_no_sample_got_has_no_users_accuracy():
    accuracy = Accuracy.of(np.zeros(4, int), np.array([0, 0, 1, 1]), np.arange(4), 2, False, False)
    assert np.isnan(accuracy.users[1].share) and accuracy.producers[1].share == 0
