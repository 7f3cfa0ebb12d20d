# SPDX-License-Identifier: GPL-2.0-or-later
"""Pixels whose class is known, because points, polygons or a class raster say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from ..constants import MOST_CLASSES
from ..errors import ParameterError
from ..files.raster.choice import RasterChoice
from ..image.grid import Grid
from ..image.slices import aligned_slices
from ..progress import Progress
from ..wording import counted, listed, tr
from .classrasters import NO_NUMBER, RasterClasses
from .overlay import Cells, OverlaidPoints, OverlaidPolygons
from .references import ReferenceFeatures, class_numbers, no_feature, tell_without_class

# Of a list of features or classes in a message.
MOST_NAMED = 5
# Pixels of a class raster that are looked up at a time.
_PIXELS_AT_ONCE = 1 << 22
# Stands for no feature.
NO_FEATURE = -1


@dataclass(frozen=True)
class Places:
    """Pixels of a grid with their class.

    Attributes
    ----------
    rows, columns : ndarray of int, shape (pixels,)
        Row by row, each pixel once.
    classes : ndarray of int, shape (pixels,)
        Class numbers from 1.
    features : ndarray of int, shape (pixels,)
        The first feature that each lies in, counted from 0; `NO_FEATURE` where a raster tells the class.
    groups : ndarray of int, shape (pixels,)
        What the feature belongs to, counted from 0: itself, unless features are grouped; `NO_FEATURE` as above.
    members : ndarray of int, shape (2, memberships)
        Every pixel of every feature, also where features of a class overlap: indices of pixels, and of features.
    names : mapping of int to str
        Names of classes, by their numbers.
    feature_classes : ndarray of int, shape (features,)
        The class number of each feature, 0 where it has none.
    shared : mapping of int to int
        How many pixels are left out of each class because another one claims them too.
    outside : mapping of int to int
        How many features of each class have no pixel in the grid.
    narrow : mapping of int to int
        Of how many of each class nothing is left, as a buffer below 0 makes them too small.
    """

    rows: np.ndarray
    columns: np.ndarray
    classes: np.ndarray
    features: np.ndarray
    groups: np.ndarray
    members: np.ndarray
    names: Mapping[int, str] = field(default_factory=dict)
    feature_classes: np.ndarray = field(default_factory=lambda: np.empty(0, int))
    shared: Mapping[int, int] = field(default_factory=dict)
    outside: Mapping[int, int] = field(default_factory=dict)
    narrow: Mapping[int, int] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.rows)

    def take(self, chosen: np.ndarray) -> Places:
        """Return the pixels where `chosen`, shape (pixels,), is true."""
        new_index = np.cumsum(chosen) - 1
        pixels, features = self.members
        stays = chosen[pixels]
        return replace(
            self,
            rows=self.rows[chosen],
            columns=self.columns[chosen],
            classes=self.classes[chosen],
            features=self.features[chosen],
            groups=self.groups[chosen],
            members=np.stack([new_index[pixels[stays]], features[stays]]),
        )

    def drawn(self, most: int, seed: int) -> Places:
        """Return at most so many pixels of each class, drawn at random."""
        chosen = np.zeros(len(self), bool)
        chosen[_Drawing(np.bincount(self.classes), most, seed).chosen(self.classes)] = True
        return self.take(chosen)

    def name(self, number: int) -> str:
        """Return the name of a class, or its number where it has none."""
        return self.names.get(number) or str(number)


def places_of_features(features: ReferenceFeatures, grid: Grid, progress: Progress, buffer: float = 0.0) -> Places:
    """Find the pixels of points and polygons: that in which a point lies, those whose centre lies in a polygon.

    A polygon without any pixel centre, being smaller than a pixel, has the pixel under its centroid. Pixels that
    features of different classes claim are left out, which is said.

    Parameters
    ----------
    features : ReferenceFeatures
    grid : Grid
    progress : Progress
    buffer : float
        In units of the grid's CRS: the pixels whose centre is within this distance of a point; polygons are made larger
        by it, or smaller where it is below 0.

    Raises
    ------
    Cancelled
        When the user asked to stop.
    ParameterError
        If the field of classes holds something else than whole numbers or text.
    RasterError
        If no feature has both a place and a class, or some cannot be projected.
    """
    used = np.flatnonzero(features.have_class)
    geometries = [features.geometries[index] for index in used]
    # Marks begin at 1.
    polygons = OverlaidPolygons(geometries, features.crs, features.name, range(1, len(used) + 1), progress)
    points = OverlaidPoints(geometries, features.crs, features.name, range(1, len(used) + 1), progress)
    if not (len(polygons) or len(points)):
        raise no_feature(features)
    has_place = np.isin(np.arange(1, len(used) + 1), list(polygons.values | points.values))
    with_place = used[has_place]
    numbers, names = _numbers_and_names([features.values[index] for index in with_place], features)
    if len(points) and buffer < 0:
        raise ParameterError(
            tr("{name} holds points, which cannot be made smaller; choose a buffer of 0 or more.").format(
                name=features.name
            )
        )
    tell_without_class(features, progress, len(used) - len(with_place))
    of_polygons, small, narrow = polygons.cells(grid, progress.part(0, 0.9), buffer)
    cells = Cells.joined([of_polygons, points.cells(grid, progress.part(0.9, 1), buffer)]).within()
    if small:
        progress.info(
            counted(
                len(small),
                "{count} feature of {name} is smaller than a pixel; the pixel under its centroid stands for it.",
                "{count} features of {name} are smaller than a pixel; the pixels under their centroids stand for them.",
                name=features.name,
            )
        )
    feature_classes = np.zeros(len(features.values), np.int64)
    feature_classes[with_place] = numbers
    is_narrow = np.zeros(len(feature_classes), bool)
    is_narrow[used[np.array(sorted(narrow), int) - 1]] = True
    places = _joined(cells, used[cells.values - 1], feature_classes, is_narrow, _groups(features), names)
    return _without_shared(places, features, progress)


def places_of_raster(choice: RasterChoice, grid: Grid, progress: Progress, most: int = 0, seed: int = 0) -> Places:
    """Find the pixels that have a class in a class raster of any grid and CRS; those of classes below 1 are left out.

    Parameters
    ----------
    choice : RasterChoice
    grid : Grid
        Of the image.
    progress : Progress
    most : int
        How many pixels of a class are drawn at random where there are more; 0: all. The raster is then read twice, so
        that only those drawn need memory.
    seed : int

    Raises
    ------
    Cancelled
        When the user asked to stop.
    RasterError
        If the raster cannot be read or projected, or holds no class numbers.
    """
    source = RasterClasses(choice)
    counts = np.zeros(MOST_CLASSES + 1, np.int64)
    left_out, found = 0, []
    for cells, others in _cells_of_raster(source, grid, progress.part(0, 0.5)):
        counts += np.bincount(cells.values, minlength=len(counts))
        left_out += others
        if not most:
            found.append(cells)
    if most:
        drawn = _Drawing(counts, most, seed)
        found = [
            cells.take(drawn.chosen(cells.values)) for cells, _ in _cells_of_raster(source, grid, progress.part(0.5, 1))
        ]
    if left_out:
        progress.warn(
            tr("{count:,} pixels of {name} are left out, because their class is not from 1 to {most:,}.").format(
                count=left_out, name=source.name, most=MOST_CLASSES
            )
        )
    cells = Cells.joined(found)
    nothing = np.broadcast_to(NO_FEATURE, len(cells))
    names = {number: source.categories.name(number) for number in np.flatnonzero(counts).tolist()}
    return Places(cells.rows, cells.columns, cells.values, nothing, nothing, np.empty((2, 0), int), names)


def _cells_of_raster(source: RasterClasses, grid: Grid, progress: Progress) -> Iterator[tuple[Cells, int]]:
    """Yield the pixels that have a class, row by row, and how many have a number that no class can have."""
    for rows in aligned_slices(0, grid.height, max(_PIXELS_AT_ONCE // grid.width, 1)):
        numbers = source.numbers(grid.window(rows, slice(0, grid.width)), progress)
        is_class = (numbers > 0) & (numbers <= MOST_CLASSES)
        in_rows, columns = np.nonzero(is_class)
        cells = Cells(numbers[is_class], (in_rows + rows.start).astype(np.int32), columns.astype(np.int32))
        yield cells, int(np.count_nonzero(~is_class & (numbers != NO_NUMBER) & (numbers != 0)))
        progress.report(rows.stop / grid.height)


class _Drawing:
    """Draws members of classes at random, which come in parts; the same however they are parted."""

    def __init__(self, counts: np.ndarray, most: int, seed: int):
        generator = np.random.default_rng(seed)
        self._drawn = {
            int(number): np.sort(generator.choice(counts[number], most, replace=False))
            for number in np.flatnonzero(counts > most)
        }
        self._seen = dict.fromkeys(self._drawn, 0)

    def chosen(self, classes: np.ndarray) -> np.ndarray:
        """Return the indices of the members that are drawn among further ones, given by their class numbers."""
        chosen = np.ones(len(classes), bool)
        for number, drawn in self._drawn.items():
            members = np.flatnonzero(classes == number)
            first = self._seen[number]
            self._seen[number] += len(members)
            chosen[members] = False
            inside = drawn[np.searchsorted(drawn, first) : np.searchsorted(drawn, first + len(members))]
            chosen[members[inside - first]] = True
        return np.flatnonzero(chosen)


def _numbers_and_names(values: Sequence, features: ReferenceFeatures) -> tuple[list[int], dict[int, str]]:
    """Return class numbers from 1 for values, and names; numbers that a class raster cannot have become names."""
    numbers, names = class_numbers(values, features, large_are_names=True)
    distinct = sorted(set(numbers))
    if len(distinct) > MOST_CLASSES:
        raise ParameterError(
            tr("{name} has {count:,} classes; a class raster holds {most:,} at most, so choose another field.").format(
                name=features.name, count=len(distinct), most=MOST_CLASSES
            )
        )
    if distinct and not 1 <= distinct[0] <= distinct[-1] <= MOST_CLASSES:
        place = {number: index for index, number in enumerate(distinct, start=1)}
        return [place[number] for number in numbers], {index: str(number) for number, index in place.items()}
    return numbers, names


def _groups(features: ReferenceFeatures) -> np.ndarray:
    """Return what each feature belongs to, counted from 0; those without group are groups of their own."""
    if not features.groups:
        return np.arange(len(features.values))
    places: dict = {}
    keys = [(index,) if group in (None, "") else group for index, group in enumerate(features.groups)]
    return np.array([places.setdefault(key, len(places)) for key in keys], int)


def _joined(
    cells: Cells,
    features: np.ndarray,
    feature_classes: np.ndarray,
    is_narrow: np.ndarray,
    groups: np.ndarray,
    names: Mapping[int, str],
) -> Places:
    """Return the places of the cells of features, each pixel once; `features` has the feature of each cell."""
    order = np.lexsort((features, cells.columns, cells.rows))
    rows, columns, features = cells.rows[order], cells.columns[order], features[order]
    is_new = np.ones(len(order), bool)
    is_new[1:] = (np.diff(rows) != 0) | (np.diff(columns) != 0)
    first = features[is_new]
    has_pixel = np.zeros(len(feature_classes), bool)
    has_pixel[features] = True
    is_without = ~has_pixel & (feature_classes > 0)
    return Places(
        rows=rows[is_new],
        columns=columns[is_new],
        classes=feature_classes[first],
        features=first,
        groups=groups[first],
        members=np.stack([np.cumsum(is_new) - 1, features]),
        names=names,
        feature_classes=feature_classes,
        outside=_count(feature_classes[is_without & ~is_narrow]),
        narrow=_count(feature_classes[is_without & is_narrow]),
    )


def _count(numbers: np.ndarray) -> dict[int, int]:
    distinct, counts = np.unique(numbers, return_counts=True)
    return dict(zip(distinct.tolist(), counts.tolist()))


def _without_shared(places: Places, features: ReferenceFeatures, progress: Progress) -> Places:
    """Leave out the pixels that features of different classes claim."""
    pixels, of_features = places.members
    differs = places.feature_classes[of_features] != places.classes[pixels]
    if not differs.any():
        return places
    is_shared = np.zeros(len(places), bool)
    is_shared[pixels[differs]] = True
    pairs = np.stack([places.features[pixels[differs]], of_features[differs]], axis=1)
    distinct, counts = np.unique(pairs, axis=0, return_counts=True)

    def called(feature: int) -> str:
        number = features.ids[feature] if features.ids else feature + 1
        return tr("{id} ({name})").format(id=number, name=places.name(int(places.feature_classes[feature])))

    overlaps = [
        tr("{one} and {other}: {count}").format(one=called(one), other=called(other), count=count)
        for (one, other), count in zip(distinct.tolist(), counts.tolist())
    ]
    progress.warn(
        counted(
            int(is_shared.sum()),
            "{count} pixel of {name} is left out, because features of different classes overlap there ({pairs}).",
            "{count} pixels of {name} are left out, because features of different classes overlap there ({pairs}).",
            name=features.name,
            pairs=listed(overlaps, MOST_NAMED),
        )
    )
    claims = np.unique(np.stack([pixels, places.feature_classes[of_features]])[:, is_shared[pixels]], axis=1)
    numbers, lost = np.unique(claims[1], return_counts=True)
    return replace(places.take(~is_shared), shared=dict(zip(numbers.tolist(), lost.tolist())))
