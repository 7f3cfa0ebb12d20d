# SPDX-License-Identifier: GPL-2.0-or-later
"""How many endmembers an image has: hyperspectral signal identification by minimum error (HySime)."""

from __future__ import annotations

import numpy as np

# Added to the diagonals of matrices, as a share of their mean, so that they can be inverted.
_RIDGE = 1e-10


def signal_dimensions(mean: np.ndarray, covariance: np.ndarray) -> int:
    """Estimate the number of directions in which the signal is larger than the noise.

    The noise of a band is what a linear regression on the other bands leaves over. An eigenvector of the signal counts
    if keeping it lowers the squared error of the image: its power must exceed twice the power of its noise. It does not
    suit images of few bands. Where noise is correlated, as after smoothing, it finds too many. Source: Bioucas-Dias and
    Nascimento 2008, doi:10.1109/TGRS.2008.918089.

    Parameters
    ----------
    mean : ndarray, shape (bands,)
    covariance : ndarray, shape (bands, bands)

    Returns
    -------
    int
    """
    bands = len(mean)
    products = covariance + np.outer(mean, mean)
    inverse = np.linalg.inv(products + _RIDGE * np.trace(products) / bands * np.eye(bands))
    # Row i of the inverse over its diagonal is 1 and the negative coefficients of the regression of band i.
    to_noise = inverse / np.diag(inverse)[:, np.newaxis]
    noise = np.diag(np.diag(to_noise @ products @ to_noise.T))
    to_signal = np.eye(bands) - to_noise
    signal = to_signal @ products @ to_signal.T
    noise = noise + np.trace(signal) / bands / 1e5 * np.eye(bands)
    _, vectors = np.linalg.eigh((signal + signal.T) / 2)
    power = np.einsum("bi,bc,ci->i", vectors, products, vectors)
    noise_power = np.einsum("bi,bc,ci->i", vectors, noise, vectors)
    return int(np.count_nonzero(2 * noise_power < power))
