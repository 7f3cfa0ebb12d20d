import numpy as np
import pytest

from neon_aop.core.errors import TileError
from neon_aop.core.files.neon.attributes import checked_number, numbers_in, one_number_in


@pytest.mark.parametrize(
    ("value", "numbers"),
    [
        (None, []),
        ("", []),
        (5.0, [5.0]),
        ("5", [5.0]),
        ("1340, 1445.5", [1340.0, 1445.5]),
        ("1340 1445", [1340.0, 1445.0]),
        (np.array([1.0, 2.0]), [1.0, 2.0]),
        (np.array([[1.0], [2.0]]), [1.0, 2.0]),
        (np.zeros(0), []),
        ("5 m", []),
        ("1e400", [np.inf]),
    ],
    ids=str,
)
def test_numbers_in_an_attribute(value, numbers):
    assert numbers_in(value) == numbers


@pytest.mark.parametrize(("value", "number"), [(5.0, 5.0), ("5", 5.0), ("5 6", None), (np.ones(2), None), (None, None)])
def test_one_number_in_an_attribute(value, number):
    assert one_number_in(value) == number


@pytest.mark.parametrize("value", [None, "", " \n", np.zeros(0)], ids=repr)
def test_missing_number(value):
    assert checked_number("a.h5", "Factor", value) is None


@pytest.mark.parametrize(("limits", "value"), [((1, 10), 1.0), ((1, 10), "10"), (None, 1e308)])
def test_number_within_limits(limits, value):
    assert checked_number("a.h5", "Factor", value, limits) == float(value)


def test_any_number_without_limits_is_also_nan():
    assert np.isnan(checked_number("a.h5", "Factor", np.nan))


@pytest.mark.parametrize("value", [0.999, 10.001, np.nan, np.inf, -5.0, "1e400"])
def test_number_beyond_the_limits(value):
    with pytest.raises(TileError, match=r"a\.h5: Factor is .* and should be a number from 1 to 10; .* download"):
        checked_number("a.h5", "Factor", value, (1, 10))


@pytest.mark.parametrize("value", ["text", "1 2", np.array([1.0, 2.0])], ids=str)
def test_anything_else_than_one_number(value):
    with pytest.raises(TileError, match="Factor is .* instead of one number"):
        checked_number("a.h5", "Factor", value)
