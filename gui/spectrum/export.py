# SPDX-License-Identifier: GPL-2.0-or-later
"""Takes spectra out of the dock: to the clipboard, tables, and a layer of points."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsMarkerSymbol,
    QgsProject,
    QgsRendererCategory,
    QgsVectorLayer,
)

from ...algorithms.samplelayer import FIELDS
from ...algorithms.translation import tr
from ...algorithms.vectorfields import layer_fields
from ...core.files.tables import band_columns
from ...core.spectra.pixelspectra import summary_of
from ...core.spectra.samples import Spread
from ...core.spectra.sampletables import NamedSpread
from .markers import LibrarySpectrum, Marker


def named_spreads(markers: Sequence[Marker], library: Sequence[LibrarySpectrum], class_number) -> list:
    """Return the spectra that are there as `NamedSpread`; `class_number` tells the class of a marker or None."""
    found = []
    for marker in markers:
        if marker.found is not None:
            spectrum, place = marker.found, (marker.point.x(), marker.point.y())
            of_class = class_number(marker)
            found.append(NamedSpread(marker.title, spectrum.bands, spectrum.spread, marker.number, of_class, place))
    for one in library:
        nothing = np.full(len(one.values), np.nan)
        found.append(NamedSpread(one.name, one.bands, Spread(1, one.values, nothing, nothing, nothing)))
    return found


def as_text(spectra: Sequence) -> str:
    """Return `NamedSpread`s for a spreadsheet: a row for each wavelength, a column for each spectrum."""
    columns = [dict(zip(band_columns(one.bands), one.spread.mean.tolist())) for one in spectra]
    headings = sorted({heading for column in columns for heading in column}, key=float)
    rows = [[tr("Wavelength (nm)"), *(one.name for one in spectra)]]
    for heading in headings:
        values = (column.get(heading, np.nan) for column in columns)
        rows.append([heading, *("" if np.isnan(value) else repr(value) for value in values)])
    return "\n".join("\t".join(row) for row in rows) + "\n"


def point_layer(markers: Sequence[Marker], class_number) -> QgsVectorLayer:
    """Return a layer in memory of the markers that have a spectrum, of which there is at least one.

    It has the fields of the places of Sample spectra, and one for the mean reflectance at each wavelength.

    Parameters
    ----------
    markers : sequence of Marker
    class_number : callable
        Tells the class of a marker, or None.
    """
    markers = [marker for marker in markers if marker.found is not None]
    crs = markers[0].crs
    wavelengths = {heading for marker in markers for heading in band_columns(marker.found.bands)}
    headings = sorted(wavelengths, key=float)
    fields = layer_fields([*FIELDS, *((heading, "Double") for heading in headings)])
    layer = QgsVectorLayer("Point", tr("Spectra"), "memory")
    layer.setCrs(crs)
    layer.dataProvider().addAttributes(fields)
    layer.updateFields()
    features, categories = [], []
    for marker in markers:
        found = marker.found
        summary = summary_of(found.spread, found.bands, found.windows)
        values = dict(zip(band_columns(found.bands), found.spread.mean.tolist()))
        geometry = QgsGeometry.fromPointXY(marker.point)
        geometry.transform(QgsCoordinateTransform(marker.crs, crs, QgsProject.instance()))
        feature = QgsFeature(fields)
        feature.setGeometry(geometry)
        attributes = [marker.number, class_number(marker), marker.title, summary.pixels]
        attributes += [summary.ndvi, summary.brightness, summary.deviation]
        attributes += [values.get(heading) for heading in headings]
        feature.setAttributes([None if value != value else value for value in attributes])
        features.append(feature)
        symbol = QgsMarkerSymbol.createSimple({"color": marker.colour.name(), "size": "3"})
        categories.append(QgsRendererCategory(marker.number, symbol, marker.title))
    layer.dataProvider().addFeatures(features)
    layer.setRenderer(QgsCategorizedSymbolRenderer("id", categories))
    return layer
