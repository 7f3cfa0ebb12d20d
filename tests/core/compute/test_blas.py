import numpy as np
import pytest

from neon_aop.core.compute import blas

SHAPES = [(7, 5), (5, 7), (1, 6), (6, 1), (1, 1), (40, 3)]


def c_ordered(values):
    return np.ascontiguousarray(values)


def f_ordered(values):
    return np.asfortranarray(values)


def rows_apart(values):
    spaced = np.full((2 * values.shape[0], values.shape[1] + 3), np.nan, values.dtype)
    spaced[::2, 1:-2] = values
    return spaced[::2, 1:-2]


def columns_apart(values):
    return rows_apart(values.T).T


def strided(values):
    """Neither rows nor columns are contiguous."""
    spaced = np.full((2 * values.shape[0], 3 * values.shape[1]), np.nan, values.dtype)
    spaced[::2, ::3] = values
    return spaced[::2, ::3]


def reversed_rows(values):
    return np.ascontiguousarray(values[::-1])[::-1]


LAYOUTS = [c_ordered, f_ordered, rows_apart, columns_apart, strided, reversed_rows]


@pytest.fixture(params=["NumPy's", "SciPy's"])
def either_blas(request, monkeypatch):
    """Compute through either library, whichever this process would choose."""
    functions = None
    if request.param == "SciPy's":
        functions = blas._load_scipy_blas()
        if functions is None:
            pytest.skip("SciPy is not installed")
    monkeypatch.setattr(blas, "_scipy_blas", lambda: functions)


def matrix(shape, dtype, seed):
    """Return small integers, whose products are exact whatever the order of adding."""
    return np.random.default_rng(seed).integers(-9, 10, shape).astype(dtype)


@pytest.mark.usefixtures("either_blas")
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("left_layout", LAYOUTS)
@pytest.mark.parametrize("right_layout", LAYOUTS)
def test_product(left_layout, right_layout, dtype):
    for shape in SHAPES:
        left, right = matrix(shape, dtype, 0), matrix((shape[1], 4), dtype, 1)
        found = blas.product(left_layout(left), right_layout(right))
        np.testing.assert_array_equal(found, left @ right)
        assert found.dtype == dtype
        assert found.flags.c_contiguous


@pytest.mark.usefixtures("either_blas")
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("shape", SHAPES)
def test_gram(shape, layout, dtype):
    values = matrix(shape, dtype, 2)
    found = blas.gram(layout(values))
    np.testing.assert_array_equal(found, values.T @ values)
    assert found.dtype == dtype


@pytest.mark.usefixtures("either_blas")
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("sizes", [(0, 3, 2), (4, 0, 2), (4, 3, 0)])
def test_products_of_empty_matrices(sizes, dtype):
    rows, inner, columns = sizes
    found = blas.product(np.ones((rows, inner), dtype), np.ones((inner, columns), dtype))
    np.testing.assert_array_equal(found, np.zeros((rows, columns)))
    assert found.dtype == dtype


@pytest.mark.usefixtures("either_blas")
@pytest.mark.parametrize("shape", [(0, 3), (3, 0)])
def test_gram_of_an_empty_matrix(shape):
    np.testing.assert_array_equal(blas.gram(np.ones(shape)), np.zeros((shape[1], shape[1])))


@pytest.mark.usefixtures("either_blas")
def test_arguments_are_not_changed():
    left, right = matrix((6, 5), np.float64, 3), matrix((5, 4), np.float64, 4)
    before = left.copy(), right.copy()
    blas.product(left, right)
    blas.gram(left)
    np.testing.assert_array_equal(left, before[0])
    np.testing.assert_array_equal(right, before[1])


@pytest.mark.usefixtures("either_blas")
def test_matrices_that_do_not_fit_are_an_error():
    with pytest.raises(ValueError):
        blas.product(np.ones((2, 3)), np.ones((4, 2)))
