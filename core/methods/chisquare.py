# SPDX-License-Identifier: GPL-2.0-or-later
"""Quantiles of the chi-square distribution, without SciPy."""

from __future__ import annotations

import math

_HALVINGS = 200


def chi_square_quantile(share: float, freedom: float) -> float:
    """Return the value that the chi-square distribution stays below with probability `share`.

    Parameters
    ----------
    share : float
        Between 0 and 1.
    freedom : float
        Degrees of freedom, above 0.
    """
    low, high = 0.0, freedom + 10.0
    while chi_square_probability(high, freedom) < share:
        low, high = high, 2 * high
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if chi_square_probability(middle, freedom) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def chi_square_probability(value: float, freedom: float) -> float:
    """Return the probability that the chi-square distribution stays below a value (series of DLMF 8.11.4)."""
    a, x = freedom / 2, float(value) / 2
    if x <= 0:
        return 0.0
    # Beyond, the rest is below 1e-40 and the series would overflow.
    if x > a + 20 * math.sqrt(a) + 100:
        return 1.0
    term = total = 1 / a
    divisor = a
    while term > total * 1e-17:
        divisor += 1
        term *= x / divisor
        total += term
    return min(total * math.exp(a * math.log(x) - x - math.lgamma(a)), 1.0)
