# SPDX-License-Identifier: GPL-2.0-or-later
"""Which data of NEON: site, product, year, area."""

from __future__ import annotations

import re
from collections.abc import Callable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsProcessingFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core.errors import ParameterError, in_one_line
from ...core.files.download.sites import Site, epsg_of_zone, find_site, known_sites
from ..translation import tr
from .rasters import EXTENT
from .values import called, is_given

SITE = "SITE"
PRODUCT = "PRODUCT"
YEAR = "YEAR"
REFLECTANCE = "DP3.30006.002"
# Products of tiles that dialogs offer; other ones can be typed in models and at the command line.
PRODUCTS = (
    REFLECTANCE,
    "DP3.30006.001",
    "DP3.30010.001",
    "DP3.30012.001",
    "DP3.30014.001",
    "DP3.30015.001",
    "DP3.30019.001",
    "DP3.30024.001",
    "DP3.30025.001",
    "DP3.30026.001",
    "DP1.30003.001",
)
_CODE = re.compile(r"DP[1-4]\.\d{5}\.\d{3}")
_FIRST_YEAR, _LAST_YEAR = 2013, 2100


def add_neon_parameters(algorithm, may_lack_site: bool = False) -> None:
    """Add site, product and year."""
    site = QgsProcessingParameterString(name=SITE, description=tr("Site"), optional=may_lack_site)
    # Dialogs show a list, whose first entry is taken where a value is not in it: that must be no site.
    site.setMetadata({"widget_wrapper": {"value_hints": ["", *(site.title for site in known_sites().values())]}})
    help = tr(
        "Code of a NEON site, such as SERC. Sites that are flown with others, such as most aquatic ones, have the code "
        "of these in brackets."
    )
    algorithm.add(site, help + tr(" Not used with a layer of tiles, which tells it.") if may_lack_site else help)
    product = QgsProcessingParameterString(name=PRODUCT, description=tr("Product"), defaultValue=REFLECTANCE)
    product.setMetadata({"widget_wrapper": {"value_hints": list(PRODUCTS)}})
    algorithm.add(
        product,
        tr(
            "Code of a product that NEON publishes in tiles: DP3.30006.002 is bidirectional reflectance (mostly of "
            "2022 and later), DP3.30006.001 directional reflectance (to 2021), DP3.30010.001 camera images, "
            "DP3.30012.001 leaf area index, DP3.30014.001 fPAR, DP3.30015.001 canopy height, DP3.30019.001 water "
            "indices, DP3.30024.001 elevation, DP3.30025.001 slope and aspect, DP3.30026.001 vegetation indices, "
            "DP1.30003.001 the lidar point cloud."
        ),
    )
    algorithm.add(
        QgsProcessingParameterNumber(
            name=YEAR,
            description=tr("Year"),
            type=QgsProcessingParameterNumber.Type.Integer,
            optional=True,
            minValue=_FIRST_YEAR,
            maxValue=_LAST_YEAR,
        ),
        tr("Year of the flights. Empty: all years."),
    )


def chosen_site(algorithm, parameters, context) -> Site:
    """Return the site.

    Raises
    ------
    ParameterError
        When it cannot be the code of a site.
    """
    return find_site(algorithm.parameterAsString(parameters, SITE, context))


def chosen_product(algorithm, parameters, context) -> str:
    """Return the code of the product.

    Raises
    ------
    ParameterError
        When it cannot be one.
    """
    text = algorithm.parameterAsString(parameters, PRODUCT, context).strip().upper()
    if not _CODE.fullmatch(text):
        raise ParameterError(
            tr("{parameter} is {value}; give the code of a product, such as DP3.30006.002.").format(
                parameter=called(algorithm.parameterDefinition(PRODUCT)), value=in_one_line(text, 40)
            )
        )
    return text


def chosen_year(algorithm, parameters, context) -> int | None:
    """Return the year, None for all."""
    return algorithm.parameterAsInt(parameters, YEAR, context) if is_given(parameters.get(YEAR)) else None


def layer_source(algorithm, parameters, name: str, context) -> QgsProcessingFeatureSource:
    """Return the features of a layer, or those of them that are selected.

    Raises
    ------
    ParameterError
        When it cannot be read.
    """
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        raise ParameterError(
            tr("{parameter} cannot be read; choose another layer.").format(
                parameter=called(algorithm.parameterDefinition(name))
            )
        )
    return source


def extent_geometry(algorithm, parameters, context) -> Callable[[int], list[bytes]] | None:
    """Return a function that gives the extent in a UTM zone, as well-known binary; None when there is no extent."""
    if not is_given(parameters.get(EXTENT)):
        return None

    def geometries(zone: int) -> list[bytes]:
        geometry = algorithm.parameterAsExtentGeometry(parameters, EXTENT, context, crs_of_zone(zone))
        return [geometry.asWkb().data()]

    return geometries


def layer_geometries(algorithm, parameters, name: str, context) -> Callable[[int], list[bytes]] | None:
    """Return a function that gives the features of a layer in a UTM zone, as well-known binary; None without a layer.

    Raises
    ------
    ParameterError
        When the layer cannot be read or has no coordinate reference system. The function raises it when the layer has
        no place in the zone.
    """
    if not is_given(parameters.get(name)):
        return None
    source = layer_source(algorithm, parameters, name, context)
    if not source.sourceCrs().isValid():
        raise ParameterError(
            tr("{layer} has no coordinate reference system; give it one.").format(layer=source.sourceName())
        )

    def geometries(zone: int) -> list[bytes]:
        transform = QgsCoordinateTransform(source.sourceCrs(), crs_of_zone(zone), context.transformContext())
        found = []
        for feature in source.getFeatures(QgsFeatureRequest().setNoAttributes()):
            geometry = feature.geometry()
            if geometry.isNull():
                continue
            try:
                geometry.transform(transform)
            except QgsCsException:
                raise ParameterError(
                    tr("{layer} has a feature that lies nowhere in UTM zone {zone}; choose another area.").format(
                        layer=source.sourceName(), zone=zone
                    )
                ) from None
            found.append(geometry.asWkb().data())
        return found

    return geometries


def crs_of_zone(zone: int) -> QgsCoordinateReferenceSystem:
    """Return the CRS of a UTM zone north of the equator."""
    return QgsCoordinateReferenceSystem(f"EPSG:{epsg_of_zone(zone)}")
