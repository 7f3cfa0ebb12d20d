"""N-FINDR, VCA and pixel purity against plain formulations of their papers and SPy."""

from __future__ import annotations

import math

import numpy as np
import pytest
from spectral import ppi as spy_ppi

from neon_aop.core.compute.threads import pool, using_threads
from neon_aop.core.methods.unmixing.scorepoints import ScorePoints
from neon_aop.core.methods.unmixing.simplex import (
    grow,
    largest_simplex,
    n_findr,
    ppi,
    purest,
    vca,
    volume_of,
)
from neon_aop.core.progress import Progress


@pytest.fixture(params=[2, 4])
def score_points(request):
    """Points in a few components, and what searches them."""
    points = np.random.default_rng(1).normal(size=(50_000, request.param))
    with pool() as threads:
        yield ScorePoints(points, threads, Progress())


def volume(vertices):
    return abs(np.linalg.det(np.vstack([vertices.T, np.ones(len(vertices))]))) / math.factorial(len(vertices) - 1)


def plain_n_findr(points, found):
    """The method as Winter describes it: a determinant for each pixel and vertex."""
    found, best, is_changed = list(found), volume(points[found]), True
    while is_changed:
        is_changed = False
        for vertex in range(len(found)):
            others = points[found]
            volumes = np.empty(len(points))
            for index, point in enumerate(points):
                others[vertex] = point
                volumes[index] = volume(others)
            if volumes.max() > best * (1 + 1e-9):
                found[vertex], best, is_changed = int(volumes.argmax()), volumes.max(), True
    return found


def test_n_findr_ends_where_a_determinant_for_each_pixel_does():
    points = np.random.default_rng(2).normal(size=(400, 3))
    with pool() as threads:
        found = n_findr(ScorePoints(points, threads, Progress()), [5, 6, 7, 8])
    assert found == plain_n_findr(points, [5, 6, 7, 8])


def test_no_other_pixel_makes_the_simplex_of_n_findr_larger(score_points):
    found = n_findr(score_points, grow(score_points))
    points, largest = score_points.at(slice(None)), volume_of(score_points.at(found))
    assert largest == pytest.approx(volume(score_points.at(found)))
    coordinates = np.hstack([np.ones((len(points), 1)), points]) @ np.linalg.inv(
        np.hstack([np.ones((len(found), 1)), score_points.at(found)])
    )
    assert np.abs(coordinates).max() <= 1 + 1e-8


def test_each_vertex_is_the_furthest_from_the_hull_of_the_earlier_ones(score_points):
    found, points = grow(score_points), score_points.at(slice(None))
    assert found[0] == np.linalg.norm(points, axis=1).argmax()
    for count in range(1, len(found)):
        first = points[found[0]]
        directions = (points[found[1:count]] - first).T
        fitted = directions @ np.linalg.lstsq(directions, (points - first).T, rcond=None)[0] if count > 1 else 0
        assert found[count] == np.linalg.norm((points - first).T - fitted, axis=0).argmax()


def test_vca_is_that_of_the_paper(score_points):
    found = vca(score_points, np.random.default_rng(3))
    random, points = np.random.default_rng(3), score_points.at(slice(None)).T
    size = len(points) + 1
    lifted = np.vstack([points, np.full(points.shape[1], np.sqrt((points**2).sum(axis=0).max()))])
    vertices, expected = np.zeros((size, size)), []
    vertices[-1, 0] = 1
    for index in range(size):
        weights = random.random(size)
        direction = weights - vertices @ np.linalg.pinv(vertices) @ weights
        expected.append(int(np.abs(direction / np.linalg.norm(direction) @ lifted).argmax()))
        vertices[:, index] = lifted[:, expected[-1]]
    assert found == expected


def test_other_random_directions_lead_vca_to_other_vertices(score_points):
    assert len({tuple(vca(score_points, np.random.default_rng(seed))) for seed in range(5)}) > 1


def test_the_largest_of_several_simplexes_is_kept(score_points):
    starts = [list(range(first, first + score_points.dimensions + 1)) for first in range(0, 50, 5)]
    best = largest_simplex(score_points, starts)
    assert volume(score_points.at(best)) == max(volume(score_points.at(one)) for one in starts)


def test_ppi_is_that_of_spy(score_points):
    points = score_points.at(slice(None))
    np.random.seed(7)
    expected = spy_ppi(points.reshape(100, 500, -1), 200, centered=True)
    directions = np.random.RandomState(7).rand(200, score_points.dimensions) - 0.5
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    np.testing.assert_array_equal(ppi(score_points, directions.T).reshape(100, 500), expected)


def test_the_purest_are_ten_for_each_endmember_that_were_extreme():
    counts = np.array([0, 3, 1, 0, 5, 1])
    assert purest(counts, 3).tolist() == [1, 2, 4, 5]
    assert purest(np.arange(100), 2).tolist() == list(range(80, 100))
    assert len(purest(np.array([9, 0, 0]), 2)) == 2


def test_results_do_not_depend_on_the_number_of_threads():
    points = np.random.default_rng(4).normal(size=(60_000, 5)).astype(np.float32)
    directions = np.random.default_rng(5).normal(size=(5, 70))
    results = []
    for count in (1, 3):
        with using_threads(count), pool() as threads:
            score_points = ScorePoints(points, threads, Progress())
            results.append((n_findr(score_points, grow(score_points)), score_points.extremes(directions).tolist()))
    assert results[0] == results[1]
