"""Classify further tiles or rasters with the centres of an earlier run."""

from __future__ import annotations

from contextlib import contextmanager

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ..core.errors import ParameterError
from .base import NeonAlgorithm
from .parameters import (
    CENTRES,
    CLASSES_FOUND,
    CSV_FILTER,
    EXTENT,
    SSE,
    TilesParameter,
    add_file_output,
    add_memory_parameter,
    extent_in,
    file_outputs,
    pixel_store,
    raster_source,
    wanted,
)
from .translation import tr

TILES = "TILES"
INPUT = "INPUT"
SKIP_BROKEN = "SKIP_BROKEN"
SKIPPED = "SKIPPED"


class ApplyCentres(NeonAlgorithm):
    OUTPUT = "OUTPUT"
    COUNTS = "COUNTS"

    NAME = "applycentres"
    ICON = "clusters.svg"
    TAGS = NeonAlgorithm.TAGS + ",k-means,clustering,classification,classes,predict,apply,centroids,nearest centre"

    def displayName(self):
        return tr("Classify with saved centres")

    def shortDescription(self):
        return tr("Give the pixels of further tiles or of a raster the classes of an earlier run.")

    def shortHelpString(self):
        return tr(
            "Gives each pixel the class whose centre is nearest, so that a new map joins an earlier one: class n means "
            "the same and has the same colour in both. Centres do not change. The bands of the centres are found in "
            "the image by wavelength.\n"
            "Tiles, or one raster: give one of the two. Tiles are read one after the other, so that a whole site needs "
            "the memory of one tile. Pixels without data stay without class.\n"
            "K-means writes the classes that pixels had before the centres moved for the last time, so the map of a "
            "run that had not finished (pixels moved in the last iteration) may differ a little from the one that its "
            "centres give; otherwise both are the same.\n"
            "It does not suit images of another kind than the one that the centres come from, such as raw counts "
            "instead of reflectance, or another season: every pixel gets a class, however far its centre is."
        )

    def initAlgorithm(self, configuration=None):
        self.add(
            QgsProcessingParameterFile(
                name=CENTRES,
                description=tr("Cluster centres"),
                behavior=QgsProcessingParameterFile.Behavior.File,
                fileFilter=CSV_FILTER,
            ),
            tr("The table that an earlier run wrote. Rows may be taken out; each class keeps its number."),
        )
        add_image_parameters(self)
        add_memory_parameter(self)
        self.add(
            QgsProcessingParameterRasterDestination(name=self.OUTPUT, description=tr("Classes")),
            tr("The class raster to write (GeoTIFF): the classes of the table, 0 where there is no data."),
        )
        add_file_output(
            self,
            self.COUNTS,
            tr("Class counts"),
            CSV_FILTER,
            tr("A table of the classes with their pixels and area in this image."),
            by_default=False,
        )
        self.addOutput(QgsProcessingOutputNumber(CLASSES_FOUND, tr("Classes with pixels")))
        self.addOutput(QgsProcessingOutputNumber(SSE, tr("Sum of squared errors")))
        add_skipped_output(self)

    def compute(self, parameters, context, progress):
        from ..core.files.targets import check_targets
        from ..core.inputs.sources import WantedBands
        from ..core.methods.kmeans.apply import apply_centres
        from ..core.spectra.classes import SpectralClasses

        centres = self.parameterAsFile(parameters, CENTRES, context)
        inputs = image_paths(self, parameters, context)
        output = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        files = file_outputs(self, parameters, context, self.COUNTS)
        check_targets({self.OUTPUT: output}, files, [*inputs, centres])
        saved = SpectralClasses.read(centres)
        store = pixel_store(self, parameters, context)
        with image_source(self, parameters, context, inputs, WantedBands(saved.bands, centres), progress) as source:
            applied = apply_centres(saved, source, output, store, progress)
            if files[self.COUNTS]:
                applied.classes.write_counts(files[self.COUNTS])
        name = tr("Saved centres, {} classes - {}").format(len(saved), source.name)
        self.name_layer(parameters, context, self.OUTPUT, output, name)
        return {
            **wanted({self.OUTPUT: output, **files}),
            CLASSES_FOUND: applied.classes.found,
            SSE: applied.sse,
            SKIPPED: skipped_tiles(source, progress),
        }


def add_image_parameters(algorithm) -> None:
    """Add the parameters that say which further images to read: tiles or a raster, and how much of them."""
    algorithm.add(
        TilesParameter(TILES, optional=True),
        tr(
            "NEON reflectance files: tiles (DP3.30006.001 or .002) or flight lines (DP1.30006.001), or folders with "
            "them. Several make one raster."
        ),
    )
    algorithm.add(
        QgsProcessingParameterRasterLayer(name=INPUT, description=tr("Raster"), optional=True),
        tr("In place of tiles, a raster of the same kind as the one of the earlier run, such as cleaned reflectance."),
    )
    algorithm.add(
        QgsProcessingParameterExtent(name=EXTENT, description=tr("Extent"), optional=True),
        tr("Read only the pixels whose centre lies in this extent. Empty: all."),
    )
    algorithm.add(
        QgsProcessingParameterBoolean(name=SKIP_BROKEN, description=tr("Leave out broken tiles"), defaultValue=False),
        tr("Go on without files that cannot be read, and list them at the end, instead of stopping."),
        advanced=True,
    )


def add_skipped_output(algorithm) -> None:
    """Add the output that lists broken tiles."""
    algorithm.addOutput(QgsProcessingOutputString(SKIPPED, tr("Tiles left out")))


def image_paths(algorithm, parameters, context) -> list[str]:
    """Return the files of the tiles, or what GDAL opens for the raster.

    Raises
    ------
    ParameterError
        If both or neither are given.
    """
    from ..core.inputs.tileset import find_tiles

    tiles = [path for path in algorithm.parameterAsFileList(parameters, TILES, context) if path]
    if bool(tiles) == bool(parameters.get(INPUT)):
        found = tr("Both TILES and INPUT are given") if tiles else tr("Neither TILES nor INPUT is given")
        raise ParameterError(tr("{}; give either NEON files (.h5) or a raster.").format(found))
    return find_tiles(tiles) if tiles else [raster_source(algorithm, parameters, INPUT, context)]


@contextmanager
def image_source(algorithm, parameters, context, paths, bands, progress):
    """Open the tiles or the raster of `image_paths`, to be read with the `WantedBands`."""
    from ..core.files.raster.image import RasterImage
    from ..core.inputs.sources import RasterSource, TileSource

    extent = extent_in(algorithm, parameters, context)
    if parameters.get(INPUT):
        with RasterImage(paths[0]) as raster:
            yield RasterSource(raster, bands, extent)
    else:
        skip_broken = algorithm.parameterAsBool(parameters, SKIP_BROKEN, context)
        yield TileSource(paths, bands, extent, skip_broken, progress)


def skipped_tiles(source, progress) -> str:
    """Warn of the tiles that were left out, and return one line for each."""
    for sentence in source.skipped:
        progress.warn(tr("Left out: {}").format(sentence))
    return "\n".join(source.skipped)
