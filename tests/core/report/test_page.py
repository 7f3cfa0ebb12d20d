from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest

from neon_aop.core.errors import OutputError
from neon_aop.core.report.charts import SpectralAxis, embeddable_json, gaps
from neon_aop.core.report.matrix import matrix_svg
from neon_aop.core.report.page import (
    ClassSpectra,
    ClassSummary,
    ComponentSummary,
    Convergence,
    Picture,
    Report,
    in_words,
    write_report,
)

HOSTILE = "</script><script>alert(1)</script><!-- <img src=x onerror=alert(2)> \u2028 \" ' & ]]> \x00 \udc80"


class Page(HTMLParser):
    """What a browser would see: elements, attributes, text, and the content of scripts and styles."""

    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.elements, self.text, self.raw = [], "", []
        self._raw = None
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        self._raw = tag if tag in ("script", "style") else None
        if self._raw:
            self.raw.append((tag, dict(attributes), ""))

    def handle_endtag(self, tag):
        self._raw = None

    def handle_data(self, data):
        if self._raw:
            tag, attributes, before = self.raw[-1]
            self.raw[-1] = (tag, attributes, before + data)
        else:
            self.text += data

    @property
    def data(self):
        return json.loads(next(text for _, attributes, text in self.raw if attributes.get("id") == "data"))

    @property
    def policy(self):
        return next(
            attributes["content"] for _, attributes in self.elements if "Content-Security-Policy" in attributes.values()
        )


def class_summary(number=1, pixels=10, area_ha=0.001, ndvi=0.5, hint="water", bands=4, label=""):
    spectrum = np.linspace(0.1, 0.2, bands)
    return ClassSummary(
        number, label, (230, 159, 0), pixels, 0.5, area_ha, ndvi, hint, spectrum, spectrum - 0.05, spectrum + 0.05
    )


def class_spectra(*classes, wavelengths=(500.0, 600.0, 700.0, 800.0)):
    return ClassSpectra(wavelengths, ["a", "b", "c", "d"], classes or (class_summary(),))


def components(kept=2):
    return ComponentSummary(
        None,
        ["a", "b", "c"],
        np.array([5.0, 4.0, 1.0]),
        np.array([0.5, 0.4, 0.1]),
        np.array([0.5, 0.9, 1.0]),
        np.eye(3)[:kept],
        np.diag([5.0, 4.0, 1.0]),
    )


@pytest.fixture
def page_of(tmp_path):
    def write(**parts):
        parts = {"title": "Title", "summary": "Summary.", **parts}
        write_report(tmp_path / "report.html", Report(**parts))
        return Page(tmp_path / "report.html")

    return write


def test_in_words_tells_of_all_parts():
    classes = class_spectra(class_summary(area_ha=40.0), class_summary(2, area_ha=56.9))
    words = in_words(classes, Convergence([900, 323], [2.0, 1.0]), components())
    assert words == (
        "2 classes over 96.9 ha; 2 iterations, 323 pixels still moved in the last; "
        "2 components keep 90.00 % of the variance."
    )


def test_in_words_counts_pixels_where_areas_are_not_known():
    assert in_words(class_spectra(class_summary(area_ha=None, pixels=1500))) == "1 class over 1,500 pixels."


@pytest.mark.parametrize(
    ("pixels", "words"),
    [
        ((9, 0, 0, 0, 0), "1 class over 0.5 ha; 4 of the 5 classes have no pixel."),
        ((9, 5, 0), "2 classes over 1.0 ha; 1 of the 3 classes has no pixel."),
    ],
)
def test_in_words_counts_classes_that_have_pixels(pixels, words):
    classes = [class_summary(number, count, 0.5 if count else 0.0) for number, count in enumerate(pixels, 1)]
    assert in_words(class_spectra(*classes)) == words


def test_in_words_tells_of_convergence():
    assert in_words(convergence=Convergence([10, 0], [1.0, 1.0])) == "no pixel moved any more after 2 iterations."


def test_the_page_says_nothing_in_english_where_another_language_is_spoken(disguised, page_of):
    parts = {
        "classes": class_spectra(class_summary(hint="1"), class_summary(2, area_ha=None, hint="1")),
        "convergence": Convergence([900, 323], [2.0, 1.0]),
        "components": components(),
    }
    page = page_of(
        title="2", summary=in_words(**parts), pictures=[Picture("3", b"\x89PNG")], facts=[("4", [("5", "")])], **parts
    )
    labels = [attributes.get(name) or "" for _, attributes in page.elements for name in ("aria-label", "alt")]
    script = [*page.data["texts"].values(), page.data["spectra"]["quantity"], page.data["spectra"]["axis"]["title"]]
    script += [curve["label"] for curve in page.data["spectra"]["curves"]] + [page.data["components"]["axis"]["title"]]
    assert re.findall("[A-Za-z]{2,}", " ".join([page.text, *labels, *script])) == []
    assert ("html", {"lang": "zz"}) in page.elements


def test_the_script_says_only_what_it_is_given(page_of):
    script = (Path(__file__).resolve().parents[3] / "resources" / "report" / "charts.js").read_text(encoding="utf-8")
    assert set(re.findall(r"\btexts\.(\w+)", script)) == set(page_of().data["texts"])


def test_the_page_names_title_summary_and_facts(page_of):
    page = page_of(title="K-means of X", summary="Fine.", facts=[("Run", [("Seed", 7), ("Time", "2 s")])])
    for text in ("K-means of X", "Fine.", "Run", "Seed", "7", "2 s"):
        assert text in page.text


def test_a_value_that_was_not_given_says_so(page_of):
    assert re.search(r"Extent\s*not given\s*Seed\s*0", page_of(facts=[("Run", [("Extent", ""), ("Seed", 0)])]).text)


def test_a_picture_has_a_legend_of_its_colours(page_of):
    page = page_of(pictures=[Picture("Classes", b"", [((230, 159, 0), "1 water"), ((0, 0, 0), "2")])])
    assert "1 water" in page.text
    assert [attributes["fill"] for tag, attributes in page.elements if tag == "rect"] == [
        "rgb(230,159,0)",
        "rgb(0,0,0)",
    ]


def test_logarithmic_charts_say_so(page_of):
    page = page_of(convergence=Convergence([9, 5], [2.0, 1.0]), components=components())
    assert "Pixels that changed class (log scale)" in page.text
    assert "Share of variance (%, log scale)" in page.text


def test_hostile_text_stays_text(page_of):
    classes = ClassSpectra(
        [500.0, 600.0, 700.0, 800.0], [HOSTILE] * 4, (class_summary(hint=HOSTILE, label=HOSTILE),), HOSTILE
    )
    hostile = page_of(
        title=HOSTILE,
        subject=HOSTILE,
        summary=HOSTILE,
        classes=classes,
        pictures=[Picture(HOSTILE, b"", [((0, 0, 0), HOSTILE)])],
        facts=[(HOSTILE, [(HOSTILE, HOSTILE)])],
    )
    harmless = page_of(
        title="x",
        subject="x",
        summary="x",
        classes=class_spectra(),
        pictures=[Picture("x", b"", [((0, 0, 0), "x")])],
        facts=[("x", [("x", "x")])],
    )
    assert [tag for tag, _ in hostile.elements] == [tag for tag, _ in harmless.elements]
    # Title, heading, subject, summary, class, hint, caption, legend, group, name and value.
    assert hostile.text.count("<script>alert(1)</script>") == 11
    assert hostile.data["spectra"]["quantity"] == HOSTILE


def test_embedded_json_holds_nothing_that_html_or_javascript_could_misread():
    text = embeddable_json({"name": HOSTILE})
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text) == {"name": HOSTILE}


def test_numbers_that_are_not_finite_become_null(page_of):
    spectrum = np.array([0.1, np.nan, np.inf, -np.inf])
    summary = ClassSummary(1, "", (0, 0, 0), 1, 1.0, None, None, "", spectrum)
    page = page_of(classes=class_spectra(summary), convergence=Convergence([1], [np.nan]))
    assert page.data["spectra"]["curves"][0]["middle"] == [0.1, None, None, None]
    assert page.data["convergence"]["sse"] == [None]


def test_the_policy_allows_only_the_page_s_own_scripts_and_styles(page_of):
    page = page_of(classes=class_spectra())
    assert page.policy.startswith("default-src 'none'; img-src data:;")
    assert "unsafe" not in page.policy and "http" not in page.policy
    for _, attributes, text in page.raw:
        if attributes.get("type") != "application/json":
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in page.policy


def test_nothing_is_loaded_from_elsewhere(page_of):
    page = page_of(classes=class_spectra(), components=components(), pictures=[Picture("map", b"\x89PNG")])
    addresses = [
        value for _, attributes in page.elements for name, value in attributes.items() if name in ("src", "href")
    ]
    assert addresses
    assert all(address.startswith("data:image/png;base64,") for address in addresses)


def test_the_library_s_licence_is_in_the_page(tmp_path):
    write_report(tmp_path / "report.html", Report("Title", ""))
    assert "Copyright (c) 2022 Leon Sorokin" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_parts_that_are_missing_are_left_out(page_of):
    page = page_of()
    assert {**page.data, "texts": {}} == {"texts": {}, "spectra": None, "convergence": None, "components": None}
    assert "section" not in [tag for tag, _ in page.elements]


def test_areas_are_left_out_where_they_are_not_known(page_of):
    page = page_of(classes=class_spectra(class_summary(area_ha=None)))
    assert "Area (ha)" not in page.text
    assert "Areas are not known" in page.text


def test_255_classes_are_all_listed(page_of):
    page = page_of(classes=class_spectra(*(class_summary(number) for number in range(1, 256))))
    assert len(page.data["spectra"]["curves"]) == 255
    assert sum(tag == "svg" and attributes.get("class") == "swatch" for tag, attributes in page.elements) == 255


def test_iterations_are_listed(page_of):
    page = page_of(convergence=Convergence([969032, 323], [2.5, 1.25]))
    assert "969,032" in page.text and "1.25" in page.text


def test_errors_are_listed_with_digits_that_differ(page_of):
    page = page_of(convergence=Convergence([9, 5, 0], [1000.00012, 1000.0001, 0.5]))
    assert all(number in page.text for number in ("1,000.000120", "1,000.000100", "0.500000"))


def test_components_are_drawn_up_to_twenty(page_of):
    values = np.full(100, 0.01)
    many = ComponentSummary(None, ["band"] * 100, values, values, values.cumsum(), np.eye(100)[:2])
    assert len(page_of(components=many).data["components"]["shares"]) == 20


def test_all_kept_components_are_drawn(page_of):
    values = np.full(100, 0.01)
    many = ComponentSummary(None, ["band"] * 100, values, values, values.cumsum(), np.eye(100)[:30])
    assert len(page_of(components=many).data["components"]["shares"]) == 30


def test_spectra_are_interrupted_where_bands_are_missing():
    axis = SpectralAxis([500.0, 505, 510, 515, 540, 545, 550], list("abcdefg"))
    assert axis.positions.tolist() == [500, 505, 510, 515, 527.5, 540, 545, 550]
    assert axis.values(np.arange(7)) == [0, 1, 2, 3, None, 4, 5, 6]
    assert axis.names[4] is None


def test_bands_are_drawn_in_the_order_of_their_wavelengths():
    axis = SpectralAxis([700.0, 500.0, 600.0], ["red", "blue", "green"])
    assert axis.names == ["blue", "green", "red"]
    assert axis.values([3, 1, 2]) == [1, 2, 3]


@pytest.mark.parametrize("wavelengths", [None, [500.0, np.nan, 600.0]])
def test_bands_without_wavelengths_are_drawn_by_number(wavelengths):
    axis = SpectralAxis(wavelengths, ["a", "b", "c"])
    assert axis.title == "Band"
    assert axis.positions.tolist() == [1, 2, 3]


def test_the_water_vapour_windows_are_gaps_also_for_every_20th_band():
    every = np.linspace(383.9, 2512.2, 426)
    kept = every[((every < 1340) | (every > 1445)) & ((every < 1790) | (every > 1955))]
    assert len(gaps(kept)) == 2
    assert len(gaps(kept[::20])) == 2


@pytest.mark.parametrize("wavelengths", [[], [550.0], [443.0, 490, 560, 665, 842, 1610, 2190]])
def test_scattered_bands_have_no_gaps(wavelengths):
    assert len(gaps(np.array(wavelengths))) == 0


def picture_levels(svg):
    png = base64.b64decode(re.search(r"base64,([^\"]+)", svg).group(1))
    width, height = (int.from_bytes(png[start : start + 4], "big") for start in (16, 20))
    start = png.index(b"IDAT")
    length = int.from_bytes(png[start - 4 : start], "big")
    lines = np.frombuffer(zlib.decompress(png[start + 4 : start + 4 + length]), dtype=np.uint8)
    return lines.reshape(height, width + 1)[:, 1:]


def test_the_colours_of_the_covariance_are_centred_on_zero():
    levels = picture_levels(matrix_svg(np.array([[2.0, -2.0], [0.0, np.nan]]), None))
    assert levels.tolist() == [[254, 0], [127, 127]]


def test_a_covariance_of_zero_is_drawn():
    assert picture_levels(matrix_svg(np.zeros((3, 3)), [500.0, 600.0, 700.0])).tolist() == [[127] * 3] * 3


def test_a_large_covariance_is_thinned():
    assert picture_levels(matrix_svg(np.eye(1500), None)).shape == (500, 500)


def test_both_axes_of_the_covariance_have_a_title():
    assert matrix_svg(np.eye(3), [500.0, 600.0, 700.0]).count(">Wavelength (nm)</text>") == 2


def test_bands_that_are_left_out_of_the_covariance_are_told(page_of):
    def told(*wavelengths):
        values = np.ones(len(wavelengths))
        summary = ComponentSummary(
            wavelengths, ["band"] * len(values), values, values, values, np.eye(len(values)), np.eye(len(values))
        )
        return "the ticks are uneven" in page_of(components=summary).text

    assert told(1300.0, 1310, 1320, 1330, 1340, 1450, 1460)
    assert not told(1300.0, 1310, 1320, 1330, 1340, 1350, 1360)


def test_an_existing_report_is_replaced(tmp_path):
    path = tmp_path / "report.html"
    path.write_text("old")
    write_report(path, Report("New", ""))
    assert "<h1>New</h1>" in path.read_text(encoding="utf-8")
    assert [entry.name for entry in tmp_path.iterdir()] == ["report.html"]


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(OutputError, match="nowhere"):
        write_report(tmp_path / "nowhere" / "report.html", Report("Title", ""))
