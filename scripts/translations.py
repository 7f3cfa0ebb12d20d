#!/usr/bin/env python3
"""Bring the translations in resources/i18n up to date with the texts of the plugin, and compile them.

New texts are marked as unfinished; texts that the plugin no longer has are dropped.

    make translations                 # for all languages
    make translations LANGUAGE=pt_BR  # and for a new one
"""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
TRANSLATIONS = CHECKOUT / "resources" / "i18n"
CONTEXT = "NeonAop"
# Calls whose first argument is translated, there or later.
TRANSLATED_CALLS = ("tr", "translatable", "Composite")
FOLDERS = ("algorithms", "core", "gui")
# Qt's own folders first: Debian's /usr/bin/lrelease needs one of them.
LRELEASE_FOLDERS = ("/usr/lib/qt6/bin", "/usr/lib/qt5/bin", os.environ.get("PATH", ""))
LRELEASE_NAMES = ("lrelease", "lrelease-qt6", "lrelease-qt5")


def plugin_texts() -> list[str]:
    """Return all texts to translate, each once."""
    modules = [path for folder in FOLDERS for path in sorted(CHECKOUT.glob(f"{folder}/**/*.py"))]
    texts = [text for path in modules for text in module_texts(path.read_text(encoding="utf-8"), str(path))]
    for path in sorted(CHECKOUT.glob("resources/models/*.model3")):
        texts += model_texts(path)
    return list(dict.fromkeys(texts))


def module_texts(program: str, name: str) -> list[str]:
    """Return the texts of a Python module.

    Raises
    ------
    ValueError
        If a text is put together before it is translated, so that it cannot be found.
    """
    nodes = [node for node in ast.walk(ast.parse(program)) if isinstance(node, (ast.Call, ast.Assign))]
    texts = []
    for node in sorted(nodes, key=lambda node: (node.lineno, node.col_offset)):
        if isinstance(node, ast.Assign):
            if ast.unparse(node.targets[0]) == "TAGS":
                texts += search_words(node.value)
        elif ast.unparse(node.func) in TRANSLATED_CALLS:
            text = node.args[0]
            if isinstance(text, ast.Constant):
                texts.append(text.value)
            elif isinstance(text, (ast.JoinedStr, ast.BinOp, ast.Name)):
                raise ValueError(f"{name}, line {node.lineno}: translate a literal text, and format the translation.")
    return texts


def search_words(tags: ast.expr) -> list[str]:
    """Return the words in the literal parts of the TAGS of an algorithm."""
    literals = [node.value for node in ast.walk(tags) if isinstance(node, ast.Constant)]
    return [word for literal in literals for word in literal.strip(",").split(",")]


def model_texts(path: Path) -> list[str]:
    """Return the titles and helps of the parameters and outputs of a graphical model."""
    model = ElementTree.parse(path).getroot()  # noqa: S314  # a file of this checkout
    options = [
        *model.findall("Option[@name='parameterDefinitions']/Option/Option[@name='description']"),
        *model.findall("Option[@name='parameterDefinitions']/Option/Option[@name='help']"),
        *model.findall("Option[@name='help']/Option"),
    ]
    return [option.get("value") for option in options if option.get("value")]


def read_translations(path: Path) -> dict[str, str]:
    """Return the finished translations of a file of Qt Linguist."""
    root = ElementTree.parse(path).getroot()  # noqa: S314  # a file of this checkout
    return {
        message.findtext("source"): message.findtext("translation")
        for message in root.iter("message")
        if message.find("translation").get("type") is None
    }


def write_translations(path: Path, language: str, texts: list[str], translations: dict[str, str]) -> None:
    """Write a file of Qt Linguist with all texts; those without a translation are marked as unfinished."""
    root = ElementTree.Element("TS", version="2.1", language=language)
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for text in texts:
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "source").text = text
        translation = ElementTree.SubElement(message, "translation")
        if text in translations:
            translation.text = translations[text]
        else:
            translation.set("type", "unfinished")
    ElementTree.indent(root, " " * 4)
    document = ElementTree.tostring(root, encoding="unicode", short_empty_elements=False)
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{document}\n', encoding="utf-8")


def update(path: Path, texts: list[str]) -> None:
    """Add new texts to a file and drop those that the plugin no longer has."""
    translations = read_translations(path) if path.exists() else {}
    write_translations(path, path.stem.removeprefix("neon_aop_"), texts, translations)
    missing = sum(text not in translations for text in texts)
    print(f"{path.relative_to(CHECKOUT)}: {len(texts)} texts, {missing} to translate")


def find_lrelease() -> str | None:
    """Return the program of Qt that compiles translations."""
    folders = os.pathsep.join(LRELEASE_FOLDERS)
    return next(filter(None, (shutil.which(name, path=folders) for name in LRELEASE_NAMES)), None)


def main(new_languages: list[str]) -> None:
    TRANSLATIONS.mkdir(exist_ok=True)
    new = {TRANSLATIONS / f"neon_aop_{language}.ts" for language in new_languages}
    paths = sorted(new | set(TRANSLATIONS.glob("neon_aop_*.ts")))
    texts = plugin_texts()
    for path in paths:
        update(path, texts)
    lrelease = find_lrelease()
    if lrelease is None:
        sys.exit("Nothing was compiled: lrelease is missing. On Debian, install qttools5-dev-tools.")
    subprocess.run([lrelease, "-silent", *map(str, paths)], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
