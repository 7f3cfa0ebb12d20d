# SPDX-License-Identifier: GPL-2.0-or-later
"""Endmembers: the purest spectra of an image."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from ..core.constants import MOST_ENDMEMBERS
from .base import NeonAlgorithm
from .layerstyle import PlacesStyle
from .parameters.bands import add_band_parameters, band_choice
from .parameters.definitions import add_choice, add_whole_number
from .parameters.inputs import INPUT, add_extent_of_tiles, add_tiles_or_raster, image_input
from .parameters.outputs import (
    CSV_FILTER,
    LIBRARY_FILTER,
    REPORT,
    add_file_output,
    add_report_output,
    check_header_of,
)
from .parameters.rasters import add_mask_parameter
from .parameters.run import add_memory_parameter, pixel_store
from .parameters.tiles import (
    SKIPPED,
    TILES,
    add_clear_sky_parameter,
    add_skip_broken_parameter,
    add_skipped_output,
    skipped_tiles,
)
from .translation import tr
from .vectorfields import layer_fields

_FIELDS = (("endmember", "Int"), ("name", "QString"), ("image", "QString"))


class FindEndmembers(NeonAlgorithm):
    COUNT = "COUNT"
    METHOD = "METHOD"
    RESTARTS = "RESTARTS"
    DIRECTIONS = "DIRECTIONS"
    SEED = "SEED"
    SPECTRA = "SPECTRA"
    LIBRARY = "LIBRARY"
    LOCATIONS = "LOCATIONS"
    FOUND = "FOUND"
    SUGGESTED = "SUGGESTED"
    VOLUME = "VOLUME"
    EITHER = ((TILES, INPUT),)

    NAME = "endmembers"
    ICON = "endmembers.svg"
    TAGS = NeonAlgorithm.TAGS + (
        ",endmember extraction,n-findr,nfindr,vca,vertex component analysis,smacc,ppi,pixel purity index,hysime,"
        "unmixing,pure pixels,simplex"
    )

    def displayName(self):
        return tr("Endmembers")

    def shortDescription(self):
        return tr("Find the purest spectra of tiles or a raster, which all other pixels are mixtures of.")

    def shortHelpString(self):
        return tr(
            "Finds pixels whose spectra are the corners of all spectra, so that the others are mixtures of them, for "
            "Unmixing.\n"
            "N-FINDR looks for the pixels that span the largest simplex of principal components; vertex component "
            "analysis (VCA) is quicker and does nearly as well. SMACC looks for the edges of a cone, brightest first, "
            "and the pixel purity index (PPI) for pixels that are most often extreme.\n"
            "The spectra of N-FINDR and VCA are as far as the components hold them, with less noise than the pixel.\n"
            "It does not suit images without pure pixels, as of forests at 30 m: corners are then mixtures too. "
            "Extreme pixels may be cars, glint or faults of the data: look at each on the map, and mask those away."
        )

    def initAlgorithm(self, configuration=None):
        add_tiles_or_raster(
            self,
            tr("In place of tiles, a raster such as cleaned reflectance; all bands are read."),
        )
        add_whole_number(
            self,
            self.COUNT,
            tr("Endmembers (0: as many as the noise allows)"),
            tr(
                "How many to find, at least 2. 0: as many as there are directions in which the signal is larger than "
                "the noise (HySime), which is the most that can be told apart, and often more than are useful."
            ),
            default=5,
            most=MOST_ENDMEMBERS,
        )
        add_choice(
            self,
            self.METHOD,
            tr("Method"),
            tr("0 is the best choice for most images. Results of 2 and 3 are those of SPy's smacc and ppi."),
            options=[
                tr("N-FINDR"),
                tr("Vertex component analysis (VCA)"),
                tr("Sequential maximum angle convex cone (SMACC)"),
                tr("Pixel purity index (PPI)"),
            ],
        )
        add_extent_of_tiles(self)
        add_mask_parameter(self)
        add_band_parameters(self)
        add_clear_sky_parameter(self)
        add_skip_broken_parameter(self)
        add_whole_number(
            self,
            self.RESTARTS,
            tr("Restarts"),
            tr("Further random starts of N-FINDR and VCA; the largest simplex is kept."),
            default=3,
            most=1000,
            advanced=True,
        )
        add_whole_number(
            self,
            self.DIRECTIONS,
            tr("Random directions of PPI"),
            tr("In how many random directions the pixel purity index looks for extreme pixels."),
            default=1000,
            least=10,
            most=100_000,
            advanced=True,
        )
        add_whole_number(
            self,
            self.SEED,
            tr("Random seed"),
            tr("The same seed gives the same result; another seed may give another one."),
            default=0,
            advanced=True,
        )
        add_memory_parameter(self)
        add_file_output(
            self,
            self.SPECTRA,
            tr("Spectra of endmembers"),
            CSV_FILTER,
            tr("A table of the endmembers, dark to bright, that Unmixing and Spectral angle take."),
        )
        add_file_output(
            self,
            self.LIBRARY,
            tr("Spectral library"),
            LIBRARY_FILTER,
            tr("The endmembers as an ENVI spectral library (.sli with a header .hdr beside it)."),
            by_default=False,
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                name=self.LOCATIONS,
                description=tr("Places of endmembers"),
                type=QgsProcessing.SourceType.TypeVectorPoint,
                optional=True,
            ),
            tr("A point at the pixel of each endmember, in the colour of its spectrum."),
        )
        add_report_output(self)
        self.addOutput(QgsProcessingOutputNumber(self.FOUND, tr("Number of endmembers")))
        self.addOutput(QgsProcessingOutputNumber(self.SUGGESTED, tr("Number that the noise allows (HySime)")))
        self.addOutput(QgsProcessingOutputNumber(self.VOLUME, tr("Volume of the simplex")))
        add_skipped_output(self)

    def problem(self, parameters, context):
        problem = super().problem(parameters, context)
        if not problem and self.parameterAsInt(parameters, self.COUNT, context) == 1:
            return tr("Endmembers is 1; look for at least 2, or give 0 for as many as the noise allows.")
        return problem

    def check_packages(self):
        from ..core.methods.spy import spy_algorithms

        spy_algorithms()

    def compute(self, parameters, context, progress):
        from ..core.inputs.imagesets import image_set
        from ..core.methods.unmixing.endmembers import EndmemberSearch, find_endmembers
        from ..core.report.endmembers import in_words, suggestion_in_words, write_endmember_report
        from ..core.spectra.envilibrary import write_envi_library
        from ..core.spectra.library import SpectralLibrary

        chosen = image_input(self, parameters, context, progress)
        targets = self.targets(parameters, context, chosen.sources)
        run = self.described_run(chosen.paths)
        search = EndmemberSearch(
            self.parameterAsEnum(parameters, self.METHOD, context),
            self.parameterAsInt(parameters, self.COUNT, context),
            self.parameterAsInt(parameters, self.RESTARTS, context),
            self.parameterAsInt(parameters, self.DIRECTIONS, context),
            self.parameterAsInt(parameters, self.SEED, context),
        )
        bands = band_choice(self, parameters, context) if chosen.raster is None else None
        store = pixel_store(self, parameters, context)
        reading = progress.phase(tr("Reading the image"), 0, 0.5)
        with chosen.open(bands, reading) as source, image_set(source, store, reading) as images:
            searching = progress.phase(tr("Finding endmembers"), 0.5, 0.95)
            found = find_endmembers(images, source.mosaic, search, store, searching)
            progress.info(in_words(found))
            progress.info(suggestion_in_words(found))
            titles = found.classes.titles
            if targets[self.SPECTRA]:
                found.classes.write(targets[self.SPECTRA])
            if targets[self.LIBRARY]:
                library = SpectralLibrary(tuple(titles), found.classes.centres, found.classes.bands)
                description = tr("Endmembers of {name}, reflectance").format(name=source.name)
                write_envi_library(targets[self.LIBRARY], library, description)
            layer = self._write_locations(parameters, context, found, titles, source)
            if targets[REPORT]:
                progress.begin(tr("Writing the report"))
                write_endmember_report(targets[REPORT], run, found, images, source.mosaic)
            skipped = skipped_tiles(source, progress)
        return {
            **targets,
            self.LOCATIONS: layer,
            self.FOUND: len(found.classes),
            self.SUGGESTED: found.suggested,
            self.VOLUME: found.volume,
            SKIPPED: skipped,
        }

    def _write_locations(self, parameters, context, found, titles: list[str], source) -> str:
        """Write the layer of points and return it; empty where none is wanted."""
        grid, fields = source.mosaic.grid, layer_fields(_FIELDS)
        crs = QgsCoordinateReferenceSystem.fromWkt(grid.crs)
        sink, path = self.parameterAsSink(parameters, self.LOCATIONS, context, fields, QgsWkbTypes.Type.Point, crs)
        if sink is None:
            return ""
        for place, title in enumerate(titles):
            feature = QgsFeature(fields)
            point = QgsPointXY(*map(float, grid.centres(found.rows[place], found.columns[place])))
            feature.setGeometry(QgsGeometry.fromPointXY(point))
            feature.setAttributes([place + 1, title, source.mosaic.names[found.images[place]]])
            sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
        name = tr("Endmembers - {}").format(source.name)
        details = self.named_details(parameters, context, self.LOCATIONS, path, name)
        if details is not None:
            PlacesStyle.load_for(path, details, dict(zip(titles, found.classes.colours)))
        return path

    def targets(self, parameters, context, inputs=()):
        inputs = list(inputs)
        targets = super().targets(parameters, context, inputs)
        check_header_of(self, self.LIBRARY, targets, inputs)
        return targets
