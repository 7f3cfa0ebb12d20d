"""K-means of a sample of points."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.cluster import KMeans

from neon_aop.core.errors import Cancelled
from neon_aop.core.methods.kmeans.sampled import best_of, nearest, seeds
from neon_aop.core.progress import Progress


def grouped(groups=5, points=2000, dimensions=6, spread=0.1, seed=0):
    rng = np.random.default_rng(seed)
    middles = rng.uniform(-1, 1, (groups, dimensions))
    labels = rng.integers(0, groups, points)
    found = middles[labels] + rng.normal(0, spread, (points, dimensions))
    return (found - found.mean(axis=0)).astype(np.float32), labels


def clustered(points, classes, restarts=10, seed=0):
    return best_of(points, classes, np.random.default_rng(seed), restarts, Progress())


def test_groups_are_found():
    points, groups = grouped()
    labels = clustered(points, 5).labels
    assert len({(label, group) for label, group in zip(labels.tolist(), groups.tolist())}) == 5


@pytest.mark.parametrize("classes", [2, 4, 7, 11])
def test_error_is_that_of_other_libraries(classes):
    points, _ = grouped(spread=0.4)
    theirs = KMeans(classes, n_init=10, random_state=0).fit(points.astype(np.float64)).inertia_
    assert clustered(points, classes).sse == pytest.approx(theirs, rel=5e-3)


@pytest.mark.parametrize("classes", [1, 3, 8])
def test_labels_centres_and_error_fit_each_other(classes):
    # More points than are compared at a time.
    points, _ = grouped(points=9000, spread=0.4)
    found = clustered(points, classes, restarts=1)
    squares = ((points[:, np.newaxis].astype(np.float64) - found.centres) ** 2).sum(axis=2)
    np.testing.assert_array_equal(found.labels, squares.argmin(axis=1))
    assert found.sse == pytest.approx(squares.min(axis=1).sum(), rel=1e-5)
    means = [points[found.labels == label].mean(axis=0, dtype=np.float64) for label in range(classes)]
    # The last iteration may still have moved a few points.
    np.testing.assert_allclose(found.centres, means, atol=2e-2)


def test_more_classes_than_different_points_leave_classes_empty():
    points = np.repeat(np.array([[-1, 0], [1, 0], [0, 2]], np.float32), 50, axis=0)
    found = clustered(points, 5)
    assert found.sse == 0
    assert len(np.unique(found.labels)) == 3


def test_equal_points_make_one_class():
    found = clustered(np.zeros((40, 3), np.float32), 4)
    assert set(found.labels.tolist()) == {0}
    assert np.isfinite(found.centres).all()


def test_as_many_classes_as_points():
    points, _ = grouped(points=6)
    assert sorted(clustered(points, 6).labels.tolist()) == list(range(6))


def test_ties_go_to_the_lowest_centre():
    centres = np.array([[1, 0], [-1, 0], [1, 0]], np.float32)
    assert nearest(np.array([[0, 5], [1, 1], [-2, 0]], np.float32), centres).tolist() == [0, 0, 1]


def test_the_same_seed_gives_the_same_classes():
    points, _ = grouped(spread=0.6)
    one, other = (clustered(points, 9, seed=4) for _ in range(2))
    np.testing.assert_array_equal(one.labels, other.labels)
    assert one.sse == other.sse


def test_seeds_are_different_points_of_each_group():
    points, groups = grouped(spread=0.01)
    chosen = seeds(points, 5, np.random.default_rng(0), Progress())
    assert sorted(groups[chosen].tolist()) == list(range(5))


def test_cancelling_stops_before_the_next_run():
    progress = Progress()
    progress.cancelled = lambda: True
    with pytest.raises(Cancelled):
        best_of(grouped()[0], 3, np.random.default_rng(0), 3, progress)
