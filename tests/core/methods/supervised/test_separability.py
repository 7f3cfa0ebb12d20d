"""Jeffries-Matusita distances of pairs of classes."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import norm
from spectral.algorithms.algorithms import GaussianStats, bdist

from neon_aop.core.methods.supervised.separability import jeffries_matusita


class Stats:
    """What SPy's Bhattacharyya distance asks of a class."""

    def __init__(self, mean, covariance):
        self.stats = GaussianStats(mean, covariance, 10)


def test_distance_is_that_of_spys_bhattacharyya_distance():
    random = np.random.default_rng(0)
    means = random.normal(size=(3, 4))
    factors = random.normal(size=(3, 4, 4))
    covariances = factors @ factors.transpose(0, 2, 1) + np.eye(4)
    found = jeffries_matusita(means, covariances)
    for one in range(3):
        for other in range(3):
            expected = bdist(Stats(means[one], covariances[one]), Stats(means[other], covariances[other]))
            assert found[one, other] == pytest.approx(2 * (1 - np.exp(-expected)), abs=1e-9)


def test_distance_is_the_integral_of_the_squared_difference_of_root_densities():
    one, other = norm(0.0, 1.0), norm(1.5, 2.0)
    integral = quad(lambda x: (np.sqrt(one.pdf(x)) - np.sqrt(other.pdf(x))) ** 2, -30, 30)[0]
    found = jeffries_matusita(np.array([[0.0], [1.5]]), np.array([[[1.0]], [[4.0]]]))
    assert found[0, 1] == pytest.approx(integral, abs=1e-7)
