# SPDX-License-Identifier: GPL-2.0-or-later
"""Classify further tiles or rasters with the centres of an earlier run."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterRasterDestination

from .base import NeonAlgorithm
from .parameters.certainty import (
    UNCLASSIFIED,
    add_certainty_outputs,
    add_distance_parameters,
    certainty_files,
    certainty_layer_names,
    most_distance,
)
from .parameters.classes import (
    CENTRES,
    CLASSES_FOUND,
    COUNTS,
    SSE,
    add_counts_output,
    add_palette_parameter,
    chosen_palette,
)
from .parameters.definitions import add_table_input
from .parameters.inputs import INPUT, add_image_parameters, image_input
from .parameters.run import add_memory_parameter, pixel_store
from .parameters.tiles import SKIPPED, TILES, add_skipped_output, skipped_tiles
from .translation import tr


class ApplyCentres(NeonAlgorithm):
    OUTPUT = "OUTPUT"
    EITHER = ((TILES, INPUT),)

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
            "the same in both. Centres do not change. The bands of the centres are found in the image by wavelength. "
            "The same table and choice of colours give the same colours.\n"
            "Tiles, or one raster: give one of the two. Tiles are read one after the other, so that a whole site needs "
            "the memory of one tile. Pixels without data stay without class.\n"
            "K-means writes the classes that pixels had before the centres moved for the last time, so the map of a "
            "run that had not finished (pixels moved in the last iteration) may differ a little from the one that its "
            "centres give; otherwise both are the same.\n"
            "It does not suit images of another kind than the one that the centres come from, such as raw counts "
            "instead of reflectance, or another season: every pixel gets a class, however far its centre is."
        )

    def initAlgorithm(self, configuration=None):
        add_table_input(
            self,
            CENTRES,
            tr("Cluster centres"),
            tr("The table that an earlier run wrote. Rows may be taken out; each class keeps its number."),
        )
        add_image_parameters(
            self,
            tr(
                "In place of tiles, a raster of the same kind as the one of the earlier run, such as cleaned "
                "reflectance."
            ),
        )
        add_distance_parameters(self)
        add_memory_parameter(self)
        add_palette_parameter(self)
        self.add(
            QgsProcessingParameterRasterDestination(name=self.OUTPUT, description=tr("Classes")),
            tr("The class raster to write (GeoTIFF): the classes of the table, 0 where there is no data."),
        )
        add_counts_output(self)
        add_certainty_outputs(self)
        self.addOutput(QgsProcessingOutputNumber(CLASSES_FOUND, tr("Classes with pixels")))
        self.addOutput(QgsProcessingOutputNumber(SSE, tr("Sum of squared errors")))
        add_skipped_output(self)

    def compute(self, parameters, context, progress):
        from ..core.inputs.wanted import WantedBands
        from ..core.methods.kmeans.apply import apply_centres
        from ..core.spectra.classes import SpectralClasses

        centres = self.parameterAsFile(parameters, CENTRES, context)
        chosen = image_input(self, parameters, context, progress)
        targets = self.targets(parameters, context, chosen.sources)
        saved = replace(SpectralClasses.read(centres), palette=chosen_palette(self, parameters, context))
        store = pixel_store(self, parameters, context)
        with chosen.open(WantedBands(saved.bands, centres), progress) as source:
            applied = apply_centres(
                saved,
                source,
                targets[self.OUTPUT],
                store,
                progress.phase(tr("Classifying"), 0, 1),
                certainty_files(targets),
                most_distance(self, parameters, context),
            )
            if targets[COUNTS]:
                applied.classes.write_counts(targets[COUNTS])
        name = tr("Saved centres, {} classes - {}").format(len(saved), source.name)
        names = {self.OUTPUT: name, **certainty_layer_names(source.name)}
        self.name_layers(parameters, context, {**targets, CENTRES: centres}, names)
        return {
            **targets,
            CLASSES_FOUND: applied.classes.found,
            SSE: applied.sse,
            UNCLASSIFIED: applied.unclassified or 0,
            SKIPPED: skipped_tiles(source, progress),
        }
