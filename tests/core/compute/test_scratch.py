"""Spectra in float64, in memory that a thread uses again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np

from neon_aop.core.compute.scratch import Float64Scratch


def test_values_are_copied_to_the_same_memory():
    scratch = Float64Scratch(4)
    values = np.array([[1, -9999], [3, 4], [5, 6]], np.int16)
    first = scratch.copy(values)
    assert first.dtype == np.float64
    np.testing.assert_array_equal(first, values)
    second = scratch.copy(values[1:])
    np.testing.assert_array_equal(second, values[1:])
    assert np.shares_memory(first, second)
    assert not np.shares_memory(second, values)


def test_other_bands_get_other_memory():
    scratch = Float64Scratch(4)
    scratch.copy(np.ones((2, 3)))
    np.testing.assert_array_equal(scratch.copy(np.full((4, 5), 2.0)), np.full((4, 5), 2.0))


def test_each_thread_has_its_own_memory():
    scratch = Float64Scratch(4)
    here = scratch.copy(np.ones((2, 3)))
    with ThreadPoolExecutor(1) as threads:
        there = threads.submit(scratch.copy, np.zeros((2, 3))).result()
    assert not np.shares_memory(here, there)
    np.testing.assert_array_equal(here, np.ones((2, 3)))
