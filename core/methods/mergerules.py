# SPDX-License-Identifier: GPL-2.0-or-later
"""Which classes become which, as users write it: "2+4=forest, 5=road", or a small table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from ..constants import MOST_CLASSES, NO_CLASS
from ..errors import NeonAopError, ParameterError, TableError, in_one_line
from ..files.raster.categories import Categories, Colour
from ..files.tables import open_table
from ..spectra.classes import LONGEST_NAME
from ..wording import number as in_words
from ..wording import tr

LONGEST_TEXT = 10_000

_QUOTES = {'"': '"', "'": "'", "\N{LEFT DOUBLE QUOTATION MARK}": "\N{RIGHT DOUBLE QUOTATION MARK}"}
_SEPARATORS = ",;\n"
_WHOLE_NUMBER = re.compile(r"[+-]?\d{1,9}")
_COLOUR = re.compile(r"(?:^|\s+)#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})$")
# Headings of a table of rules; those in brackets are other spellings.
_CLASS, _NEW_CLASS, _NAME, _COLOUR_HEADING = "class", "new class", "name", "colour"
_SPELLINGS = {"new_class": _NEW_CLASS, "newclass": _NEW_CLASS, "color": _COLOUR_HEADING}
_EXAMPLE = '2+4=forest, 5="road, paved"'


@dataclass(frozen=True)
class MergeRule:
    """Classes that become one.

    Attributes
    ----------
    sources : tuple of int
        Their numbers.
    number : int or None
        The number that they get. None: that of a class that has the name already, else the lowest of theirs.
    name : str
        Empty: the name that the class with this number has, else that of the first of `sources`.
    colour : (red, green, blue) or None
        Likewise.
    """

    sources: tuple[int, ...]
    number: int | None = None
    name: str = ""
    colour: Colour | None = None


class KnownClasses:
    """The classes that rules may name: by number, by name, or by both as in "3 water"; case does not matter.

    Parameters
    ----------
    numbers : iterable of int
    categories : Categories
    """

    def __init__(self, numbers: Iterable[int], categories: Categories):
        self.numbers = sorted(numbers)
        self._titles = [categories.title(number) for number in self.numbers]
        self._by_label: dict[str, tuple[int, ...]] = {}
        for number, title in zip(self.numbers, self._titles):
            for label in {categories.name(number).casefold(), title.casefold()} - {"", str(number)}:
                self._by_label[label] = (*self._by_label.get(label, ()), number)

    @property
    def labels(self) -> list[str]:
        """Names in small letters, the longest first."""
        return sorted(self._by_label, key=lambda label: (-len(label), label))

    def find(self, text: str, may_be_number: bool = True) -> tuple[int, ...]:
        """Return the numbers of the classes that a text names.

        Raises
        ------
        ParameterError
            If there is none.
        """
        if may_be_number and _WHOLE_NUMBER.fullmatch(text) and int(text) in self.numbers:
            return (int(text),)
        found = self._by_label.get(text.casefold(), ())
        if not found:
            raise ParameterError(
                tr("There is no class “{text}”; choose from these: {classes}.").format(
                    text=in_one_line(text, 40), classes="; ".join(self._titles[:30])
                )
            )
        return found


def parse_rules(text: str, known: KnownClasses) -> list[MergeRule]:
    """Read rules such as "2+4=forest, 5=road".

    On the left are classes, by number or name, with + between them; on the right the name or the number of what they
    become, possibly followed by a colour such as #1b7837. Rules are separated by commas, semicolons or new lines. Names
    with these signs, with = or with + can be quoted; quotes in them are doubled. Names of existing classes need no
    quotes, nor does a new name with a comma if no rule follows the comma.

    Raises
    ------
    ParameterError
        If the text cannot be understood, or names a class that is not known.
    """
    if len(text) > LONGEST_TEXT:
        raise ParameterError(
            tr("The classes to merge take more than {most} characters; write them into a table.").format(
                most=in_words(LONGEST_TEXT, ",")
            )
        )
    return _Parser(text, known).rules()


class _Parser:
    def __init__(self, text: str, known: KnownClasses):
        self._text = text
        self._known = known
        self._labels = known.labels
        self._longest = max(map(len, self._labels), default=0)

    def rules(self) -> list[MergeRule]:
        rules, place = [], self._skip(0, _SEPARATORS)
        while place < len(self._text):
            left = self._left(place)
            if left is None:
                raise self._error(place)
            texts, after = left
            sources = [number for text, is_quoted in texts for number in self._known.find(text, not is_quoted)]
            rule, after = self._right(after, tuple(dict.fromkeys(sources)))
            rules.append(rule)
            place = self._skip(after, _SEPARATORS)
        return rules

    def _left(self, place: int) -> tuple[list[tuple[str, bool]], int] | None:
        """Return the classes from a place on, each with whether it is quoted, and the place behind the "="."""
        found = []
        while True:
            place = self._skip(place)
            text, is_quoted, place = self._quoted(place) or self._label(place) or self._bare(place)
            place = self._skip(place)
            sign = self._sign(place)
            if not text or sign not in ("+", "="):
                return None
            found.append((text, is_quoted))
            place += 1
            if sign == "=":
                return found, place

    def _right(self, place: int, sources: tuple[int, ...]) -> tuple[MergeRule, int]:
        """Return the rule for what is written from a place behind "=" on, and the place behind it."""
        start = self._skip(place)
        quoted = self._quoted(start)
        name, place = (quoted[0], quoted[2]) if quoted else ("", start)
        end = self._end_of_rule(place)
        rest = self._text[place:end].strip()
        colour = _COLOUR.search(rest)
        if colour:
            rest = rest[: colour.start()].strip()
        is_wrong = bool(rest) if quoted else "=" in rest or rest[:1] in _QUOTES
        if is_wrong or not (name or rest or colour):
            raise self._error(start)
        number = None
        if not quoted and _WHOLE_NUMBER.fullmatch(rest):
            number, rest = int(rest), ""
        return MergeRule(sources, number, name or rest, _shade(colour)), end

    def _end_of_rule(self, place: int) -> int:
        """Return where a rule ends: at a separator; at a comma only if another rule, or nothing, follows."""
        for end in range(place, len(self._text)):
            sign = self._text[end]
            if sign in ";\n" or (sign == "," and (not self._text[end + 1 :].strip() or self._left(end + 1))):
                return end
        return len(self._text)

    def _quoted(self, place: int) -> tuple[str, bool, int] | None:
        closing = _QUOTES.get(self._sign(place))
        if closing is None:
            return None
        text, place = "", place + 1
        while True:
            end = self._text.find(closing, place)
            if end < 0:
                return None
            text += self._text[place:end]
            if self._text[end + 1 : end + 2] != closing:
                return text.strip(), True, end + 1
            text, place = text + closing, end + 2

    def _label(self, place: int) -> tuple[str, bool, int] | None:
        """Return the name of a known class that is written at a place and followed by "+" or "="."""
        rest = self._text[place : place + self._longest].casefold()
        for label in self._labels:
            end = place + len(label)
            if rest.startswith(label) and self._sign(self._skip(end)) in ("+", "="):
                return self._text[place:end], False, end
        return None

    def _bare(self, place: int) -> tuple[str, bool, int]:
        end = place
        while end < len(self._text) and self._text[end] not in "+=" + _SEPARATORS:
            end += 1
        return self._text[place:end].strip(), False, end

    def _sign(self, place: int) -> str:
        return self._text[place : place + 1]

    def _skip(self, place: int, signs: str = "") -> int:
        while place < len(self._text) and (self._text[place] in signs or self._text[place] in " \t\r"):
            place += 1
        return place

    def _error(self, place: int) -> ParameterError:
        return ParameterError(
            tr(
                "The classes to merge cannot be understood from “{text}” on; write classes, = and a name, such as "
                "{example}."
            ).format(text=in_one_line(self._text[place:], 40), example=_EXAMPLE)
        )


def read_rules(path, known: KnownClasses) -> list[MergeRule]:
    """Read a table of rules: a CSV file with the column class, and new class, name and colour as far as needed.

    A class is given by number or name. Rows with the same new class, or without one but with the same name, become one
    class. Colours are written as #1b7837.

    Raises
    ------
    TableError
        If the file is no such table; the message names the row.
    """
    rules = []
    with open_table(path) as table:
        header = [_SPELLINGS.get(heading.casefold(), heading.casefold()) for heading in table.header]
        if _CLASS not in header or len(header) < 2 or not set(header) <= {_CLASS, _NEW_CLASS, _NAME, _COLOUR_HEADING}:
            raise TableError(
                tr(
                    "{path} is no table of classes to merge: it must have the column class and one or more of new "
                    "class, name and colour, and no others."
                ).format(path=path)
            )
        for row, fields in table.rows(MOST_CLASSES):
            try:
                rules.append(_rule_of(dict(zip(header, fields)), known))
            except NeonAopError as error:
                raise TableError(tr("{path}, row {row}: {problem}").format(path=path, row=row, problem=error)) from None
    return rules


def _rule_of(row: Mapping[str, str], known: KnownClasses) -> MergeRule:
    number, shade = row.get(_NEW_CLASS, ""), row.get(_COLOUR_HEADING, "")
    colour = _COLOUR.fullmatch(shade)
    if number and not _WHOLE_NUMBER.fullmatch(number):
        raise ParameterError(tr("The new class “{text}” is not a whole number.").format(text=in_one_line(number, 40)))
    if shade and not colour:
        raise ParameterError(
            tr("The colour “{text}” cannot be read; write it as {example}.").format(
                text=in_one_line(shade, 40), example="#1b7837"
            )
        )
    name = in_one_line(row.get(_NAME, ""), LONGEST_NAME)
    return MergeRule(known.find(row[_CLASS]), int(number) if number else None, name, _shade(colour))


def _shade(found: re.Match | None) -> Colour | None:
    """Return the colour that `_COLOUR` has found in a text."""
    return tuple(int(part, 16) for part in found.groups()) if found else None


@dataclass(frozen=True)
class MergedClasses:
    """What classes become.

    Attributes
    ----------
    targets : dict of int to int
        The new number of each known class.
    names : dict of int to str
        By new number; empty where a class has none.
    colours : dict of int to (red, green, blue)
        By new number, where a class has one.
    """

    targets: Mapping[int, int]
    names: Mapping[int, str]
    colours: Mapping[int, Colour]

    @property
    def has_unclassified(self) -> bool:
        """Whether a class stays unclassified, which has the number 0."""
        return NO_CLASS in self.targets.values()


def merge(rules: Sequence[MergeRule], known: KnownClasses, categories: Categories) -> MergedClasses:
    """Apply rules to the known classes; those that no rule names stay as they are.

    Classes that get the same name become one, also with a class that has this name already. Class 0 may stay only if
    its name is "unclassified".

    Raises
    ------
    ParameterError
        If two rules name the same class or give one class different names or colours, or if a class raster cannot
        hold a number.
    """
    targets = {number: number for number in known.numbers}
    changed: set[int] = set()
    by_name: dict[str, int] = {}
    for rule in rules:
        twice = changed.intersection(rule.sources)
        if twice:
            raise ParameterError(
                tr("Class {number} occurs more than once on the left of the classes to merge; name it once.").format(
                    number=min(twice)
                )
            )
        changed.update(rule.sources)
    for number in known.numbers:
        if number not in changed and categories.name(number):
            by_name.setdefault(categories.name(number).casefold(), number)
    names, colours = {}, {}
    for rule in rules:
        target = rule.number
        if target is None:
            # Class 0 means unclassified, so other classes that merge with it keep a number of theirs.
            lowest = min((number for number in rule.sources if number > NO_CLASS), default=min(rule.sources))
            target = by_name.get(rule.name.casefold(), lowest) if rule.name else lowest
        if rule.name:
            by_name.setdefault(rule.name.casefold(), target)
        targets.update(dict.fromkeys(rule.sources, target))
        for what, given in ((names, rule.name), (colours, rule.colour)):
            if given and _same(what.setdefault(target, given)) != _same(given):
                raise ParameterError(
                    tr("Class {number} would get two names or colours, {one} and {other}; give it one.").format(
                        number=target, one=in_one_line(str(what[target]), 40), other=in_one_line(str(given), 40)
                    )
                )
    is_unclassified = categories.name(NO_CLASS).casefold() in ("unclassified", tr("unclassified").casefold())
    least = NO_CLASS if is_unclassified and NO_CLASS not in names else 1
    most = MOST_CLASSES - (least == NO_CLASS)
    for source, target in targets.items():
        if not least <= target <= most:
            free = next(number for number in count(1) if number not in targets.values())
            raise ParameterError(
                tr(
                    "Class {number} cannot be in the result, whose classes go from 1 to {most}, as 0 stands for no "
                    "data; give it another number, such as {example}."
                ).format(number=target, most=most, example=f"{source}={free}")
            )
    # Name and colour of a class that keeps its number come before those of others that get the number.
    for kept in (True, False):
        for source, target in targets.items():
            if (source == target) == kept:
                names.setdefault(target, categories.name(source))
                if source in categories.colours:
                    colours.setdefault(target, categories.colours[source])
    return MergedClasses(targets, names, colours)


def _same(value: str | Colour) -> str | Colour:
    return value.casefold() if isinstance(value, str) else value
