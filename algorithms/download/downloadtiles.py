# SPDX-License-Identifier: GPL-2.0-or-later
"""Tiles from NEON's servers to a folder."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
)

from ...core.errors import ParameterError
from ..base import NeonAlgorithm
from ..parameters.access import add_auth_parameter, problem_of_auth, user_token
from ..parameters.neon import (
    SITE,
    add_neon_parameters,
    chosen_product,
    chosen_site,
    chosen_year,
    extent_geometry,
    layer_geometries,
    layer_source,
)
from ..parameters.rasters import EXTENT, add_extent_parameter
from ..parameters.values import called, is_given
from ..translation import tr

# Share of the progress that drawing the tiles takes.
SHARE_OF_PICTURES = 0.1


class DownloadTiles(NeonAlgorithm):
    TILES_LAYER = "TILES_LAYER"
    AREA = "AREA"
    EASTING = "EASTING"
    NORTHING = "NORTHING"
    BUFFER = "BUFFER"
    INCLUDE_PROVISIONAL = "INCLUDE_PROVISIONAL"
    MAX_SIZE_GB = "MAX_SIZE_GB"
    LAYOUT = "LAYOUT"
    LOAD = "LOAD"
    FOLDER = "FOLDER"
    FILES = "FILES"
    COUNT = "COUNT"
    SIZE_MB = "SIZE_MB"
    # The ways to choose tiles, of which one is needed.
    WAYS = ((TILES_LAYER,), (AREA,), (EXTENT,), (EASTING, NORTHING))

    NAME = "downloadtiles"
    ICON = "downloadtiles.svg"
    TAGS = NeonAlgorithm.TAGS + ",download,by_tile_aop,api,fetch,hdf5,h5"

    def displayName(self):
        return tr("Download tiles")

    def shortDescription(self):
        return tr("Download tiles from NEON into a folder, from where an earlier run stopped, and check them.")

    def shortHelpString(self):
        return tr(
            "Downloads the tiles of a layer that List tiles made, or those that an area, an extent or a point touches. "
            "Give one of these.\n"
            "NEON gives data only with a token, which is free: sign in at https://data.neonscience.org/myaccount, copy "
            "it, and store it in QGIS (Settings > Options > Authentication, method Basic, as the password).\n"
            "Files that are in the folder and whole are not downloaded again. What a run that was cancelled or "
            "interrupted has of a file is kept (.part), and the next run goes on there. A file gets its name when its "
            "size and its checksum are right. Tiles of different years have the same names: give each year its folder, "
            "or choose NEON's layout.\n"
            "Beside the files, CITATION.txt says how NEON wants them to be cited, and downloads.json what they are. "
            "NEON's data have the licence CC BY 4.0.\n"
            "A tile of reflectance has about 650 MB (of a million bytes). The network settings of QGIS apply. The "
            "environment variable NEON_API_URL leads to another server."
        )

    def group(self):
        return tr("Download")

    def groupId(self):
        return "download"

    def initAlgorithm(self, configuration=None):
        add_neon_parameters(self, may_lack_site=True)
        self.add(
            QgsProcessingParameterFeatureSource(
                name=self.TILES_LAYER,
                description=tr("Tiles of a layer"),
                types=[QgsProcessing.SourceType.TypeVector],
                optional=True,
            ),
            tr("A layer that List tiles made: its tiles are downloaded, or those of them that are selected."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                name=self.AREA,
                description=tr("Area"),
                types=[QgsProcessing.SourceType.TypeVectorAnyGeometry],
                optional=True,
            ),
            tr("A layer of points, lines or polygons: the tiles that they touch are downloaded."),
        )
        add_extent_parameter(self, tr("The tiles that reach into this extent are downloaded."))
        for name, description, most in (
            (self.EASTING, tr("Easting (m)"), 1e6),
            (self.NORTHING, tr("Northing (m)"), 1e7),
        ):
            self.add(
                QgsProcessingParameterNumber(
                    name=name,
                    description=description,
                    type=QgsProcessingParameterNumber.Type.Double,
                    optional=True,
                    minValue=0.0,
                    maxValue=most,
                ),
                tr("Of a point in the UTM zone of the site: the tile that holds it is downloaded."),
            )
        self.add(
            QgsProcessingParameterNumber(
                name=self.BUFFER,
                description=tr("Buffer (m)"),
                type=QgsProcessingParameterNumber.Type.Double,
                defaultValue=0.0,
                minValue=0.0,
                maxValue=1e5,
            ),
            tr(
                "Download all tiles as well that touch the square with sides of twice this length around the point, or "
                "around any point of the area or extent. Not used with a layer of tiles."
            ),
        )
        self.add(
            QgsProcessingParameterBoolean(
                name=self.INCLUDE_PROVISIONAL, description=tr("Include provisional data"), defaultValue=False
            ),
            tr("Download tiles that NEON has not released yet and may still change, too."),
        )
        self.add(
            QgsProcessingParameterNumber(
                name=self.MAX_SIZE_GB,
                description=tr("Most to download (GB)"),
                type=QgsProcessingParameterNumber.Type.Double,
                defaultValue=5.0,
                minValue=0.001,
            ),
            tr(
                "Download nothing if it would be more than this (of a billion bytes); what is there already is not "
                "counted."
            ),
        )
        add_auth_parameter(self)
        self.add(
            QgsProcessingParameterBoolean(
                name=self.LOAD, description=tr("Show the tiles in true colour"), defaultValue=False
            ),
            tr("Add the tiles to the map in true colour, as temporary layers."),
        )
        self.add(
            QgsProcessingParameterEnum(
                name=self.LAYOUT,
                description=tr("Layout"),
                options=[tr("All in the folder"), tr("NEON's folders")],
                defaultValue=0,
            ),
            tr(
                "Where the files go: 0 all in the folder; 1 in folders as NEON's package neonutilities makes them, "
                "which keep products, years and provisional data apart."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFolderDestination(name=self.FOLDER, description=tr("Folder")),
            tr("The folder for the files. A temporary one goes when QGIS is closed, and the files with it."),
        )
        self.addOutput(QgsProcessingOutputFile(self.FILES, tr("Files")))
        self.addOutput(QgsProcessingOutputNumber(self.COUNT, tr("Number of files")))
        self.addOutput(QgsProcessingOutputNumber(self.SIZE_MB, tr("Size of all files (MB)")))

    def problem(self, parameters, context):
        return (
            problem_of_auth(self, parameters)
            or super().problem(parameters, context)
            or self._problem_of_choice(self._given(parameters))
            or self._problem_of_site(parameters)
        )

    def compute(self, parameters, context, progress):
        from ...core.files.download.access import how_to_get_access
        from ...core.files.download.job import download
        from ...core.files.download.layout import targets_of
        from ...core.files.download.meter import GIGABYTE, MEGABYTE
        from ...core.files.targets import check_folder
        from .network import neon_api

        folder = self.parameterAsString(parameters, self.FOLDER, context)
        layout = self.parameterAsEnum(parameters, self.LAYOUT, context)
        check_folder(called(self.parameterDefinition(self.FOLDER)), folder)
        find = self._found_in_layer if is_given(parameters.get(self.TILES_LAYER)) else self._found_at_place
        token = user_token(self, parameters, context)
        if not token:
            raise ParameterError(how_to_get_access())
        transport, api = neon_api(token, progress)
        targets = []
        for product, files in find(parameters, context, transport, api, progress):
            targets += targets_of(files, product, folder, layout)
        is_shown = self.parameterAsBool(parameters, self.LOAD, context)
        most_bytes = GIGABYTE * self.parameterAsDouble(parameters, self.MAX_SIZE_GB, context)
        downloading = progress.part(0, 1 - SHARE_OF_PICTURES) if is_shown else progress
        paths = download(transport, api, targets, folder, most_bytes, downloading)
        if is_shown:
            from .pictures import show_tiles

            show_tiles(paths, context, progress.part(1 - SHARE_OF_PICTURES, 1))
        return {
            self.FOLDER: folder,
            self.FILES: [str(path) for path in paths],
            self.COUNT: len(paths),
            self.SIZE_MB: round(sum(path.stat().st_size for path in paths) / MEGABYTE, 3),
        }

    def alternatives(self, name):
        way = next((way for way in self.WAYS if name in way), ())
        return [other for one in self.WAYS if way and one is not way for other in one]

    def _given(self, parameters) -> list[str]:
        """Return the parameters by which tiles are chosen."""
        return [name for way in self.WAYS for name in way if is_given(parameters.get(name))]

    def _problem_of_choice(self, given: list[str]) -> str:
        if tuple(given) in self.WAYS:
            return ""
        names = ", ".join(called(self.parameterDefinition(name)) for name in given) or tr("Nothing")
        text = tr(
            "{given} chooses the tiles; give one of a layer of tiles, an area, an extent, or easting and northing."
        )
        return text.format(given=names)

    def _problem_of_site(self, parameters) -> str:
        if self._given(parameters) == [self.TILES_LAYER] or is_given(parameters.get(SITE)):
            return ""
        return tr("{parameter} is missing; choose a site.").format(parameter=called(self.parameterDefinition(SITE)))

    def _found_at_place(self, parameters, context, transport, api, progress) -> list[tuple]:
        """Find the files of the tiles that a point, an extent or an area touches; a product with its files."""
        from ...core.files.download import finding
        from ...core.files.download.sites import in_zone_of_flights
        from ...core.files.download.tilegrid import tiles_of_square, tiles_touched

        site = chosen_site(self, parameters, context)
        code = chosen_product(self, parameters, context)
        year = chosen_year(self, parameters, context)
        buffer = self.parameterAsDouble(parameters, self.BUFFER, context)
        area = extent_geometry(self, parameters, context) or layer_geometries(self, parameters, self.AREA, context)
        product = transport.run(finding.find_product(api, code, site, progress))[0]
        files = transport.run(finding.find_files(api, code, site, finding.months_of(product, site, year)))[0]
        if area is None:
            easting = self.parameterAsDouble(parameters, self.EASTING, context)
            northing = self.parameterAsDouble(parameters, self.NORTHING, context)
            wanted = tiles_of_square(*in_zone_of_flights(site, easting, northing), buffer)
            files = finding.in_tiles(files, wanted, f"{easting:.0f}, {northing:.0f}")
            absent = sorted(set(wanted) - {file.tile for file in files})
            if absent:
                progress.info(tr("No tile at {tiles}: not flown").format(tiles=", ".join(map(str, absent))))
        else:
            zone = transport.run(finding.zone_of(api, site))[0]
            wanted = tiles_touched({file.tile for file in files}, area(zone), buffer)
            files = finding.in_tiles(files, wanted, called(self.parameterDefinition(*self._given(parameters))))
        include = self.parameterAsBool(parameters, self.INCLUDE_PROVISIONAL, context)
        return [(product, finding.without_provisional(files, include, progress))]

    def _found_in_layer(self, parameters, context, transport, api, progress) -> list[tuple]:
        """Find the files of a layer; each product with its files."""
        from ...core.files.download import finding
        from ...core.files.download.sites import find_site
        from .tilelayer import listed_files

        source = layer_source(self, parameters, self.TILES_LAYER, context)
        year = chosen_year(self, parameters, context)
        include = self.parameterAsBool(parameters, self.INCLUDE_PROVISIONAL, context)
        found = []
        for (code, site_code), names in sorted(listed_files(source, year).items()):
            site = find_site(site_code)
            product = transport.run(finding.find_product(api, code, site, progress))[0]
            months = sorted({month for month, _ in names})
            files = transport.run(finding.find_files(api, code, site, months))[0]
            files = finding.listed(files, names, progress)
            found.append((product, finding.without_provisional(files, include, progress)))
        return found
