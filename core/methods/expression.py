# SPDX-License-Identifier: GPL-2.0-or-later
"""Expressions of reflectance at wavelengths, such as "(r827-r667)/(r827+r667)": parsed, never executed as Python."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from ..errors import ParameterError, in_one_line
from ..wording import tr

LONGEST_EXPRESSION = 1000
# Smaller divisors count as 0: rounding leaves such differences, as 0.3 - 0.2 - 0.1 is -3e-17.
ZERO = 1e-15


def _finite(results: np.ndarray) -> np.ndarray:
    """Replace infinite results by NaN; 1 / infinity would be a number again."""
    return np.where(np.isfinite(results), results, np.nan)


def _quotient(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    return np.divide(left, np.where(np.abs(right) <= ZERO, np.nan, right))


_FUNCTIONS: dict[str, Callable] = {
    "abs": np.abs,
    "exp": lambda value: _finite(np.exp(value)),
    "log": lambda value: _finite(np.log(value)),
    "log10": lambda value: _finite(np.log10(value)),
    "sqrt": np.sqrt,
}
_OPERATORS: dict[str, Callable] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": _quotient,
    "**": lambda left, right: _finite(np.power(left, right)),
}
_MINUS = "minus"
# Precedence of operators. That of a sign is lower than that of a power, so that -r500**2 is negative.
_PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2, _MINUS: 3, "**": 4}
_TOKENS = (
    ("number", r"(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"),
    ("wavelength", r"[rR]\d+(?:\.\d+)?"),
    ("function", r"[A-Za-z]\w*\s*\("),
    ("sign", r"\*\*|[-+*/^()]"),
)
_TOKEN = re.compile(r"\s*(?:" + "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _TOKENS) + ")", re.ASCII)


@dataclass(frozen=True)
class Expression:
    """An expression of reflectance at wavelengths."""

    text: str  # the expression as the user wrote it
    wavelengths: tuple[float, ...]  # all wavelengths in it (nm), ascending
    # The expression in reverse Polish notation: numbers, wavelengths as (nm,), names of operators and functions.
    steps: tuple

    @classmethod
    def parse(cls, text: str) -> Expression:
        """Parse an expression of numbers and wavelengths in nm, such as r827 or r827.5.

        It may have + - * / ** (or ^), brackets, and the functions abs, exp, log (natural), log10 and sqrt.

        Raises
        ------
        ParameterError
            With the place of the error.
        """
        steps = _reverse_polish(text)
        wavelengths = sorted({step[0] for step in steps if isinstance(step, tuple)})
        if not wavelengths:
            raise _error(text, tr("it has no wavelength"))
        return cls(text.strip(), tuple(wavelengths), tuple(steps))

    def evaluate(self, reflectance: Mapping[float, np.ndarray]) -> np.ndarray:
        """Compute the value of pixels; NaN where it is not defined, as after a division by zero.

        `reflectance` has the reflectance of the pixels at each of the wavelengths (float64).
        """
        stack: list = []
        with np.errstate(all="ignore"):
            for step in self.steps:
                if isinstance(step, float):
                    stack.append(step)
                elif isinstance(step, tuple):
                    stack.append(reflectance[step[0]])
                elif step == _MINUS:
                    stack.append(-stack.pop())
                elif step in _FUNCTIONS:
                    stack.append(_FUNCTIONS[step](stack.pop()))
                else:
                    right = stack.pop()
                    stack.append(_OPERATORS[step](stack.pop(), right))
        return stack.pop()


def _reverse_polish(text: str) -> list:
    """Convert an expression to reverse Polish notation (Dijkstra's shunting-yard algorithm)."""
    steps: list = []
    waiting: list[str] = []
    follows_operand = False
    for kind, symbol in _symbols(text):
        is_expected = (
            kind == "sign" and symbol != "(" if follows_operand else kind != "sign" or symbol in ("(", "+", "-")
        )
        if not is_expected:
            raise _unexpected(text, symbol)
        if kind == "number":
            steps.append(float(symbol))
        elif kind == "wavelength":
            steps.append((float(symbol[1:]),))
        elif kind == "function":
            name = symbol[:-1].strip().lower()
            if name not in _FUNCTIONS:
                raise _error(text, tr('"{name}" is no function').format(name=name))
            waiting += [name, "("]
        elif symbol == "(":
            waiting.append(symbol)
        elif symbol == ")":
            while waiting and waiting[-1] != "(":
                steps.append(waiting.pop())
            if not waiting:
                raise _unexpected(text, symbol)
            waiting.pop()
            if waiting and waiting[-1] in _FUNCTIONS:
                steps.append(waiting.pop())
        elif not follows_operand:
            waiting += [_MINUS] if symbol == "-" else []
        else:
            operator = "**" if symbol == "^" else symbol
            while waiting and _goes_first(waiting[-1], operator):
                steps.append(waiting.pop())
            waiting.append(operator)
        follows_operand = kind in ("number", "wavelength") or symbol == ")"
    if not follows_operand:
        raise _error(text, tr("something is missing at its end"))
    if "(" in waiting:
        raise _error(text, tr("a bracket is not closed"))
    return steps + waiting[::-1]


def _goes_first(waiting: str, operator: str) -> bool:
    """Tell whether the operator on the left is applied before the one on the right; powers are right-associative."""
    precedence = _PRECEDENCE.get(waiting, 0)
    return precedence > _PRECEDENCE[operator] or (precedence == _PRECEDENCE[operator] and operator != "**")


def _symbols(text: str) -> Iterator[tuple[str, str]]:
    if len(text) > LONGEST_EXPRESSION:
        raise _error(text, tr("it is longer than {most} characters").format(most=LONGEST_EXPRESSION))
    position, text = 0, text.rstrip()
    while position < len(text):
        found = _TOKEN.match(text, position)
        if found is None:
            raise _unexpected(text, text[position:].strip())
        position = found.end()
        yield found.lastgroup, found[found.lastgroup]


def _unexpected(text: str, symbol: str) -> ParameterError:
    return _error(text, tr('"{symbol}" is not expected there').format(symbol=in_one_line(symbol, 20)))


def _error(text: str, reason: str) -> ParameterError:
    return ParameterError(
        tr(
            'The expression "{text}" cannot be understood, because {reason}; write for instance '
            '"(r827-r667)/(r827+r667)", in which r827 is the reflectance at 827 nm.'
        ).format(text=in_one_line(text), reason=reason)
    )
