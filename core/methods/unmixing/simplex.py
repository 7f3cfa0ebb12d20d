# SPDX-License-Identifier: GPL-2.0-or-later
"""The pixels that span the largest simplex: N-FINDR, vertex component analysis, and pixels of high purity."""

from __future__ import annotations

import math

import numpy as np

from .scorepoints import ScorePoints

# Replacing a vertex must multiply the volume by more than this.
_GAIN = 1 + 1e-9
# Pixels for each endmember that are searched among those of the highest purity.
_PURE_PER_ENDMEMBER = 10


def volume_of(vertices: np.ndarray) -> float:
    """Return the volume of a simplex, whose vertices have shape (n + 1, n)."""
    return abs(float(np.linalg.det(_with_ones(vertices)))) / math.factorial(vertices.shape[1])


def _with_ones(vertices: np.ndarray) -> np.ndarray:
    return np.hstack([np.ones((len(vertices), 1)), vertices])


def grow(points: ScorePoints) -> list[int]:
    """Choose vertices one by one, each the point that is furthest from the affine hull of the earlier ones.

    Returns
    -------
    list of int
        The indices of as many points as there are dimensions, and one more.
    """
    directions, constants = np.eye(points.dimensions), np.zeros(points.dimensions)
    found: list[int] = []
    while len(found) <= points.dimensions:
        found.append(points.furthest(directions, constants))
        vertices = points.at(found)
        # What is orthogonal to the hull of the vertices.
        hull, _ = np.linalg.qr((vertices[1:] - vertices[0]).T, mode="complete")
        directions = hull[:, len(found) - 1 :]
        constants = -vertices[0] @ directions
    return found


def n_findr(points: ScorePoints, start: list[int]) -> list[int]:
    """Replace vertices by points that make the volume larger, one by one, until there are none (Winter 1999).

    The volume with a point in place of a vertex is that of before times the absolute barycentric coordinate of the
    point, which is linear in the point: one product for each vertex, and no determinant for each pixel. It does not
    suit scenes without pure pixels, in which the simplex of the pixels is smaller than that of the endmembers, and
    outliers are always vertices. Source: doi:10.1117/12.366289.

    Parameters
    ----------
    points : ScorePoints
    start : list of int
        Indices of points, one more than dimensions.
    """
    found = list(start)
    matrix = _with_ones(points.at(found))
    if np.linalg.matrix_rank(matrix) != len(matrix):
        return found
    is_changed = True
    while is_changed:
        is_changed = False
        for vertex in range(len(found)):
            coordinate = np.linalg.inv(matrix)[:, vertex]
            index = points.furthest(coordinate[1:, np.newaxis], coordinate[:1])
            row = np.append(1.0, points.at(index))
            if abs(row @ coordinate) > _GAIN:
                found[vertex], matrix[vertex], is_changed = index, row, True
    return found


def vca(points: ScorePoints, generator: np.random.Generator) -> list[int]:
    """Choose vertices one by one, each furthest along a random direction that is orthogonal to the earlier ones.

    This is vertex component analysis as its authors apply it to noisy images: on the principal components and a
    constant, the largest distance of a pixel to the mean. It does not suit scenes without pure pixels. Source:
    Nascimento and Bioucas-Dias 2005, doi:10.1109/TGRS.2005.844293.

    Returns
    -------
    list of int
        The indices of as many points as there are dimensions, and one more.
    """
    size = points.dimensions + 1
    outermost = points.at(points.furthest(np.eye(size - 1), np.zeros(size - 1)))
    constant = float(np.linalg.norm(outermost))
    vertices = np.zeros((size, size))
    vertices[-1, 0] = 1
    found: list[int] = []
    for index in range(size):
        direction = generator.random(size)
        direction -= vertices @ (np.linalg.pinv(vertices) @ direction)
        direction /= np.linalg.norm(direction)
        found.append(points.furthest(direction[:-1, np.newaxis], constant * direction[-1:]))
        vertices[:, index] = np.append(points.at(found[-1]), constant)
    return found


def largest_simplex(points: ScorePoints, simplexes) -> list[int]:
    """Return the largest simplex; of equal ones, the first.

    Parameters
    ----------
    points : ScorePoints
    simplexes : iterable of list of int
    """
    return max(simplexes, key=lambda found: volume_of(points.at(found)))


def ppi(points: ScorePoints, directions: np.ndarray) -> np.ndarray:
    """Count how often each point is the lowest or the highest along some directions (pixel purity index).

    The counts are those of SPy's `ppi` with the same directions. Source: Boardman, Kruse and Green 1995.

    Parameters
    ----------
    points : ScorePoints
    directions : ndarray, shape (dimensions, directions)

    Returns
    -------
    ndarray of int, shape (points,)
    """
    return np.bincount(points.extremes(directions).ravel(), minlength=len(points))


def purest(counts: np.ndarray, endmembers: int) -> np.ndarray:
    """Return the points of the highest purity, ten for each endmember; of equal ones, the first."""
    most = min(_PURE_PER_ENDMEMBER * endmembers, max(int(np.count_nonzero(counts)), endmembers))
    return np.sort(np.argsort(-counts, kind="stable")[:most])
