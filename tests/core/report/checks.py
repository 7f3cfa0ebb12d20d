"""What the tests of reports share: results to show, and pages as a browser sees them."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import numpy as np

from neon_aop.core.image.bands import Bands
from neon_aop.core.methods.transforms.linear import LinearTransform
from neon_aop.core.report.page import write_page
from neon_aop.core.report.parts import facts, pictures, section
from neon_aop.core.report.results import (
    ClassSpectra,
    ClassSummary,
    classes_section,
    components_section,
    convergence_section,
)

HOSTILE = "</script><script>alert(1)</script><!-- <img src=x onerror=alert(2)> \u2028 \" ' & ]]> \x00 \udc80"


class Page(HTMLParser):
    """What a browser would see: elements, attributes, text, and the content of scripts and styles."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements, self.text, self.raw = [], "", []
        self._raw = None
        self._figure = ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.elements.append((tag, attributes))
        if tag == "figure":
            self._figure = attributes.get("id", "")
        self._raw = tag if tag in ("script", "style") else None
        if self._raw:
            self.raw.append((tag, attributes, "", self._figure))

    def handle_endtag(self, tag):
        self._raw = None
        if tag == "figure":
            self._figure = ""

    def handle_data(self, data):
        if self._raw:
            tag, attributes, before, figure = self.raw[-1]
            self.raw[-1] = (tag, attributes, before + data, figure)
        else:
            self.text += data

    def attributes(self, name):
        """Return all values of an attribute."""
        return [attributes[name] for _, attributes in self.elements if name in attributes]

    @property
    def charts(self):
        """What each chart shows, by its name."""
        return {figure: json.loads(text) for _, _, text, figure in self.raw if figure}

    @property
    def chart_texts(self):
        return json.loads(next(text for _, attributes, text, _ in self.raw if attributes.get("id") == "texts"))

    @property
    def policy(self):
        return next(
            attributes["content"] for _, attributes in self.elements if "Content-Security-Policy" in attributes.values()
        )


def class_summary(number=1, pixels=10, area_ha=0.001, ndvi=0.5, hint="water", bands=4):
    spectrum = np.linspace(0.1, 0.2, bands)
    return ClassSummary(
        number, (230, 159, 0), pixels, 0.5, area_ha, ndvi, hint, spectrum, spectrum - 0.05, spectrum + 0.05
    )


def class_spectra(*classes, wavelengths=(500.0, 600.0, 700.0, 800.0)):
    return ClassSpectra(wavelengths, ["a", "b", "c", "d"], classes or (class_summary(),))


def transform(eigenvalues, kept=2, wavelengths=None):
    """Return a transform whose components are single bands."""
    count = len(eigenvalues)
    bands = Bands.of(np.full(count, np.nan) if wavelengths is None else wavelengths)
    return LinearTransform(bands, np.zeros(count), np.eye(count)[:, :kept], np.asarray(eigenvalues, float), 100)


def components(kept=2):
    return transform([5.0, 4.0, 1.0], kept)


def write_results(
    path,
    title="Title",
    summary="Summary.",
    subject="",
    shown_pictures=(),
    classes=None,
    convergence=None,
    components=None,
    covariance=None,
    groups=(),
):
    """Write a page with a section for each of the results that are given."""
    sections = [
        section("pictures", "Map", pictures(shown_pictures)) if shown_pictures else "",
        classes_section(classes) if classes else "",
        convergence_section(convergence) if convergence else "",
        components_section(components, covariance) if components else "",
        section("facts", "Facts", facts(groups)) if groups else "",
    ]
    write_page(path, title, summary, [one for one in sections if one], [subject] if subject else [])
