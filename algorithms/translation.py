# SPDX-License-Identifier: GPL-2.0-or-later
"""Translation of texts."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from ..core.wording import ENGLISH, Language, as_template, english_plural, set_language

TRANSLATIONS = Path(__file__).resolve().parent.parent / "resources" / "i18n"
CONTEXT = "NeonAop"
# Qt takes a C int for a count. No language looks at more than its last six digits to choose a plural form.
COUNT_PERIOD = 1_000_000


def tr(text: str) -> str:
    return as_template(QCoreApplication.translate(CONTEXT, text))


def translate_plural(one: str, more: str, count: int) -> str:
    """Return the plural form for `count` of the translation of `more`, the key of all plural forms."""
    if count >= COUNT_PERIOD:
        count = COUNT_PERIOD + count % COUNT_PERIOD
    text = QCoreApplication.translate(CONTEXT, more, None, count)
    return english_plural(one, more, count) if text == more else text


def search_words(tags: str) -> list[str]:
    """Return the words of `tags` in the user's language, and in English, which the documentation uses."""
    words = tags.split(",")
    return list(dict.fromkeys([*map(tr, words), *words]))


def install_translator() -> QTranslator | None:
    """Install the translation for the language of QGIS, if there is one; the caller must keep the translator."""
    translator = QTranslator()
    locale = QgsApplication.locale()
    # Qt shortens the name until a file fits: neon_aop_de serves de_AT too.
    if not translator.load(f"neon_aop_{locale}", str(TRANSLATIONS)):
        return None
    QCoreApplication.installTranslator(translator)
    set_language(language_of(locale))
    return translator


def language_of(locale: str) -> Language:
    """Return the language of a locale such as "de_AT", with the texts of the installed translator."""
    signs = QLocale(locale)
    language = Language(locale.replace("_", "-"), tr, translate_plural, signs.decimalPoint(), signs.groupSeparator())
    # Signs for the digits of another script do not fit the digits 0 to 9 of our numbers.
    return language if signs.zeroDigit() == "0" else Language(language.code, tr, translate_plural)


def remove_translator(translator: QTranslator | None) -> None:
    if translator is not None:
        QCoreApplication.removeTranslator(translator)
        set_language(ENGLISH)
