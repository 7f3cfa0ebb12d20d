# SPDX-License-Identifier: GPL-2.0-or-later
"""How well pairs of classes can be told apart."""

from __future__ import annotations

import numpy as np

# Pairs above the first are told apart well, those below the second badly (Richards 2013, ch. 10).
GOOD, POOR = 1.9, 1.0


def jeffries_matusita(means: np.ndarray, covariances: np.ndarray) -> np.ndarray:
    """Return the Jeffries-Matusita distance of each pair of normal distributions, from 0 (the same) to 2.

    ``2 (1 - exp(-B))`` with B the Bhattacharyya distance. Some software takes the square root of it, up to 1.414. It
    tells how classes of just these distributions overlap, not how a classifier does on further pixels; of few samples
    in many bands without shrinkage, all pairs come out as 2.

    Parameters
    ----------
    means : ndarray, shape (classes, features)
    covariances : ndarray, shape (classes, features, features)
        Positive definite.

    Returns
    -------
    ndarray, shape (classes, classes)
        Symmetric, 0 on the diagonal.
    """
    count = len(means)
    half_log_determinants = [_half_log_determinant(np.linalg.cholesky(one)) for one in covariances]
    distances = np.zeros((count, count))
    for one in range(count):
        for other in range(one):
            factor = np.linalg.cholesky((covariances[one] + covariances[other]) / 2)
            apart = np.linalg.solve(factor, means[one] - means[other])
            bhattacharyya = apart @ apart / 8 + (
                _half_log_determinant(factor) - (half_log_determinants[one] + half_log_determinants[other]) / 2
            )
            distances[one, other] = distances[other, one] = -2 * np.expm1(-max(bhattacharyya, 0.0))
    return distances


def _half_log_determinant(factor: np.ndarray) -> float:
    return float(np.log(np.diag(factor)).sum())
