"""Agreement of two classifications, against scikit-learn and SciPy on the same labels."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment
from sklearn import metrics

from neon_aop.core.methods.comparison import (
    NO_PARTNER,
    Comparison,
    adjusted_rand,
    cross_table,
    match_classes,
    match_labels,
)

SHAPES = [(1, 1), (2, 2), (3, 3), (5, 3), (3, 7), (1, 6), (9, 1), (40, 40), (25, 60)]


def random_labels(shape, alike=0.6, pixels=4000, seed=0):
    """Two classifications, of which the second is partly the first with other numbers."""
    rng = np.random.default_rng((seed, *shape))
    first = rng.integers(0, shape[0], pixels)
    second = rng.permutation(shape[1])[first % shape[1]]
    is_other = rng.random(pixels) > alike
    second[is_other] = rng.integers(0, shape[1], is_other.sum())
    return first, second


def relabelled(comparison, first, second):
    """Give corresponding classes the same label, and all others labels of their own."""
    return labels_of(comparison)[first], second


def labels_of(comparison):
    """Label the classes of the first by those of the second, from 1000 where they have none."""
    own = 1000 + np.arange(len(comparison.partners))
    return np.where(comparison.partners == NO_PARTNER, own, comparison.partners)


@pytest.fixture(params=SHAPES, ids=str)
def labels(request):
    first, second = random_labels(request.param)
    return first, second, Comparison.of(cross_table(first, second, request.param))


def test_cross_table_counts_pairs():
    table = cross_table(np.array([[0, 1], [1, 1]], np.uint8), np.array([[2, 0], [0, 2]], np.uint16), (2, 3))
    assert table.dtype == np.int64
    assert table.tolist() == [[0, 0, 1], [2, 0, 1]]


@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize("most", [1, 4, 10**12])
def test_matching_agrees_in_as_many_pixels_as_that_of_scipy(shape, most):
    table = np.random.default_rng((most, *shape)).integers(0, most, shape, endpoint=True)
    partners = match_classes(table)
    matched = np.flatnonzero(partners != NO_PARTNER)
    assert len(set(partners[matched])) == len(matched)
    rows, columns = linear_sum_assignment(table, maximize=True)
    assert table[matched, partners[matched]].sum() == table[rows, columns].sum()


def test_classes_that_share_no_pixel_are_not_matched():
    assert match_classes(np.array([[5, 0, 0], [3, 0, 0], [0, 0, 2]])).tolist() == [0, NO_PARTNER, 2]


def test_labels_match_where_they_are_the_same():
    assert match_labels(["water", "forest", "rock"], ["forest", "grass", "water"]).tolist() == [2, 0, NO_PARTNER]


def test_overall_agreement_is_accuracy(labels):
    first, second, comparison = labels
    expected = metrics.accuracy_score(*relabelled(comparison, first, second)[::-1])
    assert comparison.overall == pytest.approx(expected, rel=0, abs=1e-12)


def test_adjusted_rand_is_that_of_scikit_learn(labels):
    first, second, comparison = labels
    assert comparison.adjusted_rand == pytest.approx(metrics.adjusted_rand_score(second, first), rel=0, abs=1e-12)


def test_kappa_is_that_of_scikit_learn(labels):
    first, second, comparison = labels
    if comparison.table.size > 1:
        expected = metrics.cohen_kappa_score(*relabelled(comparison, first, second))
        assert comparison.kappa == pytest.approx(expected, rel=0, abs=1e-12)


def test_measures_of_classes_are_those_of_scikit_learn(labels):
    first, second, comparison = labels
    ours, truth = relabelled(comparison, first, second)

    def expected(names):
        return metrics.precision_recall_fscore_support(truth, ours, labels=names, zero_division=0)

    rows = labels_of(comparison)
    np.testing.assert_allclose(comparison.precision, expected(rows)[0], rtol=0, atol=1e-12)
    np.testing.assert_allclose(comparison.f1, expected(rows)[2], rtol=0, atol=1e-12)
    columns = np.arange(comparison.table.shape[1])
    np.testing.assert_allclose(comparison.recall, expected(columns)[1], rtol=0, atol=1e-12)


def test_measures_of_a_class_without_pixels_are_not_defined():
    comparison = Comparison(np.array([[3, 0], [0, 0]]), np.array([0, 1]))
    for measure in (comparison.precision, comparison.recall, comparison.f1):
        np.testing.assert_array_equal(measure, [1, np.nan])


def test_adjusted_rand_keeps_its_digits_where_counts_overflow():
    small = np.array([[7, 2, 0], [1, 9, 4]])
    many = small * 10**11
    pairs = [x * (x - 1) // 2 for x in many.ravel().tolist()]
    rows, columns = ([x * (x - 1) // 2 for x in many.sum(axis=axis).tolist()] for axis in (1, 0))
    whole = int(many.sum()) * (int(many.sum()) - 1) // 2
    by_chance = sum(rows) * sum(columns) / whole
    expected = (sum(pairs) - by_chance) / ((sum(rows) + sum(columns)) / 2 - by_chance)
    assert adjusted_rand(many) == pytest.approx(expected, rel=1e-12)


def test_kappa_keeps_its_digits_where_counts_overflow():
    small = np.array([[7, 2], [1, 9]])
    assert Comparison.of(small * 10**13).kappa == pytest.approx(Comparison.of(small).kappa, rel=1e-14)
    assert 0 < Comparison.of(small).kappa < 1


def test_a_single_class_in_both_agrees_by_chance_alone():
    comparison = Comparison.of(np.array([[12]]))
    assert (comparison.overall, comparison.adjusted_rand) == (1, 1)
    assert np.isnan(comparison.kappa)


def test_matched_by_labels_no_pixel_may_agree():
    comparison = Comparison(np.array([[0, 4], [6, 0]]), match_labels([1, 2], [1, 2]))
    assert (comparison.overall, comparison.adjusted_rand) == (0, 1)
    assert comparison.kappa < 0
