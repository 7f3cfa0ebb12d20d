# SPDX-License-Identifier: GPL-2.0-or-later
"""The language of all texts and numbers that `core` shows, and what messages call parameters.

The language is English, unless the plugin sets another one. `core` does not import Qt: workers of a cluster, which have
no QGIS, use English.
"""

from __future__ import annotations

import numbers
import string
from collections.abc import Callable, Sequence
from dataclasses import dataclass


def english_plural(one: str, more: str, count: int) -> str:
    """Return `one` for a count of 1, else `more`."""
    return one if count == 1 else more


@dataclass(frozen=True)
class Language:
    """A language for texts and numbers."""

    code: str  # as in HTML, such as "de" or "pt-BR"
    # ``translate(text)`` returns the translation of an English text, or the text itself where there is none.
    translate: Callable[[str], str]
    # ``translate_plural(one, more, count)`` returns the form of the translation for a count, given the English forms.
    translate_plural: Callable[[str, str, int], str] = english_plural
    decimal_point: str = "."
    thousands_separator: str = ","


ENGLISH = Language("en", str)

_language = ENGLISH
_shows_ids = True


def set_language(language: Language) -> None:
    """Show everything in `language` from now on, in all threads."""
    global _language
    _language = language


def current_language() -> Language:
    """Return the language that was set last."""
    return _language


def show_ids(are_shown: bool) -> None:
    """Choose whether messages give the ids of parameters beside their labels; QGIS's window shows labels alone."""
    global _shows_ids
    _shows_ids = are_shown


def called(label: str, name: str) -> str:
    """Return what messages call a parameter: its translated label, with the id that scripts use where ids are shown."""
    return f"{label} ({name})" if _shows_ids else label


class _NumberFormatter(string.Formatter):
    def format_field(self, value, format_spec):
        is_number = isinstance(value, numbers.Real)
        return number(value, format_spec) if is_number else super().format_field(value, format_spec)


class _Template(str):
    """A text with placeholders; the numbers that `format` fills in have the signs of the language."""

    def format(self, *values, **named) -> str:
        return _NumberFormatter().vformat(self, values, named)


def as_template(text: str) -> str:
    """Return a translated text so that `format` fills in numbers with the decimal sign and separator of the language.

    A text without placeholders is returned unchanged: Qt does not take instances of subclasses of `str` everywhere.
    """
    return _Template(text) if "{" in text else text


def tr(text: str) -> str:
    """Translate a text, and fill in values afterwards: `tr("{path} is empty.").format(path=path)`."""
    return as_template(_language.translate(text))


def translatable(text: str) -> str:
    """Mark the text of a constant for translation; `tr` translates it where it is used, once the language is set."""
    return text


def counted(count: int, one: str, more: str, **values) -> str:
    """Translate a text to the plural form for a count, and fill in the count and other values.

    `one` and `more` are the English forms, such as "{count} pixel" and "{count} pixels"; a language may have up to six.
    """
    return as_template(_language.translate_plural(one, more, count)).format(count=number(count, ","), **values)


def number(value: float, spec: str = "") -> str:
    """Format a number by a format specification such as ",.1f" or ".1%", with the signs of the language.

    Percent signs stand apart from the number, as everywhere in the plugin.
    """
    signs = {".": _language.decimal_point, ",": _language.thousands_separator, "%": " %"}
    return format(value, spec).translate(str.maketrans(signs))


def listed(names: Sequence[str], most: int = 8, separator: str = ", ") -> str:
    """Return the first names and how many more there are, such as "band 3 (1400.0 nm) and 5 more"."""
    shown = separator.join(names[:most])
    if len(names) <= most:
        return shown
    return tr("{names} and {count} more").format(names=shown, count=number(len(names) - most, ","))
