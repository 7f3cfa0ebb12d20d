"""Translation of text that users see."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from ..core.wording import ENGLISH, Language, speak

TRANSLATIONS = Path(__file__).resolve().parent.parent / "resources" / "i18n"


def tr(text: str) -> str:
    return QCoreApplication.translate("NeonAop", text)


def search_words(tags: str) -> list[str]:
    """Return the words of `tags` in the user's language, and in English, which the documentation uses."""
    words = tags.split(",")
    return list(dict.fromkeys([*map(tr, words), *words]))


def install_translator() -> QTranslator | None:
    """Show texts in the language of QGIS; to be kept until `remove_translator`. None when there is no translation."""
    translator = QTranslator()
    locale = QgsApplication.locale()
    # Qt shortens the name until a file fits: neon_aop_de serves de_AT too.
    if not translator.load(f"neon_aop_{locale}", str(TRANSLATIONS)):
        return None
    QCoreApplication.installTranslator(translator)
    speak(Language(locale.replace("_", "-"), tr))
    return translator


def remove_translator(translator: QTranslator | None) -> None:
    if translator is not None:
        QCoreApplication.removeTranslator(translator)
        speak(ENGLISH)
