import numpy as np
import pytest

from neon_aop.core.errors import ParameterError
from neon_aop.core.methods.expression import Expression

VALUES = {500.0: np.array([0.5, 0.0, -0.2]), 600.5: np.array([0.25, 0.1, 0.4])}
A, B = VALUES.values()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("r500", A),
        (" R500 + r600.5 ", A + B),
        ("r500-r600.5-1", A - B - 1),
        ("r500 - (r600.5 - 1)", A - (B - 1)),
        ("2*r500+3*r600.5", 2 * A + 3 * B),
        ("2*(r500+3)*r600.5", 2 * (A + 3) * B),
        ("r600.5/2/2", B / 4),
        ("-r500**2", -(A**2)),
        ("(-r500)**2", A**2),
        ("2**-r600.5", 2**-B),
        ("2^r600.5^2", 2 ** (B**2)),
        ("2**-r600.5**2*3", 2 ** -(B**2) * 3),
        ("--r500", A),
        ("+r500*-1", -A),
        ("r500*1.5e-1 + .5 - 2.", A * 0.15 + 0.5 - 2),
        ("abs(r500)+SQRT(r600.5)", np.abs(A) + np.sqrt(B)),
        ("-log10 ( r600.5 ) / log(r600.5)", -np.log10(B) / np.log(B)),
        ("exp(r500+(r600.5))*2", np.exp(A + B) * 2),
        ("((((r500))))", A),
        ("(r500-r600.5)/(r500+r600.5)", (A - B) / (A + B)),
    ],
)
def test_value_is_that_of_the_arithmetic(text, expected):
    np.testing.assert_allclose(Expression.parse(text).evaluate(VALUES), expected, rtol=1e-15)


@pytest.mark.parametrize(
    "text",
    ["r500/0", "1/(r500-r500)", "1/(1/(r500*0))", "log(r500*0)", "1/log10(0*r500)", "(0*r500)**-1", "sqrt(0*r500-1)"],
)
def test_what_is_not_defined_is_no_number(text):
    assert np.isnan(Expression.parse(text).evaluate(VALUES)).all()


def test_divisor_that_is_zero_but_for_rounding_is_zero():
    values = {500.0: np.array([0.3]), 600.0: np.array([0.2]), 700.0: np.array([0.1])}
    assert values[500.0] - values[600.0] - values[700.0] != 0
    assert np.isnan(Expression.parse("1/(r500-r600-r700)").evaluate(values)).all()


@pytest.mark.parametrize("text", ["exp(2000*r500)", "1/exp(2000*r500)"])
def test_what_overflows_is_no_number(text):
    assert np.isnan(Expression.parse(text).evaluate({500.0: np.array([0.5])})).all()


def test_wavelengths_are_those_that_occur():
    assert Expression.parse("r827 - r500.25*r827").wavelengths == (500.25, 827.0)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "something is missing at its end"),
        ("1+2", "it has no wavelength"),
        ("r500+", "something is missing at its end"),
        ("(r500", "a bracket is not closed"),
        ("r500)", r'"\)" is not expected there'),
        ("()", r'"\)" is not expected there'),
        ("*r500", r'"\*" is not expected there'),
        ("r500 r600", '"r600" is not expected there'),
        ("2r500", '"r500" is not expected there'),
        ("r500(2)", r'"\(" is not expected there'),
        ("r500*/2", '"/" is not expected there'),
        ("eval(r500)", '"eval" is no function'),
        ("__import__('os')", "is not expected there"),
        ("r500.__class__", "is not expected there"),
        ("r500 if 1 else 2", "is not expected there"),
        ("b500", "is not expected there"),
        ("r500,5", '",5" is not expected there'),
        ("r٥٠٠", "is not expected there"),
        ("r500;r600", "is not expected there"),
        ("(" * 2000 + "r500", "it is longer than 1000 characters"),
    ],
)
def test_what_is_no_expression_is_refused(text, reason):
    with pytest.raises(ParameterError, match=reason):
        Expression.parse(text)


def test_deep_brackets_are_no_danger():
    text = "(" * 490 + "r500" + ")" * 490
    np.testing.assert_array_equal(Expression.parse(text).evaluate(VALUES), A)
