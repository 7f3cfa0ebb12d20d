# SPDX-License-Identifier: GPL-2.0-or-later
"""Which tiles NEON has of a site."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from ..base import NeonAlgorithm
from ..parameters.access import add_auth_parameter, problem_of_auth, user_token
from ..parameters.neon import (
    add_neon_parameters,
    chosen_product,
    chosen_site,
    chosen_year,
    crs_of_zone,
    extent_geometry,
)
from ..parameters.rasters import add_extent_parameter
from ..translation import tr
from ..vectorfields import layer_fields


class ListTiles(NeonAlgorithm):
    OUTPUT = "OUTPUT"
    MONTHS = "MONTHS"
    COUNT = "COUNT"
    SIZE_MB = "SIZE_MB"

    NAME = "listtiles"
    ICON = "listtiles.svg"
    TAGS = NeonAlgorithm.TAGS + ",download,available,months,years,sites,index,api"

    def displayName(self):
        return tr("List tiles")

    def shortDescription(self):
        return tr("Show on the map which tiles NEON has of a site, in which years and how large.")

    def shortHelpString(self):
        return tr(
            "Asks NEON which tiles of a product there are at a site, and makes a layer of their squares, with a colour "
            "for each year. Download tiles takes this layer, with all of its tiles or those that are selected.\n"
            "Which tiles there are, NEON tells only with a token, which is free: sign in at "
            "https://data.neonscience.org/myaccount, copy it, and store it in QGIS (Settings > Options > "
            "Authentication, method Basic, as the password). Without a token, this lists the months in which the site "
            "was flown.\n"
            "Provisional data may still change; their release is PROVISIONAL. From mid-December to January, tiles may "
            "be away for some days, while NEON prepares a new release. MB are of a million bytes.\n"
            "The network settings of QGIS apply. The environment variable NEON_API_URL leads to another server."
        )

    def group(self):
        return tr("Download")

    def groupId(self):
        return "download"

    def initAlgorithm(self, configuration=None):
        add_neon_parameters(self)
        add_extent_parameter(self, tr("List only the tiles that reach into this extent. Empty: all tiles of the site."))
        add_auth_parameter(self)
        self.add(
            QgsProcessingParameterFeatureSink(
                name=self.OUTPUT, description=tr("Tiles"), type=QgsProcessing.SourceType.TypeVectorPolygon
            ),
            tr(
                "The layer of tiles, in the UTM zone of the site: tile (easting_northing of the south-west corner), "
                "easting, northing, month, year, release, size_mb, site, product, file. Only with a token."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                name=self.MONTHS,
                description=tr("Months"),
                type=QgsProcessing.SourceType.TypeVector,
                optional=True,
            ),
            tr("A table of the months in which the site was flown: site, product, month, release, doi."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.COUNT, tr("Number of tiles")))
        self.addOutput(QgsProcessingOutputNumber(self.SIZE_MB, tr("Size of all tiles (MB)")))

    def problem(self, parameters, context):
        return problem_of_auth(self, parameters) or super().problem(parameters, context)

    def compute(self, parameters, context, progress):
        from ...core.files.download.access import how_to_get_access
        from ...core.files.download.finding import find_files, find_product, months_of, zone_of
        from ...core.files.download.meter import MEGABYTE, format_size
        from ...core.files.download.tilegrid import tiles_touched
        from .network import neon_api
        from .tilelayer import MONTH_FIELDS, TILE_FIELDS, TileLayerStyle, write_months, write_tiles

        site = chosen_site(self, parameters, context)
        code = chosen_product(self, parameters, context)
        area = extent_geometry(self, parameters, context)
        self.targets(parameters, context)
        token = user_token(self, parameters, context)
        transport, api = neon_api(token, progress)
        product = transport.run(find_product(api, code, site, progress))[0]
        months = months_of(product, site, chosen_year(self, parameters, context))
        releases = product.months[site.published_as]
        for month in months:
            progress.info(f"{month}: {releases[month]}")
        table, months_path = self.parameterAsSink(
            parameters, self.MONTHS, context, layer_fields(MONTH_FIELDS), QgsWkbTypes.Type.NoGeometry
        )
        if table is not None:
            write_months(table, product, site.published_as, months)
            name = tr("Months - {site} {product}").format(site=site.code, product=code)
            self.named_details(parameters, context, self.MONTHS, months_path, name)
        if not token:
            progress.warn(how_to_get_access())
            return {self.MONTHS: months_path or ""}
        zone = transport.run(zone_of(api, site))[0]
        files = transport.run(find_files(api, code, site, months))[0]
        if area is not None:
            tiles = tiles_touched({file.tile for file in files}, area(zone))
            files = [file for file in files if file.tile in tiles]
        sink, path = self.parameterAsSink(
            parameters, self.OUTPUT, context, layer_fields(TILE_FIELDS), QgsWkbTypes.Type.Polygon, crs_of_zone(zone)
        )
        write_tiles(sink, files)
        name = tr("Tiles - {site} {product}").format(site=site.code, product=code)
        details = self.named_details(parameters, context, self.OUTPUT, path, name)
        if details is not None:
            TileLayerStyle.load_for(path, details)
        size = sum(file.size or 0 for file in files)
        progress.info(tr("{count} tiles, {size}").format(count=len(files), size=format_size(size)))
        return {
            self.OUTPUT: path,
            self.MONTHS: months_path or "",
            self.COUNT: len(files),
            self.SIZE_MB: round(size / MEGABYTE, 3),
        }
