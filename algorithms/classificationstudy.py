# SPDX-License-Identifier: GPL-2.0-or-later
"""How classes depend on the number of clusters, the bands that are kept, and components."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterString

from ..core.constants import MOST_CLASSES, ON_BANDS, ON_COMPONENTS
from .base import NeonAlgorithm
from .parameters.classes import (
    CLUSTERS,
    MAX_ITERATIONS,
    SEED,
    START,
    add_min_moved_parameter,
    add_seed_parameter,
    min_moved,
)
from .parameters.components import add_pca_parameters, component_choice
from .parameters.definitions import add_choice, add_real_number, add_whole_number
from .parameters.inputs import INPUT, add_image_parameters, image_input
from .parameters.outputs import CSV_FILTER, REPORT, add_file_output, add_report_output
from .parameters.rasters import add_mask_parameter
from .parameters.run import add_memory_parameter, pixel_store
from .parameters.tiles import SKIPPED, TILES, add_clear_sky_parameter, add_skipped_output, skipped_tiles
from .parameters.values import called
from .translation import tr

# No image has more bands than this.
MOST_BANDS = 65_535


class ClassificationStudy(NeonAlgorithm):
    SUBSET = "SUBSET"
    CLUSTER_ON = "CLUSTER_ON"
    SIMILAR = "SIMILAR"
    TABLE = "TABLE"
    LARGEST_SUBSET = "LARGEST_SUBSET"
    COMBINATIONS = "COMBINATIONS"
    EITHER = ((TILES, INPUT),)

    NAME = "classificationstudy"
    ICON = "clusters.svg"
    TAGS = NeonAlgorithm.TAGS + ",k-means,clustering,classification,bands,subset,components,agreement,comparison"

    def displayName(self):
        return tr("Study classification settings")

    def shortDescription(self):
        return tr("See how classes change with the number of clusters, with fewer bands, and with components.")

    def shortHelpString(self):
        return tr(
            "Classifies the same pixels by k-means in many ways: with several numbers of clusters, with every n-th "
            "band for several n, on bands and on principal components. The classes of each combination are matched "
            "with those of the reference, which has all bands. A report shows how many pixels keep their class, as a "
            "heat map and against the number of bands, with time and memory.\n"
            "It answers by how much the bands can be thinned out while the results stay similar. The images are read "
            "once; all combinations with the same number of clusters start from the same spectra.\n"
            "Agreement tells how far classes are the same, not how good they are."
        )

    def initAlgorithm(self, configuration=None):
        add_image_parameters(
            self, tr("In place of tiles, a raster with several bands, such as cleaned reflectance of all good bands.")
        )
        add_mask_parameter(self)
        add_clear_sky_parameter(self)
        self.add(
            QgsProcessingParameterString(name=CLUSTERS, description=tr("Numbers of clusters"), defaultValue="3, 5, 10"),
            tr("How many classes to look for, separated by commas."),
        )
        self.add(
            QgsProcessingParameterString(
                name=self.SUBSET, description=tr("Keep every n-th band"), defaultValue="1, 2, 3, 5, 10"
            ),
            tr(
                "Which subsets of the good bands to classify, separated by commas: 5 keeps every fifth band. The "
                "reference has all bands that occur in any subset."
            ),
        )
        add_choice(
            self,
            self.CLUSTER_ON,
            tr("Cluster on"),
            tr("0: bands. 1: the scores of their principal components. 2: both; the reference is then that on bands."),
            options=[tr("Bands"), tr("Principal components"), tr("Bands and principal components")],
            default=2,
        )
        add_pca_parameters(self, advanced=True)
        add_real_number(
            self,
            self.SIMILAR,
            tr("Agreement of similar results (%)"),
            tr("Results are called similar when at least this share of the pixels has the class of the reference."),
            default=95.0,
            least=0.0,
            most=100.0,
            advanced=True,
        )
        add_whole_number(
            self,
            MAX_ITERATIONS,
            tr("Maximum iterations"),
            tr("Stop each clustering after so many iterations, or earlier when no or hardly any pixel changes class."),
            default=50,
            least=1,
            advanced=True,
        )
        add_min_moved_parameter(self)
        add_choice(
            self,
            START,
            tr("Start from"),
            tr("0 chooses well-separated pixels at random, repeatably. 1 starts as NEON's tutorial with SPy does."),
            options=[tr("Well-separated pixels (k-means++)"), tr("NEON's tutorial (diagonal of the data range)")],
            advanced=True,
        )
        add_seed_parameter(self)
        add_memory_parameter(self)
        add_file_output(
            self, self.TABLE, tr("Table of combinations"), CSV_FILTER, tr("A row for each combination, without times.")
        )
        add_report_output(self)
        self.addOutput(QgsProcessingOutputNumber(self.LARGEST_SUBSET, tr("Largest n with similar results")))
        self.addOutput(QgsProcessingOutputNumber(self.COMBINATIONS, tr("Combinations")))
        add_skipped_output(self)

    def check_packages(self):
        from ..core.methods.spy import spy_algorithms

        spy_algorithms()

    def compute(self, parameters, context, progress):
        from ..core.files.neon.cleaning import BandChoice
        from ..core.inputs.imagesets import image_set
        from ..core.methods.study import run_study, similar_in_words
        from ..core.report.study import write_study_report

        plan = self._plan(parameters, context)
        chosen = image_input(self, parameters, context, progress)
        targets = self.targets(parameters, context, chosen.sources)
        store = pixel_store(self, parameters, context)
        run = self.described_run(chosen.paths)
        bands = None if chosen.raster is not None else BandChoice(subset_factor=plan.factors[0])
        reading = progress.phase(tr("Reading pixels"), 0, 0.3)
        with (
            chosen.open(bands, reading) as opened,
            image_set(opened, store, reading) as images,
        ):
            study = run_study(images, plan, progress.phase(tr("Classifying"), 0.3, 0.97))
            progress.info(similar_in_words(study))
            if targets[self.TABLE]:
                study.write(targets[self.TABLE])
            if targets[REPORT]:
                progress.begin(tr("Writing the report"))
                write_study_report(targets[REPORT], run, study, images, opened.mosaic)
        return {
            **targets,
            self.LARGEST_SUBSET: study.largest_similar_factor,
            self.COMBINATIONS: len(study.combinations),
            SKIPPED: skipped_tiles(opened, progress),
        }

    def _plan(self, parameters, context):
        from ..core.methods.kmeans.classification import Start
        from ..core.methods.study import StudyPlan, whole_numbers

        def numbers(name: str, most: int) -> tuple[int, ...]:
            text = self.parameterAsString(parameters, name, context)
            return whole_numbers(text, most, called(self.parameterDefinition(name)))

        return StudyPlan(
            clusters=numbers(CLUSTERS, MOST_CLASSES),
            factors=numbers(self.SUBSET, MOST_BANDS),
            spaces=((ON_BANDS,), (ON_COMPONENTS,), (ON_BANDS, ON_COMPONENTS))[
                self.parameterAsEnum(parameters, self.CLUSTER_ON, context)
            ],
            start=Start(
                kind=self.parameterAsEnum(parameters, START, context),
                seed=self.parameterAsInt(parameters, SEED, context),
            ),
            max_iterations=self.parameterAsInt(parameters, MAX_ITERATIONS, context),
            min_moved=min_moved(self, parameters, context),
            choice=component_choice(self, parameters, context),
            similar=self.parameterAsDouble(parameters, self.SIMILAR, context) / 100,
        )
