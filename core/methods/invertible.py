# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a covariance matrix can be inverted, and which bands are the cause if not."""

from __future__ import annotations

import numpy as np

from ..errors import ParameterError
from ..image.bands import Bands
from ..wording import counted, listed

# A band of which less than this share of the variance is its own depends on the others. Rounding of float32 leaves
# 1e-14 of bands that depend on others, rounding to integers 1e-9 and more of bands that do not.
LEAST_OWN_SHARE = 1e-11


def check_invertible(covariance: np.ndarray, bands: Bands, name: str) -> None:
    """Raise a `ParameterError` that names the bands which are constant or follow from other bands.

    Parameters
    ----------
    covariance : ndarray, shape (bands, bands)
        Of the bands, or of their noise.
    bands : Bands
    name : str
        Of the image.
    """
    dependent = dependent_bands(covariance)
    if not len(dependent):
        return
    names = [bands.names[band] for band in dependent]
    raise ParameterError(
        counted(
            len(names),
            "{listed} of {name} is constant, or a copy or sum of other bands, so that the covariance cannot be "
            "inverted; leave it out.",
            "{listed} of {name} are constant, or copies or sums of other bands, so that the covariance cannot be "
            "inverted; leave them out.",
            listed=listed(names),
            name=name,
        )
    )


def dependent_bands(covariance: np.ndarray) -> np.ndarray:
    """Return the indices of the bands without variance of their own, by a pivoted Cholesky decomposition, ascending.

    Of bands that are copies of each other, one is not among them.
    """
    deviations = np.sqrt(np.diag(covariance))
    is_constant = ~(deviations > LEAST_OWN_SHARE * deviations.max(initial=0))
    with np.errstate(invalid="ignore", divide="ignore"):
        left = covariance / np.outer(deviations, deviations)
    left[is_constant] = left[:, is_constant] = 0
    is_left = ~is_constant
    while is_left.any():
        own = np.where(is_left, np.diag(left), 0)
        pivot = int(own.argmax())
        if own[pivot] < LEAST_OWN_SHARE:
            break
        is_left[pivot] = False
        left -= np.outer(left[pivot], left[pivot]) / own[pivot]
    return np.flatnonzero(is_left | is_constant)
