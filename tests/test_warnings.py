"""Warnings that come up in the package fail a test; `filterwarnings` in pyproject.toml asks for it."""

import sys
import types
import warnings

import numpy as np
import pytest


def in_module(name, function):
    """Return a function that runs as if it stood in a module of that name."""
    return types.FunctionType(function.__code__, {**function.__globals__, "__name__": name})


def warn(category):
    warnings.warn("made up", category)  # noqa: B028  # the place of the warning is what is tested


def divide():
    return np.float64(1) / np.float64(0)


def forget_to_close():
    file = open(__file__)  # noqa: SIM115
    del file


@pytest.mark.parametrize("category", [DeprecationWarning, FutureWarning, PendingDeprecationWarning, UserWarning])
def test_warning_of_the_package_is_an_error(category):
    with pytest.raises(category, match="made up"):
        in_module("neon_aop.core.methods.kmeans.lloyd", warn)(category)


def test_warning_of_a_compiled_library_is_an_error_of_its_caller():
    with pytest.raises(RuntimeWarning, match="divide by zero"):
        in_module("neon_aop.algorithms.kmeans", divide)()


def test_file_left_open_is_an_error(monkeypatch):
    # Python reports errors in destructors there, and pytest turns the report into a warning.
    seen = []
    monkeypatch.setattr(sys, "unraisablehook", seen.append)
    in_module("neon_aop.core.files.neon.tile", forget_to_close)()
    assert [report.exc_type for report in seen] == [ResourceWarning]


def test_report_of_an_error_in_a_destructor_is_an_error():
    with pytest.raises(pytest.PytestUnraisableExceptionWarning):
        warnings.warn("made up", pytest.PytestUnraisableExceptionWarning)  # noqa: B028


def test_warnings_of_others_are_not():
    with warnings.catch_warnings(record=True) as seen:
        in_module("spectral.algorithms", warn)(DeprecationWarning)
    assert [str(warning.message) for warning in seen] == ["made up"]
