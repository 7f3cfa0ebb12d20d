# SPDX-License-Identifier: GPL-2.0-or-later
"""Matrix products at full speed, also inside QGIS.

QGIS on Debian and Ubuntu links the GNU Scientific Library, whose slow reference BLAS has functions of the same names as
the fast BLAS of NumPy. It is loaded first, so NumPy's products are 10 to 25 times slower inside QGIS. SciPy's Cython
interface gives the addresses of the functions of its own BLAS, which are called here in that case.
"""

from __future__ import annotations

import ctypes
import sys
import threading
from functools import cache

import numpy as np

_FUNCTIONS = {"float32": ("sgemm", "ssyrk"), "float64": ("dgemm", "dsyrk")}


def product(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Return ``left @ right``, C-contiguous, of two matrices of the same floating-point type."""
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
    gemm, _ = blas[left.dtype.name]
    one, zero = np.ones(1, left.dtype), np.zeros(1, left.dtype)
    sizes = columns, rows, inner
    _call(gemm, right_form, left_form, *sizes, one, right, right_step, left, left_step, zero, result, columns)
    return result


def gram(matrix: np.ndarray) -> np.ndarray:
    """Return ``matrix.T @ matrix`` of a matrix of floating-point numbers."""
    blas = _scipy_blas()
    if blas is None or not matrix.size:
        return matrix.T @ matrix
    matrix, form, step = _as_fortran(matrix)
    rows, columns = matrix.shape
    result = np.zeros((columns, columns), dtype=matrix.dtype)
    _, syrk = blas[matrix.dtype.name]
    one, zero = np.ones(1, matrix.dtype), np.zeros(1, matrix.dtype)
    _call(syrk, b"L", form, columns, rows, one, matrix, step, zero, result, columns)
    # Fortran's lower triangle is our upper one.
    return result + np.triu(result, 1).T


def load_early() -> None:
    """Load SciPy's BLAS in a thread where it will be needed, as its import takes half a second: meanwhile, read."""
    if _numpy_is_shadowed():
        threading.Thread(target=_scipy_blas, name="load BLAS").start()


@cache
def _scipy_blas() -> dict | None:
    """Return SciPy's (gemm, syrk) by name of the type; None where NumPy's own are fast or SciPy is missing."""
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
    """Make a function of SciPy's Cython interface callable; calls release the GIL."""
    capsule = module.__pyx_capi__[name]
    name_of = ctypes.pythonapi.PyCapsule_GetName
    name_of.restype, name_of.argtypes = ctypes.c_char_p, [ctypes.py_object]
    address_of = ctypes.pythonapi.PyCapsule_GetPointer
    address_of.restype, address_of.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
    arguments = 13 if name.endswith("gemm") else 10
    forms = [ctypes.c_char_p] * 2 + [ctypes.c_void_p] * (arguments - 2)
    return ctypes.CFUNCTYPE(None, *forms)(address_of(capsule, name_of(capsule)))


def _call(function, *arguments: bytes | int | np.ndarray) -> None:
    """Call a Fortran function, which takes all arguments by reference."""

    def reference(value):
        if isinstance(value, np.ndarray):
            return value.ctypes.data
        return ctypes.byref(ctypes.c_int(value)) if isinstance(value, int) else value

    function(*map(reference, arguments))


def _as_fortran(matrix: np.ndarray) -> tuple[np.ndarray, bytes, int]:
    """Return a matrix, copied if neither rows nor columns are contiguous, with BLAS's arguments TRANS and LD.

    TRANS is b"N" where the column-major order of Fortran makes it ``matrix.T``, and b"T" where it is the matrix itself.
    LD is the number of elements from one column, as Fortran sees it, to the next.
    """
    size = matrix.itemsize
    step, other = matrix.strides
    if other == size and step >= matrix.shape[1] * size:
        return matrix, b"N", max(step // size, 1)
    if step == size and other >= matrix.shape[0] * size:
        return matrix, b"T", max(other // size, 1)
    matrix = np.ascontiguousarray(matrix)
    return matrix, b"N", max(matrix.shape[1], 1)
