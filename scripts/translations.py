#!/usr/bin/env python3
"""Update the translations in resources/i18n with the texts of the plugin, and compile them.

Qt's lupdate updates the files: it marks new texts as unfinished, drops texts that the plugin no longer has, and adds
the plural forms of each language. Texts are searched for here, as neither lupdate nor pylupdate5 can do it: they put
texts of a plain function `tr` into a context that all plugins share, take f-strings for texts, and do not find the
texts in models, the search words, and the plural forms of `counted`.

    make translations                 # for all languages
    make translations LANGUAGE=pt_BR  # and for a new one
    scripts/translations.py --compile FILE.ts...  # only compile
"""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
TRANSLATIONS = CHECKOUT / "resources" / "i18n"
CONTEXT = "NeonAop"
# Calls whose first argument is translated, at once or later.
TRANSLATED_CALLS = ("tr", "translatable", "Composite", "SpectralIndex")
FOLDERS = ("algorithms", "core", "gui")
# Qt's own folders first, as Debian's /usr/bin/lrelease only calls a program in one of them.
QT_FOLDERS = ("/usr/lib/qt6/bin", "/usr/lib/qt5/bin", os.environ.get("PATH", ""))


def plugin_texts() -> dict[str, bool]:
    """Return all texts to translate, and whether a text has plural forms."""
    modules = [path for folder in FOLDERS for path in sorted(CHECKOUT.glob(f"{folder}/**/*.py"))]
    texts = {}
    for path in modules:
        texts.update(module_texts(path.read_text(encoding="utf-8"), str(path)))
    for path in sorted(CHECKOUT.glob("resources/models/*.model3")):
        texts.update(dict.fromkeys(model_texts(path), False))
    return texts


def module_texts(program: str, name: str) -> dict[str, bool]:
    """Return the texts of a Python module, and whether a text has plural forms.

    Raises
    ------
    ValueError
        If a text is formatted before it is translated, so that it cannot be found.
    """
    texts = {}
    nodes = [node for node in ast.walk(ast.parse(program)) if isinstance(node, (ast.Call, ast.Assign))]
    for node in sorted(nodes, key=lambda node: (node.lineno, node.col_offset)):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "TAGS":
            texts.update(dict.fromkeys(search_words(node.value), False))
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in TRANSLATED_CALLS:
            text = node.args[0]
            if isinstance(text, ast.Constant):
                texts[text.value] = False
            elif isinstance(text, (ast.JoinedStr, ast.BinOp, ast.Name)):
                raise ValueError(f"{name}, line {node.lineno}: translate a literal text, and format the translation.")
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "counted":
            if not all(isinstance(text, ast.Constant) for text in node.args[1:]):
                raise ValueError(f"{name}, line {node.lineno}: give both English forms, which `counted` translates.")
            # The English plural is the key of a translation.
            texts[node.args[2].value] = True
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


def update(path: Path, texts: dict[str, bool]) -> None:
    """Add new texts to a file of Qt Linguist and drop those that the plugin no longer has."""
    macros = {True: "QT_TRANSLATE_N_NOOP", False: "QT_TRANSLATE_NOOP"}
    lines = [
        f'{macros[has_plurals]}("{CONTEXT}", {json.dumps(text, ensure_ascii=False)})'
        for text, has_plurals in texts.items()
    ]
    command = [find_qt_program("lupdate"), "-silent", "-no-obsolete", "-locations", "none"]
    # Otherwise, a new text would get the translation of a similar one.
    for heuristic in ("sametext", "similartext", "number"):
        command += ["-disable-heuristic", heuristic]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "texts.cpp")
        source.write_text("\n".join(lines), encoding="utf-8")
        language = path.stem.removeprefix("neon_aop_")
        subprocess.run([*command, "-target-language", language, str(source), "-ts", str(path)], check=True)


def find_qt_program(name: str) -> str:
    """Return the path of a program of Qt's translation tools.

    Raises
    ------
    FileNotFoundError
        If it is not installed.
    """
    folders = os.pathsep.join(QT_FOLDERS)
    for variant in (name, f"{name}-qt6", f"{name}-qt5"):
        path = shutil.which(variant, path=folders)
        if path:
            return path
    raise FileNotFoundError(f"{name}, which the translations need, is missing: on Debian, install qttools5-dev-tools.")


def compile_translations(paths: list[Path]) -> None:
    """Write a compiled file (.qm) beside each file of translations."""
    subprocess.run([find_qt_program("lrelease"), "-silent", *map(str, paths)], check=True)


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["--compile"]:
        compile_translations([Path(path) for path in arguments[1:]])
    else:
        update_all(arguments)


def update_all(new_languages: list[str]) -> None:
    """Update and compile the translations, and add languages."""
    TRANSLATIONS.mkdir(exist_ok=True)
    new = {TRANSLATIONS / f"neon_aop_{language}.ts" for language in new_languages}
    paths = sorted(new | set(TRANSLATIONS.glob("neon_aop_*.ts")))
    texts = plugin_texts()
    for path in paths:
        update(path, texts)
        unfinished = path.read_text(encoding="utf-8").count('type="unfinished"')
        print(f"{path.relative_to(CHECKOUT)}: {len(texts)} texts, {unfinished} to translate")
    compile_translations(paths)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except FileNotFoundError as error:
        sys.exit(str(error))
