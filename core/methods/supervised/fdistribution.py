# SPDX-License-Identifier: GPL-2.0-or-later
"""Quantiles of the F distribution, without SciPy."""

from __future__ import annotations

import math

_TERMS = 2000
_PRECISION = 1e-15
# Stands for 0 in denominators of the continued fraction.
_TINY = 1e-300
_HALVINGS = 1100


def f_quantile(share: float, numerator: float, denominator: float) -> float:
    """Return the value that the F distribution stays below with probability `share`.

    Parameters
    ----------
    share : float
        Between 0 and 1.
    numerator, denominator : float
        Degrees of freedom, above 0.
    """
    # x = d1 F / (d1 F + d2) and 1 - x follow beta distributions. The smaller of them is searched: the other one loses
    # digits.
    a, b = numerator / 2, denominator / 2
    if share <= incomplete_beta(a, b, 0.5):
        x = _beta_quantile(share, a, b)
        return denominator * x / (numerator * (1 - x))
    y = _beta_quantile(1 - share, b, a)
    return denominator * (1 - y) / (numerator * y) if y > 0 else math.inf


def _beta_quantile(share: float, a: float, b: float) -> float:
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if incomplete_beta(a, b, middle) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def incomplete_beta(a: float, b: float, x: float) -> float:
    """Return the regularized incomplete beta function, by its continued fraction (DLMF 8.17.22, Lentz's method)."""
    if not 0 < x < 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(b, a, 1 - x)
    front = math.exp(a * math.log(x) + b * math.log1p(-x) + math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)) / a
    c, d = 1.0, 1 / _not_zero(1 - (a + b) * x / (a + 1))
    fraction = d
    for m in range(1, _TERMS):
        for numerator in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _not_zero(1 + numerator * d)
            c = _not_zero(1 + numerator / c)
            fraction *= c * d
        if abs(c * d - 1) < _PRECISION:
            break
    return front * fraction


def _not_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
