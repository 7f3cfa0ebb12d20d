# SPDX-License-Identifier: GPL-2.0-or-later
"""Matrix products at full speed, inside QGIS as well.

QGIS on Debian and Ubuntu links the GNU Scientific Library, whose reference BLAS has functions of the same names as the
fast BLAS that NumPy wants. The ones loaded first are used, so NumPy's products are 10 to 25 times slower there. SciPy
calls its BLAS by addresses; where NumPy's is slow, products are computed through these.
"""

from __future__ import annotations

import ctypes
import sys
from functools import cache

import numpy as np

_FUNCTIONS = {"float32": ("sgemm", "ssyrk"), "float64": ("dgemm", "dsyrk")}


def product(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Return ``left @ right`` of two matrices of the same floating-point type.

    Parameters
    ----------
    left : ndarray, shape (m, k)
    right : ndarray, shape (k, n)

    Returns
    -------
    ndarray, shape (m, n), C-contiguous
    """
    blas = _scipy_blas()
    if blas is None or not left.size or not right.size:
        return left @ right
    (rows, inner), columns = left.shape, right.shape[1]
    if right.shape[0] != inner or left.dtype != right.dtype:
        raise ValueError(f"matrices {left.shape} {left.dtype} and {right.shape} {right.dtype} do not fit")
    result = np.empty((rows, columns), dtype=left.dtype)
    # Fortran sees each matrix transposed, so it computes right' left' = (left right)'.
    left, left_form, left_step = _as_fortran(left)
    right, right_form, right_step = _as_fortran(right)
    gemm, real = blas[left.dtype.name][0], ctypes.c_float if left.dtype == np.float32 else ctypes.c_double
    gemm(
        right_form,
        left_form,
        _integer(columns),
        _integer(rows),
        _integer(inner),
        ctypes.byref(real(1)),
        right.ctypes.data,
        _integer(right_step),
        left.ctypes.data,
        _integer(left_step),
        ctypes.byref(real(0)),
        result.ctypes.data,
        _integer(columns),
    )
    return result


def gram(matrix: np.ndarray) -> np.ndarray:
    """Return ``matrix.T @ matrix`` of a matrix of floating-point numbers, shape (m, n).

    Returns
    -------
    ndarray, shape (n, n), symmetric
    """
    blas = _scipy_blas()
    if blas is None or not matrix.size:
        return matrix.T @ matrix
    matrix, form, step = _as_fortran(matrix)
    rows, columns = matrix.shape
    result = np.zeros((columns, columns), dtype=matrix.dtype)
    syrk, real = blas[matrix.dtype.name][1], ctypes.c_float if matrix.dtype == np.float32 else ctypes.c_double
    syrk(
        b"L",
        form,
        _integer(columns),
        _integer(rows),
        ctypes.byref(real(1)),
        matrix.ctypes.data,
        _integer(step),
        ctypes.byref(real(0)),
        result.ctypes.data,
        _integer(columns),
    )
    # Fortran's lower triangle is our upper one.
    return result + np.triu(result, 1).T


@cache
def _scipy_blas() -> dict | None:
    """Return SciPy's (gemm, syrk) by type, or None where NumPy's own are fast or SciPy is missing."""
    return _load_scipy_blas() if _numpy_is_shadowed() else None


def _load_scipy_blas() -> dict | None:
    try:
        from scipy.linalg import cython_blas
    except ImportError:
        return None
    return {
        name: tuple(_function(cython_blas, function) for function in functions)
        for name, functions in _FUNCTIONS.items()
    }


def _numpy_is_shadowed() -> bool:
    if not sys.platform.startswith("linux"):
        return False
    try:
        with open("/proc/self/maps", encoding="utf-8", errors="replace") as maps:
            return any("libgslcblas" in line for line in maps)
    except OSError:
        return False


def _function(module, name: str):
    """Make a function of SciPy's Cython interface callable; calls let other threads run."""
    capsule = module.__pyx_capi__[name]
    name_of = ctypes.pythonapi.PyCapsule_GetName
    name_of.restype, name_of.argtypes = ctypes.c_char_p, [ctypes.py_object]
    address_of = ctypes.pythonapi.PyCapsule_GetPointer
    address_of.restype, address_of.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
    arguments = 13 if name.endswith("gemm") else 10
    forms = [ctypes.c_char_p] * 2 + [ctypes.c_void_p] * (arguments - 2)
    return ctypes.CFUNCTYPE(None, *forms)(address_of(capsule, name_of(capsule)))


def _integer(value: int):
    return ctypes.byref(ctypes.c_int(value))


def _as_fortran(matrix: np.ndarray) -> tuple[np.ndarray, bytes, int]:
    """Describe a matrix to Fortran, which stores columns one after another and so sees it transposed.

    Returns
    -------
    matrix : ndarray
        A copy if neither rows nor columns are contiguous.
    form : bytes
        b"N" if Fortran sees ``matrix.T``, b"T" if it sees the matrix itself.
    step : int
        Elements from one column, as Fortran sees it, to the next.
    """
    size = matrix.itemsize
    step, other = matrix.strides
    if other == size and step >= matrix.shape[1] * size:
        return matrix, b"N", max(step // size, 1)
    if step == size and other >= matrix.shape[0] * size:
        return matrix, b"T", max(other // size, 1)
    matrix = np.ascontiguousarray(matrix)
    return matrix, b"N", max(matrix.shape[1], 1)
