from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import numpy as np
import pytest

from neon_aop.core.errors import OutputError
from neon_aop.core.report.page import write_page
from neon_aop.core.report.parts import Picture
from neon_aop.core.report.results import ClassSpectra, Convergence, in_words
from neon_aop.tests.core.report.checks import HOSTILE, class_spectra, class_summary, components

SCRIPT = Path(__file__).resolve().parents[3] / "resources" / "report" / "charts.js"


def test_the_page_says_nothing_in_english_where_another_language_is_set(disguised, page_of):
    results = {
        "classes": class_spectra(class_summary(hint="1"), class_summary(2, area_ha=None, hint="1")),
        "convergence": Convergence([900, 323], [2.0, 1.0]),
        "components": components(),
    }
    page = page_of(title="2", summary=in_words(**results), covariance=np.eye(3), **results)
    shown = [page.text, *page.attributes("aria-label"), *page.chart_texts.values()]
    for chart in page.charts.values():
        shown += [chart.get("quantity", ""), chart.get("countedAs", ""), chart.get("axis", {}).get("title", "")]
        shown += [curve["label"] for curve in chart.get("curves", [])]
    assert re.findall("[A-Za-z]{2,}", " ".join(shown)) == []
    assert ("html", {"lang": "zz"}) in page.elements


def test_the_script_uses_all_texts_that_it_is_given_and_no_others(page_of):
    used = set(re.findall(r"\btexts\.(\w+)", SCRIPT.read_text(encoding="utf-8")))
    assert used == set(page_of(classes=class_spectra()).chart_texts)


def test_the_page_shows_title_subject_and_summary(page_of):
    page = page_of(title="K-means of X", subject="tile A", summary="Fine.")
    assert re.search(r"K-means of X\s*tile A\s*Fine\.", page.text)


def test_hostile_text_stays_text(page_of):
    hostile = page_of(
        title=HOSTILE,
        subject=HOSTILE,
        summary=HOSTILE,
        classes=ClassSpectra([500.0, 600.0, 700.0, 800.0], [HOSTILE] * 4, (class_summary(hint=HOSTILE),), HOSTILE),
        shown_pictures=[Picture(HOSTILE, b"", [((0, 0, 0), HOSTILE)])],
        groups=[(HOSTILE, [(HOSTILE, HOSTILE)])],
    )
    harmless = page_of(
        title="x",
        subject="x",
        summary="x",
        classes=class_spectra(),
        shown_pictures=[Picture("x", b"", [((0, 0, 0), "x")])],
        groups=[("x", [("x", "x")])],
    )
    assert [tag for tag, _ in hostile.elements] == [tag for tag, _ in harmless.elements]
    # Title, heading, subject, summary, hint, caption, legend, group, name and value.
    assert hostile.text.count("<script>alert(1)</script>") == 10
    assert hostile.charts["spectra"]["quantity"] == HOSTILE


def test_the_policy_allows_only_the_page_s_own_scripts_and_styles(page_of):
    page = page_of(classes=class_spectra())
    assert page.policy.startswith("default-src 'none'; img-src data:;")
    assert "unsafe" not in page.policy and "http" not in page.policy
    for _, attributes, text, _ in page.raw:
        if attributes.get("type") != "application/json":
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in page.policy


def test_nothing_is_loaded_from_elsewhere(page_of):
    page = page_of(
        classes=class_spectra(),
        components=components(),
        covariance=np.eye(3),
        shown_pictures=[Picture("map", b"\x89PNG")],
    )
    addresses = page.attributes("src") + page.attributes("href")
    assert addresses
    assert all(address.startswith("data:image/png;base64,") for address in addresses)


def test_the_library_s_licence_is_in_a_page_with_charts(tmp_path, page_of):
    page_of(classes=class_spectra())
    assert "Copyright (c) 2022 Leon Sorokin" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_a_page_without_charts_has_no_script(page_of):
    page = page_of(groups=[("Run", [("Seed", 7)])])
    assert {tag for tag, _ in page.elements} & {"script", "noscript"} == set()
    assert "script-src 'none'" in page.policy


def test_an_existing_report_is_replaced(tmp_path):
    path = tmp_path / "report.html"
    path.write_text("old")
    write_page(path, "New", "", [])
    assert "<h1>New</h1>" in path.read_text(encoding="utf-8")
    assert [entry.name for entry in tmp_path.iterdir()] == ["report.html"]


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(OutputError, match="nowhere"):
        write_page(tmp_path / "nowhere" / "report.html", "Title", "", [])


def test_a_day_in_the_title_is_not_broken(page_of):
    page = page_of(title="Classes: SOAP, 2019-06-13 to 2019-06-15 & 12019-06-135")
    wholes = [tag for tag, attributes in page.elements if attributes.get("class") == "whole"]
    assert wholes == ["span", "span"]
    assert page.text.count("Classes: SOAP, 2019-06-13 to 2019-06-15 & 12019-06-135") == 2
