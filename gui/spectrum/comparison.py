# SPDX-License-Identifier: GPL-2.0-or-later
"""What the spectrum of a marker has to do with the classes of a map."""

from __future__ import annotations

import os
from dataclasses import dataclass

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ...algorithms.translation import tr
from ...core.errors import NeonAopError
from ...core.spectra.classtable import ClassTable
from ...core.wording import number
from .markers import Marker
from .plot import DASHED, DOTTED, Curve
from .sources import MapClass, centres_of, class_at, class_layers, legend_of


@dataclass(frozen=True)
class ClassMatch:
    """A class beside a spectrum.

    Attributes
    ----------
    number : int
    label : str
    colour : QColor
    role : str
        Such as "class on the map".
    distance, angle : float or None
        As `ClassDistance`; None where the spectrum of the class is not known.
    curve : Curve or None
        The spectrum of the class.
    """

    number: int
    label: str
    colour: QColor
    role: str
    distance: float | None = None
    angle: float | None = None
    curve: Curve | None = None


class ClassComparison:
    """Compares spectra with the classes of a map and with the table of their spectra."""

    def __init__(self, canvas):
        self._canvas = canvas
        # The table that was read last, by path and time.
        self._key: tuple[str, float] | None = None
        self._table = None

    def matches(self, marker: Marker, chosen_table: str) -> tuple[list[ClassMatch], str]:
        """Return the class of a marker on the map and the nearest other one, and what prevents to tell more.

        Parameters
        ----------
        marker : Marker
        chosen_table : str
            Path of a table of classes; empty for that which the map remembers.
        """
        layers = list(class_layers(self._canvas.layers()))
        own = class_at(marker.point, marker.crs, layers)
        legend_layer = own.layer if own else layers[0] if layers else None
        path = chosen_table or (centres_of(legend_layer) if legend_layer else "")
        plain = [] if own is None else [ClassMatch(own.number, own.label, own.colour, tr("class on the map"))]
        if not path:
            return plain, tr("Choose the table of the classes to compare with their spectra.") if own else ""
        if marker.found is None:
            return plain, ""
        try:
            table = self._read(path)
            distances = table.distances(marker.found.spread.mean, marker.found.bands, marker.found.name)
        except NeonAopError as error:
            return plain, str(error)
        legend = legend_of(legend_layer) if legend_layer else {}
        number_of_own = own.number if own else distances[0].number
        windows = marker.found.windows
        found = []
        for distance in distances:
            if distance.number == number_of_own:
                role = tr("class on the map") if own else tr("nearest class")
                found.insert(0, self._match(table, distance, legend, role, DASHED, windows))
            elif len(found) < 2 and not any(match.number != number_of_own for match in found):
                found.append(self._match(table, distance, legend, tr("nearest other class"), DOTTED, windows))
        if table.index(number_of_own) is None:
            found = plain + found
        return found, ""

    def _read(self, path: str):
        key = (path, os.path.getmtime(path) if os.path.exists(path) else 0.0)
        if self._key != key:
            self._table, self._key = ClassTable.read(path), key
        return self._table

    @staticmethod
    def _match(table, distance, legend: dict[int, MapClass], role: str, style: Qt.PenStyle, windows) -> ClassMatch:
        index = table.index(distance.number)
        on_map = legend.get(distance.number)
        classes = table.classes
        label = on_map.label if on_map else f"{distance.number} - {classes.hints[index]}"
        colour = on_map.colour if on_map else QColor(*classes.colours[distance.number - 1])
        curve = Curve(
            name=label,
            colour=colour,
            wavelengths=classes.bands.wavelengths,
            values=classes.centres[index],
            style=style,
            windows=windows,
            # The area is that of the own class only, as two would hide each other.
            limits=table.limits.get(distance.number) if style == DASHED else None,
        )
        return ClassMatch(distance.number, label, colour, role, distance.distance, distance.angle, curve)


def in_words(match: ClassMatch) -> tuple[str, str]:
    """Return distance and angle of a class as text; empty where they are not known."""
    distance = "" if match.distance is None else number(match.distance, ".3f")
    angle = "" if match.angle is None or match.angle != match.angle else f"{number(match.angle, '.2f')}°"
    return distance, angle
