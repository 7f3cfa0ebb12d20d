"""The pages of the documentation name what the algorithms have."""

from __future__ import annotations

import re

import pytest

from neon_aop.algorithms.models import SHIPPED_MODELS
from neon_aop.algorithms.provider import ALGORITHMS

NAMES = [algorithm.NAME for algorithm in ALGORITHMS + SHIPPED_MODELS]


@pytest.fixture(scope="module")
def pages(pytestconfig):
    folder = pytestconfig.rootpath / "docs" / "algorithms"
    return {page.stem: page.read_text(encoding="utf-8") for page in folder.glob("*.md")}


def test_each_algorithm_has_a_page(pages):
    assert sorted(set(pages) - {"README"}) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_page_lists_all_parameters_and_outputs(provider, pages, name):
    algorithm = provider.algorithm(name)
    listed = re.findall(r"^\| `([\w:]+)` \|", pages[name], re.MULTILINE)
    expected = {item.name() for item in (*algorithm.parameterDefinitions(), *algorithm.outputDefinitions())}
    assert set(listed) == expected, "Run 'make docs'"


@pytest.mark.parametrize("name", NAMES)
def test_page_has_prose_and_an_example(pages, name):
    for part in ("## When it is not suitable", "## Example", f"qgis_process run neonaop:{name}"):
        assert part in pages[name]


def test_readme_lists_each_algorithm(pytestconfig):
    readme = (pytestconfig.rootpath / "README.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^\| \[`neonaop:(\w+)`\]", readme, re.MULTILINE)) == sorted(
        one.NAME for one in ALGORITHMS
    )


def test_index_links_each_page(pages):
    assert sorted(re.findall(r"\]\((\w+)\.md\)", pages["README"])) == sorted(NAMES)
