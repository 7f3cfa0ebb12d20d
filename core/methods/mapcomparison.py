# SPDX-License-Identifier: GPL-2.0-or-later
"""Two class maps of the same ground, compared block by block: cross table, raster of agreement, table of measures."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..compute.blockmap import Window
from ..constants import MATCH_NAME, MATCH_OVERLAP
from ..errors import ParameterError
from ..files.raster.categories import Categories, Colour
from ..files.raster.classes import write_classes
from ..files.raster.palette import class_colours
from ..files.tables import write_table
from ..image.areas import area_ha
from ..image.grid import Grid
from ..image.slices import thinned
from ..inputs.classrasters import NO_NUMBER, ClassNumbering, ClassSource, class_windows
from ..progress import Progress, Watch
from ..wording import listed, tr
from .comparison import NO_PARTNER, Comparison, cross_table, match_classes, match_labels, spelt_alike

# Longer side of the small maps for a report, in pixels; smaller where few pixels are compared, so that these are seen.
SMALL_SIDE, SPARSE_SIDE = 600, 150
# How many pairs of different classes the raster of agreement tells apart; the smallest ones share the last number.
MOST_DIFFERENCES = 200
SAME_COLOUR, OTHER_COLOUR = (225, 225, 225), (90, 90, 90)


@dataclass(frozen=True)
class MapClasses:
    """The classes of one of the maps, in the order of their numbers.

    Attributes
    ----------
    map_name : str
    numbers : list of int
    names : list of str
        Empty where a class has none.
    colours : list of (red, green, blue)
        Those of corresponding classes are the same.
    """

    map_name: str
    numbers: Sequence[int]
    names: Sequence[str]
    colours: Sequence[Colour] = ()

    @classmethod
    def of(cls, source: ClassSource, numbers: Sequence[int]) -> MapClasses:
        """Name the classes of a map, without colours."""
        return cls(source.name, numbers, [source.categories.name(number) for number in numbers])

    @property
    def titles(self) -> list[str]:
        """Number and name of each class, such as "3 water"."""
        return [f"{number} {name}".strip() for number, name in zip(self.numbers, self.names)]


@dataclass(frozen=True)
class ComparedMaps:
    """What the comparison of two class maps found.

    Attributes
    ----------
    grid : Grid
    first, second : MapClasses
    comparison : Comparison
    only_first, only_second : int
        Pixels that have a class in one of the maps only, within the first one.
    small_first : ndarray of int, shape (rows, columns)
        Every n-th row and column of the first map: its class, counted from 1; 0 without class.
    small_pairs : ndarray of int, shape (2, rows, columns)
        Likewise for both maps, 0 where they are not compared.
    """

    grid: Grid
    first: MapClasses
    second: MapClasses
    comparison: Comparison
    only_first: int
    only_second: int
    small_first: np.ndarray
    small_pairs: np.ndarray


def compare_maps(first: ClassSource, second: ClassSource, grid: Grid, match: int, progress: Progress) -> ComparedMaps:
    """Compare two class maps at the pixels of a grid.

    Parameters
    ----------
    first, second : ClassSource
    grid : Grid
        That of the first.
    match : int
        `MATCH_OVERLAP`, `MATCH_NUMBER` or `MATCH_NAME`: which classes correspond.
    progress : Progress

    Raises
    ------
    ParameterError
        If no pixel has a class in both, or names that are to be matched occur more than once.
    RasterError
        If a map cannot be read, or holds no classes.
    """
    tally = _Tally(first, second, grid)
    for rows, columns in class_windows(grid, progress):
        part = grid.window(rows, columns)
        tally.add(rows, columns, first.numbers(part, progress), second.numbers(part, progress))
    if not tally.table.size:
        raise _nothing_in_common(first, second, tally.only_first, tally.only_second)
    table, numbers = tally.sorted()
    maps = [MapClasses.of(source, found.tolist()) for source, found in zip((first, second), numbers)]
    comparison = Comparison(table, _partners(table, *maps, match, progress))
    colours = _colours(first.categories, maps[0].numbers, comparison)
    return ComparedMaps(
        grid,
        *(replace(classes, colours=chosen) for classes, chosen in zip(maps, colours)),
        comparison,
        tally.only_first,
        tally.only_second,
        tally.small_first.places(numbers[:1])[0],
        tally.small_pairs.places(numbers),
    )


class _Tally:
    """Counts the pixels of each pair of classes, block by block.

    Attributes
    ----------
    table : ndarray of int64
        The cross table, of classes in the order in which they occur.
    only_first, only_second : int
        Pixels that have a class in one of the maps only.
    small_first, small_pairs : _SmallMap
    """

    def __init__(self, first: ClassSource, second: ClassSource, grid: Grid):
        self._numberings = ClassNumbering(first.name), ClassNumbering(second.name)
        self.table = np.zeros((0, 0), np.int64)
        self.only_first = self.only_second = 0
        self.small_first = _SmallMap(grid, SMALL_SIDE)
        self.small_pairs = _SmallMap(grid, SPARSE_SIDE if second.is_sparse else SMALL_SIDE, second.is_sparse)

    def add(self, rows: slice, columns: slice, ours: np.ndarray, theirs: np.ndarray) -> None:
        """Count the class numbers of both maps in a window."""
        has_ours, has_theirs = ours != NO_NUMBER, theirs != NO_NUMBER
        in_both = has_ours & has_theirs
        self.only_first += int((has_ours & ~has_theirs).sum())
        self.only_second += int((has_theirs & ~has_ours).sum())
        places = [numbering.places(of[in_both]) for numbering, of in zip(self._numberings, (ours, theirs))]
        # There may be classes that did not occur before.
        table = np.zeros([len(numbering.numbers) for numbering in self._numberings], np.int64)
        table[: self.table.shape[0], : self.table.shape[1]] = self.table
        self.table = table + cross_table(*places, table.shape)
        self.small_first.add(rows, columns, ours)
        self.small_pairs.add(rows, columns, np.where(in_both, ours, NO_NUMBER), np.where(in_both, theirs, NO_NUMBER))

    def sorted(self) -> tuple[np.ndarray, list[np.ndarray]]:
        """Return the cross table with classes in the order of their numbers, and these numbers."""
        numbers = [np.array(numbering.numbers) for numbering in self._numberings]
        orders = [np.argsort(of) for of in numbers]
        return self.table[np.ix_(*orders)], [of[order] for of, order in zip(numbers, orders)]


def _nothing_in_common(first: ClassSource, second: ClassSource, only_first: int, only_second: int) -> ParameterError:
    if not only_first:
        return ParameterError(
            tr("{name} has no valid pixel; choose another raster, or correct its no data value.").format(
                name=first.name
            )
        )
    if not only_second:
        return ParameterError(
            tr(
                "{second} has no class anywhere in {first}: it lies elsewhere, or has no valid pixel; choose maps of "
                "the same ground."
            ).format(first=first.name, second=second.name)
        )
    return ParameterError(
        tr("No pixel has a class in both {first} and {second}; choose maps that overlap where they have data.").format(
            first=first.name, second=second.name
        )
    )


def _partners(table, first: MapClasses, second: MapClasses, match: int, progress: Progress) -> np.ndarray:
    """Return which class of the second map corresponds to each of the first, see `match_classes`."""
    if match == MATCH_OVERLAP:
        return match_classes(table)
    ours, theirs = (_unique_names(one) if match == MATCH_NAME else one.numbers for one in (first, second))
    partners = match_labels(*(spelt_alike(ours, theirs) if match == MATCH_NAME else (ours, theirs)))
    if (partners == NO_PARTNER).all():
        progress.warn(
            tr(
                "No class of {first} has the number or name of one of {second}, so nothing agrees: {first} has {ours}; "
                "{second} has {theirs}."
            ).format(
                first=first.map_name,
                second=second.map_name,
                ours=listed(list(map(str, ours))),
                theirs=listed(list(map(str, theirs))),
            )
        )
    return partners


def _unique_names(classes: MapClasses) -> list[str]:
    """Return the name of each class, its number where it has none.

    Raises
    ------
    ParameterError
        If two classes have the same.
    """
    found: dict[str, int] = {}
    for number, name in zip(classes.numbers, classes.names):
        name = name or str(number)
        if name in found:
            raise ParameterError(
                tr(
                    "{map} calls both class {one} and class {other} “{name}”, so that names do not tell which classes "
                    "correspond; merge these classes first, or match classes by overlap."
                ).format(map=classes.map_name, one=found[name], other=number, name=name)
            )
        found[name] = number
    return list(found)


def _colours(categories: Categories, numbers: Sequence[int], comparison: Comparison) -> tuple[list, list]:
    """Choose colours for both maps: those in the file of the first map, and unused ones for classes without."""
    given = {number: categories.colours[number] for number in numbers if number in categories.colours}
    taken = set(given.values())
    others = (colour for colour in class_colours(2 * sum(comparison.table.shape)) if colour not in taken)
    first = [given.get(number) or next(others) for number in numbers]
    of_partner = dict(zip(comparison.partners.tolist(), first))
    second = [of_partner.get(column) or next(others) for column in range(comparison.table.shape[1])]
    return first, second


class _SmallMap:
    """One or two class maps made small for a report.

    These are every n-th row and column, or in each cell of n x n pixels one pixel that has a class.
    """

    def __init__(self, grid: Grid, side: int, takes_any: bool = False):
        self._step = grid.step_for(side)
        every = grid.every(self._step)
        self._takes_any = takes_any
        # Two class numbers in one integer; 0 stands for none.
        self._keys = np.zeros((every.height, every.width), np.uint64)

    def add(self, rows: slice, columns: slice, *maps: np.ndarray) -> None:
        """Take what the small map has of the class numbers in a window of the maps."""
        if self._takes_any:
            starts = [np.arange(part.start, part.stop) // self._step for part in (rows, columns)]
            cells = [np.unique(of, return_index=True) for of in starts]
            keys = np.maximum.reduceat(np.maximum.reduceat(_keys(maps), cells[0][1]), cells[1][1], axis=1)
            place = np.ix_(cells[0][0], cells[1][0])
        else:
            taken = [thinned(part, slice(0, None, self._step)) for part in (rows, columns)]
            keys = _keys([of[taken[0].chosen, taken[1].chosen] for of in maps])
            place = taken[0].place, taken[1].place
        self._keys[place] = np.maximum(self._keys[place], keys)

    def places(self, numbers: Sequence[np.ndarray]) -> np.ndarray:
        """Return the classes in each map, counted from 1, given their sorted numbers; 0 for all other numbers."""
        shifts = range(32 * (len(numbers) - 1), -1, -32)
        return np.stack([self._places(shift, of_map) for shift, of_map in zip(shifts, numbers)])

    def _places(self, shift: int, numbers: np.ndarray) -> np.ndarray:
        found = (self._keys >> np.uint64(shift) & np.uint64(0xFFFFFFFF)).astype(np.int64) + NO_NUMBER
        places = np.searchsorted(numbers, found).clip(max=len(numbers) - 1)
        return np.where(numbers[places] == found, places + 1, 0)


def _keys(maps: Sequence[np.ndarray]) -> np.ndarray:
    keys = np.zeros(maps[0].shape, np.uint64)
    for numbers in maps:
        keys = keys << np.uint64(32) | (numbers.astype(np.int64) - NO_NUMBER).astype(np.uint64)
    return keys


@dataclass(frozen=True)
class Agreement:
    """The numbers of a raster of agreement, from 1: pairs of corresponding classes, then pairs of different ones.

    Corresponding pairs are in the order of the first map's classes, the others in that of their pixels, most first;
    from the pair `MOST_DIFFERENCES` + 1 on, they share one number.

    Attributes
    ----------
    values : ndarray of int, shape (classes of the first, classes of the second)
        The number of each pair; 0 for pairs without pixels.
    pairs : list of (int, int) or None
        The classes, counted from 0, that each number stands for; None for the last one where it stands for several.
    """

    values: np.ndarray
    pairs: Sequence[tuple[int, int] | None]

    @classmethod
    def of(cls, compared: ComparedMaps) -> Agreement:
        """Number the pairs of classes of two maps."""
        comparison = compared.comparison
        counts, is_same = comparison.table, comparison.is_same
        pairs = [(row, column) for row, column in np.argwhere(is_same & (counts > 0)).tolist()]
        others = np.argwhere(~is_same & (counts > 0))
        others = others[np.argsort(-counts[tuple(others.T)], kind="stable")].tolist()
        values = np.zeros(counts.shape, np.int64)
        for number, (row, column) in enumerate([*pairs, *others], start=1):
            values[row, column] = min(number, len(pairs) + MOST_DIFFERENCES + 1)
        shown = [*pairs, *map(tuple, others[:MOST_DIFFERENCES])]
        return cls(values, shown if len(others) <= MOST_DIFFERENCES else [*shown, None])

    def counts(self, table: np.ndarray) -> np.ndarray:
        """Return the pixels of each number, int64, from a cross table."""
        counts = np.zeros(len(self.pairs) + 1, np.int64)
        np.add.at(counts, self.values, table)
        return counts[1:]


def write_agreement(path, compared: ComparedMaps, first: ClassSource, second: ClassSource, progress: Progress) -> None:
    """Write a raster with a number for each pair of classes, see `Agreement`.

    Pairs that correspond are light grey, others have the colour of the class in the second map. Names and attribute
    table give both classes.

    Raises
    ------
    OutputError
        If the raster cannot be written.
    """
    grid, comparison = compared.grid, compared.comparison
    agreement = Agreement.of(compared)
    ours, theirs = compared.first.titles, compared.second.titles
    rows = []
    for pair in agreement.pairs:
        if pair is None:
            rows.append((tr("other differences"), OTHER_COLOUR, "", "", ""))
            continue
        one, other, is_same = ours[pair[0]], theirs[pair[1]], bool(comparison.is_same[pair])
        colour = SAME_COLOUR if is_same else compared.second.colours[pair[1]]
        rows.append((pair_in_words(one, other, is_same), colour, one, other, "yes" if is_same else "no"))
    names, colours, *columns = zip(*rows)
    write_classes(
        path,
        grid,
        _agreement_windows(compared, agreement, (first, second), progress),
        agreement.counts(comparison.table),
        colours,
        names,
        grid.pixel_area_ha,
        progress,
        dict(zip(("First", "Second", "Same"), columns)),
    )


def pair_in_words(one: str, other: str, is_same: bool) -> str:
    """Return the name of a pair of classes: `one` in the first map, `other` in the second."""
    if not is_same:
        return tr("{one} \N{RIGHTWARDS ARROW} {other}").format(one=one, other=other)
    if one == other:
        return tr("same: {one}").format(one=one)
    return tr("same: {one} = {other}").format(one=one, other=other)


def _agreement_windows(
    compared: ComparedMaps, agreement: Agreement, sources: tuple[ClassSource, ClassSource], progress: Progress
) -> Iterator[Window]:
    grid = compared.grid
    numbers = [np.array(of.numbers, np.int32) for of in (compared.first, compared.second)]
    for rows, columns in class_windows(grid, Watch(progress)):
        part = grid.window(rows, columns)
        found = [source.numbers(part, progress) for source in sources]
        places = [np.searchsorted(of, values).clip(max=len(of) - 1) for of, values in zip(numbers, found)]
        is_compared = (found[0] != NO_NUMBER) & (found[1] != NO_NUMBER)
        yield Window(rows, columns, np.where(is_compared, agreement.values[tuple(places)], 0)[np.newaxis])


def write_comparison(path, compared: ComparedMaps) -> None:
    """Write the cross table and the measures of each class as a CSV file.

    There is a row for each class of the first map, then one for each of the second that corresponds to none, and a last
    one for all. Measures that are not defined are empty.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    first, second, comparison = compared.first, compared.second, compared.comparison
    area = compared.grid.pixel_area_ha
    header = ["class", "name", "pixels", "area_ha", "match", "match_name", "precision", "recall", "f1"]
    header += [f"second {title}" for title in second.titles]
    rows: list[list] = []
    for row, counts in enumerate(comparison.table):
        column, pixels = comparison.partners[row], int(counts.sum())
        partner, recall = ["", ""], None
        if column != NO_PARTNER:
            partner, recall = [second.numbers[column], second.names[column]], comparison.recall[column]
        measures = map(_defined, (comparison.precision[row], recall, comparison.f1[row]))
        described = [first.numbers[row], first.names[row], pixels, area_ha(pixels, area)]
        rows.append([*described, *partner, *measures, *counts.tolist()])
    for column in sorted(set(range(len(second.numbers))) - set(comparison.partners.tolist())):
        partner = [second.numbers[column], second.names[column]]
        rows.append(["", "", 0, area_ha(0, area), *partner, None, 0.0, 0.0, *[0] * len(second.numbers)])
    totals = comparison.table.sum(axis=0).tolist()
    pixels = comparison.pixels
    rows.append(["all", "", pixels, area_ha(pixels, area), "", "", *[None] * 3, *totals])
    write_table(path, header, rows)


def _defined(measure: float | None) -> float | None:
    return None if measure is None or math.isnan(measure) else measure
