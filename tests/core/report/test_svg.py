from __future__ import annotations

import xml.etree.ElementTree as ElementTree

from neon_aop.core.report import svg
from neon_aop.tests.core.report.checks import HOSTILE, Page


def test_text_stands_at_its_place():
    element = ElementTree.fromstring(svg.text(1.25, 30, "soil", "end", ' fill="#fff"'))  # noqa: S314 - our own text
    assert element.attrib == {"x": "1.2", "y": "30.0", "text-anchor": "end", "fill": "#fff"}


def test_text_is_escaped():
    assert Page(svg.text(0, 0, HOSTILE, "start")).elements == Page(svg.text(0, 0, "", "start")).elements
