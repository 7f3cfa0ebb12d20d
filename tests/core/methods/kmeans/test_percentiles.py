from __future__ import annotations

from types import SimpleNamespace

import numpy as np

from neon_aop.core.compute.imageset import ImageState
from neon_aop.core.methods.kmeans import shard
from neon_aop.core.methods.kmeans.percentiles import (
    SAMPLE_PIXELS,
    class_counts,
    class_ranges,
    class_samples,
    regular_samples,
)
from neon_aop.tests.images import image_of

# Neither threads nor progress are needed.
NOBODY = {"pool": None, "progress": None}


def ranges_of(values, labels, classes):
    images = [clustered(*image) for image in zip(values, labels)]
    numbers = np.arange(1, classes + 1)
    firsts, steps = regular_samples(np.stack([class_counts(image, numbers, **NOBODY) for image in images]))
    return class_ranges([class_samples(image, numbers, first, steps, **NOBODY) for image, first in zip(images, firsts)])


def clustered(values, labels):
    image = ImageState(image_of(values))
    image.kept[shard._SHARD] = SimpleNamespace(labels=labels)
    return image


def test_small_classes_give_exact_percentiles():
    rng = np.random.default_rng(0)
    values = rng.integers(0, 9000, (400, 6)).astype(np.int16)
    labels = rng.integers(0, 3, 400)
    low, high = ranges_of([values], [labels], 3)
    for number in range(3):
        expected = np.percentile(values[labels == number], [5, 95], axis=0)
        np.testing.assert_allclose([low[number], high[number]], expected)


def test_pixels_split_over_images_give_the_same():
    rng = np.random.default_rng(1)
    values = rng.integers(0, 9000, (3 * SAMPLE_PIXELS, 2)).astype(np.int16)
    labels = rng.integers(0, 2, len(values)).astype(np.uint8)
    cut = [777, 778, 40_001]
    whole = ranges_of([values], [labels], 2)
    np.testing.assert_array_equal(ranges_of(np.split(values, cut), np.split(labels, cut), 2), whole)


def test_a_large_class_is_close_to_its_percentiles():
    values = np.random.default_rng(2).integers(0, 10_000, (5 * SAMPLE_PIXELS, 1)).astype(np.int16)
    low, high = ranges_of([values], [np.zeros(len(values), dtype=np.uint8)], 1)
    np.testing.assert_allclose([low[0, 0], high[0, 0]], [500, 9500], atol=100)


def test_a_rare_class_is_not_missed():
    labels = np.zeros(5 * SAMPLE_PIXELS, dtype=np.uint8)
    labels[1234] = 1
    values = np.full((len(labels), 2), 10, dtype=np.int16)
    values[1234] = 20
    low, high = ranges_of([values], [labels], 2)
    assert low[1].tolist() == high[1].tolist() == [20, 20]


def test_a_class_without_pixels_has_no_range():
    low, high = ranges_of([np.ones((4, 2), dtype=np.int16)], [np.array([0, 0, 2, 2])], 3)
    assert np.isnan(low[1]).all() and np.isnan(high[1]).all()
    assert np.isfinite(low[[0, 2]]).all()


def test_classes_are_counted_and_sampled_in_the_order_of_their_numbers():
    values = np.array([[1, 2], [3, 4], [5, 6]], dtype=np.int16)
    image, numbers = clustered(values, np.array([0, 0, 1])), np.array([2, 1])
    assert class_counts(image, numbers, **NOBODY).tolist() == [1, 2]
    samples = class_samples(image, numbers, np.zeros(2, int), np.ones(2, int), **NOBODY)
    assert samples.of_class(0).tolist() == [[5, 6]]
    assert samples.of_class(1).tolist() == [[1, 2], [3, 4]]
