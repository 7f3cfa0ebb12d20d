# SPDX-License-Identifier: GPL-2.0-or-later
"""Inspect a tile."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber, QgsProcessingOutputString

from .base import NeonAlgorithm
from .parameters.outputs import REPORT, add_report_output
from .parameters.tiles import add_tile_input, opened_tile
from .translation import tr


class InspectTile(NeonAlgorithm):
    INPUT = "INPUT"
    EPSG = "EPSG"
    CRS = "CRS"
    EXTENT = "EXTENT"
    BANDS = "BANDS"
    WIDTH = "WIDTH"
    HEIGHT = "HEIGHT"
    SITE = "SITE"
    PRODUCT = "PRODUCT"
    ACQUISITION_DATE = "ACQUISITION_DATE"
    NODATA_SHARE = "NODATA_SHARE"
    LAYOUT = "LAYOUT"

    NAME = "inspecttile"
    ICON = "inspect.svg"
    TAGS = NeonAlgorithm.TAGS + ",hdf5,h5,metadata,information,wavelengths,weather quality"

    def displayName(self):
        return tr("Inspect a tile")

    def shortDescription(self):
        return tr("List what a NEON reflectance tile holds: place, date, bands, no data, weather, layers.")

    def shortHelpString(self):
        return tr(
            "Reads the description of a NEON reflectance tile or flight line (HDF5): product, site, days of "
            "acquisition, grid, coordinate system, wavelengths and widths of the bands, which of them the rule of "
            "NEON's tutorial keeps, water-vapour windows, weather quality, where the sun stood, seams between flight "
            "lines, ancillary layers and storage.\n"
            "Of the reflectance one band is read, to find the share of pixels without data and how much neighbouring "
            "pixels of different flight lines differ. The report also has a picture and the mean spectrum, for which "
            "parts of the file are read. The numbers are outputs for models; the log and the report have all of it in "
            "words."
        )

    def initAlgorithm(self, configuration=None):
        add_tile_input(self, self.INPUT)
        add_report_output(self, tr("A page with all that was found (HTML); it needs no network."))
        for name, description in (
            (self.EPSG, tr("EPSG code")),
            (self.BANDS, tr("Bands")),
            (self.WIDTH, tr("Columns")),
            (self.HEIGHT, tr("Rows")),
            (self.NODATA_SHARE, tr("Share of pixels without data")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, description))
        for name, description in (
            (self.CRS, tr("Coordinate reference system")),
            (self.EXTENT, tr("Extent")),
            (self.SITE, tr("Site")),
            (self.PRODUCT, tr("Product")),
            (self.ACQUISITION_DATE, tr("Days of acquisition")),
            (self.LAYOUT, tr("Storage layout")),
        ):
            self.addOutput(QgsProcessingOutputString(name, description))

    def compute(self, parameters, context, progress):
        from ..core.files.neon.inspection import inspect, log_lines
        from ..core.files.neon.look import read_mean_spectrum, read_picture
        from ..core.report.inspection import write_inspection
        from ..core.report.making import THUMBNAIL_SIDE

        source = self.parameterAsFile(parameters, self.INPUT, context)
        targets = self.targets(parameters, context)
        run = self.described_run([source])
        with opened_tile(source, progress) as tile:
            found = inspect(tile, progress.phase(tr("Reading the tile"), 0, 0.2))
            for line in log_lines(found):
                progress.info(line)
            if targets[REPORT]:
                picture = read_picture(tile, THUMBNAIL_SIDE, progress.phase(tr("Reading the picture"), 0.2, 0.3))
                spectrum = read_mean_spectrum(tile, progress.phase(tr("Reading spectra"), 0.3, 0.97))
                write_inspection(targets[REPORT], run, found, picture, spectrum)
        numbers = {} if found.info.epsg is None else {self.EPSG: found.info.epsg}
        return {
            **targets,
            **numbers,
            self.CRS: found.crs,
            self.EXTENT: found.extent,
            self.BANDS: len(found.info.bands),
            self.WIDTH: found.info.grid.width,
            self.HEIGHT: found.info.grid.height,
            self.SITE: found.info.site,
            self.PRODUCT: found.info.product,
            self.ACQUISITION_DATE: ", ".join(found.dates),
            self.NODATA_SHARE: found.nodata_share,
            self.LAYOUT: found.layout,
        }
