# SPDX-License-Identifier: GPL-2.0-or-later
"""Mahalanobis distances: with L the Cholesky factor of a covariance, the distance of x is the length of inv(L) x."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..compute.blas import product
from ..image.slices import aligned_slices

# Triangular matrices are multiplied in so many parts, which leaves out most of their zeros.
PANELS = 4


def inverse_cholesky(covariance: np.ndarray) -> tuple[np.ndarray, float]:
    """Return the inverse of the Cholesky factor, and the logarithm of the determinant of that factor."""
    factor = np.linalg.cholesky(covariance)
    return np.tril(np.linalg.inv(factor)), float(np.log(np.diag(factor)).sum())


def panels_of(matrix: np.ndarray, dtype) -> list[np.ndarray]:
    """Cut a lower triangular matrix, which may have further columns before it, into panels for `squared_lengths`."""
    rows, columns = matrix.shape
    return [
        np.ascontiguousarray(matrix[part, : part.stop + columns - rows], dtype)
        for part in aligned_slices(0, rows, -(-rows // PANELS))
    ]


def squared_lengths(values: np.ndarray, panels: Sequence[np.ndarray]) -> np.ndarray:
    """Return the squared lengths of ``matrix @ value``, shape (pixels,), of values of shape (pixels, columns)."""
    lengths = np.zeros(len(values), values.dtype)
    for panel in panels:
        # Shape (rows of the panel, pixels): the product is faster so.
        transformed = product(panel, values[:, : panel.shape[1]].T)
        lengths += np.einsum("ij,ij->j", transformed, transformed)
    return lengths
