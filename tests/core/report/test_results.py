from __future__ import annotations

import numpy as np
import pytest

from neon_aop.core.methods.kmeans.lloyd import End
from neon_aop.core.report.results import ClassSpectra, ClassSummary, Convergence, in_words
from neon_aop.tests.core.report.checks import class_spectra, class_summary, components, transform


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


@pytest.mark.parametrize(
    ("moved", "words"), [([10, 0], "no pixel moved any more after 2 iterations."), ([None], "1 iteration.")]
)
def test_in_words_tells_of_convergence(moved, words):
    assert in_words(convergence=Convergence(moved, [1.0] * len(moved))) == words


@pytest.mark.parametrize(
    ("moved", "end", "words"),
    [
        ([None, 9, 5], End.MOST_ITERATIONS, "3 iterations, 5 of 1,000 pixels (0.500 %) still moved in the last."),
        (
            [None, 5],
            End.FEW_MOVED,
            "2 iterations, until at most 0.6 % of the pixels moved; in the last, 5 of 1,000 pixels (0.500 %).",
        ),
        ([None, 5], End.CANCELLED, "cancelled after 2 iterations, 5 of 1,000 pixels (0.500 %) moved in the last."),
        ([None], End.CANCELLED, "cancelled after 1 iteration."),
        ([None, 0], End.CANCELLED, "no pixel moved any more after 2 iterations."),
    ],
)
def test_in_words_tells_why_there_was_no_further_iteration(moved, end, words):
    convergence = Convergence(moved, [1.0] * len(moved), 1000, end, 0.6)
    assert in_words(convergence=convergence) == words


def test_numbers_follow_the_language(in_german, page_of):
    classes = class_spectra(class_summary(area_ha=1234.5, ndvi=-0.25))
    page = page_of(classes=classes, summary=in_words(classes))
    assert "1 class over 1.234,5 ha" in page.text
    assert "1.234,50\N{MINUS SIGN}0,25" in page.text
    assert (page.chart_texts["decimalPoint"], page.chart_texts["thousandsSeparator"]) == (",", ".")


def test_logarithmic_charts_say_so(page_of):
    page = page_of(convergence=Convergence([9, 5], [2.0, 1.0]), components=components())
    assert "Pixels that changed class (log scale)" in page.text
    assert "Share of variance (%, log scale)" in page.text


def test_areas_are_left_out_where_they_are_not_known(page_of):
    page = page_of(classes=class_spectra(class_summary(area_ha=None)))
    assert "Area (ha)" not in page.text
    assert "Areas are not known" in page.text


def test_values_of_classes_that_are_not_finite_are_gaps(page_of):
    spectrum = np.array([0.1, np.nan, np.inf, -np.inf])
    summary = ClassSummary(1, (0, 0, 0), 1, 1.0, None, None, "", spectrum)
    curve = page_of(classes=class_spectra(summary)).charts["spectra"]["curves"][0]
    assert curve["values"] == [0.1, None, None, None]


def test_a_class_without_pixels_is_not_drawn_at_first(page_of):
    page = page_of(classes=class_spectra(class_summary(), class_summary(2, pixels=0)))
    assert [curve["shown"] for curve in page.charts["spectra"]["curves"]] == [True, False]


def test_a_class_is_called_as_in_the_legend_of_the_map(page_of):
    page = page_of(classes=class_spectra(class_summary(3), class_summary(2, hint="")))
    assert [curve["label"] for curve in page.charts["spectra"]["curves"]] == ["3 water", "Class 2"]


def test_255_classes_are_all_listed(page_of):
    page = page_of(classes=class_spectra(*(class_summary(number) for number in range(1, 256))))
    assert len(page.charts["spectra"]["curves"]) == 255
    assert sum(tag == "svg" and attributes.get("class") == "swatch" for tag, attributes in page.elements) == 255


def test_iterations_are_listed(page_of):
    page = page_of(convergence=Convergence([969032, 323], [2.5, 1.25]))
    assert "969,032" in page.text and "1.25" in page.text


def test_pixels_of_an_iteration_that_are_not_known_are_a_dash(page_of):
    page = page_of(convergence=Convergence([None, 323], [2.5, 1.25]))
    assert "1\N{EN DASH}2.5" in page.text
    assert page.charts["moved"]["values"] == [None, 323]


def test_errors_are_listed_with_digits_that_differ(page_of):
    page = page_of(convergence=Convergence([9, 5, 0], [1000.00012, 1000.0001, 0.5]))
    assert all(number in page.text for number in ("1,000.000120", "1,000.000100", "0.500000"))


@pytest.mark.parametrize(("kept", "drawn"), [(2, 20), (30, 30)])
def test_twenty_components_are_drawn_and_all_that_are_kept(page_of, kept, drawn):
    page = page_of(components=transform(np.full(100, 0.01), kept))
    assert len(page.charts["scree"]["values"]) == len(page.charts["cumulative"]["values"]) == drawn
    assert len(page.charts["loadings"]["curves"]) == kept


@pytest.mark.parametrize(
    ("eigenvalues", "texts"),
    [
        ([6.46, 3.3, 1.0041], ["6.460", "3.300", "1.004"]),
        ([0.817, 0.0147, 0.0000012], ["8.170 × 10⁻¹", "1.470 × 10⁻²", "1.200 × 10⁻⁶"]),
        ([2.0, 1.0, 0.0], ["2.000 × 10⁰", "1.000 × 10⁰", "0.000 × 10⁰"]),
    ],
)
def test_eigenvalues_have_the_same_digits(page_of, eigenvalues, texts):
    page = page_of(components=transform(eigenvalues))
    assert all(text in page.text for text in texts)


@pytest.mark.parametrize(("last", "told"), [((1450.0, 1460.0), True), ((1350.0, 1360.0), False)])
def test_bands_that_are_left_out_of_the_covariance_are_told(page_of, last, told):
    wavelengths = (1300.0, 1310, 1320, 1330, 1340, *last)
    found = transform(np.ones(len(wavelengths)), 7, wavelengths)
    assert ("the ticks are uneven" in page_of(components=found, covariance=np.eye(7)).text) == told


def test_bands_of_classes_have_the_names_of_the_image(page_of):
    spectra = ClassSpectra([500.0, 600.0, 700.0, 800.0], ["a", "b", "c", "d"], (class_summary(),))
    assert page_of(classes=spectra).charts["spectra"]["axis"]["names"] == ["a", "b", "c", "d"]
