"""The language of what `core` says: English, unless a program around it knows another.

Nothing of Qt is needed for it, as workers of a cluster have none; these speak English.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """A language that `core` can speak.

    Attributes
    ----------
    code : str
        As HTML wants it, such as "de" or "pt-BR".
    translate : callable
        From an English text to the one to show; from a text that it does not know to that text.
    """

    code: str
    translate: Callable[[str], str]


ENGLISH = Language("en", str)

_spoken = ENGLISH


def speak(language: Language) -> None:
    """Say everything in `language` from now on, in all threads."""
    global _spoken
    _spoken = language


def language_code() -> str:
    """Return the code of the language that is spoken."""
    return _spoken.code


def tr(text: str) -> str:
    """Translate a text, into which values are put afterwards: `tr("{path} is empty.").format(path=path)`."""
    return _spoken.translate(text)


def translatable(text: str) -> str:
    """Mark the text of a constant; it is translated by `tr` where it is used, as the language comes later."""
    return text


def counted(count: int, one: str, more: str, **values) -> str:
    """Put a number and other values into one of two texts, such as "{count} pixel" and "{count} pixels"."""
    return (one if count == 1 else more).format(count=f"{count:,}", **values)
