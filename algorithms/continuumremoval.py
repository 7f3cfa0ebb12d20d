# SPDX-License-Identifier: GPL-2.0-or-later
"""Spectra without continuum, and absorption features."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterRasterDestination, QgsProcessingParameterString

from .base import NeonAlgorithm
from .parameters.inputs import INPUT, add_image_parameters, image_input
from .parameters.outputs import REPORT, add_report_output
from .parameters.rasters import add_mask_parameter
from .parameters.run import add_memory_parameter, pixel_store
from .parameters.tiles import SKIPPED, TILES, add_skipped_output, skipped_tiles
from .parameters.values import called
from .translation import tr


class ContinuumRemoval(NeonAlgorithm):
    RANGES = "RANGES"
    OUTPUT = "OUTPUT"
    FEATURES = "FEATURES"
    EITHER = ((TILES, INPUT),)

    NAME = "continuumremoval"
    ICON = "continuum.svg"
    TAGS = NeonAlgorithm.TAGS + (
        ",continuum removed,convex hull,hull quotient,absorption,band depth,feature,chlorophyll,cellulose,clay,mineral"
    )

    def displayName(self):
        return tr("Continuum removal")

    def shortDescription(self):
        return tr("Divide spectra by their convex hull, and measure absorption features: depth, position and area.")

    def shortHelpString(self):
        return tr(
            "Divides each spectrum by its continuum, a line of straight pieces that lies on its highest points. What "
            "is left is 1 there and less where light is absorbed, whatever the brightness, so that absorption can be "
            "compared.\n"
            "Of each range of wavelengths, the features are the depth of the deepest band, its position and the area "
            "above the curve: 560-760 nm for chlorophyll, 2000-2220 nm for dry plants, 2120-2260 nm for clay, "
            "2280-2380 nm for carbonate.\n"
            "It does not suit dark pixels such as water and deep shade, where noise makes features, nor ranges across "
            "the windows of water vapour."
        )

    def initAlgorithm(self, configuration=None):
        add_image_parameters(
            self, tr("In place of tiles, a raster whose bands have wavelengths, such as cleaned reflectance.")
        )
        self.add(
            QgsProcessingParameterString(name=self.RANGES, description=tr("Ranges of wavelengths (nm)"), optional=True),
            tr(
                'Ranges such as "560-760, 2120-2260", each with a continuum of its own between its ends; only their '
                "bands are read. Empty: one continuum of all good bands, and the deepest feature of all."
            ),
        )
        add_mask_parameter(self)
        add_memory_parameter(self)
        self.add(
            QgsProcessingParameterRasterDestination(
                name=self.OUTPUT, description=tr("Spectra without continuum"), optional=True
            ),
            tr(
                "The raster to write (GeoTIFF, Float32): a band for each band that is read, range by range. Of all "
                "bands of a tile, it is some hundred MB."
            ),
        )
        self.add(
            QgsProcessingParameterRasterDestination(
                name=self.FEATURES, description=tr("Absorption features"), optional=True
            ),
            tr("A raster (GeoTIFF, Float32) with depth, position (nm) and area (nm) of each range."),
        )
        add_report_output(self)
        add_skipped_output(self)

    def compute(self, parameters, context, progress):
        from ..core.errors import ParameterError
        from ..core.image.bands import parse_windows
        from ..core.methods.continuum import FeatureBands, write_continuum_removal
        from ..core.report.continuum import in_words, write_continuum_report

        ranges = parse_windows(self.parameterAsString(parameters, self.RANGES, context))
        chosen = image_input(self, parameters, context, progress)
        targets = self.targets(parameters, context, chosen.sources)
        if not any(targets.values()):
            raise ParameterError(
                tr("No result is wanted; give {one} or {other} a file.").format(
                    one=called(self.parameterDefinition(self.OUTPUT)),
                    other=called(self.parameterDefinition(self.FEATURES)),
                )
            )
        run = self.described_run(chosen.paths)
        bands = FeatureBands(ranges)
        store = pixel_store(self, parameters, context)
        with chosen.open(bands, progress) as source:
            removing = progress.phase(tr("Removing the continuum"), 0, 0.97)
            found = write_continuum_removal(
                targets[self.OUTPUT], targets[self.FEATURES], bands, source, store, removing
            )
            progress.info(in_words(found))
            if targets[REPORT]:
                progress.begin(tr("Writing the report"))
                write_continuum_report(targets[REPORT], run, found, bands.bands, source.grid, source.name)
        names = {
            self.FEATURES: tr("Absorption features - {}").format(source.name),
            self.OUTPUT: tr("Without continuum - {}").format(source.name),
        }
        self.name_layers(parameters, context, targets, names)
        return {**targets, SKIPPED: skipped_tiles(source, progress)}
