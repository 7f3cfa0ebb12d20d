from __future__ import annotations

import pytest

from neon_aop.tests.core.report.checks import Page, write_results


@pytest.fixture
def page_of(tmp_path):
    """Return the page of some results as a browser sees it."""

    def write(**parts):
        write_results(tmp_path / "report.html", **parts)
        return Page((tmp_path / "report.html").read_text(encoding="utf-8"))

    return write
