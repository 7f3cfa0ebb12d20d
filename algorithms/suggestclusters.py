# SPDX-License-Identifier: GPL-2.0-or-later
"""How many classes to look for in tiles or a raster."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber, QgsProcessingOutputString

from ..core.constants import MOST_TRIED
from .base import NeonAlgorithm
from .parameters.bands import add_band_parameters, band_choice
from .parameters.classes import SEED
from .parameters.definitions import add_whole_number
from .parameters.inputs import INPUT, add_extent_of_tiles, add_tiles_or_raster, image_input
from .parameters.outputs import CSV_FILTER, REPORT, add_file_output, add_report_output
from .parameters.rasters import add_mask_parameter
from .parameters.tiles import (
    SKIPPED,
    TILES,
    add_clear_sky_parameter,
    add_skip_broken_parameter,
    add_skipped_output,
    skipped_tiles,
)
from .translation import tr


class SuggestClusters(NeonAlgorithm):
    K_MIN = "K_MIN"
    K_MAX = "K_MAX"
    SAMPLE = "SAMPLE"
    TABLE = "TABLE"
    SUGGESTED = "SUGGESTED"
    REASON = "REASON"
    EITHER = ((TILES, INPUT),)

    NAME = "suggestclusters"
    ICON = "suggest.svg"
    TAGS = NeonAlgorithm.TAGS + (
        ",k-means,clustering,number of clusters,number of classes,elbow,silhouette,gap statistic,stability,optimal k"
    )

    def displayName(self):
        return tr("Suggest number of clusters")

    def shortDescription(self):
        return tr("Find out how many classes k-means should look for in tiles or a raster.")

    def shortHelpString(self):
        return tr(
            "Clusters a random sample of pixels into each number of classes of a range, measures how good the classes "
            "are, and suggests a number with its reason. The report shows the measures as curves, and the map and the "
            "spectra of the classes of each number side by side.\n"
            "What decides is the gap: how much smaller the error of the classes is than in pixels without clusters "
            "that vary as much (one normal distribution). Where two rules for reading the gap disagree, the report "
            "gives both numbers, and the suggestion is the largest number between them whose classes stay the same "
            "when half of the pixels are clustered. If there are no clusters, the suggestion is 1.\n"
            "In a model, the suggested number can be passed to K-means as its number of clusters. It is a hint: how "
            "many classes are useful depends on what they are for.\n"
            "Tiles, or one raster: give one of the two. Only every n-th row and column is read."
        )

    def initAlgorithm(self, configuration=None):
        add_tiles_or_raster(
            self,
            tr("In place of tiles, a raster to be clustered, such as cleaned reflectance. All its bands count."),
            tr("Several are sampled together."),
        )
        add_whole_number(
            self,
            self.K_MIN,
            tr("Smallest number of classes"),
            tr("The first number of classes to try."),
            default=2,
            least=2,
            most=MOST_TRIED,
        )
        add_whole_number(
            self,
            self.K_MAX,
            tr("Largest number of classes"),
            tr("The last number of classes to try. With more than 12, colours can no longer be told apart."),
            default=12,
            least=2,
            most=MOST_TRIED,
        )
        add_extent_of_tiles(self)
        add_mask_parameter(self)
        add_band_parameters(self)
        add_clear_sky_parameter(self)
        add_whole_number(
            self,
            self.SAMPLE,
            tr("Pixels of the sample"),
            tr("How many pixels are clustered, drawn at random from those that are read. More take longer."),
            default=20_000,
            least=100,
            most=50_000,
            advanced=True,
        )
        add_whole_number(
            self,
            SEED,
            tr("Random seed"),
            tr("The same seed gives the same result; another draws another sample."),
            default=0,
            advanced=True,
        )
        add_skip_broken_parameter(self)
        add_file_output(
            self,
            self.TABLE,
            tr("Measures"),
            CSV_FILTER,
            tr("A table of the measures, a row for each number of classes."),
        )
        add_report_output(self)
        self.addOutput(QgsProcessingOutputNumber(self.SUGGESTED, tr("Suggested number of classes")))
        self.addOutput(QgsProcessingOutputString(self.REASON, tr("Reason")))
        add_skipped_output(self)

    def compute(self, parameters, context, progress):
        from ..core.methods.kmeans.suggestion import TrialSettings, read_sample, try_classes
        from ..core.report.suggestion import suggestion_in_words, write_suggestion_report

        wanted = TrialSettings(
            smallest=self.parameterAsInt(parameters, self.K_MIN, context),
            largest=self.parameterAsInt(parameters, self.K_MAX, context),
            sample=self.parameterAsInt(parameters, self.SAMPLE, context),
            seed=self.parameterAsInt(parameters, SEED, context),
        )
        chosen = image_input(self, parameters, context, progress)
        targets = self.targets(parameters, context, chosen.sources)
        run = self.described_run(chosen.paths)
        bands = None if chosen.raster else band_choice(self, parameters, context)
        reading = progress.phase(tr("Reading pixels"), 0, 0.4)
        with chosen.open(bands, reading) as opened:
            pixels = read_sample(opened, wanted, reading)
        found = try_classes(pixels, wanted, progress.phase(tr("Trying numbers of classes"), 0.4, 0.95))
        progress.info(suggestion_in_words(found))
        for reason in found.suggestion.reasons:
            progress.info(reason)
        if targets[self.TABLE]:
            found.write(targets[self.TABLE])
        writing = progress.phase(tr("Writing the report"), 0.95, 1)
        if targets[REPORT]:
            write_suggestion_report(targets[REPORT], run, opened.grid, pixels, found, writing)
        writing.report(1)
        return {
            **targets,
            self.SUGGESTED: found.suggestion.classes,
            self.REASON: "\n".join(found.suggestion.reasons),
            SKIPPED: skipped_tiles(opened, progress),
        }
