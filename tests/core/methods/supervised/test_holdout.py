"""Which samples are held out."""

from __future__ import annotations

import numpy as np

from neon_aop.core.methods.supervised.holdout import folds, hold_out


def test_whole_units_are_held_out_in_the_share_asked_for():
    classes = np.repeat([0, 1], 200)
    units = np.arange(400) // 10
    held_out = hold_out(classes, units, 0.3, 0)
    (chosen,) = held_out.parts
    assert held_out.by_units and not held_out.is_in_turn
    assert all(len(set(chosen[units == unit])) == 1 for unit in range(40))
    assert [chosen[classes == index].sum() for index in (0, 1)] == [60, 60]


def test_few_units_are_held_out_in_turn_each_once():
    classes = np.repeat([0, 1], 30)
    units = np.r_[np.arange(30) // 10, 100 + np.arange(30) // 2]
    held_out = hold_out(classes, units, 0.3, 0)
    assert held_out.is_in_turn
    np.testing.assert_array_equal(np.sum(held_out.parts, axis=0), 1)
    for part in held_out.parts:
        assert all(len(set(part[units == unit])) == 1 for unit in np.unique(units))


def test_a_class_with_one_unit_is_not_tested_where_others_are():
    classes = np.repeat([0, 1], 20)
    units = np.r_[np.zeros(20, int), 1 + np.arange(20) // 2]
    held_out = hold_out(classes, units, 0.3, 0)
    assert held_out.untested.tolist() == [0]
    assert not np.any([part[:20].any() for part in held_out.parts])


def test_pixels_are_held_out_where_there_are_no_units_or_one_of_each_class():
    classes = np.repeat([0, 1], 50)
    for units in (np.full(100, -1), classes):
        held_out = hold_out(classes, units, 0.2, 0)
        assert not held_out.by_units
        assert held_out.parts[0].sum() == 20


def test_nothing_is_held_out_of_single_pixels_or_for_a_share_of_0():
    classes = np.arange(3)
    assert hold_out(classes, classes, 0.3, 0) is None
    assert hold_out(np.repeat(classes, 20), np.full(60, -1), 0.0, 0) is None


def test_the_same_seed_draws_the_same_and_another_one_others():
    classes, units = np.repeat([0, 1], 100), np.full(200, -1)
    one, again, other = (hold_out(classes, units, 0.3, seed).parts[0] for seed in (1, 1, 2))
    assert (one == again).all() and (one != other).any()


def test_folds_hold_out_pixels_of_classes_with_one_unit_if_wanted():
    classes = np.repeat([0, 1], 10)
    units = np.r_[np.zeros(10, int), np.arange(10) + 1]
    together = np.sum(list(folds(classes, units, 5, 0, single_by_pixel=True)), axis=0)
    np.testing.assert_array_equal(together, 1)


def test_a_group_with_several_classes_is_held_out_with_all_of_them():
    """Samples of three classes in each of so many plots, which fill all folds or one part."""
    for plots in (6, 40):
        classes, units = np.tile([0, 1, 2], plots * 4), np.repeat(np.arange(plots), 12)
        held_out = hold_out(classes, units, 0.3, 0)
        assert held_out.is_in_turn == (plots == 6)
        assert not len(held_out.untested)
        for part in held_out.parts:
            assert part.any() and all(len(set(part[units == unit])) == 1 for unit in range(plots))
    assert held_out.parts[0].mean() == 0.3


def test_each_class_keeps_samples_to_train_with_whatever_groups_share():
    for seed in range(50):
        generator = np.random.default_rng(seed)
        classes, units = generator.integers(0, 6, 150), generator.integers(0, 15, 150)
        held_out = hold_out(classes, units, 0.5, seed)
        tested = np.unique(classes[np.any(held_out.parts, axis=0)])
        assert set(tested) | set(held_out.untested.tolist()) == set(range(6))
        for part in held_out.parts:
            assert set(classes[~part]) == set(range(6))
