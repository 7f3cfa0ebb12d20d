#!/usr/bin/env python3
"""Build the help pages that come with the plugin, as HTML, from the guides and pages in docs/.

    scripts/make_help.py             # from docs/ to help/
    scripts/make_help.py DOCS HELP   # elsewhere

Links and pictures work from the disk; links to what is not built, such as the pages for developers, become plain text.
"""

from __future__ import annotations

import html
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

CHECKOUT = Path(__file__).resolve().parent.parent
# Of no use without the repository.
FOR_DEVELOPERS = ("architecture", "releasing", "translating")
INDEX = "index.html"

PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }}
img {{ max-width: 100%; height: auto; }}
table {{ border-collapse: collapse; display: block; overflow-x: auto; }}
th, td {{ border: 1px solid #8886; padding: .3rem .6rem; text-align: left; vertical-align: top; }}
code {{ background: #8882; padding: .1em .3em; border-radius: 3px; font-size: .9em; }}
pre {{ background: #8882; padding: .8rem; overflow-x: auto; }}
pre code {{ background: none; padding: 0; }}
</style>
</head>
<body>
{body}</body>
</html>
"""


def build_help(docs: Path, target: Path) -> None:
    """Write the pages of the folder `docs` and their pictures to the folder `target`, which is replaced."""
    shutil.rmtree(target, ignore_errors=True)
    pages = sorted(path for path in docs.rglob("*.md") if path.stem not in FOR_DEVELOPERS)
    titles = {}
    for page in pages:
        tokens = parse(page.read_text(encoding="utf-8"))
        titles[page] = next(inline.content for opening, inline in headings(tokens))
        pictures = adapt_links(tokens, page, set(pages))
        place = page.relative_to(docs)
        up = "../" * (len(place.parts) - 1)
        body = f'<p><a href="{up}{INDEX}">NEON AOP hyperspectral</a></p>\n{rendered(tokens)}'
        write(target / place.with_suffix(".html"), plain(titles[page]), body)
        for picture in pictures:
            copy = target / picture.relative_to(docs.resolve())
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(picture, copy)
    guides = [page for page in pages if page.parent == docs or page.name == "README.md"]
    places = {page: page.relative_to(docs).with_suffix(".html").as_posix() for page in guides}
    links = [f'<li><a href="{places[page]}">{html.escape(plain(titles[page]))}</a></li>' for page in guides]
    body = "\n".join(["<h1>NEON AOP hyperspectral</h1>", "<ul>", *links, "</ul>", ""])
    write(target / INDEX, "NEON AOP hyperspectral", body)


def parse(text: str) -> list[Token]:
    tokens = _MARKDOWN.parse(text)
    for opening, inline in headings(tokens):
        opening.attrSet("id", anchor(inline.content))
    return tokens


def rendered(tokens: list[Token]) -> str:
    return _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})


def headings(tokens: list[Token]) -> Iterator[tuple[Token, Token]]:
    """Yield the opening of each heading and its text."""
    return ((one, inline) for one, inline in zip(tokens, tokens[1:]) if one.type == "heading_open")


def anchor(heading: str) -> str:
    """Return the fragment of a link to a heading, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def plain(heading: str) -> str:
    """Return the text of a heading without marks of code."""
    return heading.replace("`", "")


def adapt_links(tokens: list[Token], page: Path, pages: set[Path]) -> list[Path]:
    """Make links lead to the HTML of other pages, and return the pictures of a page.

    Raises
    ------
    SystemExit
        If a picture is missing.
    """
    pictures = []
    for token in (child for parent in tokens for child in parent.children or ()):
        if token.type == "image":
            pictures.append((page.parent / token.attrGet("src")).resolve())
            if not pictures[-1].is_file():
                sys.exit(f"{page}: the picture {token.attrGet('src')} is missing.")
        elif token.type == "link_open":
            address = token.attrGet("href")
            path, mark, fragment = address.partition("#")
            if not path or ":" in path:
                continue
            if (page.parent / path).resolve() in {other.resolve() for other in pages}:
                token.attrSet("href", f"{path.removesuffix('.md')}.html{mark}{fragment}")
            else:
                del token.attrs["href"]
    return pictures


def write(path: Path, title: str, body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PAGE.format(title=html.escape(title), body=body), encoding="utf-8")


_MARKDOWN = MarkdownIt("commonmark").enable("table")

if __name__ == "__main__":
    build_help(*(map(Path, sys.argv[1:]) if len(sys.argv) > 1 else (CHECKOUT / "docs", CHECKOUT / "help")))
