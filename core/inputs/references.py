# SPDX-License-Identifier: GPL-2.0-or-later
"""Points and polygons whose class is known, to compare a class raster with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import ParameterError, RasterError
from ..files.raster.categories import Categories
from ..image.grid import Grid
from ..progress import Progress
from ..wording import counted, tr
from .classrasters import NO_NUMBER
from .overlay import OverlaidPoints, OverlaidPolygons

_WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,10}")


@dataclass(frozen=True)
class ReferenceFeatures:
    """Points and polygons with a class each.

    Attributes
    ----------
    geometries : sequence of bytes
        As well-known binary (WKB); empty where a feature has none.
    values : sequence of int, float, str or None
        The class of each.
    crs : str
        Coordinate reference system (WKT); empty when it is not known.
    name : str
        What the layer is called in messages.
    field : str
        What the field of classes is called.
    files : tuple of str
        What it was read from.
    ids : sequence of int
        The number of each feature in its layer; empty where they are not needed.
    groups : sequence of int, float, str or None
        What each belongs to, such as a plot, so that training and test samples can be kept apart; empty where each
        feature is a group of its own.
    """

    geometries: Sequence[bytes]
    values: Sequence[int | float | str | None]
    crs: str
    name: str
    field: str
    files: tuple[str, ...] = ()
    ids: Sequence[int] = ()
    groups: Sequence[int | float | str | None] = ()

    @property
    def have_class(self) -> list[bool]:
        """Whether each feature has a geometry and a class."""
        return [
            bool(wkb) and value is not None and bool(str(value).strip())
            for wkb, value in zip(self.geometries, self.values)
        ]


class ReferenceClasses:
    """Reference features as class numbers at the pixels of any grid, as a `ClassSource`.

    A point gives its class to the pixel that it lies in, a polygon to those whose centre lies in it. Where several
    claim a pixel, the last one counts, and points count more than polygons. Whole numbers, also as text, are class
    numbers; other texts are names, whose classes are numbered as sorted. Features without class are left out.

    Parameters
    ----------
    features : ReferenceFeatures
    progress : Progress
        Is told what is left out.

    Raises
    ------
    ParameterError
        If the field holds something else than whole numbers or text.
    RasterError
        If there is no point or polygon with a class.
    """

    is_sparse = True

    def __init__(self, features: ReferenceFeatures, progress: Progress):
        self.name = features.name
        self.path = next(iter(features.files), "")
        self.files = list(features.files)
        has_class = features.have_class
        geometries = [wkb for wkb, is_used in zip(features.geometries, has_class) if is_used]
        values = [value for value, is_used in zip(features.values, has_class) if is_used]
        numbers, names = class_numbers(values, features)
        self.categories = Categories(names)
        # From 1, as 0 is where no feature is.
        distinct = sorted(set(numbers))
        places = {number: place for place, number in enumerate(distinct, start=1)}
        self._numbers = np.array([NO_NUMBER, *distinct], np.int32)
        marks = [places[number] for number in numbers]
        self._polygons = OverlaidPolygons(geometries, features.crs, features.name, marks, progress)
        self._points = OverlaidPoints(geometries, features.crs, features.name, marks, progress)
        if not (len(self._polygons) or len(self._points)):
            raise no_feature(features)
        tell_without_class(features, progress)

    def numbers(self, grid: Grid, progress: Progress) -> np.ndarray:
        """See `ClassSource`.

        Raises
        ------
        Cancelled
            When the user asked to stop.
        RasterError
            If a polygon cannot be projected.
        """
        marks = self._polygons.burn(grid, np.int32, progress)
        self._points.mark(grid, marks, progress)
        return self._numbers[marks]


def no_feature(features: ReferenceFeatures) -> RasterError:
    """Return the error that no feature has both a place and a class."""
    if not features.field:
        return RasterError(tr("{name} holds no point or polygon; choose another layer.").format(name=features.name))
    return RasterError(
        tr("{name} holds no point or polygon with a class in the field {field}; choose another layer or field.").format(
            name=features.name, field=features.field
        )
    )


def tell_without_class(features: ReferenceFeatures, progress: Progress, empty: int = 0) -> None:
    """Say how many features are left out because they have no geometry or no class.

    `empty` is how many others are left out whose geometry has no point or polygon.
    """
    left_out = features.have_class.count(False) + empty
    if left_out:
        progress.info(
            counted(
                left_out,
                "{count} feature of {name} has no geometry or no class and is left out.",
                "{count} features of {name} have no geometry or no class and are left out.",
                name=features.name,
            )
        )


def class_numbers(
    values: Sequence, features: ReferenceFeatures, large_are_names: bool = False
) -> tuple[list[int], dict[int, str]]:
    """Return the class number of each value, and the names of the classes where the values are names.

    With `large_are_names`, numbers are names too where one is larger than a class number can be.

    Raises
    ------
    ParameterError
        Naming a value that is neither a whole number nor text, or is too large a number.
    """
    texts = [str(value).strip() for value in values]
    if all(map(_WHOLE_NUMBER.fullmatch, texts)):
        numbers = list(map(int, texts))
    elif any(isinstance(value, str) for value in values):
        distinct = {text: number for number, text in enumerate(sorted(set(texts)), start=1)}
        return [distinct[text] for text in texts], {number: text for text, number in distinct.items()}
    else:
        numbers = list(_whole_numbers(values, features))
    limits = np.iinfo(np.int32)
    beyond = next((number for number in numbers if not limits.min < number <= limits.max), None)
    if beyond is not None and not large_are_names:
        raise _no_class(beyond, features)
    if beyond is not None:
        places = {number: place for place, number in enumerate(sorted(set(numbers)), start=1)}
        return [places[number] for number in numbers], {place: str(number) for number, place in places.items()}
    return numbers, {}


def _whole_numbers(values: Sequence, features: ReferenceFeatures) -> Iterator[int]:
    for value in values:
        if value != value or value in (float("inf"), float("-inf")) or value != int(value):
            raise _no_class(value, features)
        yield int(value)


def _no_class(value, features: ReferenceFeatures) -> ParameterError:
    return ParameterError(
        tr(
            "The field {field} of {name} holds {value}, which is no class; choose a field of whole numbers or of text."
        ).format(field=features.field, name=features.name, value=value)
    )
