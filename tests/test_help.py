"""The help pages that are built from docs/."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from qgis.PyQt.QtCore import QUrl

from neon_aop.algorithms import base
from neon_aop.scripts.make_help import build_help

DOCS = Path(__file__).resolve().parents[1] / "docs"


class Links(HTMLParser):
    """The addresses and the anchors of a page."""

    def __init__(self, page):
        super().__init__()
        self.addresses, self.anchors = [], set()
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.addresses += [values[name] for name in ("href", "src") if name in values]
        self.anchors.add(values.get("id"))


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("help")
    build_help(DOCS, folder)
    return folder


@pytest.fixture
def small(tmp_path):
    """Build the help of one page."""

    def build(text, name="page.md"):
        docs = tmp_path / "docs"
        docs.mkdir()
        (docs / name).write_text(text)
        build_help(docs, tmp_path / "help")
        return (tmp_path / "help" / Path(name).with_suffix(".html")).read_text()

    return build


def test_every_page_of_an_algorithm_is_built(built):
    sources = {page.stem for page in (DOCS / "algorithms").glob("*.md")}
    assert {page.stem for page in (built / "algorithms").glob("*.html")} == sources


def test_links_and_pictures_lead_to_files_of_the_help(built):
    broken = []
    for page in built.rglob("*.html"):
        for address in Links(page).addresses:
            path, _, anchor = unquote(address).partition("#")
            target = (page.parent / path).resolve() if path else page
            if re.match(r"https?:", address):
                continue
            if not target.is_file() or (anchor and anchor not in Links(target).anchors):
                broken.append((page.name, address))
    assert broken == []


def test_pages_load_nothing_from_the_network(built):
    loading = re.compile(r"<(?:script|link|iframe)|src=.https?:|@import|url\(")
    assert [page.name for page in built.rglob("*.html") if loading.search(page.read_text(encoding="utf-8"))] == []


def test_every_page_is_reached_from_the_index(built):
    seen, waiting = set(), [built / "index.html"]
    while waiting:
        page = waiting.pop().resolve()
        if page not in seen:
            seen.add(page)
            paths = (address.partition("#")[0] for address in Links(page).addresses)
            waiting += [page.parent / path for path in paths if path.endswith(".html") and ":" not in path]
    assert seen == {page.resolve() for page in built.rglob("*.html")}


def test_tables_and_code_are_kept(small):
    page = small("# A `title`\n\n| a | b |\n|---|---|\n| `x` | 1<br>2 |\n")
    assert "<title>A title</title>" in page
    assert "<td><code>x</code></td>\n<td>1<br>2</td>" in page


def test_link_to_what_is_not_built_becomes_text(small):
    page = small("# Title\n\n[the code](../core/errors.py) and [a site](https://example.org)\n")
    assert "<a>the code</a>" in page
    assert '<a href="https://example.org">' in page


def test_missing_picture_ends_the_build(small):
    with pytest.raises(SystemExit, match=r"none\.png is missing"):
        small("# Title\n\n![](none.png)\n")


def test_pages_for_developers_are_left_out(built):
    assert not (built / "architecture.html").exists()


def test_help_button_opens_the_page_or_its_source(tmp_path, monkeypatch, qgis_app):
    monkeypatch.setattr(base, "PLUGIN", tmp_path)
    assert base.help_url("pca") == QUrl.fromLocalFile(str(tmp_path / "docs" / "algorithms" / "pca.md")).toString()
    page = tmp_path / "help" / "algorithms" / "pca.html"
    page.parent.mkdir(parents=True)
    page.touch()
    assert base.help_url("pca") == QUrl.fromLocalFile(str(page)).toString()


def test_address_of_the_project_stands_in_one_place():
    root = DOCS.parent
    sources = [
        path
        for ending in ("py", "md", "txt", "yml", "sh", "json", "js")
        for folder in ("algorithms", "core", "gui", "resources", "docs", "scripts", ".")
        for path in root.joinpath(folder).glob(f"*.{ending}" if folder == "." else f"**/*.{ending}")
    ]
    address = re.search(r"^repository=(.*)$", (root / "metadata.txt").read_text(encoding="utf-8"), re.MULTILINE)[1]
    found = {path.name for path in sources if address in path.read_text(encoding="utf-8")}
    assert found == {"metadata.txt"}
